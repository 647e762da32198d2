/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "xml/select.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

/* Bytes that may stand in a name; all of UTF-8 may. */
static size_t
name_length(const char *p)
{
	size_t n = 0;

	while ((unsigned char)p[n] >= 0x80 || (p[n] >= 'a' && p[n] <= 'z') ||
	    (p[n] >= 'A' && p[n] <= 'Z') || (p[n] >= '0' && p[n] <= '9') ||
	    (p[n] != '\0' && strchr("_-.", p[n]) != NULL))
		n++;
	return n;
}

/* Copies `n` bytes; NULL when they are none or too many, else `end`. */
static const char *
keep(char to[SELECT_NAME_MAX], const char *p, size_t n, const char *end)
{
	if (n == 0 || n >= SELECT_NAME_MAX)
		return NULL;
	memcpy(to, p, n);
	to[n] = '\0';
	return end;
}

/* A name whose prefix, if any, is dropped. */
static const char *
parse_name(const char *p, char to[SELECT_NAME_MAX])
{
	size_t n = name_length(p);

	if (n > 0 && p[n] == ':' && p[n + 1] != ':') {
		p += n + 1;
		n = name_length(p);
	}
	return keep(to, p, n, p + n);
}

/* A string in quotes; returns what is behind it, or NULL. */
static const char *
parse_quoted(const char *p, char to[SELECT_NAME_MAX])
{
	const char *end;

	if (*p != '"' && *p != '\'')
		return NULL;
	end = strchr(p + 1, *p);
	return end == NULL ? NULL
			   : keep(to, p + 1, (size_t)(end - p) - 1, end + 1);
}

/* Behind a word that may stand here, or NULL. */
static const char *
behind(const char *p, const char *word)
{
	size_t n = strlen(word);

	return strncmp(p, word, n) == 0 ? p + n : NULL;
}

static const char *
parse_number(const char *p, unsigned *number)
{
	char *end;
	unsigned long n;

	if (*p < '1' || *p > '9')
		return NULL;
	n = strtoul(p, &end, 10);
	if (n > 1000000)
		return NULL;
	*number = (unsigned)n;
	return end;
}

/* 2, position()=2, position()>2 ... */
static const char *
parse_position(const char *p, struct select_step *step)
{
	const char *op = behind(p, "position()");
	unsigned n;
	int less, more;

	p = op == NULL ? p : op + strspn(op, "<>=");
	p = parse_number(p, &n);
	if (p == NULL)
		return NULL;
	less = op != NULL && *op == '<';
	more = op != NULL && *op == '>';
	if (op != NULL && (less || more) && op[1] != '=')
		n += more ? 1 : -1U;
	step->min = less ? 1 : n;
	step->max = more ? SELECT_POSITION_ANY : n;
	return p;
}

/* @name, @name='value', @name!='value', self::name */
static const char *
parse_test(const char *p, struct select_test *test)
{
	const char *self = behind(p, "self::");

	if (self == NULL)
		self = behind(p, "local-name()=");
	if (self != NULL) {
		test->kind = SELECT_NAMED;
		return *self == '\'' || *self == '"'
		    ? parse_quoted(self, test->value)
		    : parse_name(self, test->value);
	}
	if (*p != '@')
		return NULL;
	p = parse_name(p + 1, test->attr);
	test->kind = SELECT_HAS;
	if (p == NULL || (*p != '=' && strncmp(p, "!=", 2) != 0))
		return p;
	test->kind = *p == '!' ? SELECT_DIFFERS : SELECT_EQUALS;
	return parse_quoted(p + 1 + (*p == '!'), test->value);
}

/* The same in not(). */
static const char *
parse_negated(const char *p, struct select_test *test)
{
	const char *inner = behind(p, "not(");

	if (inner == NULL)
		return parse_test(p, test);
	test->not = 1;
	p = parse_test(inner, test);
	return p != NULL && *p == ')' ? p + 1 : NULL;
}

/* Between brackets: a position, or tests that must all hold. */
static const char *
parse_predicate(const char *p, struct select_step *step)
{
	const char *more;

	if ((*p >= '0' && *p <= '9') || behind(p, "position()") != NULL) {
		p = step->min == 0 ? parse_position(p, step) : NULL;
		return p != NULL && *p == ']' ? p + 1 : NULL;
	}
	/* What is counted must be known by then. */
	if (step->min != 0)
		return NULL;
	for (;;) {
		if (step->tests == SELECT_TESTS_MAX)
			return NULL;
		p = parse_negated(p, &step->test[step->tests++]);
		more = p == NULL ? NULL : behind(p + (*p == ' '), "and");
		if (more == NULL)
			return p != NULL && *p == ']' ? p + 1 : NULL;
		p = more + (*more == ' ');
	}
}

static struct select_step *
add_step(struct select *s, int deep)
{
	struct select_step *step;

	if (s->n == SELECT_STEPS_MAX)
		return NULL;
	step = &s->step[s->n++];
	memset(step, 0, sizeof(*step));
	step->deep = deep;
	return step;
}

/* The first step of a path: an element with an id, wherever it is; NULL where
 * there are too many steps. */
static char *
add_id(struct select *s)
{
	struct select_step *step = add_step(s, 1);

	if (step == NULL)
		return NULL;
	step->once = 1;
	step->tests = 1;
	step->test[0].kind = SELECT_EQUALS;
	strcpy(step->test[0].attr, "id");
	return step->test[0].value;
}

/* What stands before a step: '/' or '//', and perhaps an axis. */
static const char *
parse_axis(const char *p, int *deep)
{
	const char *axis;

	*deep = p[1] == '/';
	p += 1 + *deep;
	axis = behind(p, "child::");
	if (axis != NULL)
		return axis;
	axis = behind(p, "descendant::");
	*deep |= axis != NULL;
	return axis != NULL ? axis : p;
}

/* The steps of a path, which begins with a '/', behind step `first`. */
static const char *
parse_path(const char *p, struct select *s, size_t first)
{
	struct select_step *step;
	int deep;

	while (p != NULL && *p == '/') {
		p = parse_axis(p, &deep);
		if (strncmp(p, "node()", 6) == 0 && s->n > first && !deep) {
			s->step[s->n - 1].inside = 1;
			return p + 6;
		}
		step = add_step(s, deep);
		if (step == NULL)
			return NULL;
		p = *p == '*' ? p + 1 : parse_name(p, step->name);
		while (p != NULL && *p == '[')
			p = parse_predicate(p + 1, step);
	}
	return p;
}

/* One path of those that '|' joins. */
static const char *
parse_branch(const char *p, struct select *s)
{
	const char *id = behind(p, "id(");
	size_t first = s->n;

	if (id != NULL) {
		char *value = add_id(s);

		p = value == NULL ? NULL : parse_quoted(id, value);
		if (p == NULL || *p != ')')
			return NULL;
		p++;
	} else if (*p != '/') {
		return NULL;
	}
	p = parse_path(p, s, first);
	if (s->n == first)
		return NULL;
	s->step[first].first = s->step[s->n - 1].last = 1;
	return p;
}

/* The data of xpointer(). */
static const char *
parse_xpath(const char *p, struct select *s)
{
	p = parse_branch(p, s);
	while (p != NULL && *p == '|')
		p = parse_branch(p + 1, s);
	return p;
}

/* The data of element(). */
static const char *
parse_element(const char *p, struct select *s)
{
	struct select_step *step;

	if (*p != '/')
		p = parse_name(p, add_id(s));
	while (p != NULL && *p == '/') {
		step = add_step(s, 0);
		if (step == NULL)
			return NULL;
		p = parse_number(p + 1, &step->min);
		step->max = step->min;
	}
	if (s->n > 0)
		s->step[0].first = s->step[s->n - 1].last = 1;
	return p;
}

/* What is behind the part of a pointer that begins at `p`: "scheme(data)". */
static const char *
part_end(const char *p)
{
	int depth = 0;

	for (; *p != '\0'; p++) {
		if (*p == '^' && p[1] != '\0')
			p++;
		else if (*p == '(')
			depth++;
		else if (*p == ')' && --depth <= 0)
			return p + 1;
	}
	return p;
}

static int
parse_part(const char *p, struct select *s)
{
	static const struct {
		const char *scheme;
		const char *(*parse)(const char *p, struct select *s);
	} schemes[] = {
		{ "element(", parse_element },
		{ "xpointer(", parse_xpath },
		{ "xpath1(", parse_xpath },
		{ "xpath(", parse_xpath },
	};
	const char *end;
	size_t i;

	for (i = 0; i < sizeof(schemes) / sizeof(*schemes); i++) {
		const char *data = behind(p, schemes[i].scheme);

		if (data == NULL)
			continue;
		s->n = 0;
		end = schemes[i].parse(data, s);
		return end != NULL && *end == ')' && s->n > 0 ? 0 : -1;
	}
	return -1;
}

/* A copy without the blanks that mean nothing: those in quotes do, and one
 * between two names. */
static char *
without_blanks(const char *p)
{
	char *copy = xmalloc(strlen(p) + 1), *to = copy, quote = '\0';

	for (; *p != '\0'; p++) {
		size_t blanks = quote == '\0' ? strspn(p, " \t\r\n") : 0;

		if (blanks > 0) {
			p += blanks - 1;
			if (to > copy && name_length(to - 1) > 0 &&
			    name_length(p + 1) > 0)
				*to++ = ' ';
			continue;
		}
		if (*p == quote)
			quote = '\0';
		else if (quote == '\0' && (*p == '"' || *p == '\''))
			quote = *p;
		*to++ = *p;
		*to = '\0';
	}
	*to = '\0';
	return copy;
}

/* The first part that is known; strictly, the first that finds. */
static int
parse_parts(const char *p, struct select *s)
{
	while (*p != '\0') {
		if (parse_part(p, s) == 0)
			return 0;
		p = part_end(p);
	}
	return -1;
}

int
select_parse(struct select *s, const char *xpointer)
{
	char *p = without_blanks(xpointer);
	size_t n = name_length(p);
	int result;

	memset(s, 0, sizeof(*s));
	if (n > 0 && p[n] == '\0') {
		result = keep(add_id(s), p, n, p) != NULL ? 0 : -1;
		s->step[0].first = s->step[0].last = 1;
	} else {
		result = parse_parts(p, s);
	}
	free(p);
	return result;
}

struct select_level
select_top(const struct select *s)
{
	struct select_level top = { .active = 0 };
	size_t i;

	for (i = 0; i < s->n; i++) {
		if (s->step[i].first)
			top.active |= 1U << i;
	}
	return top;
}

static int
has_attr(const struct select_test *test, const struct select_element *e)
{
	size_t len = strlen(test->value), i;

	for (i = 0; i < e->n; i++) {
		const struct select_attr *a = &e->attrs[i];
		int same =
		    a->len == len && memcmp(a->value, test->value, len) == 0;

		if (strcmp(a->name, test->attr) == 0 &&
		    (test->kind == SELECT_HAS ||
			same == (test->kind == SELECT_EQUALS)))
			return 1;
	}
	return 0;
}

static int
holds(const struct select_test *test, const struct select_element *e)
{
	int is = test->kind == SELECT_NAMED ? strcmp(test->value, e->name) == 0
					    : has_attr(test, e);

	return is != test->not ;
}

/* 1 if the element is what the step asks for; counts it if it may be. */
static int
step_matches(const struct select_step *step, unsigned *count,
    const struct select_element *e)
{
	size_t i;

	if (step->name[0] != '\0' && strcmp(step->name, e->name) != 0)
		return 0;
	for (i = 0; i < step->tests; i++) {
		if (!holds(&step->test[i], e))
			return 0;
	}
	++*count;
	return step->min == 0 || (step->min <= *count && *count <= step->max);
}

enum select_result
select_match(struct select *s, struct select_level *up,
    struct select_level *level, const struct select_element *e)
{
	enum select_result result = SELECT_NO;
	size_t i;

	memset(level, 0, sizeof(*level));
	for (i = 0; i < s->n && !s->done; i++) {
		struct select_step *step = &s->step[i];

		if ((up->active & 1U << i) == 0 || step->had)
			continue;
		if (step->deep)
			level->active |= 1U << i;
		if (!step_matches(step, &up->count[i], e))
			continue;
		if (!step->last)
			level->active |= 2U << i;
		else if (result == SELECT_NO)
			result = step->inside ? SELECT_INSIDE : SELECT_ELEMENT;
		step->had = step->once && step->last;
		/* Nothing else is looked for. */
		s->done = step->had && s->n == 1;
	}
	if (result != SELECT_NO)
		s->found = 1;
	return result;
}

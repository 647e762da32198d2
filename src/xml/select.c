/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "xml/select.h"

#include <stdlib.h>
#include <string.h>

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

/* [2] or [@name='value'] */
static const char *
parse_predicate(const char *p, struct select_step *step)
{
	if (p[1] != '@' && step->position == 0) {
		p = parse_number(p + 1, &step->position);
	} else if (p[1] == '@' && step->attr[0] == '\0' &&
	    step->position == 0) {
		p = parse_name(p + 2, step->attr);
		p = p != NULL && *p == '=' ? parse_quoted(p + 1, step->value)
					   : NULL;
	} else {
		return NULL;
	}
	return p != NULL && *p == ']' ? p + 1 : NULL;
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

/* The first step: an element with an id, wherever it is. */
static struct select_step *
add_id(struct select *s)
{
	struct select_step *step = &s->step[0];

	s->n = 1;
	memset(step, 0, sizeof(*step));
	step->deep = step->once = 1;
	strcpy(step->attr, "id");
	return step;
}

/* The steps of a path, which begins with a '/'. */
static const char *
parse_path(const char *p, struct select *s)
{
	struct select_step *step;
	int deep;

	while (p != NULL && *p == '/') {
		deep = p[1] == '/';
		p += 1 + deep;
		if (strncmp(p, "node()", 6) == 0 && s->n > 0 && !deep) {
			s->step[s->n - 1].inside = 1;
			return p + 6;
		}
		step = add_step(s, deep);
		if (step == NULL)
			return NULL;
		p = *p == '*' ? p + 1 : parse_name(p, step->name);
		while (p != NULL && *p == '[')
			p = parse_predicate(p, step);
	}
	return p;
}

/* The data of xpointer(). */
static const char *
parse_xpath(const char *p, struct select *s)
{
	if (strncmp(p, "id(", 3) == 0) {
		p = parse_quoted(p + 3, add_id(s)->value);
		if (p == NULL || *p != ')')
			return NULL;
		p++;
	} else if (*p != '/') {
		return NULL;
	}
	return parse_path(p, s);
}

/* The data of element(). */
static const char *
parse_element(const char *p, struct select *s)
{
	struct select_step *step;

	if (*p != '/')
		p = parse_name(p, add_id(s)->value);
	while (p != NULL && *p == '/') {
		step = add_step(s, 0);
		p = step != NULL ? parse_number(p + 1, &step->position) : NULL;
	}
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

/* A pointer without blanks, which mean nothing outside of values. */
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
		size_t n = strlen(schemes[i].scheme);

		if (strncmp(p, schemes[i].scheme, n) != 0)
			continue;
		s->n = 0;
		end = schemes[i].parse(p + n, s);
		return end != NULL && *end == ')' && s->n > 0 ? 0 : -1;
	}
	return -1;
}

int
select_parse(struct select *s, const char *xpointer)
{
	const char *p = xpointer + strspn(xpointer, " \t\n");
	size_t n = name_length(p);

	memset(s, 0, sizeof(*s));
	if (p[n + strspn(p + n, " \t\n")] == '\0')
		return keep(add_id(s)->value, p, n, p) != NULL ? 0 : -1;
	/* The first part that is known; strictly, the first that finds. */
	while (*p != '\0') {
		if (parse_part(p, s) == 0)
			return 0;
		p = part_end(p);
		p += strspn(p, " \t\n");
	}
	return -1;
}

struct select_level
select_top(void)
{
	struct select_level top = { .active = 1 };

	return top;
}

static int
has_attr(const struct select_step *step, const struct select_element *e)
{
	size_t len = strlen(step->value), i;

	for (i = 0; i < e->n; i++)
		if (strcmp(e->attrs[i].name, step->attr) == 0 &&
		    e->attrs[i].len == len &&
		    memcmp(e->attrs[i].value, step->value, len) == 0)
			return 1;
	return 0;
}

/* 1 if the element is what the step asks for; counts it if it may be. */
static int
step_matches(const struct select_step *step, unsigned *count,
    const struct select_element *e)
{
	if (step->name[0] != '\0' && strcmp(step->name, e->name) != 0)
		return 0;
	if (step->attr[0] != '\0' && !has_attr(step, e))
		return 0;
	++*count;
	return step->position == 0 || step->position == *count;
}

enum select_result
select_match(struct select *s, struct select_level *up,
    struct select_level *level, const struct select_element *e)
{
	enum select_result result = SELECT_NO;
	size_t i;

	memset(level, 0, sizeof(*level));
	for (i = 0; i < s->n && !s->done; i++) {
		const struct select_step *step = &s->step[i];

		if ((up->active & 1U << i) == 0)
			continue;
		if (step->deep)
			level->active |= 1U << i;
		if (!step_matches(step, &up->count[i], e))
			continue;
		if (i + 1 == s->n)
			result = step->inside ? SELECT_INSIDE : SELECT_ELEMENT;
		else
			level->active |= 2U << i;
		if (step->once)
			s->done = i + 1 == s->n;
	}
	if (result != SELECT_NO)
		s->found = 1;
	return result;
}

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <float.h>
#include <limits.h>
#include <string.h>

#include "base/buf.h"
#include "quiz/load.h"
#include "quiz/number.h"
#include "text/utf8.h"

static const char blanks[] = " \t\n\r";

/* Each stores a value and returns 0, or -1 when it is not allowed. */
typedef int set_fn(
    struct load *l, const struct attr_spec *spec, void *to, const char *value);

static int
is_name_start(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
	    (unsigned char)c >= 0x80;
}

/* An NCName, as far as ASCII is concerned. */
static int
is_name(const char *s)
{
	if (!is_name_start(*s))
		return 0;
	while (is_name_start(*s) || (*s >= '0' && *s <= '9') || *s == '-' ||
	    *s == '.')
		s++;
	return *s == '\0';
}

static void
set_string(struct load *l, void *to, const char *s, size_t len)
{
	const char *copy = arena_strndup(&l->bank->arena, s, len);

	memcpy(to, &copy, sizeof(copy));
}

static int
set_ref(
    struct load *l, const struct attr_spec *spec, void *to, const char *value)
{
	(void)spec;
	if (!is_name(value))
		return -1;
	set_string(l, to, value, strlen(value));
	return 0;
}

/* "12", or "12 of other.xml": where an id stands for the first time. */
static void
report_twice(struct load *l, const char *id, const struct place *first)
{
	struct place here = load_place(l);
	struct buf b = BUF_INIT;

	buf_printf(&b, "%d", first->line);
	if (strcmp(first->file, here.file) != 0)
		buf_printf(&b, " of %s", first->file);
	load_fault(l, &here, DIAG_ID_DUPLICATE, id, b.s);
	buf_release(&b);
}

static int
set_id(
    struct load *l, const struct attr_spec *spec, void *to, const char *value)
{
	struct place here = load_place(l), *first;
	const char *id;

	if (set_ref(l, spec, to, value) == -1)
		return -1;
	memcpy(&id, to, sizeof(id));
	first = ids_find(&l->bank->ids, id);
	if (first != NULL) {
		report_twice(l, id, first);
		return 0;
	}
	first = arena_alloc(&l->bank->arena, sizeof(*first));
	*first = here;
	ids_add(&l->bank->ids, id, first);
	return 0;
}

static int
set_text(
    struct load *l, const struct attr_spec *spec, void *to, const char *value)
{
	size_t len;

	(void)spec;
	value += strspn(value, blanks);
	len = strlen(value);
	while (len > 0 && strchr(blanks, value[len - 1]) != NULL)
		len--;
	if (len == 0 || strpbrk(value, "\t\n") != NULL)
		return -1;
	set_string(l, to, value, len);
	return 0;
}

static int
set_token(
    struct load *l, const struct attr_spec *spec, void *to, const char *value)
{
	(void)spec;
	if (*value == '\0' || strpbrk(value, blanks) != NULL)
		return -1;
	set_string(l, to, value, strlen(value));
	return 0;
}

/* The next word of *s, which moves behind it; 0: there is none. */
static size_t
next_word(const char **s, const char **word)
{
	size_t len;

	*word = *s + strspn(*s, blanks);
	len = strcspn(*word, blanks);
	*s = *word + len;
	return len;
}

static void
add_name(struct load *l, struct names *names, const char *s, size_t len)
{
	names->v = load_more(l, names->v, names->n, sizeof(*names->v));
	names->v[names->n++] = arena_strndup(&l->bank->arena, s, len);
}

static int
set_tokens(
    struct load *l, const struct attr_spec *spec, void *to, const char *value)
{
	struct names *names = to;
	const char *word;
	size_t len;

	(void)spec;
	while ((len = next_word(&value, &word)) > 0)
		add_name(l, names, word, len);
	return names->n > 0 ? 0 : -1;
}

static int
set_about(
    struct load *l, const struct attr_spec *spec, void *to, const char *value)
{
	struct names *names = to;
	struct bank_ref ref = { .attr = spec->name, .place = load_place(l) };
	const char *word;
	size_t len;

	while ((len = next_word(&value, &word)) > 0) {
		int sharp = *word == '#';

		if (len == (size_t)sharp)
			return -1;
		add_name(l, names, word + sharp, len - (size_t)sharp);
		ref.id = names->v[names->n - 1];
		vec_push(&l->bank->refs, ref);
	}
	return names->n > 0 ? 0 : -1;
}

static int
set_number(
    struct load *l, const struct attr_spec *spec, void *to, const char *value)
{
	double x;

	(void)l;
	if (number_parse(value, &x) == -1 || x < spec->min || x > spec->max)
		return -1;
	memcpy(to, &x, sizeof(x));
	return 0;
}

/* A whole number without a sign, below a thousand million. */
static int
whole(const char **s, long *out)
{
	size_t n = strspn(*s, "0123456789"), i;

	if (n == 0 || n > 9)
		return -1;
	*out = 0;
	for (i = 0; i < n; i++)
		*out = *out * 10 + ((*s)[i] - '0');
	*s += n;
	return 0;
}

static int
set_count(
    struct load *l, const struct attr_spec *spec, void *to, const char *value)
{
	long x;
	int count;

	(void)l;
	if (whole(&value, &x) == -1 || *value != '\0' || (double)x < spec->min)
		return -1;
	count = (int)x;
	memcpy(to, &count, sizeof(count));
	return 0;
}

/* The index of a word in a list "one two three", or -1. */
static int
word_index(const char *words, const char *s, size_t len)
{
	const char *word;
	size_t n;
	int i;

	for (i = 0; (n = next_word(&words, &word)) > 0; i++) {
		if (n == len && memcmp(word, s, len) == 0)
			return i;
	}
	return -1;
}

static int
set_word(
    struct load *l, const struct attr_spec *spec, void *to, const char *value)
{
	int i = word_index(spec->words, value, strlen(value));

	(void)l;
	if (i == -1)
		return -1;
	memcpy(to, &i, sizeof(i));
	return 0;
}

static int
set_yesno(
    struct load *l, const struct attr_spec *spec, void *to, const char *value)
{
	static const struct attr_spec yesno = { .words = "no yes" };

	(void)spec;
	return set_word(l, &yesno, to, value);
}

static int
set_flags(
    struct load *l, const struct attr_spec *spec, void *to, const char *value)
{
	unsigned flags = 0;
	const char *word;
	size_t len;
	int i;

	(void)l;
	if (spec->min > 0 || strcmp(value, "no") != 0) {
		while ((len = next_word(&value, &word)) > 0) {
			i = word_index(spec->words, word, len);
			if (i == -1)
				return -1;
			flags |= 1U << i;
		}
		if (flags == 0)
			return -1;
	}
	memcpy(to, &flags, sizeof(flags));
	return 0;
}

/* Digits and a unit, added to the total; nothing when they are not next. */
static void
take_time(const char **s, char unit, long seconds, long *total)
{
	const char *at = *s;
	long n;

	if (whole(&at, &n) == 0 && *at == unit) {
		*total += n * seconds;
		*s = at + 1;
	}
}

/* An xs:duration of days, hours, minutes and whole seconds. */
static int
set_time(
    struct load *l, const struct attr_spec *spec, void *to, const char *value)
{
	long total = 0;

	(void)l;
	(void)spec;
	if (*value++ != 'P')
		return -1;
	take_time(&value, 'D', 86400, &total);
	if (*value == 'T') {
		value++;
		take_time(&value, 'H', 3600, &total);
		take_time(&value, 'M', 60, &total);
		take_time(&value, 'S', 1, &total);
	}
	if (*value != '\0' || total <= 0 || total > INT_MAX)
		return -1;
	memcpy(to, &total, sizeof(total));
	return 0;
}

static int
set_any(
    struct load *l, const struct attr_spec *spec, void *to, const char *value)
{
	(void)l;
	(void)spec;
	(void)to;
	(void)value;
	return 0;
}

static set_fn *const setters[] = {
	[ATTR_ID] = set_id,
	[ATTR_REF] = set_ref,
	[ATTR_TEXT] = set_text,
	[ATTR_TOKEN] = set_token,
	[ATTR_TOKENS] = set_tokens,
	[ATTR_ABOUT] = set_about,
	[ATTR_NUMBER] = set_number,
	[ATTR_COUNT] = set_count,
	[ATTR_YESNO] = set_yesno,
	[ATTR_WORD] = set_word,
	[ATTR_FLAGS] = set_flags,
	[ATTR_TIME] = set_time,
	[ATTR_ANY] = set_any,
};

static void
want_words(struct buf *b, const char *words, const char *last)
{
	const char *word, *next;
	size_t len, n = next_word(&words, &word);

	for (; n > 0; n = len, word = next) {
		len = next_word(&words, &next);
		if (b->len > 0)
			buf_adds(b, len == 0 ? last : ", ");
		buf_add(b, word, n);
	}
}

static void
want_number(struct buf *b, const struct attr_spec *spec)
{
	buf_adds(b, "a number");
	if (spec->min == DBL_MIN)
		buf_adds(b, " above 0");
	else if (spec->max < DBL_MAX)
		buf_printf(b, " from %g to %g", spec->min, spec->max);
	else if (spec->min > -DBL_MAX)
		buf_printf(b, " not below %g", spec->min);
}

static void
want_flags(struct buf *b, const struct attr_spec *spec)
{
	want_words(b, spec->words, ", ");
	buf_adds(b, spec->min > 0 ? " or both" : ", both or no");
}

/* What the attribute may be, for the message. */
static void
want(struct buf *b, const struct attr_spec *spec)
{
	static const char *const plain[] = {
		[ATTR_ID] = "a letter, then letters, digits, - . and _",
		[ATTR_REF] = "an id",
		[ATTR_TEXT] = "one line of text",
		[ATTR_TOKEN] = "a word",
		[ATTR_TOKENS] = "words with blanks between them",
		[ATTR_ABOUT] = "ids of the article, as in \"#anatomy\"",
		[ATTR_TIME] = "a duration such as PT30M",
		[ATTR_YESNO] = "yes or no",
		[ATTR_ANY] = "anything",
	};

	if (spec->type == ATTR_NUMBER)
		want_number(b, spec);
	else if (spec->type == ATTR_COUNT)
		buf_printf(b, "a whole number not below %g", spec->min);
	else if (spec->type == ATTR_WORD)
		want_words(b, spec->words, " or ");
	else if (spec->type == ATTR_FLAGS)
		want_flags(b, spec);
	else
		buf_adds(b, plain[spec->type]);
}

static void
set_attr(struct load *l, const struct attr_spec *spec, void *obj,
    const struct xml_attr *attr)
{
	struct place here = load_place(l);
	struct buf b = BUF_INIT;

	if (text_is_clean(attr->value, attr->len) &&
	    setters[spec->type](
		l, spec, (char *)obj + spec->offset, attr->value) == 0)
		return;
	want(&b, spec);
	load_fault(l, &here, DIAG_QUIZ_ATTR, spec->name, attr->value,
	    load_name(l), b.s);
	buf_release(&b);
}

static const struct attr_spec *
find_spec(const struct attr_spec *spec, const char *name)
{
	for (; spec != NULL && spec->name != NULL; spec++) {
		if (strcmp(spec->name, name) == 0)
			return spec;
	}
	return NULL;
}

/* The name as it is written in a quiz: with "xml:" where it has that. */
static const char *
attr_name(const struct load *l, const struct xml_attr *attr, struct buf *b)
{
	enum xml_ns ns = xml_name_ns(l->xml, attr->name);

	buf_reset(b);
	if (ns == XML_NS_XML)
		buf_adds(b, "xml:");
	else if (ns != XML_NS_NONE)
		buf_adds(b, "foreign:");
	buf_adds(b, xml_name(l->xml, attr->name));
	return b->s;
}

static int
is_written(const struct load *l, const char *name)
{
	struct buf b = BUF_INIT;
	size_t i;
	int found = 0;

	for (i = 0; i < l->ev.n_attr && !found; i++)
		found = strcmp(attr_name(l, &l->ev.attr[i], &b), name) == 0;
	buf_release(&b);
	return found;
}

static void
check_needed(struct load *l, const struct attr_spec *spec)
{
	struct place here = load_place(l);

	for (; spec != NULL && spec->name != NULL; spec++) {
		if (spec->needed && !is_written(l, spec->name))
			load_fault(l, &here, DIAG_QUIZ_ATTR_MISSING,
			    load_name(l), spec->name);
	}
}

void
load_attrs(struct load *l, const struct attr_spec *specs,
    const struct attr_spec *more, void *obj)
{
	struct place here = load_place(l);
	struct buf b = BUF_INIT;
	size_t i;

	for (i = 0; i < l->ev.n_attr; i++) {
		const struct xml_attr *attr = &l->ev.attr[i];
		const char *name = attr_name(l, attr, &b);
		const struct attr_spec *spec = find_spec(specs, name);

		if (spec == NULL)
			spec = find_spec(more, name);
		if (spec != NULL)
			set_attr(l, spec, obj, attr);
		else if (strcmp(name, "xml:lang") != 0 &&
		    strcmp(name, "xml:space") != 0)
			load_fault(l, &here, DIAG_QUIZ_ATTR_UNKNOWN,
			    load_name(l), name);
	}
	check_needed(l, specs);
	check_needed(l, more);
	buf_release(&b);
}

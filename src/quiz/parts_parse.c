/* SPDX-License-Identifier: ISC */
/* How an answer to several parts is read from one line. */
#include "config.h"

#include <assert.h>
#include <string.h>

#include "base/buf.h"
#include "quiz/answer.h"
#include "quiz/choice.h"
#include "quiz/form.h"
#include "quiz/parts.h"

/* What was read for a part. */
struct given {
	int is; /* it was read */
	struct answer_part what;
};

struct reader {
	struct response *r;
	const struct item *it;
	const unsigned char *order;
	struct given given[ITEM_PARTS_MAX];
	size_t next; /* the part that comes where none is named */
};

static const char blanks[] = " \t\n\r";

static int
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static int
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static int
refuse_letter(struct reader *g, const struct part *p)
{
	buf_printf(&g->r->reason,
	    "there is no such option; choose from a to %c",
	    'a' + (int)p->n - 1);
	return -1;
}

static int
refuse_count(struct reader *g)
{
	size_t n = g->it->parts.n;

	buf_printf(&g->r->reason,
	    "there are %zu to answer; a hyphen leaves one open", n);
	return -1;
}

/* Notes what was given for a part; the next one is behind it. */
static int
give(struct reader *g, size_t i, const struct answer_part *what)
{
	if (i >= g->it->parts.n)
		return refuse_count(g);
	if (g->given[i].is) {
		buf_printf(&g->r->reason, "%zu is answered twice", i + 1);
		return -1;
	}
	g->given[i].what = *what;
	g->given[i].is = 1;
	g->next = i + 1;
	return 0;
}

/* The option that a letter or digit stands for, or -1. */
static int
option_of(const struct reader *g, const struct part *p, char c)
{
	int place = choice_place(c, p->n);

	if (place == -1)
		return -1;
	return (int)choice_at(g->order, p->first + (size_t)place);
}

static int
give_letter(struct reader *g, size_t i, char c)
{
	struct answer_part what = { .option = -1, .s = "" };
	const struct part *p;

	if (i >= g->it->parts.n)
		return refuse_count(g);
	p = &g->it->parts.part[i];
	what.option = option_of(g, p, c);
	return what.option == -1 ? refuse_letter(g, p) : give(g, i, &what);
}

/* A whole number at the start of *s, which moves behind it; from 1, or 0. */
static size_t
take_number(const char **s)
{
	size_t n = 0;

	for (; is_digit(**s); ++*s)
		n = n > 999 ? n : n * 10 + (size_t)(**s - '0');
	return n;
}

/* Does the hyphen at `s` leave a part open?  Not in "1-b", "1 - b" and "b-a". */
static int
is_open_sign(const char *s, int numbered)
{
	if (*s++ != '-')
		return 0;
	if (numbered)
		s += strspn(s, blanks);
	return !is_letter(*s);
}

/* "1b 2a", "b a", "1-b, 2-a", "ba". */
static int
read_letters(struct reader *g, const char *s)
{
	const struct answer_part open = { .option = -1, .s = "" };
	int numbered = 0, rc = 0;

	for (; *s != '\0' && rc == 0; s++) {
		if (is_digit(*s)) {
			size_t n = take_number(&s);

			s--;
			g->next = n - 1;
			if (numbered || n == 0)
				return refuse_count(g);
			numbered = 1;
		} else if (is_letter(*s)) {
			rc = give_letter(g, g->next, *s);
			numbered = 0;
		} else if (is_open_sign(s, numbered)) {
			rc = give(g, g->next, &open);
			numbered = 0;
		} else if (strchr(" \t,.:)(=>&+-", *s) == NULL) {
			return refuse_letter(g, &g->it->parts.part[0]);
		}
	}
	return rc == 0 && numbered ? refuse_count(g) : rc;
}

/* Has `s` the same words as an option, but for case and the like? */
static int
is_text_of(
    const struct reader *g, const struct rich *text, const char *s, size_t len)
{
	struct form a, b;
	int same;

	form_init(&a, s, len, 0, g->it->quiz->lang);
	form_init(
	    &b, text->text.s, text->text.len, FORM_AUTHOR, g->it->quiz->lang);
	same = strcmp(a.text.s, b.text.s) == 0;
	form_release(&a);
	form_release(&b);
	return same;
}

static int
option_of_text(
    const struct reader *g, const struct part *p, const char *s, size_t len)
{
	size_t i;

	for (i = p->first; i < p->first + p->n; i++) {
		if (is_text_of(g, &g->it->choice.option[i].text, s, len))
			return (int)i;
	}
	return -1;
}

/* The part whose number or key, and a sign behind it, begin *s, which then
 * moves to what is said of it; or the next one. */
static size_t
take_address(const struct reader *g, const char **s)
{
	const struct parts *parts = &g->it->parts;
	const char *at = *s;
	size_t n = take_number(&at), i, len;

	if (n > 0 && n <= parts->n && strchr(":=)", *at) != NULL &&
	    at[0] != '\0' && at[1] != '\0') {
		*s = at + 1;
		return n - 1;
	}
	for (i = 0; i < parts->n; i++) {
		len = strlen(parts->part[i].key);
		if (strncmp(*s, parts->part[i].key, len) == 0 &&
		    ((*s)[len] == ':' || (*s)[len] == '=')) {
			*s += len + 1;
			return i;
		}
	}
	return g->next;
}

/* "b", or "1b" among pieces: the number of the part goes before. */
static size_t
take_numbered_letter(const struct reader *g, const char **s)
{
	const char *at = *s;
	size_t n = take_number(&at);

	if (n > 0 && n <= g->it->parts.n && is_letter(at[0]) && at[1] == '\0' &&
	    g->it->parts.part[n - 1].n > 0) {
		*s = at;
		return n - 1;
	}
	return g->next;
}

static int
read_value(struct reader *g, size_t i, const char *s)
{
	struct answer_part what = { -1, s, strlen(s) };
	const struct part *p;

	if (i >= g->it->parts.n)
		return refuse_count(g);
	p = &g->it->parts.part[i];
	if (strcmp(s, "-") == 0) {
		what.len = 0;
	} else if (p->n > 0) {
		if (what.len == 1)
			what.option = option_of(g, p, *s);
		if (what.option == -1)
			what.option = option_of_text(g, p, s, what.len);
		if (what.option == -1 && p->typed.n_accept == 0)
			return refuse_letter(g, p);
	}
	return give(g, i, &what);
}

static int
read_piece(struct reader *g, const char *s)
{
	size_t i = take_address(g, &s);

	if (i == g->next)
		i = take_numbered_letter(g, &s);
	s += strspn(s, blanks);
	return *s == '\0' ? refuse_count(g) : read_value(g, i, s);
}

/* Parts the copy at `s` with NULs. */
static int
read_pieces(struct reader *g, char *s)
{
	char *next, *end;
	int rc = 0;

	for (; s != NULL && rc == 0; s = next) {
		next = g->it->parts.n == 1 ? NULL : strpbrk(s, ";\n");
		if (next != NULL)
			*next++ = '\0';
		s += strspn(s, blanks);
		end = s + strlen(s);
		while (end > s && strchr(blanks, end[-1]) != NULL)
			*--end = '\0';
		if (*s == '\0' && next == NULL)
			break;
		rc = read_piece(g, s);
	}
	return rc;
}

static int
take_all(struct reader *g)
{
	size_t i;

	for (i = 0; i < g->it->parts.n; i++) {
		if (!g->given[i].is)
			return refuse_count(g);
		parts_set(g->r, g->it, i, &g->given[i].what);
	}
	return parts_finish(g->r, g->it);
}

int
parts_parse(struct response *r, const struct item *it,
    const unsigned char *order, const char *s)
{
	struct reader g = { .r = r, .it = it, .order = order };
	struct buf copy = BUF_INIT;
	int rc;

	assert(it->parts.n > 0 && it->parts.n <= ITEM_PARTS_MAX);
	buf_adds(&copy, s);
	if (it->parts.n > 1 && parts_all_picked(it) &&
	    strpbrk(s, ";\n") == NULL)
		rc = read_letters(&g, s);
	else
		rc = read_pieces(&g, copy.s);
	if (rc == 0)
		rc = take_all(&g);
	buf_release(&copy);
	return rc;
}

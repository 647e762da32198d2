/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "doc/index.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/xalloc.h"
#include "doc/doc.h"
#include "text/exact.h"
#include "text/fold.h"
#include "text/match.h"
#include "text/regex.h"

struct text_index {
	const struct doc *doc;
	struct fold fold;
	size_t unit; /* the next one to take in */
};

struct text_index *
index_new(const struct doc *doc)
{
	struct text_index *ix = xcalloc(1, sizeof(*ix));

	ix->doc = doc;
	fold_init(&ix->fold);
	return ix;
}

void
index_free(struct text_index *ix)
{
	if (ix == NULL)
		return;
	fold_release(&ix->fold);
	free(ix);
}

/* What takes the stretches of text of one unit after the other. */
struct sink {
	void (*range)(void *arg, uint32_t from, uint32_t to);
	void (*end)(void *arg, uint32_t at); /* of the unit */
	void *arg;
};

static void
give_range(const struct sink *k, uint32_t from, uint32_t to)
{
	if (to > from)
		k->range(k->arg, from, to);
}

/* Footnotes and what is hidden stand in the range of the text around them. */
static void
give_text(const struct doc *doc, const struct unit *u, const struct sink *k)
{
	uint32_t n = u->first, nodes = doc_nodes(doc), at = u->start;

	while (n <= nodes && doc_node(doc, n)->start < u->end) {
		const struct node *node = doc_node(doc, n);
		int aside = node->flags & NODE_HIDDEN ||
		    elem_info[node->elem].class == CLASS_NOTE;

		if (!aside) {
			n++;
			continue;
		}
		give_range(k, at, node->start);
		at = node->end;
		n = node->last + 1;
	}
	give_range(k, at, u->end);
	k->end(k->arg, u->end);
}

static void
give_table(
    const struct doc *doc, const struct unit *table, const struct sink *k)
{
	size_t i = doc_inner_unit_from(doc, table->start);

	for (; i < doc_inner_units(doc); i++) {
		const struct unit *u = doc_inner_unit(doc, i);

		if (u->start >= table->end)
			break;
		if (u->kind != UNIT_TABLE)
			give_text(doc, u, k);
	}
}

static void
give_unit(const struct doc *doc, size_t i, const struct sink *k)
{
	const struct unit *u = doc_unit(doc, i);

	if (u->kind == UNIT_TABLE)
		give_table(doc, u, k);
	else
		give_text(doc, u, k);
}

static void
fold_range(void *arg, uint32_t from, uint32_t to)
{
	struct text_index *ix = arg;

	fold_add(&ix->fold, doc_text(ix->doc) + from, to - from, from);
}

static void
fold_end(void *arg, uint32_t at)
{
	struct text_index *ix = arg;

	fold_break(&ix->fold, at);
}

int
index_update(struct text_index *ix, size_t max)
{
	const struct sink k = { fold_range, fold_end, ix };

	if (ix->unit == 0 && doc_units(ix->doc) > 0)
		buf_expect(&ix->fold.text, doc_expected(ix->doc));
	for (; max > 0 && ix->unit < doc_units(ix->doc); max--)
		give_unit(ix->doc, ix->unit++, &k);
	return ix->unit < doc_units(ix->doc);
}

static void
find_all(const struct text_index *ix, const struct exact *e, int with_case,
    struct matches *out)
{
	const struct exact_text text = { &ix->fold, doc_text(ix->doc),
		doc_len(ix->doc) };
	const char *all = ix->fold.text.s, *hay = all, *found;
	size_t left = ix->fold.text.len, at;
	struct match m;

	while ((found = match_find(hay, left, e->folded, e->n)) != NULL) {
		at = (size_t)(found - all);
		if (exact_fits(e, &text, at, with_case)) {
			m.start = fold_source(&ix->fold, at);
			m.end = fold_source_end(&ix->fold, at + e->n);
			vec_push(&out->all, m);
			at += e->n;
		} else {
			at++;
		}
		hay = all + at;
		left = ix->fold.text.len - at;
	}
}

void
index_search(const struct text_index *ix, const char *needle, size_t len,
    struct matches *out)
{
	struct exact e;

	out->all.n = 0;
	out->any_case = 0;
	exact_init(&e, needle, len);
	find_all(ix, &e, 1, out);
	if (out->all.n == 0 && e.has_case) {
		find_all(ix, &e, 0, out);
		out->any_case = out->all.n > 0;
	}
	exact_release(&e);
}

/* A unit of which the expression is held against the text, made of pieces. */
struct search_unit {
	const struct text_index *ix;
	struct regex *re;
	struct matches *out;
	struct buf text;
	VEC(struct fold_step) pieces; /* where each begins, here and there */
	int costly;
};

static void
take_range(void *arg, uint32_t from, uint32_t to)
{
	struct search_unit *s = arg;
	struct fold_step piece = { (uint32_t)s->text.len, from };

	vec_push(&s->pieces, piece);
	buf_add(&s->text, doc_text(s->ix->doc) + from, to - from);
}

static uint32_t
source_of(const struct search_unit *s, size_t at)
{
	size_t i = s->pieces.n;

	while (i > 1 && s->pieces.v[i - 1].folded > at)
		i--;
	return s->pieces.v[i - 1].source +
	    ((uint32_t)at - s->pieces.v[i - 1].folded);
}

/* The last byte of a match says where it ends: a footnote may come behind. */
static void
search_unit(void *arg, uint32_t unit_end)
{
	struct search_unit *s = arg;
	size_t at = 0;
	struct regex_span span;
	enum regex_result result = REGEX_NONE;

	(void)unit_end;
	while (!s->costly && s->pieces.n > 0 &&
	    (result = regex_find(s->re, s->text.s, s->text.len, at, &span)) ==
		REGEX_FOUND) {
		struct match m = { source_of(s, span.start),
			source_of(s, span.end - 1) + 1 };

		vec_push(&s->out->all, m);
		at = span.end;
	}
	s->costly |= result == REGEX_COSTLY;
	buf_reset(&s->text);
	s->pieces.n = 0;
}

int
index_regex(const struct text_index *ix, const char *pattern, size_t len,
    struct matches *out, struct buf *why)
{
	struct search_unit s = { .ix = ix, .out = out, .text = BUF_INIT };
	const struct sink k = { take_range, search_unit, &s };
	size_t i;

	out->all.n = 0;
	out->any_case = 0;
	s.re = regex_new(pattern, len, why);
	if (s.re == NULL)
		return -1;
	for (i = 0; i < ix->unit && !s.costly; i++)
		give_unit(ix->doc, i, &k);
	if (s.costly)
		buf_adds(why, "it tries too much; make it simpler");
	regex_free(s.re);
	buf_release(&s.text);
	vec_release(&s.pieces);
	return s.costly ? -1 : 0;
}

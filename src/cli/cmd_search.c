/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "cli/cli.h"
#include "cli/common.h"
#include "doc/doc.h"
#include "doc/gentext.h"
#include "doc/index.h"
#include "doc/vocab.h"
#include "layout/layout.h"
#include "text/fold.h"
#include "text/match.h"

enum { WIDTH = 72 };

/* The section's number, or its title where it has none. */
static void
add_place(const struct doc *doc, uint32_t at, struct buf *b)
{
	size_t s = doc_section_at(doc, at), before = b->len;

	doc_label(doc, s, b);
	if (b->len == before)
		gentext_section(doc, s, b);
	buf_printf(b, ":%u: ", at);
}

/* What is written, line by line. */
struct listing {
	const struct doc *doc;
	struct layout *layout;
	size_t n;                     /* lines written */
	const struct line *last;      /* of them */
	VEC(struct layout_pos) index; /* lines written for the index's terms */
};

static int
is_in_index(const struct listing *l, struct layout_pos pos)
{
	size_t i;

	for (i = 0; i < l->index.n; i++) {
		if (l->index.v[i].unit == pos.unit &&
		    l->index.v[i].line == pos.line)
			return 1;
	}
	return 0;
}

/* `section:offset: line`, a line that has several matches once. */
static void
list(struct listing *l, uint32_t at)
{
	struct layout_pos pos = layout_find(l->layout, at);
	const struct line *line = layout_line(l->layout, pos);
	struct buf b = BUF_INIT;

	if (line == l->last || is_in_index(l, pos))
		return;
	l->n++;
	l->last = line;
	add_place(l->doc, at, &b);
	if (line != NULL)
		line_text(line, &b);
	buf_addc(&b, '\n');
	put_text(b.s);
	buf_release(&b);
}

static void
list_rank(struct listing *l, const struct matches *found, enum vocab_rank rank)
{
	size_t i;

	l->last = NULL;
	for (i = 0; i < found->all.n; i++) {
		if (vocab_rank(l->doc, found->all.v[i].start) == rank)
			list(l, found->all.v[i].start);
	}
}

/* Where the index leads to for `needle`: its terms are no text, and found by
 * themselves.  So many lines are remembered, to be written once. */
enum { INDEX_MAX = 200 };

/* What an indexterm is about: the paragraph that it stands in, or the one that
 * follows where it stands before any. */
static uint32_t
about_of(const struct doc *doc, uint32_t term)
{
	uint32_t at = doc_node(doc, term)->start;
	size_t unit = doc_unit_at(doc, at);

	if (at >= doc_unit(doc, unit)->end && unit + 1 < doc_units(doc))
		at = doc_unit(doc, unit + 1)->start;
	return at;
}

static void
list_index(struct listing *l, const char *needle)
{
	char *folded = fold_string(needle, strlen(needle));
	size_t i, n = strlen(folded);
	struct vocab terms;

	vocab_init(&terms);
	vocab_collect(&terms, l->doc);
	l->last = NULL;
	for (i = 0;
	     i < terms.all.n && l->index.n < INDEX_MAX && doc_units(l->doc) > 0;
	     i++) {
		const struct vocab_entry *term = &terms.all.v[i];
		uint32_t at = about_of(l->doc, term->node);

		if (term->kind != VOCAB_INDEX ||
		    match_find(term->folded, strlen(term->folded), folded, n) ==
			NULL)
			continue;
		list(l, at);
		vec_push(&l->index, layout_find(l->layout, at));
	}
	vocab_release(&terms);
	free(folded);
}

/* As in the reader's list: titles, the index's terms where `needle` is one,
 * the glossary, the text.  0: nothing was written. */
static size_t
show(const struct doc *doc, const struct matches *found, const char *needle)
{
	struct layout_options opt = { .width = WIDTH };
	struct listing l = { .doc = doc, .layout = layout_new(doc, &opt) };

	list_rank(&l, found, VOCAB_IN_TITLE);
	if (needle != NULL)
		list_index(&l, needle);
	list_rank(&l, found, VOCAB_IN_GLOSSARY);
	list_rank(&l, found, VOCAB_IN_TEXT);
	vec_release(&l.index);
	layout_free(l.layout);
	return l.n;
}

/* As in the reader, slashes make an expression of it; here it takes two, for a
 * path may end with one. */
static int
is_expression(const struct cli *c)
{
	const char *needle = c->arg[0];
	size_t n = strlen(needle);

	return c->opt[OPT_REGEX] != NULL ||
	    (n > 2 && needle[0] == '/' && needle[n - 1] == '/');
}

/* -1 with a message when the text is no expression. */
static int
find(const struct cli *c, const struct text_index *ix, struct matches *found)
{
	const char *needle = c->arg[0];
	size_t n = strlen(needle);
	struct buf why = BUF_INIT;
	int result = 0;

	if (c->opt[OPT_REGEX] != NULL)
		result = index_regex(ix, needle, n, found, &why);
	else if (is_expression(c))
		result = index_regex(ix, needle + 1, n - 2, found, &why);
	else
		index_search(ix, needle, n, found);
	if (result < 0)
		complain("not an expression to search for: %s", why.s);
	buf_release(&why);
	return result;
}

int
cmd_search(const struct cli *c)
{
	struct matches found = { 0 };
	struct text_index *ix;
	struct opened o;
	int status = CLI_FAULT;

	if (c->n_arg == 0) {
		complain("search needs a text; see \"lectern help search\"");
		return CLI_USAGE;
	}
	if (opened_course(&o, c, 1) == 0) {
		ix = index_new(o.doc);
		while (index_update(ix, 65536))
			;
		if (find(c, ix, &found) < 0)
			status = CLI_USAGE;
		else if (show(o.doc, &found,
			     is_expression(c) ? NULL : c->arg[0]) > 0)
			status = CLI_DONE;
		vec_release(&found.all);
		index_free(ix);
	}
	opened_release(&o);
	return status;
}

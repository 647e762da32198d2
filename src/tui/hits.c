/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "tui/hits.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "doc/doc.h"
#include "doc/vocab.h"
#include "layout/lines.h"
#include "text/fold.h"
#include "text/match.h"
#include "tui/crumbs.h"
#include "tui/picker.h"
#include "tui/reader.h"

/* How much a place tells about what it names. */
enum rank { RANK_TITLE, RANK_GLOSSARY, RANK_TEXT };

static enum rank
rank_of(const struct doc *doc, uint32_t at)
{
	const struct section *s = doc_section(doc, doc_section_at(doc, at));
	const struct node *title;
	uint32_t n = vocab_node_at(doc, at);

	if (s->title != DOC_NONE) {
		title = doc_node(doc, s->title);
		if (at >= title->start && at < title->end)
			return RANK_TITLE;
	}
	n = doc_ancestor(doc, n, ROLE_GLOSSTERM);
	if (n != DOC_NONE &&
	    doc_node(doc, doc_node(doc, n)->parent)->elem == ELEM_GLOSSENTRY)
		return RANK_GLOSSARY;
	return RANK_TEXT;
}

static char *
count_text(size_t n)
{
	return xasprintf("%zu", n);
}

static void
add_head(struct picker *p, const char *text, uint32_t at, size_t count)
{
	struct pick_row row = { .at = at, .head = 1 };

	row.text = xstrdup(text);
	row.right = count_text(count);
	picker_add(p, row);
}

static void
add_section(struct picker *p, size_t section, size_t count)
{
	const struct doc *doc = p->view.tui->doc;
	struct buf b = BUF_INIT;

	crumbs_title(doc, section, &b);
	add_head(p, b.s, doc_section(doc, section)->start, count);
	buf_release(&b);
}

/* The number of the section that a place is in, for the right edge. */
static char *
section_number(const struct doc *doc, uint32_t at)
{
	struct buf b = BUF_INIT;

	doc_label(doc, doc_section_at(doc, at), &b);
	return buf_detach(&b);
}

/* 1 if the row above shows the line that this place is in, too. */
static int
is_shown(struct picker *p, uint32_t at)
{
	struct page *page = &p->reader->page;
	const struct pick_row *last;
	struct layout_pos a, b;

	if (p->rows.n == 0)
		return 0;
	last = &p->rows.v[p->rows.n - 1];
	if (last->head || last->link == NO_OFFSET)
		return 0;
	a = page_find(page, last->at);
	b = page_find(page, at);
	return a.unit == b.unit && a.line == b.line;
}

/* A line with several matches is one row, with all of them marked in it. */
static void
add_match(struct picker *p, size_t i, int numbered)
{
	uint32_t at = p->reader->search.found.all.v[i].start;
	struct pick_row row = { .at = at, .link = (uint32_t)i };

	if (is_shown(p, at))
		return;
	if (numbered)
		row.right = section_number(p->view.tui->doc, at);
	picker_add(p, row);
}

static void
add_ranked(
    struct picker *p, const uint8_t *rank, enum rank wanted, const char *head)
{
	size_t i, n = p->reader->search.found.all.n, count = 0;

	for (i = 0; i < n; i++)
		count += rank[i] == wanted;
	if (count == 0)
		return;
	add_head(p, head, NO_OFFSET, count);
	for (i = 0; i < n; i++) {
		if (rank[i] == wanted)
			add_match(p, i, wanted != RANK_TITLE);
	}
}

static void
add_index_row(struct picker *p, const struct vocab_entry *term)
{
	uint32_t at = doc_node(p->view.tui->doc, term->node)->start;
	struct pick_row row = { .at = at, .link = NO_OFFSET };

	row.text = xstrdup(term->name);
	row.right = section_number(p->view.tui->doc, at);
	picker_add(p, row);
}

/* Entries of the index are no text, so that the search itself did not see
 * them; of expressions they are not asked. */
static void
add_index(struct picker *p)
{
	const struct vocab *t = reader_vocab(p->reader);
	const char *needle = p->reader->search.needle.s;
	char *folded = fold_string(needle, strlen(needle));
	size_t i, n = strlen(folded), head = p->rows.n, count = 0;

	for (i = 0; i < t->all.n && !p->reader->search.regex; i++) {
		const struct vocab_entry *term = &t->all.v[i];

		if (term->kind != VOCAB_INDEX ||
		    match_find(term->folded, strlen(term->folded), folded, n) ==
			NULL)
			continue;
		if (count++ == 0)
			add_head(p, "In the index", NO_OFFSET, 0);
		add_index_row(p, term);
	}
	if (count > 0) {
		free(p->rows.v[head].right);
		p->rows.v[head].right = count_text(count);
	}
	free(folded);
}

/* The text, section by section. */
static void
add_text(struct picker *p, const uint8_t *rank)
{
	const struct doc *doc = p->view.tui->doc;
	const struct matches *found = &p->reader->search.found;
	size_t i, k, count, section, last = (size_t)-1;

	for (i = 0; i < found->all.n; i++) {
		if (rank[i] != RANK_TEXT)
			continue;
		section = doc_section_at(doc, found->all.v[i].start);
		for (k = i, count = 0; section != last && k < found->all.n &&
		     doc_section_at(doc, found->all.v[k].start) == section;
		     k++)
			count += rank[k] == RANK_TEXT;
		if (section != last)
			add_section(p, section, count);
		last = section;
		add_match(p, i, 0);
	}
}

static void
select_current(struct picker *p)
{
	const struct search *s = &p->reader->search;
	struct layout_pos a, b;
	uint32_t at;
	size_t i;

	if (s->current >= s->found.all.n)
		return;
	at = s->found.all.v[s->current].start;
	b = page_find(&p->reader->page, at);
	for (i = 0; i < p->rows.n; i++) {
		const struct pick_row *row = &p->rows.v[i];

		if (row->head || row->link == NO_OFFSET)
			continue;
		a = page_find(&p->reader->page, row->at);
		if (a.unit == b.unit && a.line == b.line) {
			picker_select(p, i);
			return;
		}
	}
}

static void
fill(struct picker *p)
{
	const struct matches *found = &p->reader->search.found;
	uint8_t *rank = xcalloc(found->all.n + 1, 1);
	size_t i;

	picker_clear(p);
	buf_reset(&p->title);
	buf_printf(&p->title, "%s: %zu in all%s", p->reader->search.needle.s,
	    found->all.n, found->any_case ? ", any case" : "");
	for (i = 0; i < found->all.n; i++)
		rank[i] =
		    (uint8_t)rank_of(p->view.tui->doc, found->all.v[i].start);
	add_ranked(p, rank, RANK_TITLE, "In titles");
	add_index(p);
	add_ranked(p, rank, RANK_GLOSSARY, "In the glossary");
	add_text(p, rank);
	free(rank);
	select_current(p);
}

static void
draw_hit(struct picker *p, struct canvas *c, int row, int col,
    const struct pick_row *r)
{
	struct page_marks marks = { .match = p->reader->search.sorted.all.v,
		.n_match = p->reader->search.sorted.all.n };
	struct canvas_rect where = { row, col, 1, c->cols };

	page_draw_line_of(&p->reader->page, c, &where, r->at, &marks);
}

static void
go(struct picker *p, const struct pick_row *row)
{
	struct reader *r = p->reader;

	reader_push_place(r);
	if (row->head || row->link == NO_OFFSET) {
		page_goto(&r->page, row->at);
		return;
	}
	r->search.current = row->link;
	reader_show_match(r);
}

static const struct pick_ops hits_ops = {
	.name = "matches",
	.title = "Matches of ",
	.empty = "There are none.",
	.open = CMD_HITS,
	.draw = draw_hit,
	.go = go,
	.refill = fill,
};

void
reader_hits(struct view *v)
{
	struct reader *r = reader_of(v);
	struct picker *p;

	if (r->search.needle.len == 0 && v->tui->search != NULL)
		reader_find(r, v->tui->search, page_offset(&r->page));
	if (r->search.found.all.n == 0) {
		tui_say(v->tui, "Nothing has been searched for yet.");
		return;
	}
	p = picker_new(r, &hits_ops);
	fill(p);
	tui_push(v->tui, &p->view);
}

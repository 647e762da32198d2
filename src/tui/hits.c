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

/* Of more matches than these, those that are within ROW_BYTES are taken to be
 * in one line, without setting it. */
enum { LINES_MAX = 4000, ROW_BYTES = 30 };

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

/* 1 if a row for what is at `from` shows what is at `at` as well: a line with
 * several matches is one row, with all of them marked in it. */
static int
in_row(struct picker *p, uint32_t from, uint32_t at)
{
	struct page *page = &p->reader->page;
	const char *text = doc_text(p->view.tui->doc);
	struct layout_pos a, b;

	if (at < from || memchr(text + from, '\n', at - from) != NULL)
		return 0;
	if (p->reader->search.found.all.n > LINES_MAX)
		return at - from <= ROW_BYTES;
	a = page_find(page, from);
	b = page_find(page, at);
	return a.unit == b.unit && a.line == b.line;
}

static void
add_match(struct picker *p, size_t i, int numbered)
{
	uint32_t at = p->reader->search.found.all.v[i].start;
	struct pick_row row = { .at = at, .link = (uint32_t)i };

	if (numbered)
		row.right = section_number(p->view.tui->doc, at);
	picker_add(p, row);
}

static void
add_ranked(struct picker *p, const uint8_t *rank, enum vocab_rank wanted,
    const char *head)
{
	const struct matches *found = &p->reader->search.found;
	size_t i, n = found->all.n, count = 0;
	uint32_t row = NO_OFFSET;

	for (i = 0; i < n; i++)
		count += rank[i] == wanted;
	if (count == 0)
		return;
	add_head(p, head, NO_OFFSET, count);
	for (i = 0; i < n; i++) {
		if (rank[i] != wanted || in_row(p, row, found->all.v[i].start))
			continue;
		row = found->all.v[i].start;
		add_match(p, i, wanted != VOCAB_IN_TITLE);
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
	uint32_t row = NO_OFFSET;

	for (i = 0; i < found->all.n; i++) {
		if (rank[i] != VOCAB_IN_TEXT)
			continue;
		section = doc_section_at(doc, found->all.v[i].start);
		for (k = i, count = 0; section != last && k < found->all.n &&
		     doc_section_at(doc, found->all.v[k].start) == section;
		     k++)
			count += rank[k] == VOCAB_IN_TEXT;
		if (section != last)
			add_section(p, section, count);
		if (section == last && in_row(p, row, found->all.v[i].start))
			continue;
		last = section;
		row = found->all.v[i].start;
		add_match(p, i, 0);
	}
}

/* The row that shows the current match: its own, or that of one before. */
static void
select_current(struct picker *p)
{
	size_t i, current = p->reader->search.current, best = p->rows.n;

	for (i = 0; i < p->rows.n; i++) {
		const struct pick_row *row = &p->rows.v[i];

		if (row->head || row->link == NO_OFFSET || row->link > current)
			continue;
		if (best == p->rows.n || row->link > p->rows.v[best].link)
			best = i;
	}
	if (best < p->rows.n)
		picker_select(p, best);
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
		rank[i] = (uint8_t)vocab_rank(
		    p->view.tui->doc, found->all.v[i].start);
	add_ranked(p, rank, VOCAB_IN_TITLE, "In titles");
	add_index(p);
	add_ranked(p, rank, VOCAB_IN_GLOSSARY, "In the glossary");
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
	struct canvas_rect where = { row, col, 1, c->cols - 1 - col };

	page_draw_context(&p->reader->page, c, &where,
	    &p->reader->search.found.all.v[r->link], &marks);
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
		reader_no_search(v->tui);
		return;
	}
	p = picker_new(r, &hits_ops);
	fill(p);
	tui_push(v->tui, &p->view);
}

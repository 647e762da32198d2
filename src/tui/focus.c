/* SPDX-License-Identifier: ISC */
/*
 * focus.c - one paragraph at a time
 *
 * All but the paragraph at the top is left out, with the titles above it and
 * its footnotes; paging goes on to the next one.  Left out and not dimmed: not
 * every terminal can dim, and what is dimmed is read all the same.
 */
#include "config.h"

#include "doc/doc.h"
#include "tui/reader.h"

static int
is_title(const struct doc *doc, size_t unit)
{
	return doc_ancestor(doc, doc_unit(doc, unit)->node, ROLE_TITLE) !=
	    DOC_NONE ||
	    doc_ancestor(doc, doc_unit(doc, unit)->node, ROLE_SUBTITLE) !=
	    DOC_NONE;
}

/* Blank lines above a block are its own; the block may end with them. */
static size_t
unit_at_top(struct page *p)
{
	struct layout_pos pos = p->top;
	const struct line *line = layout_line(p->layout, pos);

	while (line != NULL && line->n == 0 &&
	    layout_move(p->layout, &pos, 1) == 1)
		line = layout_line(p->layout, pos);
	return pos.unit;
}

void
focus_range(struct page *p, size_t *first, size_t *last)
{
	const struct doc *doc = p->doc;
	size_t n = doc_units(doc);

	*first = *last = 0;
	if (n == 0)
		return;
	*first = *last = unit_at_top(p);
	while (*last + 1 < n && is_title(doc, *last))
		++*last;
	while (*last + 1 < n && doc_unit(doc, *last + 1)->note)
		++*last;
}

/* 1 if the screen shows the end of what is in focus. */
static int
shows_end(struct page *p, size_t last)
{
	struct layout_pos pos = p->top;

	layout_move(p->layout, &pos, p->area.rows);
	return pos.unit > last || page_at_end(p);
}

int
focus_down(struct reader *r)
{
	struct page *p = &r->page;
	uint32_t from = page_offset(p);
	size_t first, last;

	if (!r->focus)
		return 0;
	focus_range(p, &first, &last);
	if (!shows_end(p, last))
		return 0;
	do {
		if (!page_next_block(p)) {
			tui_say(r->view.tui, "This is the end.");
			break;
		}
	} while (p->top.unit <= last);
	reader_paced(r, from);
	return 1;
}

int
focus_up(struct reader *r)
{
	struct page *p = &r->page;
	const struct doc *doc = p->doc;

	if (!r->focus)
		return 0;
	if (!page_prev_block(p))
		tui_say(r->view.tui, "This is the beginning.");
	/* What belongs to the paragraph before: its footnotes, its title. */
	while (p->top.unit > 0 &&
	    (doc_unit(doc, p->top.unit)->note ||
		is_title(doc, p->top.unit - 1)) &&
	    page_prev_block(p))
		;
	return 1;
}

void
reader_focus(struct view *v)
{
	struct reader *r = reader_of(v);
	struct buf keys = BUF_INIT;

	r->focus = !r->focus;
	if (r->focus) {
		/* From its first line: what stands above is not shown. */
		page_block_top(&r->page);
		buf_adds(&keys, "One paragraph at a time: ");
		tui_key(v->tui, CMD_PAGE_DOWN, &keys);
		buf_adds(&keys, " shows the next, ");
		tui_key(v->tui, CMD_FOCUS, &keys);
		tui_say(v->tui, "%s all.", keys.s);
	} else {
		tui_say(v->tui, "All of the text is shown.");
	}
	buf_release(&keys);
}

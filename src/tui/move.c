/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "doc/doc.h"
#include "tui/reader.h"

/* Scrolls by lines; where that is impossible it says why. */
static void
scroll(struct view *v, int n)
{
	struct reader *r = reader_of(v);
	uint32_t from = page_offset(&r->page);

	if (page_scroll(&r->page, n) != 0 || n == 0) {
		reader_paced(r, from);
		return;
	}
	if (n < 0)
		tui_say(v->tui, "This is the beginning.");
	else if (doc_complete(r->page.doc))
		tui_say(v->tui, "This is the end.");
	else
		tui_say(v->tui, "The rest is still being read.");
}

static int
page_lines(struct view *v)
{
	int rows = reader_of(v)->page.area.rows;

	return rows > 4 ? rows - 2 : rows > 1 ? rows - 1 : 1;
}

static int
half_lines(struct view *v)
{
	int rows = reader_of(v)->page.area.rows;

	return rows > 1 ? rows / 2 : 1;
}

void
reader_line_down(struct view *v)
{
	scroll(v, tui_count(v->tui, 1));
}

void
reader_line_up(struct view *v)
{
	scroll(v, -tui_count(v->tui, 1));
}

void
reader_half_down(struct view *v)
{
	scroll(v, half_lines(v) * tui_count(v->tui, 1));
}

void
reader_half_up(struct view *v)
{
	scroll(v, -half_lines(v) * tui_count(v->tui, 1));
}

void
reader_page_down(struct view *v)
{
	if (!focus_down(reader_of(v)))
		scroll(v, page_lines(v) * tui_count(v->tui, 1));
}

void
reader_page_up(struct view *v)
{
	if (!focus_up(reader_of(v)))
		scroll(v, -page_lines(v) * tui_count(v->tui, 1));
}

void
reader_top(struct view *v)
{
	struct reader *r = reader_of(v);

	reader_push_place(r);
	page_goto(&r->page, 0);
}

void
reader_bottom(struct view *v)
{
	struct reader *r = reader_of(v);

	reader_push_place(r);
	page_goto_end(&r->page);
	if (!doc_complete(r->page.doc))
		tui_say(v->tui, "The rest is still being read.");
}

void
reader_percent(struct view *v)
{
	struct reader *r = reader_of(v);
	int percent = tui_count(v->tui, -1);

	if (percent < 0 || percent > 100) {
		tui_say(v->tui, "Type a number from 0 to 100 before %%.");
		return;
	}
	reader_push_place(r);
	if (percent == 100)
		page_goto_end(&r->page);
	else
		page_goto(&r->page,
		    (uint32_t)((uint64_t)doc_len(r->page.doc) *
			(unsigned)percent / 100));
}

void
reader_para_down(struct view *v)
{
	struct reader *r = reader_of(v);
	int n = tui_count(v->tui, 1);
	uint32_t from = page_offset(&r->page);

	if (page_at_end(&r->page)) {
		scroll(v, 1);
		return;
	}
	while (n-- > 0 && page_next_block(&r->page))
		;
	reader_paced(r, from);
}

void
reader_para_up(struct view *v)
{
	struct reader *r = reader_of(v);
	int n = tui_count(v->tui, 1);

	if (!page_prev_block(&r->page))
		scroll(v, -1);
	while (--n > 0 && page_prev_block(&r->page))
		;
}

/* Sections may have no number n; then says so and stays. */
static void
go_section(struct reader *r, size_t section, int exists, const char *otherwise)
{
	if (exists)
		reader_jump_section(r, section);
	else
		tui_say(r->view.tui, "%s", otherwise);
}

/* The last section that begins above the screen or at its top. */
static size_t
begun(struct reader *r)
{
	const struct doc *doc = r->page.doc;
	uint32_t at = page_offset(&r->page);
	size_t low = 0, high = doc_sections(doc);

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (doc_section(doc, mid)->start <= at)
			low = mid + 1;
		else
			high = mid;
	}
	return low > 0 ? low - 1 : 0;
}

void
reader_next_section(struct view *v)
{
	struct reader *r = reader_of(v);
	size_t n = doc_sections(r->page.doc), old = begun(r);
	size_t to = old + (size_t)tui_count(v->tui, 1);

	if (to >= n)
		to = n > 0 ? n - 1 : 0;
	go_section(r, to, to > old, "This is the last section.");
}

/* 1 if the screen begins where the section does. */
static int
at_start_of(struct reader *r, size_t section)
{
	struct page_place here = page_here(&r->page), there;

	page_goto_node(&r->page, doc_section(r->page.doc, section)->node);
	there = page_here(&r->page);
	page_return(&r->page, &here);
	return there.top.unit == here.top.unit &&
	    there.top.line >= here.top.line;
}

void
reader_prev_section(struct view *v)
{
	struct reader *r = reader_of(v);
	size_t section, n = (size_t)tui_count(v->tui, 1);

	if (doc_sections(r->page.doc) == 0)
		return;
	section = begun(r);
	if (!at_start_of(r, section))
		n--;
	go_section(r, section > n ? section - n : 0, n == 0 || section > 0,
	    "This is the first section.");
}

void
reader_next_sibling(struct view *v)
{
	struct reader *r = reader_of(v);
	const struct doc *doc = r->page.doc;
	size_t n = doc_sections(doc), section = reader_section(r), to;

	if (n == 0)
		return;
	for (to = section + 1; to < n; to++) {
		if (doc_section(doc, to)->depth <=
		    doc_section(doc, section)->depth)
			break;
	}
	go_section(r, to,
	    to < n &&
		doc_section(doc, to)->depth == doc_section(doc, section)->depth,
	    "No more sections of this level here.");
}

void
reader_prev_sibling(struct view *v)
{
	struct reader *r = reader_of(v);
	const struct doc *doc = r->page.doc;
	size_t section = reader_section(r), to;

	for (to = section; to-- > 0;) {
		if (doc_section(doc, to)->depth <=
		    doc_section(doc, section)->depth)
			break;
	}
	go_section(r, to,
	    section > 0 &&
		doc_section(doc, to)->depth == doc_section(doc, section)->depth,
	    "No sections of this level before this one.");
}

void
reader_parent(struct view *v)
{
	struct reader *r = reader_of(v);
	size_t section = reader_section(r);

	if (doc_sections(r->page.doc) == 0)
		return;
	go_section(r, doc_section(r->page.doc, section)->parent, section > 0,
	    "This is the whole document.");
}

static void
change_measure(struct view *v, int by)
{
	struct reader *r = reader_of(v);

	reader_drop_link(r);
	page_set_measure(&r->page, r->page.measure + by);
	tui_say(v->tui, "Lines of at most %d columns.", r->page.measure);
}

void
reader_wider(struct view *v)
{
	change_measure(v, 4 * tui_count(v->tui, 1));
}

void
reader_narrower(struct view *v)
{
	change_measure(v, -4 * tui_count(v->tui, 1));
}

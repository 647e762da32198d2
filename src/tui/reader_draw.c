/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "doc/doc.h"
#include "text/width.h"
#include "tui/bar.h"
#include "tui/crumbs.h"
#include "tui/pane.h"
#include "tui/reader.h"

/* In percent, by what is above the screen; all of it at the end.  A footnote
 * has its text amid that of the paragraph above it, and counts as behind it. */
unsigned
reader_percent_read(struct reader *r)
{
	const struct doc *doc = r->page.doc;
	uint64_t len = doc_len(doc), at = page_offset(&r->page);
	size_t unit = r->page.top.unit;
	unsigned percent;

	if (page_at_end(&r->page))
		return 100;
	if (len == 0)
		return 0;
	while (unit > 0 && doc_unit(doc, unit)->note)
		unit--;
	if (unit != r->page.top.unit)
		at = doc_unit(doc, unit)->end;
	percent = (unsigned)((at * 100 + len / 2) / len);
	return percent > 99 ? 99 : percent;
}

/* Always as wide, so that nothing moves as the numbers grow. */
static void
say_position(struct reader *r, size_t section, struct buf *out)
{
	size_t total = doc_sections(r->page.doc);
	int cols = r->view.tui->canvas.cols, digits;
	struct buf b = BUF_INIT;

	if (!doc_complete(r->page.doc)) {
		buf_adds(out, "reading ...");
		return;
	}
	if (cols >= 100) {
		pace_say(reader_minutes(r), out);
		buf_adds(out, " left  ");
	}
	if (cols >= 24 && total > 1) {
		buf_printf(&b, "%zu", total - 1);
		digits = (int)b.len;
		buf_printf(out, "%s%*zu/%s ", cols >= 60 ? "sec " : "", digits,
		    section, b.s);
	}
	buf_printf(out, "%3u%%", reader_percent_read(r));
	buf_release(&b);
}

static void
draw_header(struct reader *r)
{
	struct tui *t = r->view.tui;
	struct buf path = BUF_INIT, position = BUF_INIT;
	size_t section;

	if (doc_sections(t->doc) > 0) {
		section = reader_section(r);
		say_position(r, section, &position);
		crumbs_path(t->doc, section,
		    t->canvas.cols - 4 - text_width(position.s, position.len),
		    &path);
	}
	tui_header(t, path.s, position.s);
	buf_release(&path);
	buf_release(&position);
}

/* "x 5 questions on this section, 2 due"; nothing if there are none. */
static void
add_quiz(struct reader *r, struct bar *bar)
{
	size_t section = reader_section(r);
	const char *where =
	    section > 0 ? " on this section" : " on the whole course";
	struct buf b = BUF_INIT;

	reader_quiz_hint(
	    r, section, r->view.tui->canvas.cols >= 60 ? where : "", &b);
	if (b.len > 0)
		bar_add(bar, CMD_NONE, b.s);
	buf_release(&b);
}

/* What does not fit can be seen whole; nothing else on the screen says so. */
static void
add_wide(struct reader *r, struct bar *bar)
{
	size_t unit;

	if (r->page.layout == NULL || !page_find_wide(&r->page, 0, &unit))
		return;
	bar_add(bar, CMD_WIDE,
	    doc_unit(r->page.doc, unit)->kind == UNIT_TABLE ? "whole table"
							    : "whole listing");
}

/* What the section has, and the keys that a newcomer looks for. */
static void
add_usual(struct reader *r, struct bar *bar)
{
	add_quiz(r, bar);
	add_wide(r, bar);
	bar_add(bar, CMD_SEARCH, "search");
	bar_add(bar, CMD_CONTENTS, "contents");
	bar_add(bar, CMD_CLOSE, "quit");
}

/* A match on the screen is here, also below the title of the next section. */
static void
say_count(struct reader *r, struct buf *out)
{
	const struct doc *doc = r->view.tui->doc;
	const struct match *m = search_current(&r->search);

	if (m == NULL || page_row_of(&r->page, m->start) >= 0)
		search_count(&r->search, doc, out);
	else
		search_count_apart(&r->search, doc, reader_section(r), out);
}

static void
add_search(struct reader *r, struct bar *bar)
{
	struct buf b = BUF_INIT;

	buf_printf(&b, "/%s", r->search.needle.s);
	bar_add(bar, CMD_NONE, b.s);
	bar_add(bar, CMD_NEXT_MATCH, "next");
	bar_add(bar, CMD_PREV_MATCH, "previous");
	bar_add(bar, CMD_HITS, "list");
	bar_add(bar, CMD_CANCEL, "clear");
	say_count(r, &bar->place);
	buf_release(&b);
}

static void
end_passage(struct reader *r, struct bar *bar)
{
	struct buf b = BUF_INIT;

	buf_printf(&b, "back to %s", r->passage);
	bar_end(bar, CMD_CLOSE, b.s);
	buf_release(&b);
}

static void
draw_status(struct reader *r)
{
	struct bar bar;

	bar_init(&bar, r->view.tui);
	if (r->selected.n > 0)
		reader_link_hint(r, &bar);
	else if (r->search.found.all.n > 0)
		add_search(r, &bar);
	else if (r->passage == NULL)
		add_usual(r, &bar);
	if (r->passage != NULL)
		end_passage(r, &bar);
	else if (bar.place.len == 0)
		bar_end(&bar, CMD_HELP, "help");
	bar_show(&bar);
}

/* From now on there is time to read what is on the screen. */
static void
note_shown(struct reader *r)
{
	r->shown_end = page_end(&r->page);
	if (r->place.pace.last_ms == 0)
		r->place.pace.last_ms = tui_clock_ms(r->view.tui);
}

void
reader_draw(struct view *v, struct canvas *c)
{
	struct reader *r = reader_of(v);
	const struct match *current = search_current(&r->search);
	struct page_marks marks = { .match = r->search.sorted.all.v,
		.n_match = r->search.sorted.all.n,
		.lit = r->lit,
		.selected = r->selected.v,
		.n_selected = r->selected.n,
		.sign = r->margin.signs.v,
		.n_sign = r->margin.signs.n,
		.light = r->margin.lights.v,
		.n_light = r->margin.lights.n,
		.chosen = r->chosen,
		.hidden = r->hidden.all.v,
		.n_hidden = r->hidden.all.n };

	marks.focus = r->focus;
	if (r->focus)
		focus_range(&r->page, &marks.focus_first, &marks.focus_last);
	if (current != NULL)
		marks.current = *current;
	page_draw(&r->page, c, &marks);
	reader_draw_end(r, c);
	note_shown(r);
	pane_draw(r, c);
	draw_header(r);
	draw_status(r);
	reader_draw_card(r, c);
}

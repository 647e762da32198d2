/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "doc/doc.h"
#include "text/width.h"
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

static void
add_hint(struct tui *t, enum cmd_id cmd, const char *what, struct buf *out)
{
	if (out->len > 0)
		buf_adds(out, "  ");
	tui_key(t, cmd, out);
	buf_printf(out, " %s", what);
}

/* "x  5 questions on this section, 2 due"; nothing if there are none. */
static void
quiz_hint(struct reader *r, struct buf *out)
{
	size_t section = reader_section(r);
	const char *where =
	    section > 0 ? " on this section" : " on the whole course";

	reader_quiz_hint(
	    r, section, r->view.tui->canvas.cols >= 60 ? where : "", out);
}

/* The keys that a newcomer looks for, where there is room for them. */
static void
first_keys(struct tui *t, int right_cols, struct buf *out)
{
	struct buf keys = BUF_INIT;

	add_hint(t, CMD_SEARCH, "search", &keys);
	add_hint(t, CMD_CONTENTS, "contents", &keys);
	add_hint(t, CMD_CLOSE, "quit", &keys);
	if (out->len == 0)
		buf_adds(out, keys.s);
	else if ((int)(out->len + keys.len) + right_cols + 7 <= t->canvas.cols)
		buf_printf(out, "   %s", keys.s);
	buf_release(&keys);
}

/* What does not fit can be seen whole; nothing else on the screen says so. */
static void
wide_hint(struct reader *r, int right_cols, struct buf *out)
{
	struct tui *t = r->view.tui;
	struct buf key = BUF_INIT;
	size_t unit;

	if (r->page.layout == NULL || !page_find_wide(&r->page, 0, &unit))
		return;
	tui_key(t, CMD_WIDE, &key);
	buf_adds(&key,
	    doc_unit(t->doc, unit)->kind == UNIT_TABLE ? " whole table"
						       : " whole listing");
	if ((int)(out->len + key.len) + right_cols + 7 <= t->canvas.cols)
		buf_printf(out, "   %s", key.s);
	buf_release(&key);
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
search_hint(struct reader *r, struct buf *left, struct buf *right)
{
	struct tui *t = r->view.tui;

	buf_reset(right);
	say_count(r, right);
	buf_printf(left, "/%s ", r->search.needle.s);
	if (t->canvas.cols >= 60) {
		add_hint(t, CMD_NEXT_MATCH, "next", left);
		add_hint(t, CMD_PREV_MATCH, "previous", left);
		add_hint(t, CMD_HITS, "list", left);
		add_hint(t, CMD_CANCEL, "clear", left);
	}
}

static void
passage_hint(struct reader *r, struct buf *out)
{
	tui_key(r->view.tui, CMD_CLOSE, out);
	buf_printf(out, "  back to %s", r->passage);
}

static void
draw_status(struct reader *r)
{
	struct tui *t = r->view.tui;
	struct buf hint = BUF_INIT, right = BUF_INIT;

	if (r->passage != NULL)
		passage_hint(r, &right);
	else
		add_hint(t, CMD_HELP, "help", &right);
	if (r->selected.n > 0)
		reader_link_hint(r, &hint);
	else if (r->search.found.all.n > 0)
		search_hint(r, &hint, &right);
	else if (r->passage == NULL) {
		quiz_hint(r, &hint);
		first_keys(t, (int)right.len, &hint);
		wide_hint(r, (int)right.len, &hint);
	}
	tui_status(t, hint.s, right.s);
	buf_release(&hint);
	buf_release(&right);
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

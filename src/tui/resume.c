/* SPDX-License-Identifier: ISC */
/*
 * resume.c - coming back to a course, and how long the rest of it takes
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "course/course.h"
#include "doc/doc.h"
#include "text/ascii.h"
#include "text/rich.h"
#include "text/width.h"
#include "tui/crumbs.h"
#include "tui/reader.h"

/* [s] Whoever comes back sooner knows where they were; [col] of the card. */
enum { CARD_AFTER = 4 * 3600, CARD_COLS = 60, CARD_MIN = 24, CARD_ROWS = 8 };

static struct reading *
seen_of(struct reader *r)
{
	const struct tui *t = r->view.tui;

	if (r->seen.sums.n == 0 && doc_complete(t->doc)) {
		reading_begin(&r->seen, t->doc);
		/* Without a file nothing was read yet; with a bad one reading
		 * goes on as well. */
		if (!t->opt->forget)
			(void)reading_load(
			    &r->seen, t->doc, t->opt->course->keep);
	}
	return &r->seen;
}

const struct reading *
reader_seen(struct reader *r)
{
	return seen_of(r);
}

/* The screen that began at `from` goes, and with it the text up to `to`: of
 * that, what there was the time to read.  A screen that was read at leisure has
 * all been read, however fast it is left line by line. */
static void
note_read(struct reader *r, uint32_t from, uint32_t to, int64_t now)
{
	int64_t since = r->place.pace.last_ms, read;

	if (now == 0 || since == 0)
		return;
	if (r->read_to < from || r->read_to > r->shown_end)
		r->read_to = from;
	read = r->read_to + pace_bytes(now - since);
	r->read_to = read < r->shown_end ? (uint32_t)read : r->shown_end;
	reading_add(
	    seen_of(r), r->page.doc, from, to < r->read_to ? to : r->read_to);
}

void
reader_paced(struct reader *r, uint32_t from)
{
	int64_t now = tui_clock_ms(r->view.tui);
	uint32_t to = page_offset(&r->page);

	note_read(r, from, to, now);
	if (now > 0)
		pace_move(&r->place.pace, (int64_t)to - from, now);
}

void
reader_leaves(struct reader *r)
{
	note_read(
	    r, page_offset(&r->page), r->shown_end, tui_clock_ms(r->view.tui));
}

/* "2.2 Anatomy, six days ago" and so on, a line each. */
void
reader_card(struct reader *r, uint32_t at)
{
	struct tui *t = r->view.tui;
	int64_t now = tui_now(t);

	if (tui_setting(t, SET_RESUME) == RESUME_OFF ||
	    now - r->place.time < CARD_AFTER || at == 0 ||
	    doc_sections(t->doc) == 0)
		return;
	buf_adds(&r->card, "You stopped in ");
	crumbs_title(t->doc, doc_section_at(t->doc, at), &r->card);
	buf_adds(&r->card, ", ");
	margin_ago(r->place.time, now, &r->card);
	buf_addc(&r->card, '.');
	r->card_due = r->card.len;
	buf_addc(&r->card, ' ');
	tui_key(t, CMD_FOLLOW, &r->card);
	buf_adds(&r->card, " goes on; so does any other key.");
}

void
reader_say_due(struct view *v)
{
	struct reader *r = reader_of(v);
	struct tui *t = v->tui;
	struct quiz_count n = t->opt->hooks->count(t, 0, t->opt->hooks->arg);
	struct buf due = BUF_INIT;

	if (n.due == 0 || r->offers_tour ||
	    tui_setting(t, SET_RESUME) == RESUME_OFF)
		return;
	buf_printf(&due, "%d %s due: ", n.due,
	    n.due == 1 ? "question is" : "questions are");
	tui_key(t, CMD_QUIZ_MENU, &due);
	buf_adds(&due, " asks them.");
	if (r->card.len > 0) {
		char *rest = xstrdup(r->card.s + r->card_due);

		buf_truncate(&r->card, r->card_due);
		buf_printf(&r->card, " %s%s", due.s, rest);
		free(rest);
	} else if (t->message.len == 0) {
		tui_say(t, "%s", due.s);
	}
	buf_release(&due);
}

void
reader_card_new(struct reader *r)
{
	buf_adds(&r->card, "New here? ");
	tui_key(r->view.tui, CMD_FOLLOW, &r->card);
	buf_adds(&r->card,
	    " opens a tour that teaches the keys in ten minutes. Any other key "
	    "goes on; the tour is there at any time as \"lectern tour\".");
	r->offers_tour = 1;
}

void
reader_draw_card(struct reader *r, struct canvas *c)
{
	const struct canvas_rect *body = &r->page.area;
	struct canvas_rect box, inner;
	struct arena arena;
	struct lines lines;
	struct rich text;
	size_t i;

	if (r->card.len == 0 || c->cols < CARD_MIN || c->rows < CARD_ROWS)
		return;
	arena_init(&arena);
	rich_init(&text);
	rich_adds(&text, r->card.s, STYLE_BODY);
	box.cols = body->cols - 4 < CARD_COLS ? body->cols - 4 : CARD_COLS;
	lines =
	    lines_set(&arena, &text, box.cols - 4, 0, 0, r->view.tui->ascii);
	box.rows = (int)lines.n + 2;
	box.col = body->col + (body->cols - box.cols) / 2;
	box.row = body->row + body->rows - box.rows - 1;
	tui_box(c, &box, r->view.tui->ascii, &inner);
	for (i = 0; i < lines.n; i++)
		tui_line(c, inner.row + (int)i, inner.col, &lines.line[i]);
	rich_release(&text);
	arena_release(&arena);
}

int
reader_minutes(struct reader *r)
{
	int64_t bytes = (int64_t)doc_len(r->page.doc) - page_offset(&r->page);

	return page_at_end(&r->page) ? 0 : pace_minutes(&r->place.pace, bytes);
}

void
reader_say_place(struct view *v)
{
	struct reader *r = reader_of(v);
	struct buf b = BUF_INIT;
	size_t section;
	int minutes;

	tui_load_all(v->tui);
	minutes = reader_minutes(r);
	buf_printf(&b, "%u%%, ", reader_percent_read(r));
	if (minutes > 0) {
		buf_adds(&b, "about ");
		pace_say(minutes, &b);
		buf_adds(&b, " left");
	} else {
		buf_adds(&b, "the end");
	}
	if (doc_sections(v->tui->doc) > 0) {
		section = reader_section(r);
		buf_printf(&b, "; section %zu of %zu: ", section,
		    doc_sections(v->tui->doc) - 1);
		crumbs_title(v->tui->doc, section, &b);
	}
	tui_say(v->tui, "%s", b.s);
	buf_release(&b);
}

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "tui/pane.h"

#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "doc/doc.h"
#include "text/rich.h"
#include "text/width.h"
#include "tui/crumbs.h"
#include "tui/reader.h"

/* [col] The text gets at least these. */
enum { TEXT_MIN = 30 };

/* [col] A word of recall with its sign and the blank before it. */
enum { WORD_COLS = 10 };

struct rows {
	VEC(size_t) section;
	int at; /* the row of the section that is read */
};

static int
is_wanted(const struct reader *r)
{
	const struct tui *t = r->view.tui;
	int setting = tui_setting(t, SET_CONTENTS);

	if (t->canvas.cols < PANE_COLS + 1 + TEXT_MIN)
		return 0;
	if (r->pin != PIN_AUTO)
		return r->pin == PIN_ON;
	if (setting != CONTENTS_AUTO)
		return setting == CONTENTS_PINNED;
	return t->canvas.cols >= PANE_MIN && getenv("SSH_CONNECTION") == NULL &&
	    getenv("SSH_TTY") == NULL;
}

void
pane_place(const struct reader *r, struct canvas_rect *body)
{
	if (!is_wanted(r))
		return;
	body->col += PANE_COLS + 1;
	body->cols -= PANE_COLS + 1;
}

/* 1 if `section` is `at` or what that is part of. */
static int
is_around(const struct doc *doc, size_t section, size_t at)
{
	while (at > section)
		at = doc_section(doc, at)->parent;
	return at == section;
}

/* The chapters, and of those around the place what they are made of: a large
 * book has more sections than a pane has rows. */
static void
choose_rows(const struct doc *doc, size_t here, struct rows *rows)
{
	size_t i, parent;
	int shown = 1;

	for (i = 1; i < doc_sections(doc); i++) {
		parent = doc_section(doc, i)->parent;
		shown = parent == 0 || is_around(doc, parent, here);
		if (!shown)
			continue;
		if (i <= here)
			rows->at = (int)rows->section.n;
		vec_push(&rows->section, i);
	}
}

/* 'n' matches at the right edge, else the sign of a mark or a note. */
static void
say_right(const struct reader *r, size_t section, struct buf *out)
{
	const struct doc *doc = r->page.doc;
	char sign = reader_mark_sign(r, section, 0);
	size_t n = 0;

	if (r->search.found.all.n > 0)
		n = search_in_section(&r->search, doc, section, 1);
	if (n > 0)
		buf_printf(out, " %zu", n);
	else if (sign != 0)
		buf_printf(out, " %c", sign);
}

/* Adds to what stands at the right edge how well the section is remembered: in
 * a word where that leaves room for the title, of so many columns. */
static unsigned
say_recall(
    const struct reader *r, size_t section, int title_cols, struct buf *right)
{
	int room = PANE_COLS - title_cols - text_width(right->s, right->len);
	struct buf b = BUF_INIT;
	unsigned style = STYLE_BODY;

	if (r->search.found.all.n == 0)
		style = reader_recall(r, section,
		    room >= WORD_COLS ? RECALL_WORD : RECALL_SIGN, &b);
	if (b.len > 0)
		buf_printf(right, " %s", b.s);
	buf_release(&b);
	return style;
}

static void
draw_title(struct reader *r, struct canvas *c, int row, size_t section)
{
	const struct doc *doc = r->page.doc;
	int indent = 2 * (doc_section(doc, section)->depth - 1), col;
	struct buf title = BUF_INIT, right = BUF_INIT;
	struct canvas_rect clip = c->clip, left = { row, 0, 1, PANE_COLS };
	unsigned style;

	crumbs_title(doc, section, &title);
	col = 3 + (indent > 12 ? 12 : indent);
	say_right(r, section, &right);
	style = say_recall(
	    r, section, col + text_width(title.s, title.len), &right);
	left.cols -= text_width(right.s, right.len);
	canvas_move(c, row, left.cols);
	canvas_put(c, right.s, right.len, style);
	canvas_clip(c, &left);
	canvas_move(c, row, 1);
	canvas_puts(c, reader_seen_sign(r, section), STYLE_RIGHT);
	canvas_move(c, row, col);
	tui_put(r->view.tui, title.s, left.cols - col,
	    indent == 0 ? STYLE_STRONG : STYLE_BODY);
	canvas_clip(c, &clip);
	buf_release(&title);
	buf_release(&right);
}

/* Which of the rows is shown first: the one that is read is in the middle. */
static int
top_row(const struct reader *r, const struct rows *rows)
{
	int shown = r->page.area.rows, top = rows->at - shown / 2;

	if (top > (int)rows->section.n - shown)
		top = (int)rows->section.n - shown;
	return top < 0 ? 0 : top;
}

int
pane_section_at(struct reader *r, int row, int col, size_t *section)
{
	const struct canvas_rect *area = &r->page.area;
	struct rows rows = { .at = -1 };
	int i, found;

	if (area->col == 0 || col >= PANE_COLS ||
	    doc_sections(r->page.doc) == 0)
		return 0;
	choose_rows(r->page.doc, reader_section(r), &rows);
	i = top_row(r, &rows) + row - area->row;
	found = row >= area->row && row < area->row + area->rows && i >= 0 &&
	    i < (int)rows.section.n && rows.section.v != NULL;
	if (found)
		*section = rows.section.v[i];
	vec_release(&rows.section);
	return found;
}

static void
draw_rows(struct reader *r, struct canvas *c, const struct rows *rows)
{
	const struct canvas_rect *area = &r->page.area;
	int n = (int)rows->section.n, top = top_row(r, rows), row;

	for (row = 0; row < area->rows && top + row < n; row++) {
		draw_title(r, c, area->row + row, rows->section.v[top + row]);
		if (top + row != rows->at)
			continue;
		canvas_move(c, area->row + row, 0);
		canvas_puts(c, ">", STYLE_STRONG);
		canvas_style(c, area->row + row, 0, PANE_COLS, STYLE_STRONG);
	}
}

void
pane_draw(struct reader *r, struct canvas *c)
{
	const struct canvas_rect *area = &r->page.area;
	struct rows rows = { .at = -1 };
	int row;

	if (area->col == 0)
		return;
	for (row = 0; row < area->rows; row++) {
		canvas_move(c, area->row + row, PANE_COLS);
		canvas_puts(
		    c, r->view.tui->ascii ? "|" : "\u2502", STYLE_FRAME);
	}
	if (doc_sections(r->page.doc) > 0)
		choose_rows(r->page.doc, reader_section(r), &rows);
	draw_rows(r, c, &rows);
	vec_release(&rows.section);
}

void
reader_pin(struct view *v)
{
	struct reader *r = reader_of(v);

	r->pin = r->page.area.col > 0 ? PIN_OFF : PIN_ON;
	v->ops->resize(v, v->tui->canvas.rows, v->tui->canvas.cols);
	if (r->pin == PIN_ON && r->page.area.col == 0)
		tui_say(v->tui, "There is no room for it.");
}

/* SPDX-License-Identifier: ISC */
/*
 * wide.c - wide tables and listings: moved sideways, as cards, full screen
 *
 * Full screen, a table has all the columns that it needs, and its head stays
 * while its rows go by.
 */
#include "config.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "doc/doc.h"
#include "doc/gentext.h"
#include "text/rich.h"
#include "tui/bar.h"
#include "tui/list.h"
#include "tui/reader.h"

enum { STEP = 8 /* [col] */, ROWS_MIN = 3 };

struct wide {
	struct view view;
	struct reader *reader;
	size_t unit;
	struct layout *layout;
	struct layout_shape shape;
	struct list list; /* the lines below the head */
	size_t first;     /* line that is number 0 of the list */
	int left;         /* [col] */
	uint32_t at;      /* [byte] of the line at the top on opening */
};

static struct wide *
wide_of(struct view *v)
{
	return (struct wide *)v;
}

static void
say_columns(struct reader *r, size_t unit)
{
	struct page *p = &r->page;
	int cols = layout_shape(p->layout, unit).cols, from, to;

	from = page_pan(p, unit);
	to = from + page_room(p) - (cols - from > page_room(p));
	tui_say(r->view.tui, "Columns %d to %d of %d.", from + 1,
	    to > cols ? cols : to, cols);
}

static void
pan(struct view *v, int by)
{
	struct reader *r = reader_of(v);
	struct page *p = &r->page;
	size_t unit;

	if (!page_find_wide(p, 0, &unit)) {
		tui_say(v->tui, "Nothing on this screen is too wide for it.");
		return;
	}
	reader_drop_link(r);
	if (layout_form(p->layout, unit) != LAYOUT_WIDE &&
	    layout_shape(p->layout, unit).squeezed)
		page_set_form(p, unit, LAYOUT_WIDE);
	else if (!page_set_pan(p, unit, page_pan(p, unit) + by)) {
		tui_say(v->tui,
		    by > 0 ? "This is its right edge."
			   : "This is its left edge.");
		return;
	}
	say_columns(r, unit);
}

void
reader_pan_left(struct view *v)
{
	pan(v, -STEP * tui_count(v->tui, 1));
}

void
reader_pan_right(struct view *v)
{
	pan(v, STEP * tui_count(v->tui, 1));
}

/* The table that is to change; or a listing that goes back to the width of the
 * page, as there is nothing else to make of one. */
static int
find_for_cards(struct page *p, size_t *unit)
{
	if (page_find_wide(p, 0, unit) &&
	    (layout_shape(p->layout, *unit).table ||
		layout_form(p->layout, *unit) == LAYOUT_WIDE))
		return 1;
	return page_find_wide(p, 1, unit);
}

/* What is a grid becomes cards, and the other way about. */
void
reader_cards(struct view *v)
{
	struct reader *r = reader_of(v);
	struct page *p = &r->page;
	enum layout_form form;
	size_t unit;
	int cards;

	if (!find_for_cards(p, &unit)) {
		tui_say(v->tui, "No table on this screen.");
		return;
	}
	reader_drop_link(r);
	form = layout_form(p->layout, unit);
	cards = form == LAYOUT_CARDS ||
	    (form == LAYOUT_FIT && layout_shape(p->layout, unit).squeezed);
	if (!cards)
		form = LAYOUT_CARDS;
	else
		form = form == LAYOUT_CARDS ? LAYOUT_FIT : LAYOUT_WIDE;
	if (!layout_shape(p->layout, unit).table && !cards)
		form = LAYOUT_FIT;
	page_set_form(p, unit, form);
	/* One that would not fit goes from cards to as wide as it likes. */
	if (form == LAYOUT_FIT && layout_shape(p->layout, unit).squeezed &&
	    layout_shape(p->layout, unit).table)
		page_set_form(p, unit, LAYOUT_WIDE);
}

/* ---- full screen ---- */

/* Rows that the head takes: none where that leaves too few. */
static int
head_rows(const struct wide *w, int rows)
{
	int n = (int)(w->shape.head_end - w->shape.head);

	return w->shape.head_end <= w->shape.head || rows - n < ROWS_MIN ? 0
									 : n;
}

static void
settle_left(struct wide *w)
{
	int max = w->shape.cols - w->view.tui->canvas.cols + 1;

	if (w->shape.cols <= w->view.tui->canvas.cols)
		max = 0;
	w->left = w->left > max ? max : w->left;
	w->left = w->left < 0 ? 0 : w->left;
}

/* Blank lines above belong to the page; the title is in the header. */
static size_t
first_line(const struct wide *w, const struct lines *lines)
{
	size_t i = 0;

	if (w->shape.head_end > w->shape.head)
		return head_rows(w, w->list.rows) > 0 ? w->shape.head_end
						      : w->shape.head;
	while (i + 1 < lines->n && lines->line[i].n == 0)
		i++;
	return i;
}

/* The line of the list that shows the place. */
static int
line_at(const struct wide *w, const struct lines *lines, uint32_t at)
{
	size_t i = lines->n;

	while (i > w->first && lines->line[i - 1].offset > at)
		i--;
	while (i > w->first + 1 &&
	    lines->line[i - 1].offset == lines->line[i - 2].offset)
		i--;
	return i > w->first ? (int)(i - 1 - w->first) : 0;
}

static void
wide_resize(struct view *v, int rows, int cols)
{
	struct wide *w = wide_of(v);
	struct layout_options opt = { cols < 1 ? 1 : cols, v->tui->ascii };
	struct lines lines;

	(void)rows;
	layout_free(w->layout);
	w->layout = layout_new(v->tui->doc, &opt);
	layout_set_form(w->layout, w->unit, LAYOUT_WIDE);
	w->shape = layout_shape(w->layout, w->unit);
	lines = layout_unit(w->layout, w->unit);
	w->list.rows = tui_body(v->tui).rows;
	w->first = first_line(w, &lines);
	w->list.rows -= head_rows(w, w->list.rows);
	w->list.n = (int)(lines.n - w->first);
	w->list.top = line_at(w, &lines, w->at);
	list_settle(&w->list);
	settle_left(w);
}

static void
draw_line(const struct wide *w, struct canvas *c, int row, size_t number)
{
	struct lines lines = layout_unit(w->layout, w->unit);
	int more = w->shape.cols - w->left > c->cols;
	struct canvas_rect clip = { row, 0, 1, c->cols - more };

	if (number >= lines.n)
		return;
	canvas_clip(c, &clip);
	tui_line(c, row, -w->left, &lines.line[number]);
	canvas_clip(c, NULL);
	if (more && line_cols(&lines.line[number]) - w->left > c->cols - 1) {
		canvas_move(c, row, c->cols - 1);
		canvas_puts(c, ">", STYLE_BAR);
	}
	if (w->left > 0 && lines.line[number].n > 0) {
		canvas_move(c, row, 0);
		canvas_puts(c, "<", STYLE_BAR);
	}
}

static void
draw_bars(struct wide *w)
{
	struct tui *t = w->view.tui;
	struct buf title = BUF_INIT, right = BUF_INIT;
	struct bar bar;
	int to = w->left + t->canvas.cols;

	gentext_xref(t->doc, doc_unit(t->doc, w->unit)->node, DOC_NONE, &title);
	if (w->shape.cols > t->canvas.cols)
		buf_printf(&right, "columns %d-%d of %d", w->left + 1,
		    to > w->shape.cols ? w->shape.cols : to - 1, w->shape.cols);
	if (right.len > 0 && w->list.n > w->list.rows)
		buf_adds(&right, "  ");
	list_position(&w->list, &right);
	tui_header(t, title.s, right.s);
	bar_init(&bar, t);
	if (w->shape.cols > t->canvas.cols)
		bar_add_both(
		    &bar, CMD_WIDE_LEFT, " ", CMD_WIDE_RIGHT, "sideways");
	bar_end(&bar, CMD_CLOSE, "back");
	bar_show(&bar);
	buf_release(&title);
	buf_release(&right);
}

static void
wide_draw(struct view *v, struct canvas *c)
{
	struct wide *w = wide_of(v);
	struct canvas_rect body = tui_body(v->tui);
	int head = head_rows(w, body.rows), row;

	for (row = 0; row < head; row++)
		draw_line(w, c, body.row + row, w->shape.head + (size_t)row);
	for (row = 0; row < w->list.rows && w->list.top + row < w->list.n;
	     row++)
		draw_line(w, c, body.row + head + row,
		    w->first + (size_t)(w->list.top + row));
	draw_bars(w);
}

static void
left(struct view *v)
{
	wide_of(v)->left -= STEP * tui_count(v->tui, 1);
	settle_left(wide_of(v));
}

static void
right(struct view *v)
{
	wide_of(v)->left += STEP * tui_count(v->tui, 1);
	settle_left(wide_of(v));
}

static void
first_column(struct view *v)
{
	wide_of(v)->left = 0;
}

static void
last_column(struct view *v)
{
	wide_of(v)->left = wide_of(v)->shape.cols;
	settle_left(wide_of(v));
}

static int
wide_other(struct view *v, enum cmd_id cmd)
{
	struct wide *w = wide_of(v);
	struct lines lines = layout_unit(w->layout, w->unit);

	if (!list_command(&w->list, cmd, tui_count(v->tui, 1)))
		return 0;
	w->at = lines.line[w->first + (size_t)w->list.top].offset;
	return 1;
}

static void
wide_grown(struct view *v)
{
	wide_resize(v, v->tui->canvas.rows, v->tui->canvas.cols);
}

static void
wide_close(struct view *v)
{
	layout_free(wide_of(v)->layout);
	free(v);
}

static const struct view_command commands[CMD_COUNT] = {
	[CMD_WIDE_LEFT] = { left },
	[CMD_WIDE_RIGHT] = { right },
	[CMD_WIDE_START] = { first_column },
	[CMD_WIDE_END] = { last_column },
	[CMD_WIDE_CLOSE] = { tui_close },
};

static const struct view_ops wide_ops = {
	.name = "wide",
	.where = CMD_IN_WIDE,
	.covers = 1,
	.counts = 1,
	.commands = commands,
	.other = wide_other,
	.resize = wide_resize,
	.grown = wide_grown,
	.draw = wide_draw,
	.close = wide_close,
};

void
reader_wide(struct view *v)
{
	struct reader *r = reader_of(v);
	struct wide *w;
	size_t unit;

	if (!page_find_wide(&r->page, 1, &unit) &&
	    !page_find_wide(&r->page, 0, &unit)) {
		tui_say(v->tui, "No table and no wide listing on this screen.");
		return;
	}
	w = xcalloc(1, sizeof(*w));
	w->view.ops = &wide_ops;
	w->reader = r;
	w->unit = unit;
	w->at = page_offset(&r->page);
	tui_push(v->tui, &w->view);
}

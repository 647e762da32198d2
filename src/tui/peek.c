/* SPDX-License-Identifier: ISC */
/*
 * peek.c - a small window on another place, over the text
 *
 * It is a reader of its own, with a page as large as its box, so that links in
 * it can be selected and peeked at in turn.  Going there moves the reader below
 * and closes all of them.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "doc/doc.h"
#include "tui/bar.h"
#include "tui/crumbs.h"
#include "tui/link_list.h"
#include "tui/pane.h"
#include "tui/reader.h"

enum { PEEK_COLS = 76, FRAME = 2, PAD = 4 };

struct peek {
	struct reader reader; /* first: a peek is a reader */
	uint32_t node;
	struct canvas_rect box;
};

static struct peek *
peek_of(struct view *v)
{
	return (struct peek *)v;
}

/* Rows that the node takes at the page's width, at most `max`. */
static int
rows_of(struct page *p, uint32_t n, int max)
{
	const struct node *node = doc_node(p->doc, n);
	struct layout_pos pos = p->top;
	int rows = 0, filled = 0;

	while (rows < max) {
		const struct line *line = layout_line(p->layout, pos);
		const struct unit *u = doc_unit(p->doc, pos.unit);

		if (line == NULL || (u->start >= node->end && rows > 0))
			break;
		rows++;
		if (line->n > 0)
			filled = rows;
		if (layout_move(p->layout, &pos, 1) == 0)
			break;
	}
	return filled > 0 ? filled : 1;
}

/* Blank lines above a block belong to what it stands in. */
static void
skip_blank(struct page *p)
{
	struct layout_pos pos = p->top;
	const struct line *line = layout_line(p->layout, pos);

	while (line != NULL && line->n == 0 &&
	    layout_move(p->layout, &pos, 1) == 1) {
		p->top = pos;
		line = layout_line(p->layout, pos);
	}
}

/* The part of the screen that has the text which the peek lies on. */
static struct canvas_rect
text_below(struct view *v)
{
	struct canvas_rect body = tui_body(v->tui);

	while (v != NULL && v->ops->where != CMD_IN_READER)
		v = v->below;
	if (v != NULL)
		pane_place(reader_of(v), &body);
	if (body.col > 0) {
		body.col++;
		body.cols--;
	}
	return body;
}

static void
peek_resize(struct view *v, int rows, int cols)
{
	struct peek *k = peek_of(v);
	struct page *p = &k->reader.page;
	struct canvas_rect body = text_below(v), area;
	int most = body.rows * 2 / 3 - FRAME;

	(void)rows;
	(void)cols;
	if (doc_units(v->tui->doc) == 0)
		return;
	k->box.cols = body.cols < PEEK_COLS + 2 ? body.cols : PEEK_COLS;
	k->box.col = body.col + (body.cols - k->box.cols) / 2;
	area = (struct canvas_rect){ 0, k->box.col + 2, most < 1 ? 1 : most,
		k->box.cols - PAD };
	if (area.cols < 1)
		area.cols = 1;
	page_resize(p, &area);
	page_goto_node(p, k->node);
	skip_blank(p);
	area.rows = rows_of(p, k->node, area.rows);
	k->box.rows = area.rows + FRAME;
	k->box.row = body.row + body.rows - k->box.rows;
	area.row = k->box.row + 1;
	page_resize(p, &area);
}

static int
has_links(struct reader *r)
{
	struct link_list p = { 0 };
	int some;

	link_list_collect(&p, &r->page);
	some = p.links > 0;
	link_list_release(&p);
	return some;
}

static void
peek_draw(struct view *v, struct canvas *c)
{
	struct peek *k = peek_of(v);
	struct reader *r = &k->reader;
	struct page_marks marks = { .selected = r->selected.v,
		.n_selected = r->selected.n };
	struct canvas_rect inner;
	struct bar bar;

	if (r->page.layout == NULL)
		return;
	tui_box(c, &k->box, v->tui->ascii, &inner);
	page_draw(&r->page, c, &marks);
	bar_init(&bar, v->tui);
	bar_add(&bar, CMD_PEEK_GO, "go there");
	if (page_end(&r->page) < doc_node(r->page.doc, k->node)->end)
		bar_add(&bar, CMD_PEEK_DOWN, "more");
	if (has_links(r)) {
		bar_add(&bar, CMD_PEEK_NEXT, "link");
		bar_add(&bar, CMD_PEEK_DEEPER, "peek on");
	}
	bar_end(&bar, CMD_CLOSE, "back");
	bar_show(&bar);
}

static void
down(struct view *v)
{
	page_scroll(&reader_of(v)->page, 1);
}

static void
up(struct view *v)
{
	page_scroll(&reader_of(v)->page, -1);
}

static const struct view_ops peek_ops;

/* Closes this and the peeks below; the reader under them goes there. */
static void
go(struct view *v)
{
	struct peek *k = peek_of(v);
	uint32_t target = k->node;

	if (k->reader.selected.n > 0)
		target = k->reader.target;
	for (; v != NULL && v->ops == &peek_ops; v = v->below)
		tui_close(v);
	if (v != NULL)
		reader_follow_to(reader_of(v), target);
}

static void
peek_grown(struct view *v)
{
	page_refresh(&reader_of(v)->page);
	peek_resize(v, v->tui->canvas.rows, v->tui->canvas.cols);
}

static const struct view_command commands[CMD_COUNT] = {
	[CMD_PEEK_DOWN] = { down },
	[CMD_PEEK_UP] = { up },
	[CMD_PEEK_GO] = { go },
	[CMD_PEEK_NEXT] = { reader_next_link },
	[CMD_PEEK_PREV] = { reader_prev_link },
	[CMD_PEEK_LEFT] = { reader_pan_left },
	[CMD_PEEK_RIGHT] = { reader_pan_right },
	[CMD_PEEK_DEEPER] = { reader_peek },
};

/* A link within is peeked at; beside the box is out of it. */
static void
peek_click(struct view *v, int row, int col)
{
	const struct canvas_rect *box = &peek_of(v)->box;

	if (row < box->row || row >= box->row + box->rows || col < box->col ||
	    col >= box->col + box->cols)
		tui_close(v);
	else if (reader_link_at(reader_of(v), row, col))
		reader_peek_at(reader_of(v), reader_of(v)->target);
}

static const struct view_ops peek_ops = {
	.name = "peek",
	.where = CMD_IN_PEEK,
	.commands = commands,
	.click = peek_click,
	.wheel_up = CMD_PEEK_UP,
	.wheel_down = CMD_PEEK_DOWN,
	.resize = peek_resize,
	.grown = peek_grown,
	.draw = peek_draw,
	.close = reader_free,
};

void
reader_peek_at(struct reader *r, uint32_t n)
{
	struct tui *t = r->view.tui;
	const char *url = reader_outside(t->doc, n);
	struct peek *k;

	if (url != NULL) {
		reader_follow_to(r, n);
		return;
	}
	k = xcalloc(1, sizeof(*k));
	reader_init(&k->reader, t);
	k->reader.view.ops = &peek_ops;
	k->node = n;
	tui_push(t, &k->reader.view);
}

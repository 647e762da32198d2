/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "tui/picker.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "layout/lines.h"
#include "text/rich.h"
#include "text/width.h"
#include "tui/bar.h"
#include "tui/reader.h"

static struct picker *
picker_of(struct view *v)
{
	return (struct picker *)v;
}

const struct pick_row *
picker_selected(const struct picker *p)
{
	return p->rows.n == 0 ? NULL : &p->rows.v[p->list.at];
}

void
picker_add(struct picker *p, struct pick_row row)
{
	vec_push(&p->rows, row);
	p->list.n = (int)p->rows.n;
}

void
picker_clear(struct picker *p)
{
	size_t i;

	for (i = 0; i < p->rows.n; i++) {
		free(p->rows.v[i].text);
		free(p->rows.v[i].right);
	}
	p->rows.n = 0;
	p->list.n = 0;
}

void
picker_select(struct picker *p, size_t i)
{
	list_select(&p->list, (int)i);
}

static void
go(struct view *v)
{
	struct picker *p = picker_of(v);
	const struct pick_row *row = picker_selected(p);

	if (row == NULL || row->at == NO_OFFSET)
		return;
	if (p->ops->go != NULL) {
		p->ops->go(p, row);
	} else {
		reader_push_place(p->reader);
		page_goto(&p->reader->page, row->at);
	}
	tui_close(v);
}

static void
remove_row(struct view *v)
{
	struct picker *p = picker_of(v);
	const struct pick_row *row = picker_selected(p);
	int at = p->list.at;

	if (p->ops->remove == NULL || row == NULL || row->head) {
		tui_say(v->tui, "Nothing here can be deleted.");
		return;
	}
	p->ops->remove(p, row);
	list_select(&p->list, at);
}

static int
picker_other(struct view *v, enum cmd_id cmd)
{
	struct picker *p = picker_of(v);

	if (cmd == p->ops->open && cmd != CMD_NONE) {
		tui_close(v);
		return 1;
	}
	if (p->ops->other != NULL && p->ops->other(p, cmd))
		return 1;
	return list_command(&p->list, cmd, tui_count(v->tui, 1));
}

/* The key that opened the list is bound where the reader is. */
static int
picker_key(struct view *v, int key)
{
	struct picker *p = picker_of(v);

	if (bindings_find(&v->tui->bindings, CMD_IN_PLACES, key) != CMD_NONE ||
	    p->ops->open == CMD_NONE ||
	    bindings_find(&v->tui->bindings, CMD_IN_READER, key) !=
		p->ops->open)
		return 0;
	tui_close(v);
	return 1;
}

static void
picker_resize(struct view *v, int rows, int cols)
{
	struct picker *p = picker_of(v);

	(void)rows;
	(void)cols;
	p->list.rows = tui_body(v->tui).rows;
	list_select(&p->list, p->list.at);
}

static void
picker_grown(struct view *v)
{
	struct picker *p = picker_of(v);
	int at = p->list.at;

	if (p->ops->refill == NULL)
		return;
	p->ops->refill(p);
	list_select(&p->list, at);
}

static void
draw_row(struct picker *p, struct canvas *c, int row, const struct pick_row *r)
{
	int pad = c->cols >= 30, right = 0;
	struct canvas_rect clip = c->clip, body = { row, 0, 1, c->cols - pad };
	int col = r->head ? pad : tui_row_col(p->view.tui);

	if (r->right != NULL) {
		right = text_width(r->right, strlen(r->right));
		canvas_move(c, row, c->cols - pad - right);
		tui_put(p->view.tui, r->right, right,
		    r->head ? STYLE_BODY : STYLE_QUIET);
		body.cols -= right + 1;
	}
	canvas_clip(c, &body);
	canvas_move(c, row, col);
	if (r->text != NULL)
		tui_put(p->view.tui, r->text, body.cols - col,
		    r->head ? STYLE_STRONG : STYLE_BODY);
	else if (p->ops->draw != NULL)
		p->ops->draw(p, c, row, col, r);
	canvas_clip(c, &clip);
}

static void
draw_rows(struct picker *p, struct canvas *c, struct canvas_rect body)
{
	int row, i;

	for (row = 0; row < body.rows; row++) {
		i = p->list.top + row;
		if (i >= p->list.n)
			break;
		draw_row(p, c, body.row + row, &p->rows.v[i]);
		if (i == p->list.at)
			tui_select_row(p->view.tui, body.row + row);
	}
}

static void
draw_hint(struct picker *p)
{
	struct bar bar;

	bar_init(&bar, p->view.tui);
	if (p->list.n > 0) {
		bar_add(&bar, CMD_PLACE_GO, "go there");
		if (p->ops->remove != NULL)
			bar_add(&bar, CMD_PLACE_DELETE, "delete");
		if (p->ops->hint != NULL)
			p->ops->hint(&bar);
	}
	bar_end(&bar, CMD_CLOSE, "back");
	bar_show(&bar);
}

static void
picker_draw(struct view *v, struct canvas *c)
{
	struct picker *p = picker_of(v);
	struct canvas_rect body = tui_body(v->tui);
	struct buf position = BUF_INIT, title = BUF_INIT;

	buf_printf(&title, "%s%s", p->ops->title, p->title.s);
	list_position(&p->list, &position);
	tui_header(v->tui, title.s, position.s);
	canvas_fill(c, &body, STYLE_BODY);
	draw_rows(p, c, body);
	if (p->list.n == 0) {
		canvas_move(c, body.row, c->cols >= 30);
		tui_put(
		    v->tui, p->ops->empty, c->cols - c->pen_col, STYLE_BODY);
	}
	draw_hint(p);
	buf_release(&position);
	buf_release(&title);
}

static void
picker_close(struct view *v)
{
	struct picker *p = picker_of(v);

	picker_clear(p);
	vec_release(&p->rows);
	buf_release(&p->title);
	free(p);
}

static const struct view_command commands[CMD_COUNT] = {
	[CMD_PLACE_GO] = { go },
	[CMD_PLACE_DELETE] = { remove_row },
};

static void
picker_click(struct view *v, int row, int col)
{
	(void)col;
	if (list_click(&picker_of(v)->list, row - tui_body(v->tui).row))
		go(v);
}

static const struct view_ops picker_ops = {
	.name = "places",
	.where = CMD_IN_PLACES,
	.covers = 1,
	.commands = commands,
	.key = picker_key,
	.click = picker_click,
	.other = picker_other,
	.resize = picker_resize,
	.grown = picker_grown,
	.draw = picker_draw,
	.close = picker_close,
};

struct picker *
picker_new(struct reader *r, const struct pick_ops *ops)
{
	struct picker *p = xcalloc(1, sizeof(*p));

	p->view.ops = &picker_ops;
	p->view.tui = r->view.tui;
	p->reader = r;
	p->ops = ops;
	p->list.select = 1;
	p->list.rows = tui_body(r->view.tui).rows;
	buf_init(&p->title);
	return p;
}

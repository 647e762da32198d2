/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "tui/help.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "layout/lines.h"
#include "text/rich.h"
#include "text/width.h"
#include "tui/app.h"
#include "tui/list.h"

/* [col] The column of the keys; on narrower screens there is none. */
enum { KEYS_COLS = 18, NARROW = 50, HELP_COLS = 76 };

struct help {
	struct view view;
	enum cmd_where where;
	struct list list;
	struct arena arena; /* of the lines */
	VEC(struct line) lines;
	int width;
};

static struct help *
help_of(struct view *v)
{
	return (struct help *)v;
}

/* 1 if a key at `from` is looked up at `where`. */
static int
reaches(enum cmd_where from, enum cmd_where where)
{
	while (from != where && cmd_where_parent(from) != from)
		from = cmd_where_parent(from);
	return from == where;
}

static void
add_lines(struct help *h, const struct rich *r, int rest)
{
	struct lines set =
	    lines_set(&h->arena, r, h->width, 0, rest, h->view.tui->ascii);
	size_t i;

	for (i = 0; i < set.n; i++)
		vec_push(&h->lines, set.line[i]);
}

static void
add_blank(struct help *h)
{
	struct line blank = { 0 };

	vec_push(&h->lines, blank);
}

/* The keys in a column of their own where there is room, else in front. */
static void
add_command(struct help *h, enum cmd_id cmd)
{
	int keys_cols = h->width < NARROW ? 0 : KEYS_COLS, pad;
	struct buf keys = BUF_INIT;
	struct rich r;

	rich_init(&r);
	bindings_keys(&h->view.tui->bindings, cmd, &keys);
	rich_add(&r, keys.s, keys.len, STYLE_STRONG);
	pad = keys_cols - text_width(keys.s, keys.len);
	buf_reset(&keys);
	buf_fill(&keys, ' ', pad < 2 ? 2 : pad);
	rich_add(&r, keys.s, keys.len, STYLE_BODY);
	rich_adds(&r, cmd_info[cmd].help, STYLE_BODY);
	add_lines(h, &r, keys_cols == 0 ? 4 : keys_cols);
	rich_release(&r);
	buf_release(&keys);
}

static void
add_heading(struct help *h, const char *heading)
{
	struct rich r;

	rich_init(&r);
	rich_adds(&r, heading, STYLE_HEAD2);
	if (h->lines.n > 0)
		add_blank(h);
	add_lines(h, &r, 0);
	rich_release(&r);
}

/* The rows of all places that keys at h->where reach, or of all others. */
static void
add_rows(struct help *h, int here)
{
	int i;

	for (i = 0; i < cmd_rows_n; i++) {
		const struct cmd_row *row = &cmd_rows[i];

		if (reaches(h->where, row->where) != here)
			continue;
		if (row->heading != NULL)
			add_heading(h, row->heading);
		else
			add_command(h, row->cmd);
	}
}

static void
help_resize(struct view *v, int rows, int cols)
{
	struct help *h = help_of(v);
	struct canvas_rect body = tui_body(v->tui);

	(void)rows;
	h->width = cols > HELP_COLS + 3 ? HELP_COLS
	    : cols > 30                 ? cols - 3
					: cols;
	if (h->width < 1)
		h->width = 1;
	arena_reset(&h->arena);
	h->lines.n = 0;
	add_rows(h, 1);
	add_rows(h, 0);
	h->list.n = (int)h->lines.n;
	h->list.rows = body.rows;
	list_settle(&h->list);
}

static int
help_other(struct view *v, enum cmd_id cmd)
{
	if (cmd == CMD_HELP) {
		tui_close(v);
		return 1;
	}
	return list_command(&help_of(v)->list, cmd, tui_count(v->tui, 1));
}

static void
help_draw(struct view *v, struct canvas *c)
{
	struct help *h = help_of(v);
	struct canvas_rect body = tui_body(v->tui);
	struct buf position = BUF_INIT, hint = BUF_INIT;
	int row, i;

	for (row = 0; row < body.rows; row++) {
		i = h->list.top + row;
		if (i < h->list.n)
			tui_line(c, body.row + row, c->cols > 30 ? 3 : 0,
			    &h->lines.v[i]);
	}
	list_position(&h->list, &position);
	tui_header(v->tui, "Keys", position.s);
	tui_key(v->tui, CMD_CLOSE, &hint);
	buf_adds(&hint, " back   ");
	tui_key(v->tui, CMD_LIST_PAGE_DOWN, &hint);
	buf_adds(&hint, " more");
	tui_status(v->tui, hint.s, "");
	buf_release(&position);
	buf_release(&hint);
}

static void
help_close(struct view *v)
{
	struct help *h = help_of(v);

	arena_release(&h->arena);
	vec_release(&h->lines);
	free(h);
}

static const struct view_ops help_ops = {
	.name = "help",
	.where = CMD_IN_LIST,
	.covers = 1,
	.other = help_other,
	.wheel_up = CMD_LIST_UP,
	.wheel_down = CMD_LIST_DOWN,
	.resize = help_resize,
	.draw = help_draw,
	.close = help_close,
};

struct view *
help_new(enum cmd_where where)
{
	struct help *h = xcalloc(1, sizeof(*h));

	h->view.ops = &help_ops;
	h->where = where;
	arena_init(&h->arena);
	return &h->view;
}

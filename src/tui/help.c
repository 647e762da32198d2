/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "tui/help.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "layout/lines.h"
#include "text/fold.h"
#include "text/rich.h"
#include "text/width.h"
#include "tui/app.h"
#include "tui/bar.h"
#include "tui/list.h"
#include "tui/prompt.h"

/* [col] The column of the keys; on narrower screens there is none. */
enum { KEYS_COLS = 18, NARROW = 50, HELP_COLS = 76 };

struct help {
	struct view view;
	enum cmd_where where;
	struct list list;
	struct arena arena; /* of the lines */
	VEC(struct line) lines;
	VEC(enum cmd_id) cmds; /* by line: the command that begins there */
	const char *heading;   /* of rows that have not come yet */
	char *filter;          /* folded words, each of which a row has; NULL */
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

	for (i = 0; i < set.n; i++) {
		vec_push(&h->lines, set.line[i]);
		vec_push(&h->cmds, CMD_NONE);
	}
}

static void
add_blank(struct help *h)
{
	struct line blank = { 0 };

	vec_push(&h->lines, blank);
	vec_push(&h->cmds, CMD_NONE);
}

/* The keys in a column of their own where there is room, else in front. */
static void
add_command(struct help *h, enum cmd_id cmd)
{
	int keys_cols = h->width < NARROW ? 0 : KEYS_COLS, pad;
	struct buf keys = BUF_INIT;
	size_t first = h->lines.n;
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
	if (first < h->lines.n)
		h->cmds.v[first] = cmd;
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

/* 1 if the row has all words of the filter, in its help, name or keys. */
static int
is_wanted(const struct help *h, enum cmd_id cmd)
{
	struct buf b = BUF_INIT;
	const char *s = h->filter;
	char *text, *word;
	int wanted = 1;
	size_t n;

	if (s == NULL)
		return 1;
	buf_printf(&b, "%s %s ", cmd_info[cmd].help, cmd_info[cmd].name);
	bindings_keys(&h->view.tui->bindings, cmd, &b);
	text = fold_string(b.s, b.len);
	for (s += strspn(s, " "); *s != '\0' && wanted;
	     s += n, s += strspn(s, " ")) {
		n = strcspn(s, " ");
		word = xstrndup(s, n);
		wanted = strstr(text, word) != NULL;
		free(word);
	}
	free(text);
	buf_release(&b);
	return wanted;
}

/* A heading comes with the first row below it that is wanted. */
static void
add_row(struct help *h, const struct cmd_row *row)
{
	if (row->heading != NULL) {
		h->heading = row->heading;
		return;
	}
	if (!is_wanted(h, row->cmd))
		return;
	if (h->heading != NULL)
		add_heading(h, h->heading);
	h->heading = NULL;
	add_command(h, row->cmd);
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
		add_row(h, row);
	}
}

/* Only commands are selected: the next one in that direction, or the last. */
static void
select_command(struct help *h, int by)
{
	struct list *l = &h->list;
	int at = l->at;

	while (at >= 0 && at < l->n && h->cmds.v[at] == CMD_NONE)
		at += by;
	if (at < 0 || at >= l->n) {
		for (at = l->at;
		     at >= 0 && at < l->n && h->cmds.v[at] == CMD_NONE;
		     at -= by)
			;
	}
	if (at >= 0 && at < l->n)
		l->at = at;
	/* With the heading above the first. */
	if (by < 0 && l->at == 1)
		l->top = 0;
	list_settle(l);
}

static void
list_commands(struct help *h)
{
	struct tui *t = h->view.tui;
	int cols = t->canvas.cols - tui_row_col(t);

	h->width = cols < HELP_COLS ? cols : HELP_COLS;
	if (h->width < 1)
		h->width = 1;
	arena_reset(&h->arena);
	h->lines.n = 0;
	h->cmds.n = 0;
	h->heading = NULL;
	add_rows(h, 1);
	h->heading = NULL;
	add_rows(h, 0);
	h->list.n = (int)h->lines.n;
	h->list.rows = tui_body(t).rows;
	list_settle(&h->list);
	select_command(h, 1);
}

static void
help_resize(struct view *v, int rows, int cols)
{
	(void)rows;
	(void)cols;
	list_commands(help_of(v));
}

/* Does it where the help was asked for, if it is a command of that place. */
static void
run(struct view *v)
{
	struct help *h = help_of(v);
	enum cmd_id cmd;

	if (h->list.n == 0)
		return;
	cmd = h->cmds.v[h->list.at];
	if (cmd == CMD_NONE)
		return;
	if (!reaches(h->where, cmd_info[cmd].where)) {
		tui_say(v->tui, "This key is for another place: %s.",
		    cmd_where_heading(cmd_info[cmd].where));
		return;
	}
	tui_close(v);
	tui_command(v->below, cmd);
}

static void open_filter(struct view *v);

static void
help_click(struct view *v, int row, int col)
{
	struct help *h = help_of(v);

	(void)col;
	if (list_click(&h->list, row - tui_body(v->tui).row) &&
	    h->cmds.v[h->list.at] != CMD_NONE)
		run(v);
	else
		select_command(h, 1);
}

static void
clear_filter(void *arg)
{
	struct help *h = arg;

	free(h->filter);
	h->filter = NULL;
	list_commands(h);
}

/* What was filtered out comes back first. */
static void
cancel(struct view *v)
{
	if (help_of(v)->filter == NULL)
		tui_close(v);
	else
		clear_filter(v);
}

static const struct view_command commands[CMD_COUNT] = {
	[CMD_HELP_RUN] = { run },
	[CMD_HELP_FILTER] = { open_filter },
	[CMD_CANCEL] = { cancel },
};

static int
help_other(struct view *v, enum cmd_id cmd)
{
	struct help *h = help_of(v);
	int at;

	if (cmd == CMD_HELP) {
		tui_close(v);
		return 1;
	}
	at = h->list.at;
	if (!list_command(&h->list, cmd, tui_count(v->tui, 1)))
		return 0;
	select_command(h, h->list.at < at ? -1 : 1);
	return 1;
}

static void
help_draw(struct view *v, struct canvas *c)
{
	struct help *h = help_of(v);
	struct canvas_rect body = tui_body(v->tui);
	struct buf position = BUF_INIT;
	struct bar bar;
	int row, i, col = tui_row_col(v->tui);

	for (row = 0; row < body.rows; row++) {
		i = h->list.top + row;
		if (i >= h->list.n)
			break;
		tui_line(c, body.row + row, col, &h->lines.v[i]);
		if (i == h->list.at)
			tui_select_row(v->tui, body.row + row);
	}
	list_position(&h->list, &position);
	tui_header(v->tui, "Keys", position.s);
	if (h->list.n == 0) {
		canvas_move(c, body.row, col);
		canvas_puts(c, "Nothing has these words.", STYLE_BODY);
	}
	bar_init(&bar, v->tui);
	bar_add(&bar, CMD_HELP_RUN, "do it");
	bar_add(&bar, CMD_HELP_FILTER, "filter");
	bar_add(&bar, CMD_LIST_PAGE_DOWN, "more");
	bar_end(&bar, CMD_CLOSE, "back");
	bar_show(&bar);
	buf_release(&position);
}

static void
help_close(struct view *v)
{
	struct help *h = help_of(v);

	arena_release(&h->arena);
	vec_release(&h->lines);
	vec_release(&h->cmds);
	free(h->filter);
	free(h);
}

static const struct view_ops help_ops = {
	.name = "help",
	.where = CMD_IN_HELP,
	.covers = 1,
	.commands = commands,
	.click = help_click,
	.other = help_other,
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
	h->list.select = 1;
	arena_init(&h->arena);
	return &h->view;
}

/* ---- typing the filter ---- */

static void
filter_changed(void *arg, const char *text)
{
	struct help *h = arg;

	free(h->filter);
	h->filter = fold_string(text, strlen(text));
	h->list.at = h->list.top = 0;
	list_commands(h);
}

static void
filter_accept(struct tui *t, void *arg, const char *text)
{
	struct help *h = arg;

	(void)t;
	(void)text;
	run(&h->view);
}

static void
filter_step(void *arg, int by)
{
	struct help *h = arg;

	help_other(&h->view, by > 0 ? CMD_LIST_DOWN : CMD_LIST_UP);
}

static const struct prompt_ops filter_ops = {
	.does = "do it",
	.accept = filter_accept,
	.undo = clear_filter,
	.changed = filter_changed,
	.step = filter_step,
};

static void
open_filter(struct view *v)
{
	tui_push(v->tui, prompt_new("Keys with: ", "", &filter_ops, v));
}

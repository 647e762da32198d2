/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "tui/list.h"

#include "base/buf.h"

static int
clamp(int n, int max)
{
	return n > max ? max < 0 ? 0 : max : n < 0 ? 0 : n;
}

void
list_settle(struct list *l)
{
	if (l->select) {
		l->at = clamp(l->at, l->n - 1);
		if (l->at < l->top)
			l->top = l->at;
		if (l->at >= l->top + l->rows)
			l->top = l->at - l->rows + 1;
	}
	l->top = clamp(l->top, l->n - l->rows);
}

void
list_select(struct list *l, int at)
{
	l->at = at;
	if (at < l->top || at >= l->top + l->rows)
		l->top = at - l->rows / 3;
	list_settle(l);
}

static void
move(struct list *l, int n)
{
	if (l->select)
		l->at += n;
	else
		l->top += n;
	list_settle(l);
}

static void
move_page(struct list *l, int n)
{
	l->top += n;
	move(l, l->select ? n : 0);
}

int
list_command(struct list *l, enum cmd_id cmd, int count)
{
	int page = l->rows > 2 ? l->rows - 1 : 1;
	int half = l->rows > 1 ? l->rows / 2 : 1;

	switch ((int)cmd) {
	case CMD_LIST_DOWN:
		move(l, count);
		return 1;
	case CMD_LIST_UP:
		move(l, -count);
		return 1;
	case CMD_LIST_HALF_DOWN:
		move_page(l, half);
		return 1;
	case CMD_LIST_HALF_UP:
		move_page(l, -half);
		return 1;
	case CMD_LIST_PAGE_DOWN:
		move_page(l, page);
		return 1;
	case CMD_LIST_PAGE_UP:
		move_page(l, -page);
		return 1;
	case CMD_LIST_TOP:
		move(l, -l->n);
		return 1;
	case CMD_LIST_BOTTOM:
		move(l, l->n);
		return 1;
	default:
		return 0;
	}
}

int
list_click(struct list *l, int row)
{
	if (row < 0 || row >= l->rows || l->top + row >= l->n)
		return 0;
	l->at = l->top + row;
	return 1;
}

void
list_position(const struct list *l, struct buf *out)
{
	int hidden = l->n - l->rows;

	if (hidden <= 0)
		return;
	if (l->top == 0)
		buf_adds(out, "top");
	else if (l->top >= hidden)
		buf_adds(out, "end");
	else
		buf_printf(out, "%d%%", (int)((long)l->top * 100 / hidden));
}

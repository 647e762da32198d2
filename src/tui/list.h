/* SPDX-License-Identifier: ISC */
/*
 * list.h - rows of which a screen shows some
 *
 * Layer tui.  Where a list stands, and what the commands of CMD_IN_LIST do to
 * it; what is in the rows is its owner's.
 */
#ifndef LECTERN_TUI_LIST_H
#define LECTERN_TUI_LIST_H

#include "tui/cmd.h"

struct buf;

struct list {
	int n;      /* rows in all */
	int rows;   /* rows on the screen */
	int top;    /* the first one shown */
	int at;     /* the selected one; without selection, not used */
	int select; /* 1: one row is selected */
};

/* Brings `at` and `top` within bounds, with the selected row on the screen. */
void list_settle(struct list *l);

/* Selects a row, and shows it with some rows around. */
void list_select(struct list *l, int at);

/* Runs a command; 0 if it is none for lists. */
int list_command(struct list *l, enum cmd_id cmd, int count);

/* Selects the row that screen row `row` of those shown has; 0 if none. */
int list_click(struct list *l, int row);

/* Appends "top", "34%", "end" or, when all of it is on the screen, nothing. */
void list_position(const struct list *l, struct buf *out);

#endif

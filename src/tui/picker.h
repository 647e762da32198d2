/* SPDX-License-Identifier: ISC */
/*
 * picker.h - a list of places in the document, to go to
 *
 * Layer tui.  What matches, marks, notes and what refers to a section have in
 * common: rows, some of them headings, each with a place that it leads to.
 */
#ifndef LECTERN_TUI_PICKER_H
#define LECTERN_TUI_PICKER_H

#include <stddef.h>
#include <stdint.h>

#include "base/vec.h"
#include "tui/app.h"
#include "tui/list.h"

struct bar;
struct picker;
struct reader;

struct pick_row {
	char *text;    /* may be NULL where `draw` knows what to show */
	char *right;   /* at the right edge, or NULL */
	uint32_t at;   /* [byte] where it leads to; NO_OFFSET: nowhere */
	uint32_t link; /* number of the thing it stands for, the owner's */
	uint8_t head;  /* 1: a heading of the rows below it */
};

/* All but `name`, `title` and `empty` may be NULL. */
struct pick_ops {
	const char *name;
	const char *title;
	const char *empty; /* what is said of a list without rows */
	enum cmd_id open;  /* the command that opened it closes it, too */

	/* Draws a row without text, from column `col` on. */
	void (*draw)(struct picker *p, struct canvas *c, int row, int col,
	    const struct pick_row *r);

	/* Goes there; otherwise the place comes to the top. */
	void (*go)(struct picker *p, const struct pick_row *r);

	/* The row is to be deleted; makes the rows anew. */
	void (*remove)(struct picker *p, const struct pick_row *r);

	/* A command besides; 1 if it was done. */
	int (*other)(struct picker *p, enum cmd_id cmd);

	/* Adds to what the keys do, where there are rows. */
	void (*hint)(struct bar *bar);

	/* The document has grown: makes the rows anew. */
	void (*refill)(struct picker *p);
};

struct picker {
	struct view view;
	struct reader *reader;
	const struct pick_ops *ops;
	struct list list;
	VEC(struct pick_row) rows;
	struct buf title; /* behind that of `ops` */
};

/* Without rows; picker_add and then tui_push. */
struct picker *picker_new(struct reader *r, const struct pick_ops *ops);

/* Takes `text` and `right`. */
void picker_add(struct picker *p, struct pick_row row);
void picker_clear(struct picker *p);

/* The selected row, NULL if there is none. */
const struct pick_row *picker_selected(const struct picker *p);

/* Selects the row. */
void picker_select(struct picker *p, size_t i);

#endif

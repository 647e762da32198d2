/* SPDX-License-Identifier: ISC */
/*
 * grid.h - which cell of a table is where
 *
 * Layer layout, private to it.  Tables are CALS or HTML; lists in columns and
 * segmented lists are read as tables, too.
 */
#ifndef LECTERN_LAYOUT_GRID_H
#define LECTERN_LAYOUT_GRID_H

#include <stdint.h>

#include "base/vec.h"

struct doc;

enum { GRID_COLS_MAX = 256, GRID_ROWS_MAX = 20000, NO_CELL = -1 };

enum grid_part {
	GRID_HEAD,
	GRID_BODY,
	GRID_FOOT,
};

enum align {
	ALIGN_LEFT,
	ALIGN_CENTER,
	ALIGN_RIGHT,
	ALIGN_CHAR, /* on the first of a character */
};

/* What the author says of a rule. */
enum rule {
	RULE_UNSAID,
	RULE_NO,
	RULE_YES,
};

enum frame_side {
	FRAME_TOP = 1 << 0,
	FRAME_BOTTOM = 1 << 1,
	FRAME_SIDES = 1 << 2,
	FRAME_ALL = FRAME_TOP | FRAME_BOTTOM | FRAME_SIDES,
};

struct cell {
	uint32_t node;
	int row, col;   /* from 0 */
	int rows, cols; /* that it spans, at least 1 */
	enum align align;
	enum rule right, below;
	const char *character; /* of ALIGN_CHAR; never NULL, may be "" */
};

struct grid {
	VEC(struct cell) cells; /* in document order */
	VEC(uint8_t) part;      /* enum grid_part of each row */
	VEC(int) owner;         /* rows x cols: index of the cell, or NO_CELL */
	int rows, cols;
	unsigned frame;         /* enum frame_side */
	enum rule right, below; /* of a place where no cell is */
	int is_list;            /* no rules at all */
};

/*
 * Reads the rows of `group` (a table, tgroup or entrytbl) from number `from` on
 * into an empty grid, GRID_ROWS_MAX at most; head rows come first and foot rows
 * last, wherever the source has them.  Returns 1 if there are more.
 */
int grid_read(
    struct grid *g, const struct doc *doc, uint32_t group, uint32_t from);

/* Reads a segmentedlist: its titles are the head, its items rows. */
void grid_read_segments(struct grid *g, const struct doc *doc, uint32_t list);

/* Reads a simplelist into `cols` columns, across or down as it says. */
void grid_read_members(
    struct grid *g, const struct doc *doc, uint32_t list, int cols);

void grid_release(struct grid *g);

/* For readers: every place gets its cell, once cells, rows and cols are
 * known. */
void grid_finish(struct grid *g);

/* The value of a number attribute, `fallback` where it is none. */
int grid_attr(const struct doc *doc, uint32_t n, int attr, int fallback);

/* The cell at a place, NO_CELL outside or where none is. */
int grid_at(const struct grid *g, int row, int col);

#endif

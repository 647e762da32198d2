/* SPDX-License-Identifier: ISC */
/*
 * grid.h - which cell of a table is where
 *
 * Layer layout, private to it.
 */
#ifndef LECTERN_LAYOUT_GRID_H
#define LECTERN_LAYOUT_GRID_H

#include <stdint.h>

#include "base/vec.h"

struct doc;

enum { GRID_COLS_MAX = 256, GRID_ROWS_MAX = 100000, NO_CELL = -1 };

enum grid_part {
	GRID_HEAD,
	GRID_BODY,
	GRID_FOOT,
};

enum align {
	ALIGN_LEFT,
	ALIGN_CENTER,
	ALIGN_RIGHT,
};

struct cell {
	uint32_t node;
	int row, col;   /* from 0 */
	int rows, cols; /* that it spans, at least 1 */
	enum align align;
};

struct grid {
	VEC(struct cell) cells; /* in document order */
	VEC(uint8_t) part;      /* enum grid_part of each row */
	VEC(int) owner;         /* rows x cols: index of the cell, or NO_CELL */
	int rows, cols;
};

/* Reads the rows of `table` (a table, tgroup or entrytbl) into an empty grid;
 * head rows come first and foot rows last, wherever the source has them. */
void grid_read(struct grid *g, const struct doc *doc, uint32_t table);
void grid_release(struct grid *g);

/* The cell at a place, NO_CELL outside or where none is. */
int grid_at(const struct grid *g, int row, int col);

#endif

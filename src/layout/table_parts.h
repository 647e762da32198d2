/* SPDX-License-Identifier: ISC */
/*
 * table_parts.h - what the files of tables share
 *
 * Layer layout, private to table.c (which groups there are, and what stands
 * beside them), table_cells.c (what is in the cells), table_width.c (how wide
 * the columns are), table_rules.c (the grid drawn) and table_cards.c (tables too
 * wide for one).
 */
#ifndef LECTERN_LAYOUT_TABLE_PARTS_H
#define LECTERN_LAYOUT_TABLE_PARTS_H

#include "layout/builder.h"
#include "layout/context.h"
#include "layout/grid.h"

enum {
	SIDE = 2,       /* [col] rule and blank at the edge */
	PADDING = 3,    /* [col] between two columns: blank, rule, blank */
	WIDE_CELL = 36, /* [col] of a column of a wide grid, unless a word needs
			 * more */
	NEST_MAX = 3,   /* tables in one another; those deeper are text */
};

/* A table while it is set. */
struct setting {
	struct builder *b;
	const struct place *p;
	struct margin margin;
	struct grid grid;
	enum layout_form form;
	int width; /* [col] for the grid */
	int side;  /* [col] left and right of the cells: 2, or 0 where no rule
		    * stands there */
	int col_width[GRID_COLS_MAX];
	int col_before[GRID_COLS_MAX]; /* [col] left of what it is aligned on */
	int col_behind[GRID_COLS_MAX]; /* ... and the rest */
	struct lines *cell_lines;      /* by cell */
	int *cell_next;                /* line that comes next, by cell */
	int ruled;                     /* rules between all rows */
};

/*
 * Calls `each` for the units in node n: those of footnotes if `notes`, else all
 * others.  A table within is one unit, unless there are too many in one
 * another.
 */
void table_each(const struct place *p, uint32_t n, int notes,
    void (*each)(const struct place *at, void *arg), void *arg);

struct extent {
	int min, max; /* [col] */
};

/* The widest word of a cell, and all of it in one line. */
struct extent table_cell_extent(const struct place *p, const struct cell *c);

/* How many columns a simple list wants. */
int table_columns(const struct doc *doc, uint32_t list);

/* The narrowest and the widest that a group (tgroup, entrytbl, a whole table)
 * can be, rules included. */
void table_group_extent(
    const struct place *p, uint32_t group, int *min, int *max);

/* Sets one group at the width of `s`; its grid is empty. */
void table_group_set(struct setting *s, uint32_t group);

/* The lines of a cell that is `width` wide, in the arena of the builder. */
struct lines table_cell_set(
    const struct setting *s, const struct cell *cell, int width);

/* Finds col_width and side; 0 if not even the widest words fit. */
int table_widths(struct setting *s);

/* The width of a cell by the columns that it spans. */
int table_span_width(const struct setting *s, const struct cell *c);

/* Sets all cells, and finds cell_lines, ruled and col_before. */
void table_cells_set(struct setting *s);

/* 1 if the cell is aligned on a character. */
int table_is_aligned(const struct setting *s, const struct cell *c);

/* The column within its cell where a line of it begins. */
int table_shift(
    const struct setting *s, const struct cell *c, const struct line *line);

/* Adds the lines of the grid, or of cards. */
void table_rules_set(struct setting *s);
void table_cards_set(struct setting *s);

#endif

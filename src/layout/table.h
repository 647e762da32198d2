/* SPDX-License-Identifier: ISC */
/*
 * table.h - tables, CALS and HTML
 *
 * Layer layout, private to it.  A table is set as a grid if every column can
 * have its widest word, and else as cards: one block a row, each cell behind
 * the head of its column.
 */
#ifndef LECTERN_LAYOUT_TABLE_H
#define LECTERN_LAYOUT_TABLE_H

struct builder;
struct margin;
struct place;

/* Adds the lines of the table that is the unit at `p`. */
void table_set(
    struct builder *b, const struct place *p, const struct margin *m);

/* Narrowest and widest that its grid can be, in columns. */
void table_extent(const struct place *p, int *min, int *max);

#endif

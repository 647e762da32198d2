/* SPDX-License-Identifier: ISC */
/*
 * unit.h - one unit of a document set in lines
 *
 * Layer layout, private to it.
 */
#ifndef LECTERN_LAYOUT_UNIT_H
#define LECTERN_LAYOUT_UNIT_H

struct builder;
struct place;

/* Adds the lines of the unit at `p`, blank lines above it included. */
void unit_set(struct builder *b, const struct place *p);

/* Widest word and widest line of the unit at `p`, margin included, in columns;
 * `p->width` counts for nothing. */
void unit_extent(const struct place *p, int *min, int *max);

#endif

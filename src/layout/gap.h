/* SPDX-License-Identifier: ISC */
/*
 * gap.h - blank lines between units
 *
 * Layer layout, private to it.
 */
#ifndef LECTERN_LAYOUT_GAP_H
#define LECTERN_LAYOUT_GAP_H

struct context;
struct place;

/* Blank lines above the unit at `p`, of which `c` knows all but that. */
int gap_find(const struct place *p, const struct context *c);

#endif

/* SPDX-License-Identifier: ISC */
/*
 * margin.h - what stands left of a unit's lines
 *
 * Layer layout, private to it.  Each element around a unit may have its share:
 * an indent, a mark on its first line, a bar.
 */
#ifndef LECTERN_LAYOUT_MARGIN_H
#define LECTERN_LAYOUT_MARGIN_H

#include <stdint.h>

struct builder;
struct place;

enum { MARGIN_DEPTH = 32, MARK_LEN = 48 };

/* One element's share of the margin. */
struct margin_part {
	uint32_t node;
	int cols;
	int bar;             /* 1: a vertical rule in its first column */
	char mark[MARK_LEN]; /* on the first line of the element, UTF-8 */
	unsigned style;      /* of the mark */
	uint32_t link;       /* node that the mark leads to, or DOC_NONE */
};

struct margin {
	struct margin_part part[MARGIN_DEPTH];
	int n;
	int cols;   /* of all parts */
	int hang;   /* more for lines after the first */
	int marked; /* the marks are still to be shown: first line */
};

/* No margin.  The parts are large and many: those from `n` on are not set. */
void margin_init(struct margin *m);

/* Finds the margin of the unit at `p`, whose nearest block is `block`. */
void margin_find(struct margin *m, const struct place *p, uint32_t block);

/* Is a mark still to be shown? */
int margin_has_mark(const struct margin *m);

/* Adds what stands left of a line to the open line, and forgets the marks. */
void margin_add(struct margin *m, struct builder *b);

#endif

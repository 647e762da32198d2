/* SPDX-License-Identifier: ISC */
/*
 * layout.h - a document set in lines for a width
 *
 * Layer layout: may include doc and what lies below it.  No I/O.
 *
 * A document is a row of units (doc.h): paragraphs, titles, listings, whole
 * tables.  The layout sets a unit when it is asked for and keeps the ones used
 * last, so opening, scrolling and a change of width cost the screen and not
 * the book.  A place is a text offset; a struct layout_pos is what it becomes
 * at one width, and is worthless at another.
 */
#ifndef LECTERN_LAYOUT_LAYOUT_H
#define LECTERN_LAYOUT_LAYOUT_H

#include <stddef.h>
#include <stdint.h>

#include "layout/lines.h"

struct doc;
struct layout;

struct layout_options {
	int width; /* [col] of the text, at least 1 */
	int ascii; /* 1: nothing but ASCII */
};

/* Borrows the document, which may go on growing. */
struct layout *layout_new(
    const struct doc *doc, const struct layout_options *opt);
void layout_free(struct layout *l);

/*
 * The lines of unit `unit` < doc_units(doc), blank lines that part it from the
 * unit before included at its top (none at the top of the document).  Valid
 * until a unit is set whose number differs by a multiple of LAYOUT_KEPT.
 */
enum { LAYOUT_KEPT = 512 };
struct lines layout_unit(struct layout *l, size_t unit);

/*
 * How a table or listing is set.  What does not fit is squeezed: a table
 * becomes cards, the lines of a listing are broken.  LAYOUT_WIDE takes the
 * columns that it needs, LAYOUT_CARDS makes cards of a table that would fit.
 */
enum layout_form { LAYOUT_FIT, LAYOUT_WIDE, LAYOUT_CARDS };

struct layout_shape {
	int squeezed;    /* 1: it did not fit */
	int table;       /* 1: a table, which can be cards as well */
	int cols;        /* [col] of its longest line */
	size_t head;     /* lines [head, head_end) name the columns ... */
	size_t head_end; /* ... of the first grid; the same: none do */
	size_t wide; /* lines [wide, wide_end) may be wider than the page: */
	size_t
	    wide_end; /* the listing, the grids but not what is beside them */
};

/* From now on `unit` has that form, in this layout. */
void layout_set_form(struct layout *l, size_t unit, enum layout_form form);
enum layout_form layout_form(const struct layout *l, size_t unit);

struct layout_shape layout_shape(struct layout *l, size_t unit);

/* A line of the layout: line `line` of unit `unit`. */
struct layout_pos {
	size_t unit;
	size_t line;
};

/* The line that shows text offset `offset`, or the last before it. */
struct layout_pos layout_find(struct layout *l, uint32_t offset);

/* That line, or NULL past the end. */
const struct line *layout_line(struct layout *l, struct layout_pos pos);

/*
 * Moves `pos` by `n` lines, backward if negative, not beyond the first and
 * the last line.  Returns how far it went.
 */
int layout_move(struct layout *l, struct layout_pos *pos, int n);

/* The last line of the document so far. */
struct layout_pos layout_last(struct layout *l);

#endif

/* SPDX-License-Identifier: ISC */
/*
 * lines.h - styled lines, and rich text set in lines
 *
 * Layer layout: may include doc and what lies below it.  No I/O.
 */
#ifndef LECTERN_LAYOUT_LINES_H
#define LECTERN_LAYOUT_LINES_H

#include <stddef.h>
#include <stdint.h>

struct arena;
struct buf;
struct rich;

enum { NO_OFFSET = 0xffffffff };

/*
 * A piece of a line in one style.  Columns are where it is drawn; spans of a
 * line are in order and do not overlap; gaps between them are blank.
 */
struct span {
	const char *s;   /* valid UTF-8, no control characters, no NUL needed */
	uint32_t len;    /* [byte] */
	uint32_t offset; /* where it stands in the document's text, or
			  * NO_OFFSET for generated text */
	uint32_t source_len; /* [byte] it has there; where that is not `len`
			      * the span stands for the range as a whole */
	int32_t col;         /* [col] from the left edge of the text */
	int32_t cols;        /* [col] */
	uint32_t link;  /* node that this leads to (DOC_NONE: to nothing) */
	uint16_t style; /* enum style, bits */
};

struct line {
	const struct span *span;
	uint32_t n;
	uint32_t offset; /* first document offset on it, or that of the line
			  * above: never NO_OFFSET within a document */
};

struct lines {
	const struct line *line;
	size_t n;
};

/*
 * Sets rich text in lines of at most `width` columns: the first line begins at
 * column `first`, the others at `rest`.  Newlines in the text are kept.  All
 * memory is of the arena `a`.  `ascii`: transliterate.
 */
struct lines lines_set(struct arena *a, const struct rich *r, int width,
    int first, int rest, int ascii);

/* Appends a line as plain text, blanks at its end left out, no newline. */
void line_text(const struct line *l, struct buf *b);

/* Columns from the left edge to the end of the last span. */
int line_cols(const struct line *l);

#endif

/* SPDX-License-Identifier: ISC */
/*
 * canvas.h - the picture of a screen, as a grid of cells
 *
 * Layer term: may include base and text.  Views draw here and nowhere else; a
 * backend (term.h) shows what was drawn.  A canvas knows no terminal: it can
 * be compared, printed and tested without one.
 *
 * Rows and columns count from 0 at the top left corner.  Everything drawn is
 * clipped, on all sides, to the canvas and to the clipping rectangle; no
 * coordinate is an error.  A cell is what curses and every terminal agree on:
 * one character of one or two columns with the zero-width marks that belong to
 * it.  A grapheme cluster of several such characters (an emoji sequence, a
 * flag) takes as many cells as text_width() counts for it, and the joiners
 * between them are left out, so that a terminal that would merge them cannot
 * fall out of step with the columns counted here.
 *
 * What can not be seen or would steer the terminal never gets in: control
 * characters, bidirectional controls, tags, byte order marks, soft hyphens.
 */
#ifndef LECTERN_TERM_CANVAS_H
#define LECTERN_TERM_CANVAS_H

#include <stddef.h>
#include <stdint.h>

#include "base/vec.h"

struct buf;

/* Room for a character and its marks; marks beyond that are left out. */
enum { CELL_BYTES = 16 };

struct cell {
	char s[CELL_BYTES]; /* UTF-8, zeros behind it; no NUL if full */
	uint8_t len;        /* [byte] in use; 0 in the right half of a
			     * character of two columns */
	uint8_t cols;       /* [col] 1 or 2; 0 in such a right half */
	uint16_t style;     /* enum style, bits */
};

/* Bigger screens are drawn in their first rows and columns only. */
enum { CANVAS_MAX = 1000 };

struct canvas_rect {
	int row, col;
	int rows, cols;
};

/* Cells of one row that stand for an address outside. */
struct canvas_link {
	int row, col, cols;
	char *url; /* owned; as the document has it, so not to be trusted */
};

struct canvas {
	int rows, cols;    /* 0 to CANVAS_MAX */
	struct cell *cell; /* row by row */
	struct canvas_rect clip;
	int pen_row, pen_col;       /* where canvas_put goes on */
	int cursor_row, cursor_col; /* row -1: hidden */
	VEC(struct canvas_link) links;
};

/* An empty canvas of 0 x 0 in the caller's storage. */
void canvas_init(struct canvas *c);
void canvas_release(struct canvas *c);

/* Makes it blank, of this size; a size out of range is brought into it. */
void canvas_resize(struct canvas *c, int rows, int cols);

/* All cells blank in STYLE_BODY, nothing clipped, pen at 0,0, cursor hidden. */
void canvas_clear(struct canvas *c);

/* Makes `to` equal to `from` in size, cells and cursor. */
void canvas_copy(struct canvas *to, const struct canvas *from);

/*
 * From here on drawing is clipped to `r`, itself clipped to the canvas; NULL:
 * to the whole canvas.  Coordinates stay those of the canvas.
 */
void canvas_clip(struct canvas *c, const struct canvas_rect *r);

/* Sets the pen: where the next canvas_put begins. */
void canvas_move(struct canvas *c, int row, int col);

/*
 * Draws the `len` bytes of UTF-8 at `s` from the pen on, in one row, and
 * leaves the pen behind them: it moves by text_width(), clipped or not.  A
 * character of two columns that is cut by the edge shows as blanks.  A mark
 * that comes first joins the character to the left of the pen.
 */
void canvas_put(struct canvas *c, const char *s, size_t len, unsigned style);
void canvas_puts(struct canvas *c, const char *s, unsigned style);

/* `n` columns of the ASCII character `ch` from the pen on: rules, padding. */
void canvas_repeat(struct canvas *c, char ch, int n, unsigned style);

/* Makes the cells of a rectangle blank, in `style`; links in it are gone. */
void canvas_fill(struct canvas *c, const struct canvas_rect *r, unsigned style);

/* Adds style bits to `n` cells of a row; of a wide character to both halves. */
void canvas_style(struct canvas *c, int row, int col, int n, unsigned bits);

/* The `cols` cells from row, col on, those that are not clipped, lead to `url`,
 * which is copied. */
void canvas_link(struct canvas *c, int row, int col, int cols, const char *url);

/* Shows the cursor there; outside the canvas or with row -1 it is hidden. */
void canvas_cursor(struct canvas *c, int row, int col);

/* The cell, or NULL outside the canvas. */
const struct cell *canvas_cell(const struct canvas *c, int row, int col);

/* Appends one row as text, blanks at its end trimmed, no newline. */
void canvas_row_text(const struct canvas *c, int row, struct buf *out);

/*
 * Appends one row of the styles, one character a column: '.' is body, and of
 * several bits the strongest shows: canvas_style_letter says which.
 */
void canvas_row_styles(const struct canvas *c, int row, struct buf *out);

/* > current, m match, W wrong, R right, ! warning, B bar, 1 2 3 titles, l
 * link, h highlight, s strong, e emphasis, c code, f frame, q quiet, . body */
char canvas_style_letter(unsigned style);

#endif

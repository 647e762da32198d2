/* SPDX-License-Identifier: ISC */
/*
 * bars.h - numbers drawn with characters
 *
 * Layer text: may include base.  Block characters of Unicode, half a cell
 * fine across and an eighth up, or ASCII where the terminal shows no more.
 * What is not finite or not within 0 and 1 is drawn as the nearest that is;
 * above 0 something is always drawn.
 */
#ifndef LECTERN_TEXT_BARS_H
#define LECTERN_TEXT_BARS_H

struct buf;

/* Appends a bar of `cols` columns, filled from the left; blanks follow.  It is
 * half a row high, so that bars in rows stay apart. */
void bars_add(struct buf *b, double part, int cols, int ascii);

/* Appends the cell of a column `rows` high that is in row `row`, 0 the top. */
void bars_cell(struct buf *b, double part, int row, int rows, int ascii);

#endif

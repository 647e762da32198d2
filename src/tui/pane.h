/* SPDX-License-Identifier: ISC */
/*
 * pane.h - the contents beside the text
 *
 * Layer tui.  On screens of PANE_MIN columns, and not over SSH, where a line of
 * scrolling costs ten times as much with it: a terminal scrolls whole lines.
 * It shows the sections around the one that is read, and follows.
 */
#ifndef LECTERN_TUI_PANE_H
#define LECTERN_TUI_PANE_H

#include <stddef.h>

#include "term/canvas.h"

struct reader;
struct view;

enum { PANE_MIN = 100, PANE_COLS = 33 };

/* Takes the columns of the pane off `body`, if there is to be one. */
void pane_place(const struct reader *r, struct canvas_rect *body);

/* Draws it to the left of the page, if there is one. */
void pane_draw(struct reader *r, struct canvas *c);

/* The section whose title the cell of the screen shows; 0 if it shows none. */
int pane_section_at(struct reader *r, int row, int col, size_t *section);

/* Puts it there or takes it away. */
void reader_pin(struct view *v);

#endif

/* SPDX-License-Identifier: ISC */
/*
 * palette.h - going to a section, or running a command, by what it is called
 *
 * Layer tui.  A line to type in, and above it what fits best.
 */
#ifndef LECTERN_TUI_PALETTE_H
#define LECTERN_TUI_PALETTE_H

struct reader;
struct view;

struct view *palette_new(struct reader *r);

#endif

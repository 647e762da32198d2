/* SPDX-License-Identifier: ISC */
/*
 * palette.h - going to a section or a word, or running a command, by its name
 *
 * Layer tui.  A line to type in, and above it what fits best.
 */
#ifndef LECTERN_TUI_PALETTE_H
#define LECTERN_TUI_PALETTE_H

struct reader;
struct view;

enum palette_kind {
	PALETTE_GO,     /* sections and commands */
	PALETTE_INDEX,  /* entries of the index, of the glossary, first terms */
	PALETTE_DEFINE, /* those with an explanation, which is shown */
};

struct view *palette_new(struct reader *r, enum palette_kind kind);

#endif

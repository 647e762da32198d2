/* SPDX-License-Identifier: ISC */
/*
 * contents.h - the sections of the document, as a view
 *
 * Layer tui.  Sections can be folded away and filtered by words of their
 * titles; choosing one moves the reader.
 */
#ifndef LECTERN_TUI_CONTENTS_H
#define LECTERN_TUI_CONTENTS_H

struct reader;
struct view;

struct view *contents_new(struct reader *r);

#endif

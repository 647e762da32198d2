/* SPDX-License-Identifier: ISC */
/*
 * margin.h - marks and notes in the reader
 *
 * Layer tui.  margin.c keeps them (course/notes.h) for a reader and shows them
 * in the gutter; marks.c and jots.c are the commands and lists on them.
 */
#ifndef LECTERN_TUI_MARGIN_H
#define LECTERN_TUI_MARGIN_H

#include <stdint.h>

#include "base/vec.h"
#include "course/notes.h"
#include "tui/page.h"

struct buf;
struct reader;
struct view;

struct margin {
	struct notes notes;
	VEC(struct page_sign) signs; /* of the gutter, ascending */
	VEC(struct match) lights;    /* highlights, ascending, apart */
	int loaded;
};

void margin_release(struct margin *m);

/* Reads them once the document is there; says what has moved. */
void margin_load(struct reader *r);

/* What a change needs to know. */
struct notes_change margin_change(const struct reader *r);

/* Settles all after a change that returned `status`; says so if it failed. */
void margin_changed(struct reader *r, int status);

/* Highlights a passage, or removes what is highlighted in it: 0 or -1; 1 if
 * there was something.  Failures are said. */
int margin_light(struct reader *r, struct match passage);
int margin_unlight(struct reader *r, struct match passage);

/* Appends how long ago `then` was: "six days ago", "just now". */
void margin_ago(int64_t then, int64_t now, struct buf *out);

/* marks.c */
void reader_mark(struct view *v);
void reader_go_mark(struct view *v);
void reader_marks(struct view *v);

/* jots.c */
void reader_note(struct view *v);
void reader_note_on(struct reader *r, struct match passage);
void reader_notes(struct view *v);

#endif

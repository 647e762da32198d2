/* SPDX-License-Identifier: ISC */
/*
 * quiz_note.h - a line to write in the status line
 *
 * Layer tui.
 */
#ifndef LECTERN_TUI_QUIZ_NOTE_H
#define LECTERN_TUI_QUIZ_NOTE_H

struct tui;
struct view;

/* Called with what was written, which may be "".  Not when it was cancelled. */
typedef void quiz_note_fn(struct tui *t, void *arg, const char *text);

/* `label` stands before the line; copied. */
struct view *quiz_note_new(const char *label, quiz_note_fn *done, void *arg);

#endif

/* SPDX-License-Identifier: ISC */
/*
 * quiz_run.h - a sitting on its way through the views of a quiz
 *
 * Layer tui.
 */
#ifndef LECTERN_TUI_QUIZ_RUN_H
#define LECTERN_TUI_QUIZ_RUN_H

#include "quiz/session.h"

struct bar;
struct buf;
struct sitting;
struct tui;

/*
 * A sitting on its way from the quiz to its results; whichever view has it
 * last frees it.
 */
struct quiz_run {
	struct sitting *sitting;
	enum session_mode mode;
	char *title;      /* what the questions are about */
	int alone;        /* the program ends when it does */
	int over;         /* its end is in the log */
	int handed_in;    /* an exam, or its time was up */
	struct buf *lost; /* takes why answers are lost, if they are */
};

/* "Exam", "Review", ...: what a sitting is called in headers. */
const char *quiz_mode_title(enum session_mode mode);

/* Says in the log how it ended, once. */
void quiz_run_finish(struct quiz_run *run, const char *how);

/* Finishes it if nobody has ("hangup" where the line is dead, else "left"),
 * and frees it.  NULL is fine. */
void quiz_run_free(struct quiz_run *run, const struct tui *t);

/* Begins a status line: with why answers are not saved, where that is so. */
void quiz_run_bar(const struct quiz_run *run, struct tui *t, struct bar *bar);

#endif

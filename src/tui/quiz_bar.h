/* SPDX-License-Identifier: ISC */
/*
 * quiz_bar.h - the status line of a quiz, and the sitting behind it
 *
 * Layer tui.
 */
#ifndef LECTERN_TUI_QUIZ_BAR_H
#define LECTERN_TUI_QUIZ_BAR_H

#include "base/buf.h"
#include "quiz/session.h"
#include "tui/cmd.h"

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

/* Hints for the status line: as many as fit, the first ones first. */
struct quiz_bar {
	struct tui *t;
	struct buf text;
	const char *right; /* stands at the end of the line */
	int full;          /* a hint did not fit */
};

/* Begins with why answers are not saved, where that is so. */
void bar_init(struct quiz_bar *bar, struct tui *t, const struct quiz_run *run,
    const char *right);

/* "Enter check"; CMD_NONE: the words alone. */
void bar_add(struct quiz_bar *bar, enum cmd_id cmd, const char *what);

/* Shows them, and frees them. */
void bar_show(struct quiz_bar *bar);

#endif

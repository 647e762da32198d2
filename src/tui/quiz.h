/* SPDX-License-Identifier: ISC */
/*
 * quiz.h - questions, one after the other
 *
 * Layer tui.  The full-screen face of a sitting: it shows the question at
 * hand, takes an answer, shows the verdict where that is to be told at once,
 * and goes on.  At the end, or when the student leaves, the results follow.
 */
#ifndef LECTERN_TUI_QUIZ_H
#define LECTERN_TUI_QUIZ_H

struct quiz_run;
struct tui;
struct view;

/* The sitting must have a question at hand.  Takes `run`. */
struct view *quiz_new(struct tui *t, struct quiz_run *run);

#endif

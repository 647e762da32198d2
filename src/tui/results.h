/* SPDX-License-Identifier: ISC */
/*
 * results.h - how a quiz went
 *
 * Layer tui.  The score, whether that is a pass where the quizzes say what is,
 * and the questions with how each was answered the first time; one of them
 * can be looked at again, or its passage read.  Who leaves while answers are
 * not saved is asked, and offered another folder.
 */
#ifndef LECTERN_TUI_RESULTS_H
#define LECTERN_TUI_RESULTS_H

struct quiz_run;
struct tui;
struct view;

/* Of a sitting with at least one answer, finished in the log.  Takes `run`. */
struct view *results_new(struct tui *t, struct quiz_run *run);

#endif

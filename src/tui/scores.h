/* SPDX-License-Identifier: ISC */
/*
 * scores.h - the page of scores, full screen
 *
 * Layer tui.  course/scorepage.h writes it; here it is scrolled.
 */
#ifndef LECTERN_TUI_SCORES_H
#define LECTERN_TUI_SCORES_H

struct progress_scope;
struct tui;
struct view;

/* Borrows what the scope names as long as the view is there. */
struct view *scores_new(struct tui *t, const struct progress_scope *scope);

#endif

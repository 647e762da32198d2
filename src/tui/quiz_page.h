/* SPDX-License-Identifier: ISC */
/*
 * quiz_page.h - a page beside the quiz, to read and to close
 *
 * Layer tui.
 */
#ifndef LECTERN_TUI_QUIZ_PAGE_H
#define LECTERN_TUI_QUIZ_PAGE_H

struct diags;
struct session_result;
struct tui;
struct view;

/* A question that was answered, with the verdict if that may be told. */
struct view *quiz_page_result(
    struct tui *t, const struct session_result *result, int told);

/* The faults of quiz files. */
struct view *quiz_page_faults(struct tui *t, const struct diags *faults);

#endif

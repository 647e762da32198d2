/* SPDX-License-Identifier: ISC */
/*
 * quiz_folder.h - another place for answers that could not be saved
 *
 * Layer tui.
 */
#ifndef LECTERN_TUI_QUIZ_FOLDER_H
#define LECTERN_TUI_QUIZ_FOLDER_H

struct sitting;
struct view;

/* Asks for a folder in the status line and saves there what is not saved. */
struct view *quiz_folder_new(struct sitting *sitting);

#endif

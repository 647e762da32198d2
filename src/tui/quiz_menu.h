/* SPDX-License-Identifier: ISC */
/*
 * quiz_menu.h - a few choices at the foot of the screen
 *
 * Layer tui.  What lies below the menu stays in sight.  A choice is made by
 * its letter, or by the arrows and Enter; closing the menu chooses nothing.
 */
#ifndef LECTERN_TUI_QUIZ_MENU_H
#define LECTERN_TUI_QUIZ_MENU_H

struct tui;
struct view;

/* Called when a choice was made, `id` being that of its row.  The menu is on
 * its way out by then: another view may be pushed. */
typedef void menu_chosen_fn(struct tui *t, void *arg, int id);

/* An empty menu.  `title` may be "". */
struct view *menu_new(const char *title, menu_chosen_fn *chosen, void *arg);

/*
 * Adds a row; the strings are copied.  `letter` chooses it at once, `note`
 * stands at its end where there is room, and may be "".
 */
void menu_add(
    struct view *menu, int letter, int id, const char *text, const char *note);

/* Selects a row, from 0. */
void menu_select(struct view *menu, int row);

#endif

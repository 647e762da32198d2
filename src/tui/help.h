/* SPDX-License-Identifier: ISC */
/*
 * help.h - the keys, as a view
 *
 * Layer tui.  Made from cmd.def and the bindings: those of the place where help
 * was asked for come first.
 */
#ifndef LECTERN_TUI_HELP_H
#define LECTERN_TUI_HELP_H

#include "tui/cmd.h"

struct view;

struct view *help_new(enum cmd_where where);

#endif

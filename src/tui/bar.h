/* SPDX-License-Identifier: ISC */
/*
 * bar.h - what a view says in the status line
 *
 * Layer tui.  At the left stand hints, what keys do here: as many as there is
 * room for, the first ones first.  At the right stand the place, where this is,
 * and the end, how to get back: only the first hint has its room before them.
 */
#ifndef LECTERN_TUI_BAR_H
#define LECTERN_TUI_BAR_H

#include <stddef.h>

#include "base/buf.h"
#include "base/vec.h"
#include "tui/cmd.h"

struct edit;
struct tui;

struct bar {
	struct tui *t;
	struct buf left, place, end; /* anybody may append to `place` */
	VEC(size_t) ends;            /* of the hints, in `left` */
};

void bar_init(struct bar *bar, struct tui *t);

/* "Enter check", by the key that is bound now; CMD_NONE: the words alone. */
void bar_add(struct bar *bar, enum cmd_id cmd, const char *what);

/* "1-6 levels": two keys and what stands between them. */
void bar_add_both(struct bar *bar, enum cmd_id first, const char *between,
    enum cmd_id second, const char *what);

/* The same at the right, once. */
void bar_end(struct bar *bar, enum cmd_id cmd, const char *what);

/* Shows them, and frees them. */
void bar_show(struct bar *bar);

/* The same with a line that is typed: it stands at the left, behind `label`,
 * and the hints at the right, as long as it has room.  `wants` is shown in it
 * while it is empty. */
void bar_type(struct bar *bar, const struct edit *e, const char *label,
    const char *wants);

#endif

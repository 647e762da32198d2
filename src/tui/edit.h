/* SPDX-License-Identifier: ISC */
/*
 * edit.h - a line of text being typed
 *
 * Layer tui.  No view of its own: a view that has a line to type holds one of
 * these, gives it characters and the commands of CMD_IN_PROMPT, and draws it.
 */
#ifndef LECTERN_TUI_EDIT_H
#define LECTERN_TUI_EDIT_H

#include <stddef.h>

#include "base/buf.h"
#include "tui/cmd.h"

struct canvas;

/* What is taken at most, unless `max` says otherwise. [byte] */
enum { EDIT_MAX = 1000 };

struct edit {
	struct buf text; /* clean UTF-8, one line */
	size_t at;       /* [byte] the cursor */
	size_t max;      /* [byte] what is taken at most */
};

void edit_init(struct edit *e);
void edit_release(struct edit *e);

/* Replaces the text; the cursor goes behind it. */
void edit_set(struct edit *e, const char *s);

/* Inserts a character that can be typed (key_is_text); else returns 0. */
int edit_key(struct edit *e, int key);

enum edit_result {
	EDIT_NOT,     /* no command for an editor */
	EDIT_MOVED,   /* done; the text is as it was */
	EDIT_CHANGED, /* the text is another one */
};

enum edit_result edit_command(struct edit *e, enum cmd_id cmd);

/*
 * Draws `label` and the text in `cols` columns from row, col on, in `style`,
 * with the cursor; of a text that is too long, the part around the cursor.
 */
struct edit_field {
	int row, col, cols;
	const char *label;
	unsigned style;
};

void edit_draw(
    const struct edit *e, struct canvas *c, const struct edit_field *f);

#endif

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "tui/quiz_note.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "text/rich.h"
#include "tui/app.h"
#include "tui/edit.h"

struct note {
	struct view view;
	struct edit edit;
	char *label;
	quiz_note_fn *done;
	void *arg;
};

static struct note *
note_of(struct view *v)
{
	return (struct note *)v;
}

static void
accept(struct view *v)
{
	struct note *n = note_of(v);

	tui_close(v);
	n->done(v->tui, n->arg, n->edit.text.s);
}

static const struct view_command commands[CMD_COUNT] = {
	[CMD_ACCEPT] = { accept },
	[CMD_UNDO] = { tui_close },
};

static int
note_key(struct view *v, int key)
{
	return edit_key(&note_of(v)->edit, key);
}

static int
note_other(struct view *v, enum cmd_id cmd)
{
	return edit_command(&note_of(v)->edit, cmd) != EDIT_NOT;
}

static void
note_draw(struct view *v, struct canvas *c)
{
	struct note *n = note_of(v);
	struct edit_field field = { c->rows - 1, 0, c->cols, n->label,
		STYLE_BAR };

	tui_status(v->tui, "", "");
	edit_draw(&n->edit, c, &field);
}

static void
note_close(struct view *v)
{
	struct note *n = note_of(v);

	edit_release(&n->edit);
	free(n->label);
	free(n);
}

static const struct view_ops note_ops = {
	.name = "note",
	.where = CMD_IN_PROMPT,
	.pastes = 1,
	.commands = commands,
	.key = note_key,
	.other = note_other,
	.draw = note_draw,
	.close = note_close,
};

struct view *
quiz_note_new(const char *label, quiz_note_fn *done, void *arg)
{
	struct note *n = xcalloc(1, sizeof(*n));

	n->view.ops = &note_ops;
	n->label = xstrdup(label);
	n->done = done;
	n->arg = arg;
	edit_init(&n->edit);
	return &n->view;
}

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "tui/quiz_folder.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "course/sitting.h"
#include "text/rich.h"
#include "tui/app.h"
#include "tui/edit.h"

struct folder {
	struct view view;
	struct sitting *sitting;
	struct edit edit;
	char *failed; /* why the last one would not do, or NULL */
};

static struct folder *
folder_of(struct view *v)
{
	return (struct folder *)v;
}

/* What was typed, a leading "~/" replaced as a shell would. */
static char *
typed_path(const struct folder *f)
{
	const char *s = f->edit.text.s, *home = getenv("HOME");

	if (strncmp(s, "~/", 2) == 0 && home != NULL)
		return xasprintf("%s/%s", home, s + 2);
	return xstrdup(s);
}

static void
accept(struct view *v)
{
	struct folder *f = folder_of(v);
	char *path = typed_path(f);

	free(f->failed);
	f->failed = NULL;
	if (path[0] == '\0') {
		tui_close(v);
	} else if (sitting_save_to(f->sitting, path) == 0) {
		tui_say(v->tui, "Saved in %s.", f->edit.text.s);
		tui_close(v);
	} else {
		f->failed = xstrdup(strerror(errno));
	}
	free(path);
}

static const struct view_command commands[CMD_COUNT] = {
	[CMD_ACCEPT] = { accept },
	[CMD_UNDO] = { tui_close },
};

static int
folder_key(struct view *v, int key)
{
	return edit_key(&folder_of(v)->edit, key);
}

static int
folder_other(struct view *v, enum cmd_id cmd)
{
	return edit_command(&folder_of(v)->edit, cmd) != EDIT_NOT;
}

static void
folder_draw(struct view *v, struct canvas *c)
{
	struct folder *f = folder_of(v);
	struct edit_field field = { c->rows - 1, 0, c->cols,
		"Save in folder: ", STYLE_BAR };
	struct buf label = BUF_INIT;

	if (f->failed != NULL)
		buf_printf(&label, "%s; another folder: ", f->failed);
	if (label.len > 0)
		field.label = label.s;
	tui_status(v->tui, "", "");
	edit_draw(&f->edit, c, &field);
	buf_release(&label);
}

static void
folder_close(struct view *v)
{
	struct folder *f = folder_of(v);

	edit_release(&f->edit);
	free(f->failed);
	free(f);
}

static const struct view_ops folder_ops = {
	.name = "folder",
	.where = CMD_IN_PROMPT,
	.pastes = 1,
	.commands = commands,
	.key = folder_key,
	.other = folder_other,
	.draw = folder_draw,
	.close = folder_close,
};

struct view *
quiz_folder_new(struct sitting *sitting)
{
	struct folder *f = xcalloc(1, sizeof(*f));

	f->view.ops = &folder_ops;
	f->sitting = sitting;
	edit_init(&f->edit);
	return &f->view;
}

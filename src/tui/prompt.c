/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "tui/prompt.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "text/rich.h"
#include "tui/app.h"
#include "tui/bar.h"
#include "tui/edit.h"

struct prompt {
	struct view view;
	const struct prompt_ops *ops;
	void *arg;
	char *label;
	struct edit edit;
};

static struct prompt *
prompt_of(struct view *v)
{
	return (struct prompt *)v;
}

static void
accept(struct view *v)
{
	struct prompt *p = prompt_of(v);

	tui_close(v);
	p->ops->accept(v->tui, p->arg, p->edit.text.s);
}

static void
undo(struct view *v)
{
	struct prompt *p = prompt_of(v);

	tui_close(v);
	if (p->ops->undo != NULL)
		p->ops->undo(p->arg);
}

static void
step(struct prompt *p, int by)
{
	if (p->ops->step != NULL)
		p->ops->step(p->arg, by);
}

static void
step_next(struct view *v)
{
	step(prompt_of(v), 1);
}

static void
step_prev(struct view *v)
{
	step(prompt_of(v), -1);
}

static const struct view_command commands[CMD_COUNT] = {
	[CMD_ACCEPT] = { accept },
	[CMD_UNDO] = { undo },
	[CMD_STEP_NEXT] = { step_next },
	[CMD_STEP_PREV] = { step_prev },
};

static void
changed(struct prompt *p)
{
	if (p->ops->changed != NULL)
		p->ops->changed(p->arg, p->edit.text.s);
}

static int
prompt_key(struct view *v, int key)
{
	if (!edit_key(&prompt_of(v)->edit, key))
		return 0;
	changed(prompt_of(v));
	return 1;
}

static int
prompt_other(struct view *v, enum cmd_id cmd)
{
	struct prompt *p = prompt_of(v);
	enum edit_result result;

	if (cmd == CMD_ERASE && p->edit.text.len == 0 &&
	    p->ops->changed != NULL) {
		undo(v);
		return 1;
	}
	result = edit_command(&p->edit, cmd);
	if (result == EDIT_CHANGED)
		changed(p);
	return result != EDIT_NOT;
}

static void
prompt_draw(struct view *v, struct canvas *c)
{
	struct prompt *p = prompt_of(v);
	struct bar bar;

	(void)c;
	bar_init(&bar, v->tui);
	bar_add(&bar, CMD_ACCEPT, p->ops->does);
	bar_add(&bar, CMD_UNDO, "undo");
	if (p->ops->step != NULL)
		bar_add_both(&bar, CMD_STEP_NEXT, "/", CMD_STEP_PREV, "step");
	bar_type(&bar, &p->edit, p->label, "");
}

static void
prompt_close(struct view *v)
{
	struct prompt *p = prompt_of(v);

	edit_release(&p->edit);
	free(p->label);
	free(p);
}

static const struct view_ops prompt_ops = {
	.name = "prompt",
	.where = CMD_IN_PROMPT,
	.pastes = 1,
	.wheel_up = CMD_STEP_PREV,
	.wheel_down = CMD_STEP_NEXT,
	.commands = commands,
	.key = prompt_key,
	.other = prompt_other,
	.draw = prompt_draw,
	.close = prompt_close,
};

struct view *
prompt_new(const char *label, const char *text, const struct prompt_ops *ops,
    void *arg)
{
	struct prompt *p = xcalloc(1, sizeof(*p));

	p->view.ops = &prompt_ops;
	p->ops = ops;
	p->arg = arg;
	p->label = xstrdup(label);
	edit_init(&p->edit);
	edit_set(&p->edit, text);
	return &p->view;
}

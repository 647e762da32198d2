/* SPDX-License-Identifier: ISC */
/* study_resume.c - going on with a quiz that was broken off */
#include "config.h"

#include <stddef.h>

#include "course/broken.h"
#include "course/course.h"
#include "doc/doc.h"
#include "tui/app.h"
#include "tui/quiz_menu.h"
#include "tui/study_state.h"

enum offer_choice {
	OFFER_GO_ON,
	OFFER_NEW,
};

static struct broken *
find(const struct study *s)
{
	return broken_find(s->scores, s->setup.course->name, s->learner);
}

static void
give_up(const struct study *s, const struct broken *b)
{
	broken_give_up(b, s->scores, s->setup.course->name, s->learner);
}

/* 0, or -1 when it cannot go on: then it is not offered again. */
static int
go_on(struct study *s, struct tui *t)
{
	struct study_scope scope = { DOC_NONE, 0, s->setup.mode };
	struct broken *b = find(s);
	int status = -1;

	if (b == NULL)
		return -1;
	scope.mode = b->mode;
	if (b->about != NULL)
		scope.node = doc_find(t->doc, b->about);
	if (scope.node != DOC_NONE)
		scope.section = doc_section_of(t->doc, scope.node);
	status = study_go_on(s, t, &scope, b);
	if (status == -1)
		give_up(s, b);
	broken_free(b);
	return status;
}

void
study_resume(struct study *s, struct tui *t)
{
	if (go_on(s, t) == 0)
		return;
	if (s->setup.alone)
		study_begin_alone(s, t);
	tui_warn(t, "That one cannot go on: nothing of it is left.");
}

static void
chosen(struct tui *t, void *arg, int id)
{
	struct study *s = arg;
	struct broken *b;

	if (id == OFFER_GO_ON) {
		study_resume(s, t);
		return;
	}
	b = find(s);
	if (b != NULL)
		give_up(s, b);
	broken_free(b);
	study_begin_alone(s, t);
}

int
study_offer(struct study *s, struct tui *t)
{
	struct broken *b = find(s);
	struct buf said = BUF_INIT;
	struct view *menu;

	if (b == NULL)
		return -1;
	broken_say(b, tui_now(t) * 1000, &said);
	buf_addc(&said, '.');
	menu = menu_new(said.s, chosen, s);
	menu_add(menu, 'g', OFFER_GO_ON, "Go on with it", "");
	menu_add(menu, 'n', OFFER_NEW, "Begin a new one", "");
	tui_push(t, menu);
	broken_free(b);
	buf_release(&said);
	return 0;
}

int
study_say_broken(const struct study *s, struct tui *t)
{
	struct broken *b = find(s);
	struct buf said = BUF_INIT, key = BUF_INIT;

	if (b == NULL)
		return -1;
	broken_say(b, tui_now(t) * 1000, &said);
	tui_key(t, CMD_QUIZ_MENU, &key);
	tui_say(t, "%s; %s g goes on.", said.s, key.s);
	broken_free(b);
	buf_release(&said);
	buf_release(&key);
	return 0;
}

int
study_add_resume(const struct study *s, struct view *menu, int id)
{
	struct broken *b = find(s);
	int found = b != NULL;

	if (found)
		menu_add(menu, 'g', id, "Go on with what was broken off", "");
	broken_free(b);
	return found;
}

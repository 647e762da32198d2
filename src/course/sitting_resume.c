/* SPDX-License-Identifier: ISC */
/* What was done in a sitting that was broken off, done again. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "course/broken.h"
#include "course/sitting_state.h"
#include "quiz/answer.h"

static int
is_item(const struct session *s, const char *id)
{
	const struct item *it = session_item(s);

	return it != NULL && id != NULL && strcmp(it->id, id) == 0;
}

/* To the item of that id, in an exam. */
static int
go_to(struct session *s, const char *id)
{
	size_t i;

	for (i = 0; i < session_size(s); i++) {
		if (strcmp(session_item_at(s, i)->id, id) == 0) {
			session_go(s, i);
			return 0;
		}
	}
	return -1;
}

/* Are the options in the order that was seen? */
static int
is_same_order(const struct session *s, const char *const *perm)
{
	const struct item *it = session_item(s);
	const unsigned char *order = session_order(s);
	size_t i;

	for (i = 0; order != NULL && i < it->choice.n; i++) {
		if (perm[i] == NULL ||
		    strcmp(perm[i], it->choice.option[order[i]].key) != 0)
			return 0;
	}
	return perm[i] == NULL;
}

static int
show(struct sitting *sitting, const struct broken_step *step)
{
	struct session *s = sitting->session;

	if (session_item(s) != NULL && session_verdict(s) != NULL)
		session_next(s);
	if (!is_item(s, step->item) && sitting->setup.mode == SESSION_EXAM) {
		if (go_to(s, step->item) == -1)
			return -1;
	} else if (!is_item(s, step->item) && session_item(s) != NULL) {
		session_skip(s);
	}
	return is_item(s, step->item) && is_same_order(s, step->perm) ? 0 : -1;
}

static int
answer(struct sitting *sitting, const struct broken_step *step)
{
	struct session *s = sitting->session;
	struct response r;
	int rc = -1;

	if (!is_item(s, step->item) || session_verdict(s) != NULL)
		return -1;
	while ((int)session_hints(s) < step->hints && session_hint(s) != NULL)
		continue;
	response_init(&r);
	if (answer_restore(&r, session_item(s), step->text, step->norm) == 0) {
		r.confidence = step->confidence;
		session_answer(s, &r);
		free(sitting->last_id);
		sitting->last_id = xstrdup(step->id);
		sitting->answer_id = sitting->last_id;
		rc = 0;
	}
	response_release(&r);
	return rc;
}

/* The answer that is taken back, or called easy, is at hand or was before. */
static int
find_answer(struct session *s)
{
	if (session_item(s) != NULL && session_verdict(s) != NULL)
		return 0;
	return session_back(s);
}

static int
undo(struct session *s)
{
	return find_answer(s) == -1 ? -1 : session_undo(s);
}

static int
call_easy(struct session *s)
{
	if (find_answer(s) == -1 || !session_may_be_easy(s))
		return -1;
	session_easy(s);
	return 0;
}

/* Hints and marks are of no weight: where they do not fit they are left out. */
static void
mark(struct session *s, const struct broken_step *step)
{
	if (!is_item(s, step->item))
		return;
	if (step->kind == BROKEN_HINT)
		session_hint(s);
	else if (step->kind == BROKEN_DROP)
		session_drop(s);
	else
		session_flag(s, session_place(s), step->kind == BROKEN_FLAG);
}

static int
do_step(struct sitting *sitting, const struct broken_step *step)
{
	switch (step->kind) {
	case BROKEN_SHOWN:
		return show(sitting, step);
	case BROKEN_ANSWER:
		return answer(sitting, step);
	case BROKEN_UNDO:
		return undo(sitting->session);
	case BROKEN_EASY:
		return call_easy(sitting->session);
	case BROKEN_HINT:
	case BROKEN_DROP:
	case BROKEN_FLAG:
	case BROKEN_UNFLAG:
	default:
		mark(sitting->session, step);
		return 0;
	}
}

int
sitting_replay(struct sitting *sitting, const struct broken *b)
{
	struct session *s = sitting->session;
	size_t i;

	for (i = 0; i < b->steps.n; i++) {
		if (do_step(sitting, &b->steps.v[i]) == -1)
			return -1;
	}
	/* The verdict of the last answer was seen. */
	if (session_item(s) != NULL && session_verdict(s) != NULL) {
		size_t place = session_place(s);

		session_next(s);
		if (session_item(s) == NULL &&
		    sitting->setup.mode == SESSION_EXAM)
			session_go(s, place);
	}
	return 0;
}

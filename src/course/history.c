/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "course/history.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "base/xalloc.h"
#include "quiz/answer.h"
#include "quiz/bank.h"
#include "score/event.h"
#include "score/map.h"
#include "score/name.h"
#include "score/replay.h"

/* An answer, until all corrections are known. */
struct given {
	size_t item; /* its index in the bank */
	size_t id;   /* number in history.ids */
	size_t sess; /* number in history.sessions */
	int64_t day;
	double frac;
	unsigned hints;
	int confidence, own, danger;
};

/* A correction: of a grade, or that all of it was a slip. */
struct grade {
	double frac;
	int own;
	int graded, undone;
};

struct history {
	const struct bank *bank;
	struct history_item *item; /* by index in the bank */
	VEC(struct given) given;
	struct map ids; /* of answers and of what corrects them */
	VEC(struct grade) grade;
	struct map sessions;
	VEC(int) mode; /* enum session_mode by session; -1: not known */
	char *without;
	int64_t until;
};

struct history *
history_new(const struct bank *bank)
{
	struct history *h = xcalloc(1, sizeof(*h));

	h->bank = bank;
	h->until = INT64_MAX;
	h->item = xcalloc(bank->items.n, sizeof(*h->item));
	map_init(&h->ids);
	map_init(&h->sessions);
	return h;
}

void
history_free(struct history *h)
{
	if (h == NULL)
		return;
	free(h->item);
	free(h->without);
	vec_release(&h->given);
	vec_release(&h->grade);
	vec_release(&h->mode);
	map_release(&h->ids);
	map_release(&h->sessions);
	free(h);
}

void
history_without(struct history *h, const char *sess)
{
	free(h->without);
	h->without = xstrdup(sess);
}

void
history_until(struct history *h, int64_t day)
{
	h->until = day;
}

static size_t
session_of(struct history *h, const char *sess)
{
	size_t i = map_add(&h->sessions, sess == NULL ? "" : sess);

	if (i == h->mode.n)
		vec_push(&h->mode, -1);
	return i;
}

static struct grade *
grade_of(struct history *h, const char *id)
{
	struct grade none = { 0 };
	size_t i = map_add(&h->ids, id);

	if (i == h->grade.n)
		vec_push(&h->grade, none);
	return &h->grade.v[i];
}

static void
add_session(struct history *h, const struct event *e)
{
	size_t i = session_of(h, e->sess);
	enum session_mode mode;

	if (e->mode != NULL && session_mode_find(e->mode, &mode) == 0)
		h->mode.v[i] = (int)mode;
}

/* The item that an event is about, as it is now; or NULL. */
static const struct item *
item_of(const struct history *h, const struct event *e)
{
	const struct item *it =
	    e->item == NULL ? NULL : bank_item(h->bank, e->item);

	if (it == NULL || (e->rev != 0 && e->rev != it->rev))
		return NULL;
	return it;
}

static void
add_answer(struct history *h, const struct event *e)
{
	const struct item *it = item_of(h, e);
	struct given g = { 0 };

	if (it == NULL)
		return;
	g.item = it->index;
	g.sess = session_of(h, e->sess);
	grade_of(h, e->id);
	g.id = map_add(&h->ids, e->id);
	g.day = e->day;
	g.frac = e->frac;
	g.hints = e->hints > 0 ? (unsigned)e->hints : 0;
	g.confidence = e->conf >= 1 && e->conf <= 3 ? (int)e->conf : 0;
	g.own = e->rating >= MEMORY_AGAIN && e->rating <= MEMORY_EASY
	    ? (int)e->rating
	    : MEMORY_UNRATED;
	g.danger = e->danger;
	vec_push(&h->given, g);
}

static void
regrade(struct history *h, const char *id, double frac, int64_t rating)
{
	struct grade *g = grade_of(h, id);

	g->graded = 1;
	g->frac = frac;
	g->own = rating >= MEMORY_AGAIN && rating <= MEMORY_EASY
	    ? (int)rating
	    : MEMORY_UNRATED;
}

static void
add_mark(struct history *h, const struct event *e)
{
	const struct item *it = item_of(h, e);
	struct history_item *state;

	if (it == NULL)
		return;
	state = &h->item[it->index];
	if (strcmp(e->mark, "flag") == 0)
		state->flagged = !e->off;
	else if (strcmp(e->mark, "suspend") == 0)
		state->suspended = !e->off;
	else if (strcmp(e->mark, "bury") == 0)
		state->buried = e->off ? 0 : e->day;
	else if (strcmp(e->mark, "wrong") == 0)
		state->reported = !e->off;
}

void
history_add(struct history *h, const struct event *e)
{
	size_t i;

	if (e->day > h->until ||
	    (h->without != NULL && e->sess != NULL &&
		strcmp(h->without, e->sess) == 0))
		return;
	switch ((int)e->kind) {
	case EVENT_SESSION:
		add_session(h, e);
		break;
	case EVENT_ANSWER:
		add_answer(h, e);
		break;
	case EVENT_MARK:
		add_mark(h, e);
		break;
	case EVENT_UNDO:
		grade_of(h, e->ref)->undone = 1;
		break;
	case EVENT_GRADE:
		regrade(h, e->ref, e->frac, e->rating);
		break;
	case EVENT_REGRADE:
		for (i = 0; e->refs != NULL && e->refs[i] != NULL; i++)
			regrade(h, e->refs[i], e->frac, MEMORY_UNRATED);
		break;
	default:
		break;
	}
}

void
history_model(struct memory_model *m, const struct item *it)
{
	memory_model_init(m, it->quiz->settings.retention);
}

static void
review(struct history_item *state, const struct item *it, const struct given *g)
{
	struct memory_model model;
	struct memory_answer a = { 0 };

	a.fraction = g->frac;
	a.hints = g->hints;
	a.confidence = g->confidence;
	a.own = (enum memory_rating)g->own;
	a.choice = item_is_choice(it);
	history_model(&model, it);
	memory_review(&state->memory, &model, memory_rating_of(&a), g->day);
}

/* What an exam finds wrong is due; what was never learned counts as seen. */
static void
make_due(
    struct history_item *state, const struct item *it, const struct given *g)
{
	if (state->memory.reps == 0)
		review(state, it, g);
	if (state->memory.due > g->day)
		state->memory.due = g->day;
}

static void
settle(struct history *h, const struct given *g)
{
	const struct item *it = h->bank->items.v[g->item];
	struct history_item *state = &h->item[g->item];
	int mode = h->mode.v[g->sess];

	state->answers++;
	if (mode == SESSION_PRETEST)
		return;
	state->wrong = g->frac < SESSION_RECALLED;
	state->confidence = g->confidence;
	state->danger = g->danger;
	if (mode == -1 || session_mode_info((enum session_mode)mode)->schedules)
		review(state, it, g);
	else if (mode == SESSION_EXAM && state->wrong)
		make_due(state, it, g);
}

void
history_settle(struct history *h)
{
	size_t i;

	for (i = 0; i < h->given.n; i++) {
		struct given g = h->given.v[i];
		const struct grade *grade = &h->grade.v[g.id];

		if (grade->undone)
			continue;
		if (grade->graded) {
			g.frac = grade->frac;
			g.own = grade->own;
		}
		settle(h, &g);
	}
	vec_release(&h->given);
}

static int
take_event(void *ctx, const struct event *e)
{
	history_add(ctx, e);
	return 0;
}

int
history_read(struct history *h, const char *scores, const char *course,
    const char *learner, struct diags *d)
{
	char *who = learner == NULL ? name_learner() : xstrdup(learner);
	char *folder = name_folder(scores, course);
	struct replay r = { folder, who, take_event, h, d };
	int status = 0;

	if (folder != NULL)
		status = replay_run(&r, NULL);
	if (status == -1 && errno == ENOENT)
		status = 0;
	free(folder);
	free(who);
	history_settle(h);
	return status;
}

const struct history_item *
history_item(const struct history *h, const struct item *it)
{
	return &h->item[it->index];
}

void
history_known(void *known, const struct item *it, struct item_state *state)
{
	const struct history_known *k = known;
	const struct history_item *i = history_item(k->history, it);

	state->memory = i->memory;
	state->wrong = i->wrong;
	state->confidence = i->confidence;
	state->danger = i->danger;
	state->held = i->suspended || (i->buried != 0 && i->buried == k->today);
}

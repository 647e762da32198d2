/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "course/history.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "course/history_state.h"
#include "quiz/bank.h"
#include "quiz/rng.h"
#include "score/day.h"
#include "score/event.h"
#include "score/name.h"
#include "score/replay.h"

struct history *
history_new(const struct bank *bank)
{
	struct history *h = xcalloc(1, sizeof(*h));

	h->bank = bank;
	h->until = INT64_MAX;
	map_init(&h->ids);
	map_init(&h->strings);
	map_init(&h->sessions);
	map_init(&h->day_keys);
	corrections_init(&h->corrections);
	memory_model_init(&h->model, 0);
	return h;
}

void
history_free(struct history *h)
{
	if (h == NULL)
		return;
	free(h->without);
	vec_release(&h->items);
	vec_release(&h->given);
	vec_release(&h->mode);
	vec_release(&h->days);
	map_release(&h->ids);
	map_release(&h->strings);
	map_release(&h->sessions);
	map_release(&h->day_keys);
	corrections_release(&h->corrections);
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

void
history_correct(struct history *h, const struct corrections *by)
{
	h->by = by;
}

/* The day of an event; one out of this world is worked out anew. */
static int64_t
day_of(const struct event *e)
{
	if (e->day < day_number(DAY_TIME_MIN, 0) ||
	    e->day > day_number(DAY_TIME_MAX, 0))
		return day_number(e->ts, e->tz);
	return e->day;
}

static const char *
string(struct history *h, const char *s)
{
	size_t i = map_add(&h->strings, s == NULL ? "" : s);

	return h->strings.keys.v[i];
}

/* The same as a rule as it was: then there is nothing to look for. */
static void
set_string(struct history *h, const char **to, const char *s)
{
	if (s == NULL)
		s = "";
	if (*to == NULL || strcmp(*to, s) != 0)
		*to = string(h, s);
}

/* Events of a sitting mostly follow one another. */
static size_t
session_of(struct history *h, const char *sess)
{
	size_t i = h->session;

	if (sess == NULL)
		sess = "";
	if (i < h->mode.n && strcmp(h->sessions.keys.v[i], sess) == 0)
		return i;
	h->session = i = map_add(&h->sessions, sess);

	if (i == h->mode.n)
		vec_push(&h->mode, -1);
	return i;
}

static void
add_session(struct history *h, const struct event *e)
{
	enum session_mode mode;
	size_t i;

	if (e->sess == NULL)
		return;
	i = session_of(h, e->sess);
	if (e->mode != NULL && session_mode_find(e->mode, &mode) == 0)
		h->mode.v[i] = (int)mode;
}

/* The number of the item that an event is about; -1: of another revision. */
static ptrdiff_t
item_of(struct history *h, const struct event *e)
{
	struct history_item new = { .type = "", .about = "" };
	const struct item *it;
	size_t i = map_add(&h->ids, e->item);

	if (i == h->items.n) {
		new.id = h->ids.keys.v[i];
		if (h->bank != NULL)
			new.item = bank_item(h->bank, e->item);
		vec_push(&h->items, new);
	}
	it = h->items.v[i].item;
	return it != NULL && e->rev != 0 && e->rev != it->rev ? -1
							      : (ptrdiff_t)i;
}

static void
add_answer(struct history *h, const struct event *e)
{
	ptrdiff_t item = item_of(h, e);
	struct history_given g = { 0 };
	struct history_item *i;

	if (item == -1)
		return;
	h->seed += rng_mix((uint64_t)e->ts); /* in whatever order */
	i = &h->items.v[item];
	if (e->type != NULL)
		set_string(h, &i->type, e->type);
	if (e->about != NULL && e->about[0] != NULL)
		set_string(h, &i->about, e->about[0]);
	set_string(h, &h->who, e->who);
	g.item = (uint32_t)item;
	g.id = arena_strdup(&h->strings.arena, e->id);
	g.who = h->who;
	g.sess = (uint32_t)session_of(h, e->sess);
	g.day = (int32_t)day_of(e);
	g.ts = e->ts;
	g.ms = e->ms;
	g.frac = e->frac;
	g.hints = e->hints > 0;
	if (e->conf >= 1 && e->conf < HISTORY_CONFIDENCES)
		g.confidence = (unsigned char)e->conf;
	g.rating = e->rating;
	g.danger = e->danger != 0;
	vec_push(&h->given, g);
}

static void
add_mark(struct history *h, const struct event *e)
{
	struct history_item *i;
	ptrdiff_t item;

	/* A hint that was taken says nothing of the item. */
	if (e->item == NULL || strcmp(e->mark, "hint") == 0)
		return;
	item = item_of(h, e);
	if (item == -1)
		return;
	i = &h->items.v[item];
	if (strcmp(e->mark, "flag") == 0)
		i->flagged = !e->off;
	else if (strcmp(e->mark, "suspend") == 0)
		i->suspended = !e->off;
	else if (strcmp(e->mark, "bury") == 0)
		i->buried = e->off ? 0 : day_of(e);
	else if (strcmp(e->mark, "wrong") == 0)
		i->reported = !e->off;
}

void
history_add(struct history *h, const struct event *e)
{
	if (day_of(e) > h->until ||
	    (h->without != NULL && e->sess != NULL &&
		strcmp(h->without, e->sess) == 0))
		return;
	if (e->kind == EVENT_SESSION)
		add_session(h, e);
	else if (e->kind == EVENT_ANSWER)
		add_answer(h, e);
	else if (e->kind == EVENT_MARK)
		add_mark(h, e);
	else
		corrections_note(&h->corrections, e);
}

static int
take_event(void *ctx, const struct event *e)
{
	history_add(ctx, e);
	return 0;
}

int
history_replay(struct history *h, const char *folder, const char *who,
    struct diags *d, struct replay_totals *totals)
{
	struct replay r = { folder, who, take_event, h, d };
	int status = replay_run(&r, totals);

	if (status == -1 && errno == ENOENT)
		status = 0;
	history_settle(h);
	return status;
}

static void
stir(struct history *h, const char *s)
{
	for (; *s != '\0'; s++)
		h->seed = rng_mix(h->seed ^ (unsigned char)*s);
}

uint64_t
history_seed(const struct history *h)
{
	return h->seed & INT64_MAX; /* the log has signed numbers */
}

int
history_read(struct history *h, const char *scores, const char *course,
    const char *learner, struct diags *d)
{
	char *who = learner == NULL ? name_learner() : xstrdup(learner);
	char *folder = name_folder(scores, course);
	int status = 0;

	stir(h, course);
	stir(h, who);
	if (folder != NULL)
		status = history_replay(h, folder, who, d, NULL);
	free(folder);
	free(who);
	return status;
}

const struct history_item *
history_item(const struct history *h, const struct item *it)
{
	static const struct history_item none = {
		.id = "", .type = "", .about = ""
	};
	ptrdiff_t i = map_find(&h->ids, it->id);

	return i == -1 ? &none : &h->items.v[i];
}

size_t
history_items(const struct history *h)
{
	return h->items.n;
}

const struct history_item *
history_item_at(const struct history *h, size_t i)
{
	return &h->items.v[i];
}

size_t
history_days(const struct history *h)
{
	return h->days.n;
}

const struct history_day *
history_day(const struct history *h, size_t i)
{
	return &h->days.v[i];
}

const struct history_confidence *
history_confidence(const struct history *h, int confidence)
{
	return &h->confidence[confidence];
}

double
history_recall(
    const struct history *h, const struct history_item *i, int64_t day)
{
	return memory_recall(&i->memory, &h->model, day);
}

int
history_may_ask(
    const struct history *h, const struct history_item *i, int64_t day)
{
	if (h->bank != NULL && i->item == NULL)
		return 0;
	return !i->suspended && (i->buried == 0 || i->buried != day);
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

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "quiz/session.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "quiz/answer.h"
#include "quiz/bank.h"
#include "quiz/draw.h"
#include "quiz/rng.h"

enum slot_state {
	SLOT_NEW,
	SLOT_SKIPPED, /* once; it has a second chance at the end */
	SLOT_MISSED,
	SLOT_DONE, /* recalled, let go, or skipped twice */
};

/* An item of the session. */
struct slot {
	const struct item *item;
	enum slot_state state;
	unsigned tries; /* answers given */
	int owed;       /* recalls that let it go, once it was missed */
	size_t last;    /* when it was shown last, by session.shown */
};

struct session {
	struct arena arena;
	enum session_mode mode;
	uint64_t seed;
	struct slot *slot; /* in the order in which they are first shown */
	size_t n;
	size_t at;    /* the slot at hand; n: the session is over */
	size_t shown; /* questions shown, the one at hand among them */
	unsigned hints;
	unsigned char *order;
	const struct session_result *answered; /* the one at hand, or NULL */
	VEC(struct session_result *) results;
};

/* Streams of chance: one draws, the others order options by item and try. */
enum { STREAM_DRAW = 1 };

/* Order and match would be solved as they are written. */
static int
is_fixed(const struct item *it, size_t option)
{
	if (it->kind == ITEM_ORDER || it->kind == ITEM_MATCH)
		return 0;
	return !it->shuffle || it->choice.option[option].fixed ||
	    !(it->quiz->settings.shuffle & SHUFFLE_OPTIONS);
}

/* Shuffles the options [from, from + n) that may move among the places that
 * they have. */
static void
shuffle_options(const struct item *it, unsigned char *order, size_t from,
    size_t n, struct rng *rng)
{
	unsigned char free_place[ITEM_OPTIONS_MAX];
	size_t i, n_free = 0;

	for (i = from; i < from + n; i++) {
		if (!is_fixed(it, i))
			free_place[n_free++] = (unsigned char)i;
	}
	for (i = n_free; i > 1; i--) {
		size_t a = free_place[i - 1];
		size_t b = free_place[rng_below(rng, (uint32_t)i)];
		unsigned char option = order[a];

		order[a] = order[b];
		order[b] = option;
	}
}

static int
is_in_order(const unsigned char *order, size_t n)
{
	size_t i = 0;

	while (i < n && order[i] == i)
		i++;
	return i == n;
}

/* The options of a gap stay its own; no order is shown solved. */
static void
shuffle_all(const struct item *it, unsigned char *order, struct rng *rng)
{
	size_t n = it->choice.n, i;

	if (it->kind == ITEM_CLOZE) {
		for (i = 0; i < it->parts.n; i++)
			shuffle_options(it, order, it->parts.part[i].first,
			    it->parts.part[i].n, rng);
		return;
	}
	do
		shuffle_options(it, order, 0, n, rng);
	while (it->kind == ITEM_ORDER && is_in_order(order, n));
}

/* The order hangs on seed, item and try alone, not on what came before. */
static void
make_order(struct session *s, const struct slot *slot)
{
	const struct item *it = slot->item;
	size_t i;
	struct rng rng;

	s->order = NULL;
	if (it->choice.n == 0)
		return;
	s->order = arena_alloc(&s->arena, it->choice.n);
	for (i = 0; i < it->choice.n; i++)
		s->order[i] = (unsigned char)i;
	rng_init(&rng, s->seed + slot->tries, ids_hash(it->id));
	shuffle_all(it, s->order, &rng);
}

static void
show(struct session *s, size_t at)
{
	s->at = at;
	s->hints = 0;
	s->answered = NULL;
	s->order = NULL;
	if (at == s->n)
		return;
	s->slot[at].last = ++s->shown;
	make_order(s, &s->slot[at]);
}

/* The slot of that state that was shown longest ago, or n; a new one is the
 * first in line. */
static size_t
oldest(const struct session *s, enum slot_state state)
{
	size_t i, best = s->n;

	for (i = 0; i < s->n; i++) {
		if (s->slot[i].state == state &&
		    (best == s->n || s->slot[i].last < s->slot[best].last))
			best = i;
	}
	return best;
}

/* An item to stand between a missed one and its return, the one that was shown
 * longest ago; or n. */
static size_t
filler(const struct session *s)
{
	size_t i, best = s->n;

	for (i = 0; i < s->n; i++) {
		const struct slot *slot = &s->slot[i];

		if (slot->state != SLOT_DONE || slot->tries == 0 ||
		    slot->last == s->shown)
			continue;
		if (best == s->n || slot->last < s->slot[best].last)
			best = i;
	}
	return best;
}

/* How many other questions must stand between a miss and its return. */
static size_t
gap(const struct session *s)
{
	return s->n > SESSION_GAP ? SESSION_GAP : s->n - 1;
}

static size_t
next_missed(const struct session *s, size_t missed)
{
	size_t between = filler(s);

	if (between != s->n)
		return between;
	/* Nothing to stand between: come back early, but not at once. */
	return s->slot[missed].last == s->shown ? s->n : missed;
}

static size_t
choose(const struct session *s)
{
	size_t missed = oldest(s, SLOT_MISSED), at;

	if (missed != s->n && s->n > 1 &&
	    s->shown - s->slot[missed].last >= gap(s))
		return missed;
	at = oldest(s, SLOT_NEW);
	if (at == s->n)
		at = oldest(s, SLOT_SKIPPED);
	if (at == s->n && missed != s->n)
		at = next_missed(s, missed);
	return at;
}

struct session *
session_new(const struct session_setup *setup)
{
	struct session *s = xcalloc(1, sizeof(*s));
	struct draw drawn = { 0 };
	struct rng rng;
	size_t i;

	assert(setup->mode < SESSION_MODE_COUNT);
	arena_init(&s->arena);
	s->mode = setup->mode;
	s->seed = setup->seed;
	rng_init(&rng, setup->seed, STREAM_DRAW);
	session_draw(&drawn, setup, &rng);
	s->n = drawn.items.n;
	s->slot = arena_array(&s->arena, s->n, sizeof(*s->slot));
	for (i = 0; i < s->n; i++)
		s->slot[i].item = drawn.items.v[i];
	vec_release(&drawn.items);
	show(s, choose(s));
	return s;
}

void
session_free(struct session *s)
{
	size_t i;

	if (s == NULL)
		return;
	for (i = 0; i < s->results.n; i++)
		free(s->results.v[i]);
	vec_release(&s->results);
	arena_release(&s->arena);
	free(s);
}

const struct item *
session_item(const struct session *s)
{
	return s->at == s->n ? NULL : s->slot[s->at].item;
}

const unsigned char *
session_order(const struct session *s)
{
	return s->order;
}

unsigned
session_try(const struct session *s)
{
	if (s->at == s->n)
		return 0;
	return s->slot[s->at].tries + (s->answered == NULL);
}

const struct hint *
session_hint(struct session *s)
{
	const struct item *it = session_item(s);

	if (it == NULL || s->answered != NULL || s->hints >= it->n_hint)
		return NULL;
	return &it->hint[s->hints++];
}

unsigned
session_hints(const struct session *s)
{
	return s->hints;
}

/* In `learn`: is the item missed, recalled, or still owing a recall? */
static void
judge(struct slot *slot, const struct verdict *v)
{
	int recalled = v->credit >= SESSION_RECALLED;

	if (!recalled)
		slot->owed = slot->item->quiz->settings.criterion;
	else if (slot->owed > 0)
		slot->owed--;
	slot->state = slot->owed > 0 && slot->tries < SESSION_TRIES
	    ? SLOT_MISSED
	    : SLOT_DONE;
}

/* What was answered, for who shows it again. */
static void
keep_parts(
    struct session *s, struct session_result *result, const struct response *r)
{
	size_t n = result->item->parts.n, i;
	const char **part;

	if (item_asks(result->item) == INPUT_ORDER)
		result->arranged =
		    memcpy(arena_alloc(&s->arena, sizeof(r->arranged)),
			r->arranged, sizeof(r->arranged));
	if (n == 0)
		return;
	part = arena_array(&s->arena, n, sizeof(*part));
	for (i = 0; i < n; i++)
		part[i] = r->part[i].option >= 0
		    ? NULL
		    : arena_strndup(&s->arena, r->typed.s + r->part[i].at,
			  r->part[i].len);
	result->typed = part;
	result->picked = memcpy(
	    arena_alloc(&s->arena, sizeof(r->part)), r->part, sizeof(r->part));
}

const struct verdict *
session_answer(struct session *s, const struct response *r)
{
	struct slot *slot = &s->slot[s->at];
	struct session_result *result;

	assert(s->at < s->n && s->answered == NULL);
	result = xcalloc(1, sizeof(*result));
	grade(&result->verdict, slot->item, r, s->hints);
	result->item = slot->item;
	result->order = s->order;
	keep_parts(s, result, r);
	result->ticked = r->ticked;
	result->confidence = r->confidence;
	result->text = arena_strdup(&s->arena, r->text.s);
	result->norm = arena_strdup(&s->arena, r->norm.s);
	result->hints = s->hints;
	result->try = ++slot->tries;
	vec_push_ptr(&s->results, result);
	s->answered = result;
	if (s->mode == SESSION_LEARN)
		judge(slot, &result->verdict);
	else
		slot->state = SLOT_DONE;
	return &result->verdict;
}

const struct verdict *
session_verdict(const struct session *s)
{
	return s->answered == NULL ? NULL : &s->answered->verdict;
}

void
session_skip(struct session *s)
{
	struct slot *slot;

	assert(s->at < s->n && s->answered == NULL);
	slot = &s->slot[s->at];
	slot->state = slot->state == SLOT_NEW ? SLOT_SKIPPED : SLOT_DONE;
	show(s, choose(s));
}

void
session_next(struct session *s)
{
	assert(s->at < s->n);
	if (s->answered == NULL)
		session_skip(s);
	else
		show(s, choose(s));
}

size_t
session_results(const struct session *s)
{
	return s->results.n;
}

const struct session_result *
session_result(const struct session *s, size_t i)
{
	assert(i < s->results.n);
	return s->results.v[i];
}

const struct session_result *
session_last(const struct session *s)
{
	return s->results.n == 0 ? NULL : s->results.v[s->results.n - 1];
}

static void
count_answer(struct session_score *score, const struct verdict *v)
{
	score->answered++;
	score->points += v->points;
	score->max += v->max;
	if (v->outcome == VERDICT_RIGHT)
		score->right++;
	else if (v->outcome == VERDICT_PARTLY)
		score->partly++;
	else
		score->wrong++;
}

void
session_score(const struct session *s, struct session_score *score)
{
	size_t i;

	memset(score, 0, sizeof(*score));
	score->items = s->n;
	for (i = 0; i < s->n; i++) {
		score->all += s->slot[i].item->points;
		score->begun += s->slot[i].last > 0;
		score->returning += s->slot[i].state == SLOT_MISSED;
	}
	for (i = 0; i < s->results.n; i++) {
		if (s->results.v[i]->try == 1)
			count_answer(score, &s->results.v[i]->verdict);
	}
}

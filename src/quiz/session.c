/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "quiz/session.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "quiz/bank.h"
#include "quiz/draw.h"
#include "quiz/rng.h"
#include "quiz/session_state.h"

/* Streams of chance: one draws, the others order options by item and try. */
enum { STREAM_DRAW = 1 };

static const struct session_mode_info modes[SESSION_MODE_COUNT] = {
#define MODE(id, name, tells, schedules, returns) \
 [SESSION_##id] = { #name, tells, schedules, returns },
#include "quiz/mode.def"
#undef MODE
};

const struct session_mode_info *
session_mode_info(enum session_mode mode)
{
	assert(mode < SESSION_MODE_COUNT);
	return &modes[mode];
}

int
session_mode_find(const char *name, enum session_mode *mode)
{
	int i;

	for (i = 0; i < SESSION_MODE_COUNT; i++) {
		if (strcmp(modes[i].name, name) != 0)
			continue;
		*mode = (enum session_mode)i;
		return 0;
	}
	return -1;
}

static void
show(struct session *s, size_t at)
{
	s->at = at;
	s->hints = 0;
	s->answered = NULL;
	s->last.answered = NULL;
	s->order = NULL;
	if (at == s->n)
		return;
	s->slot[at].last = ++s->shown;
	session_make_order(s, &s->slot[at]);
}

/* The same after an answer, so that session_back finds its way. */
static void
turn(struct session *s, size_t at)
{
	struct turn last = { s->at, s->hints, s->order, s->answered, at, 0 };

	if (at < s->n)
		last.next_last = s->slot[at].last;
	show(s, at);
	s->last = last;
}

/* The slot of that state that was shown longest ago, or n. */
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

/* Is none of the items that an element made still to be recalled? */
static int
is_settled(const struct session *s, const char *id)
{
	size_t n, i;
	struct item *const *it = bank_made(s->bank, id, &n);

	for (i = 0; i < n; i++) {
		size_t at = s->slot_of[it[i]->index];

		if (at != s->n && s->slot[at].state < SLOT_DONE)
			return 0;
	}
	return 1;
}

static int
is_ready(const struct session *s, const struct item *it)
{
	size_t i;

	for (i = 0; s->slot_of != NULL && i < it->after.n; i++) {
		if (!is_settled(s, it->after.v[i]))
			return 0;
	}
	return 1;
}

/* The first new one in line, or n; in an exam, in which the learner may have
 * gone elsewhere, the line begins behind the one at hand. */
static size_t
next_new(const struct session *s, int ready)
{
	size_t from = s->mode == SESSION_EXAM && s->at < s->n ? s->at + 1 : 0;
	size_t i;

	for (i = 0; i < s->n; i++) {
		size_t at = (from + i) % s->n;

		if (s->slot[at].state == SLOT_NEW &&
		    (!ready || is_ready(s, s->slot[at].item)))
			return at;
	}
	return s->n;
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

/* The next new one, if it shares its case with the one at hand; or n. */
static size_t
next_of_case(const struct session *s)
{
	size_t at = next_new(s, 1);

	if (at == s->n || s->at == s->n || s->slot[at].item->story == NULL ||
	    s->slot[at].item->story != s->slot[s->at].item->story)
		return s->n;
	return at;
}

static size_t
choose(const struct session *s)
{
	size_t missed = oldest(s, SLOT_MISSED), at = next_of_case(s);

	if (at != s->n)
		return at;
	if (missed != s->n && s->n > 1 &&
	    s->shown - s->slot[missed].last >= gap(s))
		return missed;
	at = next_new(s, 1);
	if (at == s->n)
		at = oldest(s, SLOT_SKIPPED);
	if (at == s->n && missed != s->n)
		at = next_missed(s, missed);
	/* Those that wait for each other. */
	return at == s->n ? next_new(s, 0) : at;
}

/* Where it is known what was recalled, an item waits for what it comes after
 * until that is settled. */
static void
note_slots(struct session *s, const struct session_setup *setup)
{
	size_t n = setup->bank->items.n, i;

	if (setup->known == NULL || !modes[setup->mode].returns)
		return;
	s->slot_of = arena_array(&s->arena, n, sizeof(*s->slot_of));
	for (i = 0; i < n; i++)
		s->slot_of[i] = s->n;
	for (i = 0; i < s->n; i++)
		s->slot_of[s->slot[i].item->index] = i;
}

static void
draw(struct draw *drawn, const struct session_setup *setup)
{
	struct rng rng;

	assert(setup->mode < SESSION_MODE_COUNT);
	rng_init(&rng, setup->seed, STREAM_DRAW);
	session_draw(drawn, setup, &rng);
}

size_t
session_count(const struct session_setup *setup)
{
	struct draw drawn = { 0 };
	size_t n;

	draw(&drawn, setup);
	n = drawn.items.n;
	vec_release(&drawn.items);
	return n;
}

struct session *
session_new(const struct session_setup *setup)
{
	struct session *s = xcalloc(1, sizeof(*s));
	struct draw drawn = { 0 };
	size_t i;

	arena_init(&s->arena);
	s->bank = setup->bank;
	s->mode = setup->mode;
	s->seed = setup->seed;
	draw(&drawn, setup);
	s->n = s->at = drawn.items.n;
	s->slot = arena_array(&s->arena, s->n, sizeof(*s->slot));
	for (i = 0; i < s->n; i++)
		s->slot[i].item = drawn.items.v[i];
	vec_release(&drawn.items);
	note_slots(s, setup);
	show(s, choose(s));
	return s;
}

void
session_free(struct session *s)
{
	if (s == NULL)
		return;
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

/* Is the item missed, recalled, or still owing a recall? */
static void
judge(struct slot *slot, const struct session_result *r)
{
	if (r->rating == MEMORY_AGAIN)
		slot->owed = slot->item->quiz->settings.criterion;
	else if (slot->owed > 0)
		slot->owed--;
	slot->state = slot->owed > 0 && slot->tries < SESSION_TRIES
	    ? SLOT_MISSED
	    : SLOT_DONE;
}

const struct verdict *
session_answer(struct session *s, const struct response *r)
{
	struct slot *slot = &s->slot[s->at];
	struct session_result *result;

	assert(s->at < s->n && s->answered == NULL);
	result = session_make_result(s, r);
	vec_push_ptr(&s->results, result);
	s->answered = result;
	s->before = *slot;
	slot->result = result;
	slot->tries++;
	if (modes[s->mode].returns)
		judge(slot, result);
	else
		slot->state = SLOT_DONE;
	return &result->verdict;
}

int
session_undo(struct session *s)
{
	if (s->answered == NULL)
		return -1;
	s->before.flagged = s->slot[s->at].flagged;
	s->slot[s->at] = s->before;
	s->answered = NULL;
	s->results.n--;
	return 0;
}

const struct verdict *
session_verdict(const struct session *s)
{
	return s->answered == NULL ? NULL : &s->answered->verdict;
}

/* An answer that an exam has already stays. */
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
session_drop(struct session *s)
{
	assert(s->at < s->n);
	s->slot[s->at].state = SLOT_DROPPED;
	show(s, choose(s));
}

void
session_next(struct session *s)
{
	assert(s->at < s->n);
	if (s->answered == NULL)
		session_skip(s);
	else
		turn(s, choose(s));
}

int
session_back(struct session *s)
{
	struct turn last = s->last;

	if (last.answered == NULL || s->answered != NULL || s->hints > 0)
		return -1;
	if (last.next < s->n) {
		s->slot[last.next].last = last.next_last;
		s->shown--;
	}
	s->at = last.at;
	s->hints = last.hints;
	s->order = last.order;
	s->answered = last.answered;
	s->last.answered = NULL;
	return 0;
}

size_t
session_size(const struct session *s)
{
	return s->n;
}

size_t
session_place(const struct session *s)
{
	return s->at;
}

const struct item *
session_item_at(const struct session *s, size_t place)
{
	assert(place < s->n);
	return s->slot[place].item;
}

int
session_is_flagged(const struct session *s, size_t place)
{
	assert(place < s->n);
	return s->slot[place].flagged;
}

void
session_flag(struct session *s, size_t place, int on)
{
	assert(place < s->n);
	s->slot[place].flagged = on;
}

void
session_go(struct session *s, size_t place)
{
	assert(s->mode == SESSION_EXAM && place < s->n);
	show(s, place);
}

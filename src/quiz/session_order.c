/* SPDX-License-Identifier: ISC */
/* In which order the options of a question are shown. */
#include "config.h"

#include "base/arena.h"
#include "quiz/ids.h"
#include "quiz/rng.h"
#include "quiz/session_state.h"

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

void
session_make_order(struct session *s, const struct slot *slot)
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
	rng_init(&rng, s->seed + (s->mode == SESSION_EXAM ? 0 : slot->tries),
	    ids_hash(it->id));
	shuffle_all(it, s->order, &rng);
}

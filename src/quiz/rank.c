/* SPDX-License-Identifier: ISC */
/* Which items a mode asks, and which of them first. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "quiz/bank.h"
#include "quiz/drawing.h"
#include "quiz/ids.h"

enum { CONFIDENT = 3 };

/* What stands first: the lower class, then the lower chance of recall, then
 * what stood first before. */
struct rank {
	struct unit unit;
	int class;
	double recall;
	size_t at;
};

/* An exam and a pretest are the same for all. */
static int
is_personal(enum session_mode mode)
{
	return mode != SESSION_EXAM && mode != SESSION_PRETEST;
}

void
rank_learn(struct drawing *d)
{
	const struct session_setup *setup = d->setup;
	size_t i;

	if (setup->model != NULL)
		d->model = *setup->model;
	else
		memory_model_init(&d->model, 0);
	if (setup->known == NULL || !is_personal(setup->mode))
		return;
	d->state = xcalloc(d->bank->items.n, sizeof(*d->state));
	for (i = 0; i < d->bank->items.n; i++)
		setup->known(
		    setup->known_ctx, d->bank->items.v[i], &d->state[i]);
}

static int
is_about_it(const struct session_setup *setup, const struct item *it)
{
	size_t i;

	if (setup->wants == NULL)
		return 1;
	for (i = 0; i < it->about.n; i++) {
		if (setup->wants(setup->ctx, it->about.v[i]))
			return 1;
	}
	return 0;
}

/* Does the mode ask an item of which that is known? */
static int
is_of_mode(const struct session_setup *setup, const struct item_state *state)
{
	static const struct item_state unknown;

	if (state == NULL)
		state = &unknown;
	if (state->held)
		return 0;
	if (setup->mode == SESSION_REVIEW)
		return memory_is_due(&state->memory, setup->today);
	if (setup->mode == SESSION_MISTAKES)
		return state->wrong;
	return 1;
}

int
rank_wants(const struct drawing *d, const struct item *it)
{
	const struct session_setup *setup = d->setup;
	unsigned use = setup->mode == SESSION_EXAM ? USE_EXAM : USE_DRILL;

	return (it->use & use) &&
	    is_of_mode(setup, d->state == NULL ? NULL : &d->state[it->index]) &&
	    is_about_it(setup, it);
}

/* Wrong, and sure of it, where that does harm: 0.  In `mistakes` harm alone
 * comes next, then to be sure; elsewhere all others are alike. */
static int
class_of(const struct drawing *d, const struct item_state *state)
{
	int danger = state->wrong && state->danger;
	int sure = state->wrong && state->confidence >= CONFIDENT;

	if (danger && sure && d->setup->mode != SESSION_CRAM)
		return 0;
	if (d->setup->mode != SESSION_MISTAKES)
		return 3;
	return danger ? 1 : sure ? 2 : 3;
}

/* A unit ranks as its foremost item. */
static struct rank
rank_of(const struct drawing *d, size_t at)
{
	const struct session_setup *setup = d->setup;
	struct rank r = { d->units.v[at], 4, 2, at };
	size_t i;

	for (i = 0; i < r.unit.items.n; i++) {
		const struct item_state *state =
		    &d->state[r.unit.items.v[i]->index];
		double recall = memory_recall(&state->memory, &d->model,
		    setup->mode == SESSION_CRAM ? setup->exam_day
						: setup->today);
		int class = class_of(d, state);

		if (class > r.class || (class == r.class && recall >= r.recall))
			continue;
		r.class = class;
		r.recall = recall;
	}
	return r;
}

static int
by_rank(const void *a, const void *b)
{
	const struct rank *x = a, *y = b;

	if (x->class != y->class)
		return x->class < y->class ? -1 : 1;
	if (x->recall != y->recall)
		return x->recall < y->recall ? -1 : 1;
	return x->at < y->at ? -1 : x->at > y->at;
}

void
rank_sort(struct drawing *d)
{
	struct rank *rank;
	size_t i;

	if (d->state == NULL || d->setup->mode == SESSION_LEARN)
		return;
	rank = xcalloc(d->units.n, sizeof(*rank));
	for (i = 0; i < d->units.n; i++)
		rank[i] = rank_of(d, i);
	qsort(rank, d->units.n, sizeof(*rank), by_rank);
	for (i = 0; i < d->units.n; i++)
		d->units.v[i] = rank[i].unit;
	free(rank);
}

/* Without the caller's help each passage is a section. */
static void
number_passages(struct drawing *d)
{
	struct ids seen;
	size_t i, n = 0;

	ids_init(&seen);
	for (i = 0; i < d->bank->items.n; i++) {
		const struct item *it = d->bank->items.v[i];
		const char *about = it->about.v[0];
		const struct item *first = ids_find(&seen, about);

		if (first == NULL)
			ids_add(&seen, about, d->bank->items.v[i]);
		d->section[i] = first == NULL ? n++ : d->section[first->index];
	}
	ids_release(&seen);
}

static int
by_number(const void *a, const void *b)
{
	size_t x = *(const size_t *)a, y = *(const size_t *)b;

	return x < y ? -1 : x > y;
}

/* Numbers the sections from 0 in their order. */
static void
number_sections(struct drawing *d)
{
	const struct session_setup *setup = d->setup;
	size_t n = d->bank->items.n, i, unique = 0;
	size_t *all = xcalloc(n, sizeof(*all));

	for (i = 0; i < n; i++)
		all[i] = d->section[i] =
		    setup->section(setup->ctx, d->bank->items.v[i]->about.v[0]);
	qsort(all, n, sizeof(*all), by_number);
	for (i = 0; i < n; i++) {
		if (i == 0 || all[i] != all[i - 1])
			all[unique++] = all[i];
	}
	for (i = 0; i < n; i++) {
		const size_t *at = bsearch(
		    &d->section[i], all, unique, sizeof(*all), by_number);

		d->section[i] = (size_t)(at - all);
	}
	free(all);
}

void
rank_find_sections(struct drawing *d)
{
	size_t n = d->bank->items.n;

	d->section = xcalloc(n, sizeof(*d->section));
	d->asked = xcalloc(n, sizeof(*d->asked));
	if (d->setup->section != NULL)
		number_sections(d);
	else
		number_passages(d);
}

static int
by_section(const void *a, const void *b)
{
	const struct rank *x = a, *y = b;

	return x->at < y->at ? -1 : x->at > y->at;
}

/* Each unit has one item of a section by now, or several of a case. */
void
rank_sort_sections(struct drawing *d)
{
	struct rank *rank;
	size_t i;

	if (d->setup->section == NULL)
		return;
	rank = xcalloc(d->units.n, sizeof(*rank));
	for (i = 0; i < d->units.n; i++) {
		rank[i].unit = d->units.v[i];
		rank[i].at = d->section[rank[i].unit.items.v[0]->index];
	}
	qsort(rank, d->units.n, sizeof(*rank), by_section);
	for (i = 0; i < d->units.n; i++)
		d->units.v[i] = rank[i].unit;
	free(rank);
}

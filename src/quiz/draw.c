/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "quiz/draw.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "quiz/bank.h"
#include "quiz/drawing.h"

enum { LOOK_AHEAD = 8 }; /* units, for another passage */

static size_t *
new_indices(size_t n)
{
	size_t *v = xcalloc(n, sizeof(*v)), i;

	for (i = 0; i < n; i++)
		v[i] = DRAW_NONE;
	return v;
}

/* Units in the order of the files. */
static void
make_units(struct drawing *d)
{
	size_t *of_case = new_indices(d->bank->cases.n), at, i;
	const struct unit empty = { 0 };

	for (i = 0; i < d->bank->items.n; i++) {
		const struct item *it = d->bank->items.v[i];

		if (!rank_wants(d, it))
			continue;
		at = it->story == NULL ? DRAW_NONE : of_case[it->story->index];
		if (at == DRAW_NONE) {
			vec_push(&d->units, empty);
			at = d->units.n - 1;
		}
		if (it->story != NULL)
			of_case[it->story->index] = at;
		assert(d->units.v != NULL && at < d->units.n);
		vec_push_ptr(&d->units.v[at].items, it);
		d->wanted[i] = 1;
	}
	free(of_case);
}

static int
is_shuffled(const struct unit *u)
{
	return (u->items.v[0]->quiz->settings.shuffle & SHUFFLE_ITEMS) != 0;
}

static void
swap(struct unit *a, struct unit *b)
{
	struct unit u = *a;

	*a = *b;
	*b = u;
}

static int
by_index(const void *a, const void *b)
{
	size_t x = ((const struct unit *)a)->items.v[0]->index;
	size_t y = ((const struct unit *)b)->items.v[0]->index;

	return (x > y) - (x < y);
}

/* The units of one quiz keep their places, and get back into order there. */
static void
restore_order(struct drawing *d, const struct quiz *quiz)
{
	struct unit *own = xcalloc(d->units.n, sizeof(*own));
	size_t i, n = 0;

	for (i = 0; i < d->units.n; i++) {
		if (d->units.v[i].items.v[0]->quiz == quiz)
			own[n++] = d->units.v[i];
	}
	qsort(own, n, sizeof(*own), by_index);
	for (i = d->units.n; i-- > 0;) {
		if (d->units.v[i].items.v[0]->quiz == quiz)
			d->units.v[i] = own[--n];
	}
	free(own);
}

static void
shuffle(struct drawing *d, struct rng *rng)
{
	size_t i;

	for (i = d->units.n; i > 1; i--)
		swap(&d->units.v[i - 1],
		    &d->units.v[rng_below(rng, (uint32_t)i)]);
	for (i = 0; i < d->bank->quizzes.n; i++) {
		const struct quiz *q = d->bank->quizzes.v[i];

		if (!(q->settings.shuffle & SHUFFLE_ITEMS))
			restore_order(d, q);
	}
}

static int
has_enemy(const struct drawing *d, const struct item *it)
{
	const struct enemy *all = d->bank->enemy.v;
	size_t at = it->enemy;

	while (at != ENEMY_NONE && !d->taken[all[at].set])
		at = all[at].next;
	return at != ENEMY_NONE;
}

/* An exam takes no more of a group than its `pick`. */
static int
is_full(const struct drawing *d, const struct quiz_group *g)
{
	return d->setup->mode == SESSION_EXAM && g != NULL && g->pick > 0 &&
	    d->picked[g->index] >= (size_t)g->pick;
}

/* May an item be drawn, but for what it comes after? */
static int
is_free(const struct drawing *d, const struct item *it)
{
	return !d->drawn[it->index] && !has_enemy(d, it) &&
	    !is_full(d, it->group) &&
	    (d->section == NULL || !d->asked[d->section[it->index]]);
}

static void
take(struct drawing *d, const struct item *it)
{
	const struct enemy *all = d->bank->enemy.v;
	size_t at;

	for (at = it->enemy; at != ENEMY_NONE; at = all[at].next)
		d->taken[all[at].set] = 1;
	if (it->group != NULL)
		d->picked[it->group->index]++;
	if (d->section != NULL)
		d->asked[d->section[it->index]] = 1;
	d->drawn[it->index] = 1;
}

/* Draws what may be drawn of a unit, at most `max` items; how many. */
static size_t
take_unit(struct drawing *d, const struct unit *u, size_t max)
{
	size_t i, n = 0;

	for (i = 0; i < u->items.n && n < max; i++) {
		const struct item *it = u->items.v[i];

		if (!is_free(d, it) || !after_is_met(d, it))
			continue;
		take(d, it);
		n++;
	}
	return n;
}

/* Where items wait for each other in a circle one must begin: draws it, and
 * says 1; 0: there is none. */
static size_t
cut_circle(struct drawing *d)
{
	unsigned char *unmet = xcalloc(d->bank->items.n, sizeof(*unmet));
	const struct item *first = NULL;
	size_t i, j;

	after_find_unmet(d, unmet);
	for (i = 0; i < d->units.n && first == NULL; i++) {
		const struct unit *u = &d->units.v[i];

		for (j = 0; j < u->items.n && first == NULL; j++) {
			if (is_free(d, u->items.v[j]) &&
			    !unmet[u->items.v[j]->index])
				first = u->items.v[j];
		}
	}
	if (first != NULL)
		take(d, first);
	free(unmet);
	return first != NULL;
}

/* What remains of the units is what will be asked. */
static void
keep_drawn(struct drawing *d)
{
	size_t i, j, n = 0, kept;

	for (i = 0; i < d->units.n; i++) {
		struct unit *u = &d->units.v[i];

		for (j = kept = 0; j < u->items.n; j++) {
			if (d->drawn[u->items.v[j]->index])
				u->items.v[kept++] = u->items.v[j];
		}
		u->items.n = kept;
		if (kept == 0)
			vec_release(&u->items);
		else
			swap(u, &d->units.v[n++]);
	}
	d->units.n = n;
}

/* Goes through the units until that brings no more: an item that comes after
 * another may have had to wait for it. */
static void
draw(struct drawing *d)
{
	size_t left = d->setup->count, n = 1, i;

	if (left == 0)
		left = d->bank->items.n;
	while (left > 0 && n > 0) {
		n = 0;
		for (i = 0; i < d->units.n; i++)
			n += take_unit(d, &d->units.v[i], left - n);
		if (n == 0 && d->state != NULL)
			n = cut_circle(d);
		left -= n;
	}
	keep_drawn(d);
}

static int
same_passage(const struct unit *a, const struct unit *b)
{
	return strcmp(a->items.v[0]->about.v[0], b->items.v[0]->about.v[0]) ==
	    0;
}

/* The next unit, not far off, that is about something else than this one and
 * may be moved; or DRAW_NONE. */
static size_t
other_passage(const struct drawing *d, size_t at)
{
	const struct unit *u = d->units.v;
	size_t i;

	for (i = at + 1; i < d->units.n && i <= at + 1 + LOOK_AHEAD; i++) {
		if (is_shuffled(&u[i]) && !same_passage(&u[at], &u[i]))
			return i;
	}
	return DRAW_NONE;
}

static void
interleave(struct drawing *d)
{
	struct unit *u = d->units.v;
	size_t i, other;

	for (i = 1; i < d->units.n; i++) {
		if (!is_shuffled(&u[i]) || !same_passage(&u[i - 1], &u[i]))
			continue;
		other = other_passage(d, i - 1);
		if (other != DRAW_NONE)
			swap(&u[i], &u[other]);
	}
}

/* Review, mistakes and cram have an order of their own. */
static void
arrange(struct drawing *d)
{
	if (d->setup->mode == SESSION_PRETEST)
		rank_sort_sections(d);
	else if (d->setup->mode == SESSION_LEARN ||
	    d->setup->mode == SESSION_EXAM)
		interleave(d);
	after_place(d);
}

static void
release(struct drawing *d)
{
	size_t i;

	for (i = 0; i < d->units.n; i++)
		vec_release(&d->units.v[i].items);
	vec_release(&d->units);
	free(d->taken);
	free(d->picked);
	free(d->unit_of);
	free(d->wanted);
	free(d->drawn);
	free(d->section);
	free(d->asked);
	free(d->state);
}

void
session_draw(
    struct draw *out, const struct session_setup *setup, struct rng *rng)
{
	const struct bank *bank = setup->bank;
	struct drawing d = { .setup = setup, .bank = bank, .out = out };

	d.unit_of = new_indices(bank->items.n);
	d.taken = xcalloc(bank_sets(bank), sizeof(*d.taken));
	d.picked = xcalloc(bank->groups.n, sizeof(*d.picked));
	d.wanted = xcalloc(bank->items.n, sizeof(*d.wanted));
	d.drawn = xcalloc(bank->items.n, sizeof(*d.drawn));
	rank_learn(&d);
	make_units(&d);
	shuffle(&d, rng);
	rank_sort(&d);
	if (setup->mode == SESSION_PRETEST)
		rank_find_sections(&d);
	draw(&d);
	arrange(&d);
	release(&d);
}

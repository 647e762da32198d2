/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "quiz/draw.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "quiz/bank.h"
#include "quiz/session.h"

enum { LOOK_AHEAD = 8 }; /* units, for another passage */

static const size_t none = (size_t)-1;

/* Items that come together: one, or those of a case. */
struct unit {
	VEC(const struct item *) items;
	int placed;
};

/* A set of enemies that an item is in. */
struct enemy {
	size_t set;
	size_t next; /* the next one of the same item; none: no more */
};

struct drawing {
	const struct session_setup *setup;
	const struct bank *bank;
	VEC(struct unit) units;
	VEC(struct enemy) enemies;
	size_t *first_enemy;  /* by item */
	unsigned char *taken; /* by set: one of its items was drawn */
	size_t *picked;       /* by group: items drawn */
	size_t *unit_of;      /* by item: its unit, once it is drawn */
	struct draw *out;
};

static int
is_wanted(const struct session_setup *setup, const struct item *it)
{
	unsigned use = setup->mode == SESSION_EXAM ? USE_EXAM : USE_DRILL;
	size_t i;

	if (!(it->use & use))
		return 0;
	if (setup->wants == NULL)
		return 1;
	for (i = 0; i < it->about.n; i++) {
		if (setup->wants(setup->ctx, it->about.v[i]))
			return 1;
	}
	return 0;
}

static size_t *
new_indices(size_t n)
{
	size_t *v = xcalloc(n, sizeof(*v)), i;

	for (i = 0; i < n; i++)
		v[i] = none;
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

		if (!is_wanted(d->setup, it))
			continue;
		at = it->story == NULL ? none : of_case[it->story->index];
		if (at == none) {
			vec_push(&d->units, empty);
			at = d->units.n - 1;
		}
		if (it->story != NULL)
			of_case[it->story->index] = at;
		assert(d->units.v != NULL && at < d->units.n);
		vec_push_ptr(&d->units.v[at].items, it);
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

static void
add_enemy(struct drawing *d, const struct item *it, size_t set)
{
	struct enemy e = { .set = set, .next = d->first_enemy[it->index] };

	d->first_enemy[it->index] = d->enemies.n;
	vec_push(&d->enemies, e);
}

/* An <enemies> names elements, and means all items that they made. */
static void
add_enemies(struct drawing *d, const struct names *names, size_t set)
{
	size_t i, j, n;

	for (i = 0; i < names->n; i++) {
		struct item *const *it = bank_made(d->bank, names->v[i], &n);

		for (j = 0; j < n; j++)
			add_enemy(d, it[j], set);
	}
}

/* The sets: each <enemies>, then each family. */
static void
find_enemies(struct drawing *d)
{
	size_t n = d->bank->enemies.n, i;

	for (i = 0; i < n; i++)
		add_enemies(d, &d->bank->enemies.v[i].items, i);
	for (i = 0; i < d->bank->items.n; i++) {
		const struct item *it = d->bank->items.v[i];

		if (it->family > 0)
			add_enemy(d, it, n + it->family - 1);
	}
}

static int
has_enemy(const struct drawing *d, const struct item *it)
{
	size_t at = d->first_enemy[it->index];

	while (at != none && !d->taken[d->enemies.v[at].set])
		at = d->enemies.v[at].next;
	return at != none;
}

/* An exam takes no more of a group than its `pick`. */
static int
is_full(const struct drawing *d, const struct quiz_group *g)
{
	return d->setup->mode == SESSION_EXAM && g != NULL && g->pick > 0 &&
	    d->picked[g->index] >= (size_t)g->pick;
}

static void
take(struct drawing *d, const struct item *it)
{
	size_t at = d->first_enemy[it->index];

	for (; at != none; at = d->enemies.v[at].next)
		d->taken[d->enemies.v[at].set] = 1;
	if (it->group != NULL)
		d->picked[it->group->index]++;
}

/* Keeps of a unit what may be drawn, at most `max` items. */
static void
thin(struct drawing *d, struct unit *u, size_t max)
{
	size_t i, n = 0;

	for (i = 0; i < u->items.n && n < max; i++) {
		const struct item *it = u->items.v[i];

		if (has_enemy(d, it) || is_full(d, it->group))
			continue;
		take(d, it);
		u->items.v[n++] = it;
	}
	u->items.n = n;
}

/* Draws: what remains of the units is what will be asked. */
static void
draw(struct drawing *d)
{
	size_t i, n = 0, left = d->setup->count;

	if (left == 0)
		left = d->bank->items.n;
	for (i = 0; i < d->units.n; i++) {
		struct unit *u = &d->units.v[i];

		thin(d, u, left);
		left -= u->items.n;
		if (u->items.n == 0)
			vec_release(&u->items);
		else
			swap(u, &d->units.v[n++]);
	}
	d->units.n = n;
}

static int
same_passage(const struct unit *a, const struct unit *b)
{
	return strcmp(a->items.v[0]->about.v[0], b->items.v[0]->about.v[0]) ==
	    0;
}

/* The next unit, not far off, that is about something else than this one and
 * may be moved; or none. */
static size_t
other_passage(const struct drawing *d, size_t at)
{
	const struct unit *u = d->units.v;
	size_t i;

	for (i = at + 1; i < d->units.n && i <= at + 1 + LOOK_AHEAD; i++) {
		if (is_shuffled(&u[i]) && !same_passage(&u[at], &u[i]))
			return i;
	}
	return none;
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
		if (other != none)
			swap(&u[i], &u[other]);
	}
}

/* A unit that waits for the units before it. */
struct visit {
	size_t unit;
	size_t item, after, made; /* how far its items were looked at */
};

/* The next unit, not placed yet, with an item that this element made. */
static size_t
next_made(const struct drawing *d, struct visit *v, const char *id)
{
	size_t n, at;
	struct item *const *it = bank_made(d->bank, id, &n);

	while (v->made < n) {
		at = d->unit_of[it[v->made++]->index];
		if (at != none && !d->units.v[at].placed)
			return at;
	}
	return none;
}

/* The next unit, not placed yet, that this one comes after; or none. */
static size_t
next_before(const struct drawing *d, struct visit *v)
{
	const struct unit *u = &d->units.v[v->unit];
	size_t at;

	for (; v->item < u->items.n; v->item++, v->after = 0) {
		const struct names *after = &u->items.v[v->item]->after;

		for (; v->after < after->n; v->after++, v->made = 0) {
			at = next_made(d, v, after->v[v->after]);
			if (at != none)
				return at;
		}
	}
	return none;
}

static void
emit(struct drawing *d, const struct unit *u)
{
	size_t i;

	for (i = 0; i < u->items.n; i++)
		vec_push_ptr(&d->out->items, u->items.v[i]);
}

/*
 * Places a unit behind those that it comes after, and they behind theirs.  A
 * circle is cut where it closes: who waits counts as placed.
 */
static void
place(struct drawing *d, size_t unit)
{
	VEC(struct visit) waiting = { 0 };
	struct visit v = { .unit = unit };

	for (;;) {
		size_t before;

		d->units.v[v.unit].placed = 1;
		before = next_before(d, &v);
		if (before != none) {
			vec_push(&waiting, v);
			v = (struct visit){ .unit = before };
			continue;
		}
		emit(d, &d->units.v[v.unit]);
		if (waiting.n == 0)
			break;
		v = waiting.v[--waiting.n];
	}
	vec_release(&waiting);
}

static void
place_all(struct drawing *d)
{
	size_t i, j;

	for (i = 0; i < d->units.n; i++) {
		const struct unit *u = &d->units.v[i];

		for (j = 0; j < u->items.n; j++)
			d->unit_of[u->items.v[j]->index] = i;
	}
	for (i = 0; i < d->units.n; i++) {
		if (!d->units.v[i].placed)
			place(d, i);
	}
}

static void
release(struct drawing *d)
{
	size_t i;

	for (i = 0; i < d->units.n; i++)
		vec_release(&d->units.v[i].items);
	vec_release(&d->units);
	vec_release(&d->enemies);
	free(d->first_enemy);
	free(d->taken);
	free(d->picked);
	free(d->unit_of);
}

void
session_draw(
    struct draw *out, const struct session_setup *setup, struct rng *rng)
{
	const struct bank *bank = setup->bank;
	struct drawing d = { .setup = setup, .bank = bank, .out = out };

	d.first_enemy = new_indices(bank->items.n);
	d.unit_of = new_indices(bank->items.n);
	d.taken = xcalloc(bank->enemies.n + bank->n_families, sizeof(*d.taken));
	d.picked = xcalloc(bank->groups.n, sizeof(*d.picked));
	make_units(&d);
	shuffle(&d, rng);
	find_enemies(&d);
	draw(&d);
	interleave(&d);
	place_all(&d);
	release(&d);
}

/* SPDX-License-Identifier: ISC */
/* What an item comes after. */
#include "config.h"

#include <string.h>

#include "quiz/bank.h"
#include "quiz/draw.h"
#include "quiz/drawing.h"

/* Nobody waits for what the learner does not want to be asked. */
static int
is_recalled(const struct drawing *d, const struct item *it)
{
	const struct item_state *state = &d->state[it->index];

	return state->held || (state->memory.reps > 0 && !state->wrong);
}

/* Is one of the items that an element made recalled, or marked in `by_item`
 * but not in `but`?  An element without sound items asks for nothing. */
static int
is_any(const struct drawing *d, const char *id, const unsigned char *by_item,
    const unsigned char *but)
{
	size_t n, i;
	struct item *const *it = bank_made(d->bank, id, &n);

	for (i = 0; i < n; i++) {
		size_t index = it[i]->index;

		if (is_recalled(d, it[i]) ||
		    (by_item[index] && (but == NULL || !but[index])))
			return 1;
	}
	return n == 0;
}

static int
is_met(const struct drawing *d, const struct item *it,
    const unsigned char *by_item, const unsigned char *but)
{
	size_t i;

	for (i = 0; i < it->after.n; i++) {
		if (!is_any(d, it->after.v[i], by_item, but))
			return 0;
	}
	return 1;
}

int
after_is_met(const struct drawing *d, const struct item *it)
{
	return d->state == NULL || is_met(d, it, d->drawn, NULL);
}

void
after_find_unmet(const struct drawing *d, unsigned char *out)
{
	int more = 1;
	size_t i;

	while (more) {
		more = 0;
		for (i = 0; i < d->bank->items.n; i++) {
			if (out[i] ||
			    is_met(d, d->bank->items.v[i], d->wanted, out))
				continue;
			out[i] = 1;
			more = 1;
		}
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
		if (at != DRAW_NONE && !d->units.v[at].placed)
			return at;
	}
	return DRAW_NONE;
}

/* The next unit, not placed yet, that this one comes after; or DRAW_NONE. */
static size_t
next_before(const struct drawing *d, struct visit *v)
{
	const struct unit *u = &d->units.v[v->unit];
	size_t at;

	for (; v->item < u->items.n; v->item++, v->after = 0) {
		const struct names *after = &u->items.v[v->item]->after;

		for (; v->after < after->n; v->after++, v->made = 0) {
			at = next_made(d, v, after->v[v->after]);
			if (at != DRAW_NONE)
				return at;
		}
	}
	return DRAW_NONE;
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
		if (before != DRAW_NONE) {
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

void
after_place(struct drawing *d)
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

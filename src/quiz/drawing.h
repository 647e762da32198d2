/* SPDX-License-Identifier: ISC */
/*
 * drawing.h - a draw of items while it goes on
 *
 * Layer quiz, for draw.c, draw_after.c and rank.c only; others include draw.h.
 */
#ifndef LECTERN_QUIZ_DRAWING_H
#define LECTERN_QUIZ_DRAWING_H

#include <stddef.h>

#include "base/vec.h"
#include "quiz/item.h"
#include "quiz/session.h"

struct bank;
struct draw;

/* No unit or section. */
#define DRAW_NONE ((size_t)-1)

/* Items that come together: one, or those of a case. */
struct unit {
	VEC(const struct item *) items;
	int placed;
};

struct drawing {
	const struct session_setup *setup;
	const struct bank *bank;
	struct item_state *state; /* by item; NULL: nothing is known */
	struct memory_model model;
	VEC(struct unit) units;
	unsigned char *taken;  /* by set of enemies: one was drawn */
	size_t *picked;        /* by group: items drawn */
	size_t *unit_of;       /* by item: its unit, once it is drawn */
	unsigned char *wanted; /* by item: it is in a unit */
	unsigned char *drawn;  /* by item */
	size_t *section;       /* by item, from 0: pretest; else NULL */
	unsigned char *asked;  /* by section: one of its items was drawn */
	struct draw *out;
};

/* rank.c: asks what is known of each item. */
void rank_learn(struct drawing *d);

/* Does an item belong to the session? */
int rank_wants(const struct drawing *d, const struct item *it);

/* Puts the units in the order of the mode, where it has one; those of equal
 * rank stay as they are. */
void rank_sort(struct drawing *d);

/* For pretest: finds the sections of the items, and puts the units in their
 * order, as far as the caller said what that is. */
void rank_find_sections(struct drawing *d);
void rank_sort_sections(struct drawing *d);

/* draw_after.c: 1 when all that the item comes after was recalled before or is
 * drawn, or nothing is known of what was. */
int after_is_met(const struct drawing *d, const struct item *it);

/* Marks in `out`, by item, what can never be met: it comes after an item that
 * was not recalled and is not wanted, or after one so marked. */
void after_find_unmet(const struct drawing *d, unsigned char *out);

/* Puts the items into d->out, each behind those that it comes after. */
void after_place(struct drawing *d);

#endif

/* SPDX-License-Identifier: ISC */
/*
 * draw.h - which items a session asks, and in what order
 *
 * Layer quiz: may include base.  For session.c.
 */
#ifndef LECTERN_QUIZ_DRAW_H
#define LECTERN_QUIZ_DRAW_H

#include <stddef.h>

#include "base/vec.h"
#include "quiz/item.h"
#include "quiz/rng.h"

struct session_setup;

struct draw {
	VEC(const struct item *) items;
};

/*
 * Draws items for a session into `out`, empty before; the caller frees its
 * array.  Chance comes from `rng`.
 *
 * Items that share a case come together, in the order of the file, under the
 * first of them.  Such units are shuffled, unless their quiz says that items
 * are not; then taken in turn, leaving out the enemies of what was taken and,
 * in an exam, what goes beyond a group's `pick`, until there are `count`.
 * Then they are interleaved, so that two units about the same passage stand
 * apart where that is easy, and each item put behind the ones it names in
 * `after`, as far as those were drawn.
 */
void session_draw(
    struct draw *out, const struct session_setup *setup, struct rng *rng);

#endif

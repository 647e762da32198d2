/* SPDX-License-Identifier: ISC */
/* What the answers come to, once all corrections of them are known. */
#include "config.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "course/history_state.h"
#include "quiz/item.h"

/* Sums of fractions such as 1/3 three times may end just below 1. */
static const double whole = 1 - 1e-9;

static struct history_day *
day_of(struct history *h, int64_t day)
{
	struct history_day new = { .day = day };
	char key[24];
	size_t i;

	if (h->days.n > 0 && h->days.v[h->days.n - 1].day == day)
		return &h->days.v[h->days.n - 1];
	snprintf(key, sizeof(key), "%" PRId64, day);
	i = map_add(&h->day_keys, key);
	if (i == h->days.n)
		vec_push(&h->days, new);
	return &h->days.v[i];
}

static enum memory_rating
rating_of(const struct history_given *g)
{
	struct memory_answer a = { .fraction = g->frac };

	if (g->rating >= MEMORY_AGAIN && g->rating <= MEMORY_EASY)
		return (enum memory_rating)g->rating;
	a.hints = g->hints;
	a.confidence = g->confidence;
	return memory_rating_of(&a);
}

static void
review(struct history *h, struct history_item *i, const struct history_given *g)
{
	memory_model_retain(
	    &h->model, i->item == NULL ? 0 : i->item->quiz->settings.retention);
	memory_review(&i->memory, &h->model, rating_of(g), g->day);
}

/* What an exam finds wrong is due; what was never learned counts as seen.  The
 * last answer counts: each begins from what was known before. */
static void
examine(
    struct history *h, struct history_item *i, const struct history_given *g)
{
	size_t exam = (size_t)g->sess + 1;

	if (i->exam == exam)
		i->memory = i->before;
	i->exam = exam;
	i->before = i->memory;
	if (g->frac >= SESSION_RECALLED)
		return;
	if (i->memory.reps == 0)
		review(h, i, g);
	if (i->memory.due > g->day)
		i->memory.due = g->day;
}

/* How well it was remembered, if it was known on an earlier day. */
static void
count_recall(struct history *h, const struct history_item *i,
    const struct history_given *g)
{
	struct history_day *day;

	if (i->memory.reps == 0 || g->day <= i->memory.day)
		return;
	day = day_of(h, g->day);
	day->reviews++;
	day->recalled += rating_of(g) != MEMORY_AGAIN;
	day->expected += history_recall(h, i, g->day);
}

static void
remember(
    struct history *h, struct history_item *i, const struct history_given *g)
{
	int mode = h->mode.v[g->sess];

	if (mode == SESSION_PRETEST)
		return;
	i->wrong = g->frac < SESSION_RECALLED;
	i->confidence = g->confidence;
	i->danger = g->danger;
	if (mode == SESSION_EXAM) {
		examine(h, i, g);
	} else if (mode == -1 ||
	    session_mode_info((enum session_mode)mode)->schedules) {
		count_recall(h, i, g);
		review(h, i, g);
	}
}

static void
count(struct history *h, struct history_item *i, const struct history_given *g)
{
	struct history_day *day = day_of(h, g->day);
	struct history_confidence *c = &h->confidence[g->confidence];
	int right = g->frac >= whole;

	day->answers++;
	day->right += (unsigned)right;
	day->ms += g->ms > 0 ? g->ms : 0;
	c->answers++;
	c->right += (unsigned)right;
	c->sum += g->frac;
	if (i->answers == 0)
		i->first = g->frac;
	i->answers++;
	i->right += (unsigned)right;
	i->partly += !right && g->frac > 0;
	i->sum += g->frac;
	i->answered = g->ts;
}

static int
by_day(const void *a, const void *b)
{
	const struct history_day *x = a, *y = b;

	return x->day < y->day ? -1 : x->day > y->day;
}

void
history_settle(struct history *h)
{
	size_t i;

	for (i = 0; i < h->given.n; i++) {
		struct history_given g = h->given.v[i];
		const struct correction *as;

		if (corrections_undone(&h->corrections, g.id, g.who))
			continue;
		as = h->by == NULL ? NULL : corrections_find(h->by, g.id);
		if (as == NULL)
			as = corrections_find(&h->corrections, g.id);
		if (as != NULL) {
			g.frac = as->frac;
			g.rating = as->rating;
		}
		g.frac = fmin(1, fmax(0, g.frac));
		remember(h, &h->items.v[g.item], &g);
		count(h, &h->items.v[g.item], &g);
	}
	vec_release(&h->given);
	if (h->days.n > 1)
		qsort(h->days.v, h->days.n, sizeof(*h->days.v), by_day);
}

/* SPDX-License-Identifier: ISC */
/* The figures of the items, once all learners are known. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "course/classbook_state.h"

/* What a learner earned on all his items, and could have. */
struct sums {
	double mark, max;
};

static int
by_item(const void *a, const void *b)
{
	const struct class_cell *x = a, *y = b;

	if (x->item != y->item)
		return x->item < y->item ? -1 : 1;
	return x->learner < y->learner ? -1 : x->learner > y->learner;
}

static struct sums *
sum_up(const struct classbook *c)
{
	struct sums *sums = xcalloc(c->learners.n + 1, sizeof(*sums));
	size_t i;

	for (i = 0; i < c->cells.n; i++) {
		const struct class_cell *cell = &c->cells.v[i];

		sums[cell->learner].mark += cell->mark;
		sums[cell->learner].max += c->items.v[cell->item].max;
	}
	return sums;
}

/* All points there are. */
static double
sum_points(const struct classbook *c)
{
	double sum = 0;
	size_t i;

	for (i = 0; i < c->items.n; i++)
		sum += c->items.v[i].answers > 0 ? c->items.v[i].max : 0;
	return sum;
}

/* The cells [from, to) are all that the item has. */
static void
work_out(struct classbook *c, const struct sums *sums, double points,
    size_t from, size_t to)
{
	struct class_item *item = &c->items.v[c->cells.v[from].item];
	struct itemstats_mark *marks = xcalloc(to - from, sizeof(*marks));
	double others = points - item->max;
	size_t i;

	for (i = from; i < to; i++) {
		const struct class_cell *cell = &c->cells.v[i];
		const struct sums *s = &sums[cell->learner];
		double max = s->max - item->max;

		marks[i - from].mark = cell->mark;
		if (max > 0)
			marks[i - from].other =
			    (s->mark - cell->mark) / max * others;
	}
	itemstats_item(&item->first, marks, to - from, item->max);
	free(marks);
}

static void
find_wrong(struct classbook *c)
{
	size_t i;

	for (i = 0; i < c->wrong.n; i++) {
		const struct class_wrong *w = &c->wrong.v[i];
		struct class_item *item = &c->items.v[w->item];

		if (w->n <= item->wrong_n)
			continue;
		item->wrong = w->text;
		item->wrong_n = w->n;
	}
}

static void
work_out_test(struct classbook *c, const struct sums *sums, double points)
{
	double *all = xcalloc(c->learners.n + 1, sizeof(*all));
	struct itemstats *items = xcalloc(c->items.n + 1, sizeof(*items));
	size_t i, n = 0, n_items = 0;

	for (i = 0; i < c->learners.n; i++) {
		if (sums[i].max > 0)
			all[n++] = sums[i].mark / sums[i].max * points;
	}
	for (i = 0; i < c->items.n; i++) {
		if (c->items.v[i].first.n > 0)
			items[n_items++] = c->items.v[i].first;
	}
	itemstats_weigh(items, n_items);
	for (i = n_items = 0; i < c->items.n; i++) {
		if (c->items.v[i].first.n > 0)
			c->items.v[i].first = items[n_items++];
	}
	itemstats_test(&c->test, all, n, items, n_items);
	free(items);
	free(all);
}

static int
by_id(const void *a, const void *b)
{
	const struct class_item *x = a, *y = b;

	return strcmp(x->id, y->id);
}

static int
by_name(const void *a, const void *b)
{
	const struct class_learner *x = a, *y = b;

	return strcmp(x->who, y->who);
}

void
classbook_settle(struct classbook *c)
{
	struct sums *sums = sum_up(c);
	double points = sum_points(c);
	size_t i, from;

	if (c->cells.n > 1)
		qsort(c->cells.v, c->cells.n, sizeof(*c->cells.v), by_item);
	for (from = 0, i = 1; i <= c->cells.n; i++) {
		if (i < c->cells.n &&
		    c->cells.v[i].item == c->cells.v[from].item)
			continue;
		work_out(c, sums, points, from, i);
		from = i;
	}
	find_wrong(c);
	work_out_test(c, sums, points);
	free(sums);
	if (c->items.n > 1)
		qsort(c->items.v, c->items.n, sizeof(*c->items.v), by_id);
	if (c->learners.n > 1)
		qsort(c->learners.v, c->learners.n, sizeof(*c->learners.v),
		    by_name);
}

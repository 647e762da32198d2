/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "score/stats.h"

#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "base/xalloc.h"
#include "score/corrections.h"
#include "score/event.h"
#include "score/map.h"
#include "score/replay.h"

/* Sums of fractions such as 1/3 three times may end just below 1. */
static const double whole = 1 - 1e-9;

struct table {
	struct map keys;
	VEC(struct score_row) rows; /* by the number of the key */
	size_t last;                /* the row found last */
	const struct score_row **sorted;
};

struct score_stats {
	struct table by[SCORE_BY_COUNT];
	struct score_row total;

	struct corrections corrections;
};

static void
table_init(struct table *t)
{
	memset(t, 0, sizeof(*t));
	map_init(&t->keys);
}

static void
table_release(struct table *t)
{
	map_release(&t->keys);
	vec_release(&t->rows);
	free(t->sorted);
	t->sorted = NULL;
}

/* The row of a key, made if it is new. */
static struct score_row *
table_row(struct table *t, const char *key)
{
	struct score_row row = { 0 };
	size_t i;

	if (t->rows.n > 0 && strcmp(t->rows.v[t->last].key, key) == 0)
		return &t->rows.v[t->last];
	t->last = i = map_add(&t->keys, key);
	if (i == t->rows.n) {
		row.key = t->keys.keys.v[i];
		vec_push(&t->rows, row);
	}
	return &t->rows.v[i];
}

static void
init_sums(struct score_stats *s)
{
	int i;

	for (i = 0; i < SCORE_BY_COUNT; i++)
		table_init(&s->by[i]);
	memset(&s->total, 0, sizeof(s->total));
	s->total.key = "";
}

static void
release_sums(struct score_stats *s)
{
	int i;

	for (i = 0; i < SCORE_BY_COUNT; i++)
		table_release(&s->by[i]);
}

struct score_stats *
score_stats_new(void)
{
	struct score_stats *s = xcalloc(1, sizeof(*s));

	init_sums(s);
	corrections_init(&s->corrections);
	return s;
}

void
score_stats_free(struct score_stats *s)
{
	if (s == NULL)
		return;
	release_sums(s);
	corrections_release(&s->corrections);
	free(s);
}

static void
add_answer(struct score_stats *s, const struct event *e, double frac)
{
	struct score_row one = { .answers = 1 };
	size_t i;

	one.right = frac >= whole;
	one.wrong = frac <= 0;
	one.partly = !one.right && !one.wrong;
	/* A later grade scales the points; what was given stands as it is. */
	one.points = frac == e->frac ? e->pts : frac * e->max;
	one.max = e->max;
	one.last = e->ts;
	one.last_frac = frac;
	score_row_merge(&s->total, &one);
	score_row_merge(table_row(&s->by[SCORE_BY_ITEM], e->item), &one);
	score_row_merge(table_row(&s->by[SCORE_BY_WHO], e->who), &one);
	if (e->type != NULL)
		score_row_merge(
		    table_row(&s->by[SCORE_BY_TYPE], e->type), &one);
	for (i = 0; e->about != NULL && e->about[i] != NULL; i++)
		score_row_merge(
		    table_row(&s->by[SCORE_BY_ABOUT], e->about[i]), &one);
}

void
score_stats_add(struct score_stats *s, const struct event *e)
{
	const struct correction *as;

	if (e->kind != EVENT_ANSWER) {
		corrections_note(&s->corrections, e);
		return;
	}
	if (corrections_undone(&s->corrections, e->id, e->who))
		return;
	as = corrections_find(&s->corrections, e->id);
	add_answer(s, e, as == NULL ? e->frac : as->frac);
}

/* A pass over the files; the corrections are known only after the first. */
struct pass {
	struct score_stats *s;
	int second;
	int corrected;
};

static int
take_event(void *ctx, const struct event *e)
{
	struct pass *p = ctx;

	if (e->kind == EVENT_ANSWER)
		score_stats_add(p->s, e);
	else if (!p->second)
		p->corrected |= corrections_note(&p->s->corrections, e);
	return 0;
}

int
score_stats_read(struct score_stats *s, const char *folder, const char *who,
    struct diags *diags, struct replay_totals *totals)
{
	struct pass pass = { .s = s };
	struct replay r = { folder, who, take_event, &pass, diags };

	release_sums(s);
	init_sums(s);
	if (replay_run(&r, totals) == -1)
		return -1;
	if (!pass.corrected)
		return 0;
	release_sums(s);
	init_sums(s);
	pass.second = 1;
	r.diags = NULL; /* they are known */
	return replay_run(&r, NULL);
}

const struct score_row *
score_stats_total(const struct score_stats *s)
{
	return &s->total;
}

static int
by_key(const void *a, const void *b)
{
	const struct score_row *const *x = a, *const *y = b;

	return strcmp((*x)->key, (*y)->key);
}

const struct score_row *const *
score_stats_rows(struct score_stats *s, enum score_by by, size_t *n)
{
	struct table *t = &s->by[by];
	size_t i;

	*n = t->rows.n;
	t->sorted = xreallocarray(
	    t->sorted, t->rows.n + 1, sizeof(const struct score_row *));
	for (i = 0; i < *n; i++)
		t->sorted[i] = &t->rows.v[i];
	qsort(t->sorted, *n, sizeof(const struct score_row *), by_key);
	return t->sorted;
}

const struct score_row *
score_stats_find(const struct score_stats *s, enum score_by by, const char *key)
{
	ptrdiff_t i = map_find(&s->by[by].keys, key);

	return i == -1 ? NULL : &s->by[by].rows.v[i];
}

void
score_row_merge(struct score_row *row, const struct score_row *from)
{
	row->answers += from->answers;
	row->right += from->right;
	row->partly += from->partly;
	row->wrong += from->wrong;
	row->points += from->points;
	row->max += from->max;
	if (from->answers > 0 &&
	    (row->answers == from->answers || from->last >= row->last)) {
		row->last = from->last;
		row->last_frac = from->last_frac;
	}
}

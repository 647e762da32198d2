/* SPDX-License-Identifier: ISC */
/*
 * stats.h - scores
 *
 * Layer score: may include base and text.  Sums over the answers of a replay,
 * by item, by id of the text that an item is about, by learner and by kind of
 * item.  Which section an id lies in is for the caller to say.
 *
 * An answer that was undone by its learner does not count; one that was
 * graded or regraded later counts with the last fraction it was given.
 */
#ifndef LECTERN_SCORE_STATS_H
#define LECTERN_SCORE_STATS_H

#include <stddef.h>
#include <stdint.h>

struct diags;
struct event;
struct replay_totals;
struct score_stats;

enum score_by {
	SCORE_BY_ITEM,
	SCORE_BY_ABOUT, /* an answer counts once for each id */
	SCORE_BY_WHO,
	SCORE_BY_TYPE, /* of item: single, short, ... */
	SCORE_BY_COUNT
};

struct score_row {
	const char *key; /* as in the file: clean it before it is shown */
	int64_t answers, right, partly, wrong;
	double points, max;
	int64_t last;     /* when the last answer was given, ms; see day.h */
	double last_frac; /* and how much of it was right, 0 to 1 */
};

struct score_stats *score_stats_new(void);
void score_stats_free(struct score_stats *s);

/*
 * Takes the answers of a folder in place of what `s` held: of one learner, or
 * with NULL of all.  Corrections are looked for in the same files.  See
 * replay.h for folder, diags, totals and failure.
 */
int score_stats_read(struct score_stats *s, const char *folder, const char *who,
    struct diags *diags, struct replay_totals *totals);

/* Adds one event.  A correction counts for answers that are added after it. */
void score_stats_add(struct score_stats *s, const struct event *e);

/* All answers in one row, whose key is "". */
const struct score_row *score_stats_total(const struct score_stats *s);

/*
 * The rows, in the order of the bytes of their keys; valid until the next
 * call that adds. */
const struct score_row *const *score_stats_rows(
    struct score_stats *s, enum score_by by, size_t *n);

/* One row, or NULL if there is no such answer. */
const struct score_row *score_stats_find(
    const struct score_stats *s, enum score_by by, const char *key);

/* Adds the sums of `from` to `row`, as for sections; the later is last. */
void score_row_merge(struct score_row *row, const struct score_row *from);

#endif

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "score/event.h"
#include "score/replay.h"
#include "score/stats.h"
#include "score_fixture.h"
#include "unit.h"

static const char *const origin[] = { "origin", NULL };
static const char *const both[] = { "origin", "risks", NULL };

static const struct event answers[] = {
	{ .id = "1",
	    .ts = 10,
	    .who = "ada",
	    .kind = EVENT_ANSWER,
	    .item = "a",
	    .type = "single",
	    .frac = 1,
	    .pts = 2,
	    .max = 2,
	    .about = origin },
	{ .id = "2",
	    .ts = 20,
	    .who = "ada",
	    .kind = EVENT_ANSWER,
	    .item = "b",
	    .type = "multi",
	    .frac = 0.5,
	    .pts = 1,
	    .max = 2,
	    .about = both },
	{ .id = "3",
	    .ts = 30,
	    .who = "ben",
	    .kind = EVENT_ANSWER,
	    .item = "a",
	    .type = "single",
	    .frac = 0,
	    .pts = 0,
	    .max = 2,
	    .about = origin },
	{ .id = "4",
	    .ts = 25,
	    .who = "ada",
	    .kind = EVENT_ANSWER,
	    .item = "a",
	    .frac = 0,
	    .pts = -1,
	    .max = 2 },
	{ .id = "5",
	    .ts = 40,
	    .who = "ada",
	    .kind = EVENT_READ,
	    .about = both },
};

static void
assert_row(const struct score_row *row, const int64_t want[4], double points,
    double max)
{
	assert_non_null(row);
	assert_int_equal(row->answers, want[0]);
	assert_int_equal(row->right, want[1]);
	assert_int_equal(row->partly, want[2]);
	assert_int_equal(row->wrong, want[3]);
	assert_true(row->points == points);
	assert_true(row->max == max);
}

static void
answers_are_summed(void **state)
{
	static const int64_t all[] = { 4, 1, 1, 2 }, a[] = { 3, 1, 0, 2 };
	static const int64_t b[] = { 1, 0, 1, 0 }, o[] = { 3, 1, 1, 1 };
	static const int64_t ben[] = { 1, 0, 0, 1 }, single[] = { 2, 1, 0, 1 };
	struct score_stats *s = score_stats_new();
	const struct score_row *const *rows;
	size_t i, n;

	(void)state;
	assert_null(score_stats_find(s, SCORE_BY_ITEM, "a"));
	for (i = 0; i < sizeof(answers) / sizeof(*answers); i++)
		score_stats_add(s, &answers[i]);
	assert_row(score_stats_total(s), all, 2, 8);
	assert_row(score_stats_find(s, SCORE_BY_ITEM, "a"), a, 1, 6);
	assert_row(score_stats_find(s, SCORE_BY_ITEM, "b"), b, 1, 2);
	assert_row(score_stats_find(s, SCORE_BY_ABOUT, "origin"), o, 3, 6);
	assert_row(score_stats_find(s, SCORE_BY_ABOUT, "risks"), b, 1, 2);
	assert_row(score_stats_find(s, SCORE_BY_WHO, "ben"), ben, 0, 2);
	assert_row(score_stats_find(s, SCORE_BY_TYPE, "single"), single, 2, 4);
	assert_null(score_stats_find(s, SCORE_BY_ABOUT, "causes"));
	/* the last by time, not by order */
	assert_int_equal(score_stats_find(s, SCORE_BY_ITEM, "a")->last, 30);
	assert_true(
	    score_stats_find(s, SCORE_BY_ABOUT, "origin")->last_frac == 0);
	rows = score_stats_rows(s, SCORE_BY_ABOUT, &n);
	assert_int_equal(n, 2);
	assert_string_equal(rows[0]->key, "origin");
	assert_string_equal(rows[1]->key, "risks");
	score_stats_free(s);
}

static void
rows_can_be_put_together(void **state)
{
	static const int64_t want[] = { 3, 1, 1, 1 };
	struct score_row sum = { .key = "section" };
	struct score_row a = { NULL, 1, 1, 0, 0, 2, 2, -50, 1 };
	struct score_row b = { NULL, 2, 0, 1, 1, 1, 4, -70, 0.5 };
	struct score_row none = { 0 };

	(void)state;
	score_row_merge(&sum, &a);
	score_row_merge(&sum, &b);
	score_row_merge(&sum, &none);
	assert_row(&sum, want, 3, 6);
	assert_int_equal(sum.last, -50);
	assert_true(sum.last_frac == 1);
	assert_string_equal(sum.key, "section");
}

/* Corrections come later, in the same file or another. */
static void
corrections_count(void **state)
{
	static const char *const refs[] = { "2", "4", NULL };
	const struct event corrections[] = {
		{ .id = "6",
		    .ts = 50,
		    .who = "ada",
		    .kind = EVENT_UNDO,
		    .ref = "1" },
		{ .id = "7",
		    .ts = 51,
		    .who = "ada",
		    .kind = EVENT_UNDO,
		    .ref = "3" }, /* not hers */
		{ .id = "8",
		    .ts = 52,
		    .who = "prof",
		    .kind = EVENT_REGRADE,
		    .refs = refs,
		    .frac = 1,
		    .by = "prof" },
		{ .id = "9",
		    .ts = 53,
		    .who = "ada",
		    .kind = EVENT_GRADE,
		    .ref = "4",
		    .frac = 0.25 },
	};
	static const int64_t all[] = { 3, 1, 1, 1 }, a[] = { 2, 0, 1, 1 };
	char *dir = fixture_dir();
	struct score_stats *s = score_stats_new();
	struct buf b = BUF_INIT;
	struct replay_totals totals;
	struct event e;
	size_t i;

	(void)state;
	for (i = 0; i < 5; i++) {
		e = answers[i];
		e.n = (int64_t)i + 1;
		assert_int_equal(event_encode(&b, &e), 0);
	}
	fixture_write(dir, "ada@lab1.jsonl", b.s, b.len);
	buf_reset(&b);
	for (i = 0; i < 4; i++) {
		e = corrections[i];
		e.n = (int64_t)i + 1;
		assert_int_equal(event_encode(&b, &e), 0);
	}
	fixture_write(dir, "prof@office.jsonl", b.s, b.len);
	for (i = 0; i < 2; i++) { /* a second reading starts from nothing */
		assert_int_equal(score_stats_read(s, fixture_path(dir, ""),
				     NULL, NULL, &totals),
		    0);
		assert_int_equal(totals.events, 9);
		assert_row(score_stats_total(s), all, 2 + 0 + 0.5, 6);
		assert_row(score_stats_find(s, SCORE_BY_ITEM, "a"), a, 0.5, 4);
	}
	assert_int_equal(
	    score_stats_read(s, "/nowhere/at/all", NULL, NULL, NULL), -1);
	assert_int_equal(errno, ENOENT);
	assert_int_equal(score_stats_total(s)->answers, 0);
	score_stats_free(s);
	buf_release(&b);
	fixture_remove(dir);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(answers_are_summed),
		cmocka_unit_test(rows_can_be_put_together),
		cmocka_unit_test(corrections_count),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

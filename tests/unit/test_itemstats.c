/* SPDX-License-Identifier: ISC */
/*
 * The statistics of a class: by hand, and against those of Moodle where the
 * folder that LECTERN_SHARED names has vectors/moodle-stats-vectors.json.
 */
#include "config.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "base/xalloc.h"
#include "score/itemstats.h"
#include "unit.h"

static json_t *root; /* NULL: nothing is shared */

static void
assert_near(double got, double want, const char *what)
{
	if (!(fabs(got - want) <= 1.5e-5 * fmax(1e-3, fabs(want))))
		fail_msg("%s: %.10g is not %.10g", what, got, want);
}

static void
marks_by_hand(void **state)
{
	/* Three learners: 0, 1, 1 of 2 points; 1, 2, 3 on the rest. */
	static const struct itemstats_mark marks[] = { { 0, 1 }, { 1, 2 },
		{ 1, 3 } };
	struct itemstats s;

	(void)state;
	itemstats_item(&s, marks, 3, 2);
	assert_near(s.facility, 1 / 3.0, "facility");
	assert_near(s.sd, sqrt(1 / 3.0), "sd");
	assert_near(s.covariance, 0.5, "covariance");
	assert_near(s.discrimination, 100 * 0.5 / sqrt(1 / 3.0), "index");
	assert_near(s.efficiency, 100, "efficiency"); /* it is in order */
	itemstats_weigh(&s, 1);
	assert_near(s.weight, 100, "weight");
}

static void
too_little_is_not_a_number(void **state)
{
	static const struct itemstats_mark same[] = { { 1, 1 }, { 1, 2 } };
	double sums[] = { 3, 3, 3 };
	struct teststats t;
	struct itemstats s;

	(void)state;
	itemstats_item(&s, same, 0, 1);
	assert_true(isnan(s.facility) && isnan(s.sd));
	itemstats_item(&s, same, 1, 1);
	assert_near(s.facility, 1, "facility of one");
	assert_true(isnan(s.sd) && isnan(s.discrimination));
	itemstats_item(&s, same, 2, 1);
	assert_near(s.sd, 0, "sd of two");
	assert_true(isnan(s.discrimination) && isnan(s.efficiency));
	itemstats_item(&s, same, 2, 0);
	assert_true(isnan(s.facility));
	itemstats_test(&t, sums, 3, &s, 1);
	assert_near(t.mean, 3, "mean");
	assert_true(isnan(t.sd) && isnan(t.consistency));
	itemstats_test(&t, sums, 0, &s, 1);
	assert_true(isnan(t.mean));
}

static double
element(const json_t *array, size_t i)
{
	return json_number_value(json_array_get(array, i));
}

/* The items of a set, in the order of their numbers; the caller frees them. */
static struct itemstats *
work_out(const json_t *set, size_t *n_items)
{
	const json_t *all = json_object_get(set, "marks");
	const json_t *max = json_object_get(set, "maxmark");
	const json_t *totals = json_object_get(set, "totals");
	size_t n = json_array_size(totals), i, item;
	struct itemstats_mark *marks = xcalloc(n, sizeof(*marks));
	struct itemstats *items;
	char key[24];

	*n_items = json_object_size(all);
	items = xcalloc(*n_items, sizeof(*items));
	for (item = 0; item < *n_items; item++) {
		const json_t *mark;

		snprintf(key, sizeof(key), "%zu", item + 1);
		mark = json_object_get(all, key);
		for (i = 0; i < n; i++) {
			marks[i].mark = element(mark, i);
			marks[i].other = element(totals, i) - marks[i].mark;
		}
		itemstats_item(&items[item], marks,
		    mark == NULL ? 0 : json_array_size(mark),
		    json_number_value(json_object_get(max, key)));
	}
	itemstats_weigh(items, *n_items);
	free(marks);
	return items;
}

/* One figure of all items; null is what cannot be worked out. */
static void
assert_figures(const json_t *want, const struct itemstats *items, size_t offset,
    double factor, const char *what)
{
	size_t i;

	for (i = 0; i < json_array_size(want); i++) {
		double got = factor *
		    *(const double *)((const char *)&items[i] + offset);

		if (json_is_number(json_array_get(want, i)))
			assert_near(got, element(want, i), what);
	}
}

static void
moodle_items(void **state)
{
	static const struct {
		const char *name;
		size_t offset;
		double factor;
	} all[] = {
		{ "facility_pct", offsetof(struct itemstats, facility), 100 },
		{ "sd_x1000", offsetof(struct itemstats, sd), 1000 },
		{ "effectiveweight", offsetof(struct itemstats, weight), 1 },
		{ "discriminationindex",
		    offsetof(struct itemstats, discrimination), 1 },
		{ "discriminativeefficiency",
		    offsetof(struct itemstats, efficiency), 1 },
	};
	const json_t *set, *expected;
	struct itemstats *items;
	size_t n, i;

	(void)state;
	if (root == NULL)
		skip();
	set = json_array_get(json_object_get(root, "sets"), 0);
	expected = json_object_get(set, "expected");
	items = work_out(set, &n);
	assert_int_equal(n, 20);
	for (i = 0; i < sizeof(all) / sizeof(*all); i++)
		assert_figures(json_object_get(expected, all[i].name), items,
		    all[i].offset, all[i].factor, all[i].name);
	free(items);
}

static double
figure(const json_t *object, const char *key)
{
	const json_t *value = json_object_get(object, key);

	if (!json_is_number(value))
		fail_msg("%s is no number", key);
	return json_number_value(value);
}

static void
moodle_test(void **state)
{
	const json_t *set, *want;
	struct itemstats *items;
	struct teststats t;
	double *sums;
	size_t n, i;
	char key[24];

	(void)state;
	if (root == NULL)
		skip();
	set = json_array_get(json_object_get(root, "sets"), 1);
	items = work_out(set, &n);
	for (i = 0; i < n; i++) {
		snprintf(key, sizeof(key), "%zu", i + 1);
		want = json_object_get(
		    json_object_get(set, "expected_items"), key);
		assert_near(
		    items[i].facility, figure(want, "facility"), "facility");
		assert_near(items[i].sd, figure(want, "sd"), "sd");
		assert_near(
		    items[i].weight, figure(want, "effectiveweight"), "weight");
		assert_near(items[i].discrimination,
		    figure(want, "discriminationindex"), "index");
		assert_near(items[i].efficiency,
		    figure(want, "discriminativeefficiency"), "efficiency");
	}
	want = json_object_get(set, "totals");
	sums = xcalloc(json_array_size(want), sizeof(*sums));
	for (i = 0; i < json_array_size(want); i++)
		sums[i] = element(want, i);
	itemstats_test(&t, sums, i, items, n);
	want = json_object_get(set, "expected_quiz");
	assert_near(t.median, figure(want, "median"), "median");
	assert_near(t.mean, figure(want, "mean"), "mean");
	assert_near(t.sd, figure(want, "standarddeviation"), "sd");
	assert_near(t.skewness, figure(want, "skewness"), "skewness");
	assert_near(t.kurtosis, figure(want, "kurtosis"), "kurtosis");
	assert_near(t.consistency, figure(want, "cic"), "consistency");
	assert_near(t.error_ratio, figure(want, "errorratio"), "error ratio");
	assert_near(t.error, figure(want, "standarderror"), "standard error");
	free(sums);
	free(items);
}

static int
open_shared(void **state)
{
	const char *shared = getenv("LECTERN_SHARED");
	char *path;

	(void)state;
	if (shared == NULL)
		return 0;
	path = xasprintf("%s/vectors/moodle-stats-vectors.json", shared);
	root = json_load_file(path, 0, NULL);
	free(path);
	return root == NULL ? -1 : 0;
}

static int
close_shared(void **state)
{
	(void)state;
	json_decref(root);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(marks_by_hand),
		cmocka_unit_test(too_little_is_not_a_number),
		cmocka_unit_test(moodle_items),
		cmocka_unit_test(moodle_test),
	};

	return cmocka_run_group_tests(tests, open_shared, close_shared);
}

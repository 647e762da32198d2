/* SPDX-License-Identifier: ISC */
/*
 * Every vector of vectors/fsrs-vectors.json below the folder that
 * LECTERN_SHARED names, by its own tolerance where it has one; without that
 * folder there is nothing to test.  A group of vectors that this program does
 * not know fails, so that none is passed over.
 */
#include "config.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "base/file.h"
#include "quiz/memory.h"
#include "quiz/memory_other.h"
#include "score/day.h"
#include "unit.h"

enum { DAY_S = 86400, DAY_MS = DAY_S * 1000, STEPS_MAX = 8 };

static json_t *root; /* NULL: nothing is shared */

static double
number(const json_t *object, const char *key)
{
	const json_t *value = json_object_get(object, key);

	if (!json_is_number(value))
		fail_msg("%s is no number", key);
	return json_number_value(value);
}

static double
element(const json_t *array, size_t i)
{
	return json_number_value(json_array_get(array, i));
}

static double
element_of(const json_t *object, const char *key, size_t i)
{
	return element(json_object_get(object, key), i);
}

static void
assert_within(double got, double want, double tolerance, const char *what)
{
	if (!(fabs(got - want) <= tolerance))
		fail_msg("%s: %.10g is not %.10g", what, got, want);
}

/* Where nothing else is said: 1e-4 of it, as the file's notes have it. */
static void
assert_near(double got, double want, const char *what)
{
	assert_within(got, want, 1e-4 * fabs(want) + 1e-7, what);
}

static void
take_weights(struct memory_model *model, const json_t *w)
{
	double values[MEMORY_WEIGHTS];
	size_t i, n;

	if (json_is_string(w))
		w = json_object_get(
		    json_object_get(root, "meta"), json_string_value(w));
	n = json_array_size(w);
	assert_true(n <= MEMORY_WEIGHTS);
	for (i = 0; i < n; i++)
		values[i] = element(w, i);
	assert_int_equal(memory_model_weights(model, values, n), 0);
}

static enum memory_rating
rating_at(const json_t *array, size_t i)
{
	int rating = (int)element(array, i);

	assert_true(rating >= MEMORY_AGAIN && rating <= MEMORY_EASY);
	return (enum memory_rating)rating;
}

static enum memory_rating
rating_of_key(const char *key)
{
	return (enum memory_rating)(key[0] - '0');
}

static size_t
read_steps(double *delay, const json_t *minutes)
{
	size_t i, n = json_array_size(minutes);

	assert_true(n <= STEPS_MAX);
	for (i = 0; i < n; i++)
		delay[i] = 60 * element(minutes, i);
	return n;
}

static void
interval_history(const json_t *group)
{
	size_t at, i;
	json_t *c;

	json_array_foreach(group, at, c)
	{
		const json_t *ratings = json_object_get(c, "ratings");
		double learn[STEPS_MAX], relearn[STEPS_MAX], days = 0;
		struct steps steps = { learn, 0, relearn, 0 };
		struct steps_item it = { 0 };
		struct memory_model model;

		memory_model_init(&model, number(c, "retention"));
		take_weights(&model, json_object_get(c, "w"));
		steps.n_learn =
		    read_steps(learn, json_object_get(c, "learning_steps_min"));
		steps.n_relearn = read_steps(
		    relearn, json_object_get(c, "relearning_steps_min"));
		for (i = 0; i < json_array_size(ratings); i++) {
			days = floor(steps_review(&it, &model, &steps,
					 rating_at(ratings, i), days) /
			    DAY_S);
			assert_true(days == element_of(c, "expect_days", i));
		}
	}
}

static void
memory_state(const json_t *group)
{
	size_t at, i;
	json_t *c;

	json_array_foreach(group, at, c)
	{
		const json_t *ratings = json_object_get(c, "ratings");
		const json_t *start = json_object_get(c, "start");
		const json_t *expect = json_object_get(c, "expect");
		double tolerance = number(c, "abs_tol");
		struct memory_model model;
		struct memory m = { 0 };
		int64_t day = 0;

		memory_model_init(&model, .9);
		take_weights(&model, json_object_get(c, "w"));
		if (start != NULL) {
			m.stability = number(start, "stability");
			m.difficulty = number(start, "difficulty");
			m.reps = 1;
		}
		for (i = 0; i < json_array_size(ratings); i++) {
			day += (int64_t)element_of(c, "delta_days", i);
			memory_review(&m, &model, rating_at(ratings, i), day);
		}
		assert_within(
		    m.stability, number(expect, "stability"), tolerance, "S");
		assert_within(
		    m.difficulty, number(expect, "difficulty"), tolerance, "D");
	}
}

static void
first_review(const json_t *group)
{
	static const double learn[] = { 60, 600 }, relearn[] = { 600 };
	static const struct steps steps = { learn, 2, relearn, 1 };
	const json_t *due = json_object_get(group, "retrievability_at_due");
	const char *key;
	json_t *want;

	json_object_foreach(json_object_get(group, "by_rating"), key, want)
	{
		struct steps_item it = { 0 };
		struct memory_model model;
		double days;

		memory_model_init(&model, .9);
		take_weights(&model, json_object_get(group, "w"));
		days = floor(
		    steps_review(&it, &model, &steps, rating_of_key(key), 0) /
		    DAY_S);
		assert_near(
		    it.memory.stability, number(want, "stability"), "S");
		assert_near(
		    it.memory.difficulty, number(want, "difficulty"), "D");
		assert_true(days == number(want, "scheduled_days"));
		assert_near(memory_curve(&model, days, it.memory.stability),
		    number(due, key), "R");
	}
}

static void
forgetting_curve(const json_t *group)
{
	struct memory_model model;
	size_t at, i;
	json_t *c;

	memory_model_init(&model, .9);
	json_array_foreach(group, at, c)
	{
		for (i = 0; i < json_array_size(json_object_get(c, "t")); i++)
			assert_within(
			    memory_curve(&model, element_of(c, "t", i),
				element_of(c, "s", i)),
			    element_of(c, "expect", i), 1e-6, "R");
	}
}

static void
next_difficulty(const json_t *group)
{
	struct memory_model model;
	const char *key;
	json_t *want;

	memory_model_init(&model, .9);
	json_object_foreach(json_object_get(group, "expect_by_rating"), key,
	    want) assert_within(memory_next_difficulty(&model,
				    number(group, "d"), rating_of_key(key)),
	    json_number_value(want), 1e-7, "D");
	/* Nothing is drawn to the mean. */
	model.w[7] = 0;
	json_object_foreach(
	    json_object_get(group, "before_mean_reversion"), key, want)
	    assert_within(memory_next_difficulty(
			      &model, number(group, "d"), rating_of_key(key)),
		json_number_value(want), 1e-6, "D'");
}

static void
next_stability(const json_t *group)
{
	struct memory_model model;
	size_t at;
	json_t *c;

	memory_model_init(&model, .9);
	model.hard_holds = 1;
	json_array_foreach(json_object_get(group, "cases"), at, c)
	{
		struct memory was = { .stability = number(c, "s") };
		enum memory_rating rating =
		    (enum memory_rating)(int)number(c, "rating");
		double r = number(c, "r");

		was.difficulty = number(c, "d");
		assert_near(memory_recalled(&model, &was, r, rating),
		    number(c, "recall"), "recalled");
		assert_near(memory_forgotten_free(&model, &was, r),
		    number(c, "forget_longterm_only"), "forgotten");
		assert_near(memory_same_day(&model, was.stability, rating),
		    number(c, "short_term"), "same day");
	}
}

static void
next_interval(const json_t *group)
{
	const json_t *retention = json_object_get(group, "retention");
	struct memory_model model;
	size_t i;

	for (i = 0; i < json_array_size(retention); i++) {
		memory_model_init(&model, element(retention, i));
		model.longest = 1e9;
		assert_true(
		    memory_interval(&model, number(group, "stability")) ==
		    element_of(group, "expect_f64", i));
	}
}

static void
long_term_no_steps(const json_t *group)
{
	size_t at, i;
	json_t *c;

	json_array_foreach(json_object_get(group, "cases"), at, c)
	{
		const json_t *ratings = json_object_get(c, "ratings");
		struct memory_model model;
		struct memory m = { 0 };

		memory_model_init(&model, .9);
		take_weights(&model, json_object_get(group, "w19"));
		model.same_day = 0;
		model.ordered = 1;
		for (i = 0; i < json_array_size(ratings); i++) {
			memory_review(&m, &model, rating_at(ratings, i), m.due);
			assert_near(m.stability,
			    element_of(c, "expect_stability", i), "S");
			assert_near(m.difficulty,
			    element_of(c, "expect_difficulty", i), "D");
			assert_true((double)(m.due - m.day) ==
			    element_of(c, "expect_days", i));
		}
	}
}

static void
learning_steps(const json_t *group)
{
	size_t at;
	json_t *c;

	json_array_foreach(json_object_get(group, "cases"), at, c)
	{
		const json_t *good = json_object_get(c, "good_s");
		double delay[STEPS_MAX];
		size_t n = read_steps(delay, json_object_get(c, "steps_min"));
		size_t step = n - (size_t)number(c, "remaining");

		assert_true(steps_delay(delay, n, step, MEMORY_AGAIN) ==
		    number(c, "again_s"));
		assert_true(steps_delay(delay, n, step, MEMORY_HARD) ==
		    number(c, "hard_s"));
		assert_true(steps_delay(delay, n, step, MEMORY_GOOD) ==
		    (json_is_null(good) ? -1 : json_number_value(good)));
	}
}

static void
fuzz(const json_t *group)
{
	static const struct {
		const char *key;
		double chance;
	} columns[] = { { "f0", 0 }, { "f0.5", .5 }, { "f0.99", .99 } };
	struct memory_model model;
	size_t at, i;
	json_t *c;

	json_array_foreach(json_object_get(group, "cases"), at, c)
	{
		for (i = 0; i < 3; i++)
			assert_true(
			    fuzz_interval(number(c, "ivl"), number(c, "min"),
				number(c, "max"), columns[i].chance) ==
			    number(c, columns[i].key));
	}
	/* At a retention of .9 an interval is the stability, in bounds. */
	json_array_foreach(json_object_get(group, "no_fuzz_cases"), at, c)
	{
		memory_model_init(&model, .9);
		model.longest = number(c, "max");
		assert_true(memory_interval(&model, number(c, "ivl")) ==
		    number(c, "expect"));
	}
}

static void
leech(const json_t *group)
{
	size_t at;
	json_t *c;

	json_array_foreach(json_object_get(group, "cases"), at, c)
	    assert_int_equal(memory_is_leech((unsigned)element(c, 0),
				 (unsigned)element(c, 1)),
		json_is_true(json_array_get(c, 2)));
}

/* The number of the date, in UTC, where days begin at midnight. */
static int64_t
date_number(const char *s)
{
	char text[64];
	int64_t ms;

	snprintf(text, sizeof(text), "%s%s", s,
	    strchr(s, 'T') == NULL ? "T00:00:00Z" : "");
	assert_int_equal(day_get_time(text, strlen(text), &ms), 0);
	return day_number(ms, DAY_START_HOUR * 60);
}

static void
elapsed_days(const json_t *group)
{
	size_t at, i;
	json_t *c;

	json_array_foreach(json_object_get(group, "cases"), at, c)
	{
		const json_t *dates = json_object_get(c, "dates");
		int64_t last = 0;

		for (i = 0; i < json_array_size(dates); i++) {
			int64_t day = date_number(
			    json_string_value(json_array_get(dates, i)));

			assert_true(i == 0 ||
			    (double)(day - last) == element_of(c, "days", i));
			last = day;
		}
		if (dates != NULL)
			continue;
		assert_true((double)(date_number(json_string_value(
					 json_object_get(c, "to"))) -
				date_number(json_string_value(json_object_get(
				    c, "from")))) == number(c, "days"));
	}
}

static void
param_migration(const json_t *group)
{
	struct memory_model model;
	size_t i;

	memory_model_init(&model, .9);
	take_weights(&model, json_object_get(group, "from17"));
	for (i = 0; i < MEMORY_WEIGHTS; i++)
		assert_within(
		    model.w[i], element_of(group, "to21", i), 1e-6, "w");
}

static void
from_sm2(const json_t *group)
{
	struct memory_model model;
	size_t at;
	json_t *c;

	memory_model_init(&model, .9);
	json_array_foreach(json_object_get(group, "cases"), at, c)
	{
		struct memory m = { 0 };

		memory_from_sm2(&m, &model, number(c, "ease"), number(c, "ivl"),
		    number(c, "r"));
		assert_near(m.stability, number(c, "stability"), "S");
		assert_near(m.difficulty, number(c, "difficulty"), "D");
	}
}

static void
sm2(const json_t *group)
{
	const json_t *ratings = json_object_get(group, "ratings_0_5");
	const json_t *first = json_object_get(group, "first_good");
	struct sm2 m = { 0 }, other = { 0 };
	size_t i;

	for (i = 0; i < json_array_size(ratings); i++)
		assert_true(sm2_review(&m, (int)element(ratings, i)) ==
		    element_of(group, "expect_days", i));
	assert_true(24 * sm2_review(&other, (int)number(first, "rating")) ==
	    number(first, "expect_hours"));
}

static int64_t
time_of(const json_t *row)
{
	const char *s = json_string_value(json_object_get(row, "at"));
	int64_t ms;

	assert_int_equal(day_get_time(s, strlen(s), &ms), 0);
	return ms;
}

/* The arguments of its Scheduler, with its own defaults. */
static void
take_args(struct memory_model *model, struct steps *steps, double *delay,
    const json_t *args)
{
	static const double learn[] = { 60, 600 }, relearn[] = { 600 };
	const json_t *given = json_object_get(args, "learning_steps");

	*steps = (struct steps){ learn, 2, relearn, 1 };
	memory_model_init(model, .9);
	if (json_object_get(args, "desired_retention") != NULL)
		memory_model_init(model, number(args, "desired_retention"));
	if (json_object_get(args, "maximum_interval") != NULL)
		model->longest = number(args, "maximum_interval");
	if (given != NULL) {
		steps->n_learn = read_steps(delay, given);
		steps->learn = delay;
	}
	given = json_object_get(args, "relearning_steps");
	if (given != NULL) {
		steps->n_relearn = read_steps(delay + STEPS_MAX, given);
		steps->relearn = delay + STEPS_MAX;
	}
}

static void
derived_py_fsrs(const json_t *group)
{
	static const char *const states[] = { "Learning", "Review",
		"Relearning" };
	size_t at, i;
	json_t *c, *row;

	json_array_foreach(json_object_get(group, "cases"), at, c)
	{
		double delay[2 * STEPS_MAX], wait;
		struct steps_item it = { 0 };
		struct memory_model model;
		struct steps steps;
		int64_t last = 0;

		take_args(&model, &steps, delay, json_object_get(c, "args"));
		json_array_foreach(json_object_get(c, "rows"), i, row)
		{
			int64_t ms = time_of(row), days = (ms - last) / DAY_MS;

			wait = steps_review(&it, &model, &steps,
			    (enum memory_rating)(int)number(row, "rating"),
			    i == 0 ? 0 : (double)days);
			last = ms;
			assert_near(
			    it.memory.stability, number(row, "stability"), "S");
			assert_near(it.memory.difficulty,
			    number(row, "difficulty"), "D");
			assert_true(wait == number(row, "due_in_s"));
			assert_string_equal(states[it.state],
			    json_string_value(json_object_get(row, "state")));
		}
	}
}

static void
every_vector_is_met(void **state)
{
	static const struct {
		const char *name;
		void (*test)(const json_t *group);
	} groups[] = {
		{ "interval_history", interval_history },
		{ "memory_state", memory_state },
		{ "first_review", first_review },
		{ "forgetting_curve", forgetting_curve },
		{ "next_difficulty", next_difficulty },
		{ "next_stability", next_stability },
		{ "next_interval", next_interval },
		{ "long_term_no_steps", long_term_no_steps },
		{ "learning_steps", learning_steps },
		{ "fuzz", fuzz },
		{ "leech", leech },
		{ "elapsed_days", elapsed_days },
		{ "param_migration", param_migration },
		{ "from_sm2", from_sm2 },
		{ "sm2", sm2 },
		{ "derived_py_fsrs", derived_py_fsrs },
	};
	const char *key;
	json_t *group;
	size_t i, n = sizeof(groups) / sizeof(groups[0]);

	(void)state;
	if (root == NULL)
		skip();
	json_object_foreach(root, key, group)
	{
		for (i = 0; i < n && strcmp(groups[i].name, key) != 0; i++)
			continue;
		if (i < n)
			groups[i].test(group);
		else if (strcmp(key, "meta") != 0)
			fail_msg("what are the vectors \"%s\"?", key);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_vector_is_met),
	};
	const char *shared = getenv("LECTERN_SHARED");
	json_error_t error;
	char *path;
	int failed;

	if (shared != NULL && *shared != '\0') {
		path = path_join(shared, "vectors/fsrs-vectors.json");
		root = json_load_file(path, 0, &error);
		if (root == NULL)
			fprintf(stderr, "%s: %s\n", path, error.text);
		free(path);
		if (root == NULL)
			return 99;
	}
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	json_decref(root);
	return failed;
}

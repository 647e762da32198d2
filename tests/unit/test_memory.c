/* SPDX-License-Identifier: ISC */
/*
 * FSRS-6 against the numbers that its other implementations test themselves
 * with: py-fsrs 6.3.1, ts-fsrs, fsrs-rs and Anki.  test_memory_shared.c reads
 * the same and more from the file that LECTERN_SHARED names.
 */
#include "config.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "quiz/memory.h"
#include "quiz/memory_other.h"
#include "unit.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

enum { DAY_S = 86400 };

/* Four digits and more of what is printed with eight. */
static void
assert_near(const char *what, double got, double want)
{
	if (fabs(got - want) > 1e-4 * fmax(1e-3, fabs(want)))
		fail_msg("%s: %.9g is not %.9g", what, got, want);
}

static struct memory_model
model_of(double retention)
{
	struct memory_model m;

	memory_model_init(&m, retention);
	return m;
}

static void
first_reviews_make_the_state(void **state)
{
	static const double want[][2] = {
		{ 0.212, 6.4133 },
		{ 1.2931, 5.11217071 },
		{ 2.3065, 2.11810397 },
		{ 8.2956, 1 },
	};
	struct memory_model model = model_of(0.9);
	int g;

	(void)state;
	for (g = MEMORY_AGAIN; g <= MEMORY_EASY; g++) {
		struct memory m = { 0 };

		memory_review(&m, &model, (enum memory_rating)g, 100);
		assert_near("S", m.stability, want[g - 1][0]);
		assert_near("D", m.difficulty, want[g - 1][1]);
		assert_int_equal(m.reps, 1);
		assert_int_equal(m.lapses, 0);
		assert_int_equal(m.day, 100);
		assert_int_equal(
		    m.due, 100 + (int)fmax(1, round(want[g - 1][0])));
		assert_near("R", memory_recall(&m, &model, 100), 1);
	}
}

struct history {
	double w[MEMORY_WEIGHTS];
	int rating[8], days[8];
	size_t n;
	double s, d;
};

#define DEFAULTS                                                               \
 0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, \
     0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729
#define FSRS5                                                                 \
 0.6845422, 1.6790825, 4.7349424, 10.042885, 7.4410233, 0.64219797, 1.071918, \
     0.0025195254, 1.432437, 0.1544, 0.8692766, 2.0696752, 0.0953, 0.2975,    \
     2.4691248, 0.19542035, 3.201072, 0.18046261, 0.121442534

static void
histories_end_where_theirs_do(void **state)
{
	static const struct history histories[] = {
		{ { DEFAULTS, 0.5425, 0.0912, 0.0658, 0.1542 },
		    { 1, 3, 3, 3, 3, 3 }, { 0, 0, 1, 3, 8, 21 }, 6, 53.62691,
		    6.3574867 },
		{ { DEFAULTS, 0, 0, 0, 0.1542 }, { 1, 3, 3, 3, 3, 3 },
		    { 0, 0, 1, 3, 8, 21 }, 6, 53.335106, 6.3574867 },
		{ { FSRS5, 0, 0.5 }, { 1, 3, 3, 3, 3 }, { 0, 1, 3, 8, 21 }, 5,
		    31.722992, 7.382128 },
	};
	size_t i, j;

	(void)state;
	for (i = 0; i < COUNT(histories); i++) {
		const struct history *h = &histories[i];
		struct memory_model model = model_of(0.9);
		struct memory m = { 0 };
		int64_t day = 20000;

		assert_int_equal(
		    memory_model_weights(&model, h->w, MEMORY_WEIGHTS), 0);
		for (j = 0; j < h->n; j++) {
			day += h->days[j];
			memory_review(
			    &m, &model, (enum memory_rating)h->rating[j], day);
		}
		assert_true(fabs(m.stability - h->s) < 1e-4);
		assert_true(fabs(m.difficulty - h->d) < 1e-4);
	}
}

/* fsrs-rs, test_memo_state: on from a state that is known. */
static void
a_state_goes_on(void **state)
{
	static const double w[] = { FSRS5 };
	struct memory_model model = model_of(0.9);
	struct memory m = { .stability = 20.925528, .difficulty = 7.005062 };

	(void)state;
	m.reps = 4;
	assert_int_equal(memory_model_weights(&model, w, COUNT(w)), 0);
	memory_review(&m, &model, MEMORY_GOOD, 21);
	assert_true(fabs(m.stability - 40.87456) < 1e-4);
	assert_true(fabs(m.difficulty - 6.9913807) < 1e-4);
}

static void
recall_falls_along_the_curve(void **state)
{
	static const struct {
		double days, s, r;
	} cases[] = {
		{ 0, 1, 1 },
		{ 1, 2, 0.9403443 },
		{ 2, 3, 0.9253786 },
		{ 3, 4, 0.9185229 },
		{ 4, 4, 0.9 },
		{ 5, 2, 0.8261359 },
		{ 1, 1, 0.9 },
		{ 2, 1, 0.84588465 },
		{ 3, 1, 0.8093881 },
		{ 8, 8.2956, 0.9024733 },
	};
	struct memory_model model = model_of(0.9);
	struct memory m = { 0 };
	int64_t day;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++)
		assert_near("R",
		    memory_curve(&model, cases[i].days, cases[i].s),
		    cases[i].r);
	assert_true(memory_recall(&m, &model, 5) == 0);
	memory_review(&m, &model, MEMORY_GOOD, 10);
	for (day = 10; day < 400; day++)
		assert_true(memory_recall(&m, &model, day) >
		    memory_recall(&m, &model, day + 1));
	assert_true(memory_recall(&m, &model, -50) == 1);
	assert_true(memory_recall(&m, &model, INT64_MAX) > 0);
}

static void
difficulty_follows_the_rating(void **state)
{
	static const double want[] = { 8.34176237, 6.66599536, 4.99022837,
		3.31446137 };
	struct memory_model model = model_of(0.9);
	int g;

	(void)state;
	for (g = MEMORY_AGAIN; g <= MEMORY_EASY; g++)
		assert_near("D",
		    memory_next_difficulty(&model, 5, (enum memory_rating)g),
		    want[g - 1]);
}

/* hard_holds is how ts-fsrs and fsrs-rs have it. */
static void
stability_follows_the_rating(void **state)
{
	static const struct {
		double d, r, recalled, forgotten, same_day;
	} want[] = {
		{ 1, .9, 25.60252118, 1.05253961, 1.596818 },
		{ 2, .8, 28.22657096, 1.18943295, 5 },
		{ 3, .7, 58.65599107, 1.36808387, 5 },
		{ 4, .6, 127.2266925, 1.58498896, 8.12960956 },
	};
	struct memory_model model = model_of(0.9);
	int g;

	(void)state;
	model.hard_holds = 1;
	for (g = MEMORY_AGAIN; g <= MEMORY_EASY; g++) {
		struct memory was = { .stability = 5 };
		double r = want[g - 1].r;

		was.difficulty = want[g - 1].d;
		assert_near("recalled",
		    memory_recalled(&model, &was, r, (enum memory_rating)g),
		    want[g - 1].recalled);
		assert_near("forgotten", memory_forgotten_free(&model, &was, r),
		    want[g - 1].forgotten);
		assert_near("same day",
		    memory_same_day(&model, 5, (enum memory_rating)g),
		    want[g - 1].same_day);
	}
}

static void
intervals_follow_the_retention(void **state)
{
	static const double want[] = { 3116769, 34793, 2508, 387, 90, 27, 9, 3,
		1, 1 };
	struct memory_model model;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(want); i++) {
		model = model_of((double)(i + 1) / 10);
		model.longest = 1e9;
		assert_true(memory_interval(&model, 1) == want[i]);
		model.longest = 60;
		assert_true(memory_interval(&model, 1) == fmin(want[i], 60));
	}
	model = model_of(0.9);
	assert_true(memory_interval(&model, 0.2) == 1);
	assert_true(memory_interval(&model, 1e9) == MEMORY_LONGEST);
	assert_true(model_of(0).retention == 0.9);
	assert_true(model_of(1.5).retention == 0.9);
	assert_true(model_of(NAN).retention == 0.9);
}

/* ts-fsrs, its scheduler without steps: S, D and ordered intervals, each review
 * on the day it was due. */
static void
ordered_intervals_are_those_of_ts_fsrs(void **state)
{
	static const double w[] = { 0.4197, 1.1869, 3.0412, 15.2441, 7.1434,
		0.6477, 1.0007, 0.0674, 1.6597, 0.1712, 1.1178, 2.0225, 0.0904,
		0.3025, 2.1214, 0.2498, 2.9466, 0.4891, 0.6468 };
	static const struct {
		const char *ratings;
		int days[13];
		double s, d; /* at the end */
	} cases[] = {
		{ "3333331133333",
		    { 3, 13, 48, 155, 445, 1158, 17, 3, 11, 37, 112, 307, 773 },
		    772.94026648, 4.26464541 },
		{ "12341234", { 1, 2, 6, 41, 4, 7, 21, 133 }, 132.81849454,
		    5.36588547 },
		{ "23412341", { 2, 7, 54, 5, 8, 26, 171, 8 }, 8.11072373,
		    5.71619151 },
		{ "34123412", { 3, 33, 4, 7, 26, 193, 9, 14 }, 14.31323867,
		    5.34697075 },
		{ "41234123", { 15, 3, 6, 27, 240, 10, 17, 60 }, 59.59547542,
		    4.24020203 },
	};
	struct memory_model model = model_of(0.9);
	size_t i, j;

	(void)state;
	assert_int_equal(memory_model_weights(&model, w, COUNT(w)), 0);
	model.same_day = 0;
	model.ordered = 1;
	for (i = 0; i < COUNT(cases); i++) {
		struct memory m = { 0 };

		for (j = 0; cases[i].ratings[j] != '\0'; j++) {
			memory_review(&m, &model,
			    (enum memory_rating)(cases[i].ratings[j] - '0'),
			    m.due);
			assert_int_equal(m.due - m.day, cases[i].days[j]);
		}
		assert_near("S", m.stability, cases[i].s);
		assert_near("D", m.difficulty, cases[i].d);
	}
}

/* The histories that py-fsrs made, with its steps. */

enum { STEPS_MAX = 4 };

struct replay {
	struct steps_item item;
	struct memory_model model;
	double delay[2][STEPS_MAX];
	struct steps steps;
	long last; /* [s] */
};

static size_t
read_steps(double *delay, const char *minutes)
{
	size_t n = 0;
	char *end;

	for (; *minutes != '\0'; minutes = end)
		delay[n++] = 60 * strtod(minutes, &end);
	return n;
}

struct review {
	const char *id; /* of a history that begins; or NULL */
	const char *learn, *relearn;
	double retention, longest;
	int rating;
	long at;
	double s, d;
	long due;
};

static void
begin(struct replay *p, const struct review *r)
{
	memset(p, 0, sizeof(*p));
	p->model = model_of(r->retention);
	p->model.longest = r->longest;
	p->steps.n_learn = read_steps(p->delay[0], r->learn);
	p->steps.n_relearn = read_steps(p->delay[1], r->relearn);
	p->steps.learn = p->delay[0];
	p->steps.relearn = p->delay[1];
}

static void
reviews_end_where_those_of_py_fsrs_do(void **state)
{
	static const struct review reviews[] = {
#define HISTORY(id, learn, relearn, retention, longest) \
 { id, learn, relearn, retention, longest, 0, 0, 0, 0, 0 },
#define REVIEW(rating, at, s, d, due) \
 { NULL, NULL, NULL, 0, 0, rating, at, s, d, due },
#include "fsrs_reviews.def"
#undef HISTORY
#undef REVIEW
	};
	struct replay p = { 0 };
	size_t i, n = 0;

	(void)state;
	for (i = 0; i < COUNT(reviews); i++) {
		const struct review *r = &reviews[i];
		double wait;

		if (r->id != NULL) {
			begin(&p, r);
			n++;
			continue;
		}
		wait = steps_review(&p.item, &p.model, &p.steps,
		    (enum memory_rating)r->rating,
		    floor((double)(r->at - p.last) / DAY_S));
		p.last = r->at;
		assert_near("S", p.item.memory.stability, r->s);
		assert_near("D", p.item.memory.difficulty, r->d);
		assert_near("due", wait, (double)r->due);
	}
	assert_int_equal(n, 17);
}

/* py-fsrs, test_review_card: each review when it was due. */
static void
steps_and_intervals_alternate(void **state)
{
	static const int ratings[] = { 3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3 };
	static const int want[] = { 0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12,
		21 };
	static const double learn[] = { 60, 600 }, relearn[] = { 600 };
	static const struct steps steps = { learn, 2, relearn, 1 };
	struct memory_model model = model_of(0.9);
	struct steps_item it = { 0 };
	double days = 0;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(want); i++) {
		days = steps_review(
		    &it, &model, &steps, (enum memory_rating)ratings[i], days);
		days = floor(days / DAY_S);
		assert_int_equal((int)days, want[i]);
	}
}

static void
steps_delay_as_in_anki(void **state)
{
	static const struct {
		double steps[3];
		size_t n, at;
		double again, hard, good; /* [s] */
	} cases[] = {
		{ { 10 }, 1, 0, 600, 900, -1 },
		{ { 4320 }, 1, 0, 259200, 345600, -1 },
		{ { 1, 10 }, 2, 0, 60, 330, 600 },
		{ { 1, 10 }, 2, 1, 60, 600, -1 },
		{ { 1, 10, 100 }, 3, 0, 60, 330, 600 },
		{ { 1, 10, 100 }, 3, 1, 60, 600, 6000 },
		{ { 1, 10, 100 }, 3, 2, 60, 6000, -1 },
	};
	size_t i, j;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		double delay[3];
		size_t n = cases[i].n, at = cases[i].at;

		for (j = 0; j < n; j++)
			delay[j] = 60 * cases[i].steps[j];
		assert_true(
		    steps_delay(delay, n, at, MEMORY_AGAIN) == cases[i].again);
		assert_true(
		    steps_delay(delay, n, at, MEMORY_HARD) == cases[i].hard);
		assert_true(
		    steps_delay(delay, n, at, MEMORY_GOOD) == cases[i].good);
		assert_true(steps_delay(delay, n, at, MEMORY_EASY) == -1);
	}
	assert_true(steps_delay(NULL, 0, 0, MEMORY_AGAIN) == -1);
}

static void
fuzz_is_that_of_anki(void **state)
{
	static const struct {
		double days, least, most, want[3]; /* chance 0, .5, .99 */
	} cases[] = {
		{ 1, 1, 1000, { 1, 1, 1 } },
		{ 2.49, 1, 1000, { 2, 2, 2 } },
		{ 2.5, 1, 1000, { 2, 3, 4 } },
		{ 7, 1, 1000, { 5, 7, 9 } },
		{ 17, 1, 1000, { 14, 17, 20 } },
		{ 37, 1, 1000, { 33, 37, 41 } },
		{ 2, 2, 1000, { 2, 2, 2 } },
		{ 2, 3, 1000, { 3, 4, 4 } },
		{ 2, 3, 3, { 3, 3, 3 } },
		{ 6.9, 3, 1000, { 5, 7, 9 } },
		{ 19.9, 3, 1000, { 17, 20, 23 } },
		{ 20.1, 3, 1000, { 17, 20, 23 } },
		{ 100, 101, 1000, { 101, 105, 108 } },
		{ 100, 1, 99, { 92, 96, 99 } },
		{ 100, 97, 103, { 97, 100, 103 } },
	};
	static const double chance[] = { 0, .5, .99 };
	size_t i, j;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		for (j = 0; j < 3; j++)
			assert_true(
			    fuzz_interval(cases[i].days, cases[i].least,
				cases[i].most, chance[j]) == cases[i].want[j]);
	}
}

static void
sm2_repeats_what_is_not_known(void **state)
{
	static const int answers[] = { 4, 3, 3, 4, 5, 3, 0, 1, 3, 3, 4, 5, 3 };
	static const int want[] = { 1, 0, 0, 6, 15, 0, 0, 0, 0, 0, 35, 85, 0 };
	struct sm2 m = { 0 }, hopeless = { 0 };
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(want); i++)
		assert_int_equal((int)sm2_review(&m, answers[i]), want[i]);
	for (i = 0; i < 50; i++)
		sm2_review(&hopeless, i % 2 == 0 ? 3 : 4);
	assert_true(hopeless.ease >= 1.3);
}

static void
sm2_states_are_taken_over(void **state)
{
	static const struct {
		double ease, days, r, s, d;
	} cases[] = {
		{ 2.5, 10, 0.9, 10, 6.9140563 },
		{ 2.5, 10, 0.8, 3.01572, 9.393428 },
		{ 2.5, 10, 0.95, 24.841097, 1.2974405 },
		{ 1.3, 20, 0.9, 20, 10 },
	};
	struct memory_model model = model_of(0.9);
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		struct memory m = { 0 };

		memory_from_sm2(
		    &m, &model, cases[i].ease, cases[i].days, cases[i].r);
		assert_near("S", m.stability, cases[i].s);
		assert_near("D", m.difficulty, cases[i].d);
	}
}

static void
leeches_are_named_now_and_then(void **state)
{
	static const struct {
		unsigned threshold;
		const char *when; /* from 0 lapses on */
	} cases[] = {
		{ 3, "...x.x.x.x" },
		{ 8, "........x...x...x" },
		{ 1, ".xxxx" },
		{ 0, "....." },
	};
	size_t i;
	unsigned lapses;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		for (lapses = 0; cases[i].when[lapses] != '\0'; lapses++)
			assert_int_equal(
			    memory_is_leech(lapses, cases[i].threshold),
			    cases[i].when[lapses] == 'x');
	}
}

static void
older_weights_are_converted(void **state)
{
	static const double from[] = { 0.4, 0.6, 2.4, 5.8, 4.93, 0.94, 0.86,
		0.01, 1.49, 0.14, 0.94, 2.18, 0.05, 0.34, 1.26, 0.29, 2.61 };
	static const double to[] = { 0.4, 0.6, 2.4, 5.8, 6.81, 0.44675014, 1.36,
		0.01, 1.49, 0.14, 0.94, 2.18, 0.05, 0.34, 1.26, 0.29, 2.61, 0,
		0, 0, 0.5 };
	struct memory_model model = model_of(0.9), was = model;
	double bad[MEMORY_WEIGHTS];
	size_t i;

	(void)state;
	assert_int_equal(memory_model_weights(&model, from, COUNT(from)), 0);
	for (i = 0; i < MEMORY_WEIGHTS; i++)
		assert_true(fabs(model.w[i] - to[i]) < 1e-6);
	model = was;
	memcpy(bad, was.w, sizeof(bad));
	assert_int_equal(memory_model_weights(&model, bad, 20), -1);
	bad[20] = 0;
	assert_int_equal(memory_model_weights(&model, bad, MEMORY_WEIGHTS), -1);
	bad[20] = NAN;
	assert_int_equal(memory_model_weights(&model, bad, MEMORY_WEIGHTS), -1);
	assert_memory_equal(&model, &was, sizeof(model));
}

static void
days_and_lapses_are_counted(void **state)
{
	static const struct {
		enum memory_rating rating;
		int64_t at, day;
		unsigned lapses;
	} steps[] = {
		{ MEMORY_AGAIN, 10, 10, 0 }, /* it was not known before */
		{ MEMORY_GOOD, 10, 10, 0 },
		{ MEMORY_AGAIN, 11, 11, 1 },
		{ MEMORY_AGAIN, 11, 11, 1 },
		{ MEMORY_HARD, 9, 11, 1 }, /* the clock went back */
		{ MEMORY_AGAIN, 40, 40, 2 },
	};
	struct memory_model model = model_of(0.9);
	struct memory m = { 0 };
	size_t i;

	(void)state;
	assert_false(memory_is_due(&m, 100));
	for (i = 0; i < COUNT(steps); i++) {
		double days[MEMORY_RATING_COUNT];

		memory_intervals(&m, &model, steps[i].at, days);
		memory_review(&m, &model, steps[i].rating, steps[i].at);
		assert_int_equal(m.day, steps[i].day);
		assert_int_equal(m.due, m.day + (int)days[steps[i].rating]);
		assert_int_equal(m.lapses, steps[i].lapses);
		assert_int_equal(m.reps, i + 1);
		assert_false(memory_is_due(&m, m.due - 1));
		assert_true(memory_is_due(&m, m.due));
	}
}

static void
answers_are_rated(void **state)
{
	static const struct {
		struct memory_answer answer;
		enum memory_rating want;
	} cases[] = {
		{ { 0, 0, 0, 0, 0 }, MEMORY_AGAIN },
		{ { .59, 0, 3, 0, 0 }, MEMORY_AGAIN },
		{ { .6, 0, 0, 0, 0 }, MEMORY_HARD },
		{ { .99, 0, 0, 0, 1 }, MEMORY_HARD },
		{ { 1, 0, 0, 0, 0 }, MEMORY_GOOD },
		{ { 1, 1, 0, 0, 0 }, MEMORY_HARD },
		{ { .5, 1, 0, 0, 0 }, MEMORY_AGAIN },
		{ { 1, 0, 1, 0, 0 }, MEMORY_HARD },
		{ { 1, 0, 2, 0, 0 }, MEMORY_GOOD },
		{ { 1, 0, 3, 0, 1 }, MEMORY_GOOD },
		{ { 1, 0, 0, MEMORY_EASY, 0 }, MEMORY_EASY },
		{ { 1, 0, 0, MEMORY_EASY, 1 }, MEMORY_GOOD },
		{ { 1, 1, 0, MEMORY_EASY, 0 }, MEMORY_HARD },
		{ { .7, 0, 0, MEMORY_EASY, 0 }, MEMORY_HARD },
		{ { 0, 0, 0, MEMORY_EASY, 0 }, MEMORY_AGAIN },
		{ { 0, 0, 0, MEMORY_GOOD, 0 }, MEMORY_AGAIN },
		{ { 1, 0, 0, MEMORY_GOOD, 0 }, MEMORY_GOOD },
		{ { 1, 0, 0, MEMORY_HARD, 1 }, MEMORY_HARD },
		{ { 1, 0, 0, MEMORY_AGAIN, 0 }, MEMORY_AGAIN },
		{ { NAN, 0, 0, 0, 0 }, MEMORY_AGAIN },
	};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		if (memory_rating_of(&cases[i].answer) != cases[i].want)
			fail_msg("case %zu", i);
	}
	assert_string_equal(memory_rating_name(MEMORY_AGAIN), "again");
	assert_string_equal(memory_rating_name(MEMORY_UNRATED), "");
}

/* Whatever happens to it, a memory keeps within its bounds. */
static void
states_keep_within_bounds(void **state)
{
	struct memory_model model = model_of(0.9);
	struct memory m = { 0 };
	unsigned long rng = 12345;
	int64_t day = 0;
	int i;

	(void)state;
	for (i = 0; i < 100000; i++) {
		rng = (rng * 1103515245 + 12345) & 0x7fffffff;
		if (i % 500 == 0)
			memset(&m, 0, sizeof(m));
		day += (long)(rng >> 8) % (rng % 3 == 0 ? 3 : 400) - 1;
		memory_review(
		    &m, &model, (enum memory_rating)(1 + (rng >> 16) % 4), day);
		assert_true(m.stability >= 0.001 && m.stability <= 36500);
		assert_true(m.difficulty >= 1 && m.difficulty <= 10);
		assert_true(m.due > m.day && m.due <= m.day + 36500);
		assert_true(memory_recall(&m, &model, m.due) <= 1);
		assert_true(memory_recall(&m, &model, m.due) >= 0);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(first_reviews_make_the_state),
		cmocka_unit_test(histories_end_where_theirs_do),
		cmocka_unit_test(a_state_goes_on),
		cmocka_unit_test(recall_falls_along_the_curve),
		cmocka_unit_test(difficulty_follows_the_rating),
		cmocka_unit_test(stability_follows_the_rating),
		cmocka_unit_test(intervals_follow_the_retention),
		cmocka_unit_test(ordered_intervals_are_those_of_ts_fsrs),
		cmocka_unit_test(reviews_end_where_those_of_py_fsrs_do),
		cmocka_unit_test(steps_and_intervals_alternate),
		cmocka_unit_test(steps_delay_as_in_anki),
		cmocka_unit_test(fuzz_is_that_of_anki),
		cmocka_unit_test(sm2_repeats_what_is_not_known),
		cmocka_unit_test(sm2_states_are_taken_over),
		cmocka_unit_test(leeches_are_named_now_and_then),
		cmocka_unit_test(older_weights_are_converted),
		cmocka_unit_test(days_and_lapses_are_counted),
		cmocka_unit_test(answers_are_rated),
		cmocka_unit_test(states_keep_within_bounds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

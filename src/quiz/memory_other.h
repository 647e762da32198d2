/* SPDX-License-Identifier: ISC */
/*
 * memory_other.h - what other programs do around FSRS, and before it
 *
 * Layer quiz: may include base.  Pure.  lectern schedules by memory.h alone;
 * this is for taking over what was learnt elsewhere and for setting schedules
 * side by side: steps of minutes on the first day, intervals that are fuzzed,
 * and SM-2, the schedule that FSRS took the place of.
 */
#ifndef LECTERN_QUIZ_MEMORY_OTHER_H
#define LECTERN_QUIZ_MEMORY_OTHER_H

#include <stddef.h>

#include "quiz/memory.h"

/* Delays in seconds that an item passes on the day it is new, or lapsed. */
struct steps {
	const double *learn;
	size_t n_learn;
	const double *relearn;
	size_t n_relearn;
};

enum steps_state {
	STEPS_LEARNING,
	STEPS_REVIEW,
	STEPS_RELEARNING,
};

/* An item on its way through the steps; all zero: new. */
struct steps_item {
	struct memory memory; /* its days are not used */
	enum steps_state state;
	size_t step;
};

/* A review so many days after the last; the seconds until the next one.  The
 * rules are those of py-fsrs 6.3, Scheduler.review_card. */
double steps_review(struct steps_item *it, const struct memory_model *model,
    const struct steps *steps, enum memory_rating rating, double days);

/*
 * The delay that a rating gives at step `at` of `n`, in seconds; -1: none, the
 * item leaves the steps.  Anki (rslib, steps.rs): Hard on the first of several
 * waits as long as the first two on average, on the only one half as long
 * again, yet no more than a day longer.
 */
double steps_delay(
    const double *delay, size_t n, size_t at, enum memory_rating rating);

/*
 * An interval in whole days near `days` and within `least` and `most`, by
 * chance `f` from 0 to below 1.  Anki (rslib, fuzz.rs): 15 % either way of what
 * lies between 2.5 and 7 days, 10 % to 20 days, 5 % beyond, and one day.
 */
double fuzz_interval(double days, double least, double most, double f);

/*
 * What SM-2 knew of an item as stability and difficulty: its ease, its interval
 * in days, and the retention that these are taken to have led to.  fsrs-rs,
 * memory_state_from_sm2.
 */
void memory_from_sm2(struct memory *m, const struct memory_model *model,
    double ease, double days, double retention);

/*
 * SM-2, as P. A. Wozniak described it in "Optimization of learning" (1990),
 * with the reading of the repository open-spaced-repetition/sm-2: an answer
 * below 4 is repeated on the same day until it is a 4 or 5.
 */
struct sm2 {
	double ease;     /* 0: new */
	unsigned n;      /* answers of 3 and more in a row */
	double interval; /* [day] */
	int repeats;     /* on the same day, until it is known */
};

/* A review with an answer from 0 to 5; the days until the next one. */
double sm2_review(struct sm2 *m, int answer);

#endif

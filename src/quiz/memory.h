/* SPDX-License-Identifier: ISC */
/*
 * memory.h - when an item should be asked again
 *
 * Layer quiz: may include base.  Pure: no clock, no file, no chance.
 *
 * FSRS-6, the Free Spaced Repetition Scheduler as open-spaced-repetition
 * published it ("The Algorithm", wiki of the repository
 * open-spaced-repetition/awesome-fsrs; J. Ye, J. Su, Y. Cao, "A Stochastic
 * Shortest Path Algorithm for Optimizing Spaced Repetition Scheduling", KDD
 * 2022), with the choices of its reference implementation py-fsrs 6.3 where
 * implementations differ.  Double precision, nothing rounded but intervals.
 *
 * What is known of an item is its stability S, the days until the chance of
 * recalling it has fallen to 0.9, and its difficulty D, from 1 to 10.  Days are
 * numbers that the caller counts (score/day.h: they begin at 04:00 local time),
 * so that a review is on a day and not at a time.
 *
 * There are no steps of minutes and intervals are not fuzzed: a session brings
 * back by itself what was missed, and every program that replays a log must
 * find the same due day.  memory_other.h has both, for comparison.
 */
#ifndef LECTERN_QUIZ_MEMORY_H
#define LECTERN_QUIZ_MEMORY_H

#include <stddef.h>
#include <stdint.h>

/* How well an item was recalled; the numbers are those of the log's `rating`. */
enum memory_rating {
	MEMORY_UNRATED,
	MEMORY_AGAIN,
	MEMORY_HARD,
	MEMORY_GOOD,
	MEMORY_EASY,
	MEMORY_RATING_COUNT
};

enum {
	MEMORY_WEIGHTS = 21,
	MEMORY_LONGEST = 36500, /* [day] an interval at most */
	MEMORY_LEECH = 8,       /* lapses that make a leech, as in Anki */
};

/* What the learner's memory is taken to be like, and what he wants of it. */
struct memory_model {
	double w[MEMORY_WEIGHTS]; /* w0 to w20 of the formulas */
	double retention;         /* chance of recall at which it is due */
	double longest;           /* [day] */
	/* Worked out of w20 and the retention, for that takes long. */
	double factor;  /* FACTOR of the formulas */
	double stretch; /* an interval by FACTOR, per stability */
	/* Where implementations differ.  Ours: 1, 0, 0. */
	int same_day;   /* reviews of one day have a formula of their own */
	int hard_holds; /* in it, Hard does not lower the stability either:
			   fsrs-rs, ts-fsrs */
	int ordered;    /* a better rating has a longer interval by a day at
			   least: ts-fsrs, Anki */
};

/* The default weights, the wanted retention (0.9 if it is not within 0 and 1)
 * and our choices. */
void memory_model_init(struct memory_model *m, double retention);

/* Wants another retention. */
void memory_model_retain(struct memory_model *m, double retention);

/* Takes other weights: 21 of FSRS-6, 19 of FSRS-5 or 17 of FSRS-4.5.  -1, and
 * nothing is changed, for any other number, for a weight that is not finite
 * and for a decay (w20) that is none. */
int memory_model_weights(struct memory_model *m, const double *w, size_t n);

/* What is known of one item; all zero: nothing, it is new. */
struct memory {
	double stability;  /* [day]; 0: new */
	double difficulty; /* from 1, easy, to 10 */
	int64_t day;       /* of the last review */
	int64_t due;       /* the day from which it should be asked again */
	unsigned reps;     /* reviews */
	unsigned lapses;   /* times it was known and then not */
	enum memory_rating last; /* of the last review */
};

/* A review.  One before the day of the last counts as on that day: clocks may
 * go back.  The first makes the state. */
void memory_review(struct memory *m, const struct memory_model *model,
    enum memory_rating rating, int64_t day);

/* The chance of recalling it on a day, 0 to 1; 0 for a new item. */
double memory_recall(
    const struct memory *m, const struct memory_model *model, int64_t day);

/* The chance after any time, in days, with any stability over 0. */
double memory_curve(
    const struct memory_model *model, double days, double stability);

/* Days until recall has fallen to the wanted retention: a whole number, from 1
 * to `longest`. */
double memory_interval(const struct memory_model *model, double stability);

/* The intervals that each rating would give on a day, by rating. */
void memory_intervals(const struct memory *m, const struct memory_model *model,
    int64_t day, double days[MEMORY_RATING_COUNT]);

/* 1 for an item that was reviewed and is due on that day or was before. */
int memory_is_due(const struct memory *m, int64_t day);

/* 1 when so many lapses have just made a leech of an item, with the threshold
 * and half as many later each time; a threshold of 0 makes none. */
int memory_is_leech(unsigned lapses, unsigned threshold);

/* An answer, as far as the memory is concerned; all of it is in the log. */
struct memory_answer {
	double fraction;        /* that was right, less the cost of hints */
	unsigned hints;         /* that were taken */
	int confidence;         /* 1 low to 3 high; 0: not asked */
	enum memory_rating own; /* the learner's own rating, or UNRATED */
	int choice;             /* answers were offered to choose from */
};

/* Below this an answer is no recall. */
#define MEMORY_RECALLED 0.6

/*
 * The rating of an answer: Again below MEMORY_RECALLED; Hard below 1, or with
 * a hint or low confidence; else Good.  The learner's own makes it worse at
 * will, but better only from Good to Easy, and never where he chose.
 */
enum memory_rating memory_rating_of(const struct memory_answer *a);

/* "again", "hard", "good" or "easy"; "" for none. */
const char *memory_rating_name(enum memory_rating rating);

/* The formulas, one by one: for memory_other.h and for tests. */

/* S and D after the first review. */
double memory_first_stability(
    const struct memory_model *m, enum memory_rating rating);
double memory_first_difficulty(
    const struct memory_model *m, enum memory_rating rating);

/* D after another review. */
double memory_next_difficulty(
    const struct memory_model *m, double d, enum memory_rating rating);

/* S after a review on the same day; on a later one when the chance of recall
 * had fallen to `r`, recalled (Hard, Good, Easy) or forgotten (Again). */
double memory_same_day(
    const struct memory_model *m, double s, enum memory_rating rating);
double memory_recalled(const struct memory_model *m, const struct memory *was,
    double r, enum memory_rating rating);
double memory_forgotten(
    const struct memory_model *m, const struct memory *was, double r);

/* The same without the bound that a lapse never raises the stability. */
double memory_forgotten_free(
    const struct memory_model *m, const struct memory *was, double r);

/* S and D of a state after a review so many days after the last. */
void memory_step(struct memory *m, const struct memory_model *model,
    enum memory_rating rating, double days);

#endif

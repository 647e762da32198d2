/* SPDX-License-Identifier: ISC */
/*
 * itemstats.h - how good the questions of a test are
 *
 * Layer score: may include base.  Pure.  Classical test theory, by the formulas
 * of Moodle's quiz statistics (docs.moodle.org, "Quiz statistics
 * calculations"; T. Hunt, 2010), so that an instructor finds the figures that
 * he knows.  A value that cannot be worked out, as with one mark only or
 * marks that are all alike, is NAN.
 */
#ifndef LECTERN_SCORE_ITEMSTATS_H
#define LECTERN_SCORE_ITEMSTATS_H

#include <stddef.h>

/* What a learner earned on the item, and on all other items. */
struct itemstats_mark {
	double mark, other;
};

struct itemstats {
	size_t n;
	double facility; /* mean mark as a part of the greatest one, 0 to 1 */
	double mean, sd;
	double covariance; /* of the mark with the others */
	/* How far who is good at the others is good at it: the correlation, and
	 * the covariance as a part of the greatest that these marks could have;
	 * -100 to 100. */
	double discrimination, efficiency;
	double covariance_all; /* of the mark with the sum of all */
	double weight; /* its part in the spread of the sums, 0 to 100, by
			* itemstats_weigh; NAN where the covariance is below 0 */
};

/* Works out all but the weight. */
void itemstats_item(struct itemstats *s, const struct itemstats_mark *marks,
    size_t n, double max);

/* The weights of the items of a test. */
void itemstats_weigh(struct itemstats *items, size_t n);

struct teststats {
	size_t n;
	double mean, median, sd, skewness, kurtosis;
	double consistency; /* coefficient of internal consistency (Cronbach's
			     * alpha), at most 100 */
	double error_ratio; /* 0 to 100 */
	double error;       /* standard error of a sum */
};

/* Of the sums of `n` learners, which are sorted, over these items. */
void itemstats_test(struct teststats *t, double *sums, size_t n,
    const struct itemstats *items, size_t n_items);

#endif

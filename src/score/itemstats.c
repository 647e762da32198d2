/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "score/itemstats.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

static int
by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return x < y ? -1 : x > y;
}

static void
find_means(
    struct itemstats *s, const struct itemstats_mark *marks, double *other)
{
	size_t i;

	*other = 0;
	for (i = 0; i < s->n; i++) {
		s->mean += marks[i].mark;
		*other += marks[i].other;
	}
	s->mean /= (double)s->n;
	*other /= (double)s->n;
}

/* The covariance that the same marks would have if the best at one were the
 * best at the others; summed up, not divided. */
static double
covariance_max(const struct itemstats *s, const struct itemstats_mark *marks,
    double other_mean)
{
	double *mark = xcalloc(s->n, sizeof(*mark));
	double *other = xcalloc(s->n, sizeof(*other));
	double sum = 0;
	size_t i;

	for (i = 0; i < s->n; i++) {
		mark[i] = marks[i].mark;
		other[i] = marks[i].other;
	}
	qsort(mark, s->n, sizeof(*mark), by_value);
	qsort(other, s->n, sizeof(*other), by_value);
	for (i = 0; i < s->n; i++)
		sum += (mark[i] - s->mean) * (other[i] - other_mean);
	free(mark);
	free(other);
	return sum;
}

/* Rounding leaves a little where there is nothing. */
static int
is_zero(double x)
{
	return fabs(x) < 1e-12;
}

void
itemstats_item(struct itemstats *s, const struct itemstats_mark *marks,
    size_t n, double max)
{
	double other_mean, var = 0, other_var = 0, cov = 0, cov_max;
	size_t i;

	memset(s, 0, sizeof(*s));
	s->n = n;
	s->facility = s->sd = s->covariance = s->discrimination =
	    s->efficiency = s->covariance_all = s->weight = NAN;
	if (n == 0)
		return;
	find_means(s, marks, &other_mean);
	if (max > 0)
		s->facility = s->mean / max;
	if (n == 1)
		return;
	for (i = 0; i < n; i++) {
		double d = marks[i].mark - s->mean;
		double o = marks[i].other - other_mean;

		var += d * d;
		other_var += o * o;
		cov += d * o;
	}
	cov_max = covariance_max(s, marks, other_mean);
	s->sd = sqrt(var / (double)(n - 1));
	s->covariance = cov / (double)(n - 1);
	s->covariance_all = (cov + var) / (double)(n - 1);
	if (!is_zero(var) && !is_zero(other_var))
		s->discrimination = 100 * cov / sqrt(var * other_var);
	if (!is_zero(cov_max))
		s->efficiency = 100 * cov / cov_max;
}

void
itemstats_weigh(struct itemstats *items, size_t n)
{
	double sum = 0;
	size_t i;

	for (i = 0; i < n; i++) {
		if (items[i].covariance_all > 0)
			sum += sqrt(items[i].covariance_all);
	}
	for (i = 0; i < n && sum > 0; i++) {
		if (items[i].covariance_all >= 0)
			items[i].weight =
			    100 * sqrt(items[i].covariance_all) / sum;
	}
}

/* Fisher's k statistics: unbiased by a small number of learners. */
static void
find_shape(struct teststats *t, const double *sums)
{
	double s = (double)t->n, m2 = 0, m3 = 0, m4 = 0, k2, k3, k4;
	size_t i;

	for (i = 0; i < t->n; i++) {
		double d = sums[i] - t->mean;

		m2 += d * d / s;
		m3 += d * d * d / s;
		m4 += d * d * d * d / s;
	}
	if (t->n < 2 || is_zero(m2))
		return;
	k2 = s * m2 / (s - 1);
	t->sd = sqrt(k2);
	if (t->n < 3)
		return;
	k3 = s * s * m3 / ((s - 1) * (s - 2));
	t->skewness = k3 / pow(k2, 1.5);
	if (t->n < 4)
		return;
	k4 = s * s * ((s + 1) * m4 - 3 * (s - 1) * m2 * m2) /
	    ((s - 1) * (s - 2) * (s - 3));
	t->kurtosis = k4 / (k2 * k2);
}

void
itemstats_test(struct teststats *t, double *sums, size_t n,
    const struct itemstats *items, size_t n_items)
{
	double k = (double)n_items, var = 0;
	size_t i;

	memset(t, 0, sizeof(*t));
	t->n = n;
	t->mean = t->median = t->sd = t->skewness = t->kurtosis =
	    t->consistency = t->error_ratio = t->error = NAN;
	if (n == 0)
		return;
	qsort(sums, n, sizeof(*sums), by_value);
	t->median = (sums[(n - 1) / 2] + sums[n / 2]) / 2;
	t->mean = 0;
	for (i = 0; i < n; i++)
		t->mean += sums[i] / (double)n;
	find_shape(t, sums);
	for (i = 0; i < n_items; i++)
		var += items[i].sd * items[i].sd;
	if (n_items < 2 || !(t->sd > 0))
		return;
	t->consistency = 100 * k / (k - 1) * (1 - var / (t->sd * t->sd));
	t->error_ratio = 100 * sqrt(1 - t->consistency / 100);
	t->error = t->error_ratio * t->sd / 100;
}

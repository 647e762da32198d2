/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "quiz/memory_other.h"

#include <math.h>

static const double day_s = 86400;

double
steps_delay(const double *delay, size_t n, size_t at, enum memory_rating rating)
{
	if (n == 0 || rating == MEMORY_EASY)
		return -1;
	if (at >= n)
		at = n - 1;
	if (rating == MEMORY_AGAIN)
		return delay[0];
	if (rating == MEMORY_GOOD)
		return at + 1 < n ? delay[at + 1] : -1;
	if (at > 0)
		return delay[at];
	if (n == 1)
		return fmin(delay[0] * 1.5, delay[0] + day_s);
	return (delay[0] + delay[1]) / 2;
}

double
steps_review(struct steps_item *it, const struct memory_model *model,
    const struct steps *steps, enum memory_rating rating, double days)
{
	int relearns =
	    it->state == STEPS_RELEARNING || it->state == STEPS_REVIEW;
	const double *delay = relearns ? steps->relearn : steps->learn;
	size_t n = relearns ? steps->n_relearn : steps->n_learn;
	double wait = -1;

	memory_step(&it->memory, model, rating, days);
	if (it->state != STEPS_REVIEW || rating == MEMORY_AGAIN)
		wait = steps_delay(delay, n, it->step, rating);
	if (wait < 0) {
		it->state = STEPS_REVIEW;
		it->step = 0;
		return day_s * memory_interval(model, it->memory.stability);
	}
	if (it->state == STEPS_REVIEW)
		it->state = STEPS_RELEARNING;
	if (rating == MEMORY_AGAIN)
		it->step = 0;
	else if (rating == MEMORY_GOOD)
		it->step++;
	return wait;
}

static double
clamp(double x, double lo, double hi)
{
	return x < lo ? lo : x > hi ? hi : x;
}

static double
fuzz_delta(double days)
{
	static const struct {
		double from, to, part;
	} range[] = {
		{ 2.5, 7, .15 },
		{ 7, 20, .1 },
		{ 20, INFINITY, .05 },
	};
	double delta = 1;
	size_t i;

	if (days < range[0].from)
		return 0;
	for (i = 0; i < sizeof(range) / sizeof(range[0]); i++)
		delta += range[i].part *
		    fmax(0, fmin(days, range[i].to) - range[i].from);
	return delta;
}

double
fuzz_interval(double days, double least, double most, double f)
{
	double delta = fuzz_delta(days), lo, hi;

	least = fmin(least, most);
	days = clamp(days, least, most);
	lo = clamp(round(days - delta), least, most);
	hi = clamp(round(days + delta), least, most);
	if (hi == lo && hi > 2 && hi < most)
		hi = lo + 1;
	return floor(lo + f * (1 + hi - lo));
}

/* S = max(I, 0.001) * FACTOR / (r^(1/DECAY) - 1), and D solves for the ease:
 * 11 - (ease - 1) / (e^w8 * S^-w9 * (e^(w10 * (1 - r)) - 1)) */
void
memory_from_sm2(struct memory *m, const struct memory_model *model, double ease,
    double days, double retention)
{
	const double *w = model->w;
	double grows;

	m->stability = fmax(days, 0.001) * model->factor /
	    (pow(retention, -1 / w[20]) - 1);
	grows = exp(w[8]) * pow(m->stability, -w[9]) *
	    (exp(w[10] * (1 - retention)) - 1);
	m->difficulty = clamp(11 - (ease - 1) / grows, 1, 10);
}

static double
sm2_interval(const struct sm2 *m)
{
	if (m->n <= 2)
		return m->n == 1 ? 1 : 6;
	return ceil(m->interval * m->ease);
}

double
sm2_review(struct sm2 *m, int answer)
{
	int off = 5 - answer;

	if (m->ease == 0)
		m->ease = 2.5;
	if (m->repeats) {
		m->repeats = answer < 4;
		return m->repeats ? 0 : m->interval;
	}
	if (answer >= 3) {
		m->ease = fmax(1.3, m->ease + 0.1 - off * (0.08 + off * 0.02));
		m->n++;
		m->interval = sm2_interval(m);
	} else {
		m->n = 0;
		m->interval = 0;
	}
	m->repeats = answer < 4;
	return m->repeats ? 0 : m->interval;
}

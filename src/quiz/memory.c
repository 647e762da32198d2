/* SPDX-License-Identifier: ISC */
/*
 * The formulas are those of FSRS-6, with its names: S stability, D difficulty,
 * G rating, R retrievability, w the weights.
 */
#include "config.h"

#include "quiz/memory.h"

#include <assert.h>
#include <math.h>
#include <string.h>

static const double stability_min = 0.001, stability_max = 36500;

/* py-fsrs 6.3, DEFAULT_PARAMETERS. */
static const double default_weights[MEMORY_WEIGHTS] = { 0.212, 1.2931, 2.3065,
	8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
	0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658,
	0.1542 };

/* FACTOR = 0.9^(1/DECAY) - 1, so that R(S, S) = 0.9; DECAY = -w20. */
static void
derive(struct memory_model *m)
{
	m->factor = pow(0.9, -1 / m->w[20]) - 1;
	m->stretch = pow(m->retention, -1 / m->w[20]) - 1;
}

void
memory_model_init(struct memory_model *m, double retention)
{
	memset(m, 0, sizeof(*m));
	memcpy(m->w, default_weights, sizeof(m->w));
	m->longest = MEMORY_LONGEST;
	m->same_day = 1;
	memory_model_retain(m, retention);
}

void
memory_model_retain(struct memory_model *m, double retention)
{
	if (!(retention > 0 && retention <= 1))
		retention = 0.9;
	if (retention == m->retention)
		return;
	m->retention = retention;
	derive(m);
}

/* fsrs-rs, check_and_fill_parameters: what FSRS-6 added stands at the end, and
 * its values here leave the older formulas as they were. */
int
memory_model_weights(struct memory_model *m, const double *w, size_t n)
{
	size_t i;

	if (n != 17 && n != 19 && n != MEMORY_WEIGHTS)
		return -1;
	if (n == MEMORY_WEIGHTS && !(w[20] > 0))
		return -1;
	for (i = 0; i < n; i++) {
		if (!isfinite(w[i]))
			return -1;
	}
	memset(m->w, 0, sizeof(m->w));
	memcpy(m->w, w, n * sizeof(*w));
	if (n < MEMORY_WEIGHTS)
		m->w[20] = 0.5;
	if (n == 17) {
		m->w[4] = w[5] * 2 + w[4];
		m->w[5] = log(w[5] * 3 + 1) / 3;
		m->w[6] = w[6] + 0.5;
	}
	derive(m);
	return 0;
}

static double
clamp(double x, double lo, double hi)
{
	return x < lo ? lo : x > hi ? hi : x;
}

static double
clamp_stability(double s)
{
	return clamp(s, stability_min, stability_max);
}

/* R(t, S) = (1 + FACTOR * t / S)^DECAY */
double
memory_curve(const struct memory_model *m, double days, double stability)
{
	return pow(1 + m->factor * days / stability, -m->w[20]);
}

/* I(r, S) = S / FACTOR * (r^(1/DECAY) - 1), to the nearest day */
double
memory_interval(const struct memory_model *m, double stability)
{
	double days = stability / m->factor * m->stretch;

	return clamp(round(days), 1, m->longest);
}

/* S0(G) = w[G - 1] */
double
memory_first_stability(const struct memory_model *m, enum memory_rating rating)
{
	return clamp_stability(m->w[rating - 1]);
}

/* D0(G) = w4 - e^(w5 * (G - 1)) + 1 */
static double
first_difficulty(const struct memory_model *m, enum memory_rating rating)
{
	return m->w[4] - exp(m->w[5] * ((int)rating - 1)) + 1;
}

double
memory_first_difficulty(const struct memory_model *m, enum memory_rating rating)
{
	return clamp(first_difficulty(m, rating), 1, 10);
}

/*
 * D' = D - w6 * (G - 3) * (10 - D) / 9, damped towards 10;
 * D'' = w7 * D0(Easy) + (1 - w7) * D', drawn to the mean; D0 is not clamped.
 */
double
memory_next_difficulty(
    const struct memory_model *m, double d, enum memory_rating rating)
{
	double next = d - m->w[6] * ((int)rating - 3) * (10 - d) / 9;

	next =
	    m->w[7] * first_difficulty(m, MEMORY_EASY) + (1 - m->w[7]) * next;
	return clamp(next, 1, 10);
}

/* S' = S * e^(w17 * (G - 3 + w18)) * S^-w19; Good and Easy never lower it */
double
memory_same_day(
    const struct memory_model *m, double s, enum memory_rating rating)
{
	double grows =
	    exp(m->w[17] * ((int)rating - 3 + m->w[18])) * pow(s, -m->w[19]);

	if (rating >= (m->hard_holds ? MEMORY_HARD : MEMORY_GOOD) && grows < 1)
		grows = 1;
	return clamp_stability(s * grows);
}

/* S' = S * (1 + e^w8 * (11 - D) * S^-w9 * (e^(w10 * (1 - R)) - 1)
 *            * (w15 if Hard) * (w16 if Easy)) */
double
memory_recalled(const struct memory_model *m, const struct memory *was,
    double r, enum memory_rating rating)
{
	double s = was->stability;
	double grows = exp(m->w[8]) * (11 - was->difficulty) *
	    pow(s, -m->w[9]) * (exp(m->w[10] * (1 - r)) - 1);

	if (rating == MEMORY_HARD)
		grows *= m->w[15];
	else if (rating == MEMORY_EASY)
		grows *= m->w[16];
	return clamp_stability(s * (1 + grows));
}

/* S' = w11 * D^-w12 * ((S + 1)^w13 - 1) * e^(w14 * (1 - R)) */
double
memory_forgotten_free(
    const struct memory_model *m, const struct memory *was, double r)
{
	return m->w[11] * pow(was->difficulty, -m->w[12]) *
	    (pow(was->stability + 1, m->w[13]) - 1) * exp(m->w[14] * (1 - r));
}

/* The same, and no more than S / e^(w17 * w18) */
double
memory_forgotten(
    const struct memory_model *m, const struct memory *was, double r)
{
	double most = was->stability;

	if (m->same_day)
		most /= exp(m->w[17] * m->w[18]);
	return clamp_stability(fmin(memory_forgotten_free(m, was, r), most));
}

void
memory_step(struct memory *m, const struct memory_model *model,
    enum memory_rating rating, double days)
{
	double r;

	assert(rating > MEMORY_UNRATED && rating < MEMORY_RATING_COUNT);
	if (m->stability <= 0) {
		m->stability = memory_first_stability(model, rating);
		m->difficulty = memory_first_difficulty(model, rating);
		return;
	}
	/* The new stability hangs on the old difficulty. */
	if (days < 1 && model->same_day) {
		m->stability = memory_same_day(model, m->stability, rating);
	} else {
		r = memory_curve(model, days, m->stability);
		m->stability = rating == MEMORY_AGAIN
		    ? memory_forgotten(model, m, r)
		    : memory_recalled(model, m, r, rating);
	}
	m->difficulty = memory_next_difficulty(model, m->difficulty, rating);
}

static double
elapsed(const struct memory *m, int64_t day)
{
	return m->reps == 0 || day < m->day ? 0 : (double)(day - m->day);
}

/* ts-fsrs, LongTermScheduler.next_interval: again <= hard < good < easy. */
static void
put_in_order(double days[MEMORY_RATING_COUNT], double longest)
{
	int g;

	days[MEMORY_AGAIN] = fmin(days[MEMORY_AGAIN], days[MEMORY_HARD]);
	for (g = MEMORY_HARD; g <= MEMORY_EASY; g++)
		days[g] = fmin(longest, fmax(days[g], days[g - 1] + 1));
}

void
memory_intervals(const struct memory *m, const struct memory_model *model,
    int64_t day, double days[MEMORY_RATING_COUNT])
{
	struct memory next;
	int g;

	days[MEMORY_UNRATED] = 0;
	for (g = MEMORY_AGAIN; g < MEMORY_RATING_COUNT; g++) {
		next = *m;
		memory_step(
		    &next, model, (enum memory_rating)g, elapsed(m, day));
		days[g] = memory_interval(model, next.stability);
	}
	if (model->ordered)
		put_in_order(days, model->longest);
}

void
memory_review(struct memory *m, const struct memory_model *model,
    enum memory_rating rating, int64_t day)
{
	double days[MEMORY_RATING_COUNT];

	/* The other ratings matter only where they are put in order. */
	if (model->ordered)
		memory_intervals(m, model, day, days);
	memory_step(m, model, rating, elapsed(m, day));
	if (!model->ordered)
		days[rating] = memory_interval(model, m->stability);
	if (m->reps == 0 || day > m->day)
		m->day = day;
	m->due = m->day + (int64_t)days[rating];
	if (rating == MEMORY_AGAIN && m->reps > 0 && m->last != MEMORY_AGAIN)
		m->lapses++;
	m->reps++;
	m->last = rating;
}

double
memory_recall(
    const struct memory *m, const struct memory_model *model, int64_t day)
{
	if (m->reps == 0)
		return 0;
	return memory_curve(model, elapsed(m, day), m->stability);
}

int
memory_is_due(const struct memory *m, int64_t day)
{
	return m->reps > 0 && m->due <= day;
}

/* Anki, leech_threshold: at T lapses, then every half of T, rounded up. */
int
memory_is_leech(unsigned lapses, unsigned threshold)
{
	unsigned half = threshold / 2 + threshold % 2;

	return threshold > 0 && lapses >= threshold &&
	    (lapses - threshold) % half == 0;
}

enum memory_rating
memory_rating_of(const struct memory_answer *a)
{
	enum memory_rating rating = MEMORY_GOOD;

	if (!(a->fraction >= MEMORY_RECALLED))
		rating = MEMORY_AGAIN;
	else if (a->fraction < 1 || a->hints > 0 || a->confidence == 1)
		rating = MEMORY_HARD;
	if (a->own != MEMORY_UNRATED && a->own < rating)
		return a->own;
	if (a->own == MEMORY_EASY && rating == MEMORY_GOOD && !a->choice)
		return MEMORY_EASY;
	return rating;
}

const char *
memory_rating_name(enum memory_rating rating)
{
	static const char *const names[MEMORY_RATING_COUNT] = {
		[MEMORY_UNRATED] = "",
		[MEMORY_AGAIN] = "again",
		[MEMORY_HARD] = "hard",
		[MEMORY_GOOD] = "good",
		[MEMORY_EASY] = "easy",
	};

	assert(rating < MEMORY_RATING_COUNT);
	return names[rating];
}

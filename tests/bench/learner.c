/* SPDX-License-Identifier: ISC */
/*
 * learner.c - a learner who forgets by a known curve, drilled for 90 days
 *
 *	learner [SEEDS]
 *
 * What is drilled by lectern's own sessions, review and learn, is set beside
 * a fixed weekly schedule that has the same number of answers on every day.
 * For each seed a line: answers a day, how many days a round of the weekly
 * schedule took, recall on the last day of both, and 30 days later.  Exit status
 * 1 unless lectern's is the higher, each time.
 *
 * The learner is not the scheduler's model.  His chance of recalling an item
 * t days after he saw it last is 2^(-t/h) (half-life regression: B. Settles,
 * B. Meeder, "A Trainable Spaced Repetition Model for Language Learning", ACL
 * 2016); the power law with other parameters for each item that FSRS believes
 * in is nowhere here.  The half-life h differs by item from the first day, by a
 * factor of 4 up and down; a recall makes it longer by a factor that is the
 * greater the nearer it was to be forgotten (the spacing effect) and differs by
 * item, too; forgetting halves it, but never to less than it was at first.
 * Whoever missed an item sees the answer and misses it the next time on the
 * same day once in ten times.
 *
 * Both schedules teach the same new items on the same days and have the same
 * number of answers for it.  The weekly one goes round: an item that was asked
 * comes again when all others were, what is missed at once until it is known.
 * With these figures that is about once a week, and not less often.
 */
#include "config.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/xalloc.h"
#include "quiz/answer.h"
#include "quiz/bank.h"
#include "quiz/memory.h"
#include "quiz/rng.h"
#include "quiz/session.h"
#include "xml/xml.h"

enum {
	ITEMS = 120,
	NEW_A_DAY = 4,
	DAYS = 90,
	LATER = 30, /* days after the last */
	SEEDS = 10,
};

/* What the learner really knows of an item. */
struct trace {
	double half_life; /* [day]; 0: never seen */
	double first;     /* what it is once it was seen */
	double gain;      /* of a recall that was all but lost */
	int seen;         /* day */
	int missed_today; /* and not recalled since */
	struct rng rng;
};

struct learner {
	struct trace trace[ITEMS];
};

static double
chance(struct rng *r)
{
	return rng_next(r) / 4294967296.0;
}

/* From 1/spread to spread, as likely in each octave. */
static double
spread_by(struct rng *r, double spread)
{
	return pow(spread, 2 * chance(r) - 1);
}

static void
learner_init(struct learner *l, uint64_t seed)
{
	int i;

	memset(l, 0, sizeof(*l));
	for (i = 0; i < ITEMS; i++) {
		struct trace *t = &l->trace[i];

		rng_init(&t->rng, seed, (uint64_t)i + 1);
		t->first = 3 * spread_by(&t->rng, 4);
		t->gain = 3 * spread_by(&t->rng, 2);
	}
}

/* The chance of recalling an item on a day. */
static double
recall_of(const struct trace *t, int day)
{
	if (t->half_life <= 0)
		return 0;
	if (t->missed_today && t->seen == day)
		return 0.9;
	return pow(2, -(day - t->seen) / t->half_life);
}

/* The learner is asked; 1 if he knows it.  Then he sees the answer. */
static int
learner_asked(struct learner *l, int item, int day)
{
	struct trace *t = &l->trace[item];
	double p = recall_of(t, day);
	int knows = chance(&t->rng) < p;

	if (t->half_life <= 0)
		t->half_life = t->first;
	else if (knows && day > t->seen)
		t->half_life *= 1 + t->gain * (1 - p);
	else if (!knows && day > t->seen)
		t->half_life = fmax(t->first, t->half_life / 2);
	t->missed_today = !knows;
	t->seen = day;
	return knows;
}

static double
recall(const struct learner *l, int day)
{
	double sum = 0;
	int i;

	for (i = 0; i < ITEMS; i++)
		sum += recall_of(&l->trace[i], day);
	return sum / ITEMS;
}

/* A course of items each about a passage of its own, "p0" and so on. */
static struct bank *
make_bank(void)
{
	struct bank *bank = bank_new();
	struct xml_source source = { .path = "learner.xml" };
	struct buf b = BUF_INIT;
	struct diags d;
	int i;

	diags_init(&d);
	buf_adds(&b, "<quiz xmlns='urn:lectern:quiz:1'>");
	for (i = 0; i < ITEMS; i++)
		buf_printf(&b,
		    "<truefalse xml:id='i%d' about='#p%d' answer='true'>"
		    "<stem>?</stem></truefalse>",
		    i, i);
	buf_adds(&b, "</quiz>");
	source.data = b.s;
	source.len = b.len;
	if (bank_load_source(bank, &source, &d) == -1 || d.all.n > 0)
		exit(99);
	diags_release(&d);
	buf_release(&b);
	return bank;
}

/* A drill by lectern's sessions. */
struct drill {
	struct learner learner;
	struct memory_model model;
	struct memory memory[ITEMS];
	int day;
	int answers; /* on this day */
};

/* Items that are new today. */
static int
is_new_today(void *ctx, const char *about)
{
	const struct drill *d = ctx;
	int item = atoi(about + 1);

	return item / NEW_A_DAY == d->day;
}

static void
known(void *ctx, const struct item *it, struct item_state *state)
{
	const struct drill *d = ctx;

	state->memory = d->memory[it->index];
}

static void
answer(struct drill *d, struct session *s)
{
	const struct item *it = session_item(s);
	int knows = learner_asked(&d->learner, (int)it->index, d->day);
	struct response r;

	response_init(&r);
	if (answer_parse(&r, it, session_order(s), knows ? "t" : "f", 1) != 0)
		exit(99);
	session_answer(s, &r);
	memory_review(
	    &d->memory[it->index], &d->model, session_last(s)->rating, d->day);
	session_next(s);
	response_release(&r);
	d->answers++;
}

static void
sit(struct drill *d, const struct bank *bank, enum session_mode mode,
    uint64_t seed)
{
	struct session_setup setup = { .bank = bank, .mode = mode };
	struct session *s;

	setup.seed = seed;
	setup.today = d->day;
	setup.known = known;
	setup.known_ctx = d;
	setup.ctx = d;
	if (mode == SESSION_LEARN)
		setup.wants = is_new_today;
	s = session_new(&setup);
	while (session_item(s) != NULL)
		answer(d, s);
	session_free(s);
}

/* The fixed schedule. */
struct weekly {
	struct learner learner;
	int asked[ITEMS]; /* day */
	int day, left;
	int answers;
	int round, rounds; /* days since an item was asked last, summed up */
};

/* Asks an item until it is known. */
static void
weekly_ask(struct weekly *w, int item)
{
	w->asked[item] = w->day;
	while (w->left > 0) {
		w->left--;
		w->answers++;
		if (learner_asked(&w->learner, item, w->day))
			break;
	}
}

/* The item that was asked longest ago, and not today; -1: none. */
static int
longest_ago(const struct weekly *w, int seen)
{
	int i, found = -1;

	for (i = 0; i < seen; i++) {
		if (w->asked[i] < w->day &&
		    (found == -1 || w->asked[i] < w->asked[found]))
			found = i;
	}
	return found;
}

/* What is left of one day's answers is for the next: then all were asked. */
static void
weekly_day(struct weekly *w, int day, int answers)
{
	int first = day * NEW_A_DAY, item, i;

	w->day = day;
	w->left += answers;
	for (i = first; i < first + NEW_A_DAY && i < ITEMS; i++)
		weekly_ask(w, i);
	while (w->left > 0) {
		item = longest_ago(w, first < ITEMS ? first : ITEMS);
		if (item == -1)
			break;
		w->round += day - w->asked[item];
		w->rounds++;
		weekly_ask(w, item);
	}
}

struct outcome {
	int answers, most; /* ours in all, and on one day */
	int weekly_answers;
	double round; /* [day] */
	double ours[2], weekly[2];
};

static void
drill(struct outcome *o, const struct bank *bank, uint64_t seed)
{
	struct drill *d = xcalloc(1, sizeof(*d));
	struct weekly *w = xcalloc(1, sizeof(*w));
	int day;

	memset(o, 0, sizeof(*o));
	memory_model_init(&d->model, 0);
	learner_init(&d->learner, seed);
	learner_init(&w->learner, seed);
	for (day = 0; day < DAYS; day++) {
		d->day = day;
		d->answers = 0;
		sit(d, bank, SESSION_REVIEW, seed * DAYS + (uint64_t)day);
		if (day * NEW_A_DAY < ITEMS)
			sit(d, bank, SESSION_LEARN,
			    seed * DAYS + (uint64_t)day);
		weekly_day(w, day, d->answers);
		o->answers += d->answers;
		if (d->answers > o->most)
			o->most = d->answers;
	}
	o->weekly_answers = w->answers;
	o->round = w->rounds > 0 ? (double)w->round / w->rounds : 0;
	o->ours[0] = recall(&d->learner, DAYS);
	o->ours[1] = recall(&d->learner, DAYS + LATER);
	o->weekly[0] = recall(&w->learner, DAYS);
	o->weekly[1] = recall(&w->learner, DAYS + LATER);
	free(d);
	free(w);
}

static void
put(const char *name, const struct outcome *o)
{
	printf("%-4s %6.1f %6.1f %5d %6.1f   %6.3f %6.3f   %6.3f %6.3f\n", name,
	    (double)o->answers / DAYS, (double)o->weekly_answers / DAYS,
	    o->most, o->round, o->ours[0], o->weekly[0], o->ours[1],
	    o->weekly[1]);
}

int
main(int argc, char **argv)
{
	int seeds = argc > 1 ? atoi(argv[1]) : SEEDS, seed, i, worse = 0;
	struct bank *bank = make_bank();
	struct outcome sum = { 0 }, o;
	char name[24];

	printf("%d items, %d new a day, %d days\n", ITEMS, NEW_A_DAY, DAYS);
	printf("     answers a day        round   recall day %d   day %d\n",
	    DAYS, DAYS + LATER);
	printf("seed   ours weekly  most   days     ours weekly     ours "
	       "weekly\n");
	for (seed = 1; seed <= seeds; seed++) {
		drill(&o, bank, (uint64_t)seed);
		snprintf(name, sizeof(name), "%d", seed);
		put(name, &o);
		sum.answers += o.answers;
		sum.weekly_answers += o.weekly_answers;
		sum.round += o.round / seeds;
		sum.most = o.most > sum.most ? o.most : sum.most;
		for (i = 0; i < 2; i++) {
			sum.ours[i] += o.ours[i] / seeds;
			sum.weekly[i] += o.weekly[i] / seeds;
			worse += o.ours[i] <= o.weekly[i];
		}
	}
	sum.answers /= seeds > 0 ? seeds : 1;
	sum.weekly_answers /= seeds > 0 ? seeds : 1;
	put("mean", &sum);
	bank_free(bank);
	return worse > 0;
}

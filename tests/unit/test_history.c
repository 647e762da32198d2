/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <string.h>

#include "base/buf.h"
#include "course/history.h"
#include "course/progress.h"
#include "quiz/session.h"
#include "quiz_fixture.h"
#include "score/event.h"
#include "unit.h"

static struct bank *
make_bank(void)
{
	return fixture_bank(
	    "<truefalse xml:id='a' about='p' answer='true'>"
	    "<stem>A?</stem></truefalse>"
	    "<short xml:id='b' about='p' rev='2'><stem>B?</stem>"
	    "<accept>bee</accept></short>");
}

static void
add_session(struct history *h, const char *sess, const char *mode)
{
	struct event e = { .kind = EVENT_SESSION, .sess = sess, .mode = mode };

	e.day = 100;
	history_add(h, &e);
}

static struct event
answer(const char *id, const char *item, double frac, int64_t day)
{
	struct event e = { .kind = EVENT_ANSWER, .id = id, .item = item };

	e.frac = frac;
	e.day = day;
	e.sess = "s";
	return e;
}

static const struct history_item *
state_of(const struct bank *bank, const struct history *h, const char *id)
{
	return history_item(h, bank_item(bank, id));
}

/* In whatever order the events come; another with each. */
static void
test_seed(void **state)
{
	struct bank *bank = make_bank();
	struct history *one = history_new(bank), *other = history_new(bank);
	struct event a = answer("1", "a", 1, 100), b = answer("2", "b", 0, 101);
	uint64_t before;

	(void)state;
	a.ts = 5000;
	b.ts = 6000;
	history_add(one, &a);
	before = history_seed(one);
	assert_true(before != history_seed(other));
	history_add(one, &b);
	assert_true(before != history_seed(one));
	history_add(other, &b);
	history_add(other, &a);
	assert_true(history_seed(one) == history_seed(other));
	assert_true(history_seed(one) <= INT64_MAX);
	history_free(one);
	history_free(other);
	bank_free(bank);
}

/* Learners who have answered nothing yet are not asked the same, either. */
static void
test_seed_learner(void **state)
{
	struct bank *bank = make_bank();
	static const struct {
		const char *course, *learner;
		int same;
	} rows[] = {
		{ "kites", "ada", 1 },
		{ "kites", "bob", 0 },
		{ "boats", "ada", 0 },
	};
	uint64_t seed = 0;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct history *h = history_new(bank);

		history_read(
		    h, "/nowhere", rows[i].course, rows[i].learner, NULL);
		if (i == 0)
			seed = history_seed(h);
		assert_int_equal(history_seed(h) == seed, rows[i].same);
		history_free(h);
	}
	bank_free(bank);
}

static void
test_review(void **state)
{
	struct bank *bank = make_bank();
	struct history *h = history_new(bank);
	struct event e = answer("1", "a", 1, 100);
	struct memory_model model;
	struct memory m = { 0 };
	const struct history_item *a;

	(void)state;
	add_session(h, "s", "learn");
	history_add(h, &e);
	e = answer("2", "a", 0, 103);
	e.conf = 3;
	e.danger = 1;
	history_add(h, &e);
	history_settle(h);
	memory_model_init(&model, 0.9);
	memory_review(&m, &model, MEMORY_GOOD, 100);
	memory_review(&m, &model, MEMORY_AGAIN, 103);
	a = state_of(bank, h, "a");
	assert_memory_equal(&a->memory, &m, sizeof(m));
	assert_int_equal(a->answers, 2);
	assert_true(a->wrong && a->danger);
	assert_int_equal(a->confidence, 3);
	history_free(h);
	bank_free(bank);
}

/* Each quiz says how well its items are to be kept, also where their answers
 * come in turn. */
static void
test_retention(void **state)
{
	static const struct {
		const char *item;
		double retention;
	} rows[] = { { "a", 0.8 }, { "b", 0.95 }, { "gone", 0.9 } };
	enum { ROWS = sizeof(rows) / sizeof(*rows) };
	struct bank *bank = bank_new();
	struct history *h;
	struct memory m[ROWS] = { 0 };
	struct diags d;

	(void)state;
	diags_init(&d);
	fixture_load(bank, "a.xml",
	    "<settings retention='0.8'/><truefalse xml:id='a' about='p' "
	    "answer='true'><stem>A?</stem></truefalse>",
	    &d);
	fixture_load(bank, "b.xml",
	    "<settings retention='0.95'/><truefalse xml:id='b' about='p' "
	    "answer='true'><stem>B?</stem></truefalse>",
	    &d);
	assert_int_equal(d.all.n, 0);
	h = history_new(bank);
	add_session(h, "s", "learn");
	for (size_t i = 0; i < 3 * ROWS; i++) {
		int64_t day = 100 + 10 * (int64_t)i;
		struct event e = answer("", rows[i % ROWS].item, 1, day);
		struct memory_model model;

		history_add(h, &e);
		memory_model_init(&model, rows[i % ROWS].retention);
		memory_review(&m[i % ROWS], &model, MEMORY_GOOD, day);
	}
	history_settle(h);
	assert_int_equal(history_items(h), ROWS);
	for (size_t i = 0; i < ROWS; i++) {
		const struct memory *is = &history_item_at(h, i)->memory;

		assert_int_equal(is->due, m[i].due);
		assert_true(is->stability == m[i].stability);
	}
	history_free(h);
	bank_free(bank);
	diags_release(&d);
}

/* A wrong option that does harm, chosen surely, comes back first, before what
 * was due long ago. */
static void
test_danger_first(void **state)
{
	struct bank *bank = make_bank();
	struct history *h = history_new(bank);
	struct history_known known = { h, 200 };
	struct session_setup setup = { .bank = bank, .mode = SESSION_REVIEW };
	struct event e = answer("1", "b", 0, 100);
	int sure;

	(void)state;
	for (sure = 2; sure <= 3; sure++) {
		struct session *s;

		history_free(h);
		known.history = h = history_new(bank);
		add_session(h, "s", "learn");
		e = answer("1", "b", 0, 100);
		history_add(h, &e);
		e = answer("2", "a", 0, 190);
		e.conf = sure;
		e.danger = 1;
		history_add(h, &e);
		history_settle(h);
		setup.known = history_known;
		setup.known_ctx = &known;
		setup.today = known.today;
		s = session_new(&setup);
		assert_string_equal(session_item(s)->id, sure == 3 ? "a" : "b");
		session_free(s);
	}
	history_free(h);
	bank_free(bank);
}

/* What each mode does to the memory of an item that was answered wrong. */
static void
test_modes(void **state)
{
	static const struct {
		const char *mode;
		unsigned reps;
		int wrong, due;
	} cases[] = {
		{ "learn", 2, 1, 1 },
		{ "review", 2, 1, 1 },
		{ "mistakes", 2, 1, 1 },
		{ "cram", 1, 1, 0 },
		{ "exam", 1, 1, 1 },
		{ "pretest", 1, 0, 0 },
		{ "of another program", 2, 1, 1 },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct bank *bank = make_bank();
		struct history *h = history_new(bank);
		struct event e = answer("1", "b", 1, 100);
		const struct history_item *a;

		e.sess = "elsewhere";
		e.rating = MEMORY_EASY; /* a week */
		history_add(h, &e);
		add_session(h, "s", cases[i].mode);
		e = answer("2", "b", 0, 101);
		history_add(h, &e);
		history_settle(h);
		a = state_of(bank, h, "b");
		assert_int_equal(a->memory.reps, cases[i].reps);
		assert_int_equal(a->wrong, cases[i].wrong);
		/* Again is due a day later. */
		assert_int_equal(memory_is_due(&a->memory, 102), cases[i].due);
		history_free(h);
		bank_free(bank);
	}
}

static void
test_corrections(void **state)
{
	struct bank *bank = make_bank();
	struct history *h = history_new(bank);
	static const char *const refs[] = { "2", NULL };
	struct event e;

	(void)state;
	e = answer("1", "a", 0, 100);
	history_add(h, &e);
	e = (struct event){ .kind = EVENT_UNDO, .ref = "1", .day = 100 };
	history_add(h, &e);
	/* The regrade stands before the answer, as in a file of its own. */
	e = (struct event){ .kind = EVENT_REGRADE, .refs = refs, .frac = 1 };
	history_add(h, &e);
	e = answer("2", "b", 0, 100);
	e.rev = 2;
	history_add(h, &e);
	e = answer("3", "b", 0, 101);
	e.rev = 1; /* another question, by now */
	history_add(h, &e);
	history_settle(h);
	assert_int_equal(state_of(bank, h, "a")->answers, 0);
	assert_int_equal(state_of(bank, h, "a")->memory.reps, 0);
	assert_int_equal(state_of(bank, h, "b")->answers, 1);
	assert_int_equal(state_of(bank, h, "b")->memory.last, MEMORY_GOOD);
	assert_false(state_of(bank, h, "b")->wrong);
	history_free(h);
	bank_free(bank);
}

static void
mark(struct history *h, const char *name, int off, int64_t day)
{
	struct event e = { .kind = EVENT_MARK, .mark = name, .item = "a" };

	e.off = off;
	e.day = day;
	history_add(h, &e);
}

static int
is_held(const struct bank *bank, const struct history *h, int64_t day)
{
	struct history_known known = { h, day };
	struct item_state state;

	memset(&state, 0, sizeof(state));
	history_known(&known, bank_item(bank, "a"), &state);
	return state.held;
}

static void
test_marks(void **state)
{
	struct bank *bank = make_bank();
	struct history *h = history_new(bank);

	(void)state;
	mark(h, "bury", 0, 100);
	assert_true(is_held(bank, h, 100));
	assert_false(is_held(bank, h, 101));
	mark(h, "suspend", 0, 100);
	assert_true(is_held(bank, h, 101));
	mark(h, "suspend", 1, 102);
	assert_false(is_held(bank, h, 102));
	mark(h, "flag", 0, 102);
	mark(h, "wrong", 0, 102);
	assert_true(state_of(bank, h, "a")->flagged);
	assert_true(state_of(bank, h, "a")->reported);
	history_free(h);
	bank_free(bank);
}

static void
test_bounds(void **state)
{
	struct bank *bank = make_bank();
	struct history *h = history_new(bank);
	struct event e = answer("1", "a", 1, 100);

	(void)state;
	history_until(h, 101);
	history_without(h, "this one");
	history_add(h, &e);
	e = answer("2", "a", 1, 102);
	history_add(h, &e);
	e = answer("3", "a", 1, 101);
	e.sess = "this one";
	history_add(h, &e);
	e = answer("4", "no such item", 1, 100);
	history_add(h, &e);
	history_settle(h);
	assert_int_equal(state_of(bank, h, "a")->answers, 1);
	history_free(h);
	bank_free(bank);
}

/* What a learner stands at who answered "a", on the same day. */
static enum progress_grade
grade_after(double frac, const char *more)
{
	struct buf body = BUF_INIT;
	struct bank *bank;
	struct history *h;
	struct event e = answer("1", "a", frac, 100);
	struct progress_scope scope = { .day = 100 };
	struct progress all;

	buf_printf(&body,
	    "<truefalse xml:id='a' about='p' answer='true'><stem>A?</stem>"
	    "</truefalse>%s",
	    more);
	bank = fixture_bank(body.s);
	h = history_new(bank);
	add_session(h, "s", "learn");
	history_add(h, &e);
	history_settle(h);
	scope.history = h;
	scope.bank = bank;
	progress_all(&all, &scope);
	history_free(h);
	bank_free(bank);
	buf_release(&body);
	return progress_grade(&all);
}

/* Who was just told the answer would know it for a minute, and is not strong
 * for that; nor is who was asked little of it. */
static void
test_grades(void **state)
{
	static const char two[] =
	    "<truefalse xml:id='b' about='p' answer='true'><stem>B?</stem>"
	    "</truefalse>"
	    "<truefalse xml:id='c' about='p' answer='true'><stem>C?</stem>"
	    "</truefalse>";

	(void)state;
	assert_int_equal(grade_after(1, ""), PROGRESS_STRONG);
	assert_int_equal(grade_after(0, ""), PROGRESS_WEAK);
	assert_int_equal(grade_after(1, two), PROGRESS_FAIR);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_seed),
		cmocka_unit_test(test_seed_learner),
		cmocka_unit_test(test_review),
		cmocka_unit_test(test_retention),
		cmocka_unit_test(test_danger_first),
		cmocka_unit_test(test_modes),
		cmocka_unit_test(test_corrections),
		cmocka_unit_test(test_marks),
		cmocka_unit_test(test_bounds),
		cmocka_unit_test(test_grades),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

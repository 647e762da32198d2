/* SPDX-License-Identifier: ISC */
/* What the modes of a session ask, and what a learner may do in them. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "quiz_fixture.h"
#include "unit.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

enum { TODAY = 1000 };

/* What is known of items, by id. */
struct known {
	const char *id;
	struct item_state state;
};

struct knowledge {
	const struct known *known;
	size_t n;
	size_t calls;
};

static void
look_up(void *ctx, const struct item *it, struct item_state *state)
{
	struct knowledge *k = ctx;
	size_t i;

	k->calls++;
	for (i = 0; i < k->n; i++) {
		if (strcmp(k->known[i].id, it->id) == 0)
			*state = k->known[i].state;
	}
}

/* Reviewed so many days ago, with that stability. */
#define SEEN(ago, s)                 \
 .memory = { .stability = (s),       \
	 .difficulty = 5,            \
	 .day = TODAY - (ago),       \
	 .due = TODAY - (ago) + (s), \
	 .reps = 1,                  \
	 .last = MEMORY_GOOD }

static struct session *
begin(const struct bank *bank, enum session_mode mode, struct knowledge *k)
{
	struct session_setup setup = { .bank = bank, .mode = mode, .seed = 7 };

	setup.known = k == NULL ? NULL : look_up;
	setup.known_ctx = k;
	setup.today = TODAY;
	setup.exam_day = TODAY + 30;
	return session_new(&setup);
}

/* The ids of the session, a blank behind each, by the place of each. */
static void
assert_items(struct session *s, const char *want)
{
	struct buf b = BUF_INIT;
	size_t i;

	for (i = 0; i < session_size(s); i++)
		buf_printf(&b, "%s ", session_item_at(s, i)->id);
	assert_string_equal(b.s, want);
	buf_release(&b);
}

static void
assert_mode(const struct bank *bank, enum session_mode mode,
    const struct known *known, size_t n, const char *want)
{
	struct knowledge k = { known, n, 0 };
	struct session *s = begin(bank, mode, &k);

	assert_items(s, want);
	session_free(s);
}

static void
modes_have_names_and_rules(void **state)
{
	static const char *const names[] = { "learn", "exam", "pretest",
		"review", "mistakes", "cram" };
	enum session_mode mode;
	size_t i;

	(void)state;
	assert_int_equal(SESSION_MODE_COUNT, COUNT(names));
	for (i = 0; i < COUNT(names); i++) {
		assert_int_equal(session_mode_find(names[i], &mode), 0);
		assert_int_equal(mode, i);
		assert_string_equal(session_mode_info(mode)->name, names[i]);
	}
	assert_int_equal(session_mode_find("Learn", &mode), -1);
	assert_false(session_mode_info(SESSION_EXAM)->tells);
	assert_false(session_mode_info(SESSION_CRAM)->schedules);
	assert_true(session_mode_info(SESSION_REVIEW)->schedules);
	assert_false(session_mode_info(SESSION_PRETEST)->returns);
}

static void
review_asks_what_is_due_lowest_recall_first(void **state)
{
	static const struct known known[] = {
		{ "i0", { SEEN(20, 10) } },
		{ "i1", { SEEN(5, 10) } },              /* not yet due */
		{ "i2", { SEEN(90, 30) } },             /* lower */
		{ "i3", { SEEN(12, 10), .wrong = 1 } }, /* higher */
		{ "i4", { SEEN(500, 10), .held = 1 } },
		{ "i5",
		    { SEEN(11, 10), .wrong = 1, .danger = 1,
			.confidence = 3 } },
		{ "i6", { SEEN(10, 10), .wrong = 1, .danger = 1 } },
	};
	struct bank *bank = fixture_plain(9, "");
	struct knowledge k = { known, COUNT(known), 0 };
	struct session_setup setup = { .bank = bank,
		.mode = SESSION_REVIEW,
		.count = 2,
		.known = look_up,
		.known_ctx = &k,
		.today = TODAY };
	struct session *s;

	(void)state;
	assert_mode(
	    bank, SESSION_REVIEW, known, COUNT(known), "i5 i2 i0 i3 i6 ");
	s = session_new(&setup);
	assert_items(s, "i5 i2 ");
	assert_int_equal(k.calls, 9);
	session_free(s);
	/* Of nothing that is known nothing is due. */
	assert_mode(bank, SESSION_REVIEW, NULL, 0, "");
	s = begin(bank, SESSION_REVIEW, NULL);
	assert_null(session_item(s));
	session_free(s);
	bank_free(bank);
}

static void
mistakes_begin_with_the_dangerous(void **state)
{
	static const struct known known[] = {
		{ "i0", { SEEN(2, 10) } },
		{ "i1", { SEEN(2, 10), .wrong = 1 } },
		{ "i2", { SEEN(9, 10), .wrong = 1 } },
		{ "i3", { SEEN(2, 10), .wrong = 1, .confidence = 3 } },
		{ "i4", { SEEN(2, 10), .wrong = 1, .danger = 1 } },
		{ "i5",
		    { SEEN(1, 10), .wrong = 1, .danger = 1, .confidence = 3 } },
		{ "i6", { SEEN(3, 10), .wrong = 1, .confidence = 2 } },
		{ "i7", { SEEN(3, 10), .danger = 1, .confidence = 3 } },
	};
	struct bank *bank = fixture_plain(8, "");

	(void)state;
	assert_mode(
	    bank, SESSION_MISTAKES, known, COUNT(known), "i5 i4 i3 i2 i6 i1 ");
	bank_free(bank);
}

/* A shaky one of today falls below one that is old but firm. */
static void
cram_looks_at_the_day_of_the_exam(void **state)
{
	static const struct known known[] = {
		{ "i0", { SEEN(0, 2) } },
		{ "i1", { SEEN(40, 60) } },
		{ "i2", { SEEN(1, 200) } },
		{ "i4", { SEEN(0, 1), .held = 1 } },
	};
	struct memory_model model;
	struct bank *bank = fixture_plain(5, "");

	(void)state;
	memory_model_init(&model, .9);
	assert_true(memory_recall(&known[0].state.memory, &model, TODAY) >
	    memory_recall(&known[1].state.memory, &model, TODAY));
	assert_mode(bank, SESSION_CRAM, known, COUNT(known), "i3 i0 i1 i2 ");
	bank_free(bank);
}

/* A case is as urgent as its most urgent item, and stays together. */
static void
cases_stay_together_in_review(void **state)
{
	static const struct known known[] = {
		{ "i0", { SEEN(10, 10) } },
		{ "i1", { SEEN(20, 10) } },
		{ "i2", { SEEN(30, 10) } },
		{ "i3", { SEEN(1, 10) } },
	};
	struct buf b = BUF_INIT;
	struct bank *bank;

	(void)state;
	buf_adds(&b, "<case xml:id='c'>C</case>");
	fixture_item(&b, "i0", "p", "case='c'");
	fixture_item(&b, "i1", "p", "");
	fixture_item(&b, "i2", "p", "case='c'");
	fixture_item(&b, "i3", "p", "case='c'");
	bank = fixture_bank(b.s);
	assert_mode(bank, SESSION_REVIEW, known, COUNT(known), "i0 i2 i1 ");
	buf_release(&b);
	bank_free(bank);
}

/* Section 9 comes before section 8. */
static size_t
section_of(void *ctx, const char *about)
{
	(void)ctx;
	return 9 - (size_t)(about[1] - '0') % 2;
}

static void
pretest_asks_one_a_section(void **state)
{
	struct session_setup setup = { .mode = SESSION_PRETEST };
	struct knowledge k = { NULL, 0, 0 };
	struct bank *bank = fixture_plain(6, "");
	int met[6] = { 0 };
	struct session *s;
	uint64_t seed;

	(void)state;
	setup.bank = bank;
	setup.known = look_up;
	setup.known_ctx = &k;
	for (seed = 0; seed < 40; seed++) {
		setup.seed = seed;
		setup.section = section_of;
		s = session_new(&setup);
		assert_int_equal(session_size(s), 2);
		/* Odd passages are in section 8. */
		assert_int_equal(session_item_at(s, 0)->index % 2, 1);
		assert_int_equal(session_item_at(s, 1)->index % 2, 0);
		met[session_item_at(s, 0)->index] = 1;
		met[session_item_at(s, 1)->index] = 1;
		session_free(s);
		setup.section = NULL;
		s = session_new(&setup);
		assert_int_equal(session_size(s), 6);
		session_free(s);
	}
	assert_int_equal(
	    met[0] + met[1] + met[2] + met[3] + met[4] + met[5], 6);
	assert_int_equal(k.calls, 0);
	bank_free(bank);
}

static void
pretest_asks_once_and_goes_on(void **state)
{
	struct bank *bank = fixture_plain(3, "");
	struct session *s = begin(bank, SESSION_PRETEST, NULL);
	size_t n = 0;

	(void)state;
	for (; session_item(s) != NULL; session_next(s)) {
		fixture_answer(s, "f");
		n++;
	}
	assert_int_equal(n, 3);
	session_free(s);
	bank_free(bank);
}

static void
what_was_not_recalled_comes_first(void **state)
{
	static const struct known recalled[] = { { "a", { SEEN(1, 10) } } };
	static const struct known missed[] = {
		{ "a", { SEEN(1, 10), .wrong = 1 } },
	};
	static const struct known held[] = { { "a", { .held = 1 } } };
	struct buf b = BUF_INIT;
	struct knowledge k = { NULL, 0, 0 };
	struct bank *bank;
	struct session *s;

	(void)state;
	fixture_item(&b, "c", "p", "after='b'");
	fixture_item(&b, "b", "p", "after='a'");
	fixture_item(&b, "a", "p", "use='exam'");
	bank = fixture_bank(b.s);
	/* Neither b nor c can be asked before a, which is no drill. */
	assert_mode(bank, SESSION_LEARN, NULL, 0, "");
	assert_mode(bank, SESSION_LEARN, missed, 1, "");
	assert_mode(bank, SESSION_LEARN, recalled, 1, "b c ");
	assert_mode(bank, SESSION_LEARN, held, 1, "b c ");
	/* Where nothing is known all may be asked. */
	s = begin(bank, SESSION_LEARN, NULL);
	assert_items(s, "b c ");
	session_free(s);
	/* Nor is an exam about what was recalled. */
	s = begin(bank, SESSION_EXAM, &k);
	assert_items(s, "a b c ");
	session_free(s);
	buf_release(&b);
	bank_free(bank);
}

static void
circles_are_cut(void **state)
{
	struct buf b = BUF_INIT;
	struct knowledge k = { NULL, 0, 0 };
	struct bank *bank;
	struct session *s;
	size_t n = 0;

	(void)state;
	fixture_item(&b, "a", "p", "after='b'");
	fixture_item(&b, "b", "p", "after='c'");
	fixture_item(&b, "c", "p", "after='a'");
	fixture_item(&b, "d", "p", "after='d'");
	bank = fixture_bank(b.s);
	s = begin(bank, SESSION_LEARN, &k);
	assert_int_equal(session_size(s), 4);
	for (; session_item(s) != NULL; session_next(s)) {
		fixture_answer(s, "t");
		n++;
	}
	assert_int_equal(n, 4);
	session_free(s);
	buf_release(&b);
	bank_free(bank);
}

/* b waits, though it is next in line, until a was recalled. */
static void
what_comes_after_a_miss_waits(void **state)
{
	static const struct {
		const char *id, *typed;
	} steps[] = {
		{ "a", "f" },
		{ "i0", "t" },
		{ "i1", "t" },
		{ "i2", "t" },
		{ "a", "t" },
		{ "b", "t" },
		{ "i3", "t" },
	};
	struct buf b = BUF_INIT;
	struct knowledge k = { NULL, 0, 0 };
	struct bank *bank;
	struct session *s;
	size_t i;

	(void)state;
	buf_adds(&b, "<settings shuffle='no'/>");
	fixture_item(&b, "a", "p", "");
	fixture_item(&b, "b", "p", "after='a'");
	fixture_item(&b, "i0", "p", "");
	fixture_item(&b, "i1", "p", "");
	fixture_item(&b, "i2", "p", "");
	fixture_item(&b, "i3", "p", "");
	bank = fixture_bank(b.s);
	s = begin(bank, SESSION_LEARN, &k);
	for (i = 0; i < COUNT(steps); i++) {
		assert_string_equal(session_item(s)->id, steps[i].id);
		fixture_answer(s, steps[i].typed);
		session_next(s);
	}
	assert_null(session_item(s));
	session_free(s);
	/* Alone with what it waits for it need not wait for ever. */
	buf_reset(&b);
	fixture_item(&b, "a", "p", "");
	fixture_item(&b, "b", "p", "after='a'");
	bank_free(bank);
	bank = fixture_bank(b.s);
	s = begin(bank, SESSION_LEARN, &k);
	fixture_answer(s, "f");
	session_next(s);
	assert_string_equal(session_item(s)->id, "b");
	session_free(s);
	buf_release(&b);
	bank_free(bank);
}

/* What is missed is what the memory calls so: a right answer after a hint that
 * gave it away is. */
static void
costly_hints_make_a_miss(void **state)
{
	struct bank *bank = fixture_bank(
	    "<settings shuffle='no'/>"
	    "<truefalse xml:id='a' about='#p' answer='true'><stem>?</stem>"
	    "<hint cost='.5'>H</hint></truefalse>"
	    "<truefalse xml:id='b' about='#p' answer='true'><stem>?</stem>"
	    "</truefalse>");
	struct session *s = begin(bank, SESSION_LEARN, NULL);

	(void)state;
	session_hint(s);
	fixture_answer(s, "t");
	assert_int_equal(session_last(s)->rating, MEMORY_AGAIN);
	session_next(s);
	fixture_answer(s, "t");
	assert_int_equal(session_last(s)->rating, MEMORY_GOOD);
	session_next(s);
	assert_string_equal(session_item(s)->id, "a");
	session_free(s);
	bank_free(bank);
}

static void
exams_may_be_walked_through(void **state)
{
	struct bank *bank = fixture_plain(5, "<settings shuffle='no'/>");
	struct session *s = begin(bank, SESSION_EXAM, NULL);
	struct session_score score;

	(void)state;
	assert_int_equal(session_size(s), 5);
	fixture_answer(s, "f");
	session_flag(s, 0, 1);
	session_go(s, 3);
	assert_int_equal(session_place(s), 3);
	assert_string_equal(session_item(s)->id, "i3");
	fixture_answer(s, "t");
	session_next(s); /* behind the fourth comes the fifth */
	assert_string_equal(session_item(s)->id, "i4");
	fixture_answer(s, "t");
	session_next(s); /* and then what was passed over */
	assert_string_equal(session_item(s)->id, "i1");
	fixture_answer(s, "t");
	session_next(s);
	fixture_answer(s, "f");
	session_next(s);
	assert_null(session_item(s));
	assert_int_equal(session_place(s), 5);
	session_score(s, &score);
	assert_int_equal(score.right, 3);
	assert_int_equal(score.wrong, 2);

	assert_true(session_is_flagged(s, 0));
	session_go(s, 0);
	assert_null(session_verdict(s));
	assert_int_equal(session_try(s), 2);
	fixture_answer(s, "t");
	session_flag(s, 0, 0);
	assert_false(session_is_flagged(s, 0));
	session_next(s);
	assert_null(session_item(s));
	session_score(s, &score);
	assert_int_equal(score.right, 4);
	assert_int_equal(score.wrong, 1);
	assert_int_equal(score.answered, 5);
	assert_true(score.points == 4 && score.max == 5);
	assert_int_equal(session_result_at(s, 0)->try, 2);
	session_go(s, 2); /* leaving it as it is changes nothing */
	session_next(s);
	assert_null(session_item(s));
	session_score(s, &score);
	assert_int_equal(score.answered, 5);
	session_free(s);
	bank_free(bank);
}

/* Who comes back to a question finds it as it was. */
static void
exams_keep_the_order_of_options(void **state)
{
	struct bank *bank = fixture_bank(
	    "<single xml:id='o' about='#p'><stem>?</stem>"
	    "<option key='a' right='yes'>A</option><option key='b'>B</option>"
	    "<option key='c'>C</option><option key='d'>D</option>"
	    "<option key='e'>E</option></single>");
	struct session *s = begin(bank, SESSION_EXAM, NULL);
	unsigned char order[5];
	int i;

	(void)state;
	memcpy(order, session_order(s), 5);
	for (i = 0; i < 5; i++) {
		fixture_answer(s, "a");
		session_next(s);
		session_go(s, 0);
		assert_memory_equal(session_order(s), order, 5);
	}
	session_free(s);
	bank_free(bank);
}

static void
a_slip_is_taken_back(void **state)
{
	struct bank *bank = fixture_plain(5, "<settings shuffle='no'/>");
	struct session *s = begin(bank, SESSION_LEARN, NULL);
	struct session_score score;

	(void)state;
	assert_int_equal(session_undo(s), -1);
	fixture_answer(s, "f");
	session_flag(s, 0, 1);
	assert_int_equal(session_undo(s), 0);
	assert_int_equal(session_undo(s), -1);
	assert_true(session_is_flagged(s, 0));
	assert_null(session_verdict(s));
	assert_null(session_last(s));
	assert_null(session_result_at(s, 0));
	assert_int_equal(session_try(s), 1);
	fixture_answer(s, "t");
	session_next(s);
	session_score(s, &score);
	assert_int_equal(score.right, 1);
	assert_int_equal(score.wrong, 0);
	assert_int_equal(score.returning, 0);
	assert_int_equal(session_results(s), 1);
	session_free(s);
	bank_free(bank);
}

static void
what_is_dropped_does_not_return(void **state)
{
	struct bank *bank = fixture_plain(3, "<settings shuffle='no'/>");
	struct session *s = begin(bank, SESSION_LEARN, NULL);
	size_t n = 0;

	(void)state;
	fixture_answer(s, "f");
	session_drop(s);
	assert_string_equal(session_item(s)->id, "i1");
	session_drop(s);
	for (; session_item(s) != NULL; session_next(s)) {
		assert_string_equal(session_item(s)->id, "i2");
		fixture_answer(s, "f");
		assert_true(++n < 5);
	}
	session_free(s);
	bank_free(bank);
}

static void
easy_is_the_learners_own_word(void **state)
{
	static const struct {
		const char *body, *typed;
		int may;
	} cases[] = {
		{ "<short xml:id='a' about='#p'><stem>?</stem>"
		  "<accept>yes</accept></short>",
		    "yes", 1 },
		{ "<short xml:id='a' about='#p'><stem>?</stem>"
		  "<accept>yes</accept></short>",
		    "no", 0 },
		{ "<truefalse xml:id='a' about='#p' answer='true'>"
		  "<stem>?</stem></truefalse>",
		    "t", 0 },
		{ "<match xml:id='a' about='#p' shuffle='no'><stem>?</stem>"
		  "<pair key='a'><left>A</left><right>B</right></pair>"
		  "<pair key='b'><left>C</left><right>D</right></pair>"
		  "</match>",
		    "b; d", 0 },
		{ "<cloze xml:id='a' about='#p'><stem>"
		  "<gap key='a'>yes</gap></stem></cloze>",
		    "yes", 1 },
		{ "<order xml:id='a' about='#p'><stem>?</stem>"
		  "<step key='a'>A</step><step key='b'>B</step></order>",
		    "ba", 1 },
	};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		struct bank *bank = fixture_bank(cases[i].body);
		struct session *s = begin(bank, SESSION_LEARN, NULL);

		assert_false(session_may_be_easy(s));
		fixture_answer(s, cases[i].typed);
		assert_int_equal(session_may_be_easy(s), cases[i].may);
		if (cases[i].may) {
			session_easy(s);
			assert_int_equal(session_last(s)->rating, MEMORY_EASY);
			assert_int_equal(
			    verdict_rating(session_verdict(s), session_item(s)),
			    MEMORY_EASY);
			assert_false(session_may_be_easy(s));
		}
		session_free(s);
		bank_free(bank);
	}
}

/* Confidence goes from the response to verdict, rating and marks. */
static void
confidence_is_kept_and_counts(void **state)
{
	static const struct {
		double fraction;
		double marks[3];
	} cases[] = {
		{ 1, { 1, 2, 3 } },
		{ .5, { .5, 1, 1.5 } },
		{ 1e-7, { 0, -2, -6 } },
		{ 0, { 0, -2, -6 } },
	};
	struct bank *bank = fixture_plain(1, "");
	struct session *s = begin(bank, SESSION_LEARN, NULL);
	struct response r;
	size_t i;
	int c;

	(void)state;
	response_init(&r);
	r.confidence = 1;
	assert_int_equal(answer_parse(&r, session_item(s), NULL, "t", 1), 0);
	assert_int_equal(session_answer(s, &r)->confidence, 1);
	assert_int_equal(session_last(s)->confidence, 1);
	assert_int_equal(session_last(s)->rating, MEMORY_HARD);
	response_release(&r);
	session_free(s);
	bank_free(bank);
	for (i = 0; i < COUNT(cases); i++) {
		for (c = 1; c <= 3; c++)
			assert_true(verdict_marks(cases[i].fraction, c) ==
			    cases[i].marks[c - 1]);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(modes_have_names_and_rules),
		cmocka_unit_test(review_asks_what_is_due_lowest_recall_first),
		cmocka_unit_test(mistakes_begin_with_the_dangerous),
		cmocka_unit_test(cram_looks_at_the_day_of_the_exam),
		cmocka_unit_test(cases_stay_together_in_review),
		cmocka_unit_test(pretest_asks_one_a_section),
		cmocka_unit_test(pretest_asks_once_and_goes_on),
		cmocka_unit_test(what_was_not_recalled_comes_first),
		cmocka_unit_test(circles_are_cut),
		cmocka_unit_test(what_comes_after_a_miss_waits),
		cmocka_unit_test(costly_hints_make_a_miss),
		cmocka_unit_test(exams_may_be_walked_through),
		cmocka_unit_test(exams_keep_the_order_of_options),
		cmocka_unit_test(a_slip_is_taken_back),
		cmocka_unit_test(what_is_dropped_does_not_return),
		cmocka_unit_test(easy_is_the_learners_own_word),
		cmocka_unit_test(confidence_is_kept_and_counts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

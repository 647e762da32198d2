/* SPDX-License-Identifier: ISC */
/* One sitting, from the first question to the score. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "quiz/rng.h"
#include "quiz/session.h"
#include "quiz_fixture.h"
#include "unit.h"

/* Answers all that is asked, right with `right` of 100 times, and writes down
 * what was asked and how it went. */
static void
sit(struct buf *log, struct session *s, struct rng *rng, uint32_t right)
{
	const struct item *it;
	size_t steps = 0;

	while ((it = session_item(s)) != NULL) {
		const unsigned char *order = session_order(s);
		size_t i;

		buf_printf(log, "%s.%u", it->id, session_try(s));
		for (i = 0; i < it->choice.n; i++)
			buf_printf(log, "%c", 'a' + order[i]);
		buf_addc(log, rng_below(rng, 100) < right ? '+' : '-');
		fixture_answer(s, log->s[log->len - 1] == '+' ? "a" : "b");
		buf_addc(log, ' ');
		session_next(s);
		assert_true(++steps < 100000);
	}
}

static const char options[] =
    "<single xml:id='o%zu' about='#p%zu'><stem>?</stem>"
    "<option key='a' right='yes'>A</option><option key='b'>B</option>"
    "<option key='c'>C</option><option key='d'>D</option>"
    "<option key='e' fixed='yes'>None</option></single>";

static struct bank *
options_bank(size_t n, const char *settings)
{
	struct buf b = BUF_INIT;
	struct bank *bank;
	size_t i;

	buf_adds(&b, settings);
	for (i = 0; i < n; i++)
		buf_printf(&b, options, i, i);
	bank = fixture_bank(b.s);
	buf_release(&b);
	return bank;
}

static void
same_seed_same_sitting(void **state)
{
	struct bank *bank = options_bank(12, "");
	struct buf log[3] = { BUF_INIT, BUF_INIT, BUF_INIT };
	size_t i;

	(void)state;
	for (i = 0; i < 3; i++) {
		struct session *s =
		    fixture_begin(bank, SESSION_LEARN, i == 2 ? 6 : 5);
		struct rng rng;

		rng_init(&rng, 1, 1);
		sit(&log[i], s, &rng, 60);
		session_free(s);
	}
	assert_string_equal(log[0].s, log[1].s);
	assert_string_not_equal(log[0].s, log[2].s);
	for (i = 0; i < 3; i++)
		buf_release(&log[i]);
	bank_free(bank);
}

/* The same on every machine: these words were written down once. */
static void
a_sitting_is_written_in_stone(void **state)
{
	struct bank *bank = options_bank(6, "");
	struct session *s = fixture_begin(bank, SESSION_EXAM, 2026);
	struct buf log = BUF_INIT;
	struct rng rng;

	(void)state;
	rng_init(&rng, 1, 1);
	sit(&log, s, &rng, 100);
	assert_string_equal(log.s,
	    "o0.1dcbae+ o3.1dcabe+ o2.1cadbe+ o5.1abcde+ o4.1bdace+ "
	    "o1.1dbace+ ");
	session_free(s);
	buf_release(&log);
	bank_free(bank);
}

static void
options_keep_to_their_rules(void **state)
{
	struct bank *bank = options_bank(40, "");
	unsigned first[5] = { 0 };
	uint64_t seed;

	(void)state;
	for (seed = 0; seed < 20; seed++) {
		struct session *s = fixture_begin(bank, SESSION_EXAM, seed);

		for (; session_item(s) != NULL; session_skip(s)) {
			const unsigned char *order = session_order(s);
			unsigned seen = 0;
			size_t i;

			for (i = 0; i < 5; i++)
				seen |= 1U << order[i];
			assert_int_equal(seen, 31);
			assert_int_equal(order[4], 4);
			first[order[0]]++;
		}
		session_free(s);
	}
	/* 1,600 showings, as each is skipped once and comes again. */
	for (seed = 0; seed < 4; seed++)
		assert_true(first[seed] > 300 && first[seed] < 500);
	bank_free(bank);
}

#define FOUR                                            \
 "<stem>?</stem><option key='a' right='yes'>A</option>" \
 "<option key='b'>B</option><option key='c'>C</option>" \
 "<option key='d'>D</option></single>"

static void
what_must_not_be_shuffled_is_not(void **state)
{
	static const char by_settings[] =
	    "<settings shuffle='items'/><single xml:id='o' about='#p'>" FOUR;
	static const char by_item[] =
	    "<single xml:id='o' about='#p' shuffle='no'>" FOUR;
	static const char by_kind[] =
	    "<truefalse xml:id='o' about='#p' answer='true'><stem>?</stem>"
	    "</truefalse>";
	static const char *const bodies[] = { by_settings, by_item, by_kind };
	size_t i, j;
	uint64_t seed;

	(void)state;
	for (i = 0; i < sizeof(bodies) / sizeof(bodies[0]); i++) {
		struct bank *bank = fixture_bank(bodies[i]);

		for (seed = 0; seed < 20; seed++) {
			struct session *s =
			    fixture_begin(bank, SESSION_EXAM, seed);

			for (j = 0; j < session_item(s)->choice.n; j++)
				assert_int_equal(session_order(s)[j], j);
			session_free(s);
		}
		bank_free(bank);
	}
}

static void
a_missed_item_returns_after_three_others(void **state)
{
	struct bank *bank = fixture_plain(8, "<settings shuffle='no'/>");
	struct session *s = fixture_begin(bank, SESSION_LEARN, 1);
	struct session_score score;
	static const struct {
		const char *id, *typed;
		unsigned try;
	} steps[] = {
		{ "i0", "f", 1 },
		{ "i1", "t", 1 },
		{ "i2", "t", 1 },
		{ "i3", "t", 1 },
		{ "i0", "t", 2 },
		{ "i4", "t", 1 },
		{ "i5", "t", 1 },
		{ "i6", "t", 1 },
		{ "i7", "f", 1 },
		/* Nothing new is left: what was recalled longest ago. */
		{ "i1", "t", 2 },
		{ "i2", "t", 2 },
		{ "i3", "t", 2 },
		{ "i7", "t", 2 },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
		assert_string_equal(session_item(s)->id, steps[i].id);
		assert_int_equal(session_try(s), steps[i].try);
		fixture_answer(s, steps[i].typed);
		assert_int_equal(session_try(s), steps[i].try);
		session_next(s);
	}
	assert_null(session_item(s));
	session_score(s, &score);
	assert_true(score.points == 6 && score.max == 8 && score.all == 8);
	assert_int_equal(score.answered, 8);
	assert_int_equal(score.right, 6);
	assert_int_equal(score.wrong, 2);
	assert_int_equal(score.returning, 0);
	assert_int_equal(session_results(s), 13);
	session_free(s);
	bank_free(bank);
}

/* For sittings of any luck: between a miss and the return of the item stand
 * three others or more, it returns until it is recalled, and it all ends. */
static void
returns_keep_their_distance(void **state)
{
	uint32_t right;
	uint64_t seed;

	(void)state;
	for (seed = 0; seed < 60; seed++) {
		size_t n = 4 + seed % 13, last[20] = { 0 }, i;
		int missed[20] = { 0 };
		struct bank *bank = fixture_plain(n, "");
		struct session *s = fixture_begin(bank, SESSION_LEARN, seed);
		struct buf log = BUF_INIT;
		struct rng rng;

		rng_init(&rng, seed, 99);
		right = 10 + (uint32_t)(seed * 7 % 90);
		sit(&log, s, &rng, right);
		for (i = 0; i < session_results(s); i++) {
			const struct session_result *r = session_result(s, i);
			size_t at = r->item->index;

			if (missed[at])
				assert_true(i - last[at] > SESSION_GAP);
			last[at] = i;
			missed[at] = r->verdict.outcome == VERDICT_WRONG &&
			    r->try < SESSION_TRIES;
		}
		for (i = 0; i < n; i++)
			assert_false(missed[i]);
		buf_release(&log);
		session_free(s);
		bank_free(bank);
	}
}

/* What is due to return waits until a case has been asked. */
static void
returns_do_not_part_a_case(void **state)
{
	static const char *const asked[] = { "i0", "i1", "i2", "i3", "i4", "i0",
		"i2", "i5" };
	struct buf b = BUF_INIT;
	struct bank *bank;
	struct session *s;
	char id[8];
	size_t i;

	(void)state;
	buf_adds(
	    &b, "<settings shuffle='no'/><case xml:id='c'>A story.</case>");
	for (i = 0; i < 6; i++) {
		snprintf(id, sizeof(id), "i%zu", i);
		fixture_item(&b, id, id, i > 1 && i < 5 ? "case='c'" : "");
	}
	bank = fixture_bank(b.s);
	s = fixture_begin(bank, SESSION_LEARN, 1);
	for (i = 0; i < 8; i++) {
		assert_string_equal(session_item(s)->id, asked[i]);
		fixture_answer(s, i == 0 || i == 2 ? "f" : "t");
		session_next(s);
	}
	assert_null(session_item(s));
	session_free(s);
	bank_free(bank);
	buf_release(&b);
}

static void
small_sessions_return_as_far_as_they_can(void **state)
{
	struct bank *bank = fixture_plain(2, "<settings shuffle='no'/>");
	struct session *s = fixture_begin(bank, SESSION_LEARN, 1);

	(void)state;
	fixture_answer(s, "f");
	session_next(s);
	assert_string_equal(session_item(s)->id, "i1");
	fixture_answer(s, "t");
	session_next(s);
	assert_string_equal(session_item(s)->id, "i0");
	fixture_answer(s, "t");
	session_next(s);
	assert_null(session_item(s));
	session_free(s);
	bank_free(bank);

	/* One alone has no others to return after. */
	bank = fixture_plain(1, "");
	s = fixture_begin(bank, SESSION_LEARN, 1);
	fixture_answer(s, "f");
	session_next(s);
	assert_null(session_item(s));
	session_free(s);
	bank_free(bank);
}

static void
a_criterion_asks_for_more_recalls(void **state)
{
	struct bank *bank =
	    fixture_plain(5, "<settings shuffle='no' criterion='2'/>");
	struct session *s = fixture_begin(bank, SESSION_LEARN, 1);
	size_t i, first = 0;

	(void)state;
	fixture_answer(s, "f");
	session_next(s);
	for (i = 0; session_item(s) != NULL; i++) {
		first += session_item(s)->index == 0;
		fixture_answer(s, "t");
		session_next(s);
	}
	assert_int_equal(first, 2);
	session_free(s);
	bank_free(bank);
}

static void
a_stubborn_learner_gets_an_end(void **state)
{
	struct bank *bank = fixture_plain(6, "");
	struct session *s = fixture_begin(bank, SESSION_LEARN, 1);
	struct buf log = BUF_INIT;
	struct rng rng;

	(void)state;
	rng_init(&rng, 1, 1);
	sit(&log, s, &rng, 0);
	assert_true(session_results(s) >= 6 * SESSION_TRIES);
	assert_true(
	    session_results(s) <= 6 * SESSION_TRIES * (1 + SESSION_GAP));
	buf_release(&log);
	session_free(s);
	bank_free(bank);
}

static void
an_exam_asks_each_once(void **state)
{
	struct bank *bank = fixture_plain(6, "");
	struct session *s = fixture_begin(bank, SESSION_EXAM, 1);
	struct session_score score;
	struct buf log = BUF_INIT;
	struct rng rng;

	(void)state;
	rng_init(&rng, 1, 1);
	sit(&log, s, &rng, 0);
	assert_int_equal(session_results(s), 6);
	session_score(s, &score);
	assert_int_equal(score.wrong, 6);
	assert_int_equal(score.begun, 6);
	buf_release(&log);
	session_free(s);
	bank_free(bank);
}

static void
skipped_items_come_last_and_once(void **state)
{
	static const char *const ids[] = { "i1", "i2", "i3", "i0", "i2" };
	struct bank *bank = fixture_plain(4, "<settings shuffle='no'/>");
	struct session *s = fixture_begin(bank, SESSION_LEARN, 1);
	struct session_score score;
	size_t i;

	(void)state;
	session_skip(s);
	for (i = 0; i < 5; i++) {
		assert_string_equal(session_item(s)->id, ids[i]);
		if (strcmp(ids[i], "i2") == 0)
			session_next(s); /* unanswered: the same as a skip */
		else {
			fixture_answer(s, "t");
			session_next(s);
		}
	}
	assert_null(session_item(s));
	session_score(s, &score);
	assert_int_equal(score.answered, 3);
	assert_true(score.max == 3 && score.all == 4);
	session_free(s);
	bank_free(bank);
}

static void
hints_are_taken_one_by_one(void **state)
{
	struct bank *bank = fixture_bank(
	    "<settings shuffle='no'/>"
	    "<truefalse xml:id='a' about='#p' answer='true' points='4'>"
	    "<stem>?</stem><hint cost='.25'>One.</hint><hint>Two.</hint>"
	    "</truefalse>"
	    "<truefalse xml:id='b' about='#p' answer='true'>"
	    "<stem>?</stem></truefalse>");
	struct session *s = fixture_begin(bank, SESSION_LEARN, 1);
	const struct verdict *v;

	(void)state;
	assert_int_equal(session_hints(s), 0);
	assert_string_equal(session_hint(s)->text.text.s, "One.");
	assert_string_equal(session_hint(s)->text.text.s, "Two.");
	assert_null(session_hint(s));
	assert_int_equal(session_hints(s), 2);
	assert_null(session_verdict(s));
	v = fixture_answer(s, "t");
	assert_ptr_equal(session_verdict(s), v);
	assert_null(session_hint(s));
	assert_true(v->points == 3);
	assert_int_equal(v->outcome, VERDICT_RIGHT);
	assert_int_equal(session_last(s)->hints, 2);
	session_next(s);
	assert_int_equal(session_hints(s), 0);
	assert_null(session_verdict(s));
	session_free(s);
	bank_free(bank);
}

static void
nothing_to_ask_is_over(void **state)
{
	struct bank *bank = bank_new();
	struct session *s = fixture_begin(bank, SESSION_LEARN, 1);
	struct session_score score;

	(void)state;
	assert_null(session_item(s));
	assert_null(session_order(s));
	assert_null(session_hint(s));
	assert_null(session_last(s));
	assert_int_equal(session_try(s), 0);
	session_score(s, &score);
	assert_int_equal(score.items, 0);
	session_free(s);
	session_free(NULL);
	bank_free(bank);
}

static void
results_hold_what_the_log_wants(void **state)
{
	struct bank *bank = options_bank(1, "");
	struct session *s = fixture_begin(bank, SESSION_LEARN, 9);
	const struct session_result *r;
	char letter[2] = { 'a', '\0' };

	(void)state;
	while (session_order(s)[letter[0] - 'a'] != 2)
		letter[0]++;
	fixture_answer(s, letter);
	r = session_last(s);
	assert_ptr_equal(r, session_result(s, 0));
	assert_string_equal(r->item->id, "o0");
	assert_string_equal(r->text, "c");
	assert_string_equal(r->norm, "c");
	assert_int_equal(r->order[letter[0] - 'a'], 2);
	assert_int_equal(r->try, 1);
	assert_int_equal(r->verdict.accept, 2);
	session_free(s);
	bank_free(bank);
}

/* Line mode goes on at once: a slip is taken back from the next question. */
static void
back_undoes_next(void **state)
{
	struct bank *bank = fixture_plain(4, "");
	struct session *s = fixture_begin(bank, SESSION_LEARN, 1);
	const struct item *first = session_item(s), *second;
	struct session_score score;

	(void)state;
	assert_int_equal(session_back(s), -1);
	fixture_answer(s, "b");
	assert_int_equal(session_back(s), -1);
	session_next(s);
	second = session_item(s);
	assert_int_equal(session_back(s), 0);
	assert_ptr_equal(session_item(s), first);
	assert_non_null(session_verdict(s));
	session_next(s);
	assert_ptr_equal(session_item(s), second);
	assert_int_equal(session_back(s), 0);
	assert_int_equal(session_undo(s), 0);
	fixture_answer(s, "a");
	session_next(s);
	session_score(s, &score);
	assert_int_equal(score.answered, 1);
	assert_int_equal(score.right, 1);
	assert_int_equal(score.begun, 2);
	/* Not once something was done with the next one. */
	session_skip(s);
	assert_int_equal(session_back(s), -1);
	session_free(s);
	bank_free(bank);
}

/* The last question, too. */
static void
back_from_the_end(void **state)
{
	struct bank *bank = fixture_plain(1, "");
	struct session *s = fixture_begin(bank, SESSION_LEARN, 1);

	(void)state;
	fixture_answer(s, "a");
	session_next(s);
	assert_null(session_item(s));
	assert_int_equal(session_back(s), 0);
	assert_non_null(session_item(s));
	assert_int_equal(session_undo(s), 0);
	assert_null(session_verdict(s));
	session_free(s);
	bank_free(bank);
}

static void
calibration_is_said(void **state)
{
	struct session_score score = { .marks = -4 };
	struct buf b = BUF_INIT;

	(void)state;
	score_say_sure(&b, &score, 1);
	assert_string_equal(b.s, "");
	score.sure[3] = 2;
	score.sure_right[3] = 1;
	score.sure[1] = 1;
	score_say_sure(&b, &score, 0);
	assert_string_equal(
	    b.s, "Certain: 1 of 2 right.  Not sure: 0 of 1 right.");
	buf_reset(&b);
	score_say_sure(&b, &score, 1);
	assert_non_null(strstr(b.s, "  Marks: -4."));
	buf_release(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(same_seed_same_sitting),
		cmocka_unit_test(a_sitting_is_written_in_stone),
		cmocka_unit_test(options_keep_to_their_rules),
		cmocka_unit_test(what_must_not_be_shuffled_is_not),
		cmocka_unit_test(a_missed_item_returns_after_three_others),
		cmocka_unit_test(returns_keep_their_distance),
		cmocka_unit_test(returns_do_not_part_a_case),
		cmocka_unit_test(small_sessions_return_as_far_as_they_can),
		cmocka_unit_test(a_criterion_asks_for_more_recalls),
		cmocka_unit_test(a_stubborn_learner_gets_an_end),
		cmocka_unit_test(an_exam_asks_each_once),
		cmocka_unit_test(skipped_items_come_last_and_once),
		cmocka_unit_test(hints_are_taken_one_by_one),
		cmocka_unit_test(nothing_to_ask_is_over),
		cmocka_unit_test(back_undoes_next),
		cmocka_unit_test(back_from_the_end),
		cmocka_unit_test(calibration_is_said),
		cmocka_unit_test(results_hold_what_the_log_wants),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

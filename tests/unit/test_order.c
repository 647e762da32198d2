/* SPDX-License-Identifier: ISC */
/* Steps put in order: what is read, and what four scorings make of it. */
#include "config.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "quiz/rng.h"
#include "quiz_fixture.h"
#include "unit.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static const char *const scores[] = { "pairs", "exact", "place", "run" };

/* A bank with one order of n steps a, b, ... */
static struct bank *
order_bank(const char *score, size_t n)
{
	struct buf b = BUF_INIT;
	struct bank *bank;
	size_t i;

	buf_printf(&b, "<order xml:id='o' about='#a' score='%s'><stem>?</stem>",
	    score);
	for (i = 0; i < n; i++)
		buf_printf(&b, "<step key='k%zu'>Step %zu</step>", i, i);
	buf_adds(&b, "</order>");
	bank = fixture_bank(b.s);
	buf_release(&b);
	return bank;
}

/* Moodle, question/type/ordering: "Modular Object Oriented Dynamic Learning
 * Environment" is abcdef.  What it calls ALL_OR_NOTHING is exact,
 * ABSOLUTE_POSITION place, RELATIVE_NEXT_EXCLUDE_LAST pairs,
 * LONGEST_ORDERED_SUBSET run. */
static void
scores_are_those_of_moodle(void **state)
{
	static const struct {
		const char *typed;
		double pairs, exact, place, run; /* -1: Moodle has none */
	} cases[] = {
		{ "abcdef", 1, 1, 1, 1 },
		{ "fedcba", 0, 0, 0, 0 },
		{ "cbdefa", .4, 0, -1, -1 },
		{ "fbcdea", .6, -1, -1, -1 },
	};
	size_t i, j;

	(void)state;
	for (i = 0; i < 4; i++) {
		struct bank *bank = order_bank(scores[i], 6);

		for (j = 0; j < COUNT(cases); j++) {
			const double want[] = { cases[j].pairs, cases[j].exact,
				cases[j].place, cases[j].run };
			struct verdict v;

			fixture_grade(&v, bank, 0, cases[j].typed);
			assert_string_equal(verdict_by_name(&v), "order");
			if (want[i] >= 0 && fabs(v.credit - want[i]) > 1e-6)
				fail_msg("%s, %s: %g", scores[i],
				    cases[j].typed, v.credit);
		}
		bank_free(bank);
	}
}

static void
scores_count_what_they_say(void **state)
{
	static const struct {
		const char *typed;
		int right[4]; /* of 3, 4, 4 and 4 */
		const char *said;
	} cases[] = {
		{ "abcd", { 3, 4, 4, 4 }, "" },
		{ "bcda", { 2, 0, 0, 3 }, "2 of 3 neighbours in order" },
		{ "bacd", { 1, 2, 2, 3 }, "1 of 3 neighbours in order" },
		{ "dabc", { 2, 0, 0, 3 }, "2 of 3 neighbours in order" },
		{ "acbd", { 0, 2, 2, 3 }, "0 of 3 neighbours in order" },
		{ "cdab", { 2, 0, 0, 2 }, "2 of 3 neighbours in order" },
		{ "dcba", { 0, 0, 0, 0 }, "0 of 3 neighbours in order" },
	};
	size_t i, j;

	(void)state;
	for (i = 0; i < 4; i++) {
		struct bank *bank = order_bank(scores[i], 4);

		for (j = 0; j < COUNT(cases); j++) {
			struct buf said = BUF_INIT;
			struct verdict v;

			fixture_grade(&v, bank, 0, cases[j].typed);
			assert_int_equal(v.right, cases[j].right[i]);
			assert_int_equal(v.of, i == 0 ? 3 : 4);
			assert_int_equal(v.credit == 1, j == 0);
			if (i == 1)
				assert_true(v.credit == (j == 0));
			else
				assert_true(fabs(v.credit -
						(double)v.right / v.of) < 1e-9);
			verdict_say(&said, &v, bank->items.v[0]);
			if (i == 0)
				assert_int_equal(strncmp(said.s, cases[j].said,
						     strlen(cases[j].said)),
				    0);
			buf_release(&said);
		}
		bank_free(bank);
	}
}

/* The longest run, counted by trying every choice of steps. */
static int
longest_by_trying(const unsigned char *a, size_t n)
{
	unsigned set;
	int best = 0;

	for (set = 0; set < 1U << n; set++) {
		int len = 0, last = -1;
		size_t i;

		for (i = 0; i < n; i++) {
			if (!(set >> i & 1))
				continue;
			if (a[i] < last)
				break;
			last = a[i];
			len++;
		}
		if (i == n && len > best)
			best = len;
	}
	return best > 1 ? best : 0;
}

static void
runs_are_the_longest(void **state)
{
	struct bank *bank = order_bank("run", 9);
	struct response r;
	struct verdict v;
	struct rng rng;
	int round;

	(void)state;
	rng_init(&rng, 1, 1);
	response_init(&r);
	for (round = 0; round < 300; round++) {
		unsigned char a[9] = { 0, 1, 2, 3, 4, 5, 6, 7, 8 };
		size_t i;

		for (i = 9; i > 1; i--) {
			size_t j = rng_below(&rng, (uint32_t)i);
			unsigned char step = a[j];

			a[j] = a[i - 1];
			a[i - 1] = step;
		}
		assert_int_equal(answer_arrange(&r, bank->items.v[0], a), 0);
		grade(&v, bank->items.v[0], &r, 0);
		assert_int_equal(v.right, longest_by_trying(a, 9));
	}
	response_release(&r);
	bank_free(bank);
}

static void
orders_are_read(void **state)
{
	static const unsigned char order[] = { 2, 0, 3, 1 };
	static const struct {
		const char *typed, *keys; /* NULL: refused */
	} cases[] = {
		{ "abcd", "k2 k0 k3 k1" },
		{ "c a b d", "k3 k2 k0 k1" },
		{ "C, A; B. D)", "k3 k2 k0 k1" },
		{ "d > c > b > a", "k1 k3 k0 k2" },
		{ "4-3-2-1", "k1 k3 k0 k2" },
		{ "abc", NULL },
		{ "abcc", NULL },
		{ "abcda", NULL },
		{ "abce", NULL },
		{ "ab?d", NULL },
		{ "first", NULL },
		{ "...", NULL },
	};
	struct bank *bank = order_bank("pairs", 4);
	const struct item *it = bank->items.v[0];
	struct response r;
	struct buf b = BUF_INIT;
	size_t i;

	(void)state;
	response_init(&r);
	for (i = 0; i < COUNT(cases); i++) {
		int rc = answer_parse(
		    &r, it, order, cases[i].typed, strlen(cases[i].typed));

		if ((rc == 0) != (cases[i].keys != NULL))
			fail_msg("\"%s\"", cases[i].typed);
		if (rc == 0)
			assert_string_equal(r.text.s, cases[i].keys);
		else
			assert_true(r.reason.len > 0);
	}
	item_prompt(&b, it);
	assert_string_equal(b.s, "Put a to d in order, as in \"a d c b\"");
	response_release(&r);
	buf_release(&b);
	bank_free(bank);
}

static void
rows_have_the_letters_that_were_shown(void **state)
{
	static const unsigned char order[] = { 2, 0, 1 };
	struct bank *bank = order_bank("pairs", 3);
	struct rich out;

	(void)state;
	rich_init(&out);
	item_body(&out, bank->items.v[0], order);
	assert_string_equal(out.text.s, "a  Step 2\nb  Step 0\nc  Step 1");
	rich_reset(&out);
	item_solution(&out, bank->items.v[0], order);
	assert_string_equal(out.text.s, "b  Step 0\nc  Step 1\na  Step 2");
	rich_release(&out);
	bank_free(bank);
}

/* Nobody is shown an order that is solved, whatever the settings. */
static void
orders_are_never_shown_solved(void **state)
{
	struct bank *bank = fixture_bank(
	    "<settings shuffle='no'/>"
	    "<order xml:id='o' about='#a' shuffle='no'><stem>?</stem>"
	    "<step key='a'>A</step><step key='b'>B</step></order>");
	uint64_t seed;

	(void)state;
	for (seed = 0; seed < 50; seed++) {
		struct session *s = fixture_begin(bank, SESSION_LEARN, seed);

		assert_int_equal(session_order(s)[0], 1);
		assert_int_equal(session_order(s)[1], 0);
		fixture_answer(s, "b a");
		assert_int_equal(session_last(s)->arranged[0], 0);
		assert_int_equal(session_last(s)->arranged[1], 1);
		assert_int_equal(session_verdict(s)->outcome, VERDICT_RIGHT);
		session_free(s);
	}
	bank_free(bank);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(scores_are_those_of_moodle),
		cmocka_unit_test(scores_count_what_they_say),
		cmocka_unit_test(runs_are_the_longest),
		cmocka_unit_test(orders_are_read),
		cmocka_unit_test(rows_have_the_letters_that_were_shown),
		cmocka_unit_test(orders_are_never_shown_solved),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

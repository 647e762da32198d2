/* SPDX-License-Identifier: ISC */
/* What answers are worth, and what is said of them. */
#include "config.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "quiz/kind.h"
#include "quiz/rng.h"
#include "quiz_fixture.h"
#include "unit.h"

static void
assert_near(double got, double want)
{
	if (fabs(got - want) > 1e-6)
		fail_msg("%.9g is not %.9g", got, want);
}

static void
a_single_is_worth_its_option(void **state)
{
	static const struct {
		const char *typed;
		double credit;
		enum verdict_outcome outcome;
		int danger;
	} cases[] = {
		{ "a", 1, VERDICT_RIGHT, 0 },
		{ "b", 0, VERDICT_WRONG, 1 },
		{ "c", .25, VERDICT_PARTLY, 0 },
		{ "d", 0, VERDICT_WRONG, 0 },
	};
	struct bank *bank = fixture_bank(
	    "<single xml:id='s' about='#a' points='2'><stem>?</stem>"
	    "<option key='a' right='yes'>A</option>"
	    "<option key='b' danger='yes' misconception='m'>B"
	    "<feedback>Never.</feedback></option>"
	    "<option key='c' credit='0.25'>C</option>"
	    "<option key='d' credit='-1'>D</option></single>");
	struct verdict v;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		fixture_grade(&v, bank, 0, cases[i].typed);
		assert_near(v.credit, cases[i].credit);
		assert_near(v.points, cases[i].credit * 2);
		assert_near(v.max, 2);
		assert_int_equal(v.outcome, cases[i].outcome);
		assert_int_equal(v.danger, cases[i].danger);
		assert_int_equal(v.accept, i);
		assert_string_equal(verdict_by_name(&v), "option");
	}
	fixture_grade(&v, bank, 0, "b");
	assert_int_equal(v.n_misc, 1);
	assert_string_equal(v.misc[0], "m");
	assert_int_equal(v.n_reply, 1);
	assert_int_equal(v.reply[0].option, 1);
	assert_string_equal(v.reply[0].text->text.s, "Never.");
	bank_free(bank);
}

static struct bank *
multi(const char *score)
{
	struct buf b = BUF_INIT;
	struct bank *bank;

	buf_printf(&b,
	    "<multi xml:id='m' about='#a' score='%s'><stem>?</stem>"
	    "<option key='a' right='yes' %s>A</option>"
	    "<option key='b' right='yes' %s>B</option>"
	    "<option key='c' right='yes'  %s>C</option>"
	    "<option key='d'  %s>D</option><option key='e'>E</option>"
	    "</multi>",
	    score, strcmp(score, "sum") == 0 ? "credit='.5'" : "",
	    strcmp(score, "sum") == 0 ? "credit='.25'" : "",
	    strcmp(score, "sum") == 0 ? "credit='.25'" : "",
	    strcmp(score, "sum") == 0 ? "credit='-.25'" : "");
	bank = fixture_bank(b.s);
	buf_release(&b);
	return bank;
}

static void
a_multi_is_scored_in_four_ways(void **state)
{
	static const char *const ways[] = { "minus", "exact", "each", "sum" };
	static const struct {
		const char *typed;
		double credit[4];
	} cases[] = {
		{ "abc", { 1, 1, 1, 1 } },
		{ "a", { 1 / 3., 0, .6, .5 } },
		{ "ab", { 2 / 3., 0, .8, .75 } },
		{ "abd", { 1 / 3., 0, .6, .5 } },
		{ "abcd", { 2 / 3., 0, .8, .75 } },
		{ "abcde", { 1 / 3., 0, .6, .75 } },
		{ "d", { 0, 0, .2, 0 } },
		{ "de", { 0, 0, 0, 0 } },
		{ "ad", { 0, 0, .4, .25 } },
		{ "ade", { 0, 0, .2, .25 } },
	};
	size_t i, way;

	(void)state;
	for (way = 0; way < 4; way++) {
		struct bank *bank = multi(ways[way]);

		for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
			struct verdict v;

			fixture_grade(&v, bank, 0, cases[i].typed);
			assert_near(v.credit, cases[i].credit[way]);
		}
		bank_free(bank);
	}
}

/* Thirds written with seven digits make one, as in Moodle's banks. */
static void
thirds_make_one(void **state)
{
	struct bank *bank = fixture_bank(
	    "<multi xml:id='m' about='#a' score='sum'><stem>?</stem>"
	    "<option key='a' right='yes' credit='.3333333'>A</option>"
	    "<option key='b' right='yes' credit='.3333333'>B</option>"
	    "<option key='c' right='yes' credit='.3333333'>C</option>"
	    "<option key='d'>D</option></multi>");
	struct verdict v;

	(void)state;
	fixture_grade(&v, bank, 0, "abc");
	assert_int_equal(v.outcome, VERDICT_RIGHT);
	assert_true(v.fraction == 1);
	fixture_grade(&v, bank, 0, "ab");
	assert_int_equal(v.outcome, VERDICT_PARTLY);
	bank_free(bank);
}

static void
truth_has_its_feedback(void **state)
{
	struct bank *bank = fixture_bank(
	    "<truefalse xml:id='t' about='#a' answer='false'><stem>?</stem>"
	    "<feedback for='true'>It is not.</feedback></truefalse>");
	struct verdict v;
	struct rich right;

	(void)state;
	fixture_grade(&v, bank, 0, "t");
	assert_int_equal(v.outcome, VERDICT_WRONG);
	assert_string_equal(v.reply[0].text->text.s, "It is not.");
	fixture_grade(&v, bank, 0, "no");
	assert_int_equal(v.outcome, VERDICT_RIGHT);
	assert_int_equal(v.n_reply, 0);
	rich_init(&right);
	item_solution(&right, bank->items.v[0], NULL);
	assert_string_equal(right.text.s, "b  False");
	rich_release(&right);
	bank_free(bank);
}

/* From the unit tests of Moodle's numerical type, re-tabled. */
static void
numbers_have_tolerance(void **state)
{
	static const struct {
		const char *value, *tol, *type;
		double typed;
		int match;
	} cases[] = {
		{ "7", "1", "abs", 5.99, 0 },
		{ "7", "1", "abs", 6, 1 },
		{ "7", "1", "abs", 7, 1 },
		{ "7", "1", "abs", 8, 1 },
		{ "7", "1", "abs", 8.01, 0 },
		{ "1e-20", "0", "abs", 9.999999e-21, 0 },
		{ "1e-20", "0", "abs", 1e-20, 1 },
		{ "1e-20", "0", "abs", 1.0000001e-20, 0 },
		{ "0", "1e-24", "abs", -2e-24, 0 },
		{ "0", "1e-24", "abs", -1e-24, 1 },
		{ "0", "1e-24", "abs", 0, 1 },
		{ "0", "1e-24", "abs", 1e-24, 1 },
		{ "0", "1e-24", "abs", 2e-24, 0 },
		{ "0", "1e-24", "abs", -1e-20, 0 },
		{ "0", "1e-24", "abs", 1e-35, 1 },
		{ "1e-20", "1e-24", "abs", 1.0002e-20, 0 },
		{ "1e-20", "1e-24", "abs", 1.0001e-20, 1 },
		{ "1234", "0", "abs", 1234, 1 },
		{ "1234", "0", "abs", 1234.000001, 0 },
		{ "1234", "0", "abs", 0, 0 },
		{ "7", ".1", "rel", 6.29, 0 },
		{ "7", ".1", "rel", 6.3, 1 },
		{ "7", ".1", "rel", 7, 1 },
		{ "7", ".1", "rel", 7.7, 1 },
		{ "7", ".1", "rel", 7.71, 0 },
		{ "-7", ".1", "rel", -7.7, 1 },
		{ "-7", ".1", "rel", -7.71, 0 },
		{ "7", "1", "geom", 3.49, 0 },
		{ "7", "1", "geom", 3.5, 1 },
		{ "7", "1", "geom", 7, 1 },
		{ "7", "1", "geom", 14, 1 },
		{ "7", "1", "geom", 14.01, 0 },
		{ "-7", "1", "geom", -3.49, 0 },
		{ "-7", "1", "geom", -3.5, 1 },
		{ "-7", "1", "geom", -14, 1 },
		{ "-7", "1", "geom", -14.01, 0 },
		{ "0.3", "0", "abs", 0.1 + 0.2, 1 },
		{ "0", "0", "abs", 0, 1 },
		{ "0", "0", "abs", 1e-300, 0 },
		{ "1e300", "10", "geom", -1e300, 0 },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct buf b = BUF_INIT;
		struct response r;
		struct verdict v;
		struct bank *bank;

		buf_printf(&b,
		    "<numeric xml:id='n' about='#a'><stem>?</stem>"
		    "<answer value='%s' tol='%s' toltype='%s'/></numeric>",
		    cases[i].value, cases[i].tol, cases[i].type);
		bank = fixture_bank(b.s);
		response_init(&r);
		r.number = cases[i].typed;
		grade(&v, bank->items.v[0], &r, 0);
		if ((v.outcome == VERDICT_RIGHT) != cases[i].match)
			fail_msg("%s, %s: %.12g", cases[i].value, cases[i].tol,
			    cases[i].typed);
		response_release(&r);
		bank_free(bank);
		buf_release(&b);
	}
}

static const char units[] =
    "<stem>?</stem>"
    "<answer value='15' tol='2' unit='deg'/>"
    "<answer value='30' tol='1' unit='deg' credit='.5'>"
    "<feedback>Half.</feedback></answer>"
    "<unit name='deg' factor='1'/><unit name='rad' factor='57.29578'/>"
    "</numeric>";

struct unit_case {
	const char *typed;
	double credit;
	int missed;
};

static void
check_units(const char *attrs, const struct unit_case *c, size_t n)
{
	struct buf b = BUF_INIT;
	struct bank *bank;
	size_t i;

	buf_printf(&b, "<numeric xml:id='n' about='#a' %s>%s", attrs, units);
	bank = fixture_bank(b.s);
	for (i = 0; i < n; i++) {
		struct verdict v;

		fixture_grade(&v, bank, 0, c[i].typed);
		if (fabs(v.credit - c[i].credit) > 1e-9 ||
		    v.unit_missed != c[i].missed)
			fail_msg(
			    "%s: %g, %d", c[i].typed, v.credit, v.unit_missed);
	}
	bank_free(bank);
	buf_release(&b);
}

static void
numbers_are_converted(void **state)
{
	static const struct unit_case plain[] = {
		{ "15", 1, 0 },
		{ "15 deg", 1, 0 },
		{ "17", 1, 0 },
		{ "13 deg", 1, 0 },
		{ "0.2618 rad", 1, 0 },
		{ "15 rad", 0, 0 },
		{ "30", .5, 0 },
		{ "0.5236 RAD", .5, 0 },
		{ "20", 0, 0 },
	};
	static const struct unit_case graded[] = {
		{ "15", .8, 1 },
		{ "15 deg", 1, 0 },
		{ "0.2618 rad", 1, 0 },
		{ "15 rad", .8, 1 },
		{ "15 kg", .8, 1 },
		{ "30 kg", .3, 1 },
		{ "99 kg", 0, 0 },
	};

	(void)state;
	check_units("", plain, sizeof(plain) / sizeof(plain[0]));
	check_units(
	    "unit-penalty='0.2'", graded, sizeof(graded) / sizeof(graded[0]));
}

static void
the_first_number_that_fits_counts(void **state)
{
	struct bank *bank =
	    fixture_bank("<numeric xml:id='n' about='#a'><stem>?</stem>"
			 "<answer value='44.5' tol='14.5' credit='0'>"
			 "<feedback>Later.</feedback></answer>"
			 "<answer value='50' tol='10'/>"
			 "<feedback>No.</feedback></numeric>");
	struct verdict v;
	struct rich right;

	(void)state;
	fixture_grade(&v, bank, 0, "55");
	assert_int_equal(v.outcome, VERDICT_WRONG);
	assert_string_equal(v.reply[0].text->text.s, "Later.");
	fixture_grade(&v, bank, 0, "60");
	assert_int_equal(v.outcome, VERDICT_RIGHT);
	fixture_grade(&v, bank, 0, "1000");
	assert_string_equal(v.reply[0].text->text.s, "No.");
	rich_init(&right);
	item_solution(&right, bank->items.v[0], NULL);
	assert_string_equal(right.text.s, "50 (40 to 60)");
	rich_release(&right);
	bank_free(bank);
}

static const char hints[] =
    "<single xml:id='s' about='#a' points='2'><stem>?</stem>"
    "<option key='a' right='yes'>A</option>"
    "<option key='b' credit='.5'>B</option>"
    "<option key='c'>C</option>"
    "<hint>Free.</hint><hint cost='.25'>Quarter.</hint>"
    "<hint cost='1'>All.</hint></single>";

static void
hints_cost_what_they_say(void **state)
{
	static const struct {
		uint32_t ticked;
		unsigned hints;
		double fraction;
		enum verdict_outcome outcome;
		const char *said;
	} cases[] = {
		{ 1, 0, 1, VERDICT_RIGHT, "" },
		{ 1, 1, 1, VERDICT_RIGHT, "" },
		{ 1, 2, .75, VERDICT_RIGHT,
		    "less 0.5 for the hints; 1.5 of 2 points" },
		{ 1, 3, 0, VERDICT_RIGHT,
		    "less 2 for the hints; 0 of 2 points" },
		{ 2, 0, .5, VERDICT_PARTLY, "1 of 2 points" },
		{ 2, 2, .25, VERDICT_PARTLY,
		    "less 0.5 for the hints; 0.5 of 2 points" },
		{ 4, 2, 0, VERDICT_WRONG, "" },
	};
	struct bank *bank = fixture_bank(hints);
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct buf said = BUF_INIT;
		struct response r;
		struct verdict v;

		response_init(&r);
		answer_tick(&r, bank->items.v[0], cases[i].ticked);
		grade(&v, bank->items.v[0], &r, cases[i].hints);
		assert_near(v.fraction, cases[i].fraction);
		assert_int_equal(v.outcome, cases[i].outcome);
		verdict_say(&said, &v, bank->items.v[0]);
		assert_string_equal(said.s, cases[i].said);
		buf_release(&said);
		response_release(&r);
	}
	bank_free(bank);
}

static void
verdicts_say_why(void **state)
{
	static const struct {
		const char *body, *typed, *word, *said;
	} cases[] = {
		{ "<short xml:id='i' about='#a'><stem>?</stem>"
		  "<accept>lesser trochanter</accept></short>",
		    "lesser trocanter", "RIGHT",
		    "accepted: lesser trochanter (1 letter off)" },
		{ "<short xml:id='i' about='#a' points='2'><stem>?</stem>"
		  "<accept>hip</accept>"
		  "<accept credit='.5'>trochanter</accept></short>",
		    "trocantr", "PARTLY RIGHT",
		    "accepted: trochanter (2 letters off); 1 of 2 points" },
		{ "<multi xml:id='i' about='#a'><stem>?</stem>"
		  "<option key='a' right='yes'>A</option>"
		  "<option key='b' right='yes'>B</option>"
		  "<option key='c' right='yes'>C</option>"
		  "<option key='d'>D</option></multi>",
		    "abd", "PARTLY RIGHT",
		    "2 of 3 right ones, 1 wrong one; 0.33 of 1 point" },
		{ "<multi xml:id='i' about='#a'><stem>?</stem>"
		  "<option key='a' right='yes'>A</option>"
		  "<option key='b'>B</option>"
		  "<option key='c'>C</option></multi>",
		    "bc", "WRONG", "0 of 1 right one, 2 wrong ones" },
		{ "<numeric xml:id='i' about='#a' unit-penalty='.1'>"
		  "<stem>?</stem><answer value='5' unit='m'/></numeric>",
		    "5", "PARTLY RIGHT",
		    "the number is right, its unit is wrong or "
		    "missing; 0.9 of 1 point" },
		{ "<truefalse xml:id='i' about='#a' answer='true'>"
		  "<stem>?</stem></truefalse>",
		    "f", "WRONG", "" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct bank *bank = fixture_bank(cases[i].body);
		struct buf said = BUF_INIT;
		struct verdict v;

		fixture_grade(&v, bank, 0, cases[i].typed);
		verdict_say(&said, &v, bank->items.v[0]);
		assert_string_equal(verdict_word(&v), cases[i].word);
		assert_string_equal(said.s, cases[i].said);
		buf_release(&said);
		bank_free(bank);
	}
}

/* A choice of 2 to 26 options, some of them right, with credits at random. */
static struct bank *
random_multi(struct rng *rng)
{
	static const char *const ways[] = { "minus", "exact", "each" };
	struct buf b = BUF_INIT;
	struct bank *bank;
	uint32_t i, n = 2 + rng_below(rng, 25), right = rng_below(rng, n);

	buf_printf(&b, "<multi xml:id='m' about='#a' score='%s'><stem>?</stem>",
	    ways[rng_below(rng, 3)]);
	for (i = 0; i < n; i++)
		buf_printf(&b,
		    "<option key='k%u' right='%s' credit='%d.%u'>x"
		    "</option>",
		    i, i == right || rng_below(rng, 2) ? "yes" : "no",
		    -(int)rng_below(rng, 1), rng_below(rng, 10));
	buf_adds(&b, "<hint cost='.3'>h</hint></multi>");
	bank = fixture_bank(b.s);
	buf_release(&b);
	return bank;
}

static uint32_t
right_ones(const struct item *it)
{
	uint32_t ticked = 0;
	size_t i;

	for (i = 0; i < it->choice.n; i++)
		ticked |= (uint32_t)(it->choice.option[i].right != 0) << i;
	return ticked;
}

/* The same options as letters, from the last to the first. */
static void
check_order(const struct item *it, uint32_t ticked, const struct verdict *want)
{
	struct buf letters = BUF_INIT;
	struct response r;
	struct verdict v;
	size_t i;

	for (i = it->choice.n; i-- > 0;) {
		if (ticked >> i & 1)
			buf_addc(&letters, (char)('a' + i));
	}
	response_init(&r);
	assert_int_equal(answer_parse(&r, it, NULL, letters.s, letters.len), 0);
	grade(&v, it, &r, 1);
	assert_memory_equal(&v, want, sizeof(v));
	response_release(&r);
	buf_release(&letters);
}

static void
fractions_keep_their_bounds(void **state)
{
	struct rng rng;
	int round, i;

	(void)state;
	rng_init(&rng, 7, 7);
	for (round = 0; round < 200; round++) {
		struct bank *bank = random_multi(&rng);
		const struct item *it = bank->items.v[0];
		uint32_t all = ((uint32_t)1 << it->choice.n) - 1;
		struct response r;
		struct verdict v;

		response_init(&r);
		answer_tick(&r, it, right_ones(it));
		grade(&v, it, &r, 0);
		assert_true(v.fraction == 1);
		assert_int_equal(v.outcome, VERDICT_RIGHT);
		for (i = 0; i < 50; i++) {
			uint32_t ticked = rng_next(&rng) & all;

			if (ticked == 0)
				continue;
			answer_tick(&r, it, ticked);
			grade(&v, it, &r, 1);
			assert_true(v.fraction >= 0 && v.fraction <= 1);
			assert_true(v.points >= 0 && v.points <= v.max);
			if (ticked != right_ones(it))
				assert_true(v.credit < 1);
			check_order(it, ticked, &v);
		}
		response_release(&r);
		bank_free(bank);
	}
}

/* Whatever is typed, the fraction is one, and the right answer earns it. */
static void
typed_fractions_keep_their_bounds(void **state)
{
	static const char letters[] = "abc L45.-,*e the psoasz";
	struct bank *bank = fixture_bank(
	    "<short xml:id='s' about='#a'><stem>?</stem>"
	    "<accept>psoas</accept><accept credit='-1'>the abc</accept>"
	    "<accept credit='.3' match='glob'>*a*b</accept>"
	    "<reject>spoas</reject></short>"
	    "<numeric xml:id='n' about='#a' unit-penalty='1'><stem>?</stem>"
	    "<answer value='45' tol='1e308' credit='.5' unit='a'/>"
	    "<answer value='5'/></numeric>");
	struct rng rng;
	int i;

	(void)state;
	rng_init(&rng, 3, 9);
	for (i = 0; i < 20000; i++) {
		const struct item *it = bank->items.v[i % 2];
		char typed[40];
		size_t n = rng_below(&rng, sizeof(typed)), j;
		struct response r;
		struct verdict v;

		for (j = 0; j < n; j++)
			typed[j] =
			    letters[rng_below(&rng, sizeof(letters) - 1)];
		response_init(&r);
		if (answer_parse(&r, it, NULL, typed, n) == 0) {
			grade(&v, it, &r, 0);
			assert_true(v.fraction >= 0 && v.fraction <= 1);
		}
		response_release(&r);
	}
	bank_free(bank);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_single_is_worth_its_option),
		cmocka_unit_test(a_multi_is_scored_in_four_ways),
		cmocka_unit_test(thirds_make_one),
		cmocka_unit_test(truth_has_its_feedback),
		cmocka_unit_test(numbers_have_tolerance),
		cmocka_unit_test(numbers_are_converted),
		cmocka_unit_test(the_first_number_that_fits_counts),
		cmocka_unit_test(hints_cost_what_they_say),
		cmocka_unit_test(verdicts_say_why),
		cmocka_unit_test(fractions_keep_their_bounds),
		cmocka_unit_test(typed_fractions_keep_their_bounds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: ISC */
/* What learners type, and what is made of it. */
#include "config.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "quiz/number.h"
#include "quiz_fixture.h"
#include "unit.h"

static const char quiz[] =
    "<single xml:id='single' about='#a'><stem>?</stem>"
    "<option key='ka' right='yes'>A</option><option key='kb'>B</option>"
    "<option key='kc'>C</option></single>"
    "<multi xml:id='multi' about='#a'><stem>?</stem>"
    "<option key='ka' right='yes'>A</option>"
    "<option key='kb' right='yes'>B</option>"
    "<option key='kc'>C</option><option key='kd'>D</option></multi>"
    "<truefalse xml:id='truefalse' about='#a' answer='true'>"
    "<stem>?</stem></truefalse>"
    "<short xml:id='short' about='#a'><stem>?</stem>"
    "<accept>iliac fossa</accept></short>"
    "<numeric xml:id='plain' about='#a'><stem>?</stem>"
    "<answer value='5'/></numeric>"
    "<numeric xml:id='units' about='#a'><stem>?</stem>"
    "<answer value='15' unit='deg'/>"
    "<unit name='deg' factor='1'/><unit name='rad' factor='57.29578'/>"
    "</numeric>"
    "<numeric xml:id='graded' about='#a' unit-penalty='0.2'><stem>?</stem>"
    "<answer value='15' unit='deg'/></numeric>";

static struct bank *bank;

static int
parse(struct response *r, const char *id, const char *s)
{
	return answer_parse(r, bank_item(bank, id), NULL, s, strlen(s));
}

static void
choices_are_letters_or_digits(void **state)
{
	static const struct {
		const char *id, *typed, *keys; /* NULL: refused */
	} cases[] = {
		{ "single", "a", "ka" },
		{ "single", " B ", "kb" },
		{ "single", "3", "kc" },
		{ "single", "a)", "ka" },
		{ "single", "(b).", "kb" },
		{ "single", "aa", "ka" },
		{ "single", "ab", NULL },
		{ "single", "d", NULL },
		{ "single", "4", NULL },
		{ "single", "0", NULL },
		{ "single", "", NULL },
		{ "single", "  ", NULL },
		{ "single", "?", NULL },
		{ "single", ",", NULL },
		{ "single", "\u00e4", NULL },
		{ "multi", "a c", "ka kc" },
		{ "multi", "ac", "ka kc" },
		{ "multi", "c,A", "ka kc" },
		{ "multi", "a, b; c", "ka kb kc" },
		{ "multi", "1 3", "ka kc" },
		{ "multi", "24", "kb kd" },
		{ "multi", "a+d", "ka kd" },
		{ "multi", "a e", NULL },
		{ "multi", "none", NULL },
		{ "truefalse", "t", "true" },
		{ "truefalse", "TRUE", "true" },
		{ "truefalse", "yes", "true" },
		{ "truefalse", "a", "true" },
		{ "truefalse", "1", "true" },
		{ "truefalse", "F", "false" },
		{ "truefalse", "False", "false" },
		{ "truefalse", "no", "false" },
		{ "truefalse", "b", "false" },
		{ "truefalse", "maybe", NULL },
		{ "truefalse", "tf", NULL },
		{ "truefalse", "c", NULL },
		{ "truefalse", "truee", NULL },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct response r;
		int rc;

		response_init(&r);
		rc = parse(&r, cases[i].id, cases[i].typed);
		if ((rc == 0) != (cases[i].keys != NULL))
			fail_msg("%s: \"%s\"", cases[i].id, cases[i].typed);
		if (rc == 0)
			assert_string_equal(r.text.s, cases[i].keys);
		else
			assert_true(r.reason.len > 0);
		response_release(&r);
	}
}

static void
letters_go_by_the_order_shown(void **state)
{
	static const unsigned char order[] = { 3, 1, 0, 2 };
	const struct item *it = bank_item(bank, "multi");
	struct rich right;
	struct response r;

	(void)state;
	response_init(&r);
	assert_int_equal(answer_parse(&r, it, order, "ac", 2), 0);
	assert_string_equal(r.text.s, "ka kd");
	assert_int_equal(r.ticked, 1 | 8);
	response_release(&r);
	rich_init(&right);
	item_solution(&right, it, order);
	assert_string_equal(right.text.s, "b  B\nc  A");
	rich_release(&right);
}

static void
ticks_are_answers_too(void **state)
{
	const struct item *it = bank_item(bank, "multi");
	struct response r;

	(void)state;
	response_init(&r);
	assert_int_equal(answer_tick(&r, it, 5), 0);
	assert_string_equal(r.norm.s, "ka kc");
	assert_int_equal(answer_tick(&r, it, 0), -1);
	assert_true(r.reason.len > 0);
	it = bank_item(bank, "single");
	assert_int_equal(answer_tick(&r, it, 3), -1);
	assert_int_equal(answer_tick(&r, it, 2), 0);
	assert_string_equal(r.text.s, "kb");
	assert_string_equal(r.reason.s, "");
	response_release(&r);
}

static void
numbers_are_read_as_people_write_them(void **state)
{
	static const struct {
		const char *s;
		int len; /* 0: none; -1: two ways */
		double x;
	} cases[] = {
		{ "5", 1, 5 },
		{ "-5", 2, -5 },
		{ "+5", 2, 5 },
		{ "\u22125", 4, -5 },
		{ "1.5", 3, 1.5 },
		{ "1,5", 3, 1.5 },
		{ ",5", 2, .5 },
		{ ".5", 2, .5 },
		{ "5.", 2, 5 },
		{ "5,", 1, 5 },
		{ "0,500", 5, .5 },
		{ "1,50", 4, 1.5 },
		{ "1,5000", 6, 1.5 },
		{ "12345,678", 9, 12345.678 },
		{ "1,500", -1, 0 },
		{ "100,000", -1, 0 },
		{ "1,500,000", -1, 0 },
		{ "1.500.000", -1, 0 },
		{ "1,500.5", -1, 0 },
		{ "1.500,5", -1, 0 },
		{ "1.500", 5, 1.5 },
		{ "1e3", 3, 1000 },
		{ "1,5e-3", 6, .0015 },
		{ "2e", 1, 2 },
		{ "2 e", 1, 2 },
		{ "1/2", 3, .5 },
		{ "-3/4", 4, -.75 },
		{ "1/0", 1, 1 },
		{ "1/2/3", 1, 1 },
		{ "1/2.5", 1, 1 },
		{ "15deg", 2, 15 },
		{ "0x10", 1, 0 },
		{ "1e999", 0, 0 },
		{ "inf", 0, 0 },
		{ "nan", 0, 0 },
		{ "", 0, 0 },
		{ "-", 0, 0 },
		{ ".", 0, 0 },
		{ "e5", 0, 0 },
		{ "five", 0, 0 },
		{ "--5", 0, 0 },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		double x = 0;
		int len = number_typed(cases[i].s, &x);

		if (len != cases[i].len || (len > 0 && x != cases[i].x))
			fail_msg("\"%s\": %d, %g", cases[i].s, len, x);
	}
}

static void
long_numbers_stop(void **state)
{
	struct buf b = BUF_INIT;
	double x;

	(void)state;
	buf_fill(&b, '1', 1000);
	assert_int_equal(number_typed(b.s, &x), 0);
	assert_int_equal(number_parse(b.s, &x), -1);
	buf_addc(&b, ',');
	buf_fill(&b, '5', 1000);
	assert_int_equal(number_typed(b.s, &x), 0);
	assert_int_equal(number_typed(b.s + 999, &x), 0);
	buf_release(&b);
}

static void
the_locale_has_no_say(void **state)
{
	static const char *const names[] = { "de_DE.UTF-8", "de_DE.utf8",
		"fr_FR.UTF-8", "nl_NL.UTF-8", "ru_RU.UTF-8" };
	size_t i;
	double x;

	(void)state;
	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (setlocale(LC_NUMERIC, names[i]) != NULL)
			break;
	}
	assert_int_equal(number_parse("1.5", &x), 0);
	assert_true(x == 1.5);
	assert_int_equal(number_parse("1,5", &x), -1);
	assert_int_equal(number_typed("2,5", &x), 3);
	assert_true(x == 2.5);
	setlocale(LC_NUMERIC, "C");
}

static void
numbers_may_have_units(void **state)
{
	static const struct {
		const char *id, *typed, *norm; /* NULL: refused */
		int unit;
	} cases[] = {
		{ "plain", "5", "5", UNIT_NONE },
		{ "plain", " 5,0 ", "5", UNIT_NONE },
		{ "plain", "5 vertebrae", NULL, 0 },
		{ "plain", "five", NULL, 0 },
		{ "plain", "a", NULL, 0 },
		{ "plain", "1,500", NULL, 0 },
		{ "units", "15", "15", UNIT_NONE },
		{ "units", "15 deg", "15 deg", 0 },
		{ "units", "15deg", "15 deg", 0 },
		{ "units", "15 DEG", "15 deg", 0 },
		{ "units", "0.26 rad", "0.26 rad", 1 },
		{ "units", "15 kg", NULL, 0 },
		{ "units", "15 20", NULL, 0 },
		{ "units", "deg", NULL, 0 },
		{ "graded", "15 deg", "15 deg", 0 },
		{ "graded", "15 kg", "15", UNIT_OTHER },
		{ "graded", "15 16", NULL, 0 },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct response r;
		int rc;

		response_init(&r);
		rc = parse(&r, cases[i].id, cases[i].typed);
		if ((rc == 0) != (cases[i].norm != NULL))
			fail_msg("%s: \"%s\"", cases[i].id, cases[i].typed);
		if (rc == 0) {
			assert_string_equal(r.norm.s, cases[i].norm);
			assert_int_equal(r.unit, cases[i].unit);
		}
		response_release(&r);
	}
}

static void
check_refused(const struct item *it, const char *s, size_t len)
{
	struct response r;

	response_init(&r);
	assert_int_equal(answer_parse(&r, it, NULL, s, len), -1);
	assert_true(r.reason.len > 0 && r.reason.len < 100);
	assert_null(strchr(r.reason.s, '\n'));
	response_release(&r);
}

/* What no kind takes, whatever it asks. */
static void
nonsense_is_refused_with_a_line(void **state)
{
	static const char *const bytes[] = { "a\033[2J", "a\001", "a\177",
		"\xff\xfe", "a\xc2\x9b", "\xc0\x80", "a\u202e" };
	char *much = malloc(10001);
	size_t i, j;

	(void)state;
	memset(much, 'a', 10001);
	for (i = 0; i < bank->items.n; i++) {
		const struct item *it = bank->items.v[i];

		check_refused(it, "", 0);
		check_refused(it, "a\0b", 3);
		check_refused(it, much, 10001);
		check_refused(it, much, 10000);
		check_refused(it, much, ANSWER_MAX + 1);
		for (j = 0; j < sizeof(bytes) / sizeof(bytes[0]); j++)
			check_refused(it, bytes[j], strlen(bytes[j]));
	}
	free(much);
}

static void
prompts_say_how_to_answer(void **state)
{
	static const struct {
		const char *id, *prompt;
		enum kind_input input;
	} cases[] = {
		{ "single", "Choose one, a to c", INPUT_ONE },
		{ "multi", "Choose all that fit, a to d, as in \"a c\"",
		    INPUT_MANY },
		{ "truefalse", "True or false", INPUT_ONE },
		{ "short", "Type the answer", INPUT_LINE },
		{ "plain", "Type a number", INPUT_LINE },
		{ "units", "Type a number, in deg or rad", INPUT_LINE },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		fixture_asks(bank_item(bank, cases[i].id), cases[i].input,
		    cases[i].prompt);
}

static int
setup(void **state)
{
	(void)state;
	bank = fixture_bank(quiz);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	bank_free(bank);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(choices_are_letters_or_digits),
		cmocka_unit_test(letters_go_by_the_order_shown),
		cmocka_unit_test(ticks_are_answers_too),
		cmocka_unit_test(numbers_are_read_as_people_write_them),
		cmocka_unit_test(long_numbers_stop),
		cmocka_unit_test(the_locale_has_no_say),
		cmocka_unit_test(numbers_may_have_units),
		cmocka_unit_test(nonsense_is_refused_with_a_line),
		cmocka_unit_test(prompts_say_how_to_answer),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}

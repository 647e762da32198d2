/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "text/regex.h"
#include "unit.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static void
expressions_match(void **state)
{
	static const struct {
		const char *pattern, *text;
		int at, len; /* at -1: nowhere */
	} cases[] = {
		{ "b+", "abbbc", 1, 3 },
		{ "^two", "one\ntwo", 4, 3 },
		{ "one$", "one\ntwo", 0, 3 },
		{ "psoas", "The PSOAS", 4, 5 },
		{ "Psoas", "The PSOAS", -1, 0 },
		{ "Psoas", "The Psoas", 4, 5 },
		{ "\\W\\S", "ab cd", 2, 2 },
		{ "\\w+", "\xc3\xa9t\xc3\xa9 ", 0, 5 },
		{ "\xc3\xa9", "\xc3\x89", 0, 2 },
		{ "(?<=a)c", "ab ac", 4, 1 },
		{ "x*", "aax", 2, 1 },
		{ "x*", "aa", -1, 0 },
		{ "", "ab", -1, 0 },
	};
	struct buf why = BUF_INIT;
	struct regex_span span = { 0, 0 };
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		struct regex *r =
		    regex_new(cases[i].pattern, strlen(cases[i].pattern), &why);
		enum regex_result result;

		assert_non_null(r);
		result = regex_find(
		    r, cases[i].text, strlen(cases[i].text), 0, &span);
		assert_int_equal(
		    result, cases[i].at < 0 ? REGEX_NONE : REGEX_FOUND);
		if (cases[i].at >= 0) {
			assert_int_equal(span.start, cases[i].at);
			assert_int_equal(span.end - span.start, cases[i].len);
		}
		regex_free(r);
	}
	assert_int_equal(why.len, 0);
}

static void
bad_ones_say_why(void **state)
{
	static const struct {
		const char *pattern, *says;
	} cases[] = {
		{ "a(b", "missing closing parenthesis at character 4" },
		{ "\xc3\xa9[", "at character 3" },
		{ "*", "at character 1" },
		{ "(?=ab\\K)", "lookaround" },
		{ "\\C", "at character 3" },
		{ "\xff", "UTF-8" },
		{ "((a{1,999}){1,999}){1,999}", "too large" },
	};
	struct buf why = BUF_INIT;
	char *longest = malloc(REGEX_LEN_MAX + 1);
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		buf_reset(&why);
		assert_null(regex_new(
		    cases[i].pattern, strlen(cases[i].pattern), &why));
		assert_non_null(strstr(why.s, cases[i].says));
	}
	memset(longest, 'a', REGEX_LEN_MAX + 1);
	buf_reset(&why);
	assert_null(regex_new(longest, REGEX_LEN_MAX + 1, &why));
	assert_true(why.len > 0);
	free(longest);
	buf_release(&why);
}

/* Each of these would run for years. */
static void
costly_ones_are_given_up(void **state)
{
	static const char *const patterns[] = {
		"(a+)+$",
		"(a|aa)+$",
		"(a|a)*[bc]",
		"(.*)*(.*)*(.*)*(.*)*[xy]",
		"^(?:(a)|(?R)*)*$",
	};
	struct buf text = BUF_INIT, why = BUF_INIT;
	struct regex_span span;
	size_t i;

	(void)state;
	buf_fill(&text, 'a', 50000);
	buf_addc(&text, '!');
	for (i = 0; i < COUNT(patterns); i++) {
		struct regex *r =
		    regex_new(patterns[i], strlen(patterns[i]), &why);

		assert_non_null(r);
		assert_int_equal(
		    regex_find(r, text.s, text.len, 0, &span), REGEX_COSTLY);
		regex_free(r);
	}
	buf_release(&text);
	buf_release(&why);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(expressions_match),
		cmocka_unit_test(bad_ones_say_why),
		cmocka_unit_test(costly_ones_are_given_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

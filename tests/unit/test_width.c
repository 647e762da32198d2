/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <locale.h>
#include <string.h>
#include <wchar.h>

#include "base/buf.h"
#include "text/utf8.h"
#include "text/width.h"
#include "unit.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static void
width_of_strings(void **state)
{
	static const struct {
		const char *s;
		int cols;
	} cases[] = {
		{ "", 0 }, { "plain ASCII text, more than a word", 34 },
		{ "caf\u00e9", 4 }, { "cafe\u0301", 4 },
		{ "soft\u00adhyphen", 10 },
		{ "zero\u200bwidth\u200d\u2060\u200c", 9 },
		{ "\u65e5\u672c\u8a9e", 6 },
		{ "\u0e01\u0e33\u0e41\u0e1e\u0e07", 5 },
		{ "\u2014\u2026\u201c\u201d\u2022", 5 }, { "\U0001f600", 2 },
		{ "\u00a0\u2500\u2588", 3 }, { "\ue000", 1 }, /* private use */
		{ "\u0378", 1 },       /* not assigned: curses gives it one */
		{ "\u4dc0\u3248", 4 }, /* here uc_width says 1 each */
		{ "\u0600", 1 },       /* and here 0 */
	};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++)
		if (text_width(cases[i].s, strlen(cases[i].s)) != cases[i].cols)
			fail_msg("case %zu: \"%s\"", i, cases[i].s);
}

static void
width_is_that_of_the_c_library(void **state)
{
	uint32_t ch;

	(void)state;
	for (ch = 0; ch < 0x110000; ch++) {
		int cols = text_width_char(ch), want = wcwidth((wchar_t)ch);

		if (ch == 0xad)
			want = 0;
		else if (ch < 0xa0 || want < 0)
			want = 1;
		if (cols != want)
			fail_msg("U+%04X: %d, not %d", ch, cols, want);
	}
}

static void
width_needs_no_utf8_locale(void **state)
{
	uint32_t ch;

	(void)state;
	assert_non_null(setlocale(LC_CTYPE, "C"));
	assert_int_equal(text_width("caf\u00e9 \u65e5", 9), 7);
	assert_int_equal(text_width("e\u0301", 3), 1);
	for (ch = 0; ch < 0x110000; ch++)
		assert_in_range(text_width_char(ch), 0, 2);
	assert_non_null(setlocale(LC_CTYPE, "C.UTF-8"));
}

static void
width_of_a_text_is_that_of_its_parts(void **state)
{
	const char *s = "ab\u00e9 long ASCII run here \u65e5\u0301 end\u00ad.";
	size_t len = strlen(s), i;

	(void)state;
	for (i = 0; i <= len; i++) {
		if (i < len && ((unsigned char)s[i] & 0xc0) == 0x80)
			continue;
		assert_int_equal(text_width(s, i) + text_width(s + i, len - i),
		    text_width(s, len));
	}
}

static void
fit_takes_whole_clusters(void **state)
{
	static const struct {
		const char *s;
		int cols;
		size_t len;
		int used;
	} cases[] = {
		{ "abc", 2, 2, 2 },
		{ "abc", 3, 3, 3 },
		{ "abc", 9, 3, 3 },
		{ "abc", 0, 0, 0 },
		{ "abc", -1, 0, 0 },
		{ "", 5, 0, 0 },
		{ "ae\u0301b", 2, 4, 2 },
		{ "ae\u0301b", 1, 1, 1 },
		{ "\u65e5\u672c", 3, 3, 2 },
		{ "\u65e5\u672c", 1, 0, 0 },
		{ "a\u00adb", 1, 3, 1 },
		{ "a\u200bb", 1, 4, 1 },
		{ "\u0301a", 0, 2, 0 },
		{ "\U0001f468\u200d\U0001f469x", 3, 0, 0 },
		{ "\U0001f468\u200d\U0001f469x", 4, 11, 4 },
	};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		int used = -1;
		size_t len = text_fit(
		    cases[i].s, strlen(cases[i].s), cases[i].cols, &used);

		if (len != cases[i].len || used != cases[i].used)
			fail_msg("case %zu: %zu bytes, %d cols", i, len, used);
		assert_int_equal(text_fit(cases[i].s, strlen(cases[i].s),
				     cases[i].cols, NULL),
		    len);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(width_of_strings),
		cmocka_unit_test(width_is_that_of_the_c_library),
		cmocka_unit_test(width_needs_no_utf8_locale),
		cmocka_unit_test(width_of_a_text_is_that_of_its_parts),
		cmocka_unit_test(fit_takes_whole_clusters),
	};

	if (setlocale(LC_CTYPE, "C.UTF-8") == NULL)
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}

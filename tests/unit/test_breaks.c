/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <locale.h>
#include <string.h>

#include <unilbrk.h>

#include "base/buf.h"
#include "text/breaks.h"
#include "text/utf8.h"
#include "text/width.h"
#include "unit.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

/* The same numbers on every machine: a fault found stays found. */
static uint32_t
next_random(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

/* The text with a '|' where a line may end. */
static void
show(struct buf *b, const char *s, size_t len)
{
	char breaks[200];
	size_t i;

	assert_true(len <= sizeof(breaks));
	text_breaks(s, len, breaks);
	buf_reset(b);
	for (i = 0; i < len; i++) {
		if (breaks[i] == BREAK_MAY)
			buf_addc(b, '|');
		buf_addc(b, s[i]);
	}
}

static void
breaks_are_where_lines_may_end(void **state)
{
	static const char *const cases[] = {
		"one |two  |three",
		"  indented |text",
		"well-|known |up-|to-|date",
		"http://|www.example.com/|path/|to/|file-|name_x.html?|q=1&r=2",
		"user@lists.postgresql.org, |i.e. |this, |e.g. |that; |a,b",
		"1,234.56 |-5 |3-4 |12:30 |1/2 |and/|or",
		"psql |-s |--option |--long-|option |(-o) |\"-x\" |x-|y |--",
		"in |/usr/|bin |./a |../b |.rc .. |a / |b ... |c . |d |\" /x |( /y",
		"\u00e9 |/usr |./a |../b |.rc / |b ... |c",
		"C:\\dir\\file |$100 |50% |f(x) |(foo)bar |a... |b",
		"really!? |yes!|no |Stop. |(Go.) |\"so\"",
		"a|\u2014|b |foo |\u2013 |bar |1\u2013|2",
		"psoas\u2019s |\u201cquo\u201d |end\u2026 |\u201c-o\u201d",
		"a\u00a0b |10\u00a0cm |x\u202f!",
		"co\u00ad|op\u00ad|er\u00ad|ate",
		"a\u200b|b |a\u2060b",
		"\u65e5|\u672c|\u8a9e\u3001|\u3067|\u3059\u3002|\u300cx\u300d",
		"\u0e20\u0e32\u0e29\u0e32 |\u0e44\u0e17\u0e22",
		"e\u0301a\u0301 |x.\u00e9",
		"\uac00|\ub098 |\ub2e4",
	};
	struct buf text = BUF_INIT, got = BUF_INIT;
	const char *p;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		buf_reset(&text);
		for (p = cases[i]; *p != '\0'; p++)
			if (*p != '|')
				buf_addc(&text, *p);
		show(&got, text.s, text.len);
		assert_string_equal(got.s, cases[i]);
	}
	buf_release(&text);
	buf_release(&got);
}

static void
newlines_must_break(void **state)
{
	static const char s[] = "a\n\nb \n c\u2028d";
	char breaks[sizeof(s)];

	(void)state;
	assert_false(text_breaks(s, sizeof(s) - 1, breaks));
	assert_int_equal(breaks[1], BREAK_MUST);
	assert_int_equal(breaks[2], BREAK_MUST);
	assert_int_equal(breaks[5], BREAK_MUST);
	assert_int_equal(breaks[8], BREAK_MUST);
	assert_true(text_breaks(s, 8, breaks));
	assert_int_equal(breaks[1], BREAK_MUST);
	assert_int_equal(breaks[3], BREAK_NONE);
	assert_int_equal(breaks[5], BREAK_MUST);
	assert_int_equal(breaks[7], BREAK_NONE);
	text_breaks("", 0, breaks);
}

static void
assert_both_ways_agree(const char *s, size_t len)
{
	char fast[64], slow[64];

	assert_true(len < sizeof(fast));
	assert_int_not_equal(text_breaks(s, len, fast), TEXT_ANY);
	text_breaks_any(s, len, slow);
	if (memcmp(fast, slow, len) != 0)
		fail_msg("the two ways differ for \"%.*s\"", (int)len, s);
}

/* One of each class, in all strings of up to five. */
static void
short_ascii_breaks_as_all_of_unicode_does(void **state)
{
	static const char set[] = " \nA0'()}!.:/$|-";
	size_t base = sizeof(set) - 1, total, k, len, i, rest;
	char s[8];

	(void)state;
	for (len = 1, total = base; len <= 5; len++, total *= base) {
		for (k = 0; k < total; k++) {
			for (i = 0, rest = k; i < len; i++, rest /= base)
				s[i] = set[rest % base];
			assert_both_ways_agree(s, len);
		}
	}
}

/* The same with what is frequent in western text. */
static void
short_western_text_breaks_as_all_of_unicode_does(void **state)
{
	static const char *const set[] = { " ", "\n", "A", "0", "'", "(", ")",
		"!", ".", "/", "$", "|", "-", "\u201c", "\u2019", "\u2013",
		"\u00e9", "\u0178" };
	size_t total = COUNT(set) * COUNT(set), k, i, len;
	char s[32];

	(void)state;
	for (k = 0; k < total * total; k++) {
		size_t rest = k;

		for (i = len = 0; i < 4; i++, rest /= COUNT(set)) {
			strcpy(s + len, set[rest % COUNT(set)]);
			len += strlen(s + len);
		}
		assert_both_ways_agree(s, len);
	}
}

/* Each letter that is taken for one by its number. */
static void
western_letters_break_as_all_of_unicode_does(void **state)
{
	struct buf b = BUF_INIT;
	uint32_t ch;

	(void)state;
	for (ch = 0xc0; ch < 0x180; ch++) {
		if (ch == 0xd7 || ch == 0xf7)
			continue;
		buf_reset(&b);
		buf_adds(&b, "a.");
		utf8_encode(&b, ch);
		buf_adds(&b, "-");
		utf8_encode(&b, ch);
		buf_adds(&b, " (");
		utf8_encode(&b, ch);
		buf_adds(&b, ")/");
		utf8_encode(&b, ch);
		utf8_encode(&b, ch);
		buf_adds(&b, "0 ");
		utf8_encode(&b, ch);
		assert_both_ways_agree(b.s, b.len);
		assert_int_equal(text_width_char(ch), 1);
	}
	buf_release(&b);
}

static void
any_ascii_breaks_as_all_of_unicode_does(void **state)
{
	uint32_t seed = 2, r;
	size_t len, i;
	char s[60];
	int round;

	(void)state;
	for (round = 0; round < 60000; round++) {
		len = next_random(&seed) % sizeof(s);
		for (i = 0; i < len; i++) {
			r = next_random(&seed);
			s[i] = (char)(' ' + r % 95);
			if ((r >> 8) % 5 == 0)
				s[i] = (char)((r >> 12) % 9 == 0 ? '\n' : ' ');
			else if ((r >> 8) % 5 == 1)
				s[i] = '-';
		}
		assert_both_ways_agree(s, len);
	}
}

/*
 * Against libunistring itself: breaks go behind hyphens, slashes and the four
 * stops only, and come before a path only.
 */
static void
only_three_rules_are_added(void **state)
{
	static const char *const words[] = { "a", "Z", "1", "-", "--", " ", " ",
		"  ", ".", ",", ":", ";", "/", "(", ")", "\"", "\u2014",
		"\u201c", "\u201d", "\u00a0", "\u00ad", "\u65e5", "\u0e01",
		"\u00e9", "\n", "!", "$", "\u3002", "e\u0301" };
	struct buf b = BUF_INIT;
	char want[256], got[256];
	uint32_t seed = 3;
	int round, kept = 0, gone = 0, paths = 0;
	size_t i;

	(void)state;
	for (round = 0; round < 30000; round++) {
		buf_reset(&b);
		for (i = next_random(&seed) % 30; i > 0; i--)
			buf_adds(&b, words[next_random(&seed) % COUNT(words)]);
		if (b.len == 0)
			continue;
		assert_true(b.len <= sizeof(got));
		u8_possible_linebreaks((uint8_t *)b.s, b.len, "UTF-8", want);
		text_breaks(b.s, b.len, got);
		for (i = 0; i < b.len; i++) {
			assert_int_equal(got[i] == BREAK_MUST,
			    want[i] == UC_BREAK_MANDATORY);
			if (got[i] == BREAK_MAY &&
			    want[i] != UC_BREAK_POSSIBLE) {
				assert_int_equal(b.s[i - 1], ' ');
				assert_non_null(strchr("./", b.s[i]));
				paths++;
			}
			if (want[i] != UC_BREAK_POSSIBLE)
				continue;
			kept += got[i] == BREAK_MAY;
			gone += got[i] == BREAK_NONE;
			if (got[i] == BREAK_NONE)
				assert_non_null(strchr("-/.,:;", b.s[i - 1]));
		}
	}
	assert_true(kept > gone && gone > 100 && paths > 100);
	buf_release(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(breaks_are_where_lines_may_end),
		cmocka_unit_test(newlines_must_break),
		cmocka_unit_test(short_ascii_breaks_as_all_of_unicode_does),
		cmocka_unit_test(
		    short_western_text_breaks_as_all_of_unicode_does),
		cmocka_unit_test(western_letters_break_as_all_of_unicode_does),
		cmocka_unit_test(any_ascii_breaks_as_all_of_unicode_does),
		cmocka_unit_test(only_three_rules_are_added),
	};

	if (setlocale(LC_CTYPE, "C.UTF-8") == NULL)
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}

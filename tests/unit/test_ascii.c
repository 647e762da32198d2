/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <string.h>

#include "base/buf.h"
#include "text/ascii.h"
#include "text/utf8.h"
#include "unit.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static void
texts_become_ascii(void **state)
{
	static const struct {
		const char *in, *out;
	} cases[] = {
		{ "", "" },
		{ "plain?\ttext\n", "plain?\ttext\n" },
		{ "\u00e9t\u00e9 e\u0301te\u0301 \u01d6", "ete ete u" },
		{ "Stra\u00dfe \u00c6sop \u0153uvre \u00d8re \u0141\u00f3d\u017a",
		    "Strasse AEsop oeuvre Ore Lodz" },
		{ "\u0130stanbul \u0131\u015f\u0131k \u011f\u00fc",
		    "Istanbul isik gu" },
		{ "\u00de\u00f3r\u00f0ur \u0111\u1ea1i \ufb01ne",
		    "Thordur dai fine" },
		{ "\u2018a\u2019 \u201cb\u201d \u00abc\u00bb \u201ed\u201c",
		    "'a' \"b\" <<c>> \"d\"" },
		{ "a\u2013b \u2014 c\u2026 \u2022 d\u00a0e\u2003f \u2010",
		    "a-b -- c... * d e f -" },
		{ "\u20ac5 \u00a35 5\u00d73\u00f72 \u00b11 90\u00b0 20\u2103",
		    "EUR5 GBP5 5x3/2 +/-1 90deg 20degC" },
		{ "\u2192 \u2190 \u2194 \u21d2 \u2264 \u2265 \u2260 \u2248",
		    "-> <- <-> => <= >= != ~=" },
		{ "\u00a9 \u00ae \u2122 \u2116 5 \u00a7 3 \u00bfqu\u00e9?",
		    "(C) (R) (TM) No. 5 sec. 3 ?que?" },
		/* what could be misread */
		{ "50 \u00b5g, 50 \u03bcg, 3 \u03bcm", "50 ug, 50 ug, 3 um" },
		{ "\u03bc\u03b5", "me" },
		{ "10\u207b\u00b3 m\u00b2 x\u00b2\u2070 H\u2082O \u00b2",
		    "10^-3 m^2 x^20 H2O 2" },
		{ "2\u00bd \u00bd a\u00bc", "2 1/2 1/2 a1/4" },
		{ "\u2209 =\u0338", "[U+2209] =/" },
		{ "\u2460 \u2473 \u2776 \u24eb \u2474 \u2163",
		    "(1) (20) (1) (11) (1) IV" },
		/* Greek, Cyrillic */
		{ "\u03c8\u03cc\u03b1 \u03a8\u03c5\u03c7\u03ae \u03b8\u03ac"
		  "\u03bb\u03b1\u03c3\u03c3\u03b1\u03c2",
		    "psoa Psyche thalassas" },
		{ "\u041c\u043e\u0441\u043a\u0432\u0430 \u0449\u0438 "
		  "\u0439\u043e\u0434 \u0401\u0436 \u0407\u0436\u0430\u043a",
		    "Moskva shchi yod Yozh Yizhak" },
		/* the rest by its code; nothing for what is invisible */
		{ "\u4e2d\U0001f600\uac00\u0e01\ue000",
		    "[U+4E2D][U+1F600][U+AC00][U+0E01][U+E000]" },
		{ "\ufffd", "[U+FFFD]" },
		{ "co\u00adop \u200bx\u2060\ufe0f\u200d", "coop x" },
		{ "\uff28\uff49\uff01", "Hi!" },
		/* frames */
		{ "\u250c\u2500\u252c\u2510", "+-++" },
		{ "\u2502\u2503\u2551\u2550\u2501", "|||--" },
		{ "\u2514\u2574\u2575\u2571\u2572\u2573", "+-|/\\X" },
		{ "\u2588\u2584\u2591\u2593", "##.#" },
		{ "\u2610 \u2612 \u25cf \u25cb \u25ba", "[ ] [x] * o >" },
	};
	struct buf b = BUF_INIT;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		buf_reset(&b);
		text_to_ascii(&b, cases[i].in, strlen(cases[i].in));
		assert_string_equal(b.s, cases[i].out);
	}
	buf_release(&b);
}

static const char *
ascii_of(struct buf *b, uint32_t ch)
{
	struct buf s = BUF_INIT;

	buf_reset(b);
	utf8_encode(&s, ch);
	text_to_ascii(b, s.s, s.len);
	buf_release(&s);
	return b->s;
}

static const struct {
	uint32_t ch;
	const char *s;
} table[] = {
#define ASCII(ch, s) { ch, s },
#include "text/ascii.def"
#undef ASCII
};

/* A row out of order would not be found. */
static void
every_row_of_the_table_is_in_use(void **state)
{
	struct buf b = BUF_INIT;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(table); i++) {
		if (i > 0)
			assert_true(table[i].ch > table[i - 1].ch);
		assert_true(strlen(table[i].s) < 12);
		assert_string_equal(ascii_of(&b, table[i].ch), table[i].s);
	}
	buf_release(&b);
}

/* 1 if a character is, or is made of, a question mark. */
static int
asks(uint32_t ch)
{
	static const uint32_t marks[] = { '?', 0xbf, 0x2047, 0x2048, 0x2049,
		0xfe16, 0xfe56, 0xff1f };
	size_t i;

	for (i = 0; i < COUNT(marks); i++)
		if (marks[i] == ch)
			return 1;
	return 0;
}

static void
every_character_becomes_ascii(void **state)
{
	struct buf b = BUF_INIT;
	uint32_t ch;
	size_t i;

	(void)state;
	for (ch = 0xa0; ch < 0x110000; ch++) {
		if (ch == 0xd800)
			ch = 0xe000;
		if (ch == 0x32000)
			ch = 0xe0000;
		if (ch == 0xe1000)
			ch = 0x10ff00;
		ascii_of(&b, ch);
		for (i = 0; i < b.len; i++)
			if ((unsigned char)b.s[i] >= 0x7f ||
			    ((unsigned char)b.s[i] < 0x20 && b.s[i] != '\n'))
				fail_msg("U+%04X: \"%s\"", ch, b.s);
		if (!asks(ch) && strchr(b.s, '?') != NULL)
			fail_msg("U+%04X: \"%s\"", ch, b.s);
		if (ch >= 0x2500 && ch < 0x25a0)
			assert_int_equal(b.len, 1);
	}
	buf_release(&b);
}

static void
frames_are_lines_and_corners(void **state)
{
	/* two of each direction, and what is left of all kinds */
	static const char lines[] = "--||--||--||", halves[] = "-|-|-|-|-|-|";
	struct buf b = BUF_INIT;
	uint32_t ch;

	(void)state;
	for (ch = 0x2500; ch < 0x250c; ch++)
		assert_int_equal(ascii_of(&b, ch)[0], lines[ch - 0x2500]);
	for (; ch < 0x254c; ch++)
		assert_string_equal(ascii_of(&b, ch), "+");
	for (; ch < 0x2552; ch++)
		assert_int_equal(ascii_of(&b, ch)[0], "--||-|"[ch - 0x254c]);
	for (; ch < 0x2571; ch++)
		assert_string_equal(ascii_of(&b, ch), "+");
	for (ch = 0x2574; ch < 0x2580; ch++)
		assert_int_equal(ascii_of(&b, ch)[0], halves[ch - 0x2574]);
	buf_release(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts_become_ascii),
		cmocka_unit_test(every_row_of_the_table_is_in_use),
		cmocka_unit_test(every_character_becomes_ascii),
		cmocka_unit_test(frames_are_lines_and_corners),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

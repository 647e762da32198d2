/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unistr.h>

#include "base/buf.h"
#include "text/utf8.h"
#include "unit.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))
#define FFFD     "\xef\xbf\xbd"

/* The same numbers on every machine: a fault found stays found. */
static uint32_t
next_random(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

static void
decode_takes_what_is_well_formed(void **state)
{
	static const struct {
		const char *s;
		size_t used;
		uint32_t ch;
	} cases[] = {
		{ "a", 1, 'a' },
		{ "\x7f", 1, 0x7f },
		{ "\xc2\x80", 2, 0x80 },
		{ "\xdf\xbf", 2, 0x7ff },
		{ "\xe0\xa0\x80", 3, 0x800 },
		{ "\xed\x9f\xbf", 3, 0xd7ff },
		{ "\xee\x80\x80", 3, 0xe000 },
		{ "\xef\xbf\xbf", 3, 0xffff },
		{ "\xf0\x90\x80\x80", 4, 0x10000 },
		{ "\xf4\x8f\xbf\xbf", 4, 0x10ffff },
		/* overlong */
		{ "\xc0\x80", 1, 0xfffd },
		{ "\xc1\xbf", 1, 0xfffd },
		{ "\xe0\x80\x80", 1, 0xfffd },
		{ "\xe0\x9f\xbf", 1, 0xfffd },
		{ "\xf0\x80\x80\x80", 1, 0xfffd },
		{ "\xf0\x8f\xbf\xbf", 1, 0xfffd },
		/* surrogates, past the end, no first bytes */
		{ "\xed\xa0\x80", 1, 0xfffd },
		{ "\xed\xbf\xbf", 1, 0xfffd },
		{ "\xf4\x90\x80\x80", 1, 0xfffd },
		{ "\xf5\x80\x80\x80", 1, 0xfffd },
		{ "\xf8\x88\x80\x80\x80", 1, 0xfffd },
		{ "\xff", 1, 0xfffd },
		{ "\x80", 1, 0xfffd },
		{ "\xbf\xbf", 1, 0xfffd },
		/* cut short, or something else instead */
		{ "\xc2", 1, 0xfffd },
		{ "\xe2\x82", 1, 0xfffd },
		{ "\xf0\x9f\x98", 1, 0xfffd },
		{ "\xc2 ", 1, 0xfffd },
		{ "\xe2\x82 ", 1, 0xfffd },
		{ "\xf0\x9f\x98 ", 1, 0xfffd },
		{ "\xe2\x28\xa1", 1, 0xfffd },
		{ "\xc2\xc2\x80", 1, 0xfffd },
	};
	uint32_t ch;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		size_t used = utf8_decode(cases[i].s, strlen(cases[i].s), &ch);

		if (used != cases[i].used || ch != cases[i].ch)
			fail_msg("case %zu: %zu bytes, U+%04X", i, used, ch);
	}
}

static void
assert_decodes_alike(const unsigned char *s, size_t len)
{
	ucs4_t want = 0xfffd;
	uint32_t ch;
	size_t used = utf8_decode((const char *)s, len, &ch);
	int n = u8_mbtoucr(&want, s, len);

	if (n < 0) {
		n = 1;
		want = 0xfffd;
	}
	if (used != (size_t)n || ch != want)
		fail_msg("%02x, first of %zu, is U+%04X", s[0], len, ch);
}

/* libunistring as the second opinion, on all shapes of four bytes. */
static void
decode_agrees_with_libunistring(void **state)
{
	static const unsigned char tail[] = { 0, 'a', 0x7f, 0x80, 0x8f, 0x90,
		0x9f, 0xa0, 0xbf, 0xc0, 0xc2, 0xe0, 0xed, 0xf0, 0xf4, 0xff };
	unsigned char s[4];
	size_t len, k;

	(void)state;
	for (k = 0; k < 256 * COUNT(tail) * COUNT(tail) * COUNT(tail); k++) {
		s[0] = (unsigned char)(k & 255);
		s[1] = tail[k >> 8 & 15];
		s[2] = tail[k >> 12 & 15];
		s[3] = tail[k >> 16 & 15];
		for (len = 1; len <= 4; len++)
			assert_decodes_alike(s, len);
	}
}

static void
encode_and_decode_are_inverse(void **state)
{
	struct buf b = BUF_INIT;
	uint32_t ch, back;

	(void)state;
	for (ch = 0; ch < 0x110000; ch++) {
		buf_reset(&b);
		utf8_encode(&b, ch);
		if (utf8_decode(b.s, b.len, &back) != b.len ||
		    back != (ch >= 0xd800 && ch < 0xe000 ? 0xfffd : ch))
			fail_msg("U+%04X comes back as U+%04X", ch, back);
	}
	buf_reset(&b);
	utf8_encode(&b, 0x110000);
	utf8_encode(&b, UINT32_MAX);
	assert_string_equal(b.s, FFFD FFFD);
	buf_release(&b);
}

static void
clusters_are_what_a_reader_sees_as_one(void **state)
{
	/* clusters parted by '|' */
	static const char *const cases[] = {
		"a|b|c",
		"e\u0301|a\u0308\u0323|x",
		"a|\r\n|b",
		"\n|\n",
		"\u1100\u1161\u11a8|\uac01",
		"\u0e01\u0e33|\u0e41|\u0e1e|\u0e07",       /* Thai */
		"\u0928|\u092e|\u0938\u094d|\u0924\u0947", /* Devanagari */
		"1\ufe0f\u20e3|2",
		"\U0001f44d\U0001f3fd|a",
		"\U0001f1e9\U0001f1ea|\U0001f1eb\U0001f1f7|\U0001f1fa",
		"\U0001f468\u200d\U0001f469\u200d\U0001f467|x",
		"\U0001f3f4\u200d\u2620\ufe0f|\U0001f468\u200d",
		"\u2764\ufe0f\u200d\U0001f525|\U0001f525",
		"a\u200d|\U0001f525", /* the joiner joins pictographs only */
		"\U0001f1e9\u0301|\U0001f1ea",
	};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		struct buf text = BUF_INIT, got = BUF_INIT;
		const char *p;
		size_t at, n;

		for (p = cases[i]; *p != '\0'; p++)
			if (*p != '|')
				buf_addc(&text, *p);
		for (at = 0; at < text.len; at += n) {
			if (at > 0)
				buf_addc(&got, '|');
			n = utf8_cluster(text.s + at, text.len - at);
			assert_in_range(n, 1, text.len - at);
			buf_add(&got, text.s + at, n);
		}
		assert_string_equal(got.s, cases[i]);
		buf_release(&text);
		buf_release(&got);
	}
}

static void
clean_makes_harmless(void **state)
{
	static const struct {
		const char *in, *out;
	} cases[] = {
		{ "", "" },
		{ "plain\ttext\n", "plain\ttext\n" },
		{ "\u00e9\u4e2d\U0001f600\u00a0\u00ad\ufffd",
		    "\u00e9\u4e2d\U0001f600\u00a0\u00ad\ufffd" },
		{ "a\033[2Jb", "a" FFFD "[2Jb" },
		{ "\x01\x08\x0b\x0c\x1f\x7f", FFFD FFFD FFFD FFFD FFFD FFFD },
		{ "C1 \xc2\x80\xc2\x9b\xc2\x9f.", "C1 " FFFD FFFD FFFD "." },
		{ "a\r\nb\r\n", "a\nb\n" },
		{ "a\r\r\nb", "a\nb" },
		{ "a\rb\r", "a" FFFD "b" FFFD },
		{ "a\r\rb", "a" FFFD FFFD "b" },
		{ "x\u202e\u202a\u202b\u202c\u202d\u2066\u2067\u2068\u2069y",
		    "xy" },
		{ "x\u200e\u200f\u061cy", "xy" },
		{ "x\U000e0001\U000e0041\U000e007fy", "xy" },
		{ "\ufeffx\ufeff", "x" },
		{ "x\ufdd0\ufdef\ufffe\uffff\U0001fffe\U0010ffffy", "xy" },
		{ "\u200b\u200c\u200d\u2060\ue000\u0378",
		    "\u200b\u200c\u200d\u2060\ue000\u0378" },
		/* not UTF-8: one sign a byte */
		{ "\xc0\x80", FFFD FFFD },
		{ "\xed\xa0\x80", FFFD FFFD FFFD },
		{ "\xf4\x90\x80\x80", FFFD FFFD FFFD FFFD },
		{ "\xe2\x82", FFFD FFFD },
		{ "\xe2\x82z", FFFD FFFD "z" },
		{ "\xc3\xa9\xc3", "\xc3\xa9" FFFD },
		{ "caf\xe9 au lait", "caf" FFFD " au lait" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		struct buf b = BUF_INIT;
		size_t len = strlen(cases[i].in);

		text_clean(&b, cases[i].in, len);
		assert_string_equal(b.s, cases[i].out);
		assert_int_equal(text_is_clean(cases[i].in, len),
		    strcmp(cases[i].in, cases[i].out) == 0);
		buf_release(&b);
	}
}

static void
clean_finds_a_bad_byte_anywhere(void **state)
{
	char s[200];
	struct buf b = BUF_INIT;
	size_t len, i;

	(void)state;
	for (len = 1; len < sizeof(s); len += 7) {
		for (i = 0; i < len; i++) {
			memset(s, 'x', len);
			assert_true(text_is_clean(s, len));
			s[i] = '\0';
			assert_false(text_is_clean(s, len));
			buf_reset(&b);
			text_clean(&b, s, len);
			assert_int_equal(b.len, len + 2);
			assert_memory_equal(b.s + i, FFFD, 3);
		}
	}
	buf_release(&b);
}

/* Random bytes, half of them in the shape of UTF-8. */
static void
clean_of_anything_is_clean(void **state)
{
	static const unsigned char lead[] = { 0xc2, 0xe2, 0xe0, 0xed, 0xef,
		0xf0, 0xf3, 0xf4 };
	struct buf b = BUF_INIT, again = BUF_INIT;
	unsigned char s[64];
	uint32_t seed = 1;
	int round;

	(void)state;
	for (round = 0; round < 50000; round++) {
		size_t len = next_random(&seed) % sizeof(s), i;

		for (i = 0; i < len; i++) {
			uint32_t r = next_random(&seed);

			s[i] = (unsigned char)(r >> 3);
			if ((r & 7) == 0)
				s[i] = lead[r >> 3 & 7];
			else if ((r & 7) < 4)
				s[i] = (unsigned char)(0x80 | (r >> 3 & 63));
		}
		buf_reset(&b);
		buf_reset(&again);
		text_clean(&b, (char *)s, len);
		assert_null(u8_check((uint8_t *)b.s, b.len));
		assert_true(text_is_clean(b.s, b.len));
		text_clean(&again, b.s, b.len);
		assert_int_equal(again.len, b.len);
		assert_memory_equal(again.s, b.s, b.len);
		for (i = 0; i < b.len; i++)
			assert_true((unsigned char)b.s[i] >= 0x20 ||
			    b.s[i] == '\t' || b.s[i] == '\n');
	}
	buf_release(&b);
	buf_release(&again);
}

static void
clean_is_linear(void **state)
{
	size_t len = 4 << 20;
	char *s = malloc(len);
	struct buf b = BUF_INIT;

	(void)state;
	assert_non_null(s);
	memset(s, '\r', len);
	text_clean(&b, s, len);
	assert_int_equal(b.len, 3 * len);
	buf_release(&b);
	free(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(decode_takes_what_is_well_formed),
		cmocka_unit_test(decode_agrees_with_libunistring),
		cmocka_unit_test(encode_and_decode_are_inverse),
		cmocka_unit_test(clusters_are_what_a_reader_sees_as_one),
		cmocka_unit_test(clean_makes_harmless),
		cmocka_unit_test(clean_finds_a_bad_byte_anywhere),
		cmocka_unit_test(clean_of_anything_is_clean),
		cmocka_unit_test(clean_is_linear),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include <uninorm.h>

#include "base/buf.h"
#include "text/fold.h"
#include "text/match.h"
#include "text/utf8.h"
#include "unit.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))
#define SHY      "\xc2\xad"

/* The same numbers on every machine: a fault found stays found. */
static uint32_t
next_random(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

static void
strings_fold(void **state)
{
	static const struct {
		const char *in, *out;
	} cases[] = {
		{ "", "" },
		{ " ", "" },
		{ "  Plain ASCII,  Text\t1 ", "plain ascii, text 1" },
		{ "a\nb \n c\n", "a b c" },
		{ "\u00c9t\u00e9 NA\u00cfVE \u00c5ngstr\u00f6m",
		    "ete naive angstrom" },
		{ "E\u0301te\u0301 a\u0323\u0302", "ete a" },
		{ "Stra\u00dfe STRASSE \u1e9e", "strasse strasse ss" },
		{ "\u039f\u0394\u03a5\u03a3\u03a3\u0395\u03a5\u03a3 "
		  "\u1f48\u03b4\u03c5\u03c3\u03c3\u03b5\u03cd\u03c2",
		    "\u03bf\u03b4\u03c5\u03c3\u03c3\u03b5\u03c5\u03c3 "
		    "\u03bf\u03b4\u03c5\u03c3\u03c3\u03b5\u03c5\u03c3" },
		{ "\u1fb3 \u0390", "\u03b1 \u03b9" },
		{ "\u0419\u043e\u0433 \u0401\u043b\u043a\u0430",
		    "\u0438\u043e\u0433 \u0435\u043b\u043a\u0430" },
		{ "a\u00a0b\u202fc\u2003d\u3000e\u00a0 \u00a0f",
		    "a b c d e f" },
		{ "co" SHY "op zero\u200bwidth \u2060x\ufe0f",
		    "coop zerowidth x" },
		{ "\u2018a\u2019 \u201cb\u201d \u201ec\u201c \u00abd\u00bb "
		  "don\u00b4t 5\u2032 6\u2033",
		    "'a' \"b\" \"c\" \"d\" don't 5' 6\"" },
		{ "a\u2010b\u2011c\u2013d\u2014e\u2212f", "a-b-c-d-e-f" },
		{ "\ufb01ne \u2460 x\u00b2 \u00bd \u2122 \u2026 \uff21\uff42",
		    "fine 1 x2 1/2 tm ... ab" },
		{ "\u0130stanbul I\u0307 \u0131", "istanbul i \u0131" },
		/* marks that make another letter stay */
		{ "\u304c \u304b\u3099 \uff76\uff9e \u304b",
		    "\u304b\u3099 \u304b\u3099 \u30ab\u3099 \u304b" },
		{ "\u0e01\u0e34 \u0e19\u0e49\u0e33",
		    "\u0e01\u0e34 \u0e19\u0e49\u0e4d\u0e32" },
		{ "\u0915\u094d\u0937 \u0915\u093c",
		    "\u0915\u094d\u0937 \u0915\u093c" },
		/* points of Hebrew and Arabic go */
		{ "\u05e9\u05c1\u05b8\u05dc\u05d5\u05b9\u05dd",
		    "\u05e9\u05dc\u05d5\u05dd" },
		{ "\u0645\u064f\u062d\u064e\u0645\u0651\u064e\u062f",
		    "\u0645\u062d\u0645\u062f" },
		{ "\uac01", "\u1100\u1161\u11a8" },
		{ "\u4e2d\u6587 \U0001f600", "\u4e2d\u6587 \U0001f600" },
		{ "\ufdfa",
		    "\u0635\u0644\u0649 \u0627\u0644\u0644\u0647 "
		    "\u0639\u0644\u064a\u0647 "
		    "\u0648\u0633\u0644\u0645" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		char *s = fold_string(cases[i].in, strlen(cases[i].in));

		assert_string_equal(s, cases[i].out);
		free(s);
	}
}

/* Finds `needle` in `text`; the source bytes of the match in brackets. */
static void
find(struct buf *out, const char *text, const char *needle)
{
	char *folded = fold_string(needle, strlen(needle));
	size_t len = strlen(folded), from, to;
	const char *at;
	struct fold f;

	buf_reset(out);
	fold_init(&f);
	fold_add(&f, text, strlen(text), 0);
	at = match_find(f.text.s, f.text.len, folded, len);
	if (at != NULL) {
		from = fold_source(&f, (size_t)(at - f.text.s));
		to = fold_source_end(&f, (size_t)(at - f.text.s) + len);
		buf_add(out, text, from);
		buf_addc(out, '[');
		buf_add(out, text + from, to - from);
		buf_addc(out, ']');
		buf_adds(out, text + to);
	}
	fold_release(&f);
	free(folded);
}

static void
readers_find_what_they_see(void **state)
{
	static const struct {
		const char *text, *needle, *found;
	} cases[] = {
		{ "un \u00e9t\u00e9 ici", "ete", "un [\u00e9t\u00e9] ici" },
		{ "un ete ici", "\u00e9t\u00e9", "un [ete] ici" },
		{ "un e\u0301te\u0301 ici", "\u00e9t\u00e9",
		    "un [e\u0301te\u0301] ici" },
		{ "the hip  flexor", "hip flexor", "the [hip  flexor]" },
		{ "the hip flexor", "hip\n    flexor", "the [hip flexor]" },
		{ "see the ilio" SHY "psoas here", "iliopsoas",
		    "see the [ilio" SHY "psoas] here" },
		{ "die Stra\u00dfe!", "STRASSE", "die [Stra\u00dfe]!" },
		{ "die Strasse", "stra\u00dfe", "die [Strasse]" },
		{ "\u1f48\u03b4\u03c5\u03c3\u03c3\u03b5\u03cd\u03c2",
		    "\u039f\u0394\u03a5\u03a3\u03a3\u0395\u03a5\u03a3",
		    "[\u1f48\u03b4\u03c5\u03c3\u03c3\u03b5\u03cd\u03c2]" },
		{ "about 10\u00a0cm long", "10 cm", "about [10\u00a0cm] long" },
		{ "PostgreSQL", "postgresql", "[PostgreSQL]" },
		{ "it\u2019s \u201cso\u201d", "it's \"so\"",
		    "[it\u2019s \u201cso\u201d]" },
		{ "it's so", "it\u2019s", "[it's] so" },
		{ "the \ufb01rst of", "first", "the [\ufb01rst] of" },
		{ "L4\u2013L5", "l4-l5", "[L4\u2013L5]" },
		{ "\u4e2d\u6587\u6587\u5b57", "\u6587\u5b57",
		    "\u4e2d\u6587[\u6587\u5b57]" },
		{ "\u00e9\u00e9\u00e9x", "x", "\u00e9\u00e9\u00e9[x]" },
		{ "tail" SHY, "tail", "[tail" SHY "]" },
		{ "stra\u00dfe", "stras", "[stra]\u00dfe" },
		{ "one\ntwo", "one two", "" },
		{ "cat", "dog", "" },
	};
	struct buf out = BUF_INIT;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		find(&out, cases[i].text, cases[i].needle);
		assert_string_equal(out.s, cases[i].found);
	}
	buf_release(&out);
}

static void
pieces_and_breaks(void **state)
{
	struct fold f;

	(void)state;
	fold_init(&f);
	fold_add(&f, "One ", 4, 10);
	fold_add(&f, " two", 4, 14);
	fold_add(&f, "\u00c9", 2, 30);
	fold_break(&f, 32);
	fold_add(&f, "  x", 3, 33);
	fold_break(&f, 36);
	assert_string_equal(f.text.s, "one twoe\n x\n");
	assert_int_equal(fold_source(&f, 0), 10);
	assert_int_equal(fold_source(&f, 3), 13); /* the first blank */
	assert_int_equal(fold_source(&f, 4), 15);
	assert_int_equal(fold_source(&f, 6), 17);
	assert_int_equal(fold_source(&f, 7), 30);
	assert_int_equal(fold_source(&f, 8), 32);
	assert_int_equal(fold_source(&f, 9), 33);
	assert_int_equal(fold_source(&f, 10), 35);
	assert_int_equal(fold_source(&f, 11), 36);
	assert_int_equal(fold_source_end(&f, 3), 13);
	assert_int_equal(fold_source_end(&f, 7), 18); /* not what is between */
	assert_int_equal(fold_source_end(&f, 8), 32);
	assert_int_equal(fold_source_end(&f, 11), 36);
	fold_release(&f);
	fold_release(&f);
	fold_init(&f);
	assert_int_equal(fold_source(&f, 0), 0);
	fold_release(&f);
}

static void
ascii_makes_no_steps(void **state)
{
	static const char s[] = "All that is plain ASCII, with single blanks "
				"and\nnewlines, maps byte for byte.\n";
	struct fold f;
	int i;

	(void)state;
	fold_init(&f);
	for (i = 0; i < 100; i++)
		fold_add(&f, s, sizeof(s) - 1,
		    (uint32_t)i * (uint32_t)(sizeof(s) - 1));
	assert_int_equal(f.steps.n, 0);
	assert_null(f.cache);
	assert_int_equal(f.text.len, 100 * (sizeof(s) - 1));
	fold_release(&f);
}

/*
 * The definition, slowly: folds each character of valid UTF-8 by itself and
 * says for each folded byte where its character starts.
 */
static void
fold_slowly(struct buf *text, uint32_t *source, const char *s, size_t len)
{
	size_t i = 0, used, k;
	struct fold f;
	uint32_t ch;

	buf_reset(text);
	for (; i < len; i += used) {
		used = utf8_decode(s + i, len - i, &ch);
		fold_init(&f);
		fold_add(&f, s + i, used, 0);
		for (k = 0; k < f.text.len; k++) {
			if (f.text.s[k] == ' ' && text->len > 0 &&
			    text->s[text->len - 1] == ' ')
				continue;
			source[text->len] = (uint32_t)i;
			buf_addc(text, f.text.s[k]);
		}
		fold_release(&f);
	}
	source[text->len] = (uint32_t)len;
}

static void
add_random_text(struct buf *b, uint32_t *seed)
{
	static const char *const parts[] = { "a", "Of",
		"WORD, and a longer one of 40 bytes", " ", " ", "  ", "\n", ".",
		"-", "\t", SHY, "\u65e5", "\u00df", "e\u0301", "\u00c9",
		"\u00a0", "\u2014", "\u200b", "\ufb03", "\u201c", "\u2019",
		"\u00bd", "\u0416", "\U0001f600", "\u0301", "\u00a8", "\uac01",
		"\ufdfa", "\u3000", "\u212b", "\u1e9e" };
	size_t n = next_random(seed) % 24;

	buf_reset(b);
	while (n-- > 0)
		buf_adds(b, parts[next_random(seed) % COUNT(parts)]);
}

static void
assert_sources(const struct fold *f, const uint32_t *source, const char *s)
{
	uint32_t before = 0, at;
	size_t i;

	for (i = 0; i <= f->text.len; i++) {
		at = fold_source(f, i);
		assert_in_range(at, before, strlen(s));
		if (at != source[i])
			fail_msg(
			    "%zu: %u not %u in \"%s\"", i, at, source[i], s);
		before = at;
	}
	assert_int_equal(fold_source(f, f->text.len), strlen(s));
}

static void
every_byte_maps_to_its_character(void **state)
{
	struct buf b = BUF_INIT, want = BUF_INIT;
	uint32_t source[2048], seed = 7;
	struct fold f;
	int round;
	size_t cut;

	(void)state;
	for (round = 0; round < 20000; round++) {
		add_random_text(&b, &seed);
		assert_true(b.len < sizeof(source) / sizeof(source[0]) / 2);
		fold_slowly(&want, source, b.s, b.len);
		cut = b.len == 0 ? 0 : next_random(&seed) % b.len;
		while ((b.s[cut] & 0xc0) == 0x80)
			cut--;
		fold_init(&f);
		fold_add(&f, b.s, cut, 0);
		fold_add(&f, b.s + cut, b.len - cut, (uint32_t)cut);
		assert_string_equal(f.text.s, want.s);
		assert_int_equal(f.text.len, want.len);
		assert_sources(&f, source, b.s);
		fold_release(&f);
	}
	buf_release(&b);
	buf_release(&want);
}

/* Of all characters: folding twice is folding once, composed or not. */
static void
folding_is_final(void **state)
{
	struct buf b = BUF_INIT;
	uint8_t nfd[128];
	uint32_t ch;

	(void)state;
	for (ch = 1; ch < 0x110000; ch++) {
		size_t n = sizeof(nfd);
		char *once, *twice, *other;

		if (ch == 0x3400)
			ch = 0xa000; /* ideographs */
		if (ch == 0xd800)
			ch = 0xe000;
		if (ch == 0x30000)
			ch = 0xe0000;
		if (ch == 0xe1000)
			break;
		buf_reset(&b);
		utf8_encode(&b, ch);
		once = fold_string(b.s, b.len);
		twice = fold_string(once, strlen(once));
		assert_ptr_equal(
		    u8_normalize(UNINORM_NFD, (uint8_t *)b.s, b.len, nfd, &n),
		    nfd);
		other = fold_string((char *)nfd, n);
		if (strcmp(once, twice) != 0 || strcmp(once, other) != 0)
			fail_msg("U+%04X: \"%s\", \"%s\", \"%s\"", ch, once,
			    twice, other);
		free(once);
		free(twice);
		free(other);
	}
	buf_release(&b);
}

static void
drops_marks_and_what_is_invisible(void **state)
{
	(void)state;
	assert_true(fold_drops(0x301));
	assert_true(fold_drops(0xad));
	assert_true(fold_drops(0x200d));
	assert_true(fold_drops(0xfe0f));
	assert_false(fold_drops('a'));
	assert_false(fold_drops(0x3099));
	assert_false(fold_drops(0xa0));
}

static void
initials_are_letters_of_an_alphabet(void **state)
{
	static const struct {
		const char *text, *initial;
	} cases[] = { { "", "" }, { "psoas", "P" }, { "\u00e9ponge", "E" },
		{ "\u03c0\u03bf\u03cd\u03c2", "\u03a0" }, { "4th", "" },
		{ "$libdir", "" }, { "\u8170\u7b4b", "" } };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char *folded =
		    fold_string(cases[i].text, strlen(cases[i].text));
		struct buf b = BUF_INIT;

		fold_initial(&b, folded);
		assert_string_equal(b.s, cases[i].initial);
		buf_release(&b);
		free(folded);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(strings_fold),
		cmocka_unit_test(readers_find_what_they_see),
		cmocka_unit_test(pieces_and_breaks),
		cmocka_unit_test(ascii_makes_no_steps),
		cmocka_unit_test(every_byte_maps_to_its_character),
		cmocka_unit_test(folding_is_final),
		cmocka_unit_test(drops_marks_and_what_is_invisible),
		cmocka_unit_test(initials_are_letters_of_an_alphabet),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

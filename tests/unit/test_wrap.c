/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <limits.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "text/breaks.h"
#include "text/utf8.h"
#include "text/width.h"
#include "text/wrap.h"
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

/* The lines as a screen shows them, '|' behind each. */
static void
show(struct buf *b, const struct wrap_lines *lines, const char *s)
{
	const struct wrap_line *line;
	size_t i, k;

	buf_reset(b);
	for (i = 0; i < lines->all.n; i++) {
		line = &lines->all.v[i];
		for (k = line->start; k < line->end; k++) {
			if (strncmp(s + k, SHY, 2) == 0)
				k++;
			else
				buf_addc(b, s[k]);
		}
		buf_adds(b, line->hyphen ? "-|" : "|");
	}
}

static void
assert_sound(const struct wrap_lines *lines, const char *s, size_t len,
    int first, int rest)
{
	size_t i, at = 0, k;

	for (i = 0; i < lines->all.n; i++) {
		const struct wrap_line *line = &lines->all.v[i];
		size_t bytes = line->end - line->start;
		int width = i == 0 ? first : rest;

		assert_true(line->start >= at && line->end >= line->start);
		for (k = at; k < line->start; k++)
			if (strchr(" \n\xe2\x80\xa8\x8b\xe3", s[k]) == NULL)
				fail_msg("lost at %zu: \"%s\"", k, s);
		at = line->end;
		assert_int_equal(line->cols,
		    text_width(s + line->start, bytes) + line->hyphen);
		if (line->cols > width &&
		    utf8_cluster(s + line->start, bytes) != bytes)
			fail_msg(
			    "%d of %d columns: \"%s\"", line->cols, width, s);
		if (line->hyphen)
			assert_memory_equal(s + line->end - 2, SHY, 2);
		if (bytes > 0)
			assert_int_not_equal(s[line->end - 1], ' ');
	}
	for (k = at; k < len; k++)
		if (strchr(" \n\xe2\x80\xa8\x8b\xe3", s[k]) == NULL)
			fail_msg("lost at %zu: \"%s\"", k, s);
}

static const struct wrap_case {
	const char *s;
	int first, rest;
	const char *lines;
} cases[] = {
	{ "", 10, 10, "" },
	{ "one", 10, 10, "one|" },
	{ "one two three", 7, 7, "one two|three|" },
	{ "one two three", 13, 13, "one two three|" },
	{ "one two three ", 13, 13, "one two three|" },
	{ "one  two", 3, 3, "one|two|" },
	/* first line narrower (a label), wider (a hanging indent) */
	{ "one two three", 3, 9, "one|two three|" },
	{ "one two three", 9, 5, "one two|three|" },
	{ "abcdef gh", 3, 10, "abc|def gh|" },
	{ "abcdefghij kl", 10, 4, "abcdefghij|kl|" },
	/* newlines */
	{ "a\nb", 10, 10, "a|b|" },
	{ "a\n\nb\n", 10, 10, "a||b|" },
	{ "\n", 10, 10, "|" },
	{ "  \n \n", 10, 10, "||" },
	{ "   ", 10, 10, "|" },
	{ "ab \ncd", 3, 2, "ab|cd|" },
	{ "a\u2028b", 10, 10, "a|b|" },
	{ "one two\nthree four", 3, 5, "one|two|three|four|" },
	/* least ragged, not greedy: aaa bb|cc|ddddd leaves 4 on one line */
	{ "aaa bb cc ddddd", 6, 6, "aaa|bb cc|ddddd|" },
	{ "The quick brown fox jumps over the lazy dog", 15, 15,
	    "The quick brown|fox jumps over|the lazy dog|" },
	/* names are better whole, unless that leaves too much room */
	{ "see the page systemd-boot and others of that kind", 22, 22,
	    "see the page|systemd-boot and|others of that kind|" },
	{ "see the file /usr/lib/os and others of that kind", 22, 22,
	    "see the file|/usr/lib/os and others|of that kind|" },
	{ "see what is in ./dir or in /usr/lib or so ...", 14, 14,
	    "see what is in|./dir or in|/usr/lib or|so ...|" },
	{ "a name-that-is-very-long-indeed here", 18, 18,
	    "a name-that-|is-very-long-|indeed here|" },
	/* no short word alone at the end */
	{ "aaaa bbbb cccc ddd ee", 19, 19, "aaaa bbbb cccc|ddd ee|" },
	{ "aaaaaaaaaa bbbbbbbb it", 20, 20, "aaaaaaaaaa|bbbbbbbb it|" },
	{ "aaaaaaaaaa bbbbbbbb cccccc", 20, 20, "aaaaaaaaaa bbbbbbbb|cccccc|" },
	{ "aaaaaaaaaaaaaaaaaaaa it", 20, 20, "aaaaaaaaaaaaaaaaaaaa|it|" },
	/* indent */
	{ "    def f(x):\n\treturn", 20, 20, "    def f(x):|\treturn|" },
	{ "    longword", 8, 8, "longword|" },
	{ "    longword", 6, 6, "longwo|rd|" },
	{ "        a", 4, 4, "a|" },
	/* words too long, cut between clusters */
	{ "abcdefgh", 3, 3, "abc|def|gh|" },
	{ "x abcdefg y", 3, 3, "x|abc|def|g y|" },
	{ "e\u0301e\u0301e\u0301", 2, 2, "e\u0301e\u0301|e\u0301|" },
	{ "\u0e20\u0e32\u0e29\u0e32\u0e44\u0e17\u0e22", 3, 3,
	    "\u0e20\u0e32\u0e29|\u0e32\u0e44\u0e17|\u0e22|" },
	{ "word !", 5, 5, "word|!|" },
	/* double width; a cluster wider than the line */
	{ "\u65e5\u672c\u8a9e", 4, 4, "\u65e5\u672c|\u8a9e|" },
	{ "\u65e5\u672c\u8a9e", 5, 5, "\u65e5\u672c|\u8a9e|" },
	{ "\u65e5\u672c", 1, 1, "\u65e5|\u672c|" },
	{ "a\u65e5b", 1, 1, "a|\u65e5|b|" },
	{ "\U0001f468\u200d\U0001f469a", 1, 1,
	    "\U0001f468\u200d\U0001f469|a|" },
	{ "\u65e5\u672c\u3002x", 4, 4, "\u65e5|\u672c\u3002|x|" },
	/* soft hyphens */
	{ "co" SHY "operate", 20, 20, "cooperate|" },
	{ "co" SHY "operate", 8, 8, "co-|operate|" },
	{ "an ex" SHY "am" SHY "ple", 8, 8, "an exam-|ple|" },
	{ "an ex" SHY "am" SHY "ple", 7, 7, "an ex-|ample|" },
	{ "ab" SHY "cd", 2, 2, "ab|cd|" },
	{ "ab" SHY "cd", 1, 1, "a|b|c|d|" },
	{ "abc" SHY " def", 4, 4, "abc|def|" },
	{ "abc" SHY, 3, 3, "abc|" },
	{ "abcde" SHY "fgh", 4, 4, "abcd|efgh|" },
	{ "abcde" SHY "fghi", 4, 4, "abcd|e-|fghi|" },
	/* no-break space; what ends lines otherwise */
	{ "a b\u00a0c d", 3, 3, "a|b\u00a0c|d|" },
	{ "10\u00a0cm of x", 5, 5, "10\u00a0cm|of x|" },
	{ "up-to-date", 6, 6, "up-to-|date|" },
	{ "foo\u2014bar", 4, 4, "foo\u2014|bar|" },
	{ "see http://example.com/a/b", 12, 12,
	    "see http://|example.com/|a/b|" },
	{ "ls --all -l", 8, 8, "ls|--all -l|" },
	{ "a\u3000b", 1, 1, "a|b|" },
};

static void
some_words_are_kept_together(void **state)
{
	static const char s[] = "as told in Section 4 of it\nso";
	const size_t kept[] = { 19, 27 };
	struct wrap_text text = { .s = s, .len = sizeof(s) - 1 };
	struct wrap_lines lines = { 0 };
	struct buf b = BUF_INIT;

	(void)state;
	text.first = text.rest = 18;
	text_wrap_kept(&lines, &text);
	show(&b, &lines, s);
	assert_string_equal(b.s, "as told in Section|4 of it|so|");
	text.kept = kept;
	text.n_kept = COUNT(kept);
	text_wrap_kept(&lines, &text);
	show(&b, &lines, s);
	assert_string_equal(b.s, "as told in|Section 4 of it|so|");
	text.first = text.rest = 8;
	text_wrap_kept(&lines, &text);
	show(&b, &lines, s);
	assert_string_equal(b.s, "as told|in|Section|4 of it|so|");
	buf_release(&b);
	vec_release(&lines.all);
}

static void
lines_are_as_expected(void **state)
{
	struct wrap_lines lines = { 0 };
	struct buf b = BUF_INIT;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		const struct wrap_case *c = &cases[i];

		text_wrap(&lines, c->s, strlen(c->s), c->first, c->rest);
		show(&b, &lines, c->s);
		if (strcmp(b.s, c->lines) != 0)
			fail_msg("%zu: \"%s\" at %d: %s not %s", i, c->s,
			    c->rest, b.s, c->lines);
		assert_sound(&lines, c->s, strlen(c->s), c->first, c->rest);
	}
	vec_release(&lines.all);
	buf_release(&b);
}

/* What text_wrap should make smallest, the worst first. */
struct score {
	size_t lines;
	int widow;
	long sum;
};

static int
better(const struct score *a, const struct score *b)
{
	if (a->lines != b->lines)
		return a->lines < b->lines;
	if (a->widow != b->widow)
		return a->widow < b->widow;
	return a->sum < b->sum;
}

enum { WORDS = 11 };

/* Words [from, to) of the lengths on a line: 0 if it does not fit. */
static int
count_line(struct score *score, const int *length, int from, int to, int width)
{
	int cols = to - from - 1, i;

	for (i = from; i < to; i++)
		cols += length[i];
	if (cols > width)
		return 0;
	score->lines++;
	if (to < WORDS)
		score->sum += (long)(width - cols) * (width - cols);
	else if (from > 0)
		score->widow = to - from == 1 && cols <= 8 && cols * 4 <= width;
	return 1;
}

/* Bit i of `ends`: a line ends behind word i. */
static int
count_all(
    struct score *score, const int *length, unsigned ends, const int width[2])
{
	int from = 0, i;

	*score = (struct score){ 0 };
	ends |= 1u << (WORDS - 1);
	for (i = 0; i < WORDS; i++) {
		if ((ends >> i & 1) == 0)
			continue;
		if (!count_line(score, length, from, i + 1, width[from > 0]))
			return 0;
		from = i + 1;
	}
	return 1;
}

static void
add_random_words(struct buf *b, int *length, uint32_t *seed)
{
	int i;

	buf_reset(b);
	for (i = 0; i < WORDS; i++) {
		length[i] = 1 + (int)(next_random(seed) % 8);
		if (i > 0)
			buf_addc(b, ' ');
		buf_fill(b, 'a', length[i]);
	}
}

/* Bit i: a line ends behind word i. */
static unsigned
line_ends(const struct wrap_lines *lines, const char *s)
{
	unsigned ends = 0, word = 0;
	size_t i, at = 0;

	for (i = 0; i < lines->all.n; i++) {
		for (; at < lines->all.v[i].end; at++)
			word += s[at] == ' ';
		ends |= 1u << word;
	}
	return ends;
}

/* All 1,024 ways to set eleven words, tried one by one. */
static void
no_way_is_better(void **state)
{
	struct wrap_lines lines = { 0 };
	struct buf b = BUF_INIT;
	uint32_t seed = 4;
	int round;

	(void)state;
	for (round = 0; round < 3000; round++) {
		struct score got, other;
		int length[WORDS], width[2];
		unsigned way;

		width[0] = 8 + (int)(next_random(&seed) % 24);
		width[1] = 8 + (int)(next_random(&seed) % 24);
		add_random_words(&b, length, &seed);
		text_wrap(&lines, b.s, b.len, width[0], width[1]);
		assert_sound(&lines, b.s, b.len, width[0], width[1]);
		way = line_ends(&lines, b.s);
		assert_true(count_all(&got, length, way, width));
		assert_int_equal(got.lines, lines.all.n);
		for (way = 0; way < 1u << (WORDS - 1); way++)
			if (count_all(&other, length, way, width) &&
			    better(&other, &got))
				fail_msg("\"%s\" at %d, %d", b.s, width[0],
				    width[1]);
	}
	vec_release(&lines.all);
	buf_release(&b);
}

static void
add_random_text(struct buf *b, uint32_t *seed)
{
	static const char *const parts[] = { "a", "of", "word", "longer-word",
		" ", " ", " ", " ", "  ", "\n", ".", "-", "/", SHY, SHY,
		"\u65e5", "\u672c\u8a9e", "e\u0301", "\u00a0", "\u2014",
		"\u200b", "\u0e44\u0e17\u0e22", "\u201c", "\u2019s", "\u2028",
		"\U0001f468\u200d\U0001f469", "\u0301",
		"\U0001f1e9\U0001f1ea" };
	size_t n = next_random(seed) % 40;

	buf_reset(b);
	while (n-- > 0)
		buf_adds(b, parts[next_random(seed) % COUNT(parts)]);
}

static void
anything_wraps_soundly(void **state)
{
	struct wrap_lines lines = { 0 };
	struct buf b = BUF_INIT;
	uint32_t seed = 5;
	int round, first, rest, min, max;
	size_t i;

	(void)state;
	for (round = 0; round < 30000; round++) {
		add_random_text(&b, &seed);
		first = 1 + (int)(next_random(&seed) % 20);
		rest = 1 + (int)(next_random(&seed) % 20);
		text_wrap(&lines, b.s, b.len, first, rest);
		assert_sound(&lines, b.s, b.len, first, rest);
		text_extent(b.s, b.len, &min, &max);
		assert_true(min <= max + 1);
		if (max == 0)
			continue;
		/* at the widest, only newlines end lines; at the narrowest,
		 * nothing is cut */
		text_wrap(&lines, b.s, b.len, max, max);
		for (i = 1; i < lines.all.n; i++)
			assert_true(lines.all.v[i].cols <= max &&
			    !lines.all.v[i].hyphen);
		if (min > 0) {
			text_wrap(&lines, b.s, b.len, min, min);
			for (i = 0; i < lines.all.n; i++)
				assert_true(lines.all.v[i].cols <= min);
		}
	}
	vec_release(&lines.all);
	buf_release(&b);
}

static void
extents(void **state)
{
	static const struct {
		const char *s;
		int min, max;
	} extent[] = {
		{ "", 0, 0 },
		{ "  ", 0, 0 },
		{ "one three two", 5, 13 },
		{ "one two \nthree", 5, 7 },
		{ "up-to-date", 4, 10 },
		{ "a b\u00a0c", 3, 5 },
		{ "ex" SHY "ample", 5, 7 },
		{ "sup" SHY "er", 4, 5 },
		{ "\u65e5\u672c\u8a9e", 2, 6 },
		{ "a\n", 1, 1 },
		{ "\n", 0, 0 },
	};
	size_t i;
	int min, max;

	(void)state;
	for (i = 0; i < COUNT(extent); i++) {
		text_extent(extent[i].s, strlen(extent[i].s), &min, &max);
		if (min != extent[i].min || max != extent[i].max)
			fail_msg("\"%s\": %d to %d", extent[i].s, min, max);
	}
}

/* Over 2,000 words: each line takes what fits. */
static void
long_paragraphs_are_greedy(void **state)
{
	struct wrap_lines lines = { 0 };
	struct buf b = BUF_INIT;
	uint32_t seed = 6;
	size_t i;
	int k;

	(void)state;
	for (k = 0; k < 5000; k++) {
		if (k > 0)
			buf_addc(&b, ' ');
		buf_fill(&b, 'w', 1 + (int)(next_random(&seed) % 9));
	}
	text_wrap(&lines, b.s, b.len, 30, 40);
	assert_sound(&lines, b.s, b.len, 30, 40);
	for (i = 0; i + 1 < lines.all.n; i++) {
		const struct wrap_line *line = &lines.all.v[i];
		size_t word = strcspn(b.s + line[1].start, " ");

		assert_true(line->cols + 1 + (int)word > (i == 0 ? 30 : 40));
	}
	vec_release(&lines.all);
	buf_release(&b);
}

static void
monsters_end_in_time(void **state)
{
	struct wrap_lines lines = { 0 };
	struct buf b = BUF_INIT;
	int min, max;

	(void)state;
	buf_fill(&b, 'x', 1 << 20);
	text_wrap(&lines, b.s, b.len, 1, 1);
	assert_int_equal(lines.all.n, 1 << 20);
	text_wrap(&lines, b.s, b.len, 80, 80);
	assert_int_equal(lines.all.n, ((1 << 20) + 79) / 80);
	text_wrap(&lines, b.s, b.len, INT_MAX, INT_MAX);
	assert_int_equal(lines.all.n, 1);
	text_extent(b.s, b.len, &min, &max);
	assert_int_equal(min, 1 << 20);
	vec_release(&lines.all);
	buf_release(&b);
}

static void
wide_monsters_end_in_time(void **state)
{
	struct wrap_lines lines = { 0 };
	struct buf b = BUF_INIT;
	int i;

	(void)state;
	for (i = 0; i < 1 << 18; i++)
		buf_adds(&b, "\u65e5");
	text_wrap(&lines, b.s, b.len, 1, 1);
	assert_int_equal(lines.all.n, 1 << 18);
	text_wrap(&lines, b.s, b.len, 3, 3);
	assert_int_equal(lines.all.n, 1 << 18);

	buf_reset(&b);
	for (i = 0; i < 1 << 18; i++)
		buf_adds(&b, "\u0301");
	text_wrap(&lines, b.s, b.len, 1, 1);
	assert_int_equal(lines.all.n, 1);
	vec_release(&lines.all);
	buf_release(&b);
}

static void
blank_monsters_end_in_time(void **state)
{
	struct wrap_lines lines = { 0 };
	struct buf b = BUF_INIT;
	int i;

	(void)state;
	buf_fill(&b, ' ', 1 << 20);
	buf_addc(&b, 'x');
	text_wrap(&lines, b.s, b.len, 10, 10);
	assert_int_equal(lines.all.n, 1);
	assert_int_equal(lines.all.v[0].cols, 1);

	buf_reset(&b);
	buf_fill(&b, '-', 1 << 20);
	text_wrap(&lines, b.s, b.len, 64, 64);
	assert_int_equal(lines.all.n, 1 << 14);

	buf_reset(&b);
	for (i = 0; i < 1 << 18; i++)
		buf_adds(&b, "\u3000 \n");
	text_wrap(&lines, b.s, b.len, 1, 1);
	assert_int_equal(lines.all.n, 1 << 18);
	vec_release(&lines.all);
	buf_release(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_are_as_expected),
		cmocka_unit_test(some_words_are_kept_together),
		cmocka_unit_test(no_way_is_better),
		cmocka_unit_test(anything_wraps_soundly),
		cmocka_unit_test(extents),
		cmocka_unit_test(long_paragraphs_are_greedy),
		cmocka_unit_test(monsters_end_in_time),
		cmocka_unit_test(wide_monsters_end_in_time),
		cmocka_unit_test(blank_monsters_end_in_time),
	};

	if (setlocale(LC_CTYPE, "C.UTF-8") == NULL)
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "text/match.h"
#include "unit.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

/* The same numbers on every machine: a fault found stays found. */
static uint32_t
next_random(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

static void
find_gives_the_first_place(void **state)
{
	static const struct {
		const char *hay, *needle;
		int at;
	} cases[] = {
		{ "abcabc", "abc", 0 },
		{ "abcabc", "bca", 1 },
		{ "abcabc", "c", 2 },
		{ "abcabc", "abcabc", 0 },
		{ "abcabc", "abcabcd", -1 },
		{ "abcabc", "x", -1 },
		{ "abc", "", -1 },
		{ "", "a", -1 },
		{ "", "", -1 },
		{ "aaaaaaaab", "aab", 6 },
		{ "\u00e9\u00e8", "\u00e8", 2 },
	};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		const char *hay = cases[i].hay;
		const char *at = match_find(
		    hay, strlen(hay), cases[i].needle, strlen(cases[i].needle));

		assert_int_equal(at == NULL ? -1 : at - hay, cases[i].at);
	}
	assert_ptr_equal(match_find("a\0b", 3, "\0b", 2)[1], 'b');
}

static void
fuzzy_fits_letters_in_order(void **state)
{
	static const struct {
		const char *pattern, *text;
		int fits;
	} cases[] = {
		{ "", "anything", 1 },
		{ "", "", 1 },
		{ "a", "", 0 },
		{ "abc", "abc", 1 },
		{ "abc", "a-b-c", 1 },
		{ "abc", "acb", 0 },
		{ "aa", "a", 0 },
		{ "aa", "aba", 1 },
		{ "\u00e9", "caf\u00e9", 1 },
		/* the same bytes, but of other characters */
		{ "\u00e9", "\u00c3\u0169", 0 },
		{ "a\u0169", "a\u016a\u0129", 0 },
	};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++)
		if ((match_fuzzy(cases[i].pattern, cases[i].text) > 0) !=
		    cases[i].fits)
			fail_msg("\"%s\" in \"%s\"", cases[i].pattern,
			    cases[i].text);
}

static void
fuzzy_prefers(void **state)
{
	/* the pattern fits the second better than the third */
	static const char *const cases[][3] = {
		{ "anat", "anatomy", "any attempt" },
		{ "anat", "any attempt", "banana tart" },
		{ "pm", "psoas muscle", "shipment" },
		{ "rel", "release", "the psoas release" },
		{ "rel", "psoas release", "barrel" },
		{ "psoas", "psoas", "psoas release" },
		{ "psoas", "the psoas", "please show a scan" },
		{ "ab", "ab", "a b" },
		{ "ab", "xab", "xaxb" },
		{ "abc", "x abc", "abxxxxxxxxxxc" },
		{ "co", "create-order", "economy" },
	};
	size_t i;
	int a, b;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		a = match_fuzzy(cases[i][0], cases[i][1]);
		b = match_fuzzy(cases[i][0], cases[i][2]);
		assert_true(b > 0);
		if (a <= b)
			fail_msg("%s: \"%s\" %d, \"%s\" %d", cases[i][0],
			    cases[i][1], a, cases[i][2], b);
	}
}

static void
fuzzy_bears_long_texts(void **state)
{
	size_t n = 200000;
	char *s = malloc(n + 1);

	(void)state;
	assert_non_null(s);
	memset(s, 'a', n);
	s[n] = '\0';
	s[n - 1] = 'z';
	assert_true(match_fuzzy("az", s) > 0);
	assert_true(match_fuzzy("aaaaaaaaaaaaaaaaz", s) > 0);
	assert_int_equal(match_fuzzy("za", s), 0);
	free(s);
}

static void
assert_distance(const char *a, const char *b, int distance)
{
	int limit, want, d;

	for (limit = 0; limit < 9; limit++) {
		want = distance > limit ? limit + 1 : distance;
		d = match_distance(a, b, limit);
		if (d != want)
			fail_msg(
			    "\"%s\", \"%s\", limit %d: %d", a, b, limit, d);
	}
}

static void
distance_of_pairs(void **state)
{
	static const struct {
		const char *a, *b;
		int distance;
	} cases[] = {
		{ "", "", 0 },
		{ "a", "", 1 },
		{ "", "abc", 3 },
		{ "iliacus", "iliacus", 0 },
		{ "iliacus", "ilicus", 1 },
		{ "iliacus", "illiacus", 1 },
		{ "iliacus", "iliakus", 1 },
		{ "iliacus", "ilaicus", 1 }, /* two letters swapped */
		{ "kitten", "sitting", 3 },
		{ "ca", "abc", 3 }, /* alignment; Damerau's own has 2 */
		{ "ab", "ba", 1 },
		{ "abcd", "badc", 2 },
		{ "m\u00fcller", "muller", 1 },
		{ "\u65e5\u672c", "\u672c\u65e5", 1 },
		{ "abcdef", "uvwxyz", 6 },
	};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		assert_distance(cases[i].a, cases[i].b, cases[i].distance);
		assert_distance(cases[i].b, cases[i].a, cases[i].distance);
	}
}

/* The definition, by recursion. */
static int
distance_slowly(/* NOLINT(misc-no-recursion) */
    const char *a, size_t n, const char *b, size_t m)
{
	int d, other;

	if (n == 0 || m == 0)
		return (int)(n + m);
	d = distance_slowly(a, n - 1, b, m - 1) + (a[n - 1] != b[m - 1]);
	if ((other = distance_slowly(a, n - 1, b, m) + 1) < d)
		d = other;
	if ((other = distance_slowly(a, n, b, m - 1) + 1) < d)
		d = other;
	if (n > 1 && m > 1 && a[n - 1] == b[m - 2] && a[n - 2] == b[m - 1] &&
	    (other = distance_slowly(a, n - 2, b, m - 2) + 1) < d)
		d = other;
	return d;
}

static void
distance_is_as_defined(void **state)
{
	uint32_t seed = 8;
	char a[7], b[7];
	int round;
	size_t i, n, m;

	(void)state;
	for (round = 0; round < 2000; round++) {
		n = next_random(&seed) % sizeof(a);
		m = next_random(&seed) % sizeof(b);
		for (i = 0; i < n; i++)
			a[i] = (char)('a' + next_random(&seed) % 3);
		for (i = 0; i < m; i++)
			b[i] = (char)('a' + next_random(&seed) % 3);
		a[n] = b[m] = '\0';
		assert_distance(a, b, distance_slowly(a, n, b, m));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(find_gives_the_first_place),
		cmocka_unit_test(fuzzy_fits_letters_in_order),
		cmocka_unit_test(fuzzy_prefers),
		cmocka_unit_test(fuzzy_bears_long_texts),
		cmocka_unit_test(distance_of_pairs),
		cmocka_unit_test(distance_is_as_defined),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/match.h"

#include <assert.h>
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "text/utf8.h"

const char *
match_find(const char *hay, size_t len, const char *needle, size_t needle_len)
{
	return needle_len == 0 ? NULL : memmem(hay, len, needle, needle_len);
}

/* A string as characters; the caller frees `v`. */
struct chars {
	uint32_t *v;
	size_t n;
};

static struct chars
chars_of(const char *s)
{
	size_t len = strlen(s), i = 0;
	struct chars c = { xreallocarray(NULL, len + 1, sizeof(*c.v)), 0 };

	while (i < len)
		i += utf8_decode(s + i, len - i, &c.v[c.n++]);
	return c;
}

/* What a letter of the pattern is worth where it is found. */
enum {
	LETTER = 16,
	NEXT = 10,  /* directly behind the letter before */
	WORD = 8,   /* first of a word */
	FIRST = 2,  /* and first of the text */
	GAP = 6,    /* at most taken off for what lies between two letters */
	LENGTH = 64 /* of two that are worth as much the shorter is better */
};

/* Low enough that no bonus brings it back, high enough not to overflow. */
#define NOWHERE (INT_MIN / 2)

static int
is_word(uint32_t ch)
{
	return ch >= 0x80 || (ch >= '0' && ch <= '9') ||
	    (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z');
}

static int
worth(const struct chars *text, size_t j)
{
	if (!is_word(text->v[j]))
		return LETTER;
	if (j == 0)
		return LETTER + WORD + FIRST;
	return is_word(text->v[j - 1]) ? LETTER : LETTER + WORD;
}

/*
 * Moves on by one letter `ch` of the pattern: best[j] is the score of the best
 * way to have the letter before at text[j], and then the same for `ch`.
 */
static void
fuzzy_step(int *best, const struct chars *text, uint32_t ch)
{
	int near = NOWHERE, far = NOWHERE, behind = NOWHERE, from, here;
	size_t j;

	for (j = 0; j < text->n; j++) {
		from = behind + NEXT;
		if (near > from)
			from = near;
		if (far > from)
			from = far;
		near = (near > behind ? near : behind) - 1;
		if (behind - GAP > far)
			far = behind - GAP;
		here = text->v[j] == ch ? from + worth(text, j) : NOWHERE;
		behind = best[j];
		best[j] = here;
	}
}

static int
fuzzy_score(const struct chars *pattern, const struct chars *text)
{
	int *best = xreallocarray(NULL, text->n, sizeof(*best));
	int top = NOWHERE, length;
	size_t i, j;

	for (j = 0; j < text->n; j++)
		best[j] =
		    text->v[j] == pattern->v[0] ? worth(text, j) : NOWHERE;
	for (i = 1; i < pattern->n; i++)
		fuzzy_step(best, text, pattern->v[i]);
	for (j = 0; j < text->n; j++)
		if (best[j] > top)
			top = best[j];
	free(best);
	if (top <= 0)
		return 0;
	length = text->n < LENGTH ? (int)text->n : LENGTH;
	return top > INT_MAX / LENGTH - 1 ? INT_MAX
					  : top * LENGTH + LENGTH - length;
}

/* 1 if the bytes of `pattern` are in `text` in that order: most are not. */
static int
is_subsequence(const char *pattern, const char *text)
{
	for (; *pattern != '\0' && *text != '\0'; text++)
		if (*text == *pattern)
			pattern++;
	return *pattern == '\0';
}

int
match_fuzzy(const char *pattern, const char *text)
{
	struct chars p, t;
	int score;

	if (*pattern == '\0')
		return 1;
	if (!is_subsequence(pattern, text))
		return 0;
	p = chars_of(pattern);
	t = chars_of(text);
	score = fuzzy_score(&p, &t);
	free(p.v);
	free(t.v);
	return score;
}

static int
least(int a, int b, int c)
{
	if (b < a)
		a = b;
	return c < a ? c : a;
}

/*
 * One row of the table: row[0][j] is the distance of the first i characters of
 * `a` from the first j of `b`; row[1] and row[2] are the rows before.  Cells
 * further than `limit` from the diagonal cannot matter and count as limit + 1.
 * Returns the least cell.
 */
static int
distance_row(int *const row[3], const struct chars *a, const struct chars *b,
    size_t i, int limit)
{
	size_t band = (size_t)limit;
	size_t low = i > band ? i - band : 1;
	size_t high = b->n < i + band ? b->n : i + band;
	int best, d;
	size_t j;

	row[0][low - 1] = low == 1 && i <= band ? (int)i : limit + 1;
	best = row[0][low - 1];
	for (j = low; j <= high; j++) {
		d = least(row[1][j] + 1, row[0][j - 1] + 1,
		    row[1][j - 1] + (a->v[i - 1] != b->v[j - 1]));
		if (i > 1 && j > 1 && a->v[i - 1] == b->v[j - 2] &&
		    a->v[i - 2] == b->v[j - 1] && row[2][j - 2] + 1 < d)
			d = row[2][j - 2] + 1;
		row[0][j] = d;
		if (d < best)
			best = d;
	}
	if (high < b->n)
		row[0][high + 1] = limit + 1;
	return best;
}

static int
distance(const struct chars *a, const struct chars *b, int limit)
{
	int *cells = xcalloc(3 * (b->n + 1), sizeof(*cells));
	int *row[3], *oldest, d = 0;
	size_t i, j;

	for (i = 0; i < 3; i++)
		row[i] = cells + i * (b->n + 1);
	for (j = 0; j <= b->n; j++)
		row[0][j] = j <= (size_t)limit ? (int)j : limit + 1;
	for (i = 1; i <= a->n && d <= limit; i++) {
		oldest = row[2];
		row[2] = row[1];
		row[1] = row[0];
		row[0] = oldest;
		d = distance_row(row, a, b, i, limit);
	}
	if (d <= limit)
		d = row[0][b->n];
	free(cells);
	return d <= limit ? d : limit + 1;
}

int
match_distance(const char *a, const char *b, int limit)
{
	struct chars ca, cb;
	size_t apart;
	int d = limit + 1;

	assert(limit >= 0 && limit < INT_MAX / 2);
	ca = chars_of(a);
	cb = chars_of(b);
	apart = ca.n > cb.n ? ca.n - cb.n : cb.n - ca.n;
	if (apart <= (size_t)limit)
		d = distance(&ca, &cb, limit);
	free(ca.v);
	free(cb.v);
	return d;
}

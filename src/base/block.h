/* SPDX-License-Identifier: ISC */
/*
 * block.h - sixteen bytes of text looked at together
 *
 * Layer base; libc only.  Every byte of a document passes the counting of
 * lines, the check for control characters, the settling of white space and
 * folding, so these go by blocks.  Each function reads the BLOCK bytes at `s`;
 * in its answer bit i stands for byte i.  What follows a sum or a shift is the
 * same with and without SSE2.
 */
#ifndef LECTERN_BASE_BLOCK_H
#define LECTERN_BASE_BLOCK_H

enum { BLOCK = 16, BLOCK_ALL = 0xffff };

#ifdef __SSE2__
# include <emmintrin.h>

static inline __m128i
block_load(const char *s)
{
	return _mm_loadu_si128((const __m128i *)(const void *)s);
}

/* Newlines. */
static inline unsigned
block_newlines(const char *s)
{
	return (unsigned)_mm_movemask_epi8(
	    _mm_cmpeq_epi8(block_load(s), _mm_set1_epi8('\n')));
}

/* Bytes that continue a character of UTF-8: 0x80 to 0xbf. */
static inline unsigned
block_continued(const char *s)
{
	return (unsigned)_mm_movemask_epi8(
	    _mm_cmplt_epi8(block_load(s), _mm_set1_epi8(-64)));
}

/* All but plain ASCII: control characters other than newlines, and what is
 * above 0x7e. */
static inline unsigned
block_strange(const char *s)
{
	__m128i v = block_load(s);
	__m128i low = _mm_cmplt_epi8(v, _mm_set1_epi8(0x20));
	__m128i line = _mm_cmpeq_epi8(v, _mm_set1_epi8('\n'));
	__m128i del = _mm_cmpeq_epi8(v, _mm_set1_epi8(0x7f));

	return (unsigned)_mm_movemask_epi8(
	    _mm_or_si128(_mm_andnot_si128(line, low), del));
}

/* Bytes that are not 0. */
static inline unsigned
block_marks(const char *s)
{
	return BLOCK_ALL &
	    ~(unsigned)_mm_movemask_epi8(
		_mm_cmpeq_epi8(block_load(s), _mm_setzero_si128()));
}

/* Blanks, U+0020. */
static inline unsigned
block_spaces(const char *s)
{
	return (unsigned)_mm_movemask_epi8(
	    _mm_cmpeq_epi8(block_load(s), _mm_set1_epi8(' ')));
}

/* Blanks and control characters. */
static inline unsigned
block_blanks(const char *s)
{
	__m128i v = block_load(s);

	return (unsigned)_mm_movemask_epi8(
	    _mm_cmpeq_epi8(_mm_min_epu8(v, _mm_set1_epi8(' ')), v));
}

/* Writes the bytes to `to`, the capitals of ASCII in lower case. */
static inline void
block_lower(char *to, const char *s)
{
	__m128i v = block_load(s);
	__m128i capital =
	    _mm_and_si128(_mm_cmpgt_epi8(v, _mm_set1_epi8('A' - 1)),
		_mm_cmplt_epi8(v, _mm_set1_epi8('Z' + 1)));

	_mm_storeu_si128((__m128i *)(void *)to,
	    _mm_add_epi8(v, _mm_and_si128(capital, _mm_set1_epi8(0x20))));
}

#else

static inline unsigned
block_newlines(const char *s)
{
	unsigned bits = 0, i;

	for (i = 0; i < BLOCK; i++)
		bits |= (unsigned)(s[i] == '\n') << i;
	return bits;
}

static inline unsigned
block_continued(const char *s)
{
	unsigned bits = 0, i;

	for (i = 0; i < BLOCK; i++)
		bits |= (unsigned)(((unsigned char)s[i] & 0xc0) == 0x80) << i;
	return bits;
}

static inline unsigned
block_strange(const char *s)
{
	unsigned bits = 0, i;

	for (i = 0; i < BLOCK; i++)
		bits |=
		    (unsigned)(((unsigned char)s[i] < 0x20 && s[i] != '\n') ||
			(unsigned char)s[i] >= 0x7f)
		    << i;
	return bits;
}

static inline unsigned
block_marks(const char *s)
{
	unsigned bits = 0, i;

	for (i = 0; i < BLOCK; i++)
		bits |= (unsigned)(s[i] != 0) << i;
	return bits;
}

static inline unsigned
block_spaces(const char *s)
{
	unsigned bits = 0, i;

	for (i = 0; i < BLOCK; i++)
		bits |= (unsigned)(s[i] == ' ') << i;
	return bits;
}

static inline unsigned
block_blanks(const char *s)
{
	unsigned bits = 0, i;

	for (i = 0; i < BLOCK; i++)
		bits |= (unsigned)((unsigned char)s[i] <= ' ') << i;
	return bits;
}

static inline void
block_lower(char *to, const char *s)
{
	unsigned i;

	for (i = 0; i < BLOCK; i++)
		to[i] = (char)(s[i] + ((s[i] >= 'A' && s[i] <= 'Z') << 5));
}

#endif

#endif

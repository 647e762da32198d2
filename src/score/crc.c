/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "score/crc.h"

#include <zlib.h>

enum { BLOCK = 16 };

#ifdef __x86_64__
# include <immintrin.h>

/*
 * V. Gopal and others, Fast CRC Computation for Generic Polynomials Using
 * PCLMULQDQ Instruction, Intel 2009: the numbers are as in its tables, x to the
 * power of what is named modulo the reflected polynomial 0x104c11db7.
 */
# define X160 0x1751997d0 /* a block is moved behind the next one: low half */
# define X96  0x0ccaa009e /* ... high half; then 128 bits become 96 */
# define X288 0x0f1da05aa /* behind the next but one: low half */
# define X224 0x15a546366 /* ... high half */
# define X64  0x163cd6124 /* ... and 64 */
# define POLY 0x1db710641 /* the polynomial, and ... */
# define MU   0x1f7011641 /* ... x to the power of 64 divided by it */

# define CARRYLESS __attribute__((target("pclmul,sse4.1")))

CARRYLESS static __m128i
block_at(const char *s)
{
	return _mm_loadu_si128((const __m128i *)(const void *)s);
}

/* A block moved behind, by the powers of how far: low and high half. */
CARRYLESS static __m128i
fold(__m128i x, __m128i by)
{
	return _mm_xor_si128(_mm_clmulepi64_si128(x, by, 0x00),
	    _mm_clmulepi64_si128(x, by, 0x11));
}

/* A block of the bytes of `x` from number `from` on, which may be less than 0,
 * and zeros. */
CARRYLESS static __m128i
bytes_from(__m128i x, int from)
{
	const __m128i number =
	    _mm_setr_epi8(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
	/* The top bit of a number makes a zero: one past 15 has to get it. */
	const int top = from > 0 ? 0x80 - BLOCK : 0;

	return _mm_shuffle_epi8(
	    x, _mm_add_epi8(number, _mm_set1_epi8((char)(top + from))));
}

/*
 * Of a block at least.  Zeros in front do not change a sum, but for the ones
 * that it begins with: with these where the text begins, it is filled up to
 * whole blocks.  Every other block is summed up apart, so that none waits for
 * the one before.
 */
CARRYLESS static uint32_t
sum_blocks(const char *s, size_t len)
{
	const __m128i one = _mm_set_epi64x(X96, X160);
	const __m128i two = _mm_set_epi64x(X224, X288);
	const __m128i last = _mm_set_epi64x(X96, X64);
	const __m128i divide = _mm_set_epi64x(MU, POLY);
	const __m128i low = _mm_setr_epi32(~0, 0, ~0, 0);
	const __m128i ones = _mm_cvtsi32_si128(~0);
	const char *end = s + len;
	int part = (int)(len % BLOCK);
	__m128i x = _mm_xor_si128(block_at(s), ones), y;

	x = fold(bytes_from(x, part - BLOCK), one);
	s += part;
	x = _mm_xor_si128(x, bytes_from(ones, part));
	x = _mm_xor_si128(x, block_at(s));
	s += BLOCK;
	if (((size_t)(end - s) & BLOCK) != 0) {
		x = _mm_xor_si128(fold(x, one), block_at(s));
		s += BLOCK;
	}
	for (y = _mm_setzero_si128(); s < end; s += BLOCK + BLOCK) {
		y = _mm_xor_si128(fold(y, two), block_at(s));
		x = _mm_xor_si128(fold(x, two), block_at(s + BLOCK));
	}
	x = _mm_xor_si128(fold(y, one), x);
	y = _mm_clmulepi64_si128(x, last, 0x10);
	x = _mm_xor_si128(_mm_srli_si128(x, 8), y);
	y = _mm_srli_si128(x, 4);
	x = _mm_clmulepi64_si128(_mm_and_si128(x, low), last, 0x00);
	x = _mm_xor_si128(x, y);
	/* Barrett's reduction of 64 bits to 32. */
	y = _mm_clmulepi64_si128(_mm_and_si128(x, low), divide, 0x10);
	y = _mm_clmulepi64_si128(_mm_and_si128(y, low), divide, 0x00);
	return ~(uint32_t)_mm_extract_epi32(_mm_xor_si128(x, y), 1);
}

static int
has_carryless(void)
{
	return __builtin_cpu_supports("pclmul") &&
	    __builtin_cpu_supports("sse4.1");
}

#else

static uint32_t
sum_blocks(const char *s, size_t len)
{
	return (uint32_t)crc32(0, (const Bytef *)s, (uInt)len);
}

static int
has_carryless(void)
{
	return 0;
}

#endif

uint32_t
crc_of(const char *s, size_t len)
{
	if (len >= BLOCK && has_carryless())
		return sum_blocks(s, len);
	return (uint32_t)crc32(0, (const Bytef *)s, (uInt)len);
}

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "score/crc.h"

#include <zlib.h>

enum { BLOCK = 16 };

#ifdef __x86_64__
# include <immintrin.h>

/*
 * V. Gopal and others, Fast CRC Computation for Generic Polynomials Using
 * PCLMULQDQ Instruction, Intel 2009: the numbers are those of its table for the
 * reflected polynomial 0x104c11db7, x to the power of what is named, modulo it.
 */
# define X160 0x1751997d0 /* a block is moved behind the next one: low half */
# define X96  0x0ccaa009e /* ... high half; then 128 bits become 96 */
# define X64  0x163cd6124 /* ... and 64 */
# define POLY 0x1db710641 /* the polynomial, and ... */
# define MU   0x1f7011641 /* ... x to the power of 64 divided by it */

# define CARRYLESS __attribute__((target("pclmul,sse4.1")))

CARRYLESS static __m128i
block_at(const char *s)
{
	return _mm_loadu_si128((const __m128i *)(const void *)s);
}

/* Of `blocks` > 0 blocks; as zlib's, from the sum `crc` of what is before. */
CARRYLESS static uint32_t
sum_blocks(uint32_t crc, const char *s, size_t blocks)
{
	const __m128i next = _mm_set_epi64x(X96, X160);
	const __m128i last = _mm_set_epi64x(0, X64);
	const __m128i divide = _mm_set_epi64x(MU, POLY);
	const __m128i low = _mm_setr_epi32(~0, 0, ~0, 0);
	__m128i x = _mm_xor_si128(block_at(s), _mm_cvtsi32_si128((int)~crc)), y;

	while (--blocks > 0) {
		s += BLOCK;
		y = _mm_xor_si128(
		    _mm_clmulepi64_si128(x, next, 0x00), block_at(s));
		x = _mm_xor_si128(_mm_clmulepi64_si128(x, next, 0x11), y);
	}
	y = _mm_clmulepi64_si128(x, next, 0x10);
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
sum_blocks(uint32_t crc, const char *s, size_t blocks)
{
	return (uint32_t)crc32(crc, (const Bytef *)s, (uInt)(blocks * BLOCK));
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
	size_t blocks = has_carryless() ? len / BLOCK : 0;
	uint32_t crc = blocks > 0 ? sum_blocks(0, s, blocks) : 0;

	return (uint32_t)crc32(crc, (const Bytef *)s + blocks * BLOCK,
	    (uInt)(len - blocks * BLOCK));
}

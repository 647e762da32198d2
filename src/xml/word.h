/* SPDX-License-Identifier: ISC */
/*
 * word.h - eight bytes of text looked at together
 *
 * Layer xml; libc only.  Every byte of a document passes the counting of
 * lines and the check for control characters, so these go by words.  The
 * first byte of the text is the lowest of the word.
 */
#ifndef LECTERN_XML_WORD_H
#define LECTERN_XML_WORD_H

#include <endian.h>
#include <stdint.h>
#include <string.h>

enum { WORD_SIZE = sizeof(uint64_t) };

/* The byte `b` in each byte of a word. */
#define WORD_OF(b) (UINT64_C(0x0101010101010101) * (b))

static inline uint64_t
word_load(const char *s)
{
	uint64_t w;

	return le64toh(*(uint64_t *)memcpy(&w, s, sizeof(w)));
}

/* The top bit of each byte that is zero, and of no other. */
static inline uint64_t
word_zeros(uint64_t w)
{
	return ~(((w & WORD_OF(0x7f)) + WORD_OF(0x7f)) | w | WORD_OF(0x7f));
}

/* The sum of the bytes, where it is below 256. */
static inline int
word_sum(uint64_t w)
{
	return (int)(w * WORD_OF(1) >> 56);
}

#endif

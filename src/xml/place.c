/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "xml/place.h"

#include <string.h>

#include "xml/word.h"

/* Bytes that continue a character. */
static int
continued(const char *s, const char *end)
{
	int n = 0;

	for (; end - s >= WORD_SIZE; s += WORD_SIZE) {
		uint64_t w = word_load(s);

		n += word_sum(w >> 7 & ~(w >> 6) & WORD_OF(1));
	}
	for (; s < end; s++)
		n += ((unsigned char)*s & 0xc0) == 0x80;
	return n;
}

/* Goes to the line behind `last`, the last newline of the text at `s`. */
static __attribute__((noinline)) void
to_line(struct place *p, const char *s, const char *last)
{
	p->col = 1;
	do {
		p->line++;
		s = memchr(s, '\n', (size_t)(last + 1 - s));
	} while (s++ != last);
}

/* The first byte from `s` on that is not ASCII, or `end`. */
static const char *
first_high(const char *s, const char *end)
{
	while (end - s >= WORD_SIZE && (word_load(s) & WORD_OF(0x80)) == 0)
		s += WORD_SIZE;
	while (s < end && (unsigned char)*s < 0x80)
		s++;
	return s;
}

/* Takes continued bytes off the column, and looks where the next ones are. */
static __attribute__((noinline)) void
correct(struct place *p, const char *s, const char *end, const char *limit)
{
	p->col -= continued(s, end);
	p->ascii = p->offset + (size_t)(first_high(end, limit) - end);
}

void
place_advance(struct place *p, const char *s, size_t len, const char *limit)
{
	const char *end = s + len, *last = memrchr(s, '\n', len);

	p->offset += len;
	if (last != NULL) {
		to_line(p, s, last);
		s = last + 1;
	}
	p->col += (int)(end - s);
	if (p->offset > p->ascii)
		correct(p, s, end, limit);
}

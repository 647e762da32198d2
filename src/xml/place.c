/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "xml/place.h"

#include "xml/word.h"

/* The `n` bytes at `s` as the lowest of a word, the others being 0. */
static inline uint64_t
tail(const char *s, size_t n, size_t readable)
{
	uint64_t w = 0;

	if (readable >= WORD_SIZE)
		return word_load(s) & ((UINT64_C(1) << 8 * n) - 1);
	while (n > 0)
		w = w << 8 | (unsigned char)s[--n];
	return w;
}

void
place_advance(struct place *p, const char *s, size_t len, size_t readable)
{
	int line = p->line, col = p->col, n, ended;
	uint64_t w, ends;

	p->offset += len;
	for (; len > 0; s += n, len -= (size_t)n, readable -= (size_t)n) {
		n = len < WORD_SIZE ? (int)len : WORD_SIZE;
		w = n < WORD_SIZE ? tail(s, len, readable) : word_load(s);
		ends = word_zeros(w ^ WORD_OF('\n'));
		ended = 0;
		if (ends != 0) {
			line += word_sum(ends >> 7);
			ended = WORD_SIZE - __builtin_clzll(ends) / 8;
			w = ended == WORD_SIZE ? 0 : w >> 8 * ended;
			col = 1;
		}
		col += n - ended;
		/* Bytes that continue a character do not count. */
		if ((w & WORD_OF(0x80)) != 0)
			col -= word_sum(w >> 7 & ~(w >> 6) & WORD_OF(1));
	}
	p->line = line;
	p->col = col;
}

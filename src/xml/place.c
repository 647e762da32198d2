/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "xml/place.h"

#include <string.h>

#include "base/block.h"

/* A block of `n` bytes that has newlines or continued characters. */
static __attribute__((noinline)) void
step_lines(struct place *p, unsigned ends, unsigned continued, int n)
{
	int past = 0;

	if (ends != 0) {
		past = 32 - __builtin_clz(ends);
		p->line +=
		    (ends & (ends - 1)) == 0 ? 1 : __builtin_popcount(ends);
		p->col = 1;
	}
	p->col += n - past;
	if (continued != 0)
		p->col -= __builtin_popcount(continued >> past);
}

static inline void
step(struct place *p, const char *s, unsigned n)
{
	unsigned mask = (unsigned)BLOCK_ALL >> (BLOCK - n);
	unsigned ends = block_newlines(s) & mask;
	unsigned continued = block_continued(s) & mask;

	if ((ends | continued) == 0)
		p->col += (int)n;
	else
		step_lines(p, ends, continued, (int)n);
}

/* The end of what can be read: less than a block. */
static __attribute__((noinline)) void
step_edge(struct place *p, const char *s, size_t n)
{
	char copy[BLOCK] = "";

	memcpy(copy, s, n);
	step(p, copy, (unsigned)n);
}

void
place_advance(struct place *p, const char *s, size_t len, size_t readable)
{
	size_t left = len;

	p->offset += len;
	for (; left >= BLOCK; s += BLOCK, left -= BLOCK)
		step(p, s, BLOCK);
	if (readable - (len - left) < BLOCK)
		step_edge(p, s, left);
	else
		step(p, s, (unsigned)left);
}

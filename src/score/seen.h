/* SPDX-License-Identifier: ISC */
/*
 * seen.h - which ids have been met
 *
 * Layer score: may include base.  Ids that differ in the number at their end
 * share a bitmap, so those of one writer cost a bit each; any other id costs
 * about its length.
 */
#ifndef LECTERN_SCORE_SEEN_H
#define LECTERN_SCORE_SEEN_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/vec.h"

/* The ids `text` followed by one of the numbers block * 512 ... + 511. */
struct seen_block {
	const char *text;
	size_t len;
	int64_t block;
	uint64_t bits[8];
};

struct seen {
	struct arena arena; /* the texts */
	VEC(struct seen_block) blocks;
	uint32_t *table; /* index of a block plus 1, by hash; 0 is free */
	size_t slots;    /* a power of two, or 0 */
	size_t last;     /* index of the block used last */
	uint64_t seed;   /* so that no file can make all ids collide */
};

void seen_init(struct seen *s);
void seen_release(struct seen *s);

/* Adds an id: 1 if it is new, 0 if it was there. */
int seen_add(struct seen *s, const char *id);

#endif

/* SPDX-License-Identifier: ISC */
/*
 * map.h - strings numbered in the order in which they come
 *
 * Layer score: may include base.  The keys belong to the map and stay where
 * they are until it is released.
 */
#ifndef LECTERN_SCORE_MAP_H
#define LECTERN_SCORE_MAP_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/vec.h"

struct map {
	struct arena arena;
	VEC(const char *) keys;
	uint32_t *table; /* number of a key plus 1, by hash; 0 is free */
	size_t slots;    /* a power of two, or 0 */
	uint64_t seed;   /* so that no file can make all keys collide */
};

void map_init(struct map *m);
void map_release(struct map *m);

/* The number of a key, which is added if it is new: then it is keys.n - 1. */
size_t map_add(struct map *m, const char *key);

/* The number of a key, or -1. */
ptrdiff_t map_find(const struct map *m, const char *key);

/* FNV-1a of 64 bits, begun at `seed`, its halves mixed. */
uint64_t map_hash(uint64_t seed, const void *data, size_t len);

/* A number that nobody can foresee. */
uint64_t map_seed(void);

#endif

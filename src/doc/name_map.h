/* SPDX-License-Identifier: ISC */
/*
 * name_map.h - which node has a name
 *
 * Layer doc, private to it.  A map from strings to nodes: the ids of a
 * document, its glossary's terms, what its bibliography's entries are called.
 */
#ifndef LECTERN_DOC_NAME_MAP_H
#define LECTERN_DOC_NAME_MAP_H

#include <stddef.h>
#include <stdint.h>

struct name_slot {
	uint32_t name; /* [byte] of the pool */
	uint32_t node; /* DOC_NONE: the slot is free */
};

/* All zero bytes is an empty one. */
struct name_map {
	struct name_slot *slot; /* open addressing */
	size_t n, cap;          /* cap a power of two, or 0 */
};

void name_map_release(struct name_map *map);

/*
 * Enters the string at `name` of the pool, which stays where it is, as a name
 * of `node`, unless it is one already: the first keeps it.
 */
void name_map_add(
    struct name_map *map, const char *pool, uint32_t name, uint32_t node);

/* The node that has a name, or DOC_NONE. */
uint32_t name_map_find(
    const struct name_map *map, const char *pool, const char *name);

#endif

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "doc/name_map.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "doc/doc.h"

void
name_map_release(struct name_map *map)
{
	free(map->slot);
	memset(map, 0, sizeof(*map));
}

/* FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/). */
static uint32_t
hash(const char *s)
{
	uint32_t h = 2166136261u;

	for (; *s != '\0'; s++)
		h = (h ^ (unsigned char)*s) * 16777619u;
	return h;
}

/* The slot that holds `name`, or the free one where it would go. */
static struct name_slot *
slot_of(const struct name_map *map, const char *pool, const char *name)
{
	size_t mask = map->cap - 1, i = hash(name) & mask;

	while (map->slot[i].node != DOC_NONE &&
	    strcmp(pool + map->slot[i].name, name) != 0)
		i = (i + 1) & mask;
	return &map->slot[i];
}

static void
grow(struct name_map *map, const char *pool)
{
	struct name_slot *old = map->slot;
	size_t i, n = map->cap;

	map->cap = n == 0 ? 64 : n * 2;
	map->slot = xcalloc(map->cap, sizeof(*map->slot));
	for (i = 0; i < n; i++) {
		if (old[i].node != DOC_NONE)
			*slot_of(map, pool, pool + old[i].name) = old[i];
	}
	free(old);
}

void
name_map_add(
    struct name_map *map, const char *pool, uint32_t name, uint32_t node)
{
	struct name_slot *slot;

	if (map->n * 2 >= map->cap)
		grow(map, pool);
	slot = slot_of(map, pool, pool + name);
	if (slot->node != DOC_NONE)
		return;
	slot->name = name;
	slot->node = node;
	map->n++;
}

uint32_t
name_map_find(const struct name_map *map, const char *pool, const char *name)
{
	return map->n == 0 ? DOC_NONE : slot_of(map, pool, name)->node;
}

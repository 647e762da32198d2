/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "score/map.h"

#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>

#include "base/xalloc.h"

uint64_t
map_seed(void)
{
	struct timespec now;
	uint64_t seed;

	if (getrandom(&seed, sizeof(seed), GRND_NONBLOCK) == sizeof(seed))
		return seed;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (uint64_t)now.tv_nsec * 0x9e3779b97f4a7c15U;
}

uint64_t
map_hash(uint64_t seed, const void *data, size_t len)
{
	const unsigned char *p = data;
	uint64_t h = seed ^ 0xcbf29ce484222325U;

	while (len-- > 0)
		h = (h ^ *p++) * 0x100000001b3U;
	return h ^ h >> 32;
}

void
map_init(struct map *m)
{
	memset(m, 0, sizeof(*m));
	arena_init(&m->arena);
	m->seed = map_seed();
}

void
map_release(struct map *m)
{
	arena_release(&m->arena);
	vec_release(&m->keys);
	free(m->table);
	m->table = NULL;
	m->slots = 0;
}

/* The slot of a key: its own, or the free one where it belongs. */
static size_t
find_slot(const struct map *m, const char *key)
{
	size_t i = map_hash(m->seed, key, strlen(key)) & (m->slots - 1);

	while (m->table[i] != 0 && strcmp(m->keys.v[m->table[i] - 1], key) != 0)
		i = (i + 1) & (m->slots - 1);
	return i;
}

static void
grow(struct map *m)
{
	size_t i;

	free(m->table);
	m->slots = m->slots == 0 ? 64 : m->slots * 2;
	m->table = xcalloc(m->slots, sizeof(*m->table));
	for (i = 0; i < m->keys.n; i++)
		m->table[find_slot(m, m->keys.v[i])] = (uint32_t)i + 1;
}

size_t
map_add(struct map *m, const char *key)
{
	size_t slot;

	if (m->keys.n * 2 >= m->slots)
		grow(m);
	slot = find_slot(m, key);
	if (m->table[slot] == 0) {
		vec_push(&m->keys, arena_strdup(&m->arena, key));
		m->table[slot] = (uint32_t)m->keys.n;
	}
	return m->table[slot] - 1;
}

ptrdiff_t
map_find(const struct map *m, const char *key)
{
	if (m->slots == 0)
		return -1;
	return (ptrdiff_t)m->table[find_slot(m, key)] - 1;
}

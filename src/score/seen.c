/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "score/seen.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "score/map.h"

enum {
	DIGITS_MAX = 18, /* that int64_t holds for sure */
	BLOCK_BITS = 9,  /* numbers in a block, as a power of two */
};

void
seen_init(struct seen *s)
{
	memset(s, 0, sizeof(*s));
	arena_init(&s->arena);
	s->seed = map_seed();
}

void
seen_release(struct seen *s)
{
	arena_release(&s->arena);
	vec_release(&s->blocks);
	free(s->table);
	s->table = NULL;
	s->slots = 0;
}

/*
 * The number at the end of an id and the length of the text before it.  A
 * leading zero belongs to the text, so that no two ids are split alike; an id
 * without a number is all text and number 0.
 */
static size_t
split(const char *id, int64_t *number)
{
	size_t len = strlen(id), start = len, at;

	for (at = len; at > 0 && len - at < DIGITS_MAX; at--) {
		if (id[at - 1] < '0' || id[at - 1] > '9')
			break;
		if (id[at - 1] != '0')
			start = at - 1;
	}
	*number = 0;
	for (at = start; at < len; at++)
		*number = *number * 10 + (id[at] - '0');
	return start;
}

static uint64_t
hash(const struct seen *s, const struct seen_block *key)
{
	return map_hash(s->seed ^ (uint64_t)key->block * 0x9e3779b97f4a7c15U,
	    key->text, key->len);
}

static int
is_same(const struct seen_block *a, const struct seen_block *b)
{
	return a->len == b->len && a->block == b->block &&
	    memcmp(a->text, b->text, a->len) == 0;
}

/* The slot of a block: its own, or the free one where it belongs. */
static size_t
find_slot(const struct seen *s, const struct seen_block *key)
{
	size_t i = (size_t)hash(s, key) & (s->slots - 1);

	while (s->table[i] != 0 && !is_same(&s->blocks.v[s->table[i] - 1], key))
		i = (i + 1) & (s->slots - 1);
	return i;
}

static void
grow_table(struct seen *s)
{
	size_t i;

	free(s->table);
	s->slots = s->slots == 0 ? 64 : s->slots * 2;
	s->table = xcalloc(s->slots, sizeof(*s->table));
	for (i = 0; i < s->blocks.n; i++)
		s->table[find_slot(s, &s->blocks.v[i])] = (uint32_t)i + 1;
}

static struct seen_block *
find_block(struct seen *s, const struct seen_block *key)
{
	struct seen_block new = *key;
	size_t slot;

	if (s->blocks.n > 0 && is_same(&s->blocks.v[s->last], key))
		return &s->blocks.v[s->last];
	if (s->blocks.n * 2 >= s->slots)
		grow_table(s);
	slot = find_slot(s, key);
	if (s->table[slot] == 0) {
		new.text = arena_strndup(&s->arena, key->text, key->len);
		vec_push(&s->blocks, new);
		s->table[slot] = (uint32_t)s->blocks.n;
	}
	s->last = s->table[slot] - 1;
	return &s->blocks.v[s->last];
}

int
seen_add(struct seen *s, const char *id)
{
	struct seen_block key = { .text = id };
	struct seen_block *block;
	int64_t number;
	uint64_t *word, bit;

	key.len = split(id, &number);
	key.block = number >> BLOCK_BITS;
	block = find_block(s, &key);
	word = &block->bits[number >> 6 & 7];
	bit = UINT64_C(1) << (number & 63);
	if ((*word & bit) != 0)
		return 0;
	*word |= bit;
	return 1;
}

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "xml/entities.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

static const struct {
	const char *name, *text;
} characters[] = {
#define CHARACTER(name, text) { name, text },
#include "xml/entities.def"
#undef CHARACTER
};

enum { SLOTS_MIN = 256 };

struct entities *
entities_new(void)
{
	struct entities *t = xcalloc(1, sizeof(*t));

	t->slots = SLOTS_MIN;
	t->slot = xcalloc(t->slots, sizeof(struct entity *));
	return t;
}

void
entities_free(struct entities *t)
{
	if (t == NULL)
		return;
	arena_release(&t->arena);
	free(t->slot);
	free(t);
}

/* FNV-1a */
static size_t
hash(const char *name, size_t len)
{
	uint32_t h = 2166136261U;
	size_t i;

	for (i = 0; i < len; i++)
		h = (h ^ (unsigned char)name[i]) * 16777619U;
	return h ^ h >> 16;
}

struct entity *
entities_find(struct entities *t, const char *name, size_t len)
{
	struct entity *e;

	for (e = t->slot[hash(name, len) % t->slots]; e != NULL; e = e->next)
		if (strncmp(e->name, name, len) == 0 && e->name[len] == '\0')
			return e;
	return NULL;
}

static void
link_in(struct entities *t, struct entity *e)
{
	struct entity **slot =
	    &t->slot[hash(e->name, strlen(e->name)) % t->slots];

	e->next = *slot;
	*slot = e;
}

/* A file may declare any number: the lists stay short. */
static void
grow(struct entities *t)
{
	struct entity **old = t->slot, *e, *next;
	size_t n = t->slots, i;

	t->slots *= 4;
	t->slot = xcalloc(t->slots, sizeof(struct entity *));
	for (i = 0; i < n; i++) {
		for (e = old[i]; e != NULL; e = next) {
			next = e->next;
			link_in(t, e);
		}
	}
	free(old);
}

static const char *
keep(struct arena *a, const char *s)
{
	return s == NULL ? NULL : arena_strdup(a, s);
}

void
entities_add(struct entities *t, const struct entity *e)
{
	struct entity *copy;

	if (entities_find(t, e->name, strlen(e->name)) != NULL)
		return;
	if (t->n++ == t->slots)
		grow(t);
	copy = arena_alloc(&t->arena, sizeof(*copy));
	*copy = *e;
	copy->name = arena_strdup(&t->arena, e->name);
	copy->value = arena_strdup(&t->arena, e->value ? e->value : "");
	copy->len = strlen(copy->value);
	copy->system = keep(&t->arena, e->system);
	copy->base = keep(&t->arena, e->base);
	link_in(t, copy);
}

const char *
character_entity(const char *name, size_t len)
{
	size_t low = 0, high = sizeof(characters) / sizeof(*characters);

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int order = strncmp(name, characters[mid].name, len);

		if (order == 0 && characters[mid].name[len] != '\0')
			order = -1;
		if (order == 0)
			return characters[mid].text;
		if (order < 0)
			high = mid;
		else
			low = mid + 1;
	}
	return NULL;
}

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

struct entities *
entities_new(void)
{
	return xcalloc(1, sizeof(struct entities));
}

void
entities_free(struct entities *t)
{
	if (t == NULL)
		return;
	arena_release(&t->arena);
	free(t);
}

static size_t
slot_of(const char *name, size_t len)
{
	uint32_t h = 2166136261U;
	size_t i;

	for (i = 0; i < len; i++)
		h = (h ^ (unsigned char)name[i]) * 16777619U;
	return (h ^ h >> 16) % ENTITIES_SLOTS;
}

struct entity *
entities_find(struct entities *t, const char *name, size_t len)
{
	struct entity *e;

	for (e = t->slot[slot_of(name, len)]; e != NULL; e = e->next)
		if (strncmp(e->name, name, len) == 0 && e->name[len] == '\0')
			return e;
	return NULL;
}

static const char *
keep(struct arena *a, const char *s)
{
	return s == NULL ? NULL : arena_strdup(a, s);
}

void
entities_add(struct entities *t, const struct entity *e)
{
	size_t len = strlen(e->name), slot = slot_of(e->name, len);
	struct entity *copy;

	if (entities_find(t, e->name, len) != NULL)
		return;
	copy = arena_alloc(&t->arena, sizeof(*copy));
	*copy = *e;
	copy->name = arena_strdup(&t->arena, e->name);
	copy->value = arena_strdup(&t->arena, e->value ? e->value : "");
	copy->len = strlen(copy->value);
	copy->system = keep(&t->arena, e->system);
	copy->base = keep(&t->arena, e->base);
	copy->next = t->slot[slot];
	t->slot[slot] = copy;
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

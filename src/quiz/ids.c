/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "quiz/ids.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

void
ids_init(struct ids *t)
{
	memset(t, 0, sizeof(*t));
}

void
ids_release(struct ids *t)
{
	free(t->slot);
	ids_init(t);
}

uint64_t
ids_hash(const char *s)
{
	uint64_t h = 0xcbf29ce484222325;

	for (; *s != '\0'; s++)
		h = (h ^ (unsigned char)*s) * 0x100000001b3;
	return h;
}

/* The slot of `id`, or the free one where it would go. */
static struct id_slot *
slot_of(const struct ids *t, const char *id)
{
	size_t at = ids_hash(id) & (t->cap - 1);

	while (t->slot[at].id != NULL && strcmp(t->slot[at].id, id) != 0)
		at = (at + 1) & (t->cap - 1);
	return &t->slot[at];
}

void *
ids_find(const struct ids *t, const char *id)
{
	return t->cap == 0 ? NULL : slot_of(t, id)->value;
}

static void
grow(struct ids *t)
{
	struct ids old = *t;
	size_t i;

	t->cap = old.cap == 0 ? 64 : old.cap * 2;
	t->slot = xcalloc(t->cap, sizeof(*t->slot));
	for (i = 0; i < old.cap; i++) {
		if (old.slot[i].id != NULL)
			*slot_of(t, old.slot[i].id) = old.slot[i];
	}
	free(old.slot);
}

void
ids_add(struct ids *t, const char *id, void *value)
{
	struct id_slot *slot;

	if (t->n * 2 >= t->cap)
		grow(t);
	slot = slot_of(t, id);
	slot->id = id;
	slot->value = value;
	t->n++;
}

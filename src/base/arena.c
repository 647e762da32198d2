/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

enum { CHUNK_MIN = 4096, CHUNK_MAX = 1 << 18 };

struct arena_chunk {
	struct arena_chunk *next;
	size_t used, size;
	_Alignas(max_align_t) char data[];
};

void
arena_init(struct arena *a)
{
	a->chunk = NULL;
	a->total = 0;
}

void
arena_release(struct arena *a)
{
	struct arena_chunk *c, *next;

	for (c = a->chunk; c != NULL; c = next) {
		next = c->next;
		free(c);
	}
	arena_init(a);
}

void
arena_reset(struct arena *a)
{
	struct arena_chunk *keep = a->chunk;

	if (keep == NULL)
		return;
	a->chunk = keep->next;
	arena_release(a);
	memset(keep->data, 0, keep->used);
	keep->used = 0;
	keep->next = NULL;
	a->chunk = keep;
	a->total = keep->size;
}

/* Chunks double up to a limit: a small document stays small. */
static struct arena_chunk *
chunk_add(struct arena *a, size_t size)
{
	size_t room = a->chunk == NULL ? CHUNK_MIN : a->chunk->size * 2;
	struct arena_chunk *c;

	if (room > CHUNK_MAX)
		room = CHUNK_MAX;
	if (room < size)
		room = size;
	c = xcalloc(1, sizeof(*c) + room);
	c->size = room;
	c->next = a->chunk;
	a->chunk = c;
	a->total += room;
	return c;
}

void *
arena_alloc(struct arena *a, size_t size)
{
	const size_t align = _Alignof(max_align_t);
	struct arena_chunk *c = a->chunk;
	void *p;

	if (size > SIZE_MAX / 2)
		return xreallocarray(NULL, SIZE_MAX, 2);
	size = (size + align - 1) / align * align;
	if (c == NULL || c->size - c->used < size)
		c = chunk_add(a, size);
	p = c->data + c->used;
	c->used += size;
	return p;
}

void *
arena_array(struct arena *a, size_t n, size_t size)
{
	if (size != 0 && n > SIZE_MAX / 2 / size)
		return xreallocarray(NULL, SIZE_MAX, 2);
	return arena_alloc(a, n * size);
}

char *
arena_strndup(struct arena *a, const char *s, size_t len)
{
	char *copy = arena_alloc(a, len + 1);

	memcpy(copy, s, len);
	return copy;
}

char *
arena_strdup(struct arena *a, const char *s)
{
	return arena_strndup(a, s, strlen(s));
}

char *
arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list ap;
	char *heap, *copy;

	va_start(ap, fmt);
	heap = xvasprintf(fmt, ap);
	va_end(ap);
	copy = arena_strdup(a, heap);
	free(heap);
	return copy;
}

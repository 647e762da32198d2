/* SPDX-License-Identifier: ISC */
/*
 * arena.h - memory that is freed all at once
 *
 * Layer base.  One arena belongs to one document, one layout, one quiz bank:
 * what it holds lives as long as that, and nothing is freed piece by piece.
 * Memory never moves, so pointers into an arena stay valid until it is
 * released or reset.
 */
#ifndef LECTERN_BASE_ARENA_H
#define LECTERN_BASE_ARENA_H

#include <stddef.h>

struct arena_chunk;

struct arena {
	struct arena_chunk *chunk; /* newest first */
	size_t total;              /* bytes taken from malloc */
};

/* An empty arena in the caller's storage; allocates nothing yet. */
void arena_init(struct arena *a);

/* Frees everything; the arena may be used again. */
void arena_release(struct arena *a);

/* Empties the arena but keeps its newest chunk, for the next time. */
void arena_reset(struct arena *a);

/* `size` bytes, zeroed, aligned for any type.  Cannot fail. */
void *arena_alloc(struct arena *a, size_t size)
    __attribute__((returns_nonnull));

/* `n` times `size` zeroed bytes; an overflow ends the program. */
void *arena_array(struct arena *a, size_t n, size_t size)
    __attribute__((returns_nonnull));

/* A copy of the `len` bytes at `s` with a NUL behind them. */
char *arena_strndup(struct arena *a, const char *s, size_t len)
    __attribute__((returns_nonnull));
char *arena_strdup(struct arena *a, const char *s)
    __attribute__((returns_nonnull));

char *arena_printf(struct arena *a, const char *fmt, ...)
    __attribute__((format(printf, 2, 3), returns_nonnull));

#endif

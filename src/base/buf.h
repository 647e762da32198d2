/* SPDX-License-Identifier: ISC */
/*
 * buf.h - a string that grows
 *
 * Layer base.  `s` is never NULL and always has a NUL at s[len], so it can be
 * read as a C string at any time; it may hold NULs of its own.  `s` moves when
 * the buffer grows: keep offsets, not pointers.
 */
#ifndef LECTERN_BASE_BUF_H
#define LECTERN_BASE_BUF_H

#include <stddef.h>

struct buf {
	char *s;
	size_t len; /* bytes in use, without the NUL */
	size_t
	    cap; /* bytes allocated; 0 while `s` is the shared empty string */
};

/* The shared empty string that an unused buffer points at; never written. */
extern char buf_empty[1];

/* clang-format off */
#define BUF_INIT { buf_empty, 0, 0 }
/* clang-format on */

void buf_init(struct buf *b);
void buf_release(struct buf *b);

/* Empties the buffer and keeps its memory. */
void buf_reset(struct buf *b);

/* Shortens to `len`, which is at most the present length. */
void buf_truncate(struct buf *b, size_t len);

/* For buf_reserve: the same where there is not enough. */
char *buf_grow(struct buf *b, size_t more);

/* Makes room for `more` bytes and the NUL; returns where they would start. */
static inline char *
buf_reserve(struct buf *b, size_t more)
{
	return more < b->cap - b->len ? b->s + b->len : buf_grow(b, more);
}

/* Room for `len` bytes that are expected in all (xexpect), if it has none. */
void buf_expect(struct buf *b, size_t len);

void buf_add(struct buf *b, const void *data, size_t len);
void buf_adds(struct buf *b, const char *s);
void buf_addc(struct buf *b, char c);

/* `n` times the byte `c`; nothing if n <= 0. */
void buf_fill(struct buf *b, char c, int n);

void buf_printf(struct buf *b, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/* Hands the string over to the caller, who frees it; the buffer is empty. */
char *buf_detach(struct buf *b);

#endif

/* SPDX-License-Identifier: ISC */
/*
 * xalloc.h - memory that cannot fail
 *
 * Layer base: libc only.  Each function returns usable memory or ends the
 * program with one line on standard error, so callers have no branch for it.
 * The caller owns what it gets and gives it back with free(3).
 */
#ifndef LECTERN_BASE_XALLOC_H
#define LECTERN_BASE_XALLOC_H

#include <stdarg.h>
#include <stddef.h>

/* `size` bytes, not zeroed.  A size of 0 is taken as 1. */
void *xmalloc(size_t size) __attribute__((malloc, returns_nonnull));

/* `n` times `size` bytes, zeroed; a product that overflows ends the program. */
void *xcalloc(size_t n, size_t size) __attribute__((malloc, returns_nonnull));

/* Like realloc(3) for `n` times `size` bytes; takes `p`, which may be NULL. */
void *xreallocarray(void *p, size_t n, size_t size)
    __attribute__((returns_nonnull));

/*
 * `size` bytes, not zeroed, that are expected to be filled over time and not to
 * move: where they are many, in large pages, which take the kernel a tenth of
 * the time.  What is never written to costs nothing.
 */
void *xexpect(size_t size) __attribute__((malloc, returns_nonnull));

char *xstrdup(const char *s) __attribute__((malloc, returns_nonnull));

/* The first `len` bytes at `s`, with a NUL behind them. */
char *xstrndup(const char *s, size_t len)
    __attribute__((malloc, returns_nonnull));

/* A string as printf(3) would write it. */
char *xasprintf(const char *fmt, ...)
    __attribute__((format(printf, 1, 2), malloc, returns_nonnull));
char *xvasprintf(const char *fmt, va_list ap)
    __attribute__((format(printf, 1, 0), malloc, returns_nonnull));

#endif

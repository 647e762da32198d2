/* SPDX-License-Identifier: ISC */
/*
 * vec.h - arrays that grow
 *
 * Layer base.  VEC(T) is a struct type with `v`, `n` (in use) and `cap`; all
 * zero bytes is an empty one.  The elements move when it grows: keep indices,
 * not pointers.
 *
 *	struct names {
 *		VEC(char *) all;
 *	};
 *	vec_push(&names->all, name);
 */
#ifndef LECTERN_BASE_VEC_H
#define LECTERN_BASE_VEC_H

#include <stddef.h>

#include "base/xalloc.h"

#define VEC(T) \
 struct {      \
  T *v;        \
  size_t n;    \
  size_t cap;  \
 }

/* Appends `item`; evaluates `vec` more than once. */
#define vec_push(vec, item)                                              \
 ((vec)->v = (vec)->n < (vec)->cap                                       \
	 ? (vec)->v                                                      \
	 : vec_grow((vec)->v, (vec)->n, &(vec)->cap, sizeof(*(vec)->v)), \
     (void)((vec)->v[(vec)->n++] = (item)))

/* The same for a VEC of pointers to structs, whose size clang-tidy takes for a
 * slip in vec_push. */
#define vec_push_ptr(vec, item)                                         \
 ((vec)->v = vec_grow((vec)->v, (vec)->n, &(vec)->cap, sizeof(void *)), \
     (void)((vec)->v[(vec)->n++] = (item)))

/* Room for `count` > 0 elements that are expected in all (xexpect), in a vec
 * that has none. */
#define vec_expect(vec, count)                             \
 ((vec)->v = xexpect(sizeof(*(vec)->v) * (size_t)(count)), \
     (void)((vec)->cap = (size_t)(count)))

/* Frees the elements' array (not what they point to) and empties it. */
#define vec_release(vec) \
 (vec_free((vec)->v), (vec)->v = NULL, (vec)->n = (vec)->cap = 0)

/* For the macros: room for one more than `n` elements of `size` bytes. */
void *vec_grow(void *v, size_t n, size_t *cap, size_t size)
    __attribute__((returns_nonnull));
void vec_free(void *v);

#endif

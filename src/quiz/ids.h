/* SPDX-License-Identifier: ISC */
/*
 * ids.h - finding things by their id
 *
 * Layer quiz: may include base.  A hash table from strings to pointers, for
 * the thousands of ids that a course may have.
 */
#ifndef LECTERN_QUIZ_IDS_H
#define LECTERN_QUIZ_IDS_H

#include <stddef.h>
#include <stdint.h>

struct id_slot {
	const char *id; /* NULL: free */
	void *value;
};

struct ids {
	struct id_slot *slot;
	size_t cap; /* a power of two, or 0 */
	size_t n;
};

void ids_init(struct ids *t);
void ids_release(struct ids *t);

/* What was added under `id`, or NULL. */
void *ids_find(const struct ids *t, const char *id);

/* Adds `value`, not NULL, under `id`, which is not there yet; both borrowed as
 * long as the table lives. */
void ids_add(struct ids *t, const char *id, void *value);

/* FNV-1a of a string, 64 bits. */
uint64_t ids_hash(const char *s);

#endif

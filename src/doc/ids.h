/* SPDX-License-Identifier: ISC */
/*
 * ids.h - attributes that hold a list of ids
 *
 * Layer doc: may include xml, text and base.
 */
#ifndef LECTERN_DOC_IDS_H
#define LECTERN_DOC_IDS_H

#include <stdint.h>

struct buf;
struct doc;

/* Moves *list, which may be NULL, behind the first of its ids, which then is
 * all that `id` holds; returns 0, and `id` is empty, where there is none. */
int ids_next(const char **list, struct buf *id);

/* The node with the first id of a list, or DOC_NONE. */
uint32_t ids_first(const struct doc *doc, const char *list);

#endif

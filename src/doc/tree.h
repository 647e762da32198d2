/* SPDX-License-Identifier: ISC */
/*
 * tree.h - a document written out as its elements
 *
 * Layer doc.  For tests and for authors who look for an id: one line an
 * element, two blanks a level, with what the model knows of it; text in
 * quotes.
 */
#ifndef LECTERN_DOC_TREE_H
#define LECTERN_DOC_TREE_H

#include <stdint.h>

struct buf;
struct doc;

/* Appends node n and all in it. */
void tree_add(const struct doc *doc, uint32_t n, struct buf *b);

#endif

/* SPDX-License-Identifier: ISC */
/*
 * model.h - what a struct doc is made of
 *
 * Layer doc, private: for doc.c, which reads it, and docbook.c, which builds
 * it.  Everybody else goes by doc.h.
 */
#ifndef LECTERN_DOC_MODEL_H
#define LECTERN_DOC_MODEL_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"
#include "doc/doc.h"

/* Attributes of a node stand together, the last one with `more` 0. */
struct doc_attr {
	uint16_t attr; /* enum attr */
	uint16_t more;
	uint32_t value; /* [byte] in doc->values */
};

struct doc {
	struct buf text;
	struct buf values;      /* attribute values, each with its NUL */
	VEC(struct node) nodes; /* number n is at n - 1 */
	VEC(struct doc_attr)
	attrs; /* node.attrs is the index of its first + 1 */
	VEC(struct unit) units;
	VEC(struct unit) inner;
	VEC(struct section) sections;
	VEC(char *) files;
	struct arena arena; /* file names */

	uint32_t *ids; /* open addressing: numbers of nodes with an id */
	size_t ids_n, ids_cap; /* cap a power of two, or 0 */

	size_t units_done; /* units before this one are complete */
	int complete, broken;
};

struct doc *doc_new(void);

/* Enters a node that has an ATTR_ID, unless that id is there already. */
void doc_add_id(struct doc *doc, uint32_t n);

#endif

/* SPDX-License-Identifier: ISC */
/*
 * model.h - what a struct doc is made of
 *
 * Layer doc, private: for doc.c, which reads it, and docbook.c, which builds
 * it.  Everybody else goes by doc.h.
 */
#ifndef LECTERN_DOC_MODEL_H
#define LECTERN_DOC_MODEL_H

#include <assert.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"
#include "doc/doc.h"
#include "doc/name_map.h"

/* Attributes of a node stand together, the last one with `more` 0. */
struct doc_attr {
	uint16_t attr; /* enum attr */
	uint16_t more;
	uint32_t value; /* [byte] in doc->values */
};

/* An annotation that is about an id; those about the same one are a list. */
struct annotated {
	uint32_t annotation;
	uint32_t next; /* its index + 1, 0: there is none */
	uint32_t last; /* in the first of the list: likewise */
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

	struct name_map called[CALLED_COUNT]; /* their strings are in values */

	VEC(struct annotated) annotated;
	struct name_map annotated_ids; /* index + 1 of the first, by id */

	size_t expected;   /* bytes of text, at most, by the size of the file */
	size_t units_done; /* units before this one are complete */
	int complete, broken;
	int unnumbered;         /* its sections */
	const char *why_broken; /* in the arena, or NULL */
};

/* For the builder, which asks at every tag: doc_node and doc_role. */
static inline struct node *
model_node(const struct doc *doc, uint32_t n)
{
	assert(n != DOC_NONE && n <= doc->nodes.n);
	return &doc->nodes.v[n - 1];
}

static inline enum elem_role
model_role(const struct doc *doc, uint32_t n)
{
	return elem_info[model_node(doc, n)->elem].role;
}

struct doc *doc_new(void);

/* Enters a node that has an ATTR_ID, unless that id is there already. */
void doc_add_id(struct doc *doc, uint32_t n);

/* Enters what node n is called, unless something else is called so already. */
void doc_add_called(
    struct doc *doc, enum called called, const char *s, size_t len, uint32_t n);

#endif

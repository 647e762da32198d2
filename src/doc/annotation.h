/* SPDX-License-Identifier: ISC */
/*
 * annotation.h - which annotations are about an element
 *
 * Layer doc: may include xml, text and base.
 *
 * An annotation shows where it stands, as a footnote does or as a block; what
 * it is about has its mark.  Either names the other: annotations="a1" on a
 * paragraph, annotates="p1 p2" on the annotation.
 */
#ifndef LECTERN_DOC_ANNOTATION_H
#define LECTERN_DOC_ANNOTATION_H

#include <stddef.h>
#include <stdint.h>

struct doc;

/* For the builder: enters what node n, an annotation, says it is about. */
void annotation_add(struct doc *doc, uint32_t n);

/* So many marks in a row say nothing more. */
enum { ANNOTATIONS_MAX = 16 };

struct annotations {
	uint32_t v[ANNOTATIONS_MAX];
	size_t n;
};

/* The annotations that are about node n, those that it names before those that
 * name it, each once. */
void annotations_find(
    const struct doc *doc, uint32_t n, struct annotations *found);

/* Is the mark of annotation n where it says, and not where it stands? */
int annotation_is_elsewhere(const struct doc *doc, uint32_t n);

#endif

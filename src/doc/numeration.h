/* SPDX-License-Identifier: ISC */
/*
 * numeration.h - numbers of items in lists and procedures
 *
 * Layer doc: may include xml, text and base.
 */
#ifndef LECTERN_DOC_NUMERATION_H
#define LECTERN_DOC_NUMERATION_H

#include <stdint.h>

struct buf;
struct doc;

/* DocBook's values of `numeration`, in the order in which nested lists use
 * them by default (DocBook XSL's order, too). */
enum numeration {
	NUMBER_ARABIC,
	NUMBER_LOWER_ALPHA,
	NUMBER_LOWER_ROMAN,
	NUMBER_UPPER_ALPHA,
	NUMBER_UPPER_ROMAN,
	NUMBER_COUNT
};

/* Appends a number; 0 and those a numeration has no form for are arabic. */
void numeration_add(struct buf *b, uint32_t number, enum numeration numeration);

/*
 * Appends the number of a listitem of an orderedlist, a step or a callout, by
 * the numeration and inheritnum of its list: "3", "b", "2.iv".  The builder has
 * counted with startingnumber, continuation and override (build_number.c).
 */
void numeration_item(const struct doc *doc, uint32_t n, struct buf *b);

#endif

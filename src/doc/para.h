/* SPDX-License-Identifier: ISC */
/*
 * para.h - the numbers of paragraphs, which a class can name
 *
 * Layer doc: may include xml, text and base.  Counted in each section from 1:
 * paragraphs, listings, tables, items of lists; neither titles nor footnotes.
 */
#ifndef LECTERN_DOC_PARA_H
#define LECTERN_DOC_PARA_H

#include <stddef.h>
#include <stdint.h>

struct doc;

/* The number of a unit in its section; 0: it has none. */
int para_number(const struct doc *doc, size_t unit);

/*
 * What "2.1#3" means, or "#3" in the section `here`: 1, and *at is where that
 * paragraph begins; 0: it is nothing of the kind; -1: the section has not so
 * many.
 */
int para_find(
    const struct doc *doc, const char *typed, size_t here, uint32_t *at);

#endif

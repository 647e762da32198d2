/* SPDX-License-Identifier: ISC */
/*
 * biblio.h - what entries of a bibliography are called
 *
 * Layer doc: may include xml, text and base.
 */
#ifndef LECTERN_DOC_BIBLIO_H
#define LECTERN_DOC_BIBLIO_H

#include <stdint.h>

struct buf;
struct doc;

/* 1 if entry n of a bibliography begins with an abbrev, which labels it. */
int biblio_shows_label(const struct doc *doc, uint32_t n);

/*
 * Appends the label of entry n, without brackets: its abbrev, else its
 * xreflabel, its id, else its number in the bibliography.
 */
void biblio_label(const struct doc *doc, uint32_t n, struct buf *b);

#endif

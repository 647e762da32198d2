/* SPDX-License-Identifier: ISC */
/*
 * qanda.h - what questions and answers are called
 *
 * Layer doc: may include xml, text and base.
 */
#ifndef LECTERN_DOC_QANDA_H
#define LECTERN_DOC_QANDA_H

#include <stdint.h>

struct buf;
struct doc;

/*
 * Appends the label of question or answer n: its own, or as the defaultlabel
 * of its qandaset says "Q:" and "A:", the number of the question ("2.3." in
 * the second qandadiv), or nothing.
 */
void qanda_label(const struct doc *doc, uint32_t n, struct buf *b);

/* Appends the number of a qandadiv with a full stop, where its qandaset
 * numbers. */
void qanda_division(const struct doc *doc, uint32_t n, struct buf *b);

#endif

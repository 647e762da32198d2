/* SPDX-License-Identifier: ISC */
/*
 * check.h - faults in a document that the parser does not see
 *
 * Layer doc: may include xml, text and base.
 */
#ifndef LECTERN_DOC_CHECK_H
#define LECTERN_DOC_CHECK_H

struct diags;
struct doc;

/*
 * Adds to `d`, in document order: ids used twice, and references to ids that
 * no element has.  What DocBook does not allow is found by valid.h.
 */
void doc_check(const struct doc *doc, struct diags *d);

#endif

/* SPDX-License-Identifier: ISC */
/*
 * valid.h - is a file what DocBook allows?
 *
 * Layer doc: may include xml, text and base.  A reader of events of its own:
 * what the document model drops or moves is still there.
 */
#ifndef LECTERN_DOC_VALID_H
#define LECTERN_DOC_VALID_H

struct diags;
struct xml_source;

/*
 * Reads the document again, and adds to `d`: elements that are not DocBook's;
 * elements, text and attributes where DocBook has none (schema.h); what stands
 * out of order; divisions without a title; pictures that have no text to stand
 * for them or no file.  Faults of the XML are not told again.
 */
void doc_valid(const struct xml_source *src, struct diags *d);

#endif

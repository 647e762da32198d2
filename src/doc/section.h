/* SPDX-License-Identifier: ISC */
/*
 * section.h - the contents of a document, and its numbers
 *
 * Layer doc, private to the builder: it tells of each division and numbered
 * object as it begins.
 */
#ifndef LECTERN_DOC_SECTION_H
#define LECTERN_DOC_SECTION_H

#include <stdint.h>

struct doc;

/* What has been counted so far, by what it is counted in. */
struct section_counters {
	uint32_t part, reference, chapter, appendix; /* in the book */
	uint32_t footnote, figure, table, example, equation, procedure;
	/* those in the chapter or article */
	uint32_t co; /* in the listing */
};

/* Enters division `n`, the newest node, as a section and numbers it. */
void section_begin(struct doc *doc, struct section_counters *c, uint32_t n);

/* Node `n`, the newest, is a title: of its section if it stands in that
 * itself or in its info. */
void section_title(struct doc *doc, uint32_t n);

/* Gives footnotes, figures, tables, examples, equations and titled
 * procedures their ordinal. */
void number_object(struct doc *doc, struct section_counters *c, uint32_t n);

#endif

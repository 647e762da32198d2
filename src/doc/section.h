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

/* Figures and the like are counted by chapter, by article, and in the rest of a
 * book, all that is in none of these together. */
enum section_scope {
	SCOPE_BOOK,
	SCOPE_ARTICLE,
	SCOPE_CHAPTER, /* or appendix */
	SCOPE_COUNT
};

struct object_counters {
	uint32_t figure, table, example, equation, procedure;
	uint32_t appendix;
};

/* What has been counted so far, by what it is counted in. */
struct section_counters {
	uint32_t part, reference, chapter; /* in the book */
	struct object_counters in[SCOPE_COUNT];
	uint32_t footnote; /* in the chapter or what stands beside chapters */
	uint32_t co;       /* in the listing */
};

/* Enters division `n`, the newest node, as a section and numbers it. */
void section_begin(struct doc *doc, struct section_counters *c, uint32_t n);

/* Node `n`, the newest, is a title: of its section if it stands in that itself
 * or in its info.  A procedure with a title has a number. */
void section_title(struct doc *doc, struct section_counters *c, uint32_t n);

/* 1 if node `n`, a title or subtitle that is about to end, says again what
 * its element, or the info of that, has said in another one. */
int section_title_again(const struct doc *doc, uint32_t n);

/* Gives footnotes, callouts in listings, figures, tables, examples, equations
 * and the entries of questions and answers their ordinal. */
void number_object(struct doc *doc, struct section_counters *c, uint32_t n);

#endif

/* SPDX-License-Identifier: ISC */
/*
 * index.h - a document's text as search sees it
 *
 * Layer doc: may include xml, text and base.  One folded copy of all that is
 * shown, in the order in which it is shown (footnotes behind the paragraph
 * that has them), with a map back to text offsets.  Matches go across lines
 * and inline markup, never from one block into the next.
 */
#ifndef LECTERN_DOC_INDEX_H
#define LECTERN_DOC_INDEX_H

#include <stddef.h>
#include <stdint.h>

#include "base/vec.h"

struct buf;
struct doc;
struct text_index;

struct match {
	uint32_t start, end; /* [byte] in the document's text */
};

struct matches {
	VEC(struct match) all; /* in the order of the text as shown */
	int any_case; /* 1: the capitals of the needle fitted nowhere, and were
		       * left out of account */
};

/* Borrows the document, which may go on growing. */
struct text_index *index_new(const struct doc *doc);
void index_free(struct text_index *ix);

/*
 * Takes in up to `max` more units that are complete.  Returns 1 while there
 * are more, 0 when the index is level with the document.
 */
int index_update(struct text_index *ix, size_t max);

/*
 * All places of `needle` (as typed; it is folded here) that do not overlap.  A
 * capital or an accent in it is meant exactly (text/exact.h); where none fits
 * with the capitals, those that fit without.  `out` is emptied first; the
 * caller frees it with vec_release(&out->all).
 */
void index_search(const struct text_index *ix, const char *needle, size_t len,
    struct matches *out);

/*
 * The same for a regular expression (text/regex.h), on the text as it stands,
 * not folded.  -1 with the reason appended to `why` where it is none, or would
 * take too long; `out` then has what was found until there.
 */
int index_regex(const struct text_index *ix, const char *pattern, size_t len,
    struct matches *out, struct buf *why);

#endif

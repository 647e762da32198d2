/* SPDX-License-Identifier: ISC */
/*
 * inline.h - a run of inline content as one string with segments
 *
 * Layer layout, private to it.  Here inline elements become what a reader
 * sees: text in a style, marks, generated words.
 */
#ifndef LECTERN_LAYOUT_INLINE_H
#define LECTERN_LAYOUT_INLINE_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/vec.h"

struct doc;
struct rich;
struct unit;

/* A stretch of the string that is alike in everything. */
struct seg {
	uint32_t start, len; /* [byte] of the string */
	uint32_t offset;     /* in the document's text, or NO_OFFSET */
	uint32_t source_len; /* [byte] that it stands for there */
	uint32_t link;       /* node that it leads to, or DOC_NONE */
	uint16_t style;
};

struct inline_text {
	struct buf text;
	VEC(struct seg) segs; /* in order, without gaps */
	uint32_t hang; /* [byte] 0, or what stands before this is what further
			* lines are set in from */
	int flush;     /* 1: further lines are not set in */
	int room;      /* [col] for it, 0: there is no telling */
	int ascii;     /* transliterate */
};

void inline_init(struct inline_text *t, int ascii);
void inline_release(struct inline_text *t);
void inline_reset(struct inline_text *t);

/* Appends the content of a text unit; `style` is added to all of it. */
void inline_unit(struct inline_text *t, const struct doc *doc,
    const struct unit *u, unsigned style);

/* Appends generated text. */
void inline_add(struct inline_text *t, const char *s, unsigned style);

/* Appends a part of another text: `len` bytes from `from` on, all of one
 * segment of it, `seg`. */
void inline_part(struct inline_text *t, const struct inline_text *other,
    const struct seg *seg, size_t from, size_t len);

/* Appends generated text that leads to a node. */
void inline_link(
    struct inline_text *t, const char *s, unsigned style, uint32_t link);

/* Appends the marks of the annotations of node n. */
void inline_annotations(
    struct inline_text *t, const struct doc *doc, uint32_t n, unsigned style);

/* Appends rich text, which stands in no document. */
void inline_rich(struct inline_text *t, const struct rich *r);

#endif

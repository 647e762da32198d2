/* SPDX-License-Identifier: ISC */
/*
 * media.h - what stands for a picture, a film or a sound
 *
 * Layer doc: may include xml, text and base.
 */
#ifndef LECTERN_DOC_MEDIA_H
#define LECTERN_DOC_MEDIA_H

#include <stdint.h>

struct buf;
struct doc;

/* Appends "[image: hip.png]": what kind of thing media object n is, and its
 * alt, or the title of a drawing or of one of its objects, or its file. */
void media_text(const struct doc *doc, uint32_t n, struct buf *b);

/* Appends the same for a picture in a line, where an alt has no word before
 * it: "[hip]". */
void media_in_line(const struct doc *doc, uint32_t n, struct buf *b);

/* Appends the title of the first drawing in n that has one. */
void media_drawing(const struct doc *doc, uint32_t n, struct buf *b);

#endif

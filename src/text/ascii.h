/* SPDX-License-Identifier: ISC */
/*
 * ascii.h - text for terminals that show no more than ASCII
 *
 * Layer text: may include base.
 */
#ifndef LECTERN_TEXT_ASCII_H
#define LECTERN_TEXT_ASCII_H

#include <stddef.h>

struct buf;

/*
 * Appends the `len` bytes of valid UTF-8 at `s` in ASCII: accents go, dashes,
 * quotes, bullets, arrows, box drawing and ligatures become their usual ASCII
 * stand-ins, Greek and Cyrillic are transliterated letter by letter; any other
 * character becomes its code in the form [U+4E2D].  Never a '?' but for
 * question marks.  Soft hyphens and invisible characters go.
 *
 * What could be misread keeps its sense: 10⁻³ is 10^-3, 2½ is 2 1/2, μg is ug,
 * and a stroke that says "not" is never dropped.  A character of box drawing or
 * a block is one column, as it was.
 */
void text_to_ascii(struct buf *b, const char *s, size_t len);

#endif

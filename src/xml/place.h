/* SPDX-License-Identifier: ISC */
/*
 * place.h - lines and columns of offsets in a text that passes by
 *
 * Layer xml; libc only.  libxml2 counts columns in bytes here and in
 * characters there, so they are counted anew; the text is looked at once,
 * whatever the length of its lines.
 */
#ifndef LECTERN_XML_PLACE_H
#define LECTERN_XML_PLACE_H

#include <stddef.h>

/* Line and column, from 1, of the character at the offset. */
struct place {
	int line;
	size_t offset; /* in bytes of UTF-8 */
	int col;       /* not beside `line`: written apart and read together,
			  they would make the processor wait */
};

/*
 * Goes on over the `len` bytes at `s`, which begin at p->offset.  `readable`
 * bytes, which are no fewer, may be looked at.
 */
void place_advance(struct place *p, const char *s, size_t len, size_t readable);

#endif

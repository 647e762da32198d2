/* SPDX-License-Identifier: ISC */
/*
 * synopsis_lang.h - how languages write classes and their members
 *
 * Layer layout, private to it.
 */
#ifndef LECTERN_LAYOUT_SYNOPSIS_LANG_H
#define LECTERN_LAYOUT_SYNOPSIS_LANG_H

#include <stdint.h>

struct doc;

struct synopsis_lang {
	const char *name;
	const char *keyword; /* NULL: "class" or what the element says */
	const char *extends, *implements, *excepts; /* before others in its
						     * head; ", ...": goes on */
	const char *open, *alone, *close; /* around its members; alone: open
					   * where the head names no other */
	const char *method;               /* before the name of one */
	const char *throws, *thrown;      /* around its exceptions */
	const char *returns; /* before its type, which comes last; or NULL */
	const char *end;     /* of a member */
};

/* That of the synopsis n, or of what it is in; Java's where none is named, or
 * one that we do not know.  Never NULL. */
const struct synopsis_lang *synopsis_lang(const struct doc *doc, uint32_t n);

#endif

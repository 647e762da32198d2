/* SPDX-License-Identifier: ISC */
/*
 * names.h - numbers for the names of elements, attributes and instructions
 *
 * Layer xml.  A name is a namespace of enum xml_ns and a local part; numbers
 * are given out from 0.  libxml2 keeps one copy of each string in its
 * dictionary, so most look-ups compare two pointers and no text.
 */
#ifndef LECTERN_XML_NAMES_H
#define LECTERN_XML_NAMES_H

#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"
#include "xml/xml.h"

enum { NAMES_CACHE = 1024 };

struct name {
	const char *local;
	enum xml_ns ns;
	unsigned next; /* in the same slot of the table, plus 1; 0 ends */
};

struct names {
	struct arena arena;
	VEC(struct name) all;
	unsigned slot[NAMES_CACHE]; /* by text: number plus 1 */
	struct {
		const void *local, *uri;
		unsigned number;
	} cache[NAMES_CACHE]; /* by pointer */
};

void names_init(struct names *n);
void names_release(struct names *n);

/*
 * The number of a name whose strings lie in libxml2's dictionary and stay
 * there.  `uri` is NULL for no namespace.  A new name is also defined in
 * `defs`, a buffer of wire records.
 */
unsigned names_lookup(
    struct names *n, const char *local, const char *uri, struct buf *defs);

/*
 * The namespace that a prefix stands for where nothing declares it but the DTD
 * of DocBook, which is not read, or habit; NULL if there is none.
 */
const char *names_customary(const char *prefix);

/*
 * The same as names_lookup for any strings, the namespace having been found already, and
 * without a definition: `added` says whether the name is new.
 */
unsigned names_intern(
    struct names *n, const char *local, enum xml_ns ns, int *added);

#endif

/* SPDX-License-Identifier: ISC */
/*
 * elem.h - the elements of DocBook, and the attributes that matter
 *
 * Layer doc.  The vocabulary is elem.def; from it come the enum, the names,
 * what the builder does (class), what layout does (role) and the style.
 */
#ifndef LECTERN_DOC_ELEM_H
#define LECTERN_DOC_ELEM_H

#include <stddef.h>

enum elem {
	ELEM_NONE,
#define ELEM(id, name, class, role, style) ELEM_##id,
#include "doc/elem.def"
#undef ELEM
	ELEM_UNKNOWN, /* no DocBook; its children are shown */
	ELEM_FOREIGN, /* of HTML or the like: its children are shown */
	ELEM_MATH,    /* any of MathML: set as one line of text */
	ELEM_SVG,     /* any of SVG: a picture, by its title */
	ELEM_COUNT
};

/* What the builder does with an element. */
enum elem_class {
	CLASS_DIVISION,  /* has title and sections; a row of the contents */
	CLASS_INFO,      /* about the document; its title page parts show */
	CLASS_BLOCK,     /* text in it forms paragraphs */
	CLASS_LIST,      /* a block that holds blocks, no text of its own */
	CLASS_VERBATIM,  /* white space counts */
	CLASS_TABLE,     /* a table: one unit */
	CLASS_TABLEPART, /* within a table, no text of its own */
	CLASS_INLINE,    /* part of a paragraph */
	CLASS_NOTE,      /* hangs on a place in a paragraph, blocks within */
	CLASS_META,      /* not shown */
	CLASS_OPEN,      /* inline within a paragraph, else a block */
};

/* What an element is to layout. */
enum elem_role {
#define ROLE(id) ROLE_##id,
#include "doc/role.def"
#undef ROLE
	ROLE_COUNT
};

struct elem_info {
	const char *name;
	enum elem_class class;
	enum elem_role role;
	unsigned style; /* enum style */
};

/* One row an element, by enum elem. */
extern const struct elem_info elem_info[ELEM_COUNT];

/* The element of a local name, ELEM_NONE if there is none. */
enum elem elem_find(const char *name);

/* Attributes that the model keeps; all others are dropped. */
enum attr {
	ATTR_NONE,
#define ATTR(id, name) ATTR_##id,
#include "doc/attr.def"
#undef ATTR
	ATTR_COUNT
};

/* The attribute of a local name, ATTR_NONE for one that is not kept. */
enum attr attr_find(const char *name);
const char *attr_name(enum attr attr);

#endif

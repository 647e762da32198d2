/* SPDX-License-Identifier: ISC */
/*
 * entities.h - the general entities that a document declares
 *
 * Layer xml.  Knows nothing of libxml2.  A file with a DOCTYPE has a table of
 * its own; what is included by an entity shares it.
 */
#ifndef LECTERN_XML_ENTITIES_H
#define LECTERN_XML_ENTITIES_H

#include <stddef.h>

#include "base/arena.h"

enum entity_kind {
	ENTITY_TEXT,    /* `value` holds no markup */
	ENTITY_MARKUP,  /* `value` holds a '<' */
	ENTITY_FILE,    /* `system` names a file */
	ENTITY_UNPARSED /* a picture or the like; not to be referred to */
};

struct entity {
	enum entity_kind kind;
	const char *name;
	const char *value; /* "" for files */
	size_t len;
	const char *system; /* as written */
	const char *base;   /* absolute path of the file that declares it */
	int busy;           /* being expanded: met again, it is a loop */
	struct entity *next;
};

struct entities {
	struct arena arena;
	struct entity **slot; /* `slots` lists, by the name's hash */
	size_t slots, n;
};

struct entities *entities_new(void);
void entities_free(struct entities *t);

/*
 * Declares an entity; the first declaration of a name holds (XML 1.0, 4.2).
 * `value` is NULL for a file.  Everything is copied.
 */
void entities_add(struct entities *t, const struct entity *e);

/* The entity of that name, or NULL. */
struct entity *entities_find(struct entities *t, const char *name, size_t len);

/*
 * A character entity of ISO 8879 as DocBook 4.5 has them, or of HTML 4: its
 * text in UTF-8, or NULL for a name that is none of them.
 */
const char *character_entity(const char *name, size_t len);

#endif

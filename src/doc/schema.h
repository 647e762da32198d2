/* SPDX-License-Identifier: ISC */
/*
 * schema.h - which elements and attributes DocBook allows where
 *
 * Layer doc; libc and base only.  Read from tables: schema.def, schema_set.def
 * and schema_attr.def.  What they allow is what one of DocBook 4.1.2 to 5.2
 * allows, or a little more; what they do not allow is wrong in all of these.
 * Order and number of elements are not in them.
 */
#ifndef LECTERN_DOC_SCHEMA_H
#define LECTERN_DOC_SCHEMA_H

#include "doc/elem.h"

enum schema_version {
	SCHEMA_NONE, /* no DocBook that we have rules for */
	SCHEMA_V4,   /* in DocBook 4 only */
	SCHEMA_V5,   /* in DocBook 5 only */
	SCHEMA_ANY,
};

struct schema;

struct schema *schema_new(void);
void schema_free(struct schema *s);

/* Which versions have the element; SCHEMA_NONE where there is no rule. */
enum schema_version schema_version(const struct schema *s, enum elem e);

/* May `child` stand in `parent`?  1 where one of them has no rule. */
int schema_allows(const struct schema *s, enum elem parent, enum elem child);

/* May text stand in the element?  1 where it has no rule. */
int schema_has_text(const struct schema *s, enum elem e);

/*
 * The element that, put into `parent` around `child`, makes that right; the
 * same for text, with ELEM_NONE for the child.  ELEM_NONE if there is none
 * that one would think of.
 */
enum elem schema_between(
    const struct schema *s, enum elem parent, enum elem child);

/*
 * The number of an attribute by its name, to be asked with: 0 for one that no
 * element has.
 */
unsigned schema_attr(const struct schema *s, const char *name);

/* May it stand on the element? */
int schema_attr_allows(const struct schema *s, unsigned attr, enum elem e);

#endif

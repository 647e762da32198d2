/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "xml/names.h"

#include <stdint.h>
#include <string.h>

#include "xml/wire.h"

/* With the prefix by which all know the namespace, if there is one. */
static const struct {
	const char *uri, *prefix;
	enum xml_ns ns;
} spaces[] = {
	{ "http://docbook.org/ns/docbook", "db", XML_NS_DOCBOOK },
	{ "urn:lectern:quiz:1", "", XML_NS_QUIZ },
	{ "http://www.w3.org/XML/1998/namespace", "xml", XML_NS_XML },
	{ "http://www.w3.org/1999/xlink", "xlink", XML_NS_XLINK },
	{ "http://www.w3.org/2001/XInclude", "xi", XML_NS_XINCLUDE },
	{ "http://www.w3.org/2003/XInclude", "", XML_NS_XINCLUDE },
	{ "http://www.w3.org/1998/Math/MathML", "mml", XML_NS_MATHML },
	{ "http://www.w3.org/2000/svg", "svg", XML_NS_SVG },
	{ "http://www.w3.org/1999/xhtml", "", XML_NS_HTML },
};

void
names_init(struct names *n)
{
	memset(n, 0, sizeof(*n));
	arena_init(&n->arena);
}

void
names_release(struct names *n)
{
	arena_release(&n->arena);
	vec_release(&n->all);
}

static enum xml_ns
space_of(const char *uri)
{
	size_t i;

	if (uri == NULL)
		return XML_NS_NONE;
	for (i = 0; i < sizeof(spaces) / sizeof(*spaces); i++)
		if (strcmp(spaces[i].uri, uri) == 0)
			return spaces[i].ns;
	return XML_NS_OTHER;
}

const char *
names_customary(const char *prefix)
{
	size_t i;

	for (i = 0; i < sizeof(spaces) / sizeof(*spaces); i++)
		if (strcmp(spaces[i].prefix, prefix) == 0)
			return spaces[i].uri;
	return NULL;
}

/* FNV-1a; the slots are few and the names of a document a few hundred. */
static size_t
slot_of(const char *s, enum xml_ns ns)
{
	uint32_t h = 2166136261U ^ (uint32_t)ns;

	for (; *s != '\0'; s++)
		h = (h ^ (unsigned char)*s) * 16777619U;
	return (h ^ h >> 16) % NAMES_CACHE;
}

unsigned
names_intern(struct names *n, const char *local, enum xml_ns ns, int *added)
{
	size_t slot = slot_of(local, ns);
	struct name name;
	unsigned i;

	*added = 0;
	for (i = n->slot[slot]; i != 0; i = n->all.v[i - 1].next)
		if (n->all.v[i - 1].ns == ns &&
		    strcmp(n->all.v[i - 1].local, local) == 0)
			return i - 1;
	*added = 1;
	name.local = arena_strdup(&n->arena, local);
	name.ns = ns;
	name.next = n->slot[slot];
	vec_push(&n->all, name);
	n->slot[slot] = (unsigned)n->all.n;
	return (unsigned)n->all.n - 1;
}

static unsigned
define(struct names *n, const char *local, const char *uri, struct buf *defs)
{
	enum xml_ns ns = space_of(uri);
	int added;
	unsigned number = names_intern(n, local, ns, &added);

	if (added)
		wire_put(defs, WIRE_NAME, ns, local, strlen(local));
	return number;
}

unsigned
names_lookup(
    struct names *n, const char *local, const char *uri, struct buf *defs)
{
	uintptr_t key = (uintptr_t)local / 2 ^ (uintptr_t)uri / 4;
	size_t i = (key ^ key >> 10) % NAMES_CACHE;

	if (n->cache[i].local != local || n->cache[i].uri != uri) {
		n->cache[i].number = define(n, local, uri, defs);
		n->cache[i].local = local;
		n->cache[i].uri = uri;
	}
	return n->cache[i].number;
}

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdlib.h>

#include "base/buf.h"
#include "doc/doc.h"
#include "doc/gentext.h"
#include "doc/gentext_parts.h"
#include "doc/ids.h"

/* The pointer of an olink is looked for in the document that it names, where
 * that is a part of ours. */
static uint32_t
olink_target(const struct doc *doc, uint32_t n)
{
	const char *in = doc_attr(doc, n, ATTR_TARGETDOC);
	const char *ptr = doc_attr(doc, n, ATTR_TARGETPTR);
	uint32_t whole = in == NULL ? DOC_NONE : doc_find(doc, in);
	uint32_t part = ptr == NULL ? DOC_NONE : doc_find(doc, ptr);

	if (ptr == NULL)
		return whole;
	if (in == NULL || part == DOC_NONE)
		return part;
	return whole != DOC_NONE && part >= whole &&
		part <= doc_node(doc, whole)->last
	    ? part
	    : DOC_NONE;
}

uint32_t
gentext_target(const struct doc *doc, uint32_t n)
{
	static const enum attr ids[] = { ATTR_LINKEND, ATTR_LINKENDS,
		ATTR_OTHERTERM };
	const char *value;
	size_t i;

	for (i = 0; i < sizeof(ids) / sizeof(*ids); i++) {
		value = doc_attr(doc, n, ids[i]);
		if (value != NULL)
			return ids_first(doc, value);
	}
	value = doc_attr(doc, n, ATTR_TARGET);
	if (value != NULL)
		return (uint32_t)strtoul(value, NULL, 10);
	value = doc_attr(doc, n, ATTR_HREF);
	if (value != NULL)
		return value[0] == '#' ? doc_find(doc, value + 1) : DOC_NONE;
	return doc_role(doc, n) == ROLE_OLINK ? olink_target(doc, n) : DOC_NONE;
}

/* What is not there is named by its id. */
static void
add_target(const struct doc *doc, uint32_t n, const char *id, struct buf *b)
{
	uint32_t target = doc_find(doc, id);

	if (target == DOC_NONE)
		buf_printf(b, "[?%s]", id);
	else
		gentext_xref(doc, target, n, b);
}

static void
add_targets(const struct doc *doc, uint32_t n, const char *ids, struct buf *b)
{
	struct buf id = BUF_INIT;
	size_t before = b->len;

	while (b->len - before < GENTEXT_XREF_MAX && ids_next(&ids, &id)) {
		if (b->len > before)
			buf_adds(b, ", ");
		add_target(doc, n, id.s, b);
	}
	buf_release(&id);
}

static void
add_olink(const struct doc *doc, uint32_t n, struct buf *b)
{
	const char *in = doc_attr(doc, n, ATTR_TARGETDOC);
	const char *ptr = doc_attr(doc, n, ATTR_TARGETPTR);
	uint32_t target = olink_target(doc, n);

	if (target != DOC_NONE)
		gentext_xref(doc, target, n, b);
	else if (in != NULL || ptr != NULL)
		buf_printf(b, "[%s%s%s]", in == NULL ? "" : in,
		    ptr == NULL ? "" : "#", ptr == NULL ? "" : ptr);
}

void
gentext_reference(const struct doc *doc, uint32_t n, struct buf *b)
{
	const char *id = doc_attr(doc, n, ATTR_LINKEND);
	const char *url = doc_attr(doc, n, ATTR_URL);

	if (id == NULL)
		id = doc_attr(doc, n, ATTR_LINKENDS);
	if (id == NULL)
		id = doc_attr(doc, n, ATTR_OTHERTERM);
	if (url == NULL)
		url = doc_attr(doc, n, ATTR_HREF);
	if (id != NULL)
		add_targets(doc, n, id, b);
	else if (url != NULL && url[0] == '#')
		add_target(doc, n, url + 1, b);
	else if (url != NULL)
		buf_adds(b, url);
	else if (doc_role(doc, n) == ROLE_OLINK)
		add_olink(doc, n, b);
	else if (doc_role(doc, n) == ROLE_XREF)
		buf_adds(b, "[?]");
}

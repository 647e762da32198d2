/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "doc/check.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/diag.h"
#include "doc/doc.h"

struct checker {
	const struct doc *doc;
	struct diags *diags;
};

static const char *
file_of(const struct checker *c, const struct node *node)
{
	return doc_file(c->doc, node->file);
}

static void
check_element(struct checker *c, uint32_t n)
{
	const struct node *node = doc_node(c->doc, n);

	if (node->elem == ELEM_UNKNOWN)
		diag_add(c->diags, DIAG_ELEM_UNKNOWN, file_of(c, node),
		    (int)node->line, node->col, doc_attr(c->doc, n, ATTR_NAME));
}

static void
check_id(struct checker *c, uint32_t n)
{
	const struct node *node = doc_node(c->doc, n);
	const char *id = doc_attr(c->doc, n, ATTR_ID);
	uint32_t first;
	char line[16];

	if (id == NULL)
		return;
	first = doc_find(c->doc, id);
	if (first == n)
		return;
	snprintf(line, sizeof(line), "%u", doc_node(c->doc, first)->line);
	diag_add(c->diags, DIAG_ID_DUPLICATE, file_of(c, node), (int)node->line,
	    node->col, id, line);
}

static void
check_reference(struct checker *c, uint32_t n, enum attr attr, const char *id)
{
	const struct node *node = doc_node(c->doc, n);

	if (id != NULL && doc_find(c->doc, id) == DOC_NONE)
		diag_add(c->diags, DIAG_LINK_TARGET, file_of(c, node),
		    (int)node->line, node->col, attr_name(attr), id);
}

static void
check_links(struct checker *c, uint32_t n)
{
	const char *href = doc_attr(c->doc, n, ATTR_HREF);

	check_reference(c, n, ATTR_LINKEND, doc_attr(c->doc, n, ATTR_LINKEND));
	check_reference(c, n, ATTR_ENDTERM, doc_attr(c->doc, n, ATTR_ENDTERM));
	check_reference(
	    c, n, ATTR_OTHERTERM, doc_attr(c->doc, n, ATTR_OTHERTERM));
	if (href != NULL && href[0] == '#')
		check_reference(c, n, ATTR_HREF, href + 1);
}

void
doc_check(const struct doc *doc, struct diags *d)
{
	struct checker c = { doc, d };
	uint32_t n;

	for (n = 1; n <= doc_nodes(doc); n++) {
		check_element(&c, n);
		check_id(&c, n);
		check_links(&c, n);
	}
}

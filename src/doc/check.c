/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "doc/check.h"

#include "base/buf.h"
#include "base/diag.h"
#include "doc/doc.h"
#include "doc/ids.h"

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
check_id(struct checker *c, uint32_t n)
{
	const struct node *node = doc_node(c->doc, n);
	const char *id = doc_attr(c->doc, n, ATTR_ID);
	const struct node *other;
	struct buf where = BUF_INIT;
	uint32_t first;

	if (id == NULL)
		return;
	first = doc_find(c->doc, id);
	if (first == n)
		return;
	other = doc_node(c->doc, first);
	buf_printf(&where, "%u", other->line);
	if (other->file != node->file)
		buf_printf(&where, " of %s", file_of(c, other));
	diag_add(c->diags, DIAG_ID_DUPLICATE, file_of(c, node), (int)node->line,
	    node->col, id, where.s);
	buf_release(&where);
}

/* An attribute that says `value`, and means the id. */
static void
check_reference(struct checker *c, uint32_t n, enum attr attr,
    const char *value, const char *id)
{
	const struct node *node = doc_node(c->doc, n);

	if (doc_find(c->doc, id) == DOC_NONE)
		diag_add(c->diags, DIAG_LINK_TARGET, file_of(c, node),
		    (int)node->line, node->col, attr_name(attr), value);
}

/* An attribute that names one id, or several. */
static void
check_references(struct checker *c, uint32_t n, enum attr attr)
{
	const char *list = doc_attr(c->doc, n, attr);
	struct buf id = BUF_INIT;

	while (ids_next(&list, &id))
		check_reference(c, n, attr, id.s, id.s);
	buf_release(&id);
}

static void
check_links(struct checker *c, uint32_t n)
{
	static const enum attr attrs[] = { ATTR_LINKEND, ATTR_LINKENDS,
		ATTR_ENDTERM, ATTR_OTHERTERM, ATTR_AREAREFS, ATTR_STARTREF,
		ATTR_ZONE, ATTR_ANNOTATES, ATTR_ANNOTATIONS };
	const char *href = doc_attr(c->doc, n, ATTR_HREF);
	size_t i;

	for (i = 0; i < sizeof(attrs) / sizeof(*attrs); i++)
		check_references(c, n, attrs[i]);
	if (href != NULL && href[0] == '#')
		check_reference(c, n, ATTR_HREF, href, href + 1);
}

void
doc_check(const struct doc *doc, struct diags *d)
{
	struct checker c = { doc, d };
	uint32_t n;

	for (n = 1; n <= doc_nodes(doc); n++) {
		check_id(&c, n);
		/* What a link leads to may be in the part that is lost. */
		if (!doc_broken(doc))
			check_links(&c, n);
	}
}

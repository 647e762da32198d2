/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "layout/gap.h"

#include <stdlib.h>
#include <string.h>

#include "doc/doc.h"
#include "layout/context.h"

enum {
	COMPACT_LEN = 60, /* [byte] items shorter than this stand close */
	ITEMS_MAX = 30,   /* so many are looked at, and of each ... */
	BLOCKS_MAX = 6,   /* ... so many blocks */
};

/* How many items a list has that is over; 0 if that cannot be told. */
static uint32_t
items(const struct doc *doc, uint32_t list)
{
	uint32_t last = doc_node(doc, list)->last;
	uint32_t first = doc_first_child(doc, list);

	while (last != list && doc_node(doc, last)->parent != list)
		last = doc_node(doc, last)->parent;
	while (first != DOC_NONE && first != last &&
	    doc_role(doc, first) != doc_role(doc, last))
		first = doc_next(doc, first);
	if (first == DOC_NONE ||
	    doc_node(doc, last)->ordinal < doc_node(doc, first)->ordinal)
		return 0;
	return doc_node(doc, last)->ordinal - doc_node(doc, first)->ordinal + 1;
}

/* Has an item paragraphs?  They need blank lines between them, and then so do
 * the items. */
static int
has_paragraphs(const struct doc *doc, uint32_t list)
{
	uint32_t item = doc_first_child(doc, list), c;
	int seen, blocks, paras;

	for (seen = 0; item != DOC_NONE && seen < ITEMS_MAX; seen++) {
		c = doc_first_child(doc, item);
		paras = 0;
		for (blocks = 0; c != DOC_NONE && blocks < BLOCKS_MAX;
		     blocks++) {
			paras += doc_role(doc, c) == ROLE_PARA;
			c = doc_next(doc, c);
		}
		if (paras > 1)
			return 1;
		item = doc_next(doc, item);
	}
	return 0;
}

/* Items that are all short stand without blank lines between them. */
static int
is_compact(const struct doc *doc, uint32_t list)
{
	const char *spacing = doc_attr(doc, list, ATTR_SPACING);
	const struct node *node = doc_node(doc, list);
	uint32_t n;

	if (spacing != NULL)
		return strcmp(spacing, "compact") == 0;
	if (node->flags & NODE_OPEN)
		return 0;
	n = items(doc, list);
	return n > 0 && (node->end - node->start) / n < COMPACT_LEN &&
	    !has_paragraphs(doc, list);
}

/*
 * A unit and the one before it meet in some element: `parent` is the innermost
 * that both are in, `above` and `below` are its children that have the one and
 * the other; DOC_NONE where the text is the parent's own.
 */
struct seam {
	uint32_t parent, above, below;
};

static struct seam
seam_find(const struct place *p, uint32_t block)
{
	struct seam seam = { .parent = block };
	uint32_t n = p->before->node, inner = DOC_NONE;

	while (seam.parent != DOC_NONE && seam.parent != p->root &&
	    place_is_first_in(p, seam.parent)) {
		inner = seam.below;
		seam.below = seam.parent;
		seam.parent = doc_node(p->doc, seam.parent)->parent;
	}
	if (context_role(p->doc, seam.below) == ROLE_INFO)
		seam.below = inner;
	for (; n != DOC_NONE && n != seam.parent;
	     n = doc_node(p->doc, n)->parent)
		seam.above = n;
	return seam;
}

static int
is_item(enum elem_role role)
{
	return role == ROLE_ITEM || role == ROLE_STEP || role == ROLE_CALLOUT;
}

/* Within a list: items as the list is set, and so what is within a short
 * item. */
static int
is_in_compact(const struct doc *doc, const struct seam *seam)
{
	uint32_t list = seam->parent;

	if (is_item(context_role(doc, list)))
		list = doc_node(doc, list)->parent;
	else if (!is_item(context_role(doc, seam->below)) ||
	    !is_item(context_role(doc, seam->above)))
		return 0;
	return list != DOC_NONE && is_compact(doc, list);
}

/* Lines of a title page: subtitle, authors, date. */
static int
is_title_line(const struct doc *doc, uint32_t n)
{
	uint32_t parent = n == DOC_NONE ? DOC_NONE : doc_node(doc, n)->parent;

	switch ((int)context_role(doc, n)) {
	case ROLE_ABSTRACT:
	case ROLE_FOOTNOTE:
	case ROLE_LEGAL:
	case ROLE_REVHISTORY:
		return 0;
	case ROLE_AUTHORGROUP:
	case ROLE_CREDIT:
	case ROLE_FIELDS:
	case ROLE_IDENTIFIER:
	case ROLE_NAME:
	case ROLE_PERSON:
	case ROLE_SUBTITLE:
		return 1;
	default:
		return context_role(doc, parent) == ROLE_INFO;
	}
}

/* Siblings that stand below each other like the lines of a table. */
static int
is_line_of_many(enum elem_role role)
{
	switch ((int)role) {
	case ROLE_ENUMITEM:
	case ROLE_INDEXENTRY:
	case ROLE_MEMBER:
	case ROLE_MSGINFO:
	case ROLE_PRODUCTION:
	case ROLE_RECAP:
	case ROLE_REVISION:
	case ROLE_SEG:
	case ROLE_VERSE:
		return 1;
	default:
		return 0;
	}
}

/* What comes right below its own text, or that of its parent. */
static int
is_continued(enum elem_role parent, enum elem_role below)
{
	switch ((int)parent) {
	case ROLE_CLASSSYNOPSIS:
		return 1;
	case ROLE_ENTRY:
		return below == ROLE_ITEM || below == ROLE_GLOSSDEF ||
		    below == ROLE_GLOSSSEE;
	case ROLE_REVISION:
		return below == ROLE_INSET;
	case ROLE_CREDIT:
		return below == ROLE_BLURB;
	case ROLE_INDEXENTRY:
		return below == ROLE_INDEXENTRY;
	case ROLE_QANDAENTRY:
		return below == ROLE_ANSWER;
	default:
		return below == ROLE_ATTRIBUTION || below == ROLE_CAPTION ||
		    below == ROLE_REFCLASS;
	}
}

/* Does `below` follow `above` without a blank line between them? */
static int
stands_close(const struct doc *doc, const struct seam *seam)
{
	enum elem_role above = context_role(doc, seam->above);
	enum elem_role below = context_role(doc, seam->below);
	enum elem_class around =
	    elem_info[doc_node(doc, seam->parent)->elem].class;

	if ((is_title_line(doc, seam->below) || below == ROLE_TITLE) &&
	    (is_title_line(doc, seam->above) || above == ROLE_TITLE ||
		above == ROLE_INFO))
		return 1;
	if (above == ROLE_TITLE || above == ROLE_INFO)
		return around != CLASS_DIVISION && around != CLASS_INFO;
	if (above == ROLE_BRIDGEHEAD)
		return below == ROLE_INDEXENTRY;
	if (is_line_of_many(below) && is_line_of_many(above))
		return 1;
	return above == ROLE_SPEAKER || above == ROLE_ATTRIBUTION ||
	    is_continued(doc_role(doc, seam->parent), below);
}

int
gap_find(const struct place *p, const struct context *c)
{
	struct seam seam;

	if (p->before == NULL)
		return 0;
	if (c->heading == HEADING_1 ||
	    (c->leads > 0 && c->lead[c->leads - 1].heading == HEADING_1))
		return 2;
	seam = seam_find(p, c->block);
	if (seam.parent == DOC_NONE || seam.parent == p->root)
		return 1;
	return !stands_close(p->doc, &seam) && !is_in_compact(p->doc, &seam);
}

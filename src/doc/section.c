/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "doc/section.h"

#include "doc/model.h"

enum { NUMBERED_DEPTH = 10 }; /* sections deeper than this have no number */

/* The section of the division that node n is a child or grandchild of. */
static uint32_t
section_around(const struct doc *doc, uint32_t n)
{
	size_t i = doc->sections.n;
	uint32_t at = doc_node(doc, n)->parent;

	/* The ancestors of the newest node are among the newest sections, each
	 * the parent of the one before. */
	if (i == 0)
		return 0;
	for (i--; i > 0; i = doc->sections.v[i].parent) {
		const struct node *node =
		    doc_node(doc, doc->sections.v[i].node);

		if (node->flags & NODE_OPEN && doc->sections.v[i].node <= at)
			return (uint32_t)i;
	}
	return 0;
}

/* Sections within a sequence are counted by looking at the sibling before. */
static uint32_t
count_section(const struct doc *doc, uint32_t parent, uint32_t depth)
{
	size_t i;

	for (i = doc->sections.n; i-- > parent + 1;) {
		const struct section *s = &doc->sections.v[i];

		if (s->depth == depth && s->label == LABEL_ARABIC &&
		    doc_role(doc, s->node) == ROLE_SECTION)
			return s->number + 1;
		if (s->depth < depth)
			break;
	}
	return 1;
}

static void
restart_objects(struct section_counters *c)
{
	c->footnote = c->figure = c->table = 0;
	c->example = c->equation = c->procedure = 0;
}

static void
number_section(
    struct doc *doc, struct section_counters *c, struct section *s, int is_root)
{
	const struct section *parent;

	if (is_root || s->depth > NUMBERED_DEPTH ||
	    doc_node(doc, s->node)->elem == ELEM_SIMPLESECT)
		return;
	parent = &doc->sections.v[s->parent];
	if (parent->label == LABEL_NONE && s->parent != 0 &&
	    doc_role(doc, parent->node) != ROLE_ARTICLE)
		return;
	(void)c;
	s->label = LABEL_ARABIC;
	s->number = count_section(doc, s->parent, s->depth);
}

static void
number_division(
    struct doc *doc, struct section_counters *c, struct section *s, int is_root)
{
	enum elem_role role = doc_role(doc, s->node);

	switch ((int)role) {
	case ROLE_BOOK:
		c->part = c->reference = c->chapter = c->appendix = 0;
		restart_objects(c);
		return;
	case ROLE_PART:
		s->label = LABEL_ROMAN;
		s->number = ++c->part;
		return;
	case ROLE_REFERENCE:
		s->label = LABEL_ROMAN;
		s->number = ++c->reference;
		return;
	case ROLE_CHAPTER:
		s->label = LABEL_ARABIC;
		s->number = ++c->chapter;
		restart_objects(c);
		return;
	case ROLE_APPENDIX:
		s->label = LABEL_LETTER;
		s->number = ++c->appendix;
		restart_objects(c);
		return;
	case ROLE_ARTICLE:
		c->appendix = 0;
		restart_objects(c);
		return;
	case ROLE_FRONT:
		restart_objects(c);
		return;
	case ROLE_SECTION:
		number_section(doc, c, s, is_root);
		return;
	default:
		return;
	}
}

void
section_begin(struct doc *doc, struct section_counters *c, uint32_t n)
{
	struct section s = { .node = n };
	int is_root = doc->sections.n == 0;

	s.start = doc_node(doc, n)->start;
	if (!is_root) {
		s.parent = section_around(doc, n);
		s.depth = (uint16_t)(doc->sections.v[s.parent].depth + 1);
	}
	number_division(doc, c, &s, is_root);
	vec_push(&doc->sections, s);
}

void
section_title(struct doc *doc, uint32_t n)
{
	uint32_t parent = doc_node(doc, n)->parent;
	struct section *s;

	if (doc->sections.n == 0)
		return;
	s = &doc->sections.v[section_around(doc, n)];
	if (parent != DOC_NONE && parent != s->node &&
	    doc_role(doc, parent) == ROLE_INFO)
		parent = doc_node(doc, parent)->parent;
	if (parent == s->node && s->title == DOC_NONE)
		s->title = n;
}

static uint32_t *
counter_of(const struct doc *doc, struct section_counters *c, uint32_t n)
{
	switch ((int)doc_node(doc, n)->elem) {
	case ELEM_FOOTNOTE:
		return &c->footnote;
	case ELEM_CO:
		return &c->co;
	case ELEM_FIGURE:
		return &c->figure;
	case ELEM_TABLE:
		return &c->table;
	case ELEM_EXAMPLE:
		return &c->example;
	case ELEM_EQUATION:
		return &c->equation;
	default:
		return NULL;
	}
}

void
number_object(struct doc *doc, struct section_counters *c, uint32_t n)
{
	uint32_t *counter = counter_of(doc, c, n);

	if (counter != NULL)
		doc->nodes.v[n - 1].ordinal = ++*counter;
}

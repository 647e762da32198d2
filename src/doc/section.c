/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "doc/section.h"

#include <string.h>

#include "doc/model.h"

enum {
	NUMBERED_DEPTH = 10, /* sections deeper than this have no number */
	BEGIN_MAX = 100      /* titles are looked for among so many children */
};

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

/* Do the sections in it have numbers?  Not where it has none itself, but that
 * an article has none to give. */
static int
numbers_sections(const struct doc *doc, uint32_t section)
{
	const struct section *s = &doc->sections.v[section];
	enum elem_role role = doc_role(doc, s->node);

	if (s->label == LABEL_ARABIC || s->label == LABEL_LETTER)
		return 1;
	return role == ROLE_ARTICLE ||
	    (section == 0 && (role == ROLE_SECTION || role == ROLE_BOOK));
}

static void
number_section(struct doc *doc, struct section *s, int is_root)
{
	if (is_root || doc->unnumbered || s->depth > NUMBERED_DEPTH ||
	    doc_node(doc, s->node)->elem == ELEM_SIMPLESECT ||
	    !numbers_sections(doc, s->parent))
		return;
	s->label = LABEL_ARABIC;
	s->number = count_section(doc, s->parent, s->depth);
}

/* What the objects in section `i` are counted in. */
static enum section_scope
scope_of(const struct doc *doc, size_t i)
{
	while (i < doc->sections.n) {
		switch ((int)doc_role(doc, doc->sections.v[i].node)) {
		case ROLE_CHAPTER:
		case ROLE_APPENDIX:
			return SCOPE_CHAPTER;
		case ROLE_ARTICLE:
			return SCOPE_ARTICLE;
		default:
			break;
		}
		if (i == 0)
			break;
		i = doc->sections.v[i].parent;
	}
	return SCOPE_BOOK;
}

static void
restart(struct section_counters *c, enum section_scope scope)
{
	memset(&c->in[scope], 0, sizeof(c->in[scope]));
	c->footnote = 0;
}

/* In a book, footnotes are counted by its chapters and what stands beside
 * them. */
static void
restart_footnotes(
    const struct doc *doc, struct section_counters *c, const struct section *s)
{
	switch ((int)doc_role(doc, doc->sections.v[s->parent].node)) {
	case ROLE_SET:
	case ROLE_BOOK:
	case ROLE_PART:
	case ROLE_REFERENCE:
		c->footnote = 0;
		break;
	default:
		break;
	}
}

static void
number_as(struct section *s, enum label_kind label, uint32_t *counter)
{
	s->label = (uint16_t)label;
	s->number = ++*counter;
}

static void
number_division(
    struct doc *doc, struct section_counters *c, struct section *s, int is_root)
{
	enum section_scope scope;

	if (!is_root)
		restart_footnotes(doc, c, s);
	switch ((int)doc_role(doc, s->node)) {
	case ROLE_BOOK:
		c->part = c->reference = c->chapter = 0;
		restart(c, SCOPE_BOOK);
		break;
	case ROLE_ARTICLE:
		restart(c, SCOPE_ARTICLE);
		break;
	case ROLE_PART:
		number_as(s, LABEL_ROMAN, &c->part);
		break;
	case ROLE_REFERENCE:
		number_as(s, LABEL_ROMAN, &c->reference);
		break;
	case ROLE_CHAPTER:
		number_as(s, LABEL_ARABIC, &c->chapter);
		restart(c, SCOPE_CHAPTER);
		break;
	case ROLE_APPENDIX:
		scope = is_root ? SCOPE_BOOK : scope_of(doc, s->parent);
		number_as(s, LABEL_LETTER, &c->in[scope].appendix);
		restart(c, SCOPE_CHAPTER);
		break;
	case ROLE_SECTION:
		number_section(doc, s, is_root);
		break;
	default:
		break;
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

/* The element that the title `n` is one of; skips the info around it. */
static uint32_t
titled(const struct doc *doc, uint32_t n)
{
	uint32_t parent = doc_node(doc, n)->parent;

	if (parent != DOC_NONE && doc_role(doc, parent) == ROLE_INFO)
		parent = doc_node(doc, parent)->parent;
	return parent;
}

/* Has node `b`, which is open, the text of node `a`, which a separator ends? */
static int
is_same_text(const struct doc *doc, uint32_t a, uint32_t b)
{
	const struct node *first = doc_node(doc, a), *next = doc_node(doc, b);
	size_t len = doc->text.len - next->start;

	return first->end - first->start == len + 1 &&
	    memcmp(doc->text.s + first->start, doc->text.s + next->start,
		len) == 0;
}

/* The first child of `parent` before `n` that is such an element, or NONE. */
static uint32_t
earlier(const struct doc *doc, uint32_t parent, enum elem_role role, uint32_t n)
{
	uint32_t c = doc_first_child(doc, parent);
	int looked = 0;

	while (c != DOC_NONE && c < n && looked++ < BEGIN_MAX) {
		if (doc_role(doc, c) == role)
			return c;
		if (doc_node(doc, c)->flags & NODE_OPEN)
			break;
		c = doc_next(doc, c);
	}
	return DOC_NONE;
}

int
section_title_again(const struct doc *doc, uint32_t n)
{
	uint32_t owner = titled(doc, n), info, other;
	enum elem_role role = doc_role(doc, n);

	if (owner == DOC_NONE)
		return 0;
	other = earlier(doc, owner, role, n);
	info = earlier(doc, owner, ROLE_INFO, n);
	if (other == DOC_NONE && info != DOC_NONE)
		other = earlier(doc, info, role, n);
	return other != DOC_NONE && is_same_text(doc, other, n);
}

void
section_title(struct doc *doc, struct section_counters *c, uint32_t n)
{
	uint32_t owner = titled(doc, n);
	struct node *node;
	size_t i;

	if (owner == DOC_NONE)
		return;
	i = section_around(doc, n);
	node = &doc->nodes.v[owner - 1];
	if (node->elem == ELEM_PROCEDURE && node->ordinal == 0)
		node->ordinal = ++c->in[scope_of(doc, i)].procedure;
	if (i < doc->sections.n && doc->sections.v[i].node == owner &&
	    doc->sections.v[i].title == DOC_NONE)
		doc->sections.v[i].title = n;
}

/* The ordinal among siblings that are the same element.  The sibling before is
 * where the ancestors of the node before lead. */
static uint32_t
count_sibling(const struct doc *doc, uint32_t n)
{
	const struct node *node = doc_node(doc, n);
	uint32_t at = n - 1;

	while (at != DOC_NONE && at != node->parent) {
		while (doc_node(doc, at)->parent != node->parent)
			at = doc_node(doc, at)->parent;
		if (doc_node(doc, at)->elem == node->elem)
			return doc_node(doc, at)->ordinal + 1;
		at--;
	}
	return 1;
}

static uint32_t *
counter_of(const struct doc *doc, struct section_counters *c, uint32_t n)
{
	struct object_counters *in =
	    &c->in[scope_of(doc, section_around(doc, n))];

	switch ((int)doc_node(doc, n)->elem) {
	case ELEM_FIGURE:
		return &in->figure;
	case ELEM_TABLE:
		return &in->table;
	case ELEM_EXAMPLE:
		return &in->example;
	default:
		return &in->equation;
	}
}

void
number_object(struct doc *doc, struct section_counters *c, uint32_t n)
{
	struct node *node = &doc->nodes.v[n - 1];

	switch ((int)node->elem) {
	case ELEM_ANNOTATION:
	case ELEM_FOOTNOTE:
		/* One with a sign of its own takes no number. */
		if (doc_attr(doc, n, ATTR_LABEL) == NULL)
			node->ordinal = ++c->footnote;
		break;
	case ELEM_CO:
		node->ordinal = ++c->co;
		break;
	case ELEM_FIGURE:
	case ELEM_TABLE:
	case ELEM_EXAMPLE:
	case ELEM_EQUATION:
		node->ordinal = ++*counter_of(doc, c, n);
		break;
	case ELEM_QANDADIV:
	case ELEM_QANDAENTRY:
		node->ordinal = count_sibling(doc, n);
		break;
	default:
		break;
	}
}

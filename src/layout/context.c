/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "layout/context.h"

#include <stdio.h>
#include <string.h>

#include "doc/doc.h"
#include "doc/gentext.h"
#include "doc/qanda.h"
#include "layout/builder.h"
#include "layout/gap.h"
#include "layout/lead.h"
#include "text/rich.h"
#include "text/width.h"

enum { HANG = 4 };

void
context_init(struct context *c)
{
	margin_init(&c->margin);
	c->block = c->step = DOC_NONE;
	c->heading = HEADING_NONE;
	c->style = STYLE_BODY;
	buf_init(&c->label);
	c->leads = c->gap = 0;
}

void
context_release(struct context *c)
{
	buf_release(&c->label);
}

int
place_is_first_in(const struct place *p, uint32_t n)
{
	return p->before == NULL || p->before->node < n;
}

/* The nearest block around a unit: the element that makes it what it is. */
static uint32_t
block_of(const struct doc *doc, const struct unit *u)
{
	uint32_t n = u->node;

	while (!(doc_node(doc, n)->flags & NODE_BLOCK) &&
	    doc_node(doc, n)->parent != DOC_NONE)
		n = doc_node(doc, n)->parent;
	return n;
}

enum elem_role
context_role(const struct doc *doc, uint32_t n)
{
	return n == DOC_NONE ? ROLE_PLAIN : doc_role(doc, n);
}

/* The element that a title is the title of; skips the info around it. */
uint32_t
context_titled(const struct doc *doc, uint32_t title)
{
	uint32_t n = doc_node(doc, title)->parent;

	if (n != DOC_NONE && doc_role(doc, n) == ROLE_INFO)
		n = doc_node(doc, n)->parent;
	return n;
}

/* Divisions of a book, not of a text in it. */
static int
is_major(const struct doc *doc, size_t section)
{
	size_t parent = doc_section(doc, section)->parent;

	switch ((int)doc_role(doc, doc_section(doc, parent)->node)) {
	case ROLE_BOOK:
	case ROLE_PART:
	case ROLE_REFERENCE:
	case ROLE_SET:
		return 1;
	default:
		return 0;
	}
}

static enum heading
heading_of_rank(int rank)
{
	return rank <= 1 ? HEADING_1 : rank == 2 ? HEADING_2 : HEADING_3;
}

/* The rank of what is `depth` sections below a major division: in a book they
 * are below the heading of a chapter, in an article right below that of the
 * document. */
static enum heading
heading_below(size_t major, int depth)
{
	return heading_of_rank(depth + (major != 0));
}

enum heading
context_heading(const struct doc *doc, uint32_t n)
{
	size_t s = doc_section_of(doc, n);
	int depth = 0;

	if (doc_sections(doc) == 0 || doc_section(doc, s)->node != n)
		return HEADING_OBJECT;
	if (s == 0)
		return HEADING_DOCUMENT;
	while (s != 0 && !is_major(doc, s)) {
		depth++;
		s = doc_section(doc, s)->parent;
	}
	return heading_below(s, depth);
}

unsigned
context_heading_style(enum heading heading)
{
	switch (heading) {
	case HEADING_DOCUMENT:
	case HEADING_1:
		return STYLE_HEAD1;
	case HEADING_2:
		return STYLE_HEAD2;
	case HEADING_3:
		return STYLE_HEAD3;
	case HEADING_OBJECT:
		return STYLE_STRONG;
	case HEADING_NONE:
		break;
	}
	return STYLE_BODY;
}

/* A title that is not the first of its division, as an info may have one, is
 * no heading. */
static int
is_other_title(const struct doc *doc, uint32_t owner, uint32_t title)
{
	size_t s = doc_section_of(doc, owner);

	return elem_info[doc_node(doc, owner)->elem].class == CLASS_DIVISION &&
	    doc_section(doc, s)->node == owner &&
	    doc_section(doc, s)->title != title;
}

/* What parts a label from the title: two blanks make up for a stop that is not
 * there, a wide colon has its own. */
static void
label_end(struct buf *label, int is_division)
{
	static const char wide[] = "\uff1a";
	size_t len = sizeof(wide) - 1;

	if (label->len == 0 ||
	    (label->len >= len &&
		strcmp(label->s + label->len - len, wide) == 0))
		return;
	buf_adds(
	    label, is_division && label->s[label->len - 1] != '.' ? "  " : " ");
}

static void
title_label(struct context *c, const struct doc *doc, uint32_t owner)
{
	if (doc_role(doc, owner) == ROLE_QANDADIV)
		qanda_division(doc, owner, &c->label);
	else
		gentext_label(doc, owner, &c->label);
	label_end(&c->label,
	    elem_info[doc_node(doc, owner)->elem].class == CLASS_DIVISION);
}

static void
title_find(struct context *c, const struct place *p, uint32_t block)
{
	uint32_t owner = context_titled(p->doc, block);

	if (owner == DOC_NONE)
		return;
	if (is_other_title(p->doc, owner, block)) {
		c->style |= STYLE_EMPH;
		return;
	}
	c->heading = context_heading(p->doc, owner);
	c->style |= context_heading_style(c->heading);
	title_label(c, p->doc, owner);
}

/* A heading that is in no contents: that of a section, as renderas says. */
static void
bridgehead_find(struct context *c, const struct doc *doc, uint32_t n)
{
	const char *as = doc_attr(doc, n, ATTR_RENDERAS);
	size_t s = doc_sections(doc) == 0 ? 0 : doc_section_of(doc, n);

	while (s != 0 && !is_major(doc, s))
		s = doc_section(doc, s)->parent;
	c->heading = HEADING_3;
	if (as != NULL && strncmp(as, "sect", 4) == 0 && as[4] >= '1' &&
	    as[4] <= '5')
		c->heading = heading_below(s, as[4] - '0');
	c->style |= context_heading_style(c->heading);
}

/* A table of HTML is entitled by its caption. */
static int
is_table_title(const struct doc *doc, uint32_t n)
{
	uint32_t table = doc_node(doc, n)->parent;

	return table != DOC_NONE && doc_node(doc, table)->elem == ELEM_TABLE &&
	    doc_child(doc, table, ELEM_TITLE) == DOC_NONE;
}

static void
role_find(struct context *c, const struct place *p, uint32_t block)
{
	switch ((int)doc_role(p->doc, block)) {
	case ROLE_TITLE:
		title_find(c, p, block);
		break;
	case ROLE_CAPTION:
		if (is_table_title(p->doc, block))
			title_find(c, p, block);
		break;
	case ROLE_BRIDGEHEAD:
		bridgehead_find(c, p->doc, block);
		break;
	case ROLE_SUBTITLE:
	case ROLE_ATTRIBUTION:
		c->style |= STYLE_EMPH;
		break;
	case ROLE_BIBLIOENTRY:
	case ROLE_INDEXENTRY:
	case ROLE_REVISION:
	case ROLE_SYNOPSIS:
	case ROLE_SYNOPFRAGMENT:
		c->margin.hang = HANG;
		break;
	case ROLE_CREDIT:
	case ROLE_ENTRY:
	case ROLE_PERSON:
	case ROLE_VERSE:
		c->margin.hang = HANG / 2;
		break;
	default:
		break;
	}
}

/* Is a cell in the head of its table? */
static int
is_in_head(const struct doc *doc, uint32_t cell)
{
	uint32_t row = doc_node(doc, cell)->parent;

	return row != DOC_NONE &&
	    context_role(doc, doc_node(doc, row)->parent) == ROLE_HEAD;
}

/* Says of a step that begins with text in this that it is optional. */
static void
step_find(struct context *c, const struct place *p, uint32_t block)
{
	uint32_t n = context_role(p->doc, block) == ROLE_STEP
	    ? block
	    : doc_node(p->doc, block)->parent;

	c->step = DOC_NONE;
	if (p->unit->kind != UNIT_TEXT ||
	    context_role(p->doc, n) != ROLE_STEP || !place_is_first_in(p, n))
		return;
	c->step = n;
	if (gentext_optional(p->doc, n, &c->label))
		buf_addc(&c->label, ' ');
}

void
context_find(struct context *c, const struct place *p)
{
	uint32_t block = block_of(p->doc, p->unit);

	buf_reset(&c->label);
	c->heading = HEADING_NONE;
	c->style = STYLE_BODY;
	margin_find(&c->margin, p, block);
	if (p->unit->kind != UNIT_TABLE)
		role_find(c, p, block);
	if (p->root != DOC_NONE && is_in_head(p->doc, p->root))
		c->style |= STYLE_STRONG;
	step_find(c, p, block);
	c->block = block;
	leads_find(c, p);
	c->gap = gap_find(p, c);
}

void
context_gap(const struct context *c, const struct place *p, struct builder *b)
{
	struct margin shared;
	int i;

	if (c->gap == 0)
		return;
	shared = c->margin;
	/* Bars of elements that the unit before is in as well go through. */
	for (i = 0; i < shared.n; i++) {
		if (place_is_first_in(p, shared.part[i].node))
			shared.part[i].bar = 0;
		shared.part[i].mark[0] = '\0';
	}
	for (i = 0; i < c->gap; i++) {
		margin_add(&shared, b);
		builder_end_line(b);
	}
}

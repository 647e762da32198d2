/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "layout/context.h"

#include <stdio.h>
#include <string.h>

#include "doc/doc.h"
#include "doc/gentext.h"
#include "doc/numeration.h"
#include "layout/builder.h"
#include "text/ascii.h"
#include "text/rich.h"
#include "text/width.h"

enum {
	INDENT = 4,
	TEXT_MIN = 24, /* [col] indents leave at least so much, if they can */
	COMPACT_LEN = 60, /* [byte] items shorter than this stand close */
};

void
context_init(struct context *c)
{
	memset(c, 0, sizeof(*c));
	buf_init(&c->label);
	for (int i = 0; i < LEADS_MAX; i++)
		buf_init(&c->lead[i].text);
}

void
context_release(struct context *c)
{
	buf_release(&c->label);
	for (int i = 0; i < LEADS_MAX; i++)
		buf_release(&c->lead[i].text);
}

/* 1 when the unit is the first in node n, which is around it. */
static int
is_first_in(const struct place *p, uint32_t n)
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

static enum elem_role
parent_role(const struct doc *doc, uint32_t n)
{
	uint32_t parent = doc_node(doc, n)->parent;

	return parent == DOC_NONE ? ROLE_PLAIN : doc_role(doc, parent);
}

/* Sets a mark, cut to what there is room for, and the columns it takes. */
static void
mark_set(struct margin_part *part, const struct place *p, const char *s,
    unsigned style)
{
	struct buf b = BUF_INIT;
	size_t n = strlen(s);

	if (p->ascii) {
		text_to_ascii(&b, s, n);
		s = b.s;
		n = b.len;
	}
	if (n >= MARK_LEN) {
		n = MARK_LEN - 1;
		while (n > 0 && (s[n] & 0xc0) == 0x80)
			n--;
	}
	memcpy(part->mark, s, n);
	part->mark[n] = '\0';
	part->style = style;
	part->cols = text_width(part->mark, n) + 1;
	buf_release(&b);
}

/* The marks that lists and items ask for by name; the first three are those
 * of nested lists that do not. */
static const struct {
	const char *name, *mark, *ascii;
} bullets[] = {
	{ "bullet", "\u2022", "*" },
	{ "circle", "\u25e6", "-" },
	{ "square", "\u25aa", "+" },
	{ "disc", "\u2022", "*" },
	{ "opencircle", "\u25e6", "-" },
	{ "box", "\u2610", "[ ]" },
	{ "check", "\u2713", "v" },
	{ "tick", "\u2713", "v" },
	{ "dash", "\u2013", "-" },
	{ "hyphen", "-", "-" },
	{ "minus", "\u2212", "-" },
	{ "plus", "+", "+" },
	{ "star", "\u2605", "*" },
	{ "arrow", "\u2192", "->" },
	{ "whitesquare", "\u25a1", "[ ]" },
	{ "none", " ", " " },
};

static size_t
bullet_by_depth(const struct place *p, uint32_t list)
{
	size_t depth = 0;

	for (; list != DOC_NONE; list = doc_node(p->doc, list)->parent)
		depth += doc_role(p->doc, list) == ROLE_ITEMIZED;
	return depth == 0 ? 0 : (depth - 1) % 3;
}

static void
bullet(struct margin_part *part, const struct place *p)
{
	uint32_t list = doc_node(p->doc, part->node)->parent;
	const char *name = doc_attr(p->doc, part->node, ATTR_OVERRIDE);
	size_t i, n = sizeof(bullets) / sizeof(*bullets);

	if (name == NULL && list != DOC_NONE)
		name = doc_attr(p->doc, list, ATTR_MARK);
	for (i = 0; i < n; i++) {
		if (name != NULL && strcmp(bullets[i].name, name) == 0)
			break;
	}
	if (i == n)
		i = bullet_by_depth(p, list);
	mark_set(
	    part, p, p->ascii ? bullets[i].ascii : bullets[i].mark, STYLE_BODY);
}

static void
number(struct margin_part *part, const struct place *p, const char *before,
    const char *after)
{
	struct buf b = BUF_INIT;

	buf_adds(&b, before);
	numeration_item(p->doc, part->node, &b);
	buf_adds(&b, after);
	mark_set(part, p, b.s, STYLE_STRONG);
	if (part->cols < INDENT)
		part->cols = INDENT;
	buf_release(&b);
}

/* The number of the mark that a callout explains, its own if there is none. */
static void
callout(struct margin_part *part, const struct place *p)
{
	const char *refs = doc_attr(p->doc, part->node, ATTR_AREAREFS);
	struct buf id = BUF_INIT;
	uint32_t co = DOC_NONE;
	char mark[MARK_LEN];

	if (refs != NULL) {
		buf_add(&id, refs, strcspn(refs, " \t\n"));
		co = doc_find(p->doc, id.s);
	}
	if (co != DOC_NONE && doc_node(p->doc, co)->ordinal > 0) {
		snprintf(
		    mark, sizeof(mark), "(%u)", doc_node(p->doc, co)->ordinal);
		mark_set(part, p, mark, STYLE_STRONG);
		part->cols = INDENT;
	} else {
		number(part, p, "(", ")");
	}
	buf_release(&id);
}

static void
item(struct margin_part *part, const struct place *p)
{
	switch ((int)parent_role(p->doc, part->node)) {
	case ROLE_ORDERED:
		number(part, p, "", ".");
		break;
	case ROLE_ENTRY:
		part->cols = INDENT;
		break;
	default:
		bullet(part, p);
		break;
	}
}

static void
footnote(struct margin_part *part, const struct place *p)
{
	struct buf b = BUF_INIT;

	buf_addc(&b, '[');
	gentext_number(p->doc, part->node, &b);
	buf_addc(&b, ']');
	mark_set(part, p, b.s, STYLE_BODY);
	buf_release(&b);
}

static void
said(struct margin_part *part, const struct place *p, enum gentext word)
{
	mark_set(part, p, gentext(p->doc, part->node, word), STYLE_STRONG);
	/* What ASCII can only spell out is better in English. */
	if (p->ascii && strchr(part->mark, '[') != NULL)
		mark_set(part, p, gentext_word(LANG_EN, word), STYLE_STRONG);
	if (part->cols < INDENT)
		part->cols = INDENT;
}

/* What an element adds to the margin: 1, or 0 if nothing. */
static int
part_find(struct margin_part *part, const struct place *p)
{
	switch ((int)doc_role(p->doc, part->node)) {
	case ROLE_ITEM:
		item(part, p);
		return 1;
	case ROLE_STEP:
		number(part, p, "", ".");
		return 1;
	case ROLE_CALLOUT:
		callout(part, p);
		return 1;
	case ROLE_FOOTNOTE:
		footnote(part, p);
		return 1;
	case ROLE_QUESTION:
		said(part, p, GENTEXT_QUESTION);
		return 1;
	case ROLE_ANSWER:
		said(part, p, GENTEXT_ANSWER);
		return 1;
	case ROLE_ADMONITION:
	case ROLE_SIDEBAR:
		part->bar = 1;
		part->cols = 2;
		return 1;
	case ROLE_GLOSSDEF:
	case ROLE_QUOTE:
	case ROLE_EPIGRAPH:
	case ROLE_ABSTRACT:
		part->cols = INDENT;
		return 1;
	case ROLE_MEMBER:
	case ROLE_MEDIA:
	case ROLE_CODE:
		part->cols = 2;
		return 1;
	default:
		return 0;
	}
}

static void
margin_find(struct margin *m, const struct place *p, uint32_t block)
{
	struct margin_part part;
	uint32_t n;
	int i;

	/* From the inside out, then turned round. */
	for (n = block; n != p->root && n != DOC_NONE && m->n < MARGIN_DEPTH;
	     n = doc_node(p->doc, n)->parent) {
		memset(&part, 0, sizeof(part));
		part.node = n;
		if (!part_find(&part, p))
			continue;
		if (!is_first_in(p, n))
			part.mark[0] = '\0';
		m->part[m->n++] = part;
	}
	for (i = 0; i < m->n / 2; i++) {
		part = m->part[i];
		m->part[i] = m->part[m->n - 1 - i];
		m->part[m->n - 1 - i] = part;
	}
}

/* On a narrow screen the outer indents go first; marks and bars stay. */
static void
margin_fit(struct margin *m, int width)
{
	int i, over;

	for (i = 0, m->cols = 0; i < m->n; i++)
		m->cols += m->part[i].cols;
	over = m->cols - (width - TEXT_MIN);
	for (i = 0; i < m->n && over > 0; i++) {
		struct margin_part *part = &m->part[i];
		int cut = part->cols < over ? part->cols : over;

		if (part->mark[0] != '\0' || (part->bar && width >= TEXT_MIN))
			continue;
		part->bar = 0;
		part->cols -= cut;
		m->cols -= cut;
		over -= cut;
	}
}

void
margin_add(struct margin *m, struct builder *b)
{
	int i, col = 0;

	for (i = 0; i < m->n; i++) {
		const struct margin_part *part = &m->part[i];
		const char *bar = b->ascii ? "|" : "\u2502";

		if (part->bar)
			builder_add(b, col, bar, strlen(bar), STYLE_FRAME);
		else if (!m->marked)
			builder_add(b, col, part->mark, strlen(part->mark),
			    part->style);
		col += part->cols;
	}
	m->marked = 1;
}

/* The element that a title is the title of; skips the info around it. */
static uint32_t
titled(const struct doc *doc, uint32_t title)
{
	uint32_t n = doc_node(doc, title)->parent;

	if (n != DOC_NONE && doc_role(doc, n) == ROLE_INFO)
		n = doc_node(doc, n)->parent;
	return n;
}

static enum heading
division_heading(const struct doc *doc, uint32_t n)
{
	int depth = doc_section(doc, doc_section_of(doc, n))->depth;
	enum elem_role top = doc_role(doc, doc_section(doc, 0)->node);

	if (depth == 0)
		return HEADING_DOCUMENT;
	/* Chapters may stand in parts: they are first-level headings too. */
	if (doc_role(doc, n) != ROLE_SECTION && top != ROLE_ARTICLE)
		return HEADING_1;
	return depth == 1 ? HEADING_1 : depth == 2 ? HEADING_2 : HEADING_3;
}

unsigned
heading_style(enum heading heading)
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
title_find(struct context *c, const struct place *p, uint32_t block)
{
	uint32_t owner = titled(p->doc, block);
	enum elem_class class;

	if (owner == DOC_NONE)
		return;
	class = elem_info[doc_node(p->doc, owner)->elem].class;
	c->heading = class == CLASS_DIVISION ? division_heading(p->doc, owner)
					     : HEADING_OBJECT;
	c->style |= heading_style(c->heading);
	gentext_label(p->doc, owner, &c->label);
	label_end(&c->label, class == CLASS_DIVISION);
}

/* A table of HTML is entitled by its caption. */
static int
is_title(const struct doc *doc, uint32_t block)
{
	uint32_t table = doc_node(doc, block)->parent;

	return doc_role(doc, block) == ROLE_TITLE ||
	    (doc_role(doc, block) == ROLE_CAPTION && table != DOC_NONE &&
		doc_node(doc, table)->elem == ELEM_TABLE &&
		doc_child(doc, table, ELEM_TITLE) == DOC_NONE);
}

/* A free heading ranks below those of sections, unless it says otherwise. */
static void
bridgehead_find(struct context *c, const struct place *p, uint32_t block)
{
	const char *as = doc_attr(p->doc, block, ATTR_RENDERAS);

	c->heading =
	    as != NULL && strcmp(as, "sect1") == 0 ? HEADING_2 : HEADING_3;
	c->style |= heading_style(c->heading);
}

/* A line above the first unit of an element that has a name but no title. */
static void
lead_find(struct context *c, const struct place *p, uint32_t n)
{
	struct lead *lead = &c->lead[c->leads];

	if (!is_first_in(p, n) || c->leads == LEADS_MAX)
		return;
	buf_reset(&lead->text);
	if (!gentext_default_title(p->doc, n, &lead->text) &&
	    !gentext_name(p->doc, n, &lead->text))
		return;
	lead->node = n;
	lead->heading =
	    elem_info[doc_node(p->doc, n)->elem].class == CLASS_DIVISION
	    ? division_heading(p->doc, n)
	    : HEADING_OBJECT;
	c->leads++;
}

/* Items that are all short stand without blank lines between them. */
static int
is_compact(const struct doc *doc, uint32_t list)
{
	const char *spacing = doc_attr(doc, list, ATTR_SPACING);
	const struct node *node = doc_node(doc, list);
	uint32_t last = node->last;

	if (spacing != NULL)
		return strcmp(spacing, "compact") == 0;
	if (node->flags & NODE_OPEN)
		return 0;
	while (doc_node(doc, last)->parent != list && last != list)
		last = doc_node(doc, last)->parent;
	return doc_node(doc, last)->ordinal > 0 &&
	    (node->end - node->start) / doc_node(doc, last)->ordinal <
	    COMPACT_LEN;
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
	uint32_t n = p->before->node;

	while (seam.parent != DOC_NONE && seam.parent != p->root &&
	    is_first_in(p, seam.parent)) {
		seam.below = seam.parent;
		seam.parent = doc_node(p->doc, seam.parent)->parent;
	}
	for (; n != DOC_NONE && n != seam.parent;
	     n = doc_node(p->doc, n)->parent)
		seam.above = n;
	return seam;
}

static enum elem_role
role_or_plain(const struct doc *doc, uint32_t n)
{
	return n == DOC_NONE ? ROLE_PLAIN : doc_role(doc, n);
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

	if (is_item(role_or_plain(doc, list)))
		list = doc_node(doc, list)->parent;
	else if (!is_item(role_or_plain(doc, seam->below)))
		return 0;
	return list != DOC_NONE && is_compact(doc, list);
}

/* What stands under the title of a document or chapter without a blank line:
 * subtitle, authors, date. */
static int
is_title_page(enum elem_role above, enum elem_role below)
{
	return (below == ROLE_SUBTITLE || below == ROLE_CREDIT) &&
	    (above == ROLE_TITLE || above == ROLE_SUBTITLE ||
		above == ROLE_CREDIT || above == ROLE_INFO);
}

/* Does `below` follow `above` without a blank line between them? */
static int
stands_close(const struct place *p, const struct seam *seam)
{
	enum elem_role above = role_or_plain(p->doc, seam->above);
	enum elem_role below = role_or_plain(p->doc, seam->below);
	enum elem_class around =
	    elem_info[doc_node(p->doc, seam->parent)->elem].class;

	if (is_title_page(above, below))
		return 1;
	if (above == ROLE_TITLE)
		return around != CLASS_DIVISION && around != CLASS_INFO;
	switch ((int)below) {
	case ROLE_MEMBER:
	case ROLE_VERSE:
	case ROLE_SEG:
	case ROLE_CAPTION:
		return above == below || below == ROLE_CAPTION;
	case ROLE_ATTRIBUTION:
		return 1;
	default:
		return above == ROLE_TERM || above == ROLE_GLOSSTERM ||
		    above == ROLE_SPEAKER || above == ROLE_ATTRIBUTION ||
		    above == ROLE_SEGTITLE;
	}
}

/* That of the first line, which may be a lead. */
static enum heading
top_heading(const struct context *c)
{
	return c->leads > 0 ? c->lead[c->leads - 1].heading : c->heading;
}

static int
gap_find(const struct context *c, const struct place *p, uint32_t block)
{
	struct seam seam;

	if (p->before == NULL)
		return 0;
	if (top_heading(c) == HEADING_1)
		return 2;
	seam = seam_find(p, block);
	if (seam.parent == DOC_NONE || seam.parent == p->root)
		return 1;
	return !stands_close(p, &seam) && !is_in_compact(p->doc, &seam);
}

/* Is a cell in the head of its table? */
static int
is_in_head(const struct doc *doc, uint32_t cell)
{
	uint32_t row = doc_node(doc, cell)->parent;

	return row != DOC_NONE &&
	    role_or_plain(doc, doc_node(doc, row)->parent) == ROLE_HEAD;
}

void
context_find(struct context *c, const struct place *p)
{
	uint32_t block = block_of(p->doc, p->unit), n;

	buf_reset(&c->label);
	memset(&c->margin, 0, sizeof(c->margin));
	c->heading = HEADING_NONE;
	c->style = STYLE_BODY;
	c->leads = 0;
	margin_find(&c->margin, p, block);
	margin_fit(&c->margin, p->width);
	if (p->unit->kind != UNIT_TABLE && is_title(p->doc, block))
		title_find(c, p, block);
	else if (doc_role(p->doc, block) == ROLE_BRIDGEHEAD)
		bridgehead_find(c, p, block);
	if (doc_role(p->doc, block) == ROLE_SUBTITLE ||
	    doc_role(p->doc, block) == ROLE_ATTRIBUTION)
		c->style |= STYLE_EMPH;
	if (p->root != DOC_NONE && is_in_head(p->doc, p->root))
		c->style |= STYLE_STRONG;
	for (n = block; n != p->root && n != DOC_NONE;
	     n = doc_node(p->doc, n)->parent)
		lead_find(c, p, n);
	c->gap = gap_find(c, p, block);
}

void
context_gap(const struct context *c, const struct place *p, struct builder *b)
{
	struct margin shared = c->margin;
	int i;

	/* Bars of elements that the unit before is in as well go through. */
	for (i = 0; i < shared.n; i++) {
		if (is_first_in(p, shared.part[i].node))
			shared.part[i].bar = 0;
		shared.part[i].mark[0] = '\0';
	}
	for (i = 0; i < c->gap; i++) {
		margin_add(&shared, b);
		builder_end_line(b);
	}
}

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "layout/margin.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "doc/doc.h"
#include "doc/gentext.h"
#include "doc/ids.h"
#include "doc/numeration.h"
#include "doc/qanda.h"
#include "layout/builder.h"
#include "layout/context.h"
#include "text/ascii.h"
#include "text/rich.h"
#include "text/width.h"

enum {
	INDENT = 4,
	CODE_INDENT = 2,
	TEXT_MIN = 24, /* [col] indents leave at least so much, if they can */
	SET_MAX = 500, /* productions that are looked at */
};

static enum elem_role
parent_role(const struct doc *doc, uint32_t n)
{
	return context_role(doc, doc_node(doc, n)->parent);
}

/* Marks are short; one that is not is cut between characters. */
static void
mark_set(struct margin_part *part, const struct place *p, const char *s,
    unsigned style)
{
	size_t len = strlen(s);
	struct buf plain = BUF_INIT;

	if (p->ascii) {
		text_to_ascii(&plain, s, len);
		s = plain.s;
		len = plain.len;
	}
	if (len >= sizeof(part->mark)) {
		len = sizeof(part->mark) - 1;
		while (len > 0 && (s[len] & 0xc0) == 0x80)
			len--;
	}
	memcpy(part->mark, s, len);
	part->mark[len] = '\0';
	part->style = style;
	buf_release(&plain);
}

static void
mark_cols(struct margin_part *part, int least)
{
	part->cols = text_width(part->mark, strlen(part->mark)) + 1;
	if (part->cols < least)
		part->cols = least;
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
	mark_cols(part, 0);
}

/* The last item of the list that n is one of, n itself while that is open. */
static uint32_t
last_item(const struct doc *doc, uint32_t n)
{
	uint32_t list = doc_node(doc, n)->parent, last;

	if (list == DOC_NONE || doc_node(doc, list)->flags & NODE_OPEN)
		return n;
	last = doc_node(doc, list)->last;
	while (doc_node(doc, last)->parent != list)
		last = doc_node(doc, last)->parent;
	return last;
}

/* As far in as the last number, which is the longest of most lists. */
static void
number(struct margin_part *part, const struct place *p)
{
	struct buf b = BUF_INIT;

	numeration_item(p->doc, last_item(p->doc, part->node), &b);
	buf_addc(&b, '.');
	mark_set(part, p, b.s, STYLE_STRONG);
	mark_cols(part, INDENT);
	buf_reset(&b);
	numeration_item(p->doc, part->node, &b);
	buf_addc(&b, '.');
	mark_set(part, p, b.s, STYLE_STRONG);
	mark_cols(part, part->cols);
	buf_release(&b);
}

static void
numbered(struct margin_part *part, const struct place *p, const char *before,
    const char *after)
{
	char mark[MARK_LEN];

	snprintf(mark, sizeof(mark), "%s%u%s", before,
	    doc_node(p->doc, part->node)->ordinal, after);
	mark_set(part, p, mark, STYLE_STRONG);
	mark_cols(part, INDENT);
}

/* The numbers of the marks that a callout explains, its own if there are
 * none. */
static void
callout(struct margin_part *part, const struct place *p)
{
	const char *refs = doc_attr(p->doc, part->node, ATTR_AREAREFS);
	struct buf id = BUF_INIT, mark = BUF_INIT;
	uint32_t last = 0; /* areas of a set have one number */

	while (ids_next(&refs, &id)) {
		uint32_t co = doc_find(p->doc, id.s);

		if (co == DOC_NONE || doc_node(p->doc, co)->ordinal == 0 ||
		    doc_node(p->doc, co)->ordinal == last)
			continue;
		last = doc_node(p->doc, co)->ordinal;
		buf_printf(&mark, "%s(%u)", mark.len == 0 ? "" : " ",
		    doc_node(p->doc, co)->ordinal);
		part->link = part->link == DOC_NONE ? co : part->link;
	}
	if (mark.len > 0 && mark.len < MARK_LEN) {
		mark_set(part, p, mark.s, STYLE_STRONG);
		mark_cols(part, INDENT);
	} else {
		numbered(part, p, "(", ")");
	}
	buf_release(&id);
	buf_release(&mark);
}

static void
item(struct margin_part *part, const struct place *p)
{
	switch ((int)parent_role(p->doc, part->node)) {
	case ROLE_ORDERED:
		number(part, p);
		break;
	case ROLE_ENTRY:
		part->cols = INDENT;
		break;
	default:
		bullet(part, p);
		break;
	}
}

/* Steps that are alternatives have no order. */
static void
step(struct margin_part *part, const struct place *p)
{
	if (parent_role(p->doc, part->node) == ROLE_ITEMIZED)
		bullet(part, p);
	else
		number(part, p);
}

static void
footnote(struct margin_part *part, const struct place *p)
{
	struct buf b = BUF_INIT;

	buf_addc(&b, '[');
	gentext_number(p->doc, part->node, &b);
	buf_addc(&b, ']');
	mark_set(part, p, b.s, STYLE_BODY);
	mark_cols(part, 0);
	buf_release(&b);
}

/* An answer without a label is as far in as its question. */
static void
answer(struct margin_part *part, const struct place *p)
{
	uint32_t entry = doc_node(p->doc, part->node)->parent;
	uint32_t question = entry == DOC_NONE
	    ? DOC_NONE
	    : doc_child(p->doc, entry, ELEM_QUESTION);
	struct buf b = BUF_INIT;

	if (question != DOC_NONE)
		qanda_label(p->doc, question, &b);
	mark_set(part, p, b.s, STYLE_STRONG);
	mark_cols(part, INDENT);
	part->mark[0] = '\0';
	buf_release(&b);
}

static void
qanda(struct margin_part *part, const struct place *p)
{
	struct buf b = BUF_INIT;

	qanda_label(p->doc, part->node, &b);
	if (b.len > 0) {
		mark_set(part, p, b.s, STYLE_STRONG);
		/* What ASCII can only spell out is better in English. */
		if (p->ascii && strstr(part->mark, "[U+") != NULL)
			mark_set(part, p,
			    gentext_word(LANG_EN,
				doc_role(p->doc, part->node) == ROLE_QUESTION
				    ? GENTEXT_QUESTION
				    : GENTEXT_ANSWER),
			    STYLE_STRONG);
		mark_cols(part, INDENT);
	} else if (doc_role(p->doc, part->node) == ROLE_ANSWER) {
		answer(part, p);
	}
	buf_release(&b);
}

static void
fragment(struct margin_part *part, const struct place *p)
{
	numbered(part, p, "(", ")");
}

static void
production(struct margin_part *part, const struct place *p)
{
	char widest[MARK_LEN];
	uint32_t c = part->node, last = c;
	int seen = 0;

	/* All of a set go as far in as the last. */
	for (; c != DOC_NONE && seen < SET_MAX; c = doc_next(p->doc, c), seen++)
		if (doc_role(p->doc, c) == ROLE_PRODUCTION)
			last = c;
	snprintf(
	    widest, sizeof(widest), "[%u]", doc_node(p->doc, last)->ordinal);
	numbered(part, p, "[", "]");
	mark_cols(part, (int)strlen(widest) + 1);
}

static void
bar(struct margin_part *part, const struct place *p)
{
	(void)p;
	part->bar = 1;
	part->cols = 2;
}

static void
indent(struct margin_part *part, const struct place *p)
{
	(void)p;
	part->cols = INDENT;
}

static void
code(struct margin_part *part, const struct place *p)
{
	(void)p;
	part->cols = CODE_INDENT;
}

/* Members of a class are further in than itself. */
static void
member(struct margin_part *part, const struct place *p)
{
	part->cols = parent_role(p->doc, part->node) == ROLE_CLASSSYNOPSIS
	    ? INDENT
	    : CODE_INDENT;
}

/* Entries of an index by how deep they are. */
static void
indexentry(struct margin_part *part, const struct place *p)
{
	switch ((int)doc_node(p->doc, part->node)->elem) {
	case ELEM_PRIMARYIE:
		break;
	case ELEM_TERTIARYIE:
		part->cols = 2 * CODE_INDENT;
		break;
	default:
		part->cols = CODE_INDENT;
		break;
	}
}

/* Each share of the margin, by role. */
static void (*const parts[ROLE_COUNT])(
    struct margin_part *part, const struct place *p) = {
	[ROLE_ABSTRACT] = indent,
	[ROLE_ADMONITION] = bar,
	[ROLE_ANSWER] = qanda,
	[ROLE_BLURB] = indent,
	[ROLE_CALLOUT] = callout,
	[ROLE_CLASSSYNOPSIS] = code,
	[ROLE_CMDSYNOPSIS] = code,
	[ROLE_CODE] = code,
	[ROLE_DECLARATION] = code,
	[ROLE_ENUMITEM] = member,
	[ROLE_EPIGRAPH] = indent,
	[ROLE_EQUATION] = indent,
	[ROLE_FOOTNOTE] = footnote,
	[ROLE_GLOSSDEF] = indent,
	[ROLE_GLOSSSEE] = indent,
	[ROLE_GRAPHIC] = code,
	[ROLE_INDEXENTRY] = indexentry,
	[ROLE_INSET] = indent,
	[ROLE_ITEM] = item,
	[ROLE_MEDIA] = code,
	[ROLE_MEMBER] = code,
	[ROLE_METHODSYNOPSIS] = member,
	[ROLE_PRODUCTION] = production,
	[ROLE_QUESTION] = qanda,
	[ROLE_QUOTE] = indent,
	[ROLE_SIDEBAR] = bar,
	[ROLE_STEP] = step,
	[ROLE_SYNOPFRAGMENT] = fragment,
	[ROLE_SYNOPSIS] = code,
};

/* The title of an equation is not set in as that is. */
static int
titles(const struct doc *doc, uint32_t block, uint32_t n)
{
	return doc_role(doc, n) == ROLE_EQUATION &&
	    doc_role(doc, block) == ROLE_TITLE;
}

static void
parts_find(struct margin *m, const struct place *p, uint32_t block)
{
	struct margin_part part;
	uint32_t n;
	int i;

	/* From the inside out, then turned round. */
	for (n = block; n != p->root && n != DOC_NONE && m->n < MARGIN_DEPTH;
	     n = doc_node(p->doc, n)->parent) {
		memset(&part, 0, sizeof(part));
		part.node = n;
		if (parts[doc_role(p->doc, n)] == NULL ||
		    titles(p->doc, block, n))
			continue;
		parts[doc_role(p->doc, n)](&part, p);
		if (!place_is_first_in(p, n))
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
margin_init(struct margin *m)
{
	m->n = m->cols = m->hang = m->marked = 0;
}

void
margin_find(struct margin *m, const struct place *p, uint32_t block)
{
	margin_init(m);
	parts_find(m, p, block);
	margin_fit(m, p->width);
}

static void
mark_add(const struct margin_part *part, struct builder *b, int col)
{
	struct span span = { .offset = NO_OFFSET, .link = part->link };

	span.len = (uint32_t)strlen(part->mark);
	span.s = arena_strndup(b->arena, part->mark, span.len);
	span.col = col;
	span.cols = text_width(part->mark, span.len);
	span.style = (uint16_t)part->style;
	if (part->link != DOC_NONE)
		span.style |= STYLE_LINK;
	if (span.len > 0)
		builder_span(b, &span);
}

int
margin_has_mark(const struct margin *m)
{
	int i;

	for (i = 0; i < m->n && !m->marked; i++) {
		if (m->part[i].mark[0] != '\0')
			return 1;
	}
	return 0;
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
			mark_add(part, b, col);
		col += part->cols;
	}
	m->marked = 1;
}

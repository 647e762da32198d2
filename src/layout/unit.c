/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "layout/unit.h"

#include <string.h>

#include "doc/doc.h"
#include "doc/gentext.h"
#include "layout/builder.h"
#include "layout/context.h"
#include "layout/inline.h"
#include "layout/para.h"
#include "layout/table.h"
#include "text/rich.h"
#include "text/width.h"
#include "text/wrap.h"

enum { EXTENT_WIDTH = 10000 };

/* The file that a picture is in, NULL if it does not say. */
static const char *
media_file(const struct doc *doc, uint32_t n)
{
	const char *file = NULL;
	uint32_t i;

	for (i = n; i <= doc_node(doc, n)->last && file == NULL; i++)
		file = doc_attr(doc, i, ATTR_FILEREF);
	return file;
}

static void
media_text(struct inline_text *t, const struct doc *doc, uint32_t n)
{
	uint32_t alt = doc_child(doc, n, ELEM_ALT);
	const char *file = media_file(doc, n);
	struct buf b = BUF_INIT;

	buf_printf(&b, "[%s", gentext(doc, n, GENTEXT_IMAGE));
	if (alt != DOC_NONE) {
		buf_adds(&b, ": ");
		doc_plain(doc, alt, &b);
	} else if (file != NULL) {
		buf_printf(&b, ": %s", file);
	}
	buf_addc(&b, ']');
	inline_add(t, b.s, STYLE_QUIET);
	buf_release(&b);
}

static void
unit_text(struct inline_text *t, const struct place *p, const struct context *c)
{
	if (p->unit->kind == UNIT_MEDIA) {
		media_text(t, p->doc, p->unit->node);
		return;
	}
	inline_add(t, c->label.s, c->style);
	inline_unit(t, p->doc, p->unit, c->style);
}

/* A rule as wide as the heading above it, for the two upper ranks. */
static void
heading_rule(struct builder *b, const struct context *c, size_t first)
{
	const char *rule = c->heading == HEADING_DOCUMENT
	    ? b->ascii ? "=" : "\u2550"
	    : b->ascii ? "-"
		       : "\u2500";
	int cols = 0;

	if (c->heading != HEADING_DOCUMENT && c->heading != HEADING_1)
		return;
	for (; first < b->lines.n; first++) {
		if (line_cols(&b->lines.v[first]) > cols)
			cols = line_cols(&b->lines.v[first]);
	}
	builder_rule(b, c->margin.cols, rule, cols - c->margin.cols);
	builder_end_line(b);
}

/* The name of an element that has no title, on a line above its text. */
static void
lead_set(struct builder *b, const struct place *p, const struct context *c)
{
	struct margin m = c->margin;
	struct inline_text t;
	unsigned style = STYLE_STRONG;
	int i;

	if (c->lead.len == 0)
		return;
	/* Only the margin up to the element that is named. */
	for (i = m.n; i > 0 && m.part[i - 1].node > c->lead_node; i--)
		m.cols -= m.part[i - 1].cols;
	m.n = i;
	if (elem_info[doc_node(p->doc, c->lead_node)->elem].class ==
	    CLASS_DIVISION)
		style = STYLE_HEAD2;
	inline_init(&t, b->ascii);
	inline_add(&t, c->lead.s, style);
	para_set(b, &t, p->width, &m);
	inline_release(&t);
	if (style == STYLE_HEAD2)
		builder_end_line(b);
}

void
unit_set(struct builder *b, const struct place *p)
{
	struct context c;
	struct inline_text t;
	size_t first;

	context_init(&c);
	context_find(&c, p);
	context_gap(&c, p, b);
	lead_set(b, p, &c);
	first = b->lines.n;
	if (p->unit->kind == UNIT_TABLE) {
		table_set(b, p, &c.margin);
	} else {
		inline_init(&t, b->ascii);
		unit_text(&t, p, &c);
		c.margin.hang = c.heading == HEADING_NONE
		    ? 0
		    : text_width(c.label.s, c.label.len);
		if (p->unit->kind == UNIT_VERBATIM)
			para_set_verbatim(b, &t, p->width, &c.margin);
		else
			para_set(b, &t, p->width, &c.margin);
		inline_release(&t);
		heading_rule(b, &c, first);
	}
	context_release(&c);
}

void
unit_extent(const struct place *p, int *min, int *max)
{
	struct place wide = *p;
	struct context c;
	struct inline_text t;

	wide.width = EXTENT_WIDTH;
	context_init(&c);
	context_find(&c, &wide);
	inline_init(&t, p->ascii);
	unit_text(&t, &wide, &c);
	text_extent(t.text.s, t.text.len, min, max);
	*min += c.margin.cols;
	*max += c.margin.cols;
	inline_release(&t);
	context_release(&c);
}

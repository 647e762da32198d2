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

/* A rule as wide as the heading above it, which begins with line `first`, for
 * the two upper ranks. */
static void
heading_rule(struct builder *b, enum heading heading, int col, size_t first)
{
	const char *rule = heading == HEADING_DOCUMENT
	    ? b->ascii ? "=" : "\u2550"
	    : b->ascii ? "-"
		       : "\u2500";
	int cols = 0;

	if (heading != HEADING_DOCUMENT && heading != HEADING_1)
		return;
	for (; first < b->lines.n; first++) {
		if (line_cols(&b->lines.v[first]) > cols)
			cols = line_cols(&b->lines.v[first]);
	}
	builder_rule(b, col, rule, cols - col);
	builder_end_line(b);
}

/* Only the margin up to the element that is named is left of a lead. */
static int
lead_margin(struct margin *m, const struct lead *lead)
{
	int i;

	for (i = m->n; i > 0 && m->part[i - 1].node > lead->node; i--)
		m->cols -= m->part[i - 1].cols;
	m->n = i;
	return i;
}

static void
lead_set(struct builder *b, const struct place *p, const struct lead *lead,
    const struct margin *m)
{
	struct inline_text t;
	size_t first = b->lines.n;

	inline_init(&t, b->ascii);
	inline_add(&t, lead->text.s, heading_style(lead->heading));
	para_set(b, &t, p->width, m);
	heading_rule(b, lead->heading, m->cols, first);
	inline_release(&t);
	if (lead->heading != HEADING_OBJECT)
		builder_end_line(b);
}

/* The names of elements that have no title, each on a line above the text;
 * marks shown there are not shown again. */
static void
leads_set(struct builder *b, const struct place *p, struct context *c)
{
	struct margin m;
	int i, n;

	for (i = c->leads; i-- > 0;) {
		m = c->margin;
		n = lead_margin(&m, &c->lead[i]);
		lead_set(b, p, &c->lead[i], &m);
		while (n-- > 0)
			c->margin.part[n].mark[0] = '\0';
	}
}

/* The text of a title stands right of its label, unless that is as long as a
 * hostile document may make it. */
static int
label_cols(const struct context *c, int width)
{
	int cols = text_width(c->label.s, c->label.len);

	return c->heading == HEADING_NONE || cols > width / 3 ? 0 : cols;
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
	leads_set(b, p, &c);
	first = b->lines.n;
	if (p->unit->kind == UNIT_TABLE) {
		table_set(b, p, &c.margin);
	} else {
		inline_init(&t, b->ascii);
		unit_text(&t, p, &c);
		c.margin.hang = label_cols(&c, p->width);
		if (p->unit->kind == UNIT_VERBATIM)
			para_set_verbatim(b, &t, p->width, &c.margin);
		else
			para_set(b, &t, p->width, &c.margin);
		inline_release(&t);
		heading_rule(b, c.heading, c.margin.cols, first);
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

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "layout/unit.h"

#include <string.h>

#include "doc/doc.h"
#include "doc/media.h"
#include "layout/builder.h"
#include "layout/context.h"
#include "layout/heading.h"
#include "layout/inline.h"
#include "layout/lead.h"
#include "layout/listing.h"
#include "layout/para.h"
#include "layout/table.h"
#include "text/rich.h"
#include "text/width.h"
#include "text/wrap.h"

enum { EXTENT_WIDTH = 10000, HANG = 4 };

/* What is said about an element is marked behind the first text in it. */
static void
annotate(struct inline_text *t, const struct place *p, const struct context *c)
{
	uint32_t n = c->block;

	if (p->unit->kind == UNIT_TAIL)
		return;
	for (; n != DOC_NONE && place_is_first_in(p, n);
	     n = doc_node(p->doc, n)->parent) {
		inline_annotations(t, p->doc, n, c->style);
		if (n == p->root)
			break;
	}
}

static void
unit_text(struct inline_text *t, const struct place *p, const struct context *c)
{
	if (p->unit->kind == UNIT_MEDIA) {
		struct buf b = BUF_INIT;

		media_text(p->doc, p->unit->node, &b);
		inline_add(t, b.s, STYLE_QUIET);
		buf_release(&b);
	} else {
		t->room = p->width - c->margin.cols;
		inline_add(t, c->label.s, c->style);
		inline_unit(t, p->doc, p->unit, c->style);
	}
	annotate(t, p, c);
}

/* A rule as wide as the heading above it, for the two upper ranks. */
void
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

/* Further lines of a synopsis begin where the first says, unless that leaves
 * them too little. */
static int
hang_of(const struct inline_text *t, const struct context *c, int width)
{
	const char *s = t->text.s, *line = s + t->hang;
	int cols;

	if (c->heading != HEADING_NONE) {
		/* A hostile document may have long labels. */
		cols = text_width(c->label.s, c->label.len);
		return cols > width / 3 ? 0 : cols;
	}
	if (t->hang == 0)
		return t->flush ? 0 : c->margin.hang;
	while (line > s && line[-1] != '\n')
		line--;
	cols = text_width(line, (size_t)(s + t->hang - line));
	return cols > (width - c->margin.cols) / 2 ? HANG : cols;
}

static void
text_set(struct builder *b, const struct place *p, struct context *c)
{
	size_t first = b->lines.n;
	struct inline_text t;

	inline_init(&t, b->ascii);
	unit_text(&t, p, c);
	c->margin.hang = hang_of(&t, c, p->width);
	if (p->unit->kind == UNIT_VERBATIM)
		listing_set(b, &t, p, &c->margin);
	else
		para_set(b, &t, p->width, &c->margin);
	inline_release(&t);
	heading_rule(b, c->heading, c->margin.cols, first);
}

void
unit_set(struct builder *b, const struct place *p)
{
	struct context c;

	context_init(&c);
	context_find(&c, p);
	context_gap(&c, p, b);
	leads_set(b, p, &c);
	if (p->unit->kind == UNIT_TABLE)
		table_set(b, p, &c.margin);
	else
		text_set(b, p, &c);
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
	if (p->unit->kind == UNIT_TABLE) {
		table_extent(&wide, min, max);
	} else {
		inline_init(&t, p->ascii);
		unit_text(&t, &wide, &c);
		text_extent(t.text.s, t.text.len, min, max);
		inline_release(&t);
	}
	*min += c.margin.cols;
	*max += c.margin.cols;
	context_release(&c);
}

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "layout/lead.h"

#include <stdlib.h>
#include <string.h>

#include "doc/doc.h"
#include "doc/gentext.h"
#include "layout/builder.h"
#include "layout/context.h"
#include "layout/heading.h"
#include "layout/inline.h"
#include "layout/para.h"
#include "text/rich.h"

/* Appends the name of an element that has no title, or that it is optional; 0
 * if there is nothing to say. */
static int
lead_text(
    const struct context *c, const struct doc *doc, uint32_t n, struct buf *b)
{
	return gentext_default_title(doc, n, b) || gentext_name(doc, n, b) ||
	    (n != c->step && gentext_optional(doc, n, b));
}

void
leads_find(struct context *c, const struct place *p)
{
	struct buf b = BUF_INIT;
	uint32_t n;

	c->leads = 0;
	for (n = c->block; n != p->root && n != DOC_NONE &&
	     place_is_first_in(p, n) && c->leads < LEADS_MAX;
	     n = doc_node(p->doc, n)->parent) {
		buf_reset(&b);
		if (!lead_text(c, p->doc, n, &b))
			continue;
		c->lead[c->leads].node = n;
		c->lead[c->leads++].heading = context_heading(p->doc, n);
	}
	buf_release(&b);
}

/* Only the margin of elements before number `inner` is left of a lead; marks
 * that it shows are not shown again. */
static void
lead_margin(struct margin *m, struct margin *all, uint32_t inner)
{
	int i;

	*m = *all;
	m->hang = 0;
	for (i = m->n; i > 0 && m->part[i - 1].node >= inner; i--)
		m->cols -= m->part[i - 1].cols;
	m->n = i;
	while (i-- > 0)
		all->part[i].mark[0] = '\0';
}

static void
lead_set(struct builder *b, const struct place *p, struct context *c,
    const struct lead *lead)
{
	struct buf text = BUF_INIT;
	size_t first = b->lines.n;
	struct inline_text t;
	struct margin m;

	/* An equation is set in, its name is not. */
	lead_margin(&m, &c->margin,
	    lead->node + (doc_role(p->doc, lead->node) != ROLE_EQUATION));
	lead_text(c, p->doc, lead->node, &text);
	inline_init(&t, b->ascii);
	inline_add(&t, text.s, context_heading_style(lead->heading));
	para_set(b, &t, p->width, &m);
	inline_release(&t);
	buf_release(&text);
	heading_rule(b, lead->heading, m.cols, first);
	if (lead->heading != HEADING_OBJECT)
		builder_end_line(b);
}

void
leads_set(struct builder *b, const struct place *p, struct context *c)
{
	int i;

	for (i = c->leads; i-- > 0;)
		lead_set(b, p, c, &c->lead[i]);
}

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "doc/annotation.h"
#include "doc/doc.h"
#include "doc/gentext.h"
#include "layout/inline.h"
#include "layout/lines.h"
#include "layout/walk.h"
#include "text/rich.h"

void
link_footnote(struct walk *w, uint32_t note, struct look look)
{
	struct buf b = BUF_INIT;

	if (note == DOC_NONE || doc_role(w->doc, note) != ROLE_FOOTNOTE)
		return;
	buf_addc(&b, '[');
	gentext_number(w->doc, note, &b);
	buf_addc(&b, ']');
	look.link = note;
	look.style |= STYLE_LINK;
	walk_say(w, b.s, look);
	buf_release(&b);
}

/* The marks of what is said about node n, behind it. */
void
link_annotations(struct walk *w, uint32_t n, struct look look)
{
	struct annotations found;
	size_t i;

	annotations_find(w->doc, n, &found);
	for (i = 0; i < found.n; i++)
		link_footnote(w, found.v[i], look);
}

/* Where a link leads: to a place in the document, or outside, and then the
 * link element itself stands for that. */
static uint32_t
link_end(struct walk *w, uint32_t n)
{
	uint32_t target = gentext_target(w->doc, n);
	const char *href = doc_attr(w->doc, n, ATTR_HREF);

	if (target == DOC_NONE &&
	    (doc_attr(w->doc, n, ATTR_URL) != NULL ||
		(href != NULL && href[0] != '#')))
		return n;
	return target;
}

void
link_text(struct walk *w, uint32_t n, struct look look)
{
	const struct node *node = doc_node(w->doc, n);
	uint32_t end = link_end(w, n);
	struct buf b = BUF_INIT;

	if (end != DOC_NONE) {
		look.link = end;
		look.style |= STYLE_LINK;
	}
	if (node->end > node->start || node->last > n)
		walk_children(w, n, look);
	else
		gentext_reference(w->doc, n, &b);
	walk_say(w, b.s, look);
	buf_release(&b);
}

void
link_footnoteref(struct walk *w, uint32_t n, struct look look)
{
	link_footnote(w, gentext_target(w->doc, n), look);
}

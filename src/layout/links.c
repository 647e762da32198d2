/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdlib.h>
#include <string.h>

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
	const char *label;

	if (note == DOC_NONE || doc_role(w->doc, note) != ROLE_FOOTNOTE)
		return;
	label = doc_attr(w->doc, note, ATTR_LABEL);
	if (label != NULL)
		buf_printf(&b, "[%s]", label);
	else
		buf_printf(&b, "[%u]", doc_node(w->doc, note)->ordinal);
	look.link = note;
	look.style |= STYLE_LINK;
	walk_say(w, b.s, look);
	buf_release(&b);
}

uint32_t
link_target(const struct walk *w, uint32_t n)
{
	const char *id = doc_attr(w->doc, n, ATTR_LINKEND);
	const char *href;

	if (id != NULL)
		return doc_find(w->doc, id);
	href = doc_attr(w->doc, n, ATTR_HREF);
	if (href != NULL && href[0] == '#')
		return doc_find(w->doc, href + 1);
	return DOC_NONE;
}

void
link_xref(struct walk *w, uint32_t n, struct look look)
{
	uint32_t target = link_target(w, n);
	const char *id = doc_attr(w->doc, n, ATTR_LINKEND);
	struct buf b = BUF_INIT;

	if (target == DOC_NONE) {
		buf_printf(&b, "[%s%s]", gentext(GENTEXT_MISSING),
		    id == NULL ? "" : id);
	} else {
		gentext_xref(w->doc, target, n, &b);
		look.link = target;
		look.style |= STYLE_LINK;
	}
	walk_say(w, b.s, look);
	buf_release(&b);
}

/* A link to the outside has the link element itself as its target. */
void
link_text(struct walk *w, uint32_t n, struct look look)
{
	const struct node *node = doc_node(w->doc, n);
	uint32_t target = link_target(w, n);
	const char *url = doc_attr(w->doc, n, ATTR_URL);

	if (url == NULL)
		url = doc_attr(w->doc, n, ATTR_HREF);
	if (target != DOC_NONE || url != NULL) {
		look.link = target != DOC_NONE ? target : n;
		look.style |= STYLE_LINK;
	}
	if (node->end > node->start || node->last > n)
		walk_children(w, n, look);
	else if (target != DOC_NONE)
		link_xref(w, n, look);
	else if (url != NULL)
		walk_say(w, url, look);
}

void
link_glossterm(struct walk *w, uint32_t n, struct look look)
{
	uint32_t target = link_target(w, n);

	if (target != DOC_NONE) {
		look.link = target;
		look.style |= STYLE_LINK;
	}
	walk_children(w, n, look);
}

void
link_footnoteref(struct walk *w, uint32_t n, struct look look)
{
	link_footnote(w, link_target(w, n), look);
}

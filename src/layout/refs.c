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

static struct look
linked(struct look look, uint32_t target)
{
	if (target != DOC_NONE) {
		look.link = target;
		look.style |= STYLE_LINK;
	}
	return look;
}

/* What the text of node n is called in the document; DOC_NONE: nothing. */
static uint32_t
called(const struct walk *w, uint32_t n, enum called what)
{
	struct buf b = BUF_INIT;
	uint32_t found;

	doc_plain(w->doc, n, &b);
	found = doc_called(w->doc, what, b.s, b.len);
	buf_release(&b);
	return found;
}

void
link_citation(struct walk *w, uint32_t n, struct look look)
{
	uint32_t target = gentext_target(w->doc, n);

	if (target == DOC_NONE)
		target = called(w, n, CALLED_CITED);
	walk_wrapped(w, n, linked(look, target), "[", "]");
}

void
link_page(struct walk *w, uint32_t n, struct look look)
{
	uint32_t target = gentext_target(w->doc, n);

	if (target == DOC_NONE)
		target = called(w, n, CALLED_PAGE);
	walk_joined(w, n, linked(look, target), "");
}

/* A term leads to what the glossary says of it; where the author does not ask
 * for a link, it does not look like one. */
void
link_glossterm(struct walk *w, uint32_t n, struct look look)
{
	uint32_t target = gentext_target(w->doc, n);
	uint32_t parent = doc_node(w->doc, n)->parent;
	const char *base = doc_attr(w->doc, n, ATTR_BASEFORM);

	if (parent != DOC_NONE &&
	    doc_node(w->doc, parent)->elem == ELEM_GLOSSENTRY) {
		look.style &= ~(unsigned)STYLE_EMPH;
		look.style |= STYLE_STRONG;
	} else if (target != DOC_NONE) {
		look = linked(look, target);
	} else if (base != NULL) {
		look.link = doc_called(w->doc, CALLED_TERM, base, strlen(base));
	} else {
		look.link = called(w, n, CALLED_TERM);
	}
	walk_children(w, n, look);
}

/* Another entry of a glossary: its own words, or the term that it is for.
 * Several in a row are one sentence. */
void
link_see(struct walk *w, uint32_t n, struct look look)
{
	const struct node *node = doc_node(w->doc, n);
	uint32_t target = gentext_target(w->doc, n);
	int also = node->elem == ELEM_GLOSSSEEALSO;
	struct buf b = BUF_INIT;

	if (target == DOC_NONE)
		target = called(w, n, CALLED_TERM);
	if (!also || node->ordinal <= 1)
		walk_say_before(w, n, look);
	else
		walk_say(w, ", ", look);
	if (walk_end(w, n) > node->start)
		walk_children(w, n, linked(look, target));
	else
		gentext_reference(w->doc, n, &b);
	walk_say(w, b.s, linked(look, target));
	buf_release(&b);
}

/* A name in a grammar leads to what it stands for, and may take its name from
 * there. */
void
link_nonterminal(struct walk *w, uint32_t n, struct look look)
{
	const struct node *node = doc_node(w->doc, n);
	const char *def = doc_attr(w->doc, n, ATTR_DEF);
	uint32_t target = gentext_target(w->doc, n);
	struct buf b = BUF_INIT;

	if (target == DOC_NONE && def != NULL && def[0] == '#')
		target = doc_find(w->doc, def + 1);
	if (node->end == node->start && target != DOC_NONE)
		gentext_xref(w->doc, target, n, &b);
	walk_children(w, n, linked(look, target));
	walk_say(w, b.s, linked(look, target));
	buf_release(&b);
}

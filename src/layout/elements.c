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
#include "text/script.h"

/* Raised or lowered characters where Unicode has all of them, else ^x, _x. */
static void
scripted(struct walk *w, uint32_t n, struct look look, int raised)
{
	const struct node *node = doc_node(w->doc, n);
	struct buf b = BUF_INIT;

	if (!w->out->ascii && node->last == n &&
	    text_script(&b, doc_text(w->doc) + node->start,
		node->end - node->start, raised)) {
		walk_replace(w, node->start, node->end, b.s, look);
	} else {
		walk_say(w, raised ? "^" : "_", look);
		walk_children(w, n, look);
	}
	buf_release(&b);
}

void
walk_joined(struct walk *w, uint32_t n, struct look look, const char *between)
{
	struct look plain = { look.style, DOC_NONE };
	size_t before = w->out->text.len;
	uint32_t c, last = DOC_NONE;

	for (c = doc_first_child(w->doc, n); c != DOC_NONE;
	     c = doc_next(w->doc, c)) {
		const struct node *child = doc_node(w->doc, c);
		struct look own = look;

		if (child->flags & NODE_HIDDEN)
			continue;
		if (w->out->text.len > before &&
		    gentext_parted(w->doc, last, c))
			walk_say(w, between, plain);
		last = c;
		own.style |= elem_info[child->elem].style;
		if (elem_info[child->elem].role == ROLE_ARG)
			walk_children(w, c, own);
		else
			walk_node(w, c, look);
	}
	if (doc_first_child(w->doc, n) == DOC_NONE)
		walk_children(w, n, look);
}

void
walk_wrapped(struct walk *w, uint32_t n, struct look look, const char *before,
    const char *after)
{
	walk_say(w, before, look);
	walk_children(w, n, look);
	walk_say(w, after, look);
}

static void
picture(struct walk *w, uint32_t n, struct look look)
{
	uint32_t alt = doc_child(w->doc, n, ELEM_ALT);
	uint32_t text = doc_child(w->doc, n, ELEM_TEXTOBJECT);

	if (text != DOC_NONE) {
		walk_children(w, text, look);
		return;
	}
	walk_say(w, "[", look);
	if (alt != DOC_NONE)
		walk_children(w, alt, look);
	else
		walk_say(w, gentext(w->doc, n, GENTEXT_IMAGE), look);
	walk_say(w, "]", look);
}

static void
emphasis(struct walk *w, uint32_t n, struct look look)
{
	const char *role = doc_attr(w->doc, n, ATTR_ROLE);
	int strong = role != NULL &&
	    (strcmp(role, "strong") == 0 || strcmp(role, "bold") == 0);

	look.style &= ~(unsigned)STYLE_EMPH;
	look.style |= strong ? STYLE_STRONG : STYLE_EMPH;
	walk_children(w, n, look);
}

/* The run-in title of a formalpara ends in a full stop of some kind. */
static void
run_in_title(struct walk *w, uint32_t n, struct look look)
{
	const struct buf *b = &w->out->text;

	look.style |= STYLE_STRONG;
	walk_children(w, n, look);
	if (b->len > 0 && strchr(".?!:;", b->s[b->len - 1]) == NULL)
		walk_say(w, ".", look);
}

static void
line_break(struct walk *w, uint32_t n, struct look look)
{
	walk_say(w, "\n", look);
	walk_children(w, n, look);
}

static void
superscript(struct walk *w, uint32_t n, struct look look)
{
	scripted(w, n, look, 1);
}

static void
subscript(struct walk *w, uint32_t n, struct look look)
{
	scripted(w, n, look, 0);
}

static void
purpose(struct walk *w, uint32_t n, struct look look)
{
	walk_space(w);
	walk_wrapped(w, n, look, "\u2013 ", "");
}

/* Names of a page stand in a row: each but the first behind a comma. */
static void
page_name(struct walk *w, uint32_t n, struct look look)
{
	const struct doc *doc = w->doc;
	uint32_t c = doc_first_child(doc, doc_node(doc, n)->parent);

	while (c != n && doc_role(doc, c) != ROLE_REFNAME)
		c = doc_next(doc, c);
	walk_wrapped(w, n, look, c == n ? "" : ", ", "");
}

static void
void_or_dots(struct walk *w, uint32_t n, struct look look)
{
	int dots = doc_node(w->doc, n)->elem == ELEM_VARARGS;

	walk_say(w, dots ? "..." : "void", look);
}

/* A place in a listing that a callout explains: its number, with a link. */
static void
callout_mark(struct walk *w, uint32_t n, struct look look)
{
	struct buf b = BUF_INIT;
	uint32_t callout = gentext_target(w->doc, n);

	buf_printf(&b, "(%u)", doc_node(w->doc, n)->ordinal);
	look.link = callout;
	if (callout != DOC_NONE)
		look.style |= STYLE_LINK;
	walk_say(w, b.s, look);
	buf_release(&b);
}

static void
callout_ref(struct walk *w, uint32_t n, struct look look)
{
	uint32_t co = gentext_target(w->doc, n);

	if (co != DOC_NONE && doc_role(w->doc, co) == ROLE_CO)
		callout_mark(w, co, look);
}

/* Elements that add more to their text than gentext_affix says. */
static void (*const acts[ROLE_COUNT])(
    struct walk *w, uint32_t n, struct look look) = {
	[ROLE_ARG] = synopsis_arg,
	[ROLE_BIBLIOREF] = link_text,
	[ROLE_CO] = callout_mark,
	[ROLE_COREF] = callout_ref,
	[ROLE_EMPHASIS] = emphasis,
	[ROLE_FOOTNOTEREF] = link_footnoteref,
	[ROLE_GLOSSTERM] = link_glossterm,
	[ROLE_GRAPHIC] = picture,
	[ROLE_GROUP] = synopsis_arg,
	[ROLE_INLINEMEDIA] = picture,
	[ROLE_LINK] = link_text,
	[ROLE_OLINK] = link_text,
	[ROLE_REFNAME] = page_name,
	[ROLE_REFPURPOSE] = purpose,
	[ROLE_SBR] = line_break,
	[ROLE_SUBSCRIPT] = subscript,
	[ROLE_SUPERSCRIPT] = superscript,
	[ROLE_SYNOPPART] = synopsis_param,
	[ROLE_TITLE] = run_in_title,
	[ROLE_ULINK] = link_text,
	[ROLE_VOID] = void_or_dots,
	[ROLE_XREF] = link_text,
};

void
walk_element(struct walk *w, uint32_t n, enum elem_role role, struct look look)
{
	struct gentext_affix a;

	if (acts[role] != NULL) {
		acts[role](w, n, look);
		return;
	}
	gentext_affix(w->doc, n, &a);
	if (a.spaced)
		walk_space(w);
	walk_say(w, a.before, look);
	if (a.between != NULL)
		walk_joined(w, n, look, a.between);
	else
		walk_children(w, n, look);
	walk_say(w, a.after, look);
}

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

static void
quoted(struct walk *w, uint32_t n, struct look look)
{
	int inner = w->quotes++ % 2 == 1;

	walk_say(
	    w, gentext(inner ? GENTEXT_INNER_OPEN : GENTEXT_QUOTE_OPEN), look);
	walk_children(w, n, look);
	walk_say(w, gentext(inner ? GENTEXT_INNER_CLOSE : GENTEXT_QUOTE_CLOSE),
	    look);
	w->quotes--;
}

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
	uint32_t c;

	for (c = doc_first_child(w->doc, n); c != DOC_NONE;
	     c = doc_next(w->doc, c)) {
		const struct node *child = doc_node(w->doc, c);
		struct look own = look;

		if (child->flags & NODE_HIDDEN)
			continue;
		if (w->out->text.len > before &&
		    elem_info[child->elem].role != ROLE_SHORTCUT)
			walk_say(w, between, plain);
		own.style |= elem_info[child->elem].style;
		walk_children(w, c, own);
	}
	if (doc_first_child(w->doc, n) == DOC_NONE)
		walk_children(w, n, look);
}

static void
keycombo(struct walk *w, uint32_t n, struct look look)
{
	const char *action = doc_attr(w->doc, n, ATTR_ACTION);

	walk_joined(w, n, look,
	    action == NULL || strcmp(action, "simul") == 0 ? "+"
		: strcmp(action, "seq") == 0               ? " "
							   : "-");
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
markup_tag(struct walk *w, uint32_t n, struct look look)
{
	static const struct {
		const char *class, *before, *after;
	} rows[] = { { "attribute", "", "" }, { "attvalue", "\"", "\"" },
		{ "element", "<", ">" }, { "emptytag", "<", "/>" },
		{ "endtag", "</", ">" }, { "genentity", "&", ";" },
		{ "localname", "", "" }, { "namespace", "", "" },
		{ "numcharref", "&#", ";" }, { "paramentity", "%", ";" },
		{ "pi", "<?", ">" }, { "prefix", "", "" },
		{ "sgmlcomment", "<!--", "-->" }, { "comment", "<!--", "-->" },
		{ "starttag", "<", ">" }, { "xmlpi", "<?", "?>" } };
	const char *class = doc_attr(w->doc, n, ATTR_CLASS);
	size_t i;

	for (i = 0; class != NULL && i < sizeof(rows) / sizeof(*rows); i++) {
		if (strcmp(class, rows[i].class) == 0) {
			walk_wrapped(w, n, look, rows[i].before, rows[i].after);
			return;
		}
	}
	walk_wrapped(w, n, look, "<", ">");
}

static void
trademark(struct walk *w, uint32_t n, struct look look)
{
	const char *class = doc_attr(w->doc, n, ATTR_CLASS);
	int is_name = doc_node(w->doc, n)->elem == ELEM_PRODUCTNAME;

	walk_children(w, n, look);
	if (class == NULL)
		walk_say(w, is_name ? "" : "\u2122", look);
	else if (strcmp(class, "registered") == 0)
		walk_say(w, "\u00ae", look);
	else if (strcmp(class, "copyright") == 0)
		walk_say(w, "\u00a9", look);
	else if (strcmp(class, "service") == 0)
		walk_say(w, "\u2120", look);
	else if (strcmp(class, "trade") == 0)
		walk_say(w, "\u2122", look);
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
		walk_say(w, gentext(GENTEXT_IMAGE), look);
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
spaced(struct walk *w, uint32_t n, struct look look)
{
	walk_space(w);
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
menu_choice(struct walk *w, uint32_t n, struct look look)
{
	walk_joined(w, n, look, " > ");
}

static void
inline_list(struct walk *w, uint32_t n, struct look look)
{
	walk_joined(w, n, look, ", ");
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
	uint32_t callout = link_target(w, n);

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
	uint32_t co = link_target(w, n);

	if (co != DOC_NONE && doc_role(w->doc, co) == ROLE_CO)
		callout_mark(w, co, look);
}

/* What an element adds to its text, by its role: a function, or what stands
 * before and behind. */
static const struct {
	void (*walk)(struct walk *w, uint32_t n, struct look look);
	const char *before, *after;
} acts[ROLE_COUNT] = {
	[ROLE_ARG] = { synopsis_arg, NULL, NULL },
	[ROLE_CITATION] = { NULL, "[", "]" },
	[ROLE_CO] = { callout_mark, NULL, NULL },
	[ROLE_COREF] = { callout_ref, NULL, NULL },
	[ROLE_EMAIL] = { NULL, "<", ">" },
	[ROLE_EMPHASIS] = { emphasis, NULL, NULL },
	[ROLE_FOOTNOTEREF] = { link_footnoteref, NULL, NULL },
	[ROLE_FUNCPARAMS] = { NULL, "(", ")" },
	[ROLE_GLOSSTERM] = { link_glossterm, NULL, NULL },
	[ROLE_GRAPHIC] = { picture, NULL, NULL },
	[ROLE_GROUP] = { synopsis_arg, NULL, NULL },
	[ROLE_INLINEMEDIA] = { picture, NULL, NULL },
	[ROLE_KEYCOMBO] = { keycombo, NULL, NULL },
	[ROLE_LINK] = { link_text, NULL, NULL },
	[ROLE_MANVOL] = { NULL, "(", ")" },
	[ROLE_MENUCHOICE] = { menu_choice, NULL, NULL },
	[ROLE_NAME] = { spaced, NULL, NULL },
	[ROLE_OLINK] = { link_text, NULL, NULL },
	[ROLE_OPTIONAL] = { NULL, "[", "]" },
	[ROLE_PARA] = { spaced, NULL, NULL },
	[ROLE_QUOTED] = { quoted, NULL, NULL },
	[ROLE_REFNAME] = { page_name, NULL, NULL },
	[ROLE_REFPURPOSE] = { purpose, NULL, NULL },
	[ROLE_SBR] = { NULL, "\n", "" },
	[ROLE_SHORTCUT] = { NULL, " (", ")" },
	[ROLE_SIMPLE] = { inline_list, NULL, NULL },
	[ROLE_SUBSCRIPT] = { subscript, NULL, NULL },
	[ROLE_SUPERSCRIPT] = { superscript, NULL, NULL },
	[ROLE_SYNOPPART] = { synopsis_param, NULL, NULL },
	[ROLE_TAG] = { markup_tag, NULL, NULL },
	[ROLE_TITLE] = { run_in_title, NULL, NULL },
	[ROLE_TRADEMARK] = { trademark, NULL, NULL },
	[ROLE_ULINK] = { link_text, NULL, NULL },
	[ROLE_VOID] = { void_or_dots, NULL, NULL },
	[ROLE_XREF] = { link_xref, NULL, NULL },
};

void
walk_element(struct walk *w, uint32_t n, enum elem_role role, struct look look)
{
	if (acts[role].walk != NULL)
		acts[role].walk(w, n, look);
	else if (acts[role].before != NULL)
		walk_wrapped(w, n, look, acts[role].before, acts[role].after);
	else
		walk_children(w, n, look);
}

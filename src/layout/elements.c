/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "doc/biblio.h"
#include "doc/doc.h"
#include "doc/gentext.h"
#include "doc/media.h"
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

	if (node->last == n && node->end == node->start)
		return;
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

/* What stands before the element c of a row; no link runs on in it. */
static void
say_between(
    struct walk *w, uint32_t n, uint32_t c, const char *between, unsigned style)
{
	struct look plain = { style, DOC_NONE };
	const char *word = gentext_choice(w->doc, n, c);

	walk_say(w, word == NULL ? between : " ", plain);
	if (word != NULL) {
		walk_say(w, word, plain);
		walk_say(w, " ", plain);
	}
}

void
walk_joined(struct walk *w, uint32_t n, struct look look, const char *between)
{
	size_t before = w->out->text.len;
	uint32_t c, last = DOC_NONE, keys = gentext_leading_keys(w->doc, n);

	for (c = doc_first_child(w->doc, n); c != DOC_NONE;
	     c = doc_next(w->doc, c)) {
		if (doc_node(w->doc, c)->flags & NODE_HIDDEN || c == keys)
			continue;
		if (w->out->text.len > before &&
		    gentext_parted(w->doc, last, c))
			say_between(w, n, c, between, look.style);
		last = c;
		walk_node(w, c, look);
	}
	if (keys != DOC_NONE)
		walk_node(w, keys, look);
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

/* The first text that stands for a picture, if it is one that shows. */
static uint32_t
picture_text(const struct walk *w, uint32_t n)
{
	uint32_t c, end = doc_node(w->doc, n)->end;

	c = doc_child(w->doc, n, ELEM_TEXTOBJECT);
	if (c == DOC_NONE || doc_node(w->doc, c)->flags & NODE_HIDDEN ||
	    doc_node(w->doc, c)->start >= end ||
	    doc_node(w->doc, c)->end == doc_node(w->doc, c)->start)
		return DOC_NONE;
	return c;
}

/* The text of an element that is out of sight. */
static void
say_hidden(struct walk *w, uint32_t n, struct look look)
{
	struct buf b = BUF_INIT;

	doc_plain(w->doc, n, &b);
	walk_say(w, b.s, look);
	buf_release(&b);
}

/* Is it the text of another file? */
static int
is_listed(const struct walk *w, uint32_t n)
{
	uint32_t c, last = doc_node(w->doc, n)->last;

	for (c = n + 1; c <= last && c <= n + 10; c++) {
		if (doc_role(w->doc, c) == ROLE_TEXTDATA &&
		    !(doc_node(w->doc, c)->flags & NODE_HIDDEN))
			return 1;
	}
	return 0;
}

static void
picture(struct walk *w, uint32_t n, struct look look)
{
	uint32_t text = picture_text(w, n);
	struct buf b = BUF_INIT;

	if (is_listed(w, n)) {
		walk_children(w, n, look);
	} else if (text != DOC_NONE) {
		walk_say(w, "[", look);
		walk_children(w, text, look);
		walk_say(w, "]", look);
	} else {
		media_in_line(w->doc, n, &b);
		walk_say(w, b.s, look);
	}
	buf_release(&b);
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

/* The run-in title of a formalpara ends in a full stop of some kind; the title
 * of a work in a bibliography is that of a work. */
static void
run_in_title(struct walk *w, uint32_t n, struct look look)
{
	const struct buf *b = &w->out->text;

	if (doc_role(w->doc, doc_node(w->doc, n)->parent) != ROLE_FORMALPARA) {
		look.style |= STYLE_EMPH;
		walk_children(w, n, look);
		return;
	}
	look.style |= STYLE_STRONG;
	walk_children(w, n, look);
	if (b->len > 0 && strchr(".?!:;", b->s[b->len - 1]) == NULL)
		walk_say(w, ".", look);
}

/* Somebody who did something with a work, and what. */
static void
credit(struct walk *w, uint32_t n, struct look look)
{
	enum elem elem = (enum elem)doc_node(w->doc, n)->elem;

	if (elem == ELEM_EDITOR || elem == ELEM_OTHERCREDIT)
		walk_say_before(w, n, look);
	fields_credit(w, n, look);
}

/* A row of names, numbers or dates. */
static void
fields(struct walk *w, uint32_t n, struct look look)
{
	enum elem_role role = doc_role(w->doc, n);

	if (w->as_written) {
		walk_children(w, n, look);
		return;
	}
	walk_space(w);
	if (role == ROLE_PERSON)
		fields_person(w, n, look);
	else if (role == ROLE_CREDIT)
		credit(w, n, look);
	else if (role == ROLE_IDENTIFIER)
		fields_identifier(w, n, look);
	else if (role == ROLE_BIBLIOSET)
		fields_biblioset(w, n, look);
	else
		fields_list(w, n, look);
}

/* Part of a name, a number or the like. */
static void
spaced(struct walk *w, uint32_t n, struct look look)
{
	if (!w->as_written)
		walk_space(w);
	walk_children(w, n, look);
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

/* Keys are called by what they do where nobody wrote what they are called. */
static void
keycap(struct walk *w, uint32_t n, struct look look)
{
	static const struct {
		const char *function, *name;
	} rows[] = { { "alt", "Alt" }, { "backspace", "Backspace" },
		{ "command", "Cmd" }, { "control", "Ctrl" },
		{ "delete", "Del" }, { "down", "\u2193" }, { "end", "End" },
		{ "enter", "Enter" }, { "escape", "Esc" }, { "home", "Home" },
		{ "insert", "Ins" }, { "left", "\u2190" }, { "meta", "Meta" },
		{ "option", "Option" }, { "pagedown", "Page Down" },
		{ "pageup", "Page Up" }, { "right", "\u2192" },
		{ "shift", "Shift" }, { "space", "Space" }, { "tab", "Tab" },
		{ "up", "\u2191" } };
	const char *function = doc_attr(w->doc, n, ATTR_FUNCTION);
	const struct node *node = doc_node(w->doc, n);
	size_t i;

	if (node->end > node->start || function == NULL) {
		walk_children(w, n, look);
		return;
	}
	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		if (strcmp(rows[i].function, function) == 0)
			walk_say(w, rows[i].name, look);
	}
}

/* Does the text go on right behind an element? */
static int
is_word_behind(const struct walk *w, uint32_t n)
{
	uint32_t end = doc_node(w->doc, n)->end;

	return end < w->end && strchr(" ,.:;)", doc_text(w->doc)[end]) == NULL;
}

/* What is short for a term stands in parentheses behind it, what labels the
 * entry of a bibliography in brackets. */
static void
abbreviation(struct walk *w, uint32_t n, struct look look)
{
	uint32_t parent = doc_node(w->doc, n)->parent;

	if (parent != DOC_NONE && doc_role(w->doc, parent) == ROLE_ENTRY) {
		walk_wrapped(w, n, look, "(", ")");
	} else if (parent != DOC_NONE &&
	    doc_role(w->doc, parent) == ROLE_BIBLIOENTRY && n == parent + 1 &&
	    biblio_shows_label(w->doc, parent)) {
		look.style |= STYLE_STRONG;
		walk_wrapped(w, n, look, "[", "]");
		if (w->as_written && is_word_behind(w, n))
			walk_say(w, " ", look);
	} else {
		walk_children(w, n, look);
	}
}

/* A work that is part of another stands in quotes. */
static void
cited_title(struct walk *w, uint32_t n, struct look look)
{
	const char *work = doc_attr(w->doc, n, ATTR_PUBWORK);

	if (work != NULL &&
	    (strcmp(work, "article") == 0 || strcmp(work, "chapter") == 0))
		walk_wrapped(w, n, look, gentext(w->doc, n, GENTEXT_QUOTE_OPEN),
		    gentext(w->doc, n, GENTEXT_QUOTE_CLOSE));
	else
		walk_children(w, n, look);
}

/* A parameter of Samba: its name, and what it is set to. */
static void
samba_option(struct walk *w, uint32_t n, struct look look)
{
	const char *name = doc_attr(w->doc, n, ATTR_OPTION);
	const struct node *node = doc_node(w->doc, n);

	if (name != NULL) {
		walk_say(w, name, look);
		walk_say(w, node->end > node->start ? " = " : "", look);
	}
	walk_children(w, n, look);
}

/* Words for a formula are better than a picture of it. */
static void
inline_equation(struct walk *w, uint32_t n, struct look look)
{
	uint32_t alt = doc_child(w->doc, n, ELEM_ALT), c;

	for (c = walk_first(w, n); c != DOC_NONE; c = walk_next(w, c)) {
		enum elem_role role = doc_role(w->doc, c);

		if (role != ROLE_INLINEMEDIA && role != ROLE_GRAPHIC &&
		    !(doc_node(w->doc, c)->flags & NODE_HIDDEN))
			break;
	}
	if (c == DOC_NONE && alt != DOC_NONE)
		say_hidden(w, alt, look);
	else
		walk_children(w, n, look);
}

/* Elements that add more to their text than gentext_affix says. */
static void (*const acts[ROLE_COUNT])(
    struct walk *w, uint32_t n, struct look look) = {
	[ROLE_ABBREV] = abbreviation,
	[ROLE_ANNOTATION] = ebnf_annotation,
	[ROLE_ARG] = synopsis_arg,
	[ROLE_AUTHORGROUP] = fields,
	[ROLE_BIBLIOREF] = link_text,
	[ROLE_BIBLIOSET] = fields,
	[ROLE_CITATION] = link_citation,
	[ROLE_CITETITLE] = cited_title,
	[ROLE_CO] = callout_mark,
	[ROLE_CONSTRAINT] = ebnf_constraint,
	[ROLE_COREF] = callout_ref,
	[ROLE_CREDIT] = fields,
	[ROLE_EMPHASIS] = emphasis,
	[ROLE_FIELDS] = fields,
	[ROLE_FOOTNOTEREF] = link_footnoteref,
	[ROLE_GLOSSSEE] = link_see,
	[ROLE_GLOSSTERM] = link_glossterm,
	[ROLE_GRAPHIC] = picture,
	[ROLE_GROUP] = synopsis_arg,
	[ROLE_IDENTIFIER] = fields,
	[ROLE_INLINEEQUATION] = inline_equation,
	[ROLE_INLINEMEDIA] = picture,
	[ROLE_KEYCAP] = keycap,
	[ROLE_LINK] = link_text,
	[ROLE_MANREF] = link_page,
	[ROLE_MATH] = math_element,
	[ROLE_NAME] = spaced,
	[ROLE_NONTERMINAL] = link_nonterminal,
	[ROLE_OLINK] = link_text,
	[ROLE_PARAMDEF] = synopsis_paramdef,
	[ROLE_PERSON] = fields,
	[ROLE_SBR] = line_break,
	[ROLE_SMBCONF] = samba_option,
	[ROLE_SUBSCRIPT] = subscript,
	[ROLE_SUPERSCRIPT] = superscript,
	[ROLE_SVG] = math_drawing,
	[ROLE_SYNOPFRAGMENTREF] = synopsis_fragment_ref,
	[ROLE_SYNOPPART] = synopsis_param,
	[ROLE_TITLE] = run_in_title,
	[ROLE_ULINK] = link_text,
	[ROLE_UNION] = synopsis_union,
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

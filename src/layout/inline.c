/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "layout/inline.h"

#include <stdlib.h>
#include <string.h>

#include "doc/doc.h"
#include "doc/gentext.h"
#include "layout/lines.h"
#include "text/ascii.h"
#include "text/rich.h"
#include "text/script.h"
#include "text/utf8.h"

/* The walk through one run. */
struct walk {
	struct inline_text *out;
	const struct doc *doc;
	uint32_t end;    /* [byte] of the run */
	unsigned quotes; /* how many are open */
};

/* What all text within an element has. */
struct look {
	unsigned style;
	uint32_t link;
};

void
inline_init(struct inline_text *t, int ascii)
{
	memset(t, 0, sizeof(*t));
	buf_init(&t->text);
	t->ascii = ascii;
}

void
inline_release(struct inline_text *t)
{
	buf_release(&t->text);
	vec_release(&t->segs);
}

void
inline_reset(struct inline_text *t)
{
	buf_reset(&t->text);
	t->segs.n = 0;
}

static void
seg_add(
    struct inline_text *t, const char *s, size_t len, const struct seg *like)
{
	struct seg seg = *like;

	seg.start = (uint32_t)t->text.len;
	seg.len = (uint32_t)len;
	buf_add(&t->text, s, len);
	vec_push(&t->segs, seg);
}

/* In ASCII each character that changes is a segment of its own, so that the
 * others keep their offsets. */
static void
seg_ascii(struct inline_text *t, const char *s, size_t len, struct seg like)
{
	struct buf plain = BUF_INIT;
	uint32_t ch, base = like.offset;
	size_t i, step, from = 0;

	for (i = 0; i < len; i += step) {
		step = utf8_decode(s + i, len - i, &ch);
		if (ch < 0x80)
			continue;
		like.offset =
		    base == NO_OFFSET ? NO_OFFSET : base + (uint32_t)from;
		like.source_len = (uint32_t)(i - from);
		if (i > from)
			seg_add(t, s + from, i - from, &like);
		buf_reset(&plain);
		text_to_ascii(&plain, s + i, step);
		like.offset =
		    base == NO_OFFSET ? NO_OFFSET : base + (uint32_t)i;
		like.source_len = (uint32_t)step;
		seg_add(t, plain.s, plain.len, &like);
		from = i + step;
	}
	like.offset = base == NO_OFFSET ? NO_OFFSET : base + (uint32_t)from;
	like.source_len = (uint32_t)(len - from);
	if (len > from)
		seg_add(t, s + from, len - from, &like);
	buf_release(&plain);
}

static void
add(struct inline_text *t, const char *s, size_t len, struct seg like)
{
	if (len == 0)
		return;
	like.source_len = (uint32_t)len;
	if (t->ascii)
		seg_ascii(t, s, len, like);
	else
		seg_add(t, s, len, &like);
}

static void
add_generated(struct inline_text *t, const char *s, struct look look)
{
	struct seg like = { .offset = NO_OFFSET, .link = look.link };

	like.style = (uint16_t)look.style;
	add(t, s, strlen(s), like);
}

void
inline_add(struct inline_text *t, const char *s, unsigned style)
{
	add_generated(t, s, (struct look){ style, DOC_NONE });
}

void
inline_rich(struct inline_text *t, const struct rich *r)
{
	struct seg like = { .offset = NO_OFFSET, .link = DOC_NONE };
	size_t i, at = 0;

	for (i = 0; i < r->runs.n; i++) {
		const struct rich_run *run = &r->runs.v[i];

		like.style = STYLE_BODY;
		add(t, r->text.s + at, run->start - at, like);
		like.style = run->style;
		add(t, r->text.s + run->start, run->len, like);
		at = run->start + run->len;
	}
	like.style = STYLE_BODY;
	add(t, r->text.s + at, r->text.len - at, like);
}

static void
add_source(struct walk *w, uint32_t from, uint32_t to, struct look look)
{
	struct seg like = { .offset = from, .link = look.link };

	like.style = (uint16_t)look.style;
	if (to > from)
		add(w->out, doc_text(w->doc) + from, to - from, like);
}

static void walk_children(struct walk *w, uint32_t n, struct look look);

/* A blank, unless there is one already or nothing is before it. */
static void
ensure_space(struct walk *w)
{
	const struct buf *b = &w->out->text;

	if (b->len > 0 && strchr(" \n([", b->s[b->len - 1]) == NULL)
		add_generated(w->out, " ", (struct look){ STYLE_BODY, 0 });
}

static void
say(struct walk *w, const char *s, struct look look)
{
	add_generated(w->out, s, look);
}

static void
footnote_mark(struct walk *w, uint32_t note, struct look look)
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
	say(w, b.s, look);
	buf_release(&b);
}

static uint32_t
linked(struct walk *w, uint32_t n)
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

static void
xref(struct walk *w, uint32_t n, struct look look)
{
	uint32_t target = linked(w, n);
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
	say(w, b.s, look);
	buf_release(&b);
}

/* A link to the outside has the link element itself as its target. */
static void
link_text(struct walk *w, uint32_t n, struct look look)
{
	const struct node *node = doc_node(w->doc, n);
	uint32_t target = linked(w, n);
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
		xref(w, n, look);
	else if (url != NULL)
		say(w, url, look);
}

static void
quoted(struct walk *w, uint32_t n, struct look look)
{
	int inner = w->quotes++ % 2 == 1;

	say(w, gentext(inner ? GENTEXT_INNER_OPEN : GENTEXT_QUOTE_OPEN), look);
	walk_children(w, n, look);
	say(w, gentext(inner ? GENTEXT_INNER_CLOSE : GENTEXT_QUOTE_CLOSE),
	    look);
	w->quotes--;
}

/* Raised or lowered characters where Unicode has all of them, else ^x, _x. */
static void
scripted(struct walk *w, uint32_t n, struct look look, int raised)
{
	const struct node *node = doc_node(w->doc, n);
	struct buf b = BUF_INIT;
	struct seg like = { .offset = node->start, .link = look.link };

	like.source_len = node->end - node->start;
	like.style = (uint16_t)look.style;
	if (!w->out->ascii && node->last == n &&
	    text_script(
		&b, doc_text(w->doc) + node->start, like.source_len, raised)) {
		seg_add(w->out, b.s, b.len, &like);
	} else {
		say(w, raised ? "^" : "_", look);
		walk_children(w, n, look);
	}
	buf_release(&b);
}

/* Children that are elements, with `between` them; text of its own too. */
static void
joined(struct walk *w, uint32_t n, struct look look, const char *between)
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
			say(w, between, plain);
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

	joined(w, n, look,
	    action == NULL || strcmp(action, "simul") == 0 ? "+"
		: strcmp(action, "seq") == 0               ? " "
							   : "-");
}

static void
wrapped(struct walk *w, uint32_t n, struct look look, const char *before,
    const char *after)
{
	say(w, before, look);
	walk_children(w, n, look);
	say(w, after, look);
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
			wrapped(w, n, look, rows[i].before, rows[i].after);
			return;
		}
	}
	wrapped(w, n, look, "<", ">");
}

static void
trademark(struct walk *w, uint32_t n, struct look look)
{
	const char *class = doc_attr(w->doc, n, ATTR_CLASS);
	int is_name = doc_node(w->doc, n)->elem == ELEM_PRODUCTNAME;

	walk_children(w, n, look);
	if (class == NULL)
		say(w, is_name ? "" : "\u2122", look);
	else if (strcmp(class, "registered") == 0)
		say(w, "\u00ae", look);
	else if (strcmp(class, "copyright") == 0)
		say(w, "\u00a9", look);
	else if (strcmp(class, "service") == 0)
		say(w, "\u2120", look);
	else if (strcmp(class, "trade") == 0)
		say(w, "\u2122", look);
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
	say(w, "[", look);
	if (alt != DOC_NONE)
		walk_children(w, alt, look);
	else
		say(w, gentext(GENTEXT_IMAGE), look);
	say(w, "]", look);
}

/* An argument or a group of them: brackets by choice, dots by rep. */
static void
argument(struct walk *w, uint32_t n, struct look look)
{
	const char *choice = doc_attr(w->doc, n, ATTR_CHOICE);
	const char *rep = doc_attr(w->doc, n, ATTR_REP);
	int required = choice != NULL && strcmp(choice, "req") == 0;
	int plain = choice != NULL && strcmp(choice, "plain") == 0;

	ensure_space(w);
	say(w, plain ? "" : required ? "{" : "[", look);
	if (doc_role(w->doc, n) == ROLE_GROUP)
		joined(w, n, look, " | ");
	else
		walk_children(w, n, look);
	say(w, plain ? "" : required ? "}" : "]", look);
	if (rep != NULL && strcmp(rep, "repeat") == 0)
		say(w, "...", look);
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
		say(w, ".", look);
}

static void
glossterm(struct walk *w, uint32_t n, struct look look)
{
	uint32_t target = linked(w, n);

	if (target != DOC_NONE) {
		look.link = target;
		look.style |= STYLE_LINK;
	}
	walk_children(w, n, look);
}

static void
spaced(struct walk *w, uint32_t n, struct look look)
{
	ensure_space(w);
	walk_children(w, n, look);
}

/* What an inline element adds to its text, by its role. */
static void
walk_inline(struct walk *w, uint32_t n, enum elem_role role, struct look look)
{
	switch ((int)role) {
	case ROLE_XREF:
		xref(w, n, look);
		break;
	case ROLE_LINK:
	case ROLE_ULINK:
	case ROLE_OLINK:
		link_text(w, n, look);
		break;
	case ROLE_FOOTNOTEREF:
		footnote_mark(w, linked(w, n), look);
		break;
	case ROLE_QUOTED:
		quoted(w, n, look);
		break;
	case ROLE_EMPHASIS:
		emphasis(w, n, look);
		break;
	case ROLE_GLOSSTERM:
		glossterm(w, n, look);
		break;
	case ROLE_SUBSCRIPT:
	case ROLE_SUPERSCRIPT:
		scripted(w, n, look, role == ROLE_SUPERSCRIPT);
		break;
	case ROLE_KEYCOMBO:
		keycombo(w, n, look);
		break;
	case ROLE_MENUCHOICE:
		joined(w, n, look, " > ");
		break;
	case ROLE_SIMPLE:
		joined(w, n, look, ", ");
		break;
	case ROLE_SHORTCUT:
		wrapped(w, n, look, " (", ")");
		break;
	case ROLE_TAG:
		markup_tag(w, n, look);
		break;
	case ROLE_TRADEMARK:
		trademark(w, n, look);
		break;
	case ROLE_INLINEMEDIA:
	case ROLE_GRAPHIC:
		picture(w, n, look);
		break;
	case ROLE_ARG:
	case ROLE_GROUP:
		argument(w, n, look);
		break;
	case ROLE_SBR:
		say(w, "\n", look);
		break;
	case ROLE_EMAIL:
		wrapped(w, n, look, "<", ">");
		break;
	case ROLE_OPTIONAL:
	case ROLE_CITATION:
		wrapped(w, n, look, "[", "]");
		break;
	case ROLE_MANVOL:
		wrapped(w, n, look, "(", ")");
		break;
	case ROLE_REFPURPOSE:
		say(w, " \u2013 ", look);
		walk_children(w, n, look);
		break;
	case ROLE_TITLE:
		run_in_title(w, n, look);
		break;
	case ROLE_NAME:
	case ROLE_PARA:
		spaced(w, n, look);
		break;
	default:
		walk_children(w, n, look);
		break;
	}
}

static void
walk_node(struct walk *w, uint32_t n, struct look look)
{
	const struct node *node = doc_node(w->doc, n);
	const struct elem_info *info = &elem_info[node->elem];

	if (info->role == ROLE_FOOTNOTE && !(node->flags & NODE_HIDDEN)) {
		footnote_mark(w, n, look);
		return;
	}
	if (node->flags & NODE_HIDDEN || info->class == CLASS_NOTE)
		return;
	look.style |= info->style;
	walk_inline(w, n, info->role, look);
}

/* The text from `at` to `end` and the elements in it, numbered from n on. */
static void
walk_range(
    struct walk *w, uint32_t n, uint32_t at, uint32_t end, struct look look)
{
	uint32_t nodes = doc_nodes(w->doc);

	while (n <= nodes && doc_node(w->doc, n)->start <= end) {
		const struct node *node = doc_node(w->doc, n);

		add_source(w, at, node->start, look);
		walk_node(w, n, look);
		at = node->end < end && !(node->flags & NODE_OPEN) ? node->end
								   : end;
		n = node->last + 1;
	}
	add_source(w, at, end, look);
}

/* Elements behind the last child begin at the same offset when they are
 * empty, so the children are bounded by number, not by place. */
static void
walk_children(struct walk *w, uint32_t n, struct look look)
{
	const struct node *node = doc_node(w->doc, n);
	uint32_t end =
	    node->flags & NODE_OPEN || node->end > w->end ? w->end : node->end;
	uint32_t at = node->start, c;

	for (c = n + 1; c <= node->last;) {
		const struct node *child = doc_node(w->doc, c);

		if (child->start > end)
			break;
		add_source(w, at, child->start, look);
		walk_node(w, c, look);
		at = child->end < end ? child->end : end;
		c = child->last + 1;
	}
	add_source(w, at, end, look);
}

/* The style that the elements around a run give it, up to its block. */
static unsigned
style_around(const struct doc *doc, uint32_t n)
{
	unsigned style = STYLE_BODY;

	for (; n != DOC_NONE; n = doc_node(doc, n)->parent) {
		style |= elem_info[doc_node(doc, n)->elem].style;
		if (doc_node(doc, n)->flags & NODE_BLOCK)
			break;
	}
	return style;
}

/* What a block puts before its text: it knows no mark of its own. */
static void
before_block(struct walk *w, uint32_t n, struct look look)
{
	if (doc_node(w->doc, n)->elem == ELEM_COPYRIGHT)
		say(w, "\u00a9 ", look);
	else if (doc_node(w->doc, n)->elem == ELEM_ATTRIBUTION)
		say(w, "\u2014 ", look);
}

void
inline_unit(struct inline_text *t, const struct doc *doc, const struct unit *u,
    unsigned style)
{
	struct walk w = { .out = t, .doc = doc, .end = u->end };
	struct look look = { style | style_around(doc, u->node), DOC_NONE };

	before_block(&w, u->node, look);
	walk_range(&w, u->first, u->start, u->end, look);
}

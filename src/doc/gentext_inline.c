/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "doc/doc.h"
#include "doc/gentext.h"
#include "doc/gentext_parts.h"
#include "text/script.h"

/* Inner and outer ones take turns. */
static void
quotes(const struct doc *doc, uint32_t n, struct gentext_affix *a)
{
	uint32_t up = doc_node(doc, n)->parent;
	unsigned around = 0;

	while (up != DOC_NONE && !(doc_node(doc, up)->flags & NODE_BLOCK)) {
		around += doc_role(doc, up) == ROLE_QUOTED;
		up = doc_node(doc, up)->parent;
	}
	a->before = gentext(
	    doc, n, around % 2 == 1 ? GENTEXT_INNER_OPEN : GENTEXT_QUOTE_OPEN);
	a->after = gentext(doc, n,
	    around % 2 == 1 ? GENTEXT_INNER_CLOSE : GENTEXT_QUOTE_CLOSE);
}

static void
keys(const struct doc *doc, uint32_t n, struct gentext_affix *a)
{
	const char *action = doc_attr(doc, n, ATTR_ACTION);

	if (action == NULL || strcmp(action, "simul") == 0)
		a->between = "+";
	else
		a->between = strcmp(action, "seq") == 0 ? " " : "-";
}

static void
markup(const struct doc *doc, uint32_t n, struct gentext_affix *a)
{
	static const struct {
		const char *class, *before, *after;
	} rows[] = {
		{ "attribute", "", "" },
		{ "attvalue", "\"", "\"" },
		{ "comment", "<!--", "-->" },
		{ "element", "<", ">" },
		{ "emptytag", "<", "/>" },
		{ "endtag", "</", ">" },
		{ "genentity", "&", ";" },
		{ "localname", "", "" },
		{ "namespace", "", "" },
		{ "numcharref", "&#", ";" },
		{ "paramentity", "%", ";" },
		{ "pi", "<?", ">" },
		{ "prefix", "", "" },
		{ "sgmlcomment", "<!--", "-->" },
		{ "starttag", "<", ">" },
		{ "xmlpi", "<?", "?>" },
	};
	const char *class = doc_attr(doc, n, ATTR_CLASS);
	size_t i;

	a->before = "<";
	a->after = ">";
	for (i = 0; class != NULL && i < sizeof(rows) / sizeof(*rows); i++) {
		if (strcmp(class, rows[i].class) == 0) {
			a->before = rows[i].before;
			a->after = rows[i].after;
		}
	}
}

static void
trademark(const struct doc *doc, uint32_t n, struct gentext_affix *a)
{
	static const char *const signs[][2] = {
		{ "copyright", "\u00a9" },
		{ "registered", "\u00ae" },
		{ "service", "\u2120" },
		{ "trade", "\u2122" },
	};
	const char *class = doc_attr(doc, n, ATTR_CLASS);
	size_t i;

	if (class == NULL && doc_node(doc, n)->elem == ELEM_TRADEMARK)
		class = "trade";
	for (i = 0; class != NULL && i < sizeof(signs) / sizeof(*signs); i++) {
		if (strcmp(class, signs[i][0]) == 0)
			a->after = signs[i][1];
	}
}

/* "File > Quit (Ctrl+Q)" or "Ctrl+Q (File > Quit)", as the source has it. */
static int
begins_with_keys(const struct doc *doc, uint32_t choice)
{
	uint32_t first = doc_first_child(doc, choice);

	return first != DOC_NONE && doc_role(doc, first) == ROLE_SHORTCUT &&
	    doc_next(doc, first) != DOC_NONE;
}

static void
shortcut(const struct doc *doc, uint32_t n, struct gentext_affix *a)
{
	uint32_t choice = doc_node(doc, n)->parent;

	if (choice == DOC_NONE || doc_first_child(doc, choice) != n) {
		a->before = " (";
		a->after = ")";
	} else if (begins_with_keys(doc, choice)) {
		a->after = " (";
	}
}

int
gentext_parts(const struct doc *doc, uint32_t a, uint32_t b)
{
	return a != DOC_NONE && doc_role(doc, a) != ROLE_SHORTCUT &&
	    doc_role(doc, b) != ROLE_SHORTCUT;
}

/* What the elements of a role add, when their attributes are no matter. */
static const struct gentext_affix affixes[ROLE_COUNT] = {
	[ROLE_CITATION] = { "[", "]", NULL, 0 },
	[ROLE_EMAIL] = { "<", ">", NULL, 0 },
	[ROLE_FUNCPARAMS] = { "(", ")", NULL, 0 },
	[ROLE_MANREF] = { "", "", "", 0 },
	[ROLE_MANVOL] = { "(", ")", NULL, 0 },
	[ROLE_MENUCHOICE] = { "", "", " > ", 0 },
	[ROLE_NAME] = { "", "", NULL, 1 },
	[ROLE_OPTIONAL] = { "[", "]", NULL, 0 },
	[ROLE_PARA] = { "", "", NULL, 1 },
	[ROLE_SIMPLE] = { "", "", ", ", 0 },
};

void
gentext_affix(const struct doc *doc, uint32_t n, struct gentext_affix *a)
{
	enum elem_role role = doc_role(doc, n);

	*a = affixes[role];
	if (a->before == NULL)
		a->before = a->after = "";
	if (role == ROLE_QUOTED)
		quotes(doc, n, a);
	else if (role == ROLE_KEYCOMBO)
		keys(doc, n, a);
	else if (role == ROLE_TAG)
		markup(doc, n, a);
	else if (role == ROLE_TRADEMARK)
		trademark(doc, n, a);
	else if (role == ROLE_SHORTCUT)
		shortcut(doc, n, a);
	else if (role == ROLE_MENUCHOICE && begins_with_keys(doc, n))
		a->after = ")";
}

/* A translator who is not said to be one otherwise. */
static int
is_translator(const struct doc *doc, uint32_t n)
{
	const char *class = doc_attr(doc, n, ATTR_CLASS);

	if (class == NULL)
		class = doc_attr(doc, n, ATTR_ROLE);
	return class != NULL && strcmp(class, "translator") == 0 &&
	    doc_child(doc, n, ELEM_CONTRIB) == DOC_NONE;
}

const char *
gentext_before(const struct doc *doc, uint32_t n)
{
	switch ((int)doc_node(doc, n)->elem) {
	case ELEM_ATTRIBUTION:
		return "\u2014";
	case ELEM_COPYRIGHT:
		return "\u00a9";
	case ELEM_EDITOR:
		return gentext(doc, n, GENTEXT_EDITED_BY);
	case ELEM_OTHERCREDIT:
		return is_translator(doc, n)
		    ? gentext(doc, n, GENTEXT_TRANSLATED_BY)
		    : "";
	case ELEM_GLOSSSEE:
	case ELEM_SEEIE:
		return gentext(doc, n, GENTEXT_SEE);
	case ELEM_GLOSSSEEALSO:
	case ELEM_SEEALSOIE:
		return gentext(doc, n, GENTEXT_SEE_ALSO);
	default:
		return "";
	}
}

/* The walk through what becomes plain text. */
struct plain {
	const struct doc *doc;
	struct buf *b;
	size_t start; /* of b->len: what was there before is not ours */
	size_t limit; /* of b->len: more is left out */
	int refs;     /* xrefs are written out */
};

static void plain_children(struct plain *p, uint32_t n);

static int
is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t';
}

static void
plain_blank(struct plain *p)
{
	if (p->b->len > p->start && p->b->s[p->b->len - 1] != ' ')
		buf_addc(p->b, ' ');
}

/* The document's text [from, to), each stretch of white space as one blank. */
static void
plain_text(struct plain *p, uint32_t from, uint32_t to)
{
	const char *s = doc_text(p->doc);
	uint32_t word;

	if (p->b->len >= p->limit)
		return;
	if (to > from && to - from > p->limit - p->b->len) {
		to = from + (uint32_t)(p->limit - p->b->len);
		while (to > from && (s[to] & 0xc0) == 0x80)
			to--;
	}
	while (from < to) {
		for (word = from; from < to && !is_blank(s[from]); from++)
			;
		buf_add(p->b, s + word, from - word);
		if (from < to)
			plain_blank(p);
		while (from < to && is_blank(s[from]))
			from++;
	}
}

static void
plain_say(struct plain *p, const char *s)
{
	if (p->b->len < p->limit)
		buf_adds(p->b, s);
}

static void
plain_space(struct plain *p)
{
	const struct buf *b = p->b;

	if (b->len > p->start && strchr(" ([", b->s[b->len - 1]) == NULL)
		plain_say(p, " ");
}

static void
plain_script(struct plain *p, uint32_t n, int raised)
{
	const struct node *node = doc_node(p->doc, n);

	if (p->b->len < p->limit && node->last == n &&
	    text_script(p->b, doc_text(p->doc) + node->start,
		node->end - node->start, raised))
		return;
	plain_say(p, raised ? "^" : "_");
	plain_children(p, n);
}

static void
plain_picture(struct plain *p, uint32_t n)
{
	uint32_t alt = doc_child(p->doc, n, ELEM_ALT);
	uint32_t text = doc_child(p->doc, n, ELEM_TEXTOBJECT);

	if (text != DOC_NONE) {
		plain_children(p, text);
		return;
	}
	plain_say(p, "[");
	if (alt != DOC_NONE)
		plain_children(p, alt);
	else
		plain_say(p, gentext(p->doc, n, GENTEXT_IMAGE));
	plain_say(p, "]");
}

static void plain_node(struct plain *p, uint32_t n);

static void
plain_row(struct plain *p, uint32_t n, const char *between)
{
	const struct doc *doc = p->doc;
	size_t before = p->b->len;
	uint32_t c, last = DOC_NONE;

	for (c = doc_first_child(doc, n); c != DOC_NONE; c = doc_next(doc, c)) {
		if (p->b->len > before && gentext_parts(doc, last, c))
			plain_say(p, between);
		plain_node(p, c);
		last = c;
	}
	if (doc_first_child(doc, n) == DOC_NONE)
		plain_children(p, n);
}

static void
plain_affixed(struct plain *p, uint32_t n)
{
	struct gentext_affix a;

	gentext_affix(p->doc, n, &a);
	if (a.spaced)
		plain_space(p);
	plain_say(p, a.before);
	if (a.between != NULL)
		plain_row(p, n, a.between);
	else
		plain_children(p, n);
	plain_say(p, a.after);
}

static void
plain_reference(struct plain *p, uint32_t n)
{
	const struct node *node = doc_node(p->doc, n);

	if (node->end > node->start || node->last > n)
		plain_affixed(p, n);
	else if (p->refs && p->b->len < p->limit)
		gentext_reference(p->doc, n, p->b);
}

static int
is_aside(const struct doc *doc, uint32_t n)
{
	enum elem_class class = elem_info[doc_node(doc, n)->elem].class;

	return class == CLASS_META || class == CLASS_NOTE;
}

static void
plain_node(struct plain *p, uint32_t n)
{
	if (is_aside(p->doc, n))
		return;
	switch ((int)doc_role(p->doc, n)) {
	case ROLE_XREF:
	case ROLE_BIBLIOREF:
	case ROLE_LINK:
	case ROLE_ULINK:
	case ROLE_OLINK:
		plain_reference(p, n);
		break;
	case ROLE_SUPERSCRIPT:
	case ROLE_SUBSCRIPT:
		plain_script(p, n, doc_role(p->doc, n) == ROLE_SUPERSCRIPT);
		break;
	case ROLE_INLINEMEDIA:
	case ROLE_GRAPHIC:
		plain_picture(p, n);
		break;
	case ROLE_CO:
	case ROLE_COREF:
	case ROLE_FOOTNOTEREF:
		break;
	default:
		plain_affixed(p, n);
		break;
	}
}

static void
plain_children(struct plain *p, uint32_t n)
{
	const struct node *node = doc_node(p->doc, n);
	uint32_t at = node->start, c;

	for (c = n + 1; c <= node->last && p->b->len < p->limit;
	     c = doc_node(p->doc, c)->last + 1) {
		plain_text(p, at, doc_node(p->doc, c)->start);
		plain_node(p, c);
		at = doc_node(p->doc, c)->end;
	}
	plain_text(p, at, node->end);
}

void
gentext_plain(
    const struct doc *doc, uint32_t n, size_t max, int refs, struct buf *b)
{
	struct plain p = { .doc = doc, .b = b, .start = b->len, .refs = refs };

	p.limit = max > SIZE_MAX - b->len ? SIZE_MAX : b->len + max;
	plain_children(&p, n);
	while (b->len > p.start && b->s[b->len - 1] == ' ')
		buf_truncate(b, b->len - 1);
}

void
doc_plain(const struct doc *doc, uint32_t n, struct buf *b)
{
	gentext_plain(doc, n, SIZE_MAX, 1, b);
}

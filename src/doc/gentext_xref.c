/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "doc/doc.h"
#include "doc/gentext.h"
#include "doc/gentext_parts.h"

/* What can be said of what a reference leads to. */
struct subject {
	const struct doc *doc;
	enum lang lang;    /* of the place that refers */
	uint32_t node;     /* what is named: the target or what it is part of */
	struct buf number; /* "2.1" */
	struct buf label;  /* "Table 2.1" */
	struct buf title;
	int label_does; /* it goes without the title */
};

/* The parts of it that a style asks for. */
struct style {
	const char *template; /* or NULL, and then: */
	int label, number, name, title, quoted, abbrev;
};

static const char *
word_of(const struct subject *s, enum gentext id)
{
	return gentext_word(s->lang, id);
}

static void
add_plain(const struct subject *s, uint32_t n, struct buf *b)
{
	gentext_plain(s->doc, n, GENTEXT_XREF_MAX, 0, b);
}

/* A title is that of what it entitles, and a definition that of its entry. */
static uint32_t
subject_node(const struct doc *doc, uint32_t n)
{
	uint32_t up = doc_node(doc, n)->parent;
	enum elem_role role = doc_role(doc, n);

	if (up == DOC_NONE)
		return n;
	if (role == ROLE_TITLE || role == ROLE_SUBTITLE || role == ROLE_INFO ||
	    doc_node(doc, n)->elem == ELEM_TITLEABBREV)
		return doc_role(doc, up) == ROLE_INFO ? subject_node(doc, up)
						      : up;
	if ((role == ROLE_ITEM || role == ROLE_GLOSSDEF) &&
	    doc_role(doc, up) == ROLE_ENTRY)
		return up;
	if (role == ROLE_COREF && gentext_target(doc, n) != DOC_NONE)
		return gentext_target(doc, n);
	return n;
}

/* The number between `before` and `after` is all that names it. */
static void
name_by_number(struct subject *s, const char *before, const char *after)
{
	gentext_number(s->doc, s->node, &s->number);
	s->label_does = 1;
	if (s->number.len > 0)
		buf_printf(&s->label, "%s%s%s", before, s->number.s, after);
}

/* "[abbrev]" or "[id]". */
static void
name_book(struct subject *s)
{
	uint32_t abbrev = doc_child(s->doc, s->node, ELEM_ABBREV);
	const char *id = doc_attr(s->doc, s->node, ATTR_ID);
	struct buf text = BUF_INIT;

	if (abbrev != DOC_NONE)
		add_plain(s, abbrev, &text);
	if (text.len == 0 && id != NULL)
		buf_adds(&text, id);
	if (text.len > 0 && text.s[0] == '[')
		buf_adds(&s->title, text.s);
	else if (text.len > 0)
		buf_printf(&s->title, "[%s]", text.s);
	buf_release(&text);
}

/* "Q: 1.2", or the label that the author gives. */
static void
name_question(struct subject *s)
{
	const struct doc *doc = s->doc;
	int is_answer = doc_role(doc, s->node) == ROLE_ANSWER;
	uint32_t question = s->node, label;

	if (doc_node(doc, s->node)->elem == ELEM_QANDAENTRY)
		question = doc_child(doc, s->node, ELEM_QUESTION);
	label = question == DOC_NONE ? DOC_NONE
				     : doc_child(doc, question, ELEM_LABEL);
	if (label != DOC_NONE) {
		add_plain(s, label, &s->label);
		s->label_does = 1;
		return;
	}
	name_by_number(
	    s, word_of(s, is_answer ? GENTEXT_ANSWER : GENTEXT_QUESTION), "");
	if (s->label.len > 0) {
		buf_reset(&s->label);
		buf_printf(&s->label, "%s %s",
		    word_of(s, is_answer ? GENTEXT_ANSWER : GENTEXT_QUESTION),
		    s->number.s);
	}
}

/* The children that are an `elem`, in a row. */
static void
name_by_children(struct subject *s, enum elem elem)
{
	uint32_t c;

	for (c = doc_first_child(s->doc, s->node);
	     c != DOC_NONE && s->title.len < GENTEXT_XREF_MAX;
	     c = doc_next(s->doc, c)) {
		if (doc_node(s->doc, c)->elem != elem)
			continue;
		if (s->title.len > 0)
			buf_adds(&s->title, ", ");
		add_plain(s, c, &s->title);
	}
}

/* The first element in it that is an `elem`. */
static void
name_by_part(struct subject *s, enum elem elem)
{
	uint32_t n = s->node, last = doc_node(s->doc, n)->last;

	while (n <= last && doc_node(s->doc, n)->elem != elem)
		n++;
	if (n <= last)
		add_plain(s, n, &s->title);
}

/* Its own words; those of a term in the form that the glossary has. */
static void
name_by_text(struct subject *s)
{
	const char *base = doc_attr(s->doc, s->node, ATTR_BASEFORM);

	if (base != NULL)
		buf_adds(&s->title, base);
	else
		add_plain(s, s->node, &s->title);
}

/* Divisions, figures and the like, steps: a name with a number, and a title. */
static void
name_formally(struct subject *s)
{
	const struct doc *doc = s->doc;
	const char *pattern = gentext_name_pattern(doc, s->node, s->lang);
	uint32_t title = gentext_title_node(doc, s->node);

	if (pattern != NULL)
		gentext_number(doc, s->node, &s->number);
	if (s->number.len > 0)
		gentext_expand(&s->label, pattern, s->number.s, "");
	s->label_does = doc_role(doc, s->node) == ROLE_STEP;
	if (title != DOC_NONE)
		add_plain(s, title, &s->title);
	else
		gentext_default_title(doc, s->node, &s->title);
}

static int
name_by_elem(struct subject *s)
{
	switch ((int)doc_node(s->doc, s->node)->elem) {
	case ELEM_QANDAENTRY:
	case ELEM_QUESTION:
	case ELEM_ANSWER:
		name_question(s);
		return 1;
	case ELEM_VARLISTENTRY:
		name_by_children(s, ELEM_TERM);
		return 1;
	case ELEM_GLOSSENTRY:
		name_by_children(s, ELEM_GLOSSTERM);
		return 1;
	case ELEM_PRODUCTION:
		name_by_children(s, ELEM_LHS);
		return 1;
	case ELEM_CMDSYNOPSIS:
		name_by_part(s, ELEM_COMMAND);
		return 1;
	case ELEM_FUNCSYNOPSIS:
	case ELEM_FUNCPROTOTYPE:
		name_by_part(s, ELEM_FUNCTION);
		return 1;
	case ELEM_TERM:
	case ELEM_BRIDGEHEAD:
		name_by_text(s);
		return 1;
	default:
		return 0;
	}
}

static void
name_by_role(struct subject *s)
{
	const struct doc *doc = s->doc;

	switch ((int)doc_role(doc, s->node)) {
	case ROLE_FOOTNOTE:
		name_by_number(s, "[", "]");
		return;
	case ROLE_CO:
	case ROLE_CALLOUT:
		name_by_number(s, "(", ")");
		return;
	case ROLE_ITEM:
		name_by_number(s, "", "");
		return;
	case ROLE_BIBLIOENTRY:
		name_book(s);
		return;
	default:
		break;
	}
	if (elem_info[doc_node(doc, s->node)->elem].class == CLASS_INLINE)
		name_by_text(s);
	else
		name_formally(s);
}

/* What bears a name that tells where something in it is. */
static int
is_landmark(const struct doc *doc, uint32_t n)
{
	size_t section;

	switch ((int)doc_role(doc, n)) {
	case ROLE_FIGURE:
	case ROLE_TABLE:
	case ROLE_EXAMPLE:
	case ROLE_EQUATION:
		return doc_node(doc, n)->ordinal > 0;
	default:
		return gentext_is_section(doc, n, &section);
	}
}

/* The target by itself, else by what it is in. */
static void
subject_find(struct subject *s, uint32_t target)
{
	const struct doc *doc = s->doc;

	s->node = subject_node(doc, target);
	if (!name_by_elem(s))
		name_by_role(s);
	while (s->label.len == 0 && s->title.len == 0 &&
	    doc_node(doc, s->node)->parent != DOC_NONE) {
		s->node = doc_node(doc, s->node)->parent;
		if (is_landmark(doc, s->node))
			name_formally(s);
	}
}

static int
is_word(const char *s, size_t len, const char *word)
{
	return strlen(word) == len && strncmp(s, word, len) == 0;
}

/* One word of a style; 0 if it is none. */
static int
style_word(struct style *st, const char *s, size_t len)
{
	static const char *const ignored[] = { "docname", "docnamelong",
		"nopage", "page", "pageabbrev", "pagenumber" };
	size_t i;

	for (i = 0; i < sizeof(ignored) / sizeof(*ignored); i++) {
		if (is_word(s, len, ignored[i]))
			return 1;
	}
	if (is_word(s, len, "label") || is_word(s, len, "notitle"))
		return st->label = 1;
	if (is_word(s, len, "labelnumber") || is_word(s, len, "number"))
		return st->number = 1;
	if (is_word(s, len, "labelname") || is_word(s, len, "name"))
		return st->name = 1;
	if (is_word(s, len, "title") || is_word(s, len, "nonumber"))
		return st->title = 1;
	if (is_word(s, len, "quotedtitle"))
		return st->title = st->quoted = 1;
	if (is_word(s, len, "titleabbrev") || is_word(s, len, "abbrev"))
		return st->title = st->abbrev = 1;
	return 0;
}

/* Behind "select:", where words that are none do no harm, or a style that is
 * but words. */
static int
style_words(struct style *st, const char *s, int strict)
{
	size_t len;

	for (s += strspn(s, " \t\n,"); *s != '\0'; s += strspn(s, " \t\n,")) {
		len = strcspn(s, " \t\n,");
		if (!style_word(st, s, len) && strict)
			return 0;
		s += len;
	}
	return 1;
}

/* Where `s` goes on behind a prefix, or NULL. */
static const char *
behind(const char *s, const char *prefix)
{
	size_t len = strlen(prefix);

	return strncmp(s, prefix, len) == 0 ? s + len + strspn(s + len, " \t\n")
					    : NULL;
}

/* Reads a style into `st`, all zero; 0 if it is none of ours. */
static int
style_read(struct style *st, const char *s)
{
	const char *rest;

	s += strspn(s, " \t\n");
	if ((rest = behind(s, "xrefstyle:")) != NULL)
		s = rest;
	if ((rest = behind(s, "template:")) != NULL)
		st->template = rest;
	else if ((rest = behind(s, "select:")) != NULL)
		return style_words(st, rest, 0);
	else if (strchr(s, '%') != NULL)
		st->template = s;
	else
		return style_words(st, s, 1);
	return 1;
}

/* The style of a reference; some authors put it in the role. */
static void
style_of(const struct doc *doc, uint32_t xref, struct style *st)
{
	const char *s = doc_attr(doc, xref, ATTR_XREFSTYLE);

	memset(st, 0, sizeof(*st));
	if (s == NULL)
		s = doc_attr(doc, xref, ATTR_ROLE);
	if (s != NULL && !style_read(st, s))
		memset(st, 0, sizeof(*st));
}

/* What a thing is called, without its number: "Chapter". */
static void
add_name(const struct subject *s, struct buf *b)
{
	const char *pattern = gentext_name_pattern(s->doc, s->node, s->lang);
	size_t start = b->len, n;

	if (pattern == NULL)
		return;
	gentext_expand(b, pattern, "", "");
	for (n = 0; b->s[start + n] == ' ' || b->s[start + n] == '.'; n++)
		;
	memmove(b->s + start, b->s + start + n, b->len - start - n);
	buf_truncate(b, b->len - n);
	while (b->len > start && b->s[b->len - 1] == ' ')
		buf_truncate(b, b->len - 1);
}

static void
add_title(const struct subject *s, const struct style *st, struct buf *b)
{
	uint32_t abbrev = st->abbrev
	    ? gentext_child(s->doc, s->node, ELEM_TITLEABBREV)
	    : DOC_NONE;

	if (abbrev != DOC_NONE)
		add_plain(s, abbrev, b);
	else
		buf_adds(b, s->title.s);
}

/* Name and title in the words of the language.  Where its pattern has quotes
 * of its own the title needs none. */
static void
add_both(const struct subject *s, const char *name, const char *title,
    int quoted, struct buf *b)
{
	const char *pattern = word_of(s, GENTEXT_NUMBER_TITLE);
	struct buf quote = BUF_INIT;

	if (quoted && (*name == '\0' || strstr(pattern, "%t")[2] == '\0')) {
		buf_printf(&quote, "%s%s%s", word_of(s, GENTEXT_QUOTE_OPEN),
		    title, word_of(s, GENTEXT_QUOTE_CLOSE));
		title = quote.s;
	}
	if (*name != '\0' && *title != '\0')
		gentext_expand(b, pattern, name, title);
	else
		buf_adds(b, *name != '\0' ? name : title);
	buf_release(&quote);
}

static void
add_default(const struct subject *s, struct buf *b)
{
	add_both(s, s->label.s,
	    s->label_does && s->label.len > 0 ? "" : s->title.s, 0, b);
}

/* The parts that the style selects; nothing where none is there. */
static void
add_selected(const struct subject *s, const struct style *st, struct buf *b)
{
	struct buf name = BUF_INIT, title = BUF_INIT;

	if (st->label || (st->name && st->number))
		buf_adds(&name, s->label.s);
	else if (st->number)
		buf_adds(&name, s->number.s);
	else if (st->name)
		add_name(s, &name);
	if (st->title)
		add_title(s, st, &title);
	if (name.len > 0 || title.len > 0)
		add_both(s, name.s, title.s, st->quoted && title.len > 0, b);
	buf_release(&name);
	buf_release(&title);
}

/* One letter behind a per cent sign. */
static void
add_letter(const struct subject *s, char letter, struct buf *b)
{
	switch (letter) {
	case 'c': /* content, as newer stylesheets call it */
	case 't':
		buf_adds(b, s->title.s);
		break;
	case 'l':
	case 'n':
		buf_adds(b, s->number.s);
		break;
	case '%':
		buf_addc(b, '%');
		break;
	default: /* pages, and documents of a set: there are none */
		break;
	}
}

static void
add_template(const struct subject *s, const char *t, struct buf *b)
{
	size_t before = b->len;
	const char *rest;

	for (; *t != '\0' && b->len - before < GENTEXT_XREF_MAX; t++) {
		if (*t != '%' || t[1] == '\0') {
			buf_addc(b, *t == '\n' || *t == '\t' ? ' ' : *t);
		} else if ((rest = behind(t, "%label")) != NULL) {
			buf_adds(b, s->label.s);
			t += strlen("%label") - 1;
		} else {
			add_letter(s, *++t, b);
		}
	}
	while (b->len > before && b->s[b->len - 1] == ' ')
		buf_truncate(b, b->len - 1);
}

static void
add_styled(const struct subject *s, uint32_t xref, struct buf *b)
{
	struct style st;

	style_of(s->doc, xref, &st);
	if (st.template != NULL)
		add_template(s, st.template, b);
	else
		add_selected(s, &st, b);
}

/* Adds `text`, cut to GENTEXT_XREF_MAX at a character. */
static void
add_cut(struct buf *b, const char *text)
{
	size_t len = strlen(text), n = len;

	if (n > GENTEXT_XREF_MAX) {
		n = GENTEXT_XREF_MAX;
		while (n > 0 && (text[n] & 0xc0) == 0x80)
			n--;
	}
	buf_add(b, text, n);
	if (n < len)
		buf_adds(b, "\u2026");
}

void
gentext_xref(
    const struct doc *doc, uint32_t target, uint32_t xref, struct buf *b)
{
	struct subject s = { .doc = doc,
		.number = BUF_INIT,
		.label = BUF_INIT,
		.title = BUF_INIT };
	const char *label = doc_attr(doc, target, ATTR_XREFLABEL);
	const char *endterm =
	    xref == DOC_NONE ? NULL : doc_attr(doc, xref, ATTR_ENDTERM);
	uint32_t term = endterm == NULL ? DOC_NONE : doc_find(doc, endterm);
	struct buf text = BUF_INIT;

	s.lang =
	    (enum lang)doc_node(doc, xref == DOC_NONE ? target : xref)->lang;
	if (term != DOC_NONE)
		add_plain(&s, term, &text);
	if (text.len == 0 && label != NULL)
		buf_adds(&text, label);
	if (text.len == 0)
		subject_find(&s, target);
	if (text.len == 0 && xref != DOC_NONE)
		add_styled(&s, xref, &text);
	if (text.len == 0)
		add_default(&s, &text);
	if (text.len == 0)
		buf_adds(&text, word_of(&s, GENTEXT_UNTITLED));
	add_cut(b, text.s);
	buf_release(&text);
	buf_release(&s.number);
	buf_release(&s.label);
	buf_release(&s.title);
}

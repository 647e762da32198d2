/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "doc/doc.h"
#include "doc/gentext.h"
#include "doc/gentext_parts.h"

/* The parts of a reference that its style asks for. */
struct style {
	const char *template; /* or NULL, and then: */
	int label, number, name, title, quoted, abbrev;
};

static const char *
word_of(const struct gentext_subject *s, enum gentext id)
{
	return gentext_word(s->lang, id);
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
add_name(const struct gentext_subject *s, struct buf *b)
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
add_title(
    const struct gentext_subject *s, const struct style *st, struct buf *b)
{
	uint32_t abbrev = st->abbrev
	    ? gentext_child(s->doc, s->node, ELEM_TITLEABBREV)
	    : DOC_NONE;

	if (abbrev != DOC_NONE)
		gentext_plain(s->doc, abbrev, GENTEXT_XREF_MAX, 0, b);
	else
		buf_adds(b, s->title.s);
}

/* Name and title in the words of the language.  Where its pattern has quotes
 * of its own the title needs none. */
static void
add_both(const struct gentext_subject *s, const char *name, const char *title,
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
add_default(const struct gentext_subject *s, struct buf *b)
{
	add_both(s, s->label.s,
	    s->label_does && s->label.len > 0 ? "" : s->title.s, 0, b);
}

/* The parts that the style selects; nothing where none is there. */
static void
add_selected(
    const struct gentext_subject *s, const struct style *st, struct buf *b)
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
add_letter(const struct gentext_subject *s, char letter, struct buf *b)
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
add_template(const struct gentext_subject *s, const char *t, struct buf *b)
{
	size_t before = b->len;

	while (*t != '\0' && b->len - before < GENTEXT_XREF_MAX) {
		size_t text = strcspn(t, "%");

		buf_add(b, t, text);
		t += text;
		if (behind(t, "%label") != NULL) {
			buf_adds(b, s->label.s);
			t += strlen("%label");
		} else if (t[0] == '%' && t[1] != '\0') {
			add_letter(s, t[1], b);
			t += 2;
		} else if (t[0] == '%') {
			buf_addc(b, *t++);
		}
	}
	while (b->len > before && b->s[b->len - 1] == ' ')
		buf_truncate(b, b->len - 1);
}

static void
add_styled(const struct gentext_subject *s, uint32_t xref, struct buf *b)
{
	struct style st;

	style_of(s->doc, xref, &st);
	if (st.template != NULL)
		add_template(s, st.template, b);
	else
		add_selected(s, &st, b);
}

/* Adds `text` in one line, cut to GENTEXT_XREF_MAX at a character. */
static void
add_cut(struct buf *b, const char *text)
{
	size_t len = strlen(text), n = len, at = b->len;

	if (n > GENTEXT_XREF_MAX) {
		n = GENTEXT_XREF_MAX;
		while (n > 0 && (text[n] & 0xc0) == 0x80)
			n--;
	}
	buf_add(b, text, n);
	for (; at < b->len; at++) {
		if (b->s[at] == '\n' || b->s[at] == '\t')
			b->s[at] = ' ';
	}
	if (n < len)
		buf_adds(b, "\u2026");
}

void
gentext_xref(
    const struct doc *doc, uint32_t target, uint32_t xref, struct buf *b)
{
	struct gentext_subject s;
	const char *label = doc_attr(doc, target, ATTR_XREFLABEL);
	const char *endterm =
	    xref == DOC_NONE ? NULL : doc_attr(doc, xref, ATTR_ENDTERM);
	uint32_t term = endterm == NULL ? DOC_NONE : doc_find(doc, endterm);
	struct buf text = BUF_INIT;

	gentext_subject_init(&s, doc,
	    (enum lang)doc_node(doc, xref == DOC_NONE ? target : xref)->lang);
	if (term != DOC_NONE)
		gentext_plain(doc, term, GENTEXT_XREF_MAX, 0, &text);
	if (text.len == 0 && label != NULL)
		buf_adds(&text, label);
	if (text.len == 0)
		gentext_subject_find(&s, target);
	if (text.len == 0 && xref != DOC_NONE)
		add_styled(&s, xref, &text);
	if (text.len == 0)
		add_default(&s, &text);
	if (text.len == 0)
		buf_adds(&text, word_of(&s, GENTEXT_UNTITLED));
	add_cut(b, text.s);
	buf_release(&text);
	gentext_subject_release(&s);
}

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "doc/biblio.h"
#include "doc/doc.h"
#include "doc/gentext.h"
#include "doc/gentext_parts.h"

static const char *
word_of(const struct gentext_subject *s, enum gentext id)
{
	return gentext_word(s->lang, id);
}

void
gentext_subject_init(
    struct gentext_subject *s, const struct doc *doc, enum lang lang)
{
	memset(s, 0, sizeof(*s));
	s->doc = doc;
	s->lang = lang;
	buf_init(&s->number);
	buf_init(&s->label);
	buf_init(&s->title);
}

void
gentext_subject_release(struct gentext_subject *s)
{
	buf_release(&s->number);
	buf_release(&s->label);
	buf_release(&s->title);
}

static void
subject_plain(const struct gentext_subject *s, uint32_t n, struct buf *b)
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
		return doc_role(doc, up) == ROLE_INFO &&
			doc_node(doc, up)->parent != DOC_NONE
		    ? doc_node(doc, up)->parent
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
name_by_number(struct gentext_subject *s, const char *before, const char *after)
{
	gentext_number(s->doc, s->node, &s->number);
	s->label_does = 1;
	if (s->number.len > 0)
		buf_printf(&s->label, "%s%s%s", before, s->number.s, after);
}

/* "[abbrev]" or "[id]". */
static void
name_book(struct gentext_subject *s)
{
	struct buf text = BUF_INIT;

	biblio_label(s->doc, s->node, &text);
	if (text.s[0] == '[')
		buf_adds(&s->title, text.s);
	else
		buf_printf(&s->title, "[%s]", text.s);
	buf_release(&text);
}

/* "Q: 1.2", or the label that the author gives. */
static void
name_question(struct gentext_subject *s)
{
	const struct doc *doc = s->doc;
	int is_answer = doc_role(doc, s->node) == ROLE_ANSWER;
	uint32_t question = s->node, label;

	if (doc_node(doc, s->node)->elem == ELEM_QANDAENTRY)
		question = gentext_child(doc, s->node, ELEM_QUESTION);
	label = question == DOC_NONE ? DOC_NONE
				     : gentext_child(doc, question, ELEM_LABEL);
	if (label != DOC_NONE) {
		subject_plain(s, label, &s->label);
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
name_by_children(struct gentext_subject *s, enum elem elem)
{
	uint32_t c = doc_first_child(s->doc, s->node);
	int i;

	for (i = 0; c != DOC_NONE && i < GENTEXT_NEAR; i++) {
		if (doc_node(s->doc, c)->elem == elem) {
			if (s->title.len > 0)
				buf_adds(&s->title, ", ");
			subject_plain(s, c, &s->title);
		}
		c = doc_next(s->doc, c);
	}
}

/* The first element in it that is an `elem`. */
static void
name_by_part(struct gentext_subject *s, enum elem elem)
{
	uint32_t n = s->node, last = doc_node(s->doc, n)->last;

	if (last - n > GENTEXT_NEAR)
		last = n + GENTEXT_NEAR;
	while (n <= last && doc_node(s->doc, n)->elem != elem)
		n++;
	if (n <= last)
		subject_plain(s, n, &s->title);
}

/* Its own words; those of a term in the form that the glossary has. */
static void
name_by_text(struct gentext_subject *s)
{
	const char *base = doc_attr(s->doc, s->node, ATTR_BASEFORM);

	if (base != NULL)
		buf_adds(&s->title, base);
	else
		subject_plain(s, s->node, &s->title);
}

/* Divisions, figures and the like, steps: a name with a number, and a title. */
static void
name_formally(struct gentext_subject *s)
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
		subject_plain(s, title, &s->title);
	else if (doc_role(doc, s->node) != ROLE_ADMONITION)
		gentext_default_title(doc, s->node, &s->title);
}

static int
name_by_elem(struct gentext_subject *s)
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
name_by_role(struct gentext_subject *s)
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
void
gentext_subject_find(struct gentext_subject *s, uint32_t target)
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

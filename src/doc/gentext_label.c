/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "doc/doc.h"
#include "doc/gentext.h"
#include "doc/gentext_parts.h"
#include "doc/numeration.h"

enum { PATH_MAX_PARTS = 32 }; /* deeper lists are numbered from there */

void
gentext_expand(
    struct buf *b, const char *pattern, const char *number, const char *title)
{
	for (; *pattern != '\0'; pattern++) {
		if (pattern[0] == '%' && pattern[1] == 'n') {
			buf_adds(b, number);
			pattern++;
		} else if (pattern[0] == '%' && pattern[1] == 't') {
			buf_adds(b, title);
			pattern++;
		} else {
			buf_addc(b, *pattern);
		}
	}
}

int
gentext_is_section(const struct doc *doc, uint32_t n, size_t *section)
{
	if (elem_info[doc_node(doc, n)->elem].class != CLASS_DIVISION ||
	    doc_sections(doc) == 0)
		return 0;
	*section = doc_section_of(doc, n);
	return doc_section(doc, *section)->node == n;
}

/* The child among the first that is an `elem`. */
static uint32_t
child_near(const struct doc *doc, uint32_t n, enum elem elem)
{
	uint32_t c = doc_first_child(doc, n);
	int i;

	for (i = 0; c != DOC_NONE && i < GENTEXT_NEAR; i++) {
		if (doc_node(doc, c)->elem == elem)
			return c;
		c = doc_next(doc, c);
	}
	return DOC_NONE;
}

uint32_t
gentext_child(const struct doc *doc, uint32_t n, enum elem elem)
{
	uint32_t c = doc_first_child(doc, n), found = child_near(doc, n, elem);
	int i;

	for (i = 0; c != DOC_NONE && found == DOC_NONE && i < GENTEXT_NEAR;
	     i++) {
		if (doc_role(doc, c) == ROLE_INFO)
			found = child_near(doc, c, elem);
		c = doc_next(doc, c);
	}
	return found;
}

uint32_t
gentext_title_node(const struct doc *doc, uint32_t n)
{
	uint32_t title;
	size_t s;

	if (gentext_is_section(doc, n, &s))
		return doc_section(doc, s)->title;
	title = gentext_child(doc, n, ELEM_TITLE);
	/* A table of HTML is entitled by its caption. */
	if (title == DOC_NONE && doc_node(doc, n)->elem == ELEM_TABLE)
		title = gentext_child(doc, n, ELEM_CAPTION);
	return title;
}

/* What a kind of thing is called; GENTEXT_COUNT: nothing. */
static enum gentext
name_word(const struct doc *doc, uint32_t n)
{
	switch ((int)doc_role(doc, n)) {
	case ROLE_PART:
		return GENTEXT_PART;
	case ROLE_REFERENCE:
		return GENTEXT_REFERENCE;
	case ROLE_CHAPTER:
		return GENTEXT_CHAPTER;
	case ROLE_APPENDIX:
		return GENTEXT_APPENDIX;
	case ROLE_SECTION:
		return GENTEXT_SECTION;
	case ROLE_FIGURE:
		return GENTEXT_FIGURE;
	case ROLE_TABLE:
		return GENTEXT_TABLE;
	case ROLE_EXAMPLE:
		return GENTEXT_EXAMPLE;
	case ROLE_EQUATION:
		return GENTEXT_EQUATION;
	case ROLE_STEPS:
		return GENTEXT_PROCEDURE;
	case ROLE_STEP:
		return GENTEXT_STEP;
	default:
		return GENTEXT_COUNT;
	}
}

const char *
gentext_name_pattern(const struct doc *doc, uint32_t n, enum lang lang)
{
	enum gentext word = name_word(doc, n);

	return word == GENTEXT_COUNT ? NULL : gentext_word(lang, word);
}

/* "2." for what stands in chapter 2; nothing in an article. */
static void
add_chapter(const struct doc *doc, uint32_t n, struct buf *b)
{
	size_t s = doc_sections(doc) == 0 ? 0 : doc_section_of(doc, n);
	size_t before = b->len;

	for (; s < doc_sections(doc); s = doc_section(doc, s)->parent) {
		enum elem_role role = doc_role(doc, doc_section(doc, s)->node);

		if (role == ROLE_CHAPTER || role == ROLE_APPENDIX)
			doc_label(doc, s, b);
		if (b->len > before)
			buf_addc(b, '.');
		if (s == 0 || role == ROLE_CHAPTER || role == ROLE_APPENDIX ||
		    role == ROLE_ARTICLE)
			break;
	}
}

static void
add_object(const struct doc *doc, uint32_t n, struct buf *b)
{
	uint32_t ordinal = doc_node(doc, n)->ordinal;

	if (ordinal == 0)
		return;
	add_chapter(doc, n, b);
	buf_printf(b, "%u", ordinal);
}

static int
is_numbered_item(const struct doc *doc, uint32_t n)
{
	enum elem_role role = doc_role(doc, n);
	uint32_t list = doc_node(doc, n)->parent;

	return role == ROLE_STEP ||
	    (role == ROLE_ITEM && list != DOC_NONE &&
		doc_role(doc, list) == ROLE_ORDERED);
}

/* The item of the list around that n's list stands in. */
static uint32_t
item_around(const struct doc *doc, uint32_t n)
{
	uint32_t up = doc_node(doc, n)->parent;

	while (up != DOC_NONE &&
	    elem_info[doc_node(doc, up)->elem].class != CLASS_DIVISION &&
	    doc_role(doc, up) != ROLE_FOOTNOTE) {
		if (is_numbered_item(doc, up))
			return up;
		up = doc_node(doc, up)->parent;
	}
	return DOC_NONE;
}

/* Does the number of an item hold that of the item around already? */
static int
inherits(const struct doc *doc, uint32_t n)
{
	uint32_t list = doc_node(doc, n)->parent;
	const char *inherit =
	    list == DOC_NONE ? NULL : doc_attr(doc, list, ATTR_INHERITNUM);

	return inherit != NULL && strcmp(inherit, "inherit") == 0;
}

/* "2.b": the numbers of the items around, too. */
static void
add_item(const struct doc *doc, uint32_t n, struct buf *b)
{
	uint32_t path[PATH_MAX_PARTS];
	size_t i = 0;

	while (n != DOC_NONE && i < PATH_MAX_PARTS) {
		path[i++] = n;
		n = inherits(doc, n) ? DOC_NONE : item_around(doc, n);
	}
	while (i-- > 0) {
		numeration_item(doc, path[i], b);
		if (i > 0)
			buf_addc(b, '.');
	}
}

/* "1.2": the second question of the first part of a set. */
static void
add_question(const struct doc *doc, uint32_t n, struct buf *b)
{
	uint32_t path[PATH_MAX_PARTS], up = n;
	size_t i = 0;

	if (doc_role(doc, n) == ROLE_QUESTION ||
	    doc_role(doc, n) == ROLE_ANSWER)
		up = doc_node(doc, n)->parent;
	while (up != DOC_NONE && doc_node(doc, up)->ordinal > 0 &&
	    i < PATH_MAX_PARTS &&
	    (i == 0 || doc_role(doc, up) == ROLE_QANDADIV)) {
		path[i++] = up;
		up = doc_node(doc, up)->parent;
	}
	while (i-- > 0)
		buf_printf(b, "%u%s", doc_node(doc, path[i])->ordinal,
		    i > 0 ? "." : "");
}

static void
add_by_role(const struct doc *doc, uint32_t n, struct buf *b)
{
	switch ((int)doc_role(doc, n)) {
	case ROLE_FIGURE:
	case ROLE_TABLE:
	case ROLE_EXAMPLE:
	case ROLE_EQUATION:
	case ROLE_STEPS:
		add_object(doc, n, b);
		break;
	case ROLE_ITEM:
	case ROLE_STEP:
		if (is_numbered_item(doc, n))
			add_item(doc, n, b);
		break;
	case ROLE_CALLOUT:
		numeration_item(doc, n, b);
		break;
	case ROLE_CO:
	case ROLE_FOOTNOTE:
		if (doc_node(doc, n)->ordinal > 0)
			buf_printf(b, "%u", doc_node(doc, n)->ordinal);
		break;
	case ROLE_QANDADIV:
	case ROLE_QUESTION:
	case ROLE_ANSWER:
		add_question(doc, n, b);
		break;
	default:
		if (doc_node(doc, n)->elem == ELEM_QANDAENTRY)
			add_question(doc, n, b);
		break;
	}
}

void
gentext_number(const struct doc *doc, uint32_t n, struct buf *b)
{
	const char *label = doc_attr(doc, n, ATTR_LABEL);
	size_t section;

	if (gentext_is_section(doc, n, &section))
		doc_label(doc, section, b);
	else if (label != NULL)
		buf_adds(b, label);
	else if (!(doc_node(doc, n)->flags & NODE_HIDDEN))
		add_by_role(doc, n, b);
}

void
gentext_label(const struct doc *doc, uint32_t n, struct buf *b)
{
	struct buf number = BUF_INIT, name = BUF_INIT;
	enum lang lang = (enum lang)doc_node(doc, n)->lang;
	const char *pattern = gentext_name_pattern(doc, n, lang);

	if (doc_role(doc, n) == ROLE_ADMONITION) {
		gentext_expand(b, gentext_word(lang, GENTEXT_COLON), "",
		    gentext_admonition(doc, n));
		return;
	}
	/* The number of a step is its mark. */
	if (pattern != NULL && doc_role(doc, n) != ROLE_STEP)
		gentext_number(doc, n, &number);
	if (number.len > 0 && doc_role(doc, n) == ROLE_SECTION) {
		buf_adds(b, number.s);
	} else if (number.len > 0) {
		gentext_expand(&name, pattern, number.s, "");
		gentext_expand(
		    b, gentext_word(lang, GENTEXT_HEADING), name.s, "");
	}
	buf_release(&number);
	buf_release(&name);
}

int
gentext_optional(const struct doc *doc, uint32_t n, struct buf *b)
{
	const char *performance = doc_attr(doc, n, ATTR_PERFORMANCE);

	if (performance == NULL || strcmp(performance, "optional") != 0)
		return 0;
	buf_adds(b, gentext(doc, n, GENTEXT_OPTIONAL));
	return 1;
}

int
gentext_name(const struct doc *doc, uint32_t n, struct buf *b)
{
	struct buf number = BUF_INIT;
	enum lang lang = (enum lang)doc_node(doc, n)->lang;
	int named = 0;

	if (doc_node(doc, n)->ordinal == 0)
		return 0;
	switch ((int)doc_role(doc, n)) {
	case ROLE_FIGURE:
	case ROLE_TABLE:
	case ROLE_EXAMPLE:
	case ROLE_EQUATION:
		gentext_number(doc, n, &number);
		named =
		    number.len > 0 && gentext_title_node(doc, n) == DOC_NONE;
		break;
	default:
		break;
	}
	if (named)
		gentext_expand(
		    b, gentext_name_pattern(doc, n, lang), number.s, "");
	buf_release(&number);
	return named;
}

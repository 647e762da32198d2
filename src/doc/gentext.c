/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "doc/gentext.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "doc/doc.h"
#include "doc/numeration.h"

static const char *const words[GENTEXT_COUNT] = {
#define GENTEXT(id, text) [GENTEXT_##id] = text,
#include "doc/gentext.def"
#undef GENTEXT
};

const char *
gentext(enum gentext id)
{
	return words[id];
}

/* The generated title of a division by its element; GENTEXT_COUNT: none. */
static enum gentext
default_title(enum elem elem)
{
	switch ((int)elem) {
	case ELEM_PREFACE:
		return GENTEXT_PREFACE;
	case ELEM_DEDICATION:
		return GENTEXT_DEDICATION;
	case ELEM_COLOPHON:
		return GENTEXT_COLOPHON;
	case ELEM_ACKNOWLEDGEMENTS:
		return GENTEXT_ACKNOWLEDGEMENTS;
	case ELEM_GLOSSARY:
		return GENTEXT_GLOSSARY;
	case ELEM_BIBLIOGRAPHY:
		return GENTEXT_BIBLIOGRAPHY;
	case ELEM_INDEX:
	case ELEM_SETINDEX:
		return GENTEXT_INDEX;
	case ELEM_REFNAMEDIV:
		return GENTEXT_NAME;
	case ELEM_REFSYNOPSISDIV:
		return GENTEXT_SYNOPSIS;
	case ELEM_TOC:
		return GENTEXT_CONTENTS;
	case ELEM_LOT:
		return GENTEXT_LISTS;
	case ELEM_ABSTRACT:
		return GENTEXT_ABSTRACT;
	default:
		return GENTEXT_COUNT;
	}
}

int
gentext_has_default_title(const struct doc *doc, uint32_t n)
{
	size_t s;

	if (default_title((enum elem)doc_node(doc, n)->elem) == GENTEXT_COUNT)
		return 0;
	if (elem_info[doc_node(doc, n)->elem].class != CLASS_DIVISION)
		return doc_child(doc, n, ELEM_TITLE) == DOC_NONE;
	s = doc_section_of(doc, n);
	return doc_section(doc, s)->title == DOC_NONE;
}

void
gentext_section(const struct doc *doc, size_t section, struct buf *b)
{
	const struct section *s = doc_section(doc, section);
	enum gentext id;

	if (s->title != DOC_NONE) {
		doc_plain(doc, s->title, b);
		return;
	}
	id = default_title((enum elem)doc_node(doc, s->node)->elem);
	buf_adds(b, gentext(id == GENTEXT_COUNT ? GENTEXT_UNTITLED : id));
}

/* Appends `pattern` with `number` for %n and `title` for %t. */
static void
expand(
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

/* The pattern that names a thing by its number, NULL for what has none. */
static const char *
name_pattern(const struct doc *doc, uint32_t n)
{
	switch ((int)doc_role(doc, n)) {
	case ROLE_PART:
		return gentext(GENTEXT_PART);
	case ROLE_REFERENCE:
		return gentext(GENTEXT_REFERENCE);
	case ROLE_CHAPTER:
		return gentext(GENTEXT_CHAPTER);
	case ROLE_APPENDIX:
		return gentext(GENTEXT_APPENDIX);
	case ROLE_SECTION:
		return gentext(GENTEXT_SECTION);
	case ROLE_FIGURE:
		return gentext(GENTEXT_FIGURE);
	case ROLE_TABLE:
		return gentext(GENTEXT_TABLE);
	case ROLE_EXAMPLE:
		return gentext(GENTEXT_EXAMPLE);
	case ROLE_EQUATION:
		return gentext(GENTEXT_EQUATION);
	case ROLE_STEP:
		return gentext(GENTEXT_STEP);
	default:
		return NULL;
	}
}

/* "2.1" for the first table of chapter 2, "1" for that of an article. */
static void
object_number(const struct doc *doc, uint32_t n, struct buf *b)
{
	uint32_t ordinal = doc_node(doc, n)->ordinal;
	size_t s;

	if (ordinal == 0)
		return;
	for (s = doc_section_of(doc, n); s != 0;
	     s = doc_section(doc, s)->parent) {
		enum elem_role role = doc_role(doc, doc_section(doc, s)->node);

		if (role == ROLE_CHAPTER || role == ROLE_APPENDIX) {
			doc_label(doc, s, b);
			buf_addc(b, '.');
			break;
		}
	}
	buf_printf(b, "%u", ordinal);
}

static int
is_division(const struct doc *doc, uint32_t n)
{
	return elem_info[doc_node(doc, n)->elem].class == CLASS_DIVISION;
}

static void
number_of(const struct doc *doc, uint32_t n, struct buf *b)
{
	if (is_division(doc, n))
		doc_label(doc, doc_section_of(doc, n), b);
	else if (doc_role(doc, n) == ROLE_STEP)
		numeration_item(doc, n, b);
	else
		object_number(doc, n, b);
}

void
gentext_label(const struct doc *doc, uint32_t n, struct buf *b)
{
	struct buf number = BUF_INIT;
	const char *pattern = name_pattern(doc, n);

	if (pattern != NULL)
		number_of(doc, n, &number);
	if (number.len > 0 && doc_role(doc, n) == ROLE_SECTION) {
		buf_adds(b, number.s);
	} else if (number.len > 0) {
		expand(b, pattern, number.s, "");
		buf_addc(b, '.');
	}
	buf_release(&number);
}

const char *
gentext_admonition(const struct doc *doc, uint32_t n)
{
	switch ((int)doc_node(doc, n)->elem) {
	case ELEM_TIP:
		return gentext(GENTEXT_TIP);
	case ELEM_IMPORTANT:
		return gentext(GENTEXT_IMPORTANT);
	case ELEM_WARNING:
		return gentext(GENTEXT_WARNING);
	case ELEM_CAUTION:
		return gentext(GENTEXT_CAUTION);
	case ELEM_DANGER:
		return gentext(GENTEXT_DANGER);
	default:
		return gentext(GENTEXT_NOTE);
	}
}

/* The title element of a thing: its own or the one in its info. */
static uint32_t
title_of(const struct doc *doc, uint32_t n)
{
	uint32_t c;

	if (is_division(doc, n))
		return doc_section(doc, doc_section_of(doc, n))->title;
	for (c = doc_first_child(doc, n); c != DOC_NONE; c = doc_next(doc, c)) {
		if (doc_role(doc, c) == ROLE_TITLE ||
		    doc_role(doc, c) == ROLE_TERM)
			return c;
		if (doc_role(doc, c) == ROLE_INFO &&
		    doc_child(doc, c, ELEM_TITLE) != DOC_NONE)
			return doc_child(doc, c, ELEM_TITLE);
	}
	return DOC_NONE;
}

static void
add_title(const struct doc *doc, uint32_t n, struct buf *b)
{
	uint32_t title = title_of(doc, n);

	if (title != DOC_NONE)
		doc_plain(doc, title, b);
	else if (is_division(doc, n))
		gentext_section(doc, doc_section_of(doc, n), b);
}

static void
number_and_title(const struct doc *doc, uint32_t n, struct buf *b)
{
	struct buf number = BUF_INIT, name = BUF_INIT, title = BUF_INIT;
	const char *pattern = name_pattern(doc, n);

	if (pattern != NULL)
		number_of(doc, n, &number);
	if (number.len > 0)
		expand(&name, pattern, number.s, "");
	add_title(doc, n, &title);
	if (name.len > 0 && title.len > 0)
		expand(b, gentext(GENTEXT_NUMBER_TITLE), name.s, title.s);
	else
		buf_adds(b, name.len > 0 ? name.s : title.s);
	buf_release(&number);
	buf_release(&name);
	buf_release(&title);
}

void
gentext_xref(
    const struct doc *doc, uint32_t target, uint32_t xref, struct buf *b)
{
	const char *endterm =
	    xref == DOC_NONE ? NULL : doc_attr(doc, xref, ATTR_ENDTERM);
	const char *label = doc_attr(doc, target, ATTR_XREFLABEL);
	uint32_t term = endterm == NULL ? DOC_NONE : doc_find(doc, endterm);
	size_t before = b->len;

	if (term != DOC_NONE)
		doc_plain(doc, term, b);
	else if (label != NULL)
		buf_adds(b, label);
	else
		number_and_title(doc, target, b);
	/* A paragraph or an anchor has no name: the section that it is in. */
	if (b->len == before)
		number_and_title(doc,
		    doc_section(doc, doc_section_of(doc, target))->node, b);
}

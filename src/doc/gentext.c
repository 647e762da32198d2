/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "doc/gentext.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "doc/doc.h"
#include "doc/gentext_parts.h"

enum {
	WORDS_MAX = 40, /* [byte] that stand for a title */
	UNITS_MAX = 10, /* in which they are looked for */
};

/* The words of a group stand in the order of gentext.def, so it is enough to
 * name the first. */
#define GROUP(lang, first, ...) [LANG_##lang][GENTEXT_##first] = __VA_ARGS__,
#define DIVISIONS(lang, ...)    GROUP(lang, PART, __VA_ARGS__)
#define OBJECTS(lang, ...)      GROUP(lang, FIGURE, __VA_ARGS__)
#define PATTERNS(lang, ...)     GROUP(lang, NUMBER_TITLE, __VA_ARGS__)
#define QUOTES(lang, ...)       GROUP(lang, QUOTE_OPEN, __VA_ARGS__)
#define ADMONITIONS(lang, ...)  GROUP(lang, NOTE, __VA_ARGS__)
#define FRONT(lang, ...)        GROUP(lang, ABSTRACT, __VA_ARGS__)
#define BACK(lang, ...)         GROUP(lang, GLOSSARY, __VA_ARGS__)
#define LISTS(lang, ...)        GROUP(lang, CONTENTS, __VA_ARGS__)
#define LABELS(lang, ...)       GROUP(lang, QUESTION, __VA_ARGS__)
#define CREDITS(lang, ...)      GROUP(lang, EDITED_BY, __VA_ARGS__)
#define TASK(lang, ...)         GROUP(lang, SUMMARY, __VA_ARGS__)
#define MESSAGE(lang, ...)      GROUP(lang, LEVEL, __VA_ARGS__)
#define CHOICE(lang, ...)       GROUP(lang, AND, __VA_ARGS__)
#define OTHERS(lang, ...)       GROUP(lang, IMAGE, __VA_ARGS__)

/* NULL where a language lacks a word; English lacks none. */
static const char *const words[LANG_COUNT][GENTEXT_COUNT] = {
#define GENTEXT(id, text) [LANG_EN][GENTEXT_##id] = (text),
#include "doc/gentext.def"
#undef GENTEXT
#include "doc/lang_latin.def"
#include "doc/lang_other.def"
};

const char *
gentext_own_word(enum lang lang, enum gentext id)
{
	return words[lang][id];
}

const char *
gentext_word(enum lang lang, enum gentext id)
{
	while (words[lang][id] == NULL)
		lang = lang_parent(lang);
	return words[lang][id];
}

void
gentext_colon(const struct doc *doc, uint32_t n, enum gentext id, struct buf *b)
{
	gentext_expand(
	    b, gentext(doc, n, GENTEXT_COLON), "", gentext(doc, n, id));
}

const char *
gentext(const struct doc *doc, uint32_t n, enum gentext id)
{
	return gentext_word((enum lang)doc_node(doc, n)->lang, id);
}

/* The words that entitle elements without a title of their own; where there is
 * none, GENTEXT_PART, which is no title. */
static const uint8_t title_words[ELEM_COUNT] = {
	[ELEM_ABSTRACT] = GENTEXT_ABSTRACT,
	[ELEM_ACKNOWLEDGEMENTS] = GENTEXT_ACKNOWLEDGEMENTS,
	[ELEM_BIBLIOGRAPHY] = GENTEXT_BIBLIOGRAPHY,
	[ELEM_CAUTION] = GENTEXT_CAUTION,
	[ELEM_COLOPHON] = GENTEXT_COLOPHON,
	[ELEM_DANGER] = GENTEXT_DANGER,
	[ELEM_DEDICATION] = GENTEXT_DEDICATION,
	[ELEM_GLOSSARY] = GENTEXT_GLOSSARY,
	[ELEM_IMPORTANT] = GENTEXT_IMPORTANT,
	[ELEM_INDEX] = GENTEXT_INDEX,
	[ELEM_LOT] = GENTEXT_CONTENTS,
	[ELEM_NOTE] = GENTEXT_NOTE,
	[ELEM_PREFACE] = GENTEXT_PREFACE,
	[ELEM_REFNAMEDIV] = GENTEXT_NAME,
	[ELEM_REFSYNOPSISDIV] = GENTEXT_SYNOPSIS,
	[ELEM_REVHISTORY] = GENTEXT_REVISION_HISTORY,
	[ELEM_SETINDEX] = GENTEXT_INDEX,
	[ELEM_TASKPREREQUISITES] = GENTEXT_PREREQUISITES,
	[ELEM_TASKRELATED] = GENTEXT_RELATED,
	[ELEM_TASKSUMMARY] = GENTEXT_SUMMARY,
	[ELEM_TIP] = GENTEXT_TIP,
	[ELEM_TOC] = GENTEXT_CONTENTS,
	[ELEM_WARNING] = GENTEXT_WARNING,
};

const char *
gentext_admonition(const struct doc *doc, uint32_t n)
{
	return gentext(
	    doc, n, (enum gentext)title_words[doc_node(doc, n)->elem]);
}

/* A list of titles says in its role what it lists. */
static enum gentext
list_title(const struct doc *doc, uint32_t n)
{
	const char *role = doc_attr(doc, n, ATTR_ROLE);

	if (role != NULL && strncmp(role, "figure", 6) == 0)
		return GENTEXT_FIGURES;
	if (role != NULL && strncmp(role, "table", 5) == 0)
		return GENTEXT_TABLES;
	if (role != NULL && strncmp(role, "example", 7) == 0)
		return GENTEXT_EXAMPLES;
	return GENTEXT_CONTENTS;
}

static enum gentext
title_word(const struct doc *doc, uint32_t n)
{
	enum gentext word = (enum gentext)title_words[doc_node(doc, n)->elem];

	return word == GENTEXT_CONTENTS ? list_title(doc, n) : word;
}

/* The first name that a reference page gives itself. */
static uint32_t
page_name(const struct doc *doc, uint32_t n)
{
	uint32_t names = gentext_child(doc, n, ELEM_REFNAMEDIV), name;

	if (names == DOC_NONE)
		return DOC_NONE;
	name = gentext_child(doc, names, ELEM_REFDESCRIPTOR);
	return name != DOC_NONE ? name
				: gentext_child(doc, names, ELEM_REFNAME);
}

int
gentext_default_title(const struct doc *doc, uint32_t n, struct buf *b)
{
	enum gentext word = title_word(doc, n);
	uint32_t name = DOC_NONE;

	if (doc_role(doc, n) == ROLE_REFENTRY)
		name = page_name(doc, n);
	if ((word == GENTEXT_PART && name == DOC_NONE) ||
	    gentext_title_node(doc, n) != DOC_NONE)
		return 0;
	if (name != DOC_NONE)
		gentext_plain(doc, name, GENTEXT_XREF_MAX, 0, b);
	else
		buf_adds(b, gentext(doc, n, word));
	return 1;
}

/* Appends the first words of a text, and dots. */
static void
add_words(const char *s, size_t len, struct buf *b)
{
	size_t n = len;

	if (len > WORDS_MAX) {
		for (n = WORDS_MAX; n > 0 && s[n] != ' '; n--)
			;
		if (n == 0)
			n = WORDS_MAX;
		while (n > 0 && (s[n] & 0xc0) == 0x80)
			n--;
	}
	buf_add(b, s, n);
	if (n < len)
		buf_adds(b, "\u2026");
}

/* The first text of a section, or NULL. */
static const struct unit *
first_text(const struct doc *doc, const struct section *s)
{
	const struct node *node = doc_node(doc, s->node);
	size_t i = doc_unit_at(doc, s->start), end = i + UNITS_MAX;

	for (; i < doc_units(doc) && i < end; i++) {
		const struct unit *u = doc_unit(doc, i);

		if (!(node->flags & NODE_OPEN) && u->node > node->last)
			return NULL;
		if (u->node > s->node && u->kind == UNIT_TEXT &&
		    u->end > u->start)
			return doc_role(doc, u->node) == ROLE_TITLE ? NULL : u;
	}
	return NULL;
}

void
gentext_section(const struct doc *doc, size_t section, struct buf *b)
{
	const struct section *s = doc_section(doc, section);
	const struct unit *u;
	size_t before = b->len;

	if (s->title != DOC_NONE)
		doc_plain(doc, s->title, b);
	else if (gentext_default_title(doc, s->node, b))
		return;
	if (b->len > before)
		return;
	u = first_text(doc, s);
	if (u != NULL)
		add_words(doc_text(doc) + u->start, u->end - u->start, b);
	else
		buf_adds(b, gentext(doc, s->node, GENTEXT_UNTITLED));
}

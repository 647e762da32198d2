/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "course/craft.h"

#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "doc/doc.h"
#include "quiz/bank.h"
#include "quiz/craft.h"

/* Divisions that hold no matter of their own to ask about. */
static int
is_apparatus(enum elem elem)
{
	static const enum elem apparatus[] = { ELEM_ACKNOWLEDGEMENTS,
		ELEM_BIBLIODIV, ELEM_BIBLIOGRAPHY, ELEM_COLOPHON,
		ELEM_DEDICATION, ELEM_GLOSSARY, ELEM_GLOSSDIV, ELEM_INDEX,
		ELEM_INDEXDIV, ELEM_SETINDEX };
	size_t i;

	for (i = 0; i < sizeof(apparatus) / sizeof(apparatus[0]); i++) {
		if (apparatus[i] == elem)
			return 1;
	}
	return 0;
}

/* 1 if a section follows that is part of this one. */
static int
has_sections(const struct doc *doc, size_t i)
{
	return i + 1 < doc_sections(doc) &&
	    doc_section(doc, i + 1)->parent == i;
}

/* 1 if it has text but its title. */
static int
has_text(const struct doc *doc, const struct section *s)
{
	uint32_t from =
	    s->title != DOC_NONE ? doc_node(doc, s->title)->end : s->start;

	return doc_node(doc, s->node)->end > from + 1;
}

static void
set_section(struct craft_section *out, struct arena *arena,
    const struct doc *doc, size_t i)
{
	const struct section *s = doc_section(doc, i);
	const struct node *node = doc_node(doc, s->node);
	struct buf title = BUF_INIT;

	if (s->title != DOC_NONE)
		doc_plain(doc, s->title, &title);
	out->title = arena_strdup(arena, title.s);
	out->place = (struct place){ doc_file(doc, node->file), (int)node->line,
		node->col };
	out->asks = !is_apparatus(node->elem) && !has_sections(doc, i) &&
	    has_text(doc, s);
	buf_release(&title);
}

/* For find_section, which gets it as a pointer that is not const. */
struct article {
	const struct doc *doc;
};

static size_t
find_section(void *ctx, const char *id, int *whole)
{
	const struct doc *doc = ((const struct article *)ctx)->doc;
	uint32_t n = doc_find(doc, id);
	size_t section;

	*whole = 0;
	if (n == DOC_NONE)
		return doc_sections(doc);
	section = doc_section_of(doc, n);
	*whole =
	    doc_section(doc, section)->node == n && has_sections(doc, section);
	return section;
}

void
course_craft(
    const struct doc *doc, const struct bank *bank, int whole, struct diags *d)
{
	struct article ctx = { doc };
	struct craft_article article = {
		.n = doc_sections(doc), .find = find_section, .ctx = &ctx
	};
	struct craft_section *section;
	struct arena arena;
	size_t i;

	arena_init(&arena);
	section = arena_array(&arena, article.n + 1, sizeof(*section));
	for (i = 0; i < article.n; i++) {
		set_section(&section[i], &arena, doc, i);
		section[i].asks = section[i].asks && whole;
	}
	article.section = section;
	craft_check(bank, &article, d);
	arena_release(&arena);
}

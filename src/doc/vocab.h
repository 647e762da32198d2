/* SPDX-License-Identifier: ISC */
/*
 * vocab.h - the words that a document names: index, glossary, first terms
 *
 * Layer doc: may include xml, text and base.  What the reader looks words up
 * in, completes them from, and ranks what was found by.
 */
#ifndef LECTERN_DOC_VOCAB_H
#define LECTERN_DOC_VOCAB_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/vec.h"

struct buf;
struct doc;

enum vocab_kind {
	VOCAB_GLOSSARY, /* a glossentry, or a term of a glossary list */
	VOCAB_FIRST,    /* a firstterm: where a word is introduced */
	VOCAB_INDEX,    /* an indexterm: "primary, secondary, tertiary" */
};

struct vocab_entry {
	const char *name;   /* as it is written */
	const char *folded; /* the same, folded (text/fold.h) */
	uint32_t node;      /* the element it is from */
	uint32_t kind;      /* enum vocab_kind */
};

struct vocab {
	VEC(struct vocab_entry) all; /* by folded name, kind, place */
	struct arena arena;
};

void vocab_init(struct vocab *t);
void vocab_release(struct vocab *t);

/* All terms of a complete document; of an index's term that comes again in a
 * section the first. */
void vocab_collect(struct vocab *t, const struct doc *doc);

/* 1 if entry `i` has the name of one before it, in the same section: a list of
 * places needs it no more. */
int vocab_is_repeat(const struct vocab *t, const struct doc *doc, size_t i);

/*
 * The entry that explains `word` (folded): of equal names the glossary's, else
 * the first term; without such, of names that differ from it by a plural's
 * ending; NULL if there is none.
 */
const struct vocab_entry *vocab_explain(
    const struct vocab *t, const char *word);

/* Appends what explains a term in one line: of a glossary entry its
 * definition, of a first term the paragraph that it stands in. */
void vocab_definition(
    const struct doc *doc, const struct vocab_entry *term, struct buf *out);

/* The element that explains it: the entry, or that paragraph. */
uint32_t vocab_explained_by(
    const struct doc *doc, const struct vocab_entry *term);

/* How much a place tells about what is named there, most first: a title, a term
 * of the glossary, any other text.  (Terms of the index are no text; where they
 * are listed they come behind titles.) */
enum vocab_rank { VOCAB_IN_TITLE, VOCAB_IN_GLOSSARY, VOCAB_IN_TEXT };
enum vocab_rank vocab_rank(const struct doc *doc, uint32_t at);

/* The innermost element that text offset `at` is in; DOC_NONE if none. */
uint32_t vocab_node_at(const struct doc *doc, uint32_t at);

#endif

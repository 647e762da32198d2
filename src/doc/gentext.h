/* SPDX-License-Identifier: ISC */
/*
 * gentext.h - text that stands in no document: labels, references, words
 *
 * Layer doc: may include xml, text and base.  All words are in gentext.def.
 */
#ifndef LECTERN_DOC_GENTEXT_H
#define LECTERN_DOC_GENTEXT_H

#include <stddef.h>
#include <stdint.h>

struct buf;
struct doc;

enum gentext {
#define GENTEXT(id, text) GENTEXT_##id,
#include "doc/gentext.def"
#undef GENTEXT
	GENTEXT_COUNT
};

const char *gentext(enum gentext id);

/*
 * Appends the title of a section as one line of plain text: the author's, or
 * the generated one of a preface, glossary ... without a title.
 */
void gentext_section(const struct doc *doc, size_t section, struct buf *b);

/* 1 when a section has no title of its own and gets a generated one. */
int gentext_has_default_title(const struct doc *doc, uint32_t n);

/*
 * Appends what stands before the title of node n: "Chapter 2." for divisions,
 * "1.2" for sections, "Table 3." for tables ...; nothing if it has no number.
 */
void gentext_label(const struct doc *doc, uint32_t n, struct buf *b);

/*
 * Appends the text of a reference to node `target`: what `xref` (an element
 * with linkend, or DOC_NONE) asks for by endterm, else the target's xreflabel,
 * else "Section 1.2, Title" or as much of that as there is.
 */
void gentext_xref(
    const struct doc *doc, uint32_t target, uint32_t xref, struct buf *b);

/* The word of an admonition by its element: "Warning". */
const char *gentext_admonition(const struct doc *doc, uint32_t n);

#endif

/* SPDX-License-Identifier: ISC */
/*
 * gentext.h - text that stands in no document: labels, references, words
 *
 * Layer doc: may include xml, text and base.  The words are in gentext.def
 * (English) and lang_*.def (the others).  Each is in the language of the place
 * where it is shown, which is the nearest xml:lang around that (struct node,
 * `lang`).
 */
#ifndef LECTERN_DOC_GENTEXT_H
#define LECTERN_DOC_GENTEXT_H

#include <stddef.h>
#include <stdint.h>

#include "doc/lang.h"

struct buf;
struct doc;

enum gentext {
#define GENTEXT(id, text) GENTEXT_##id,
#include "doc/gentext.def"
#undef GENTEXT
	GENTEXT_COUNT
};

/* A word in a language, or as its parents have it, in the end English. */
const char *gentext_word(enum lang lang, enum gentext id);

/* The same in the language of node n. */
const char *gentext(const struct doc *doc, uint32_t n, enum gentext id);

/* Appends that with the colon of the language: what it names follows. */
void gentext_colon(
    const struct doc *doc, uint32_t n, enum gentext id, struct buf *b);

/*
 * Appends the title of a section as one line of plain text: the author's, or
 * the generated one of a preface, glossary ... without a title; else the first
 * words of its text.
 */
void gentext_section(const struct doc *doc, size_t section, struct buf *b);

/*
 * Appends the generated title of node n and returns 1, if it is of a kind that
 * has one (a preface, a glossary, an abstract, a note ...) and has no title of
 * its own; else returns 0.
 */
int gentext_default_title(const struct doc *doc, uint32_t n, struct buf *b);

/*
 * Appends the number of node n, as its `label` or its place gives it: "2.1" of
 * a section or a table, "B" of an appendix, "2.b" of a step or an item of an
 * ordered list; nothing if it has none.
 */
void gentext_number(const struct doc *doc, uint32_t n, struct buf *b);

/*
 * Appends what stands before the title of node n: "Chapter 2." for divisions,
 * "1.2" for sections, "Table 3." for tables, "Note:" for admonitions ...;
 * nothing if it has no number.
 */
void gentext_label(const struct doc *doc, uint32_t n, struct buf *b);

/*
 * Appends what stands in place of the title of a figure, table, example or
 * equation that has a number but no title, and returns 1: "Equation 1.2"; else
 * returns 0.
 */
int gentext_name(const struct doc *doc, uint32_t n, struct buf *b);

/* Appends "(Optional)" and returns 1 where node n says that it need not be
 * done; else returns 0. */
int gentext_optional(const struct doc *doc, uint32_t n, struct buf *b);

/* The word of an admonition by its element: "Warning". */
const char *gentext_admonition(const struct doc *doc, uint32_t n);

/*
 * What node n refers to: its linkend, the first of its linkends, an href
 * "#id", or of an olink the targetptr where that is in this document.
 * DOC_NONE if that is nowhere, or n refers to nothing.
 */
uint32_t gentext_target(const struct doc *doc, uint32_t n);

/*
 * Appends the text of a reference to node `target`: what `xref` (an element
 * that refers to it, or DOC_NONE) asks for by endterm, else the target's
 * xreflabel, else as its xrefstyle says, else the usual: "Section 1.2, Title"
 * or as much of that as there is; of a term, a step or a page what names it;
 * of anything else the section that it is in.
 *
 * xrefstyle is that of the DocBook stylesheets: "select: label title",
 * "template: see %t (%n)", "%label (%c)", or one word of those that select:
 * takes.  Page numbers are left out: a terminal has no pages.  A text of more
 * than GENTEXT_XREF_MAX bytes is cut.
 */
enum { GENTEXT_XREF_MAX = 400 };
void gentext_xref(
    const struct doc *doc, uint32_t target, uint32_t xref, struct buf *b);

/*
 * Appends the text of element n that refers to something and has no text of
 * its own (xref, an empty link, olink, biblioref): that of its targets, or its
 * URL, or in brackets what it refers to and is not there.
 */
void gentext_reference(const struct doc *doc, uint32_t n, struct buf *b);

/*
 * What an inline element adds to its text: layout and doc_plain both go by it.
 * The strings live as long as the program.
 */
struct gentext_affix {
	const char *before, *after; /* of its text; "" for nothing */
	const char *between; /* NULL, or it is a row of elements: what stands
			      * between them in place of text of its own */
	int spaced;          /* a blank stands before it */
};

/* All of `a` for node n. */
void gentext_affix(const struct doc *doc, uint32_t n, struct gentext_affix *a);

/* The keys of a menu choice that are written before it, and shown behind: the
 * node, DOC_NONE if there are none, or nothing else. */
uint32_t gentext_leading_keys(const struct doc *doc, uint32_t choice);

/* 1 if something stands between the elements a and b of a row. */
int gentext_parted(const struct doc *doc, uint32_t a, uint32_t b);

/* The word between the last two elements of row n, where element b comes next:
 * "or"; NULL if what stands between all of them does. */
const char *gentext_choice(const struct doc *doc, uint32_t n, uint32_t b);

/*
 * What a block says before its text, the blank between them left out: "See
 * also", "Edited by", a dash; "" for nothing.
 */
const char *gentext_before(const struct doc *doc, uint32_t n);

#endif

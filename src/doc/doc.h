/* SPDX-License-Identifier: ISC */
/*
 * doc.h - the document model
 *
 * Layer doc: may include xml, text and base.
 *
 * A document is a tree of small nodes and one pool of text.  The text is in
 * document order, UTF-8, white space settled; a node is a range of it, and
 * what lies between the ranges of its children is its own.  So there are no
 * text nodes, and a place is one number: an offset in the pool.
 *
 * Nodes are numbered from 1 in document order: the descendants of n are
 * exactly the numbers in (n, node->last], its first child, if any, is n + 1,
 * and the sibling that follows, if any, is node->last + 1.
 *
 * While it is built (docbook.h) a document only grows: nodes, units, sections
 * and text already there do not change, but for the ends of elements that are
 * still open.  Numbers and offsets stay good for its life; pointers into its
 * arrays only until it next grows.
 */
#ifndef LECTERN_DOC_DOC_H
#define LECTERN_DOC_DOC_H

#include <stddef.h>
#include <stdint.h>

#include "doc/elem.h"

struct buf;
struct doc;

enum { DOC_NONE = 0 }; /* the number of no node */

enum node_flag {
	NODE_OPEN = 1 << 0,   /* its end has not come yet */
	NODE_HIDDEN = 1 << 1, /* not in the flow, nor anything in it */
	NODE_BLOCK = 1 << 2,  /* parts paragraphs (not so: part of one) */
};

struct node {
	uint16_t elem;    /* enum elem */
	uint8_t flags;    /* enum node_flag */
	uint8_t lang;     /* enum lang: its own, or that of what it is in */
	uint32_t parent;  /* DOC_NONE: the root */
	uint32_t last;    /* greatest number in it, its own if it has none */
	uint32_t start;   /* [byte] of its text ... */
	uint32_t end;     /* ... and behind it; so far, while it is open */
	uint32_t attrs;   /* doc_attr knows */
	uint32_t ordinal; /* its number: an item's in its list, a figure's in
			   * the chapter, the first line's of a listing ... */
	uint32_t line;    /* where its tag stands: from 1 ... */
	uint16_t col;     /* ... from 1, 65535 for all beyond ... */
	uint16_t file;    /* ... and which file: doc_file */
};

enum unit_kind {
	UNIT_TEXT,     /* a run of inline content: paragraph, title, term ... */
	UNIT_VERBATIM, /* the same, its blanks and newlines kept */
	UNIT_TABLE,    /* a whole table; `node` is the table */
	UNIT_MEDIA,    /* a picture without a text to stand for it */
	UNIT_TAIL,     /* no text: what layout writes at the end of `node` */
};

/*
 * What layout sets at a time.  Text units are numbered by where they begin;
 * those of a footnote follow the unit that has it, whose range they are in.
 */
struct unit {
	uint32_t node;       /* innermost element open where it begins */
	uint32_t first;      /* elements in it have numbers from this on */
	uint32_t start, end; /* [byte] */
	uint8_t kind;        /* enum unit_kind */
	uint8_t note;        /* 1: within a footnote */
};

/* A row of the contents: a division with its number and title. */
struct section {
	uint32_t node;
	uint32_t title;  /* node of its title, DOC_NONE: it has none (yet) */
	uint32_t parent; /* its section; the root, 0, is its own parent */
	uint32_t start;  /* [byte] */
	uint16_t depth;  /* 0 the root */
	uint16_t label;  /* enum label_kind */
	uint32_t number; /* among those counted with it; 0 unnumbered */
};

/* How a section's number is written. */
enum label_kind {
	LABEL_NONE,
	LABEL_ARABIC, /* 3; below a numbered section 2.3 */
	LABEL_LETTER, /* A, as an appendix has */
	LABEL_ROMAN,  /* III, as a part has */
};

void doc_free(struct doc *doc);

/* 1 once the whole document has been read (or all of it that there was). */
int doc_complete(const struct doc *doc);

/* 1 when the input broke off, or had a fault, before its end. */
int doc_broken(const struct doc *doc);

/* Where and why it did, "file.xml:12:3: not well-formed: ..."; NULL while
 * nothing is wrong. */
const char *doc_break(const struct doc *doc);

/* The text pool; no control characters but newline (and tab in listings). */
const char *doc_text(const struct doc *doc);
uint32_t doc_len(const struct doc *doc);

/* What the length may come to in the end, as far as can be foreseen. */
uint32_t doc_expected(const struct doc *doc);

/* Nodes 1 to doc_nodes. */
uint32_t doc_nodes(const struct doc *doc);
const struct node *doc_node(const struct doc *doc, uint32_t n);
uint32_t doc_first_child(const struct doc *doc, uint32_t n);
uint32_t doc_next(const struct doc *doc, uint32_t n);

/* The nearest of n and its ancestors that has `role`; DOC_NONE if none. */
uint32_t doc_ancestor(const struct doc *doc, uint32_t n, enum elem_role role);

/* The first child of n that is an `elem`; DOC_NONE if none. */
uint32_t doc_child(const struct doc *doc, uint32_t n, enum elem elem);

enum elem_role doc_role(const struct doc *doc, uint32_t n);

/* An attribute's value, or NULL; good as long as the document. */
const char *doc_attr(const struct doc *doc, uint32_t n, enum attr attr);

/* The node with an id (DocBook 4 or 5), the first if several; or DOC_NONE. */
uint32_t doc_find(const struct doc *doc, const char *id);

/*
 * What things are called where a reference gives no id: the id after all; a
 * term of the glossary (its glossentry; in any case and with any accents); an
 * entry of the bibliography by its abbrev; a reference page, "malloc(3)".
 */
enum called { CALLED_ID, CALLED_TERM, CALLED_CITED, CALLED_PAGE, CALLED_COUNT };

/* The node that the `len` bytes at `s` name, the first if several; or
 * DOC_NONE. */
uint32_t doc_called(
    const struct doc *doc, enum called called, const char *s, size_t len);

/* Path of a file that nodes came from, as messages should name it. */
const char *doc_file(const struct doc *doc, uint16_t file);

/* Units that are complete, in order; those within tables stand apart. */
size_t doc_units(const struct doc *doc);
const struct unit *doc_unit(const struct doc *doc, size_t i);
size_t doc_inner_units(const struct doc *doc);
const struct unit *doc_inner_unit(const struct doc *doc, size_t i);

/* The unit that offset `at` belongs to: it or the last before it. */
size_t doc_unit_at(const struct doc *doc, uint32_t at);

/* The first inner unit that begins at `at` or later. */
size_t doc_inner_unit_from(const struct doc *doc, uint32_t at);

/* Sections in document order; 0 is the document itself. */
size_t doc_sections(const struct doc *doc);
const struct section *doc_section(const struct doc *doc, size_t i);

/* The section that text offset `at` is in. */
size_t doc_section_at(const struct doc *doc, uint32_t at);

/* The innermost section that node n is in. */
size_t doc_section_of(const struct doc *doc, uint32_t n);

/* Appends the number of a section, "2.1" or "A"; nothing if unnumbered. */
void doc_label(const struct doc *doc, size_t section, struct buf *b);

/* Appends the text of a node in one line, without footnotes, index terms and
 * what else is not in the flow. */
void doc_plain(const struct doc *doc, uint32_t n, struct buf *b);

#endif

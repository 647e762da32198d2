/* SPDX-License-Identifier: ISC */
/*
 * context.h - what the elements around a unit do to it
 *
 * Layer layout, private to it.  Walking up from a unit to the root (or to the
 * table cell that it is set in) gives its margin: indents, list marks, bars;
 * its heading, if an element begins with it that has one; and the blank lines
 * above it.
 */
#ifndef LECTERN_LAYOUT_CONTEXT_H
#define LECTERN_LAYOUT_CONTEXT_H

#include <stdint.h>

#include "base/buf.h"

struct builder;
struct doc;
struct unit;

enum { MARGIN_DEPTH = 32, MARK_LEN = 24 };

/* One element's share of the margin. */
struct margin_part {
	uint32_t node;
	int cols;
	int bar;             /* 1: a vertical rule in its first column */
	char mark[MARK_LEN]; /* on the first line of the element, UTF-8 */
	unsigned style;      /* of the mark */
};

struct margin {
	struct margin_part part[MARGIN_DEPTH];
	int n;
	int cols;   /* of all parts */
	int hang;   /* more for lines after the first */
	int marked; /* the marks are still to be shown: first line */
};

enum heading {
	HEADING_NONE,
	HEADING_DOCUMENT, /* title of the whole */
	HEADING_1,        /* chapter, section of an article */
	HEADING_2,
	HEADING_3,
	HEADING_OBJECT, /* title of a table, example, admonition ... */
};

/* A line above a unit: the name of an element that begins with it and has no
 * title of its own, "Note" or "Glossary". */
struct lead {
	uint32_t node;
	enum heading heading;
	struct buf text;
};

enum { LEADS_MAX = 4 };

struct context {
	struct margin margin;
	enum heading heading; /* the unit is this kind of title */
	unsigned style;       /* of all its text */
	struct buf label;     /* stands before its text: "1.2", "Table 3." */
	struct lead lead[LEADS_MAX]; /* the innermost first */
	int leads;
	int gap; /* blank lines above */
};

/* Where a unit stands: units before it, and what is set as a whole. */
struct place {
	const struct doc *doc;
	const struct unit *unit;
	const struct unit *before; /* NULL: none */
	uint32_t root;             /* cell, or DOC_NONE: the document */
	int width;                 /* [col] */
	int ascii;
};

void context_init(struct context *c);
void context_release(struct context *c);

/* Fills in all of `c` for the unit at `p`. */
void context_find(struct context *c, const struct place *p);

/* The style of a heading's text. */
unsigned heading_style(enum heading heading);

/* Adds what stands left of a line to the open line, and forgets the marks. */
void margin_add(struct margin *m, struct builder *b);

/* Adds the blank lines, bars of elements that go on across them included. */
void context_gap(
    const struct context *c, const struct place *p, struct builder *b);

#endif

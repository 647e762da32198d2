/* SPDX-License-Identifier: ISC */
/*
 * context.h - what the elements around a unit do to it
 *
 * Layer layout, private to it.  Walking up from a unit to the root (or to the
 * table cell that it is set in) gives its margin (margin.h); its heading, if
 * an element begins with it that has one; and the blank lines above it.
 */
#ifndef LECTERN_LAYOUT_CONTEXT_H
#define LECTERN_LAYOUT_CONTEXT_H

#include <stdint.h>

#include "base/buf.h"
#include "doc/elem.h"
#include "layout/layout.h"
#include "layout/margin.h"

struct builder;
struct doc;
struct unit;

enum heading {
	HEADING_NONE,
	HEADING_DOCUMENT, /* title of the whole */
	HEADING_1,        /* chapter, section of an article */
	HEADING_2,
	HEADING_3,
	HEADING_OBJECT, /* title of a table, example, admonition ... */
};

/* An element that begins with the unit and is named on a line above it. */
struct lead {
	uint32_t node;
	enum heading heading; /* HEADING_OBJECT: no heading, just a word */
};

enum { LEADS_MAX = 4 };

struct context {
	struct margin margin;
	uint32_t block;       /* the nearest one around the unit */
	uint32_t step;        /* that its text begins, or DOC_NONE */
	enum heading heading; /* the unit is this kind of title */
	unsigned style;       /* of all its text */
	struct buf label;     /* stands before its text: "1.2", "Table 3." */
	struct lead lead[LEADS_MAX]; /* from the inside out */
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
	int nested;                /* tables that it is in */
	int ascii;
	enum layout_form form; /* of a table or listing */
};

void context_init(struct context *c);
void context_release(struct context *c);

/* Fills in all of `c` for the unit at `p`. */
void context_find(struct context *c, const struct place *p);

/* 1 when the unit at `p` is the first in node n, which is around it. */
int place_is_first_in(const struct place *p, uint32_t n);

/* The element that `title` is the title of; an info around it is passed. */
uint32_t context_titled(const struct doc *doc, uint32_t title);

/* The rank of the heading of node n; HEADING_OBJECT if it is no division. */
enum heading context_heading(const struct doc *doc, uint32_t n);
unsigned context_heading_style(enum heading heading);

/* The role of a node, ROLE_PLAIN for DOC_NONE. */
enum elem_role context_role(const struct doc *doc, uint32_t n);

/* Adds the blank lines, bars of elements that go on across them included. */
void context_gap(
    const struct context *c, const struct place *p, struct builder *b);

#endif

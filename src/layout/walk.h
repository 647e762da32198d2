/* SPDX-License-Identifier: ISC */
/*
 * walk.h - through the inline elements of a run
 *
 * Layer layout, private to it: inline.c walks, elements.c and links.c know
 * what each kind of element adds to its text, synopsis.c those of synopses.
 */
#ifndef LECTERN_LAYOUT_WALK_H
#define LECTERN_LAYOUT_WALK_H

#include <stdint.h>

#include "doc/elem.h"

struct doc;
struct inline_text;

/* The walk through one run. */
struct walk {
	struct inline_text *out;
	const struct doc *doc;
	uint32_t end; /* [byte] of the run */
};

/* What all text within an element has. */
struct look {
	unsigned style;
	uint32_t link;
};

/* Adds generated text. */
void walk_say(struct walk *w, const char *s, struct look look);

/* Adds the document's text [from, to). */
void walk_source(struct walk *w, uint32_t from, uint32_t to, struct look look);

/* Adds text that stands for the document's text [from, to). */
void walk_replace(struct walk *w, uint32_t from, uint32_t to, const char *s,
    struct look look);

/* A blank, unless there is one already or nothing is before it. */
void walk_space(struct walk *w);

/* Adds the text of node n and what its children make of theirs. */
void walk_children(struct walk *w, uint32_t n, struct look look);

/* Adds node n as its element wants it. */
void walk_node(struct walk *w, uint32_t n, struct look look);

/* The same for an element whose role is known and whose style is in `look`. */
void walk_element(
    struct walk *w, uint32_t n, enum elem_role role, struct look look);

/* The children that are elements, with `between` them; n's own text where it
 * has no elements. */
void walk_joined(
    struct walk *w, uint32_t n, struct look look, const char *between);

/* The children between two generated texts. */
void walk_wrapped(struct walk *w, uint32_t n, struct look look,
    const char *before, const char *after);

/* Elements that refer to something. */
void link_footnote(struct walk *w, uint32_t note, struct look look);
void link_footnoteref(struct walk *w, uint32_t n, struct look look);
void link_text(struct walk *w, uint32_t n, struct look look);
void link_glossterm(struct walk *w, uint32_t n, struct look look);
void link_see(struct walk *w, uint32_t n, struct look look);

/* Elements of synopses, and blocks that are one as a whole. */
void synopsis_arg(struct walk *w, uint32_t n, struct look look);
void synopsis_prototype(struct walk *w, uint32_t n, struct look look);
void synopsis_member(struct walk *w, uint32_t n, struct look look);
void synopsis_param(struct walk *w, uint32_t n, struct look look);

#endif

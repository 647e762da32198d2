/* SPDX-License-Identifier: ISC */
/*
 * walk.h - through the inline elements of a run
 *
 * Layer layout, private to it: inline.c walks; elements.c has the table of
 * what each kind of element adds to its text, links.c, synopsis.c, ebnf.c,
 * fields.c and math.c what takes more than a word for that.
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
	uint32_t first;  /* elements of the run have numbers from this on */
	uint32_t start;  /* [byte] of the run ... */
	uint32_t end;    /* ... and behind it */
	uint32_t before; /* in a row of a formula: what stands before */
	unsigned depth;  /* of elements in one another */
	int as_written;  /* 1: names and dates have their commas already */
	int lines;       /* 1: what is listed here is better put in lines */
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

/* The elements right below node n that are in the run; DOC_NONE: no more. */
uint32_t walk_first(const struct walk *w, uint32_t n);
uint32_t walk_next(const struct walk *w, uint32_t c);

/* What the run has of the text of node n. */
uint32_t walk_start(const struct walk *w, uint32_t n);
uint32_t walk_end(const struct walk *w, uint32_t n);

/* Adds the text of node n and what its children make of theirs. */
void walk_children(struct walk *w, uint32_t n, struct look look);

/* Adds node n as its element wants it. */
void walk_node(struct walk *w, uint32_t n, struct look look);

/* The same for an element whose role is known and whose style is in `look`. */
void walk_element(
    struct walk *w, uint32_t n, enum elem_role role, struct look look);

/* Adds all that is in the run, as it stands. */
void walk_run(struct walk *w, struct look look);

/* Adds the run of node n, a block: what it has before its text, and after. */
void walk_block(struct walk *w, uint32_t n, struct look look);

/* Adds what a block says before its text, and a blank. */
void walk_say_before(struct walk *w, uint32_t n, struct look look);

/* Adds what stands at the end of node n. */
void walk_tail(struct walk *w, uint32_t n, struct look look);

/* The children that are elements, with `between` them; n's own text where it
 * has no elements. */
void walk_joined(
    struct walk *w, uint32_t n, struct look look, const char *between);

/* The children between two generated texts. */
void walk_wrapped(struct walk *w, uint32_t n, struct look look,
    const char *before, const char *after);

/* Elements that refer to something. */
void link_annotations(struct walk *w, uint32_t n, struct look look);
void link_citation(struct walk *w, uint32_t n, struct look look);
void link_footnote(struct walk *w, uint32_t note, struct look look);
void link_footnoteref(struct walk *w, uint32_t n, struct look look);
void link_glossterm(struct walk *w, uint32_t n, struct look look);
void link_see(struct walk *w, uint32_t n, struct look look);
void link_nonterminal(struct walk *w, uint32_t n, struct look look);
void link_page(struct walk *w, uint32_t n, struct look look);
void link_text(struct walk *w, uint32_t n, struct look look);

/* Elements of synopses, and blocks that are one as a whole. */
void synopsis_arg(struct walk *w, uint32_t n, struct look look);
void synopsis_class(struct walk *w, uint32_t n, struct look look);
void synopsis_class_end(struct walk *w, uint32_t n, struct look look);
void synopsis_command(struct walk *w, uint32_t n, struct look look);
void synopsis_declaration(struct walk *w, uint32_t n, struct look look);
void synopsis_enumitem(struct walk *w, uint32_t n, struct look look);
void synopsis_fragment_ref(struct walk *w, uint32_t n, struct look look);
void synopsis_member(struct walk *w, uint32_t n, struct look look);
void synopsis_param(struct walk *w, uint32_t n, struct look look);
void synopsis_paramdef(struct walk *w, uint32_t n, struct look look);
void synopsis_prototype(struct walk *w, uint32_t n, struct look look);
void synopsis_union(struct walk *w, uint32_t n, struct look look);

/* Grammars. */
void ebnf_annotation(struct walk *w, uint32_t n, struct look look);
void ebnf_constraint(struct walk *w, uint32_t n, struct look look);
void ebnf_production(struct walk *w, uint32_t n, struct look look);
void ebnf_recap(struct walk *w, uint32_t n, struct look look);

/* What is not of DocBook: formulas, drawings. */
void math_element(struct walk *w, uint32_t n, struct look look);
void math_drawing(struct walk *w, uint32_t n, struct look look);

/* Rows of names, numbers and dates. */
void fields_biblioentry(struct walk *w, uint32_t n, struct look look);
void fields_biblioset(struct walk *w, uint32_t n, struct look look);
void fields_credit(struct walk *w, uint32_t n, struct look look);
void fields_glossentry(struct walk *w, uint32_t n, struct look look);
void fields_identifier(struct walk *w, uint32_t n, struct look look);
void fields_list(struct walk *w, uint32_t n, struct look look);
void fields_names(struct walk *w, uint32_t n, struct look look);
void fields_person(struct walk *w, uint32_t n, struct look look);
void fields_revision(struct walk *w, uint32_t n, struct look look);
void fields_sees(struct walk *w, uint32_t n, struct look look);
void fields_terms(struct walk *w, uint32_t n, struct look look);

#endif

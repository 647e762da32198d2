/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "doc/doc.h"
#include "doc/gentext.h"
#include "layout/inline.h"
#include "layout/walk.h"
#include "text/width.h"

enum {
	RECAP_MAX = 2000,   /* [byte] no more of a production is said again */
	SET_MAX = 200,      /* productions that are looked at ... */
	NAME_MAX_COLS = 20, /* [col] ... for names up to that */
};

/* The name of a production as wide as it is shown, 0 if it is too wide. */
static int
name_cols(const struct doc *doc, uint32_t production)
{
	uint32_t lhs = doc_child(doc, production, ELEM_LHS);
	const struct node *node;
	int cols;

	if (lhs == DOC_NONE)
		return 0;
	node = doc_node(doc, lhs);
	cols = text_width(doc_text(doc) + node->start, node->end - node->start);
	return cols > NAME_MAX_COLS ? 0 : cols;
}

/* What is missing to the widest name of the set, so that all go on below one
 * another. */
static int
name_room(const struct doc *doc, uint32_t production)
{
	int own = name_cols(doc, production), most = own, seen = 0, cols;
	uint32_t c;

	if (own == 0)
		return 0;
	for (c = doc_first_child(doc, doc_node(doc, production)->parent);
	     c != DOC_NONE && seen < SET_MAX; c = doc_next(doc, c), seen++) {
		cols =
		    doc_role(doc, c) == ROLE_PRODUCTION ? name_cols(doc, c) : 0;
		most = cols > most ? cols : most;
	}
	return most - own;
}

/* What stands below "::=" in further lines, set in by a little less. */
static void
derives(struct walk *w, uint32_t production, struct look look)
{
	int room = name_room(w->doc, production);

	for (; room > 0; room--)
		walk_say(w, " ", look);
	walk_say(w, " ::", look);
	w->out->hang = (uint32_t)w->out->text.len;
	walk_say(w, "= ", look);
}

void
ebnf_production(struct walk *w, uint32_t n, struct look look)
{
	uint32_t c;
	int rhs = 0;

	for (c = walk_first(w, n); c != DOC_NONE; c = walk_next(w, c)) {
		enum elem_role role = doc_role(w->doc, c);

		if (role == ROLE_RHS && rhs++ == 0)
			derives(w, n, look);
		else if (role == ROLE_RHS)
			walk_say(w, "\n| ", look);
		else
			walk_space(w);
		walk_node(w, c, look);
	}
}

void
ebnf_recap(struct walk *w, uint32_t n, struct look look)
{
	struct walk all = { .out = w->out, .doc = w->doc };
	uint32_t production = gentext_target(w->doc, n);
	char mark[16];

	if (production == DOC_NONE ||
	    doc_role(w->doc, production) != ROLE_PRODUCTION)
		return;
	all.first = production + 1;
	all.start = doc_node(w->doc, production)->start;
	all.end = doc_node(w->doc, production)->end;
	look.link = production;
	snprintf(
	    mark, sizeof(mark), "[%u] ", doc_node(w->doc, production)->ordinal);
	walk_say(w, mark, look);
	if (all.end - all.start > RECAP_MAX)
		all.end = all.start + RECAP_MAX;
	while (
	    all.end > all.start && (doc_text(w->doc)[all.end] & 0xc0) == 0x80)
		all.end--;
	ebnf_production(&all, production, look);
}

/* A remark in a grammar looks like one of a program. */
void
ebnf_annotation(struct walk *w, uint32_t n, struct look look)
{
	uint32_t parent = doc_node(w->doc, n)->parent;

	if (parent == DOC_NONE || doc_role(w->doc, parent) != ROLE_RHS) {
		walk_children(w, n, look);
		return;
	}
	walk_space(w);
	walk_wrapped(w, n, look, "/* ", " */");
}

/* Its text is the title of what it refers to. */
void
ebnf_constraint(struct walk *w, uint32_t n, struct look look)
{
	walk_space(w);
	walk_say(w, "[", look);
	link_text(w, n, look);
	walk_say(w, "]", look);
}

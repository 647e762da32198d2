/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "doc/doc.h"
#include "doc/gentext.h"
#include "layout/inline.h"
#include "layout/walk.h"

/* [byte] no more of a production is said again */
enum { RECAP_MAX = 2000 };

/* What stands below "::=" in further lines, set in by a little less. */
static void
derives(struct walk *w, struct look look)
{
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
			derives(w, look);
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

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "doc/doc.h"
#include "doc/gentext.h"
#include "layout/inline.h"
#include "layout/lines.h"
#include "layout/walk.h"
#include "text/rich.h"

/* An argument or a group of them: brackets by choice, dots by rep. */
void
synopsis_arg(struct walk *w, uint32_t n, struct look look)
{
	const char *choice = doc_attr(w->doc, n, ATTR_CHOICE);
	const char *rep = doc_attr(w->doc, n, ATTR_REP);
	int required = choice != NULL && strcmp(choice, "req") == 0;
	int plain = choice != NULL && strcmp(choice, "plain") == 0;

	walk_space(w);
	walk_say(w, plain ? "" : required ? "{" : "[", look);
	if (doc_role(w->doc, n) == ROLE_GROUP)
		walk_joined(w, n, look, " | ");
	else
		walk_children(w, n, look);
	walk_say(w, plain ? "" : required ? "}" : "]", look);
	if (rep != NULL && strcmp(rep, "repeat") == 0)
		walk_say(w, "...", look);
}

/* A function: its definition, and what it takes. */
void
synopsis_prototype(struct walk *w, uint32_t n, struct look look)
{
	uint32_t c;
	int params = 0;

	for (c = doc_first_child(w->doc, n); c != DOC_NONE;
	     c = doc_next(w->doc, c)) {
		enum elem_role role = doc_role(w->doc, c);

		if (doc_node(w->doc, c)->flags & NODE_HIDDEN)
			continue;
		if (role == ROLE_FUNCDEF || role == ROLE_SYNOPPART)
			walk_space(w);
		else
			walk_say(w, params++ == 0 ? "(" : ", ", look);
		walk_node(w, c, look);
	}
	walk_say(w, params == 0 ? "();" : ");", look);
}

static int
is_param(const struct doc *doc, uint32_t n)
{
	switch ((int)doc_node(doc, n)->elem) {
	case ELEM_METHODPARAM:
	case ELEM_VOID:
	case ELEM_VARARGS:
		return 1;
	default:
		return 0;
	}
}

/* Is a void the type of a method, and not its parameters? */
static int
is_void_type(const struct walk *w, uint32_t n)
{
	uint32_t c;

	for (c = doc_next(w->doc, n); c != DOC_NONE; c = doc_next(w->doc, c)) {
		if (doc_node(w->doc, c)->elem == ELEM_METHODNAME)
			return 1;
	}
	return 0;
}

/* What stands before part c of a method: its parameters are in brackets, the
 * exceptions behind "throws". */
static void
before_part(
    struct walk *w, uint32_t c, int *params, int *thrown, struct look look)
{
	enum elem elem = (enum elem)doc_node(w->doc, c)->elem;

	if (is_param(w->doc, c) && !is_void_type(w, c)) {
		walk_say(w, (*params)++ == 0 ? "(" : ", ", look);
	} else if (elem != ELEM_EXCEPTIONNAME) {
		walk_space(w);
	} else if ((*thrown)++ == 0) {
		walk_say(w, *params == 0 ? "() throws " : ") throws ", look);
	} else {
		walk_say(w, ", ", look);
	}
}

/* A method or field of a class: modifiers, type, name, what it takes. */
void
synopsis_member(struct walk *w, uint32_t n, struct look look)
{
	int is_field = doc_node(w->doc, n)->elem == ELEM_FIELDSYNOPSIS;
	int params = 0, thrown = 0;
	uint32_t c;

	for (c = doc_first_child(w->doc, n); c != DOC_NONE;
	     c = doc_next(w->doc, c)) {
		if (is_field)
			walk_space(w);
		else
			before_part(w, c, &params, &thrown, look);
		walk_node(w, c, look);
	}
	if (!is_field && thrown == 0)
		walk_say(w, params == 0 ? "()" : ")", look);
	walk_say(w, ";", look);
}

/* A parameter of a method: modifiers, type, name. */
void
synopsis_param(struct walk *w, uint32_t n, struct look look)
{
	uint32_t c, first = doc_first_child(w->doc, n);

	for (c = first; c != DOC_NONE; c = doc_next(w->doc, c)) {
		if (c != first)
			walk_space(w);
		walk_node(w, c, look);
	}
	if (first == DOC_NONE)
		walk_children(w, n, look);
}

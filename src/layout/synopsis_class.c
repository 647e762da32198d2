/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "doc/doc.h"
#include "layout/inline.h"
#include "layout/synopsis_lang.h"
#include "layout/walk.h"

/* What is declared: "class", "interface", "enum". */
static const char *
keyword(const struct doc *doc, uint32_t n)
{
	const char *class = doc_attr(doc, n, ATTR_CLASS);
	const char *own = synopsis_lang(doc, n)->keyword;

	if (doc_node(doc, n)->elem == ELEM_ENUMSYNOPSIS)
		return "enum";
	if (own != NULL)
		return own;
	return class != NULL && strcmp(class, "interface") == 0 ? "interface"
								: "class";
}

/* A name in the head of a class; ELEM_NONE for what is none. */
static int
is_head_name(enum elem elem)
{
	return elem == ELEM_OOCLASS || elem == ELEM_OOINTERFACE ||
	    elem == ELEM_OOEXCEPTION || elem == ELEM_ENUMNAME;
}

/* What is declared, modifiers before the keyword. */
static void
own_name(struct walk *w, uint32_t n, uint32_t c, struct look look)
{
	uint32_t i;

	for (i = walk_first(w, c); i != DOC_NONE; i = walk_next(w, i)) {
		if (doc_node(w->doc, i)->elem != ELEM_MODIFIER)
			continue;
		walk_node(w, i, look);
		walk_say(w, " ", look);
	}
	walk_say(w, keyword(w->doc, n), look);
	for (i = walk_first(w, c); i != DOC_NONE; i = walk_next(w, i)) {
		if (doc_node(w->doc, i)->elem == ELEM_MODIFIER)
			continue;
		walk_say(w, " ", look);
		walk_node(w, i, look);
	}
	if (walk_first(w, c) == DOC_NONE) {
		walk_say(w, " ", look);
		walk_node(w, c, look);
	}
}

/* What stands before a name in the head that comes behind one of `last`;
 * ELEM_NONE: behind what is declared. */
static const char *
before_name(
    const struct synopsis_lang *language, enum elem elem, enum elem last)
{
	const char *word = language->extends;

	if (elem == last)
		return ", ";
	if (elem == ELEM_OOINTERFACE)
		word = language->implements;
	else if (elem == ELEM_OOEXCEPTION)
		word = language->excepts;
	/* Where one list is for all, what comes first begins it. */
	return last == ELEM_NONE && word[0] == ',' ? language->extends : word;
}

/* The head of a class: what it is called and what it comes from. */
void
synopsis_class(struct walk *w, uint32_t n, struct look look)
{
	const struct synopsis_lang *language = synopsis_lang(w->doc, n);
	enum elem last = ELEM_NONE;
	int names = 0;
	uint32_t c;

	for (c = walk_first(w, n); c != DOC_NONE; c = walk_next(w, c)) {
		enum elem elem = (enum elem)doc_node(w->doc, c)->elem;

		if (!is_head_name(elem)) {
			walk_space(w);
			walk_node(w, c, look);
			continue;
		}
		if (names++ == 0) {
			walk_space(w);
			own_name(w, n, c, look);
			continue;
		}
		walk_say(w, before_name(language, elem, last), look);
		last = elem;
		walk_node(w, c, look);
	}
	if (names > 0)
		walk_say(
		    w, names == 1 ? language->alone : language->open, look);
}

/* The items of an enumeration are parted by commas. */
void
synopsis_enumitem(struct walk *w, uint32_t n, struct look look)
{
	uint32_t c, next = doc_next(w->doc, n), about = DOC_NONE;

	for (c = walk_first(w, n); c != DOC_NONE; c = walk_next(w, c)) {
		if (doc_node(w->doc, c)->elem == ELEM_ENUMITEMDESCRIPTION) {
			about = c;
			continue;
		}
		walk_say(w,
		    doc_node(w->doc, c)->elem == ELEM_ENUMVALUE ? " = " : "",
		    look);
		walk_node(w, c, look);
	}
	if (next != DOC_NONE && doc_role(w->doc, next) == ROLE_ENUMITEM)
		walk_say(w, ",", look);
	if (about != DOC_NONE) {
		walk_say(w, "  // ", look);
		walk_node(w, about, look);
	}
}

void
synopsis_class_end(struct walk *w, uint32_t n, struct look look)
{
	uint32_t c;

	for (c = doc_first_child(w->doc, n); c != DOC_NONE;
	     c = doc_next(w->doc, c)) {
		if (!is_head_name((enum elem)doc_node(w->doc, c)->elem))
			continue;
		walk_say(w, synopsis_lang(w->doc, n)->close, look);
		return;
	}
}

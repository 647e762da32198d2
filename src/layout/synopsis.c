/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "doc/doc.h"
#include "doc/gentext.h"
#include "layout/inline.h"
#include "layout/lines.h"
#include "layout/synopsis_lang.h"
#include "layout/walk.h"
#include "text/rich.h"

static enum elem
elem_of(const struct walk *w, uint32_t n)
{
	return (enum elem)doc_node(w->doc, n)->elem;
}

static int
is_hidden(const struct walk *w, uint32_t n)
{
	return (doc_node(w->doc, n)->flags & NODE_HIDDEN) != 0;
}

static int
has_value(const struct walk *w, uint32_t n, enum attr attr, const char *value)
{
	const char *s = doc_attr(w->doc, n, attr);

	return s != NULL && strcmp(s, value) == 0;
}

/* What follows goes on below this place when the line is full. */
static void
hang_here(struct walk *w)
{
	w->out->hang = (uint32_t)w->out->text.len;
}

static enum elem_role
parent_role(const struct walk *w, uint32_t n)
{
	uint32_t parent = doc_node(w->doc, n)->parent;

	return parent == DOC_NONE ? ROLE_PLAIN : doc_role(w->doc, parent);
}

/* The members of a group are parted, and have no brackets of their own. */
static int
is_in_group(const struct walk *w, uint32_t n)
{
	return doc_role(w->doc, n) == ROLE_ARG &&
	    parent_role(w, n) == ROLE_GROUP;
}

/* What stands before part n of a command: a blank, or what the command says. */
static void
part_space(struct walk *w, uint32_t n)
{
	uint32_t parent = doc_node(w->doc, n)->parent;
	const char *sep =
	    parent == DOC_NONE ? NULL : doc_attr(w->doc, parent, ATTR_SEPCHAR);

	if (sep == NULL)
		walk_space(w);
	else
		walk_say(w, sep, (struct look){ STYLE_BODY, DOC_NONE });
}

/* An argument or a group of them: brackets by choice, dots by rep. */
void
synopsis_arg(struct walk *w, uint32_t n, struct look look)
{
	int required = has_value(w, n, ATTR_CHOICE, "req");
	int plain = has_value(w, n, ATTR_CHOICE, "plain") || is_in_group(w, n);

	/* "-D[name]" is written without a blank, and meant so. */
	if (parent_role(w, n) != ROLE_ARG)
		part_space(w, n);
	walk_say(w, plain ? "" : required ? "{" : "[", look);
	if (doc_role(w->doc, n) == ROLE_GROUP)
		walk_joined(w, n, look, " | ");
	else
		walk_children(w, n, look);
	walk_say(w, plain ? "" : required ? "}" : "]", look);
	if (has_value(w, n, ATTR_REP, "repeat"))
		walk_say(w, "...", look);
}

/* 1 if the blank from `at` to `end` gives way to what the command n says. */
static int
gives_way(const struct walk *w, uint32_t n, uint32_t at, uint32_t end)
{
	return end == at + 1 && doc_text(w->doc)[at] == ' ' &&
	    doc_attr(w->doc, n, ATTR_SEPCHAR) != NULL;
}

/* A command with its arguments; further lines begin behind its name. */
void
synopsis_command(struct walk *w, uint32_t n, struct look look)
{
	uint32_t c, at = walk_start(w, n);
	int hung = 0;

	for (c = walk_first(w, n); c != DOC_NONE; c = walk_next(w, c)) {
		const struct node *child = doc_node(w->doc, c);

		if (child->flags & NODE_HIDDEN)
			continue;
		if (!gives_way(w, n, at, child->start))
			walk_source(w, at, child->start, look);
		if (hung == 0 && w->out->text.len > 0 &&
		    elem_info[child->elem].role != ROLE_TEXT) {
			if (doc_attr(w->doc, n, ATTR_SEPCHAR) == NULL)
				walk_space(w);
			hang_here(w);
			hung = 1;
		}
		walk_node(w, c, look);
		at = child->end;
	}
	walk_source(w, at, walk_end(w, n), look);
}

/* The number of a part of a command that is told further down. */
void
synopsis_fragment_ref(struct walk *w, uint32_t n, struct look look)
{
	uint32_t fragment = gentext_target(w->doc, n);
	char mark[24];

	if (fragment != DOC_NONE &&
	    doc_role(w->doc, fragment) == ROLE_SYNOPFRAGMENT) {
		snprintf(mark, sizeof(mark), "(%u) ",
		    doc_node(w->doc, fragment)->ordinal);
		look.link = fragment;
		walk_space(w);
		walk_say(w, mark, look);
	}
	walk_children(w, n, look);
}

/* What stands before part `c` of a prototype that has had `params`; a word
 * behind the parameters is an attribute of it all.  Returns 1 for that. */
static int
before_prototype_part(struct walk *w, uint32_t c, int *params, struct look look)
{
	enum elem_role role = doc_role(w->doc, c);

	if (role != ROLE_FUNCDEF && role != ROLE_SYNOPPART) {
		walk_say(w, *params == 0 ? "(" : ", ", look);
		if ((*params)++ == 0)
			hang_here(w);
		return 0;
	}
	if (*params > 0)
		walk_say(w, ")", look);
	walk_space(w);
	return *params > 0;
}

static int
begins_with(const struct walk *w, uint32_t n, const char *word)
{
	const struct node *node = doc_node(w->doc, n);
	size_t len = strlen(word);

	return node->end - node->start >= len &&
	    memcmp(doc_text(w->doc) + node->start, word, len) == 0;
}

/* A function or a macro: its definition, and what it takes. */
void
synopsis_prototype(struct walk *w, uint32_t n, struct look look)
{
	int macro = elem_of(w, n) == ELEM_MACROPROTOTYPE;
	int params = 0, closed = 0;
	uint32_t c;

	walk_say(
	    w, macro && !begins_with(w, n, "#define") ? "#define" : "", look);
	for (c = walk_first(w, n); c != DOC_NONE; c = walk_next(w, c)) {
		if (is_hidden(w, c))
			continue;
		if (closed)
			walk_space(w);
		else
			closed = before_prototype_part(w, c, &params, look);
		walk_node(w, c, look);
	}
	if (!closed)
		walk_say(w, params == 0 ? "()" : ")", look);
	walk_say(w, macro ? "" : ";", look);
}

/* What a function takes, in brackets if it need not be there. */
void
synopsis_paramdef(struct walk *w, uint32_t n, struct look look)
{
	int optional = has_value(w, n, ATTR_CHOICE, "opt");
	uint32_t c, at = walk_start(w, n);

	walk_say(w, optional ? "[" : "", look);
	for (c = walk_first(w, n); c != DOC_NONE; c = walk_next(w, c)) {
		walk_source(w, at, doc_node(w->doc, c)->start, look);
		if (elem_of(w, c) == ELEM_INITIALIZER) {
			walk_space(w);
			walk_say(w, "= ", look);
		}
		walk_node(w, c, look);
		at = doc_node(w->doc, c)->end;
	}
	walk_source(w, at, walk_end(w, n), look);
	walk_say(w, optional ? "]" : "", look);
}

static int
is_param(enum elem elem)
{
	return elem == ELEM_METHODPARAM || elem == ELEM_VOID ||
	    elem == ELEM_VARARGS || elem == ELEM_GROUP;
}

static int
is_member_name(enum elem elem)
{
	return elem == ELEM_METHODNAME;
}

/* Where a method's parameters stand while it is written. */
struct method {
	const struct synopsis_lang *lang;
	uint32_t result; /* the type, where it comes last, or DOC_NONE */
	int is_field;
	int named;  /* its name has come: a void is what it takes */
	int params; /* so many have come */
	int closed; /* they are over */
	int thrown; /* so many exceptions */
};

static void
close_params(struct walk *w, struct method *m, struct look look)
{
	if (m->closed++ > 0)
		return;
	walk_say(w, m->params == 0 ? "()" : ")", look);
	if (m->result == DOC_NONE)
		return;
	walk_say(w, m->lang->returns, look);
	walk_node(w, m->result, look);
}

static void
before_param(struct walk *w, struct method *m, enum elem elem, struct look look)
{
	if (m->params++ > 0)
		walk_say(w, elem == ELEM_VOID ? "" : ", ", look);
	else
		walk_say(w, "(", look);
	if (m->params == 1 && elem != ELEM_VOID)
		hang_here(w);
}

static void
before_member_part(
    struct walk *w, struct method *m, enum elem elem, struct look look)
{
	if (m->named && !m->closed && is_param(elem)) {
		before_param(w, m, elem, look);
		return;
	}
	/* What stands behind the parameters is said of it all. */
	if (m->named && !m->is_field)
		close_params(w, m, look);
	if (elem == ELEM_EXCEPTIONNAME)
		walk_say(w, m->thrown++ == 0 ? m->lang->throws : ", ", look);
	else if (elem == ELEM_INITIALIZER)
		walk_say(w, " = ", look);
	else
		walk_space(w);
}

/* Constructors may go without a name of their own. */
static int
has_name(const struct walk *w, uint32_t n)
{
	uint32_t c;

	for (c = walk_first(w, n); c != DOC_NONE; c = walk_next(w, c)) {
		if (is_member_name(elem_of(w, c)))
			return 1;
	}
	return 0;
}

/* 1 for the type of a method in a language that says it behind all else. */
static int
is_result(const struct method *m, enum elem elem)
{
	return elem == ELEM_TYPE && m->lang->returns != NULL && !m->is_field &&
	    !m->named;
}

static void
member_part(struct walk *w, struct method *m, uint32_t c, struct look look)
{
	enum elem elem = elem_of(w, c);

	before_member_part(w, m, elem, look);
	if (is_member_name(elem))
		walk_say(w, m->lang->method, look);
	if (!m->named || elem != ELEM_VOID)
		walk_node(w, c, look);
	m->named |= is_member_name(elem);
}

/* A method or field of a class: modifiers, type, name, what it takes. */
void
synopsis_member(struct walk *w, uint32_t n, struct look look)
{
	struct method m = { .lang = synopsis_lang(w->doc, n),
		.result = DOC_NONE,
		.is_field = elem_of(w, n) == ELEM_FIELDSYNOPSIS };
	uint32_t c;

	m.named = !m.is_field && !has_name(w, n);
	for (c = walk_first(w, n); c != DOC_NONE; c = walk_next(w, c)) {
		if (is_hidden(w, c))
			continue;
		if (is_result(&m, elem_of(w, c)))
			m.result = c;
		else
			member_part(w, &m, c, look);
	}
	if (!m.is_field)
		close_params(w, &m, look);
	walk_say(w, m.thrown > 0 ? m.lang->thrown : "", look);
	walk_say(w, m.lang->end, look);
}

/* A parameter of a method: modifiers, type, name, value. */
void
synopsis_param(struct walk *w, uint32_t n, struct look look)
{
	uint32_t c, first = walk_first(w, n);

	if (first == DOC_NONE) {
		walk_children(w, n, look);
		return;
	}
	for (c = first; c != DOC_NONE; c = walk_next(w, c)) {
		if (elem_of(w, c) == ELEM_INITIALIZER)
			walk_say(w, " = ", look);
		else if (c != first)
			walk_space(w);
		walk_node(w, c, look);
	}
}

void
synopsis_union(struct walk *w, uint32_t n, struct look look)
{
	uint32_t c;

	walk_space(w);
	walk_say(w, "{ ", look);
	for (c = walk_first(w, n); c != DOC_NONE; c = walk_next(w, c)) {
		walk_node(w, c, look);
		walk_say(w, "; ", look);
	}
	walk_say(w, "}", look);
}

/* A package, typedef or union: its keyword, and the rest in a row. */
void
synopsis_declaration(struct walk *w, uint32_t n, struct look look)
{
	static const struct {
		enum elem elem;
		const char *keyword, *after;
	} rows[] = { { ELEM_PACKAGESYNOPSIS, "package", ";" },
		{ ELEM_TYPEDEFSYNOPSIS, "typedef", ";" },
		{ ELEM_UNIONSYNOPSIS, "union", ";" } };
	const char *after = "";
	uint32_t c;
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		if (elem_of(w, n) != rows[i].elem)
			continue;
		if (!begins_with(w, n, rows[i].keyword))
			walk_say(w, rows[i].keyword, look);
		after = rows[i].after;
	}
	for (c = walk_first(w, n); c != DOC_NONE; c = walk_next(w, c)) {
		if (is_hidden(w, c))
			continue;
		walk_space(w);
		walk_node(w, c, look);
	}
	walk_say(w, after, look);
}

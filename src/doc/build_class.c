/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "doc/build.h"
#include "xml/xml.h"

/* A simple list: in the line, in columns, or one below the other. */
static enum elem_class
simple_list(struct docbook *b, const struct xml_event *ev)
{
	const char *type = build_event_attr(b, ev, ATTR_TYPE);
	const char *columns = build_event_attr(b, ev, ATTR_COLUMNS);

	if (type != NULL && strcmp(type, "inline") == 0)
		return CLASS_INLINE;
	return columns != NULL && strtol(columns, NULL, 10) > 1 ? CLASS_TABLE
								: CLASS_LIST;
}

/* Names, dates and the like on the title page: a line each. */
static int
is_title_page_line(enum elem elem)
{
	switch ((int)elem) {
	case ELEM_ISSUENUM:
	case ELEM_ORG:
	case ELEM_ORGNAME:
	case ELEM_PERSON:
	case ELEM_PERSONNAME:
	case ELEM_PRODUCTNAME:
	case ELEM_PRODUCTNUMBER:
	case ELEM_PUBLISHER:
	case ELEM_PUBLISHERNAME:
	case ELEM_VOLUMENUM:
		return 1;
	default:
		return 0;
	}
}

/* Credits are lines of their own below what is a division, or about one, or
 * in a group; in a sentence they are part of it. */
static enum elem_class
credit(struct docbook *b)
{
	enum elem_class around;

	if (b->stack.n == 0)
		return CLASS_BLOCK;
	around = build_top(b)->class;
	if (around == CLASS_DIVISION || around == CLASS_INFO)
		return CLASS_BLOCK;
	return build_parent_role(b) == ROLE_AUTHORGROUP && around == CLASS_BLOCK
	    ? CLASS_BLOCK
	    : CLASS_INLINE;
}

/* In a row of names and dates all are part of one run of text. */
static int
joins_fields(struct docbook *b, enum elem_role role)
{
	if (b->stack.n == 0 || !build_top(b)->fields)
		return 0;
	return role == ROLE_CREDIT || role == ROLE_AUTHORGROUP ||
	    role == ROLE_TITLE || role == ROLE_SUBTITLE ||
	    role == ROLE_ADDRESS || role == ROLE_INFO || role == ROLE_REVREMARK;
}

/* Elements that are in the line in one parent and a block elsewhere. */
static int
joins_parent(struct docbook *b, enum elem_role role)
{
	switch ((int)build_parent_role(b)) {
	case ROLE_FORMALPARA:
		return role == ROLE_TITLE || role == ROLE_PARA;
	case ROLE_INLINEMEDIA:
		return role == ROLE_TEXTOBJECT;
	case ROLE_TEXTOBJECT:
	case ROLE_MEMBER:
		return build_top(b)->class == CLASS_INLINE &&
		    (role == ROLE_PARA || role == ROLE_MEMBER);
	case ROLE_SIMPLE:
		return role == ROLE_MEMBER &&
		    build_top(b)->class == CLASS_INLINE;
	case ROLE_ENTRY:
		return role == ROLE_TERM;
	default:
		return joins_fields(b, role);
	}
}

enum elem_class
build_class(struct docbook *b, const struct xml_event *ev, enum elem elem)
{
	const struct elem_info *info = &elem_info[elem];
	int in_run = b->unit != NO_UNIT;

	if (b->stack.n > 0 && joins_parent(b, info->role))
		return CLASS_INLINE;
	if (b->stack.n > 0 && build_top(b)->class == CLASS_INFO &&
	    is_title_page_line(elem))
		return CLASS_BLOCK;
	switch ((int)info->role) {
	case ROLE_SIMPLE:
		return simple_list(b, ev);
	case ROLE_CREDIT:
		return credit(b);
	case ROLE_TEXTDATA:
		return b->verbatim > 0 ||
			(b->stack.n > 0 && build_top(b)->class == CLASS_INLINE)
		    ? CLASS_INLINE
		    : CLASS_VERBATIM;
	case ROLE_SVG: /* all that is drawn in it is out of sight */
		return build_parent_role(b) == ROLE_SVG ? CLASS_META
							: CLASS_INLINE;
	case ROLE_FOOTNOTE: /* an annotation may stand between blocks */
		return elem == ELEM_ANNOTATION && !in_run ? CLASS_BLOCK
							  : info->class;
	case ROLE_GRAPHIC:
		return in_run ? CLASS_INLINE : info->class;
	default:
		break;
	}
	if (info->class == CLASS_OPEN)
		return in_run ? CLASS_INLINE : CLASS_BLOCK;
	return info->class;
}

static int
shows_in_info(enum elem elem)
{
	switch ((int)elem_info[elem].role) {
	case ROLE_TITLE:
	case ROLE_SUBTITLE:
	case ROLE_CREDIT:
	case ROLE_AUTHORGROUP:
	case ROLE_ABSTRACT:
	case ROLE_LEGAL:
	case ROLE_REVHISTORY:
		return 1;
	default:
		return elem == ELEM_ANNOTATION || is_title_page_line(elem);
	}
}

int
build_is_hidden(struct docbook *b, enum elem_class class, enum elem elem)
{
	enum elem_role role = elem_info[elem].role, parent;
	struct frame *top;

	if (class == CLASS_META || role == ROLE_HIDDEN)
		return 1;
	if (b->stack.n == 0)
		return 0;
	top = build_top(b);
	parent = build_parent_role(b);
	if (top->hidden)
		return 1;
	/* Of what a picture is made of the text of another file is shown. */
	if (model_node(b->doc, top->node)->elem == ELEM_IMAGEOBJECT &&
	    (role != ROLE_TEXTDATA ||
		(b->stack.n > 1 && b->stack.v[b->stack.n - 2].has_text)))
		return 1;
	/* The first text that stands for a picture is shown. */
	if (role == ROLE_TEXTOBJECT && top->has_text &&
	    (parent == ROLE_MEDIA || parent == ROLE_INLINEMEDIA))
		return 1;
	return parent == ROLE_INFO && top->class == CLASS_INFO &&
	    !shows_in_info(elem);
}

int
build_is_fields(struct docbook *b, enum elem_class class, enum elem elem)
{
	switch ((int)elem_info[elem].role) {
	case ROLE_ARG:
	case ROLE_ATTRIBUTION:
	case ROLE_BIBLIOENTRY:
	case ROLE_CREDIT:
	case ROLE_FIELDS:
	case ROLE_GROUP:
	case ROLE_PERSON:
	case ROLE_REVISION:
		return 1;
	default:
		return class == CLASS_INLINE && b->stack.n > 0 &&
		    build_top(b)->fields;
	}
}

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <string.h>

#include "base/diag.h"
#include "doc/build.h"
#include "doc/deferred.h"
#include "xml/xml.h"

/*
 * A root element that DocBook does not have may be one of a vocabulary made
 * from DocBook: it is read as an article.  Its namespace tells, or, where it
 * has none, the first element in it: a title, a paragraph, a chapter.  What is
 * of something else is not read.
 */
static int
is_docbook(struct docbook *b, const struct xml_event *first)
{
	switch ((int)elem_info[build_elem(b, first->name)].class) {
	case CLASS_BLOCK:
	case CLASS_DIVISION:
	case CLASS_INFO:
	case CLASS_LIST:
	case CLASS_TABLE:
	case CLASS_VERBATIM:
		return 1;
	default:
		return 0;
	}
}

static void
tell(struct docbook *b, const struct xml_event *root, enum diag_code code)
{
	diag_add(b->diags, code, xml_file(b->xml, root->file), root->line,
	    root->col, xml_name(b->xml, root->name));
}

static void
refuse(struct docbook *b, const struct xml_event *root, enum diag_code code)
{
	tell(b, root, code);
	b->doc->complete = b->doc->broken = 1;
}

/* The root element begins: 1 if it waits, or is refused. */
static int
begin(struct docbook *b, const struct xml_event *ev)
{
	enum xml_ns ns = xml_name_ns(b->xml, ev->name);

	if (b->root_known || build_elem(b, ev->name) < ELEM_UNKNOWN)
		return 0;
	if (ns == XML_NS_DOCBOOK) {
		tell(b, ev, DIAG_FILE_ROOT);
		return 0;
	}
	if ((ns == XML_NS_NONE || ns == XML_NS_QUIZ) &&
	    strcmp(xml_name(b->xml, ev->name), "quiz") == 0) {
		refuse(b, ev, DIAG_FILE_QUIZ);
	} else if (ns == XML_NS_NONE) {
		b->root = deferred_new();
		deferred_add(b->root, ev);
	} else {
		refuse(b, ev, DIAG_FILE_KIND);
	}
	return 1;
}

static int
is_blank(const struct xml_event *ev)
{
	size_t i;

	for (i = 0; i < ev->len; i++) {
		if (strchr(" \t\n\r", ev->text[i]) == NULL)
			return 0;
	}
	return 1;
}

int
build_root(struct docbook *b, const struct xml_event *ev)
{
	struct deferred *root = b->root;

	if (root == NULL)
		return ev->kind == XML_START && begin(b, ev);
	if (ev->kind == XML_WAIT || ev->kind == XML_PI ||
	    (ev->kind == XML_TEXT && is_blank(ev)))
		return 1;
	if (ev->kind != XML_START || !is_docbook(b, ev)) {
		refuse(b, deferred_event(root, 0), DIAG_FILE_KIND);
		return 1;
	}
	tell(b, deferred_event(root, 0), DIAG_FILE_ROOT);
	b->root_known = 1;
	b->root = NULL;
	build_take(b, deferred_event(root, 0));
	deferred_free(root);
	return 0;
}

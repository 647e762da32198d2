/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "doc/build.h"
#include "doc/model.h"

/* The value of a number attribute, `fallback` where it is none. */
static uint32_t
number_attr(
    const struct doc *doc, uint32_t n, enum attr attr, uint32_t fallback)
{
	const char *s = doc_attr(doc, n, attr);
	char *end;
	long value;

	if (s == NULL)
		return fallback;
	value = strtol(s, &end, 10);
	return end == s || value < 0 || value > INT32_MAX ? fallback
							  : (uint32_t)value;
}

static int
continues(const struct doc *doc, uint32_t n)
{
	const char *s = doc_attr(doc, n, ATTR_CONTINUATION);

	return s != NULL && strcmp(s, "continues") == 0;
}

/* The number before that of the first item. */
static uint32_t
number_before(struct docbook *b, uint32_t list)
{
	uint32_t before = continues(b->doc, list) ? b->list_number : 0;

	return number_attr(b->doc, list, ATTR_STARTINGNUMBER, before + 1) - 1;
}

/* Things that are counted among those of their parent. */
static int
is_numbered(enum elem_role role)
{
	switch ((int)role) {
	case ROLE_BIBLIOENTRY:
	case ROLE_CALLOUT:
	case ROLE_ENTRY:
	case ROLE_GLOSSSEE:
	case ROLE_ITEM:
	case ROLE_MEMBER:
	case ROLE_PRODUCTION:
	case ROLE_REFNAME:
	case ROLE_RHS:
	case ROLE_SEG:
	case ROLE_SEGITEM:
	case ROLE_STEP:
	case ROLE_SYNOPFRAGMENT:
	case ROLE_TERM:
		return 1;
	default:
		return 0;
	}
}

static void
number_child(struct docbook *b, uint32_t n)
{
	struct frame *list = &b->stack.v[b->stack.n - 2];

	list->number = number_attr(b->doc, n, ATTR_OVERRIDE, list->number + 1);
	build_node(b, n)->ordinal = list->number;
}

/* Areas of a set have one number: they are one callout. */
static void
number_area(struct docbook *b, uint32_t n)
{
	uint32_t parent = model_node(b->doc, n)->parent;

	if (model_node(b->doc, n)->elem == ELEM_AREA && parent != DOC_NONE &&
	    model_node(b->doc, parent)->elem == ELEM_AREASET)
		build_node(b, n)->ordinal = model_node(b->doc, parent)->ordinal;
	else
		build_node(b, n)->ordinal = ++b->areas;
}

static void
number_lines(struct docbook *b, uint32_t n)
{
	uint32_t first = continues(b->doc, n)
	    ? b->next_line[model_node(b->doc, n)->elem]
	    : 1;

	build_top(b)->number =
	    number_attr(b->doc, n, ATTR_STARTINGLINENUMBER, first);
	build_node(b, n)->ordinal = build_top(b)->number;
}

void
build_number(struct docbook *b, uint32_t n)
{
	enum elem_role role = model_role(b->doc, n);

	if (b->stack.n > 1 && is_numbered(role))
		number_child(b, n);
	if (role == ROLE_ORDERED)
		build_top(b)->number = number_before(b, n);
	else if (role == ROLE_AREASPEC)
		b->areas = 0;
	else if (role == ROLE_AREA)
		number_area(b, n);
	else if (build_top(b)->class == CLASS_VERBATIM)
		number_lines(b, n);
}

static uint32_t
newlines(const char *s, const char *end)
{
	uint32_t n = 0;

	while ((s = memchr(s, '\n', (size_t)(end - s))) != NULL) {
		n++;
		s++;
	}
	return n;
}

void
build_number_end(struct docbook *b, const struct frame *f)
{
	const struct node *node = model_node(b->doc, f->node);
	const char *text = b->doc->text.s;

	if (f->role == ROLE_ORDERED)
		b->list_number = f->number;
	if (f->class == CLASS_VERBATIM)
		b->next_line[node->elem] = f->number +
		    newlines(text + node->start, text + b->doc->text.len);
}

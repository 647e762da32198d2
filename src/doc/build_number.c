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

/* What is counted, and how. */
enum count {
	COUNT_NOT,
	COUNT_CHILD, /* among those of its parent */
	COUNT_ITEMS, /* those in it are */
	COUNT_AREAS,
	COUNT_AREA,
};

static const unsigned char count_of[ROLE_COUNT] = {
	[ROLE_AREA] = COUNT_AREA,
	[ROLE_AREASPEC] = COUNT_AREAS,
	[ROLE_BIBLIOENTRY] = COUNT_CHILD,
	[ROLE_CALLOUT] = COUNT_CHILD,
	[ROLE_ENTRY] = COUNT_CHILD,
	[ROLE_GLOSSSEE] = COUNT_CHILD,
	[ROLE_ITEM] = COUNT_CHILD,
	[ROLE_MEMBER] = COUNT_CHILD,
	[ROLE_ORDERED] = COUNT_ITEMS,
	[ROLE_PRODUCTION] = COUNT_CHILD,
	[ROLE_REFNAME] = COUNT_CHILD,
	[ROLE_RHS] = COUNT_CHILD,
	[ROLE_SEG] = COUNT_CHILD,
	[ROLE_SEGITEM] = COUNT_CHILD,
	[ROLE_STEP] = COUNT_CHILD,
	[ROLE_SYNOPFRAGMENT] = COUNT_CHILD,
	[ROLE_TERM] = COUNT_CHILD,
};

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
number_counted(struct docbook *b, uint32_t n, enum count count)
{
	switch (count) {
	case COUNT_NOT:
		break;
	case COUNT_CHILD:
		if (b->stack.n > 1)
			number_child(b, n);
		break;
	case COUNT_ITEMS:
		build_top(b)->number = number_before(b, n);
		break;
	case COUNT_AREAS:
		b->areas = 0;
		break;
	case COUNT_AREA:
		number_area(b, n);
		break;
	}
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
	enum count count = count_of[build_top(b)->role];

	if (count != COUNT_NOT)
		number_counted(b, n, count);
	if (build_top(b)->class == CLASS_VERBATIM)
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

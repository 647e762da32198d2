/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "doc/annotation.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "doc/ids.h"
#include "doc/model.h"

/* Appends a row for annotation n to those of the id at `name` of the pool. */
static void
annotated_add(struct doc *doc, uint32_t name, uint32_t n)
{
	uint32_t row = (uint32_t)doc->annotated.n + 1, first;
	struct annotated new = { .annotation = n, .last = row };

	vec_push(&doc->annotated, new);
	name_map_add(&doc->annotated_ids, doc->values.s, name, row);
	first = name_map_find(
	    &doc->annotated_ids, doc->values.s, doc->values.s + name);
	if (first != row) {
		doc->annotated.v[doc->annotated.v[first - 1].last - 1].next =
		    row;
		doc->annotated.v[first - 1].last = row;
	}
}

void
annotation_add(struct doc *doc, uint32_t n)
{
	const char *ids = doc_attr(doc, n, ATTR_ANNOTATES), *rest;
	struct buf id = BUF_INIT;
	char *list;

	if (ids == NULL)
		return;
	list = xstrdup(ids); /* the pool is about to grow */
	rest = list;
	while (ids_next(&rest, &id)) {
		uint32_t at = (uint32_t)doc->values.len;

		buf_add(&doc->values, id.s, id.len + 1);
		annotated_add(doc, at, n);
	}
	free(list);
	buf_release(&id);
}

static void
found_add(const struct doc *doc, struct annotations *found, uint32_t n)
{
	size_t i;

	if (n == DOC_NONE || found->n == ANNOTATIONS_MAX ||
	    doc_node(doc, n)->elem != ELEM_ANNOTATION ||
	    doc_node(doc, n)->flags & NODE_HIDDEN)
		return;
	for (i = 0; i < found->n; i++) {
		if (found->v[i] == n)
			return;
	}
	found->v[found->n++] = n;
}

static void
find_named(const struct doc *doc, struct annotations *found, const char *ids)
{
	struct buf id = BUF_INIT;

	while (found->n < ANNOTATIONS_MAX && ids_next(&ids, &id))
		found_add(doc, found, doc_find(doc, id.s));
	buf_release(&id);
}

static void
find_naming(const struct doc *doc, struct annotations *found, const char *id)
{
	uint32_t row = name_map_find(&doc->annotated_ids, doc->values.s, id);

	for (; row != 0 && found->n < ANNOTATIONS_MAX;
	     row = doc->annotated.v[row - 1].next)
		found_add(doc, found, doc->annotated.v[row - 1].annotation);
}

void
annotations_find(const struct doc *doc, uint32_t n, struct annotations *found)
{
	const char *id = doc_attr(doc, n, ATTR_ID);

	found->n = 0;
	find_named(doc, found, doc_attr(doc, n, ATTR_ANNOTATIONS));
	if (id != NULL)
		find_naming(doc, found, id);
}

int
annotation_is_elsewhere(const struct doc *doc, uint32_t n)
{
	return ids_first(doc, doc_attr(doc, n, ATTR_ANNOTATES)) != DOC_NONE;
}

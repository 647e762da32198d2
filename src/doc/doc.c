/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "doc/doc.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "doc/model.h"
#include "doc/numeration.h"
#include "text/fold.h"

struct doc *
doc_new(void)
{
	struct doc *doc = xcalloc(1, sizeof(*doc));

	buf_init(&doc->text);
	buf_init(&doc->values);
	arena_init(&doc->arena);
	return doc;
}

void
doc_free(struct doc *doc)
{
	if (doc == NULL)
		return;
	buf_release(&doc->text);
	buf_release(&doc->values);
	vec_release(&doc->nodes);
	vec_release(&doc->attrs);
	vec_release(&doc->units);
	vec_release(&doc->inner);
	vec_release(&doc->sections);
	vec_release(&doc->files);
	arena_release(&doc->arena);
	for (int i = 0; i < CALLED_COUNT; i++)
		name_map_release(&doc->called[i]);
	vec_release(&doc->annotated);
	name_map_release(&doc->annotated_ids);
	free(doc);
}

int
doc_complete(const struct doc *doc)
{
	return doc->complete;
}

int
doc_broken(const struct doc *doc)
{
	return doc->broken;
}

const char *
doc_break(const struct doc *doc)
{
	return doc->why_broken;
}

const char *
doc_text(const struct doc *doc)
{
	return doc->text.s;
}

uint32_t
doc_len(const struct doc *doc)
{
	return (uint32_t)doc->text.len;
}

uint32_t
doc_expected(const struct doc *doc)
{
	return doc->text.len > doc->expected ? doc_len(doc)
					     : (uint32_t)doc->expected;
}

uint32_t
doc_nodes(const struct doc *doc)
{
	return (uint32_t)doc->nodes.n;
}

const struct node *
doc_node(const struct doc *doc, uint32_t n)
{
	assert(n != DOC_NONE && n <= doc->nodes.n);
	return &doc->nodes.v[n - 1];
}

uint32_t
doc_first_child(const struct doc *doc, uint32_t n)
{
	return n < doc->nodes.n && doc_node(doc, n + 1)->parent == n ? n + 1
								     : DOC_NONE;
}

uint32_t
doc_next(const struct doc *doc, uint32_t n)
{
	const struct node *node = doc_node(doc, n);

	if (node->last >= doc->nodes.n)
		return DOC_NONE;
	if (doc_node(doc, node->last + 1)->parent != node->parent)
		return DOC_NONE;
	return node->last + 1;
}

enum elem_role
doc_role(const struct doc *doc, uint32_t n)
{
	return elem_info[doc_node(doc, n)->elem].role;
}

uint32_t
doc_ancestor(const struct doc *doc, uint32_t n, enum elem_role role)
{
	while (n != DOC_NONE && doc_role(doc, n) != role)
		n = doc_node(doc, n)->parent;
	return n;
}

uint32_t
doc_child(const struct doc *doc, uint32_t n, enum elem elem)
{
	uint32_t c;

	for (c = doc_first_child(doc, n); c != DOC_NONE; c = doc_next(doc, c)) {
		if (doc_node(doc, c)->elem == elem)
			return c;
	}
	return DOC_NONE;
}

const char *
doc_attr(const struct doc *doc, uint32_t n, enum attr attr)
{
	uint32_t at = doc_node(doc, n)->attrs;
	const struct doc_attr *a;

	if (at == 0)
		return NULL;
	for (a = &doc->attrs.v[at - 1];; a++) {
		if (a->attr == attr)
			return doc->values.s + a->value;
		if (!a->more)
			return NULL;
	}
}

/* Terms are the same in any case; ids and the rest as they are written. */
static char *
called_key(enum called called, const char *s, size_t len)
{
	return called == CALLED_TERM ? fold_string(s, len) : xstrndup(s, len);
}

void
doc_add_id(struct doc *doc, uint32_t n)
{
	const char *id = doc_attr(doc, n, ATTR_ID);

	name_map_add(&doc->called[CALLED_ID], doc->values.s,
	    (uint32_t)(id - doc->values.s), n);
}

void
doc_add_called(
    struct doc *doc, enum called called, const char *s, size_t len, uint32_t n)
{
	uint32_t at = (uint32_t)doc->values.len;
	char *key = called_key(called, s, len);

	if (key[0] != '\0') {
		buf_add(&doc->values, key, strlen(key) + 1);
		name_map_add(&doc->called[called], doc->values.s, at, n);
	}
	free(key);
}

uint32_t
doc_find(const struct doc *doc, const char *id)
{
	return name_map_find(&doc->called[CALLED_ID], doc->values.s, id);
}

uint32_t
doc_called(const struct doc *doc, enum called called, const char *s, size_t len)
{
	char *key = called_key(called, s, len);
	uint32_t n = name_map_find(&doc->called[called], doc->values.s, key);

	free(key);
	return n;
}

const char *
doc_file(const struct doc *doc, uint16_t file)
{
	return file < doc->files.n ? doc->files.v[file] : "?";
}

size_t
doc_units(const struct doc *doc)
{
	return doc->units_done;
}

const struct unit *
doc_unit(const struct doc *doc, size_t i)
{
	assert(i < doc->units_done);
	return &doc->units.v[i];
}

size_t
doc_inner_units(const struct doc *doc)
{
	return doc->inner.n;
}

const struct unit *
doc_inner_unit(const struct doc *doc, size_t i)
{
	assert(i < doc->inner.n);
	return &doc->inner.v[i];
}

/* The first of `n` units that begins at `at` or later. */
static size_t
unit_from(const struct unit *u, size_t n, uint32_t at)
{
	size_t low = 0, high = n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (u[mid].start < at)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

size_t
doc_inner_unit_from(const struct doc *doc, uint32_t at)
{
	return unit_from(doc->inner.v, doc->inner.n, at);
}

size_t
doc_unit_at(const struct doc *doc, uint32_t at)
{
	const struct unit *u = doc->units.v;
	size_t i = unit_from(u, doc->units_done, at + 1), host;

	if (i == 0)
		return 0;
	i--;
	/* Behind a footnote the text belongs to the unit that has it. */
	host = i;
	while (host > 0 && u[host].note && u[host].end < at)
		host--;
	return u[host].end >= at ? host : i;
}

size_t
doc_sections(const struct doc *doc)
{
	return doc->sections.n;
}

const struct section *
doc_section(const struct doc *doc, size_t i)
{
	assert(i < doc->sections.n);
	return &doc->sections.v[i];
}

/* The last section that begins at text offset or node `at`, or before; 0 if
 * none does. */
static size_t
section_upto(const struct doc *doc, uint32_t at, int is_node)
{
	const struct section *s = doc->sections.v;
	size_t low = 0, high = doc->sections.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if ((is_node ? s[mid].node : s[mid].start) <= at)
			low = mid + 1;
		else
			high = mid;
	}
	return low == 0 ? 0 : low - 1;
}

size_t
doc_section_at(const struct doc *doc, uint32_t at)
{
	const struct section *s = doc->sections.v;
	size_t low = section_upto(doc, at, 0);

	/* A section that is over already: its parent goes on. */
	while (low > 0 && !(doc_node(doc, s[low].node)->flags & NODE_OPEN) &&
	    doc_node(doc, s[low].node)->end <= at)
		low = s[low].parent;
	return low;
}

size_t
doc_section_of(const struct doc *doc, uint32_t n)
{
	const struct section *s = doc->sections.v;
	size_t low = section_upto(doc, n, 1);

	while (low > 0 && doc_node(doc, s[low].node)->last < n)
		low = s[low].parent;
	return low;
}

/* More than there are levels with numbers (section.c). */
enum { LABEL_PARTS_MAX = 16 };

static const enum numeration section_numeration[] = {
	[LABEL_NONE] = NUMBER_ARABIC,
	[LABEL_ARABIC] = NUMBER_ARABIC,
	[LABEL_LETTER] = NUMBER_UPPER_ALPHA,
	[LABEL_ROMAN] = NUMBER_UPPER_ROMAN,
};

/* A section below a part begins anew; below anything else numbered it goes
 * on from its number. */
static int
continues_parent(const struct doc *doc, const struct section *s)
{
	const struct section *parent = doc_section(doc, s->parent);

	return s != parent && parent->label != LABEL_NONE &&
	    parent->label != LABEL_ROMAN &&
	    elem_info[doc_node(doc, s->node)->elem].role == ROLE_SECTION;
}

/* Appends a section's share of its number; 1 if that is all of it. */
static int
add_part(const struct doc *doc, const struct section *s, struct buf *b)
{
	const char *label = doc_attr(doc, s->node, ATTR_LABEL);

	if (label != NULL)
		buf_adds(b, label);
	else if (s->label != LABEL_NONE)
		numeration_add(b, s->number, section_numeration[s->label]);
	return label != NULL || s->label == LABEL_NONE ||
	    !continues_parent(doc, s);
}

void
doc_label(const struct doc *doc, size_t section, struct buf *b)
{
	struct buf part[LABEL_PARTS_MAX];
	size_t i, n = 0, before = b->len;
	int whole = 0;

	for (; !whole && n < LABEL_PARTS_MAX; n++) {
		const struct section *s = doc_section(doc, section);

		buf_init(&part[n]);
		whole = add_part(doc, s, &part[n]);
		section = s->parent;
	}
	for (i = n; i-- > 0;) {
		if (b->len > before && part[i].len > 0)
			buf_addc(b, '.');
		buf_add(b, part[i].s, part[i].len);
		buf_release(&part[i]);
	}
}

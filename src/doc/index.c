/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "doc/index.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "doc/doc.h"
#include "text/fold.h"
#include "text/match.h"

struct text_index {
	const struct doc *doc;
	struct fold fold;
	size_t unit; /* the next one to take in */
};

struct text_index *
index_new(const struct doc *doc)
{
	struct text_index *ix = xcalloc(1, sizeof(*ix));

	ix->doc = doc;
	fold_init(&ix->fold);
	return ix;
}

void
index_free(struct text_index *ix)
{
	if (ix == NULL)
		return;
	fold_release(&ix->fold);
	free(ix);
}

static void
add_range(struct text_index *ix, uint32_t from, uint32_t to)
{
	if (to > from)
		fold_add(&ix->fold, doc_text(ix->doc) + from, to - from, from);
}

/* Footnotes and what is hidden stand in the range of the text around them. */
static void
add_text(struct text_index *ix, const struct unit *u)
{
	uint32_t n = u->first, nodes = doc_nodes(ix->doc), at = u->start;

	while (n <= nodes && doc_node(ix->doc, n)->start < u->end) {
		const struct node *node = doc_node(ix->doc, n);
		int aside = node->flags & NODE_HIDDEN ||
		    elem_info[node->elem].class == CLASS_NOTE;

		if (!aside) {
			n++;
			continue;
		}
		add_range(ix, at, node->start);
		at = node->end;
		n = node->last + 1;
	}
	add_range(ix, at, u->end);
	fold_break(&ix->fold, u->end);
}

static void
add_table(struct text_index *ix, const struct unit *table)
{
	size_t i = doc_inner_unit_from(ix->doc, table->start);

	for (; i < doc_inner_units(ix->doc); i++) {
		const struct unit *u = doc_inner_unit(ix->doc, i);

		if (u->start >= table->end)
			break;
		add_text(ix, u);
	}
}

int
index_update(struct text_index *ix, size_t max)
{
	for (; max > 0 && ix->unit < doc_units(ix->doc); max--) {
		const struct unit *u = doc_unit(ix->doc, ix->unit++);

		if (u->kind == UNIT_TABLE)
			add_table(ix, u);
		else
			add_text(ix, u);
	}
	return ix->unit < doc_units(ix->doc);
}

void
index_search(const struct text_index *ix, const char *needle, size_t len,
    struct matches *out)
{
	char *folded = fold_string(needle, len);
	size_t n = strlen(folded), left = ix->fold.text.len;
	const char *hay = ix->fold.text.s, *found;
	struct match m;

	out->all.n = 0;
	while ((found = match_find(hay, left, folded, n)) != NULL) {
		size_t at = (size_t)(found - ix->fold.text.s);

		m.start = fold_source(&ix->fold, at);
		m.end = fold_source(&ix->fold, at + n);
		vec_push(&out->all, m);
		hay = found + n;
		left = ix->fold.text.len - (at + n);
	}
	free(folded);
}

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "doc/vocab.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "doc/doc.h"
#include "text/fold.h"

void
vocab_init(struct vocab *t)
{
	memset(t, 0, sizeof(*t));
	arena_init(&t->arena);
}

void
vocab_release(struct vocab *t)
{
	arena_release(&t->arena);
	vec_release(&t->all);
}

static void
add_term(struct vocab *t, uint32_t node, enum vocab_kind kind, struct buf *name)
{
	struct vocab_entry new = { .node = node, .kind = kind };
	char *folded = fold_string(name->s, name->len);

	if (folded[0] != '\0') {
		new.name = arena_strndup(&t->arena, name->s, name->len);
		new.folded = arena_strdup(&t->arena, folded);
		vec_push(&t->all, new);
	}
	free(folded);
	buf_reset(name);
}

/* "primary, secondary, tertiary" */
static void
index_name(const struct doc *doc, uint32_t n, struct buf *name)
{
	uint32_t c;

	for (c = doc_first_child(doc, n); c != DOC_NONE; c = doc_next(doc, c)) {
		uint16_t elem = doc_node(doc, c)->elem;

		if (elem != ELEM_PRIMARY && elem != ELEM_SECONDARY &&
		    elem != ELEM_TERTIARY)
			continue;
		if (name->len > 0)
			buf_adds(name, ", ");
		doc_plain(doc, c, name);
	}
}

static void
collect_node(
    struct vocab *t, const struct doc *doc, uint32_t n, struct buf *name)
{
	uint32_t c;

	switch ((int)doc_node(doc, n)->elem) {
	case ELEM_INDEXTERM:
		index_name(doc, n, name);
		add_term(t, n, VOCAB_INDEX, name);
		break;
	case ELEM_FIRSTTERM:
		doc_plain(doc, n, name);
		add_term(t, n, VOCAB_FIRST, name);
		break;
	case ELEM_GLOSSENTRY:
		c = doc_child(doc, n, ELEM_GLOSSTERM);
		if (c == DOC_NONE)
			break;
		doc_plain(doc, c, name);
		add_term(t, n, VOCAB_GLOSSARY, name);
		break;
	default:
		break;
	}
}

static int
by_name(const void *a, const void *b)
{
	const struct vocab_entry *x = a, *y = b;
	int order = strcmp(x->folded, y->folded);

	if (order != 0)
		return order;
	if (x->kind != y->kind)
		return x->kind < y->kind ? -1 : 1;
	return x->node < y->node ? -1 : x->node > y->node;
}

/* The index names a section once, however often a term stands in it. */
static void
drop_repeats(struct vocab *t, const struct doc *doc)
{
	size_t i, n = 0;

	for (i = 0; i < t->all.n; i++) {
		const struct vocab_entry *e = &t->all.v[i],
					 *last = n > 0 ? &t->all.v[n - 1] : e;

		if (e != last && e->kind == VOCAB_INDEX &&
		    last->kind == VOCAB_INDEX &&
		    strcmp(e->folded, last->folded) == 0 &&
		    doc_section_of(doc, e->node) ==
			doc_section_of(doc, last->node))
			continue;
		t->all.v[n++] = *e;
	}
	t->all.n = n;
}

void
vocab_collect(struct vocab *t, const struct doc *doc)
{
	struct buf name = BUF_INIT;
	uint32_t n;

	arena_reset(&t->arena);
	t->all.n = 0;
	for (n = 1; n <= doc_nodes(doc); n++)
		collect_node(t, doc, n, &name);
	if (t->all.n > 1)
		qsort(t->all.v, t->all.n, sizeof(*t->all.v), by_name);
	drop_repeats(t, doc);
	buf_release(&name);
}

int
vocab_is_repeat(const struct vocab *t, const struct doc *doc, size_t i)
{
	const struct vocab_entry *e = &t->all.v[i];

	while (i > 0 && strcmp(t->all.v[i - 1].folded, e->folded) == 0) {
		i--;
		if (doc_section_of(doc, t->all.v[i].node) ==
		    doc_section_of(doc, e->node))
			return 1;
	}
	return 0;
}

static size_t
common(const char *a, const char *b)
{
	size_t n = 0;

	while (a[n] != '\0' && a[n] == b[n])
		n++;
	return n;
}

/* 1 for what the end of a word may lose or gain in the plural. */
static int
is_ending(const char *s)
{
	return s[0] == '\0' || strcmp(s, "s") == 0 || strcmp(s, "es") == 0;
}

const struct vocab_entry *
vocab_explain(const struct vocab *t, const char *word)
{
	const struct vocab_entry *near = NULL;
	size_t i, n;

	for (i = 0; i < t->all.n; i++) {
		const struct vocab_entry *term = &t->all.v[i];

		if (term->kind == VOCAB_INDEX)
			continue;
		n = common(term->folded, word);
		if (term->folded[n] == '\0' && word[n] == '\0')
			return term;
		if (n >= 3 && near == NULL && is_ending(term->folded + n) &&
		    is_ending(word + n))
			near = term;
	}
	return near;
}

uint32_t
vocab_explained_by(const struct doc *doc, const struct vocab_entry *term)
{
	uint32_t n = term->node;

	while (term->kind == VOCAB_FIRST && n != DOC_NONE &&
	    !(doc_node(doc, n)->flags & NODE_BLOCK))
		n = doc_node(doc, n)->parent;
	return n == DOC_NONE ? term->node : n;
}

void
vocab_definition(
    const struct doc *doc, const struct vocab_entry *term, struct buf *out)
{
	uint32_t n = term->node, c;
	size_t before = out->len;

	if (term->kind == VOCAB_GLOSSARY) {
		for (c = doc_first_child(doc, n); c != DOC_NONE;
		     c = doc_next(doc, c)) {
			uint16_t elem = doc_node(doc, c)->elem;

			if (elem != ELEM_GLOSSDEF && elem != ELEM_GLOSSSEE)
				continue;
			if (out->len > before)
				buf_addc(out, ' ');
			doc_plain(doc, c, out);
		}
		return;
	}
	doc_plain(doc, vocab_explained_by(doc, term), out);
}

uint32_t
vocab_node_at(const struct doc *doc, uint32_t at)
{
	uint32_t low = 0, high = doc_nodes(doc);

	while (low < high) {
		uint32_t mid = high - (high - low) / 2;

		if (doc_node(doc, mid)->start <= at)
			low = mid;
		else
			high = mid - 1;
	}
	while (low != DOC_NONE && doc_node(doc, low)->end <= at)
		low = doc_node(doc, low)->parent;
	return low;
}

enum vocab_rank
vocab_rank(const struct doc *doc, uint32_t at)
{
	const struct section *s = doc_section(doc, doc_section_at(doc, at));
	const struct node *title;
	uint32_t n = vocab_node_at(doc, at);

	if (s->title != DOC_NONE) {
		title = doc_node(doc, s->title);
		if (at >= title->start && at < title->end)
			return VOCAB_IN_TITLE;
	}
	n = doc_ancestor(doc, n, ROLE_GLOSSTERM);
	if (n != DOC_NONE &&
	    doc_node(doc, doc_node(doc, n)->parent)->elem == ELEM_GLOSSENTRY)
		return VOCAB_IN_GLOSSARY;
	return VOCAB_IN_TEXT;
}

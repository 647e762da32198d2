/* SPDX-License-Identifier: ISC */
/*
 * fuzz_doc.c - any bytes as a document, built, set and searched; a target of
 * libFuzzer
 *
 * How wide, whether in ASCII, and how many events the builder takes at a time
 * follows from how many bytes there are.  Whatever the bytes are, nodes nest and
 * lie within the text, lines are clean and their spans in order, and what is
 * said about the document is clean.
 */
#include "config.h"

#include "base/buf.h"
#include "base/diag.h"
#include "doc/check.h"
#include "doc/doc.h"
#include "doc/docbook.h"
#include "doc/gentext.h"
#include "doc/index.h"
#include "doc/tree.h"
#include "doc/valid.h"
#include "doc/vocab.h"
#include "fuzz.h"
#include "layout/layout.h"
#include "text/utf8.h"
#include "xml/xml.h"

enum { WIDTH_MOST = 120, STEPS_MOST = 13 };

static void
check_nodes(const struct doc *doc)
{
	uint32_t n, count = doc_nodes(doc);
	uint32_t len = doc_len(doc);

	for (n = 1; n <= count; n++) {
		const struct node *node = doc_node(doc, n);

		require(node->parent < n && node->last >= n);
		require(node->last <= count && node->start <= node->end);
		require(node->end <= len);
		if (node->parent != DOC_NONE)
			require(
			    node->last <= doc_node(doc, node->parent)->last);
	}
}

static void
check_line(const struct line *line, int ascii)
{
	uint32_t i, k;
	int32_t end = 0;

	for (i = 0; i < line->n; i++) {
		const struct span *s = &line->span[i];

		require(s->col >= end && s->cols >= 0);
		require(text_is_clean(s->s, s->len));
		require(memchr(s->s, '\n', s->len) == NULL);
		for (k = 0; ascii && k < s->len; k++)
			require((s->s[k] & 0x80) == 0);
		end = s->col + s->cols;
	}
}

static void
check_layout(const struct doc *doc, int width, int ascii)
{
	struct layout_options opt = { .width = width, .ascii = ascii };
	struct layout *l = layout_new(doc, &opt);
	struct layout_pos pos;
	size_t unit, i;

	for (unit = 0; unit < doc_units(doc); unit++) {
		struct lines lines = layout_unit(l, unit);

		for (i = 0; i < lines.n; i++)
			check_line(&lines.line[i], ascii);
	}
	if (doc_units(doc) > 0) {
		pos = layout_last(l);
		layout_move(l, &pos, -7);
		require(layout_line(l, pos) != NULL);
		for (unit = 0; unit < 3 && unit < doc_units(doc); unit++) {
			layout_set_form(l, unit, LAYOUT_WIDE);
			layout_unit(l, unit);
			layout_set_form(l, unit, LAYOUT_CARDS);
			layout_unit(l, unit);
		}
	}
	layout_free(l);
}

/* What other views make of it. */
static void
check_views(struct doc *doc)
{
	struct text_index *ix = index_new(doc);
	struct matches found = { 0 };
	struct buf b = BUF_INIT;
	struct vocab v;
	size_t i;

	for (i = 0; i < doc_sections(doc); i++) {
		gentext_section(doc, i, &b);
		gentext_label(doc, doc_section(doc, i)->node, &b);
	}
	require(text_is_clean(b.s, b.len));
	buf_reset(&b);
	if (doc_nodes(doc) > 0)
		tree_add(doc, 1, &b);
	while (index_update(ix, 100))
		;
	index_search(ix, "a", 1, &found);
	for (i = 0; i < found.all.n; i++)
		require(found.all.v[i].start < found.all.v[i].end);
	vec_release(&found.all);
	index_free(ix);
	vocab_init(&v);
	vocab_collect(&v, doc);
	vocab_release(&v);
	buf_release(&b);
}

static void
check_diags(const struct diags *d)
{
	size_t i;

	for (i = 0; i < d->all.n; i++)
		require(
		    text_is_clean(d->all.v[i].text, strlen(d->all.v[i].text)));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct xml_source src = {
		.path = "fuzz.xml", .data = (const char *)data, .len = size
	};
	struct docbook *b;
	struct diags d;
	struct doc *doc;

	diags_init(&d);
	b = docbook_open(&src, &d);
	if (b != NULL) {
		while (docbook_step(b, size % STEPS_MOST + 1))
			;
		doc = docbook_finish(b);
		check_nodes(doc);
		check_layout(doc, (int)(size % WIDTH_MOST) + 1,
		    size / WIDTH_MOST % 4 == 0);
		check_views(doc);
		doc_check(doc, &d);
		doc_valid(&src, &d);
		doc_free(doc);
	}
	diags_sort(&d);
	check_diags(&d);
	diags_release(&d);
	return 0;
}

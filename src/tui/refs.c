/* SPDX-License-Identifier: ISC */
/*
 * refs.c - what refers to a section
 */
#include "config.h"

#include "tui/refs.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "doc/doc.h"
#include "doc/gentext.h"
#include "layout/lines.h"
#include "tui/crumbs.h"
#include "tui/picker.h"
#include "tui/reader.h"

static int
may_refer(const struct doc *doc, uint32_t n)
{
	return !(doc_node(doc, n)->flags & NODE_HIDDEN) &&
	    (doc_attr(doc, n, ATTR_LINKEND) != NULL ||
		doc_attr(doc, n, ATTR_HREF) != NULL);
}

void
refs_to_section(const struct doc *doc, size_t section,
    void (*each)(uint32_t n, void *arg), void *arg)
{
	const struct node *whole =
	    doc_node(doc, doc_section(doc, section)->node);
	uint32_t n, target;

	for (n = 1; n <= doc_nodes(doc); n++) {
		const struct node *node = doc_node(doc, n);

		if (!may_refer(doc, n) ||
		    (section > 0 && node->start >= whole->start &&
			node->start < whole->end))
			continue;
		target = gentext_target(doc, n);
		if (target != DOC_NONE &&
		    doc_section_of(doc, target) == section)
			each(n, arg);
	}
}

static void
add_ref(uint32_t n, void *arg)
{
	struct picker *p = arg;
	const struct doc *doc = p->view.tui->doc;
	struct pick_row row = { .at = doc_node(doc, n)->start };
	struct buf right = BUF_INIT;

	doc_label(doc, doc_section_at(doc, row.at), &right);
	row.right = buf_detach(&right);
	picker_add(p, row);
}

static void
fill(struct picker *p)
{
	const struct doc *doc = p->view.tui->doc;
	size_t section = reader_section(p->reader);

	picker_clear(p);
	buf_reset(&p->title);
	crumbs_title(doc, section, &p->title);
	refs_to_section(doc, section, add_ref, p);
}

static void
draw_ref(struct picker *p, struct canvas *c, int row, int col,
    const struct pick_row *r)
{
	static const struct page_marks none;
	struct canvas_rect where = { row, col, 1, c->cols };

	page_draw_line_of(&p->reader->page, c, &where, r->at, &none);
}

static void
go(struct picker *p, const struct pick_row *row)
{
	struct reader *r = p->reader;

	reader_push_place(r);
	page_show(&r->page, row->at, row->at + 1);
	r->lit = (struct match){ row->at, row->at + 1 };
}

static const struct pick_ops refs_ops = {
	.name = "references",
	.title = "What refers to ",
	.empty = "Nothing refers to this section.",
	.open = CMD_REFS,
	.draw = draw_ref,
	.go = go,
	.refill = fill,
};

void
reader_refs(struct view *v)
{
	struct reader *r = reader_of(v);
	struct picker *p;

	tui_load_all(v->tui);
	if (doc_sections(v->tui->doc) == 0)
		return;
	p = picker_new(r, &refs_ops);
	fill(p);
	tui_push(v->tui, &p->view);
}

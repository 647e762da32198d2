/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "tui/link_list.h"

#include "doc/doc.h"
#include "tui/reader.h"

/* 1 if `b` goes on where `a` stops: next to it, or on the next line. */
static int
joins(const struct link_piece *a, const struct link_piece *b, int same_line)
{
	const struct span *s = a->span, *t = b->span;

	if (s->link != t->link)
		return 0;
	if (same_line)
		return b->at.span == a->at.span + 1 &&
		    t->col <= s->col + s->cols + 1;
	if (a->last_of_line && b->first_of_line)
		return 1;
	return s->offset != NO_OFFSET && t->offset != NO_OFFSET &&
	    t->offset >= s->offset + s->source_len &&
	    t->offset <= s->offset + s->source_len + 2;
}

/* The number of an earlier link that the piece belongs to, or a new one. */
static int
link_number(struct link_list *p, const struct link_piece *new, size_t line,
    size_t above)
{
	size_t i;

	for (i = p->all.n; i > above; i--) {
		if (joins(&p->all.v[i - 1], new, i > line))
			return p->all.v[i - 1].link;
	}
	return p->links++;
}

/* A line on its way into the list. */
struct row_of_page {
	struct layout_pos pos;
	const struct line *line;
	int row;
};

/* Adds the links of one line; `above` and `line` are where the pieces of the
 * line above and of this one begin. */
static void
add_line(struct link_list *p, const struct row_of_page *row, size_t above)
{
	const struct line *line = row->line;
	size_t start = p->all.n;
	uint32_t i;

	for (i = 0; i < line->n; i++) {
		struct link_piece new = { .at = { row->pos, i },
			.row = row->row,
			.span = &line->span[i] };

		if (new.span->link == DOC_NONE)
			continue;
		new.first_of_line = i == 0;
		new.last_of_line = i + 1 == line->n;
		new.link = link_number(p, &new, start, above);
		vec_push(&p->all, new);
	}
}

void
link_list_release(struct link_list *p)
{
	vec_release(&p->all);
}

void
link_list_collect(struct link_list *p, struct page *page)
{
	struct layout_pos pos = page->top;
	size_t above = 0, start;
	int row;

	for (row = 0; row < page->area.rows; row++) {
		struct row_of_page at = { pos, layout_line(page->layout, pos),
			row };

		if (at.line == NULL)
			break;
		start = p->all.n;
		add_line(p, &at, above);
		above = start;
		if (layout_move(page->layout, &pos, 1) == 0)
			break;
	}
}

int
link_list_selected(const struct link_list *p, const struct reader *r)
{
	size_t i, k;

	for (i = 0; i < p->all.n; i++) {
		const struct page_span *a = &p->all.v[i].at;

		for (k = 0; k < r->selected.n; k++) {
			const struct page_span *b = &r->selected.v[k];

			if (a->span == b->span && a->pos.unit == b->pos.unit &&
			    a->pos.line == b->pos.line)
				return p->all.v[i].link;
		}
	}
	return -1;
}

void
link_list_select(struct reader *r, const struct link_list *p, int link)
{
	size_t i;

	reader_drop_link(r);
	for (i = 0; i < p->all.n; i++) {
		if (p->all.v[i].link != link)
			continue;
		vec_push(&r->selected, p->all.v[i].at);
		r->target = p->all.v[i].span->link;
	}
}

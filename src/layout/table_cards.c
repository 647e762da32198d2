/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "base/buf.h"
#include "doc/doc.h"
#include "layout/table_parts.h"
#include "text/rich.h"
#include "text/width.h"

/* The text of the head cell above a column, nothing if there is none. */
static void
head_text(const struct setting *s, int col, struct buf *b)
{
	const struct grid *g = &s->grid;
	int row, cell = NO_CELL;

	for (row = 0; row < g->rows && g->part.v[row] == GRID_HEAD; row++)
		cell = grid_at(g, row, col);
	if (cell != NO_CELL)
		doc_plain(s->p->doc, g->cells.v[cell].node, b);
}

/* The head of the column, and the cell beside it or, if it is long, below. */
static void
card_cell(struct setting *s, const struct cell *c)
{
	struct buf head = BUF_INIT;
	struct lines lines;
	int cols, indent;
	size_t i = 0;

	head_text(s, c->col, &head);
	if (head.len > 0)
		buf_addc(&head, ':');
	cols = text_width(head.s, head.len);
	indent = head.len == 0 ? 0 : 2;
	lines = table_cell_set(s, c, s->width - indent);
	margin_add(&s->margin, s->b);
	builder_add(s->b, s->margin.cols, head.s, head.len, STYLE_STRONG);
	if (lines.n > 0 &&
	    (cols == 0 ||
		(lines.n == 1 &&
		    cols + 1 + line_cols(lines.line) <= s->width))) {
		builder_line_at(
		    s->b, s->margin.cols + cols + (cols > 0), lines.line);
		i = 1;
	}
	builder_end_line(s->b);
	for (; i < lines.n; i++) {
		margin_add(&s->margin, s->b);
		builder_line_at(s->b, s->margin.cols + indent, &lines.line[i]);
		builder_end_line(s->b);
	}
	buf_release(&head);
}

static void
card_rule(struct setting *s)
{
	margin_add(&s->margin, s->b);
	builder_rule(s->b, s->margin.cols, s->b->ascii ? "-" : "\u2500",
	    s->width < 1 ? 1 : s->width);
	builder_end_line(s->b);
}

void
table_cards_set(struct setting *s)
{
	const struct grid *g = &s->grid;
	int row = -1;
	size_t i;

	for (i = 0; i < g->cells.n; i++) {
		const struct cell *c = &g->cells.v[i];

		if (g->part.v[c->row] == GRID_HEAD)
			continue;
		if (c->row != row && !g->is_list)
			card_rule(s);
		row = c->row;
		card_cell(s, c);
	}
}

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "base/buf.h"
#include "doc/doc.h"
#include "layout/table_parts.h"
#include "text/rich.h"
#include "text/width.h"

enum {
	HEAD_ROWS_MAX = 8, /* of a head, that are said of a cell */
	AGAIN_MAX = 200 /* [byte] of a cell that is said for each row of it */
};

/* The texts of the head cells above the columns of a cell, from the top, each
 * once; nothing for a cell that is as wide as the table. */
static void
head_text(const struct setting *s, const struct cell *c, struct buf *b)
{
	const struct grid *g = &s->grid;
	int row, col, at;

	if (g->cols > 1 && c->cols == g->cols)
		return;
	for (row = 0; row < g->rows && row < HEAD_ROWS_MAX &&
	     g->part.v[row] == GRID_HEAD;
	     row++) {
		for (col = c->col; col < c->col + c->cols; col++) {
			at = grid_at(g, row, col);
			if (at == NO_CELL || at == grid_at(g, row - 1, col) ||
			    (col > c->col && at == grid_at(g, row, col - 1)))
				continue;
			if (b->len > 0)
				buf_adds(b, ", ");
			doc_plain(s->p->doc, g->cells.v[at].node, b);
		}
	}
}

/* The head in lines of its own width, but for the last, which stays open. */
static int
head_set(struct setting *s, const struct buf *head)
{
	struct lines lines;
	struct rich r;
	size_t i;

	if (head->len == 0)
		return 0;
	rich_init(&r);
	rich_add(&r, head->s, head->len, STYLE_STRONG);
	rich_adds(&r, ":", STYLE_STRONG);
	lines = lines_set(s->b->arena, &r, s->width, 0, 0, s->b->ascii);
	rich_release(&r);
	for (i = 0; i < lines.n; i++) {
		margin_add(&s->margin, s->b);
		builder_line_at(s->b, s->margin.cols, &lines.line[i]);
		if (i + 1 < lines.n)
			builder_end_line(s->b);
	}
	return lines.n > 0 ? line_cols(&lines.line[lines.n - 1]) : 0;
}

/* The head of the column, and the cell beside it or, if it is long, below. */
static void
card_cell(struct setting *s, const struct cell *c)
{
	struct buf head = BUF_INIT;
	struct lines lines;
	int cols, indent;
	size_t i = 0;

	head_text(s, c, &head);
	indent = head.len == 0 ? 0 : 2;
	lines = table_cell_set(s, c, s->width - indent);
	cols = head_set(s, &head);
	if (cols == 0)
		margin_add(&s->margin, s->b);
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

/* The short cells of rows above that a row has in the columns from `col`. */
static void
say_again(struct setting *s, int row, int col, int end)
{
	const struct cell *c;
	const struct node *node;
	int at;

	for (; col < end; col++) {
		at = grid_at(&s->grid, row, col);
		if (at == NO_CELL)
			continue;
		c = &s->grid.cells.v[at];
		node = doc_node(s->p->doc, c->node);
		if (c->row < row && c->col == col &&
		    node->end - node->start <= AGAIN_MAX)
			card_cell(s, c);
	}
}

void
table_cards_set(struct setting *s)
{
	const struct grid *g = &s->grid;
	int row = -1, col = 0;
	size_t i;

	for (i = 0; i < g->cells.n; i++) {
		const struct cell *c = &g->cells.v[i];

		if (g->part.v[c->row] == GRID_HEAD)
			continue;
		if (c->row != row && !g->is_list) {
			say_again(s, row, col, g->cols);
			card_rule(s);
			row = c->row;
			col = 0;
		}
		say_again(s, row, col, c->col);
		card_cell(s, c);
		col = c->col + c->cols;
	}
	say_again(s, row, col, g->cols);
}

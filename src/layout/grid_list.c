/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <string.h>

#include "doc/doc.h"
#include "layout/grid.h"

/* Adds the children of `row` that have `role` as a row of cells. */
static void
read_row(struct grid *g, const struct doc *doc, uint32_t row,
    enum elem_role role, enum grid_part part)
{
	struct cell cell = { .row = g->rows, .rows = 1, .cols = 1 };
	uint32_t c;

	if (g->rows >= GRID_ROWS_MAX)
		return;
	cell.character = "";
	for (c = doc_first_child(doc, row); c != DOC_NONE;
	     c = doc_next(doc, c)) {
		if (doc_role(doc, c) != role || cell.col >= GRID_COLS_MAX)
			continue;
		cell.node = c;
		vec_push(&g->cells, cell);
		cell.col++;
	}
	if (cell.col == 0)
		return;
	if (cell.col > g->cols)
		g->cols = cell.col;
	vec_push(&g->part, (uint8_t)part);
	g->rows++;
}

void
grid_read_segments(struct grid *g, const struct doc *doc, uint32_t list)
{
	uint32_t c;

	memset(g, 0, sizeof(*g));
	g->frame = FRAME_ALL;
	read_row(g, doc, list, ROLE_SEGTITLE, GRID_HEAD);
	for (c = doc_first_child(doc, list); c != DOC_NONE;
	     c = doc_next(doc, c)) {
		if (doc_role(doc, c) == ROLE_SEGITEM)
			read_row(g, doc, c, ROLE_SEG, GRID_BODY);
	}
	grid_finish(g);
}

static int
is_across(const struct doc *doc, uint32_t list)
{
	const char *type = doc_attr(doc, list, ATTR_TYPE);

	return type != NULL && strcmp(type, "horiz") == 0;
}

void
grid_read_members(
    struct grid *g, const struct doc *doc, uint32_t list, int cols)
{
	struct cell cell = { .rows = 1, .cols = 1, .right = RULE_NO };
	int n = 0, i = 0, across = is_across(doc, list);
	uint32_t c;

	memset(g, 0, sizeof(*g));
	cell.below = RULE_NO;
	cell.character = "";
	for (c = doc_first_child(doc, list); c != DOC_NONE;
	     c = doc_next(doc, c))
		n += doc_role(doc, c) == ROLE_MEMBER;
	g->is_list = 1;
	g->cols = cols > n ? n : cols;
	if (n == 0)
		return;
	g->rows = (n + g->cols - 1) / g->cols;
	for (c = doc_first_child(doc, list); c != DOC_NONE;
	     c = doc_next(doc, c)) {
		if (doc_role(doc, c) != ROLE_MEMBER)
			continue;
		cell.node = c;
		cell.row = across ? i / g->cols : i % g->rows;
		cell.col = across ? i % g->cols : i / g->rows;
		vec_push(&g->cells, cell);
		i++;
	}
	for (i = 0; i < g->rows; i++)
		vec_push(&g->part, GRID_BODY);
	grid_finish(g);
}

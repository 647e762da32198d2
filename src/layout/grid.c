/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "layout/grid.h"

#include <stdlib.h>
#include <string.h>

#include "doc/doc.h"

/* A grid while it is read. */
struct reader {
	struct grid *g;
	const struct doc *doc;
	uint32_t group;          /* where colspecs and spanspecs are */
	int busy[GRID_COLS_MAX]; /* rows that a span still takes, by column */
	int row;
};

static int
int_attr(const struct doc *doc, uint32_t n, enum attr attr, int fallback)
{
	const char *s = doc_attr(doc, n, attr);
	long value = s == NULL ? fallback : strtol(s, NULL, 10);

	return value < 0 || value > GRID_ROWS_MAX ? fallback : (int)value;
}

/* The column, from 0, that a colspec names; -1 if none does. */
static int
column_named(const struct reader *r, const char *name)
{
	uint32_t c = doc_first_child(r->doc, r->group);
	int col = 0;

	for (; c != DOC_NONE; c = doc_next(r->doc, c)) {
		const char *own = doc_attr(r->doc, c, ATTR_COLNAME);

		if (doc_node(r->doc, c)->elem != ELEM_COLSPEC)
			continue;
		col = int_attr(r->doc, c, ATTR_COLNUM, col + 1);
		if (own != NULL && strcmp(own, name) == 0)
			return col > 0 && col <= GRID_COLS_MAX ? col - 1 : -1;
	}
	return -1;
}

/* The spanspec or the cell itself: whichever has namest and nameend. */
static uint32_t
span_source(const struct reader *r, uint32_t cell)
{
	const char *name = doc_attr(r->doc, cell, ATTR_SPANNAME), *own;
	uint32_t c;

	if (name == NULL)
		return cell;
	for (c = doc_first_child(r->doc, r->group); c != DOC_NONE;
	     c = doc_next(r->doc, c)) {
		own = doc_attr(r->doc, c, ATTR_SPANNAME);
		if (doc_node(r->doc, c)->elem == ELEM_SPANSPEC && own != NULL &&
		    strcmp(own, name) == 0)
			return c;
	}
	return cell;
}

static void
cell_place(const struct reader *r, struct cell *cell)
{
	uint32_t n = span_source(r, cell->node);
	const char *from = doc_attr(r->doc, n, ATTR_NAMEST);
	const char *to = doc_attr(r->doc, n, ATTR_NAMEEND);
	const char *at = doc_attr(r->doc, cell->node, ATTR_COLNAME);
	int first = -1, last;

	if (from != NULL)
		first = column_named(r, from);
	else if (at != NULL)
		first = column_named(r, at);
	if (first >= 0 && first >= cell->col)
		cell->col = first;
	last = to == NULL ? -1 : column_named(r, to);
	if (last >= cell->col)
		cell->cols = last - cell->col + 1;
	else
		cell->cols = int_attr(r->doc, cell->node, ATTR_COLSPAN, 1);
	cell->rows = int_attr(r->doc, cell->node, ATTR_MOREROWS, 0) + 1;
	if (cell->rows == 1)
		cell->rows = int_attr(r->doc, cell->node, ATTR_ROWSPAN, 1);
}

static enum align
align_of(const struct reader *r, uint32_t n, int col)
{
	const char *s = doc_attr(r->doc, n, ATTR_ALIGN);
	uint32_t c;
	int at = 0;

	for (c = doc_first_child(r->doc, r->group); s == NULL && c != DOC_NONE;
	     c = doc_next(r->doc, c)) {
		if (doc_role(r->doc, c) != ROLE_COLSPEC)
			continue;
		at = int_attr(r->doc, c, ATTR_COLNUM, at + 1);
		if (at == col + 1)
			s = doc_attr(r->doc, c, ATTR_ALIGN);
	}
	if (s == NULL)
		s = doc_attr(r->doc, r->group, ATTR_ALIGN);
	if (s != NULL && strcmp(s, "center") == 0)
		return ALIGN_CENTER;
	if (s != NULL && (strcmp(s, "right") == 0 || strcmp(s, "char") == 0))
		return ALIGN_RIGHT;
	return ALIGN_LEFT;
}

static int
between(int value, int low, int high)
{
	return value < low ? low : value > high ? high : value;
}

static void
read_cell(struct reader *r, uint32_t n, int *col)
{
	struct cell cell = { .node = n, .row = r->row };
	int i;

	while (*col < GRID_COLS_MAX && r->busy[*col] > 0)
		++*col;
	if (*col >= GRID_COLS_MAX)
		return;
	cell.col = *col;
	cell_place(r, &cell);
	cell.cols = between(cell.cols, 1, GRID_COLS_MAX - cell.col);
	cell.rows = between(cell.rows, 1, GRID_ROWS_MAX);
	cell.align = align_of(r, n, cell.col);
	for (i = cell.col; i < cell.col + cell.cols; i++)
		r->busy[i] = cell.rows;
	*col = cell.col + cell.cols;
	if (*col > r->g->cols)
		r->g->cols = *col;
	vec_push(&r->g->cells, cell);
}

static void
read_row(struct reader *r, uint32_t row, enum grid_part part)
{
	uint32_t c;
	int col = 0, i;

	if (r->row >= GRID_ROWS_MAX)
		return;
	for (c = doc_first_child(r->doc, row); c != DOC_NONE;
	     c = doc_next(r->doc, c)) {
		enum elem_role role = doc_role(r->doc, c);

		if (role == ROLE_CELL || role == ROLE_ENTRYTBL)
			read_cell(r, c, &col);
	}
	for (i = 0; i < GRID_COLS_MAX; i++)
		r->busy[i] -= r->busy[i] > 0;
	vec_push(&r->g->part, (uint8_t)part);
	r->row++;
}

/* A row of th cells alone is a head, though no thead says so. */
static enum grid_part
part_of_row(const struct reader *r, uint32_t row, enum grid_part part)
{
	uint32_t c = doc_first_child(r->doc, row);

	if (part != GRID_BODY || r->row > 0 || c == DOC_NONE)
		return part;
	for (; c != DOC_NONE; c = doc_next(r->doc, c)) {
		if (doc_node(r->doc, c)->elem != ELEM_TH)
			return part;
	}
	return GRID_HEAD;
}

static enum grid_part
part_of(enum elem_role role)
{
	return role == ROLE_HEAD ? GRID_HEAD
	    : role == ROLE_FOOT  ? GRID_FOOT
				 : GRID_BODY;
}

/* Rows of the wanted part; those right below the group are body rows. */
static void
read_part(struct reader *r, uint32_t n, enum grid_part want)
{
	uint32_t c, row;

	for (c = doc_first_child(r->doc, n); c != DOC_NONE;
	     c = doc_next(r->doc, c)) {
		enum elem_role role = doc_role(r->doc, c);

		if (role == ROLE_ROW && want == GRID_BODY)
			read_row(r, c, part_of_row(r, c, want));
		if (role != ROLE_HEAD && role != ROLE_BODY && role != ROLE_FOOT)
			continue;
		if (part_of(role) != want)
			continue;
		memset(r->busy, 0, sizeof(r->busy));
		for (row = doc_first_child(r->doc, c); row != DOC_NONE;
		     row = doc_next(r->doc, row)) {
			if (doc_role(r->doc, row) == ROLE_ROW)
				read_row(r, row, part_of_row(r, row, want));
		}
	}
}

/* Every place of the grid gets its cell; spans end with the grid. */
static void
find_owners(struct grid *g)
{
	size_t i, n = (size_t)g->rows * (size_t)g->cols;
	int row, col;

	for (i = 0; i < n; i++)
		vec_push(&g->owner, NO_CELL);
	for (i = 0; i < g->cells.n; i++) {
		struct cell *c = &g->cells.v[i];

		if (c->rows > g->rows - c->row)
			c->rows = g->rows - c->row;
		for (row = c->row; row < c->row + c->rows; row++) {
			for (col = c->col; col < c->col + c->cols; col++)
				g->owner.v[row * g->cols + col] = (int)i;
		}
	}
}

void
grid_read(struct grid *g, const struct doc *doc, uint32_t table)
{
	struct reader r = { .g = g, .doc = doc, .group = table };

	memset(g, 0, sizeof(*g));
	g->cols = between(int_attr(doc, table, ATTR_COLS, 0), 0, GRID_COLS_MAX);
	read_part(&r, table, GRID_HEAD);
	read_part(&r, table, GRID_BODY);
	read_part(&r, table, GRID_FOOT);
	g->rows = r.row;
	find_owners(g);
}

void
grid_release(struct grid *g)
{
	vec_release(&g->cells);
	vec_release(&g->part);
	vec_release(&g->owner);
}

int
grid_at(const struct grid *g, int row, int col)
{
	if (row < 0 || col < 0 || row >= g->rows || col >= g->cols)
		return NO_CELL;
	return g->owner.v[row * g->cols + col];
}

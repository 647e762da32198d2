/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "layout/grid.h"

#include <stdlib.h>
#include <string.h>

#include "doc/doc.h"

/* What colspecs, or an HTML table's cols, say of a column. */
struct column {
	uint32_t spec;    /* DOC_NONE: nothing */
	const char *name; /* or NULL */
};

/* A grid while it is read. */
struct reader {
	struct grid *g;
	const struct doc *doc;
	uint32_t table;          /* the table or entrytbl ... */
	uint32_t group;          /* ... and where its colspecs are */
	uint32_t row_node;       /* the row that is read */
	int busy[GRID_COLS_MAX]; /* rows that a span still takes, by column */
	int row;
	uint32_t skip; /* rows that are still to be passed over */
	int more;      /* there are rows behind those of the grid */
	struct column column[GRID_COLS_MAX];
	uint32_t span[GRID_COLS_MAX]; /* spanspecs ... */
	int spans;                    /* ... so many */
};

static int
between(int value, int low, int high)
{
	return value < low ? low : value > high ? high : value;
}

int
grid_attr(const struct doc *doc, uint32_t n, int attr, int fallback)
{
	const char *s = doc_attr(doc, n, (enum attr)attr);
	long value = s == NULL ? fallback : strtol(s, NULL, 10);

	return value < 0 || value > GRID_ROWS_MAX ? fallback : (int)value;
}

/* Notes a colspec, col or colgroup; returns the column behind it. */
static int
column_add(struct reader *r, uint32_t spec, int col)
{
	int span =
	    between(grid_attr(r->doc, spec, ATTR_SPAN, 1), 1, GRID_COLS_MAX);

	col = grid_attr(r->doc, spec, ATTR_COLNUM, col + 1) - 1;
	for (; span > 0 && col >= 0 && col < GRID_COLS_MAX; span--, col++) {
		r->column[col].spec = spec;
		r->column[col].name = doc_attr(r->doc, spec, ATTR_COLNAME);
	}
	return col < 0 ? 0 : col;
}

static void
columns_read(struct reader *r)
{
	uint32_t n = doc_first_child(r->doc, r->group);
	int col = 0;

	while (n != DOC_NONE) {
		enum elem elem = (enum elem)doc_node(r->doc, n)->elem;
		uint32_t inner = doc_first_child(r->doc, n);

		if (elem == ELEM_COLGROUP && inner != DOC_NONE) {
			n = inner;
			continue;
		}
		if (elem == ELEM_SPANSPEC && r->spans < GRID_COLS_MAX)
			r->span[r->spans++] = n;
		else if (doc_role(r->doc, n) == ROLE_COLSPEC)
			col = column_add(r, n, col);
		inner = doc_next(r->doc, n);
		if (inner == DOC_NONE &&
		    doc_node(r->doc, n)->parent != r->group)
			inner = doc_next(r->doc, doc_node(r->doc, n)->parent);
		n = inner;
	}
}

/* The column, from 0, that a colspec names; -1 if none does. */
static int
column_named(const struct reader *r, const char *name)
{
	int col;

	for (col = 0; col < GRID_COLS_MAX; col++) {
		if (r->column[col].name != NULL &&
		    strcmp(r->column[col].name, name) == 0)
			return col;
	}
	return -1;
}

/* The spanspec or the cell itself: whichever has namest and nameend. */
static uint32_t
span_source(const struct reader *r, uint32_t cell)
{
	const char *name = doc_attr(r->doc, cell, ATTR_SPANNAME), *own;
	int i;

	for (i = 0; name != NULL && i < r->spans; i++) {
		own = doc_attr(r->doc, r->span[i], ATTR_SPANNAME);
		if (own != NULL && strcmp(own, name) == 0)
			return r->span[i];
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
		cell->cols = grid_attr(r->doc, cell->node, ATTR_COLSPAN, 1);
	cell->rows = grid_attr(r->doc, cell->node, ATTR_MOREROWS, 0) + 1;
	if (cell->rows == 1)
		cell->rows = grid_attr(r->doc, cell->node, ATTR_ROWSPAN, 1);
}

/* The value that is nearest: of the cell, its span, row, column, group or
 * table; NULL if none says anything. */
static const char *
inherited(const struct reader *r, const struct cell *cell, enum attr attr)
{
	uint32_t near[6];
	const char *s = NULL;
	size_t i;

	near[0] = cell->node;
	near[1] = span_source(r, cell->node);
	near[2] = r->row_node;
	near[3] = r->column[attr == ATTR_COLSEP ? cell->col + cell->cols - 1
						: cell->col]
		      .spec;
	near[4] = r->group;
	near[5] = r->table;
	for (i = 0; i < sizeof(near) / sizeof(*near) && s == NULL; i++) {
		if (near[i] != DOC_NONE)
			s = doc_attr(r->doc, near[i], attr);
	}
	return s;
}

static enum align
align_of(const char *s)
{
	if (s == NULL)
		return ALIGN_LEFT;
	return strcmp(s, "center") == 0 ? ALIGN_CENTER
	    : strcmp(s, "right") == 0   ? ALIGN_RIGHT
	    : strcmp(s, "char") == 0    ? ALIGN_CHAR
					: ALIGN_LEFT;
}

static enum rule
rule_of(const char *s)
{
	return s == NULL          ? RULE_UNSAID
	    : strcmp(s, "0") == 0 ? RULE_NO
				  : RULE_YES;
}

/* What the group or table says of all cells. */
static enum rule
rule_of_all(const struct reader *r, enum attr attr)
{
	const char *s = doc_attr(r->doc, r->group, attr);

	return rule_of(s != NULL ? s : doc_attr(r->doc, r->table, attr));
}

static void
cell_look(const struct reader *r, struct cell *cell)
{
	cell->align = align_of(inherited(r, cell, ATTR_ALIGN));
	cell->right = rule_of(inherited(r, cell, ATTR_COLSEP));
	cell->below = rule_of(inherited(r, cell, ATTR_ROWSEP));
	cell->character = inherited(r, cell, ATTR_CHAR);
	if (cell->character == NULL)
		cell->character = "";
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
	cell_look(r, &cell);
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

	r->more |= r->row >= GRID_ROWS_MAX;
	if (r->skip > 0 || r->more) {
		r->skip -= r->skip > 0;
		return;
	}
	r->row_node = row;
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

/* Rows of the wanted part; those right below the group are body rows.  A part
 * begins with nothing spanning into it. */
static void
read_part(struct reader *r, uint32_t group, enum grid_part want)
{
	uint32_t c, row;

	memset(r->busy, 0, sizeof(r->busy));
	for (c = doc_first_child(r->doc, group); c != DOC_NONE;
	     c = doc_next(r->doc, c)) {
		enum elem_role role = doc_role(r->doc, c);

		if (role == ROLE_ROW && want == GRID_BODY)
			read_row(r, c, part_of_row(r, c, want));
		if ((role != ROLE_HEAD && role != ROLE_BODY &&
			role != ROLE_FOOT) ||
		    part_of(role) != want)
			continue;
		for (row = doc_first_child(r->doc, c); row != DOC_NONE;
		     row = doc_next(r->doc, row)) {
			if (doc_role(r->doc, row) == ROLE_ROW)
				read_row(r, row, part_of_row(r, row, want));
		}
	}
}

void
grid_finish(struct grid *g)
{
	size_t i, n = (size_t)g->rows * (size_t)g->cols;
	int row, col;

	for (i = 0; i < n; i++)
		vec_push(&g->owner, NO_CELL);
	for (i = 0; i < g->cells.n; i++) {
		struct cell *c = &g->cells.v[i];

		/* Spans end with the grid, and with their part of it. */
		for (row = c->row + 1; row < c->row + c->rows; row++) {
			if (row >= g->rows ||
			    g->part.v[row] != g->part.v[c->row])
				c->rows = row - c->row;
		}
		for (row = c->row; row < c->row + c->rows; row++) {
			for (col = c->col; col < c->col + c->cols; col++)
				g->owner.v[row * g->cols + col] = (int)i;
		}
	}
}

/* Which sides have a rule; HTML and CALS say it in different words. */
static unsigned
frame_of(const struct doc *doc, uint32_t table)
{
	static const struct {
		const char *name;
		unsigned frame;
	} rows[] = { { "none", 0 }, { "void", 0 }, { "top", FRAME_TOP },
		{ "above", FRAME_TOP }, { "bottom", FRAME_BOTTOM },
		{ "below", FRAME_BOTTOM },
		{ "topbot", FRAME_TOP | FRAME_BOTTOM },
		{ "hsides", FRAME_TOP | FRAME_BOTTOM },
		{ "sides", FRAME_SIDES }, { "vsides", FRAME_SIDES } };
	const char *s = doc_attr(doc, table, ATTR_FRAME);
	size_t i;

	for (i = 0; s != NULL && i < sizeof(rows) / sizeof(*rows); i++) {
		if (strcmp(rows[i].name, s) == 0)
			return rows[i].frame;
	}
	return FRAME_ALL;
}

int
grid_read(struct grid *g, const struct doc *doc, uint32_t group, uint32_t from)
{
	struct reader r = { .g = g, .doc = doc, .group = group, .skip = from };

	memset(g, 0, sizeof(*g));
	r.table = doc_role(doc, group) == ROLE_TGROUP
	    ? doc_node(doc, group)->parent
	    : group;
	if (r.table == DOC_NONE)
		r.table = group;
	g->frame = doc_role(doc, r.table) == ROLE_TABLE ? frame_of(doc, r.table)
							: FRAME_ALL;
	g->right = rule_of_all(&r, ATTR_COLSEP);
	g->below = rule_of_all(&r, ATTR_ROWSEP);
	g->cols =
	    between(grid_attr(doc, group, ATTR_COLS, 0), 0, GRID_COLS_MAX);
	columns_read(&r);
	read_part(&r, group, GRID_HEAD);
	read_part(&r, group, GRID_BODY);
	read_part(&r, group, GRID_FOOT);
	g->rows = r.row;
	grid_finish(g);
	return r.more;
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

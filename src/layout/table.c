/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "layout/table.h"

#include <string.h>

#include "doc/doc.h"
#include "layout/builder.h"
#include "layout/context.h"
#include "layout/grid.h"
#include "layout/unit.h"
#include "text/rich.h"
#include "text/width.h"

enum { PADDING = 3 }; /* [col] a column costs: rule, blank, blank */

/* A table while it is set. */
struct setting {
	struct builder *b;
	const struct place *p;
	struct margin margin;
	struct grid grid;
	int width; /* [col] for the grid */
	int col_width[GRID_COLS_MAX];
	struct lines *cell_lines; /* by cell */
	int *cell_next;           /* line that comes next, by cell */
	int ruled;                /* rules between all rows */
};

static int
is_within(const struct doc *doc, uint32_t n, uint32_t around)
{
	return n >= around && n <= doc_node(doc, around)->last;
}

/*
 * Calls `each` for the inner units of node n: those of footnotes if `notes`,
 * else all others.
 */
static void
each_unit(const struct place *p, uint32_t n, int notes,
    void (*each)(const struct place *at, void *arg), void *arg)
{
	struct place at = *p;
	size_t i = doc_inner_unit_from(p->doc, doc_node(p->doc, n)->start);

	at.before = NULL;
	at.root = n;
	for (; i < doc_inner_units(p->doc); i++) {
		at.unit = doc_inner_unit(p->doc, i);
		if (!is_within(p->doc, at.unit->node, n))
			break;
		if (at.unit->note != notes)
			continue;
		each(&at, arg);
		at.before = at.unit;
	}
}

static void
set_one(const struct place *at, void *arg)
{
	unit_set(arg, at);
}

static struct lines
cell_set(struct setting *s, const struct cell *cell, int width)
{
	struct place p = *s->p;
	struct builder b;

	builder_init(
	    &b, s->b->arena, doc_node(p.doc, cell->node)->start, s->b->ascii);
	p.width = width;
	each_unit(&p, cell->node, 0, set_one, &b);
	return builder_finish(&b);
}

struct extent {
	int min, max;
};

static void
extent_one(const struct place *at, void *arg)
{
	struct extent *e = arg;
	int min, max;

	unit_extent(at, &min, &max);
	e->min = min > e->min ? min : e->min;
	e->max = max > e->max ? max : e->max;
}

/* Widens the last of `cols` columns from `col` on to a sum of `want`. */
static void
stretch(int *width, int col, int cols, int want)
{
	int i, sum = (cols - 1) * PADDING;

	for (i = 0; i < cols; i++)
		sum += width[col + i];
	if (sum < want)
		width[col + cols - 1] += want - sum;
}

/* Cells in one column first, then those that span, by how much they want. */
static void
extents(const struct setting *s, int *min, int *max)
{
	const struct grid *g = &s->grid;
	size_t i;
	int span;

	for (span = 0; span <= 1; span++) {
		for (i = 0; i < g->cells.n; i++) {
			const struct cell *c = &g->cells.v[i];
			struct extent e = { 1, 1 };

			if ((c->cols > 1) != span)
				continue;
			each_unit(s->p, c->node, 0, extent_one, &e);
			stretch(min, c->col, c->cols, e.min);
			stretch(max, c->col, c->cols, e.max);
		}
	}
}

/*
 * One round of sharing `room` columns out.  Settles all columns that want no
 * more than an equal share, or need no less; if there are none, what is left
 * is shared equally.  Returns 0 once all are settled.
 */
static int
widths_settle(struct setting *s, const int *min, const int *max, int room)
{
	int i, cols = s->grid.cols, open = 0, settled = 0, share;

	for (i = 0; i < cols; i++) {
		room -= s->col_width[i];
		open += s->col_width[i] == 0;
	}
	if (open == 0)
		return 0;
	share = room / open;
	/* Wide words first: they make the share of the others smaller. */
	for (i = 0; i < cols; i++) {
		if (s->col_width[i] == 0 && min[i] > share) {
			s->col_width[i] = min[i];
			settled = 1;
		}
	}
	for (i = 0; i < cols && !settled; i++) {
		if (s->col_width[i] == 0 && max[i] <= share) {
			s->col_width[i] = max[i];
			return 1;
		}
	}
	for (i = 0; i < cols && !settled; i++) {
		if (s->col_width[i] == 0) {
			s->col_width[i] = room / open;
			room -= room / open--;
		}
	}
	return 1;
}

/*
 * Column widths: what each wants if that fits, else its widest word and a
 * share of the rest.  Columns that want no more than an equal share get what
 * they want, so that the wrapping falls to the wide ones.  Returns 0 if not
 * even the words fit.
 */
static int
widths_find(struct setting *s)
{
	int min[GRID_COLS_MAX] = { 0 }, max[GRID_COLS_MAX] = { 0 };
	int i, cols = s->grid.cols, least = 0;
	int room = s->width - cols * PADDING - 1;

	extents(s, min, max);
	for (i = 0; i < cols; i++) {
		min[i] = min[i] < 1 ? 1 : min[i];
		max[i] = max[i] < min[i] ? min[i] : max[i];
		least += min[i];
		s->col_width[i] = 0;
	}
	if (least > room)
		return 0;
	while (widths_settle(s, min, max, room))
		;
	return 1;
}

static int
span_width(const struct setting *s, const struct cell *c)
{
	int i, width = (c->cols - 1) * PADDING;

	for (i = 0; i < c->cols; i++)
		width += s->col_width[c->col + i];
	return width;
}

static void
cells_set(struct setting *s)
{
	const struct grid *g = &s->grid;
	size_t i;

	s->cell_lines =
	    arena_array(s->b->arena, g->cells.n, sizeof(*s->cell_lines));
	s->cell_next =
	    arena_array(s->b->arena, g->cells.n, sizeof(*s->cell_next));
	for (i = 0; i < g->cells.n; i++) {
		const struct cell *c = &g->cells.v[i];

		s->cell_lines[i] = cell_set(s, c, span_width(s, c));
		if (s->cell_lines[i].n > 1 && g->part.v[c->row] == GRID_BODY)
			s->ruled = 1;
	}
}

/* Is there a rule above row `row` (or below the last)? */
static int
has_rule(const struct setting *s, int row)
{
	const struct grid *g = &s->grid;

	if (row <= 0 || row >= g->rows)
		return 1;
	return s->ruled || g->part.v[row] != g->part.v[row - 1];
}

/* Box drawing by which arms a joint has: up 1, down 2, left 4, right 8. */
static const char *
joint(int arms, int ascii)
{
	static const char *const box[16] = { " ", "\u2502", "\u2502", "\u2502",
		"\u2500", "\u2518", "\u2510", "\u2524", "\u2500", "\u2514",
		"\u250c", "\u251c", "\u2500", "\u2534", "\u252c", "\u253c" };

	if (!ascii)
		return box[arms];
	return arms == 0                    ? " "
	    : (arms & 12) == 0              ? "|"
	    : (arms & 3) == 0 && arms == 12 ? "-"
					    : "+";
}

/* Is there a vertical rule in row `row` before column `col`? */
static int
vertical(const struct grid *g, int row, int col)
{
	int left = grid_at(g, row, col - 1), right = grid_at(g, row, col);

	if (row < 0 || row >= g->rows)
		return 0;
	return col == 0 || col == g->cols || left == NO_CELL || left != right;
}

/* Is there a horizontal rule above row `row` in column `col`? */
static int
horizontal(const struct grid *g, int row, int col)
{
	int above = grid_at(g, row - 1, col), below = grid_at(g, row, col);

	if (col < 0 || col >= g->cols)
		return 0;
	return row == 0 || row == g->rows || above == NO_CELL || above != below;
}

static void
add_cell_line(struct setting *s, int cell, int col)
{
	const struct cell *c = &s->grid.cells.v[cell];
	const struct lines *lines = &s->cell_lines[cell];
	const struct line *line;
	int spare, shift = 0;

	if ((size_t)s->cell_next[cell] >= lines->n)
		return;
	line = &lines->line[s->cell_next[cell]++];
	spare = span_width(s, c) - line_cols(line);
	if (spare > 0 && c->align == ALIGN_RIGHT)
		shift = spare;
	else if (spare > 0 && c->align == ALIGN_CENTER)
		shift = spare / 2;
	builder_line_at(s->b, col + shift, line);
}

/* A rule above row `row`; cells that span it write through it. */
static void
rule_set(struct setting *s, int row)
{
	const struct grid *g = &s->grid;
	int col, at = s->margin.cols, cell, arms;
	const char *str;

	margin_add(&s->margin, s->b);
	for (col = 0; col <= g->cols; col++) {
		arms = vertical(g, row - 1, col) | vertical(g, row, col) << 1 |
		    horizontal(g, row, col - 1) << 2 |
		    horizontal(g, row, col) << 3;
		str = joint(arms, s->b->ascii);
		builder_add(s->b, at, str, strlen(str), STYLE_FRAME);
		at++;
		if (col == g->cols)
			break;
		cell = grid_at(g, row, col);
		if (horizontal(g, row, col))
			builder_rule(s->b, at, joint(12, s->b->ascii),
			    s->col_width[col] + 2);
		else if (cell != NO_CELL && g->cells.v[cell].col == col)
			add_cell_line(s, cell, at + 1);
		at += s->col_width[col] + 2;
	}
	builder_end_line(s->b);
}

static void
row_line_set(struct setting *s, int row)
{
	const struct grid *g = &s->grid;
	const char *bar = joint(3, s->b->ascii);
	int col, at = s->margin.cols, cell;

	margin_add(&s->margin, s->b);
	for (col = 0; col <= g->cols; col++) {
		if (vertical(g, row, col))
			builder_add(s->b, at, bar, strlen(bar), STYLE_FRAME);
		at++;
		cell = grid_at(g, row, col);
		if (cell != NO_CELL && g->cells.v[cell].col == col)
			add_cell_line(s, cell, at + 1);
		if (col < g->cols)
			at += s->col_width[col] + 2;
	}
	builder_end_line(s->b);
}

/* Lines that are left of the cells that end with this row. */
static int
row_height(const struct setting *s, int row)
{
	const struct grid *g = &s->grid;
	int col, height = 1;

	for (col = 0; col < g->cols; col++) {
		int cell = grid_at(g, row, col), left;

		if (cell == NO_CELL ||
		    g->cells.v[cell].row + g->cells.v[cell].rows - 1 != row)
			continue;
		left = (int)s->cell_lines[cell].n - s->cell_next[cell];
		height = left > height ? left : height;
	}
	return height;
}

static void
grid_set(struct setting *s)
{
	int row, height;

	cells_set(s);
	for (row = 0; row < s->grid.rows; row++) {
		if (has_rule(s, row))
			rule_set(s, row);
		for (height = row_height(s, row); height > 0; height--)
			row_line_set(s, row);
	}
	rule_set(s, s->grid.rows);
}

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

/* Lines of something else, `indent` columns in from the table's margin. */
static void
lines_add(struct setting *s, const struct lines *lines, int indent)
{
	for (size_t i = 0; i < lines->n; i++) {
		margin_add(&s->margin, s->b);
		builder_line_at(s->b, s->margin.cols + indent, &lines->line[i]);
		builder_end_line(s->b);
	}
}

/* The head of the column, and the cell beside it or, if it is long, below. */
static void
card_cell(struct setting *s, const struct cell *c)
{
	struct buf head = BUF_INIT;
	struct lines lines;
	int cols, indent;

	head_text(s, c->col, &head);
	if (head.len > 0)
		buf_addc(&head, ':');
	cols = text_width(head.s, head.len);
	indent = head.len == 0 ? 0 : 2;
	lines = cell_set(s, c, s->width - indent < 1 ? 1 : s->width - indent);
	margin_add(&s->margin, s->b);
	builder_add(s->b, s->margin.cols, head.s, head.len, STYLE_STRONG);
	if (lines.n == 1 && cols + 1 + line_cols(lines.line) <= s->width) {
		builder_line_at(
		    s->b, s->margin.cols + cols + (cols > 0), lines.line);
		lines.n = 0;
	}
	builder_end_line(s->b);
	lines_add(s, &lines, indent);
	buf_release(&head);
}

static void
cards_set(struct setting *s)
{
	const struct grid *g = &s->grid;
	const char *rule = s->b->ascii ? "-" : "\u2500";
	int row = -1;
	size_t i;

	for (i = 0; i < g->cells.n; i++) {
		const struct cell *c = &g->cells.v[i];

		if (g->part.v[c->row] == GRID_HEAD)
			continue;
		if (c->row != row) {
			margin_add(&s->margin, s->b);
			builder_rule(s->b, s->margin.cols, rule,
			    s->width < 1 ? 1 : s->width);
			builder_end_line(s->b);
		}
		row = c->row;
		card_cell(s, c);
	}
}

static void
group_set(struct setting *s, uint32_t group)
{
	memset(s->col_width, 0, sizeof(s->col_width));
	s->ruled = 0;
	grid_read(&s->grid, s->p->doc, group);
	if (s->grid.rows > 0 && s->grid.cols > 0) {
		if (widths_find(s))
			grid_set(s);
		else
			cards_set(s);
	}
	grid_release(&s->grid);
}

/* What stands beside the cells: title before them, caption behind. */
struct beside {
	struct setting *s;
	uint32_t first, last; /* elements numbered [first, last] */
};

static void
set_beside(const struct place *at, void *arg)
{
	const struct beside *beside = arg;
	struct setting *s = beside->s;
	struct place p = *at;
	struct lines lines;
	struct builder b;

	if (at->unit->node < beside->first || at->unit->node > beside->last)
		return;
	p.width = s->width < 1 ? 1 : s->width;
	builder_init(&b, s->b->arena, at->unit->start, s->b->ascii);
	unit_set(&b, &p);
	lines = builder_finish(&b);
	lines_add(s, &lines, 0);
}

/* The first and last row or group of the table. */
static int
is_group(const struct doc *doc, uint32_t n)
{
	enum elem_role role = doc_role(doc, n);

	return role == ROLE_TGROUP || role == ROLE_ROW || role == ROLE_HEAD ||
	    role == ROLE_BODY || role == ROLE_FOOT;
}

void
table_set(struct builder *b, const struct place *p, const struct margin *m)
{
	struct setting s = { .b = b, .p = p, .margin = *m };
	uint32_t table = p->unit->node, c, first = 0, last = 0;
	struct beside beside = { .s = &s };
	int groups = 0;

	s.width = p->width - m->cols;
	for (c = doc_first_child(p->doc, table); c != DOC_NONE;
	     c = doc_next(p->doc, c)) {
		if (!is_group(p->doc, c))
			continue;
		first = first == 0 ? c : first;
		last = doc_node(p->doc, c)->last;
		groups += doc_role(p->doc, c) == ROLE_TGROUP;
	}
	beside.first = table;
	beside.last = first == 0 ? doc_node(p->doc, table)->last : first - 1;
	each_unit(p, table, 0, set_beside, &beside);
	for (c = doc_first_child(p->doc, table); groups > 0 && c != DOC_NONE;
	     c = doc_next(p->doc, c)) {
		if (doc_role(p->doc, c) == ROLE_TGROUP)
			group_set(&s, c);
	}
	if (groups == 0)
		group_set(&s, table);
	if (last > 0) {
		beside.first = last + 1;
		beside.last = doc_node(p->doc, table)->last;
		each_unit(p, table, 0, set_beside, &beside);
	}
	beside.first = table;
	beside.last = doc_node(p->doc, table)->last;
	each_unit(p, table, 1, set_beside, &beside);
}

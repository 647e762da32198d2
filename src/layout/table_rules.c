/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <string.h>

#include "layout/table_parts.h"
#include "text/rich.h"

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
vertical(const struct setting *s, int row, int col)
{
	const struct grid *g = &s->grid;
	int left = grid_at(g, row, col - 1), right = grid_at(g, row, col);

	if (row < 0 || row >= g->rows || g->is_list)
		return 0;
	if (col == 0 || col == g->cols)
		return (g->frame & FRAME_SIDES) != 0;
	if (left == NO_CELL)
		return g->right != RULE_NO;
	return left != right && g->cells.v[left].right != RULE_NO;
}

/* Is there a horizontal rule above row `row` in column `col`? */
static int
horizontal(const struct setting *s, int row, int col)
{
	const struct grid *g = &s->grid;
	int above = grid_at(g, row - 1, col), below = grid_at(g, row, col);
	enum rule rule;

	if (col < 0 || col >= g->cols || g->is_list)
		return 0;
	if (row == 0)
		return (g->frame & FRAME_TOP) != 0;
	if (row == g->rows)
		return (g->frame & FRAME_BOTTOM) != 0;
	if (g->part.v[row] != g->part.v[row - 1])
		return 1;
	if (above != NO_CELL && above == below)
		return 0;
	rule = above == NO_CELL ? g->below : g->cells.v[above].below;
	return rule != RULE_NO && (s->ruled || rule == RULE_YES);
}

/* Is there a line for rules above row `row`? */
static int
has_rule(const struct setting *s, int row)
{
	int col;

	for (col = 0; col < s->grid.cols; col++) {
		if (horizontal(s, row, col))
			return 1;
	}
	return 0;
}

static void
add_cell_line(struct setting *s, int cell, int col)
{
	const struct cell *c = &s->grid.cells.v[cell];
	const struct lines *lines = &s->cell_lines[cell];
	const struct line *line;

	if ((size_t)s->cell_next[cell] >= lines->n)
		return;
	line = &lines->line[s->cell_next[cell]++];
	builder_line_at(s->b, col + table_shift(s, c, line), line);
}

/* The rule or blank before column `col` of a rule above row `row`. */
static void
joint_add(struct setting *s, int row, int col, int at)
{
	int arms = vertical(s, row - 1, col) | vertical(s, row, col) << 1 |
	    horizontal(s, row, col - 1) << 2 | horizontal(s, row, col) << 3;
	const char *str = joint(arms, s->b->ascii);

	if (arms != 0)
		builder_add(s->b, at, str, strlen(str), STYLE_FRAME);
}

/* Blanks of column `col` before and behind its text. */
static int
pad(const struct setting *s, int col, int behind)
{
	int edge = behind ? s->grid.cols - 1 : 0;

	return col == edge && s->side == 0 ? 0 : 1;
}

/* A rule above row `row`; cells that span it write through it. */
static void
rule_set(struct setting *s, int row)
{
	const struct grid *g = &s->grid;
	int col, at = s->margin.cols, cell, cols;

	margin_add(&s->margin, s->b);
	for (col = 0; col < g->cols; col++) {
		cols = pad(s, col, 0) + s->col_width[col] + pad(s, col, 1);
		if (pad(s, col, 0))
			joint_add(s, row, col, at++);
		cell = grid_at(g, row, col);
		if (horizontal(s, row, col))
			builder_rule(s->b, at, joint(12, s->b->ascii), cols);
		else if (cell != NO_CELL && g->cells.v[cell].col == col &&
		    g->cells.v[cell].row < row)
			add_cell_line(s, cell, at + pad(s, col, 0));
		at += cols;
	}
	if (s->side > 0)
		joint_add(s, row, col, at);
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
		if (vertical(s, row, col))
			builder_add(s->b, at, bar, strlen(bar), STYLE_FRAME);
		if (col == g->cols)
			break;
		at += 2 * pad(s, col, 0);
		cell = grid_at(g, row, col);
		if (cell != NO_CELL && g->cells.v[cell].col == col)
			add_cell_line(s, cell, at);
		at += s->col_width[col] + pad(s, col, 1);
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

/* Rows of several lines, such as paragraphs, need something between them where
 * no rule is: a line that only cells which span it write on. */
static int
needs_gap(const struct setting *s, int row, int height, int above)
{
	const struct grid *g = &s->grid;

	return row > 0 && (height > 1 || above > 1) &&
	    g->part.v[row] == GRID_BODY && g->part.v[row - 1] == GRID_BODY;
}

void
table_rules_set(struct setting *s)
{
	const struct grid *g = &s->grid;
	int first = s->b->head_end == 0, row, height, above = 0;

	table_cells_set(s);
	if (s->b->grid_end == 0)
		s->b->grid = s->b->lines.n;
	if (first)
		s->b->head = s->b->lines.n;
	for (row = 0; row < g->rows; row++) {
		if (has_rule(s, row) ||
		    needs_gap(s, row, row_height(s, row), above))
			rule_set(s, row);
		if (first && row > 0 && g->part.v[row - 1] == GRID_HEAD &&
		    g->part.v[row] != GRID_HEAD)
			s->b->head_end = s->b->lines.n;
		above = row_height(s, row);
		for (height = above; height > 0; height--)
			row_line_set(s, row);
	}
	if (has_rule(s, s->grid.rows))
		rule_set(s, s->grid.rows);
	s->b->grid_end = s->b->lines.n;
}

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <string.h>

#include "base/buf.h"
#include "doc/doc.h"
#include "layout/table_parts.h"
#include "layout/unit.h"
#include "text/width.h"

static int
is_within(const struct doc *doc, uint32_t n, uint32_t around)
{
	return n >= around && n <= doc_node(doc, around)->last;
}

void
table_each(const struct place *p, uint32_t n, int notes,
    void (*each)(const struct place *at, void *arg), void *arg)
{
	struct place at = *p;
	size_t i = doc_inner_unit_from(p->doc, doc_node(p->doc, n)->start);
	size_t units = doc_inner_units(p->doc);

	at.before = NULL;
	at.root = n;
	while (i < units) {
		int is_table;

		at.unit = doc_inner_unit(p->doc, i++);
		/* A table around it begins where it does. */
		if (at.unit->node < n)
			continue;
		if (!is_within(p->doc, at.unit->node, n))
			break;
		is_table = at.unit->kind == UNIT_TABLE;
		if (is_table && (at.unit->node == n || p->nested >= NEST_MAX))
			continue;
		if (at.unit->note == notes) {
			each(&at, arg);
			at.before = at.unit;
		}
		/* What is in a table is shown by that. */
		while (is_table && i < units &&
		    is_within(
			p->doc, doc_inner_unit(p->doc, i)->node, at.unit->node))
			i++;
	}
}

static void
set_one(const struct place *at, void *arg)
{
	unit_set(arg, at);
}

/* A table in the place of a cell. */
static void
entrytbl_set(const struct setting *s, struct builder *b, uint32_t n, int width)
{
	struct place p = *s->p;
	struct setting inner = { .b = b, .p = &p };

	p.width = inner.width = width;
	p.root = n;
	p.before = NULL;
	p.nested++;
	table_group_set(&inner, n);
}

struct lines
table_cell_set(const struct setting *s, const struct cell *cell, int width)
{
	struct place p = *s->p;
	struct builder b;

	builder_init(
	    &b, s->b->arena, doc_node(p.doc, cell->node)->start, s->b->ascii);
	p.width = width < 1 ? 1 : width;
	if (doc_role(p.doc, cell->node) == ROLE_ENTRYTBL && p.nested < NEST_MAX)
		entrytbl_set(s, &b, cell->node, p.width);
	else
		table_each(&p, cell->node, 0, set_one, &b);
	return builder_finish(&b);
}

static void
extent_add(struct extent *e, int min, int max)
{
	e->min = min > e->min ? min : e->min;
	e->max = max > e->max ? max : e->max;
}

static void
extent_one(const struct place *at, void *arg)
{
	int min, max;

	unit_extent(at, &min, &max);
	extent_add(arg, min, max);
}

struct extent
table_cell_extent(const struct place *p, const struct cell *c)
{
	struct extent e = { 1, 1 };
	struct place inner = *p;
	int min, max;

	if (doc_role(p->doc, c->node) == ROLE_ENTRYTBL &&
	    p->nested < NEST_MAX) {
		inner.nested++;
		table_group_extent(&inner, c->node, &min, &max);
		extent_add(&e, min, max);
	} else {
		table_each(p, c->node, 0, extent_one, &e);
	}
	return e;
}

int
table_span_width(const struct setting *s, const struct cell *c)
{
	int i, width = (c->cols - 1) * PADDING;

	for (i = 0; i < c->cols; i++)
		width += s->col_width[c->col + i];
	return width;
}

/* Columns of a line before the first `character` in it, all if it has none. */
static int
cols_before(const struct line *line, const char *character)
{
	struct buf b = BUF_INIT;
	const char *at;
	int cols;

	line_text(line, &b);
	at = character[0] == '\0' ? NULL : strstr(b.s, character);
	cols = text_width(b.s, at == NULL ? b.len : (size_t)(at - b.s));
	buf_release(&b);
	return cols;
}

int
table_is_aligned(const struct setting *s, const struct cell *c)
{
	return c->align == ALIGN_CHAR && c->character[0] != '\0' &&
	    s->grid.part.v[c->row] != GRID_HEAD && c->cols == 1;
}

static void
align_on_character(struct setting *s, size_t cell)
{
	const struct cell *c = &s->grid.cells.v[cell];
	int before, behind;

	if (!table_is_aligned(s, c) || s->cell_lines[cell].n != 1)
		return;
	before = cols_before(s->cell_lines[cell].line, c->character);
	behind = line_cols(s->cell_lines[cell].line) - before;
	if (before > s->col_before[c->col])
		s->col_before[c->col] = before;
	if (behind > s->col_behind[c->col])
		s->col_behind[c->col] = behind;
}

/* At the right of the column as a whole, and so that the characters stand
 * below one another. */
static int
character_shift(
    const struct setting *s, const struct cell *c, const struct line *line)
{
	int spare = table_span_width(s, c) - s->col_before[c->col] -
	    s->col_behind[c->col];

	return (spare < 0 ? 0 : spare) + s->col_before[c->col] -
	    cols_before(line, c->character);
}

int
table_shift(
    const struct setting *s, const struct cell *c, const struct line *line)
{
	int spare = table_span_width(s, c) - line_cols(line), shift;

	if (spare <= 0 || c->align == ALIGN_LEFT)
		return 0;
	if (c->align == ALIGN_CENTER)
		return spare / 2;
	if (!table_is_aligned(s, c))
		return spare;
	shift = character_shift(s, c, line);
	return shift < 0 ? 0 : shift > spare ? spare : shift;
}

void
table_cells_set(struct setting *s)
{
	const struct grid *g = &s->grid;
	size_t i;

	memset(s->col_before, 0, sizeof(s->col_before));
	memset(s->col_behind, 0, sizeof(s->col_behind));
	s->ruled = 0;
	s->cell_lines =
	    arena_array(s->b->arena, g->cells.n, sizeof(*s->cell_lines));
	s->cell_next =
	    arena_array(s->b->arena, g->cells.n, sizeof(*s->cell_next));
	for (i = 0; i < g->cells.n; i++) {
		const struct cell *c = &g->cells.v[i];

		s->cell_lines[i] = table_cell_set(s, c, table_span_width(s, c));
		align_on_character(s, i);
		if (s->cell_lines[i].n > 1 && g->part.v[c->row] == GRID_BODY)
			s->ruled = !g->is_list;
	}
}

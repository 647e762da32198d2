/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "layout/table.h"

#include <string.h>

#include "doc/doc.h"
#include "layout/table_parts.h"
#include "layout/unit.h"

static void
grid_or_cards(struct setting *s)
{
	if (s->grid.rows == 0 || s->grid.cols == 0)
		return;
	if ((s->form != LAYOUT_CARDS || s->grid.is_list) && table_widths(s)) {
		table_rules_set(s);
	} else {
		s->b->squeezed = s->form != LAYOUT_CARDS;
		table_cards_set(s);
	}
}

int
table_columns(const struct doc *doc, uint32_t list)
{
	int cols = grid_attr(doc, list, ATTR_COLUMNS, 1);

	return cols > GRID_COLS_MAX ? GRID_COLS_MAX : cols;
}

/* A list in as many columns as it wants, or as fit. */
static void
members_set(struct setting *s, uint32_t list)
{
	int cols = table_columns(s->p->doc, list);

	for (;; cols--) {
		grid_read_members(&s->grid, s->p->doc, list, cols);
		if (cols <= 1 || s->grid.rows == 0 || table_widths(s))
			break;
		grid_release(&s->grid);
	}
	grid_or_cards(s);
	grid_release(&s->grid);
}

void
table_group_set(struct setting *s, uint32_t group)
{
	enum elem_role role = doc_role(s->p->doc, group);
	uint32_t from = 0;
	int more = 1;

	if (role == ROLE_SIMPLE) {
		members_set(s, group);
		return;
	}
	if (role == ROLE_SEGMENTED) {
		grid_read_segments(&s->grid, s->p->doc, group);
		grid_or_cards(s);
		grid_release(&s->grid);
		return;
	}
	while (more) {
		more = grid_read(&s->grid, s->p->doc, group, from);
		from += (uint32_t)s->grid.rows;
		grid_or_cards(s);
		grid_release(&s->grid);
	}
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
	size_t i;

	if (at->unit->node < beside->first || at->unit->node > beside->last)
		return;
	p.width = s->width < 1 ? 1 : s->width;
	builder_init(&b, s->b->arena, at->unit->start, s->b->ascii);
	unit_set(&b, &p);
	lines = builder_finish(&b);
	for (i = 0; i < lines.n; i++) {
		margin_add(&s->margin, s->b);
		builder_line_at(s->b, s->margin.cols, &lines.line[i]);
		builder_end_line(s->b);
	}
}

/* A row or a group of rows. */
static int
is_group(enum elem_role role)
{
	switch ((int)role) {
	case ROLE_BODY:
	case ROLE_FOOT:
	case ROLE_HEAD:
	case ROLE_MEMBER:
	case ROLE_ROW:
	case ROLE_SEGITEM:
	case ROLE_SEGTITLE:
	case ROLE_TGROUP:
		return 1;
	default:
		return 0;
	}
}

/* The first and the last element of the table's rows; 0 if it has none. */
static void
rows_find(
    const struct doc *doc, uint32_t table, uint32_t *first, uint32_t *last)
{
	uint32_t c;

	*first = *last = 0;
	for (c = doc_first_child(doc, table); c != DOC_NONE;
	     c = doc_next(doc, c)) {
		if (!is_group(doc_role(doc, c)))
			continue;
		*first = *first == 0 ? c : *first;
		*last = doc_node(doc, c)->last;
	}
}

/* The groups of a table; without any, its rows are one. */
static void
groups_set(struct setting *s, uint32_t table)
{
	const struct doc *doc = s->p->doc;
	int groups = 0;
	uint32_t c;

	for (c = doc_first_child(doc, table); c != DOC_NONE;
	     c = doc_next(doc, c)) {
		if (doc_role(doc, c) != ROLE_TGROUP)
			continue;
		table_group_set(s, c);
		groups++;
	}
	if (groups == 0)
		table_group_set(s, table);
}

static void
beside_set(struct setting *s, uint32_t first, uint32_t last, int notes)
{
	struct beside beside = { s, first, last };

	table_each(s->p, s->p->unit->node, notes, set_beside, &beside);
}

void
table_set(struct builder *b, const struct place *p, const struct margin *m)
{
	struct place inside = *p;
	struct setting s = {
		.b = b, .p = &inside, .margin = *m, .form = p->form
	};
	uint32_t table = p->unit->node, first, last, end;

	inside.nested++;
	inside.form = LAYOUT_FIT;
	s.width = p->width - m->cols;
	end = doc_node(p->doc, table)->last;
	rows_find(p->doc, table, &first, &last);
	beside_set(&s, table, first == 0 ? end : first - 1, 0);
	groups_set(&s, table);
	if (last > 0)
		beside_set(&s, last + 1, end, 0);
	beside_set(&s, table, end, 1);
}

/* The widest word beside the rows, which are elements [first, last]. */
struct widest {
	uint32_t first, last;
	int cols;
};

static void
extent_beside(const struct place *at, void *arg)
{
	struct widest *widest = arg;
	uint32_t n = at->unit->node;
	int min, max;

	if (n >= widest->first && n <= widest->last)
		return;
	unit_extent(at, &min, &max);
	if (min > widest->cols)
		widest->cols = min;
}

void
table_extent(const struct place *p, int *min, int *max)
{
	struct place inside = *p;
	uint32_t table = p->unit->node, c;
	struct widest widest = { .cols = 1 };
	int low, high, groups = 0;

	inside.nested++;
	*min = *max = 1;
	for (c = doc_first_child(p->doc, table); c != DOC_NONE;
	     c = doc_next(p->doc, c)) {
		if (doc_role(p->doc, c) != ROLE_TGROUP)
			continue;
		groups++;
		table_group_extent(&inside, c, &low, &high);
		*min = low > *min ? low : *min;
		*max = high > *max ? high : *max;
	}
	if (groups == 0)
		table_group_extent(&inside, table, min, max);
	rows_find(p->doc, table, &widest.first, &widest.last);
	table_each(&inside, table, 0, extent_beside, &widest);
	widest.first = widest.last = DOC_NONE; /* notes stand below them */
	table_each(&inside, table, 1, extent_beside, &widest);
	*min = widest.cols > *min ? widest.cols : *min;
	*max = *min > *max ? *min : *max;
}

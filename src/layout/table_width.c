/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <string.h>

#include "base/buf.h"
#include "doc/doc.h"
#include "layout/table_parts.h"
#include "text/width.h"

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
extents(const struct place *p, const struct grid *g, int *min, int *max)
{
	size_t i;
	int span;

	for (span = 0; span <= 1; span++) {
		for (i = 0; i < g->cells.n; i++) {
			const struct cell *c = &g->cells.v[i];
			struct extent e;

			if ((c->cols > 1) != span)
				continue;
			e = table_cell_extent(p, c);
			stretch(min, c->col, c->cols, e.min);
			stretch(max, c->col, c->cols, e.max);
		}
	}
}

/* Columns aligned on a character want what stands before it in one cell and
 * behind it in another. */
static void
aligned_extents(const struct setting *s, int *max)
{
	int before[GRID_COLS_MAX] = { 0 }, behind[GRID_COLS_MAX] = { 0 };
	struct buf b = BUF_INIT;
	size_t i;

	for (i = 0; i < s->grid.cells.n; i++) {
		const struct cell *c = &s->grid.cells.v[i];
		const char *at;
		int left, all;

		if (!table_is_aligned(s, c))
			continue;
		buf_reset(&b);
		doc_plain(s->p->doc, c->node, &b);
		at = b.len == 0 ? NULL : strstr(b.s, c->character);
		all = text_width(b.s, b.len);
		left = at == NULL ? all : text_width(b.s, (size_t)(at - b.s));
		before[c->col] = left > before[c->col] ? left : before[c->col];
		if (all - left > behind[c->col])
			behind[c->col] = all - left;
		stretch(max, c->col, 1, before[c->col] + behind[c->col]);
	}
	buf_release(&b);
}

/* The words of a column are as wide as that at least. */
static void
settle_extents(const struct grid *g, int *min, int *max)
{
	int i;

	for (i = 0; i < g->cols; i++) {
		min[i] = min[i] < 1 ? 1 : min[i];
		max[i] = max[i] < min[i] ? min[i] : max[i];
	}
}

static void
grid_extent(const struct place *p, const struct grid *g, int *min, int *max)
{
	int low[GRID_COLS_MAX] = { 0 }, high[GRID_COLS_MAX] = { 0 }, i;

	extents(p, g, low, high);
	settle_extents(g, low, high);
	*min = *max = g->cols * PADDING + 1;
	for (i = 0; i < g->cols; i++) {
		*min += low[i];
		*max += high[i];
	}
}

void
table_group_extent(const struct place *p, uint32_t group, int *min, int *max)
{
	enum elem_role role = doc_role(p->doc, group);
	struct place inside = *p;
	struct grid g;
	int one;

	inside.root = group;
	if (role == ROLE_SEGMENTED)
		grid_read_segments(&g, p->doc, group);
	else if (role == ROLE_SIMPLE)
		grid_read_members(
		    &g, p->doc, group, table_columns(p->doc, group));
	else
		grid_read(&g, p->doc, group, 0);
	grid_extent(&inside, &g, min, max);
	grid_release(&g);
	if (role != ROLE_SIMPLE)
		return;
	/* Its members can stand below each other. */
	grid_read_members(&g, p->doc, group, 1);
	grid_extent(&inside, &g, min, &one);
	grid_release(&g);
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

/* Of a grid that may be wider than the screen. */
static int
wide_column(int min, int max)
{
	int most = min > WIDE_CELL ? min : WIDE_CELL;

	return max < most ? max : most;
}

/*
 * What each column wants if that fits, else its widest word and a share of the
 * rest.  Columns that want no more than an equal share get what they want, so
 * that the wrapping falls to the wide ones.
 */
int
table_widths(struct setting *s)
{
	int min[GRID_COLS_MAX] = { 0 }, max[GRID_COLS_MAX] = { 0 };
	int i, cols = s->grid.cols, least = 0, room;

	s->side = s->grid.is_list || s->grid.frame & FRAME_SIDES ? SIDE : 0;
	room = s->width - (cols - 1) * PADDING - 2 * s->side;
	extents(s->p, &s->grid, min, max);
	aligned_extents(s, max);
	settle_extents(&s->grid, min, max);
	for (i = 0; i < cols; i++) {
		least += min[i];
		s->col_width[i] = 0;
	}
	for (i = 0; i < cols && least > room && s->form == LAYOUT_WIDE; i++)
		s->col_width[i] = wide_column(min[i], max[i]);
	if (least > room)
		return s->form == LAYOUT_WIDE;
	while (widths_settle(s, min, max, room))
		;
	return 1;
}

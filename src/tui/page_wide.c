/* SPDX-License-Identifier: ISC */
/*
 * page_wide.c - tables and listings that are wider than the page
 */
#include "config.h"

#include "doc/doc.h"
#include "text/width.h"
#include "tui/page.h"

static struct page_pan *
pan_of(const struct page *p, size_t unit)
{
	size_t i;

	for (i = 0; i < p->pans.n; i++) {
		if (p->pans.v[i].unit == unit)
			return &p->pans.v[i];
	}
	return NULL;
}

int
page_room(const struct page *p)
{
	return p->area.col + p->area.cols - p->col;
}

int
page_pan(const struct page *p, size_t unit)
{
	const struct page_pan *pan = pan_of(p, unit);

	return pan == NULL ? 0 : pan->col;
}

int
page_line_pan(const struct page *p, struct layout_pos pos)
{
	struct layout_shape shape;

	if (layout_form(p->layout, pos.unit) != LAYOUT_WIDE)
		return -1;
	shape = layout_shape(p->layout, pos.unit);
	return pos.line >= shape.wide && pos.line < shape.wide_end
	    ? page_pan(p, pos.unit)
	    : -1;
}

/* 1 if the unit is wanted: any that does not fit, or any table. */
static int
is_wanted(struct page *p, size_t unit, int table)
{
	struct layout_shape shape;
	enum unit_kind kind = doc_unit(p->doc, unit)->kind;

	if (kind != UNIT_TABLE && (table || kind != UNIT_VERBATIM))
		return 0;
	shape = layout_shape(p->layout, unit);
	return table || shape.squeezed || shape.cols > p->width ||
	    layout_form(p->layout, unit) == LAYOUT_WIDE;
}

int
page_find_wide(struct page *p, int table, size_t *unit)
{
	struct layout_pos pos = p->top;
	size_t last = (size_t)-1;
	int row;

	for (row = 0; row < p->area.rows && pos.unit < doc_units(p->doc);
	     row++) {
		*unit = pos.unit;
		if (pos.unit != last && is_wanted(p, pos.unit, table))
			return 1;
		last = pos.unit;
		if (layout_move(p->layout, &pos, 1) == 0)
			break;
	}
	return 0;
}

static void
set_pan(struct page *p, size_t unit, int col)
{
	struct page_pan new = { unit, layout_form(p->layout, unit), col };
	struct page_pan *old = pan_of(p, unit);

	if (old != NULL)
		*old = new;
	else
		vec_push(&p->pans, new);
}

/* The line at the top is another one when what it is in is set anew. */
void
page_set_form(struct page *p, size_t unit, enum layout_form form)
{
	layout_set_form(p->layout, unit, form);
	set_pan(p, unit, 0);
	if (p->top.unit == unit)
		p->top = page_find(p, p->anchor);
}

/* The last column that panning brings to the left edge; one column shows that
 * there is more. */
static int
pan_max(struct page *p, size_t unit)
{
	int more = layout_shape(p->layout, unit).cols - page_room(p) + 1;

	return more > 0 ? more : 0;
}

int
page_set_pan(struct page *p, size_t unit, int col)
{
	int max = pan_max(p, unit), old = page_pan(p, unit);

	col = col > max ? max : col;
	set_pan(p, unit, col < 0 ? 0 : col);
	return page_pan(p, unit) != old;
}

/* [col] where the line shows the place; -1: it does not. */
static int
col_of(const struct line *line, uint32_t at)
{
	uint32_t i;

	for (i = 0; line != NULL && i < line->n; i++) {
		const struct span *s = &line->span[i];

		if (s->offset == NO_OFFSET || at < s->offset ||
		    at - s->offset >= s->source_len)
			continue;
		return s->len == s->source_len
		    ? s->col + text_width(s->s, at - s->offset)
		    : s->col;
	}
	return -1;
}

void
page_show_col(struct page *p, uint32_t at)
{
	struct layout_pos pos = page_find(p, at);
	int pan = page_line_pan(p, pos), room = page_room(p) - 1, col;

	if (pan < 0)
		return;
	col = col_of(layout_line(p->layout, pos), at);
	if (col >= 0 && (col < pan || col >= pan + room))
		page_set_pan(p, pos.unit, col - room / 3);
}

/* The width has changed: what was wide still is, and as far to the left. */
void
page_apply_forms(struct page *p)
{
	size_t i;

	for (i = 0; i < p->pans.n; i++) {
		struct page_pan *pan = &p->pans.v[i];

		if (pan->unit >= doc_units(p->doc))
			continue;
		layout_set_form(p->layout, pan->unit, pan->form);
		if (pan->col > 0 && pan->col > pan_max(p, pan->unit))
			pan->col = pan_max(p, pan->unit);
	}
}

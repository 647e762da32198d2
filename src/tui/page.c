/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "tui/page.h"

#include <assert.h>
#include <string.h>

#include "doc/doc.h"
#include "text/rich.h"

void
page_init(struct page *p, const struct doc *doc, int ascii)
{
	memset(p, 0, sizeof(*p));
	p->doc = doc;
	p->ascii = ascii;
	p->measure = PAGE_MEASURE;
}

void
page_release(struct page *p)
{
	layout_free(p->layout);
	p->layout = NULL;
	vec_release(&p->pans);
}

/* A gutter of 2 where it costs little; a quarter of what is left over is the
 * margin to the left of it. */
static void
choose_columns(struct page *p)
{
	int cols = p->area.cols, spare;

	p->gutter = cols >= 30 ? 2 : cols >= 10 ? 1 : 0;
	if (p->numbers && p->gutter == 2)
		p->gutter = PAGE_NUMBER_COLS;
	p->width = cols - p->gutter;
	if (p->width > p->measure)
		p->width = p->measure;
	if (p->width < 1)
		p->width = 1;
	spare = cols - p->gutter - p->width;
	p->col = p->area.col + p->gutter + (spare > 64 ? 16 : spare / 4);
}

static void
lay_out(struct page *p)
{
	struct layout_options opt = { p->width, p->ascii };

	layout_free(p->layout);
	p->layout = layout_new(p->doc, &opt);
	page_apply_forms(p);
	p->top = layout_find(p->layout, p->anchor);
	if (p->anchor == 0)
		p->top = (struct layout_pos){ 0, 0 };
}

void
page_resize(struct page *p, const struct canvas_rect *area)
{
	int width = p->width;

	p->area = *area;
	choose_columns(p);
	if (p->layout == NULL || p->width != width)
		lay_out(p);
}

void
page_set_measure(struct page *p, int measure)
{
	struct canvas_rect area = p->area;

	p->measure = measure < PAGE_MEASURE_MIN ? PAGE_MEASURE_MIN
	    : measure > PAGE_MEASURE_MAX        ? PAGE_MEASURE_MAX
						: measure;
	page_resize(p, &area);
}

void
page_refresh(struct page *p)
{
	if (p->layout != NULL)
		lay_out(p);
}

/* Remembers the line at the top as the place that was chosen. */
static void
settle(struct page *p)
{
	const struct line *line = layout_line(p->layout, p->top);

	if (p->top.unit == 0 && p->top.line == 0)
		p->anchor = 0;
	else if (line != NULL)
		p->anchor = line->offset;
}

static int
rows_below(struct page *p, int wanted)
{
	struct layout_pos pos = p->top;

	return layout_move(p->layout, &pos, wanted);
}

int
page_scroll(struct page *p, int n)
{
	int room;

	if (n > 0) {
		room = rows_below(p, n + p->area.rows - 1) - (p->area.rows - 1);
		n = room < 0 ? 0 : room < n ? room : n;
	}
	n = layout_move(p->layout, &p->top, n);
	if (n != 0)
		settle(p);
	return n;
}

int
page_at_end(struct page *p)
{
	return rows_below(p, p->area.rows) < p->area.rows;
}

static void
go_to(struct page *p, struct layout_pos pos, uint32_t anchor)
{
	p->top = pos;
	p->anchor = anchor;
}

void
page_goto(struct page *p, uint32_t at)
{
	if (at == 0)
		go_to(p, (struct layout_pos){ 0, 0 }, 0);
	else
		go_to(p, layout_find(p->layout, at), at);
}

/* A division may begin with what is not shown; then its first unit is the one
 * behind the place where it begins. */
void
page_goto_node(struct page *p, uint32_t n)
{
	const struct node *node = doc_node(p->doc, n);
	uint32_t at = node->start;
	size_t unit;

	if (doc_units(p->doc) == 0 || at == 0) {
		page_goto(p, 0);
		return;
	}
	unit = doc_unit_at(p->doc, at);
	if (doc_unit(p->doc, unit)->end <= at && node->end > at &&
	    unit + 1 < doc_units(p->doc))
		at = doc_unit(p->doc, unit + 1)->start;
	page_goto(p, at);
}

void
page_goto_end(struct page *p)
{
	p->top = layout_last(p->layout);
	layout_move(p->layout, &p->top, 1 - p->area.rows);
	settle(p);
}

/* 1 if a span of the line shows offset `at`. */
static int
shows(const struct line *line, uint32_t at)
{
	uint32_t i;

	for (i = 0; i < line->n; i++) {
		const struct span *s = &line->span[i];

		if (s->offset != NO_OFFSET && at >= s->offset &&
		    at - s->offset < s->source_len)
			return 1;
	}
	return 0;
}

int
page_row_of(struct page *p, uint32_t at)
{
	struct layout_pos pos = p->top;
	int row;

	for (row = 0; row < p->area.rows; row++) {
		const struct line *line = layout_line(p->layout, pos);

		if (line != NULL && shows(line, at))
			return row;
		if (layout_move(p->layout, &pos, 1) == 0)
			break;
	}
	return -1;
}

/* The line of its unit that shows `at`, else where layout would have it. */
struct layout_pos
page_find(struct page *p, uint32_t at)
{
	struct layout_pos pos = layout_find(p->layout, at), try;
	struct lines lines;

	if (doc_units(p->doc) == 0)
		return pos;
	lines = layout_unit(p->layout, pos.unit);
	try.unit = pos.unit;
	for (try.line = 0; try.line < lines.n; try.line++) {
		if (shows(&lines.line[try.line], at))
			return try;
	}
	return pos;
}

void
page_show(struct page *p, uint32_t at, uint32_t end)
{
	struct layout_pos pos;

	page_show_col(p, at);
	if (page_row_of(p, at) >= 0 &&
	    (end <= at + 1 || page_row_of(p, end - 1) >= 0))
		return;
	pos = page_find(p, at);
	layout_move(p->layout, &pos, -(p->area.rows / 3));
	p->top = pos;
	settle(p);
}

/* The first line of a unit that is not one of the blank ones above it. */
static struct layout_pos
block_start(struct page *p, size_t unit)
{
	struct layout_pos pos = { unit, 0 };
	struct lines lines = layout_unit(p->layout, unit);

	while (pos.line + 1 < lines.n && lines.line[pos.line].n == 0)
		pos.line++;
	return pos;
}

int
page_next_block(struct page *p)
{
	struct layout_pos pos;
	size_t unit = p->top.unit;

	if (doc_units(p->doc) == 0)
		return 0;
	pos = block_start(p, unit);
	if (pos.line <= p->top.line) {
		do
			unit++;
		while (unit < doc_units(p->doc) &&
		    layout_unit(p->layout, unit).n == 0);
		if (unit >= doc_units(p->doc))
			return 0;
		pos = block_start(p, unit);
	}
	p->top = pos;
	settle(p);
	return 1;
}

int
page_prev_block(struct page *p)
{
	struct layout_pos pos;
	size_t unit = p->top.unit;

	if (doc_units(p->doc) == 0)
		return 0;
	pos = block_start(p, unit);
	if (pos.line >= p->top.line) {
		do {
			if (unit == 0)
				return 0;
			unit--;
		} while (layout_unit(p->layout, unit).n == 0);
		pos = block_start(p, unit);
	}
	p->top = pos;
	settle(p);
	return 1;
}

void
page_block_top(struct page *p)
{
	struct layout_pos pos;

	if (doc_units(p->doc) == 0)
		return;
	pos = block_start(p, p->top.unit);
	if (pos.line < p->top.line) {
		p->top = pos;
		settle(p);
	}
}

int
page_step_block(struct page *p, uint32_t at, int by, uint32_t *to)
{
	struct layout_pos pos = p->top;
	size_t here = page_find(p, at).unit, unit = here;
	int row;

	for (row = 0; row < p->area.rows; row++) {
		const struct line *line = layout_line(p->layout, pos);
		int wanted = by > 0 ? pos.unit > here && unit == here
				    : pos.unit < here && pos.unit != unit;

		if (line != NULL && line->n > 0 && wanted) {
			*to = line->offset;
			unit = pos.unit;
		}
		if (layout_move(p->layout, &pos, 1) == 0)
			break;
	}
	return unit != here;
}

uint32_t
page_offset(struct page *p)
{
	const struct line *line = layout_line(p->layout, p->top);

	return line == NULL ? p->anchor : line->offset;
}

uint32_t
page_end(struct page *p)
{
	struct layout_pos pos = p->top;
	const struct line *line;

	if (layout_move(p->layout, &pos, p->area.rows) < p->area.rows)
		return doc_len(p->doc) + 1;
	line = layout_line(p->layout, pos);
	return line == NULL ? page_offset(p) : line->offset;
}

struct page_place
page_here(const struct page *p)
{
	return (struct page_place){ p->anchor, p->top, p->width };
}

void
page_return(struct page *p, const struct page_place *place)
{
	if (place->width == p->width)
		go_to(p, place->top, place->anchor);
	else
		page_goto(p, place->anchor);
}

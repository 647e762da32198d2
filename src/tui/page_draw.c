/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <string.h>

#include "text/rich.h"
#include "tui/page.h"

/* One line on its way to the canvas. */
struct row {
	struct canvas *c;
	const struct page *p;
	const struct page_marks *m;
	struct layout_pos pos;
	int row, col;
	int marked; /* the gutter gets a mark */
	char sign;  /* or this sign; 0: none */
};

static int
overlaps(uint32_t a, uint32_t a_end, const struct match *m)
{
	return m->start < m->end && a < m->end && m->start < a_end;
}

/* The first match that ends behind `at`. */
static size_t
first_match(const struct page_marks *m, uint32_t at)
{
	size_t low = 0, high = m->n_match;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (m->match[mid].end <= at)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static int
same_match(const struct match *a, const struct match *b)
{
	return a->start == b->start && a->end == b->end;
}

/* Style bits that the matches add at offset `at`, and in `*end`, at most
 * `*end`, up to where. */
static unsigned
match_style(const struct page_marks *m, uint32_t at, uint32_t *end)
{
	size_t i = first_match(m, at);
	const struct match *match = i < m->n_match ? &m->match[i] : NULL;

	if (match == NULL || match->start >= *end)
		return 0;
	if (match->start > at) {
		*end = match->start;
		return 0;
	}
	if (match->end < *end)
		*end = match->end;
	return same_match(match, &m->current) ? STYLE_MATCH | STYLE_CURRENT
					      : STYLE_MATCH;
}

static int
is_selected(const struct row *r, uint32_t span)
{
	size_t i;

	for (i = 0; i < r->m->n_selected; i++) {
		const struct page_span *s = &r->m->selected[i];

		if (s->span == span && s->pos.unit == r->pos.unit &&
		    s->pos.line == r->pos.line)
			return 1;
	}
	return 0;
}

/* A span that stands for its source as a whole has one style. */
static void
draw_whole(struct row *r, const struct span *s, unsigned style)
{
	uint32_t end = s->offset + s->source_len, at = s->offset;

	while (s->offset != NO_OFFSET && at < end) {
		uint32_t to = end;

		style |= match_style(r->m, at, &to);
		at = to;
	}
	canvas_put(r->c, s->s, s->len, style);
}

/* 1 if some of the span is not to be read: words that are hidden have a style,
 * and so spans, of their own. */
static int
is_hidden(const struct page_marks *m, const struct span *s)
{
	size_t low = 0, high = m->n_hidden;

	while (s->offset != NO_OFFSET && low < high) {
		size_t mid = low + (high - low) / 2;

		if (m->hidden[mid].end <= s->offset)
			low = mid + 1;
		else
			high = mid;
	}
	return s->offset != NO_OFFSET && low < m->n_hidden &&
	    m->hidden[low].start < s->offset + s->source_len;
}

static void
draw_span(struct row *r, uint32_t i, const struct span *s)
{
	unsigned style = s->style;
	uint32_t at = 0, end;

	canvas_move(r->c, r->row, r->col + s->col);
	if (is_selected(r, i))
		style |= STYLE_CURRENT;
	if (is_hidden(r->m, s)) {
		canvas_repeat(r->c, '_', s->cols, style);
		return;
	}
	if (s->offset == NO_OFFSET || s->len != s->source_len) {
		draw_whole(r, s, style);
		return;
	}
	while (at < s->len) {
		unsigned add;

		end = s->offset + s->len;
		add = match_style(r->m, s->offset + at, &end);
		end -= s->offset;
		canvas_put(r->c, s->s + at, end - at, style | add);
		at = end;
	}
}

/* The first sign at [from, end); 0 if there is none. */
static char
sign_in(const struct page_marks *m, uint32_t from, uint32_t end)
{
	size_t low = 0, high = m->n_sign;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (m->sign[mid].at < from)
			low = mid + 1;
		else
			high = mid;
	}
	if (low == m->n_sign || m->sign[low].at >= end)
		return 0;
	return m->sign[low].sign;
}

static void
draw_line(struct row *r, const struct line *line)
{
	uint32_t i;

	for (i = 0; i < line->n; i++) {
		const struct span *s = &line->span[i];
		uint32_t end = s->offset + s->source_len;

		draw_span(r, i, s);
		if (s->offset != NO_OFFSET &&
		    (overlaps(s->offset, end, &r->m->current) ||
			overlaps(s->offset, end, &r->m->lit)))
			r->marked = 1;
		if (s->offset != NO_OFFSET && r->sign == 0)
			r->sign = sign_in(r->m, s->offset, end);
	}
}

static void
draw_gutter(struct row *r)
{
	char sign = r->sign;

	if (r->marked)
		sign = '>';
	if (sign != 0 && r->p->gutter > 0) {
		canvas_move(r->c, r->row, r->col - r->p->gutter);
		canvas_put(r->c, &sign, 1, STYLE_STRONG);
	}
}

void
page_draw(struct page *p, struct canvas *c, const struct page_marks *marks)
{
	struct row r = {
		.c = c, .p = p, .m = marks, .pos = p->top, .col = p->col
	};
	struct canvas_rect clip = c->clip;
	int i;

	canvas_fill(c, &p->area, STYLE_BODY);
	canvas_clip(c, &p->area);
	for (i = 0; i < p->area.rows; i++) {
		const struct line *line = layout_line(p->layout, r.pos);

		if (line == NULL)
			break;
		r.row = p->area.row + i;
		r.marked = 0;
		r.sign = 0;
		draw_line(&r, line);
		draw_gutter(&r);
		if (layout_move(p->layout, &r.pos, 1) == 0)
			break;
	}
	canvas_clip(c, &clip);
}

void
page_draw_line_of(struct page *p, struct canvas *c,
    const struct canvas_rect *where, uint32_t at,
    const struct page_marks *marks)
{
	struct row r = { .c = c, .p = p, .m = marks, .row = where->row };
	const struct line *line;

	r.pos = page_find(p, at);
	line = layout_line(p->layout, r.pos);
	if (line == NULL || line->n == 0)
		return;
	r.col = where->col - line->span[0].col;
	draw_line(&r, line);
}

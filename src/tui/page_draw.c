/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "doc/doc.h"
#include "text/rich.h"
#include "text/width.h"
#include "tui/page.h"
#include "tui/reader.h"

/* One line on its way to the canvas. */
struct row {
	struct canvas *c;
	const struct page *p;
	const struct page_marks *m;
	struct layout_pos pos;
	int row, col;
	int pan;         /* [col] of a wide unit */
	uint32_t from;   /* what begins before this only goes around the line */
	uint32_t before; /* what the line showed last; NO_OFFSET: nothing yet */
	int marked;      /* the gutter gets a mark */
	char sign;       /* or this sign; 0: none */
};

static int
overlaps(uint32_t a, uint32_t a_end, const struct match *m)
{
	return m->start < m->end && a < m->end && m->start < a_end;
}

/* The number of the first of `n` ranges that ends behind `at`, and begins at
 * `from` or behind. */
static size_t
first_range(const struct match *m, size_t n, uint32_t from, uint32_t at)
{
	size_t low = 0, high = n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (m[mid].end <= at)
			low = mid + 1;
		else
			high = mid;
	}
	while (low < n && m[low].start < from)
		low++;
	return low;
}

/* 1 if one of the ranges holds `at`; `*end`, at most `*end`: up to where. */
static int
in_range(
    const struct match *m, size_t n, uint32_t from, uint32_t at, uint32_t *end)
{
	size_t i = first_range(m, n, from, at);

	if (i == n || m[i].start >= *end)
		return 0;
	if (m[i].start > at) {
		*end = m[i].start;
		return 0;
	}
	*end = m[i].end < *end ? m[i].end : *end;
	return 1;
}

static int
same_match(const struct match *a, const struct match *b)
{
	return a->start == b->start && a->end == b->end;
}

/* Style bits that the matches add at offset `at`, and in `*end`, at most
 * `*end`, up to where. */
static unsigned
match_style(const struct row *r, uint32_t at, uint32_t *end)
{
	const struct page_marks *m = r->m;
	size_t i = first_range(m->match, m->n_match, r->from, at);
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

/* The same for all that lies on the text. */
static unsigned
added_style(const struct row *r, uint32_t at, uint32_t *end)
{
	const struct page_marks *m = r->m;
	unsigned style = match_style(r, at, end);

	if (in_range(m->light, m->n_light, r->from, at, end))
		style |= STYLE_LIGHT;
	if (m->chosen.end > m->chosen.start &&
	    in_range(&m->chosen, 1, r->from, at, end))
		style |= STYLE_CURRENT;
	return style;
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

		style |= added_style(r, at, &to);
		at = to;
	}
	canvas_put(r->c, s->s, s->len, style);
}

/* 1 if some of the span is not to be read: words that are hidden have a style,
 * and so spans, of their own. */
static int
is_hidden(const struct page_marks *m, const struct span *s)
{
	size_t i;

	if (s->offset == NO_OFFSET)
		return 0;
	i = first_range(m->hidden, m->n_hidden, 0, s->offset);
	return i < m->n_hidden &&
	    m->hidden[i].start < s->offset + s->source_len;
}

static int
holds_both(
    const struct match *m, size_t n, uint32_t from, uint32_t a, uint32_t b)
{
	size_t i = first_range(m, n, from, a);

	return i < n && m[i].start <= a && m[i].end > b;
}

/* Generated text, such as a reference, is part of what goes on around it. */
static unsigned
style_between(const struct row *r, uint32_t i, const struct line *line)
{
	const struct page_marks *m = r->m;
	unsigned style = 0;
	uint32_t behind;

	while (i < line->n && line->span[i].offset == NO_OFFSET)
		i++;
	if (i == line->n || r->before == NO_OFFSET)
		return 0;
	behind = line->span[i].offset;
	if (holds_both(m->light, m->n_light, r->from, r->before, behind))
		style |= STYLE_LIGHT;
	if (holds_both(&m->chosen, 1, r->from, r->before, behind))
		style |= STYLE_CURRENT;
	return style;
}

static void
draw_address(struct row *r, const struct span *s)
{
	const char *url =
	    s->link == DOC_NONE ? NULL : reader_outside(r->p->doc, s->link);

	if (url != NULL)
		canvas_link(
		    r->c, r->row, r->col - r->pan + s->col, s->cols, url);
}

static void
draw_span(struct row *r, uint32_t i, const struct line *line)
{
	const struct span *s = &line->span[i];
	unsigned style = s->style;
	uint32_t at = 0, end;

	draw_address(r, s);
	canvas_move(r->c, r->row, r->col - r->pan + s->col);
	if (is_selected(r, i))
		style |= STYLE_CURRENT;
	if (is_hidden(r->m, s)) {
		canvas_repeat(r->c, '_', s->cols, style);
		return;
	}
	if (s->offset == NO_OFFSET)
		style |= style_between(r, i, line);
	else
		r->before = s->offset + s->source_len - (s->source_len > 0);
	if (s->offset == NO_OFFSET || s->len != s->source_len) {
		draw_whole(r, s, style);
		return;
	}
	while (at < s->len) {
		unsigned add;

		end = s->offset + s->len;
		add = added_style(r, s->offset + at, &end);
		end -= s->offset;
		canvas_put(r->c, s->s + at, end - at, style | add);
		at = end;
	}
}

/* The first sign at [from, end); 0 if there is none. */
static char
sign_in(const struct row *r, uint32_t from, uint32_t end)
{
	const struct page_marks *m = r->m;
	size_t low = 0, high = m->n_sign;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (m->sign[mid].at < from)
			low = mid + 1;
		else
			high = mid;
	}
	if (low < m->n_sign && m->sign[low].at < end)
		return m->sign[low].sign;
	low = first_range(m->light, m->n_light, r->from, from);
	if (low < m->n_light && m->light[low].start < end)
		return '"';
	return 0;
}

/* The text of a footnote stands within that of the paragraph above it. */
static uint32_t
own_from(const struct row *r)
{
	const struct unit *u = doc_unit(r->p->doc, r->pos.unit);

	return u->note ? u->start : 0;
}

static void
draw_line(struct row *r, const struct line *line)
{
	const struct match *current = &r->m->current;
	uint32_t i;
	char sign;

	r->from = own_from(r);
	r->before = NO_OFFSET;
	for (i = 0; i < line->n; i++) {
		const struct span *s = &line->span[i];
		uint32_t end = s->offset + s->source_len;

		draw_span(r, i, line);
		if (s->offset != NO_OFFSET &&
		    ((overlaps(s->offset, end, current) &&
			 current->start >= r->from) ||
			overlaps(s->offset, end, &r->m->lit)))
			r->marked = 1;
		if (s->offset == NO_OFFSET || (r->sign != 0 && r->sign != '"'))
			continue;
		sign = sign_in(r, s->offset, end);
		if (sign != 0)
			r->sign = sign;
	}
}

static void
draw_gutter(struct row *r)
{
	char sign = r->sign;

	if (r->marked)
		sign = '>';
	if (sign != 0 && r->p->gutter > 0) {
		canvas_move(r->c, r->row, r->col - (r->p->gutter > 1 ? 2 : 1));
		canvas_put(r->c, &sign, 1, STYLE_STRONG);
	}
}

/* Left of the gutter's signs, to the right. */
static void
draw_number(struct row *r, struct page *p)
{
	char digits[16];
	int n, len;

	if (!p->numbers || p->gutter < PAGE_NUMBER_COLS ||
	    (n = page_number(p, r->pos)) == 0)
		return;
	len = snprintf(digits, sizeof(digits), "%d", n);
	canvas_move(r->c, r->row, r->col - 2 - len);
	canvas_put(r->c, digits, (size_t)len, STYLE_QUIET);
}

static int
is_left_out(const struct row *r)
{
	return r->m->focus &&
	    (r->pos.unit < r->m->focus_first || r->pos.unit > r->m->focus_last);
}

/* Of a line that is cut: that there is more, at the edge where it is. */
static void
draw_more(struct row *r, int cols)
{
	int room = page_room(r->p);

	if (r->pan > 0 && cols > 0) {
		canvas_move(r->c, r->row, r->col - (r->p->gutter > 0));
		canvas_puts(r->c, "<", STYLE_BAR);
	}
	if (cols - r->pan > room) {
		canvas_move(r->c, r->row, r->col + room - 1);
		canvas_puts(r->c, ">", STYLE_BAR);
	}
}

/* A line of a unit that may be wider than the page. */
static void
draw_wide(struct row *r, const struct line *line)
{
	int room = page_room(r->p), cols = line_cols(line);
	struct canvas_rect clip = { r->row, r->col, 1, room };

	if (cols - r->pan > room)
		clip.cols--;
	canvas_clip(r->c, &clip);
	draw_line(r, line);
	canvas_clip(r->c, &r->p->area);
	draw_gutter(r);
	draw_more(r, cols);
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
		r.pan = page_line_pan(p, r.pos);
		if (is_left_out(&r)) {
			/* Its row stays blank. */
		} else if (r.pan >= 0) {
			draw_wide(&r, line);
		} else {
			r.pan = 0;
			draw_line(&r, line);
			draw_gutter(&r);
		}
		if (!is_left_out(&r))
			draw_number(&r, p);
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

/* [col] from the left edge: where the words of the line begin, behind what it is
 * indented by; 0 of one without words. */
static int
line_start(const struct line *line)
{
	uint32_t i, k;

	for (i = 0; i < line->n; i++) {
		const struct span *s = &line->span[i];

		for (k = 0; k < s->len && s->s[k] == ' '; k++)
			;
		if (k < s->len)
			return s->col + (int)k;
	}
	return 0;
}

/* [col] from the left edge: where the first word of the line that begins at
 * `from` or behind does; the end of the line if there is none. */
static int
word_from(const struct line *line, int from)
{
	uint32_t i, k;

	for (i = 0; i < line->n; i++) {
		const struct span *s = &line->span[i];

		for (k = 0; k < s->len; k++) {
			int at = s->col + text_width(s->s, k + 1);

			if (s->s[k] == ' ' && at >= from)
				return at;
		}
	}
	return line_cols(line);
}

/* How far of the line, from column `from` of it on, fits into `room` columns
 * in whole words; `from` if not one does. */
static int
fit_words(const struct line *line, int from, int room)
{
	int next, to = line_cols(line);

	if (to - from <= room)
		return to;
	for (to = from;
	     (next = word_from(line, to + 1)) > to && next - 1 - from <= room;
	     to = next)
		;
	return to;
}

/* Draws columns [from, to) of the line at `col`; returns where they end. */
static int
draw_part(struct row *r, int from, int to, int col)
{
	const struct line *line = layout_line(r->p->layout, r->pos);
	struct canvas_rect clip = r->c->clip;
	struct canvas_rect room = { r->row, col, 1, to - from };

	canvas_clip(r->c, &room);
	r->col = col - from;
	draw_line(r, line);
	canvas_clip(r->c, &clip);
	return col + to - from;
}

static int
draw_dots(struct row *r, int col)
{
	static const char dots[] = "... ";

	canvas_move(r->c, r->row, col);
	canvas_puts(r->c, dots, STYLE_BODY);
	return col + (int)sizeof(dots) - 1;
}

/* Draws the line so that `need` columns of it, its beginning left out where
 * that must be, are within [*col, end); moves `*col` behind it.  Returns 1 if
 * its end is there. */
static int
draw_needed(struct row *r, int need, int *col, int end)
{
	const struct line *line = layout_line(r->p->layout, r->pos);
	int from = line_start(line), to;

	if (need - from > end - *col) {
		*col = draw_dots(r, *col);
		from = word_from(line, need - (end - *col));
		if (from >= line_cols(line))
			from = need - (end - *col);
	}
	to = fit_words(line, from, end - *col);
	*col = draw_part(r, from, to > from ? to : from + end - *col, *col);
	return to == line_cols(line);
}

/* The end of the line above, where the line itself says little; returns where
 * that one begins. */
static int
draw_lead(struct row *r, int col, int end)
{
	const struct line *line = layout_line(r->p->layout, r->pos), *above;
	int width = line_cols(line) - line_start(line);

	if (r->pos.line == 0 || width > (end - col) / 2)
		return col;
	r->pos.line--;
	above = layout_line(r->p->layout, r->pos);
	if (above->n > 0)
		draw_needed(r, line_cols(above), &col, end - width - 1);
	r->pos.line++;
	return col + (above->n > 0);
}

/* The column behind the match in its line, or where the next one follows here,
 * in that.  A match may have a footnote in it: of a long one, the beginning. */
static int
match_end(struct row *r, const struct match *m, int longest)
{
	const struct line *line = layout_line(r->p->layout, r->pos);
	uint32_t i;
	int cols;

	for (i = 0; i < line->n; i++) {
		const struct span *s = &line->span[i];

		if (s->offset == NO_OFFSET || m->start < s->offset ||
		    m->start - s->offset >= s->source_len)
			continue;
		if (s->len != s->source_len)
			return s->col + s->cols;
		cols = text_width(
		    doc_text(r->p->doc) + m->start, m->end - m->start);
		return s->col + text_width(s->s, m->start - s->offset) +
		    (cols < longest ? cols : longest);
	}
	return line->span[0].col;
}

/* The line after this one, if it goes on with the same words. */
static const struct line *
line_after(const struct row *r)
{
	struct lines lines = layout_unit(r->p->layout, r->pos.unit);
	const struct line *next = &lines.line[r->pos.line + 1];

	if (doc_unit(r->p->doc, r->pos.unit)->kind != UNIT_TEXT ||
	    r->pos.line + 1 >= lines.n || next->n == 0 ||
	    next->span[0].offset == NO_OFFSET)
		return NULL;
	return next;
}

void
page_draw_context(struct page *p, struct canvas *c,
    const struct canvas_rect *where, const struct match *match,
    const struct page_marks *marks)
{
	struct row r = { .c = c, .p = p, .m = marks, .row = where->row };
	int col = where->col, end = where->col + where->cols;
	const struct line *line;
	int from;

	r.pos = page_find(p, match->start);
	line = layout_line(p->layout, r.pos);
	if (line == NULL || line->n == 0)
		return;
	if (doc_unit(p->doc, r.pos.unit)->kind == UNIT_TEXT)
		col = draw_lead(&r, col, end);
	from = match_end(&r, match, (end - col) / 3);
	if (!draw_needed(&r, from, &col, end))
		return;
	line = line_after(&r);
	if (line != NULL && ++col < end) {
		from = line_start(line);
		r.pos.line++;
		draw_part(&r, from, fit_words(line, from, end - col), col);
	}
}

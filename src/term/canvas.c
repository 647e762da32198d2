/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "term/canvas.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/xalloc.h"
#include "text/rich.h"
#include "text/utf8.h"
#include "text/width.h"

static const struct cell blank_cell = { .s = " ", .len = 1, .cols = 1 };

static int
clamp(int n, int low, int high)
{
	return n < low ? low : n > high ? high : n;
}

void
canvas_init(struct canvas *c)
{
	memset(c, 0, sizeof(*c));
	c->cursor_row = -1;
}

static void
drop_links(struct canvas *c)
{
	while (c->links.n > 0)
		free(c->links.v[--c->links.n].url);
}

void
canvas_release(struct canvas *c)
{
	drop_links(c);
	vec_release(&c->links);
	free(c->cell);
	canvas_init(c);
}

void
canvas_resize(struct canvas *c, int rows, int cols)
{
	size_t n;

	c->rows = clamp(rows, 0, CANVAS_MAX);
	c->cols = clamp(cols, 0, CANVAS_MAX);
	n = (size_t)c->rows * (size_t)c->cols;
	c->cell = xreallocarray(c->cell, n == 0 ? 1 : n, sizeof(*c->cell));
	canvas_clear(c);
}

void
canvas_clear(struct canvas *c)
{
	int i;

	for (i = 0; i < c->rows * c->cols; i++)
		c->cell[i] = blank_cell;
	drop_links(c);
	canvas_clip(c, NULL);
	canvas_move(c, 0, 0);
	canvas_cursor(c, -1, 0);
}

void
canvas_copy(struct canvas *to, const struct canvas *from)
{
	size_t n = (size_t)from->rows * (size_t)from->cols, i;

	if (to->rows != from->rows || to->cols != from->cols)
		canvas_resize(to, from->rows, from->cols);
	if (n != 0)
		memcpy(to->cell, from->cell, n * sizeof(*to->cell));
	canvas_cursor(to, from->cursor_row, from->cursor_col);
	drop_links(to);
	for (i = 0; i < from->links.n; i++) {
		struct canvas_link link = from->links.v[i];

		link.url = xstrdup(link.url);
		vec_push(&to->links, link);
	}
}

/* Keeps sums of coordinates away from the ends of int. */
static int
sane(int n)
{
	return clamp(n, -(1 << 28), 1 << 28);
}

/* The part of `r` within `in`; with no rows or no columns if there is none. */
static struct canvas_rect
intersect(const struct canvas_rect *r, const struct canvas_rect *in)
{
	struct canvas_rect out;
	int bottom = sane(r->row) + clamp(r->rows, 0, 1 << 28);
	int right = sane(r->col) + clamp(r->cols, 0, 1 << 28);

	out.row = clamp(r->row, in->row, in->row + in->rows);
	out.col = clamp(r->col, in->col, in->col + in->cols);
	out.rows = clamp(bottom, out.row, in->row + in->rows) - out.row;
	out.cols = clamp(right, out.col, in->col + in->cols) - out.col;
	return out;
}

void
canvas_clip(struct canvas *c, const struct canvas_rect *r)
{
	struct canvas_rect all = { 0, 0, c->rows, c->cols };

	c->clip = r == NULL ? all : intersect(r, &all);
}

void
canvas_move(struct canvas *c, int row, int col)
{
	c->pen_row = row;
	c->pen_col = sane(col);
}

static struct cell *
cell_at(const struct canvas *c, int row, int col)
{
	return c->cell + (size_t)row * (size_t)c->cols + (size_t)col;
}

static int
in_clip(const struct canvas *c, int row, int col)
{
	return row >= c->clip.row && row < c->clip.row + c->clip.rows &&
	    col >= c->clip.col && col < c->clip.col + c->clip.cols;
}

static void
make_blank(struct cell *cell, unsigned style)
{
	*cell = blank_cell;
	cell->style = (uint16_t)style;
}

/* Before cells [col, col + n) change: halves that they would leave alone
 * beside them become blanks. */
static void
part_halves(struct canvas *c, int row, int col, int n)
{
	struct cell *left = cell_at(c, row, col);

	if (left->cols == 0 && col > 0)
		make_blank(left - 1, left[-1].style);
	if (col + n < c->cols && left[n].cols == 0)
		make_blank(left + n, left[n].style);
}

static void
put_blanks(struct canvas *c, int n, unsigned style)
{
	int end = sane(c->pen_col + sane(n));

	for (; c->pen_col < end; c->pen_col++) {
		if (!in_clip(c, c->pen_row, c->pen_col))
			continue;
		part_halves(c, c->pen_row, c->pen_col, 1);
		make_blank(cell_at(c, c->pen_row, c->pen_col), style);
	}
}

/* One character of `cols` 1 or 2 columns at the pen. */
static void
put_char(struct canvas *c, const char *s, size_t len, int cols, unsigned style)
{
	struct cell *cell;
	int row = c->pen_row, col = c->pen_col;

	if (!in_clip(c, row, col) || !in_clip(c, row, col + cols - 1)) {
		put_blanks(c, cols, style);
		return;
	}
	part_halves(c, row, col, cols);
	cell = cell_at(c, row, col);
	memset(cell, 0, sizeof(*cell) * (size_t)cols);
	memcpy(cell->s, s, len);
	cell->len = (uint8_t)len;
	cell->cols = (uint8_t)cols;
	cell->style = cell[cols - 1].style = (uint16_t)style;
	c->pen_col += cols;
}

/* Adds a zero-width mark to the character left of the pen. */
static void
put_mark(struct canvas *c, const char *s, size_t len, uint32_t mark)
{
	struct cell *cell;
	uint32_t base;
	int col = c->pen_col - 1;

	if (!in_clip(c, c->pen_row, col))
		return;
	cell = cell_at(c, c->pen_row, col);
	if (cell->cols == 0 && col > 0)
		cell--;
	if (cell->len == 0 || cell->len + len > sizeof(cell->s))
		return;
	/* U+200D and U+FE0F shape letters of some scripts; behind symbols
	 * they would make a terminal merge or widen them. */
	utf8_decode(cell->s, cell->len, &base);
	if (base >= 0x2000 && (mark == 0x200d || (mark & ~0xfU) == 0xfe00))
		return;
	memcpy(cell->s + cell->len, s, len);
	cell->len = (uint8_t)(cell->len + len);
}

/* Characters that a terminal could obey, or that show nothing. */
static int
is_unwanted(uint32_t ch)
{
	static const struct {
		uint32_t first, last;
	} range[] = {
		{ 0x0000, 0x001f },
		{ 0x007f, 0x009f },
		{ 0x00ad, 0x00ad },
		{ 0x061c, 0x061c },
		{ 0x180e, 0x180e },
		{ 0x200b, 0x200b },
		{ 0x200e, 0x200f },
		{ 0x2028, 0x202e },
		{ 0x2060, 0x206f },
		{ 0xd800, 0xdfff },
		{ 0xfdd0, 0xfdef },
		{ 0xfeff, 0xfeff },
		{ 0xfff9, 0xfffb },
		{ 0xfffe, 0xffff },
		{ 0xe0000, 0xe0fff },
	};
	size_t i;

	for (i = 0; i < sizeof(range) / sizeof(*range); i++) {
		if (ch >= range[i].first && ch <= range[i].last)
			return 1;
	}
	return (ch & 0xfffe) == 0xfffe;
}

/* One grapheme cluster; the pen moves by exactly its text_width(). */
static void
put_cluster(struct canvas *c, const char *s, size_t len, unsigned style)
{
	int end = c->pen_col + text_width(s, len);
	size_t n;
	uint32_t ch;
	int cols;

	for (; len > 0; s += n, len -= n) {
		n = utf8_decode(s, len, &ch);
		if (is_unwanted(ch))
			continue;
		cols = text_width_char(ch);
		if (cols == 0)
			put_mark(c, s, n, ch);
		else if (c->pen_col + cols > end)
			break;
		else if (ch == 0xfffd)
			put_char(c, "\xef\xbf\xbd", 3, cols, style);
		else
			put_char(c, s, n, cols, style);
	}
	put_blanks(c, end - c->pen_col, style);
}

void
canvas_put(struct canvas *c, const char *s, size_t len, unsigned style)
{
	size_t n;

	for (; len > 0; s += n, len -= n) {
		n = 1;
		/* ASCII before ASCII is a cluster of its own, but for CR LF. */
		if (*s >= ' ' && *s < 0x7f &&
		    (len == 1 || ((unsigned char)s[1] < 0x80))) {
			put_char(c, s, 1, 1, style);
			continue;
		}
		n = utf8_cluster(s, len);
		put_cluster(c, s, n, style);
	}
}

void
canvas_puts(struct canvas *c, const char *s, unsigned style)
{
	canvas_put(c, s, strlen(s), style);
}

void
canvas_repeat(struct canvas *c, char ch, int n, unsigned style)
{
	int end = sane(c->pen_col + sane(n));
	int from = clamp(c->pen_col, c->clip.col, end);
	int to = clamp(c->clip.col + c->clip.cols, from, end);

	assert(ch >= ' ' && ch < 0x7f);
	for (c->pen_col = from; c->pen_col < to;)
		put_char(c, &ch, 1, 1, style);
	c->pen_col = end;
}

/* What lies under something drawn later leads nowhere. */
static void
cover_links(struct canvas *c, const struct canvas_rect *r)
{
	size_t i, kept = 0;

	for (i = 0; i < c->links.n; i++) {
		struct canvas_link l = c->links.v[i];

		if (l.row >= r->row && l.row < r->row + r->rows &&
		    l.col < r->col + r->cols && l.col + l.cols > r->col)
			free(l.url);
		else
			c->links.v[kept++] = l;
	}
	c->links.n = kept;
}

void
canvas_fill(struct canvas *c, const struct canvas_rect *r, unsigned style)
{
	struct canvas_rect in = intersect(r, &c->clip);
	int row;

	for (row = in.row; row < in.row + in.rows; row++) {
		canvas_move(c, row, in.col);
		put_blanks(c, in.cols, style);
	}
	cover_links(c, &in);
}

void
canvas_link(struct canvas *c, int row, int col, int cols, const char *url)
{
	struct canvas_rect r = { row, col, 1, cols };
	struct canvas_rect in = intersect(&r, &c->clip);
	struct canvas_link link = { in.row, in.col, in.cols, NULL };

	if (in.rows == 0 || in.cols == 0)
		return;
	link.url = xstrdup(url);
	vec_push(&c->links, link);
}

void
canvas_style(struct canvas *c, int row, int col, int n, unsigned bits)
{
	struct canvas_rect r = { row, col, 1, n };
	struct canvas_rect in = intersect(&r, &c->clip);
	struct cell *cell;
	int i;

	if (in.rows == 0 || in.cols == 0)
		return;
	cell = cell_at(c, in.row, 0);
	if (cell[in.col].cols == 0 && in.col > 0)
		in.col--, in.cols++;
	if (in.col + in.cols < c->cols && cell[in.col + in.cols].cols == 0)
		in.cols++;
	for (i = in.col; i < in.col + in.cols; i++)
		cell[i].style |= (uint16_t)bits;
}

void
canvas_cursor(struct canvas *c, int row, int col)
{
	int inside = row >= 0 && row < c->rows && col >= 0 && col < c->cols;

	c->cursor_row = inside ? row : -1;
	c->cursor_col = inside ? col : 0;
}

const struct cell *
canvas_cell(const struct canvas *c, int row, int col)
{
	if (row < 0 || row >= c->rows || col < 0 || col >= c->cols)
		return NULL;
	return cell_at(c, row, col);
}

void
canvas_row_text(const struct canvas *c, int row, struct buf *out)
{
	const struct cell *cell;
	size_t end = out->len;
	int col;

	for (col = 0; (cell = canvas_cell(c, row, col)) != NULL; col++) {
		buf_add(out, cell->s, cell->len);
		if (cell->len > 1 || (cell->len == 1 && cell->s[0] != ' '))
			end = out->len;
	}
	buf_truncate(out, end);
}

void
canvas_row_styles(const struct canvas *c, int row, struct buf *out)
{
	const struct cell *cell;
	int col;

	for (col = 0; (cell = canvas_cell(c, row, col)) != NULL; col++)
		buf_addc(out, canvas_style_letter(cell->style));
}

char
canvas_style_letter(unsigned style)
{
	static const struct {
		unsigned bit;
		char letter;
	} strongest_first[] = {
		{ STYLE_CURRENT, '>' },
		{ STYLE_MATCH, 'm' },
		{ STYLE_WRONG, 'W' },
		{ STYLE_RIGHT, 'R' },
		{ STYLE_WARN, '!' },
		{ STYLE_BAR, 'B' },
		{ STYLE_LIGHT, 'h' },
		{ STYLE_HEAD1, '1' },
		{ STYLE_HEAD2, '2' },
		{ STYLE_HEAD3, '3' },
		{ STYLE_LINK, 'l' },
		{ STYLE_STRONG, 's' },
		{ STYLE_EMPH, 'e' },
		{ STYLE_CODE, 'c' },
		{ STYLE_FRAME, 'f' },
		{ STYLE_QUIET, 'q' },
	};
	size_t i;

	for (i = 0; i < sizeof(strongest_first) / sizeof(*strongest_first);
	     i++) {
		if (style & strongest_first[i].bit)
			return strongest_first[i].letter;
	}
	return '.';
}

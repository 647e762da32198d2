/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "tui/bar.h"

#include <string.h>

#include "layout/lines.h"
#include "text/ascii.h"
#include "text/rich.h"
#include "text/width.h"
#include "tui/app.h"
#include "tui/edit.h"

enum {
	HEADER_ROWS = 4, /* lower screens have no header, and than 2 no bars */
	PAD_COLS = 30,   /* narrower ones have no margins */
	FIRST_COLS = 15, /* of the first hint, before what is at the right */
	SIGN_COLS = 2,   /* "> " */
	TYPE_MIN = 13,   /* of a line to type, before where this is */
	TYPE_GOOD = 17,  /* ... and before hints */
};

struct canvas_rect
tui_body(const struct tui *t)
{
	int rows = t->canvas.rows;
	struct canvas_rect r = { 0, 0, rows, t->canvas.cols };

	if (rows >= HEADER_ROWS) {
		r.row = 1;
		r.rows--;
	}
	if (rows > 1)
		r.rows--;
	return r;
}

void
tui_fit(const struct tui *t, const char *s, int cols, struct buf *out)
{
	struct buf plain = BUF_INIT;
	const char *dots = cols >= 8 ? "..." : "";
	size_t i, n;

	if (t->ascii)
		text_to_ascii(&plain, s, strlen(s));
	else
		buf_adds(&plain, s);
	for (i = 0; i < plain.len; i++) {
		if (plain.s[i] == '\n')
			plain.s[i] = ' ';
	}
	if (text_width(plain.s, plain.len) <= cols) {
		buf_add(out, plain.s, plain.len);
	} else {
		n = text_fit(
		    plain.s, plain.len, cols - (int)strlen(dots), NULL);
		buf_add(out, plain.s, n);
		buf_adds(out, dots);
	}
	buf_release(&plain);
}

void
tui_put(struct tui *t, const char *s, int cols, unsigned style)
{
	struct buf b = BUF_INIT;

	tui_fit(t, s, cols, &b);
	canvas_put(&t->canvas, b.s, b.len, style);
	buf_release(&b);
}

static void
draw_bar(
    struct tui *t, int row, const char *left, const char *right, unsigned style)
{
	struct canvas *c = &t->canvas;
	struct canvas_rect line = { row, 0, 1, c->cols };
	int pad = c->cols >= PAD_COLS, room = c->cols - 2 * pad;
	int right_cols = text_width(right, strlen(right));

	canvas_fill(c, &line, STYLE_BAR);
	if (right_cols > 0 && right_cols <= room) {
		canvas_move(c, row, c->cols - pad - right_cols);
		canvas_puts(c, right, STYLE_BAR);
		room -= right_cols + 2;
	}
	if (room > 0) {
		canvas_move(c, row, pad);
		tui_put(t, left, room, STYLE_BAR | style);
	}
}

void
tui_header(struct tui *t, const char *left, const char *right)
{
	if (t->canvas.rows >= HEADER_ROWS)
		draw_bar(t, 0, left, right, 0);
}

/* How much of a message fits in one row: up to a blank, if there is one. */
static size_t
row_len(const struct tui *t, const char *s, size_t len)
{
	int cols = t->canvas.cols;
	size_t n, fit = text_fit(s, len, cols - 2 * (cols >= PAD_COLS), NULL);

	if (fit == len || fit == 0)
		return len;
	for (n = fit; n > 0 && s[n] != ' '; n--)
		;
	return n > 0 ? n : fit;
}

/* Breaks what does not fit into up to half the rows of the screen. */
static void
break_message(const struct tui *t, struct buf *out)
{
	struct buf plain = BUF_INIT;
	int left = t->canvas.rows / 2;
	const char *s;

	if (t->ascii)
		text_to_ascii(&plain, t->message.s, t->message.len);
	else
		buf_adds(&plain, t->message.s);
	for (s = plain.s; *s != '\0'; s += *s == ' ' || *s == '\n') {
		size_t len = strcspn(s, "\n");
		size_t n = left > 1 ? row_len(t, s, len) : len;

		if (out->len > 0)
			buf_addc(out, '\n');
		buf_add(out, s, n);
		s += n;
		left--;
	}
	buf_release(&plain);
}

/* Each of its lines in a row, the last in the last row. */
static void
draw_message(struct tui *t)
{
	struct buf all = BUF_INIT, line = BUF_INIT;
	int row = t->canvas.rows;
	const char *s, *end;

	break_message(t, &all);
	for (end = all.s; *end != '\0'; end++)
		row -= *end == '\n';
	for (s = all.s;; s = end + 1) {
		row--;
		end = s + strcspn(s, "\n");
		buf_reset(&line);
		buf_add(&line, s, (size_t)(end - s));
		draw_bar(t, row, line.s, "", t->message_style);
		row += 2;
		if (*end == '\0')
			break;
	}
	buf_release(&line);
	buf_release(&all);
}

void
tui_status(struct tui *t, const char *hint, const char *right)
{
	struct bar bar;

	bar_init(&bar, t);
	if (hint[0] != '\0')
		bar_add(&bar, CMD_NONE, hint);
	buf_adds(&bar.end, right);
	bar_show(&bar);
}

void
bar_init(struct bar *bar, struct tui *t)
{
	*bar = (struct bar){ .t = t };
	buf_init(&bar->left);
	buf_init(&bar->place);
	buf_init(&bar->end);
}

static void
add_hint(struct tui *t, enum cmd_id cmd, const char *what, struct buf *out)
{
	if (cmd != CMD_NONE) {
		tui_key(t, cmd, out);
		buf_addc(out, ' ');
	}
	buf_adds(out, what);
}

void
bar_add(struct bar *bar, enum cmd_id cmd, const char *what)
{
	if (bar->left.len > 0)
		buf_adds(&bar->left, "  ");
	add_hint(bar->t, cmd, what, &bar->left);
	vec_push(&bar->ends, bar->left.len);
}

void
bar_add_both(struct bar *bar, enum cmd_id first, const char *between,
    enum cmd_id second, const char *what)
{
	struct buf b = BUF_INIT;

	tui_key(bar->t, first, &b);
	buf_adds(&b, between);
	add_hint(bar->t, second, what, &b);
	bar_add(bar, CMD_NONE, b.s);
	buf_release(&b);
}

void
bar_end(struct bar *bar, enum cmd_id cmd, const char *what)
{
	add_hint(bar->t, cmd, what, &bar->end);
}

/* What stands at the right, in at most `cols`: the first hint has its room
 * before it, but a long one no more than FIRST_COLS. */
static void
say_right(struct bar *bar, int cols, struct buf *out)
{
	int end = text_width(bar->end.s, bar->end.len);
	int place = text_width(bar->place.s, bar->place.len);
	int gap = end > 0 && place > 0 ? 2 : 0;
	int first =
	    bar->ends.n == 0 ? 0 : text_width(bar->left.s, bar->ends.v[0]);

	if (first > 0)
		cols -= 2 + (first < FIRST_COLS ? first : FIRST_COLS);
	if (place + gap + end <= cols)
		buf_printf(out, "%s%*s%s", bar->place.s, gap, "", bar->end.s);
	else if (end > 0 && end <= cols)
		buf_adds(out, bar->end.s);
	else if (place <= cols)
		buf_adds(out, bar->place.s);
}

/* No hint is cut, but a first one that does not fit. */
static void
drop_hints(struct bar *bar, int cols)
{
	size_t n = bar->ends.n;

	while (n > 1 && text_width(bar->left.s, bar->ends.v[n - 1]) > cols)
		n--;
	if (n > 0)
		buf_truncate(&bar->left, bar->ends.v[n - 1]);
}

static void
draw_hints(struct bar *bar)
{
	int row = bar->t->canvas.rows - 1, cols = bar->t->canvas.cols;
	struct buf right = BUF_INIT;

	cols -= 2 * (cols >= PAD_COLS);
	say_right(bar, cols, &right);
	if (right.len > 0)
		cols -= text_width(right.s, right.len) + 2;
	drop_hints(bar, cols);
	draw_bar(bar->t, row, bar->left.s, right.s, 0);
	buf_release(&right);
}

static void
bar_release(struct bar *bar)
{
	buf_release(&bar->left);
	buf_release(&bar->place);
	buf_release(&bar->end);
	vec_release(&bar->ends);
}

void
bar_show(struct bar *bar)
{
	struct tui *t = bar->t;

	if (t->count >= 0) {
		buf_reset(&bar->place);
		buf_reset(&bar->end);
		buf_printf(&bar->end, "%d", t->count);
	}
	if (t->message.len > 0)
		draw_message(t);
	else if (t->canvas.rows > 1)
		draw_hints(bar);
	bar_release(bar);
}

/* What stands at the right of a line that is typed in `cols`. */
static void
say_beside(struct bar *bar, int cols, int typed, struct buf *out)
{
	int place = text_width(bar->place.s, bar->place.len), hints;

	if (place > 0 && cols - place - 2 >= TYPE_MIN) {
		buf_adds(out, bar->place.s);
		cols -= place + 4;
	}
	drop_hints(bar, cols - 2 - TYPE_GOOD);
	hints = text_width(bar->left.s, bar->left.len);
	if (cols - 2 - hints < typed || cols - 2 - hints < TYPE_GOOD)
		return;
	if (out->len > 0)
		buf_adds(out, "    ");
	buf_adds(out, bar->left.s);
}

void
bar_type(
    struct bar *bar, const struct edit *e, const char *label, const char *wants)
{
	struct canvas *c = &bar->t->canvas;
	int pad = c->cols >= PAD_COLS;
	struct edit_field f = { c->rows - 1, pad, c->cols - pad, label,
		STYLE_BAR };
	int typed = text_width(e->text.s, e->text.len) + 1;
	int start = text_width(label, strlen(label));
	struct buf right = BUF_INIT;

	if (e->text.len == 0)
		typed = 2 + text_width(wants, strlen(wants));
	if (bar->t->message.len == 0)
		say_beside(bar, f.cols - pad - start, typed, &right);
	tui_status(bar->t, "", right.s);
	if (right.len > 0)
		f.cols -= text_width(right.s, right.len) + pad + 1;
	edit_draw(e, c, &f);
	if (e->text.len == 0 && start + typed <= f.cols) {
		canvas_move(c, f.row, f.col + start + 2);
		canvas_puts(c, wants, STYLE_BAR | STYLE_QUIET);
	}
	buf_release(&right);
	bar_release(bar);
}

int
tui_row_col(const struct tui *t)
{
	return (t->canvas.cols >= PAD_COLS) + SIGN_COLS;
}

void
tui_select_row(struct tui *t, int row)
{
	struct canvas *c = &t->canvas;

	canvas_move(c, row, tui_row_col(t) - SIGN_COLS);
	canvas_puts(c, ">", STYLE_STRONG);
	canvas_style(c, row, 0, c->cols, STYLE_CURRENT);
}

void
tui_line(struct canvas *c, int row, int col, const struct line *line)
{
	uint32_t i;

	for (i = 0; i < line->n; i++) {
		const struct span *s = &line->span[i];

		canvas_move(c, row, col + s->col);
		canvas_put(c, s->s, s->len, s->style);
	}
}

/* The corners and edges of boxes: left, line, right. */
static const char *const frames[2][3][3] = {
	{ { "\u250c", "\u2500", "\u2510" }, { "\u2502", " ", "\u2502" },
	    { "\u2514", "\u2500", "\u2518" } },
	{ { "+", "-", "+" }, { "|", " ", "|" }, { "+", "-", "+" } },
};

void
tui_box(struct canvas *c, const struct canvas_rect *box, int ascii,
    struct canvas_rect *inner)
{
	int row, col, last = box->rows - 1;

	canvas_fill(c, box, STYLE_BODY);
	for (row = 0; row < box->rows; row++) {
		const char *const *part = frames[ascii != 0][row == 0 ? 0
			: row == last                                 ? 2
								      : 1];

		canvas_move(c, box->row + row, box->col);
		canvas_puts(c, part[0], STYLE_FRAME);
		for (col = 2; col < box->cols; col++)
			canvas_puts(c, part[1], STYLE_FRAME);
		canvas_puts(c, part[2], STYLE_FRAME);
	}
	*inner = (struct canvas_rect){ box->row + 1, box->col + 2,
		box->rows - 2, box->cols - 4 };
}

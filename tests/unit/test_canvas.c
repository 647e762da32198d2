/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "base/buf.h"
#include "term/canvas.h"
#include "text/rich.h"
#include "unit.h"

/* clang-format off */
#define E_ACUTE "e\xcc\x81"
#define ZHONG "\xe4\xb8\xad" /* two columns */
#define WEN "\xe6\x96\x87"
#define ZWJ "\xe2\x80\x8d"
/* Bidirectional override and isolate, and what ends them. */
#define RLO "\xe2\x80\xae"
#define PDF "\xe2\x80\xac"
#define LRI "\xe2\x81\xa6"
#define PDI "\xe2\x81\xa9"
/* clang-format on */

static void
check_row(const struct canvas *c, int row, const char *want)
{
	struct buf b = BUF_INIT;

	canvas_row_text(c, row, &b);
	assert_string_equal(b.s, want);
	buf_release(&b);
}

static void
check_styles(const struct canvas *c, int row, const char *want)
{
	struct buf b = BUF_INIT;

	canvas_row_styles(c, row, &b);
	assert_string_equal(b.s, want);
	buf_release(&b);
}

static void
check_cell(const struct canvas *c, int row, int col)
{
	const struct cell *cell = canvas_cell(c, row, col);

	assert_in_range(cell->cols, 0, 2);
	assert_int_equal(cell->len == 0, cell->cols == 0);
	if (cell->cols == 0)
		assert_int_equal(cell[-1].cols, 2);
	if (cell->cols == 2)
		assert_true(col + 1 < c->cols && cell[1].cols == 0);
	if (cell->len != 0)
		assert_true(
		    (unsigned char)cell->s[0] >= ' ' && cell->s[0] != 0x7f);
}

/* Every canvas must hold this, whatever was drawn. */
static void
check_sound(const struct canvas *c)
{
	int row, col;

	for (row = 0; row < c->rows; row++) {
		for (col = 0; col < c->cols; col++)
			check_cell(c, row, col);
	}
}

/* What a canvas of 10 columns shows of `text` put at `col`. */
static void
put_and_check(void **state)
{
	static const struct {
		int col;
		const char *text;
		const char *want;
	} cases[] = {
		{ 0, "hello", "hello" },
		{ 7, "hello", "       hel" },
		{ -2, "hello", "llo" },
		{ 10, "hello", "" },
		{ -5, "hello", "" },
		{ -2000000000, "hello", "" },
		{ 2000000000, "hello", "" },
		{ 0, ZHONG WEN, ZHONG WEN },
		{ -1, ZHONG WEN, " " WEN },
		{ -2, ZHONG WEN, WEN },
		{ 7, ZHONG WEN, "       " ZHONG },
		{ 9, ZHONG WEN, "" },
		{ 8, ZHONG WEN, "        " ZHONG },
		{ 0, E_ACUTE "x", E_ACUTE "x" },
		{ 9, E_ACUTE "x", "         " E_ACUTE },
		{ -1, E_ACUTE "x", "x" },
		{ 0, "a\tb\x1b[31m\x7f", "a b [31m" },
		{ 0,
		    "\xc2\x9b"
		    "31m",
		    " 31m" },
		{ 0,
		    "\xc2\xad"
		    "soft",
		    "soft" },
		{ 0, RLO "rtl" PDF LRI "x" PDI, "rtlx" },
		{ 0, "\xff\xc3(", "\xef\xbf\xbd\xef\xbf\xbd(" },
		{ 0, "", "" },
		/* A family of two: two people, not joined, then x. */
		{ 0,
		    "\xf0\x9f\x91\xa8" ZWJ "\xf0\x9f\x91\xa9"
		    "x",
		    "\xf0\x9f\x91\xa8\xf0\x9f\x91\xa9"
		    "x" },
		/* A heart, without the selector that would widen it. */
		{ 0,
		    "\xe2\x9d\xa4\xef\xb8\x8f"
		    "x",
		    "\xe2\x9d\xa4"
		    "x" },
		/* Devanagari ka, virama, joiner, ssa keep their joiner. */
		{ 0, "\xe0\xa4\x95\xe0\xa5\x8d" ZWJ "\xe0\xa4\xb7",
		    "\xe0\xa4\x95\xe0\xa5\x8d" ZWJ "\xe0\xa4\xb7" },
	};
	struct canvas c;
	size_t i;

	(void)state;
	canvas_init(&c);
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		canvas_resize(&c, 3, 10);
		canvas_move(&c, 1, cases[i].col);
		canvas_puts(&c, cases[i].text, STYLE_BODY);
		check_row(&c, 0, "");
		check_row(&c, 1, cases[i].want);
		check_row(&c, 2, "");
		check_sound(&c);
	}
	canvas_release(&c);
}

static void
pen_moves_by_the_width_of_the_text(void **state)
{
	struct canvas c;

	(void)state;
	canvas_init(&c);
	canvas_resize(&c, 2, 6);
	canvas_move(&c, 0, 4);
	canvas_puts(&c, ZHONG WEN "ab", STYLE_BODY);
	assert_int_equal(c.pen_col, 10);
	canvas_move(&c, 1, 0);
	canvas_puts(&c, "one", STYLE_LINK);
	canvas_puts(&c, " ", STYLE_BODY);
	canvas_puts(&c, "two", STYLE_CODE);
	check_row(&c, 1, "one tw");
	check_styles(&c, 1, "lll.cc");
	canvas_move(&c, 1, 1);
	canvas_repeat(&c, '=', 3, STYLE_FRAME);
	assert_int_equal(c.pen_col, 4);
	check_row(&c, 1, "o===tw");
	canvas_move(&c, 1, -1000000);
	canvas_repeat(&c, '-', 2000000000, STYLE_FRAME);
	check_row(&c, 1, "------");
	canvas_move(&c, 7, 0);
	canvas_puts(&c, "no such row", STYLE_BODY);
	canvas_move(&c, -1, 0);
	canvas_puts(&c, "no such row", STYLE_BODY);
	check_sound(&c);
	canvas_release(&c);
}

static void
marks_join_the_character_before(void **state)
{
	struct canvas c;
	int i;

	(void)state;
	canvas_init(&c);
	canvas_resize(&c, 1, 10);
	canvas_puts(&c, "e", STYLE_BODY);
	canvas_puts(&c, "\xcc\x81", STYLE_BODY);
	canvas_puts(&c, ZHONG, STYLE_BODY);
	canvas_puts(&c, "\xcc\x88", STYLE_BODY);
	check_row(&c, 0, E_ACUTE ZHONG "\xcc\x88");
	assert_int_equal(c.pen_col, 3);

	canvas_clear(&c);
	canvas_puts(&c,
	    "\xcc\x81"
	    "x",
	    STYLE_BODY);
	check_row(&c, 0, "x");

	canvas_clear(&c);
	canvas_puts(&c, "a", STYLE_BODY);
	for (i = 0; i < 1000; i++)
		canvas_puts(&c, "\xcc\x81", STYLE_BODY);
	canvas_puts(&c, "b", STYLE_BODY);
	assert_int_equal(canvas_cell(&c, 0, 0)->len, 15);
	assert_string_equal(canvas_cell(&c, 0, 1)->s, "b");
	canvas_release(&c);
}

static void
halves_of_wide_characters_part(void **state)
{
	struct canvas c;
	int col;

	(void)state;
	canvas_init(&c);
	for (col = -1; col < 7; col++) {
		canvas_resize(&c, 1, 6);
		canvas_puts(&c, ZHONG WEN ZHONG, STYLE_BODY);
		canvas_move(&c, 0, col);
		canvas_puts(&c, "x", STYLE_BODY);
		check_sound(&c);
		canvas_puts(&c, WEN, STYLE_BODY);
		check_sound(&c);
	}
	canvas_resize(&c, 1, 6);
	canvas_puts(&c, ZHONG WEN ZHONG, STYLE_BODY);
	canvas_move(&c, 0, 1);
	canvas_puts(&c, "xx", STYLE_BODY);
	check_row(&c, 0, " xx " ZHONG);
	canvas_style(&c, 0, 4, 1, STYLE_MATCH);
	check_styles(&c, 0, "....mm");
	canvas_style(&c, 0, 5, 9, STYLE_CURRENT);
	check_styles(&c, 0, "....>>");
	canvas_release(&c);
}

static void
clipping_to_a_rectangle(void **state)
{
	static const struct canvas_rect pane = { 1, 2, 2, 4 };
	static const struct canvas_rect beyond = { 2, 5, 1 << 30, 1 << 30 };
	static const struct canvas_rect none = { 1, 1, -3, 2 };
	struct canvas c;
	int row;

	(void)state;
	canvas_init(&c);
	canvas_resize(&c, 4, 8);
	canvas_clip(&c, &pane);
	for (row = 0; row < 4; row++) {
		canvas_move(&c, row, 0);
		canvas_puts(&c, "abc" ZHONG ZHONG "h", STYLE_LINK);
	}
	check_row(&c, 0, "");
	check_row(&c, 1, "  c" ZHONG);
	check_row(&c, 2, "  c" ZHONG);
	check_row(&c, 3, "");
	check_styles(&c, 2, "..llll..");
	canvas_clip(&c, NULL);
	canvas_fill(&c, &beyond, STYLE_BAR);
	canvas_fill(&c, &none, STYLE_BAR);
	check_styles(&c, 1, "..llll..");
	check_styles(&c, 2, "..lllBBB");
	check_styles(&c, 3, ".....BBB");
	check_sound(&c);
	canvas_style(&c, 3, -5, 7, STYLE_MATCH);
	canvas_style(&c, 9, 0, 7, STYLE_MATCH);
	canvas_style(&c, 0, 3, -1, STYLE_MATCH);
	check_styles(&c, 3, "mm...BBB");
	check_styles(&c, 0, "........");
	canvas_release(&c);
}

static void
any_size_will_do(void **state)
{
	static const int sizes[][2] = { { 0, 0 }, { 1, 1 }, { 1, 0 }, { 0, 1 },
		{ 3, 1 }, { 1, 3 }, { -4, 7 }, { 200, 500 }, { 5000, 5000 } };
	struct canvas c;
	size_t i;
	int row;

	(void)state;
	canvas_init(&c);
	for (i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
		canvas_resize(&c, sizes[i][0], sizes[i][1]);
		assert_in_range(c.rows, 0, CANVAS_MAX);
		assert_in_range(c.cols, 0, CANVAS_MAX);
		for (row = -1; row < 4; row++) {
			canvas_move(&c, row, -1);
			canvas_puts(&c, ZHONG E_ACUTE "abc" ZHONG, 0);
			canvas_cursor(&c, row, row);
		}
		if (c.rows < 10)
			check_sound(&c);
		assert_true(c.cursor_row < c.rows);
	}
	canvas_resize(&c, 1, 1);
	canvas_puts(&c, "x", STYLE_BODY);
	check_row(&c, 0, "x");
	check_row(&c, 1, "");
	assert_null(canvas_cell(&c, 0, 1));
	canvas_release(&c);
}

static void
copies_are_equal(void **state)
{
	struct canvas a, b;

	(void)state;
	canvas_init(&a);
	canvas_init(&b);
	canvas_resize(&a, 2, 5);
	canvas_puts(&a, "text", STYLE_STRONG);
	canvas_cursor(&a, 1, 4);
	canvas_copy(&b, &a);
	check_row(&b, 0, "text");
	check_styles(&b, 0, "ssss.");
	assert_int_equal(b.cursor_row, 1);
	assert_int_equal(b.cursor_col, 4);
	canvas_cursor(&a, 0, 5);
	assert_int_equal(a.cursor_row, -1);
	canvas_release(&a);
	canvas_copy(&b, &a);
	assert_int_equal(b.rows, 0);
	canvas_release(&b);
}

static void
letters_show_the_strongest_style(void **state)
{
	static const struct {
		unsigned style;
		char want;
	} cases[] = { { 0, '.' }, { STYLE_QUIET, 'q' }, { STYLE_EMPH, 'e' },
		{ STYLE_EMPH | STYLE_STRONG, 's' },
		{ STYLE_LINK | STYLE_MATCH, 'm' },
		{ STYLE_LINK | STYLE_MATCH | STYLE_CURRENT, '>' },
		{ STYLE_HEAD1, '1' }, { STYLE_HEAD2, '2' },
		{ STYLE_HEAD3, '3' }, { STYLE_BAR | STYLE_WRONG, 'W' },
		{ STYLE_RIGHT, 'R' }, { STYLE_WARN, '!' } };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_int_equal(
		    canvas_style_letter(cases[i].style), cases[i].want);
}

/* Bytes of a simple generator, all over a canvas: it stays sound. */
static void
noise_is_harmless(void **state)
{
	unsigned long seed = 12345;
	char text[40];
	struct canvas c;
	size_t i;
	int round;

	(void)state;
	canvas_init(&c);
	canvas_resize(&c, 5, 20);
	for (round = 0; round < 20000; round++) {
		for (i = 0; i < sizeof(text); i++) {
			seed = seed * 1103515245 + 12345;
			text[i] = (char)(seed >> 16);
		}
		canvas_move(
		    &c, (int)(seed >> 20) % 7 - 1, (int)(seed >> 24) % 30 - 5);
		canvas_put(&c, text, (seed >> 28) % sizeof(text), 0);
	}
	check_sound(&c);
	canvas_release(&c);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(put_and_check),
		cmocka_unit_test(pen_moves_by_the_width_of_the_text),
		cmocka_unit_test(marks_join_the_character_before),
		cmocka_unit_test(halves_of_wide_characters_part),
		cmocka_unit_test(clipping_to_a_rectangle),
		cmocka_unit_test(any_size_will_do),
		cmocka_unit_test(copies_are_equal),
		cmocka_unit_test(letters_show_the_strongest_style),
		cmocka_unit_test(noise_is_harmless),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests_name("canvas", tests, NULL, NULL);
}

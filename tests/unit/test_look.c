/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <math.h>
#include <string.h>

#include "term/look.h"
#include "term/termtype.h"
#include "text/rich.h"
#include "unit.h"

static const unsigned roles[] = { STYLE_EMPH, STYLE_STRONG, STYLE_CODE,
	STYLE_LINK, STYLE_HEAD1, STYLE_HEAD2, STYLE_HEAD3, STYLE_FRAME,
	STYLE_MATCH, STYLE_CURRENT, STYLE_BAR, STYLE_RIGHT, STYLE_WRONG,
	STYLE_WARN, STYLE_QUIET, STYLE_LIGHT };

enum { ROLES = sizeof(roles) / sizeof(*roles) };

static void
check_look(struct look look, unsigned attr, int fg, int bg)
{
	assert_int_equal(look.attr, attr);
	assert_int_equal(look.fg, fg);
	assert_int_equal(look.bg, bg);
}

static void
mono_is_enough(void **state)
{
	static const struct {
		unsigned style, attr;
	} cases[] = {
		{ STYLE_BODY, 0 },
		{ STYLE_BAR, LOOK_REVERSE },
		{ STYLE_HEAD1, LOOK_BOLD },
		{ STYLE_HEAD2, LOOK_BOLD },
		{ STYLE_HEAD3, LOOK_UNDERLINE },
		{ STYLE_LINK, LOOK_UNDERLINE },
		{ STYLE_LINK | STYLE_CURRENT,
		    LOOK_UNDERLINE | LOOK_BOLD | LOOK_REVERSE },
		{ STYLE_MATCH, LOOK_BOLD | LOOK_UNDERLINE },
		{ STYLE_CURRENT, LOOK_BOLD | LOOK_REVERSE },
		{ STYLE_EMPH | STYLE_STRONG, LOOK_ITALIC | LOOK_BOLD },
	};
	int theme;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		for (theme = 0; theme < LOOK_THEME_COUNT; theme++)
			check_look(look_of(cases[i].style, LOOK_MONO,
				       (enum look_theme)theme),
			    cases[i].attr, -1, -1);
		check_look(look_of(cases[i].style, LOOK_256, LOOK_PLAIN),
		    cases[i].attr, -1, -1);
	}
}

/* No yellow (3, 11), no bright white (15), dark blue (4) only on light. */
static void
check_colours(enum look_depth depth, enum look_theme theme)
{
	struct look look;
	size_t i;

	check_look(look_of(STYLE_BODY, depth, theme), 0, -1, -1);
	for (i = 0; i < ROLES; i++) {
		look = look_of(roles[i], depth, theme);
		assert_int_not_equal(look.fg, 3);
		assert_int_not_equal(look.fg, 11);
		assert_int_not_equal(look.fg, 15);
		assert_true(look.fg != 4 || theme == LOOK_LIGHT);
		assert_true(look.fg < (depth == LOOK_8 ? 8 : 256));
		assert_true(look.bg < 0 || look.fg >= 0);
	}
}

static void
banned_colours(void **state)
{
	int depth, theme;

	(void)state;
	for (depth = 0; depth < LOOK_DEPTH_COUNT; depth++) {
		for (theme = 0; theme < LOOK_THEME_COUNT; theme++)
			check_colours(
			    (enum look_depth)depth, (enum look_theme)theme);
	}
}

/* Colours 16 to 255 of xterm: relative luminance by WCAG 2. */
static double
luminance(int color)
{
	static const int level[] = { 0, 95, 135, 175, 215, 255 };
	static const double weight[] = { 0.2126, 0.7152, 0.0722 };
	double sum = 0, v;
	int i, rgb[3];

	rgb[0] =
	    color > 231 ? 8 + 10 * (color - 232) : level[(color - 16) / 36];
	rgb[1] = color > 231 ? rgb[0] : level[(color - 16) / 6 % 6];
	rgb[2] = color > 231 ? rgb[0] : level[(color - 16) % 6];
	for (i = 0; i < 3; i++) {
		v = rgb[i] / 255.0;
		sum += weight[i] *
		    (v <= 0.03928 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4));
	}
	return sum;
}

static double
contrast(int a, int b)
{
	double x = luminance(a) + 0.05, y = luminance(b) + 0.05;

	return x > y ? x / y : y / x;
}

static void
colours_can_be_read(void **state)
{
	enum { BLACK = 16, WHITE = 231 };
	struct look look;
	int theme;
	size_t i;

	(void)state;
	for (theme = LOOK_AUTO; theme < LOOK_PLAIN; theme++) {
		for (i = 0; i < ROLES; i++) {
			look =
			    look_of(roles[i], LOOK_256, (enum look_theme)theme);
			if (look.fg < 0)
				continue;
			if (look.bg >= 0)
				assert_true(contrast(look.fg, look.bg) > 7);
			else if (theme != LOOK_LIGHT)
				assert_true(contrast(look.fg, BLACK) >= 4);
			if (look.bg < 0 && theme != LOOK_DARK)
				assert_true(contrast(look.fg, WHITE) >= 4);
		}
	}
}

static void
marks_keep_their_own_colours(void **state)
{
	struct look match = look_of(STYLE_MATCH, LOOK_256, LOOK_AUTO);
	struct look both;

	(void)state;
	both = look_of(STYLE_MATCH | STYLE_LINK, LOOK_256, LOOK_AUTO);
	assert_int_equal(both.fg, match.fg);
	assert_int_equal(both.bg, match.bg);
	both = look_of(STYLE_MATCH | STYLE_CURRENT, LOOK_256, LOOK_AUTO);
	assert_int_not_equal(both.bg, match.bg);
	assert_int_equal(both.attr & LOOK_REVERSE, 0);
	check_look(look_of(STYLE_BAR | STYLE_WRONG, LOOK_16, LOOK_AUTO),
	    LOOK_REVERSE | LOOK_BOLD, -1, -1);
}

static void
depths_and_themes(void **state)
{
	(void)state;
	assert_int_equal(look_depth_for(-1), LOOK_MONO);
	assert_int_equal(look_depth_for(2), LOOK_MONO);
	assert_int_equal(look_depth_for(8), LOOK_8);
	assert_int_equal(look_depth_for(16), LOOK_16);
	assert_int_equal(look_depth_for(88), LOOK_16);
	assert_int_equal(look_depth_for(256), LOOK_256);
	assert_int_equal(look_depth_for(1 << 24), LOOK_8);
	assert_int_equal(look_theme_guess(NULL), LOOK_AUTO);
	assert_int_equal(look_theme_guess("15;0"), LOOK_DARK);
	assert_int_equal(look_theme_guess("0;default;15"), LOOK_LIGHT);
	assert_int_equal(look_theme_guess("0;7"), LOOK_LIGHT);
	assert_int_equal(look_theme_guess("7;8"), LOOK_DARK);
	assert_int_equal(look_theme_guess("7;default"), LOOK_AUTO);
	assert_int_equal(look_theme_guess("7;"), LOOK_AUTO);
	assert_int_equal(look_theme_guess("7;99"), LOOK_AUTO);
	assert_string_equal(look_theme_name(LOOK_PLAIN), "plain");
}

/* The boxes, as they are drawn with lines and without. */
static void
box_letters(void **state)
{
	static const struct {
		uint32_t ch;
		char letter, ascii;
	} cases[] = { { 0x2500, 'q', '-' }, { 0x2502, 'x', '|' },
		{ 0x250c, 'l', '+' }, { 0x2510, 'k', '+' },
		{ 0x2514, 'm', '+' }, { 0x2518, 'j', '+' },
		{ 0x251c, 't', '+' }, { 0x2524, 'u', '+' },
		{ 0x252c, 'w', '+' }, { 0x2534, 'v', '+' },
		{ 0x253c, 'n', '+' }, { 0x2550, 'q', '-' },
		{ 0x2551, 'x', '|' }, { 0x2554, 'l', '+' },
		{ 0x256c, 'n', '+' }, { 0x256d, 'l', '+' },
		{ 0x256e, 'k', '+' }, { 0x256f, 'j', '+' },
		{ 0x2570, 'm', '+' }, { 0x257f, 'x', '|' } };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		assert_int_equal(look_box(cases[i].ch), cases[i].letter);
		assert_int_equal(
		    look_box_ascii(cases[i].letter), cases[i].ascii);
	}
	assert_int_equal(look_box(0x2573), 0);
	assert_int_equal(look_box(0x24ff), 0);
	assert_int_equal(look_box(0x2580), 0);
	assert_int_equal(look_box('q'), 0);
}

static void
stand_ins(void **state)
{
	static const struct {
		const char *term, *first;
	} cases[] = { { "xterm-ghostty", "xterm-256color" },
		{ "xterm-kitty", "xterm-256color" },
		{ "foot", "xterm-256color" },
		{ "alacritty-direct", "xterm-256color" },
		{ "wezterm", "xterm-256color" },
		{ "screen.foo", "screen-256color" },
		{ "tmux-direct", "screen-256color" },
		{ "rxvt-unicode-256color", "rxvt-256color" },
		{ "frobozz", "vt100" }, { "X", "vt100" } };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_string_equal(
		    termtype_stand_ins(cases[i].term)[0], cases[i].first);
	assert_true(termtype_is_dumb("dumb"));
	assert_true(termtype_is_dumb(""));
	assert_false(termtype_is_dumb("dumber"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(mono_is_enough),
		cmocka_unit_test(banned_colours),
		cmocka_unit_test(colours_can_be_read),
		cmocka_unit_test(marks_keep_their_own_colours),
		cmocka_unit_test(depths_and_themes),
		cmocka_unit_test(box_letters),
		cmocka_unit_test(stand_ins),
	};

	return cmocka_run_group_tests_name("look", tests, NULL, NULL);
}

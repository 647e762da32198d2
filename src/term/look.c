/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "term/look.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "text/rich.h"

/* Colours by what they are for. */
enum hue {
	HUE_NONE,
	HUE_ACCENT, /* titles, links */
	HUE_GOOD,
	HUE_BAD,
	HUE_SOFT,
	HUE_INK,     /* text on the backgrounds below */
	HUE_MATCH,   /* background */
	HUE_CURRENT, /* background */
	HUE_LIGHT,   /* background */
	HUE_COUNT
};

struct palette {
	short hue[HUE_COUNT];
};

/*
 * By depth and theme, in the order of enum hue.  The text colours of 256 keep
 * a contrast (WCAG 2) of 4 to the backgrounds they are for, in LOOK_AUTO both
 * black and white; a test computes it.  With 8 colours blue is only for light
 * backgrounds; with 16, 12 is the blue that both bear.
 */
/* clang-format off */
static const struct palette palettes[LOOK_DEPTH_COUNT][LOOK_PLAIN] = {
	[LOOK_MONO] = {
		[LOOK_AUTO] =  { { -1, -1, -1, -1, -1, -1, -1, -1, -1 } },
		[LOOK_DARK] =  { { -1, -1, -1, -1, -1, -1, -1, -1, -1 } },
		[LOOK_LIGHT] = { { -1, -1, -1, -1, -1, -1, -1, -1, -1 } },
	},
	[LOOK_8] = {
		[LOOK_AUTO] =  { { -1, 6, 2, 1, -1, -1, -1, -1, -1 } },
		[LOOK_DARK] =  { { -1, 6, 2, 1, -1, -1, -1, -1, -1 } },
		[LOOK_LIGHT] = { { -1, 4, 2, 1, -1, -1, -1, -1, -1 } },
	},
	[LOOK_16] = {
		[LOOK_AUTO] =  { { -1, 12, 2, 1, -1, -1, -1, -1, -1 } },
		[LOOK_DARK] =  { { -1, 14, 10, 9, -1, -1, -1, -1, -1 } },
		[LOOK_LIGHT] = { { -1, 4, 2, 1, 8, -1, -1, -1, -1 } },
	},
	[LOOK_256] = {
		[LOOK_AUTO] =  { { -1, 31, 28, 161, 243, 16, 152, 215, 151 } },
		[LOOK_DARK] =  { { -1, 117, 114, 210, 245, 16, 152, 215, 151 } },
		[LOOK_LIGHT] = { { -1, 25, 22, 124, 240, 16, 152, 215, 151 } },
	},
};
/* clang-format on */

struct rule {
	unsigned style;
	unsigned mono, color; /* attributes without and with colours */
	enum hue fg, bg;
};

/* Weakest first: a later one overrides the colours of those before. */
static const struct rule rules[] = {
	{ STYLE_EMPH, LOOK_ITALIC, LOOK_ITALIC, HUE_NONE, HUE_NONE },
	{ STYLE_STRONG, LOOK_BOLD, LOOK_BOLD, HUE_NONE, HUE_NONE },
	{ STYLE_FRAME, 0, 0, HUE_SOFT, HUE_NONE },
	{ STYLE_QUIET, 0, 0, HUE_SOFT, HUE_NONE },
	{ STYLE_LINK, LOOK_UNDERLINE, LOOK_UNDERLINE, HUE_ACCENT, HUE_NONE },
	{ STYLE_HEAD3, LOOK_UNDERLINE, 0, HUE_ACCENT, HUE_NONE },
	{ STYLE_HEAD2, LOOK_BOLD, LOOK_BOLD, HUE_ACCENT, HUE_NONE },
	{ STYLE_HEAD1, LOOK_BOLD, LOOK_BOLD, HUE_ACCENT, HUE_NONE },
	{ STYLE_WARN, LOOK_BOLD, LOOK_BOLD, HUE_BAD, HUE_NONE },
	{ STYLE_RIGHT, LOOK_BOLD, LOOK_BOLD, HUE_GOOD, HUE_NONE },
	{ STYLE_WRONG, LOOK_BOLD, LOOK_BOLD, HUE_BAD, HUE_NONE },
	{ STYLE_LIGHT, LOOK_REVERSE, LOOK_REVERSE, HUE_INK, HUE_LIGHT },
	{ STYLE_BAR, LOOK_REVERSE, LOOK_REVERSE, HUE_NONE, HUE_NONE },
	{ STYLE_MATCH, LOOK_BOLD | LOOK_UNDERLINE, LOOK_REVERSE, HUE_INK,
	    HUE_MATCH },
	{ STYLE_CURRENT, LOOK_BOLD | LOOK_REVERSE, LOOK_BOLD | LOOK_REVERSE,
	    HUE_INK, HUE_CURRENT },
};

/* On a bar or a mark the words stay in the colours of the bar or mark. */
enum { STYLE_BLOCKS = STYLE_BAR | STYLE_MATCH | STYLE_CURRENT | STYLE_LIGHT };

static void
apply(struct look *look, const struct rule *rule, const struct palette *p)
{
	int block = (rule->style & STYLE_BLOCKS) != 0;

	look->attr |= p->hue[HUE_ACCENT] < 0 ? rule->mono : rule->color;
	if (block || rule->fg != HUE_NONE)
		look->fg = p->hue[rule->fg];
	if (block)
		look->bg = p->hue[rule->bg];
	if (look->bg >= 0)
		look->attr &= ~(unsigned)LOOK_REVERSE;
}

struct look
look_of(unsigned style, enum look_depth depth, enum look_theme theme)
{
	struct look look = { 0, -1, -1 };
	const struct palette *p;
	size_t i;

	p = theme == LOOK_PLAIN ? &palettes[LOOK_MONO][LOOK_AUTO]
				: &palettes[depth][theme];
	for (i = 0; i < sizeof(rules) / sizeof(*rules); i++) {
		if (style & rules[i].style)
			apply(&look, &rules[i], p);
	}
	return look;
}

/* With more than 256, numbers are no longer places in a palette (direct
 * colour), but the first eight are what they always were. */
enum look_depth
look_depth_for(int colors)
{
	if (colors == 256)
		return LOOK_256;
	if (colors >= 16 && colors < 256)
		return LOOK_16;
	return colors >= 8 ? LOOK_8 : LOOK_MONO;
}

const char *
look_theme_name(enum look_theme theme)
{
	static const char *const names[LOOK_THEME_COUNT] = {
		[LOOK_AUTO] = "auto",
		[LOOK_DARK] = "dark",
		[LOOK_LIGHT] = "light",
		[LOOK_PLAIN] = "plain",
	};

	return names[theme];
}

enum look_theme
look_theme_guess(const char *colorfgbg)
{
	const char *bg = colorfgbg == NULL ? NULL : strrchr(colorfgbg, ';');
	char *end;
	long n;

	if (bg == NULL)
		return LOOK_AUTO;
	n = strtol(bg + 1, &end, 10);
	if (end == bg + 1 || *end != '\0' || n < 0 || n > 15)
		return LOOK_AUTO;
	return n < 7 || n == 8 ? LOOK_DARK : LOOK_LIGHT;
}

int
look_box(uint32_t ch)
{
	static const char letters[] = "qqxxqqxxqqxxllllkkkkmmmmjjjjtttt"
				      "ttttuuuuuuuuwwwwwwwwvvvvvvvvnnnn"
				      "nnnnnnnnnnnnqqxxqxlllkkkmmmjjjtt"
				      "tuuuwwwvvvnnnlkjm   qxqxqxqxqxqx";

	if (ch < 0x2500 || ch > 0x257f || letters[ch - 0x2500] == ' ')
		return 0;
	return letters[ch - 0x2500];
}

int
look_box_ascii(int letter)
{
	return letter == 'q' ? '-' : letter == 'x' ? '|' : '+';
}

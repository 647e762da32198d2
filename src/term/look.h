/* SPDX-License-Identifier: ISC */
/*
 * look.h - what each style looks like
 *
 * Layer term: may include base and text.  Pure tables: which attributes and
 * colours stand for the roles of enum style on terminals of no, 8, 16 and 256
 * colours.  Attributes carry the meaning and colours only add to it, so every
 * theme reads the same in mono.  The body is never coloured and nothing sets
 * its background: the user's own colours stay.  Neither dim, blinking, yellow
 * nor bright white is used, nor dark blue where the background may be black.
 */
#ifndef LECTERN_TERM_LOOK_H
#define LECTERN_TERM_LOOK_H

#include <stdint.h>

enum look_depth { LOOK_MONO, LOOK_8, LOOK_16, LOOK_256, LOOK_DEPTH_COUNT };

enum look_theme {
	LOOK_AUTO,  /* colours that can be read on black and on white */
	LOOK_DARK,  /* for a dark background */
	LOOK_LIGHT, /* for a light background */
	LOOK_PLAIN, /* no colours */
	LOOK_THEME_COUNT
};

/* Attributes, as bits. */
enum look_attr {
	LOOK_BOLD = 1,
	LOOK_UNDERLINE = 2,
	LOOK_REVERSE = 4,
	LOOK_ITALIC = 8, /* underlined where there are no italics */
};

struct look {
	unsigned attr; /* enum look_attr, bits */
	int fg, bg;    /* number of a colour; -1: the terminal's own */
};

/* The look of a set of style bits. */
struct look look_of(
    unsigned style, enum look_depth depth, enum look_theme theme);

/* How many colours to use on a terminal that has `colors` (terminfo). */
enum look_depth look_depth_for(int colors);

/* "auto", "dark", "light", "plain". */
const char *look_theme_name(enum look_theme theme);

/*
 * The theme that COLORFGBG speaks for, which some terminals set to
 * "foreground;background"; LOOK_AUTO when it is NULL or says nothing.
 */
enum look_theme look_theme_guess(const char *colorfgbg);

/*
 * For a box drawing character (U+2500 to U+257F) the letter of a VT100's line
 * drawing set that comes nearest, which is also what acsc of terminfo goes by:
 * j k l m corners, n crossing, q x lines, t u v w tees.  0 for any other.
 */
int look_box(uint32_t ch);

/* The same in ASCII: - | or +. */
int look_box_ascii(int letter);

#endif

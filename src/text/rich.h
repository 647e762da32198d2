/* SPDX-License-Identifier: ISC */
/*
 * rich.h - text with styles
 *
 * Layer text: may include base.  What documents and quizzes hand to layout,
 * and the vocabulary of styles in which layout speaks to the screen.
 */
#ifndef LECTERN_TEXT_RICH_H
#define LECTERN_TEXT_RICH_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/vec.h"

/*
 * Styles are roles, not colours, and combine as bits; the terminal decides how
 * each looks.  No meaning hangs on a style alone: a word or sign says it too.
 */
enum style {
	STYLE_BODY = 0,
	STYLE_EMPH = 1 << 0,   /* emphasis, foreign phrase, title of a work */
	STYLE_STRONG = 1 << 1, /* strong emphasis, term, label */
	STYLE_CODE = 1 << 2,   /* literal text of any kind */
	STYLE_LINK = 1 << 3,
	STYLE_HEAD1 = 1 << 4,   /* article or chapter title */
	STYLE_HEAD2 = 1 << 5,   /* section title */
	STYLE_HEAD3 = 1 << 6,   /* any title below that */
	STYLE_FRAME = 1 << 7,   /* rules of tables and boxes */
	STYLE_MATCH = 1 << 8,   /* found by search */
	STYLE_CURRENT = 1 << 9, /* the match or item that the cursor is on */
	STYLE_BAR = 1 << 10,    /* header and status line */
	STYLE_RIGHT = 1 << 11,
	STYLE_WRONG = 1 << 12,
	STYLE_WARN = 1 << 13,  /* what could do harm; faults */
	STYLE_QUIET = 1 << 14, /* hints, footers, what may be overlooked */
	STYLE_LIGHT = 1 << 15, /* highlighted by the student */
};

/* Bytes [start, start + len) of the text have `style`. */
struct rich_run {
	uint32_t start, len;
	uint16_t style;
};

/* Text with runs of style in order; bytes in no run are STYLE_BODY. */
struct rich {
	struct buf text;
	VEC(struct rich_run) runs;
};

void rich_init(struct rich *r);
void rich_release(struct rich *r);
void rich_reset(struct rich *r);

/* Appends text in a style; joins the run before where that has the same. */
void rich_add(struct rich *r, const char *s, size_t len, unsigned style);
void rich_adds(struct rich *r, const char *s, unsigned style);

/* Appends a text with its styles; `more` is not `r`. */
void rich_append(struct rich *r, const struct rich *more);

/* The same for its bytes [from, to). */
void rich_add_range(
    struct rich *r, const struct rich *more, size_t from, size_t to);

#endif

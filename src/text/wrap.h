/* SPDX-License-Identifier: ISC */
/*
 * wrap.h - break a paragraph into lines that fit a width
 *
 * Layer text: may include base.  Knows nothing of documents, styles or
 * terminals.  Line breaks are where UAX 14 allows them, see breaks.h.
 */
#ifndef LECTERN_TEXT_WRAP_H
#define LECTERN_TEXT_WRAP_H

#include <stddef.h>

#include "base/vec.h"

/* One line: bytes [start, end) of the text, blanks at its end left out. */
struct wrap_line {
	size_t start; /* [byte] */
	size_t end;   /* [byte] */
	int cols;     /* [col] never more than the width, see text_wrap */
	int hyphen;   /* 1: broken at a soft hyphen, show a '-' (in cols) */
};

struct wrap_lines {
	VEC(struct wrap_line) all;
};

/*
 * Cuts the `len` bytes of valid UTF-8 at `s` into lines.
 *
 * first  [col] > 0, width of the first line (a hanging indent makes it differ)
 * rest   [col] > 0, width of the others
 *
 * A newline ends a line where it stands.  Of the ways that take the fewest
 * lines the least ragged is chosen: the sum of the squared space left at the
 * ends, the last line of a paragraph excepted, is smallest, where a line that
 * ends behind a hyphen or slash within a word counts as if it had 15 columns
 * more of it.  A last line of one
 * short word (at most 8 columns and a quarter of the width) is avoided where
 * another way takes no more lines.  A paragraph of over 2,000 words is broken
 * greedily.
 *
 * A word wider than the width is cut between grapheme clusters; a cluster that
 * is wider than the width has a line of its own, and only there is `cols` more
 * than the width.  A soft hyphen with no room for its '-' breaks without one.
 * Blanks at the start of a paragraph stay unless the first word would have to
 * be cut for them.
 *
 * Empty text gives no line, blanks alone an empty one.  `out` is emptied first
 * and owned by the caller, who frees it with vec_release(&out->all).
 */
void text_wrap(
    struct wrap_lines *out, const char *s, size_t len, int first, int rest);

/* The same for text that is to hold together in places. */
struct wrap_text {
	const char *s;
	size_t len;
	int first, rest;    /* [col] as above */
	const size_t *kept; /* [byte] no line begins here, if one could */
	size_t n_kept;
};

void text_wrap_kept(struct wrap_lines *out, const struct wrap_text *text);

/*
 * Narrowest and widest that the text can be set: its widest unbreakable part
 * (with the hyphen of a soft hyphen behind it) and its widest line without
 * wrapping, both in columns.  Of empty text both are 0.
 */
void text_extent(const char *s, size_t len, int *min, int *max);

#endif

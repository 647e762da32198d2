/* SPDX-License-Identifier: ISC */
/*
 * wrap.h - break a paragraph into lines that fit a width
 *
 * Layer text: may include base.  Knows nothing of documents, styles or
 * terminals.  Line breaks are where UAX 14 allows them.
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
 * A newline ends a line where it stands.  Lines are chosen to be least ragged:
 * the sum of the squared space left at their ends, the last line of a
 * paragraph excepted, is smallest, and a last line of one short word is avoided
 * where another choice costs no more lines.  A paragraph of over 2,000 words
 * is broken greedily.  A word wider than the width is cut between grapheme
 * clusters.  Empty text gives no line; `out` is emptied first and owned by
 * the caller, who frees it with vec_release(&out->all).
 */
void text_wrap(
    struct wrap_lines *out, const char *s, size_t len, int first, int rest);

/* Narrowest and widest that the text can be set: its widest unbreakable part
 * and its widest line without wrapping, both in columns. */
void text_extent(const char *s, size_t len, int *min, int *max);

#endif

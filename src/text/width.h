/* SPDX-License-Identifier: ISC */
/*
 * width.h - columns that text takes on a terminal
 *
 * Layer text: may include base.  The one place that measures: it follows
 * wcwidth(3) in a UTF-8 locale, as curses does, and libunistring's uc_width
 * elsewhere.  Soft hyphens and zero-width characters take no column; what the
 * C library does not know takes one, as curses has it.  Tabs and newlines must
 * be gone before; a control character counts as the one column of the U+FFFD
 * that it would be shown as.  The columns of a text are the sum of those of its
 * characters, so joined pictographs take more than a terminal may show.
 *
 * setlocale(LC_CTYPE, ...) decides, at the time of the call.
 */
#ifndef LECTERN_TEXT_WIDTH_H
#define LECTERN_TEXT_WIDTH_H

#include <stddef.h>
#include <stdint.h>

/* Columns of the `len` bytes of valid UTF-8 at `s`. */
int text_width(const char *s, size_t len);

/* Columns of one character: 0, 1 or 2. */
int text_width_char(uint32_t ch);

/*
 * The longest prefix of whole grapheme clusters within `cols` columns: its
 * length in bytes, and in `*used` (may be NULL) its columns.
 */
size_t text_fit(const char *s, size_t len, int cols, int *used);

#endif

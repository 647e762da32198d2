/* SPDX-License-Identifier: ISC */
/*
 * script.h - raised and lowered characters
 *
 * Layer text: may include base.
 */
#ifndef LECTERN_TEXT_SCRIPT_H
#define LECTERN_TEXT_SCRIPT_H

#include <stddef.h>

struct buf;

/*
 * Appends the `len` bytes at `s` in superscript (`raised`) or subscript
 * characters, if Unicode has one for each, and no more than three letters are
 * among them; returns 1, or 0 with `b` unchanged.
 */
int text_script(struct buf *b, const char *s, size_t len, int raised);

#endif

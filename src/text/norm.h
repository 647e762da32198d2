/* SPDX-License-Identifier: ISC */
/*
 * norm.h - one spelling for what is written in several ways
 *
 * Layer text: may include base.  Less than fold.h does: accents stay, because
 * an answer may turn on them.
 */
#ifndef LECTERN_TEXT_NORM_H
#define LECTERN_TEXT_NORM_H

#include <stddef.h>

struct buf;

/* Appends the `len` bytes of valid UTF-8 at `s` composed (NFC). */
void text_compose(struct buf *b, const char *s, size_t len);

/* The same with case folded, fully: sharp s becomes ss. */
void text_fold_case(struct buf *b, const char *s, size_t len);

#endif

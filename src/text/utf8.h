/* SPDX-License-Identifier: ISC */
/*
 * utf8.h - stepping through UTF-8 text
 *
 * Layer text: may include base.  "Byte" is an offset in UTF-8.  Documents hold
 * valid UTF-8 by construction: text_clean makes it so once, on loading.
 */
#ifndef LECTERN_TEXT_UTF8_H
#define LECTERN_TEXT_UTF8_H

#include <stddef.h>
#include <stdint.h>

struct buf;

/*
 * The character at the start of the `len` > 0 bytes at `s`, and its length
 * in bytes.  What is not UTF-8 counts as U+FFFD, one byte long.
 */
size_t utf8_decode(const char *s, size_t len, uint32_t *ch);

/* Appends the UTF-8 form of `ch`; U+FFFD for a surrogate or past U+10FFFF. */
void utf8_encode(struct buf *b, uint32_t ch);

/* Bytes of the first grapheme cluster (UAX 29) of the `len` > 0 bytes at `s`. */
size_t utf8_cluster(const char *s, size_t len);

/*
 * Appends the `len` bytes at `s` made harmless and valid: each byte that is not
 * UTF-8 and each control character other than tab and newline (C0, DEL, C1)
 * becomes U+FFFD; bidirectional marks, overrides, embeddings and isolates, tag
 * characters, BOMs and non-characters are left out.  Carriage returns before
 * a newline are left out.  Pure ASCII is copied at memcpy speed.  Text that
 * comes in parts must be parted between characters, and not behind a carriage
 * return.
 */
void text_clean(struct buf *b, const char *s, size_t len);

/* 1 if text_clean would change nothing. */
int text_is_clean(const char *s, size_t len);

#endif

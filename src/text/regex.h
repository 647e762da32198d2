/* SPDX-License-Identifier: ISC */
/*
 * regex.h - regular expressions, with bounds
 *
 * Layer text: may include base.  PCRE2 syntax over UTF-8, letters and digits
 * as Unicode has them, `^` and `$` at each line.  Case counts if the
 * expression has a capital letter (not those of \W, \S and their like).
 *
 * An expression comes from a student, or from whoever wrote the command line:
 * compiling it and each search take bounded time and memory, and an expression
 * that would need more is refused or given up with a reason.
 */
#ifndef LECTERN_TEXT_REGEX_H
#define LECTERN_TEXT_REGEX_H

#include <stddef.h>

#include "base/buf.h"

struct regex;

/* More than this is not taken. [byte] */
enum { REGEX_LEN_MAX = 1000 };

/* NULL when it makes no sense, with what is wrong and where appended to `why`:
 * "missing closing parenthesis at character 4". */
struct regex *regex_new(const char *pattern, size_t len, struct buf *why);
void regex_free(struct regex *r);

enum regex_result {
	REGEX_NONE,
	REGEX_FOUND,
	REGEX_COSTLY, /* given up: it tries too much on this text */
};

/* Bytes [start, end). */
struct regex_span {
	size_t start, end;
};

/*
 * The first match of at least one character that begins at `from` or behind,
 * `*found`, in the `len` bytes of valid UTF-8 at `s`.  The steps that it
 * may take grow with `len`.
 */
enum regex_result regex_find(struct regex *r, const char *s, size_t len,
    size_t from, struct regex_span *found);

#endif

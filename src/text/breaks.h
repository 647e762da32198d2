/* SPDX-License-Identifier: ISC */
/*
 * breaks.h - where a line of text may end
 *
 * Layer text: may include base.  Places are those of UAX 14 (Unicode 14, as
 * libunistring knows it), with three rules more for technical prose:
 *
 *   - none directly between one of , . : ; and a letter or sign (LB29, which
 *     libunistring 1.0 leaves out): "e.g.", "postgresql.org", "C:\dir" hold;
 *   - none directly behind hyphens, slashes and full stops that begin a word:
 *     "-o", "--option", "/usr", "./configure" hold (LB20a of Unicode 16 has
 *     this for a hyphen);
 *   - one between a blank and a path, "/usr", "./configure" or ".profile",
 *     where LB13 has none before any slash or full stop.
 *
 * A URL so breaks after its slashes, hyphens and question mark only.  Thai and
 * other scripts that write no blanks and would need a dictionary hold together
 * from blank to blank.
 */
#ifndef LECTERN_TEXT_BREAKS_H
#define LECTERN_TEXT_BREAKS_H

#include <stddef.h>

enum {
	BREAK_NONE,
	BREAK_MAY,  /* a line may end before this byte */
	BREAK_MUST, /* a line ends here: this is the newline character */
};

enum text_kind {
	TEXT_ANY,
	TEXT_NARROW, /* each character takes one column */
	TEXT_ASCII,  /* ... and one byte: printable ASCII and newlines */
};

/*
 * Fills `breaks`, one char for each of the `len` bytes of valid UTF-8 at `s`,
 * and says what text it is.  ASCII with western letters, quotes and dashes
 * costs about a nanosecond a byte, other text some ten.
 */
enum text_kind text_breaks(const char *s, size_t len, char *breaks);

/* The same by the rules for all of Unicode, for text of any kind. */
void text_breaks_any(const char *s, size_t len, char *breaks);

#endif

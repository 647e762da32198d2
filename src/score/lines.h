/* SPDX-License-Identifier: ISC */
/*
 * lines.h - the lines of a score file
 *
 * Layer score: may include base and text.  A file is read in pieces through
 * one buffer, so memory does not depend on its size; between the pieces it is
 * closed, so that any number of files can be read at once.
 */
#ifndef LECTERN_SCORE_LINES_H
#define LECTERN_SCORE_LINES_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct line {
	const char *s;  /* without newline and leading NULs */
	size_t len;     /* 0 for a line that is too long */
	int64_t number; /* from 1 */
	int too_long;   /* over EVENT_LINE_MAX, passed over */
	int nuls;       /* it began with NULs */
	int open;       /* the file ends without a newline */
};

struct lines {
	int dir;          /* folder, borrowed */
	const char *name; /* of the file in it, borrowed */
	dev_t dev;
	ino_t ino;
	off_t at;     /* of the next piece */
	size_t piece; /* bytes to read at once */
	char *buf;
	size_t cap, start, end; /* bytes [start, end) of buf are to come */
	int64_t number;
	int eof;
};

/* Drops NULs, as a power cut leaves them, from the start of a line. */
void line_trim(const char **s, size_t *len);

/*
 * Begins with the file `name` below `dir`.  -1 with errno when it cannot be
 * read; ELOOP for a link, EINVAL for anything else but a regular file.
 */
int lines_init(struct lines *l, int dir, const char *name, size_t piece);
void lines_release(struct lines *l);

/*
 * The next line, which is valid until the next call: 1, or 0 at the end, or
 * -1 with errno; ESTALE when another file has taken its place.
 */
int lines_next(struct lines *l, struct line *line);

#endif

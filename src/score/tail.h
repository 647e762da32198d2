/* SPDX-License-Identifier: ISC */
/*
 * tail.h - where the numbering of a score file stands
 *
 * Layer score, for logfile.c only.
 */
#ifndef LECTERN_SCORE_TAIL_H
#define LECTERN_SCORE_TAIL_H

#include <stdint.h>
#include <sys/types.h>

struct score_sys;

struct tail {
	int64_t n;       /* number of the last line; damaged ones took one */
	int64_t version; /* of the last line that can be read, or 0 */
	int torn;        /* the last byte is no newline */
};

/*
 * Reads the last lines of a file of `size` bytes.  -1 with errno; EBADMSG when
 * no line of the last 128 KiB can be read.
 */
int tail_read(const struct score_sys *sys, int fd, off_t size, struct tail *t);

#endif

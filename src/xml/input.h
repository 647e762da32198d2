/* SPDX-License-Identifier: ISC */
/*
 * input.h - a file or a piece of memory as UTF-8, a bounded bit at a time
 *
 * Layer xml; libc only.  The encoding is found as XML 1.0 appendix F says: by
 * a byte order mark, by the zero bytes of "<?", or by the declaration; what
 * is not UTF-8 goes through iconv(3).  Bytes that the encoding does not have
 * become U+FFFD.  The parser behind it sees nothing but UTF-8, so an offset
 * here is an offset there.
 */
#ifndef LECTERN_XML_INPUT_H
#define LECTERN_XML_INPUT_H

#include <iconv.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/buf.h"

enum { INPUT_ENCODING_MAX = 40 };

struct input {
	int fd;          /* -1: memory */
	const char *mem; /* what is left of it; borrowed */
	size_t mem_len;
	uint64_t done, all; /* raw bytes read, and there are; 0: not known */
	int converts;
	iconv_t cd;
	struct buf raw;  /* read and not yet converted */
	struct buf head; /* decoded already; handed out first */
	size_t head_pos;
	int eof;
	char encoding[INPUT_ENCODING_MAX]; /* as declared, or "" */
};

enum input_result {
	INPUT_OK,
	INPUT_UNREADABLE, /* errno says why */
	INPUT_ENCODING    /* in->encoding is one that iconv does not know */
};

/*
 * Begins to read `fd`, which is *taken*, or where `fd` is -1 the `len` bytes
 * at `mem`.  `encoding`, where not NULL, is used when neither a mark nor a
 * declaration names one.  On failure nothing is held.
 */
enum input_result input_open(struct input *in, int fd, const char *mem,
    size_t len, const char *encoding);

/* Memory that is known to be UTF-8 and holds no declaration. */
void input_open_plain(struct input *in, const char *mem, size_t len);

void input_close(struct input *in);

/*
 * Length of the XML or text declaration at the start, 0 where there is none.
 * Ask before the first input_read.
 */
size_t input_declaration(const struct input *in);

/* Leaves out the first `n` bytes, which input_declaration has counted. */
void input_skip(struct input *in, size_t n);

/*
 * Appends up to `max` bytes of UTF-8 to `to`; a character may be cut.  The
 * number appended, 0 at the end; -1 with errno when reading fails.
 */
ssize_t input_read(struct input *in, struct buf *to, size_t max);

#endif

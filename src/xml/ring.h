/* SPDX-License-Identifier: ISC */
/*
 * ring.h - bytes from one process to another through memory that both share
 *
 * Layer xml; libc only.  What a pipe does, at less than half of its cost: one
 * process writes, another reads.  A pipe beside it is the bell that says that
 * something has come, and its end that the writer is gone.
 *
 * The reader trusts nobody: all that it takes is a copy, and the writer's
 * count is held against the size.
 */
#ifndef LECTERN_XML_RING_H
#define LECTERN_XML_RING_H

#include <stddef.h>
#include <sys/types.h>

struct ring;

/* Empty; to be made before the writer is forked.  NULL with errno. */
struct ring *ring_new(void);

/* Gives the memory back, in this process; NULL is fine. */
void ring_free(struct ring *r);

/* Writes all, waiting for room; `bell` is the end of a pipe to write to.  -1
 * when nobody listens any more. */
int ring_write(struct ring *r, int bell, const void *data, size_t len);

/*
 * Reads up to `max` bytes; `bell` is the other end of the pipe.  As read(2):
 * 0 when the writer is gone and all was read, -1 with EAGAIN when nothing has
 * come and `bell` does not block; it can be read then as soon as there is
 * something.
 */
ssize_t ring_read(struct ring *r, int bell, void *to, size_t max);

#endif

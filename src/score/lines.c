/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "score/lines.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <unistd.h>

#include "base/xalloc.h"
#include "score/event.h"

void
line_trim(const char **s, size_t *len)
{
	while (*len > 0 && **s == '\0') {
		(*s)++;
		(*len)--;
	}
}

static int
open_file(struct lines *l, int again)
{
	int fd = openat(l->dir, l->name,
	    O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	int error = 0;
	struct stat st;

	if (fd == -1)
		return -1;
	if (fstat(fd, &st) == -1)
		error = errno;
	else if (!S_ISREG(st.st_mode))
		error = EINVAL;
	else if (again && (st.st_dev != l->dev || st.st_ino != l->ino))
		error = ESTALE;
	if (error != 0) {
		close(fd);
		errno = error;
		return -1;
	}
	l->dev = st.st_dev;
	l->ino = st.st_ino;
	return fd;
}

/* Reads the next piece behind what is in the buffer. */
static int
fill(struct lines *l, int fd)
{
	size_t have = l->end - l->start;
	ssize_t n;

	memmove(l->buf, l->buf + l->start, have);
	l->start = 0;
	l->end = have;
	if (l->cap - have < l->piece) {
		l->cap = have + l->piece;
		l->buf = xreallocarray(l->buf, l->cap, 1);
	}
	do
		n = pread(fd, l->buf + have, l->piece, l->at);
	while (n == -1 && errno == EINTR);
	if (n == -1)
		return -1;
	l->eof = n == 0;
	l->at += n;
	l->end += (size_t)n;
	return 0;
}

static int
reopen_and_fill(struct lines *l)
{
	int fd = open_file(l, 1), result;

	if (fd == -1)
		return -1;
	result = fill(l, fd);
	close(fd);
	return result;
}

int
lines_init(struct lines *l, int dir, const char *name, size_t piece)
{
	int fd, result;

	memset(l, 0, sizeof(*l));
	l->dir = dir;
	l->name = name;
	l->piece = piece;
	fd = open_file(l, 0);
	if (fd == -1)
		return -1;
	l->buf = xmalloc(piece);
	l->cap = piece;
	result = fill(l, fd);
	close(fd);
	if (result == -1)
		lines_release(l);
	return result;
}

void
lines_release(struct lines *l)
{
	free(l->buf);
	l->buf = NULL;
}

/*
 * Finds the end of the line that begins at l->start, reading on as needed;
 * NULL at the end of the file.  What is too long is dropped on the way.
 */
static int
find_newline(struct lines *l, struct line *line, size_t *len)
{
	size_t seen = 0;

	for (;;) {
		const char *s = l->buf + l->start;
		size_t have = l->end - l->start;
		const char *newline = memchr(s + seen, '\n', have - seen);

		*len = newline == NULL ? have : (size_t)(newline - s);
		if (newline != NULL || l->eof) {
			line->open = newline == NULL;
			return 0;
		}
		if (seen == 0 && have > 0 && *s == '\0') {
			line_trim(&s, &have);
			line->nuls = 1;
		} else if (line->too_long || have > EVENT_LINE_MAX) {
			line->too_long = 1;
			have = 0;
		}
		l->start = l->end - have;
		seen = have;
		if (reopen_and_fill(l) == -1)
			return -1;
	}
}

int
lines_next(struct lines *l, struct line *line)
{
	size_t len;

	memset(line, 0, sizeof(*line));
	if (find_newline(l, line, &len) == -1)
		return -1;
	if (line->open && len == 0 && !line->nuls && !line->too_long)
		return 0;
	line->number = ++l->number;
	line->s = l->buf + l->start;
	line->len = len;
	if (len > 0 && *line->s == '\0') {
		line_trim(&line->s, &line->len);
		line->nuls = 1;
	}
	if (line->len > EVENT_LINE_MAX)
		line->too_long = 1;
	if (line->too_long)
		line->len = 0;
	l->start += len + !line->open;
	return 1;
}

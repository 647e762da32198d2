/* SPDX-License-Identifier: ISC */
/* Files that a quiz names. */
#include "config.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <unistd.h>

#include "base/buf.h"
#include "quiz/load.h"
#include "text/utf8.h"
#include "xml/folder.h"

/* As much of it as a text may have, and a byte to see that there is more. */
static int
read_some(int fd, struct buf *out)
{
	ssize_t n;

	while (out->len <= ITEM_TEXT_MAX) {
		buf_reserve(out, 4096);
		n = read(fd, out->s + out->len, 4096);
		if (n == -1 && errno == EINTR)
			continue;
		if (n <= 0)
			return (int)n;
		out->len += (size_t)n;
		out->s[out->len] = '\0';
	}
	errno = EFBIG;
	return -1;
}

/* Line by line, so that nothing in it reaches a terminal but text. */
static void
clean(struct buf *out, const struct buf *raw)
{
	size_t at = 0, len, tab;

	while (at < raw->len) {
		len = strcspn(raw->s + at, "\n\t");
		tab = at + len < raw->len && raw->s[at + len] == '\t';
		if (raw->s[at + len] == '\0' && at + len < raw->len)
			len = raw->len - at; /* a NUL: not a text */
		text_clean(out, raw->s + at,
		    len > 0 && raw->s[at + len - 1] == '\r' ? len - 1 : len);
		at += len;
		if (at < raw->len)
			buf_addc(out, tab ? '\t' : '\n');
		at++;
	}
}

int
load_file(struct load *l, const char *uri, struct buf *out)
{
	struct buf raw = BUF_INIT;
	struct folder f;
	struct file_id id;
	char *path;
	int fd = -1, rc = -1;

	errno = ENOENT;
	if (folder_init(&f, l->source->path, l->source->root) == 0) {
		path = folder_resolve(f.doc, uri);
		fd = path == NULL ? -1 : folder_open(&f, path, &id);
		free(path);
	}
	if (fd != -1 && read_some(fd, &raw) == 0) {
		clean(out, &raw);
		rc = 0;
	}
	if (fd != -1)
		close(fd);
	folder_release(&f);
	buf_release(&raw);
	return rc;
}

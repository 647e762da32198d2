/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "xml/stream.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/xalloc.h"
#include "xml/child.h"
#include "xml/feed.h"
#include "xml/ring.h"
#include "xml/wire.h"

/* What the child sends at a time: its length, then so many bytes of records. */
enum {
	BATCH_HEAD = sizeof(uint32_t),
	BATCH_MAX = 64 << 20,
};

/* The parser's processor time: so much, and a second for each so many bytes. */
enum {
	CPU_BASE_S = 5,
	CPU_BYTES = 4 << 20,
	CPU_MAX_S = 600,
	MEMORY_MAX = 512 << 20,
};

struct xml_stream {
	struct feed *feed;  /* NULL: a child has it */
	struct child child; /* pid 0: none, or it is over */
	struct ring *ring;  /* what it writes to; its pipe is the bell */
	struct buf batch;   /* what has come of the one that is under way */
	int batch_given;    /* the reader has it: it may go */
	struct wire_reader reader;
	struct diags *diags;
	char *path;
};

/* Opens the document itself; -1 and told when that fails. */
static int
open_document(const struct xml_source *src, struct opened *to, struct diags *d)
{
	int fd = -1;

	memset(to, 0, sizeof(*to));
	if (src->data == NULL) {
		fd = folder_open_document(src->path, &to->id);
		if (fd == -1) {
			diag_add(d, DIAG_FILE_OPEN, src->path, 0, 0, src->path,
			    file_error(errno));
			return -1;
		}
	}
	switch (input_open(&to->in, fd, src->data, src->len, NULL)) {
	case INPUT_OK:
		return 0;
	case INPUT_UNREADABLE:
		diag_add(d, DIAG_FILE_READ, src->path, 0, 0, src->path,
		    strerror(errno));
		return -1;
	case INPUT_ENCODING:
		break;
	}
	diag_add(d, DIAG_XML_ENCODING, src->path, 1, 1, to->in.encoding);
	return -1;
}

/* In the child: all records, until there are no more or nobody reads. */
static void
send_all(void *arg, int fd)
{
	struct xml_stream *x = arg;
	const char *records;
	uint32_t head;
	size_t len;

	while (feed_more(x->feed, &records, &len)) {
		head = (uint32_t)len;
		if (ring_write(x->ring, fd, &head, sizeof(head)) == -1 ||
		    ring_write(x->ring, fd, records, len) == -1)
			return;
	}
}

/* Where there can be no child the document is parsed here. */
static void
hand_to_child(struct xml_stream *x)
{
	struct jail_limits limits = { CPU_BASE_S, MEMORY_MAX,
		x->feed->folder.fd };
	struct stat st;

	if (stat(x->path, &st) == 0) {
		limits.cpu_s += (unsigned)(st.st_size / CPU_BYTES);
		if (limits.cpu_s > CPU_MAX_S)
			limits.cpu_s = CPU_MAX_S;
	}
	x->ring = ring_new();
	if (x->ring == NULL ||
	    child_start(&x->child, &limits, send_all, x) == -1)
		return;
	feed_free(x->feed);
	x->feed = NULL;
}

struct xml_stream *
xml_open_with(const struct xml_source *src, const struct xml_options *options,
    struct diags *d)
{
	struct xml_stream *x;
	struct folder folder;
	struct opened document;

	if (folder_init(&folder, src->path, src->root) == -1 &&
	    src->root != NULL) {
		diag_add(d, DIAG_FILE_OPEN, src->root, 0, 0, src->root,
		    strerror(errno));
		folder_release(&folder);
		return NULL;
	}
	if (open_document(src, &document, d) == -1) {
		folder_release(&folder);
		return NULL;
	}
	folder.walk = options->walk;
	x = xcalloc(1, sizeof(*x));
	x->path = xstrdup(src->path);
	x->diags = d;
	buf_init(&x->batch);
	wire_reader_init(&x->reader, d);
	x->feed = feed_new(&folder, &document, options->chunk);
	x->feed->coarse = src->coarse;
	if (options->child)
		hand_to_child(x);
	return x;
}

struct xml_stream *
xml_open(const struct xml_source *src, struct diags *d)
{
	const char *where = getenv("LECTERN_PARSER");
	struct xml_options options = { .chunk = FEED_CHUNK };

	options.child = src->data == NULL &&
	    (where == NULL || strcmp(where, "inside") != 0);
	return xml_open_with(src, &options, d);
}

void
xml_close(struct xml_stream *x)
{
	if (x == NULL)
		return;
	child_end(&x->child);
	ring_free(x->ring);
	feed_free(x->feed);
	buf_release(&x->batch);
	wire_reader_release(&x->reader);
	free(x->path);
	free(x);
}

/* Why the child sends no more, unless it was done; then the stream is cut. */
static void
child_over(struct xml_stream *x)
{
	enum child_fate fate = child_end(&x->child);

	if (fate == CHILD_TIME)
		diag_add(x->diags, DIAG_XML_LIMIT, x->path, 0, 0,
		    "it takes too long to read");
	else
		diag_add(x->diags, DIAG_XML_CHILD, x->path, 0, 0);
	wire_cut(&x->reader);
}

enum refill {
	REFILL_GOT,
	REFILL_WAIT, /* nothing there yet */
	REFILL_END,
};

/* Reads until the batch has `want` bytes. */
static enum refill
batch_read(struct xml_stream *x, size_t want)
{
	ssize_t n;

	while (x->batch.len < want) {
		n = ring_read(x->ring, x->child.fd,
		    buf_reserve(&x->batch, want - x->batch.len),
		    want - x->batch.len);
		if (n == -1 && errno == EAGAIN)
			return REFILL_WAIT;
		if (n <= 0)
			return REFILL_END;
		x->batch.len += (size_t)n;
	}
	return REFILL_GOT;
}

static enum refill
batch_next(struct xml_stream *x)
{
	enum refill got;
	uint32_t len;

	if (x->batch_given)
		buf_reset(&x->batch);
	x->batch_given = 0;
	got = batch_read(x, BATCH_HEAD);
	if (got != REFILL_GOT)
		return got;
	memcpy(&len, x->batch.s, sizeof(len));
	if (len > BATCH_MAX)
		return REFILL_END;
	got = batch_read(x, BATCH_HEAD + len);
	if (got == REFILL_GOT) {
		wire_give(&x->reader, x->batch.s + BATCH_HEAD, len);
		x->batch_given = 1;
	}
	return got;
}

/* Nothing but DONE ends a document; a writer that stops short has died. */
static enum refill
refill(struct xml_stream *x)
{
	const char *records;
	size_t len;
	enum refill got;

	if (x->child.pid != 0) {
		got = batch_next(x);
		if (got == REFILL_END)
			child_over(x);
		return got;
	}
	if (x->feed != NULL && feed_more(x->feed, &records, &len))
		wire_give(&x->reader, records, len);
	else
		wire_cut(&x->reader);
	return REFILL_GOT;
}

static __attribute__((noinline)) void
refill_until(struct xml_stream *x, struct xml_event *ev)
{
	do {
		if (refill(x) == REFILL_WAIT) {
			memset(ev, 0, sizeof(*ev));
			ev->kind = XML_WAIT;
			return;
		}
	} while (!wire_next(&x->reader, ev));
}

void
xml_next(struct xml_stream *x, struct xml_event *ev)
{
	if (!wire_next(&x->reader, ev))
		refill_until(x, ev);
}

int
xml_fd(struct xml_stream *x)
{
	int flags;

	if (x->child.pid == 0)
		return -1;
	flags = fcntl(x->child.fd, F_GETFL);
	if (flags == -1 ||
	    fcntl(x->child.fd, F_SETFL, flags | O_NONBLOCK) == -1)
		return -1;
	return x->child.fd;
}

int
xml_broken(const struct xml_stream *x)
{
	return x->reader.broken;
}

void
xml_progress(const struct xml_stream *x, size_t *done, size_t *all)
{
	*done = x->reader.done;
	*all = x->reader.all;
}

const char *
xml_name(const struct xml_stream *x, unsigned name)
{
	return x->reader.names.v[name].local;
}

enum xml_ns
xml_name_ns(const struct xml_stream *x, unsigned name)
{
	return x->reader.names.v[name].ns;
}

const char *
xml_file(const struct xml_stream *x, unsigned file)
{
	return file < x->reader.files.n ? x->reader.files.v[file] : x->path;
}

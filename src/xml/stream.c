/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "xml/stream.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "xml/feed.h"
#include "xml/wire.h"

struct xml_stream {
	struct feed *feed;
	struct wire_reader reader;
	char *path;
};

/* Opens the document itself; -1 and told when that fails. */
static int
open_document(const struct xml_source *src, struct opened *to, struct diags *d)
{
	const char *why;
	int fd = -1;

	memset(to, 0, sizeof(*to));
	if (src->data == NULL) {
		fd = folder_open_document(src->path, &to->id);
		if (fd == -1) {
			why = errno == EINVAL ? "it is no regular file"
					      : strerror(errno);
			diag_add(
			    d, DIAG_FILE_OPEN, src->path, 0, 0, src->path, why);
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
	wire_reader_init(&x->reader, d);
	x->feed = feed_new(&folder, &document, options->chunk);
	return x;
}

struct xml_stream *
xml_open(const struct xml_source *src, struct diags *d)
{
	const struct xml_options options = { .chunk = FEED_CHUNK };

	return xml_open_with(src, &options, d);
}

void
xml_close(struct xml_stream *x)
{
	if (x == NULL)
		return;
	feed_free(x->feed);
	wire_reader_release(&x->reader);
	free(x->path);
	free(x);
}

/* Nothing but DONE ends a document; a writer that stops short has died. */
static __attribute__((noinline)) void
refill_until(struct xml_stream *x, struct xml_event *ev)
{
	const char *records;
	size_t len;

	do {
		if (feed_more(x->feed, &records, &len))
			wire_give(&x->reader, records, len);
		else
			wire_cut(&x->reader);
	} while (!wire_next(&x->reader, ev));
}

void
xml_next(struct xml_stream *x, struct xml_event *ev)
{
	if (!wire_next(&x->reader, ev))
		refill_until(x, ev);
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

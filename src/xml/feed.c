/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "xml/feed.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "xml/splice.h"

unsigned
feed_file(struct feed *feed, const char *path)
{
	struct feed_file file;
	char *name;
	size_t i;

	for (i = feed->files.n; i > 0; i--)
		if (strcmp(feed->files.v[i - 1].path, path) == 0)
			return (unsigned)i - 1;
	file.path = xstrdup(path);
	vec_push(&feed->files, file);
	name = folder_name(&feed->folder, path);
	wire_put(&feed->first, WIRE_FILE, 0, name, strlen(name));
	free(name);
	return (unsigned)feed->files.n - 1;
}

int
feed_tell(struct feed *feed, enum feed_kind kind, const char *word)
{
	int added;

	/* Names are told apart by namespace; kinds take its place here. */
	if (feed->told.all.n >= DIAGS_MAX)
		return 0;
	names_intern(&feed->told, word, (enum xml_ns)kind, &added);
	return added;
}

int
feed_charge(struct feed *feed, size_t bytes)
{
	uint64_t limit = FEED_EXPANDED + FEED_RATIO * feed->bytes;

	feed->references++;
	if (bytes > limit || feed->expanded > limit - bytes)
		return -1;
	feed->expanded += bytes;
	return feed->references > FEED_REFERENCES_MAX ? -1 : 0;
}

const char *
feed_refuses(struct feed *feed, int file)
{
	const struct frame *f;
	int n = 0;

	for (f = feed->top; f != NULL; f = f->up)
		n++;
	if (n >= FEED_NESTING_MAX)
		return "files and entities nested more than 40 deep";
	if (file && ++feed->includes > FEED_INCLUDES_MAX)
		return "more than 25000 files included";
	if (file && feed->included > FEED_INCLUDED_MAX)
		return "more than 256 MB of files included";
	return NULL;
}

int
feed_open(struct feed *feed, const char *path, const char *encoding,
    struct opened *to, struct feed_fault *fault)
{
	int fd = folder_open(&feed->folder, path, &to->id);

	if (fd == -1) {
		fault->code =
		    errno == EXDEV ? DIAG_FILE_OUTSIDE : DIAG_FILE_OPEN;
		fault->what = file_error(errno);
		return -1;
	}
	switch (input_open(&to->in, fd, NULL, 0, encoding)) {
	case INPUT_OK:
		return 0;
	case INPUT_UNREADABLE:
		fault->code = DIAG_FILE_READ;
		fault->what = strerror(errno);
		return -1;
	case INPUT_ENCODING:
		break;
	}
	fault->code = DIAG_XML_ENCODING;
	fault->what = NULL;
	return -1;
}

struct feed *
feed_new(struct folder *folder, const struct opened *document, size_t chunk)
{
	struct feed *feed = xcalloc(1, sizeof(*feed));
	struct frame_source src = { .kind = FRAME_DOCUMENT, .from = *document };

	feed->folder = *folder;
	feed->chunk = chunk;
	names_init(&feed->names);
	names_init(&feed->told);
	buf_init(&feed->first);
	arena_init(&feed->scratch);
	src.path = xstrdup(folder->doc);
	src.file = feed_file(feed, src.path);
	feed->top = frame_new(feed, NULL, &src);
	return feed;
}

static void
pop(struct feed *feed)
{
	struct frame *f = feed->top;

	feed->top = f->up;
	frame_free(f);
}

void
feed_free(struct feed *feed)
{
	size_t i;

	if (feed == NULL)
		return;
	while (feed->top != NULL)
		pop(feed);
	for (i = 0; i < feed->files.n; i++)
		free(feed->files.v[i].path);
	vec_release(&feed->files);
	for (i = 0; i < feed->cuts.n; i++)
		free(feed->cuts.v[i].path);
	vec_release(&feed->cuts);
	vec_release(&feed->attrs);
	names_release(&feed->names);
	names_release(&feed->told);
	arena_release(&feed->scratch);
	buf_release(&feed->first);
	folder_release(&feed->folder);
	if (feed->dict != NULL)
		xmlDictFree(feed->dict);
	free(feed);
}

void
feed_speak_of(struct feed *feed, unsigned file)
{
	if (feed->at == file + 1)
		return;
	feed->at = file + 1;
	wire_put(&feed->first, WIRE_AT, file, "", 0);
}

void
feed_finish(struct feed *feed, int broken)
{
	wire_put(&feed->first, WIRE_DONE, broken != 0, "", 0);
	feed->over = 1;
}

/* The top frame has nothing left: the one below goes on. */
static void
leave(struct feed *feed)
{
	struct frame *f = feed->top;

	if (f->up == NULL || f->state == FRAME_FATAL) {
		feed_finish(feed, f->state != FRAME_ENDED);
		return;
	}
	if (f->state == FRAME_FAILED)
		wire_put(&feed->first, WIRE_UNWIND, (uint32_t)f->base, "", 0);
	splice_back(feed);
	pop(feed);
}

/* Parses a piece, and says how far the document itself has been read. */
static void
pump(struct feed *feed)
{
	struct frame *f = feed->top;

	frame_reset_wire(f);
	frame_pump(f);
	if (f->up == NULL)
		wire_progress(&feed->first, f->in.done, f->in.all);
}

/* The end of what may be handed out now: the next splice, or all there is. */
static size_t
wire_stop(const struct frame *f)
{
	if (f->next_splice < f->splices.n)
		return f->splices.v[f->next_splice].at;
	return f->wire.len;
}

/* One step towards more records in `first` or in the top frame's wire. */
static void
advance(struct feed *feed)
{
	struct frame *f = feed->top;

	if (f->wire_pos < wire_stop(f) && f->skip > 0)
		f->wire_pos = wire_stop(f);
	else if (f->wire_pos < wire_stop(f))
		feed_speak_of(feed, f->file);
	else if (f->next_splice < f->splices.n)
		splice_next(feed);
	else if (f->state == FRAME_RUNS)
		pump(feed);
	else
		leave(feed);
}

static int
ready(const struct feed *feed)
{
	const struct frame *f = feed->top;

	return feed->first.len > 0 ||
	    (f->skip == 0 && f->wire_pos < wire_stop(f) &&
		feed->at == f->file + 1);
}

int
feed_more(struct feed *feed, const char **records, size_t *len)
{
	struct frame *f;

	if (feed->first_out)
		buf_reset(&feed->first);
	feed->first_out = 0;
	while (!ready(feed) && !feed->over)
		advance(feed);
	f = feed->top;
	if (feed->first.len > 0) {
		*records = feed->first.s;
		*len = feed->first.len;
		feed->first_out = 1;
		return 1;
	}
	if (feed->over)
		return 0;
	*records = f->wire.s + f->wire_pos;
	*len = wire_stop(f) - f->wire_pos;
	f->wire_pos = wire_stop(f);
	return 1;
}

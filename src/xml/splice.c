/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "xml/splice.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "xml/feed.h"
#include "xml/frame.h"

/* Says something about the top frame's file, where the splice is. */
static void
say(struct feed *feed, const struct splice *s, enum diag_code code,
    const char *a, const char *b)
{
	const char *args[] = { a, b, NULL, NULL };

	feed_speak_of(feed, feed->top->file);
	wire_diag(&feed->first, s->place, code, args);
}

static void
say_fatal(struct feed *feed, const struct splice *s, enum diag_code code,
    const char *a)
{
	say(feed, s, code, a, NULL);
	feed_finish(feed, 1);
}

/* What stands in the text for something that could not be had. */
static void
put_missing(struct feed *feed, const struct splice *s, const char *name)
{
	char *text = xasprintf("[missing: %s]", name);

	feed_speak_of(feed, feed->top->file);
	wire_text(&feed->first, s->place, text, strlen(text));
	free(text);
}

/* 1 while one more frame may be opened. */
static int
within_limits(struct feed *feed, const struct splice *s)
{
	const struct frame *f;
	int n = 0;

	for (f = feed->top; f != NULL; f = f->up)
		n++;
	if (n < FEED_NESTING_MAX && ++feed->includes <= FEED_INCLUDES_MAX)
		return 1;
	say_fatal(feed, s, DIAG_XML_LIMIT,
	    n < FEED_NESTING_MAX ? "more than 10000 files included"
				 : "files and entities nested too deep");
	return 0;
}

static int
is_loop(const struct feed *feed, const struct entity *e)
{
	const struct frame *f;

	for (f = feed->top; f != NULL; f = f->up)
		if (f->entity == e)
			return 1;
	return 0;
}

static void
push(struct feed *feed, struct frame_source *src)
{
	feed->top = frame_new(feed, feed->top, src);
}

/* Opens the file of an external entity into `src`; 0, or -1 and told. */
static int
open_part(struct feed *feed, const struct splice *s, struct frame_source *src)
{
	const char *uri = s->entity->system;
	struct feed_fault fault = { DIAG_FILE_OUTSIDE, NULL };
	char *path = folder_resolve(s->entity->base, uri);

	if (path != NULL &&
	    feed_open(feed, path, NULL, src->in, &src->id, &fault) == 0) {
		src->path = path;
		src->file = feed_file(feed, path);
		return 0;
	}
	free(path);
	say(feed, s, fault.code,
	    fault.code == DIAG_XML_ENCODING ? src->in->encoding : uri,
	    fault.what);
	put_missing(feed, s, uri);
	return -1;
}

static void
splice_entity(struct feed *feed, struct splice *s)
{
	struct entity *e = s->entity;
	struct input in;
	struct frame_source src = {
		.kind = FRAME_PART, .in = &in, .entity = e, .base = s->depth
	};

	if (is_loop(feed, e)) {
		say_fatal(feed, s, DIAG_XML_ENTITY_LOOP, e->name);
		return;
	}
	if (!within_limits(feed, s))
		return;
	if (e->kind == ENTITY_MARKUP) {
		input_open_plain(&in, e->value, e->len);
		src.kind = FRAME_ENTITY;
		src.fixed = s->place;
		src.path = xstrdup(e->base);
		src.file = feed->top->file;
	} else if (open_part(feed, s, &src) == -1) {
		return;
	}
	src.open = s->open;
	s->open = NULL;
	push(feed, &src);
}

void
splice_next(struct feed *feed)
{
	struct frame *f = feed->top;
	struct splice *s = &f->splices.v[f->next_splice++];

	switch (s->kind) {
	case SPLICE_ENTITY:
		splice_entity(feed, s);
		break;
	case SPLICE_INCLUDE:
	case SPLICE_END:
		break;
	}
}

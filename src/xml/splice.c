/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "xml/splice.h"

#include <limits.h>
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

/* What stands in the text for something that could not be had. */
static void
put_missing(
    struct feed *feed, unsigned file, struct wire_place at, const char *name)
{
	char *text = xasprintf("[missing: %s]", name);

	feed_speak_of(feed, file);
	wire_text(&feed->first, at, text, strlen(text));
	free(text);
}

static void
push(struct feed *feed, struct frame_source *src)
{
	feed->top = frame_new(feed, feed->top, src);
}

/* ---- entities ---- */

static int
is_entity_loop(const struct feed *feed, const struct entity *e)
{
	const struct frame *f;

	for (f = feed->top; f != NULL; f = f->up)
		if (f->entity == e)
			return 1;
	return 0;
}

/* Opens the file of an external entity into `src`; 0, or -1 and told. */
static int
open_part(struct feed *feed, const struct splice *s, struct frame_source *src)
{
	const char *uri = s->entity->system;
	struct feed_fault fault = { DIAG_FILE_OUTSIDE, NULL };
	char *path = folder_resolve(s->entity->base, uri);

	if (path != NULL &&
	    feed_open(feed, path, NULL, &src->from, &fault) == 0) {
		src->path = path;
		src->file = feed_file(feed, path);
		return 0;
	}
	free(path);
	/* Outside of what is selected nothing is shown, or missing. */
	if (s->selection != NULL)
		return -1;
	say(feed, s, fault.code,
	    fault.code == DIAG_XML_ENCODING ? src->from.in.encoding : uri,
	    fault.what);
	put_missing(feed, feed->top->file, s->place, uri);
	return -1;
}

/* Opens what the entity stands for; 0, or -1 and told. */
static int
open_entity(struct feed *feed, const struct splice *s, struct frame_source *src)
{
	struct entity *e = s->entity;
	const char *limit = feed_refuses(feed, e->kind == ENTITY_FILE);

	if (limit != NULL) {
		if (feed_tell(feed, FEED_LIMIT, limit))
			say(feed, s, DIAG_XML_LIMIT, limit, NULL);
		if (s->selection == NULL)
			put_missing(feed, feed->top->file, s->place, e->name);
		return -1;
	}
	if (e->kind == ENTITY_FILE)
		return open_part(feed, s, src);
	input_open_plain(&src->from.in, e->value, e->len);
	src->kind = FRAME_ENTITY;
	src->fixed = s->place;
	src->path = xstrdup(e->base);
	src->file = feed->top->file;
	return 0;
}

static void
splice_entity(struct feed *feed, struct splice *s)
{
	struct entity *e = s->entity;
	struct frame_source src = {
		.kind = FRAME_PART, .entity = e, .base = s->depth
	};

	if (s->selection != NULL) {
		src.select = feed->top->select;
		src.selection = *s->selection;
		if (src.select->done)
			return;
	}
	if (is_entity_loop(feed, e)) {
		say(feed, s, DIAG_XML_ENTITY_LOOP, e->name, NULL);
		feed_finish(feed, 1);
		return;
	}
	if (open_entity(feed, s, &src) == -1)
		return;
	src.open = s->open;
	s->open = NULL;
	push(feed, &src);
}

/* ---- <xi:include> ---- */

/* Its fallback is taken, or at its end this is said. */
static void
fail(struct frame *f, const struct splice *s, const struct feed_fault *fault,
    const char *what)
{
	struct failure failure = { .place = s->place,
		.code = fault->code,
		.what = xstrdup(what),
		.why = fault->what != NULL ? xstrdup(fault->what) : NULL };

	vec_push(&f->failures, failure);
}

/* 1 when the same part of the same file is being read already. */
static int
is_include_loop(const struct feed *feed, const struct frame_source *src)
{
	const struct frame *f;

	for (f = feed->top; f != NULL; f = f->up) {
		if (f->kind != FRAME_DOCUMENT ||
		    (strcmp(f->path, src->path) != 0 &&
			(f->id.ino != src->from.id.ino ||
			    f->id.dev != src->from.id.dev)))
			continue;
		if (f->xpointer == NULL || src->xpointer == NULL) {
			if (f->xpointer == src->xpointer)
				return 1;
		} else if (strcmp(f->xpointer, src->xpointer) == 0) {
			return 1;
		}
	}
	return 0;
}

/* The selection of an include; 0, or -1 with a fault. */
static int
set_select(
    struct frame_source *src, const char *xpointer, struct feed_fault *fault)
{
	struct select select;

	if (xpointer == NULL)
		return 0;
	if (select_parse(&select, xpointer) == -1) {
		fault->code = DIAG_XINCLUDE_POINTER;
		fault->what = NULL;
		return -1;
	}
	src->select = xmalloc(sizeof(select));
	*src->select = select;
	src->selection = select_top(&select);
	src->xpointer = xstrdup(xpointer);
	return 0;
}

/*
 * Lines of a text: "line=4,9" are those behind the fourth, to the ninth (RFC
 * 5147); either number may be left out.  All, where it says something else.
 */
static struct lines
lines_of(const char *pointer)
{
	struct lines lines = { 0, 0 };
	unsigned long from, to;
	char *end;

	if (pointer == NULL || strncmp(pointer, "line=", 5) != 0)
		return lines;
	pointer += 5;
	from = strtoul(pointer, &end, 10);
	if (*end != ',')
		return lines;
	pointer = end + 1;
	to = strtoul(pointer, &end, 10);
	if (end > pointer && to <= from)
		return lines;
	lines.first = from + (from < ULONG_MAX);
	lines.last = to;
	return lines;
}

static int
is_text(const struct include *inc)
{
	return inc->parse != NULL && strncmp(inc->parse, "text", 4) == 0 &&
	    strcmp(inc->parse, "text/xml") != 0;
}

/* The file that an include names, opened; 0, or -1 with a fault. */
static int
open_target(struct feed *feed, const struct include *inc,
    struct frame_source *src, struct feed_fault *fault)
{
	const char *href = inc->href != NULL ? inc->href : "";

	src->path = href[0] == '\0' ? xstrdup(feed->top->path)
				    : folder_resolve(inc->base, href);
	if (src->path == NULL) {
		fault->code = DIAG_FILE_OUTSIDE;
		return -1;
	}
	src->lines = lines_of(inc->xpointer);
	if (is_text(inc))
		src->kind = FRAME_PLAIN;
	else if (set_select(src, inc->xpointer, fault) == -1)
		return -1;
	if (feed_open(feed, src->path, inc->encoding, &src->from, fault) == -1)
		return -1;
	if (src->kind == FRAME_PLAIN || !is_include_loop(feed, src))
		return 0;
	input_close(&src->from.in);
	fault->code = DIAG_XINCLUDE_LOOP;
	return -1;
}

static void
splice_include(struct feed *feed, struct splice *s)
{
	struct frame *f = feed->top;
	const struct include *inc = s->include;
	const char *what = inc->href != NULL ? inc->href : "";
	const char *limit = feed_refuses(feed, 1);
	struct feed_fault fault = { DIAG_XML_LIMIT, NULL };
	struct frame_source src = { .kind = FRAME_DOCUMENT, .base = s->depth };

	if (limit != NULL) {
		fault.what = what;
		fail(f, s, &fault, limit);
		return;
	}
	if (open_target(feed, inc, &src, &fault) == 0) {
		src.file = feed_file(feed, src.path);
		f->skip++;
		push(feed, &src);
		return;
	}
	free(src.path);
	free(src.select);
	free(src.xpointer);
	if (fault.code == DIAG_XML_ENCODING) {
		fault.what = what;
		what = src.from.in.encoding;
	} else if (fault.code == DIAG_XINCLUDE_POINTER || what[0] == '\0') {
		what = inc->xpointer != NULL ? inc->xpointer : "(no href)";
	}
	fail(f, s, &fault, what);
}

void
splice_back(struct feed *feed)
{
	struct frame *f = feed->top, *up = f->up;
	const struct splice *s = &up->splices.v[up->next_splice - 1];
	const struct feed_fault fault = { DIAG_XINCLUDE_TARGET, f->xpointer };
	char *name;

	if (f->kind == FRAME_DOCUMENT && f->state == FRAME_ENDED &&
	    f->select != NULL && !f->select->found) {
		name = folder_name(&feed->folder, f->path);
		up->skip--;
		fail(up, s, &fault, name);
		free(name);
	} else if (f->state == FRAME_FAILED && !f->emitted) {
		name = folder_name(&feed->folder, f->path);
		put_missing(feed, up->file, s->place, name);
		free(name);
	}
}

/* The end of an include: where it failed and had no fallback, so it is said. */
static void
splice_end(struct feed *feed, const struct splice *s)
{
	struct frame *f = feed->top;
	struct failure *failure = &f->failures.v[f->failures.n - 1];
	const char *args[] = { failure->what, failure->why, NULL, NULL };
	int limit = failure->code == DIAG_XML_LIMIT;
	/* These say what is wrong before what it is wrong with. */
	int name = limit || failure->code == DIAG_XML_ENCODING;

	if (!s->fallback) {
		feed_speak_of(feed, f->file);
		if (!limit || feed_tell(feed, FEED_LIMIT, failure->what))
			wire_diag(
			    &feed->first, failure->place, failure->code, args);
		put_missing(feed, f->file, failure->place, args[name]);
	}
	free(failure->what);
	free(failure->why);
	f->failures.n--;
}

/* Inside an include that was had only the nesting of others counts. */
static void
skip(struct frame *f, const struct splice *s)
{
	if (s->kind == SPLICE_INCLUDE)
		f->skip++;
	else if (s->kind == SPLICE_END)
		f->skip--;
}

void
splice_next(struct feed *feed)
{
	struct frame *f = feed->top;
	struct splice *s = &f->splices.v[f->next_splice++];

	if (f->skip > 0) {
		skip(f, s);
		return;
	}
	switch (s->kind) {
	case SPLICE_ENTITY:
		splice_entity(feed, s);
		break;
	case SPLICE_INCLUDE:
		splice_include(feed, s);
		break;
	case SPLICE_END:
		splice_end(feed, s);
		break;
	}
}

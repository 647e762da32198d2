/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "xml/frame.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include "base/xalloc.h"
#include "xml/feed.h"
#include "xml/select.h"

static const char close_tag[] = "</" FRAME_WRAPPER ">";

/*
 * One dictionary for all parsers of a feed: names_lookup knows strings by
 * their addresses.
 */
static void
share_dictionary(struct feed *feed, xmlParserCtxtPtr ctxt)
{
	if (feed->dict == NULL) {
		feed->dict = ctxt->dict;
		xmlDictReference(ctxt->dict);
		return;
	}
	xmlDictFree(ctxt->dict);
	ctxt->dict = feed->dict;
	xmlDictReference(ctxt->dict);
	ctxt->str_xml = xmlDictLookup(ctxt->dict, (const xmlChar *)"xml", 3);
	ctxt->str_xmlns =
	    xmlDictLookup(ctxt->dict, (const xmlChar *)"xmlns", 5);
	ctxt->str_xml_ns = xmlDictLookup(ctxt->dict, XML_XML_NAMESPACE, 36);
}

static void
parser_new(struct frame *f)
{
	xmlSAXHandler sax = { .initialized = XML_SAX2_MAGIC };
	xmlParserCtxtPtr ctxt;

	dtd_set_up();
	sax_fill(&sax);
	dtd_fill(&sax);
	sax.serror = frame_error;
	ctxt = xmlCreatePushParserCtxt(&sax, NULL, NULL, 0, NULL);
	if (ctxt == NULL) {
		xmalloc(SIZE_MAX); /* only memory can be missing */
		return;
	}
	xmlCtxtUseOptions(
	    ctxt, XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_IGNORE_ENC);
	/* Lets parameter entities be read from files, through our loader;
	 * given to xmlCtxtUseOptions it would load the external subset. */
	ctxt->options |= XML_PARSE_DTDATTR;
	ctxt->_private = f;
	share_dictionary(f->feed, ctxt);
	f->ctxt = ctxt;
}

struct frame *
frame_new(struct feed *feed, struct frame *up, struct frame_source *src)
{
	struct frame *f = xcalloc(1, sizeof(*f));
	size_t skip;

	f->feed = feed;
	f->up = up;
	f->kind = src->kind;
	f->in = *src->in;
	f->path = src->path;
	f->file = src->file;
	f->id = src->id;
	f->entity = src->entity;
	f->fixed = src->fixed;
	f->base = src->base;
	f->place.line = f->place.col = 1;
	buf_init(&f->win);
	buf_init(&f->wire);
	if (f->kind == FRAME_PLAIN)
		return f;
	parser_new(f);
	f->reply = xcalloc(1, sizeof(*f->reply));
	f->entities = f->kind == FRAME_DOCUMENT ? entities_new() : up->entities;
	if (f->kind == FRAME_DOCUMENT)
		return f;
	skip = input_declaration(&f->in);
	place_advance(&f->place, f->in.head.s, skip);
	f->win_start = skip;
	input_skip(&f->in, skip);
	f->shift = (ptrdiff_t)skip - (ptrdiff_t)strlen(src->open);
	xmlParseChunk(f->ctxt, src->open, (int)strlen(src->open), 0);
	free(src->open);
	return f;
}

static void
splice_release(struct splice *s)
{
	if (s->include != NULL) {
		free(s->include->href);
		free(s->include->xpointer);
		free(s->include->encoding);
		free(s->include->base);
		free(s->include);
	}
	free(s->open);
}

void
frame_reset_wire(struct frame *f)
{
	size_t i;

	for (i = 0; i < f->splices.n; i++)
		splice_release(&f->splices.v[i]);
	f->splices.n = f->next_splice = 0;
	buf_reset(&f->wire);
	f->wire_pos = 0;
}

static void
release_lists(struct frame *f)
{
	size_t i;

	frame_reset_wire(f);
	for (i = 0; i < f->bases.n; i++)
		free(f->bases.v[i].path);
	for (i = 0; i < f->parameter.n; i++)
		free(f->parameter.v[i]);
	vec_release(&f->splices);
	vec_release(&f->includes);
	vec_release(&f->bases);
	vec_release(&f->parameter);
}

void
frame_free(struct frame *f)
{
	if (f == NULL)
		return;
	if (f->ctxt != NULL) {
		if (f->ctxt->myDoc != NULL)
			xmlFreeDoc(f->ctxt->myDoc);
		xmlFreeParserCtxt(f->ctxt);
		xmlFree(f->reply->orig);
	}
	free(f->reply);
	if (f->kind == FRAME_DOCUMENT)
		entities_free(f->entities);
	release_lists(f);
	select_free(f->select);
	input_close(&f->in);
	buf_release(&f->win);
	buf_release(&f->wire);
	free(f->xpointer);
	free(f->path);
	free(f);
}

size_t
frame_offset(const struct frame *f)
{
	const struct _xmlParserInput *in;
	ptrdiff_t offset;

	if (f->ctxt->inputNr < 1)
		return f->place.offset;
	in = f->ctxt->inputTab[0];
	offset = (ptrdiff_t)in->consumed + (in->cur - in->base) + f->shift;
	return offset > 0 ? (size_t)offset : 0;
}

struct wire_place
frame_place(struct frame *f, size_t offset)
{
	struct wire_place at;
	size_t end = f->win_start + f->win.len;

	if (f->fixed.line != 0)
		return f->fixed;
	if (offset > end)
		offset = end;
	if (offset > f->place.offset)
		place_advance(&f->place,
		    f->win.s + (f->place.offset - f->win_start),
		    offset - f->place.offset);
	at.line = f->place.line;
	at.col = f->place.col;
	return at;
}

size_t
frame_back_to(const struct frame *f, char c)
{
	size_t end = frame_offset(f);
	const char *from, *found;

	if (end > f->win_start + f->win.len)
		end = f->win_start + f->win.len;
	if (end <= f->place.offset)
		return f->place.offset;
	from = f->win.s + (f->place.offset - f->win_start);
	found = memrchr(from, c, end - f->place.offset);
	if (found == NULL)
		return f->place.offset;
	return f->place.offset + (size_t)(found - from);
}

const char *
frame_base(const struct frame *f)
{
	return f->bases.n > 0 ? f->bases.v[f->bases.n - 1].path : f->path;
}

struct splice *
frame_splice(struct frame *f, enum splice_kind kind, struct wire_place at)
{
	struct splice s = { .kind = kind, .place = at };

	s.at = f->wire.len;
	s.depth = f->base + f->shown;
	vec_push(&f->splices, s);
	return &f->splices.v[f->splices.n - 1];
}

/* Drops what has got its place, so the window stays as small as a piece. */
static void
window_move(struct frame *f)
{
	size_t done;

	if (f->fixed.line != 0)
		f->place.offset = f->win_start + f->fed;
	else
		frame_place(f, frame_offset(f));
	done = f->place.offset - f->win_start;
	memmove(f->win.s, f->win.s + done, f->win.len - done);
	buf_truncate(&f->win, f->win.len - done);
	f->win_start += done;
	f->fed -= done;
}

/* The end of the input: the wrapper is closed, and the parser told. */
static void
finish(struct frame *f)
{
	if (f->kind != FRAME_DOCUMENT)
		xmlParseChunk(f->ctxt, close_tag, sizeof(close_tag) - 1, 0);
	if (f->state == FRAME_RUNS)
		xmlParseChunk(f->ctxt, NULL, 0, 1);
	if (f->state == FRAME_RUNS)
		f->state = FRAME_ENDED;
}

/* The length of `s` without a character that is cut at its end. */
static size_t
whole(const char *s, size_t len)
{
	size_t i = len, need;
	unsigned char c;

	while (i > 0 && len - i < 3 && ((unsigned char)s[i - 1] & 0xc0) == 0x80)
		i--;
	if (i == 0)
		return len;
	c = (unsigned char)s[i - 1];
	need = c >= 0xf0 ? 4 : c >= 0xe0 ? 3 : c >= 0xc0 ? 2 : 1;
	return len - (i - 1) < need ? i - 1 : len;
}

/* A piece of a file that is taken as text; `n` bytes are new. */
static void
pump_plain(struct frame *f, size_t n)
{
	size_t len = n > 0 ? whole(f->win.s, f->win.len) : f->win.len;

	if (len > 0)
		sax_text(f, frame_place(f, f->win_start), f->win.s, len);
	frame_place(f, f->win_start + len);
	memmove(f->win.s, f->win.s + len, f->win.len - len);
	buf_truncate(&f->win, f->win.len - len);
	f->win_start += len;
	if (n == 0)
		f->state = FRAME_ENDED;
}

/* Gives the parser what is new, in whole characters; at the end, all. */
static void
feed_parser(struct frame *f, int at_end)
{
	const char *from = f->win.s + f->fed;
	size_t n = f->win.len - f->fed;

	if (!at_end)
		n = whole(from, n);
	f->fed += n;
	if (n > 0)
		xmlParseChunk(f->ctxt, from, (int)n, 0);
	if (at_end && f->state == FRAME_RUNS)
		finish(f);
}

void
frame_pump(struct frame *f)
{
	struct feed *feed = f->feed;
	ssize_t n;

	if (f->ctxt != NULL)
		window_move(f);
	n = input_read(&f->in, &f->win, feed->chunk);
	if (n == -1) {
		frame_fail(f, frame_place(f, f->win_start), DIAG_FILE_READ,
		    f->path, strerror(errno));
		return;
	}
	feed->bytes += (uint64_t)n;
	if (feed->bytes > FEED_BYTES_MAX) {
		frame_fatal(f, frame_place(f, f->win_start), DIAG_XML_LIMIT,
		    "more than 1 GB of files", NULL);
		return;
	}
	if (f->kind == FRAME_PLAIN)
		pump_plain(f, (size_t)n);
	else
		feed_parser(f, n == 0);
}

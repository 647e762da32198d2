/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "xml/frame.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include "base/xalloc.h"
#include "xml/feed.h"

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

static void
parser_free(struct frame *f)
{
	if (f->ctxt->myDoc != NULL)
		xmlFreeDoc(f->ctxt->myDoc);
	xmlFreeParserCtxt(f->ctxt);
}

struct frame *
frame_new(struct feed *feed, struct frame *up, struct frame_source *src)
{
	struct frame *f = xcalloc(1, sizeof(*f));
	size_t skip;

	f->feed = feed;
	f->up = up;
	f->kind = src->kind;
	f->in = src->from.in;
	f->path = src->path;
	f->file = src->file;
	f->id = src->from.id;
	f->entity = src->entity;
	f->fixed = src->fixed;
	f->base = src->base;
	f->xpointer = src->xpointer;
	f->lines = src->lines;
	f->select = src->select;
	if (f->select != NULL) {
		f->hidden = f->watching = 1;
		vec_push(&f->selection, src->selection);
	}
	f->place.line = f->place.col = 1;
	buf_init(&f->piece);
	buf_init(&f->wire);
	buf_init(&f->mend.read);
	f->mend.over = f->kind != FRAME_DOCUMENT;
	if (f->kind == FRAME_PLAIN)
		return f;
	parser_new(f);
	f->reply = xcalloc(1, sizeof(*f->reply));
	f->entities = f->kind == FRAME_DOCUMENT ? entities_new() : up->entities;
	if (f->kind == FRAME_DOCUMENT)
		return f;
	skip = input_declaration(&f->in);
	place_advance(&f->place, f->in.head.s, skip, skip);
	input_skip(&f->in, skip);
	f->place.offset = strlen(src->open);
	xmlParseChunk(f->ctxt, src->open, (int)f->place.offset, 0);
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
		free(s->include->parse);
		free(s->include->base);
		free(s->include);
	}
	free(s->open);
	free(s->selection);
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
	for (i = 0; i < f->failures.n; i++) {
		free(f->failures.v[i].what);
		free(f->failures.v[i].why);
	}
	for (i = 0; i < f->parameter.n; i++)
		free(f->parameter.v[i]);
	vec_release(&f->splices);
	vec_release(&f->open);
	vec_release(&f->includes);
	vec_release(&f->bases);
	vec_release(&f->selection);
	vec_release(&f->failures);
	vec_release(&f->parameter);
}

void
frame_free(struct frame *f)
{
	if (f == NULL)
		return;
	if (f->ctxt != NULL) {
		parser_free(f);
		xmlFree(f->reply->orig);
	}
	free(f->reply);
	free(f->declared);
	if (f->kind == FRAME_DOCUMENT)
		entities_free(f->entities);
	if (f->kind == FRAME_DOCUMENT)
		free(f->select);
	release_lists(f);
	input_close(&f->in);
	buf_release(&f->piece);
	buf_release(&f->wire);
	buf_release(&f->mend.read);
	free(f->xpointer);
	free(f->path);
	free(f);
}

struct wire_place
frame_place(struct frame *f, const unsigned char *p)
{
	const struct _xmlParserInput *in = f->ctxt->inputTab[0];
	size_t before = (size_t)(p - in->base), len;

	if (f->fixed.line != 0)
		return f->fixed;
	if (in->consumed + before > f->place.offset) {
		len = in->consumed + before - f->place.offset;
		/* What libxml2 has thrown away is not counted. */
		if (len > before) {
			f->place.offset = in->consumed;
			len = before;
		}
		place_advance(&f->place, (const char *)p - len, len,
		    len + (size_t)(in->end - p));
	}
	return (struct wire_place){ f->place.line, f->place.col };
}

struct wire_place
frame_here(struct frame *f)
{
	if (f->ctxt == NULL)
		return (struct wire_place){ f->place.line, f->place.col };
	return frame_place(f, f->ctxt->inputTab[0]->cur);
}

struct wire_place
frame_back(struct frame *f, char c)
{
	const struct _xmlParserInput *in = f->ctxt->inputTab[0];
	const unsigned char *p =
	    memrchr(in->base, c, (size_t)(in->cur - in->base));

	return frame_place(f, p != NULL ? p : in->cur);
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

/* The end of the input: the wrapper is closed, and the parser told. */
static void
finish(struct frame *f)
{
	int stopped;

	if (f->kind == FRAME_PLAIN) {
		f->state = FRAME_ENDED;
		return;
	}
	assert(f->ctxt != NULL);
	if (f->kind != FRAME_DOCUMENT)
		xmlParseChunk(f->ctxt, close_tag, sizeof(close_tag) - 1, 0);
	/* Bytes that are no text in their encoding stop it without a word. */
	stopped = f->ctxt->instate == XML_PARSER_EOF;
	if (!stopped && f->state == FRAME_RUNS)
		stopped = xmlParseChunk(f->ctxt, NULL, 0, 1) ==
		    XML_ERR_INVALID_ENCODING;
	if (stopped)
		frame_fail(f, frame_here(f), DIAG_XML_SYNTAX,
		    "from here on the file is not in its encoding", NULL);
	if (f->state == FRAME_RUNS)
		f->state = FRAME_ENDED;
}

/* The length of `s` without a character, or a CRLF, that is cut at its end. */
static size_t
whole(const char *s, size_t len)
{
	size_t i = len, need;
	unsigned char c;

	if (len > 0 && s[len - 1] == '\r')
		return len - 1;
	while (i > 0 && len - i < 3 && ((unsigned char)s[i - 1] & 0xc0) == 0x80)
		i--;
	if (i == 0)
		return len;
	c = (unsigned char)s[i - 1];
	need = c >= 0xf0 ? 4 : c >= 0xe0 ? 3 : c >= 0xc0 ? 2 : 1;
	return len - (i - 1) < need ? i - 1 : len;
}

static void
take_line(struct frame *f, const char *s, size_t len)
{
	struct wire_place at = { f->place.line, f->place.col };
	size_t line = f->line + 1;

	if (line >= f->lines.first &&
	    (f->lines.last == 0 || line <= f->lines.last))
		sax_text(f, at, s, len);
	place_advance(&f->place, s, len, len);
	f->line += s[len - 1] == '\n';
}

/* Text as it stands in a file, or the lines of it that are wanted. */
static void
take_plain(struct frame *f, size_t len)
{
	const char *s = f->piece.s, *end = s + len, *newline;
	int all = f->lines.first == 0 && f->lines.last == 0;

	for (; s < end; s += len) {
		len = (size_t)(end - s);
		newline = all ? NULL : memchr(s, '\n', len);
		if (newline != NULL)
			len = (size_t)(newline - s) + 1;
		take_line(f, s, len);
	}
}

/* Parses again what was parsed so far; see mend.c. */
static void
begin_again(struct frame *f)
{
	const struct buf *read = &f->mend.read;
	size_t at, len;

	f->mend.due = 0;
	parser_free(f);
	parser_new(f);
	entities_free(f->entities);
	f->entities = entities_new();
	free(f->declared);
	f->declared = NULL;
	f->place = (struct place){ .line = 1, .col = 1 };
	f->state = FRAME_RUNS;
	for (at = 0; at < read->len && f->state == FRAME_RUNS; at += len) {
		len = read->len - at;
		if (len > FEED_CHUNK)
			len = whole(read->s + at, FEED_CHUNK);
		frame_here(f);
		xmlParseChunk(f->ctxt, read->s + at, (int)len, 0);
	}
}

static void
parse(struct frame *f, const char *s, size_t len)
{
	mend_keep(f, s, len);
	xmlParseChunk(f->ctxt, s, (int)len, 0);
	while (f->mend.due)
		begin_again(f);
}

/* Takes the first `len` bytes of the piece. */
static void
take(struct frame *f, size_t len)
{
	if (f->kind == FRAME_PLAIN)
		take_plain(f, len);
	else
		parse(f, f->piece.s, len);
	memmove(f->piece.s, f->piece.s + len, f->piece.len - len);
	buf_truncate(&f->piece, f->piece.len - len);
}

/* What libxml2 would take too long over, and has no limit for. */
static void
watch(struct frame *f)
{
	tag_watch(f);
	/* The lists of its dictionary grow long beyond some 16,000. */
	if (xmlDictSize(f->ctxt->dict) > FEED_NAMES_MAX)
		frame_fatal(f, frame_here(f), DIAG_XML_LIMIT,
		    "more than 100000 different names", NULL);
}

void
frame_pump(struct frame *f)
{
	struct feed *feed = f->feed;
	size_t len;
	ssize_t n;

	if (f->select != NULL && f->select->done && f->chosen == 0) {
		f->state = FRAME_ENDED;
		return;
	}
	/* What libxml2 throws away now has got its place. */
	frame_here(f);
	n = input_read(&f->in, &f->piece, feed->chunk);
	if (n == -1) {
		frame_fail(
		    f, frame_here(f), DIAG_FILE_READ, f->path, strerror(errno));
		return;
	}
	feed->bytes += (uint64_t)n;
	if (f->up != NULL)
		feed->included += (uint64_t)n;
	if (feed->bytes > FEED_BYTES_MAX) {
		frame_fatal(f, frame_here(f), DIAG_XML_LIMIT,
		    "more than 1 GB of files", NULL);
		return;
	}
	len = n > 0 ? whole(f->piece.s, f->piece.len) : f->piece.len;
	if (len > 0)
		take(f, len);
	if (f->ctxt != NULL && f->state == FRAME_RUNS)
		watch(f);
	if (n == 0 && f->state == FRAME_RUNS)
		finish(f);
}

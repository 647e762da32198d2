/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <unistd.h>

#include "base/xalloc.h"
#include "xml/feed.h"
#include "xml/frame.h"

/*
 * libxml2 names files by URIs and joins them by rules of its own.  Ours are
 * resolved by folder.c when they are declared, and libxml2 is given this name
 * instead, the number being an index in frame->parameter.
 */
static const char scheme[] = "lectern-file:";
static const char name_format[] = "lectern-file:%u";
enum {
	NAME_SIZE = 32,
	DTD_FILE_MAX = 16 << 20,
	UNDECLARED_MAX = 100,
	ATTRIBUTE_SLOTS = 1024,
	ATTRIBUTES_MAX = 1000
};

static struct frame *
frame_of(void *ctx)
{
	return ((xmlParserCtxtPtr)ctx)->_private;
}

/* The path behind such a name, or NULL. */
static const char *
path_of_name(const struct frame *f, const char *name)
{
	size_t i;

	if (name == NULL || strncmp(name, scheme, sizeof(scheme) - 1) != 0)
		return NULL;
	i = strtoul(name + sizeof(scheme) - 1, NULL, 10);
	return i < f->parameter.n ? f->parameter.v[i] : NULL;
}

const char *
dtd_file_at(const struct frame *f, size_t *at)
{
	int i;

	for (i = f->ctxt->inputNr - 1; i >= 0; i--) {
		const struct _xmlParserInput *in = f->ctxt->inputTab[i];
		const char *path = path_of_name(f, in->filename);

		if (path == NULL)
			continue;
		*at = in->consumed + (size_t)(in->cur - in->base);
		return path;
	}
	return NULL;
}

const char *
dtd_file(const struct frame *f)
{
	size_t at;

	return dtd_file_at(f, &at);
}

/* What declarations are relative to where the parser stands. */
static const char *
declaring_file(const struct frame *f)
{
	const char *path = dtd_file(f);

	return path != NULL ? path : f->path;
}

/* Notes a file, and writes the name for libxml2 to `name`. */
static void
give_name(struct frame *f, char *path, char name[NAME_SIZE])
{
	snprintf(name, NAME_SIZE, name_format, (unsigned)f->parameter.n);
	vec_push(&f->parameter, path);
}

static void
/* NOLINTNEXTLINE(readability-function-size): libxml2 sets the parameters. */
on_entity(void *ctx, const xmlChar *name, int type, const xmlChar *public,
    const xmlChar *system, xmlChar *content)
{
	struct frame *f = frame_of(ctx);
	const char *value = (const char *)content;
	struct entity e = { .name = (const char *)name,
		.value = value,
		.system = (const char *)system,
		.base = declaring_file(f) };
	char alias[NAME_SIZE], *path;

	switch (type) {
	case XML_INTERNAL_GENERAL_ENTITY:
		e.kind = value != NULL && strchr(value, '<') != NULL
		    ? ENTITY_MARKUP
		    : ENTITY_TEXT;
		entities_add(f->entities, &e);
		break;
	case XML_EXTERNAL_GENERAL_PARSED_ENTITY:
		if (system == NULL)
			break;
		e.kind = ENTITY_FILE;
		entities_add(f->entities, &e);
		break;
	case XML_EXTERNAL_PARAMETER_ENTITY:
		if (system == NULL)
			break;
		path = folder_resolve(e.base, e.system);
		give_name(f, path != NULL ? path : xstrdup(e.system), alias);
		xmlSAX2EntityDecl(
		    ctx, name, type, public, BAD_CAST alias, NULL);
		break;
	default:
		xmlSAX2EntityDecl(ctx, name, type, public, system, content);
	}
}

/* The part of `s` up to `end` behind `word`, which may have blanks before it;
 * NULL if that is not there. */
static const char *
behind(const char *s, const char *end, const char *word)
{
	size_t len = strlen(word);

	while (s < end && isspace((unsigned char)*s))
		s++;
	return (size_t)(end - s) >= len && memcmp(s, word, len) == 0 ? s + len
								     : NULL;
}

void
dtd_odd_name(struct frame *f, const char *system)
{
	const struct _xmlParserInput *in = f->ctxt->input;
	const char *end = (const char *)in->cur;
	const char *s = memrchr(in->base, '<', (size_t)(in->cur - in->base));
	char *name;
	size_t len;

	if (s == NULL || (s = behind(s, end, "<!ENTITY")) == NULL ||
	    (s = behind(s, end, "%")) == NULL ||
	    (s = behind(s, end, "")) == NULL)
		return;
	for (len = 0; s + len < end && !isspace((unsigned char)s[len]); len++)
		;
	name = xstrndup(s, len);
	on_entity(f->ctxt, (const xmlChar *)name, XML_EXTERNAL_PARAMETER_ENTITY,
	    NULL, (const xmlChar *)system, NULL);
	free(name);
}

static void
on_unparsed(void *ctx, const xmlChar *name, const xmlChar *public,
    const xmlChar *system, const xmlChar *notation)
{
	struct entity e = { .kind = ENTITY_UNPARSED,
		.name = (const char *)name };

	(void)public;
	(void)system;
	(void)notation;
	entities_add(frame_of(ctx)->entities, &e);
}

/*
 * Counts the attributes declared for an element: libxml2 compares the
 * defaults of an element each with each.  Elements that share a slot share
 * the limit, which is far above what a DTD has.
 */
static void
/* NOLINTNEXTLINE(readability-function-size): libxml2 sets the parameters. */
on_attribute(void *ctx, const xmlChar *element, const xmlChar *name, int type,
    int def, const xmlChar *value, xmlEnumerationPtr values)
{
	struct frame *f = frame_of(ctx);
	size_t slot = ((uintptr_t)element ^ (uintptr_t)element >> 12) / 4 %
	    ATTRIBUTE_SLOTS;

	(void)name;
	(void)type;
	(void)def;
	(void)value;
	xmlFreeEnumeration(values);
	if (f->state != FRAME_RUNS)
		return;
	if (f->declared == NULL)
		f->declared = xcalloc(ATTRIBUTE_SLOTS, sizeof(*f->declared));
	if (++f->declared[slot] > ATTRIBUTES_MAX)
		frame_fatal(f, frame_here(f), DIAG_XML_LIMIT,
		    "more than 1000 attributes declared for an element", NULL);
}

/*
 * Told, and declared as empty: a document may be well-formed though it uses one
 * that is not declared.  libxml2 would stop there.
 */
static xmlEntityPtr
undeclared(struct frame *f, const xmlChar *name)
{
	const char *path = dtd_file(f), *what = (const char *)name;
	struct wire_place at = { f->ctxt->input->line, f->ctxt->input->col };

	if (++f->feed->undeclared > UNDECLARED_MAX)
		return NULL;
	if (feed_tell(f->feed, FEED_PARAMETER, what)) {
		if (path != NULL)
			frame_diag_in(f, path, at, DIAG_XML_PARAMETER, what);
		else
			frame_diag(
			    f, frame_here(f), DIAG_XML_PARAMETER, what, NULL);
	}
	xmlSAX2EntityDecl(f->ctxt, name, XML_INTERNAL_PARAMETER_ENTITY, NULL,
	    NULL, (xmlChar[]){ '\0' });
	return xmlSAX2GetParameterEntity(f->ctxt, name);
}

/* Each use of a parameter entity passes here; none is free. */
static xmlEntityPtr
on_get_parameter(void *ctx, const xmlChar *name)
{
	struct frame *f = frame_of(ctx);
	xmlEntityPtr e = xmlSAX2GetParameterEntity(ctx, name);

	f->feed->parameters = 1;
	if (f->state != FRAME_RUNS)
		return NULL;
	if (e == NULL)
		e = undeclared(f, name);
	if (e == NULL)
		return NULL;
	if (feed_charge(f->feed, e->length > 0 ? (size_t)e->length : 0) == -1) {
		frame_fatal(f, frame_here(f), DIAG_XML_LIMIT,
		    "parameter entities that add up to too much", NULL);
		return NULL;
	}
	return e;
}

/* The whole of a file, decoded and without its text declaration. */
static int
read_whole(struct frame *f, struct input *in, struct buf *b, int *lines)
{
	struct place p = { .line = 1, .col = 1 };
	size_t skip = input_declaration(in);
	ssize_t n;

	place_advance(&p, in->head.s, skip, skip);
	*lines = p.line;
	input_skip(in, skip);
	do
		n = input_read(in, b, FEED_CHUNK);
	while (n > 0 && b->len <= DTD_FILE_MAX);
	f->feed->bytes += b->len;
	f->feed->included += b->len;
	return n == 0 ? 0 : -1;
}

/* An input of libxml2's over a copy of the text. */
static xmlParserInputPtr
make_input(xmlParserCtxtPtr ctxt, const struct buf *b, const char *name)
{
	xmlParserInputBufferPtr copy = xmlParserInputBufferCreateMem(
	    b->s, (int)b->len, XML_CHAR_ENCODING_NONE);
	xmlParserInputPtr input;

	if (copy == NULL)
		return NULL;
	input = xmlNewIOInputStream(ctxt, copy, XML_CHAR_ENCODING_NONE);
	if (input != NULL)
		input->filename = (char *)xmlStrdup((const xmlChar *)name);
	return input;
}

/* Opens and reads a file of declarations; 0, or -1 and told when `tell`. */
static int
read_declarations(
    struct frame *f, const char *path, struct buf *b, int *lines, int tell)
{
	struct feed_fault fault = { DIAG_FILE_READ, "it is too large" };
	struct opened file;
	const char *limit = feed_refuses(f->feed, 1);
	int result = -1;
	char *name;

	if (limit != NULL)
		fault.what = limit;
	else
		result = feed_open(f->feed, path, NULL, &file, &fault);
	if (result == 0) {
		result = read_whole(f, &file.in, b, lines);
		input_close(&file.in);
	}
	if (result == -1) {
		buf_reset(b);
		name = folder_name(&f->feed->folder, path);
		if (tell && feed_tell(f->feed, FEED_DECLARATIONS, path))
			frame_diag(
			    f, frame_here(f), fault.code, name, fault.what);
		free(name);
	}
	return result;
}

/*
 * libxml2's only way to a file.  What cannot be read is told and taken as
 * empty, so that the rest of the document can be shown.
 */
static xmlParserInputPtr
load(const char *url, const char *public, xmlParserCtxtPtr ctxt)
{
	struct frame *f = ctxt != NULL ? ctxt->_private : NULL;
	const char *path = f != NULL ? path_of_name(f, url) : NULL;
	struct buf b = BUF_INIT;
	xmlParserInputPtr input;
	int lines = 1;

	(void)public;
	if (path == NULL || f->state != FRAME_RUNS)
		return NULL;
	read_declarations(f, path, &b, &lines, 1);
	mend_declarations(f, path, &b, lines);
	/* libxml2 takes no empty memory. */
	if (b.len == 0)
		buf_addc(&b, '\n');
	input = make_input(ctxt, &b, url);
	if (input != NULL)
		input->line = lines;
	buf_release(&b);
	return input;
}

static xmlParserInputPtr
on_resolve(void *ctx, const xmlChar *public, const xmlChar *system)
{
	return load((const char *)system, (const char *)public, ctx);
}

/*
 * libxml2 throws away what it has read of an internal subset, comments with
 * them, before any place in it was asked for; then lines would not be counted.
 * The subset is in its memory whole, and stays there if it takes it for content.
 */
static void
on_internal_subset(void *ctx, const xmlChar *name, const xmlChar *public,
    const xmlChar *system)
{
	xmlSAX2InternalSubset(ctx, name, public, system);
	((xmlParserCtxtPtr)ctx)->progressive = 1;
}

/*
 * The external subset.  DocBook's own lies on the network or nowhere; what it
 * declares is built in.  One that lies with the document is read.
 */
static void
on_external_subset(void *ctx, const xmlChar *name, const xmlChar *public,
    const xmlChar *system)
{
	xmlParserCtxtPtr ctxt = ctx;
	struct frame *f = frame_of(ctx);
	struct file_id id;
	char alias[NAME_SIZE];
	char *path;
	int fd = -1;

	if (system == NULL || f->state != FRAME_RUNS)
		return;
	path = folder_resolve(f->path, (const char *)system);
	if (path != NULL)
		fd = folder_open(&f->feed->folder, path, &id);
	if (fd == -1) {
		f->feed->dtd_unread = 1;
		free(path);
		return;
	}
	close(fd);
	give_name(f, path, alias);
	ctxt->loadsubset = XML_SKIP_IDS;
	xmlSAX2ExternalSubset(ctx, name, public, BAD_CAST alias);
	ctxt->loadsubset = 0;
}

void
dtd_fill(xmlSAXHandler *sax)
{
	sax->startDocument = xmlSAX2StartDocument;
	sax->internalSubset = on_internal_subset;
	sax->externalSubset = on_external_subset;
	sax->resolveEntity = on_resolve;
	sax->entityDecl = on_entity;
	sax->unparsedEntityDecl = on_unparsed;
	sax->attributeDecl = on_attribute;
	sax->getParameterEntity = on_get_parameter;
}

static void
say_nothing(void *ctx, const char *format, ...)
{
	(void)ctx;
	(void)format;
}

void
dtd_set_up(void)
{
	xmlInitParser();
	xmlSetGenericErrorFunc(NULL, say_nothing);
	xmlSetExternalEntityLoader(load);
}

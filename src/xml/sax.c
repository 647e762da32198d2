/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <string.h>

#include <libxml/parser.h>

#include "xml/feed.h"
#include "xml/frame.h"
#include "xml/include.h"
#include "xml/names.h"
#include "xml/wire.h"

/* Stands for the namespace of a prefix of which nothing is known. */
static const char undeclared[] = "";

/* The reader takes the place of the record before. */
static const struct wire_place nowhere = { 0, 0 };

static struct frame *
frame_of(void *ctx)
{
	return ((xmlParserCtxtPtr)ctx)->_private;
}

static unsigned
number(struct frame *f, const xmlChar *local, const xmlChar *prefix,
    const xmlChar *uri)
{
	const char *space = (const char *)uri;

	if (uri == NULL && prefix != NULL)
		space = names_customary((const char *)prefix);
	if (space == NULL && prefix != NULL)
		space = undeclared;
	return names_lookup(
	    &f->feed->names, (const char *)local, space, &f->feed->first);
}

/* The attributes as the wire wants them, in feed->attrs.  libxml2 gives each
 * as five pointers: local name, prefix, namespace, value, its end. */
static void
collect_attrs(
    struct frame *f, struct wire_place at, const xmlChar **a, size_t n)
{
	struct feed *feed = f->feed;
	struct wire_attr attr;
	size_t i;

	for (i = 0; i < n; i++, a += 5) {
		attr.name = number(f, a[0], a[1], a[2]);
		attr.value = (const char *)a[3];
		attr.len = (size_t)(a[4] - a[3]);
		if (memchr(attr.value, '&', attr.len) != NULL)
			attr.value =
			    expand_attribute(f, at, attr.value, &attr.len);
		if (attr.value == NULL)
			return;
		vec_push(&feed->attrs, attr);
	}
}

/* Accounts for the `n` attributes that a DTD added, which are the last. */
static int
charge_defaults(struct frame *f, const xmlChar **attrs, int all, int n)
{
	size_t bytes = 0;
	int i;

	for (i = all - n; i < all; i++)
		bytes += 1 + (size_t)(attrs[5 * i + 4] - attrs[5 * i + 3]);
	return n > 0 ? feed_charge(f->feed, bytes) : 0;
}

static int
within_limits(struct frame *f, struct wire_place at, size_t attrs, int defaults)
{
	const char *what = NULL;

	if (attrs > WIRE_ATTRS_MAX)
		what = "more than 1000 attributes on one element";
	else if (f->base + f->open.n > WIRE_DEPTH_MAX)
		what = "elements nested more than 4096 deep";
	else if (f->ctxt->nsNr > 2 * FEED_SPACES_MAX)
		what = "more than 500 namespaces in force";
	else if (defaults == -1)
		what = "attribute defaults that add up to too much";
	if (what == NULL)
		return 1;
	frame_fatal(f, at, DIAG_XML_LIMIT, what, NULL);
	return 0;
}

/* libxml2 tells the start of a tag that the file ends in, or that goes on with
 * what no tag holds, and only then of the fault. */
static int
is_whole_tag(const struct frame *f)
{
	xmlChar next = *f->ctxt->input->cur;

	return next == '>' || next == '/';
}

static void
/* NOLINTNEXTLINE(readability-function-size): libxml2 sets the parameters. */
on_start(void *ctx, const xmlChar *local, const xmlChar *prefix,
    const xmlChar *uri, int n_ns, const xmlChar **ns, int n_attrs,
    int n_defaults, const xmlChar **attrs)
{
	struct frame *f = frame_of(ctx);
	struct feed *feed = f->feed;
	struct wire_place at;
	unsigned name;

	(void)ns;
	if (f->state != FRAME_RUNS || !is_whole_tag(f))
		return;
	name = number(f, local, prefix, uri);
	vec_push(&f->open, name);
	if (f->open.n == 1 && f->kind != FRAME_DOCUMENT)
		return;
	at = frame_back(f, '<');
	feed->attrs.n = 0;
	if (!within_limits(f, at, (size_t)n_attrs + (size_t)n_ns,
		charge_defaults(f, attrs, n_attrs, n_defaults)))
		return;
	if (n_attrs > 0)
		collect_attrs(f, at, attrs, (size_t)n_attrs);
	if (f->state != FRAME_RUNS || include_start(f, at, name))
		return;
	wire_start(&f->wire, at, name, feed->attrs.v, feed->attrs.n);
	f->shown++;
	f->emitted = 1;
	include_content(f, at, name);
	if (feed->scratch.chunk != NULL)
		arena_release(&feed->scratch);
}

static void
on_end(
    void *ctx, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri)
{
	struct frame *f = frame_of(ctx);
	struct wire_place at;
	unsigned name;

	(void)local;
	(void)prefix;
	(void)uri;
	if (f->state != FRAME_RUNS)
		return;
	name = f->open.v[--f->open.n];
	if (f->open.n == 0 && f->kind != FRAME_DOCUMENT)
		return;
	at = f->feed->coarse && !f->watching ? nowhere : frame_back(f, '<');
	if (f->watching && include_end(f, at))
		return;
	wire_end(&f->wire, at, name);
	f->shown--;
	/* The one element that was wanted is over: so is the file. */
	if (f->select != NULL && f->select->done && f->chosen == 0)
		f->state = FRAME_ENDED;
}

void
sax_text(struct frame *f, struct wire_place at, const char *s, size_t len)
{
	if (f->state == FRAME_RUNS && !f->hidden && len > 0)
		wire_text(&f->wire, at, s, len);
}

/* Where text begins: exactly, when libxml2 hands out its own buffer; else as
 * many bytes back as it has, or at the '&' of a character reference. */
static struct wire_place
text_place(struct frame *f, const xmlChar *s, size_t len)
{
	const struct _xmlParserInput *in = f->ctxt->input;

	if (f->feed->coarse)
		return nowhere;
	if (s >= in->base && s < in->end) {
		/* Of a CRLF the newline only is handed out. */
		if (s[0] == '\n' && s > in->base && s[-1] == '\r')
			s--;
		return frame_place(f, s);
	}
	if (in->cur > in->base && in->cur[-1] == ';')
		return frame_back(f, '&');
	return frame_place(
	    f, (size_t)(in->cur - in->base) > len ? in->cur - len : in->base);
}

static void
on_text(void *ctx, const xmlChar *s, int len)
{
	struct frame *f = frame_of(ctx);

	if (f->state != FRAME_RUNS || f->hidden || len <= 0)
		return;
	wire_text(&f->wire, text_place(f, s, (size_t)len), (const char *)s,
	    (size_t)len);
}

static void
on_pi(void *ctx, const xmlChar *target, const xmlChar *data)
{
	struct frame *f = frame_of(ctx);
	const char *text = data != NULL ? (const char *)data : "";

	/* Outside of the root element it is for other programs. */
	if (f->state != FRAME_RUNS || f->hidden || f->open.n == 0)
		return;
	wire_pi(&f->wire, frame_back(f, '<'), number(f, target, NULL, NULL),
	    text, strlen(text));
}

static void
on_reference(void *ctx, const xmlChar *name)
{
	struct frame *f = frame_of(ctx);

	if (f->state != FRAME_RUNS)
		return;
	expand_reference(f, frame_back(f, '&'), (const char *)name);
}

/*
 * What libxml2 takes for the entity: in content a file that it is not to
 * open, so that it calls on_reference; in an attribute's value one without
 * content, so that the reference stays in the value.
 */
static xmlEntityPtr
on_get_entity(void *ctx, const xmlChar *name)
{
	xmlParserCtxtPtr ctxt = ctx;
	xmlEntityPtr e = frame_of(ctx)->reply;
	xmlChar *orig = e->orig;

	xmlFree(orig);
	memset(e, 0, sizeof(*e));
	e->type = XML_ENTITY_DECL;
	/* `name` may not live long; the dictionary does. */
	e->name = xmlDictLookup(ctxt->dict, name, -1);
	e->etype = ctxt->instate == XML_PARSER_CONTENT
	    ? XML_EXTERNAL_GENERAL_PARSED_ENTITY
	    : XML_INTERNAL_GENERAL_ENTITY;
	return e;
}

void
sax_fill(xmlSAXHandler *sax)
{
	sax->startElementNs = on_start;
	sax->endElementNs = on_end;
	sax->characters = on_text;
	sax->ignorableWhitespace = on_text;
	sax->cdataBlock = on_text;
	sax->processingInstruction = on_pi;
	sax->reference = on_reference;
	sax->getEntity = on_get_entity;
}

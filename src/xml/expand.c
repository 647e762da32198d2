/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include "base/xalloc.h"
#include "text/utf8.h"
#include "xml/feed.h"
#include "xml/frame.h"

enum { NESTING_MAX = 40 };

/* Text with references in it: the rest of what is being expanded. */
struct rest {
	const char *s, *end;
	struct entity *entity; /* whose value it is; NULL: no entity's */
};

/* Where the text of a reference goes: into an attribute, or where `value` is
 * NULL into the wire. */
struct expansion {
	struct frame *f;
	struct wire_place at;
	struct buf *value;
	struct rest rest[NESTING_MAX]; /* innermost last */
	size_t nesting;
};

static void
put(struct expansion *x, const char *s, size_t len)
{
	size_t i;

	if (x->value == NULL) {
		sax_text(x->f, x->at, s, len);
		return;
	}
	/* White space in an attribute is a blank (XML 1.0, 3.3.3). */
	for (i = 0; i < len; i++) {
		if (s[i] == '\t' || s[i] == '\n')
			buf_addc(x->value, ' ');
		else
			buf_addc(x->value, s[i]);
	}
}

/* The reference as it stands in the file: what is shown for it. */
static void
put_placeholder(struct expansion *x, const char *name, size_t len)
{
	struct buf b = BUF_INIT;

	buf_addc(&b, '&');
	buf_add(&b, name, len);
	buf_addc(&b, ';');
	put(x, b.s, b.len);
	buf_release(&b);
}

static void
put_character(struct expansion *x, const char *digits)
{
	struct buf b = BUF_INIT;
	unsigned long code = digits[0] == 'x' ? strtoul(digits + 1, NULL, 16)
					      : strtoul(digits, NULL, 10);

	utf8_encode(&b, code > 0x10ffff || code == 0 ? 0xfffd : (uint32_t)code);
	put(x, b.s, b.len);
	buf_release(&b);
}

/* The start tag of the wrapper, with the namespaces that are in force. */
static char *
wrapper(const struct frame *f)
{
	struct buf b = BUF_INIT;
	int i;
	const xmlChar *p;

	buf_adds(&b, "<" FRAME_WRAPPER);
	/* The innermost declaration of a prefix holds; libxml2 keeps them
	 * outermost first. */
	for (i = f->ctxt->nsNr - 2; i >= 0; i -= 2) {
		const xmlChar *prefix = f->ctxt->nsTab[i];
		int j = f->ctxt->nsNr - 2;

		while (j > i && !xmlStrEqual(f->ctxt->nsTab[j], prefix))
			j -= 2;
		if (j > i)
			continue;
		buf_printf(&b, " xmlns%s%s=\"", prefix != NULL ? ":" : "",
		    prefix != NULL ? (const char *)prefix : "");
		for (p = f->ctxt->nsTab[i + 1]; p != NULL && *p != '\0'; p++) {
			if (strchr("<&\"", *p) != NULL)
				buf_printf(&b, "&#%d;", *p);
			else
				buf_addc(&b, (char)*p);
		}
		buf_addc(&b, '"');
	}
	buf_addc(&b, '>');
	return buf_detach(&b);
}

/* Markup and files go into the wire by way of a splice. */
static void
expand_splice(struct expansion *x, struct entity *e)
{
	struct frame *f = x->f;
	struct splice *s;
	int selecting;

	if (x->value != NULL) {
		frame_fail(f, x->at, DIAG_XML_ENTITY_ATTR, e->name, NULL);
		return;
	}
	/* What an xpointer is looking for may be in there. */
	selecting = f->select != NULL && f->chosen == 0;
	if (f->hidden && !selecting)
		return;
	if (++f->feed->markup > FEED_MARKUP_MAX) {
		frame_fatal(f, x->at, DIAG_XML_LIMIT,
		    "more than 100000 entities with markup", NULL);
		return;
	}
	s = frame_splice(f, SPLICE_ENTITY, x->at);
	s->entity = e;
	s->open = wrapper(f);
	if (selecting) {
		s->selection = xmalloc(sizeof(*s->selection));
		*s->selection = f->selection.v[f->selection.n - 1];
	}
}

/* The value of an entity comes next. */
static void
enter(struct expansion *x, struct entity *e)
{
	struct rest rest = { e->value, e->value + e->len, e };

	if (e->busy) {
		frame_fatal(x->f, x->at, DIAG_XML_ENTITY_LOOP, e->name, NULL);
	} else if (x->nesting == NESTING_MAX) {
		frame_fatal(x->f, x->at, DIAG_XML_LIMIT,
		    "entities nested more than 40 deep", NULL);
	} else {
		e->busy = 1;
		x->rest[x->nesting++] = rest;
	}
}

static void
leave(struct expansion *x)
{
	struct entity *e = x->rest[--x->nesting].entity;

	if (e != NULL)
		e->busy = 0;
}

/* 0, or -1 when `len` bytes more are too much. */
static int
charge(struct expansion *x, size_t len)
{
	if (feed_charge(x->f->feed, len) == 0)
		return 0;
	frame_fatal(x->f, x->at, DIAG_XML_LIMIT,
	    "entities that add up to too much", NULL);
	return -1;
}

static void
expand_entity(struct expansion *x, struct entity *e)
{
	switch (e->kind) {
	case ENTITY_TEXT:
		enter(x, e);
		break;
	case ENTITY_MARKUP:
	case ENTITY_FILE:
		expand_splice(x, e);
		break;
	case ENTITY_UNPARSED:
		frame_diag(x->f, x->at, DIAG_XML_ENTITY_KIND, e->name, NULL);
		put_placeholder(x, e->name, strlen(e->name));
		break;
	}
}

/* What there is to say of an entity that is declared nowhere.  It is no fault
 * of form where what was not read, or a parameter entity, may declare it: XML
 * 1.0, 4.1, "Entity Declared". */
static enum diag_code
undeclared(const struct feed *feed)
{
	if (feed->dtd_unread)
		return DIAG_XML_ENTITY_DTD;
	return feed->parameters ? DIAG_XML_ENTITY_REST : DIAG_XML_ENTITY;
}

static void
expand_name(struct expansion *x, const char *name, size_t len)
{
	struct frame *f = x->f;
	struct entity *e = entities_find(f->entities, name, len);
	const char *text;
	char *copy;

	/* What stands in the file itself is paid for. */
	if ((e != NULL || x->nesting > 0) &&
	    charge(x, e != NULL ? e->len : len) == -1)
		return;
	if (e != NULL) {
		expand_entity(x, e);
		return;
	}
	text = character_entity(name, len);
	if (text != NULL) {
		put(x, text, strlen(text));
		return;
	}
	copy = xstrndup(name, len);
	if (!f->hidden && feed_tell(f->feed, FEED_ENTITY, copy))
		frame_diag(f, x->at, undeclared(f->feed), copy, NULL);
	free(copy);
	put_placeholder(x, name, len);
}

/* Puts the text up to the next reference, and what that stands for. */
static void
expand_some(struct expansion *x, struct rest *rest)
{
	const char *s = rest->s, *ref, *stop = NULL;

	ref = memchr(s, '&', (size_t)(rest->end - s));
	if (ref != NULL)
		stop = memchr(ref, ';', (size_t)(rest->end - ref));
	if (stop == NULL)
		ref = rest->end;
	put(x, s, (size_t)(ref - s));
	rest->s = stop != NULL ? stop + 1 : rest->end;
	if (stop == NULL)
		return;
	if (ref[1] == '#')
		put_character(x, ref + 2);
	else
		expand_name(x, ref + 1, (size_t)(stop - ref) - 1);
}

/* Goes on until all that was entered has been put. */
static void
expand(struct expansion *x)
{
	struct rest *rest;

	while (x->nesting > 0 && x->f->state == FRAME_RUNS) {
		rest = &x->rest[x->nesting - 1];
		if (rest->s == rest->end)
			leave(x);
		else
			expand_some(x, rest);
	}
	while (x->nesting > 0)
		leave(x);
}

void
expand_reference(struct frame *f, struct wire_place at, const char *name)
{
	struct expansion x;

	x.f = f;
	x.at = at;
	x.value = NULL;
	x.nesting = 0;
	expand_name(&x, name, strlen(name));
	expand(&x);
}

const char *
expand_attribute(
    struct frame *f, struct wire_place at, const char *value, size_t *len)
{
	struct buf b = BUF_INIT;
	struct expansion x;
	const char *copy = NULL;

	x.f = f;
	x.at = at;
	x.value = &b;
	x.nesting = 1;
	x.rest[0] = (struct rest){ value, value + *len, NULL };
	expand(&x);
	if (f->state == FRAME_RUNS) {
		copy = arena_strndup(&f->feed->scratch, b.s, b.len);
		*len = b.len;
	}
	buf_release(&b);
	return copy;
}

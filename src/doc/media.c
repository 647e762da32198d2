/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "doc/media.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "doc/doc.h"
#include "doc/gentext.h"

/* An object that has many is a mistake, or an attack: these are looked at. */
enum { PARTS_MAX = 1000 };

static uint32_t
last_part(const struct doc *doc, uint32_t n)
{
	uint32_t last = doc_node(doc, n)->last;

	return last - n > PARTS_MAX ? n + PARTS_MAX : last;
}

/* What it is called: the first of its objects says. */
static const char *
kind_of(const struct doc *doc, uint32_t n)
{
	uint32_t i, last = last_part(doc, n);

	for (i = n; i <= last; i++) {
		switch ((int)doc_node(doc, i)->elem) {
		case ELEM_IMAGEOBJECT:
			return gentext(doc, n, GENTEXT_IMAGE);
		case ELEM_VIDEOOBJECT:
			return "video";
		case ELEM_AUDIOOBJECT:
			return "audio";
		default:
			break;
		}
	}
	return gentext(doc, n, GENTEXT_IMAGE);
}

/* The file that it is in, NULL if it does not say. */
static const char *
file_of(const struct doc *doc, uint32_t n)
{
	uint32_t i, last = last_part(doc, n);
	const char *file = NULL;

	for (i = n; i <= last && file == NULL; i++)
		file = doc_attr(doc, i, ATTR_FILEREF);
	return file;
}

void
media_drawing(const struct doc *doc, uint32_t n, struct buf *b)
{
	uint32_t i, last = last_part(doc, n);
	size_t before = b->len;

	for (i = n; i <= last && b->len == before; i++) {
		const char *name = doc_attr(doc, i, ATTR_NAME);

		if (doc_node(doc, i)->elem == ELEM_SVG && name != NULL &&
		    strcmp(name, "title") == 0)
			doc_plain(doc, i, b);
	}
}

/* A title within one of its objects: those of its own stand above it. */
static void
title_of(const struct doc *doc, uint32_t n, struct buf *b)
{
	uint32_t i, last = last_part(doc, n);
	size_t before = b->len;

	for (i = n; i <= last && b->len == before; i++) {
		if (doc_node(doc, i)->elem == ELEM_TITLE &&
		    doc_node(doc, i)->flags & NODE_HIDDEN)
			doc_plain(doc, i, b);
	}
}

/* The words that say a formula, which may have a picture too, or DOC_NONE. */
static uint32_t
words_for(const struct doc *doc, uint32_t n)
{
	uint32_t parent = doc_node(doc, n)->parent;

	if (doc_role(doc, n) == ROLE_EQUATION)
		return doc_child(doc, n, ELEM_ALT);
	if (parent != DOC_NONE && doc_role(doc, parent) == ROLE_EQUATION)
		return doc_child(doc, parent, ELEM_ALT);
	return DOC_NONE;
}

void
media_text(const struct doc *doc, uint32_t n, struct buf *b)
{
	uint32_t words = words_for(doc, n), alt = doc_child(doc, n, ELEM_ALT);
	const char *file = file_of(doc, n);
	struct buf what = BUF_INIT;

	if (words != DOC_NONE) {
		doc_plain(doc, words, b);
		return;
	}
	if (alt != DOC_NONE)
		doc_plain(doc, alt, &what);
	if (what.len == 0)
		media_drawing(doc, n, &what);
	if (what.len == 0)
		title_of(doc, n, &what);
	if (what.len == 0 && file != NULL)
		buf_adds(&what, file);
	buf_printf(
	    b, "[%s%s%s]", kind_of(doc, n), what.len > 0 ? ": " : "", what.s);
	buf_release(&what);
}

void
media_in_line(const struct doc *doc, uint32_t n, struct buf *b)
{
	uint32_t alt = doc_child(doc, n, ELEM_ALT);

	if (alt == DOC_NONE) {
		media_text(doc, n, b);
		return;
	}
	buf_addc(b, '[');
	doc_plain(doc, alt, b);
	buf_addc(b, ']');
}

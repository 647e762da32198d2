/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <libxml/parser.h>

#include "xml/frame.h"

/* Goes on over the tag where it was left; quotes hide what is in them. */
static void
scan(struct frame *f, const xmlChar *p, const xmlChar *end)
{
	for (; p < end; p++) {
		if (f->tag.quote != '\0') {
			if (*p == (xmlChar)f->tag.quote)
				f->tag.quote = '\0';
		} else if (*p == '"' || *p == '\'') {
			f->tag.quote = (char)*p;
		} else if (*p == '=') {
			f->tag.attrs++;
		}
	}
}

void
tag_watch(struct frame *f)
{
	const struct _xmlParserInput *in = f->ctxt->input;
	size_t offset;

	if (f->ctxt->instate != XML_PARSER_START_TAG || f->ctxt->inputNr != 1)
		return;
	offset = in->consumed + (size_t)(in->cur - in->base) + 1;
	if (f->tag.offset != offset) {
		f->tag.offset = offset;
		f->tag.scanned = f->tag.attrs = 0;
		f->tag.quote = '\0';
	}
	scan(f, in->cur + f->tag.scanned, in->end);
	f->tag.scanned = (size_t)(in->end - in->cur);
	if (f->tag.attrs > WIRE_ATTRS_MAX)
		frame_fatal(f, frame_here(f), DIAG_XML_LIMIT,
		    "more than 1000 attributes on one element", NULL);
}

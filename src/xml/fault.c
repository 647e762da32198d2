/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include <libxml/parser.h>
#include <libxml/xmlerror.h>

#include "base/buf.h"
#include "xml/feed.h"
#include "xml/frame.h"

void
frame_diag(struct frame *f, struct wire_place at, enum diag_code code,
    const char *a, const char *b)
{
	const char *args[] = { a, b, NULL, NULL };

	wire_diag(&f->wire, at, code, args);
}

/* Nothing of this frame is wanted any more. */
static void
stop(struct frame *f, enum frame_state state)
{
	if (f->state == FRAME_RUNS)
		f->state = state;
	if (f->ctxt != NULL)
		xmlStopParser(f->ctxt);
}

void
frame_fail(struct frame *f, struct wire_place at, enum diag_code code,
    const char *a, const char *b)
{
	if (f->state != FRAME_RUNS)
		return;
	frame_diag(f, at, code, a, b);
	stop(f, FRAME_FAILED);
}

void
frame_fatal(struct frame *f, struct wire_place at, enum diag_code code,
    const char *a, const char *b)
{
	if (f->state != FRAME_RUNS)
		return;
	frame_diag(f, at, code, a, b);
	stop(f, FRAME_FATAL);
}

/* The message on one line, without libxml2's hex dumps and hints. */
static void
add_message(struct buf *b, const char *message)
{
	static const char hint[] = ", use XML_PARSE_HUGE";
	const char *end, *name = strstr(message, ": ");
	size_t len;

	/* Some begin with the name of a function. */
	if (strncmp(message, "xmlParse", 8) == 0 && name != NULL)
		message = name + 2;
	end = strstr(message, hint);
	len = strcspn(message, "\n");
	if (end != NULL)
		len = (size_t)(end - message);

	while (len > 0 && strchr(" :!", message[len - 1]) != NULL)
		len--;
	buf_add(b, message, len);
}

/* What ends too early: this entity, or this file. */
static void
add_subject(const struct frame *f, struct buf *b)
{
	if (f->kind == FRAME_ENTITY)
		buf_printf(b, "the entity &%s;", f->entity->name);
	else
		buf_adds(b, "the file");
}

/* `open` is the element that is open, `line` where, `close` the end tag. */
static void
describe_mismatch(const struct frame *f, const xmlError *e, struct buf *b)
{
	const char *open = e->str1, *close = e->str2;

	if (open == NULL || close == NULL)
		return;
	if (strcmp(close, FRAME_WRAPPER) == 0) {
		add_subject(f, b);
		buf_printf(b, " ends before </%s>", open);
	} else if (strcmp(open, FRAME_WRAPPER) == 0) {
		buf_printf(b, "</%s> closes nothing in ", close);
		add_subject(f, b);
	} else {
		buf_printf(b,
		    "</%s> where </%s> should be, for the <%s> of"
		    " line %d",
		    close, open, open, e->int1);
	}
}

static void
describe_end(const struct frame *f, struct buf *b)
{
	if (f->ctxt->nameNr > 0) {
		add_subject(f, b);
		buf_printf(b, " ends before </%s>", f->ctxt->name);
	} else if (f->ctxt->instate != XML_PARSER_EPILOG) {
		buf_adds(b, "there is no element where the first should be");
	} else {
		buf_adds(b, "there is more behind the end of the root element");
	}
}

/* libxml2 has the same code for control characters, and an internal error
 * for bad bytes at the end of a piece. */
static int
is_encoding_error(const struct frame *f, const xmlError *e)
{
	const struct _xmlParserInput *in = f->ctxt->input;

	if (e->code == XML_ERR_INTERNAL_ERROR)
		return in != NULL && in->cur < in->end && *in->cur >= 0x80;
	return e->code == XML_ERR_INVALID_CHAR && e->message != NULL &&
	    strstr(e->message, "UTF-8") != NULL;
}

/* libxml2 looks no further than 10 MB for the end of something. */
static int
is_lookup_limit(const xmlError *e)
{
	return e->code == XML_ERR_INTERNAL_ERROR && e->message != NULL &&
	    strstr(e->message, "Huge input lookup") != NULL;
}

/* libxml2 calls it an internal error when what stands between the brackets of
 * a DOCTYPE, or comes there from a parameter entity, is no declaration. */
static int
is_declaration_error(const xmlError *e)
{
	return e->code == XML_ERR_INTERNAL_ERROR && e->message != NULL &&
	    strstr(e->message, "xmlParseInternalSubset") != NULL;
}

/* Slips of who writes by hand, by what libxml2 says of them. */
static const struct slip {
	int code;
	const char *message; /* a part of it; NULL: whatever it is */
	const char *words;
} slips[] = {
	{ XML_ERR_NAME_REQUIRED, "EntityRef",
	    "\"&\" without a name; for the sign itself write &amp;" },
	{ XML_ERR_ENTITYREF_SEMICOL_MISSING, NULL,
	    "\"&\" and no \";\" behind its name; for the sign itself write "
	    "&amp;" },
	{ XML_ERR_NAME_REQUIRED, "StartTag",
	    "\"<\" without the name of an element; for the sign itself write "
	    "&lt;" },
	{ XML_ERR_NAME_REQUIRED, "attribute name",
	    "something in a tag that is no attribute; is a \">\" missing?" },
	{ XML_ERR_LT_IN_ATTRIBUTE, NULL,
	    "\"<\" in the value of an attribute; write &lt;, or close its "
	    "quotes before" },
	{ XML_ERR_ATTRIBUTE_NOT_STARTED, NULL,
	    "the value of an attribute has no quotes; write name=\"value\"" },
	{ XML_ERR_ATTRIBUTE_WITHOUT_VALUE, NULL,
	    "an attribute has no value; write name=\"value\"" },
	{ XML_ERR_SPACE_REQUIRED, "attributes construct",
	    "no blank behind the value of an attribute; are quotes missing "
	    "before it?" },
	{ XML_ERR_GT_REQUIRED, NULL, "a tag is not closed by \">\"" },
	{ XML_ERR_RESERVED_XML_NAME, "only at the start",
	    "\"<?xml\" stands elsewhere than at the very beginning of the "
	    "file" },
	{ XML_ERR_INVALID_CHAR, "Char value",
	    "a character that XML does not have; remove it" },
	{ XML_ERR_HYPHEN_IN_COMMENT, NULL,
	    "\"--\" within a comment; only its end may have that" },
	{ XML_ERR_COMMENT_NOT_FINISHED, NULL,
	    "a comment does not end; write \"-->\" behind it" },
};

static void
describe_slip(const xmlError *e, struct buf *b)
{
	const char *message = e->message != NULL ? e->message : "";
	size_t i;

	for (i = 0; i < sizeof(slips) / sizeof(*slips); i++) {
		const struct slip *slip = &slips[i];

		if (e->code == slip->code &&
		    (slip->message == NULL ||
			strstr(message, slip->message) != NULL)) {
			buf_adds(b, slip->words);
			return;
		}
	}
}

/* What happened, in words that name the place of the remedy. */
static void
describe(const struct frame *f, const xmlError *e, struct buf *b)
{
	switch (e->code) {
	case XML_ERR_TAG_NAME_MISMATCH:
		describe_mismatch(f, e, b);
		break;
	case XML_ERR_DOCUMENT_END:
	case XML_ERR_DOCUMENT_EMPTY:
	case XML_ERR_TAG_NOT_FINISHED:
		describe_end(f, b);
		break;
	default:
		break;
	}
	if (b->len == 0)
		describe_slip(e, b);
	if (b->len == 0 && is_lookup_limit(e))
		buf_adds(b,
		    "a tag, comment, CDATA section or DOCTYPE of more than "
		    "10 MB");
	if (b->len == 0 && is_declaration_error(e))
		buf_printf(b,
		    "%s no declaration, or a parameter entity that "
		    "expands too far",
		    dtd_file(f) == NULL ? "the DOCTYPE has something that is"
					: "here stands what is");
	if (b->len == 0 && is_encoding_error(f, e))
		buf_adds(b,
		    "the text is not UTF-8; name its encoding in an XML "
		    "declaration");
	if (b->len == 0)
		add_message(b, e->message != NULL ? e->message : "?");
}

/* An undeclared prefix, unless the DTD may declare it, is told once; the
 * element is shown. */
static void
namespace_error(struct frame *f, struct wire_place at, const xmlError *e)
{
	const char *prefix = e->str1 != NULL ? e->str1 : "?";
	struct buf b = BUF_INIT;

	if (e->code == XML_NS_ERR_UNDEFINED_NAMESPACE) {
		if (f->feed->dtd_unread && names_customary(prefix) != NULL)
			return;
		if (feed_tell(f->feed, FEED_PREFIX, prefix))
			frame_diag(f, at, DIAG_XML_PREFIX, prefix, prefix);
		return;
	}
	add_message(&b, e->message != NULL ? e->message : "?");
	frame_diag(f, at, DIAG_XML_WARNING, b.s, NULL);
	buf_release(&b);
}

static struct wire_place
error_place(struct frame *f, const xmlError *e)
{
	int at_tag = e->code == XML_ERR_TAG_NAME_MISMATCH ||
	    e->domain == XML_FROM_NAMESPACE;

	return at_tag ? frame_back(f, '<') : frame_here(f);
}

void
frame_diag_in(struct frame *f, const char *path, struct wire_place at,
    enum diag_code code, const char *what)
{
	wire_put(&f->wire, WIRE_AT, feed_file(f->feed, path), "", 0);
	frame_diag(f, at, code, what, NULL);
	wire_put(&f->wire, WIRE_AT, f->file, "", 0);
}

/* Reports at its place, which may lie in a file of declarations. */
static void
tell(struct frame *f, const xmlError *e, enum diag_code code,
    const char *message)
{
	const char *path = dtd_file(f);
	struct wire_place at = error_place(f, e);

	if (path == NULL) {
		frame_diag(f, at, code, message, NULL);
		return;
	}
	at.line = e->line;
	at.col = e->int2;
	frame_diag_in(f, path, at, code, message);
}

static enum diag_code
code_of(const xmlError *e, enum mend mend)
{
	if (mend != MEND_NOT)
		return DIAG_XML_DECLARATIONS;
	return is_lookup_limit(e) ? DIAG_XML_LIMIT : DIAG_XML_SYNTAX;
}

void
frame_error(void *ctx, xmlErrorPtr e)
{
	xmlParserCtxtPtr ctxt = ctx;
	struct frame *f = ctxt->_private;
	struct buf b = BUF_INIT;
	enum mend mend;

	if (f->state != FRAME_RUNS || e->level < XML_ERR_ERROR)
		return;
	if (e->code == XML_ERR_INVALID_URI && e->str1 != NULL)
		dtd_odd_name(f, e->str1);
	if (e->domain == XML_FROM_NAMESPACE) {
		namespace_error(f, error_place(f, e), e);
		return;
	}
	if (e->level != XML_ERR_FATAL)
		return;
	mend = mend_fault(f);
	if (mend != MEND_QUIETLY) {
		describe(f, e, &b);
		tell(f, e, code_of(e, mend), b.s);
		buf_release(&b);
	}
	/* The parser is not stopped from inside its error callback. */
	f->state = FRAME_FAILED;
}

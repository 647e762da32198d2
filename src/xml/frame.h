/* SPDX-License-Identifier: ISC */
/*
 * frame.h - one parser over one file or one entity
 *
 * Layer xml.  A frame drives libxml2's SAX2 push parser a bounded piece at a
 * time and appends wire records to a buffer.  libxml2 only cuts the text into
 * pieces: entities are looked up and expanded here, with a budget.  Where
 * something is to stand that comes from elsewhere (an entity with markup, a
 * file) the frame leaves a splice, and feed.c puts another frame there once
 * the reader has come to that place; so nothing is parsed ahead and nothing
 * recurses.
 *
 *	frame.c		life of a frame, its pump, its splices
 *	sax.c		the callbacks of libxml2
 *	include.c	what of a file is shown: includes, selections
 *	dtd.c		declarations, parameter entities, the external subset
 *	mend.c		declarations that are not well-formed
 *	expand.c	references to general entities
 *	tag.c		start tags that are too large
 *	fault.c		errors, and what is said about them
 */
#ifndef LECTERN_XML_FRAME_H
#define LECTERN_XML_FRAME_H

#include <stddef.h>

#include "base/buf.h"
#include "base/vec.h"
#include "xml/entities.h"
#include "xml/folder.h"
#include "xml/input.h"
#include "xml/place.h"
#include "xml/select.h"
#include "xml/wire.h"

struct _xmlEntity;
struct _xmlParserCtxt;
struct feed;

enum frame_kind {
	FRAME_DOCUMENT, /* a file with a prologue and entities of its own */
	FRAME_PART,     /* an external entity: a file without */
	FRAME_ENTITY,   /* an internal entity with markup */
	FRAME_PLAIN     /* a file taken as text; no parser */
};

enum frame_state {
	FRAME_RUNS,
	FRAME_ENDED,
	FRAME_FAILED, /* not well-formed: this file is over */
	FRAME_FATAL   /* a limit or a loop: the whole document is over */
};

/* Lines of a file, counted from 1; all zero bytes for all of them. */
struct lines {
	size_t first, last; /* 0: from the beginning; to the end */
};

enum splice_kind {
	SPLICE_ENTITY,  /* put `entity` here */
	SPLICE_INCLUDE, /* try what the <xi:include> names */
	SPLICE_END      /* its </xi:include>; the fallback lay between */
};

/* What an <xi:include> says; strings on the heap, NULL where absent. */
struct include {
	char *href, *xpointer, *encoding;
	char *base; /* absolute path of the file it stands in, or xml:base */
	char *parse;
};

struct splice {
	enum splice_kind kind;
	size_t at;    /* offset in the wire */
	size_t depth; /* elements open there, in the whole document */
	struct wire_place place;
	struct entity *entity;
	char *open; /* start tag with the namespaces in force; heap */
	struct include *include;
	int fallback; /* SPLICE_END: there was one */
	/* What may be selected there, if it is not all shown; heap. */
	struct select_level *selection;
};

/* An <xi:include> that is open. */
struct open_include {
	size_t level;    /* of its start tag */
	size_t fallback; /* of its fallback's start tag; 0: not in it */
	int had_fallback;
};

/* An <xi:include> that could not be had, until its end is reached. */
struct failure {
	struct wire_place place;
	enum diag_code code;
	char *what, *why; /* heap; `why` may be NULL */
};

/* An element with an xml:base that is open. */
struct open_base {
	size_t level;
	char *path; /* absolute; heap */
};

struct frame {
	struct feed *feed; /* borrowed */
	struct frame *up;  /* where this one was spliced in; borrowed */
	enum frame_kind kind;
	enum frame_state state;
	struct _xmlParserCtxt *ctxt; /* NULL for FRAME_PLAIN */

	struct input in;
	struct buf piece;        /* read, and not yet parsed */
	struct place place;      /* of the last thing that was asked for */
	struct wire_place fixed; /* FRAME_ENTITY: where the reference is */
	unsigned file;           /* number in messages and events */
	char *path;              /* absolute; base of references */
	struct file_id id;
	struct lines lines; /* FRAME_PLAIN: these are shown ... */
	size_t line;        /* ... and so many have passed */

	/* Output. */
	struct buf wire;
	size_t wire_pos; /* handed out so far */
	VEC(struct splice) splices;
	size_t next_splice;

	/* Elements open: for the parser, on the wire, around the frame. */
	VEC(unsigned) open; /* their names; n is the level of the last */
	size_t shown, base;
	int emitted; /* something was put on the wire */

	/* What is shown of the file, and what is left out: see include.c. */
	int watching;          /* there is something of this kind */
	int hidden;            /* what comes now is not to be shown */
	struct select *select; /* NULL: all of it; a FRAME_DOCUMENT owns it */
	VEC(struct select_level) selection;
	size_t chosen; /* level of the element that is shown; 0: none */
	int inside;    /* ... without its own tags */
	char *xpointer;
	VEC(struct open_include) includes;
	VEC(struct open_base) bases;
	size_t skip; /* includes that have been had: pass to their end */
	VEC(struct failure) failures;

	struct entities *entities; /* owned by a FRAME_DOCUMENT */
	struct entity *entity;     /* FRAME_ENTITY and FRAME_PART: which */
	struct _xmlEntity *reply;  /* answers libxml2's getEntity */
	VEC(char *) parameter;     /* files of parameter entities */
	unsigned short *declared;  /* attributes, by element: see dtd.c */

	/* What was parsed before the root element: see mend.c. */
	struct {
		struct buf read;
		int over; /* the element has begun, or it is too much */
		int due;  /* it is to be parsed again ... */
		int ends; /* ... with files cut that end in a declaration */
		int times;
	} mend;

	/* A start tag that the parser waits for the end of: see tag.c. */
	struct {
		size_t offset, scanned, attrs;
		char quote;
	} tag;
};

/* ---- frame.c ---- */

/* The element that libxml2 sees around a part or an entity. */
#define FRAME_WRAPPER "lectern-entity"

/* A file, or text, that is open for reading. */
struct opened {
	struct input in;
	struct file_id id; /* zero: none */
};

/*
 * A frame over what was opened, which is *taken*, as are `path` and `open`:
 * the start tag to wrap a part or an entity in, NULL for the other kinds.
 */
struct frame_source {
	enum frame_kind kind;
	struct lines lines; /* FRAME_PLAIN */
	struct opened from;
	char *path;
	char *open;
	unsigned file;
	struct entity *entity;
	struct wire_place fixed;
	size_t base;
	struct select *select; /* taken by a FRAME_DOCUMENT */
	struct select_level selection;
	char *xpointer; /* taken */
};

struct frame *frame_new(
    struct feed *feed, struct frame *up, struct frame_source *src);
void frame_free(struct frame *f);

/* Reads and parses one more piece.  Only for a frame that runs. */
void frame_pump(struct frame *f);

/* Empties the wire, all of which has been handed out. */
void frame_reset_wire(struct frame *f);

/*
 * The place of `p`, which points into the parser's buffer; of the parser; of
 * the last `c` before the parser.  What lies before the last place that was
 * asked for gets that place.  The last two are for frames with a parser.
 */
struct wire_place frame_place(struct frame *f, const unsigned char *p);
struct wire_place frame_here(struct frame *f);
struct wire_place frame_back(struct frame *f, char c);

/* Leaves a splice at the end of the wire. */
struct splice *frame_splice(
    struct frame *f, enum splice_kind kind, struct wire_place at);

/* What references in this frame are relative to. */
const char *frame_base(const struct frame *f);

/* ---- fault.c ---- */

/* Reports at a place of the frame's file; NULL ends the arguments. */
void frame_diag(struct frame *f, struct wire_place at, enum diag_code code,
    const char *a, const char *b);

/* Reports in a file of declarations. */
void frame_diag_in(struct frame *f, const char *path, struct wire_place at,
    enum diag_code code, const char *what);

/* Reports, and ends this frame. */
void frame_fail(struct frame *f, struct wire_place at, enum diag_code code,
    const char *a, const char *b);

/* Reports, and ends the whole document. */
void frame_fatal(struct frame *f, struct wire_place at, enum diag_code code,
    const char *a, const char *b);

/* What libxml2 has to say: its structured error callback. */
struct _xmlError;
void frame_error(void *ctxt, struct _xmlError *error);

/* ---- sax.c ---- */

struct _xmlSAXHandler;
void sax_fill(struct _xmlSAXHandler *sax);

/* Appends text at a place, where text is shown. */
void sax_text(struct frame *f, struct wire_place at, const char *s, size_t len);

/* ---- tag.c ---- */

/*
 * Counts the attributes of a start tag that has not ended yet.  libxml2
 * compares each with each, and only then tells of the element.
 */
void tag_watch(struct frame *f);

/* ---- dtd.c ---- */

void dtd_fill(struct _xmlSAXHandler *sax);

/*
 * The declaration of an entity has just been read whose file libxml2 does not
 * take for a URI, as with a blank in its name: of a parameter entity it would
 * say no more.
 */
void dtd_odd_name(struct frame *f, const char *system);

/* The file of declarations in which the parser stands, and how many bytes of
 * it are behind; NULL: the document. */
const char *dtd_file_at(const struct frame *f, size_t *at);
const char *dtd_file(const struct frame *f);

/* Once in a process: silences libxml2 and closes its ways to files. */
void dtd_set_up(void);

/* ---- mend.c ---- */

/* Keeps what is about to be parsed, for as long as nothing is shown. */
void mend_keep(struct frame *f, const char *s, size_t len);

/* A fault: says whether the document can be begun again without the rest of the
 * file of declarations in which it is, and whether that is to be told. */
enum mend { MEND_NOT, MEND_QUIETLY, MEND_LOUDLY };
enum mend mend_fault(struct frame *f);

/* Cuts declarations read from a file, whose first line is `line`, before the
 * fault that was met there. */
void mend_declarations(
    struct frame *f, const char *path, struct buf *b, int line);

/* ---- expand.c ---- */

/* Puts what an entity reference stands for into the wire. */
void expand_reference(struct frame *f, struct wire_place at, const char *name);

/*
 * An attribute's value with its references replaced.  It lives until the
 * arena is released; NULL after a fault that ended the frame.
 */
const char *expand_attribute(
    struct frame *f, struct wire_place at, const char *value, size_t *len);

#endif

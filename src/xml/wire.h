/* SPDX-License-Identifier: ISC */
/*
 * wire.h - the records that carry a document from the parser to its reader
 *
 * Layer xml.  Knows nothing of libxml2.  The writer trusts itself; the reader
 * trusts nobody, since the writer is to run in a process that a hostile file
 * may have taken over: it checks sizes, names, nesting and text, and says
 * "malformed" for what does not hold.
 *
 * A record is a struct wire_rec and its body, padded to 4 bytes; with line 0 it
 * stands where the record before it does.  Numbers are in the machine's own
 * order: both ends are the same program.
 *
 *	kind		n	a	body
 *	START		attrs	name	n times (name, length), then the n values,
 *					each with a NUL behind it
 *	END			name
 *	TEXT			length	the text
 *	PI			name	the text, NUL
 *	NAME			ns	the local name, NUL; defines the next number
 *	FILE				the path, NUL; defines the next number
 *	AT			file	what follows comes from this file
 *	DIAG		args	code	the n arguments, each with a NUL
 *	UNWIND			depth	ends the open elements below this depth
 *	PROGRESS			two uint64_t: bytes read, bytes in all
 *	DONE			broken	the last record
 */
#ifndef LECTERN_XML_WIRE_H
#define LECTERN_XML_WIRE_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/vec.h"
#include "xml/xml.h"

enum wire_kind {
	WIRE_NONE,
	WIRE_START,
	WIRE_END,
	WIRE_TEXT,
	WIRE_PI,
	WIRE_NAME,
	WIRE_FILE,
	WIRE_AT,
	WIRE_DIAG,
	WIRE_UNWIND,
	WIRE_PROGRESS,
	WIRE_DONE,
	WIRE_COUNT
};

struct wire_rec {
	uint32_t size; /* bytes, with this head and the padding */
	uint16_t kind;
	uint16_t n;
	uint32_t a;
	int32_t line, col;
};

enum {
	WIRE_ATTRS_MAX = 1000, /* attributes of one element */
	WIRE_ARGS_MAX = 3,     /* arguments of a diagnostic */
	WIRE_DEPTH_MAX = 4096, /* elements open at once */
	WIRE_REC_MAX = 1 << 28 /* bytes of one record */
};

/* One attribute to be written. */
struct wire_attr {
	unsigned name;
	const char *value; /* no NUL needed */
	size_t len;
};

/* Where a record begins in its file. */
struct wire_place {
	int line, col;
};

/* ---- writing: each appends one record to `w` ---- */

void wire_start(struct buf *w, struct wire_place at, unsigned name,
    const struct wire_attr *attr, size_t n);
void wire_end(struct buf *w, struct wire_place at, unsigned name);
void wire_text(
    struct buf *w, struct wire_place at, const char *text, size_t len);

void wire_pi(struct buf *w, struct wire_place at, unsigned name,
    const char *text, size_t len);

/* A record of one number and one string of `len` bytes, without a place: NAME
 * and FILE, and with len 0 AT, UNWIND and DONE. */
void wire_put(
    struct buf *w, enum wire_kind kind, uint32_t a, const char *s, size_t len);

/* A diagnostic; NULL ends the arguments, of which there are at most
 * WIRE_ARGS_MAX.  It belongs to the file of the last AT record. */
void wire_diag(struct buf *w, struct wire_place at, enum diag_code code,
    const char *const *args);

void wire_progress(struct buf *w, uint64_t done, uint64_t all);

/* ---- reading ---- */

struct wire_name {
	enum xml_ns ns;
	char *local;
};

struct wire_reader {
	struct diags *diags;
	const char *p; /* records not yet read ... */
	size_t left;   /* ... and their bytes */
	VEC(struct wire_name) names;
	VEC(char *) files;
	VEC(unsigned) open; /* names of the open elements */
	VEC(struct xml_attr) attrs;
	struct buf clean;        /* text that had to be changed */
	size_t unwind;           /* the depth to go down to; SIZE_MAX: none */
	struct wire_place place; /* of the last record */
	unsigned file;
	uint64_t done, all; /* progress */
	int seen_root;
	int over, broken;
};

void wire_reader_init(struct wire_reader *r, struct diags *d);
void wire_reader_release(struct wire_reader *r);

/*
 * Gives the reader whole records; they are borrowed until it has asked for
 * more.  `records` must be aligned to 4 bytes.
 */
void wire_give(struct wire_reader *r, const char *records, size_t len);

/*
 * The next event: 1, or 0 when there is none in what was given.  After DONE,
 * and after records that do not hold, the open elements end and then comes
 * XML_DONE for ever.  The event points into the records or the reader; it is
 * good until the next call.
 */
int wire_next(struct wire_reader *r, struct xml_event *ev);

/* The writer is gone: closes what is open; the document is broken. */
void wire_cut(struct wire_reader *r);

#endif

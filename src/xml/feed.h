/* SPDX-License-Identifier: ISC */
/*
 * feed.h - a document, with all that it includes, as one run of wire records
 *
 * Layer xml.  The writer's side of the wire: what a child process will run.
 * Frames lie on a stack; the top one is parsed piece by piece and its records
 * are handed out up to the next splice, where another frame goes on top.
 */
#ifndef LECTERN_XML_FEED_H
#define LECTERN_XML_FEED_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"
#include "xml/folder.h"
#include "xml/frame.h"
#include "xml/names.h"

/*
 * What one document may cost.  Honest ones stay far below: 20,000 entities,
 * the 390 files of the PostgreSQL manual, sixteen times its 12 MB.
 */
enum {
	FEED_CHUNK = 65536,            /* bytes parsed at a time */
	FEED_NESTING_MAX = 40,         /* frames on the stack */
	FEED_INCLUDES_MAX = 25000,     /* files included ... */
	FEED_INCLUDED_MAX = 256 << 20, /* ... and their bytes, about */
	FEED_MARKUP_MAX = 100000,      /* entities put in as frames */
	FEED_REFERENCES_MAX = 1000000, /* entities expanded */
	FEED_EXPANDED = 16 << 20,      /* bytes that entities and defaults may
				       add, and FEED_RATIO for each byte read */
	FEED_RATIO = 8,
	FEED_BYTES_MAX = 1 << 30, /* bytes read from all files */
	FEED_SPACES_MAX = 500,    /* namespace declarations in force */
	FEED_NAMES_MAX = 100000   /* different names of anything */
};

struct feed_file {
	char *path; /* absolute */
};

/* A file of declarations of which only the beginning is read: see mend.c. */
struct feed_cut {
	char *path; /* absolute */
	size_t len;
	size_t fault; /* one that was met after so many bytes, or SIZE_MAX */
	int times;
};

struct feed {
	int dtd_unread; /* a DTD that may declare entities was not read */
	int parameters; /* a parameter entity was used, which may do so, too */
	unsigned undeclared; /* parameter entities used without being so */
	struct folder folder;
	struct frame *top;
	struct names names;
	struct buf first; /* records to go out before the top frame's */
	int first_out;    /* it was handed out */
	VEC(struct feed_file) files;
	VEC(struct feed_cut) cuts;
	unsigned at;          /* the file of the last AT record, plus 1 */
	size_t chunk;         /* bytes parsed at a time */
	int coarse;           /* text and ends get no places */
	void *dict;           /* libxml2's, shared by all parsers */
	struct names told;    /* what was complained about once */
	struct arena scratch; /* attribute values being expanded */
	VEC(struct wire_attr) attrs;
	size_t references, expanded, includes, markup;
	uint64_t bytes, included; /* read, in all and from included files */
	int over;
};

/*
 * A feed over what was opened, which is *taken*: the document of the folder,
 * which is taken too.  `chunk` is FEED_CHUNK but in tests.
 */
struct feed *feed_new(
    struct folder *folder, const struct opened *document, size_t chunk);
void feed_free(struct feed *feed);

/*
 * The next whole records, good until the next call; 0 when there are no more,
 * DONE having been the last.
 */
int feed_more(struct feed *feed, const char **records, size_t *len);

/* ---- for the frames ---- */

/* What is put in feed->first after this belongs to that file. */
void feed_speak_of(struct feed *feed, unsigned file);

/* Ends the document after what is in feed->first. */
void feed_finish(struct feed *feed, int broken);

/* The number of a file, made known to the reader. */
unsigned feed_file(struct feed *feed, const char *path);

/* 1 the first time that this word of a kind is told, and then 0. */
enum feed_kind {
	FEED_ENTITY,
	FEED_PARAMETER,
	FEED_PREFIX,
	FEED_DECLARATIONS, /* a file of them */
	FEED_CUT,          /* one that is not well-formed */
	FEED_LIMIT
};
int feed_tell(struct feed *feed, enum feed_kind kind, const char *word);

/* Accounts for what an entity adds; -1 when it is too much. */
int feed_charge(struct feed *feed, size_t bytes);

/* Why no further frame may be opened, or where `file` no file; or NULL. */
const char *feed_refuses(struct feed *feed, int file);

/* A diagnostic about a file, and its second argument. */
struct feed_fault {
	enum diag_code code;
	const char *what;
};

/*
 * Opens a file that the document names.  0, or -1 with a fault; for
 * DIAG_XML_ENCODING the encoding is in to->in.encoding.
 */
int feed_open(struct feed *feed, const char *path, const char *encoding,
    struct opened *to, struct feed_fault *fault);

#endif

/* SPDX-License-Identifier: ISC */
/*
 * xml.h - an XML document as a stream of events
 *
 * Layer xml: may include base and text.  The only room that knows libxml2.
 *
 * A stream is pulled: xml_next gives one event after the other.  libxml2's
 * authors advise against feeding it what strangers write, so it runs in a child
 * process with limits of time and memory and a filter of system calls (jail.h);
 * the records that come from there are checked as they are read.  With
 * LECTERN_PARSER=inside in the environment, and for data in memory, it runs in
 * this process: the same events come.
 *
 * Text is clean: valid UTF-8 without control characters (text_clean), entity
 * and character references replaced, CDATA as plain text.  White space is as
 * in the file.  A run of text may come in several events.
 *
 * Files are opened below one folder only, never through a link that leaves it;
 * nothing is fetched from a network and no DTD is loaded.
 */
#ifndef LECTERN_XML_XML_H
#define LECTERN_XML_XML_H

#include <stddef.h>

struct diags;
struct xml_stream;

enum xml_kind {
	XML_DONE,  /* the document is over; asked again, it is over again */
	XML_START, /* name, attr, n_attr */
	XML_END, /* name; one for every XML_START, even where input broke off */
	XML_TEXT, /* text, len */
	XML_WAIT, /* nothing yet, see xml_fd */
	XML_PI,   /* within the root element; name: the target; text, len: the
		   * rest */
};

enum xml_ns {
	XML_NS_NONE,
	XML_NS_DOCBOOK,
	XML_NS_QUIZ, /* urn:lectern:quiz:1 */
	XML_NS_XML,
	XML_NS_XLINK,
	XML_NS_XINCLUDE,
	XML_NS_MATHML,
	XML_NS_SVG,
	XML_NS_HTML,
	XML_NS_OTHER,
	XML_NS_COUNT
};

/* Names (namespace and local name) are small numbers, the same for the whole
 * stream, given out from 0 in the order of first use. */
struct xml_attr {
	unsigned name;
	const char *value; /* NUL behind it */
	size_t len;
};

/* Pointers are good until the next call of xml_next. */
struct xml_event {
	enum xml_kind kind;
	unsigned name;
	const char *text;
	size_t len;
	const struct xml_attr *attr;
	size_t n_attr;
	unsigned file; /* which file this came from: xml_file */
	int line, col; /* where it begins, from 1; col in characters */
};

struct xml_source {
	const char *path; /* the file to read; also its name in messages */
	const char
	    *root; /* nothing above it is read; NULL: the path's folder */
	const char *data; /* not NULL: read this instead of the file ... */
	size_t len;       /* ... so many bytes of it */
	int coarse; /* text and ends need no places: they get that of the tag or
		     * PI before them, which is faster */
};

/*
 * Begins to read a document.  `src` is borrowed for the call, `d` as long as
 * the stream lives; faults go there as they are met.  NULL, with a fault in
 * `d`, when the file cannot be opened.
 */
struct xml_stream *xml_open(const struct xml_source *src, struct diags *d);

/* Closes and frees; NULL is fine. */
void xml_close(struct xml_stream *x);

/*
 * The descriptor to wait on for more, or -1 where the parser runs in this
 * process.  From this call on xml_next does not wait: it says XML_WAIT when
 * nothing has come, and is to be asked again when the descriptor can be read.
 */
int xml_fd(struct xml_stream *x);

/*
 * The next event.  Faults in the XML end the document early: what was read
 * stays good, open elements are closed, xml_broken says 1 and `d` says why.
 */
void xml_next(struct xml_stream *x, struct xml_event *ev);

/* 1 when the document ended before its root element did. */
int xml_broken(const struct xml_stream *x);

/* Bytes read so far, and of the whole file (0 where that is not known). */
void xml_progress(const struct xml_stream *x, size_t *done, size_t *all);

/* Of a name: its local part, and its namespace. */
const char *xml_name(const struct xml_stream *x, unsigned name);
enum xml_ns xml_name_ns(const struct xml_stream *x, unsigned name);

/* The path of file number `file`, as messages should name it.  Lives as long
 * as the stream. */
const char *xml_file(const struct xml_stream *x, unsigned file);

#endif

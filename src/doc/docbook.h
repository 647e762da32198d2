/* SPDX-License-Identifier: ISC */
/*
 * docbook.h - a document from the events of an XML stream
 *
 * Layer doc: may include xml, text and base.
 */
#ifndef LECTERN_DOC_DOCBOOK_H
#define LECTERN_DOC_DOCBOOK_H

#include <stddef.h>

struct diags;
struct doc;
struct docbook;
struct profile;
struct xml_source;

/* How it is to be read; all zero: whole, with numbers. */
struct docbook_options {
	const struct profile *profile; /* leaves out what is not for the reader
					* (profile.h); borrowed; or NULL */
	int unnumbered; /* sections have no numbers; parts, chapters and
			 * appendixes keep theirs */
};

/*
 * Begins to read a document; `d` is borrowed until docbook_free and takes
 * the faults of the XML.  A root element that is not DocBook's is a fault, and
 * nothing is read.  NULL when the file cannot be opened, with the fault
 * in `d`.
 */
struct docbook *docbook_open(const struct xml_source *src, struct diags *d);

/* The same, in such a way; NULL: as usual. */
struct docbook *docbook_open_as(const struct xml_source *src,
    const struct docbook_options *how, struct diags *d);

/*
 * Takes up to `max` events into the document.  Returns 1 while there is more
 * to come, 0 once it is complete.
 */
int docbook_step(struct docbook *b, size_t max);

/*
 * The descriptor to wait on for more, or -1.  From this call on a step does
 * not wait for the parser; docbook_waits says that the last one found nothing,
 * and docbook_wait waits for more.
 */
int docbook_fd(struct docbook *b);
int docbook_waits(const struct docbook *b);
void docbook_wait(const struct docbook *b);

/* The document, which grows at each step; owned by the builder until taken. */
const struct doc *docbook_doc(const struct docbook *b);

/* Hands the document over to the caller (doc_free) and frees the builder;
 * what has not been read yet stays unread. */
struct doc *docbook_finish(struct docbook *b);

/* All at once: NULL when the file cannot be opened. */
struct doc *docbook_read(const struct xml_source *src,
    const struct docbook_options *how, struct diags *d);

#endif

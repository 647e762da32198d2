/* SPDX-License-Identifier: ISC */
/*
 * stream.h - the stream of xml.h, with what only tests want to set
 *
 * Layer xml.
 */
#ifndef LECTERN_XML_STREAM_H
#define LECTERN_XML_STREAM_H

#include <stddef.h>

#include "xml/xml.h"

struct xml_options {
	size_t chunk; /* bytes that the parser gets at a time */
	int walk;     /* open files without openat2 */
	int child;    /* parse in a process of its own */
};

/* As xml_open; the same events come, whatever the options. */
struct xml_stream *xml_open_with(const struct xml_source *src,
    const struct xml_options *options, struct diags *d);

#endif

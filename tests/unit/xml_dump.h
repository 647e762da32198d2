/* SPDX-License-Identifier: ISC */
/*
 * xml_dump.h - the events of a document as lines of text, for tests
 *
 *	1:4 <para id="p" xml:lang="en">	start: line, column, name, attributes
 *	1:4 [text]			runs of text joined, \n and \t spelled
 *	1:4 </para>
 *	1:4 <?target rest?>
 *	! file:1:4: what is wrong	the faults, at the end
 *	broken				where it is
 *
 * A name in a namespace has its number behind it, as in <para@1>; events of
 * another file than the first one have its path before them.
 */
#ifndef LECTERN_TESTS_XML_DUMP_H
#define LECTERN_TESTS_XML_DUMP_H

#include "base/buf.h"
#include "xml/stream.h"

/* Reads `src` to the end and appends what came. */
void xml_dump(struct buf *b, const struct xml_source *src,
    const struct xml_options *options);

#endif

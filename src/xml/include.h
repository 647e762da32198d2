/* SPDX-License-Identifier: ISC */
/*
 * include.h - what of a file is shown: inclusions, fallbacks, selections
 *
 * Layer xml.  XInclude 1.0 as far as documents use it.  An <xi:include>
 * becomes a splice, and what is between its tags is left out but for the
 * content of an <xi:fallback>; splice.c decides later which of the two is
 * read.  So does the text file that a <textdata> of DocBook names, or an
 * <imagedata format="linespecific">, as the content of that.  Of a file that is included by an xpointer only what it selects is
 * shown.
 */
#ifndef LECTERN_XML_INCLUDE_H
#define LECTERN_XML_INCLUDE_H

#include "xml/frame.h"

/*
 * An element has begun, f->open counting it, its attributes in feed->attrs.
 * 1 when its tag is not to be shown.
 */
int include_start(struct frame *f, struct wire_place at, unsigned name);

/* The element's tag is on the wire: what it names comes into it. */
void include_content(struct frame *f, struct wire_place at, unsigned name);

/* An element has ended, f->open no longer counting it; 1 as above.  To be
 * called while f->watching. */
int include_end(struct frame *f, struct wire_place at);

#endif

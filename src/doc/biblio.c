/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "doc/biblio.h"

#include <stddef.h>

#include "base/buf.h"
#include "doc/doc.h"

int
biblio_shows_label(const struct doc *doc, uint32_t n)
{
	uint32_t first = doc_first_child(doc, n);

	return first != DOC_NONE && doc_node(doc, first)->elem == ELEM_ABBREV &&
	    doc_node(doc, first)->start == doc_node(doc, n)->start;
}

void
biblio_label(const struct doc *doc, uint32_t n, struct buf *b)
{
	const char *label = doc_attr(doc, n, ATTR_XREFLABEL);

	if (label == NULL)
		label = doc_attr(doc, n, ATTR_ID);
	if (biblio_shows_label(doc, n))
		doc_plain(doc, doc_first_child(doc, n), b);
	else if (label != NULL)
		buf_adds(b, label);
	else
		buf_printf(b, "%u", doc_node(doc, n)->ordinal);
}

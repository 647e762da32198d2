/* SPDX-License-Identifier: ISC */
/* read_doc.h - a document from a string, for tests */
#ifndef LECTERN_TESTS_READ_DOC_H
#define LECTERN_TESTS_READ_DOC_H

#include <string.h>

#include "base/diag.h"
#include "doc/doc.h"
#include "doc/docbook.h"
#include "xml/xml.h"

/* Reads `s`, a few events at a time; faults are forgotten. */
static inline struct doc *
read_doc(const char *s)
{
	struct xml_source src = { .path = "test.xml", .data = s };
	struct docbook *b;
	struct diags diags;
	struct doc *doc;

	src.len = strlen(s);
	diags_init(&diags);
	b = docbook_open(&src, &diags);
	while (docbook_step(b, 3))
		;
	doc = docbook_finish(b);
	diags_release(&diags);
	return doc;
}

#endif

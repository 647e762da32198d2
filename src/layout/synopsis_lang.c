/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "layout/synopsis_lang.h"

#include <stddef.h>
#include <strings.h>

#include "doc/doc.h"

static const struct synopsis_lang languages[] = {
	{ "java", NULL, " extends ", " implements ", " throws ", " {", " {",
	    "}", "", " throws ", "", NULL, ";" },
	{ "c++", NULL, " : ", ", ", ", ", " {", " {", "};", "", " throw(", ")",
	    NULL, ";" },
	{ "cpp", NULL, " : ", ", ", ", ", " {", " {", "};", "", " throw(", ")",
	    NULL, ";" },
	{ "c#", NULL, " : ", ", ", ", ", " {", " {", "}", "", " throws ", "",
	    NULL, ";" },
	{ "idl", "interface", " : ", ", ", ", ", " {", " {", "};", "",
	    " raises(", ")", NULL, ";" },
	{ "python", NULL, "(", ", ", ", ", "):", ":", "", "def ", "  # raises ",
	    "", " -> ", "" },
	{ "perl", "package", ";\n@ISA = (", ", ", ", ", ");", ";", "", "sub ",
	    " throws ", "", NULL, ";" },
};

const struct synopsis_lang *
synopsis_lang(const struct doc *doc, uint32_t n)
{
	const char *name = doc_attr(doc, n, ATTR_LANGUAGE);
	uint32_t parent = doc_node(doc, n)->parent;
	size_t i;

	if (name == NULL && parent != DOC_NONE)
		name = doc_attr(doc, parent, ATTR_LANGUAGE);
	for (i = 0; i < sizeof(languages) / sizeof(*languages); i++) {
		if (name != NULL && strcasecmp(languages[i].name, name) == 0)
			return &languages[i];
	}
	return &languages[0];
}

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/script.h"

#include <string.h>

#include "base/buf.h"

/* From the Unicode blocks "Superscripts and Subscripts" and Latin-1. */
static const struct {
	char c;
	const char *raised, *lowered;
} forms[] = {
	{ '0', "\u2070", "\u2080" },
	{ '1', "\u00b9", "\u2081" },
	{ '2', "\u00b2", "\u2082" },
	{ '3', "\u00b3", "\u2083" },
	{ '4', "\u2074", "\u2084" },
	{ '5', "\u2075", "\u2085" },
	{ '6', "\u2076", "\u2086" },
	{ '7', "\u2077", "\u2087" },
	{ '8', "\u2078", "\u2088" },
	{ '9', "\u2079", "\u2089" },
	{ '+', "\u207a", "\u208a" },
	{ '-', "\u207b", "\u208b" },
	{ '=', "\u207c", "\u208c" },
	{ '(', "\u207d", "\u208d" },
	{ ')', "\u207e", "\u208e" },
	{ 'n', "\u207f", "\u2099" },
	{ 'i', "\u2071", "\u1d62" },
};

static const char *
form_of(char c, int raised)
{
	size_t i;

	for (i = 0; i < sizeof(forms) / sizeof(*forms); i++) {
		if (forms[i].c == c)
			return raised ? forms[i].raised : forms[i].lowered;
	}
	return NULL;
}

int
text_script(struct buf *b, const char *s, size_t len, int raised)
{
	size_t i, start = b->len;
	const char *form;

	for (i = 0; i < len; i++) {
		form = form_of(s[i], raised);
		if (form == NULL) {
			buf_truncate(b, start);
			return 0;
		}
		buf_adds(b, form);
	}
	return len > 0;
}

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/script.h"

#include <string.h>

#include "base/buf.h"

/*
 * From the Unicode blocks "Superscripts and Subscripts" and Latin-1; letters but
 * n and i from those of phonetics too.  A dash is meant for a minus, and what
 * stands high by itself stays as it is.
 */
static const struct {
	const char *plain, *raised, *lowered;
} forms[] = {
	{ "0", "\u2070", "\u2080" },
	{ "1", "\u00b9", "\u2081" },
	{ "2", "\u00b2", "\u2082" },
	{ "3", "\u00b3", "\u2083" },
	{ "4", "\u2074", "\u2084" },
	{ "5", "\u2075", "\u2085" },
	{ "6", "\u2076", "\u2086" },
	{ "7", "\u2077", "\u2087" },
	{ "8", "\u2078", "\u2088" },
	{ "9", "\u2079", "\u2089" },
	{ "+", "\u207a", "\u208a" },
	{ "-", "\u207b", "\u208b" },
	{ "=", "\u207c", "\u208c" },
	{ "(", "\u207d", "\u208d" },
	{ ")", "\u207e", "\u208e" },
	{ "n", "\u207f", "\u2099" },
	{ "i", "\u2071", "\u1d62" },
	{ "a", "\u1d43", "\u2090" },
	{ "b", "\u1d47", NULL },
	{ "c", "\u1d9c", NULL },
	{ "d", "\u1d48", NULL },
	{ "e", "\u1d49", "\u2091" },
	{ "f", "\u1da0", NULL },
	{ "g", "\u1d4d", NULL },
	{ "h", "\u02b0", "\u2095" },
	{ "j", "\u02b2", "\u2c7c" },
	{ "k", "\u1d4f", "\u2096" },
	{ "l", "\u02e1", "\u2097" },
	{ "m", "\u1d50", "\u2098" },
	{ "o", "\u1d52", "\u2092" },
	{ "p", "\u1d56", "\u209a" },
	{ "r", "\u02b3", "\u1d63" },
	{ "s", "\u02e2", "\u209b" },
	{ "t", "\u1d57", "\u209c" },
	{ "u", "\u1d58", "\u1d64" },
	{ "v", "\u1d5b", "\u1d65" },
	{ "w", "\u02b7", NULL },
	{ "x", "\u02e3", "\u2093" },
	{ "y", "\u02b8", NULL },
	{ "z", "\u1dbb", NULL },
	{ "\u2212", "\u207b", "\u208b" },
	{ "\u2013", "\u207b", "\u208b" },
	{ "*", "*", NULL },
	{ "\u00aa", "\u00aa", NULL },
	{ "\u00ae", "\u00ae", NULL },
	{ "\u00b0", "\u00b0", NULL },
	{ "\u00ba", "\u00ba", NULL },
	{ "\u2020", "\u2020", NULL },
	{ "\u2021", "\u2021", NULL },
	{ "\u2032", "\u2032", NULL },
	{ "\u2033", "\u2033", NULL },
	{ "\u2120", "\u2120", NULL },
	{ "\u2122", "\u2122", NULL },
	{ "TM", "\u2122", NULL },
};

/* More than "5th" or "xmax" is better read as it is. */
enum { LETTERS_MAX = 3 };

/* The form of what `s` begins with, which is `len` bytes, or NULL. */
static const char *
form_of(const char *s, size_t left, int raised, size_t *len)
{
	size_t i;

	for (i = 0; i < sizeof(forms) / sizeof(*forms); i++) {
		*len = strlen(forms[i].plain);
		if (*len <= left && memcmp(forms[i].plain, s, *len) == 0)
			return raised ? forms[i].raised : forms[i].lowered;
	}
	return NULL;
}

int
text_script(struct buf *b, const char *s, size_t len, int raised)
{
	size_t i, n, start = b->len;
	const char *form;
	int letters = 0;

	for (i = 0; i < len; i += n) {
		form = form_of(s + i, len - i, raised, &n);
		letters += s[i] >= 'a' && s[i] <= 'z';
		if (form == NULL || letters > LETTERS_MAX) {
			buf_truncate(b, start);
			return 0;
		}
		buf_adds(b, form);
	}
	return len > 0;
}

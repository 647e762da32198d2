/* SPDX-License-Identifier: ISC */
/*
 * book MEGABYTES: a DocBook book of about that size on standard output, the
 * same each time: chapters, sections, paragraphs with inline markup, lists,
 * listings, tables.  The word "quagga" stands in it once, near the end.
 */
#include "config.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static uint32_t state = 1;
static unsigned long long written;

/* A multiplicative congruential generator (Park and Miller, 1988). */
static uint32_t
chance(uint32_t below)
{
	state = (uint32_t)((uint64_t)state * 48271 % 2147483647);
	return state % below;
}

static void
put(const char *s)
{
	written += (unsigned long long)printf("%s", s);
}

static void
word(void)
{
	static const char *const syllables[] = { "ta", "ri", "mus", "ven",
		"cor", "pel", "lum", "bar", "is", "ac", "or", "en", "th", "qui",
		"so", "as" };
	uint32_t n = 1 + chance(4);

	while (n-- > 0)
		put(syllables[chance(16)]);
}

static void
words(uint32_t n)
{
	static const char *const marks[] = { "emphasis", "literal", "command",
		"filename", "quote" };

	for (; n > 0; n--) {
		if (chance(12) == 0) {
			const char *mark = marks[chance(5)];

			written += (unsigned long long)printf("<%s>", mark);
			word();
			written += (unsigned long long)printf("</%s>", mark);
		} else {
			word();
		}
		put(n == 1 ? "." : chance(9) == 0 ? ",\n" : " ");
	}
}

static void
para(void)
{
	put("<para>");
	words(20 + chance(80));
	put("</para>\n");
}

static void
list(void)
{
	uint32_t n = 2 + chance(6);

	put("<itemizedlist>");
	while (n-- > 0) {
		put("<listitem>");
		para();
		put("</listitem>");
	}
	put("</itemizedlist>\n");
}

static void
table(void)
{
	uint32_t rows = 2 + chance(10), col;

	put("<table><title>");
	words(4);
	put("</title><tgroup cols=\"3\"><tbody>\n");
	while (rows-- > 0) {
		put("<row>");
		for (col = 0; col < 3; col++) {
			put("<entry>");
			words(1 + chance(8));
			put("</entry>");
		}
		put("</row>\n");
	}
	put("</tbody></tgroup></table>\n");
}

static void
section(unsigned number)
{
	uint32_t blocks = 5 + chance(20);

	written += (unsigned long long)printf(
	    "<section xml:id=\"s%u\"><title>", number);
	words(3);
	put("</title>\n");
	while (blocks-- > 0) {
		switch (chance(10)) {
		case 0:
			list();
			break;
		case 1:
			table();
			break;
		case 2:
			put("<programlisting>\n");
			words(30);
			put("</programlisting>\n");
			break;
		default:
			para();
			break;
		}
	}
	put("</section>\n");
}

int
main(int argc, char **argv)
{
	unsigned long long size = argc < 2 ? 1 : strtoull(argv[1], NULL, 10);
	unsigned chapter, number = 0, i;

	size *= 1000000;
	put("<?xml version=\"1.0\"?>\n<book xmlns=\"http://docbook.org/ns/"
	    "docbook\" version=\"5.1\"><title>A large book</title>\n");
	for (chapter = 0; written < size; chapter++) {
		written += (unsigned long long)printf(
		    "<chapter><title>Chapter %u</title>\n", chapter);
		for (i = 0; i < 8; i++)
			section(number++);
		put("</chapter>\n");
	}
	put("<chapter><title>The last</title><para>Here is the quagga."
	    "</para><para>The end of it all.</para></chapter></book>\n");
	return 0;
}

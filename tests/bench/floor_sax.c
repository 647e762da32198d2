/* SPDX-License-Identifier: ISC */
/*
 * floor_sax FILE: parse a document with libxml2's SAX2 push parser and do
 * nothing with it.  What reading XML costs at the least.
 */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include <libxml/SAX2.h>
#include <libxml/parser.h>

static void
start(void *ctx, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
    int nb_ns, const xmlChar **ns, int nb_attr, int nb_default,
    const xmlChar **attr)
{
	(void)ctx, (void)name, (void)prefix, (void)uri, (void)nb_ns, (void)ns;
	(void)nb_attr, (void)nb_default, (void)attr;
}

static void
end(void *ctx, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
	(void)ctx, (void)name, (void)prefix, (void)uri;
}

static void
text(void *ctx, const xmlChar *s, int len)
{
	(void)ctx, (void)s, (void)len;
}

int
main(int argc, char **argv)
{
	xmlSAXHandler sax;
	xmlParserCtxtPtr ctxt;
	static char piece[65536];
	size_t n;
	FILE *f = argc < 2 ? NULL : fopen(argv[1], "rb");

	if (f == NULL)
		return 2;
	memset(&sax, 0, sizeof(sax));
	sax.initialized = XML_SAX2_MAGIC;
	sax.startElementNs = start;
	sax.endElementNs = end;
	sax.characters = text;
	sax.ignorableWhitespace = text;
	ctxt = xmlCreatePushParserCtxt(&sax, NULL, NULL, 0, argv[1]);
	xmlCtxtUseOptions(ctxt, XML_PARSE_NONET | XML_PARSE_HUGE);
	while ((n = fread(piece, 1, sizeof(piece), f)) > 0)
		xmlParseChunk(ctxt, piece, (int)n, 0);
	xmlParseChunk(ctxt, piece, 0, 1);
	xmlFreeParserCtxt(ctxt);
	fclose(f);
	return 0;
}

/* SPDX-License-Identifier: ISC */
/*
 * pull FILE: read a document through the xml layer, parser in its child and
 * all, and do nothing with its events.
 */
#include "config.h"

#include <stdio.h>

#include "base/diag.h"
#include "xml/xml.h"

int
main(int argc, char **argv)
{
	struct xml_source src = { .path = argv[1], .coarse = 1 };
	struct xml_event ev;
	struct diags diags;
	struct xml_stream *x;
	int broken;

	if (argc != 2)
		return 2;
	diags_init(&diags);
	x = xml_open(&src, &diags);
	if (x == NULL)
		return 1;
	do
		xml_next(x, &ev);
	while (ev.kind != XML_DONE);
	broken = xml_broken(x);
	xml_close(x);
	diags_release(&diags);
	return broken;
}

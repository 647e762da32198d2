/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "cli/cli.h"
#include "cli/common.h"
#include "doc/doc.h"
#include "doc/gentext.h"
#include "doc/index.h"
#include "layout/layout.h"

enum { WIDTH = 72 };

/* The section's number, or its title where it has none. */
static void
add_place(const struct doc *doc, uint32_t at, struct buf *b)
{
	size_t s = doc_section_at(doc, at), before = b->len;

	doc_label(doc, s, b);
	if (b->len == before)
		gentext_section(doc, s, b);
	buf_printf(b, ":%u: ", at);
}

/* `section:offset: line`, a line that has several matches once. */
static void
show(const struct doc *doc, const struct matches *found)
{
	struct layout_options opt = { .width = WIDTH };
	struct layout *l = layout_new(doc, &opt);
	const struct line *line, *last = NULL;
	struct buf b = BUF_INIT;
	size_t i;

	for (i = 0; i < found->all.n; i++) {
		uint32_t at = found->all.v[i].start;

		line = layout_line(l, layout_find(l, at));
		if (line == last)
			continue;
		last = line;
		buf_reset(&b);
		add_place(doc, at, &b);
		if (line != NULL)
			line_text(line, &b);
		buf_addc(&b, '\n');
		put_text(b.s);
	}
	buf_release(&b);
	layout_free(l);
}

/* -1 with a message when the text is no expression.  As in the reader, slashes
 * make one of it; here it takes two, for a path may end with one. */
static int
find(const struct cli *c, const struct text_index *ix, struct matches *found)
{
	const char *needle = c->arg[0];
	size_t n = strlen(needle);
	int slashes = n > 2 && needle[0] == '/' && needle[n - 1] == '/';
	struct buf why = BUF_INIT;
	int result = 0;

	if (c->opt[OPT_REGEX] != NULL)
		result = index_regex(ix, needle, n, found, &why);
	else if (slashes)
		result = index_regex(ix, needle + 1, n - 2, found, &why);
	else
		index_search(ix, needle, n, found);
	if (result < 0)
		complain("not an expression to search for: %s", why.s);
	buf_release(&why);
	return result;
}

int
cmd_search(const struct cli *c)
{
	struct matches found = { 0 };
	struct text_index *ix;
	struct opened o;
	int status = CLI_FAULT;

	if (c->n_arg == 0) {
		complain("search needs a text; see \"lectern help search\"");
		return CLI_USAGE;
	}
	if (opened_course(&o, c, 1) == 0) {
		ix = index_new(o.doc);
		while (index_update(ix, 65536))
			;
		if (find(c, ix, &found) < 0)
			status = CLI_USAGE;
		else if (found.all.n > 0)
			status = CLI_DONE;
		show(o.doc, &found);
		vec_release(&found.all);
		index_free(ix);
	}
	opened_release(&o);
	return status;
}

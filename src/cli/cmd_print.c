/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>

#include <unistd.h>

#include "base/buf.h"
#include "cli/cli.h"
#include "cli/common.h"
#include "doc/doc.h"
#include "doc/gentext.h"
#include "doc/tree.h"
#include "layout/layout.h"

enum { WIDTH_DEFAULT = 72, WIDTH_MAX = 1000, FLUSH_AT = 65536 };

enum { FORMAT_TEXT, FORMAT_TREE };

/* What is printed: the units that begin in [start, end). */
struct range {
	uint32_t start, end;
};

/* Writes what has been gathered; -1 when that failed, which has been said. */
static int
flush(struct buf *b)
{
	if (fwrite(b->s, 1, b->len, stdout) != b->len ||
	    fflush(stdout) == EOF) {
		complain_of_output();
		return -1;
	}
	buf_reset(b);
	return 0;
}

static int
print_units(const struct doc *doc, struct layout *l, struct range range)
{
	struct buf b = BUF_INIT;
	struct lines lines;
	size_t unit, i;
	int begun = 0, result = 0;

	for (unit = 0; result == 0 && unit < doc_units(doc); unit++) {
		const struct unit *u = doc_unit(doc, unit);

		if (u->start < range.start || u->start >= range.end)
			continue;
		lines = layout_unit(l, unit);
		for (i = 0; i < lines.n; i++) {
			/* No blank lines above the first. */
			begun |= lines.line[i].n > 0;
			if (!begun)
				continue;
			line_text(&lines.line[i], &b);
			buf_addc(&b, '\n');
		}
		if (b.len >= FLUSH_AT)
			result = flush(&b);
	}
	if (result == 0)
		result = flush(&b);
	buf_release(&b);
	return result;
}

static int
print_text(const struct doc *doc, struct range range, int width)
{
	struct layout_options opt = { .width = width };
	struct layout *l;
	int result;

	opt.ascii = !locale_is_utf8();
	l = layout_new(doc, &opt);
	result = print_units(doc, l, range);
	layout_free(l);
	return result == 0 ? CLI_DONE : CLI_FAULT;
}

static int
print_tree(const struct doc *doc, uint32_t node)
{
	struct buf b = BUF_INIT;

	tree_add(doc, node == DOC_NONE ? 1 : node, &b);
	put_text(b.s);
	buf_release(&b);
	return CLI_DONE;
}

/* One line a section, the document itself left out. */
static int
print_toc(const struct doc *doc, struct range range)
{
	struct buf b = BUF_INIT;
	size_t i;

	for (i = 1; i < doc_sections(doc); i++) {
		const struct section *s = doc_section(doc, i);

		if (s->start < range.start || s->start >= range.end)
			continue;
		buf_fill(&b, ' ', 2 * (s->depth - 1));
		gentext_label(doc, s->node, &b);
		if (b.len > 0 && strchr(" \n", b.s[b.len - 1]) == NULL)
			buf_adds(&b, "  ");
		gentext_section(doc, i, &b);
		buf_addc(&b, '\n');
	}
	put_text(b.s);
	buf_release(&b);
	return CLI_DONE;
}

static int
default_width(void)
{
	struct winsize ws;

	if (isatty(STDOUT_FILENO) &&
	    ioctl(STDOUT_FILENO, TIOCGWINSZ, &ws) == 0 && ws.ws_col > 0 &&
	    ws.ws_col < WIDTH_DEFAULT)
		return ws.ws_col;
	return WIDTH_DEFAULT;
}

static int
print_doc(const struct cli *c, const struct doc *doc, int format, int width)
{
	struct range range = { 0, UINT32_MAX };
	uint32_t node;

	if (option_section(c, doc, &node) == -1)
		return CLI_FAULT;
	if (node != DOC_NONE) {
		range.start = doc_node(doc, node)->start;
		range.end = doc_node(doc, node)->end;
		if (range.end == range.start)
			range.end++;
	}
	if (format == FORMAT_TREE)
		return print_tree(doc, node);
	if (c->opt[OPT_TOC] != NULL)
		return print_toc(doc, range);
	return print_text(doc, range, width);
}

/* Not so: what refers to a file or an id that is not there. */
static int
is_malformed(const struct opened *o)
{
	size_t i;

	if (o->doc != NULL && doc_broken(o->doc))
		return 1;
	for (i = 0; i < o->diags.all.n; i++) {
		if (o->diags.all.v[i].code == DIAG_XML_ENTITY)
			return 1;
	}
	return 0;
}

int
cmd_print(const struct cli *c)
{
	static const char *const formats[] = {
		[FORMAT_TEXT] = "text",
		[FORMAT_TREE] = "tree",
		NULL,
	};
	long width = option_number(c, OPT_WIDTH, default_width(), 1, WIDTH_MAX);
	struct opened o;
	int format = FORMAT_TEXT;
	int status = CLI_FAULT;

	if (width == -1 || option_word(c, OPT_FORMAT, formats, &format) == -1)
		return CLI_USAGE;
	if (opened_course(&o, c, 0) == 0)
		status = print_doc(c, o.doc, format, (int)width);
	/* What is not well-formed is printed as far as it goes. */
	if (is_malformed(&o))
		status = CLI_FAULT;
	opened_release(&o);
	return status;
}

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "doc/tree.h"

#include <string.h>

#include "base/buf.h"
#include "doc/doc.h"

enum { LEVEL_MAX = 60 };

static void
indent(struct buf *b, int level)
{
	buf_fill(b, ' ', 2 * (level < LEVEL_MAX ? level : LEVEL_MAX));
}

/* Text in quotes; the separator behind each block is no text. */
static void
text_add(
    const struct doc *doc, uint32_t from, uint32_t to, int level, struct buf *b)
{
	const char *s = doc_text(doc);

	while (from < to && s[from] == '\n')
		from++;
	while (to > from && s[to - 1] == '\n')
		to--;
	if (from >= to)
		return;
	indent(b, level);
	buf_addc(b, '"');
	for (; from < to; from++) {
		if (s[from] == '\n')
			buf_adds(b, "\\n");
		else if (s[from] == '\t')
			buf_adds(b, "\\t");
		else if (s[from] == '"' || s[from] == '\\')
			buf_printf(b, "\\%c", s[from]);
		else
			buf_addc(b, s[from]);
	}
	buf_adds(b, "\"\n");
}

static void
element_add(const struct doc *doc, uint32_t n, int level, struct buf *b)
{
	const struct node *node = doc_node(doc, n);
	const char *name = doc_attr(doc, n, ATTR_NAME);
	const char *value;

	indent(b, level);
	buf_adds(b, name != NULL ? name : elem_info[node->elem].name);
	for (int a = ATTR_NONE + 1; a < ATTR_COUNT; a++) {
		value = doc_attr(doc, n, (enum attr)a);
		if (value != NULL && a != ATTR_NAME)
			buf_printf(
			    b, " %s=\"%s\"", attr_name((enum attr)a), value);
	}
	if (node->ordinal > 0)
		buf_printf(b, " #%u", node->ordinal);
	if (elem_info[node->elem].class == CLASS_DIVISION &&
	    !(node->flags & NODE_HIDDEN)) {
		buf_adds(b, " number=");
		doc_label(doc, doc_section_of(doc, n), b);
	}
	if (node->flags & NODE_HIDDEN)
		buf_adds(b, " (hidden)");
	if (node->elem == ELEM_UNKNOWN)
		buf_adds(b, " (unknown)");
	buf_addc(b, '\n');
}

/* Without recursion: a document may be deep. */
void
tree_add(const struct doc *doc, uint32_t n, struct buf *b)
{
	uint32_t top = n, last = doc_node(doc, n)->last, at, up;
	int level = 0;

	element_add(doc, n, 0, b);
	at = doc_node(doc, n)->start;
	for (n++; n <= last + 1; n++) {
		uint32_t parent = n <= last ? doc_node(doc, n)->parent
					    : doc_node(doc, top)->parent;

		/* Close what ends before n. */
		for (up = n - 1; up != parent; up = doc_node(doc, up)->parent) {
			text_add(doc, at, doc_node(doc, up)->end, level + 1, b);
			at = doc_node(doc, up)->end;
			level--;
		}
		if (n > last)
			break;
		text_add(doc, at, doc_node(doc, n)->start, level + 1, b);
		at = doc_node(doc, n)->start;
		level++;
		element_add(doc, n, level, b);
	}
}

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "doc/build.h"
#include "xml/xml.h"

/*
 * Processing instructions that change what a document says are heeded:
 *
 *	<?dbchoice choice="or"?>	the word before the last of a list
 *	<?dbhtml start="4"?>		the first number of a list; so <?dbfo ...?>
 *	<?linebreak?>			a new line; <?asciidoc-br?> of AsciiDoc
 *
 * All others are about how it looks elsewhere, such as the names of files and
 * the widths of columns of a web page, and are passed over.
 */

/* Has the innermost element just begun, and does it have that role? */
static int
is_at_start_of(struct docbook *b, enum elem_role role)
{
	return b->stack.n > 0 && build_top(b)->role == role &&
	    build_top(b)->node == b->doc->nodes.n;
}

/* The value of name="value" in the instruction, and its length; NULL if it is
 * not there. */
static const char *
value_of(const struct xml_event *ev, const char *name, size_t *len)
{
	const char *s = ev->text, *end = s + ev->len, *close;
	size_t n = strlen(name);

	while ((s = memmem(s, (size_t)(end - s), name, n)) != NULL) {
		int whole = s == ev->text || strchr(" \t\n\"'", s[-1]) != NULL;

		s += n;
		if (!whole || end - s < 3 || s[0] != '=' ||
		    (s[1] != '"' && s[1] != '\''))
			continue;
		close = memchr(s + 2, s[1], (size_t)(end - s - 2));
		if (close == NULL)
			return NULL;
		*len = (size_t)(close - s - 2);
		return s + 2;
	}
	return NULL;
}

static void
choice(struct docbook *b, const struct xml_event *ev)
{
	size_t len;
	const char *value = value_of(ev, "choice", &len);

	if (value != NULL && is_at_start_of(b, ROLE_SIMPLE))
		build_set_attr(b, build_top(b)->node, ATTR_CHOICE, value, len);
}

static void
start(struct docbook *b, const struct xml_event *ev)
{
	size_t len;
	const char *value = value_of(ev, "start", &len);

	if (value == NULL || !is_at_start_of(b, ROLE_ORDERED))
		return;
	build_set_attr(b, build_top(b)->node, ATTR_STARTINGNUMBER, value, len);
	build_number(b, build_top(b)->node);
}

static void
line_break(struct docbook *b, const struct xml_event *ev)
{
	(void)ev;
	if (b->stack.n > 0 && !build_top(b)->hidden)
		build_break(b);
}

void
build_pi(struct docbook *b, const struct xml_event *ev)
{
	static const struct {
		const char *name;
		void (*act)(struct docbook *b, const struct xml_event *ev);
	} heeded[] = {
		{ "asciidoc-br", line_break },
		{ "dbchoice", choice },
		{ "dbfo", start },
		{ "dbhtml", start },
		{ "linebreak", line_break },
	};
	const char *name = xml_name(b->xml, ev->name);
	size_t i;

	for (i = 0; i < sizeof(heeded) / sizeof(*heeded); i++) {
		if (strcmp(heeded[i].name, name) == 0)
			heeded[i].act(b, ev);
	}
}

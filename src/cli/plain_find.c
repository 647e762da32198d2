/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "cli/plain_state.h"
#include "doc/doc.h"
#include "doc/gentext.h"
#include "tui/crumbs.h"

static void
show_match(struct plain *p, int wrapped)
{
	const struct match *m = search_current(&p->search);
	struct buf b = BUF_INIT;

	search_count(&p->search, p->doc, &b);
	if (wrapped == 1)
		buf_adds(&b, ", on from the other end");
	plain_put_line(b.s);
	buf_release(&b);
	if (m != NULL)
		plain_jump(p, m->start);
}

void
plain_search(struct plain *p, const char *arg)
{
	if (p->index == NULL) {
		p->index = index_new(p->doc);
		while (index_update(p->index, 65536))
			;
	}
	if (arg[0] != '\0')
		search_find(&p->search, p->index, arg);
	show_match(p, search_from(&p->search, plain_offset(p)));
}

void
plain_step(struct plain *p, int by)
{
	if (p->search.needle.len == 0)
		puts("Nothing has been searched for yet.");
	else
		show_match(p, search_step(&p->search, by));
}

void
plain_list_matches(struct plain *p)
{
	const struct line *shown = NULL;
	struct buf b = BUF_INIT;
	size_t i, last = (size_t)-1, here;

	for (i = 0; i < p->search.found.all.n; i++) {
		uint32_t at = p->search.found.all.v[i].start;
		const struct line *line, *old = shown;

		here = doc_section_at(p->doc, at);
		if (here != last) {
			crumbs_title(p->doc, here, &b);
			buf_addc(&b, '\n');
		}
		line = layout_line(p->layout, layout_find(p->layout, at));
		shown = line;
		if (here == last && line == old)
			continue;
		last = here;
		buf_adds(&b, "  ");
		if (line != NULL)
			line_text(line, &b);
		buf_addc(&b, '\n');
	}
	put_text(b.s);
	if (p->search.found.all.n == 0)
		puts("Nothing was found.");
	buf_release(&b);
}

/* The links of the page, numbered; their targets in `to`. */
static int
links(struct plain *p, uint32_t *to)
{
	struct layout_pos pos = p->top;
	const struct line *line;
	uint32_t i, last = DOC_NONE;
	int n = 0;

	while (pos.unit < p->next.unit ||
	    (pos.unit == p->next.unit &&
		(pos.line < p->next.line || p->at_end))) {
		line = layout_line(p->layout, pos);
		for (i = 0; line != NULL && i < line->n; i++) {
			uint32_t link = line->span[i].link;

			if (link != DOC_NONE && link != last && n < LINKS_MAX)
				to[n++] = link;
			last = link;
		}
		if (layout_move(p->layout, &pos, 1) == 0)
			break;
	}
	return n;
}

static void
say_link(struct plain *p, int number, uint32_t target)
{
	struct buf b = BUF_INIT;
	enum elem_role role = doc_role(p->doc, target);

	buf_printf(&b, "%d  ", number);
	if (role == ROLE_FOOTNOTE)
		doc_plain(p->doc, target, &b);
	else
		gentext_xref(p->doc, target, DOC_NONE, &b);
	plain_put_line(b.s);
	buf_release(&b);
}

void
plain_follow(struct plain *p, const char *arg)
{
	uint32_t to[LINKS_MAX];
	int n = links(p, to), i;
	long wanted = strtol(arg, NULL, 10);

	if (wanted >= 1 && wanted <= n) {
		plain_jump(p, doc_node(p->doc, to[wanted - 1])->start);
		return;
	}
	for (i = 0; i < n; i++)
		say_link(p, i + 1, to[i]);
	puts(n == 0 ? "No links on this page."
		    : "f and a number follows one: f 1");
}

void
plain_back(struct plain *p)
{
	if (p->back.n == 0)
		puts("Nothing to go back to.");
	else
		plain_go_offset(p, p->back.v[--p->back.n]);
}

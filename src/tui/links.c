/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <string.h>

#include "doc/doc.h"
#include "doc/gentext.h"
#include "tui/bar.h"
#include "tui/crumbs.h"
#include "tui/link_list.h"
#include "tui/reader.h"

static void
step_link(struct view *v, int by)
{
	struct reader *r = reader_of(v);
	struct link_list p = { 0 };
	int at;

	link_list_collect(&p, &r->page);
	at = link_list_selected(&p, r);
	if (p.links == 0) {
		reader_drop_link(r);
		tui_say(v->tui,
		    v->ops->where == CMD_IN_READER ? "No links on the screen."
						   : "No links in this.");
	} else if (at < 0) {
		link_list_select(r, &p, by > 0 ? 0 : p.links - 1);
	} else {
		link_list_select(r, &p, (at + by + p.links) % p.links);
	}
	link_list_release(&p);
}

void
reader_next_link(struct view *v)
{
	step_link(v, 1);
}

void
reader_prev_link(struct view *v)
{
	step_link(v, -1);
}

const char *
reader_outside(const struct doc *doc, uint32_t n)
{
	enum elem_role role = doc_role(doc, n);
	const char *url;

	if (role != ROLE_LINK && role != ROLE_ULINK && role != ROLE_OLINK)
		return NULL;
	url = doc_attr(doc, n, ATTR_URL);
	if (url == NULL)
		url = doc_attr(doc, n, ATTR_HREF);
	return url == NULL || url[0] == '#' ? NULL : url;
}

void
reader_link_hint(struct reader *r, struct bar *bar)
{
	struct tui *t = r->view.tui;
	struct buf b = BUF_INIT;
	const char *url = reader_outside(t->doc, r->target);
	enum elem_role role = doc_role(t->doc, r->target);

	if (url != NULL) {
		buf_printf(&b, "outside the course: %s", url);
	} else if (role == ROLE_FOOTNOTE) {
		buf_adds(&b, "to the footnote: ");
		doc_plain(t->doc, r->target, &b);
	} else {
		buf_adds(&b, "to ");
		gentext_xref(t->doc, r->target, DOC_NONE, &b);
	}
	bar_add(bar, url != NULL ? CMD_NONE : CMD_FOLLOW, b.s);
	buf_release(&b);
}

void
reader_follow_to(struct reader *r, uint32_t target)
{
	const char *url = reader_outside(r->page.doc, target);

	if (url == NULL)
		reader_jump(r, target);
	else
		tui_say(r->view.tui,
		    "%s is outside the course; nothing is opened.", url);
}

void
reader_follow(struct view *v)
{
	struct reader *r = reader_of(v);
	struct link_list p = { 0 };

	link_list_collect(&p, &r->page);
	if (r->selected.n > 0 && link_list_selected(&p, r) >= 0)
		reader_follow_to(r, r->target);
	else
		reader_line_down(v);
	link_list_release(&p);
}

int
reader_link_at(struct reader *r, int row, int col)
{
	const struct page *page = &r->page;
	struct link_list p = { 0 };
	int link = -1;
	size_t i;

	link_list_collect(&p, &r->page);
	for (i = 0; i < p.all.n && link < 0; i++) {
		const struct link_piece *piece = &p.all.v[i];
		int pan = page_line_pan(page, piece->at.pos);
		int from = page->col + piece->span->col - (pan > 0 ? pan : 0);

		if (page->area.row + piece->row == row && col >= from &&
		    col < from + piece->span->cols && col >= page->col)
			link = piece->link;
	}
	if (link >= 0)
		link_list_select(r, &p, link);
	link_list_release(&p);
	return link >= 0;
}

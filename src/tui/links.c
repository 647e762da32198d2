/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <string.h>

#include "doc/doc.h"
#include "doc/gentext.h"
#include "tui/crumbs.h"
#include "tui/reader.h"

/* A link is a row of pieces, one a span, that belong together. */
struct piece {
	struct page_span at;
	const struct span *span;
	int last_of_line;
	int first_of_line;
	int link; /* number of the link that it is part of */
};

struct pieces {
	VEC(struct piece) all;
	int links;
};

/* 1 if `b` goes on where `a` stops: next to it, or on the next line. */
static int
joins(const struct piece *a, const struct piece *b, int same_line)
{
	const struct span *s = a->span, *t = b->span;

	if (s->link != t->link)
		return 0;
	if (same_line)
		return b->at.span == a->at.span + 1 &&
		    t->col <= s->col + s->cols + 1;
	if (a->last_of_line && b->first_of_line)
		return 1;
	return s->offset != NO_OFFSET && t->offset != NO_OFFSET &&
	    t->offset >= s->offset + s->source_len &&
	    t->offset <= s->offset + s->source_len + 2;
}

/* The number of an earlier link that the piece belongs to, or a new one. */
static int
link_number(
    struct pieces *p, const struct piece *new, size_t line, size_t above)
{
	size_t i;

	for (i = p->all.n; i > above; i--) {
		if (joins(&p->all.v[i - 1], new, i > line))
			return p->all.v[i - 1].link;
	}
	return p->links++;
}

/* Adds the links of one line; `above` and `line` are where the pieces of the
 * line above and of this one begin. */
static void
add_line(struct pieces *p, struct layout_pos pos, const struct line *line,
    size_t above)
{
	size_t start = p->all.n;
	uint32_t i;

	for (i = 0; i < line->n; i++) {
		struct piece new = { .at = { pos, i }, .span = &line->span[i] };

		if (new.span->link == DOC_NONE)
			continue;
		new.first_of_line = i == 0;
		new.last_of_line = i + 1 == line->n;
		new.link = link_number(p, &new, start, above);
		vec_push(&p->all, new);
	}
}

/* All links on the screen. */
static void
collect(struct page *page, struct pieces *p)
{
	struct layout_pos pos = page->top;
	size_t above = 0, start;
	int row;

	for (row = 0; row < page->area.rows; row++) {
		const struct line *line = layout_line(page->layout, pos);

		if (line == NULL)
			break;
		start = p->all.n;
		add_line(p, pos, line, above);
		above = start;
		if (layout_move(page->layout, &pos, 1) == 0)
			break;
	}
}

/* The number of the selected link among those on the screen, or -1. */
static int
selected_link(const struct reader *r, const struct pieces *p)
{
	size_t i, k;

	for (i = 0; i < p->all.n; i++) {
		const struct page_span *a = &p->all.v[i].at;

		for (k = 0; k < r->selected.n; k++) {
			const struct page_span *b = &r->selected.v[k];

			if (a->span == b->span && a->pos.unit == b->pos.unit &&
			    a->pos.line == b->pos.line)
				return p->all.v[i].link;
		}
	}
	return -1;
}

static void
select_link(struct reader *r, const struct pieces *p, int link)
{
	size_t i;

	reader_drop_link(r);
	for (i = 0; i < p->all.n; i++) {
		if (p->all.v[i].link != link)
			continue;
		vec_push(&r->selected, p->all.v[i].at);
		r->target = p->all.v[i].span->link;
	}
}

static void
step_link(struct view *v, int by)
{
	struct reader *r = reader_of(v);
	struct pieces p = { 0 };
	int at;

	collect(&r->page, &p);
	at = selected_link(r, &p);
	if (p.links == 0) {
		reader_drop_link(r);
		tui_say(v->tui, "No links on the screen.");
	} else if (at < 0) {
		select_link(r, &p, by > 0 ? 0 : p.links - 1);
	} else {
		select_link(r, &p, (at + by + p.links) % p.links);
	}
	vec_release(&p.all);
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

/* The address of a link that leads out of the document, or NULL. */
static const char *
outside(const struct doc *doc, uint32_t n)
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
reader_link_hint(struct reader *r, struct buf *out)
{
	struct tui *t = r->view.tui;
	const char *url = outside(t->doc, r->target);
	enum elem_role role = doc_role(t->doc, r->target);

	if (url != NULL) {
		buf_printf(out, "outside the course: %s", url);
		return;
	}
	tui_key(t, CMD_FOLLOW, out);
	buf_adds(out, "  to ");
	if (role == ROLE_FOOTNOTE)
		buf_adds(out, "the footnote: ");
	if (role == ROLE_FOOTNOTE)
		doc_plain(t->doc, r->target, out);
	else
		gentext_xref(t->doc, r->target, DOC_NONE, out);
}

static void
follow(struct reader *r)
{
	const char *url = outside(r->page.doc, r->target);

	if (url == NULL)
		reader_jump(r, r->target);
	else
		tui_say(r->view.tui,
		    "%s is outside the course; nothing is opened.", url);
}

void
reader_follow(struct view *v)
{
	struct reader *r = reader_of(v);
	struct pieces p = { 0 };

	collect(&r->page, &p);
	if (r->selected.n > 0 && selected_link(r, &p) >= 0)
		follow(r);
	else
		reader_line_down(v);
	vec_release(&p.all);
}

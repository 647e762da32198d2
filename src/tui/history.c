/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <string.h>

#include "tui/reader.h"

/* Places kept for going back. */
enum { PLACES_MAX = 200 };

static void
push_place(struct page_places *p, struct page_place place)
{
	if (p->all.n == PLACES_MAX) {
		memmove(
		    p->all.v, p->all.v + 1, (p->all.n - 1) * sizeof(*p->all.v));
		p->all.n--;
	}
	vec_push(&p->all, place);
}

void
reader_push_place(struct reader *r)
{
	reader_leaves(r);
	push_place(&r->back, page_here(&r->page));
	r->forward.all.n = 0;
	r->lit = (struct match){ 0, 0 };
	reader_drop_link(r);
}

static void
go_back(struct reader *r, struct page_places *from, struct page_places *to)
{
	push_place(to, page_here(&r->page));
	page_return(&r->page, &from->all.v[--from->all.n]);
	r->lit = (struct match){ 0, 0 };
	reader_drop_link(r);
}

void
reader_back(struct view *v)
{
	struct reader *r = reader_of(v);

	if (r->back.all.n > 0)
		go_back(r, &r->back, &r->forward);
	else if (r->passage != NULL)
		tui_close(v);
	else
		tui_say(v->tui, "Nothing to go back to.");
}

void
reader_forward(struct view *v)
{
	struct reader *r = reader_of(v);

	if (r->forward.all.n > 0)
		go_back(r, &r->forward, &r->back);
	else
		tui_say(v->tui, "Nothing to go forward to.");
}

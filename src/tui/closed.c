/* SPDX-License-Identifier: ISC */
/*
 * closed.c - reading with the book closed
 *
 * The terms that the text introduces are lines to fill in, until each is
 * revealed: what one has said before looking is kept better.
 */
#include "config.h"

#include "tui/closed.h"

#include <stdlib.h>
#include <string.h>

#include "doc/doc.h"
#include "tui/reader.h"

static int
by_start(const void *a, const void *b)
{
	const struct match *x = a, *y = b;

	return x->start < y->start ? -1 : x->start > y->start;
}

void
closed_terms(
    const struct vocab *vocab, const struct doc *doc, struct closed *out)
{
	size_t i;

	for (i = 0; i < vocab->all.n; i++) {
		const struct vocab_entry *e = &vocab->all.v[i];
		const struct node *node = doc_node(doc, e->node);
		struct match m = { node->start, node->end };

		if (e->kind == VOCAB_FIRST)
			vec_push(&out->all, m);
	}
	if (out->all.n > 1)
		qsort(out->all.v, out->all.n, sizeof(*out->all.v), by_start);
}

void
closed_show(struct closed *c, size_t i)
{
	memmove(c->all.v + i, c->all.v + i + 1,
	    (c->all.n - i - 1) * sizeof(*c->all.v));
	c->all.n--;
}

void
reader_close_book(struct view *v)
{
	struct reader *r = reader_of(v);
	struct buf key = BUF_INIT;

	if (r->hidden.all.n > 0) {
		r->hidden.all.n = 0;
		tui_say(v->tui, "All terms are shown.");
		return;
	}
	closed_terms(reader_vocab(r), r->page.doc, &r->hidden);
	tui_key(v->tui, CMD_REVEAL, &key);
	if (r->hidden.all.n == 0)
		tui_say(v->tui, "This course marks no terms to hide.");
	else if (r->hidden.all.n == 1)
		tui_say(v->tui, "One term is hidden; %s shows it.", key.s);
	else
		tui_say(v->tui, "%zu %s hidden; %s shows the next one.",
		    r->hidden.all.n,
		    r->hidden.all.n == 1 ? "term is" : "terms are", key.s);
	buf_release(&key);
}

/* The first one on the screen. */
void
reader_reveal(struct view *v)
{
	struct reader *r = reader_of(v);
	size_t i, n = r->hidden.all.n;

	for (i = 0; i < n; i++) {
		if (page_row_of(&r->page, r->hidden.all.v[i].start) >= 0)
			break;
	}
	if (i == n) {
		tui_say(v->tui, "Nothing is hidden on this screen.");
		return;
	}
	closed_show(&r->hidden, i);
}

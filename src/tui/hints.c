/* SPDX-License-Identifier: ISC */
/*
 * hints.c - letters on the links of the screen
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "text/rich.h"
#include "tui/bar.h"
#include "tui/link_list.h"
#include "tui/reader.h"

/* The home row first: most screens need no other. */
static const char letters[] = "asdfghjklqwertyuiopzxcvbnm";

enum { LETTERS = sizeof(letters) - 1, LABEL_MAX = 3 };

struct hints {
	struct view view;
	struct reader *reader;
	struct link_list links;
	char typed[LABEL_MAX];
	int n; /* letters typed */
	int peek;
};

static struct hints *
hints_of(struct view *v)
{
	return (struct hints *)v;
}

/* Labels have all the same length, so that none begins another. */
static int
label_length(const struct hints *h)
{
	return h->links.links <= LETTERS          ? 1
	    : h->links.links <= LETTERS * LETTERS ? 2
						  : LABEL_MAX;
}

static void
make_label(const struct hints *h, int link, char *label)
{
	int n = label_length(h), i;

	for (i = n; i-- > 0; link /= LETTERS)
		label[i] = letters[link % LETTERS];
	label[n] = '\0';
}

static void
take(struct hints *h, int link)
{
	struct reader *r = h->reader;

	link_list_select(r, &h->links, link);
	if (h->peek)
		reader_peek_at(r, r->target);
	else
		reader_follow_to(r, r->target);
}

/* The link whose label has been typed in full, or -1. */
static int
chosen(const struct hints *h)
{
	char label[LABEL_MAX + 1];
	int i;

	for (i = 0; i < h->links.links && h->n == label_length(h); i++) {
		make_label(h, i, label);
		if (strncmp(label, h->typed, (size_t)h->n) == 0)
			return i;
	}
	return -1;
}

static int
hints_key(struct view *v, int key)
{
	struct hints *h = hints_of(v);
	int link;

	if (key <= 0 || key >= 128 || strchr(letters, key) == NULL) {
		tui_close(v);
		return 1;
	}
	h->typed[h->n++] = (char)key;
	link = chosen(h);
	if (link >= 0 || h->n == label_length(h))
		tui_close(v);
	if (link >= 0)
		take(h, link);
	return 1;
}

/* The label stands on the first letters of the link. */
static void
draw_label(const struct hints *h, struct canvas *c, const struct link_piece *p)
{
	const struct page *page = &h->reader->page;
	int pan = page_line_pan(page, p->at.pos);
	char label[LABEL_MAX + 1];
	int col = page->col + p->span->col - (pan > 0 ? pan : 0);

	make_label(h, p->link, label);
	if (strncmp(label, h->typed, (size_t)h->n) != 0 || col < page->col)
		return;
	canvas_move(c, page->area.row + p->row, col);
	canvas_puts(c, label, STYLE_CURRENT | STYLE_STRONG);
}

static void
hints_draw(struct view *v, struct canvas *c)
{
	struct hints *h = hints_of(v);
	struct bar bar;
	size_t i;
	int last = -1;

	for (i = 0; i < h->links.all.n; i++) {
		const struct link_piece *p = &h->links.all.v[i];

		if (p->link > last)
			draw_label(h, c, p);
		last = p->link > last ? p->link : last;
	}
	bar_init(&bar, v->tui);
	bar_add(&bar, CMD_NONE,
	    h->peek ? "Type the letter of what to peek at"
		    : "Type the letter of the link to follow");
	bar_end(&bar, CMD_CANCEL, "undo");
	bar_show(&bar);
}

static void
hints_close(struct view *v)
{
	link_list_release(&hints_of(v)->links);
	free(v);
}

/* Spans of lines do not outlive a change of the layout. */
static void
hints_resize(struct view *v, int rows, int cols)
{
	struct hints *h = hints_of(v);

	(void)rows;
	(void)cols;
	if (h->links.all.n > 0)
		tui_close(v);
}

static void
hints_grown(struct view *v)
{
	tui_close(v);
}

static const struct view_ops hints_ops = {
	.name = "hints",
	.where = CMD_IN_PROMPT,
	.key = hints_key,
	.resize = hints_resize,
	.grown = hints_grown,
	.draw = hints_draw,
	.close = hints_close,
};

static void
open_hints(struct reader *r, int peek)
{
	struct hints *h = xcalloc(1, sizeof(*h));
	struct link_list links = { 0 };

	h->view.ops = &hints_ops;
	h->reader = r;
	h->peek = peek;
	link_list_collect(&links, &r->page);
	if (links.links == 0 || links.links > LETTERS * LETTERS) {
		tui_say(r->view.tui, "No links on the screen.");
		link_list_release(&links);
		free(h);
		return;
	}
	reader_drop_link(r);
	tui_push(r->view.tui, &h->view);
	h->links = links;
	if (peek && links.links == 1) {
		tui_close(&h->view);
		take(h, 0);
	}
}

void
reader_hints(struct view *v)
{
	open_hints(reader_of(v), 0);
}

/* At the selected link, else at the only one, else at one to be chosen. */
void
reader_peek(struct view *v)
{
	struct reader *r = reader_of(v);
	struct link_list links = { 0 };
	int selected;

	link_list_collect(&links, &r->page);
	selected = link_list_selected(&links, r);
	link_list_release(&links);
	if (selected >= 0)
		reader_peek_at(r, r->target);
	else
		open_hints(r, 1);
}

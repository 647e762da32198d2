/* SPDX-License-Identifier: ISC */
/*
 * number.c - the numbers of paragraphs (doc/para.h)
 *
 * They stand to the left of the text, and ":2.1#3" goes to one, whether they are
 * shown or not.
 */
#include "config.h"

#include "doc/doc.h"
#include "doc/para.h"
#include "tui/page.h"
#include "tui/reader.h"

int
page_number(struct page *p, struct layout_pos pos)
{
	struct lines lines = layout_unit(p->layout, pos.unit);
	size_t i;

	for (i = 0; i < lines.n && lines.line[i].n == 0; i++)
		;
	return i == pos.line && i < lines.n ? para_number(p->doc, pos.unit) : 0;
}

void
reader_numbers(struct view *v)
{
	struct reader *r = reader_of(v);
	struct canvas_rect area = r->page.area;

	reader_drop_link(r);
	r->page.numbers = !r->page.numbers;
	page_resize(&r->page, &area);
	if (r->page.numbers && r->page.gutter < PAGE_NUMBER_COLS)
		tui_say(v->tui, "There is no room for numbers.");
}

int
reader_go_number(struct reader *r, const char *typed)
{
	uint32_t at;
	int found = para_find(r->page.doc, typed, reader_section(r), &at);

	if (found == 1) {
		reader_push_place(r);
		page_goto(&r->page, at);
		r->lit = (struct match){ at, at + 1 };
	} else if (found == -1) {
		tui_say(
		    r->view.tui, "That section has not so many paragraphs.");
	}
	return found != 0;
}

/* SPDX-License-Identifier: ISC */
/*
 * link_list.h - the links on the screen
 *
 * Layer tui.  A link is a row of pieces, one a span of a line, that belong
 * together; it may go on in the next line.
 */
#ifndef LECTERN_TUI_LINK_LIST_H
#define LECTERN_TUI_LINK_LIST_H

#include "base/vec.h"
#include "layout/lines.h"
#include "tui/page.h"

struct reader;

struct link_piece {
	struct page_span at;
	const struct span *span;
	int row; /* of the page */
	int last_of_line;
	int first_of_line;
	int link; /* number of the link that it is part of */
};

struct link_list {
	VEC(struct link_piece) all;
	int links;
};

/* All links that the page shows; valid until the layout next works. */
void link_list_collect(struct link_list *p, struct page *page);
void link_list_release(struct link_list *p);

/* The number of the link that the reader has selected, if it is on the
 * screen, or -1. */
int link_list_selected(const struct link_list *p, const struct reader *r);

/* Selects a link of the list. */
void link_list_select(struct reader *r, const struct link_list *p, int link);

#endif

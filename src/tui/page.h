/* SPDX-License-Identifier: ISC */
/*
 * page.h - a window on a document: where it stands, and how it is drawn
 *
 * Layer tui.  A place in the text is an offset.  The line at the top of the
 * window belongs to one width; when that changes it is found again by the
 * offset that the reader went to, so that going back to the old width gives
 * the old screen.
 *
 * The window has a gutter, in which rows are marked with '>', and lines of at
 * most PAGE_MEASURE columns (or what was asked for), somewhat off the left
 * edge where there is room.
 */
#ifndef LECTERN_TUI_PAGE_H
#define LECTERN_TUI_PAGE_H

#include <stddef.h>
#include <stdint.h>

#include "base/vec.h"
#include "doc/index.h"
#include "layout/layout.h"
#include "term/canvas.h"

struct doc;

/* [col] A number with a blank, and the gutter. */
enum { PAGE_NUMBER_COLS = 6 };

enum { PAGE_MEASURE = 72, PAGE_MEASURE_MIN = 20, PAGE_MEASURE_MAX = 200 };

/* A table or listing that is wider than the page. */
struct page_pan {
	size_t unit;
	enum layout_form form;
	int col; /* [col] of it that is at the left edge */
};

struct page {
	const struct doc *doc;
	struct layout *layout; /* NULL until the size is known */
	struct canvas_rect area;
	int measure; /* [col] longest line that is wanted */
	int ascii;
	int width;   /* [col] of the layout */
	int gutter;  /* [col] */
	int numbers; /* 1: paragraphs have theirs, PAGE_NUMBER_COLS */
	int col;     /* where the text begins */
	struct layout_pos top;
	uint32_t anchor; /* [byte] what a change of width keeps at the top */
	VEC(struct page_pan) pans;
};

/* A place to come back to exactly; at another width, by its offset. */
struct page_place {
	uint32_t anchor;
	struct layout_pos top;
	int width;
};

/* A piece of a link: one span of one line. */
struct page_span {
	struct layout_pos pos;
	uint32_t span; /* its number in the line */
};

/* A sign in the gutter, at the line that shows `at`. */
struct page_sign {
	uint32_t at;
	char sign;
};

/* What is drawn over the text; all zero bytes is nothing. */
struct page_marks {
	const struct match *match; /* ascending by start */
	size_t n_match;
	struct match current; /* one of them; start == end: none */
	struct match lit;     /* rows of this are marked in the gutter */
	const struct page_span *selected;
	size_t n_selected;
	const struct page_sign *sign; /* ascending by `at` */
	size_t n_sign;
	int focus; /* 1: only these units are drawn: */
	size_t focus_first, focus_last;
	const struct match *light; /* highlights: ascending, apart */
	size_t n_light;
	struct match chosen;        /* being selected; start == end: none */
	const struct match *hidden; /* ascending: drawn as lines to fill in */
	size_t n_hidden;
};

/* Borrows the document, which may go on growing. */
void page_init(struct page *p, const struct doc *doc, int ascii);
void page_release(struct page *p);

/* Where the page is on the screen; lays out anew if the width changed. */
void page_resize(struct page *p, const struct canvas_rect *area);

/* The longest line wanted, brought within PAGE_MEASURE_MIN and _MAX. */
void page_set_measure(struct page *p, int measure);

/* Forgets the layout: the document knows more now than when it was made. */
void page_refresh(struct page *p);

/* Scrolls by `n` lines, at most until the last line of the document is the
 * last on the screen.  Returns how far it went. */
int page_scroll(struct page *p, int n);

/* The line of text offset `at`, or of where node `n` begins, to the top. */
void page_goto(struct page *p, uint32_t at);
void page_goto_node(struct page *p, uint32_t n);

/* The end of the document to the bottom of the screen. */
void page_goto_end(struct page *p);

/* Moves only if [at, end) is not on the screen; then to a third of it. */
void page_show(struct page *p, uint32_t at, uint32_t end);

/* To the beginning of the next block of text, or to that of this one and then
 * of the one before.  Returns 0 if there is none. */
int page_next_block(struct page *p);
int page_prev_block(struct page *p);

/* To the beginning of the block at the top of the screen. */
void page_block_top(struct page *p);

/* Where the block after the one that shows `at` begins, or for by < 0 the one
 * before, if the screen shows it; else 0. */
int page_step_block(struct page *p, uint32_t at, int by, uint32_t *to);

/* 1 if the last line of the document is on the screen. */
int page_at_end(struct page *p);

/* The row of the screen that shows `at`, counted from the top of the page, or
 * -1.  A table has its text in columns, so this looks at what is drawn. */
int page_row_of(struct page *p, uint32_t at);

/* [byte] the first place on the screen, and one behind the last line's. */
uint32_t page_offset(struct page *p);
uint32_t page_end(struct page *p);

struct page_place page_here(const struct page *p);
void page_return(struct page *p, const struct page_place *place);

/*
 * page_wide.c: what is wider than the page.  The first table or listing on the
 * screen that does not fit, or with `table` the first table; 0 if there is none.
 */
int page_find_wide(struct page *p, int table, size_t *unit);

/* Columns from where the text begins to the right edge of the area. */
int page_room(const struct page *p);

/* Sets how a unit is set; it is shown from its left edge. */
void page_set_form(struct page *p, size_t unit, enum layout_form form);

/* Which column of a unit is at the left edge; another one, brought within
 * bounds: 1 if it changed. */
int page_pan(const struct page *p, size_t unit);
int page_set_pan(struct page *p, size_t unit, int col);

/* How far a line is moved to the left; -1: it is none that could be. */
int page_line_pan(const struct page *p, struct layout_pos pos);

/* For page.c: a wide unit is moved so that the place can be seen. */
void page_show_col(struct page *p, uint32_t at);

/* For page.c: the layout is a new one. */
void page_apply_forms(struct page *p);

/* number.c: that of the paragraph of which this is the first line, else 0. */
int page_number(struct page *p, struct layout_pos pos);

void page_draw(
    struct page *p, struct canvas *c, const struct page_marks *marks);

/* Draws the line of text that shows `at` in row and column of `where`, without
 * its indent and the gutter. */
void page_draw_line_of(struct page *p, struct canvas *c,
    const struct canvas_rect *where, uint32_t at,
    const struct page_marks *marks);

/* Draws a match with what stands around it in running text, as far as there
 * is room in `where`; whole words. */
void page_draw_context(struct page *p, struct canvas *c,
    const struct canvas_rect *where, const struct match *match,
    const struct page_marks *marks);

/* The position of the line that shows `at`, looked for among what is drawn. */
struct layout_pos page_find(struct page *p, uint32_t at);

#endif

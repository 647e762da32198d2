/* SPDX-License-Identifier: ISC */
/*
 * reader.h - the document, to be read
 *
 * Layer tui.  The view at the bottom of the stack; a second one shows the
 * passage that a question is about (tui_open_passage).  Its commands are in
 * several files: move.c (moving and sections), links.c, history.c (back and
 * forward), find.c (search); contents.c and palette.c are views that move it.
 */
#ifndef LECTERN_TUI_READER_H
#define LECTERN_TUI_READER_H

#include "base/vec.h"
#include "course/place.h"
#include "course/reading.h"
#include "doc/vocab.h"
#include "tui/app.h"
#include "tui/closed.h"
#include "tui/margin.h"
#include "tui/page.h"
#include "tui/search.h"

struct bar;

/* What is known of where to begin. */
enum reader_start {
	START_DONE,    /* it has begun */
	START_SECTION, /* at an id that has not come yet */
	START_PLACE,   /* at a place that has not come yet */
};

/* The contents beside the text. */
enum reader_pin {
	PIN_AUTO, /* as the settings and the screen have it */
	PIN_ON,
	PIN_OFF,
};

struct page_places {
	VEC(struct page_place) all;
};

struct reader {
	struct view view;
	struct page page;
	struct search search;
	struct page_places back, forward;
	struct match lit; /* what was jumped to, marked in the gutter */

	VEC(struct page_span) selected; /* the pieces of the selected link */
	uint32_t target;                /* what it leads to */

	int focus;           /* 1: only the paragraph at the top is shown */
	struct match chosen; /* the passage that is being selected */

	struct closed hidden; /* terms of a closed book */
	enum reader_pin pin;
	enum reader_start start;
	struct read_place place; /* of START_PLACE */
	struct margin margin;
	struct reading seen; /* without sums until they are asked for */
	uint32_t shown_end;  /* [byte] behind what is on the screen */
	uint32_t read_to; /* [byte] of that, what there was the time to read */
	struct buf card;  /* said on opening, until a key; "" not */
	size_t card_due;  /* [byte] where it says what is due */
	int offers_tour;  /* the card does */
	struct vocab *vocab; /* NULL until they are asked for */
	char *passage; /* what closing comes back to; NULL: the reader itself */
};

/* The reader of the program; begins where the options or the place say. */
struct view *reader_new(struct tui *t);

/* 1 while more of the document is needed for the first screen. */
int reader_wants_more(struct view *v);

/* Keeps the place for the next time, unless it should not be kept. */
void reader_remember(struct view *v);

/* A reader that is part of another view, the first of it; its end, which frees
 * the view as well. */
void reader_init(struct reader *r, struct tui *t);
void reader_free(struct view *v);

/* The reader that `v` is. */
struct reader *reader_of(struct view *v);

/* The section at the top of the screen. */
size_t reader_section(struct reader *r);

/* Remembers the present place for going back to. */
void reader_push_place(struct reader *r);

/* A jump: the place is remembered, then the node goes to the top, marked if it
 * is no section; a footnote that can be seen is only marked. */
void reader_jump(struct reader *r, uint32_t n);
void reader_jump_section(struct reader *r, size_t section);

/* Searches anew, for `needle`; the current match is the first at `from` or
 * behind.  Does not move. */
void reader_find(struct reader *r, const char *needle, uint32_t from);

/* Brings the current match on the screen. */
void reader_show_match(struct reader *r);

/* The words that the document names; read to its end for that. */
const struct vocab *reader_vocab(struct reader *r);

/* No link is selected any more. */
void reader_drop_link(struct reader *r);

/* resume.c: what is said on coming back to offset `at`, unless that was only a
 * while ago; drawing it; how long the rest will take; and the pace. */
void reader_card(struct reader *r, uint32_t at);
void reader_card_new(struct reader *r);

/* recall.c: "x 5 questions", `where` behind it, ", 2 due"; nothing if there
 * are none to ask on a section. */
void reader_quiz_hint(
    const struct reader *r, size_t section, const char *where, struct buf *out);

/* The questions are known: says how many are due, on the card or, without
 * one, in the status line. */
void reader_say_due(struct view *v);
void reader_draw_card(struct reader *r, struct canvas *c);
void reader_say_place(struct view *v);
int reader_minutes(struct reader *r);
void reader_paced(struct reader *r, uint32_t from);

/* resume.c: what was read, once the document is complete; and that what is on
 * the screen may have been, as it goes. */
const struct reading *reader_seen(struct reader *r);
void reader_leaves(struct reader *r);

/* traces.c: one column for a section that was read, was in part, was not;
 * appends ", 5 of 33 read" unless none was begun; the first sign of a mark or a
 * note, with `whole` in what it is made of as well, 0 if there is none. */
const char *reader_seen_sign(struct reader *r, size_t section);
void reader_seen_count(struct reader *r, struct buf *out);
char reader_mark_sign(const struct reader *r, size_t section, int whole);

/* reader_draw.c: in percent, how much lies above the screen. */
unsigned reader_percent_read(struct reader *r);

/* reader_draw.c: the page between header and status line. */
void reader_draw(struct view *v, struct canvas *c);

/* move.c */
void reader_line_down(struct view *v);
void reader_line_up(struct view *v);
void reader_half_down(struct view *v);
void reader_half_up(struct view *v);
void reader_page_down(struct view *v);
void reader_page_up(struct view *v);
void reader_top(struct view *v);
void reader_bottom(struct view *v);
void reader_percent(struct view *v);
void reader_para_down(struct view *v);
void reader_para_up(struct view *v);
void reader_next_section(struct view *v);
void reader_prev_section(struct view *v);
void reader_next_sibling(struct view *v);
void reader_prev_sibling(struct view *v);
void reader_parent(struct view *v);
void reader_wider(struct view *v);
void reader_narrower(struct view *v);

/* links.c, history.c */
void reader_next_link(struct view *v);
void reader_prev_link(struct view *v);
void reader_follow(struct view *v);
void reader_back(struct view *v);
void reader_forward(struct view *v);

/* Follows a link: to its target, or says that it leads out of the course. */
void reader_follow_to(struct reader *r, uint32_t target);

/* The address of a link that leads out of the document, or NULL. */
const char *reader_outside(const struct doc *doc, uint32_t n);

/* Selects the link that the cell of the screen shows; 0 if there is none. */
int reader_link_at(struct reader *r, int row, int col);

/* hints.c: letters on the links, to follow or to peek at one. */
void reader_hints(struct view *v);
void reader_peek(struct view *v);

/* peek.c: a small window on node `n`, on top of `r`. */
void reader_peek_at(struct reader *r, uint32_t n);

/* jots.c: the place that is meant: the match on the screen, what was jumped
 * to, else the top. */
uint32_t reader_place(struct reader *r);

/* copy.c; copy_text hands over what ends no line yet, and says so. */
void reader_copy(struct view *v);
void copy_text(struct tui *t, struct buf *text);
void reader_theme(struct view *v);

/* number.c: shows the numbers of paragraphs or not; goes to "2.1#3" or, in this
 * section, "#3": 0 if that is not what was typed. */
void reader_numbers(struct view *v);
int reader_go_number(struct reader *r, const char *typed);

/* select.c */
void reader_select(struct view *v);

/* closed.c */
void reader_close_book(struct view *v);
void reader_reveal(struct view *v);

/* focus.c: one paragraph at a time.  The units that are shown; to the next or
 * the one before, 0 if that is a matter of scrolling. */
void reader_focus(struct view *v);
void focus_range(struct page *p, size_t *first, size_t *last);
int focus_down(struct reader *r);
int focus_up(struct reader *r);

/* wide.c: tables and listings that are wider than the page. */
void reader_pan_left(struct view *v);
void reader_pan_right(struct view *v);
void reader_cards(struct view *v);
void reader_wide(struct view *v);

/* refs.c: what refers to the section at the top. */
void reader_refs(struct view *v);

/* Adds what the selected link leads to, in a few words. */
void reader_link_hint(struct reader *r, struct bar *bar);

/* find.c */
void reader_search(struct view *v);
/* Says that nothing was searched for that could be gone to. */
void reader_no_search(struct tui *t);
void reader_next_match(struct view *v);
void reader_prev_match(struct view *v);

/* Where the section that is read ends on the screen: what x asks there. */
void reader_draw_end(struct reader *r, struct canvas *c);

/* How a section is remembered, for the contents. */
enum recall_form {
	RECALL_SIGN, /* a sign of one column */
	RECALL_WORD, /* a word and the sign */
	RECALL_DUE,  /* and before them how many questions are due */
};

/* Appends it, or nothing where no question was answered yet or the section has
 * none; returns its style. */
unsigned reader_recall(const struct reader *r, size_t section,
    enum recall_form form, struct buf *out);

#endif

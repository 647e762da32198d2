/* SPDX-License-Identifier: ISC */
/*
 * quiz_sheet.h - what a question looks like, in lines
 *
 * Layer tui.  A sheet is made anew whenever something of the question changes:
 * the case, the stem, the options or the line to type in, the hints taken,
 * and when it has been judged, the verdict and what there is to learn from
 * it.  Every meaning is in a word or a sign; styles only add to it.
 */
#ifndef LECTERN_TUI_QUIZ_SHEET_H
#define LECTERN_TUI_QUIZ_SHEET_H

#include <stdint.h>

#include "base/arena.h"
#include "base/vec.h"
#include "layout/lines.h"
#include "term/canvas.h"
#include "tui/list.h"
#include "tui/quiz_try.h"

struct doc;
struct item;
struct rich;
struct tui;
struct verdict;

/* A question and how far it has come. */
struct sheet_item {
	const struct item *item;
	const unsigned char *order; /* as session_order() */
	const char *note;           /* goes before all else; or NULL */
	unsigned hints;             /* so many of its hints are shown */
	const struct quiz_try *try; /* the answer, as far as there is one */
	int live; /* 1: it can still be changed: the cursor is shown */
	int sure; /* 1: the student is asked how sure he is */
	const char
	    *next; /* when it comes again, said behind a verdict; or NULL */
	const struct verdict *verdict; /* NULL: none (yet), or not to be told */
};

/* Lines [from, to) of a sheet; from < 0: not there. */
struct sheet_part {
	int from, to;
};

struct sheet {
	const struct doc *doc; /* that the items are about */
	int ascii;
	int airy;  /* 1: with blank lines that it could do without */
	int width; /* [col] */
	struct arena arena;
	VEC(struct line) lines;
	struct sheet_part options;
	struct sheet_part cursor;  /* the option or part that has it */
	int mark_line, mark_col;   /* the terminal's cursor; line -1: nowhere */
	struct sheet_part field;   /* where the answer is typed */
	struct sheet_part hint;    /* the last one, or an answer to grade */
	struct sheet_part sure;    /* how sure are you? */
	struct sheet_part verdict; /* to the end of the sheet */
	struct list scroll;        /* rows of it that are on the screen */
};

void sheet_init(struct sheet *s, const struct tui *t);
void sheet_release(struct sheet *s);

/* Fits it to the body of the screen; it must be set anew after that. */
void sheet_resize(struct sheet *s, const struct tui *t);

/* Sets a question in lines, loosely if all of it is then on the screen. */
void sheet_set(struct sheet *s, const struct sheet_item *what);

/* Empties it, and adds paragraphs one by one. */
void sheet_reset(struct sheet *s);
void sheet_add(struct sheet *s, const struct rich *r);
void sheet_add_string(struct sheet *s, const char *text, unsigned style);
void sheet_blank(struct sheet *s);

/* The first line from column `first` on, the others from `rest` on. */
void sheet_add_at(struct sheet *s, const struct rich *r, int first, int rest);

/* quiz_ways.c: the stem, gaps with what is in them; and what is put together of
 * parts, steps, grades and criteria. */
void sheet_add_stem(struct sheet *s, const struct sheet_item *what);
void sheet_add_way(struct sheet *s, const struct sheet_item *what);

/* A blank line where there is room for such. */
void sheet_pause(struct sheet *s);

/* The word RIGHT or WRONG with all that there is to learn from it, as part
 * `verdict`; sheet_set does so where there is a verdict. */
void sheet_add_verdict(struct sheet *s, const struct sheet_item *what);

/* The style of that word. */
unsigned sheet_outcome_style(const struct verdict *v);

/* Scrolls so that as much of a part as possible is on the screen, its
 * beginning in any case. */
void sheet_show(struct sheet *s, struct sheet_part part);

/* 1 when a part is on the screen, all of it. */
int sheet_sees(const struct sheet *s, struct sheet_part part);

/* Draws it into the body of the screen. */
void sheet_draw(const struct sheet *s, struct tui *t, struct canvas *c);

/* The row of the screen where line `line` is, or -1; the column where lines
 * begin. */
int sheet_row(const struct sheet *s, const struct tui *t, int line);
int sheet_col(const struct tui *t);

/* Opens the first passage that an item names; `back` as tui_open_passage. */
void sheet_open_passage(
    struct tui *t, const struct item *item, const char *back);

#endif

/* SPDX-License-Identifier: ISC */
/*
 * quiz_try.h - an answer that is being put together, or was given
 *
 * Layer tui.  What the student ticked, chose, typed, moved and wrote so far,
 * for every way of asking (quiz/kind.h), and what keys do to it.  The sheet
 * draws it, the quiz view makes a response of it.
 */
#ifndef LECTERN_TUI_QUIZ_TRY_H
#define LECTERN_TUI_QUIZ_TRY_H

#include <stddef.h>
#include <stdint.h>

#include "quiz/item.h"
#include "quiz/memory.h"
#include "tui/edit.h"

struct response;
struct session_result;

struct quiz_try {
	const struct item *item;    /* NULL: of none */
	const unsigned char *order; /* as session_order() */
	int at; /* place of an option, of a step, of a part or a criterion;
		 * -1: on no option yet */
	uint32_t ticked;                   /* options, or criteria met */
	int picked[ITEM_PARTS_MAX];        /* option of each part, or -1 */
	struct edit typed[ITEM_PARTS_MAX]; /* of each part; typed[0] is also a
					    * line, and what is written before
					    * a rubric is seen */
	unsigned char arranged[ITEM_OPTIONS_MAX]; /* steps as they stand */
	int grabbed;  /* the step at hand goes where the cursor goes */
	int moved;    /* a step was moved */
	int revealed; /* the answer was seen, and is to be graded */
	enum memory_rating grade;
};

void try_init(struct quiz_try *t);
void try_release(struct quiz_try *t);

/* Empties it, for an item in the order in which it is shown. */
void try_begin(
    struct quiz_try *t, const struct item *it, const unsigned char *order);

/* Makes it the answer that was given. */
void try_restore(struct quiz_try *t, const struct session_result *r);

/* Puts the cursor into an answer that was given, to change it. */
void try_resume(struct quiz_try *t);

/* 1 while nothing was put together. */
int try_is_blank(const struct quiz_try *t);

/* Which of `typed` letters go to now; -1 where they are keys. */
int try_line(const struct quiz_try *t);

/* Understands it, as answer_... does: 0, or -1 with r->reason. */
int try_read(const struct quiz_try *t, struct response *r);

/* What there is to go through with the cursor. */
int try_rows(const struct quiz_try *t);

/* Picks or ticks the option, or the criterion, at a place; of a part its
 * option at that place, and goes on to the next part that is open. */
void try_pick(struct quiz_try *t, int place);

/* The next option (by 1) or the one before (-1) of the part at hand. */
void try_turn(struct quiz_try *t, int by);

/* Moves the step at the cursor, and the cursor with it; 0: it is at the end. */
int try_move_step(struct quiz_try *t, int by);

/* To the next part that is open, in a circle; 0 when there is none. */
int try_next_open(struct quiz_try *t);

/* The part at hand, or NULL. */
const struct part *try_part(const struct quiz_try *t);

/* The place at which an option of a part is shown, from 0. */
int try_place(const struct quiz_try *t, const struct part *p, int option);

/* 1 while the answer to part `i` is empty. */
int try_is_open(const struct quiz_try *t, size_t i);

#endif

/* SPDX-License-Identifier: ISC */
/*
 * answer.h - what the learner gave, understood
 *
 * Layer quiz: may include base and text.  An answer that makes no sense (a
 * letter where a number is asked, a letter beyond the options, nothing at all,
 * a thousand characters, control bytes) is refused with a reason: the face
 * shows that one line and asks again, and the answer counts for nothing.
 */
#ifndef LECTERN_QUIZ_ANSWER_H
#define LECTERN_QUIZ_ANSWER_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "quiz/item.h"
#include "quiz/kind.h"

enum { ANSWER_MAX = 1000 }; /* characters of a typed line */

enum {
	UNIT_NONE = -1,  /* a bare number */
	UNIT_OTHER = -2, /* a unit that the item does not know */
};

struct response {
	uint32_t ticked;   /* bit i: option i of the item, however shuffled */
	double number;     /* as typed, in its unit */
	int unit;          /* index of numeric.unit, or UNIT_... */
	struct buf text;   /* for the log: what was typed; for options the keys
			      of those ticked, a blank between two */
	struct buf norm;   /* for the log: the same as it was compared */
	struct buf reason; /* why it was refused: one line, no full stop */
};

void response_init(struct response *r);
void response_release(struct response *r);

/*
 * Understands the `len` bytes at `s`, any bytes, as an answer to `it`.
 *
 * order  option order[0] is called a and 1, order[1] b and 2, ...; NULL: as
 *        written.
 *
 * Choices are given by letters or digits, a multi's in any order with or
 * without blanks or commas between them ("ac", "a, c", "1 3"); a truefalse
 * also takes t, f, true, false, yes, no; a number may have a decimal comma and a
 * unit.  Upper and lower case are the same.  0, or -1 with r->reason.
 */
int answer_parse(struct response *r, const struct item *it,
    const unsigned char *order, const char *s, size_t len);

/* The options that bit by bit are set in `ticked`; at least one for a multi,
 * just one for the others.  0, or -1 with r->reason. */
int answer_tick(struct response *r, const struct item *it, uint32_t ticked);

/* Which of the three ways of answering an item has. */
enum kind_input item_input(const struct item *it);

/* Appends how to answer, in a few words: "Choose one, a to c". */
void item_prompt(struct buf *b, const struct item *it);

/* Appends the right answer; `order` as above. */
void item_solution(
    struct rich *out, const struct item *it, const unsigned char *order);

#endif

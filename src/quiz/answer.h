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
#include "quiz/memory.h"

enum {
	ANSWER_MAX = 1000, /* characters of a typed line */
	DRAFT_MAX = 4000,  /* characters of an open answer */
};

enum {
	UNIT_NONE = -1,  /* a bare number */
	UNIT_OTHER = -2, /* a unit that the item does not know */
};

/* The answer to one part of an item. */
struct response_part {
	int option;     /* index in choice, or -1 */
	size_t at, len; /* what was typed: bytes of response.typed; option -1
			   and no bytes: the part was left open */
};

struct response {
	uint32_t ticked; /* bit i: option i of the item, however shuffled; or
			    criterion i is met */
	double number;   /* as typed, in its unit */
	int unit;        /* index of numeric.unit, or UNIT_... */
	struct response_part
	    part[ITEM_PARTS_MAX]; /* one for each of item.parts */
	struct buf typed; /* what was typed into parts, a NUL behind each */
	unsigned char arranged[ITEM_OPTIONS_MAX]; /* order: options as put */
	enum memory_rating grade;                 /* card: the learner's own */
	int confidence;    /* 1 low to 3 high, 0 not asked; for the face to set,
			   kept when an answer is read */
	struct buf draft;  /* what was written or said before the answer was
			     seen; kept until it is graded */
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
 * unit.  Upper and lower case are the same.
 *
 * Parts are answered in their order with semicolons or line ends between them,
 * "L1-L5; a", or by number or key in any, "2: a; 1: L1-L5"; a hyphen leaves one
 * open.  Where all are picked from letters these will do: "b a", "1b 2a".  An
 * order is its letters, "c a b d"; a card is 1 to 4 or again, hard, good, easy;
 * a rubric y or n for each criterion.  0, or -1 with r->reason.
 */
int answer_parse(struct response *r, const struct item *it,
    const unsigned char *order, const char *s, size_t len);

/* The same from faces that do more than lines.  Each is for the kinds that are
 * asked so (kind.h), and gives 0, or -1 with r->reason. */

/* The options that bit by bit are set in `ticked`; at least one for a multi,
 * just one for the others. */
int answer_tick(struct response *r, const struct item *it, uint32_t ticked);

/* What a face gives for one part. */
struct answer_part {
	int option;    /* index in choice; -1: none */
	const char *s; /* with option -1: what was typed, any bytes; NULL or
			  empty: the part is left open */
	size_t len;
};

/* An answer to each of item.parts; not all may be open. */
int answer_parts(
    struct response *r, const struct item *it, const struct answer_part *part);

/* The options of an order, by their index, as the learner put them: each once. */
int answer_arrange(
    struct response *r, const struct item *it, const unsigned char *arranged);

/*
 * What is written, or said to oneself, before the answer of a card or an open
 * item is seen; may be empty.  -1 with r->reason when there is too much of it,
 * or too little for an open item's min-words.
 */
int answer_draft(
    struct response *r, const struct item *it, const char *s, size_t len);

/* The learner's own grade of a card; bit by bit the criteria of an open item
 * that its answer meets. */
int answer_grade(
    struct response *r, const struct item *it, enum memory_rating grade);
int answer_rubric(struct response *r, const struct item *it, uint32_t met);

/*
 * The answer that a log has: `text` and `norm` as a response to this item had
 * them, whatever the order of options then.  For going on with a sitting, and
 * for grading again.  -1 when it is no answer to the item as it is now.
 */
int answer_restore(struct response *r, const struct item *it, const char *text,
    const char *norm);

/* How an item is answered; kind.h says what that takes. */
enum kind_input item_asks(const struct item *it);

/* The same for a face that knows options and lines only: INPUT_LINE for all
 * that is neither INPUT_ONE nor INPUT_MANY. */
enum kind_input item_input(const struct item *it);

/* 1 when answers are offered to choose from, so that it is never Easy. */
int item_is_choice(const struct item *it);

/* 1 when the learner grades himself, after he saw the answer. */
int item_is_self_graded(const struct item *it);

/* Appends how to answer, in a few words: "Choose one, a to c"; of an item that
 * the learner grades himself, how to grade. */
void item_prompt(struct buf *b, const struct item *it);

/* Of an item that the learner grades himself: appends what to do before. */
void item_draft_prompt(struct buf *b, const struct item *it);

/* Appends, in rows with line ends between them, what a face that asks by a line
 * must show beneath the stem; nothing for INPUT_ONE and INPUT_MANY, whose
 * options every face shows.  Of a drawing the blanks are no-break ones. */
void item_body(
    struct rich *out, const struct item *it, const unsigned char *order);

/* Appends what a learner must see to grade himself: the back of a card, the
 * model answer and the criteria of an open item; nothing for others. */
void item_reveal(struct rich *out, const struct item *it);

/* Appends the right answer; `order` as above. */
void item_solution(
    struct rich *out, const struct item *it, const unsigned char *order);

#endif

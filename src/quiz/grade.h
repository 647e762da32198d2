/* SPDX-License-Identifier: ISC */
/*
 * grade.h - how good an answer is
 *
 * Layer quiz: may include base and text.  Pure: the same item, answer and
 * hints give the same verdict, always.  The rules are those of the quiz
 * format: every fraction is within 0 and 1, an answer that is right in every
 * part has 1, and a hint costs its cost.
 */
#ifndef LECTERN_QUIZ_GRADE_H
#define LECTERN_QUIZ_GRADE_H

#include <stddef.h>

#include "quiz/item.h"
#include "quiz/memory.h"
#include "quiz/typed.h"

struct buf;
struct response;

enum verdict_outcome {
	VERDICT_WRONG,
	VERDICT_PARTLY,
	VERDICT_RIGHT,
};

/* What decided; the log's `match`. */
enum verdict_by {
	BY_NOTHING, /* no answer that the item knows */
	BY_OPTION,
	BY_NUMBER,
	BY_EXACT,
	BY_GLOB,
	BY_WORDS,
	BY_TYPO,
	BY_REJECT,
	BY_PARTS,
	BY_ORDER,
	BY_SELF, /* the learner himself */
	BY_COUNT
};

/* A feedback to show, and the option and part that it belongs to; -1: to none. */
struct verdict_reply {
	int option;
	int part;
	const struct rich *text;
};

/* The verdict on one of item.parts, of a criterion or of an order's place. */
struct verdict_part {
	enum verdict_outcome outcome;
	double credit;
	enum verdict_by by;
	int accept, reject, typo; /* as in struct verdict, of what was typed */
};

struct verdict {
	enum verdict_outcome outcome; /* of the answer, before hints */
	double credit;                /* the same as a fraction */
	double fraction;              /* after hints */
	double points, max;           /* fraction and 1, times item.points */
	double hint_cost;             /* of the hints taken */
	unsigned hints;               /* how many */
	enum verdict_by by;
	int accept; /* which option, answer or accept; -1: none or several */
	int reject; /* which reject; -1 */
	int typo;   /* letters off */
	int right, wrong; /* multi: ticked of each; else `right` parts ... */
	int of,
	    of_wrong; /* multi: how many there are of each; ... of so many */
	struct verdict_part part[ITEM_PARTS_MAX]; /* where there are any */
	enum memory_rating own; /* the learner's grade of a card */
	int confidence;         /* as in struct response */
	int unit_missed; /* the number is right, the unit wrong or missing */
	int danger;      /* the learner believes what could hurt someone */
	size_t n_reply;
	struct verdict_reply reply[ITEM_OPTIONS_MAX + 1];
	size_t n_misc;
	const char *misc[ITEM_OPTIONS_MAX]; /* misconceptions shown, by name */
};

/*
 * Grades a response that answer_parse or answer_tick made for this item, given
 * after so many of its hints.  The verdict points into the item.
 */
void grade(struct verdict *v, const struct item *it, const struct response *r,
    unsigned hints);

/* "RIGHT", "PARTLY RIGHT" or "WRONG". */
const char *verdict_word(const struct verdict *v);

/* The name of v->by in the log: "exact", "typo", ... */
const char *verdict_by_name(const struct verdict *v);

/*
 * Appends what there is to say about the verdict beyond its word, in one line
 * without a full stop: "accepted: lesser trochanter (1 letter off)", "2 of 3
 * right ones, 1 wrong one; 0.33 of 1 point".  Nothing for a plain right or
 * wrong.
 */
void verdict_say(struct buf *b, const struct verdict *v, const struct item *it);

/* The memory's rating; memory.h has the rule. */
enum memory_rating verdict_rating(
    const struct verdict *v, const struct item *it);

/*
 * Marks for an answer given with confidence 1, 2 or 3: so many times the
 * fraction, but 0, -2 or -6 where nothing is right.  Moodle, certainty-based
 * marking (question/behaviour/behaviourbase.php), after A. R. Gardner-Medwin.
 */
double verdict_marks(double fraction, int confidence);

/* Appends a sentence on an answer that was given with confidence: its marks
 * where the quiz counts by them, else what there is to learn from a confidence
 * that was out of place.  Nothing for others. */
void verdict_say_sure(
    struct buf *b, const struct verdict *v, const struct item *it);

/* "not sure", "fairly sure", "certain", for 1 to 3. */
const char *verdict_sure_word(int confidence);

/* For the kinds: adds a feedback unless it is empty. */
void verdict_reply(struct verdict *v, int option, const struct rich *text);

/* For the kinds: what decided where an accept did. */
enum verdict_by verdict_by_typed(enum typed_how how);

/* For the kinds: takes the part that all replies from the `from`th on are to. */
void verdict_reply_part(struct verdict *v, size_t from, int part);

#endif

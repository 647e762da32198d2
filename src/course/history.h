/* SPDX-License-Identifier: ISC */
/*
 * history.h - what a learner's score files say of each item
 *
 * Layer course.  A replay (score/replay.h) of one learner's events into the
 * state of each item of a bank: memory, last answer, marks.  The same files
 * give the same states, whatever wrote them and in whatever order they are
 * merged.
 *
 * An answer counts as a review by the mode of its sitting (quiz/mode.def); one
 * whose sitting is not in the files counts as a review.  An answer that an
 * exam found wrong makes its item due on that day.  An answer that was undone
 * does not count, one that was graded anew counts with its last grade; an
 * answer to another revision of the item does not count either.
 */
#ifndef LECTERN_COURSE_HISTORY_H
#define LECTERN_COURSE_HISTORY_H

#include <stddef.h>
#include <stdint.h>

#include "quiz/session.h"

struct bank;
struct diags;
struct event;
struct history;
struct item;

struct history_item {
	struct memory memory; /* all zero: it was never a review */
	unsigned answers;     /* that count, of all modes */
	int wrong;            /* the last one, but of a pretest */
	int confidence;       /* it was given with, 1 to 3; 0: not asked */
	int danger;           /* it would have done harm */
	int flagged;
	int suspended;
	int64_t buried; /* the day; 0: not */
	int reported;   /* "this item is wrong" */
};

/* Borrows the bank. */
struct history *history_new(const struct bank *bank);

/* NULL is fine. */
void history_free(struct history *h);

/* Leaves out the events of a sitting, and all that are of a later day. */
void history_without(struct history *h, const char *sess);
void history_until(struct history *h, int64_t day);

/*
 * Reads the files of a learner (NULL: the account) in a course's folder below
 * `scores` (NULL: the usual one).  A folder that is not there has no events.
 * Damage goes to `d` unless that is NULL.  0, or -1 with errno.
 */
int history_read(struct history *h, const char *scores, const char *course,
    const char *learner, struct diags *d);

/* Takes one event, in the order of a replay; then, once, works out what they
 * come to.  history_read does both. */
void history_add(struct history *h, const struct event *e);
void history_settle(struct history *h);

/* The state of an item of the bank; all zero when there is nothing. */
const struct history_item *history_item(
    const struct history *h, const struct item *it);

/* The model that the item's quiz asks for. */
void history_model(struct memory_model *m, const struct item *it);

/* Member `known` of struct session_setup. */
struct history_known {
	const struct history *history;
	int64_t today;
};

void history_known(
    void *known, const struct item *it, struct item_state *state);

#endif

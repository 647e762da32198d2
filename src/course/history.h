/* SPDX-License-Identifier: ISC */
/*
 * history.h - what a learner's score files say of each item
 *
 * Layer course.  A replay (score/replay.h) of one learner's events into the
 * state of each item: memory, last answer, marks; and into days of study and
 * calibration.  The same files give the same states, whatever wrote them and in
 * whatever order they are merged.  No clock: the caller says which day it is.
 *
 * An answer counts as a review by the mode of its sitting (quiz/mode.def); one
 * whose sitting is not in the files counts as a review.  Its rating is that of
 * the event; without one it is worked out by memory_rating_of.  An item that an
 * exam found wrong is due on that day; of several answers in one exam the last
 * counts.  An answer that was undone does not count, one that was graded anew
 * counts with its last grade; an answer to another revision of the item does
 * not count either.
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
struct replay_totals;

struct history_item {
	/* As in the file: clean them before they are shown.  "" where it has
	 * none; `about` is the first of them. */
	const char *id, *type, *about;
	const struct item *item; /* NULL: the bank has none of that id */
	struct memory memory;    /* all zero: it was never a review */
	unsigned answers;        /* that count, of all modes */
	unsigned right, partly;  /* of those */
	double sum;              /* of their fractions */
	double first;            /* fraction of the first of them */
	int64_t answered;        /* when last, ms; see score/day.h */
	int wrong;               /* the last one, but of a pretest */
	int confidence;          /* it was given with, 1 to 3; 0: not asked */
	int danger;              /* it would have done harm */
	int flagged;
	int suspended;
	int64_t buried; /* the day; 0: not */
	int reported;   /* "this item is wrong" */
	/* For settling: the exam it was last asked in, from 1, and what was
	 * known before. */
	size_t exam;
	struct memory before;
};

/* A day on which questions were answered. */
struct history_day {
	int64_t day;
	unsigned answers, right;
	/* Reviews of what was known on an earlier day: how many, how many of
	 * them were recalled, and how many the memory model expected to be. */
	unsigned reviews, recalled;
	double expected;
	int64_t ms; /* that the answers took */
};

/* Answers with one degree of confidence. */
struct history_confidence {
	unsigned answers, right;
	double sum; /* of their fractions */
};

enum { HISTORY_CONFIDENCES = 4 }; /* 0: not asked; 1 low to 3 high */

/* Borrows the bank; NULL: revisions and retentions are not known. */
struct history *history_new(const struct bank *bank);

/* NULL is fine. */
void history_free(struct history *h);

/* Leaves out the events of a sitting, and all that are of a later day. */
void history_without(struct history *h, const char *sess);
void history_until(struct history *h, int64_t day);

/* Grades from elsewhere, as those of an instructor, count before those in the
 * learner's own files; borrowed until it is settled. */
struct corrections;
void history_correct(struct history *h, const struct corrections *by);

/*
 * Reads the files of a learner (NULL: the account) in a course's folder below
 * `scores` (NULL: the usual one).  A folder that is not there has no events.
 * Damage goes to `d` unless that is NULL.  0, or -1 with errno.
 */
int history_read(struct history *h, const char *scores, const char *course,
    const char *learner, struct diags *d);

/*
 * A seed for the next sitting of who was read.  It stays the same until there
 * are new answers, so that what is said of a quiz before it begins, in this run
 * or the next, holds when it does.
 */
uint64_t history_seed(const struct history *h);

/* The same from the folder of a course, with what the replay counted unless
 * `totals` is NULL; see replay.h. */
int history_replay(struct history *h, const char *folder, const char *who,
    struct diags *d, struct replay_totals *totals);

/* Takes one event, in the order of a replay; then, once, works out what they
 * come to.  history_read does both. */
void history_add(struct history *h, const struct event *e);
void history_settle(struct history *h);

/* The state of an item of the bank; all zero when there is nothing. */
const struct history_item *history_item(
    const struct history *h, const struct item *it);

/* All items with an answer that counts or a mark, in the order in which they
 * first came; also those that the bank has not. */
size_t history_items(const struct history *h);
const struct history_item *history_item_at(const struct history *h, size_t i);

/* The days with answers, the earliest first. */
size_t history_days(const struct history *h);
const struct history_day *history_day(const struct history *h, size_t i);

const struct history_confidence *history_confidence(
    const struct history *h, int confidence);

/* The chance of recalling an item on a day; 0 when it has no memory. */
double history_recall(
    const struct history *h, const struct history_item *i, int64_t day);

/* 1 when an item may be asked on a day: it is in the course, if there is a
 * bank, and neither suspended nor buried for that day. */
int history_may_ask(
    const struct history *h, const struct history_item *i, int64_t day);

/* Member `known` of struct session_setup. */
struct history_known {
	const struct history *history;
	int64_t today;
};

void history_known(
    void *known, const struct item *it, struct item_state *state);

#endif

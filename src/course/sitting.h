/* SPDX-License-Identifier: ISC */
/*
 * sitting.h - a quiz session that is kept in the learner's score file
 *
 * Layer course.  The session (quiz/session.h) says what is asked and how it is
 * graded; the log (score/log.h) keeps it.  A sitting joins the two for the
 * faces, which do no more than show and ask.
 */
#ifndef LECTERN_COURSE_SITTING_H
#define LECTERN_COURSE_SITTING_H

#include <stddef.h>
#include <stdint.h>

#include "quiz/session.h"

struct bank;
struct broken;
struct buf;
struct doc;
struct sitting;

struct sitting_setup {
	const char *course; /* its name: the folder of its scores */
	const struct doc *doc;
	const struct bank *bank;
	uint32_t node; /* only items about what is in it; DOC_NONE: all */
	enum session_mode mode;
	int seeded; /* 0: history_seed, not `seed` */
	uint64_t seed;
	size_t count;        /* 0: all */
	const char *learner; /* NULL: the account */
	const char *scores;  /* folder; NULL: the usual one */
	int64_t exam_day;    /* cram: day number (score/day.h); 0: today */
};

/* Borrows the document and the bank; the strings are copied.  Reads what the
 * learner's score files say of each item. */
struct sitting *sitting_new(const struct sitting_setup *setup);

/*
 * Goes on with one that was broken off: its mode, seed, count and node are
 * those of `b`, which is borrowed until this returns.  NULL when that cannot
 * be: the questions are others by now, or all of them were answered.
 */
struct sitting *sitting_resume(
    const struct sitting_setup *setup, const struct broken *b);

/*
 * Says in the log how it ended ("done", "left", "hangup") and closes the file.
 * 0, or -1 when something is not saved: sitting_unsaved says why, and
 * sitting_save_to may follow.
 */
int sitting_finish(struct sitting *s, const char *how);

/* NULL is fine.  What is not saved by now is lost. */
void sitting_free(struct sitting *s);

/* Why there is nothing to ask in such a mode, a sentence without a full stop. */
const char *sitting_nothing(enum session_mode mode);

/* The session, for all that is only asked of it. */
struct session *sitting_session(struct sitting *s);

/* Call once the item at hand is on the screen: the time runs from here. */
void sitting_show(struct sitting *s);

/*
 * Grades an answer to the item at hand and keeps it.  When this returns the
 * answer is on the disk, or sitting_unsaved says why not.
 */
const struct verdict *sitting_answer(
    struct sitting *s, const struct response *r);

/*
 * Takes back the answer to the item at hand, which the log then has as a slip;
 * -1 when it is not answered.
 */
int sitting_undo(struct sitting *s);

/* session_hint, and the log has that it was taken. */
const struct hint *sitting_hint(struct sitting *s);

/* The learner calls the item at hand easy; where session_may_be_easy. */
void sitting_easy(struct sitting *s);

/*
 * [day] When the item that was answered last is due again, from today; -1 where
 * the mode does not touch that.
 */
int64_t sitting_days(const struct sitting *s);

/* The same as a sentence, "Next review in 3 days."; nothing for -1. */
void sitting_say_days(const struct sitting *s, struct buf *b);

/* What the learner says of the item at hand; `off` takes it back. */
enum sitting_mark {
	SITTING_FLAG,    /* to look at again */
	SITTING_SUSPEND, /* never ask it again */
	SITTING_BURY,    /* not today */
	SITTING_WRONG,   /* the item is at fault: for the instructor */
	SITTING_MARK_COUNT
};

/* Keeps it, with the learner's words (NULL: none).  What he does not want to
 * be asked is to leave the session, by session_drop. */
void sitting_mark(
    struct sitting *s, enum sitting_mark mark, int off, const char *note);

/*
 * [ms] What is left of the time of an exam, 0 when it is over; -1: it has no
 * limit.  The limit is the sum of those of the quizzes that have items in it,
 * where all of them have one.
 */
int64_t sitting_time_left(const struct sitting *s);

/* Keeps how much of the time is used, now and then: call it as time passes. */
void sitting_beat(struct sitting *s);

/* "NOT SAVED: no space left" while answers are in memory only; or NULL. */
const char *sitting_unsaved(struct sitting *s);

/* Tries once more to save what is in memory; 0 when all is saved. */
int sitting_retry(struct sitting *s);

/* Puts what is not saved into another scores folder; -1 with errno. */
int sitting_save_to(struct sitting *s, const char *scores);

/* How many items are about node `n` or what is in it. */
size_t sitting_items(
    const struct bank *bank, const struct doc *doc, uint32_t n);

/*
 * How many of them such a sitting asks: fewer where some are enemies, or put
 * away.  `known` is what the learner's score files say, and which day it is.
 */
struct history_known;
size_t sitting_count(
    const struct sitting_setup *setup, const struct history_known *known);

#endif

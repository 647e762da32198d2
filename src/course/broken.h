/* SPDX-License-Identifier: ISC */
/*
 * broken.h - a sitting that was broken off
 *
 * Layer course.  A lost line, a kill or a full disk ends a sitting without its
 * learner having left it: its last event is no finish, or one whose `how` is
 * "hangup".  What was done in it is in the score files, so that it can go on
 * at the same question, with the same options in the same order, and with the
 * time that was used already.  Only a learner's last sitting counts, for
 * BROKEN_DAYS.  One that goes on elsewhere, at another terminal or on another
 * machine, is not broken off (score/held.h).
 */
#ifndef LECTERN_COURSE_BROKEN_H
#define LECTERN_COURSE_BROKEN_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/vec.h"
#include "quiz/session.h"

struct buf;
struct event;

enum { BROKEN_DAYS = 7 };

enum broken_kind {
	BROKEN_SHOWN,
	BROKEN_ANSWER,
	BROKEN_UNDO,
	BROKEN_EASY,
	BROKEN_HINT,
	BROKEN_DROP,
	BROKEN_FLAG,
	BROKEN_UNFLAG,
};

/* What was done, as the log has it. */
struct broken_step {
	enum broken_kind kind;
	const char *item;
	const char *const *perm; /* shown: keys of options, NULL at the end */
	const char *text, *norm; /* answer */
	const char *id;          /* of the event */
	int hints, confidence;
};

struct broken {
	struct arena arena; /* all strings */
	const char *sess;
	const char *about; /* id that it was confined to, or NULL */
	enum session_mode mode;
	uint64_t seed;
	size_t count;
	int64_t day;     /* it was begun on */
	int64_t last_ms; /* when the last event was; score/day.h */
	int64_t used_ms; /* how long it lasted, breaks left out */
	size_t answers;  /* that were not taken back */
	VEC(struct broken_step) steps;
};

/* The learner's sitting that was broken off, or NULL; parameters as those of
 * history_read.  One without an answer is none, but for an exam, whose time
 * has begun. */
struct broken *broken_find(
    const char *scores, const char *course, const char *learner);

/* 1 if somebody goes on with it by now. */
int broken_is_held(const struct broken *b, const char *scores,
    const char *course, const char *learner);

/* NULL is fine. */
void broken_free(struct broken *b);

/* Appends "An exam was broken off 5 minutes ago, after 3 answers"; `now` in
 * ms. */
void broken_say(const struct broken *b, int64_t now, struct buf *out);

/* The learner does not want to go on: the log says that he left it, unless it
 * is held. */
void broken_give_up(const struct broken *b, const char *scores,
    const char *course, const char *learner);

#endif

/* SPDX-License-Identifier: ISC */
/*
 * sitting_state.h - a sitting from within
 *
 * Layer course, private to sitting.c and sitting_resume.c (what was done in one
 * that was broken off, done again).
 */
#ifndef LECTERN_COURSE_SITTING_STATE_H
#define LECTERN_COURSE_SITTING_STATE_H

#include <stdint.h>

#include "course/sitting.h"

struct history;
struct score_log;

struct scope {
	const struct doc *doc;
	uint32_t node;
};

struct sitting {
	struct session *session;
	struct score_log *log;
	struct history *history;
	struct scope scope;
	struct sitting_setup setup; /* numbers only: strings may be gone */
	char *course;
	int begun;             /* the session is in the log */
	int64_t day;           /* that it was begun on */
	int64_t shown_ms;      /* when the item at hand was shown */
	int64_t limit_ms;      /* of the whole exam; 0: none */
	int64_t begun_ms;      /* when it was begun ... */
	int64_t used_ms;       /* ... and how long it had lasted by then */
	int64_t beat_ms;       /* when the time was kept last */
	const char *answer_id; /* of the last answer in the log */
	const struct broken *broken; /* what it goes on with, or NULL */
	char *last_id;               /* of the last answer before that */
	char *sess;                  /* NULL: a sitting of its own */
};

/* Does again what was done; -1 when the questions are others by now. */
int sitting_replay(struct sitting *s, const struct broken *b);

#endif

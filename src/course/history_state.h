/* SPDX-License-Identifier: ISC */
/* history_state.h - what history.c collects and history_settle.c works out */
#ifndef LECTERN_COURSE_HISTORY_STATE_H
#define LECTERN_COURSE_HISTORY_STATE_H

#include "base/vec.h"
#include "course/history.h"
#include "score/corrections.h"
#include "score/map.h"

struct bank;

/* An answer, until all corrections are known: there may be a million. */
struct history_given {
	const char *id, *who;
	int64_t ts, ms;
	double frac;
	int64_t rating;
	uint32_t item; /* number in history.items */
	uint32_t sess; /* number in history.sessions */
	int32_t day;
	unsigned char confidence, hints, danger;
};

struct history {
	const struct bank *bank;
	struct map ids;                  /* of items */
	VEC(struct history_item) items;  /* by number in `ids` */
	struct map strings;              /* that items and answers have */
	VEC(struct history_given) given; /* in the order of the replay */
	struct corrections corrections;
	const struct corrections *by; /* those of others, or NULL */
	struct map sessions;
	VEC(int) mode;       /* enum session_mode by session; -1: not known */
	struct map day_keys; /* days as decimal numbers */
	VEC(struct history_day) days; /* by number there, then in order */
	struct history_confidence confidence[HISTORY_CONFIDENCES];
	struct memory_model model; /* wants what the item at hand does */
	size_t session;            /* the one found last */
	const char *who;           /* the learner met last, or NULL */
	char *without;
	int64_t until;
	uint64_t seed; /* hangs on course, learner and answers */
};

#endif

/* SPDX-License-Identifier: ISC */
/*
 * corrections.h - what became of answers after they were given
 *
 * Layer score: may include base and text.  A correction stands in the log
 * behind the answer, or in another file, so who adds answers up reads the
 * events twice: the first time for the corrections.
 */
#ifndef LECTERN_SCORE_CORRECTIONS_H
#define LECTERN_SCORE_CORRECTIONS_H

#include <stdint.h>

#include "base/buf.h"
#include "base/vec.h"
#include "score/map.h"

struct event;

struct correction {
	double frac;    /* what counts instead */
	int64_t rating; /* 1 to 4, or 0 */
};

struct corrections {
	struct map undone;             /* id and learner */
	struct map graded;             /* id */
	VEC(struct correction) grades; /* by number in `graded` */
	struct buf key;
};

void corrections_init(struct corrections *c);
void corrections_release(struct corrections *c);

/* Takes an undo, a grade or a regrade, and returns 1; 0 for all else. */
int corrections_note(struct corrections *c, const struct event *e);

/* 1 when its learner took the answer of that id back. */
int corrections_undone(struct corrections *c, const char *id, const char *who);

/* The grade that was given to it last, or NULL. */
const struct correction *corrections_find(
    const struct corrections *c, const char *id);

#endif

/* SPDX-License-Identifier: ISC */
/*
 * session_state.h - a session from within
 *
 * Layer quiz, for session.c, session_order.c and session_result.c only.
 */
#ifndef LECTERN_QUIZ_SESSION_STATE_H
#define LECTERN_QUIZ_SESSION_STATE_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/vec.h"
#include "quiz/session.h"

enum slot_state {
	SLOT_NEW,
	SLOT_SKIPPED, /* once; it has a second chance at the end */
	SLOT_MISSED,
	SLOT_DONE,    /* recalled, let go, or skipped twice */
	SLOT_DROPPED, /* taken out */
};

/* An item of the session. */
struct slot {
	const struct item *item;
	enum slot_state state;
	unsigned tries; /* answers given */
	int owed;       /* recalls that let it go, once it was missed */
	size_t last;    /* when it was shown last, by session.shown */
	int flagged;
	struct session_result *result; /* the last one, or NULL */
};

/* The item at hand before session_next, and what that changed. */
struct turn {
	size_t at;
	unsigned hints;
	unsigned char *order;
	struct session_result *answered;
	size_t next;      /* the slot that came after ... */
	size_t next_last; /* ... and its `last` until then */
};

struct session {
	struct arena arena;
	const struct bank *bank;
	enum session_mode mode;
	uint64_t seed;
	struct slot *slot; /* in the order in which they are first shown */
	size_t n;
	size_t *slot_of; /* by item; n: not in the session.  NULL: items need
			    not wait for those that they come after */
	size_t at;       /* the slot at hand; n: the session is over */
	size_t shown;    /* questions shown, the one at hand among them */
	unsigned hints;
	unsigned char *order;
	struct session_result *answered; /* the one at hand, or NULL */
	struct slot before;              /* its slot before the answer */
	struct turn last; /* what session_next left; answered NULL: nothing */
	VEC(struct session_result *) results;
};

/* Sets s->order for an item.  It hangs on seed, item and try alone, not on what
 * came before; in an exam, not on the try either. */
void session_make_order(struct session *s, const struct slot *slot);

/* Grades an answer and writes down all there is to know of it. */
struct session_result *session_make_result(
    struct session *s, const struct response *r);

#endif

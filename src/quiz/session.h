/* SPDX-License-Identifier: ISC */
/*
 * session.h - one sitting: which question comes next, and what was scored
 *
 * Layer quiz: may include base and text.  A state machine without input,
 * output, clock or chance of its own: the same bank, setup and answers give the
 * same sitting on every machine.  The full screen and the plain line mode are
 * two faces of it.
 *
 *	s = session_new(&setup);
 *	while ((it = session_item(s)) != NULL) {
 *		show it in the order of session_order(s), take hints;
 *		if (answer_parse(&r, it, session_order(s), line, len) == 0) {
 *			v = session_answer(s, &r);
 *			log session_last(s); show v;
 *			session_next(s);
 *		}
 *	}
 *
 * In `learn` an item whose answer earned less than SESSION_RECALLED is missed.
 * It returns after SESSION_GAP or more others until it was recalled as often
 * as its quiz's `criterion` says.  Where too few new ones are left to stand
 * between, items that were done with are asked once more; where the session
 * has no SESSION_GAP others, all that it has stand between.  After
 * SESSION_TRIES an item is let go, so that a session ends.  The score counts
 * the first try only.
 */
#ifndef LECTERN_QUIZ_SESSION_H
#define LECTERN_QUIZ_SESSION_H

#include <stddef.h>
#include <stdint.h>

#include "quiz/grade.h"
#include "quiz/item.h"

struct bank;
struct response;
struct response_part;
struct session;

enum session_mode {
	SESSION_LEARN, /* items for drill; missed ones return */
	SESSION_EXAM,  /* items for exams; each is asked once, and a face says
			  nothing of right and wrong before the end */
	SESSION_MODE_COUNT
};

enum {
	SESSION_GAP = 3,
	SESSION_TRIES = 10,
};

/* Less than this is "again" to the memory, too. */
#define SESSION_RECALLED 0.6

struct session_setup {
	const struct bank *bank;
	enum session_mode mode;
	uint64_t seed;
	size_t count; /* items to ask; 0: all that fit */

	/* Does an item belong to the session?  Called for each id in its
	 * about; one that does is enough.  NULL: all belong. */
	int (*wants)(void *ctx, const char *about);
	void *ctx;
};

/* The bank is borrowed as long as the session lives.  Nothing to ask is a
 * session that is over. */
struct session *session_new(const struct session_setup *setup);

/* NULL is fine. */
void session_free(struct session *s);

/* The question at hand, or NULL when the session is over. */
const struct item *session_item(const struct session *s);

/* The order of its options: order[0] is the option shown first; of a cloze,
 * within those of each gap.  NULL for an item without options.  Good until
 * session_next or session_skip. */
const unsigned char *session_order(const struct session *s);

/* Which try at the item this is, from 1; over 1: it has come back. */
unsigned session_try(const struct session *s);

/* The next hint of the item at hand, which is then taken, or NULL when there
 * is none left or the item has been answered. */
const struct hint *session_hint(struct session *s);

/* How many hints were taken of the item at hand. */
unsigned session_hints(const struct session *s);

/*
 * Grades an answer to the item at hand, which is not answered yet and stays at
 * hand until session_next.  The verdict is good as long as the session.
 */
const struct verdict *session_answer(
    struct session *s, const struct response *r);

/* The verdict on the item at hand, or NULL while it is not answered. */
const struct verdict *session_verdict(const struct session *s);

/* Goes on to the next question; without an answer it is session_skip. */
void session_next(struct session *s);

/* Puts the item at hand, not answered, behind all others; the second time it
 * is left out. */
void session_skip(struct session *s);

/* An answer that was given, with all that the log wants to know. */
struct session_result {
	const struct item *item;
	const unsigned char *order; /* as session_order */
	uint32_t ticked;            /* as in struct response */
	/* As in struct response: what was picked of each part, and what was
	 * typed for those where nothing was, NULL for the others; the order of
	 * the steps; confidence. */
	const struct response_part *picked;
	const char *const *typed;
	const unsigned char *arranged;
	int confidence;
	const char *text, *norm; /* as in struct response */
	unsigned hints;          /* taken before */
	unsigned try;            /* from 1 */
	struct verdict verdict;
};

/* The answers in the order in which they were given. */
size_t session_results(const struct session *s);
const struct session_result *session_result(const struct session *s, size_t i);

/* The one given last, or NULL. */
const struct session_result *session_last(const struct session *s);

/* Where the session stands.  Tries after the first count nowhere here. */
struct session_score {
	double points; /* earned */
	double max;    /* that the items answered could have earned */
	double all;    /* that all items of the session can earn */
	size_t items;  /* in the session */
	size_t begun;  /* items shown, the one at hand among them */
	size_t answered;
	size_t right, partly, wrong; /* of those */
	size_t returning;            /* missed, and yet to be recalled */
};

void session_score(const struct session *s, struct session_score *score);

#endif

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
 * The modes are in mode.def.  Which items one asks, and in what order:
 *
 * learn     items for drill, interleaved by passage
 * exam      items for exams, interleaved; each once, with free movement
 *           (session_go) and answers that may be changed; the last one counts
 * pretest   one item of each section, in the order of the text; each once
 * review    what is due: first what was wrong, done with confidence and
 *           dangerous, then by predicted recall, lowest first
 * mistakes  what was wrong last: dangerous and confident ones first, then
 *           dangerous, then confident, then the others, by predicted recall
 * cram      all, by predicted recall on the day of the exam; new ones first
 *
 * Where a mode returns what is missed: an item whose answer is "again" to the
 * memory is missed.  It returns after SESSION_GAP or more others, and not
 * between the items of a case, until it was recalled as often as its quiz's
 * `criterion` says.  Where too few new ones are left to stand between, items
 * that were done with are asked once more; where the session has no SESSION_GAP
 * others, all that it has stand between.  After SESSION_TRIES an item is let
 * go, so that a session ends.  The score counts the first try only.
 *
 * Items of one <enemies>, and those that one element made of the same fact, do
 * not meet.  An item stands behind those that it comes after; where it is known
 * what was recalled before, it is asked only if they were, or are in the same
 * session, and then not before they are.
 */
#ifndef LECTERN_QUIZ_SESSION_H
#define LECTERN_QUIZ_SESSION_H

#include <stddef.h>
#include <stdint.h>

#include "quiz/grade.h"
#include "quiz/item.h"
#include "quiz/memory.h"

struct bank;
struct buf;
struct response;
struct response_part;
struct session;

enum session_mode {
#define MODE(id, name, tells, schedules, returns) SESSION_##id,
#include "quiz/mode.def"
#undef MODE
	SESSION_MODE_COUNT
};

struct session_mode_info {
	const char *name;
	int tells, schedules, returns; /* see mode.def */
};

const struct session_mode_info *session_mode_info(enum session_mode mode);

/* The mode of that name; -1 when there is none. */
int session_mode_find(const char *name, enum session_mode *mode);

enum {
	SESSION_GAP = 3,
	SESSION_TRIES = 10,
};

#define SESSION_RECALLED MEMORY_RECALLED

/* What the learner's log says of an item. */
struct item_state {
	struct memory memory; /* all zero: it was never asked */
	int wrong;            /* the last answer was: below SESSION_RECALLED */
	int confidence;       /* it was given with, 1 to 3; 0: not asked */
	int danger;           /* it would have done harm */
	int held;             /* suspended, or buried for today */
};

struct session_setup {
	const struct bank *bank;
	enum session_mode mode;
	uint64_t seed;
	size_t count; /* items to ask; 0: all that fit */

	/* Does an item belong to the session?  Called for each id in its
	 * about; one that does is enough.  NULL: all belong. */
	int (*wants)(void *ctx, const char *about);

	/* For pretest: the section that a passage is in, in the order of the
	 * text; NULL: each passage is one. */
	size_t (*section)(void *ctx, const char *about);
	void *ctx; /* of both */

	/* Sets what is known of an item, of *state, which is all zero before.
	 * Called once for each; not in an exam and a pretest, which are the
	 * same for all.  NULL: nothing is known; then there is nothing to
	 * review and there are no mistakes. */
	void (*known)(
	    void *ctx, const struct item *it, struct item_state *state);
	void *known_ctx;
	const struct memory_model *model; /* NULL: FSRS-6 by default */
	int64_t today;                    /* day numbers (memory.h) */
	int64_t exam_day;                 /* cram */
};

/* The bank is borrowed as long as the session lives.  Nothing to ask is a
 * session that is over. */
struct session *session_new(const struct session_setup *setup);

/* How many items such a session has. */
size_t session_count(const struct session_setup *setup);

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

/*
 * Takes back the answer to the item at hand, as a slip of the finger: it is
 * open as before.  0, or -1 when it is not answered.
 */
int session_undo(struct session *s);

/*
 * Undoes session_next: the item that was answered last is at hand again, with
 * its answer.  0, or -1 when something was done since, or nothing answered.
 */
int session_back(struct session *s);

/* 1 when the learner may call the item at hand easy: it was answered, rightly,
 * without a hint and not by choosing.  session_easy does so: the result has it. */
int session_may_be_easy(const struct session *s);
void session_easy(struct session *s);

/* The verdict on the item at hand, or NULL while it is not answered. */
const struct verdict *session_verdict(const struct session *s);

/* Goes on to the next question; without an answer it is session_skip. */
void session_next(struct session *s);

/* Puts the item at hand, not answered, behind all others; the second time it
 * is left out. */
void session_skip(struct session *s);

/* Takes the item at hand out of the session, answered or not. */
void session_drop(struct session *s);

/* The items of the session, by their place, from 0, in the order in which they
 * are first shown; and the place of the one at hand, or the number of items. */
size_t session_size(const struct session *s);
size_t session_place(const struct session *s);
const struct item *session_item_at(const struct session *s, size_t place);

/* The last answer to one of them, or NULL. */
const struct session_result *session_result_at(
    const struct session *s, size_t place);

/* Marks for the learner himself. */
int session_is_flagged(const struct session *s, size_t place);
void session_flag(struct session *s, size_t place, int on);

/* In an exam: goes to any item, even when the session was over, to answer it
 * for the first time or again. */
void session_go(struct session *s, size_t place);

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
	enum memory_rating rating; /* the memory's, of that */
};

/* The answers in the order in which they were given. */
size_t session_results(const struct session *s);
const struct session_result *session_result(const struct session *s, size_t i);

/* The one given last, or NULL. */
const struct session_result *session_last(const struct session *s);

/* Where the session stands.  Tries after the first count nowhere here; in an
 * exam, those before the last. */
struct session_score {
	double points; /* earned */
	double max;    /* that the items answered could have earned */
	double all;    /* that all items of the session can earn */
	size_t items;  /* in the session */
	size_t begun;  /* items shown, the one at hand among them */
	size_t answered;
	size_t right, partly, wrong; /* of those */
	size_t returning;            /* missed, and yet to be recalled */

	/* By confidence, 1 to 3: answers, how many were right, and what that
	 * is in marks (verdict_marks) of all of them. */
	size_t sure[4], sure_right[4];
	double marks;
};

void session_score(const struct session *s, struct session_score *score);

/*
 * What is needed to pass, as a fraction: what each quiz asks, by the points of
 * its questions.  0 when one of them asks nothing.
 */
double session_needed(const struct session *s);

/* Are the points so many of all, where `need` > 0? */
int score_passes(const struct session_score *score, double need);

/* Appends how well confidence was placed: "Certain: 3 of 4 right.  Not sure: 1
 * of 2 right."  With `marks`, also those.  Nothing where it was not asked. */
void score_say_sure(
    struct buf *b, const struct session_score *score, int marks);

#endif

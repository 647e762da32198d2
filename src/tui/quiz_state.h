/* SPDX-License-Identifier: ISC */
/*
 * quiz_state.h - the quiz view from within
 *
 * Layer tui, private to the quiz view: quiz.c (from question to question),
 * quiz_keys.c, quiz_ask.c (its menus), quiz_draw.c.
 */
#ifndef LECTERN_TUI_QUIZ_STATE_H
#define LECTERN_TUI_QUIZ_STATE_H

#include <stdint.h>

#include "base/vec.h"
#include "quiz/answer.h"
#include "quiz/session.h"
#include "tui/app.h"
#include "tui/quiz_sheet.h"

struct quiz_run;

/* What the next painting must have on the screen. */
enum quiz_see {
	SEE_ANY,
	SEE_CURSOR,
	SEE_FIELD,
	SEE_HINT,
	SEE_SURE,
	SEE_VERDICT,
};

struct quiz_view {
	struct view view;
	struct quiz_run *run; /* NULL once the results have it */
	struct sheet sheet;
	struct quiz_try try; /* the answer that is being put together */
	struct response response;
	int sure;   /* it is complete: the student is asked how sure he is */
	int in_log; /* it is in the log that the item was shown */
	int stale;  /* the sheet is not what it should be */
	enum quiz_see see;
	VEC(size_t) skipped; /* indices of items, skipped once */
};

struct quiz_view *quiz_of(struct view *v);
struct session *quiz_session(const struct quiz_view *q);
const struct item *quiz_item(const struct quiz_view *q);

/* 1 when the item at hand is answered, and its verdict on the screen. */
int quiz_is_judged(const struct quiz_view *q);

/* 1 while an answer is being typed: then all letters are text. */
int quiz_is_typing(const struct quiz_view *q);

/* 1 when verdicts are told at once. */
int quiz_tells(const struct quiz_view *q);

/* The line that letters go to, or NULL where they are keys. */
struct edit *quiz_edit(struct quiz_view *q);

/* 1 while the answer to the item at hand is empty. */
int quiz_is_blank(const struct quiz_view *q);

/* 1 when an item that its learner grades has not shown its answer yet. */
int quiz_is_hidden(const struct quiz_view *q);

/* 1 if the item at hand was skipped before. */
int quiz_was_skipped(const struct quiz_view *q);

/* The sheet must be set anew, with this in sight. */
void quiz_change(struct quiz_view *q, enum quiz_see see);

/* Letters are text from now on, or no longer. */
void quiz_set_ops(struct quiz_view *q);

/* Takes q->response, which is understood, as the answer: asks how sure the
 * student is where that is wanted, and gives it. */
void quiz_take_response(struct quiz_view *q);

/* 1 when the student must say how sure he is: it counts. */
int quiz_must_be_sure(const struct quiz_view *q);

/* Gives q->response as the answer to the item at hand; on to the next; the
 * item at hand is another one. */
void quiz_give_answer(struct quiz_view *q);
void quiz_next(struct quiz_view *q);
void quiz_begin_item(struct quiz_view *q);

/* What both keys and menus do. */
void quiz_hint(struct quiz_view *q);
void quiz_passage(struct quiz_view *q);
void quiz_skip(struct quiz_view *q);
void quiz_undo(struct quiz_view *q);
void quiz_easy(struct quiz_view *q);

/* Checks what there is of an answer, or the answer of the student's own. */
void quiz_check(struct quiz_view *q);
void quiz_reveal(struct quiz_view *q);

/* quiz_exam.c: free movement, and the time.  quiz_tick is that of view_ops. */
int quiz_is_exam(const struct quiz_view *q);
void quiz_go(struct quiz_view *q, size_t place);
void quiz_step(struct quiz_view *q, int by);
void quiz_overview(struct quiz_view *q);
int quiz_tick(struct view *v);
void quiz_time_is_up(struct quiz_view *q);
void quiz_add_time(const struct quiz_view *q, struct buf *b);

/* The sitting is over, or left: its results, if there are any. */
void quiz_end(struct quiz_view *q, const char *how);

/* quiz_ask.c: the commands for terminals whose function keys do not arrive;
 * and leaving, by CMD_CLOSE, CMD_CANCEL or CMD_QUIT, after asking when there
 * is something to lose. */
void quiz_menu(struct quiz_view *q);
void quiz_more(struct quiz_view *q);
void quiz_flag(struct quiz_view *q);
void quiz_leave(struct quiz_view *q, enum cmd_id cmd);

/* quiz_keys.c, quiz_draw.c: members of view_ops. */
extern const struct view_command quiz_commands[CMD_COUNT];
int quiz_key(struct view *v, int key);
int quiz_other(struct view *v, enum cmd_id cmd);
void quiz_prepare(struct view *v);
void quiz_draw(struct view *v, struct canvas *c);

#endif

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "tui/quiz.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "course/sitting.h"
#include "term/term.h"
#include "tui/quiz_run.h"
#include "tui/quiz_state.h"
#include "tui/results.h"

static const struct view_ops quiz_ops, quiz_typing_ops;

struct quiz_view *
quiz_of(struct view *v)
{
	return (struct quiz_view *)v;
}

struct session *
quiz_session(const struct quiz_view *q)
{
	return sitting_session(q->run->sitting);
}

const struct item *
quiz_item(const struct quiz_view *q)
{
	return session_item(quiz_session(q));
}

int
quiz_is_judged(const struct quiz_view *q)
{
	return session_verdict(quiz_session(q)) != NULL;
}

int
quiz_is_typing(const struct quiz_view *q)
{
	return !quiz_is_judged(q) && !q->sure && try_line(&q->try) >= 0;
}

struct edit *
quiz_edit(struct quiz_view *q)
{
	return quiz_is_typing(q) ? &q->try.typed[try_line(&q->try)] : NULL;
}

int
quiz_is_hidden(const struct quiz_view *q)
{
	return item_is_self_graded(quiz_item(q)) && !q->try.revealed;
}

int
quiz_tells(const struct quiz_view *q)
{
	return session_mode_info(q->run->mode)->tells;
}

void
quiz_change(struct quiz_view *q, enum quiz_see see)
{
	q->stale = 1;
	q->see = see;
}

void
quiz_set_ops(struct quiz_view *q)
{
	q->view.ops = quiz_is_typing(q) ? &quiz_typing_ops : &quiz_ops;
}

void
quiz_end(struct quiz_view *q, const char *how)
{
	struct tui *t = q->view.tui;

	quiz_run_finish(q->run, how);
	tui_close(&q->view);
	if (session_results(quiz_session(q)) > 0 || q->run->handed_in) {
		tui_push(t, results_new(t, q->run));
		q->run = NULL;
	} else {
		if (q->run->alone)
			tui_quit(t);
		tui_say(t, "No question was answered.");
	}
}

/* An exam shows what was answered before. */
static void
begin_try(struct quiz_view *q)
{
	struct session *s = quiz_session(q);
	const struct session_result *before =
	    session_result_at(s, session_place(s));

	if (quiz_is_exam(q) && before != NULL) {
		try_restore(&q->try, before);
		try_resume(&q->try);
	} else {
		try_begin(&q->try, quiz_item(q), session_order(s));
	}
}

void
quiz_begin_item(struct quiz_view *q)
{
	if (quiz_item(q) == NULL) {
		quiz_end(q, "done");
		return;
	}
	begin_try(q);
	q->response.confidence = 0;
	q->sure = 0;
	q->in_log = 0;
	q->sheet.scroll.top = 0;
	quiz_change(q, SEE_ANY);
	quiz_set_ops(q);
}

void
quiz_next(struct quiz_view *q)
{
	struct session *s = quiz_session(q);
	size_t place = session_place(s);

	session_next(s);
	if (quiz_is_exam(q) && session_item(s) == NULL) {
		session_go(s, place);
		quiz_begin_item(q);
		quiz_overview(q);
		return;
	}
	quiz_begin_item(q);
}

/* Once it is on the screen; before an answer in any case. */
static void
log_shown(struct quiz_view *q)
{
	if (q->in_log)
		return;
	q->in_log = 1;
	sitting_show(q->run->sitting);
}

static int
wants_sure(const struct quiz_view *q)
{
	const struct item *it = quiz_item(q);

	return it->quiz->settings.confidence != CONFIDENCE_OFF &&
	    !item_is_self_graded(it);
}

int
quiz_must_be_sure(const struct quiz_view *q)
{
	return quiz_item(q)->quiz->settings.confidence == CONFIDENCE_MARKS;
}

void
quiz_take_response(struct quiz_view *q)
{
	if (!wants_sure(q)) {
		quiz_give_answer(q);
		return;
	}
	q->sure = 1;
	quiz_change(q, SEE_SURE);
	quiz_set_ops(q);
}

void
quiz_give_answer(struct quiz_view *q)
{
	q->sure = 0;
	log_shown(q);
	sitting_answer(q->run->sitting, &q->response);
	if (!quiz_tells(q)) {
		quiz_next(q);
		if (q->view.tui->top == &q->view && !q->view.closed)
			tui_say(q->view.tui, "Noted.");
		return;
	}
	quiz_change(q, SEE_VERDICT);
	quiz_set_ops(q);
}

void
quiz_passage(struct quiz_view *q)
{
	if (quiz_tells(q) || quiz_is_judged(q))
		sheet_open_passage(q->view.tui, quiz_item(q), "the question");
	else
		tui_say(q->view.tui, "The passage is for afterwards.");
}

void
quiz_hint(struct quiz_view *q)
{
	if (quiz_is_judged(q))
		tui_say(
		    q->view.tui, "It is answered; there are no more hints.");
	else if (sitting_hint(q->run->sitting) != NULL)
		quiz_change(q, SEE_HINT);
	else if (quiz_item(q)->n_hint > 0)
		tui_say(q->view.tui, "There are no more hints.");
	else
		tui_say(q->view.tui, "There is no hint on this question.");
}

/* The answer was a slip: as it was before Enter. */
void
quiz_undo(struct quiz_view *q)
{
	if (sitting_undo(q->run->sitting) == -1) {
		tui_say(q->view.tui, "There is no answer to take back.");
		return;
	}
	if (item_is_self_graded(quiz_item(q)))
		q->try.grade = MEMORY_UNRATED;
	q->response.confidence = 0;
	q->try.grabbed = 0;
	quiz_change(q, SEE_CURSOR);
	quiz_set_ops(q);
	tui_say(q->view.tui, "Taken back: it does not count.");
}

void
quiz_easy(struct quiz_view *q)
{
	if (!session_may_be_easy(quiz_session(q))) {
		tui_say(q->view.tui,
		    "Easy is for what you knew at once, without choosing.");
		return;
	}
	sitting_easy(q->run->sitting);
	tui_say(q->view.tui, "Easy: it comes back later than usual.");
	quiz_next(q);
}

int
quiz_was_skipped(const struct quiz_view *q)
{
	size_t i;

	for (i = 0; i < q->skipped.n; i++) {
		if (q->skipped.v[i] == quiz_item(q)->index)
			return 1;
	}
	return 0;
}

void
quiz_skip(struct quiz_view *q)
{
	if (quiz_is_judged(q)) {
		quiz_next(q);
		return;
	}
	if (quiz_was_skipped(q) || session_try(quiz_session(q)) > 1) {
		tui_say(q->view.tui, "Skipped: it is left out now.");
	} else {
		vec_push(&q->skipped, quiz_item(q)->index);
		tui_say(q->view.tui, "Skipped: it comes back at the end.");
	}
	session_skip(quiz_session(q));
	quiz_begin_item(q);
}

int
quiz_is_blank(const struct quiz_view *q)
{
	return try_is_blank(&q->try);
}

static void
quiz_resize(struct view *v, int rows, int cols)
{
	struct quiz_view *q = quiz_of(v);

	(void)rows;
	(void)cols;
	sheet_resize(&q->sheet, v->tui);
	quiz_change(q,
	    quiz_is_judged(q)       ? SEE_VERDICT
		: q->sure           ? SEE_SURE
		: !quiz_is_blank(q) ? SEE_CURSOR
				    : SEE_ANY);
}

static void
quiz_painted(struct view *v)
{
	struct quiz_view *q = quiz_of(v);

	if (!quiz_is_judged(q))
		log_shown(q);
}

static void
quiz_close(struct view *v)
{
	struct quiz_view *q = quiz_of(v);

	quiz_run_free(q->run, v->tui);
	sheet_release(&q->sheet);
	try_release(&q->try);
	response_release(&q->response);
	vec_release(&q->skipped);
	free(q);
}

static const struct view_ops quiz_ops = {
	.name = "quiz",
	.where = CMD_IN_QUIZ,
	.covers = 1,
	.commands = quiz_commands,
	.key = quiz_key,
	.other = quiz_other,
	.resize = quiz_resize,
	.prepare = quiz_prepare,
	.draw = quiz_draw,
	.painted = quiz_painted,
	.tick = quiz_tick,
	.close = quiz_close,
};

static const struct view_ops quiz_typing_ops = {
	.name = "quiz",
	.where = CMD_IN_QUIZ,
	.covers = 1,
	.pastes = 1,
	.commands = quiz_commands,
	.key = quiz_key,
	.other = quiz_other,
	.resize = quiz_resize,
	.prepare = quiz_prepare,
	.draw = quiz_draw,
	.painted = quiz_painted,
	.tick = quiz_tick,
	.close = quiz_close,
};

struct view *
quiz_new(struct tui *t, struct quiz_run *run)
{
	struct quiz_view *q = xcalloc(1, sizeof(*q));

	q->view.tui = t;
	q->run = run;
	try_init(&q->try);
	response_init(&q->response);
	sheet_init(&q->sheet, t);
	assert(quiz_item(q) != NULL);
	quiz_begin_item(q);
	return &q->view;
}

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "tui/quiz.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "course/sitting.h"
#include "term/term.h"
#include "tui/quiz_bar.h"
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
	return item_input(quiz_item(q)) == INPUT_LINE && !quiz_is_judged(q);
}

int
quiz_tells(const struct quiz_view *q)
{
	return q->run->mode != SESSION_EXAM;
}

void
quiz_change(struct quiz_view *q, enum quiz_see see)
{
	q->stale = 1;
	q->see = see;
}

static void
set_ops(struct quiz_view *q)
{
	struct tui *t = q->view.tui;

	q->view.ops = quiz_is_typing(q) ? &quiz_typing_ops : &quiz_ops;
	if (t->top == &q->view)
		term_paste(t->term, q->view.ops->pastes);
}

void
quiz_end(struct quiz_view *q, const char *how)
{
	struct tui *t = q->view.tui;

	quiz_run_finish(q->run, how);
	tui_close(&q->view);
	if (session_results(quiz_session(q)) > 0) {
		tui_push(t, results_new(t, q->run));
		q->run = NULL;
	} else {
		if (q->run->alone)
			tui_quit(t);
		tui_say(t, "No question was answered.");
	}
}

static void
begin_item(struct quiz_view *q)
{
	if (quiz_item(q) == NULL) {
		quiz_end(q, "done");
		return;
	}
	edit_set(&q->edit, "");
	q->cursor = -1;
	q->ticked = 0;
	q->in_log = 0;
	q->sheet.scroll.top = 0;
	quiz_change(q, SEE_ANY);
	set_ops(q);
}

void
quiz_next(struct quiz_view *q)
{
	session_next(quiz_session(q));
	begin_item(q);
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

void
quiz_give_answer(struct quiz_view *q)
{
	log_shown(q);
	sitting_answer(q->run->sitting, &q->response);
	if (!quiz_tells(q)) {
		quiz_next(q);
		if (!q->view.closed)
			tui_say(q->view.tui, "Noted.");
		return;
	}
	quiz_change(q, SEE_VERDICT);
	set_ops(q);
}

void
quiz_passage(struct quiz_view *q)
{
	sheet_open_passage(q->view.tui, quiz_item(q), "the question");
}

void
quiz_hint(struct quiz_view *q)
{
	if (quiz_is_judged(q))
		tui_say(
		    q->view.tui, "It is answered; there are no more hints.");
	else if (session_hint(quiz_session(q)) != NULL)
		quiz_change(q, SEE_HINT);
	else if (quiz_item(q)->n_hint > 0)
		tui_say(q->view.tui, "There are no more hints.");
	else
		tui_say(q->view.tui, "There is no hint on this question.");
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
	begin_item(q);
}

int
quiz_is_blank(const struct quiz_view *q)
{
	const struct buf *text = &q->edit.text;

	if (!quiz_is_typing(q))
		return q->ticked == 0;
	return strspn(text->s, " ") == text->len;
}

static void
quiz_resize(struct view *v, int rows, int cols)
{
	struct quiz_view *q = quiz_of(v);

	(void)rows;
	(void)cols;
	sheet_resize(&q->sheet, v->tui);
	quiz_change(q,
	    quiz_is_judged(q)      ? SEE_VERDICT
		: q->cursor >= 0   ? SEE_CURSOR
		: q->edit.text.len ? SEE_FIELD
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
	edit_release(&q->edit);
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
	.close = quiz_close,
};

struct view *
quiz_new(struct tui *t, struct quiz_run *run)
{
	struct quiz_view *q = xcalloc(1, sizeof(*q));

	q->view.tui = t;
	q->run = run;
	edit_init(&q->edit);
	response_init(&q->response);
	sheet_init(&q->sheet, t);
	assert(quiz_item(q) != NULL);
	begin_item(q);
	return &q->view;
}

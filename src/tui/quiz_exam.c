/* SPDX-License-Identifier: ISC */
/* quiz_exam.c - an exam: free movement, the time, handing in */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "course/sitting.h"
#include "text/rich.h"
#include "tui/bar.h"
#include "tui/list.h"
#include "tui/quiz_run.h"
#include "tui/quiz_state.h"

enum {
	MINUTE = 60000,       /* [ms] */
	SECONDS = 2 * MINUTE, /* [ms] from then on they are shown */
	NUMBER_COLS = 5,      /* "  4  " */
	WORD_COLS = 10,       /* "answered", "open" */
	FLAG_COLS = 9,        /* "flagged" */
	NARROW = 36,          /* [col] without room for all of these */
};

int
quiz_is_exam(const struct quiz_view *q)
{
	return q->run->mode == SESSION_EXAM;
}

void
quiz_go(struct quiz_view *q, size_t place)
{
	session_go(quiz_session(q), place);
	quiz_begin_item(q);
}

void
quiz_step(struct quiz_view *q, int by)
{
	struct session *s = quiz_session(q);
	size_t n = session_size(s);

	if (!quiz_is_exam(q)) {
		tui_say(q->view.tui, "That is for exams.");
		return;
	}
	quiz_go(q, (session_place(s) + n + (size_t)(by + (int)n)) % n);
}

void
quiz_add_time(const struct quiz_view *q, struct buf *b)
{
	int64_t left = sitting_time_left(q->run->sitting);

	if (left < 0)
		return;
	if (left >= SECONDS)
		buf_printf(b, "  %lld min left", (long long)(left / MINUTE));
	else
		buf_printf(b, "  %lld:%02lld left", (long long)(left / MINUTE),
		    (long long)(left % MINUTE / 1000));
}

/* Until what is shown of the time is no longer true. */
int
quiz_tick(struct view *v)
{
	struct quiz_view *q = quiz_of(v);
	int64_t left;

	if (q->run == NULL || v->closed)
		return -1;
	left = sitting_time_left(q->run->sitting);
	if (left < 0)
		return -1;
	tui_touch(v->tui);
	sitting_beat(q->run->sitting);
	if (left == 0) {
		quiz_time_is_up(q);
		return -1;
	}
	return (int)(left >= SECONDS + MINUTE ? left % MINUTE + 1
					      : left % 1000 + 1);
}

struct overview {
	struct view view;
	struct quiz_view *quiz;
	struct list list;
	int flag_cols; /* no column if nothing is flagged */
};

static struct overview *
overview_of(struct view *v)
{
	return (struct overview *)v;
}

static void
hand_in(struct overview *o)
{
	tui_close(&o->view);
	o->quiz->run->handed_in = 1;
	quiz_end(o->quiz, "done");
}

static int
overview_key(struct view *v, int key)
{
	if (key != 'h')
		return 0;
	hand_in(overview_of(v));
	return 1;
}

static int
overview_other(struct view *v, enum cmd_id cmd)
{
	struct overview *o = overview_of(v);

	if (cmd == CMD_CHOOSE) {
		tui_close(v);
		quiz_go(o->quiz, (size_t)o->list.at);
		return 1;
	}
	return list_command(&o->list, cmd, tui_count(v->tui, 1));
}

static void
overview_resize(struct view *v, int rows, int cols)
{
	struct overview *o = overview_of(v);

	(void)rows;
	(void)cols;
	o->list.rows = tui_body(v->tui).rows;
	list_select(&o->list, o->list.at);
}

/* ">   4  answered  flagged  Where does ..." */
static void
draw_row(struct overview *o, struct canvas *c, int row, int i)
{
	const struct session *s = quiz_session(o->quiz);
	const struct item *it = session_item_at(s, (size_t)i);
	int answered = session_result_at(s, (size_t)i) != NULL;
	int narrow = c->cols < NARROW, col = tui_row_col(o->view.tui);
	char number[16];

	snprintf(number, sizeof(number), "%3d  ", i + 1);
	canvas_move(c, row, col);
	canvas_puts(c, number, STYLE_QUIET);
	canvas_puts(c, answered ? "answered" : "open",
	    answered ? STYLE_BODY : STYLE_STRONG);
	col += NUMBER_COLS + WORD_COLS;
	if (session_is_flagged(s, (size_t)i)) {
		canvas_move(c, row, col);
		canvas_puts(c, "flagged", STYLE_STRONG);
	}
	col += narrow ? 0 : o->flag_cols;
	canvas_move(c, row, col);
	if (!narrow || !session_is_flagged(s, (size_t)i))
		tui_put(o->view.tui, it->stem.text.s, c->cols - col - 1,
		    STYLE_BODY);
	if (i == o->list.at)
		tui_select_row(o->view.tui, row);
}

static void
overview_draw(struct view *v, struct canvas *c)
{
	struct overview *o = overview_of(v);
	struct session_score score;
	struct buf left = BUF_INIT, right = BUF_INIT;
	struct bar bar;
	int row;

	for (row = 0; row < o->list.rows; row++) {
		if (o->list.top + row < o->list.n)
			draw_row(o, c, tui_body(v->tui).row + row,
			    o->list.top + row);
	}
	session_score(quiz_session(o->quiz), &score);
	buf_printf(
	    &left, "Exam: %zu of %zu answered", score.answered, score.items);
	quiz_add_time(o->quiz, &right);
	tui_header(v->tui, left.s, right.s);
	quiz_run_bar(o->quiz->run, v->tui, &bar);
	bar_add(&bar, CMD_NONE, "h hand in");
	bar_add(&bar, CMD_CHOOSE, "go to the question");
	bar_end(&bar, CMD_CANCEL, "back");
	bar_show(&bar);
	buf_release(&left);
	buf_release(&right);
}

static void
overview_close(struct view *v)
{
	free(overview_of(v));
}

static const struct view_ops overview_ops = {
	.name = "questions",
	.where = CMD_IN_MENU,
	.covers = 1,
	.key = overview_key,
	.other = overview_other,
	.resize = overview_resize,
	.draw = overview_draw,
	.close = overview_close,
};

static int
any_flagged(const struct session *s)
{
	size_t i;

	for (i = 0; i < session_size(s); i++) {
		if (session_is_flagged(s, i))
			return 1;
	}
	return 0;
}

void
quiz_overview(struct quiz_view *q)
{
	struct overview *o;

	if (!quiz_is_exam(q)) {
		tui_say(q->view.tui, "That is for exams.");
		return;
	}
	o = xcalloc(1, sizeof(*o));
	o->view.ops = &overview_ops;
	o->quiz = q;
	o->flag_cols = any_flagged(quiz_session(q)) ? FLAG_COLS : 0;
	o->list.select = 1;
	o->list.n = (int)session_size(quiz_session(q));
	o->list.at = (int)session_place(quiz_session(q));
	tui_push(q->view.tui, &o->view);
}

/* What lies on top goes with it. */
void
quiz_time_is_up(struct quiz_view *q)
{
	struct view *v;

	for (v = q->view.tui->top; v != &q->view; v = v->below)
		tui_close(v);
	q->run->handed_in = 1;
	quiz_end(q, "time");
	tui_warn(q->view.tui, "The time is up.");
}

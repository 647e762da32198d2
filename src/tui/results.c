/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "tui/results.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "course/sitting.h"
#include "quiz/number.h"
#include "text/rich.h"
#include "tui/app.h"
#include "tui/bar.h"
#include "tui/list.h"
#include "tui/quiz_folder.h"
#include "tui/quiz_menu.h"
#include "tui/quiz_page.h"
#include "tui/quiz_run.h"
#include "tui/quiz_sheet.h"

enum {
	ROWS_MIN = 4,   /* questions on the screen beside the summary */
	WORD_COLS = 14, /* of RIGHT, PARTLY RIGHT, WRONG ... */
	NARROW = 36,    /* [col] less has no room for that */
	SHORT_COLS = 8, /* ... but for PARTLY */
	NUMBER_COLS = 5,
	WIDE = 60,      /* [col] a screen with room for all */
	AIRY_ROWS = 16, /* a screen with a row to spare */
};

/* A question: the first answer to it, and the last. */
struct result_row {
	const struct session_result *first, *last;
};

struct results {
	struct view view;
	struct quiz_run *run;
	VEC(struct result_row) rows;
	struct list list;
	struct sheet summary;
	int summary_rows; /* 0 where there is no room for it */
	int quit;         /* leaving them leaves the program */
};

static struct results *
results_of(struct view *v)
{
	return (struct results *)v;
}

static struct session *
session_of(const struct results *r)
{
	return sitting_session(r->run->sitting);
}

/* 1 when all was asked that was to be asked. */
static int
is_through(const struct results *r)
{
	return r->run->handed_in || session_item(session_of(r)) == NULL;
}

/* The points that count as all: those of the whole quiz, or of what was
 * answered when it was left. */
static double
full_points(const struct results *r, const struct session_score *score)
{
	return is_through(r) ? score->all : score->max;
}

/* Rounded down: 69.9 % is not 70 %. */
static int
percent(double part, double whole)
{
	return whole > 0 ? (int)(100 * part / whole + 1e-9) : 0;
}

/* "7.5 of 10 points: 75 %." */
static void
add_points(const struct results *r, const struct session_score *score,
    struct rich *out)
{
	double whole = full_points(r, score);
	struct buf b = BUF_INIT;

	number_add(&b, score->points);
	buf_adds(&b, " of ");
	number_add(&b, whole);
	buf_printf(&b, " point%s", whole == 1 ? "" : "s");
	if (whole > 0)
		buf_printf(&b, ": %d %%", percent(score->points, whole));
	buf_adds(&b, ".");
	rich_adds(out, b.s, STYLE_STRONG);
	buf_release(&b);
}

static void
add_pass(const struct results *r, const struct session_score *score,
    struct rich *out)
{
	double need = session_needed(session_of(r));
	int passed = score_passes(score, need);
	struct buf b = BUF_INIT;

	if (need <= 0 || !is_through(r))
		return;
	rich_adds(out, passed ? "  PASSED" : "  NOT PASSED",
	    passed ? STYLE_RIGHT : STYLE_WRONG);
	buf_printf(&b, " (%d %% needed).", (int)(100 * need + 0.5));
	rich_adds(out, b.s, STYLE_BODY);
	buf_release(&b);
}

/* "6 right, 1 partly right, 3 wrong, 2 not answered." */
static void
add_counts(const struct session_score *score, struct buf *b)
{
	size_t left = score->items - score->answered;

	buf_printf(b, "%zu right", score->right);
	if (score->partly > 0)
		buf_printf(b, ", %zu partly right", score->partly);
	buf_printf(b, ", %zu wrong", score->wrong);
	if (left > 0)
		buf_printf(b, ", %zu not answered", left);
	buf_addc(b, '.');
}

/* 1 if one of the quizzes counts by marks. */
static int
has_marks(const struct results *r)
{
	size_t i;

	for (i = 0; i < r->rows.n; i++) {
		if (r->rows.v[i].first->item->quiz->settings.confidence ==
		    CONFIDENCE_MARKS)
			return 1;
	}
	return 0;
}

/* 1 if a question was answered more than once. */
static int
has_returned(const struct results *r)
{
	size_t i;

	for (i = 0; i < r->rows.n; i++) {
		if (r->rows.v[i].first != r->rows.v[i].last)
			return 1;
	}
	return 0;
}

/* "Certain: 3 of 4 right.  Fairly sure: ..." and the marks that makes. */
static void
add_calibration(struct results *r, const struct session_score *score)
{
	struct buf b = BUF_INIT;

	score_say_sure(&b, score, has_marks(r));
	if (b.len > 0)
		sheet_add_string(&r->summary, b.s, STYLE_BODY);
	buf_release(&b);
}

static void
set_summary(struct results *r)
{
	struct session_score score;
	struct buf b = BUF_INIT;
	struct rich line;

	session_score(session_of(r), &score);
	sheet_reset(&r->summary);
	r->summary.airy = r->summary.scroll.rows >= AIRY_ROWS;
	sheet_pause(&r->summary);
	rich_init(&line);
	add_points(r, &score, &line);
	add_pass(r, &score, &line);
	sheet_add(&r->summary, &line);
	add_counts(&score, &b);
	if (has_returned(r))
		buf_adds(&b, "  The first answers count.");
	sheet_add_string(&r->summary, b.s, STYLE_BODY);
	add_calibration(r, &score);
	sheet_blank(&r->summary);
	rich_release(&line);
	buf_release(&b);
}

static void
list_answers(struct results *r)
{
	const struct session *s = session_of(r);
	size_t i, j;

	for (i = 0; i < session_results(s); i++) {
		struct result_row row;

		row.first = row.last = session_result(s, i);
		if (row.first->try == 1) {
			vec_push(&r->rows, row);
			continue;
		}
		for (j = 0; r->rows.v[j].first->item != row.first->item; j++)
			;
		/* In an exam an answer that was changed counts no more. */
		if (r->run->mode == SESSION_EXAM)
			r->rows.v[j].first = row.last;
		r->rows.v[j].last = row.last;
	}
	r->list.n = (int)r->rows.n;
}

/* An exam can say for good that nothing is told. */
static int
is_told(const struct results *r, const struct session_result *s)
{
	return session_mode_info(r->run->mode)->tells ||
	    s->item->quiz->settings.feedback != FEEDBACK_NEVER;
}

static void
open_question(struct view *v)
{
	struct results *r = results_of(v);

	const struct session_result *first;

	if (r->rows.n == 0) {
		tui_say(v->tui, "No question was answered.");
		return;
	}
	first = r->rows.v[r->list.at].first;
	tui_push(v->tui, quiz_page_result(v->tui, first, is_told(r, first)));
}

static void
open_passage(struct view *v)
{
	struct results *r = results_of(v);

	if (r->rows.n == 0) {
		tui_say(v->tui, "No question was answered.");
		return;
	}
	sheet_open_passage(
	    v->tui, r->rows.v[r->list.at].first->item, "the results");
}

enum unsaved_choice {
	UNSAVED_RETRY,
	UNSAVED_FOLDER,
	UNSAVED_LEAVE,
	UNSAVED_BACK,
};

static void
leave(struct results *r)
{
	tui_close(&r->view);
	if (r->quit || r->run->alone)
		tui_quit(r->view.tui);
}

static void
retry(struct results *r)
{
	if (sitting_retry(r->run->sitting) == 0)
		tui_say(r->view.tui, "All is saved now.");
	else
		tui_warn(r->view.tui, "Tried once more.  %s",
		    sitting_unsaved(r->run->sitting));
}

static void
chosen(struct tui *t, void *arg, int id)
{
	struct results *r = arg;

	if (id == UNSAVED_RETRY)
		retry(r);
	else if (id == UNSAVED_FOLDER)
		tui_push(t, quiz_folder_new(r->run->sitting));
	else if (id == UNSAVED_LEAVE)
		leave(r);
}

static void
ask_unsaved(struct results *r, const char *reason)
{
	struct view *menu = menu_new(reason, chosen, r);

	menu_add(menu, 't', UNSAVED_RETRY, "Try once more", "");
	menu_add(menu, 'f', UNSAVED_FOLDER, "Save in another folder", "");
	menu_add(menu, 'q', UNSAVED_LEAVE, "Leave; the answers are lost", "");
	menu_add(menu, 'b', UNSAVED_BACK, "Back to the results", "");
	tui_push(r->view.tui, menu);
}

static int
results_leave(struct results *r, enum cmd_id cmd)
{
	const char *reason = sitting_unsaved(r->run->sitting);

	r->quit = cmd == CMD_QUIT;
	if (reason != NULL)
		ask_unsaved(r, reason);
	else if (cmd == CMD_CANCEL && r->run->alone)
		tui_say(r->view.tui, "q leaves the program.");
	else
		leave(r);
	return 1;
}

static int
results_other(struct view *v, enum cmd_id cmd)
{
	struct results *r = results_of(v);

	if (cmd == CMD_CLOSE || cmd == CMD_CANCEL || cmd == CMD_QUIT)
		return results_leave(r, cmd);
	if (r->rows.n == 0)
		return 0;
	return list_command(&r->list, cmd, tui_count(v->tui, 1));
}

static void
results_resize(struct view *v, int rows, int cols)
{
	struct results *r = results_of(v);
	int room = tui_body(v->tui).rows;

	(void)rows;
	(void)cols;
	sheet_resize(&r->summary, v->tui);
	set_summary(r);
	r->summary_rows = (int)r->summary.lines.n;
	if (room - r->summary_rows < ROWS_MIN)
		r->summary_rows = 0;
	r->summary.scroll.rows = r->summary_rows;
	r->list.rows = room - r->summary_rows;
	list_select(&r->list, r->list.at);
}

static const char *
word_of(const struct results *r, const struct session_result *s, int narrow)
{
	if (!is_told(r, s))
		return narrow ? "GIVEN" : "ANSWERED";
	if (narrow && s->verdict.outcome == VERDICT_PARTLY)
		return "PARTLY";
	return verdict_word(&s->verdict);
}

static unsigned
word_style(const struct results *r, const struct session_result *s)
{
	if (!is_told(r, s))
		return STYLE_BODY;
	return sheet_outcome_style(&s->verdict);
}

/* "RIGHT           1  Which two bony ...    later RIGHT" */
static void
draw_row(struct results *r, struct canvas *c, int row, int i)
{
	const struct result_row *q = &r->rows.v[i];
	int narrow = c->cols < NARROW, col = tui_row_col(r->view.tui);
	int room = c->cols - 1;
	struct buf number = BUF_INIT, later = BUF_INIT;

	canvas_move(c, row, col);
	canvas_puts(c, word_of(r, q->first, narrow), word_style(r, q->first));
	col += narrow ? SHORT_COLS : WORD_COLS;
	if (c->cols >= WIDE) {
		if (q->last != q->first)
			buf_printf(
			    &later, "  later %s", word_of(r, q->last, 1));
		room -= (int)later.len;
		canvas_move(c, row, room);
		canvas_puts(c, later.s, STYLE_BODY);
		buf_printf(&number, "%3d  ", i + 1);
		canvas_move(c, row, col);
		canvas_puts(c, number.s, STYLE_QUIET);
		col += NUMBER_COLS;
	}
	canvas_move(c, row, col);
	tui_put(
	    r->view.tui, q->first->item->stem.text.s, room - col, STYLE_BODY);
	if (i == r->list.at)
		tui_select_row(r->view.tui, row);
	buf_release(&number);
	buf_release(&later);
}

/* The score, for where the summary is not on the screen. */
static void
draw_header(struct results *r)
{
	struct buf left = BUF_INIT, right = BUF_INIT;
	struct session_score score;

	session_score(session_of(r), &score);
	buf_printf(&left, "Results: %s", r->run->title);
	number_add(&right, score.points);
	buf_addc(&right, '/');
	number_add(&right, full_points(r, &score));
	buf_printf(
	    &right, "  %d %%", percent(score.points, full_points(r, &score)));
	tui_header(r->view.tui, left.s, right.s);
	buf_release(&left);
	buf_release(&right);
}

static void
draw_status(struct results *r)
{
	struct bar bar;

	quiz_run_bar(r->run, r->view.tui, &bar);
	if (r->rows.n > 0) {
		list_position(&r->list, &bar.place);
		bar_add(&bar, CMD_RESULT_OPEN, "question");
		bar_add(&bar, CMD_RESULT_PASSAGE, "passage");
	}
	bar_end(&bar, CMD_CLOSE, "leave");
	bar_show(&bar);
}

static void
results_draw(struct view *v, struct canvas *c)
{
	struct results *r = results_of(v);
	int top = tui_body(v->tui).row + r->summary_rows, i, row;

	sheet_draw(&r->summary, v->tui, c);
	for (row = 0; row < r->list.rows; row++) {
		i = r->list.top + row;
		if (i < r->list.n)
			draw_row(r, c, top + row, i);
	}
	draw_header(r);
	draw_status(r);
}

static void
results_close(struct view *v)
{
	struct results *r = results_of(v);

	quiz_run_free(r->run, v->tui);
	sheet_release(&r->summary);
	vec_release(&r->rows);
	free(r);
}

static const struct view_command commands[CMD_COUNT] = {
	[CMD_RESULT_OPEN] = { open_question },
	[CMD_RESULT_PASSAGE] = { open_passage },
};

static const struct view_ops results_ops = {
	.name = "results",
	.where = CMD_IN_RESULTS,
	.covers = 1,
	.commands = commands,
	.other = results_other,
	.resize = results_resize,
	.draw = results_draw,
	.close = results_close,
};

struct view *
results_new(struct tui *t, struct quiz_run *run)
{
	struct results *r = xcalloc(1, sizeof(*r));

	r->view.ops = &results_ops;
	r->view.tui = t;
	r->run = run;
	r->list.select = 1;
	list_answers(r);
	sheet_init(&r->summary, t);
	return &r->view;
}

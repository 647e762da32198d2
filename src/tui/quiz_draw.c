/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <string.h>

#include "quiz/number.h"
#include "text/rich.h"
#include "tui/quiz_bar.h"
#include "tui/quiz_state.h"

/* [col] Narrower screens have the numbers alone in the header. */
enum { WIDE = 60 };

static void
set_sheet(struct quiz_view *q)
{
	struct session *session = quiz_session(q);
	struct sheet_item what = { .item = quiz_item(q) };

	what.order = session_order(session);
	if (session_try(session) > 1)
		what.note = "This question comes again.";
	else if (quiz_was_skipped(q))
		what.note = "This question was skipped before.";
	what.hints = session_hints(session);
	what.ticked = q->ticked;
	what.cursor = q->cursor;
	what.verdict = session_verdict(session);
	if (what.verdict != NULL)
		what.typed = q->response.text.s;
	sheet_set(&q->sheet, &what);
}

void
quiz_prepare(struct view *v)
{
	struct quiz_view *q = quiz_of(v);
	struct sheet *s = &q->sheet;

	if (q->stale)
		set_sheet(q);
	q->stale = 0;
	switch (q->see) {
	case SEE_CURSOR:
		sheet_show(s, s->cursor);
		break;
	case SEE_FIELD:
		sheet_show(s, s->field);
		break;
	case SEE_HINT:
		sheet_show(s, s->hint);
		break;
	case SEE_VERDICT:
		sheet_show(s, s->verdict);
		break;
	case SEE_ANY:
	default:
		break;
	}
	q->see = SEE_ANY;
}

/* "question 4 of 10   2.5 of 3 points", or "4/10  2.5/3" */
static void
say_position(const struct quiz_view *q, struct buf *b)
{
	int wide = q->view.tui->canvas.cols >= WIDE;
	struct session_score score;

	session_score(quiz_session(q), &score);
	buf_printf(b, wide ? "question %zu of %zu" : "%zu/%zu", score.begun,
	    score.items);
	if (q->run->mode == SESSION_EXAM || score.answered == 0)
		return;
	buf_adds(b, wide ? "   " : "  ");
	number_add(b, score.points);
	buf_adds(b, wide ? " of " : "/");
	number_add(b, score.max);
	if (wide)
		buf_adds(b, score.max == 1 ? " point" : " points");
}

static void
draw_header(struct quiz_view *q)
{
	struct buf left = BUF_INIT, right = BUF_INIT;

	buf_printf(&left, "%s: %s",
	    q->run->mode == SESSION_EXAM ? "Exam" : "Quiz", q->run->title);
	say_position(q, &right);
	tui_header(q->view.tui, left.s, right.s);
	buf_release(&left);
	buf_release(&right);
}

/* "a-d pick" */
static void
add_letters(struct quiz_view *q, struct quiz_bar *bar)
{
	const struct item *it = quiz_item(q);
	char text[] = "a-z pick";

	text[2] = (char)('a' + it->choice.n - 1);
	if (item_input(it) == INPUT_MANY)
		memcpy(text + 4, "tick", 4);
	bar_add(bar, CMD_NONE, text);
}

static void
add_asking_hints(struct quiz_view *q, struct quiz_bar *bar)
{
	if (!quiz_is_typing(q))
		add_letters(q, bar);
	bar_add(bar, CMD_CHECK, quiz_is_blank(q) ? "menu" : "check");
	if (session_hints(quiz_session(q)) < quiz_item(q)->n_hint)
		bar_add(bar, CMD_HINT, "hint");
	bar_add(bar, CMD_PASSAGE, "passage");
	bar_add(bar, CMD_SKIP, "skip");
	bar_add(bar, quiz_is_typing(q) ? CMD_CANCEL : CMD_CLOSE, "leave");
}

static void
draw_status(struct quiz_view *q)
{
	struct buf position = BUF_INIT;
	struct quiz_bar bar;

	bar_init(&bar, q->view.tui, q->run);
	if (quiz_is_judged(q)) {
		bar_add(&bar, CMD_CHECK, "go on");
		bar_add(&bar, CMD_PASSAGE, "passage");
		bar_add(&bar, CMD_CLOSE, "leave");
	} else {
		add_asking_hints(q, &bar);
	}
	list_position(&q->sheet.scroll, &position);
	bar_show(&bar, position.s);
	buf_release(&position);
}

void
quiz_draw(struct view *v, struct canvas *c)
{
	struct quiz_view *q = quiz_of(v);
	struct edit_field field = { .label = "> ", .style = STYLE_STRONG };

	sheet_draw(&q->sheet, v->tui, c);
	draw_header(q);
	draw_status(q);
	field.row = sheet_row(&q->sheet, v->tui, q->sheet.field.from);
	field.col = sheet_col(v->tui);
	field.cols = q->sheet.width;
	if (field.row >= 0)
		edit_draw(&q->edit, c, &field);
}

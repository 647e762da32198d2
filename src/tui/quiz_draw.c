/* SPDX-License-Identifier: ISC */
#include "config.h"

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

/* Where there is not room for all of it, its rule goes first. */
static void
show_verdict(struct sheet *s)
{
	struct sheet_part part = s->verdict;

	if (part.to - part.from > s->scroll.rows)
		part.from++;
	sheet_show(s, part);
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
		show_verdict(s);
		break;
	case SEE_ANY:
	default:
		break;
	}
	q->see = SEE_ANY;
}

/* "question 4 of 10", or for one that returned "asked again" */
static void
say_number(
    const struct quiz_view *q, const struct session_score *score, struct buf *b)
{
	int wide = q->view.tui->canvas.cols >= WIDE;

	if (session_try(quiz_session(q)) > 1)
		buf_adds(b, wide ? "asked again" : "again");
	else
		buf_printf(b, wide ? "question %zu of %zu" : "%zu/%zu",
		    score->begun, score->items);
}

/* That, and "2.5 of 3 points". */
static void
say_position(const struct quiz_view *q, struct buf *b)
{
	int wide = q->view.tui->canvas.cols >= WIDE;
	struct session_score score;

	session_score(quiz_session(q), &score);
	say_number(q, &score, b);
	if (!quiz_tells(q) || score.answered == 0)
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
	struct buf text = BUF_INIT;

	buf_printf(&text, "a-%c %s", 'a' + (int)it->choice.n - 1,
	    item_input(it) == INPUT_MANY ? "tick" : "pick");
	bar_add(bar, CMD_NONE, text.s);
	buf_release(&text);
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

	list_position(&q->sheet.scroll, &position);
	bar_init(&bar, q->view.tui, q->run, position.s);
	if (quiz_is_judged(q)) {
		bar_add(&bar, CMD_CHECK, "go on");
		if (q->sheet.scroll.top + q->sheet.scroll.rows <
		    q->sheet.scroll.n)
			bar_add(&bar, CMD_TICK, "more");
		bar_add(&bar, CMD_PASSAGE, "passage");
		bar_add(&bar, CMD_CLOSE, "leave");
	} else {
		add_asking_hints(q, &bar);
	}
	bar_show(&bar);
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

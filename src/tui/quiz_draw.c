/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "course/sitting.h"
#include "quiz/number.h"
#include "text/rich.h"
#include "tui/bar.h"
#include "tui/quiz_run.h"
#include "tui/quiz_state.h"

/* [col] Narrower screens have the numbers alone in the header. */
enum { WIDE = 60 };

static void
set_sheet(struct quiz_view *q)
{
	struct session *session = quiz_session(q);
	struct sheet_item what = { .item = quiz_item(q) };
	struct buf next = BUF_INIT;

	what.order = session_order(session);
	if (session_try(session) > 1 && !quiz_is_exam(q))
		what.note = "This question comes again.";
	else if (quiz_was_skipped(q))
		what.note = "This question was skipped before.";
	what.hints = session_hints(session);
	what.try = &q->try;
	what.live = !q->sure;
	what.sure = q->sure;
	what.verdict = session_verdict(session);
	if (what.verdict != NULL)
		sitting_say_days(q->run->sitting, &next);
	what.next = next.s;
	sheet_set(&q->sheet, &what);
	buf_release(&next);
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
		sheet_show(s, s->field.from >= 0 ? s->field : s->cursor);
		break;
	case SEE_SURE:
		sheet_show(s, s->sure);
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

	if (quiz_is_exam(q))
		buf_printf(b, wide ? "question %zu of %zu" : "%zu/%zu",
		    session_place(quiz_session(q)) + 1, score->items);
	else if (session_try(quiz_session(q)) > 1)
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
	quiz_add_time(q, b);
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

	buf_printf(
	    &left, "%s: %s", quiz_mode_title(q->run->mode), q->run->title);
	say_position(q, &right);
	tui_header(q->view.tui, left.s, right.s);
	buf_release(&left);
	buf_release(&right);
}

/* "a-d pick" */
static void
add_letters(struct bar *bar, int n, const char *what)
{
	struct buf text = BUF_INIT;

	buf_printf(&text, "a-%c %s", 'a' + n - 1, what);
	bar_add(bar, CMD_NONE, text.s);
	buf_release(&text);
}

/* How to put the answer together. */
static void
add_way_hints(struct quiz_view *q, struct bar *bar)
{
	const struct item *it = quiz_item(q);
	const struct part *p = try_part(&q->try);

	switch (item_asks(it)) {
	case INPUT_ONE:
		add_letters(bar, (int)it->choice.n, "pick");
		break;
	case INPUT_MANY:
		add_letters(bar, (int)it->choice.n, "tick");
		break;
	case INPUT_PARTS:
		if (p->n > 0)
			add_letters(bar, (int)p->n, "pick");
		if (it->parts.n > 1)
			bar_add(bar, CMD_NEXT_PART, "next");
		break;
	case INPUT_ORDER:
		bar_add(bar, CMD_TICK, q->try.grabbed ? "drop" : "take");
		bar_add(bar, CMD_LOWER, "lower");
		bar_add(bar, CMD_RAISE, "raise");
		break;
	case INPUT_GRADE:
		if (q->try.revealed)
			bar_add(bar, CMD_NONE, "1-4 grade");
		break;
	case INPUT_RUBRIC:
		if (q->try.revealed)
			add_letters(bar, (int)it->rubric.n, "tick");
		break;
	case INPUT_LINE:
	default:
		break;
	}
}

/* What Enter does. */
static const char *
enter_word(const struct quiz_view *q)
{
	if (item_asks(quiz_item(q)) == INPUT_GRADE)
		return q->try.revealed ? NULL : "show";
	if (item_asks(quiz_item(q)) == INPUT_RUBRIC)
		return q->try.revealed ? "done"
		    : quiz_is_blank(q) ? "menu"
				       : "show";
	return quiz_is_blank(q) ? "menu" : "check";
}

/* "F2 hint -0.25" */
static void
add_hint(struct quiz_view *q, struct bar *bar)
{
	unsigned taken = session_hints(quiz_session(q));
	const struct item *it = quiz_item(q);
	struct buf b = BUF_INIT;

	if (taken >= it->n_hint)
		return;
	buf_adds(&b, "hint");
	if (it->hint[taken].cost > 0) {
		buf_adds(&b, " -");
		number_add(&b, it->hint[taken].cost);
	}
	bar_add(bar, CMD_HINT, b.s);
	buf_release(&b);
}

static void
add_asking_hints(struct quiz_view *q, struct bar *bar)
{
	const char *enter = enter_word(q);

	add_way_hints(q, bar);
	if (enter != NULL)
		bar_add(bar, CMD_CHECK, enter);
	if (quiz_is_exam(q))
		bar_add(bar, CMD_QUESTIONS, "list");
	if (quiz_is_hidden(q) || !item_is_self_graded(quiz_item(q)))
		add_hint(q, bar);
	if (quiz_tells(q))
		bar_add(bar, CMD_PASSAGE, "passage");
	bar_add(bar, CMD_SKIP, "skip");
	if (!quiz_is_typing(q))
		bar_add(bar, CMD_MORE, "more");
	bar_end(bar, quiz_is_typing(q) ? CMD_CANCEL : CMD_CLOSE, "leave");
}

static void
add_judged_hints(struct quiz_view *q, struct bar *bar)
{
	const struct list *l = &q->sheet.scroll;

	bar_add(bar, CMD_CHECK, "go on");
	if (l->top + l->rows < l->n)
		bar_add(bar, CMD_TICK, "more");
	bar_add(bar, CMD_PASSAGE, "passage");
	bar_add(bar, CMD_QUIZ_UNDO, "undo");
	if (session_may_be_easy(quiz_session(q)))
		bar_add(bar, CMD_EASY, "easy");
	bar_add(bar, CMD_MORE, "more");
	bar_end(bar, CMD_CLOSE, "leave");
}

static void
draw_status(struct quiz_view *q)
{
	struct bar bar;

	quiz_run_bar(q->run, q->view.tui, &bar);
	list_position(&q->sheet.scroll, &bar.place);
	if (quiz_is_judged(q)) {
		add_judged_hints(q, &bar);
	} else if (q->sure) {
		bar_add(&bar, CMD_NONE, "1-3 say");
		if (!quiz_must_be_sure(q))
			bar_add(&bar, CMD_CHECK, "do not say");
		bar_end(&bar, CMD_CANCEL, "back");
	} else {
		add_asking_hints(q, &bar);
	}
	bar_show(&bar);
}

void
quiz_draw(struct view *v, struct canvas *c)
{
	struct quiz_view *q = quiz_of(v);
	struct edit_field field = { .label = "> ", .style = STYLE_STRONG };

	sheet_draw(&q->sheet, v->tui, c);
	draw_header(q);
	draw_status(q);
	if (quiz_edit(q) == NULL)
		return;
	if (q->sheet.mark_line >= 0) {
		field.row = sheet_row(&q->sheet, v->tui, q->sheet.mark_line);
		if (field.row >= 0)
			canvas_cursor(c, field.row,
			    sheet_col(v->tui) + q->sheet.mark_col);
		return;
	}
	field.row = sheet_row(&q->sheet, v->tui, q->sheet.field.from);
	field.col = sheet_col(v->tui);
	field.cols = q->sheet.width;
	if (field.row >= 0)
		edit_draw(&q->try.typed[0], c, &field);
}

/* SPDX-License-Identifier: ISC */
/* quiz_keys.c - what keys and commands do to a question */
#include "config.h"

#include <string.h>

#include "term/key.h"
#include "text/utf8.h"
#include "tui/quiz_state.h"

static void
refuse(struct quiz_view *q)
{
	tui_warn(q->view.tui, "No answer yet: %s.", q->response.reason.s);
}

/* Shows the answer to who will grade himself, if he wrote enough. */
void
quiz_reveal(struct quiz_view *q)
{
	const struct buf *draft = &q->try.typed[0].text;

	if (answer_draft(&q->response, quiz_item(q), draft->s, draft->len) ==
	    -1) {
		tui_warn(q->view.tui, "Not yet: %s.", q->response.reason.s);
		return;
	}
	q->try.revealed = 1;
	quiz_change(q, SEE_HINT);
	quiz_set_ops(q);
}

void
quiz_check(struct quiz_view *q)
{
	if (item_asks(quiz_item(q)) == INPUT_GRADE &&
	    q->try.grade == MEMORY_UNRATED)
		tui_warn(q->view.tui, "No answer yet: say 1, 2, 3 or 4.");
	else if (try_read(&q->try, &q->response) == 0)
		quiz_take_response(q);
	else
		refuse(q);
}

/* Goes on to what is open still, unless that is where the cursor is: then there
 * is a choice. */
static void
check_parts(struct quiz_view *q)
{
	if (try_is_open(&q->try, (size_t)q->try.at)) {
		quiz_menu(q);
	} else if (try_next_open(&q->try)) {
		quiz_change(q, SEE_CURSOR);
		quiz_set_ops(q);
	} else {
		quiz_check(q);
	}
}

static void
check_unjudged(struct quiz_view *q)
{
	enum kind_input way = item_asks(quiz_item(q));

	if (way == INPUT_ORDER && q->try.grabbed) {
		q->try.grabbed = 0;
		quiz_change(q, SEE_CURSOR);
	} else if (quiz_is_blank(q) && way != INPUT_GRADE) {
		quiz_menu(q);
	} else if (quiz_is_hidden(q)) {
		quiz_reveal(q);
	} else if (way == INPUT_PARTS) {
		check_parts(q);
	} else {
		quiz_check(q);
	}
}

/* Another key was pressed where it is asked for. */
static void
ask_how_sure(struct quiz_view *q)
{
	struct tui *t = q->view.tui;
	struct buf key = BUF_INIT;

	tui_key(t, CMD_CHECK, &key);
	if (quiz_must_be_sure(q) || key.len == 0)
		tui_warn(t, "Say 1, 2 or 3.");
	else
		tui_warn(
		    t, "Say 1, 2 or 3, or press %s to say nothing.", key.s);
	buf_release(&key);
}

static void
check(struct view *v)
{
	struct quiz_view *q = quiz_of(v);

	if (quiz_is_judged(q))
		quiz_next(q);
	else if (q->sure && quiz_must_be_sure(q))
		ask_how_sure(q);
	else if (q->sure)
		quiz_give_answer(q);
	else
		check_unjudged(q);
}

static int
place_of(const struct quiz_view *q, uint32_t ticked)
{
	const unsigned char *order = session_order(quiz_session(q));
	int place = 0;

	while (!(ticked >> order[place] & 1))
		place++;
	return place;
}

static void
pick(struct quiz_view *q, int place)
{
	try_pick(&q->try, place);
	quiz_change(q, SEE_CURSOR);
	quiz_set_ops(q);
}

static void
scroll(struct quiz_view *q, enum cmd_id cmd)
{
	list_command(&q->sheet.scroll, cmd, 1);
}

static void
space_judged(struct quiz_view *q)
{
	const struct list *l = &q->sheet.scroll;

	if (l->top + l->rows < l->n)
		scroll(q, CMD_LIST_PAGE_DOWN);
	else
		quiz_next(q);
}

static void
space(struct view *v)
{
	struct quiz_view *q = quiz_of(v);

	if (quiz_is_judged(q)) {
		space_judged(q);
		return;
	}
	switch ((int)item_asks(quiz_item(q))) {
	case INPUT_ONE:
	case INPUT_MANY:
		pick(q, q->try.at < 0 ? 0 : q->try.at);
		break;
	case INPUT_PARTS:
		try_turn(&q->try, 1);
		break;
	case INPUT_ORDER:
		q->try.grabbed = !q->try.grabbed;
		break;
	case INPUT_RUBRIC:
		pick(q, q->try.at);
		break;
	case INPUT_GRADE:
		if (!q->try.revealed)
			quiz_reveal(q);
		break;
	default:
		break;
	}
	quiz_change(q, quiz_is_hidden(q) ? SEE_ANY : SEE_CURSOR);
}

/* 1 where the options are still below the screen: then it scrolls first. */
static int
is_below(const struct quiz_view *q)
{
	const struct sheet *s = &q->sheet;

	return q->try.at < 0 &&
	    s->options.from >= s->scroll.top + s->scroll.rows;
}

/* Moves among the options, parts or steps; beyond them, and where there are
 * none, scrolls. */
static void
step(struct quiz_view *q, int by)
{
	int n = try_rows(&q->try), place = q->try.at + by;

	if (q->try.at < 0)
		place = by > 0 ? 0 : n - 1;
	if (quiz_is_judged(q) || q->sure || place < 0 || place >= n ||
	    is_below(q)) {
		scroll(q, by > 0 ? CMD_LIST_DOWN : CMD_LIST_UP);
		return;
	}
	if (q->try.grabbed)
		try_move_step(&q->try, by);
	else if (item_asks(quiz_item(q)) == INPUT_ONE)
		try_pick(&q->try, place);
	else
		q->try.at = place;
	quiz_change(q, SEE_CURSOR);
	quiz_set_ops(q);
}

/* The same in a circle, among parts. */
static void
step_part(struct quiz_view *q, int by)
{
	int n = try_rows(&q->try);

	if (quiz_is_judged(q) || q->sure ||
	    item_asks(quiz_item(q)) != INPUT_PARTS)
		return;
	q->try.at = (q->try.at + by + n) % n;
	quiz_change(q, SEE_CURSOR);
	quiz_set_ops(q);
}

static void
turn(struct quiz_view *q, int by)
{
	if (quiz_is_judged(q) || q->sure)
		return;
	try_turn(&q->try, by);
	quiz_change(q, SEE_CURSOR);
}

static void
move_step(struct quiz_view *q, int by)
{
	if (quiz_is_judged(q) || q->sure ||
	    item_asks(quiz_item(q)) != INPUT_ORDER)
		return;
	try_move_step(&q->try, by);
	quiz_change(q, SEE_CURSOR);
}

static void
next_option(struct view *v)
{
	step(quiz_of(v), 1);
}

static void
prev_option(struct view *v)
{
	step(quiz_of(v), -1);
}

static void
page_down(struct view *v)
{
	scroll(quiz_of(v), CMD_LIST_PAGE_DOWN);
}

static void
page_up(struct view *v)
{
	scroll(quiz_of(v), CMD_LIST_PAGE_UP);
}

/* Back from how sure to the answer; 0 when that was not asked. */
static int
unsure(struct quiz_view *q)
{
	if (!q->sure)
		return 0;
	q->sure = 0;
	quiz_change(q, SEE_CURSOR);
	quiz_set_ops(q);
	return 1;
}

/* Commands that are the same wherever they come from. */
static int
study_command(struct quiz_view *q, enum cmd_id cmd)
{
	switch ((int)cmd) {
	case CMD_QUIZ_UNDO:
		quiz_undo(q);
		return 1;
	case CMD_EASY:
		quiz_easy(q);
		return 1;
	case CMD_MORE:
		quiz_more(q);
		return 1;
	case CMD_NEXT_QUESTION:
		quiz_step(q, 1);
		return 1;
	case CMD_PREV_QUESTION:
		quiz_step(q, -1);
		return 1;
	case CMD_QUESTIONS:
		quiz_overview(q);
		return 1;
	default:
		return 0;
	}
}

int
quiz_other(struct view *v, enum cmd_id cmd)
{
	struct quiz_view *q = quiz_of(v);

	if (cmd == CMD_CANCEL && unsure(q))
		return 1;
	switch ((int)cmd) {
	case CMD_HINT:
		quiz_hint(q);
		return 1;
	case CMD_PASSAGE:
		quiz_passage(q);
		return 1;
	case CMD_SKIP:
		quiz_skip(q);
		return 1;
	case CMD_CLOSE:
	case CMD_CANCEL:
	case CMD_QUIT:
		quiz_leave(q, cmd);
		return 1;
	default:
		return study_command(q, cmd);
	}
}

/* What the bindings have comes before what moves about in the line, but for
 * what would choose an option. */
static int
type_key(struct quiz_view *q, int key)
{
	const struct bindings *b = &q->view.tui->bindings;
	struct edit *e = quiz_edit(q);
	enum edit_result result;
	enum cmd_id cmd;

	if (!edit_key(e, key)) {
		cmd = bindings_find(b, CMD_IN_QUIZ, key);
		if (cmd != CMD_NONE && cmd != CMD_NEXT_CHOICE &&
		    cmd != CMD_PREV_CHOICE)
			return 0;
		result = edit_command(e, bindings_find(b, CMD_IN_PROMPT, key));
		if (result == EDIT_NOT)
			return 0;
	}
	if (item_asks(quiz_item(q)) != INPUT_LINE)
		q->stale = 1;
	q->see = SEE_FIELD;
	return 1;
}

/* A character that is an answer by itself picks its option: the letters of
 * the options, digits, and t and f where these are the answers. */
static int
pick_option(struct quiz_view *q, int key)
{
	struct buf typed = BUF_INIT;
	int status;

	utf8_encode(&typed, (uint32_t)key);
	status = answer_parse(&q->response, quiz_item(q),
	    session_order(quiz_session(q)), typed.s, typed.len);
	buf_release(&typed);
	if (status == 0)
		pick(q, place_of(q, q->response.ticked));
	return status == 0;
}

/* Which of `n` rows a letter or digit names, or -1. */
static int
row_of(int key, int n)
{
	int place = -1;

	if (key >= 'a' && key <= 'z')
		place = key - 'a';
	else if (key >= 'A' && key <= 'Z')
		place = key - 'A';
	else if (key >= '1' && key <= '9')
		place = key - '1';
	return place < n ? place : -1;
}

static int
pick_row(struct quiz_view *q, int key, int n)
{
	int place = row_of(key, n);

	if (place >= 0)
		pick(q, place);
	else
		buf_printf(&q->response.reason, "use a to %c", 'a' + n - 1);
	return place >= 0;
}

/* "2", or "h" for hard: the learner's own grade. */
static int
pick_grade(struct quiz_view *q, int key)
{
	static const char letters[] = "1a2h3g4e";
	const char *at = key < 128 ? strchr(letters, key) : NULL;

	if (!q->try.revealed || at == NULL) {
		buf_adds(&q->response.reason,
		    q->try.revealed ? "say 1, 2, 3 or 4"
				    : "Enter shows it first");
		return 0;
	}
	q->try.grade =
	    (enum memory_rating)(MEMORY_AGAIN + (int)(at - letters) / 2);
	quiz_check(q);
	return 1;
}

static int
pick_of(struct quiz_view *q, int key)
{
	const struct part *p;

	buf_reset(&q->response.reason);
	switch ((int)item_asks(quiz_item(q))) {
	case INPUT_ONE:
	case INPUT_MANY:
		return pick_option(q, key);
	case INPUT_PARTS:
		p = try_part(&q->try);
		return pick_row(q, key, (int)p->n);
	case INPUT_RUBRIC:
		return pick_row(q, key, (int)quiz_item(q)->rubric.n);
	case INPUT_GRADE:
		return pick_grade(q, key);
	default:
		buf_adds(
		    &q->response.reason, "Space takes a step, j and k move it");
		return 0;
	}
}

static int
pick_key(struct quiz_view *q, int key)
{
	const struct bindings *b = &q->view.tui->bindings;

	if (!key_is_text(key) || key == ' ')
		return 0;
	if (pick_of(q, key))
		return 1;
	if (bindings_find(b, CMD_IN_QUIZ, key) != CMD_NONE)
		return 0;
	refuse(q);
	return 1;
}

static int
sure_key(struct quiz_view *q, int key)
{
	if (!key_is_text(key))
		return 0;
	if (key >= '1' && key <= '3') {
		q->response.confidence = key - '0';
		quiz_give_answer(q);
	} else {
		ask_how_sure(q);
	}
	return 1;
}

int
quiz_key(struct view *v, int key)
{
	struct quiz_view *q = quiz_of(v);

	if (quiz_is_judged(q))
		return 0;
	if (q->sure)
		return sure_key(q, key);
	return quiz_is_typing(q) ? type_key(q, key) : pick_key(q, key);
}

static void
next_part(struct view *v)
{
	step_part(quiz_of(v), 1);
}

static void
prev_part(struct view *v)
{
	step_part(quiz_of(v), -1);
}

static void
next_choice(struct view *v)
{
	turn(quiz_of(v), 1);
}

static void
prev_choice(struct view *v)
{
	turn(quiz_of(v), -1);
}

static void
lower(struct view *v)
{
	move_step(quiz_of(v), 1);
}

static void
raise_step(struct view *v)
{
	move_step(quiz_of(v), -1);
}

const struct view_command quiz_commands[CMD_COUNT] = {
	[CMD_CHECK] = { check },
	[CMD_TICK] = { space },
	[CMD_NEXT_OPTION] = { next_option },
	[CMD_PREV_OPTION] = { prev_option },
	[CMD_QUESTION_DOWN] = { page_down },
	[CMD_QUESTION_UP] = { page_up },
	[CMD_NEXT_PART] = { next_part },
	[CMD_PREV_PART] = { prev_part },
	[CMD_NEXT_CHOICE] = { next_choice },
	[CMD_PREV_CHOICE] = { prev_choice },
	[CMD_LOWER] = { lower },
	[CMD_RAISE] = { raise_step },
};

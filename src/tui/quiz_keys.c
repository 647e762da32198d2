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

/* 0, or -1 when the answer makes no sense, with the reason. */
static int
read_answer(struct quiz_view *q)
{
	const struct buf *text = &q->edit.text;

	if (!quiz_is_typing(q))
		return answer_tick(&q->response, quiz_item(q), q->ticked);
	return answer_parse(&q->response, quiz_item(q),
	    session_order(quiz_session(q)), text->s, text->len);
}

static void
check(struct view *v)
{
	struct quiz_view *q = quiz_of(v);

	if (quiz_is_judged(q))
		quiz_next(q);
	else if (quiz_is_blank(q))
		quiz_menu(q);
	else if (read_answer(q) == 0)
		quiz_give_answer(q);
	else
		refuse(q);
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

/* Picks an option, or of a multi ticks it or not. */
static void
pick(struct quiz_view *q, int place)
{
	uint32_t bit = (uint32_t)1 << session_order(quiz_session(q))[place];

	q->cursor = place;
	if (item_input(quiz_item(q)) == INPUT_MANY)
		q->ticked ^= bit;
	else
		q->ticked = bit;
	quiz_change(q, SEE_CURSOR);
}

static void
scroll(struct quiz_view *q, enum cmd_id cmd)
{
	list_command(&q->sheet.scroll, cmd, 1);
}

static void
space(struct view *v)
{
	struct quiz_view *q = quiz_of(v);
	const struct list *l = &q->sheet.scroll;

	if (!quiz_is_judged(q))
		pick(q, q->cursor < 0 ? 0 : q->cursor);
	else if (l->top + l->rows < l->n)
		scroll(q, CMD_LIST_PAGE_DOWN);
	else
		quiz_next(q);
}

/* Moves among the options; beyond them, and where there are none, scrolls. */
static void
step(struct quiz_view *q, int by)
{
	int n = (int)quiz_item(q)->choice.n, place = q->cursor + by;
	const struct sheet *s = &q->sheet;

	if (q->cursor < 0)
		place = by > 0 ? 0 : n - 1;
	if (quiz_is_judged(q) || place < 0 || place >= n ||
	    (q->cursor < 0 &&
		s->options.from >= s->scroll.top + s->scroll.rows)) {
		scroll(q, by > 0 ? CMD_LIST_DOWN : CMD_LIST_UP);
		return;
	}
	q->cursor = place;
	if (item_input(quiz_item(q)) == INPUT_ONE)
		pick(q, place);
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

int
quiz_other(struct view *v, enum cmd_id cmd)
{
	struct quiz_view *q = quiz_of(v);

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
		return 0;
	}
}

/* What the bindings have comes before what moves about in the line. */
static int
type_key(struct quiz_view *q, int key)
{
	const struct bindings *b = &q->view.tui->bindings;
	enum edit_result result;

	if (!edit_key(&q->edit, key)) {
		if (bindings_find(b, CMD_IN_QUIZ, key) != CMD_NONE)
			return 0;
		result = edit_command(
		    &q->edit, bindings_find(b, CMD_IN_PROMPT, key));
		if (result == EDIT_NOT)
			return 0;
	}
	q->see = SEE_FIELD;
	return 1;
}

/* A character that is an answer by itself picks its option: the letters of
 * the options, digits, and t and f where these are the answers. */
static int
pick_key(struct quiz_view *q, int key)
{
	const struct bindings *b = &q->view.tui->bindings;
	struct buf typed = BUF_INIT;
	int status;

	if (!key_is_text(key))
		return 0;
	utf8_encode(&typed, (uint32_t)key);
	status = answer_parse(&q->response, quiz_item(q),
	    session_order(quiz_session(q)), typed.s, typed.len);
	buf_release(&typed);
	if (status == 0)
		pick(q, place_of(q, q->response.ticked));
	else if (bindings_find(b, CMD_IN_QUIZ, key) != CMD_NONE)
		return 0;
	else
		refuse(q);
	return 1;
}

int
quiz_key(struct view *v, int key)
{
	struct quiz_view *q = quiz_of(v);

	if (quiz_is_judged(q))
		return 0;
	return quiz_is_typing(q) ? type_key(q, key) : pick_key(q, key);
}

const struct view_command quiz_commands[CMD_COUNT] = {
	[CMD_CHECK] = { check },
	[CMD_TICK] = { space },
	[CMD_NEXT_OPTION] = { next_option },
	[CMD_PREV_OPTION] = { prev_option },
	[CMD_QUESTION_DOWN] = { page_down },
	[CMD_QUESTION_UP] = { page_up },
};

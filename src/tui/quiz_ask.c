/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stddef.h>

#include "course/sitting.h"
#include "quiz/number.h"
#include "tui/prompt.h"
#include "tui/quiz_menu.h"
#include "tui/quiz_run.h"
#include "tui/quiz_state.h"

/* What the menus of this view offer. */
enum choice_id {
	CHOICE_CHECK,
	CHOICE_HINT,
	CHOICE_PASSAGE,
	CHOICE_SKIP,
	CHOICE_LEAVE,
	CHOICE_BACK,
	CHOICE_QUIT,
	CHOICE_UNDO,
	CHOICE_EASY,
	CHOICE_FLAG,
	CHOICE_SUSPEND,
	CHOICE_BURY,
	CHOICE_WRONG,
	CHOICE_LIST,
};

static void
leave_for_good(struct quiz_view *q, int quit)
{
	int unsaved;

	quiz_run_finish(q->run, "left");
	unsaved = sitting_unsaved(q->run->sitting) != NULL;
	if (quit && !unsaved)
		tui_quit(q->view.tui);
	else
		quiz_end(q, "left");
}

void
quiz_flag(struct quiz_view *q)
{
	struct session *s = quiz_session(q);
	int on = !session_is_flagged(s, session_place(s));

	session_flag(s, session_place(s), on);
	sitting_mark(q->run->sitting, SITTING_FLAG, !on, NULL);
	tui_say(q->view.tui,
	    on ? "Flagged: to look at again." : "The flag is gone.");
	quiz_change(q, SEE_ANY);
}

/* Out of this session, and out of others for today or for good. */
static void
put_away(struct quiz_view *q, enum sitting_mark mark)
{
	sitting_mark(q->run->sitting, mark, 0, NULL);
	tui_say(q->view.tui,
	    mark == SITTING_BURY ? "Buried: it is not asked again today."
				 : "Suspended: it is not asked again.");
	session_drop(quiz_session(q));
	quiz_begin_item(q);
}

static void
take_note(struct tui *t, void *arg, const char *text)
{
	struct quiz_view *q = arg;

	sitting_mark(q->run->sitting, SITTING_WRONG, 0, text);
	tui_say(t, "Noted for the instructor.");
}

static const struct prompt_ops note_ops = {
	.does = "tell",
	.accept = take_note,
};

/* What the rows of quiz_more do. */
static void
do_more(struct quiz_view *q, int id)
{
	switch (id) {
	case CHOICE_UNDO:
		quiz_undo(q);
		break;
	case CHOICE_EASY:
		quiz_easy(q);
		break;
	case CHOICE_FLAG:
		quiz_flag(q);
		break;
	case CHOICE_SUSPEND:
		put_away(q, SITTING_SUSPEND);
		break;
	case CHOICE_BURY:
		put_away(q, SITTING_BURY);
		break;
	case CHOICE_WRONG:
		tui_push(q->view.tui,
		    prompt_new("What is wrong with it? ", "", &note_ops, q));
		break;
	case CHOICE_LIST:
		quiz_overview(q);
		break;
	default:
		break;
	}
}

static void
chosen(struct tui *t, void *arg, int id)
{
	struct quiz_view *q = arg;

	(void)t;
	switch (id) {
	case CHOICE_CHECK:
		if (quiz_is_hidden(q))
			quiz_reveal(q);
		else
			quiz_check(q);
		break;
	case CHOICE_HINT:
		quiz_hint(q);
		break;
	case CHOICE_PASSAGE:
		quiz_passage(q);
		break;
	case CHOICE_SKIP:
		quiz_skip(q);
		break;
	case CHOICE_LEAVE:
		leave_for_good(q, 0);
		break;
	case CHOICE_QUIT:
		leave_for_good(q, 1);
		break;
	default:
		do_more(q, id);
		break;
	}
}

static void
ask_leave(struct quiz_view *q)
{
	struct session_score score;
	struct buf title = BUF_INIT;
	struct view *menu;

	session_score(quiz_session(q), &score);
	buf_printf(&title, "Leave?  %zu of %zu questions answered.",
	    score.answered, score.items);
	menu = menu_new(title.s, chosen, q);
	menu_add(menu, 'q', CHOICE_LEAVE,
	    score.answered > 0 ? "Leave the quiz and see the results"
			       : "Leave the quiz",
	    "");
	menu_add(menu, 'b', CHOICE_BACK, "Back to the question", "");
	if (!q->run->alone)
		menu_add(menu, 'Q', CHOICE_QUIT, "Leave the program", "");
	tui_push(q->view.tui, menu);
	buf_release(&title);
}

/* 1 when leaving loses nothing that the student did. */
static int
is_untouched(const struct quiz_view *q)
{
	return session_results(quiz_session(q)) == 0 && quiz_is_blank(q);
}

/* 1 when there is nothing more to ask. */
static int
is_through(const struct quiz_view *q)
{
	struct session_score score;

	session_score(quiz_session(q), &score);
	return quiz_is_judged(q) && score.answered == score.items &&
	    score.returning == 0;
}

void
quiz_leave(struct quiz_view *q, enum cmd_id cmd)
{
	if (is_through(q) && cmd != CMD_QUIT)
		quiz_end(q, "done");
	else if (!is_untouched(q) || (q->run->alone && cmd == CMD_CANCEL))
		ask_leave(q);
	else
		leave_for_good(q, cmd == CMD_QUIT);
}

/* "A hint, for 0.25 of the points" */
static void
add_hint_row(struct quiz_view *q, struct view *menu)
{
	unsigned taken = session_hints(quiz_session(q));
	const struct item *it = quiz_item(q);
	struct buf text = BUF_INIT, key = BUF_INIT;

	if (taken >= it->n_hint)
		return;
	buf_adds(&text, taken == 0 ? "A hint" : "Another hint");
	if (it->hint[taken].cost > 0) {
		buf_adds(&text, ", for ");
		number_add(&text, it->hint[taken].cost);
		buf_adds(&text, " of the points");
	}
	tui_key(q->view.tui, CMD_HINT, &key);
	menu_add(menu, 'h', CHOICE_HINT, text.s, key.s);
	buf_release(&text);
	buf_release(&key);
}

static void
add_row(
    struct quiz_view *q, struct view *menu, enum choice_id id, enum cmd_id cmd)
{
	static const struct {
		int letter;
		const char *text;
	} rows[] = {
		[CHOICE_PASSAGE] = { 'p', "The passage in the text" },
		[CHOICE_SKIP] = { 's', "Skip this question for now" },
		[CHOICE_LEAVE] = { 'q', "Leave the quiz" },
		[CHOICE_BACK] = { 'b', "Back to the question" },
	};
	struct buf key = BUF_INIT;

	tui_key(q->view.tui, cmd, &key);
	menu_add(menu, rows[id].letter, (int)id, rows[id].text, key.s);
	buf_release(&key);
}

static void
add_more_rows(struct quiz_view *q, struct view *menu)
{
	struct session *s = quiz_session(q);
	int flagged = session_is_flagged(s, session_place(s));

	if (quiz_is_exam(q))
		menu_add(menu, 'l', CHOICE_LIST, "List all questions", "");
	menu_add(menu, 'f', CHOICE_FLAG,
	    flagged ? "Take the flag away" : "Flag it, to look at it again",
	    "");
	if (!quiz_is_exam(q)) {
		menu_add(menu, 'd', CHOICE_BURY, "Not again today", "");
		menu_add(menu, 'n', CHOICE_SUSPEND, "Never again", "");
	}
	menu_add(menu, 'w', CHOICE_WRONG,
	    "This question is wrong: tell the instructor", "");
}

/* What an answer that is not complete can be taken for. */
static const char *
as_it_is(const struct quiz_view *q)
{
	switch ((int)item_asks(quiz_item(q))) {
	case INPUT_ORDER:
		return "Check it in this order";
	case INPUT_PARTS:
		return quiz_is_blank(q) ? NULL : "Check it as it is";
	case INPUT_RUBRIC:
		return quiz_item(q)->rubric.min_words > 0
		    ? NULL
		    : "I wrote it on paper: show the answer";
	default:
		return NULL;
	}
}

void
quiz_menu(struct quiz_view *q)
{
	const char *check = as_it_is(q);
	struct view *menu;

	menu = menu_new(!quiz_is_blank(q) ? "Something is still open."
		: item_asks(quiz_item(q)) == INPUT_ORDER
		? "Nothing is moved yet."
		: quiz_is_typing(q) ? "Nothing is typed yet."
				    : "Nothing is chosen yet.",
	    chosen, q);
	if (check != NULL)
		menu_add(menu, 'c', CHOICE_CHECK, check, "");
	add_hint_row(q, menu);
	if (quiz_tells(q))
		add_row(q, menu, CHOICE_PASSAGE, CMD_PASSAGE);
	add_row(q, menu, CHOICE_SKIP, CMD_SKIP);
	add_more_rows(q, menu);
	add_row(q, menu, CHOICE_LEAVE, CMD_NONE);
	add_row(q, menu, CHOICE_BACK, CMD_CANCEL);
	tui_push(q->view.tui, menu);
}

void
quiz_more(struct quiz_view *q)
{
	struct view *menu = menu_new("This question", chosen, q);

	if (quiz_is_judged(q))
		menu_add(menu, 'u', CHOICE_UNDO,
		    "Take the answer back: it was a slip", "");
	if (session_may_be_easy(quiz_session(q)))
		menu_add(menu, 'e', CHOICE_EASY, "It was easy", "");
	add_more_rows(q, menu);
	add_row(q, menu, CHOICE_BACK, CMD_CANCEL);
	tui_push(q->view.tui, menu);
}

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stddef.h>

#include "course/sitting.h"
#include "quiz/number.h"
#include "tui/quiz_bar.h"
#include "tui/quiz_menu.h"
#include "tui/quiz_state.h"

/* What the menus of this view offer. */
enum choice_id {
	CHOICE_HINT,
	CHOICE_PASSAGE,
	CHOICE_SKIP,
	CHOICE_LEAVE,
	CHOICE_BACK,
	CHOICE_QUIT,
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

static void
chosen(struct tui *t, void *arg, int id)
{
	struct quiz_view *q = arg;

	(void)t;
	switch (id) {
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
	buf_printf(&title, "Leave?  %zu of %zu questions are answered.",
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
	return session_results(quiz_session(q)) == 0 && q->ticked == 0 &&
	    q->edit.text.len == 0;
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

void
quiz_menu(struct quiz_view *q)
{
	struct view *menu =
	    menu_new(quiz_is_typing(q) ? "Nothing is typed yet."
				       : "Nothing is chosen yet.",
		chosen, q);

	add_hint_row(q, menu);
	add_row(q, menu, CHOICE_PASSAGE, CMD_PASSAGE);
	add_row(q, menu, CHOICE_SKIP, CMD_SKIP);
	add_row(q, menu, CHOICE_LEAVE, CMD_NONE);
	add_row(q, menu, CHOICE_BACK, CMD_CANCEL);
	tui_push(q->view.tui, menu);
}

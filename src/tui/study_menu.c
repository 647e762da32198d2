/* SPDX-License-Identifier: ISC */
/* All ways to practise, and how many questions each has. */
#include "config.h"

#include <errno.h>
#include <string.h>

#include "course/history.h"
#include "course/putaway.h"
#include "course/sitting.h"
#include "doc/doc.h"
#include "quiz/bank.h"
#include "tui/app.h"
#include "tui/crumbs.h"
#include "tui/quiz_menu.h"
#include "tui/study_state.h"

enum study_choice {
	STUDY_DUE,
	STUDY_MISTAKES,
	STUDY_WEAKEST,
	STUDY_SECTION,
	STUDY_PART,
	STUDY_COURSE,
	STUDY_PRETEST,
	STUDY_CRAM,
	STUDY_EXAM,
	STUDY_RESUME,
	STUDY_PUT_AWAY,
};

static size_t
part_of(const struct tui *t, size_t section)
{
	return doc_section(t->doc, section)->parent;
}

/* What a choice asks about, and in which mode. */
static void
find_scope(const struct study *s, const struct tui *t, int id,
    struct study_scope *scope)
{
	static const enum session_mode modes[] = {
		[STUDY_DUE] = SESSION_REVIEW,
		[STUDY_MISTAKES] = SESSION_MISTAKES,
		[STUDY_PRETEST] = SESSION_PRETEST,
		[STUDY_CRAM] = SESSION_CRAM,
		[STUDY_EXAM] = SESSION_EXAM,
	};

	scope->mode = s->setup.mode;
	scope->section = 0;
	if (id == STUDY_SECTION)
		scope->section = s->menu_section;
	else if (id == STUDY_PART)
		scope->section = part_of(t, s->menu_section);
	else if (id == STUDY_WEAKEST)
		scope->section = progress_weakest(s->own, doc_sections(t->doc));
	else if (id != STUDY_COURSE)
		scope->mode = modes[id];
	scope->node = study_node(t, scope->section);
}

/* Asks again what was put away. */
static void
ask_again(struct study *s, struct tui *t)
{
	struct study_scope course = { DOC_NONE, 0, SESSION_LEARN };
	struct sitting_setup setup = study_sitting(s, t, &course);
	struct history_known known = { s->history, study_scope_of(s, t).day };
	int n;

	n = putaway_return(&setup, &known);
	s->stale = 1;
	if (n == -1)
		tui_warn(t, "Not kept: %s.", strerror(errno));
	else
		tui_say(t, "%d question%s can be asked again.", n,
		    n == 1 ? "" : "s");
}

static void
chosen(struct tui *t, void *arg, int id)
{
	struct study *s = arg;
	struct study_scope scope;

	if (id == STUDY_RESUME) {
		study_resume(s, t);
		return;
	}
	if (id == STUDY_PUT_AWAY) {
		ask_again(s, t);
		return;
	}
	find_scope(s, t, id, &scope);
	if (study_begin(s, t, &scope) == 0)
		return;
	if (id == STUDY_DUE)
		tui_say(t, "Nothing is due today.");
	else if (id == STUDY_MISTAKES)
		tui_say(t, "There are no mistakes to go over.");
	else if (study_say_waiting(s, t, scope.section) == -1)
		tui_say(t, "There are no questions of that kind.");
}

/* [col] A screen with room for words beside a number. */
enum { WIDE = 60 };

/* "11 questions"; on a small screen "11". */
static void
add_counted(struct view *menu, int letter, enum study_choice id,
    const char *text, int n)
{
	struct buf note = BUF_INIT;

	if (n == 0)
		buf_adds(&note, "none");
	else if (menu->tui->canvas.cols < WIDE)
		buf_printf(&note, "%d", n);
	else
		buf_printf(&note, "%d question%s", n, n == 1 ? "" : "s");
	menu_add(menu, letter, (int)id, text, note.s);
	buf_release(&note);
}

/* "This section: 2.2 Anatomy              11 questions" */
static void
add_row(const struct study *s, struct view *menu, int letter,
    enum study_choice id, const char *text)
{
	struct study_scope scope;

	find_scope(s, menu->tui, (int)id, &scope);
	add_counted(
	    menu, letter, id, text, study_would_ask(s, menu->tui, &scope));
}

/* A row for a section, if anything is about it. */
static void
add_section(const struct study *s, struct view *menu, int letter,
    enum study_choice id, const char *words)
{
	struct study_scope scope;
	struct buf text = BUF_INIT;

	find_scope(s, menu->tui, (int)id, &scope);
	if (scope.section == 0 || s->sections[scope.section].items == 0)
		return;
	buf_adds(&text, words);
	crumbs_title(menu->tui->doc, scope.section, &text);
	if (id == STUDY_WEAKEST)
		buf_printf(
		    &text, ", %d %%", progress_percent(&s->own[scope.section]));
	add_row(s, menu, letter, id, text.s);
	buf_release(&text);
}

/* Those who have begun: what is due, what went wrong, where least is known. */
static void
add_known(const struct study *s, struct view *menu)
{
	add_row(s, menu, 'd', STUDY_DUE, "Due today");
	add_row(s, menu, 'm', STUDY_MISTAKES, "Mistakes: what was wrong last");
	add_section(s, menu, 'w', STUDY_WEAKEST, "Weakest section: ");
}

int
study_menu(struct study *s, struct tui *t, size_t section)
{
	struct view *menu;
	int broken;

	if (study_learn(s, t) == -1 || s->sections[0].items == 0)
		return -1;
	menu = menu_new("Practise", chosen, s);
	menu->tui = t;
	s->menu_section = section;
	broken = study_add_resume(s, menu, STUDY_RESUME);
	if (s->sections[0].asked > 0)
		add_known(s, menu);
	if (section != 0) {
		add_section(s, menu, 's', STUDY_SECTION, "This section: ");
		add_section(s, menu, 'p', STUDY_PART, "This chapter: ");
	}
	add_row(s, menu, 'c', STUDY_COURSE, "The whole course");
	if (s->sections[0].asked == 0)
		add_row(s, menu, 'b', STUDY_PRETEST,
		    "Before reading: one question a section");
	else
		add_row(s, menu, 'r', STUDY_CRAM,
		    "Refresh all, least known first; no review");
	add_row(s, menu, 'e', STUDY_EXAM,
	    "Exam: right and wrong are told at the end");
	if (s->sections[0].held > 0)
		add_counted(menu, 'a', STUDY_PUT_AWAY,
		    "Ask again what was put away", (int)s->sections[0].held);
	/* What comes first is chosen by Enter: nothing that is not there. */
	if (!broken && s->sections[0].asked > 0 && s->sections[0].due == 0)
		menu_select(menu, s->sections[0].mistaken > 0 ? 1 : 2);
	tui_push(t, menu);
	return 0;
}

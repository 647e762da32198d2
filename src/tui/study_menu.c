/* SPDX-License-Identifier: ISC */
/* All ways to practise, and how many questions each has. */
#include "config.h"

#include <string.h>

#include "course/history.h"
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

static void
chosen(struct tui *t, void *arg, int id)
{
	struct study *s = arg;
	struct study_scope scope;

	if (id == STUDY_RESUME) {
		study_resume(s, t);
		return;
	}
	find_scope(s, t, id, &scope);
	if (study_begin(s, t, &scope) == 0)
		return;
	if (id == STUDY_DUE)
		tui_say(t, "Nothing is due today.");
	else if (id == STUDY_MISTAKES)
		tui_say(t, "There are no mistakes to go over.");
	else
		tui_say(t, "There are no questions of that kind.");
}

/* [col] A screen with room for words beside a number. */
enum { WIDE = 60 };

/* "11 questions", "none". */
static void
add_row(struct view *menu, int letter, int id, const char *text, unsigned n)
{
	struct buf note = BUF_INIT;

	if (n == 0)
		buf_adds(&note, "none");
	else if (menu->tui->canvas.cols < WIDE)
		buf_printf(&note, "%u", n);
	else
		buf_printf(&note, "%u question%s", n, n == 1 ? "" : "s");
	menu_add(menu, letter, id, text, note.s);
	buf_release(&note);
}

/* "This section: 2.2 Anatomy              11 questions" */
static void
add_scope(const struct study *s, struct view *menu, int letter,
    enum study_choice id, size_t section)
{
	static const char *const words[] = {
		[STUDY_WEAKEST] = "Weakest section: ",
		[STUDY_SECTION] = "This section: ",
		[STUDY_PART] = "This chapter: ",
	};
	const struct progress *p = &s->sections[section];
	struct buf text = BUF_INIT;

	if (p->items == 0)
		return;
	buf_adds(&text, words[id]);
	crumbs_title(menu->tui->doc, section, &text);
	if (id == STUDY_WEAKEST)
		buf_printf(
		    &text, ", %d %%", progress_percent(&s->own[section]));
	add_row(menu, letter, id, text.s, p->items);
	buf_release(&text);
}

/* Those who have begun: what is due, what went wrong, where least is known. */
static void
add_known(const struct study *s, struct view *menu)
{
	const struct progress *all = &s->sections[0];
	size_t weakest = progress_weakest(s->own, doc_sections(menu->tui->doc));

	add_row(menu, 'd', STUDY_DUE, "Due today", all->due);
	add_row(menu, 'm', STUDY_MISTAKES, "Mistakes: what was wrong last",
	    all->mistaken);
	if (weakest != 0)
		add_scope(s, menu, 'w', STUDY_WEAKEST, weakest);
}

/* How many items of the bank are for that use. */
static unsigned
count_use(const struct study *s, enum item_use use)
{
	unsigned n = 0;
	size_t i;

	for (i = 0; i < s->bank->items.n; i++)
		n += (s->bank->items.v[i]->use & use) != 0;
	return n;
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
	if (section != 0)
		add_scope(s, menu, 's', STUDY_SECTION, section);
	if (section != 0 && part_of(t, section) != 0)
		add_scope(s, menu, 'p', STUDY_PART, part_of(t, section));
	add_row(menu, 'c', STUDY_COURSE, "The whole course",
	    count_use(s, USE_DRILL));
	if (s->sections[0].asked == 0)
		menu_add(menu, 'b', STUDY_PRETEST,
		    "Before reading: one question a section", "");
	else
		menu_add(menu, 'r', STUDY_CRAM,
		    "Refresh all, least known first; no review", "");
	add_row(menu, 'e', STUDY_EXAM,
	    "Exam: right and wrong are told at the end",
	    count_use(s, USE_EXAM));
	/* What comes first is chosen by Enter: nothing that is not there. */
	if (!broken && s->sections[0].asked > 0 && s->sections[0].due == 0)
		menu_select(menu, s->sections[0].mistaken > 0 ? 1 : 2);
	tui_push(t, menu);
	return 0;
}

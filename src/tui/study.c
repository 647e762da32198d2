/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "tui/study.h"

#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "course/course.h"
#include "course/sitting.h"
#include "doc/doc.h"
#include "quiz/bank.h"
#include "tui/app.h"
#include "tui/crumbs.h"
#include "tui/quiz.h"
#include "tui/quiz_bar.h"
#include "tui/quiz_menu.h"
#include "tui/quiz_page.h"

struct study {
	struct study_setup setup;
	char *learner, *scores, *section;
	struct tui_hooks hooks;
	struct bank *bank; /* NULL until the document is complete */
	struct diags faults;
	int faults_shown;
	VEC(int) counts;     /* by section; -1: not counted yet */
	struct buf refused;  /* "" or why */
	struct buf lost;     /* "" or why */
	size_t menu_section; /* that the menu was opened for */
};

/* What a quiz is about. */
struct study_scope {
	uint32_t node;  /* DOC_NONE: everything */
	size_t section; /* that node, or the one it is in */
	enum session_mode mode;
};

static void
load_bank(struct study *s, struct tui *t)
{
	if (s->bank != NULL || t->owned == NULL)
		return;
	s->bank = course_bank(s->setup.course, t->owned, &s->faults);
}

static uint32_t
node_of(const struct tui *t, size_t section)
{
	return section == 0 ? DOC_NONE : doc_section(t->doc, section)->node;
}

static size_t
count_node(const struct study *s, const struct tui *t, uint32_t node)
{
	return s->bank == NULL ? 0 : sitting_count(s->bank, t->doc, node);
}

/* The reader asks at each painting, so what was counted is kept. */
static int
count_section(struct study *s, const struct tui *t, size_t section)
{
	/* A file that is no XML at all leaves a document without sections. */
	if (section >= doc_sections(t->doc))
		return 0;
	while (s->counts.n < doc_sections(t->doc))
		vec_push(&s->counts, -1);
	if (s->counts.v[section] < 0)
		s->counts.v[section] =
		    (int)count_node(s, t, node_of(t, section));
	return s->counts.v[section];
}

/* "2.2 Anatomy"; the document itself goes without its subtitle. */
static void
add_title(const struct tui *t, size_t section, struct buf *out)
{
	const char *colon;

	crumbs_title(t->doc, section, out);
	colon = section == 0 ? strstr(out->s, ": ") : NULL;
	if (colon != NULL)
		buf_truncate(out, (size_t)(colon - out->s));
}

static struct quiz_run *
new_run(struct study *s, struct tui *t, const struct study_scope *scope)
{
	struct sitting_setup setup = { .doc = t->doc, .bank = s->bank };
	struct quiz_run *run = xcalloc(1, sizeof(*run));
	struct buf title = BUF_INIT;

	setup.course = s->setup.course->name;
	setup.node = scope->node;
	setup.mode = scope->mode;
	setup.seed = s->setup.seeded ? s->setup.seed : sitting_seed();
	setup.count = s->setup.count;
	setup.learner = s->learner;
	setup.scores = s->scores;
	run->sitting = sitting_new(&setup);
	run->mode = scope->mode;
	add_title(t, scope->section, &title);
	run->title = buf_detach(&title);
	run->alone = s->setup.alone;
	run->lost = &s->lost;
	return run;
}

/* Shows what is wrong with the quiz files, the first time there is a quiz. */
static void
show_faults(struct study *s, struct tui *t)
{
	if (s->faults_shown || s->faults.all.n == 0)
		return;
	s->faults_shown = 1;
	tui_push(t, quiz_page_faults(t, &s->faults));
}

/* 0, or -1 when there is nothing to ask. */
static int
begin_quiz(struct study *s, struct tui *t, const struct study_scope *scope)
{
	struct quiz_run *run;

	if (s->bank == NULL)
		return -1;
	run = new_run(s, t, scope);
	if (session_item(sitting_session(run->sitting)) == NULL) {
		quiz_run_free(run, t);
		show_faults(s, t);
		return -1;
	}
	tui_push(t, quiz_new(t, run));
	show_faults(s, t);
	return 0;
}

/* What the menu offers. */
enum study_choice {
	STUDY_SECTION,
	STUDY_PART,
	STUDY_COURSE,
	STUDY_EXAM,
};

static size_t
part_of(const struct tui *t, size_t section)
{
	return doc_section(t->doc, section)->parent;
}

static void
chosen(struct tui *t, void *arg, int id)
{
	struct study *s = arg;
	struct study_scope scope = { DOC_NONE, 0, s->setup.mode };

	if (id == STUDY_SECTION)
		scope.section = s->menu_section;
	else if (id == STUDY_PART)
		scope.section = part_of(t, s->menu_section);
	else if (id == STUDY_EXAM)
		scope.mode = SESSION_EXAM;
	scope.node = node_of(t, scope.section);
	if (begin_quiz(s, t, &scope) < 0)
		tui_say(t, "There are no questions of that kind.");
}

/* "This section: 2.2 Anatomy              11 questions" */
static void
add_scope(struct study *s, struct view *menu, int id, size_t section)
{
	static const struct {
		int letter;
		const char *text;
	} rows[] = {
		[STUDY_SECTION] = { 's', "This section: " },
		[STUDY_PART] = { 'p', "This chapter: " },
		[STUDY_COURSE] = { 'c', "The course: " },
	};
	const struct tui *t = menu->tui;
	int n = count_section(s, t, section);
	struct buf title = BUF_INIT, text = BUF_INIT, note = BUF_INIT;

	if (n > 0) {
		add_title(t, section, &title);
		buf_printf(&text, "%s%s", rows[id].text, title.s);
		buf_printf(&note, "%d question%s", n, n == 1 ? "" : "s");
		menu_add(menu, rows[id].letter, id, text.s, note.s);
	}
	buf_release(&title);
	buf_release(&text);
	buf_release(&note);
}

static int
open_menu(struct study *s, struct tui *t, size_t section)
{
	struct view *menu;

	if (count_section(s, t, 0) == 0)
		return -1;
	menu = menu_new("Practise", chosen, s);
	menu->tui = t;
	s->menu_section = section;
	if (section != 0)
		add_scope(s, menu, STUDY_SECTION, section);
	if (section != 0 && part_of(t, section) != 0)
		add_scope(s, menu, STUDY_PART, part_of(t, section));
	add_scope(s, menu, STUDY_COURSE, 0);
	menu_add(menu, 'e', STUDY_EXAM,
	    "Exam on all: right and wrong are told at the end", "");
	tui_push(t, menu);
	return 0;
}

static void
refuse(struct study *s, struct tui *t, const char *why)
{
	buf_adds(&s->refused, why);
	tui_quit(t);
}

/* The program is one quiz. */
static void
begin_alone(struct study *s, struct tui *t)
{
	struct study_scope scope = { DOC_NONE, 0, s->setup.mode };

	if (s->section != NULL) {
		scope.node = doc_find(t->doc, s->section);
		if (scope.node == DOC_NONE) {
			refuse(s, t, "no element has the id of --section");
			return;
		}
		scope.section = doc_section_of(t->doc, scope.node);
	}
	if (begin_quiz(s, t, &scope) < 0)
		refuse(s, t,
		    "there are no questions on this; a course has them in "
		    "quiz/NAME.xml");
}

static void
study_start(struct tui *t, void *arg)
{
	struct study *s = arg;

	if (!s->setup.alone)
		return;
	tui_load_all(t);
	load_bank(s, t);
	begin_alone(s, t);
}

static void
study_loaded(struct tui *t, void *arg)
{
	load_bank(arg, t);
}

static struct quiz_count
study_count(struct tui *t, size_t section, void *arg)
{
	struct quiz_count n = { 0, 0 };
	struct study *s = arg;

	if (s->bank != NULL)
		n.all = count_section(s, t, section);
	return n;
}

static int
study_quiz(struct tui *t, enum quiz_scope what, size_t section, void *arg)
{
	struct study *s = arg;
	struct study_scope scope = { DOC_NONE, section, s->setup.mode };

	tui_load_all(t);
	load_bank(s, t);
	if (s->bank == NULL)
		return -1;
	if (what == QUIZ_MENU)
		return open_menu(s, t, section);
	scope.node = node_of(t, section);
	return begin_quiz(s, t, &scope);
}

static char *
copy(const char *s)
{
	return s == NULL ? NULL : xstrdup(s);
}

struct study *
study_new(const struct study_setup *setup)
{
	struct study *s = xcalloc(1, sizeof(*s));

	s->setup = *setup;
	s->learner = copy(setup->learner);
	s->scores = copy(setup->scores);
	s->section = copy(setup->section);
	diags_init(&s->faults);
	buf_init(&s->refused);
	buf_init(&s->lost);
	s->hooks.arg = s;
	s->hooks.start = study_start;
	s->hooks.loaded = study_loaded;
	s->hooks.count = study_count;
	s->hooks.quiz = study_quiz;
	return s;
}

void
study_free(struct study *s)
{
	if (s == NULL)
		return;
	bank_free(s->bank);
	diags_release(&s->faults);
	vec_release(&s->counts);
	buf_release(&s->refused);
	buf_release(&s->lost);
	free(s->learner);
	free(s->scores);
	free(s->section);
	free(s);
}

const struct tui_hooks *
study_hooks(struct study *s)
{
	return &s->hooks;
}

const char *
study_refused(const struct study *s)
{
	return s->refused.len > 0 ? s->refused.s : NULL;
}

const char *
study_lost(const struct study *s)
{
	return s->lost.len > 0 ? s->lost.s : NULL;
}

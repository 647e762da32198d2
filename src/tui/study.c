/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "tui/study.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "course/course.h"
#include "course/history.h"
#include "course/sitting.h"
#include "doc/doc.h"
#include "quiz/bank.h"
#include "score/day.h"
#include "tui/app.h"
#include "tui/crumbs.h"
#include "tui/quiz.h"
#include "tui/quiz_page.h"
#include "tui/quiz_run.h"
#include "tui/reader.h"
#include "tui/scores.h"
#include "tui/study_state.h"

static void
load_bank(struct study *s, struct tui *t)
{
	if (s->bank != NULL || t->owned == NULL)
		return;
	s->bank = course_bank(s->setup.course, t->owned, &s->faults);
	if (t->opt->config != NULL)
		bank_retain(s->bank, config_retention(t->opt->config));
}

uint32_t
study_node(const struct tui *t, size_t section)
{
	return section == 0 ? DOC_NONE : doc_section(t->doc, section)->node;
}

struct progress_scope
study_scope_of(const struct study *s, const struct tui *t)
{
	int64_t now = tui_now(t) * 1000;

	return (struct progress_scope){ s->history, s->bank, t->doc,
		day_number(now, day_zone(now)) };
}

/* 1 while questions are on the screen, or their results. */
static int
is_asking(const struct tui *t)
{
	const struct view *v;

	for (v = t->top; v != NULL; v = v->below) {
		if (v->ops->where == CMD_IN_QUIZ ||
		    v->ops->where == CMD_IN_RESULTS)
			return 1;
	}
	return 0;
}

/* The reader asks at each painting, so what was read is kept until questions
 * were answered. */
int
study_learn(struct study *s, const struct tui *t)
{
	struct progress_scope scope;
	size_t n;

	if (s->bank == NULL)
		return -1;
	if (s->history != NULL && (!s->stale || is_asking(t)))
		return 0;
	s->stale = 0;
	history_free(s->history);
	s->history = history_new(s->bank);
	history_read(
	    s->history, s->scores, s->setup.course->name, s->learner, NULL);
	scope = study_scope_of(s, t);
	n = doc_sections(t->doc) + 1;
	s->sections = xreallocarray(s->sections, n, sizeof(*s->sections));
	s->own = xreallocarray(s->own, n, sizeof(*s->own));
	progress_sections(s->sections, &scope, 1);
	progress_sections(s->own, &scope, 0);
	s->counts = xreallocarray(s->counts, n, sizeof(*s->counts));
	memset(s->counts, -1, n * sizeof(*s->counts));
	return 0;
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

struct sitting_setup
study_sitting(
    const struct study *s, const struct tui *t, const struct study_scope *scope)
{
	struct sitting_setup setup = { .doc = t->doc, .bank = s->bank };

	setup.course = s->setup.course->name;
	setup.node = scope->node;
	setup.mode = scope->mode;
	setup.seeded = s->setup.seeded;
	setup.seed = s->setup.seed;
	setup.count = s->setup.count;
	setup.exam_day = s->setup.exam_day;
	setup.learner = s->learner;
	setup.scores = s->scores;
	return setup;
}

int
study_would_ask(
    const struct study *s, const struct tui *t, const struct study_scope *scope)
{
	struct sitting_setup setup = study_sitting(s, t, scope);
	struct history_known known = { s->history, study_scope_of(s, t).day };

	return (int)sitting_count(&setup, &known);
}

/* `again`: to go on with that one; NULL when it cannot be. */
static struct quiz_run *
new_run(struct study *s, struct tui *t, const struct study_scope *scope,
    const struct broken *again)
{
	struct sitting_setup setup = study_sitting(s, t, scope);
	struct sitting *sitting;
	struct quiz_run *run;
	struct buf title = BUF_INIT;

	sitting =
	    again == NULL ? sitting_new(&setup) : sitting_resume(&setup, again);
	if (sitting == NULL)
		return NULL;
	run = xcalloc(1, sizeof(*run));
	run->sitting = sitting;
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

int
study_begin(struct study *s, struct tui *t, const struct study_scope *scope)
{
	struct quiz_run *run;

	if (s->bank == NULL)
		return -1;
	run = new_run(s, t, scope, NULL);
	if (session_item(sitting_session(run->sitting)) == NULL) {
		quiz_run_free(run, t);
		show_faults(s, t);
		return -1;
	}
	s->stale = 1;
	tui_push(t, quiz_new(t, run));
	show_faults(s, t);
	return 0;
}

int
study_go_on(struct study *s, struct tui *t, const struct study_scope *scope,
    const struct broken *b)
{
	struct quiz_run *run = s->bank == NULL ? NULL : new_run(s, t, scope, b);

	if (run == NULL)
		return -1;
	s->stale = 1;
	tui_push(t, quiz_new(t, run));
	show_faults(s, t);
	return 0;
}

static void
refuse(struct study *s, struct tui *t, const char *why)
{
	buf_adds(&s->refused, why);
	tui_quit(t);
}

void
study_begin_alone(struct study *s, struct tui *t)
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
	if (study_begin(s, t, &scope) < 0)
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
	/* The program is one quiz: that which was broken off, or a new one. */
	if (s->bank == NULL || study_offer(s, t) == -1)
		study_begin_alone(s, t);
}

static void
study_loaded(struct tui *t, void *arg)
{
	struct study *s = arg;

	load_bank(s, t);
	if (!s->setup.alone && study_say_broken(s, t) == -1)
		reader_say_due(t->reader);
}

static struct quiz_count
study_count(struct tui *t, size_t section, void *arg)
{
	struct quiz_count n = { .percent = -1 };
	struct study *s = arg;
	const struct progress *p;

	/* A file that is no XML at all leaves a document without sections. */
	if (section >= doc_sections(t->doc) || study_learn(s, t) == -1)
		return n;
	p = &s->sections[section];
	n.all = (int)p->items;
	n.due = (int)p->due;
	n.percent = progress_percent(p);
	n.grade = (int)progress_grade(p);
	return n;
}

/* Reckoned once, for it is asked at each painting. */
static int
study_asks(struct tui *t, size_t section, void *arg)
{
	struct study *s = arg;
	struct study_scope scope;

	if (section >= doc_sections(t->doc) || study_learn(s, t) == -1 ||
	    s->sections[section].items == 0)
		return 0;
	scope = (struct study_scope){ study_node(t, section), section,
		s->setup.mode };
	if (s->counts[section] < 0)
		s->counts[section] = study_would_ask(s, t, &scope);
	return s->counts[section];
}

static int
study_scores(struct tui *t, void *arg)
{
	struct study *s = arg;
	struct progress_scope scope;

	tui_load_all(t);
	load_bank(s, t);
	if (study_learn(s, t) == -1 || s->bank->items.n == 0)
		return -1;
	scope = study_scope_of(s, t);
	tui_push(t, scores_new(t, &scope));
	return 0;
}

int
study_say_waiting(struct study *s, struct tui *t, size_t section)
{
	const struct progress *all;
	struct buf key = BUF_INIT;

	if (study_learn(s, t) == -1 || s->sections[section].items == 0)
		return -1;
	all = &s->sections[section];
	tui_key(t, CMD_QUIZ_MENU, &key);
	if (all->held > 0)
		tui_say(t, "The questions on this were put away; %s has them.",
		    key.s);
	else
		tui_say(t, "The questions on this wait for others.");
	buf_release(&key);
	return 0;
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
		return study_menu(s, t, section);
	scope.node = study_node(t, section);
	if (study_begin(s, t, &scope) == 0)
		return 0;
	return study_say_waiting(s, t, section);
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
	s->hooks.asks = study_asks;
	s->hooks.quiz = study_quiz;
	s->hooks.scores = study_scores;
	return s;
}

void
study_free(struct study *s)
{
	if (s == NULL)
		return;
	history_free(s->history);
	bank_free(s->bank);
	diags_release(&s->faults);
	free(s->sections);
	free(s->own);
	free(s->counts);
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

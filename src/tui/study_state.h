/* SPDX-License-Identifier: ISC */
/* study_state.h - what study.c keeps and study_menu.c offers */
#ifndef LECTERN_TUI_STUDY_STATE_H
#define LECTERN_TUI_STUDY_STATE_H

#include "base/buf.h"
#include "base/diag.h"
#include "course/progress.h"
#include "tui/study.h"
#include "tui/tui.h"

struct bank;
struct broken;
struct history;
struct sitting_setup;
struct view;

struct study {
	struct study_setup setup;
	char *learner, *scores, *section;
	struct tui_hooks hooks;
	struct bank *bank; /* NULL until the document is complete */
	struct diags faults;
	int faults_shown;
	struct history *history;   /* NULL: not read yet */
	struct progress *sections; /* by section, with what is in it ... */
	struct progress *own;      /* ... and without */
	int *counts; /* by section, what a quiz on it asks; -1: not known */
	int stale;   /* questions were answered since */
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

/* Pushes a quiz; -1 when there is nothing to ask. */
int study_begin(
    struct study *s, struct tui *t, const struct study_scope *scope);

/* Says why a section with questions has none to ask; -1 when it has none. */
int study_say_waiting(struct study *s, struct tui *t, size_t section);

/* Goes on with what was broken off; -1 when that cannot be. */
int study_go_on(struct study *s, struct tui *t, const struct study_scope *scope,
    const struct broken *b);

/* Begins the quiz that the program is. */
void study_begin_alone(struct study *s, struct tui *t);

/* study_resume.c: asks if what was broken off is to go on, or says that it
 * can; -1 when nothing was.  A row for a menu with the id `id`, which study_resume is for; returns
 * 1 when there is one. */
int study_offer(struct study *s, struct tui *t);
int study_say_broken(const struct study *s, struct tui *t);
int study_add_resume(const struct study *s, struct view *menu, int id);
void study_resume(struct study *s, struct tui *t);

/* What a quiz of that scope is begun with; borrows from `s`. */
struct sitting_setup study_sitting(const struct study *s, const struct tui *t,
    const struct study_scope *scope);

/* How many questions such a quiz would ask, if it were begun now. */
int study_would_ask(const struct study *s, const struct tui *t,
    const struct study_scope *scope);

/* Reads the score files if need be; -1 while there is no bank. */
int study_learn(struct study *s, const struct tui *t);

/* What progress.h wants to know. */
struct progress_scope study_scope_of(
    const struct study *s, const struct tui *t);

/* The node of a section; DOC_NONE for the document itself. */
uint32_t study_node(const struct tui *t, size_t section);

/* Pushes the menu of all ways to practise; -1 when there are no questions. */
int study_menu(struct study *s, struct tui *t, size_t section);

#endif

/* SPDX-License-Identifier: ISC */
/*
 * tui.h - the full-screen program as its callers see it
 *
 * Layer tui: may include all layers below it.
 */
#ifndef LECTERN_TUI_TUI_H
#define LECTERN_TUI_TUI_H

#include <stddef.h>
#include <stdint.h>

struct config;
struct course;
struct diags;
struct doc;
struct term;
struct tui;

/* What practising asks for. */
enum quiz_scope {
	QUIZ_SECTION, /* questions on a section and what is in it */
	QUIZ_MENU,    /* the choice is the student's */
};

/* How many questions there are, and how they are remembered. */
struct quiz_count {
	int all;     /* that are about it */
	int due;     /* for review by now */
	int percent; /* mean recall of those that were reviewed; -1: none */
	int grade;   /* enum progress_grade of that */
};

/*
 * What the reader does not know about: questions.  All may be NULL; then
 * there are none.  Sections are numbers of doc_section().
 */
struct tui_hooks {
	void *arg; /* for all of them */

	/* The reader is there, the document perhaps not yet: a view may be
	 * pushed on it. */
	void (*start)(struct tui *t, void *arg);

	/* The document is complete. */
	void (*loaded)(struct tui *t, void *arg);

	struct quiz_count (*count)(struct tui *t, size_t section, void *arg);

	/* How many questions practising a section now would ask: fewer than
	 * there are where some are not to meet in one sitting. */
	int (*asks)(struct tui *t, size_t section, void *arg);

	/* Pushes a view with questions; 0, or -1 when there are none. */
	int (*quiz)(
	    struct tui *t, enum quiz_scope scope, size_t section, void *arg);

	/* Pushes a view with the scores; 0, or -1 when there are none. */
	int (*scores)(struct tui *t, void *arg);
};

struct tui_options {
	struct term *term;           /* borrowed, as all here */
	const struct course *course; /* what is read */
	struct diags *diags;         /* takes the faults of the document */
	const char *section; /* id of where to begin; NULL: where reading
			      * stopped */
	const struct tui_hooks *hooks;
	const struct config *config; /* NULL: the usual */
	const char *notice; /* said on opening, a row of the screen each line;
				      * or NULL */
	int64_t now;        /* [s] since 1970, for the place; 0: by the clock */
	int read_first; /* 1: read all before the first key, so that a script
			 * finds the same document on every machine */
	int forget;     /* 1: neither look for a place nor remember one */
	int new_here;   /* 1: the first time; a tour is offered */
};

/* How it ended. */
enum tui_end {
	TUI_DONE,
	TUI_FAILED, /* the document cannot be read: see the diags */
	TUI_HANGUP, /* the line is dead, or a signal asked to leave */
	TUI_TOUR,   /* the tour was asked for: another course */
};

/*
 * Shows the course until the student leaves.  The place is kept on every way
 * out.
 */
enum tui_end tui_run(const struct tui_options *opt);

#endif

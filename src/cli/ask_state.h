/* SPDX-License-Identifier: ISC */
/*
 * ask_state.h - a quiz line by line, from within
 *
 * Layer cli, private to ask.c (from question to question), ask_cmd.c (lines
 * that begin with a colon), ask_show.c (what is said).
 */
#ifndef LECTERN_CLI_ASK_STATE_H
#define LECTERN_CLI_ASK_STATE_H

#include "base/buf.h"
#include "quiz/answer.h"
#include "quiz/session.h"

struct doc;
struct sitting;

struct ask {
	struct sitting *sitting;
	struct session *session;
	const struct doc *doc;
	struct response response;
	struct buf line;
	struct buf gathered; /* lines of an answer that takes several */
	int lines;           /* how many those are */
	int revealed;        /* the answer was seen: the next line grades */
	int sure;            /* the next line says how sure the learner is */
	int feedback;
	int exam;
	int through; /* all was asked, or handed in */
	int listed; /* an exam's questions were listed: an empty line hands in */
	int ascii;
};

/* What came of reading a line. */
enum ask_input {
	ASK_OPEN, /* the question is still to be answered */
	ASK_ANSWERED,
	ASK_SKIPPED,
	ASK_MOVED, /* another question is at hand */
	ASK_LEFT,
	ASK_HANDED_IN,
	ASK_TIME, /* is up */
};

/* ask.c: a line of input without its newline, which is shown where no terminal
 * does; 0 at the end of it, -1 when the time of an exam ended before the line
 * did. */
int ask_read_line(struct ask *a);

/* ask_cmd.c: a line that begins with a colon. */
enum ask_input ask_command(struct ask *a, const char *s);
void ask_help(const struct ask *a);

/* The questions of an exam, and what can be done with them. */
void ask_list(const struct ask *a);

/* ask_show.c */
struct item;
struct rich;
struct verdict;

void ask_put_rich(
    const struct ask *a, const struct rich *r, const char *label, int indent);
void ask_show_item(struct ask *a);
void ask_show_hint(struct ask *a);
void ask_show_passage(const struct ask *a, const struct item *it);
void ask_show_verdict(const struct ask *a, const struct item *it,
    const struct verdict *v, const unsigned char *order);
void ask_show_results(const struct ask *a);
void ask_show_score(const struct ask *a);

/* May an item's parts be answered in a line each? */
int ask_takes_lines(const struct item *it);

#endif

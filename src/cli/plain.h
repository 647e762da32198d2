/* SPDX-License-Identifier: ISC */
/*
 * plain.h - a quiz line by line
 *
 * Layer cli.  The face for pipes, scripts, screen readers and terminals that
 * cannot move their cursor: text is only ever added.
 */
#ifndef LECTERN_CLI_PLAIN_H
#define LECTERN_CLI_PLAIN_H

#include "quiz/session.h"

struct broken;
struct doc;
struct sitting;

/* Asks if that should go on: 1 yes, 0 no, -1 at the end of the input. */
int plain_resume(const struct broken *b);

enum plain_end {
	PLAIN_DONE, /* all was asked, or it was handed in */
	PLAIN_LEFT, /* :q, or the end of the input */
	PLAIN_TIME, /* it was over */
};

/* What that is called in the log. */
const char *plain_end_name(enum plain_end end);

/*
 * Asks the questions of a sitting on standard output and reads the answers
 * from standard input, to the end of either.  The mode of the sitting says if
 * it is told at once what was right, or after the last question.  Writes the
 * score.
 */
enum plain_end plain_quiz(
    struct sitting *s, const struct doc *doc, enum session_mode mode);

/*
 * The answers of a sitting that ended are not saved: asks at a terminal where
 * else they may go.  0 when they are saved, -1 when they are lost; nobody is
 * asked elsewhere.
 */
int plain_save(struct sitting *s);

#endif

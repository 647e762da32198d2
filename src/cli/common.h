/* SPDX-License-Identifier: ISC */
/*
 * common.h - what several commands do
 *
 * Layer cli.
 */
#ifndef LECTERN_CLI_COMMON_H
#define LECTERN_CLI_COMMON_H

#include <stdint.h>

#include "base/diag.h"
#include "cli/cli.h"
#include "course/course.h"

/* A course and its article, opened for a command. */
struct opened {
	struct diags diags;
	struct course course;
	struct doc *doc;
};

/*
 * Finds the course that argument number `arg` names (psoas if it is not
 * there) and reads its article.  Faults are printed on standard error.
 * Returns 0, or -1 when there is nothing to show; opened_release is due
 * in either case.
 */
int opened_course(struct opened *o, const struct cli *c, int arg);
void opened_release(struct opened *o);

/* The course alone, for views that load it themselves. */
int opened_find(struct opened *o, const struct cli *c, int arg);

/*
 * A number option: its value, or `fallback` where it is not given.  -1 with a
 * message when it is no number between `min` and `max`.
 */
long option_number(
    const struct cli *c, enum cli_opt opt, long fallback, long min, long max);

/*
 * An option that takes one of several words, of which NULL is the last: the
 * number of the word in *n, which stays as it is where the option is not given.
 * -1 with a message that says which there are when it is none of them.
 */
int option_word(
    const struct cli *c, enum cli_opt opt, const char *const words[], int *n);

/*
 * A date option, "2026-11-22": its day number (score/day.h), or today where it
 * is not given.  -1 with a message when it is no date.
 */
int option_day(const struct cli *c, enum cli_opt opt, int64_t *day);

/* Appends `s` as one line for a terminal: paths and arguments hold anything. */
struct buf;
void clean_line(struct buf *b, const char *s);

/* `lectern: ...` on standard error, one line and without control characters. */
void complain(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/* What to do when standard output takes no more, with errno saying why: a
 * complaint, but not about a reader who has seen enough.  CLI_FAULT. */
int complain_of_output(void);

/* Is the locale one of UTF-8? */
int locale_is_utf8(void);

/* Lets who waits for input with a time limit see all there is: call it before
 * any is read. */
void input_by_bytes(void);

/* Is standard input a terminal, which shows what is typed? */
int input_is_terminal(void);

/* The node with the id of --section; DOC_NONE where it is not given.  -1 with
 * a message when there is no such id. */
struct doc;
int option_section(const struct cli *c, const struct doc *doc, uint32_t *node);

/* The folder of a course's scores, by --scores, on the heap; NULL with a message
 * when there is none. */
char *option_scores(const struct cli *c, const char *course);

/* Text for standard output: as it is, or transliterated. */
void put_text(const char *s);

#endif

/* SPDX-License-Identifier: ISC */
/*
 * scores_out.h - scores for other programs
 *
 * Layer cli.  The tables of "lectern scores --by" and the whole of it as JSON;
 * lectern(1) says what the fields mean.
 */
#ifndef LECTERN_CLI_SCORES_OUT_H
#define LECTERN_CLI_SCORES_OUT_H

#include "course/progress.h"
#include "text/records.h"

struct buf;
struct cli;

enum scores_by {
	SCORES_BY_NONE = -1,
	SCORES_BY_ITEM,
	SCORES_BY_SECTION,
	SCORES_BY_KIND,
};

/* What --by calls them, and NULL. */
extern const char *const scores_by_names[];

/* What "lectern scores" and "lectern report" are asked for. */
struct scores_request {
	enum records_format format;
	int by;          /* number of its name; -1: not given */
	int64_t day;     /* as of this one */
	int64_t until;   /* later ones do not count; INT64_MAX: all do */
	const char *who; /* NULL: not given */
};

/* Reads it from the options, `by` being the words for --by.  -1 with a message
 * when they make no sense. */
int scores_request(
    const struct cli *c, const char *const by[], struct scores_request *q);

/* Adds a row for each item, section or kind. */
void scores_rows(
    struct records *r, const struct progress_scope *scope, enum scores_by by);

/* For tables of others: the fields "section" and "title" (section -1: none), and
 * those of sums. */
void scores_add_section(
    struct records *r, const struct doc *doc, ptrdiff_t section);
void scores_add_progress(struct records *r, const struct progress *p);

/* Appends all that the page of scores shows, as one JSON object. */
void scores_json(struct buf *out, const struct progress_scope *scope,
    const char *course, const char *who);

#endif

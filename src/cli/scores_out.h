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

enum scores_by {
	SCORES_BY_NONE,
	SCORES_BY_ITEM,
	SCORES_BY_SECTION,
	SCORES_BY_KIND,
};

/* The table of that name; -1: there is none. */
int scores_by_find(const char *name, enum scores_by *by);

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

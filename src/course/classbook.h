/* SPDX-License-Identifier: ISC */
/*
 * classbook.h - what the score files of a class say
 *
 * Layer course.  A replay of all learners' files: how good each question is, by
 * the first answer of each learner (score/itemstats.h); where each learner
 * stands; how well each section is known; and what learners say is wrong.
 * Corrections count from whatever file they stand in.
 */
#ifndef LECTERN_COURSE_CLASSBOOK_H
#define LECTERN_COURSE_CLASSBOOK_H

#include <stddef.h>
#include <stdint.h>

#include "course/progress.h"
#include "score/itemstats.h"

struct classbook;
struct diags;
struct replay_totals;

/* Strings here are as in the files: clean them before they are shown. */
struct class_item {
	const char *id, *type, *about;
	const struct item *item; /* NULL: the course has it no longer */
	unsigned answers, right; /* by all */
	double max;              /* points */
	struct itemstats first;  /* of first answers; n: learners with one */
	const char *wrong;       /* the wrong answer given most often, or "" */
	unsigned wrong_n;        /* so often */
	unsigned dangerous;      /* answers that would have done harm */
	unsigned reported;       /* learners who say that it is wrong */
};

struct class_learner {
	const char *who;
	struct progress all;
	double first;  /* mean fraction of first answers, 0 to 1; NAN: none */
	unsigned days; /* of study */
	int64_t last;  /* the last of them */
};

/* A section over all learners. */
struct class_section {
	unsigned learners; /* with an answer */
	struct progress all;
};

/* "This item is wrong", in a learner's words. */
struct class_remark {
	const char *item, *who, *note;
	int64_t day;
};

/*
 * Reads the folder of a course.  `scope` says which items there are and which
 * day it is; its history is not used.  Later days than `until` do not count
 * (INT64_MAX: all do).  NULL with errno as replay_run; no files are none.
 */
struct classbook *classbook_read(const char *folder,
    const struct progress_scope *scope, int64_t until, struct diags *d,
    struct replay_totals *totals);

/* NULL is fine. */
void classbook_free(struct classbook *c);

/* Items that somebody answered or remarked on, by their ids. */
size_t classbook_items(const struct classbook *c);
const struct class_item *classbook_item(const struct classbook *c, size_t i);

/* Learners by their names. */
size_t classbook_learners(const struct classbook *c);
const struct class_learner *classbook_learner(
    const struct classbook *c, size_t i);

/* By the number of the section in the document; the one behind the last: items
 * that the course has no longer. */
const struct class_section *classbook_section(
    const struct classbook *c, size_t section);

size_t classbook_remarks(const struct classbook *c);
const struct class_remark *classbook_remark(
    const struct classbook *c, size_t i);

/* The class as if all of it were one test: who has not answered all items has
 * the same part of all points as of those of his items. */
const struct teststats *classbook_test(const struct classbook *c);

#endif

/* SPDX-License-Identifier: ISC */
/*
 * progress.h - how far a learner has come, in numbers
 *
 * Layer course.  Sums over a history (course/history.h) and the items of a
 * course, as of a day that the caller says.  Nothing here is kept.
 */
#ifndef LECTERN_COURSE_PROGRESS_H
#define LECTERN_COURSE_PROGRESS_H

#include <stddef.h>
#include <stdint.h>

#include "quiz/item.h"

struct bank;
struct buf;
struct doc;
struct history;
struct history_item;

/* Sums over some items. */
struct progress {
	unsigned items; /* that the course has */
	unsigned asked; /* items with an answer that counts */
	unsigned known; /* items with a review: those that have a memory */
	unsigned due;   /* of these, to be reviewed by now */
	unsigned leech; /* see progress_is_leech */
	unsigned held;  /* suspended, or buried for the day */
	unsigned flagged, reported;
	unsigned mistaken;               /* answered wrong last, and not held */
	unsigned answers, right, partly; /* answers to all of them */
	double sum;                      /* of their fractions */
	double recall; /* sum of the chances to recall those that are known;
			* what was wrong last has none until it is recalled
			* once, however short ago the answer was shown */
};

/* Where items stand and which day it is; all borrowed. */
struct progress_scope {
	const struct history *history;
	const struct bank *bank;
	const struct doc *doc;
	int64_t day;
};

/* Adds an item; `it` NULL: one that the course has no longer, whose answers
 * count and nothing else. */
void progress_add(struct progress *p, const struct progress_scope *scope,
    const struct item *it, const struct history_item *i);

/* All items of the course, and the answers to others. */
void progress_all(struct progress *p, const struct progress_scope *scope);

/*
 * For each section of the document its items: those about what is in it and in
 * none of its sections, or with `below` those as well.  An item counts once in
 * each section it is about.  `p` has doc_sections + 1 rows, which are set; the
 * last is for items that the course has no longer.
 */
void progress_sections(
    struct progress *p, const struct progress_scope *scope, int below);

/* By kind of item. */
void progress_kinds(
    struct progress p[ITEM_KIND_COUNT], const struct progress_scope *scope);

/* The section that the first passage of an item is in, and where there is no
 * item that of the id `about`; -1: none. */
ptrdiff_t progress_section_about(const struct progress_scope *scope,
    const struct item *it, const char *about);
ptrdiff_t progress_section_of(
    const struct progress_scope *scope, const struct history_item *i);

/*
 * How many items fall due on each of `n` days, the scope's day first; what is
 * overdue counts there.
 */
void progress_forecast(
    const struct progress_scope *scope, unsigned *due, size_t n);

/* Days in a row with answers, up to the scope's day or the day before. */
unsigned progress_streak(const struct progress_scope *scope);

/* 1 for an item that was known and forgotten MEMORY_LEECH times and more: to
 * learn it so again is no use, it wants the text or another question. */
int progress_is_leech(const struct history_item *i);

/* The section where least is recalled, of those with a memory; 0 when there are
 * not two of them. */
size_t progress_weakest(const struct progress *p, size_t sections);

/* How well something is recalled. */
enum progress_grade {
	PROGRESS_NEW,  /* nothing is known */
	PROGRESS_WEAK, /* below PROGRESS_IS_FAIR */
	PROGRESS_FAIR,
	PROGRESS_STRONG, /* from PROGRESS_IS_STRONG, and half of all asked */
	PROGRESS_GRADE_COUNT
};

#define PROGRESS_IS_FAIR   0.7
#define PROGRESS_IS_STRONG 0.9

/* Of the mean recall of the items that are known. */
enum progress_grade progress_grade(const struct progress *p);

/* "new", "weak", "fair", "strong"; and a sign of one column for each. */
const char *progress_word(enum progress_grade grade);
const char *progress_sign(enum progress_grade grade, int ascii);

/* In percent, rounded down; -1 when nothing is known. */
int progress_percent(const struct progress *p);

#endif

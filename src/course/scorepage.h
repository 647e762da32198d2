/* SPDX-License-Identifier: ISC */
/*
 * scorepage.h - a learner's scores as a page of text
 *
 * Layer course.  What the full screen shows under `S` and "lectern scores"
 * prints: days and what is due, recall by section and by kind, recall over
 * time, the forecast, calibration, and the items that want a look.  Drawn with
 * block characters, or with ASCII.
 */
#ifndef LECTERN_COURSE_SCOREPAGE_H
#define LECTERN_COURSE_SCOREPAGE_H

#include "course/progress.h"

struct buf;
struct rich;

enum { SCOREPAGE_COLS = 78, SCOREPAGE_COLS_MIN = 24 };

struct scorepage {
	struct progress_scope scope;
	int cols;  /* [col] of a line at most, SCOREPAGE_COLS_MIN and more */
	int ascii; /* 1: no other characters, but in titles and stems */

	/* Takes the lines from the top down; each is borrowed until it
	 * returns, and no wider than `cols`. */
	void (*line)(void *ctx, const struct rich *line);
	void *ctx;
};

void scorepage_write(const struct scorepage *page);

/* Appends a day number as a date, "2026-11-22". */
void scorepage_date(struct buf *b, int64_t day);

#endif

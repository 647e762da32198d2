/* SPDX-License-Identifier: ISC */
/* scorepage_parts.h - the charts of a page of scores, and what they are made
 * with.  For scorepage*.c only. */
#ifndef LECTERN_COURSE_SCOREPAGE_PARTS_H
#define LECTERN_COURSE_SCOREPAGE_PARTS_H

#include "course/scorepage.h"

/* A line, cut where the page ends; a heading with a blank line before it. */
void scorepage_line(
    const struct scorepage *page, const char *s, unsigned style);
void scorepage_heading(const struct scorepage *page, const char *s);

/* Two sentences in a line where there is room, else a line each. */
void scorepage_pair(
    const struct scorepage *page, struct buf *first, const struct buf *next);

/* Appends a text in exactly `cols` columns. */
void scorepage_fit(struct buf *b, const char *s, int cols);

/* Appends "1.1 Anatomy". */
void scorepage_title(const struct doc *doc, size_t section, struct buf *b);

void scorepage_put_recall(const struct scorepage *page);
void scorepage_put_forecast(const struct scorepage *page);
void scorepage_put_confidence(const struct scorepage *page);
void scorepage_put_leeches(const struct scorepage *page);

#endif

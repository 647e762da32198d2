/* SPDX-License-Identifier: ISC */
/*
 * number.h - numbers in attributes and in answers
 *
 * Layer quiz: may include base.  The locale has no say in what a number is.
 */
#ifndef LECTERN_QUIZ_NUMBER_H
#define LECTERN_QUIZ_NUMBER_H

#include <stddef.h>

struct buf;

/*
 * A number as XML Schema's double writes it, without INF and NaN: all of `s`,
 * as "-1.5e3".  0, or -1 when it is none or beyond the range of a double.
 */
int number_parse(const char *s, double *out);

/*
 * A number as people type it, at the start of `s`: an optional sign, which may
 * be U+2212; a decimal point or comma; an exponent; or a fraction of two whole
 * numbers, "1/2".  Its length in bytes; 0 when there is none; -1 when it could
 * be read in two ways, as "1,500" and "1.500,5".
 */
int number_typed(const char *s, double *out);

/* Appends `x` with at most two decimals and none that is idle: "2.5", "1". */
void number_add(struct buf *b, double x);

#endif

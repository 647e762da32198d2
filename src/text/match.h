/* SPDX-License-Identifier: ISC */
/*
 * match.h - finding a string in text
 *
 * Layer text: may include base.
 */
#ifndef LECTERN_TEXT_MATCH_H
#define LECTERN_TEXT_MATCH_H

#include <stddef.h>

/* The first place of `needle` in `hay`, or NULL; an empty needle is nowhere. */
const char *match_find(
    const char *hay, size_t len, const char *needle, size_t needle_len);

/*
 * How well `pattern` fits `text` when its letters may stand apart: higher is
 * better, 0 does not fit.  Both are folded strings.  Starts of words and runs
 * of letters count most, so that "anat" finds "Anatomy" before "Any attempt".
 */
int match_fuzzy(const char *pattern, const char *text);

/*
 * Damerau-Levenshtein distance in characters (optimal string alignment), or
 * `limit` + 1 when it is more than `limit`.
 */
int match_distance(const char *a, const char *b, int limit);

#endif

/* SPDX-License-Identifier: ISC */
/*
 * nearest.h - the command that a mistyped word was meant to be
 *
 * Layer cli.
 */
#ifndef LECTERN_CLI_NEAREST_H
#define LECTERN_CLI_NEAREST_H

/* The name of the command that is nearest to `word`; NULL if none is near: more
 * than a third of its letters would be others. */
const char *nearest_command(const char *word);

/* How many letters one has to insert, delete, replace or swap with the next to
 * make `a` of `b` (optimal string alignment); of words of up to 31 bytes, and 99
 * for longer ones. */
int nearest_distance(const char *a, const char *b);

#endif

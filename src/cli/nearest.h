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

#endif

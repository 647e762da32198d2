/* SPDX-License-Identifier: ISC */
/*
 * chosen.h - the config file, for commands
 *
 * Layer cli.
 */
#ifndef LECTERN_CLI_CHOSEN_H
#define LECTERN_CLI_CHOSEN_H

#include "base/diag.h"
#include "cli/cli.h"
#include "tui/config.h"

struct bank;

struct chosen {
	struct config config;
	struct diags diags; /* what is wrong with the file */
	char *path;         /* of the file; NULL: there is no home */
	int missing;        /* errno where it was not read; 0: it was */
	char *notice;       /* the first fault in one line, or NULL */
};

/* Reads the file of --config, or the usual one. */
void chosen_load(struct chosen *s, const struct cli *c);

/* What the file says of retention, for the questions of a course. */
void chosen_retain(const struct cli *c, struct bank *bank);
void chosen_release(struct chosen *s);

#endif

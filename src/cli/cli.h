/* SPDX-License-Identifier: ISC */
/*
 * cli.h - the commands of lectern
 *
 * Layer cli: may include everything below it.  cli_main finds the command and
 * its options in cli.def and opt.def; each command is one file, cmd_NAME.c,
 * with one function that gets them parsed.
 */
#ifndef LECTERN_CLI_CLI_H
#define LECTERN_CLI_CLI_H

#include <stddef.h>
#include <stdint.h>

#include "doc/profile.h"

enum cli_id {
#define CLI(id, name, args, help) CLI_##id,
#include "cli/cli.def"
#undef CLI
	CLI_COUNT
};

enum cli_on {
#define CLI(id, name, args, help) ON_##id = 1 << CLI_##id,
#include "cli/cli.def"
#undef CLI
	ON_ALL = (1 << CLI_COUNT) - 1
};

enum cli_opt {
#define OPT(id, name, arg, on, help) OPT_##id,
#include "cli/opt.def"
#undef OPT
	OPT_COUNT
};

/* Exit statuses of the program. */
enum cli_status {
	CLI_DONE = 0,
	CLI_FAULT = 1, /* a fault was found, or something failed */
	CLI_USAGE = 2, /* the command line makes no sense */
};

/* A command line, parsed.  Strings are those of argv. */
struct cli {
	enum cli_id command;
	const char *opt[OPT_COUNT]; /* its argument, "" for a switch, or NULL */
	struct profile profile;     /* what --profile asks for */
	int named;                  /* the command was written, not meant */
	char **arg;                 /* what is left, n_arg of them */
	int n_arg;
};

/* Runs the program; returns its exit status. */
int cli_main(int argc, char **argv);

/* The command of that name; CLI_COUNT if there is none. */
enum cli_id cli_command(const char *name);

/* Writes how a command is used, or for CLI_COUNT the program; CLI_DONE. */
int cli_help(enum cli_id topic);

/* One function a command, by its id. */
int cmd_read(const struct cli *c);
int cmd_tour(const struct cli *c);
int cmd_quiz(const struct cli *c);
int cmd_print(const struct cli *c);
int cmd_search(const struct cli *c);
int cmd_check(const struct cli *c);
int cmd_scores(const struct cli *c);
int cmd_report(const struct cli *c);
int cmd_courses(const struct cli *c);
int cmd_doctor(const struct cli *c);
int cmd_help(const struct cli *c);

#endif

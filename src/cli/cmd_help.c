/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "cli/cli.h"
#include "cli/common.h"
#include "cli/nearest.h"

static const struct {
	const char *name, *args, *help;
} commands[CLI_COUNT] = {
#define CLI(id, name, args, help) [CLI_##id] = { name, args, help },
#include "cli/cli.def"
#undef CLI
};

static const struct {
	const char *name, *arg, *help;
	unsigned on;
} options[OPT_COUNT] = {
#define OPT(id, name, arg, on, help) [OPT_##id] = { name, arg, help, on },
#include "cli/opt.def"
#undef OPT
};

static void
usage_line(const char *start, int i)
{
	/* The first command is also what runs without one. */
	printf("%s lectern %s%s%s\n", start,
	    i == CLI_READ ? "" : commands[i].name, i == CLI_READ ? "" : " ",
	    commands[i].args);
}

static void
option_line(int i)
{
	char left[40];

	snprintf(left, sizeof(left), "--%s%s%s", options[i].name,
	    options[i].arg == NULL ? "" : " ",
	    options[i].arg == NULL ? "" : options[i].arg);
	printf("  %-18s %s\n", left, options[i].help);
}

static void
overview(void)
{
	int i;

	puts("lectern: read a course in the terminal and be asked about it\n");
	for (i = 0; i < CLI_COUNT; i++) {
		char left[60];

		snprintf(left, sizeof(left), "%s %s",
		    i == CLI_READ ? "" : commands[i].name, commands[i].args);
		printf("  lectern %-24s %s\n",
		    i == CLI_READ ? commands[i].args : left, commands[i].help);
	}
	puts("\nCOURSE is the name of a course, its folder, or a DocBook file; "
	     "psoas if left out.\n\nOptions, see \"lectern help COMMAND\" for "
	     "those of each:\n");
	for (i = 0; i < OPT_COUNT; i++)
		option_line(i);
	puts("\nIn the reader press ? for its keys.  The manual: man lectern");
}

int
cli_help(enum cli_id topic)
{
	int i;

	if (topic == CLI_COUNT) {
		overview();
		return CLI_DONE;
	}
	usage_line("usage:", topic);
	printf(
	    "\nlectern %s: %s\n\n", commands[topic].name, commands[topic].help);
	for (i = 0; i < OPT_COUNT; i++) {
		if (options[i].on & 1u << topic)
			option_line(i);
	}
	return CLI_DONE;
}

int
cmd_help(const struct cli *c)
{
	enum cli_id topic = CLI_COUNT;

	if (c->n_arg > 0) {
		topic = cli_command(c->arg[0]);
		if (topic == CLI_COUNT) {
			const char *near = nearest_command(c->arg[0]);

			complain("there is no command \"%s\"; %s%s%s"
				 "\"lectern help\" lists them",
			    c->arg[0], near == NULL ? "" : "did you mean ",
			    near == NULL ? "" : near,
			    near == NULL ? "" : "?  ");
			return CLI_USAGE;
		}
	}
	return cli_help(topic);
}

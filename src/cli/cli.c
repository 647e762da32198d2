/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "cli/cli.h"

#include <getopt.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "cli/common.h"

static const struct {
	const char *name;
	int (*run)(const struct cli *c);
} commands[CLI_COUNT] = {
	[CLI_READ] = { "read", cmd_read },
	[CLI_QUIZ] = { "quiz", cmd_quiz },
	[CLI_PRINT] = { "print", cmd_print },
	[CLI_SEARCH] = { "search", cmd_search },
	[CLI_CHECK] = { "check", cmd_check },
	[CLI_TOUR] = { "tour", cmd_tour },
	[CLI_SCORES] = { "scores", cmd_scores },
	[CLI_REPORT] = { "report", cmd_report },
	[CLI_COURSES] = { "courses", cmd_courses },
	[CLI_DOCTOR] = { "doctor", cmd_doctor },
	[CLI_HELP] = { "help", cmd_help },
};

/* Values that getopt_long returns: OPT_FIRST and an option's number. */
enum { OPT_FIRST = 256 };

static const struct {
	const char *name;
	int has_arg;
	unsigned on;
} options[OPT_COUNT] = {
#define OPT(id, name, arg, on, help) [OPT_##id] = { name, (arg) != NULL, on },
#include "cli/opt.def"
#undef OPT
};

enum cli_id
cli_command(const char *name)
{
	for (int i = 0; i < CLI_COUNT; i++) {
		if (strcmp(name, commands[i].name) == 0)
			return (enum cli_id)i;
	}
	return CLI_COUNT;
}

/* What getopt_long returned for an option that is none; its own messages would
 * send whatever the option holds to the terminal. */
static void
complain_of_option(int opt, char **argv)
{
	if (opt == ':')
		complain("--%s needs an argument; see \"lectern help\"",
		    options[optopt - OPT_FIRST].name);
	else if (optopt >= OPT_FIRST)
		complain(
		    "--%s takes no argument", options[optopt - OPT_FIRST].name);
	else if (optopt != 0)
		complain("there is no option -%c; \"lectern help\" lists those "
			 "there are",
		    optopt);
	else
		complain("there is no option %s; \"lectern help\" lists those "
			 "there are",
		    argv[optind - 1]);
}

/* Every option, in getopt's form; what it means is checked afterwards. */
static int
parse_options(struct cli *c, int argc, char **argv)
{
	struct option longs[OPT_COUNT + 1];
	int i, opt;

	memset(longs, 0, sizeof(longs));
	for (i = 0; i < OPT_COUNT; i++) {
		longs[i].name = options[i].name;
		longs[i].has_arg =
		    options[i].has_arg ? required_argument : no_argument;
		longs[i].val = OPT_FIRST + i;
	}
	opterr = 0;
	while ((opt = getopt_long(argc, argv, ":", longs, NULL)) != -1) {
		if (opt < OPT_FIRST) {
			complain_of_option(opt, argv);
			return -1;
		}
		c->opt[opt - OPT_FIRST] = optarg == NULL ? "" : optarg;
		if (opt - OPT_FIRST == OPT_PROFILE &&
		    profile_add(&c->profile, optarg) == -1) {
			complain("--profile takes NAME=VALUE, such as "
				 "os=linux, with the name of a profiling "
				 "attribute of DocBook");
			return -1;
		}
	}
	c->arg = argv + optind;
	c->n_arg = argc - optind;
	return 0;
}

static int
options_fit(const struct cli *c)
{
	for (int i = 0; i < OPT_COUNT; i++) {
		if (c->opt[i] == NULL || options[i].on & 1u << c->command)
			continue;
		complain("--%s does not go with \"lectern %s\"",
		    options[i].name, commands[c->command].name);
		return 0;
	}
	return 1;
}

static int
arguments_fit(const struct cli *c)
{
	int most = 1;

	if (c->command == CLI_SEARCH)
		most = 2;
	if (c->command == CLI_COURSES || c->command == CLI_DOCTOR)
		most = 0;
	if (c->command == CLI_CHECK || c->n_arg <= most)
		return 1;
	complain("\"%s\" is one argument too many; see \"lectern help %s\"",
	    c->arg[most], commands[c->command].name);
	return 0;
}

/* A success is none where what it wrote did not arrive. */
static int
end_output(int status)
{
	int lost = ferror(stdout); /* earlier, so that errno is gone */

	if (fflush(stdout) == EOF && status == CLI_DONE)
		return complain_of_output();
	if (!lost || status != CLI_DONE)
		return status;
	complain("cannot write all of it");
	return CLI_FAULT;
}

static int
run(struct cli *c, int argc, char **argv)
{
	if (parse_options(c, argc, argv) == -1)
		return CLI_USAGE;
	c->named = c->n_arg > 0 && cli_command(c->arg[0]) != CLI_COUNT;
	if (c->named) {
		c->command = cli_command(c->arg[0]);
		c->arg++;
		c->n_arg--;
	}
	if (c->opt[OPT_VERSION] != NULL) {
		puts(PACKAGE_STRING);
		return CLI_DONE;
	}
	if (c->opt[OPT_HELP] != NULL)
		return cli_help(c->named ? c->command : CLI_COUNT);
	if (!options_fit(c) || !arguments_fit(c))
		return CLI_USAGE;
	return end_output(commands[c->command].run(c));
}

int
cli_main(int argc, char **argv)
{
	struct cli c = { .command = CLI_READ };
	int status;

	setlocale(LC_CTYPE, "");
	profile_init(&c.profile);
	status = run(&c, argc, argv);
	profile_release(&c.profile);
	return status;
}

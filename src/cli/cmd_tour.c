/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "cli/cli.h"

/* The course "tour", read like any other. */
int
cmd_tour(const struct cli *c)
{
	char name[] = "tour";
	char *arg[] = { name };
	struct cli tour = *c;

	tour.command = CLI_TOUR;
	tour.arg = arg;
	tour.n_arg = 1;
	return cmd_read(&tour);
}

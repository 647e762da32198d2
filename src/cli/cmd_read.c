/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "cli/cli.h"
#include "cli/plain_read.h"
#include "cli/screen.h"
#include "course/place.h"
#include "tui/study.h"

static int
read_plain(const struct cli *c)
{
	struct opened o;
	int status = CLI_FAULT;

	if (opened_course(&o, c, 0) == 0)
		status = plain_read(c, &o);
	opened_release(&o);
	return status;
}

/* A tour is for who was never here; there must be one, too. */
static int
offers_tour(const struct cli *c)
{
	struct course tour;
	struct diags quiet;
	int there;

	if (c->command == CLI_TOUR || c->opt[OPT_SCRIPT] != NULL ||
	    c->opt[OPT_SECTION] != NULL || !place_is_new())
		return 0;
	diags_init(&quiet);
	course_init(&tour);
	there = course_find(&tour, "tour", NULL, &quiet) == 0;
	course_release(&tour);
	diags_release(&quiet);
	return there;
}

int
cmd_read(const struct cli *c)
{
	struct term_probe probe;
	struct study_setup setup = { .mode = SESSION_LEARN };
	struct opened o;
	int status = CLI_FAULT;

	if (!screen_wanted(c, &probe)) {
		return c->opt[OPT_PLAIN] == NULL ? cmd_print(c) : read_plain(c);
	}
	if (opened_find(&o, c, 0) == 0)
		status = screen_run(c, &o, &probe, &setup, offers_tour(c));
	opened_release(&o);
	return status == SCREEN_TOUR ? cmd_tour(c) : status;
}

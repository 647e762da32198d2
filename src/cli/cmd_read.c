/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "cli/cli.h"
#include "cli/plain_read.h"
#include "cli/screen.h"
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
		status = screen_run(c, &o, &probe, &setup);
	opened_release(&o);
	return status;
}

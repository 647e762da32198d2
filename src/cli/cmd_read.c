/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "cli/cli.h"
#include "cli/screen.h"
#include "tui/study.h"

int
cmd_read(const struct cli *c)
{
	struct term_probe probe;
	struct study_setup setup = { .mode = SESSION_LEARN };
	struct opened o;
	int status = CLI_FAULT;

	if (!screen_wanted(c, &probe))
		return cmd_print(c);
	if (opened_find(&o, c, 0) == 0)
		status = screen_run(c, &o, &probe, &setup);
	opened_release(&o);
	return status;
}

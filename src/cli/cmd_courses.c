/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdio.h>

#include "cli/cli.h"
#include "cli/common.h"

static void
show(const char *name, const char *dir, void *arg)
{
	int *count = arg;

	printf("%-16s %s\n", name, dir);
	++*count;
}

int
cmd_courses(const struct cli *c)
{
	int count = 0;

	(void)c;
	course_list(show, &count);
	if (count == 0)
		complain("no courses are installed; LECTERN_PATH can name a "
			 "folder that has some");
	return count > 0 ? CLI_DONE : CLI_FAULT;
}

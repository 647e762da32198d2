/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "cli/cli.h"

int
cmd_read(const struct cli *c)
{
	return cmd_print(c);
}

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdio.h>

#include "base/buf.h"
#include "cli/cli.h"
#include "cli/common.h"
#include "text/width.h"

enum { NAME_COLS = 16 };

static void
show(const char *name, const char *dir, void *arg)
{
	int *count = arg;
	struct buf b = BUF_INIT;
	int cols;

	clean_line(&b, name);
	cols = text_width(b.s, b.len);
	buf_fill(&b, ' ', NAME_COLS - cols);
	buf_addc(&b, ' ');
	clean_line(&b, dir);
	buf_addc(&b, '\n');
	put_text(b.s);
	buf_release(&b);
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

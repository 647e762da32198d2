/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "tui/quiz_bar.h"

#include <stdlib.h>
#include <string.h>

#include "course/sitting.h"
#include "text/width.h"
#include "tui/app.h"

void
quiz_run_finish(struct quiz_run *run, const char *how)
{
	if (run->over)
		return;
	run->over = 1;
	sitting_finish(run->sitting, how);
}

void
quiz_run_free(struct quiz_run *run, const struct tui *t)
{
	const char *reason;

	if (run == NULL)
		return;
	quiz_run_finish(run, t->hangup ? "hangup" : "left");
	reason = sitting_unsaved(run->sitting);
	if (reason != NULL) {
		buf_reset(run->lost);
		buf_adds(run->lost, reason);
	}
	sitting_free(run->sitting);
	free(run->title);
	free(run);
}

void
bar_init(struct quiz_bar *bar, struct tui *t, const struct quiz_run *run)
{
	const char *reason = sitting_unsaved(run->sitting);

	bar->t = t;
	buf_init(&bar->text);
	if (reason != NULL)
		buf_adds(&bar->text, reason);
}

void
bar_add(struct quiz_bar *bar, enum cmd_id cmd, const char *what)
{
	struct buf b = BUF_INIT;

	if (bar->text.len > 0)
		buf_adds(&b, "  ");
	if (cmd != CMD_NONE) {
		tui_key(bar->t, cmd, &b);
		buf_addc(&b, ' ');
	}
	buf_adds(&b, what);
	if (text_width(bar->text.s, bar->text.len) + text_width(b.s, b.len) <=
	    bar->t->canvas.cols - 2)
		buf_add(&bar->text, b.s, b.len);
	buf_release(&b);
}

void
bar_show(struct quiz_bar *bar, const char *right)
{
	tui_status(bar->t, bar->text.s, right);
	buf_release(&bar->text);
}

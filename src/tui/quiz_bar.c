/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "tui/quiz_bar.h"

#include <stdlib.h>
#include <string.h>

#include "course/sitting.h"
#include "text/width.h"
#include "tui/app.h"

/* [col] Narrower screens have no margins in the status line. */
enum { PAD_COLS = 30 };

const char *
quiz_mode_title(enum session_mode mode)
{
	static const char *const titles[SESSION_MODE_COUNT] = {
		[SESSION_LEARN] = "Quiz",
		[SESSION_EXAM] = "Exam",
		[SESSION_PRETEST] = "Pretest",
		[SESSION_REVIEW] = "Review",
		[SESSION_MISTAKES] = "Mistakes",
		[SESSION_CRAM] = "Cram",
	};

	return titles[mode];
}

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
	if (reason != NULL &&
	    session_results(sitting_session(run->sitting)) > 0) {
		buf_reset(run->lost);
		buf_adds(run->lost, reason);
	}
	sitting_free(run->sitting);
	free(run->title);
	free(run);
}

void
bar_init(struct quiz_bar *bar, struct tui *t, const struct quiz_run *run,
    const char *right)
{
	const char *reason = sitting_unsaved(run->sitting);

	bar->t = t;
	bar->right = right;
	bar->full = 0;
	buf_init(&bar->text);
	if (reason != NULL)
		buf_adds(&bar->text, reason);
}

/* [col] What the line holds besides what is at its end. */
static int
room(const struct quiz_bar *bar)
{
	int right = text_width(bar->right, strlen(bar->right));
	int cols = bar->t->canvas.cols;

	return cols - (cols < PAD_COLS ? 0 : 2) - (right > 0 ? right + 2 : 0);
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
	if (text_width(bar->text.s, bar->text.len) + text_width(b.s, b.len) >
	    room(bar))
		bar->full = 1;
	if (!bar->full)
		buf_add(&bar->text, b.s, b.len);
	buf_release(&b);
}

void
bar_show(struct quiz_bar *bar)
{
	tui_status(bar->t, bar->text.s, bar->right);
	buf_release(&bar->text);
}

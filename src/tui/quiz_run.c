/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "tui/quiz_run.h"

#include <stdlib.h>

#include "course/sitting.h"
#include "tui/app.h"
#include "tui/bar.h"

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
quiz_run_bar(const struct quiz_run *run, struct tui *t, struct bar *bar)
{
	const char *reason = sitting_unsaved(run->sitting);

	bar_init(bar, t);
	if (reason != NULL)
		bar_add(bar, CMD_NONE, reason);
}

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "course/putaway.h"

#include <errno.h>
#include <stddef.h>

#include "course/history.h"
#include "course/sitting.h"
#include "quiz/bank.h"
#include "score/event.h"
#include "score/log.h"

static int
take_back(struct score_log *log, const struct item *it, const char *mark)
{
	struct event e = { .kind = EVENT_MARK, .mark = mark, .off = 1 };

	e.item = it->id;
	e.rev = it->rev;
	return score_log_append(log, &e);
}

/* 1: it is no longer put away; 0: it was not; -1: that is not saved. */
static int
return_item(struct score_log *log, const struct item *it,
    const struct history_known *known)
{
	const struct history_item *h = history_item(known->history, it);
	int n = 0;

	if (h->suspended && take_back(log, it, "suspend") == -1)
		return -1;
	n |= h->suspended;
	if (h->buried == 0 || h->buried != known->today)
		return n;
	return take_back(log, it, "bury") == -1 ? -1 : 1;
}

int
putaway_return(
    const struct sitting_setup *setup, const struct history_known *known)
{
	struct score_log_options opt = { .scores = setup->scores };
	struct score_log *log;
	int error = 0, n = 0, one;
	size_t i;

	opt.course = setup->course;
	opt.learner = setup->learner;
	log = score_log_new(&opt);
	for (i = 0; i < setup->bank->items.n && error == 0; i++) {
		one = return_item(log, setup->bank->items.v[i], known);
		error = one == -1 ? errno : 0;
		n += one;
	}
	if (score_log_close(log) == -1 && error == 0)
		error = errno;
	score_log_free(log);
	errno = error;
	return error == 0 ? n : -1;
}

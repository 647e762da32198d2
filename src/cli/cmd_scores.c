/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "cli/chosen.h"
#include "cli/cli.h"
#include "cli/common.h"
#include "cli/scores_out.h"
#include "course/history.h"
#include "course/scorepage.h"
#include "quiz/bank.h"
#include "score/name.h"
#include "score/replay.h"
#include "text/rich.h"

static void
put_line(void *ctx, const struct rich *line)
{
	struct buf b = BUF_INIT;

	(void)ctx;
	buf_add(&b, line->text.s, line->text.len);
	buf_addc(&b, '\n');
	put_text(b.s);
	buf_release(&b);
}

static void
put_page(const struct scores_request *q, const struct progress_scope *scope,
    const char *course)
{
	struct scorepage page = { .scope = *scope, .line = put_line };
	struct buf b = BUF_INIT;

	page.cols = SCOREPAGE_COLS;
	page.ascii = !locale_is_utf8();
	clean_line(&b, q->who);
	buf_adds(&b, ": ");
	clean_line(&b, course);
	buf_adds(&b, ", ");
	scorepage_date(&b, q->day);
	buf_adds(&b, "\n\n");
	put_text(b.s);
	scorepage_write(&page);
	buf_release(&b);
}

static void
put_records(const struct scores_request *q, const struct progress_scope *scope,
    const char *course)
{
	struct buf b = BUF_INIT;
	struct records r;

	if (q->by == SCORES_BY_NONE && q->format == RECORDS_JSON) {
		scores_json(&b, scope, course, q->who);
	} else {
		records_init(&r, q->format);
		scores_rows(&r, scope, (enum scores_by)q->by);
		records_write(&r, &b);
		records_release(&r);
	}
	/* Data is UTF-8 whatever the terminal shows. */
	if (q->format == RECORDS_TEXT)
		put_text(b.s);
	else if (b.len > 0)
		fputs(b.s, stdout);
	buf_release(&b);
}

static void
put_scores(const struct scores_request *q, struct opened *o,
    const struct history *history, const struct bank *bank)
{
	struct progress_scope scope = { history, bank, o->doc, q->day };

	if (history_items(history) == 0 && q->format == RECORDS_TEXT)
		printf("No answers yet: \"lectern quiz\" asks questions.\n");
	else if (q->format == RECORDS_TEXT && q->by == SCORES_BY_NONE)
		put_page(q, &scope, o->course.name);
	else
		put_records(q, &scope, o->course.name);
}

static int
verify(const struct diags *damage, const struct replay_totals *totals)
{
	diags_print(damage, stdout);
	printf(
	    "%lld event%s in %lld file%s, %lld damaged line%s, %lld missing\n",
	    (long long)totals->events, totals->events == 1 ? "" : "s",
	    (long long)totals->files, totals->files == 1 ? "" : "s",
	    (long long)totals->damaged, totals->damaged == 1 ? "" : "s",
	    (long long)totals->missing);
	return damage->all.n > 0 ? CLI_FAULT : CLI_DONE;
}

static int
show_scores(const struct cli *c, struct opened *o,
    const struct scores_request *q, const char *folder)
{
	struct bank *bank = course_bank(&o->course, o->doc, &o->diags);
	struct history *history = history_new(bank);
	struct replay_totals totals;
	struct diags damage;
	int status = CLI_DONE;

	/* How well somebody else wants to know it is not known here. */
	if (c->opt[OPT_LEARNER] == NULL)
		chosen_retain(c, bank);
	memset(&totals, 0, sizeof(totals));
	diags_init(&damage);
	history_until(history, q->until);
	if (history_replay(history, folder, q->who, &damage, &totals) == -1) {
		complain("cannot read %s: %s", folder, strerror(errno));
		status = CLI_FAULT;
	} else if (c->opt[OPT_VERIFY] != NULL) {
		status = verify(&damage, &totals);
	} else {
		put_scores(q, o, history, bank);
		if (damage.all.n > 0)
			complain("damaged lines in the score files: %zu, "
				 "which do not count; \"lectern scores "
				 "--verify\" names them",
			    damage.all.n);
	}
	history_free(history);
	bank_free(bank);
	diags_release(&damage);
	return status;
}

int
cmd_scores(const struct cli *c)
{
	struct scores_request q;
	char *learner = NULL, *folder;
	struct opened o;
	int status = CLI_FAULT;

	if (scores_request(c, scores_by_names, &q) == -1)
		return CLI_USAGE;
	if (q.who == NULL)
		q.who = learner = name_learner();
	if (opened_course(&o, c, 0) == 0) {
		folder = option_scores(c, o.course.name);
		if (folder != NULL)
			status = show_scores(c, &o, &q, folder);
		free(folder);
	}
	opened_release(&o);
	free(learner);
	return status;
}

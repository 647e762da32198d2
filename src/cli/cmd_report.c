/* SPDX-License-Identifier: ISC */
/* How a class stands, for its instructor. */
#include "config.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "cli/cli.h"
#include "cli/common.h"
#include "cli/scores_out.h"
#include "course/classbook.h"
#include "course/scorepage.h"
#include "doc/doc.h"
#include "quiz/bank.h"
#include "score/replay.h"
#include "text/records.h"

enum report_by {
	REPORT_BY_NONE = -1,
	REPORT_BY_ITEM,
	REPORT_BY_LEARNER,
	REPORT_BY_SECTION,
	REPORT_BY_REMARK,
};

static const char *const by_names[] = {
	[REPORT_BY_ITEM] = "item",
	[REPORT_BY_LEARNER] = "learner",
	[REPORT_BY_SECTION] = "section",
	[REPORT_BY_REMARK] = "remark",
	NULL,
};

/* Where a number says nothing there is none. */
static void
add_number(struct records *r, const char *name, double x)
{
	if (isnan(x))
		records_none(r, name);
	else
		records_number(r, name, x);
}

static void
add_date(struct records *r, const char *name, int64_t day)
{
	struct buf b = BUF_INIT;

	scorepage_date(&b, day);
	records_text(r, name, b.s);
	buf_release(&b);
}

static void
add_items(struct records *r, const struct classbook *c,
    const struct progress_scope *scope)
{
	size_t i;

	for (i = 0; i < classbook_items(c); i++) {
		const struct class_item *it = classbook_item(c, i);

		records_row(r);
		records_text(r, "item", it->id);
		scores_add_section(r, scope->doc,
		    progress_section_about(scope, it->item, it->about));
		records_text(r, "kind",
		    it->item == NULL ? it->type
				     : item_kind_name(it->item->kind));
		records_int(r, "learners", (int64_t)it->first.n);
		records_int(r, "answers", it->answers);
		add_number(r, "facility", it->first.facility);
		add_number(r, "sd", it->first.sd);
		add_number(r, "discrimination", it->first.discrimination);
		add_number(r, "efficiency", it->first.efficiency);
		add_number(r, "weight", it->first.weight);
		records_text(r, "wrong", it->wrong);
		records_int(r, "wrong_n", it->wrong_n);
		records_int(r, "dangerous", it->dangerous);
		records_int(r, "reported", it->reported);
	}
}

static void
add_learners(struct records *r, const struct classbook *c,
    const struct progress_scope *scope)
{
	size_t i;

	(void)scope;
	for (i = 0; i < classbook_learners(c); i++) {
		const struct class_learner *l = classbook_learner(c, i);

		records_row(r);
		records_text(r, "learner", l->who);
		records_int(r, "days", l->days);
		add_date(r, "last", l->last);
		add_number(r, "first", l->first);
		scores_add_progress(r, &l->all);
	}
}

static void
add_sections(struct records *r, const struct classbook *c,
    const struct progress_scope *scope)
{
	size_t i, n = doc_sections(scope->doc);

	for (i = 0; i <= n; i++) {
		const struct class_section *s = classbook_section(c, i);

		if (s->all.items == 0 && s->all.answers == 0)
			continue;
		records_row(r);
		scores_add_section(r, scope->doc, i == n ? -1 : (ptrdiff_t)i);
		records_int(r, "learners", s->learners);
		scores_add_progress(r, &s->all);
	}
}

static void
add_remarks(struct records *r, const struct classbook *c,
    const struct progress_scope *scope)
{
	size_t i;

	(void)scope;
	for (i = 0; i < classbook_remarks(c); i++) {
		const struct class_remark *remark = classbook_remark(c, i);

		records_row(r);
		records_text(r, "item", remark->item);
		records_text(r, "learner", remark->who);
		add_date(r, "date", remark->day);
		records_text(r, "note", remark->note);
	}
}

static void
put_table(const struct scores_request *q, const struct classbook *c,
    const struct progress_scope *scope, enum report_by by)
{
	static void (*const add[])(struct records * r,
	    const struct classbook *c, const struct progress_scope *scope) = {
		[REPORT_BY_ITEM] = add_items,
		[REPORT_BY_LEARNER] = add_learners,
		[REPORT_BY_SECTION] = add_sections,
		[REPORT_BY_REMARK] = add_remarks,
	};
	struct buf b = BUF_INIT;
	struct records r;

	records_init(&r, q->format);
	add[by](&r, c, scope);
	records_write(&r, &b);
	if (q->format == RECORDS_TEXT)
		put_text(b.len > 0 ? b.s : "");
	else if (b.len > 0)
		fputs(b.s, stdout);
	records_release(&r);
	buf_release(&b);
}

static void
put_figure(const char *name, double x, const char *unit)
{
	if (!isnan(x))
		printf("%s %.1f%s\n", name, x, unit);
}

static void
put_remarks(const struct scores_request *q, const struct classbook *c,
    const struct progress_scope *scope)
{
	if (classbook_remarks(c) == 0)
		return;
	puts("\nLearners say that these questions are wrong");
	put_table(q, c, scope, REPORT_BY_REMARK);
}

/* All of it in words and tables. */
static void
put_report(const struct scores_request *q, const struct classbook *c,
    const struct progress_scope *scope, const char *course)
{
	const struct teststats *t = classbook_test(c);
	struct buf b = BUF_INIT;

	clean_line(&b, course);
	buf_adds(&b, ", ");
	scorepage_date(&b, q->day);
	buf_printf(&b, ": %zu learner%s\n\n", classbook_learners(c),
	    classbook_learners(c) == 1 ? "" : "s");
	put_text(b.s);
	buf_release(&b);
	put_table(q, c, scope, REPORT_BY_LEARNER);
	puts("\nFirst answers, all questions as one test");
	put_figure("  mean", t->mean, " points");
	put_figure("  median", t->median, " points");
	put_figure("  standard deviation", t->sd, "");
	put_figure("  internal consistency", t->consistency, " %");
	put_figure("  standard error", t->error, " points");
	puts("");
	put_table(q, c, scope, REPORT_BY_ITEM);
	put_remarks(q, c, scope);
}

static int
show_report(
    struct opened *o, const struct scores_request *q, const char *folder)
{
	struct bank *bank = course_bank(&o->course, o->doc, &o->diags);
	struct progress_scope scope = { NULL, bank, o->doc, q->day };
	struct classbook *c;
	struct diags damage;
	int status = CLI_DONE;

	diags_init(&damage);
	c = classbook_read(folder, &scope, q->until, &damage, NULL);
	if (c == NULL) {
		complain("cannot read %s: %s", folder, strerror(errno));
		status = CLI_FAULT;
	} else if (q->format == RECORDS_TEXT && classbook_learners(c) == 0) {
		puts("No answers yet.");
		put_remarks(q, c, &scope);
	} else if (q->format == RECORDS_TEXT && q->by == REPORT_BY_NONE) {
		put_report(q, c, &scope, o->course.name);
	} else {
		put_table(q, c, &scope,
		    q->by == REPORT_BY_NONE ? REPORT_BY_ITEM
					    : (enum report_by)q->by);
	}
	if (damage.all.n > 0)
		complain("damaged lines in the score files: %zu, which do not "
			 "count",
		    damage.all.n);
	classbook_free(c);
	bank_free(bank);
	diags_release(&damage);
	return status;
}

int
cmd_report(const struct cli *c)
{
	struct scores_request q;
	struct opened o;
	char *folder;
	int status = CLI_FAULT;

	if (scores_request(c, by_names, &q) == -1)
		return CLI_USAGE;
	if (opened_course(&o, c, 0) == 0) {
		folder = option_scores(c, o.course.name);
		if (folder != NULL)
			status = show_report(&o, &q, folder);
		free(folder);
	}
	opened_release(&o);
	return status;
}

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/xalloc.h"
#include "cli/cli.h"
#include "cli/common.h"
#include "doc/doc.h"
#include "doc/gentext.h"
#include "quiz/bank.h"
#include "score/name.h"
#include "score/replay.h"
#include "score/stats.h"
#include "text/width.h"

enum { TITLE_COLS = 44 };

struct table {
	const struct doc *doc;
	struct bank *bank;
	struct score_stats *stats;
	struct score_row *section;  /* one for each of doc_sections */
	struct score_row elsewhere; /* items that the course no longer has */
};

/* An item counts in each section that it is about, once. */
static void
add_item(struct table *t, const struct score_row *row)
{
	const struct item *it = bank_item(t->bank, row->key);
	size_t i, section, seen[8], n_seen = 0;
	uint32_t n;

	if (it == NULL) {
		score_row_merge(&t->elsewhere, row);
		return;
	}
	for (i = 0; i < it->about.n; i++) {
		size_t j;

		n = doc_find(t->doc, it->about.v[i]);
		section = n == DOC_NONE ? 0 : doc_section_of(t->doc, n);
		for (j = 0; j < n_seen && seen[j] != section; j++)
			;
		if (j < n_seen || n_seen == sizeof(seen) / sizeof(*seen))
			continue;
		seen[n_seen++] = section;
		score_row_merge(&t->section[section], row);
	}
}

static void
put_title(const char *title)
{
	int used;
	size_t len = text_fit(title, strlen(title), TITLE_COLS, &used);
	struct buf b = BUF_INIT;

	buf_add(&b, title, len);
	buf_fill(&b, ' ', TITLE_COLS - used);
	put_text(b.s);
	buf_release(&b);
}

static void
put_row(const char *title, const struct score_row *row)
{
	put_title(title);
	printf(" %7lld %5lld %6lld %5lld %6.4g of %.4g\n",
	    (long long)row->answers, (long long)row->right,
	    (long long)row->partly, (long long)row->wrong, row->points,
	    row->max);
}

static void
put_sections(const struct table *t)
{
	struct buf b = BUF_INIT;
	size_t i;

	for (i = 0; i < doc_sections(t->doc); i++) {
		if (t->section[i].answers == 0)
			continue;
		buf_reset(&b);
		doc_label(t->doc, i, &b);
		if (b.len > 0)
			buf_adds(&b, "  ");
		gentext_section(t->doc, i, &b);
		put_row(b.s, &t->section[i]);
	}
	if (t->elsewhere.answers > 0)
		put_row(
		    "(questions that the course no longer has)", &t->elsewhere);
	buf_release(&b);
}

static void
put_table(struct table *t, const char *who, const char *course)
{
	const struct score_row *const *rows;
	size_t i, n;
	struct buf name = BUF_INIT;

	t->section = xcalloc(doc_sections(t->doc), sizeof(*t->section));
	rows = score_stats_rows(t->stats, SCORE_BY_ITEM, &n);
	for (i = 0; i < n; i++)
		add_item(t, rows[i]);
	clean_line(&name, who);
	buf_adds(&name, ": ");
	clean_line(&name, course);
	buf_adds(&name, "\n\n");
	put_text(name.s);
	put_title("Section");
	puts(" answers right partly wrong points");
	put_sections(t);
	put_row("All", score_stats_total(t->stats));
	free(t->section);
	buf_release(&name);
}

static int
show_scores(
    const struct cli *c, struct opened *o, const char *folder, const char *who)
{
	struct table t = { .doc = o->doc };
	struct replay_totals totals;
	struct diags damage;
	int verify = c->opt[OPT_VERIFY] != NULL, status = CLI_DONE;

	memset(&totals, 0, sizeof(totals));
	diags_init(&damage);
	t.stats = score_stats_new();
	if (score_stats_read(t.stats, folder, who, &damage, &totals) == -1 &&
	    errno != ENOENT) {
		complain("cannot read %s: %s", folder, strerror(errno));
		status = CLI_FAULT;
	} else if (verify) {
		diags_print(&damage, stdout);
		printf("%lld events in %lld files, %lld damaged lines, "
		       "%lld missing\n",
		    (long long)totals.events, (long long)totals.files,
		    (long long)totals.damaged, (long long)totals.missing);
	} else if (score_stats_total(t.stats)->answers == 0) {
		printf("No answers yet: \"lectern quiz\" asks questions.\n");
	} else {
		t.bank = course_bank(&o->course, o->doc, &o->diags);
		put_table(&t, who, o->course.name);
		bank_free(t.bank);
	}
	if (damage.all.n > 0 && !verify)
		complain("%zu damaged lines in the score files do not count; "
			 "\"lectern scores --verify\" names them",
		    damage.all.n);
	if (damage.all.n > 0 && verify)
		status = CLI_FAULT;
	score_stats_free(t.stats);
	diags_release(&damage);
	return status;
}

int
cmd_scores(const struct cli *c)
{
	const char *who = c->opt[OPT_LEARNER];
	char *learner = who == NULL ? name_learner() : xstrdup(who), *folder;
	struct opened o;
	int status = CLI_FAULT;

	if (opened_course(&o, c, 0) == 0) {
		folder = name_folder(c->opt[OPT_SCORES], o.course.name);
		if (folder == NULL)
			complain("there is no home folder; --scores says where "
				 "scores are kept");
		else
			status = show_scores(c, &o, folder, learner);
		free(folder);
	}
	opened_release(&o);
	free(learner);
	return status;
}

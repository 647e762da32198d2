/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "cli/scores_out.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/xalloc.h"
#include "cli/cli.h"
#include "cli/common.h"
#include "course/history.h"
#include "course/scorepage.h"
#include "doc/doc.h"
#include "doc/gentext.h"
#include "quiz/bank.h"
#include "text/utf8.h"

enum { FORECAST_DAYS = 28 };

const char *const scores_by_names[] = {
	[SCORES_BY_ITEM] = "item",
	[SCORES_BY_SECTION] = "section",
	[SCORES_BY_KIND] = "kind",
	NULL,
};

int
scores_request(
    const struct cli *c, const char *const by[], struct scores_request *q)
{
	int format = RECORDS_TEXT;

	q->by = SCORES_BY_NONE;
	if (option_word(c, OPT_FORMAT, records_formats, &format) == -1 ||
	    option_word(c, OPT_BY, by, &q->by) == -1 ||
	    option_day(c, OPT_AT, &q->day) == -1)
		return -1;
	q->who = c->opt[OPT_LEARNER];
	q->format = (enum records_format)format;
	q->until = c->opt[OPT_AT] == NULL ? INT64_MAX : q->day;
	return 0;
}

static void
add_date(struct records *r, const char *name, int64_t day)
{
	struct buf b = BUF_INIT;

	scorepage_date(&b, day);
	records_text(r, name, b.s);
	buf_release(&b);
}

/* The id of a section, or what else names it best. */
static void
section_name(const struct doc *doc, size_t section, struct buf *b)
{
	const char *id =
	    doc_attr(doc, doc_section(doc, section)->node, ATTR_ID);

	if (id != NULL)
		buf_adds(b, id);
	else
		doc_label(doc, section, b);
	if (b->len == 0)
		gentext_section(doc, section, b);
}

static void
section_title(const struct doc *doc, size_t section, struct buf *b)
{
	doc_label(doc, section, b);
	if (b->len > 0)
		buf_addc(b, ' ');
	gentext_section(doc, section, b);
}

void
scores_add_section(struct records *r, const struct doc *doc, ptrdiff_t section)
{
	struct buf b = BUF_INIT;

	if (section >= 0)
		section_name(doc, (size_t)section, &b);
	records_text(r, "section", b.s);
	buf_reset(&b);
	if (section >= 0)
		section_title(doc, (size_t)section, &b);
	records_text(r, "title", b.s);
	buf_release(&b);
}

static void
add_memory(struct records *r, const struct progress_scope *scope,
    const struct history_item *i)
{
	const struct memory *m = &i->memory;

	if (m->reps == 0) {
		records_none(r, "stability");
		records_none(r, "difficulty");
		records_none(r, "due");
	} else {
		records_number(r, "stability", m->stability);
		records_number(r, "difficulty", m->difficulty);
		add_date(r, "due", m->due);
	}
	records_int(r, "reps", m->reps);
	records_int(r, "lapses", m->lapses);
	if (m->reps == 0) {
		records_none(r, "last");
		records_none(r, "recall");
	} else {
		add_date(r, "last", m->day);
		records_number(
		    r, "recall", history_recall(scope->history, i, scope->day));
	}
	records_text(r, "rating", memory_rating_name(m->last));
}

static void
add_item(struct records *r, const struct progress_scope *scope,
    const struct history_item *i)
{
	records_row(r);
	records_text(r, "item", i->id);
	scores_add_section(r, scope->doc, progress_section_of(scope, i));
	records_text(r, "kind",
	    i->item == NULL ? i->type : item_kind_name(i->item->kind));
	add_memory(r, scope, i);
	records_int(r, "answers", i->answers);
	records_int(r, "right", i->right);
	records_flag(r, "leech", progress_is_leech(i));
	records_flag(r, "suspended", i->suspended);
	records_flag(r, "flagged", i->flagged);
	records_flag(r, "reported", i->reported);
}

static int
by_id(const void *a, const void *b)
{
	const struct history_item *const *x = a, *const *y = b;

	return strcmp((*x)->id, (*y)->id);
}

static void
add_items(struct records *r, const struct progress_scope *scope)
{
	const struct history *h = scope->history;
	size_t i, n = history_items(h);
	const struct history_item **all =
	    xcalloc(n + 1, sizeof(const struct history_item *));

	for (i = 0; i < n; i++)
		all[i] = history_item_at(h, i);
	qsort(all, n, sizeof(const struct history_item *), by_id);
	for (i = 0; i < n; i++) {
		if (all[i]->answers > 0 || all[i]->suspended ||
		    all[i]->flagged || all[i]->reported)
			add_item(r, scope, all[i]);
	}
	free(all);
}

void
scores_add_progress(struct records *r, const struct progress *p)
{
	records_int(r, "items", p->items);
	records_int(r, "asked", p->asked);
	records_int(r, "known", p->known);
	records_int(r, "due", p->due);
	if (p->known > 0)
		records_number(r, "recall", p->recall / p->known);
	else
		records_none(r, "recall");
	records_int(r, "answers", p->answers);
	records_int(r, "right", p->right);
	records_int(r, "partly", p->partly);
	records_int(r, "wrong", p->answers - p->right - p->partly);
	if (p->answers > 0)
		records_number(r, "fraction", p->sum / p->answers);
	else
		records_none(r, "fraction");
	records_int(r, "leeches", p->leech);
}

static void
add_sections(struct records *r, const struct progress_scope *scope)
{
	size_t i, n = doc_sections(scope->doc);
	struct progress *p = xcalloc(n + 1, sizeof(*p));

	progress_sections(p, scope, 0);
	for (i = 0; i <= n; i++) {
		if (p[i].items == 0 && p[i].answers == 0)
			continue;
		records_row(r);
		scores_add_section(r, scope->doc, i == n ? -1 : (ptrdiff_t)i);
		scores_add_progress(r, &p[i]);
	}
	free(p);
}

static void
add_kinds(struct records *r, const struct progress_scope *scope)
{
	struct progress p[ITEM_KIND_COUNT];
	int i;

	progress_kinds(p, scope);
	for (i = 0; i < ITEM_KIND_COUNT; i++) {
		if (p[i].items == 0)
			continue;
		records_row(r);
		records_text(r, "kind", item_kind_name((enum item_kind)i));
		scores_add_progress(r, &p[i]);
	}
}

void
scores_rows(
    struct records *r, const struct progress_scope *scope, enum scores_by by)
{
	if (by == SCORES_BY_ITEM)
		add_items(r, scope);
	else if (by == SCORES_BY_KIND)
		add_kinds(r, scope);
	else
		add_sections(r, scope);
}

static void
add_forecast(struct records *r, const struct progress_scope *scope)
{
	unsigned due[FORECAST_DAYS];
	int i;

	progress_forecast(scope, due, FORECAST_DAYS);
	for (i = 0; i < FORECAST_DAYS; i++) {
		records_row(r);
		add_date(r, "date", scope->day + i);
		records_int(r, "due", due[i]);
	}
}

static void
add_days(struct records *r, const struct progress_scope *scope)
{
	size_t i;

	for (i = 0; i < history_days(scope->history); i++) {
		const struct history_day *d = history_day(scope->history, i);

		records_row(r);
		add_date(r, "date", d->day);
		records_int(r, "answers", d->answers);
		records_int(r, "right", d->right);
		records_int(r, "reviews", d->reviews);
		records_int(r, "recalled", d->recalled);
		records_number(r, "expected", d->expected);
		records_int(r, "ms", d->ms);
	}
}

static void
add_confidence(struct records *r, const struct progress_scope *scope)
{
	int i;

	for (i = 1; i < HISTORY_CONFIDENCES; i++) {
		const struct history_confidence *c =
		    history_confidence(scope->history, i);

		records_row(r);
		records_int(r, "confidence", i);
		records_int(r, "answers", c->answers);
		records_int(r, "right", c->right);
		if (c->answers > 0)
			records_number(r, "fraction", c->sum / c->answers);
		else
			records_none(r, "fraction");
	}
}

static void
add_leeches(struct records *r, const struct progress_scope *scope)
{
	size_t i;

	for (i = 0; i < history_items(scope->history); i++) {
		const struct history_item *h =
		    history_item_at(scope->history, i);

		if (progress_is_leech(h))
			add_item(r, scope, h);
	}
}

static void
put_array(struct buf *out, const char *name, const struct progress_scope *scope,
    void (*add)(struct records *r, const struct progress_scope *scope))
{
	struct records r;

	records_init(&r, RECORDS_JSON);
	add(&r, scope);
	buf_printf(out, ",\n\"%s\":", name);
	records_write(&r, out);
	buf_truncate(out, out->len - 1); /* the newline */
	records_release(&r);
}

static void
put_string(struct buf *out, const char *name, const char *s)
{
	struct buf clean = BUF_INIT;

	buf_adds(&clean, "");
	text_clean(&clean, s, strlen(s));
	buf_printf(out, "\"%s\":", name);
	records_json_string(out, clean.s);
	buf_addc(out, ',');
	buf_release(&clean);
}

void
scores_json(struct buf *out, const struct progress_scope *scope,
    const char *course, const char *who)
{
	struct progress all;
	struct buf date = BUF_INIT;

	progress_all(&all, scope);
	scorepage_date(&date, scope->day);
	buf_adds(out, "{");
	put_string(out, "course", course);
	put_string(out, "learner", who);
	put_string(out, "date", date.s);
	buf_printf(out,
	    "\n\"items\":%u,\"asked\":%u,\"known\":%u,\"due\":%u,"
	    "\"answers\":%u,\"right\":%u,\"days\":%zu,\"streak\":%u",
	    all.items, all.asked, all.known, all.due, all.answers, all.right,
	    history_days(scope->history), progress_streak(scope));
	put_array(out, "sections", scope, add_sections);
	put_array(out, "kinds", scope, add_kinds);
	put_array(out, "study", scope, add_days);
	put_array(out, "forecast", scope, add_forecast);
	put_array(out, "confidence", scope, add_confidence);
	put_array(out, "leeches", scope, add_leeches);
	buf_adds(out, "\n}\n");
	buf_release(&date);
}

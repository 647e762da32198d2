/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "course/classbook.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/xalloc.h"
#include "course/classbook_state.h"
#include "course/history.h"
#include "doc/doc.h"
#include "quiz/bank.h"
#include "score/event.h"
#include "score/replay.h"

/* Wrong answers told apart: who types nonsense must not fill the memory. */
enum { WRONG_MAX = 100000, WRONG_LEN = 60 };

static void
init_sums(struct classbook *c)
{
	map_init(&c->strings);
	map_init(&c->ids);
	map_init(&c->wrong_keys);
	c->sections =
	    xcalloc(doc_sections(c->scope.doc) + 1, sizeof(*c->sections));
}

static void
release_sums(struct classbook *c)
{
	map_release(&c->strings);
	map_release(&c->ids);
	map_release(&c->wrong_keys);
	vec_release(&c->items);
	vec_release(&c->learners);
	vec_release(&c->remarks);
	vec_release(&c->cells);
	vec_release(&c->wrong);
	free(c->sections);
	c->sections = NULL;
}

void
classbook_free(struct classbook *c)
{
	if (c == NULL)
		return;
	release_sums(c);
	corrections_release(&c->corrections);
	buf_release(&c->key);
	history_free(c->history);
	free(c->who);
	free(c);
}

static const char *
string(struct classbook *c, const char *s)
{
	size_t i = map_add(&c->strings, s == NULL ? "" : s);

	return c->strings.keys.v[i];
}

/* The number of an item, which is added if it is new. */
static size_t
item_of(struct classbook *c, const char *id)
{
	struct class_item new = { .type = "", .about = "", .wrong = "" };
	size_t i = map_add(&c->ids, id);

	if (i == c->items.n) {
		new.id = c->ids.keys.v[i];
		new.item = bank_item(c->scope.bank, id);
		new.max = new.item == NULL || new.item->points <= 0
		    ? 1
		    : new.item->points;
		vec_push(&c->items, new);
	}
	return i;
}

/* Adds an item's part to what the class is. */
static void
add_item(
    struct classbook *c, const struct history_item *h, double *sum, double *max)
{
	size_t i = item_of(c, h->id);
	struct class_item *item = &c->items.v[i];
	struct class_cell cell = { (uint32_t)c->learners.n, (uint32_t)i, 0 };

	item->reported += (unsigned)h->reported;
	if (h->answers == 0)
		return;
	item->type = string(c, h->type);
	item->about = string(c, h->about);
	item->answers += h->answers;
	item->right += h->right;
	cell.mark = h->first * item->max;
	vec_push(&c->cells, cell);
	*sum += cell.mark;
	*max += item->max;
}

static void
add_progress(struct progress *to, const struct progress *p)
{
	to->items = p->items;
	to->asked += p->asked;
	to->known += p->known;
	to->due += p->due;
	to->leech += p->leech;
	to->reported += p->reported;
	to->recall += p->recall;
	to->answers += p->answers;
	to->right += p->right;
	to->partly += p->partly;
	to->sum += p->sum;
}

static void
add_sections(struct classbook *c, const struct progress_scope *scope)
{
	size_t i, n = doc_sections(scope->doc);
	struct progress *p = xcalloc(n + 1, sizeof(*p));

	progress_sections(p, scope, 0);
	for (i = 0; i <= n; i++) {
		c->sections[i].learners += p[i].answers > 0;
		add_progress(&c->sections[i].all, &p[i]);
	}
	free(p);
}

/* All events of a learner have come. */
static void
finish_learner(struct classbook *c)
{
	struct progress_scope scope = c->scope;
	struct class_learner l = { .first = NAN };
	double sum = 0, max = 0;
	size_t i, days;

	if (c->history == NULL)
		return;
	history_settle(c->history);
	scope.history = c->history;
	for (i = 0; i < history_items(c->history); i++)
		add_item(c, history_item_at(c->history, i), &sum, &max);
	days = history_days(c->history);
	if (days > 0) {
		l.who = string(c, c->who);
		l.days = (unsigned)days;
		l.last = history_day(c->history, days - 1)->day;
		l.first = max > 0 ? sum / max : NAN;
		progress_all(&l.all, &scope);
		add_sections(c, &scope);
		vec_push(&c->learners, l);
	}
	history_free(c->history);
	c->history = NULL;
}

static void
begin_learner(struct classbook *c, const char *who)
{
	if (c->history != NULL && strcmp(c->who, who) == 0)
		return;
	finish_learner(c);
	free(c->who);
	c->who = xstrdup(who);
	c->history = history_new(c->scope.bank);
	history_until(c->history, c->until);
	if (c->corrected)
		history_correct(c->history, &c->corrections);
}

/* Which wrong answers are given: of what it matched, or of what was said. */
static void
count_wrong(struct classbook *c, const struct event *e)
{
	struct class_wrong new = { .n = 0 };
	const char *text = e->match != NULL ? e->match
	    : e->norm != NULL               ? e->norm
					    : e->resp;
	struct buf *key = &c->key;
	size_t i;

	if (e->danger) {
		i = item_of(c, e->item);
		c->items.v[i].dangerous++;
	}
	if (e->frac >= 1 || text == NULL || *text == '\0')
		return;
	buf_reset(key);
	buf_adds(key, e->item);
	buf_addc(key, '\n');
	buf_add(key, text, strnlen(text, WRONG_LEN));
	if (c->wrong.n < WRONG_MAX || map_find(&c->wrong_keys, key->s) != -1) {
		i = map_add(&c->wrong_keys, key->s);
		if (i == c->wrong.n) {
			new.item = item_of(c, e->item);
			new.text =
			    c->wrong_keys.keys.v[i] + strlen(e->item) + 1;
			vec_push(&c->wrong, new);
		}
		c->wrong.v[i].n++;
	}
}

static void
add_remark(struct classbook *c, const struct event *e)
{
	struct class_remark r = { .day = e->day };

	if (e->item == NULL || e->off || strcmp(e->mark, "wrong") != 0)
		return;
	r.item = string(c, e->item);
	r.who = string(c, e->who);
	r.note = string(c, e->note);
	vec_push(&c->remarks, r);
}

struct pass {
	struct classbook *c;
	int second;
};

static int
take_event(void *ctx, const struct event *e)
{
	struct pass *p = ctx;
	struct classbook *c = p->c;

	if (e->kind == EVENT_REGRADE ||
	    (e->kind == EVENT_GRADE && e->by != NULL &&
		strcmp(e->by, e->who) != 0)) {
		if (!p->second)
			corrections_note(&c->corrections, e);
		c->corrected = 1;
		return 0;
	}
	begin_learner(c, e->who);
	history_add(c->history, e);
	if (e->day > c->until)
		return 0;
	if (e->kind == EVENT_ANSWER)
		count_wrong(c, e);
	else if (e->kind == EVENT_MARK)
		add_remark(c, e);
	return 0;
}

static int
run(struct pass *p, struct replay *r, struct replay_totals *totals)
{
	int status = replay_run(r, totals);

	finish_learner(p->c);
	return status == -1 && errno != ENOENT ? -1 : 0;
}

struct classbook *
classbook_read(const char *folder, const struct progress_scope *scope,
    int64_t until, struct diags *d, struct replay_totals *totals)
{
	struct classbook *c = xcalloc(1, sizeof(*c));
	struct pass pass = { .c = c };
	struct replay r = { folder, NULL, take_event, &pass, d };
	int status;

	c->scope = *scope;
	c->until = until;
	corrections_init(&c->corrections);
	buf_init(&c->key);
	init_sums(c);
	status = run(&pass, &r, totals);
	if (status == 0 && c->corrected) {
		release_sums(c);
		init_sums(c);
		pass.second = 1;
		r.diags = NULL; /* they are known */
		status = run(&pass, &r, NULL);
	}
	if (status == -1) {
		classbook_free(c);
		return NULL;
	}
	classbook_settle(c);
	return c;
}

size_t
classbook_items(const struct classbook *c)
{
	return c->items.n;
}

const struct class_item *
classbook_item(const struct classbook *c, size_t i)
{
	return &c->items.v[i];
}

size_t
classbook_learners(const struct classbook *c)
{
	return c->learners.n;
}

const struct class_learner *
classbook_learner(const struct classbook *c, size_t i)
{
	return &c->learners.v[i];
}

const struct class_section *
classbook_section(const struct classbook *c, size_t section)
{
	return &c->sections[section];
}

size_t
classbook_remarks(const struct classbook *c)
{
	return c->remarks.n;
}

const struct class_remark *
classbook_remark(const struct classbook *c, size_t i)
{
	return &c->remarks.v[i];
}

const struct teststats *
classbook_test(const struct classbook *c)
{
	return &c->test;
}

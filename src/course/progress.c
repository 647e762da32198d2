/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "course/progress.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "course/history.h"
#include "doc/doc.h"
#include "quiz/bank.h"

int
progress_is_leech(const struct history_item *i)
{
	return i->memory.lapses >= MEMORY_LEECH;
}

void
progress_add(struct progress *p, const struct progress_scope *scope,
    const struct item *it, const struct history_item *i)
{
	int may_ask =
	    it != NULL && history_may_ask(scope->history, i, scope->day);

	p->items += it != NULL;
	p->asked += it != NULL && i->answers > 0;
	p->known += it != NULL && i->memory.reps > 0;
	p->due += may_ask && memory_is_due(&i->memory, scope->day);
	p->mistaken += may_ask && i->wrong;
	p->leech += (unsigned)progress_is_leech(i);
	p->held += i->suspended || (i->buried != 0 && i->buried == scope->day);
	p->flagged += (unsigned)i->flagged;
	p->reported += (unsigned)i->reported;
	if (it != NULL && !i->wrong)
		p->recall += history_recall(scope->history, i, scope->day);
	p->answers += i->answers;
	p->right += i->right;
	p->partly += i->partly;
	p->sum += i->sum;
}

void
progress_all(struct progress *p, const struct progress_scope *scope)
{
	size_t i;

	memset(p, 0, sizeof(*p));
	for (i = 0; i < scope->bank->items.n; i++) {
		const struct item *it = scope->bank->items.v[i];

		progress_add(p, scope, it, history_item(scope->history, it));
	}
	for (i = 0; i < history_items(scope->history); i++) {
		const struct history_item *h =
		    history_item_at(scope->history, i);

		if (h->item == NULL)
			progress_add(p, scope, NULL, h);
	}
}

/* The sections that an item counts in, each once. */
struct marks {
	const struct progress_scope *scope;
	struct progress *p;
	size_t
	    *mark; /* by section: the item that was counted there last, + 1 */
	int below;
};

static void
add_to_section(struct marks *m, size_t section, const struct item *it)
{
	const struct history_item *i = history_item(m->scope->history, it);

	for (;;) {
		if (m->mark[section] != it->index + 1)
			progress_add(&m->p[section], m->scope, it, i);
		m->mark[section] = it->index + 1;
		if (!m->below || section == 0)
			break;
		section = doc_section(m->scope->doc, section)->parent;
	}
}

static void
add_item(struct marks *m, const struct item *it)
{
	const struct doc *doc = m->scope->doc;
	size_t i;

	for (i = 0; i < it->about.n; i++) {
		uint32_t n = doc_find(doc, it->about.v[i]);

		add_to_section(
		    m, n == DOC_NONE ? 0 : doc_section_of(doc, n), it);
	}
}

void
progress_sections(
    struct progress *p, const struct progress_scope *scope, int below)
{
	size_t i, n = doc_sections(scope->doc);
	struct marks m = { scope, p, NULL, below };

	memset(p, 0, (n + 1) * sizeof(*p));
	m.mark = xcalloc(n + 1, sizeof(*m.mark));
	for (i = 0; n > 0 && i < scope->bank->items.n; i++)
		add_item(&m, scope->bank->items.v[i]);
	for (i = 0; i < history_items(scope->history); i++) {
		const struct history_item *h =
		    history_item_at(scope->history, i);

		if (h->item == NULL)
			progress_add(&p[n], scope, NULL, h);
	}
	free(m.mark);
}

void
progress_kinds(
    struct progress p[ITEM_KIND_COUNT], const struct progress_scope *scope)
{
	size_t i;

	memset(p, 0, ITEM_KIND_COUNT * sizeof(*p));
	for (i = 0; i < scope->bank->items.n; i++) {
		const struct item *it = scope->bank->items.v[i];

		progress_add(
		    &p[it->kind], scope, it, history_item(scope->history, it));
	}
}

ptrdiff_t
progress_section_about(const struct progress_scope *scope,
    const struct item *it, const char *about)
{
	uint32_t n;

	if (it != NULL)
		about = it->about.v[0];
	n = *about == '\0' ? DOC_NONE : doc_find(scope->doc, about);
	return n == DOC_NONE ? -1 : (ptrdiff_t)doc_section_of(scope->doc, n);
}

ptrdiff_t
progress_section_of(
    const struct progress_scope *scope, const struct history_item *i)
{
	return progress_section_about(scope, i->item, i->about);
}

void
progress_forecast(const struct progress_scope *scope, unsigned *due, size_t n)
{
	size_t i;

	memset(due, 0, n * sizeof(*due));
	for (i = 0; n > 0 && i < history_items(scope->history); i++) {
		const struct history_item *h =
		    history_item_at(scope->history, i);
		int64_t days = h->memory.due - scope->day;

		if (h->item == NULL || h->memory.reps == 0 ||
		    !history_may_ask(scope->history, h, scope->day))
			continue;
		if (days < (int64_t)n)
			due[days < 0 ? 0 : days]++;
	}
}

unsigned
progress_streak(const struct progress_scope *scope)
{
	size_t i = history_days(scope->history);
	int64_t day = scope->day;
	unsigned streak = 0;

	/* The clock may have gone back. */
	while (i > 0 && history_day(scope->history, i - 1)->day > day)
		i--;
	if (i > 0 && history_day(scope->history, i - 1)->day == day - 1)
		day--;
	for (; i > 0 && history_day(scope->history, i - 1)->day == day; i--) {
		day--;
		streak++;
	}
	return streak;
}

size_t
progress_weakest(const struct progress *p, size_t sections)
{
	size_t i, weakest = 0, n = 0;
	double least = 2;

	for (i = 1; i < sections; i++) {
		double mean = p[i].known > 0 ? p[i].recall / p[i].known : 2;

		n += p[i].known > 0;
		if (mean < least) {
			least = mean;
			weakest = i;
		}
	}
	return n > 1 ? weakest : 0;
}

enum progress_grade
progress_grade(const struct progress *p)
{
	if (p->known == 0)
		return PROGRESS_NEW;
	if (p->recall < PROGRESS_IS_FAIR * p->known)
		return PROGRESS_WEAK;
	if (p->recall < PROGRESS_IS_STRONG * p->known ||
	    p->asked * 2 < p->items)
		return PROGRESS_FAIR;
	return PROGRESS_STRONG;
}

const char *
progress_word(enum progress_grade grade)
{
	static const char *const words[PROGRESS_GRADE_COUNT] = {
		[PROGRESS_NEW] = "new",
		[PROGRESS_WEAK] = "weak",
		[PROGRESS_FAIR] = "fair",
		[PROGRESS_STRONG] = "strong",
	};

	return words[grade];
}

const char *
progress_sign(enum progress_grade grade, int ascii)
{
	static const char *const signs[PROGRESS_GRADE_COUNT][2] = {
		[PROGRESS_NEW] = { "\xc2\xb7", "." },        /* U+00B7 */
		[PROGRESS_WEAK] = { "\xe2\x97\x8b", "o" },   /* U+25CB */
		[PROGRESS_FAIR] = { "\xe2\x97\x90", "+" },   /* U+25D0 */
		[PROGRESS_STRONG] = { "\xe2\x97\x8f", "*" }, /* U+25CF */
	};

	return signs[grade][ascii != 0];
}

int
progress_percent(const struct progress *p)
{
	return p->known == 0 ? -1
			     : (int)floor(100 * p->recall / p->known + 1e-9);
}

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "quiz/grade.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "base/buf.h"
#include "quiz/answer.h"
#include "quiz/kind.h"
#include "quiz/number.h"

/* Fractions nearer than this to 0 or 1 are 0 or 1: a third three times. */
static const double nearly = 1e-6;

static double
clamp(double x)
{
	if (!(x > nearly))
		return 0;
	return x > 1 - nearly ? 1 : x;
}

static double
cost_of_hints(const struct item *it, unsigned hints)
{
	double cost = 0;
	size_t i;

	assert(hints <= it->n_hint);
	for (i = 0; i < hints; i++)
		cost += it->hint[i].cost;
	return cost;
}

void
verdict_reply(struct verdict *v, int option, const struct rich *text)
{
	if (text->text.len == 0)
		return;
	assert(v->n_reply < sizeof(v->reply) / sizeof(v->reply[0]));
	v->reply[v->n_reply].option = option;
	v->reply[v->n_reply].part = -1;
	v->reply[v->n_reply++].text = text;
}

enum verdict_by
verdict_by_typed(enum typed_how how)
{
	static const enum verdict_by by[] = {
		[TYPED_NOT] = BY_NOTHING,
		[TYPED_EXACT] = BY_EXACT,
		[TYPED_GLOB] = BY_GLOB,
		[TYPED_WORDS] = BY_WORDS,
		[TYPED_TYPO] = BY_TYPO,
	};

	return by[how];
}

void
verdict_reply_part(struct verdict *v, size_t from, int part)
{
	size_t i;

	for (i = from; i < v->n_reply; i++)
		v->reply[i].part = part;
}

static enum verdict_outcome
outcome_of(double credit)
{
	if (credit == 1)
		return VERDICT_RIGHT;
	return credit > 0 ? VERDICT_PARTLY : VERDICT_WRONG;
}

void
grade(struct verdict *v, const struct item *it, const struct response *r,
    unsigned hints)
{
	size_t i;

	memset(v, 0, sizeof(*v));
	v->accept = v->reject = -1;
	kind_ops(it->kind)->grade(v, it, r);
	v->credit = clamp(v->credit);
	v->outcome = outcome_of(v->credit);
	v->confidence = r->confidence;
	for (i = 0; i < ITEM_PARTS_MAX; i++) {
		v->part[i].credit = clamp(v->part[i].credit);
		v->part[i].outcome = outcome_of(v->part[i].credit);
	}
	v->hints = hints;
	v->hint_cost = cost_of_hints(it, hints);
	v->fraction = clamp(v->credit - v->hint_cost);
	v->max = it->points;
	v->points = v->fraction * v->max;
	if (v->outcome == VERDICT_WRONG && v->n_reply == 0)
		verdict_reply(v, -1, &it->feedback);
}

enum memory_rating
verdict_rating(const struct verdict *v, const struct item *it)
{
	struct memory_answer a = { .fraction = v->fraction };

	a.hints = v->hints;
	a.confidence = v->confidence;
	a.own = v->own;
	a.choice = item_is_choice(it);
	return memory_rating_of(&a);
}

double
verdict_marks(double fraction, int confidence)
{
	static const double wrong[] = { 0, 0, -2, -6 };

	assert(confidence >= 1 && confidence <= 3);
	return fraction <= nearly ? wrong[confidence] : fraction * confidence;
}

const char *
verdict_sure_word(int confidence)
{
	static const char *const words[] = { "", "not sure", "fairly sure",
		"certain" };

	assert(confidence >= 0 && confidence <= 3);
	return words[confidence];
}

void
verdict_say_sure(struct buf *b, const struct verdict *v, const struct item *it)
{
	if (v->confidence == 0)
		return;
	if (it->quiz->settings.confidence == CONFIDENCE_MARKS) {
		double marks = verdict_marks(v->fraction, v->confidence);

		buf_printf(
		    b, "You were %s: ", verdict_sure_word(v->confidence));
		number_add(b, marks);
		buf_adds(b, fabs(marks) == 1 ? " mark." : " marks.");
	} else if (v->confidence == 3 && v->outcome == VERDICT_WRONG) {
		buf_adds(b, "You were certain: this is worth a second look.");
	} else if (v->confidence == 1 && v->outcome == VERDICT_RIGHT) {
		buf_adds(b, "You were not sure, and yet you knew it.");
	}
}

const char *
verdict_word(const struct verdict *v)
{
	static const char *const words[] = {
		[VERDICT_WRONG] = "WRONG",
		[VERDICT_PARTLY] = "PARTLY RIGHT",
		[VERDICT_RIGHT] = "RIGHT",
	};

	return words[v->outcome];
}

const char *
verdict_by_name(const struct verdict *v)
{
	static const char *const names[BY_COUNT] = {
		[BY_NOTHING] = "none",
		[BY_OPTION] = "option",
		[BY_NUMBER] = "number",
		[BY_EXACT] = "exact",
		[BY_GLOB] = "glob",
		[BY_WORDS] = "words",
		[BY_TYPO] = "typo",
		[BY_REJECT] = "reject",
		[BY_PARTS] = "parts",
		[BY_ORDER] = "order",
		[BY_SELF] = "self",
	};

	return names[v->by];
}

static void
part(struct buf *b, size_t start)
{
	if (b->len > start)
		buf_adds(b, "; ");
}

static void
say_hints(struct buf *b, const struct verdict *v)
{
	buf_adds(b, "less ");
	number_add(b, fmin(v->hint_cost, v->credit) * v->max);
	buf_adds(b, v->hints == 1 ? " for the hint" : " for the hints");
}

static void
say_points(struct buf *b, const struct verdict *v)
{
	number_add(b, v->points);
	buf_adds(b, " of ");
	number_add(b, v->max);
	buf_adds(b, v->max == 1 ? " point" : " points");
}

void
verdict_say(struct buf *b, const struct verdict *v, const struct item *it)
{
	size_t start = b->len;

	if (kind_ops(it->kind)->say != NULL)
		kind_ops(it->kind)->say(b, v, it);
	if (v->hint_cost > 0 && v->credit > 0) {
		part(b, start);
		say_hints(b, v);
	}
	if (v->fraction < 1 && v->credit > 0) {
		part(b, start);
		say_points(b, v);
	}
}

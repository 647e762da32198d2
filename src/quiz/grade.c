/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "quiz/grade.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "base/buf.h"
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
	v->reply[v->n_reply++].text = text;
}

void
grade(struct verdict *v, const struct item *it, const struct response *r,
    unsigned hints)
{
	memset(v, 0, sizeof(*v));
	v->accept = v->reject = -1;
	kind_ops(it->kind)->grade(v, it, r);
	v->credit = clamp(v->credit);
	v->outcome = v->credit == 1 ? VERDICT_RIGHT
	    : v->credit > 0         ? VERDICT_PARTLY
				    : VERDICT_WRONG;
	v->hints = hints;
	v->hint_cost = cost_of_hints(it, hints);
	v->fraction = clamp(v->credit - v->hint_cost);
	v->max = it->points;
	v->points = v->fraction * v->max;
	if (v->outcome == VERDICT_WRONG && v->n_reply == 0)
		verdict_reply(v, -1, &it->feedback);
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

/* SPDX-License-Identifier: ISC */
/* Choice of any number of options, scored in one of four ways. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "base/buf.h"
#include "quiz/answer.h"
#include "quiz/choice.h"
#include "quiz/grade.h"
#include "quiz/kind.h"
#include "quiz/load.h"
#include "quiz/number.h"

static const struct attr_spec attrs[] = {
	{ "score", ATTR_WORD, 0, offsetof(struct item, choice.score),
	    "minus exact each sum", 0, 0 },
	{ .name = NULL },
};

static int
child(struct load *l, struct item *it, const char *name)
{
	return kind_single.child(l, it, name);
}

/* What an option is worth where credits are summed: right ones share 1. */
static double
worth(const struct item *it, const struct option *o)
{
	if (!isnan(o->credit))
		return o->credit;
	return o->right ? 1.0 / (double)choice_right(it) : 0;
}

/* To tick just the right ones must earn all there is. */
static void
check_sum(struct load *l, const struct item *it)
{
	struct buf text = BUF_INIT;
	double sum = 0;
	size_t i;

	for (i = 0; i < it->choice.n; i++) {
		if (it->choice.option[i].right)
			sum += worth(it, &it->choice.option[i]);
	}
	number_add(&text, sum);
	if (sum < 1 - 1e-6)
		load_fault(l, &it->place, DIAG_QUIZ_CREDIT_SUM, it->id, text.s);
	buf_release(&text);
}

static void
check(struct load *l, struct item *it)
{
	size_t right = choice_right(it);

	load_check_options(l, it);
	if (it->choice.n >= 2 && right == 0)
		load_fault(l, &it->place, DIAG_QUIZ_NO_RIGHT, it->id);
	else if (it->choice.score == SCORE_SUM && right > 0)
		check_sum(l, it);
}

static double
sum_of_ticked(const struct item *it, const struct response *r)
{
	double sum = 0;
	size_t i;

	for (i = 0; i < it->choice.n; i++) {
		if (r->ticked >> i & 1)
			sum += worth(it, &it->choice.option[i]);
	}
	return sum;
}

static void
count(struct verdict *v, const struct item *it, const struct response *r)
{
	size_t i;

	for (i = 0; i < it->choice.n; i++) {
		int ticked = (int)(r->ticked >> i & 1);

		if (it->choice.option[i].right) {
			v->of++;
			v->right += ticked;
		} else {
			v->of_wrong++;
			v->wrong += ticked;
		}
	}
}

static double
credit_of(
    const struct verdict *v, const struct item *it, const struct response *r)
{
	switch (it->choice.score) {
	case SCORE_EXACT:
		return v->right == v->of && v->wrong == 0;
	case SCORE_EACH:
		return (double)(v->right + v->of_wrong - v->wrong) /
		    (double)it->choice.n;
	case SCORE_SUM:
		return sum_of_ticked(it, r);
	case SCORE_MINUS:
	default:
		return (double)(v->right - v->wrong) / (double)v->of;
	}
}

static void
judge(struct verdict *v, const struct item *it, const struct response *r)
{
	v->by = BY_OPTION;
	count(v, it, r);
	v->credit = credit_of(v, it, r);
	choice_replies(v, it, r);
}

static void
say(struct buf *b, const struct verdict *v, const struct item *it)
{
	(void)it;
	if (v->right == v->of && v->wrong == 0)
		return;
	buf_printf(
	    b, "%d of %d right one%s", v->right, v->of, v->of == 1 ? "" : "s");
	if (v->wrong > 0)
		buf_printf(
		    b, ", %d wrong one%s", v->wrong, v->wrong == 1 ? "" : "s");
}

static void
prompt(struct buf *b, const struct item *it)
{
	buf_printf(b, "Choose all that fit, a to %c, as in \"a c\"",
	    'a' + (int)it->choice.n - 1);
}

const struct kind_ops kind_multi = {
	.input = INPUT_MANY,
	.attrs = attrs,
	.feedback = 1,
	.child = child,
	.check = check,
	.parse = choice_parse,
	.grade = judge,
	.say = say,
	.prompt = prompt,
	.solution = choice_solution,
};

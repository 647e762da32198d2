/* SPDX-License-Identifier: ISC */
/* A number to be typed, in one of several units. */
#include "config.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "quiz/answer.h"
#include "quiz/grade.h"
#include "quiz/kind.h"
#include "quiz/load.h"
#include "quiz/number.h"

/* A bound that a calculation should meet may be missed by so little. */
static const double slack = 1e-14;

static const struct attr_spec attrs[] = {
	{ "unit-penalty", ATTR_NUMBER, 0,
	    offsetof(struct item, numeric.unit_penalty), NULL, 0, 1 },
	{ .name = NULL },
};

static const struct attr_spec answer_attrs[] = {
	{ "value", ATTR_NUMBER, 1, offsetof(struct number_answer, value), NULL,
	    -DBL_MAX, DBL_MAX },
	{ "tol", ATTR_NUMBER, 0, offsetof(struct number_answer, tol), NULL, 0,
	    DBL_MAX },
	{ "toltype", ATTR_WORD, 0, offsetof(struct number_answer, toltype),
	    "abs rel geom", 0, 0 },
	{ "unit", ATTR_TOKEN, 0, offsetof(struct number_answer, unit), NULL, 0,
	    0 },
	{ "credit", ATTR_NUMBER, 0, offsetof(struct number_answer, credit),
	    NULL, -1, 1 },
	{ .name = NULL },
};

static const struct attr_spec unit_attrs[] = {
	{ "name", ATTR_TEXT, 1, offsetof(struct number_unit, name), NULL, 0,
	    0 },
	{ "factor", ATTR_NUMBER, 1, offsetof(struct number_unit, factor), NULL,
	    DBL_MIN, DBL_MAX },
	{ .name = NULL },
};

static void
prepare(struct load *l, struct item *it)
{
	(void)l;
	it->numeric.unit_penalty = NAN;
}

static int
answer_child(struct load *l, void *ctx, const char *name)
{
	struct number_answer *a = ctx;

	if (strcmp(name, "feedback") != 0)
		return 0;
	load_text_once(l, &a->feedback, 0);
	return 1;
}

static void
load_answer(struct load *l, struct numeric *n)
{
	struct number_answer *a;

	n->answer = load_more(l, n->answer, n->n_answer, sizeof(*n->answer));
	a = &n->answer[n->n_answer++];
	a->credit = 1;
	a->place = load_place(l);
	load_attrs(l, answer_attrs, NULL, a);
	load_children(l, answer_child, a);
}

static void
load_unit(struct load *l, struct numeric *n)
{
	n->unit = load_more(l, n->unit, n->n_unit, sizeof(*n->unit));
	load_attrs(l, unit_attrs, NULL, &n->unit[n->n_unit++]);
	load_children(l, NULL, NULL);
}

static int
child(struct load *l, struct item *it, const char *name)
{
	if (strcmp(name, "answer") == 0)
		load_answer(l, &it->numeric);
	else if (strcmp(name, "unit") == 0)
		load_unit(l, &it->numeric);
	else
		return 0;
	return 1;
}

/* The index of a unit, or UNIT_OTHER; upper and lower case are one where that
 * leaves no doubt. */
static int
find_unit(const struct numeric *n, const char *name)
{
	int found = UNIT_OTHER;
	size_t i;

	for (i = 0; i < n->n_unit; i++) {
		if (strcmp(n->unit[i].name, name) == 0)
			return (int)i;
	}
	for (i = 0; i < n->n_unit; i++) {
		if (strcasecmp(n->unit[i].name, name) != 0)
			continue;
		if (found != UNIT_OTHER)
			return UNIT_OTHER;
		found = (int)i;
	}
	return found;
}

/* The unit of the answers need not be listed where it is the only one. */
static void
add_own_unit(struct load *l, struct numeric *n)
{
	size_t i;

	for (i = 0; i < n->n_answer && n->n_unit == 0; i++) {
		if (n->answer[i].unit == NULL)
			continue;
		n->unit = load_more(l, NULL, 0, sizeof(*n->unit));
		n->unit[0].name = n->answer[i].unit;
		n->unit[0].factor = 1;
		n->n_unit = 1;
	}
}

static void
check(struct load *l, struct item *it)
{
	struct numeric *n = &it->numeric;
	double best = 0;
	size_t i;

	if (n->n_answer == 0) {
		load_fault(l, &it->place, DIAG_QUIZ_CHILD_MISSING, "numeric",
		    it->id, "answer");
		return;
	}
	add_own_unit(l, n);
	for (i = 0; i < n->n_answer; i++) {
		const struct number_answer *a = &n->answer[i];

		if (a->credit > best)
			best = a->credit;
		if (a->unit != NULL && find_unit(n, a->unit) == UNIT_OTHER)
			load_fault(
			    l, &a->place, DIAG_QUIZ_UNIT, a->unit, a->unit);
	}
	load_check_full(l, it, best, "answer");
}

static void
unit_names(struct buf *b, const struct numeric *n, const char *last)
{
	size_t i;

	for (i = 0; i < n->n_unit; i++) {
		if (i > 0)
			buf_adds(b, i + 1 == n->n_unit ? last : ", ");
		buf_adds(b, n->unit[i].name);
	}
}

/* What stands behind the number: nothing, or a unit that is known or, where
 * units are graded, any other; else a reason. */
static int
parse_unit(struct response *r, const struct numeric *n, const char *s)
{
	s += strspn(s, " \t");
	if (*s == '\0')
		return 0;
	if (n->n_unit == 0) {
		buf_adds(
		    &r->reason, "give the number alone, such as 12 or 2.5");
		return -1;
	}
	r->unit = find_unit(n, s);
	if (r->unit != UNIT_OTHER ||
	    (!isnan(n->unit_penalty) && strpbrk(s, "0123456789") == NULL))
		return 0;
	buf_adds(&r->reason, "that unit is not known here; use ");
	unit_names(&r->reason, n, " or ");
	return -1;
}

static int
parse(struct response *r, const struct item *it, const unsigned char *order,
    const char *s)
{
	int n = number_typed(s, &r->number);

	(void)order;
	if (n == 0) {
		buf_adds(&r->reason, "type a number, such as 12 or 2.5");
		return -1;
	}
	if (n < 0) {
		buf_adds(&r->reason,
		    "that number can be read in two ways; leave out what parts thousands");
		return -1;
	}
	if (parse_unit(r, &it->numeric, s + n) == -1)
		return -1;
	buf_adds(&r->text, s);
	buf_printf(&r->norm, "%.15g", r->number);
	if (r->unit >= 0)
		buf_printf(&r->norm, " %s", it->numeric.unit[r->unit].name);
	return 0;
}

static double
factor_of(const struct numeric *n, const char *unit)
{
	return unit == NULL ? 1 : n->unit[find_unit(n, unit)].factor;
}

/* The range that an answer covers, in the base unit, ends included. */
static void
range_of(const struct number_answer *a, double factor, double *lo, double *hi)
{
	double value = a->value * factor, away, swap;

	if (a->toltype == TOL_GEOM) {
		*lo = value / (1 + a->tol);
		*hi = value * (1 + a->tol);
	} else {
		away = a->tol *
		    (a->toltype == TOL_REL ? fabs(value) : fabs(factor));
		*lo = value - away;
		*hi = value + away;
	}
	if (*lo > *hi) {
		swap = *lo;
		*lo = *hi;
		*hi = swap;
	}
	away = slack * fmax(fabs(*lo), fabs(*hi));
	*lo -= away;
	*hi += away;
}

/* The first answer that the number fits, or -1.  `factor` turns it into the
 * base unit; 0: it is in each answer's own unit. */
static int
find_answer(const struct numeric *n, double number, double factor)
{
	double lo, hi, own, x;
	size_t i;

	for (i = 0; i < n->n_answer; i++) {
		own = factor_of(n, n->answer[i].unit);
		range_of(&n->answer[i], own, &lo, &hi);
		x = number * (factor == 0 ? own : factor);
		if (x >= lo && x <= hi)
			return (int)i;
	}
	return -1;
}

static void
judge(struct verdict *v, const struct item *it, const struct response *r)
{
	const struct numeric *n = &it->numeric;
	int graded = n->n_unit > 0 && !isnan(n->unit_penalty);

	if (r->unit >= 0)
		v->accept = find_answer(n, r->number, n->unit[r->unit].factor);
	else if (!graded)
		v->accept = find_answer(n, r->number, 0);
	if (v->accept == -1 && graded) {
		v->accept = find_answer(n, r->number, 0);
		v->unit_missed = v->accept != -1;
	}
	if (v->accept == -1)
		return;
	v->by = BY_NUMBER;
	v->credit = n->answer[v->accept].credit;
	if (v->unit_missed)
		v->credit -= n->unit_penalty;
	verdict_reply(v, -1, &n->answer[v->accept].feedback);
}

static void
say(struct buf *b, const struct verdict *v, const struct item *it)
{
	(void)it;
	if (v->unit_missed && v->credit > 0)
		buf_adds(
		    b, "the number is right, its unit is wrong or missing");
}

static void
prompt(struct buf *b, const struct item *it)
{
	buf_adds(b, "Type a number");
	if (it->numeric.n_unit == 0)
		return;
	buf_adds(b, ", in ");
	unit_names(b, &it->numeric, " or ");
}

static void
solution(struct rich *out, const struct item *it, const unsigned char *order)
{
	const struct number_answer *a = it->numeric.answer;
	struct buf text = BUF_INIT;
	double lo, hi;

	(void)order;
	while (a->credit < 1)
		a++;
	range_of(a, 1, &lo, &hi);
	buf_printf(&text, "%.10g", a->value);
	if (a->unit != NULL)
		buf_printf(&text, " %s", a->unit);
	if (a->tol > 0)
		buf_printf(&text, " (%.10g to %.10g)", lo, hi);
	rich_adds(out, text.s, STYLE_BODY);
	buf_release(&text);
}

const struct kind_ops kind_numeric = {
	.input = INPUT_LINE,
	.attrs = attrs,
	.prepare = prepare,
	.feedback = 1,
	.child = child,
	.check = check,
	.parse = parse,
	.grade = judge,
	.say = say,
	.prompt = prompt,
	.solution = solution,
};

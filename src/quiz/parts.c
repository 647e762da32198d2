/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "quiz/parts.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "base/buf.h"
#include "quiz/answer.h"
#include "quiz/choice.h"
#include "quiz/grade.h"
#include "quiz/typed.h"

int
parts_all_picked(const struct item *it)
{
	size_t i;

	for (i = 0; i < it->parts.n; i++) {
		if (it->parts.part[i].n == 0)
			return 0;
	}
	return 1;
}

int
parts_any_picked(const struct item *it)
{
	size_t i;

	for (i = 0; i < it->parts.n; i++) {
		if (it->parts.part[i].n > 0)
			return 1;
	}
	return 0;
}

size_t
parts_place(const struct part *p, const unsigned char *order, int option)
{
	size_t place = 0;

	while (choice_at(order, p->first + place) != (size_t)option)
		place++;
	return place;
}

int
parts_right(const struct item *it, const struct part *p)
{
	size_t i;

	if (p->right >= 0 || p->n == 0)
		return p->right;
	for (i = p->first; !it->choice.option[i].right; i++)
		assert(i < p->first + p->n);
	return (int)i;
}

const struct rich *
parts_answer(const struct item *it, const struct part *p)
{
	int option = parts_right(it, p);

	if (option >= 0)
		return &it->choice.option[option].text;
	return &typed_best(&p->typed)->text;
}

void
parts_add_options(struct rich *out, const struct item *it, const struct part *p,
    const unsigned char *order, const char *between)
{
	size_t i;

	for (i = 0; i < p->n; i++) {
		size_t option = choice_at(order, p->first + i);
		const char label[] = { (char)('a' + i), ' ', ' ', '\0' };

		if (i > 0)
			rich_adds(out, between, STYLE_BODY);
		rich_adds(out, label, STYLE_STRONG);
		rich_append(out, &it->choice.option[option].text);
	}
}

void
parts_set(struct response *r, const struct item *it, size_t i,
    const struct answer_part *given)
{
	const struct part *p = &it->parts.part[i];
	struct response_part *part = &r->part[i];
	int option = given->option;

	assert(option == -1 ||
	    ((size_t)option >= p->first && (size_t)option < p->first + p->n));
	part->option = option;
	part->at = r->typed.len;
	part->len = option == -1 ? given->len : 0;
	buf_add(&r->typed, given->s, part->len);
	buf_addc(&r->typed, '\0');
}

static struct typed_answer
typed_of(const struct response *r, const struct item *it, size_t i)
{
	struct typed_answer a = { r->typed.s + r->part[i].at, r->part[i].len,
		it->quiz->lang };

	return a;
}

static int
is_open(const struct response *r, size_t i)
{
	return r->part[i].option == -1 && r->part[i].len == 0;
}

static void
put_key(struct buf *b, const struct item *it, size_t i)
{
	if (i > 0)
		buf_adds(b, "; ");
	if (it->parts.n > 1)
		buf_printf(b, "%s=", it->parts.part[i].key);
}

static void
put_part(struct response *r, const struct item *it, size_t i)
{
	const struct part *p = &it->parts.part[i];
	struct typed_answer a = typed_of(r, it, i);

	put_key(&r->text, it, i);
	put_key(&r->norm, it, i);
	if (is_open(r, i)) {
		buf_addc(&r->text, '-');
		buf_addc(&r->norm, '-');
	} else if (r->part[i].option >= 0) {
		const char *key = it->choice.option[r->part[i].option].key;

		buf_adds(&r->text, key);
		buf_adds(&r->norm, key);
	} else {
		buf_add(&r->text, a.s, a.len);
		typed_norm(&r->norm, &p->typed, &a);
	}
}

int
parts_finish(struct response *r, const struct item *it)
{
	size_t i, open = 0;

	for (i = 0; i < it->parts.n; i++)
		open += is_open(r, i) != 0;
	if (open == it->parts.n) {
		buf_adds(&r->reason, "no answer was given");
		return -1;
	}
	for (i = 0; i < it->parts.n; i++)
		put_part(r, it, i);
	return 0;
}

static double
clamp(double x)
{
	return x > 0 ? fmin(x, 1) : 0;
}

static void
grade_picked(struct verdict *v, const struct item *it, size_t i, int option)
{
	const struct part *p = &it->parts.part[i];
	const struct option *o = &it->choice.option[option];
	struct verdict_part *vp = &v->part[i];

	vp->by = BY_OPTION;
	vp->accept = option;
	if (p->right >= 0)
		vp->credit = option == p->right;
	else
		vp->credit = o->right ? 1 : isnan(o->credit) ? 0 : o->credit;
	choice_reply(v, it, (size_t)option);
}

static void
grade_typed(struct verdict *v, const struct item *it, size_t i,
    const struct typed_answer *a)
{
	const struct typed *t = &it->parts.part[i].typed;
	struct typed_hit hit = typed_match(t, a);
	struct verdict_part *vp = &v->part[i];

	vp->by = hit.reject == -1 ? verdict_by_typed(hit.how) : BY_REJECT;
	vp->accept = hit.accept;
	vp->reject = hit.reject;
	vp->typo = hit.typo;
	if (hit.accept != -1) {
		vp->credit = t->accept[hit.accept].credit;
		verdict_reply(v, -1, &t->accept[hit.accept].feedback);
	} else if (hit.reject != -1) {
		verdict_reply(v, -1, &t->reject[hit.reject].feedback);
	}
}

static void
grade_part(struct verdict *v, const struct item *it, const struct response *r,
    size_t i)
{
	struct typed_answer a = typed_of(r, it, i);
	size_t replies = v->n_reply;

	v->part[i].accept = v->part[i].reject = -1;
	if (r->part[i].option >= 0)
		grade_picked(v, it, i, r->part[i].option);
	else if (!is_open(r, i))
		grade_typed(v, it, i, &a);
	v->part[i].credit = clamp(v->part[i].credit);
	verdict_reply_part(v, replies, (int)i);
}

void
parts_grade(struct verdict *v, const struct item *it, const struct response *r)
{
	size_t i, n = it->parts.n;
	double sum = 0;

	v->by = BY_PARTS;
	v->of = (int)n;
	for (i = 0; i < n; i++) {
		grade_part(v, it, r, i);
		sum += v->part[i].credit;
		v->right += v->part[i].credit == 1;
	}
	v->credit = it->parts.exact ? v->right == v->of : sum / (double)n;
}

static void
say_right(struct buf *b, const struct verdict *v, const struct item *it)
{
	const char *between = " (";
	size_t i;

	for (i = 0; i < it->parts.n; i++) {
		if (v->part[i].credit < 1)
			continue;
		buf_adds(b, between);
		if (it->kind == ITEM_LABEL)
			buf_adds(b, it->parts.part[i].key);
		else
			buf_printf(b, "%zu", i + 1);
		between = ", ";
	}
	if (v->right > 0)
		buf_addc(b, ')');
}

void
parts_say(struct buf *b, const struct verdict *v, const struct item *it,
    const char *noun)
{
	size_t start = b->len, i;

	if (v->right < v->of && v->of > 1) {
		buf_printf(b, "%d of %d %ss right", v->right, v->of, noun);
		say_right(b, v, it);
	}
	for (i = 0; i < it->parts.n; i++) {
		const struct verdict_part *vp = &v->part[i];
		const struct typed *t = &it->parts.part[i].typed;

		if (vp->by != BY_TYPO)
			continue;
		buf_adds(b, b->len > start ? "; " : "");
		typed_say(b, &t->accept[vp->accept], vp->typo);
	}
}

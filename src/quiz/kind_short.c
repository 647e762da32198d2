/* SPDX-License-Identifier: ISC */
/* A word or phrase to be typed; typed.h has the rules. */
#include "config.h"

#include <string.h>

#include "base/buf.h"
#include "quiz/answer.h"
#include "quiz/grade.h"
#include "quiz/kind.h"
#include "quiz/load.h"
#include "quiz/typed.h"

static const struct attr_spec attrs[] = {
	{ "typos", ATTR_WORD, 0, offsetof(struct item, typed.typos),
	    "auto 0 1 2", 0, 0 },
	{ "case-matters", ATTR_YESNO, 0,
	    offsetof(struct item, typed.case_matters), NULL, 0, 0 },
	{ .name = NULL },
};

static int
child(struct load *l, struct item *it, const char *name)
{
	struct typed *t = &it->typed;

	if (strcmp(name, "accept") == 0)
		load_accept(l, &t->accept, &t->n_accept);
	else if (strcmp(name, "reject") == 0)
		load_accept(l, &t->reject, &t->n_reject);
	else if (strcmp(name, "feedback") == 0)
		load_text_once(l, &it->feedback, 0);
	else
		return 0;
	return 1;
}

static int
is_better(const struct accept *a, const struct accept *b)
{
	if (a->credit != b->credit)
		return a->credit > b->credit;
	return a->match != ACCEPT_GLOB && b->match == ACCEPT_GLOB;
}

/* The accept of most credit, the first of several; no pattern if avoidable. */
static const struct accept *
best(const struct item *it)
{
	const struct accept *a = it->typed.accept;
	size_t i, at = 0;

	for (i = 1; i < it->typed.n_accept; i++) {
		if (is_better(&a[i], &a[at]))
			at = i;
	}
	return &a[at];
}

static void
check(struct load *l, struct item *it)
{
	if (it->typed.n_accept == 0)
		load_fault(l, &it->place, DIAG_QUIZ_CHILD_MISSING,
		    item_kind_name(it->kind), it->id, "accept");
	else
		load_check_full(l, it, best(it)->credit, "accept");
}

static struct typed_answer
answer_of(const struct item *it, const char *s, size_t len)
{
	struct typed_answer a = { s, len, it->quiz->lang };

	return a;
}

static int
parse(struct response *r, const struct item *it, const unsigned char *order,
    const char *s)
{
	struct typed_answer a = answer_of(it, s, strlen(s));

	(void)order;
	buf_adds(&r->text, s);
	typed_norm(&r->norm, &it->typed, &a);
	return 0;
}

static void
judge(struct verdict *v, const struct item *it, const struct response *r)
{
	static const enum verdict_by by[] = {
		[TYPED_NOT] = BY_NOTHING,
		[TYPED_EXACT] = BY_EXACT,
		[TYPED_GLOB] = BY_GLOB,
		[TYPED_WORDS] = BY_WORDS,
		[TYPED_TYPO] = BY_TYPO,
	};
	struct typed_answer a = answer_of(it, r->text.s, r->text.len);
	struct typed_hit hit = typed_match(&it->typed, &a);

	v->by = hit.reject == -1 ? by[hit.how] : BY_REJECT;
	v->accept = hit.accept;
	v->reject = hit.reject;
	v->typo = hit.typo;
	if (hit.accept != -1) {
		v->credit = it->typed.accept[hit.accept].credit;
		verdict_reply(v, -1, &it->typed.accept[hit.accept].feedback);
	} else if (hit.reject != -1) {
		verdict_reply(v, -1, &it->typed.reject[hit.reject].feedback);
	}
}

static void
say(struct buf *b, const struct verdict *v, const struct item *it)
{
	if (v->by == BY_TYPO)
		buf_printf(b, "accepted: %s (%d letter%s off)",
		    it->typed.accept[v->accept].text.text.s, v->typo,
		    v->typo == 1 ? "" : "s");
}

static void
prompt(struct buf *b, const struct item *it)
{
	(void)it;
	buf_adds(b, "Type the answer");
}

static void
solution(struct rich *out, const struct item *it, const unsigned char *order)
{
	(void)order;
	rich_append(out, &best(it)->text);
}

const struct kind_ops kind_short = {
	.input = INPUT_LINE,
	.attrs = attrs,
	.child = child,
	.check = check,
	.parse = parse,
	.grade = judge,
	.say = say,
	.prompt = prompt,
	.solution = solution,
};

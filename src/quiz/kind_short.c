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
	return load_typed(l, &it->typed, name);
}

static void
check(struct load *l, struct item *it)
{
	load_check_typed(
	    l, it, &it->typed, &it->place, item_kind_name(it->kind));
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
	struct typed_answer a = answer_of(it, r->text.s, r->text.len);
	struct typed_hit hit = typed_match(&it->typed, &a);

	v->by = hit.reject == -1 ? verdict_by_typed(hit.how) : BY_REJECT;
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
		typed_say(b, &it->typed.accept[v->accept], v->typo);
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
	rich_append(out, &typed_best(&it->typed)->text);
}

const struct kind_ops kind_short = {
	.input = INPUT_LINE,
	.attrs = attrs,
	.feedback = 1,
	.child = child,
	.check = check,
	.parse = parse,
	.grade = judge,
	.say = say,
	.prompt = prompt,
	.solution = solution,
};

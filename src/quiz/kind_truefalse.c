/* SPDX-License-Identifier: ISC */
/* A statement; its two options are made here and never change places. */
#include "config.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "quiz/answer.h"
#include "quiz/choice.h"
#include "quiz/grade.h"
#include "quiz/kind.h"
#include "quiz/load.h"

enum { ANSWER_NONE = -1, ANSWER_TRUE, ANSWER_FALSE };

static const struct attr_spec attrs[] = {
	{ "answer", ATTR_WORD, 1, offsetof(struct item, choice.answer),
	    "true false", 0, 0 },
	{ .name = NULL },
};

static const struct {
	const char *word;
	int answer;
} words[] = {
	{ "true", ANSWER_TRUE },
	{ "t", ANSWER_TRUE },
	{ "yes", ANSWER_TRUE },
	{ "y", ANSWER_TRUE },
	{ "a", ANSWER_TRUE },
	{ "1", ANSWER_TRUE },
	{ "false", ANSWER_FALSE },
	{ "f", ANSWER_FALSE },
	{ "no", ANSWER_FALSE },
	{ "n", ANSWER_FALSE },
	{ "b", ANSWER_FALSE },
	{ "2", ANSWER_FALSE },
};

static void
prepare(struct load *l, struct item *it)
{
	struct choice *c = &it->choice;
	int i;

	c->n = 2;
	c->option = arena_array(&l->bank->arena, 2, sizeof(*c->option));
	for (i = ANSWER_TRUE; i <= ANSWER_FALSE; i++) {
		struct option *o = &c->option[i];

		o->key = words[i == ANSWER_TRUE ? 0 : 6].word;
		bank_text(
		    l->bank, &o->text, i == ANSWER_TRUE ? "True" : "False");
		bank_text(l->bank, &o->feedback, "");
		o->fixed = 1;
		o->place = it->place;
	}
	c->answer = ANSWER_NONE;
}

struct feedback {
	int answer;
};

static void
load_feedback(struct load *l, struct item *it)
{
	static const struct attr_spec specs[] = {
		{ "for", ATTR_WORD, 1, offsetof(struct feedback, answer),
		    "true false", 0, 0 },
		{ .name = NULL },
	};
	struct feedback f = { ANSWER_NONE };

	load_attrs(l, specs, NULL, &f);
	if (f.answer == ANSWER_NONE)
		load_skip(l);
	else
		load_text_once(l, &it->choice.option[f.answer].feedback, 0);
}

static int
child(struct load *l, struct item *it, const char *name)
{
	if (strcmp(name, "feedback") != 0)
		return 0;
	load_feedback(l, it);
	return 1;
}

static void
check(struct load *l, struct item *it)
{
	(void)l;
	if (it->choice.answer != ANSWER_NONE)
		it->choice.option[it->choice.answer].right = 1;
}

static int
same_word(const char *a, const char *lower)
{
	for (; *a != '\0'; a++, lower++) {
		int upper = *a >= 'A' && *a <= 'Z';

		if ((upper ? *a - 'A' + 'a' : *a) != *lower)
			return 0;
	}
	return *lower == '\0';
}

static int
parse(struct response *r, const struct item *it, const unsigned char *order,
    const char *s)
{
	size_t i;

	(void)order;
	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (same_word(s, words[i].word))
			return choice_tick(
			    r, it, (uint32_t)1 << words[i].answer);
	}
	buf_adds(&r->reason, "answer true or false");
	return -1;
}

static void
judge(struct verdict *v, const struct item *it, const struct response *r)
{
	kind_single.grade(v, it, r);
}

static void
prompt(struct buf *b, const struct item *it)
{
	(void)it;
	buf_adds(b, "True or false");
}

const struct kind_ops kind_truefalse = {
	.input = INPUT_ONE,
	.attrs = attrs,
	.prepare = prepare,
	.child = child,
	.check = check,
	.parse = parse,
	.grade = judge,
	.prompt = prompt,
	.solution = choice_solution,
};

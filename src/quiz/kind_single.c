/* SPDX-License-Identifier: ISC */
/* Choice of one option; a wrong one may earn some credit. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "base/buf.h"
#include "quiz/answer.h"
#include "quiz/choice.h"
#include "quiz/grade.h"
#include "quiz/kind.h"
#include "quiz/load.h"

static int
child(struct load *l, struct item *it, const char *name)
{
	if (strcmp(name, "option") != 0)
		return 0;
	load_option(l, &it->choice);
	return 1;
}

static void
check(struct load *l, struct item *it)
{
	load_check_options(l, it);
	load_check_single(l, it, 0, it->choice.n, &it->place);
}

static void
judge(struct verdict *v, const struct item *it, const struct response *r)
{
	const struct option *o = it->choice.option;
	size_t i;

	for (i = 0; i < it->choice.n; i++) {
		if (!(r->ticked >> i & 1))
			continue;
		v->by = BY_OPTION;
		v->accept = (int)i;
		v->credit = o[i].right   ? 1
		    : isnan(o[i].credit) ? 0
					 : o[i].credit;
		choice_reply(v, it, i);
	}
}

static void
prompt(struct buf *b, const struct item *it)
{
	buf_printf(b, "Choose one, a to %c", 'a' + (int)it->choice.n - 1);
}

const struct kind_ops kind_single = {
	.input = INPUT_ONE,
	.feedback = 1,
	.child = child,
	.check = check,
	.parse = choice_parse,
	.grade = judge,
	.prompt = prompt,
	.solution = choice_solution,
};

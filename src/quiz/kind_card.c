/* SPDX-License-Identifier: ISC */
/* A front and a back; the learner recalls, looks, and grades himself. */
#include "config.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "quiz/answer.h"
#include "quiz/grade.h"
#include "quiz/kind.h"
#include "quiz/load.h"

static const struct attr_spec attrs[] = {
	{ "both-ways", ATTR_YESNO, 0, offsetof(struct item, several), NULL, 0,
	    0 },
	{ .name = NULL },
};

/* What an item earns that was hard to recall: partly right, and still Hard to
 * the memory when nothing but the fraction is known. */
static const double hard_credit = 0.75;

static int
child(struct load *l, struct item *it, const char *name)
{
	if (strcmp(name, "front") == 0)
		load_text_once(l, &it->stem, 1);
	else if (strcmp(name, "back") == 0)
		load_text_once(l, &it->back, 1);
	else
		return 0;
	return 1;
}

static void
check(struct load *l, struct item *it)
{
	if (it->back.text.len == 0)
		load_fault(l, &it->place, DIAG_QUIZ_CHILD_MISSING, "card",
		    it->id, "back");
}

/* The way there keeps the id, so that a card may get a way back later. */
static void
make(struct load *l, struct item *it)
{
	struct item *back;

	load_add(l, it);
	if (!it->several)
		return;
	it->family = load_family(l);
	back = arena_alloc(&l->bank->arena, sizeof(*back));
	*back = *it;
	back->id = load_made_id(l, it->id, "back");
	back->stem = it->back;
	back->back = it->stem;
	load_add(l, back);
}

/* Is `s` a word, or its first letter? */
static int
is_grade(const char *s, const char *name)
{
	size_t i;

	for (i = 0; s[i] != '\0'; i++) {
		char c = s[i];

		if (c >= 'A' && c <= 'Z')
			c = (char)(c - 'A' + 'a');
		if (c != name[i])
			return 0;
	}
	return i == 1 || name[i] == '\0';
}

static int
parse(struct response *r, const struct item *it, const unsigned char *order,
    const char *s)
{
	int g;

	(void)order;
	for (g = MEMORY_AGAIN; g < MEMORY_RATING_COUNT; g++) {
		enum memory_rating grade = (enum memory_rating)g;
		const char digit[] = { (char)('0' + g), '\0' };

		if (strcmp(s, digit) == 0 ||
		    is_grade(s, memory_rating_name(grade)))
			return answer_grade(r, it, grade);
	}
	buf_adds(&r->reason,
	    "grade yourself from 1 to 4: again, hard, good or easy");
	return -1;
}

static void
judge(struct verdict *v, const struct item *it, const struct response *r)
{
	static const double credit[MEMORY_RATING_COUNT] = {
		[MEMORY_GOOD] = 1,
		[MEMORY_EASY] = 1,
	};

	(void)it;
	v->by = BY_SELF;
	v->own = r->grade;
	v->credit = r->grade == MEMORY_HARD ? hard_credit : credit[r->grade];
}

static void
say(struct buf *b, const struct verdict *v, const struct item *it)
{
	(void)it;
	buf_printf(b, "by your own grade: %s", memory_rating_name(v->own));
}

static void
prompt(struct buf *b, const struct item *it)
{
	(void)it;
	buf_adds(b, "Grade yourself: 1 again, 2 hard, 3 good, 4 easy");
}

static void
solution(struct rich *out, const struct item *it, const unsigned char *order)
{
	(void)order;
	rich_append(out, &it->back);
}

const struct kind_ops kind_card = {
	.input = INPUT_GRADE,
	.stem = "front",
	.attrs = attrs,
	.child = child,
	.check = check,
	.make = make,
	.parse = parse,
	.grade = judge,
	.say = say,
	.prompt = prompt,
	.solution = solution,
};

/* SPDX-License-Identifier: ISC */
/* Steps to be put in order; item.choice has them in the right one. */
#include "config.h"

#include <string.h>

#include "base/buf.h"
#include "quiz/answer.h"
#include "quiz/choice.h"
#include "quiz/grade.h"
#include "quiz/kind.h"
#include "quiz/load.h"
#include "quiz/parts.h"

static const struct attr_spec attrs[] = {
	{ "score", ATTR_WORD, 0, offsetof(struct item, order_score),
	    "pairs exact place run", 0, 0 },
	{ .name = NULL },
};

static void
load_step(struct load *l, struct item *it)
{
	static const struct attr_spec specs[] = {
		{ "key", ATTR_TOKEN, 1, offsetof(struct option, key), NULL, 0,
		    0 },
		{ .name = NULL },
	};
	struct option *o = load_more_options(l, &it->choice);
	size_t errors;

	if (o == NULL)
		return;
	load_attrs(l, specs, NULL, o);
	errors = l->diags->errors;
	load_text(l, &o->text, 0, NULL);
	load_check_written(l, &o->text, "step", &o->place, errors);
}

static int
child(struct load *l, struct item *it, const char *name)
{
	if (strcmp(name, "step") != 0)
		return 0;
	load_step(l, it);
	return 1;
}

/* Steps of the same words could change places unseen. */
static void
check_same(struct load *l, const struct item *it, size_t i)
{
	const struct option *o = it->choice.option;
	size_t j;

	for (j = 0; j < i; j++) {
		if (strcmp(o[i].text.text.s, o[j].text.text.s) != 0)
			continue;
		load_fault(l, &o[i].place, DIAG_QUIZ_SAME, "step", it->id);
		return;
	}
}

static void
check(struct load *l, struct item *it)
{
	size_t i;

	load_check_few(l, it, it->choice.n, 2, "step");
	if (it->choice.n >= 2)
		load_check_options(l, it);
	for (i = 1; i < it->choice.n; i++)
		check_same(l, it, i);
}

int
order_arrange(
    struct response *r, const struct item *it, const unsigned char *arranged)
{
	size_t n = it->choice.n, i;
	uint32_t seen = 0;

	for (i = 0; i < n; i++) {
		if (arranged[i] >= n || (seen >> arranged[i] & 1)) {
			buf_printf(&r->reason, "use each of a to %c once",
			    'a' + (int)n - 1);
			return -1;
		}
		seen |= (uint32_t)1 << arranged[i];
		r->arranged[i] = arranged[i];
		if (i > 0)
			buf_addc(&r->text, ' ');
		buf_adds(&r->text, it->choice.option[arranged[i]].key);
	}
	buf_add(&r->norm, r->text.s, r->text.len);
	return 0;
}

static int
parse(struct response *r, const struct item *it, const unsigned char *order,
    const char *s)
{
	unsigned char arranged[ITEM_OPTIONS_MAX];
	size_t n = it->choice.n, i = 0;
	int place;

	for (; *s != '\0'; s++) {
		if (strchr(" \t\n,;.:)(>-", *s) != NULL)
			continue;
		place = choice_place(*s, n);
		if (place == -1) {
			buf_printf(&r->reason,
			    "there is no such step; use a to %c",
			    'a' + (int)n - 1);
			return -1;
		}
		if (i == n) {
			i++;
			break;
		}
		arranged[i++] = (unsigned char)choice_at(order, (size_t)place);
	}
	if (i != n) {
		buf_printf(
		    &r->reason, "use each of a to %c once", 'a' + (int)n - 1);
		return -1;
	}
	return order_arrange(r, it, arranged);
}

/* Steps that the right one follows. */
static int
pairs_in_order(const unsigned char *a, size_t n)
{
	size_t i;
	int right = 0;

	for (i = 1; i < n; i++)
		right += a[i] == a[i - 1] + 1;
	return right;
}

static int
in_place(const unsigned char *a, size_t n)
{
	size_t i;
	int right = 0;

	for (i = 0; i < n; i++)
		right += a[i] == i;
	return right;
}

/* The most steps, not all neighbours, that stand in order; one alone does not
 * count, as in Moodle. */
static int
longest_run(const unsigned char *a, size_t n)
{
	int len[ITEM_OPTIONS_MAX], most = 0;
	size_t i, j;

	for (i = 0; i < n; i++) {
		len[i] = 1;
		for (j = 0; j < i; j++) {
			if (a[j] < a[i] && len[j] >= len[i])
				len[i] = len[j] + 1;
		}
		if (len[i] > most)
			most = len[i];
	}
	return most > 1 ? most : 0;
}

static void
judge(struct verdict *v, const struct item *it, const struct response *r)
{
	const unsigned char *a = r->arranged;
	size_t n = it->choice.n, i;

	v->by = BY_ORDER;
	for (i = 0; i < n; i++)
		v->part[i].credit = a[i] == i;
	v->of = (int)n;
	switch (it->order_score) {
	case ORDER_PLACE:
	case ORDER_EXACT:
		v->right = in_place(a, n);
		break;
	case ORDER_RUN:
		v->right = longest_run(a, n);
		break;
	case ORDER_PAIRS:
	default:
		v->right = pairs_in_order(a, n);
		v->of--;
		break;
	}
	v->credit = (double)v->right / v->of;
	if (it->order_score == ORDER_EXACT)
		v->credit = v->right == v->of;
}

static void
say(struct buf *b, const struct verdict *v, const struct item *it)
{
	static const char *const what[] = {
		[ORDER_PAIRS] = "neighbours in order",
		[ORDER_EXACT] = "steps in their place",
		[ORDER_PLACE] = "steps in their place",
		[ORDER_RUN] = "steps in order",
	};

	if (v->right < v->of)
		buf_printf(
		    b, "%d of %d %s", v->right, v->of, what[it->order_score]);
}

/* With an example of as many letters. */
static void
prompt(struct buf *b, const struct item *it)
{
	size_t i, n = it->choice.n;

	buf_printf(b, "Put a to %c in order, as in \"", 'a' + (int)n - 1);
	for (i = 0; i < n; i++)
		buf_printf(
		    b, "%s%c", i > 0 ? " " : "", 'a' + (int)((n - i) % n));
	buf_addc(b, '"');
}

static void
add_step(struct rich *out, const struct item *it, const unsigned char *order,
    size_t option)
{
	char label[] = "a  ";
	size_t place = 0;

	while (choice_at(order, place) != option)
		place++;
	label[0] = (char)('a' + place);
	if (out->text.len > 0)
		rich_adds(out, "\n", STYLE_BODY);
	rich_adds(out, label, STYLE_STRONG);
	rich_append(out, &it->choice.option[option].text);
}

static void
body(struct rich *out, const struct item *it, const unsigned char *order)
{
	size_t i;

	for (i = 0; i < it->choice.n; i++)
		add_step(out, it, order, choice_at(order, i));
}

static void
solution(struct rich *out, const struct item *it, const unsigned char *order)
{
	size_t i;

	for (i = 0; i < it->choice.n; i++)
		add_step(out, it, order, i);
}

const struct kind_ops kind_order = {
	.input = INPUT_ORDER,
	.attrs = attrs,
	.feedback = 1,
	.child = child,
	.check = check,
	.parse = parse,
	.grade = judge,
	.say = say,
	.prompt = prompt,
	.body = body,
	.solution = solution,
};

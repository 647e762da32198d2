/* SPDX-License-Identifier: ISC */
/* A text that the learner writes, and grades by the criteria of a rubric. */
#include "config.h"

#include <float.h>
#include <string.h>

#include "base/buf.h"
#include "quiz/answer.h"
#include "quiz/grade.h"
#include "quiz/kind.h"
#include "quiz/load.h"
#include "quiz/number.h"

static const struct attr_spec attrs[] = {
	{ "min-words", ATTR_COUNT, 0, offsetof(struct item, rubric.min_words),
	    NULL, 0, 0 },
	{ .name = NULL },
};

static void
load_criterion(struct load *l, struct rubric *rubric)
{
	static const struct attr_spec specs[] = {
		{ "key", ATTR_TOKEN, 1, offsetof(struct criterion, key), NULL,
		    0, 0 },
		{ "points", ATTR_NUMBER, 0, offsetof(struct criterion, points),
		    NULL, DBL_MIN, 1e6 },
		{ "must", ATTR_YESNO, 0, offsetof(struct criterion, must), NULL,
		    0, 0 },
		{ .name = NULL },
	};
	struct criterion *c;
	size_t errors;

	if (load_is_too_many(l, rubric->n, ITEM_PARTS_MAX)) {
		rubric->n++;
		return;
	}
	rubric->criterion = load_more(
	    l, rubric->criterion, rubric->n, sizeof(*rubric->criterion));
	c = &rubric->criterion[rubric->n++];
	c->points = 1;
	c->place = load_place(l);
	errors = l->diags->errors;
	load_attrs(l, specs, NULL, c);
	load_text(l, &c->text, 0, NULL);
	load_check_written(l, &c->text, "criterion", &c->place, errors);
}

static int
child(struct load *l, struct item *it, const char *name)
{
	if (strcmp(name, "model") == 0)
		load_text_once(l, &it->back, 1);
	else if (strcmp(name, "criterion") == 0)
		load_criterion(l, &it->rubric);
	else
		return 0;
	return 1;
}

static void
check(struct load *l, struct item *it)
{
	const struct rubric *rubric = &it->rubric;
	size_t i, j;

	if (it->back.text.len == 0)
		load_fault(l, &it->place, DIAG_QUIZ_CHILD_MISSING, "open",
		    it->id, "model");
	load_check_few(l, it, rubric->n, 1, "criterion");
	for (i = 1; i < rubric->n; i++) {
		const struct criterion *c = &rubric->criterion[i];

		for (j = 0; j < i; j++) {
			if (strcmp(c->key, rubric->criterion[j].key) == 0)
				break;
		}
		if (j < i)
			load_fault(
			    l, &c->place, DIAG_QUIZ_KEY_TWICE, c->key, it->id);
	}
}

/* "y", "no", "+"; what it says of a criterion, or -1.  *s moves behind it. */
static int
take_word(const char **s)
{
	size_t len =
	    strspn(*s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
	const char *word = *s;
	int c = word[0] | 0x20;

	*s += len;
	if (len == 0 ||
	    (len > 1 && strncasecmp(word, "yes", len) != 0 &&
		strncasecmp(word, "no", len) != 0))
		return -1;
	return c == 'y' ? 1 : c == 'n' ? 0 : -1;
}

static int
refuse(struct response *r, size_t n)
{
	size_t i;

	buf_printf(&r->reason, "say y or n for each of %zu, as in \"", n);
	for (i = 0; i < n; i++)
		buf_printf(&r->reason, "%s%c", i > 0 ? " " : "",
		    i % 2 == 0 ? 'y' : 'n');
	buf_addc(&r->reason, '"');
	return -1;
}

/* Letters in one go are one each. */
static int
is_letters(const char *s)
{
	return strspn(s, "ynYN") == strlen(s);
}

static int
parse(struct response *r, const struct item *it, const unsigned char *order,
    const char *s)
{
	size_t n = it->rubric.n, i = 0;
	int whole = is_letters(s), word;
	uint32_t met = 0;

	(void)order;
	while (*s != '\0') {
		if (strchr(" \t\n,;.", *s) != NULL) {
			s++;
			continue;
		}
		if (whole)
			word = (*s++ | 0x20) == 'y';
		else
			word = take_word(&s);
		if (word == -1 || i == n)
			return refuse(r, n);
		met |= (uint32_t)word << i++;
	}
	return i == n ? answer_rubric(r, it, met) : refuse(r, n);
}

static void
judge(struct verdict *v, const struct item *it, const struct response *r)
{
	const struct rubric *rubric = &it->rubric;
	double sum = 0, all = 0;
	size_t i;
	int failed = 0;

	v->by = BY_SELF;
	v->of = (int)rubric->n;
	for (i = 0; i < rubric->n; i++) {
		const struct criterion *c = &rubric->criterion[i];
		int met = (int)(r->ticked >> i & 1);

		all += c->points;
		sum += met ? c->points : 0;
		failed |= c->must && !met;
		v->part[i].credit = met;
		v->right += met;
	}
	v->credit = failed ? 0 : sum / all;
}

/* A must that was missed is why nothing is earned. */
static void
say(struct buf *b, const struct verdict *v, const struct item *it)
{
	size_t i;

	if (v->right < v->of)
		buf_printf(b, "%d of %d criteria met", v->right, v->of);
	for (i = 0; i < it->rubric.n; i++) {
		if (it->rubric.criterion[i].must && v->part[i].credit == 0)
			buf_printf(b, ", %zu is a must", i + 1);
	}
}

static void
prompt(struct buf *b, const struct item *it)
{
	size_t i;

	buf_adds(b, "Say of each criterion if your answer meets it: \"");
	for (i = 0; i < it->rubric.n; i++)
		buf_printf(b, "%s%c", i > 0 ? " " : "", i % 2 == 0 ? 'y' : 'n');
	buf_addc(b, '"');
}

static void
solution(struct rich *out, const struct item *it, const unsigned char *order)
{
	(void)order;
	rich_append(out, &it->back);
}

const struct kind_ops kind_open = {
	.input = INPUT_RUBRIC,
	.attrs = attrs,
	.child = child,
	.check = check,
	.parse = parse,
	.grade = judge,
	.say = say,
	.prompt = prompt,
	.solution = solution,
};

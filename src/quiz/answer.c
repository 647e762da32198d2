/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "quiz/answer.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "quiz/choice.h"
#include "quiz/kind.h"
#include "quiz/parts.h"
#include "text/utf8.h"

void
response_init(struct response *r)
{
	memset(r, 0, sizeof(*r));
	r->unit = UNIT_NONE;
	buf_init(&r->typed);
	buf_init(&r->draft);
	buf_init(&r->text);
	buf_init(&r->norm);
	buf_init(&r->reason);
}

void
response_release(struct response *r)
{
	buf_release(&r->typed);
	buf_release(&r->draft);
	buf_release(&r->text);
	buf_release(&r->norm);
	buf_release(&r->reason);
}

static void
response_reset(struct response *r)
{
	r->ticked = 0;
	r->number = 0;
	r->unit = UNIT_NONE;
	r->grade = MEMORY_UNRATED;
	buf_reset(&r->typed);
	buf_reset(&r->text);
	buf_reset(&r->norm);
	buf_reset(&r->reason);
}

static int
is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static size_t
characters(const char *s, size_t len)
{
	size_t i, n = 0;

	for (i = 0; i < len; i++)
		n += ((unsigned char)s[i] & 0xc0) != 0x80;
	return n;
}

/* Leaves out the blanks at both ends. */
static void
trim(const char **s, size_t *len)
{
	for (; *len > 0 && is_blank(**s); ++*s)
		--*len;
	while (*len > 0 && is_blank((*s)[*len - 1]))
		--*len;
}

/* 0 for what a person may have typed; else a reason. */
static int
check_typed(struct response *r, const char *s, size_t len, int max)
{
	if (characters(s, len) > (size_t)max) {
		buf_printf(&r->reason,
		    "the answer has more than %d characters; give a shorter one",
		    max);
		return -1;
	}
	if (memchr(s, '\0', len) != NULL || !text_is_clean(s, len)) {
		buf_adds(&r->reason,
		    "the answer holds control characters; type it again");
		return -1;
	}
	return 0;
}

int
answer_parse(struct response *r, const struct item *it,
    const unsigned char *order, const char *s, size_t len)
{
	struct buf line = BUF_INIT;
	int rc = -1;

	response_reset(r);
	trim(&s, &len);
	if (len == 0) {
		buf_adds(&r->reason, "no answer was given");
	} else if (check_typed(r, s, len, ANSWER_MAX) == 0) {
		buf_add(&line, s, len);
		rc = kind_ops(it->kind)->parse(r, it, order, line.s);
	}
	buf_release(&line);
	return rc;
}

int
answer_tick(struct response *r, const struct item *it, uint32_t ticked)
{
	response_reset(r);
	return choice_tick(r, it, ticked);
}

int
answer_parts(
    struct response *r, const struct item *it, const struct answer_part *part)
{
	size_t i;

	assert(item_asks(it) == INPUT_PARTS);
	response_reset(r);
	for (i = 0; i < it->parts.n; i++) {
		struct answer_part given = part[i];

		if (given.s == NULL)
			given = (struct answer_part){ given.option, "", 0 };
		trim(&given.s, &given.len);
		if (check_typed(r, given.s, given.len, ANSWER_MAX) == -1)
			return -1;
		parts_set(r, it, i, &given);
	}
	return parts_finish(r, it);
}

int
answer_arrange(
    struct response *r, const struct item *it, const unsigned char *arranged)
{
	assert(item_asks(it) == INPUT_ORDER);
	response_reset(r);
	return order_arrange(r, it, arranged);
}

static size_t
words(const char *s, size_t len)
{
	size_t i, n = 0;

	for (i = 0; i < len; i++)
		n += !is_blank(s[i]) && (i == 0 || is_blank(s[i - 1]));
	return n;
}

int
answer_draft(
    struct response *r, const struct item *it, const char *s, size_t len)
{
	size_t n;

	assert(item_is_self_graded(it));
	buf_reset(&r->draft);
	buf_reset(&r->reason);
	trim(&s, &len);
	if (check_typed(r, s, len, DRAFT_MAX) == -1)
		return -1;
	n = words(s, len);
	if (it->kind == ITEM_OPEN && n < (size_t)it->rubric.min_words) {
		buf_printf(&r->reason, "write %d words or more; these are %zu",
		    it->rubric.min_words, n);
		return -1;
	}
	buf_add(&r->draft, s, len);
	return 0;
}

/* The log has what was written before, or else how it was graded. */
static void
take_draft(struct response *r)
{
	const struct buf *text = r->draft.len > 0 ? &r->draft : &r->norm;

	buf_add(&r->text, text->s, text->len);
	buf_reset(&r->draft);
}

int
answer_grade(
    struct response *r, const struct item *it, enum memory_rating grade)
{
	assert(item_asks(it) == INPUT_GRADE);
	assert(grade > MEMORY_UNRATED && grade < MEMORY_RATING_COUNT);
	(void)it;
	response_reset(r);
	r->grade = grade;
	buf_adds(&r->norm, memory_rating_name(grade));
	take_draft(r);
	return 0;
}

int
answer_rubric(struct response *r, const struct item *it, uint32_t met)
{
	size_t i;

	assert(item_asks(it) == INPUT_RUBRIC);
	assert(met < (uint32_t)1 << it->rubric.n);
	response_reset(r);
	r->ticked = met;
	for (i = 0; i < it->rubric.n; i++) {
		if (!(met >> i & 1))
			continue;
		if (r->norm.len > 0)
			buf_addc(&r->norm, ' ');
		buf_adds(&r->norm, it->rubric.criterion[i].key);
	}
	if (met == 0)
		buf_addc(&r->norm, '-');
	take_draft(r);
	return 0;
}

enum kind_input
item_asks(const struct item *it)
{
	return kind_ops(it->kind)->input;
}

enum kind_input
item_input(const struct item *it)
{
	enum kind_input input = item_asks(it);

	return input > INPUT_LINE ? INPUT_LINE : input;
}

int
item_is_choice(const struct item *it)
{
	enum kind_input input = item_asks(it);
	size_t i;

	if (input != INPUT_PARTS)
		return input == INPUT_ONE || input == INPUT_MANY;
	for (i = 0; i < it->parts.n; i++) {
		if (it->parts.part[i].n == 0)
			return 0;
	}
	return 1;
}

int
item_is_self_graded(const struct item *it)
{
	enum kind_input input = item_asks(it);

	return input == INPUT_GRADE || input == INPUT_RUBRIC;
}

void
item_prompt(struct buf *b, const struct item *it)
{
	kind_ops(it->kind)->prompt(b, it);
}

void
item_draft_prompt(struct buf *b, const struct item *it)
{
	if (item_asks(it) == INPUT_GRADE)
		buf_adds(b, "Say the answer to yourself, or type it");
	else if (it->rubric.min_words > 0)
		buf_printf(b, "Write your answer, %d words or more",
		    it->rubric.min_words);
	else
		buf_adds(b, "Write your answer, here or on paper");
}

void
item_body(struct rich *out, const struct item *it, const unsigned char *order)
{
	if (kind_ops(it->kind)->body != NULL)
		kind_ops(it->kind)->body(out, it, order);
}

void
item_reveal(struct rich *out, const struct item *it)
{
	size_t i;

	if (!item_is_self_graded(it))
		return;
	rich_append(out, &it->back);
	for (i = 0; i < it->rubric.n; i++) {
		const struct criterion *c = &it->rubric.criterion[i];
		char label[32];

		snprintf(label, sizeof(label), "%s%zu  ",
		    i == 0 ? "\n\n" : "\n", i + 1);
		rich_adds(out, label, STYLE_STRONG);
		rich_append(out, &c->text);
		if (c->must)
			rich_adds(out, " (a must)", STYLE_BODY);
	}
}

void
item_solution(
    struct rich *out, const struct item *it, const unsigned char *order)
{
	kind_ops(it->kind)->solution(out, it, order);
}

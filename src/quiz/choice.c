/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "quiz/choice.h"

#include <assert.h>
#include <string.h>

#include "quiz/answer.h"
#include "quiz/grade.h"

size_t
choice_at(const unsigned char *order, size_t place)
{
	return order == NULL ? place : order[place];
}

size_t
choice_right(const struct item *it)
{
	size_t i, n = 0;

	for (i = 0; i < it->choice.n; i++)
		n += it->choice.option[i].right != 0;
	return n;
}

int
choice_tick(struct response *r, const struct item *it, uint32_t ticked)
{
	size_t i;

	assert(ticked < (uint32_t)1 << it->choice.n);
	if (ticked == 0) {
		buf_adds(&r->reason, "nothing is chosen");
		return -1;
	}
	if (item_input(it) == INPUT_ONE && (ticked & (ticked - 1)) != 0) {
		buf_adds(&r->reason, "this question takes one answer");
		return -1;
	}
	r->ticked = ticked;
	for (i = 0; i < it->choice.n; i++) {
		if (!(ticked >> i & 1))
			continue;
		if (r->text.len > 0)
			buf_addc(&r->text, ' ');
		buf_adds(&r->text, it->choice.option[i].key);
	}
	buf_add(&r->norm, r->text.s, r->text.len);
	return 0;
}

int
choice_place(char c, size_t n)
{
	int place = -1;

	if (c >= 'a' && c <= 'z')
		place = c - 'a';
	else if (c >= 'A' && c <= 'Z')
		place = c - 'A';
	else if (c >= '1' && c <= '9')
		place = c - '1';
	return place < (int)n ? place : -1;
}

int
choice_parse(struct response *r, const struct item *it,
    const unsigned char *order, const char *s)
{
	uint32_t ticked = 0;
	size_t n = it->choice.n;
	int place;

	for (; *s != '\0'; s++) {
		if (strchr(" \t,;.:)(&+", *s) != NULL)
			continue;
		place = choice_place(*s, n);
		if (place == -1) {
			buf_printf(&r->reason,
			    "there is no such option; choose from a to %c",
			    'a' + (int)n - 1);
			return -1;
		}
		ticked |= (uint32_t)1 << choice_at(order, (size_t)place);
	}
	return choice_tick(r, it, ticked);
}

static void
add_misconception(struct verdict *v, const char *name)
{
	size_t i;

	for (i = 0; i < v->n_misc; i++) {
		if (strcmp(v->misc[i], name) == 0)
			return;
	}
	v->misc[v->n_misc++] = name;
}

void
choice_reply(struct verdict *v, const struct item *it, size_t option)
{
	const struct option *o = &it->choice.option[option];

	verdict_reply(v, (int)option, &o->feedback);
	if (o->misconception != NULL)
		add_misconception(v, o->misconception);
	if (o->danger)
		v->danger = 1;
}

void
choice_replies(
    struct verdict *v, const struct item *it, const struct response *r)
{
	size_t i;

	for (i = 0; i < it->choice.n; i++) {
		if (r->ticked >> i & 1)
			choice_reply(v, it, i);
	}
}

static void
add_option(struct rich *out, char letter, const struct rich *text)
{
	const char label[] = { letter, ' ', ' ', '\0' };

	if (out->text.len > 0)
		rich_adds(out, "\n", STYLE_BODY);
	rich_adds(out, label, STYLE_STRONG);
	rich_append(out, text);
}

void
choice_solution(
    struct rich *out, const struct item *it, const unsigned char *order)
{
	size_t i;

	for (i = 0; i < it->choice.n; i++) {
		const struct option *o =
		    &it->choice.option[choice_at(order, i)];

		if (o->right)
			add_option(out, (char)('a' + i), &o->text);
	}
}

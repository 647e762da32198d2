/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "tui/quiz_try.h"

#include <string.h>

#include "quiz/answer.h"
#include "quiz/session.h"

void
try_init(struct quiz_try *t)
{
	size_t i;

	memset(t, 0, sizeof(*t));
	for (i = 0; i < ITEM_PARTS_MAX; i++)
		edit_init(&t->typed[i]);
}

void
try_release(struct quiz_try *t)
{
	size_t i;

	for (i = 0; i < ITEM_PARTS_MAX; i++)
		edit_release(&t->typed[i]);
}

/* [byte] One character more than an answer may have: what is too long is to be
 * refused, and not taken without its end. */
static size_t
room(size_t characters)
{
	return 4 * (characters + 1);
}

/* Where there are no options to begin above, the cursor is on the first row. */
void
try_begin(struct quiz_try *t, const struct item *it, const unsigned char *order)
{
	enum kind_input way = item_asks(it);
	size_t i;

	t->item = it;
	t->order = order;
	t->at = way == INPUT_ONE || way == INPUT_MANY ? -1 : 0;
	t->ticked = 0;
	for (i = 0; i < ITEM_PARTS_MAX; i++) {
		t->picked[i] = -1;
		edit_set(&t->typed[i], "");
		t->typed[i].max = room(ANSWER_MAX);
	}
	if (way == INPUT_RUBRIC)
		t->typed[0].max = room(DRAFT_MAX);
	for (i = 0; i < it->choice.n; i++)
		t->arranged[i] = order == NULL ? (unsigned char)i : order[i];
	t->grabbed = t->moved = t->revealed = 0;
	t->grade = MEMORY_UNRATED;
}

void
try_restore(struct quiz_try *t, const struct session_result *r)
{
	const struct item *it = r->item;
	size_t i;

	try_begin(t, it, r->order);
	t->at = -1;
	t->ticked = r->ticked;
	t->grade = r->verdict.own;
	t->revealed = 1;
	if (item_asks(it) == INPUT_LINE)
		edit_set(&t->typed[0], r->text);
	if (r->arranged != NULL)
		memcpy(t->arranged, r->arranged, it->choice.n);
	for (i = 0; i < it->parts.n && r->picked != NULL; i++) {
		t->picked[i] = r->picked[i].option;
		if (r->typed[i] != NULL)
			edit_set(&t->typed[i], r->typed[i]);
	}
}

void
try_resume(struct quiz_try *t)
{
	t->at = 0;
	t->moved = 1;
	if (item_asks(t->item) != INPUT_ONE || t->ticked == 0)
		return;
	while (!(t->ticked >> t->order[t->at] & 1))
		t->at++;
}

static int
is_empty(const struct edit *e)
{
	return strspn(e->text.s, " ") == e->text.len;
}

int
try_is_open(const struct quiz_try *t, size_t i)
{
	return t->picked[i] == -1 && is_empty(&t->typed[i]);
}

int
try_is_blank(const struct quiz_try *t)
{
	size_t i;

	switch (item_asks(t->item)) {
	case INPUT_ONE:
	case INPUT_MANY:
		return t->ticked == 0;
	case INPUT_PARTS:
		for (i = 0; i < t->item->parts.n; i++) {
			if (!try_is_open(t, i))
				return 0;
		}
		return 1;
	case INPUT_ORDER:
		return !t->moved;
	case INPUT_GRADE:
		return !t->revealed;
	case INPUT_RUBRIC:
		return !t->revealed && is_empty(&t->typed[0]);
	case INPUT_LINE:
	default:
		return is_empty(&t->typed[0]);
	}
}

const struct part *
try_part(const struct quiz_try *t)
{
	if (item_asks(t->item) != INPUT_PARTS || t->at < 0)
		return NULL;
	return &t->item->parts.part[t->at];
}

int
try_line(const struct quiz_try *t)
{
	const struct part *p = try_part(t);

	if (item_asks(t->item) == INPUT_LINE)
		return 0;
	if (item_asks(t->item) == INPUT_RUBRIC && !t->revealed)
		return 0;
	return p != NULL && p->n == 0 ? t->at : -1;
}

static int
read_parts(const struct quiz_try *t, struct response *r)
{
	struct answer_part given[ITEM_PARTS_MAX];
	size_t i;

	for (i = 0; i < t->item->parts.n; i++) {
		given[i].option = t->picked[i];
		given[i].s = t->typed[i].text.s;
		given[i].len = t->typed[i].text.len;
	}
	return answer_parts(r, t->item, given);
}

int
try_read(const struct quiz_try *t, struct response *r)
{
	const struct buf *line = &t->typed[0].text;

	switch (item_asks(t->item)) {
	case INPUT_ONE:
	case INPUT_MANY:
		return answer_tick(r, t->item, t->ticked);
	case INPUT_PARTS:
		return read_parts(t, r);
	case INPUT_ORDER:
		return answer_arrange(r, t->item, t->arranged);
	case INPUT_GRADE:
		return answer_grade(r, t->item, t->grade);
	case INPUT_RUBRIC:
		return answer_rubric(r, t->item, t->ticked);
	case INPUT_LINE:
	default:
		return answer_parse(r, t->item, t->order, line->s, line->len);
	}
}

int
try_rows(const struct quiz_try *t)
{
	switch (item_asks(t->item)) {
	case INPUT_PARTS:
		return (int)t->item->parts.n;
	case INPUT_RUBRIC:
		return t->revealed ? (int)t->item->rubric.n : 0;
	case INPUT_ONE:
	case INPUT_MANY:
	case INPUT_ORDER:
		return (int)t->item->choice.n;
	case INPUT_GRADE:
	case INPUT_LINE:
	default:
		return 0;
	}
}

/* The option of a part that is shown at a place. */
static int
option_at(const struct quiz_try *t, const struct part *p, int place)
{
	size_t i;
	int n = 0;

	for (i = 0; i < t->item->choice.n; i++) {
		size_t o = t->order == NULL ? i : t->order[i];

		if (o >= p->first && o < p->first + p->n && n++ == place)
			return (int)o;
	}
	return -1;
}

int
try_place(const struct quiz_try *t, const struct part *p, int option)
{
	int place = 0;

	while (place < (int)p->n && option_at(t, p, place) != option)
		place++;
	return place;
}

int
try_next_open(struct quiz_try *t)
{
	size_t n = t->item->parts.n, i;

	for (i = 1; i <= n; i++) {
		size_t at = ((size_t)t->at + i) % n;

		if (try_is_open(t, at)) {
			t->at = (int)at;
			return 1;
		}
	}
	return 0;
}

void
try_pick(struct quiz_try *t, int place)
{
	const struct part *p = try_part(t);

	if (p != NULL) {
		t->picked[t->at] = option_at(t, p, place);
		try_next_open(t);
		return;
	}
	t->at = place;
	if (item_asks(t->item) == INPUT_RUBRIC)
		t->ticked ^= (uint32_t)1 << place;
	else if (item_asks(t->item) == INPUT_MANY)
		t->ticked ^= (uint32_t)1 << t->order[place];
	else
		t->ticked = (uint32_t)1 << t->order[place];
}

void
try_turn(struct quiz_try *t, int by)
{
	const struct part *p = try_part(t);
	int place, n;

	if (p == NULL || p->n == 0)
		return;
	n = (int)p->n;
	if (t->picked[t->at] == -1)
		place = by > 0 ? 0 : n - 1;
	else
		place = (try_place(t, p, t->picked[t->at]) + by + n) % n;
	t->picked[t->at] = option_at(t, p, place);
}

int
try_move_step(struct quiz_try *t, int by)
{
	int to = t->at + by;
	unsigned char step;

	if (to < 0 || to >= (int)t->item->choice.n)
		return 0;
	step = t->arranged[t->at];
	t->arranged[t->at] = t->arranged[to];
	t->arranged[to] = step;
	t->at = to;
	t->moved = 1;
	return 1;
}

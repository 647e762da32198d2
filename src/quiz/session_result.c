/* SPDX-License-Identifier: ISC */
/* What was answered in a session, and what it scored. */
#include "config.h"

#include <assert.h>
#include <string.h>

#include "base/buf.h"
#include "quiz/answer.h"
#include "quiz/number.h"
#include "quiz/session_state.h"

/* What was answered, for who shows it again. */
static void
keep_parts(
    struct session *s, struct session_result *result, const struct response *r)
{
	size_t n = result->item->parts.n, i;
	const char **part;

	if (item_asks(result->item) == INPUT_ORDER)
		result->arranged =
		    memcpy(arena_alloc(&s->arena, sizeof(r->arranged)),
			r->arranged, sizeof(r->arranged));
	if (n == 0)
		return;
	part = arena_array(&s->arena, n, sizeof(*part));
	for (i = 0; i < n; i++)
		part[i] = r->part[i].option >= 0
		    ? NULL
		    : arena_strndup(&s->arena, r->typed.s + r->part[i].at,
			  r->part[i].len);
	result->typed = part;
	result->picked = memcpy(
	    arena_alloc(&s->arena, sizeof(r->part)), r->part, sizeof(r->part));
}

struct session_result *
session_make_result(struct session *s, const struct response *r)
{
	struct session_result *result = arena_alloc(&s->arena, sizeof(*result));
	struct slot *slot = &s->slot[s->at];

	grade(&result->verdict, slot->item, r, s->hints);
	result->item = slot->item;
	result->order = s->order;
	keep_parts(s, result, r);
	result->ticked = r->ticked;
	result->confidence = r->confidence;
	result->text = arena_strdup(&s->arena, r->text.s);
	result->norm = arena_strdup(&s->arena, r->norm.s);
	result->hints = s->hints;
	result->try = slot->tries + 1;
	result->rating = verdict_rating(&result->verdict, slot->item);
	return result;
}

size_t
session_results(const struct session *s)
{
	return s->results.n;
}

const struct session_result *
session_result(const struct session *s, size_t i)
{
	assert(i < s->results.n);
	return s->results.v[i];
}

const struct session_result *
session_last(const struct session *s)
{
	return s->results.n == 0 ? NULL : s->results.v[s->results.n - 1];
}

static void
count_answer(struct session_score *score, const struct verdict *v)
{
	if (v->confidence > 0) {
		score->sure[v->confidence]++;
		score->sure_right[v->confidence] += v->outcome == VERDICT_RIGHT;
		score->marks += verdict_marks(v->fraction, v->confidence);
	}
	score->answered++;
	score->points += v->points;
	score->max += v->max;
	if (v->outcome == VERDICT_RIGHT)
		score->right++;
	else if (v->outcome == VERDICT_PARTLY)
		score->partly++;
	else
		score->wrong++;
}

/* The first answer to an item counts, in an exam the last. */
static int
counts(const struct session *s, const struct session_result *r)
{
	size_t i;

	if (s->mode != SESSION_EXAM)
		return r->try == 1;
	for (i = 0; i < s->n && s->slot[i].result != r; i++)
		continue;
	return i < s->n;
}

void
session_score(const struct session *s, struct session_score *score)
{
	size_t i;

	memset(score, 0, sizeof(*score));
	score->items = s->n;
	for (i = 0; i < s->n; i++) {
		score->all += s->slot[i].item->points;
		score->begun += s->slot[i].last > 0;
		score->returning += s->slot[i].state == SLOT_MISSED;
	}
	for (i = 0; i < s->results.n; i++) {
		if (counts(s, s->results.v[i]))
			count_answer(score, &s->results.v[i]->verdict);
	}
}

const struct session_result *
session_result_at(const struct session *s, size_t place)
{
	assert(place < s->n);
	return s->slot[place].result;
}

/* Good, and nothing against it. */
int
session_may_be_easy(const struct session *s)
{
	return s->answered != NULL && s->answered->rating == MEMORY_GOOD &&
	    !item_is_choice(s->answered->item);
}

void
session_easy(struct session *s)
{
	assert(session_may_be_easy(s));
	s->answered->verdict.own = MEMORY_EASY;
	s->answered->rating = MEMORY_EASY;
}

void
score_say_sure(struct buf *b, const struct session_score *score, int marks)
{
	size_t start = b->len;
	int i;

	for (i = 3; i >= 1; i--) {
		const char *word = verdict_sure_word(i);

		if (score->sure[i] == 0)
			continue;
		buf_adds(b, b->len > start ? "  " : "");
		buf_addc(b, (char)(word[0] - 'a' + 'A'));
		buf_printf(b, "%s: %zu of %zu right.", word + 1,
		    score->sure_right[i], score->sure[i]);
	}
	if (!marks || b->len == start)
		return;
	buf_adds(b, "  Marks: ");
	number_add(b, score->marks);
	buf_addc(b, '.');
}

double
session_needed(const struct session *s)
{
	double points = 0, need = 0;
	size_t i;

	for (i = 0; i < session_size(s); i++) {
		const struct item *it = session_item_at(s, i);

		if (it->quiz->settings.pass <= 0)
			return 0;
		points += it->points;
		need += it->points * it->quiz->settings.pass;
	}
	return points > 0 ? need / points : 0;
}

int
score_passes(const struct session_score *score, double need)
{
	/* What is needed is a mean, which may be off in its last digits. */
	return score->points >= (need - 1e-9) * score->all;
}

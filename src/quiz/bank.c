/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "quiz/bank.h"

#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/xalloc.h"

struct bank *
bank_new(void)
{
	struct bank *bank = xcalloc(1, sizeof(*bank));

	arena_init(&bank->arena);
	ids_init(&bank->ids);
	ids_init(&bank->item_ids);
	ids_init(&bank->made_ids);
	ids_init(&bank->group_ids);
	ids_init(&bank->case_ids);
	ids_init(&bank->strings);
	return bank;
}

void
bank_free(struct bank *bank)
{
	if (bank == NULL)
		return;
	vec_release(&bank->items);
	vec_release(&bank->groups);
	vec_release(&bank->cases);
	vec_release(&bank->quizzes);
	vec_release(&bank->enemies);
	vec_release(&bank->enemy);
	vec_release(&bank->refs);
	ids_release(&bank->ids);
	ids_release(&bank->item_ids);
	ids_release(&bank->made_ids);
	ids_release(&bank->group_ids);
	ids_release(&bank->case_ids);
	ids_release(&bank->strings);
	arena_release(&bank->arena);
	free(bank);
}

const struct item *
bank_item(const struct bank *bank, const char *id)
{
	return ids_find(&bank->item_ids, id);
}

struct item *const *
bank_made(const struct bank *bank, const char *id, size_t *n)
{
	const struct made *made = ids_find(&bank->made_ids, id);

	*n = made == NULL ? 0 : made->n;
	return made == NULL ? NULL : bank->items.v + made->first;
}

const struct quiz_group *
bank_group(const struct bank *bank, const char *id)
{
	return ids_find(&bank->group_ids, id);
}

const struct quiz_case *
bank_case(const struct bank *bank, const char *id)
{
	return ids_find(&bank->case_ids, id);
}

void
bank_check_about(const struct bank *bank,
    int (*known)(void *ctx, const char *id), void *ctx, struct diags *d)
{
	size_t i;

	for (i = 0; i < bank->refs.n; i++) {
		const struct bank_ref *r = &bank->refs.v[i];

		if (known(ctx, r->id))
			continue;
		if (strcmp(r->attr, "about") == 0)
			diag_add(d, DIAG_QUIZ_ABOUT, r->place.file,
			    r->place.line, r->place.col, r->id);
		else
			diag_add(d, DIAG_QUIZ_REF, r->place.file, r->place.line,
			    r->place.col, r->attr, r->id, "id",
			    "course's article");
	}
}

/* An id that a faulty item has is known too: that item has its own fault. */
static void
check_items(const struct bank *bank, const char *attr,
    const struct names *names, const struct place *at, struct diags *d)
{
	size_t i;

	for (i = 0; i < names->n; i++) {
		if (ids_find(&bank->ids, names->v[i]) == NULL)
			diag_add(d, DIAG_QUIZ_REF, at->file, at->line, at->col,
			    attr, names->v[i], "item", "course");
	}
}

void
bank_check_refs(const struct bank *bank, struct diags *d)
{
	size_t i;

	for (i = 0; i < bank->items.n; i++) {
		const struct item *it = bank->items.v[i];

		check_items(bank, "after", &it->after, &it->place, d);
	}
	for (i = 0; i < bank->enemies.n; i++) {
		const struct enemies *e = &bank->enemies.v[i];

		check_items(bank, "items", &e->items, &e->place, d);
	}
	bank_check_after(bank, d);
}

void
bank_rich(struct bank *bank, struct rich *out, const struct rich *in)
{
	size_t n = in->runs.n, size = sizeof(*in->runs.v);

	rich_init(out);
	out->text.s = arena_strndup(&bank->arena, in->text.s, in->text.len);
	out->text.len = in->text.len;
	if (n == 0)
		return;
	out->runs.v = arena_array(&bank->arena, n, size);
	memcpy(out->runs.v, in->runs.v, n * size);
	out->runs.n = n;
}

void
bank_text(struct bank *bank, struct rich *out, const char *s)
{
	rich_init(out);
	out->text.s = arena_strdup(&bank->arena, s);
	out->text.len = strlen(s);
}

const char *
bank_string(struct bank *bank, const char *s)
{
	char *copy = ids_find(&bank->strings, s);

	if (copy == NULL) {
		copy = arena_strdup(&bank->arena, s);
		ids_add(&bank->strings, copy, copy);
	}
	return copy;
}

void
bank_retain(struct bank *bank, double retention)
{
	size_t i;

	for (i = 0; retention > 0 && i < bank->quizzes.n; i++)
		bank->quizzes.v[i]->settings.retention = retention;
}

void
bank_check_settings(const struct bank *bank, struct diags *d)
{
	size_t i;

	for (i = 0; i < bank->quizzes.n; i++) {
		const struct quiz *q = bank->quizzes.v[i];
		const struct place *at = &q->settings.place;

		if (q->settings.attempts > 0)
			diag_add(
			    d, DIAG_QUIZ_ATTEMPTS, at->file, at->line, at->col);
		if (q->settings.feedback == FEEDBACK_END)
			diag_add(
			    d, DIAG_QUIZ_FEEDBACK, at->file, at->line, at->col);
	}
}

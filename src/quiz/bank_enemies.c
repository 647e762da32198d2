/* SPDX-License-Identifier: ISC */
/* Items that give each other away, or ask for the same thing. */
#include "config.h"

#include "quiz/bank.h"

size_t
bank_sets(const struct bank *bank)
{
	return bank->enemies.n + bank->n_families;
}

static void
join(struct bank *bank, struct item *it, size_t set)
{
	struct enemy e = { .set = set, .next = it->enemy };

	it->enemy = bank->enemy.n;
	vec_push(&bank->enemy, e);
}

/* An <enemies> names elements, and means all items that they made. */
static void
join_all(struct bank *bank, const struct names *names, size_t set)
{
	size_t i, j, n;

	for (i = 0; i < names->n; i++) {
		struct item *const *it = bank_made(bank, names->v[i], &n);

		for (j = 0; j < n; j++)
			join(bank, it[j], set);
	}
}

void
bank_settle_enemies(struct bank *bank)
{
	size_t n = bank->enemies.n, i;

	bank->enemy.n = 0;
	for (i = 0; i < bank->items.n; i++)
		bank->items.v[i]->enemy = ENEMY_NONE;
	for (i = 0; i < n; i++)
		join_all(bank, &bank->enemies.v[i].items, i);
	for (i = 0; i < bank->items.n; i++) {
		struct item *it = bank->items.v[i];

		if (it->family > 0)
			join(bank, it, n + it->family - 1);
	}
}

int
bank_are_enemies(
    const struct bank *bank, const struct item *a, const struct item *b)
{
	const struct enemy *all = bank->enemy.v;
	size_t i, j;

	for (i = a->enemy; i != ENEMY_NONE; i = all[i].next) {
		for (j = b->enemy; j != ENEMY_NONE; j = all[j].next) {
			if (all[i].set == all[j].set)
				return 1;
		}
	}
	return 0;
}

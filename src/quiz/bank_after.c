/* SPDX-License-Identifier: ISC */
/* Items that wait for each other. */
#include "config.h"

#include <stdlib.h>

#include "base/diag.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "quiz/bank.h"

enum color {
	WHITE, /* not met */
	GREY,  /* on the way from the root to the one at hand */
	BLACK, /* no circle goes through it, or that was told */
};

/* An element, by its first item, and how far its `after` was looked at. */
struct step {
	const struct item *it;
	size_t after;
};

struct walk {
	const struct bank *bank;
	struct diags *diags;
	unsigned char *color; /* by item */
	VEC(struct step) path;
};

/* The first of the items that an element made, or NULL. */
static const struct item *
first_of(const struct bank *bank, const char *id)
{
	size_t n;
	struct item *const *it = bank_made(bank, id, &n);

	return n == 0 ? NULL : it[0];
}

static void
enter(struct walk *w, const struct item *it)
{
	struct step step = { it, 0 };

	w->color[it->index] = GREY;
	vec_push(&w->path, step);
}

static void
tell(const struct walk *w, const struct item *it, const struct item *by)
{
	diag_add(w->diags, DIAG_QUIZ_CIRCLE, it->place.file, it->place.line,
	    it->place.col, it->from, by->from);
}

/* One edge further from the last element of the path. */
static void
go(struct walk *w)
{
	struct step *step = &w->path.v[w->path.n - 1];
	const struct item *it = step->it, *next;

	if (step->after == it->after.n) {
		w->color[it->index] = BLACK;
		w->path.n--;
		return;
	}
	next = first_of(w->bank, it->after.v[step->after++]);
	if (next == NULL)
		return;
	if (w->color[next->index] == GREY)
		tell(w, next, it);
	else if (w->color[next->index] == WHITE)
		enter(w, next);
}

void
bank_check_after(const struct bank *bank, struct diags *d)
{
	struct walk w = { .bank = bank, .diags = d };
	size_t i;

	w.color = xcalloc(bank->items.n + 1, 1);
	for (i = 0; i < bank->items.n; i++) {
		const struct item *it = first_of(bank, bank->items.v[i]->from);

		if (it == NULL || w.color[it->index] != WHITE)
			continue;
		enter(&w, it);
		while (w.path.n > 0)
			go(&w);
	}
	vec_release(&w.path);
	free(w.color);
}

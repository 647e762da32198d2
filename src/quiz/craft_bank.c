/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "quiz/bank.h"
#include "quiz/crafting.h"

/* Fewer items than these show no habit of their author. */
enum { ENOUGH_SINGLES = 10, ENOUGH_TRUEFALSES = 6, ENOUGH_LEVELS = 10 };

/* The least that can give an answer away: so many letters in one word, or two
 * words of which one has so many. */
enum { TELLING_WORD = 9, TELLING_OF_TWO = 5 };

/* A decimal number, for a message. */
struct digits {
	char s[24];
};

static struct digits
number(size_t n)
{
	struct digits d;

	snprintf(d.s, sizeof(d.s), "%zu", n);
	return d;
}

static void
report(struct craft *c, enum diag_code code, const struct place *p,
    const char *a, const char *b, const char *what)
{
	diag_add(c->d, code, p->file, p->line, p->col, a, b, what);
}

/* A fault of a whole file stands where its first item does. */
static struct place
first_place(const struct craft *c, const struct quiz *quiz)
{
	size_t i;

	for (i = 0; i < c->bank->items.n; i++) {
		if (c->bank->items.v[i]->quiz == quiz)
			return c->bank->items.v[i]->place;
	}
	return (struct place){ quiz->file, 1, 1 };
}

/* The singles of a file, counted. */
struct singles {
	size_t n;
	size_t longest;                  /* whose right option is the longest */
	size_t at[ITEM_OPTIONS_MAX];     /* whose right option stands there */
	double chance[ITEM_OPTIONS_MAX]; /* how many would by chance */
	double by_chance;                /* how many are longest by chance */
	double of_longest; /* the same, of those that have a longest one */
};

/* The option longer than all others, or NULL. */
static const struct option *
find_longest(const struct item *it)
{
	const struct option *longest = NULL;
	size_t i, len, most = 0;

	for (i = 0; i < it->choice.n; i++) {
		len = craft_chars(&it->choice.option[i].text);
		if (len > most)
			longest = &it->choice.option[i];
		else if (len == most)
			longest = NULL;
		if (len > most)
			most = len;
	}
	return longest;
}

static void
count_single(struct singles *all, const struct item *it)
{
	const struct option *longest, *key = craft_key(it);
	size_t i;

	if (key == NULL)
		return;
	longest = find_longest(it);
	all->n++;
	all->longest += longest == key;
	all->by_chance += 1.0 / (double)it->choice.n;
	if (longest != NULL)
		all->of_longest += 1.0 / (double)it->choice.n;
	all->at[key - it->choice.option]++;
	for (i = 0; i < it->choice.n; i++)
		all->chance[i] += 1.0 / (double)it->choice.n;
}

/* Half as many again as there would be by chance, and one. */
static int
is_habit(size_t n, double chance)
{
	return (double)n > chance * 1.5 + 1;
}

static void
check_singles(struct craft *c, const struct quiz *quiz)
{
	struct place p = first_place(c, quiz);
	struct singles all = { 0 };
	char position[2] = "a";
	size_t i;

	for (i = 0; i < c->bank->items.n; i++) {
		const struct item *it = c->bank->items.v[i];

		if (it->quiz == quiz && c->crafted[i].written)
			count_single(&all, it);
	}
	if (all.n < ENOUGH_SINGLES)
		return;
	if (is_habit(all.longest, all.by_chance))
		report(c, DIAG_CRAFT_LONGEST_ALL, &p, number(all.longest).s,
		    number(all.n).s, NULL);
	for (i = 0; i < ITEM_OPTIONS_MAX; i++, position[0]++) {
		if (is_habit(all.at[i], all.chance[i]))
			report(c, DIAG_CRAFT_POSITION, &p, number(all.at[i]).s,
			    number(all.n).s, position);
	}
}

static void
check_truefalses(struct craft *c, const struct quiz *quiz)
{
	struct place p = first_place(c, quiz);
	size_t i, n = 0, n_true = 0;

	for (i = 0; i < c->bank->items.n; i++) {
		const struct item *it = c->bank->items.v[i];

		if (it->quiz == quiz && it->kind == ITEM_TRUEFALSE &&
		    c->crafted[i].written) {
			n++;
			n_true += it->choice.answer == 0;
		}
	}
	if (n >= ENOUGH_TRUEFALSES && (n_true * 4 < n || n_true * 4 > n * 3))
		report(c, DIAG_CRAFT_TRUE, &p, number(n_true).s, number(n).s,
		    NULL);
}

static void
check_quizzes(struct craft *c)
{
	size_t i;

	for (i = 0; i < c->bank->quizzes.n; i++) {
		check_singles(c, c->bank->quizzes.v[i]);
		check_truefalses(c, c->bank->quizzes.v[i]);
	}
}

/*
 * Who strikes out the longest option gains as much as who picks it: the right
 * one should be it now and then.  Over the whole bank, since a file of it has
 * too few to tell.
 */
static void
check_never_longest(struct craft *c)
{
	/* Where so many would be by chance, none is habit: below 2 %. */
	const double enough = 3.9;
	struct singles all = { 0 };
	size_t i;

	for (i = 0; i < c->bank->items.n; i++) {
		if (c->crafted[i].written)
			count_single(&all, c->bank->items.v[i]);
	}
	if (all.of_longest > enough && (double)all.longest * 8 < all.of_longest)
		report(c, DIAG_CRAFT_LONGEST_NONE, &c->bank->items.v[0]->place,
		    number(all.longest).s, number(all.n).s, NULL);
}

/* A bank that asks for little but what was read. */
static void
check_levels(struct craft *c)
{
	size_t i, n = 0, remember = 0;

	for (i = 0; i < c->bank->items.n; i++) {
		enum item_level level = c->bank->items.v[i]->level;

		n += level != LEVEL_NONE;
		remember += level == LEVEL_REMEMBER;
	}
	if (n >= ENOUGH_LEVELS && remember * 2 > n)
		report(c, DIAG_CRAFT_SPREAD, &c->bank->items.v[0]->place,
		    number(remember).s, number(n).s, NULL);
}

/* An item and its stem, to be put in order. */
struct by_stem {
	const char *stem;
	const struct item *item;
};

static int
compare_stems(const void *a, const void *b)
{
	const struct by_stem *x = a, *y = b;
	int order = strcmp(x->stem, y->stem);

	if (order != 0)
		return order;
	return x->item->index < y->item->index ? -1 : 1;
}

static void
check_stems(struct craft *c)
{
	struct by_stem *all =
	    arena_array(&c->arena, c->bank->items.n + 1, sizeof(*all));
	size_t i, n = 0;

	for (i = 0; i < c->bank->items.n; i++) {
		if (c->crafted[i].written && c->crafted[i].stem[1] != '\0')
			all[n++] = (struct by_stem){ c->crafted[i].stem,
				c->bank->items.v[i] };
	}
	if (n > 1)
		qsort(all, n, sizeof(*all), compare_stems);
	for (i = 1; i < n; i++) {
		if (strcmp(all[i].stem, all[i - 1].stem) == 0)
			report(c, DIAG_CRAFT_STEM, &all[i].item->place,
			    all[i].item->id, all[i - 1].item->id, NULL);
	}
}

/* Words long enough that who reads them elsewhere knows the answer. */
static int
is_telling(const char *words)
{
	size_t n = 0, most = 0, len;

	for (words++; *words != '\0'; words += len + 1) {
		len = strcspn(words, " ");
		if (len > most)
			most = len;
		n++;
	}
	return most >= TELLING_WORD || (n >= 2 && most >= TELLING_OF_TWO);
}

/* 1 if both are likely to be asked in one sitting: they are of one section. */
static int
may_meet(const struct craft *c, const struct item *a, const struct item *b)
{
	const struct crafted *x = &c->crafted[a->index],
			     *y = &c->crafted[b->index];

	if (a == b || strcmp(a->from, b->from) == 0)
		return 0;
	if (c->article != NULL && x->section != y->section)
		return 0;
	return !bank_are_enemies(c->bank, a, b);
}

/* Looks for the words of an answer to `it` in the stems of other items. */
static void
find_giveaways(
    struct craft *c, const struct item *it, const struct rich *answer)
{
	const char *words = craft_words(c, answer->text.s, answer->text.len);
	const struct item *other;
	size_t i;

	if (!is_telling(words) ||
	    strstr(c->crafted[it->index].stem, words) != NULL)
		return;
	for (i = 0; i < c->bank->items.n; i++) {
		other = c->bank->items.v[i];
		if (c->crafted[i].written &&
		    strstr(c->crafted[i].stem, words) != NULL &&
		    may_meet(c, it, other))
			report(c, DIAG_CRAFT_GIVEAWAY, &other->place, other->id,
			    it->id, NULL);
	}
}

static void
check_giveaways(struct craft *c)
{
	const struct option *key;
	const struct item *it;
	size_t i, j;

	for (i = 0; i < c->bank->items.n; i++) {
		it = c->bank->items.v[i];
		if (!c->crafted[i].written)
			continue;
		if ((key = craft_key(it)) != NULL)
			find_giveaways(c, it, &key->text);
		for (j = 0; it->kind == ITEM_SHORT && j < it->typed.n_accept;
		     j++) {
			if (it->typed.accept[j].credit >= 1)
				find_giveaways(
				    c, it, &it->typed.accept[j].text);
		}
	}
}

/* Sections of which nothing is asked. */
static void
check_sections(struct craft *c)
{
	const struct craft_article *article = c->article;
	unsigned char *asked;
	size_t i, j, at;
	int whole;

	if (article == NULL)
		return;
	asked = arena_alloc(&c->arena, article->n + 1);
	for (i = 0; i < c->bank->items.n; i++) {
		const struct names *about = &c->bank->items.v[i]->about;

		for (j = 0; j < about->n; j++) {
			at = article->find(article->ctx, about->v[j], &whole);
			asked[at < article->n ? at : article->n] = 1;
		}
	}
	for (i = 0; i < article->n; i++) {
		if (article->section[i].asks && !asked[i])
			report(c, DIAG_CRAFT_SECTION,
			    &article->section[i].place,
			    article->section[i].title, NULL, NULL);
	}
}

void
craft_bank(struct craft *c)
{
	if (c->bank->items.n == 0)
		return;
	check_quizzes(c);
	check_never_longest(c);
	check_levels(c);
	check_stems(c);
	check_giveaways(c);
	check_sections(c);
}

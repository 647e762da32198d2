/* SPDX-License-Identifier: ISC */
/*
 * crafting.h - what the files of craft share
 *
 * Layer quiz.  For craft*.c alone.
 */
#ifndef LECTERN_QUIZ_CRAFTING_H
#define LECTERN_QUIZ_CRAFTING_H

#include <stddef.h>

#include "base/arena.h"
#include "quiz/craft.h"

struct bank;
struct diags;

/* What the rules need of an item more than once. */
struct crafted {
	const char *stem; /* its words, as craft_words makes them */
	size_t section;   /* of its first about; article->n: unknown */
	int written;      /* 1: by hand; 0: one of several that an element
			   * made, or the back of a card */
	int english;
};

struct craft {
	const struct bank *bank;
	const struct craft_article *article; /* or NULL */
	struct diags *d;
	struct arena arena;
	struct crafted *crafted; /* one for each of bank->items */
};

/* A text as words in lower case without accents or punctuation, with one blank
 * before, between and behind them: strstr finds whole words.  No words: " ". */
const char *craft_words(struct craft *c, const char *s, size_t len);

/* Characters of a text. */
size_t craft_chars(const struct rich *r);

/* The one option that is right, or NULL if the item is no single. */
const struct option *craft_key(const struct item *it);

/* craft_item.c: what one item shows by itself. */
void craft_item(struct craft *c, const struct item *it);

/* craft_bank.c: what shows only when all items are seen together. */
void craft_bank(struct craft *c);

#endif

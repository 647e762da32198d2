/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/diag.h"
#include "quiz/bank.h"
#include "quiz/crafting.h"

/*
 * A right option gives itself away when it is longer than every other by a
 * third and by so many characters.
 */
enum { LONGER_PERCENT = 133, LONGER_CHARS = 10 };

static void
report(struct craft *c, enum diag_code code, const struct place *p,
    const char *a, const char *b)
{
	diag_add(c->d, code, p->file, p->line, p->col, a, b);
}

static void
check_why(struct craft *c, const struct item *it)
{
	if (it->why.text.len == 0)
		report(c, DIAG_CRAFT_WHY, &it->place, it->id, NULL);
}

static void
check_level(struct craft *c, const struct item *it)
{
	if (it->level == LEVEL_NONE)
		report(c, DIAG_CRAFT_LEVEL, &it->place, it->id, NULL);
}

/* Kinds whose options stand there to be picked. */
static int
offers_options(const struct item *it)
{
	return it->kind == ITEM_SINGLE || it->kind == ITEM_MULTI ||
	    it->kind == ITEM_TRUEFALSE;
}

static void
check_feedback(struct craft *c, const struct item *it)
{
	const struct option *o;
	size_t i;

	if (!offers_options(it))
		return;
	for (i = 0; i < it->choice.n; i++) {
		o = &it->choice.option[i];
		if (!o->right && o->feedback.text.len == 0)
			report(c, DIAG_CRAFT_FEEDBACK,
			    o->place.file != NULL ? &o->place : &it->place,
			    o->key, it->id);
	}
}

static void
check_longest(struct craft *c, const struct item *it)
{
	const struct option *key = craft_key(it);
	size_t i, len, most = 0;

	if (key == NULL)
		return;
	for (i = 0; i < it->choice.n; i++) {
		len = craft_chars(&it->choice.option[i].text);
		if (&it->choice.option[i] != key && len > most)
			most = len;
	}
	len = craft_chars(&key->text);
	if (len * 100 > most * LONGER_PERCENT && len >= most + LONGER_CHARS)
		report(c, DIAG_CRAFT_LONGEST, &key->place, key->key, it->id);
}

/* Options that are the same but for case, accents and punctuation. */
static void
check_same_options(struct craft *c, const struct item *it)
{
	const char *words[ITEM_OPTIONS_MAX];
	const struct option *o = it->choice.option;
	size_t i, j;

	if (it->kind != ITEM_SINGLE && it->kind != ITEM_MULTI)
		return;
	for (i = 0; i < it->choice.n; i++) {
		words[i] = craft_words(c, o[i].text.text.s, o[i].text.text.len);
		for (j = 0; j < i; j++) {
			if (words[i][1] != '\0' &&
			    strcmp(words[i], words[j]) == 0)
				report(c, DIAG_CRAFT_OPTIONS, &o[i].place,
				    o[i].key, o[j].key);
		}
	}
}

static void
check_all_of_these(struct craft *c, const struct item *it)
{
	static const char *const phrases[] = { " all of the above ",
		" none of the above ", " all of these ", " none of these ",
		" both of the above ", " all the above " };
	const struct option *o;
	const char *words;
	size_t i, j;

	if (!c->crafted[it->index].english || !offers_options(it))
		return;
	for (i = 0; i < it->choice.n; i++) {
		o = &it->choice.option[i];
		words = craft_words(c, o->text.text.s, o->text.text.len);
		for (j = 0; j < sizeof(phrases) / sizeof(phrases[0]); j++) {
			if (strcmp(words, phrases[j]) == 0)
				report(c, DIAG_CRAFT_ALL, &o->place, o->key,
				    it->id);
		}
	}
}

/* Where the last sentence begins: the question, behind what leads up to it. */
static size_t
last_sentence(const char *s, size_t len)
{
	size_t i, at = 0;

	for (i = 0; i + 2 < len; i++) {
		if ((s[i] == '.' && s[i + 1] == ' ') || s[i] == '\n')
			at = i + 1;
	}
	return at;
}

/* 1 if a style other than that of the body covers the byte. */
static int
is_emphasized(const struct rich *r, size_t at)
{
	size_t i;

	for (i = 0; i < r->runs.n; i++) {
		if (at >= r->runs.v[i].start &&
		    at - r->runs.v[i].start < r->runs.v[i].len)
			return r->runs.v[i].style != STYLE_BODY;
	}
	return 0;
}

/* The next negative word at or behind `at` that nothing makes stand out, or
 * the end of the text. */
static size_t
find_negative(const struct rich *r, size_t at)
{
	static const char *const words[] = { "not", "never", "cannot", "except",
		"least" };
	const char *s = r->text.s;
	size_t i, n;

	for (; at < r->text.len; at++) {
		if (at > 0 && s[at - 1] != ' ' && s[at - 1] != '\n')
			continue;
		for (i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
			n = strlen(words[i]);
			if (strncmp(s + at, words[i], n) == 0 &&
			    strchr(" ,.:;?", s[at + n]) != NULL &&
			    !is_emphasized(r, at))
				return at;
		}
	}
	return at;
}

/* "at least" says how many, and asks nothing away. */
static int
is_at_least(const char *s, size_t at)
{
	return at >= 3 && strncmp(s + at - 3, "at least", 8) == 0;
}

/*
 * A negative word in the question itself is overlooked, unless it is
 * emphasized.
 */
static void
check_negative(struct craft *c, const struct item *it)
{
	const char *s = it->stem.text.s;
	size_t at;

	if (!c->crafted[it->index].english || !offers_options(it))
		return;
	at = find_negative(&it->stem, last_sentence(s, it->stem.text.len));
	while (at < it->stem.text.len && is_at_least(s, at))
		at = find_negative(&it->stem, at + 1);
	if (at < it->stem.text.len)
		report(c, DIAG_CRAFT_NEGATIVE, &it->place, it->id, NULL);
}

static void
check_about(struct craft *c, const struct item *it)
{
	size_t i;
	int whole;

	for (i = 0; c->article != NULL && i < it->about.n; i++) {
		whole = 0;
		c->article->find(c->article->ctx, it->about.v[i], &whole);
		if (whole)
			report(c, DIAG_CRAFT_ABOUT, &it->place, it->id,
			    it->about.v[i]);
	}
}

void
craft_item(struct craft *c, const struct item *it)
{
	static void (*const rule[])(struct craft *, const struct item *) = {
		check_why,
		check_level,
		check_feedback,
		check_longest,
		check_same_options,
		check_all_of_these,
		check_negative,
		check_about,
	};
	size_t i;

	if (!c->crafted[it->index].written)
		return;
	for (i = 0; i < sizeof(rule) / sizeof(rule[0]); i++)
		rule[i](c, it);
}

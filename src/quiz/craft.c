/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "quiz/craft.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "quiz/bank.h"
#include "quiz/crafting.h"
#include "text/fold.h"
#include "text/utf8.h"

/* What parts words: ASCII that is neither letter nor digit. */
static int
parts_words(unsigned char c)
{
	return c < 0x80 && !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
}

const char *
craft_words(struct craft *c, const char *s, size_t len)
{
	char *folded = fold_string(s, len), *out, *to;
	const char *from;

	out = to = arena_alloc(&c->arena, strlen(folded) + 3);
	*to++ = ' ';
	for (from = folded; *from != '\0'; from++) {
		/* "don't" is one word, and so is "doesn't" */
		if (*from == '\'' && from > folded && from[1] != '\0')
			continue;
		if (!parts_words((unsigned char)*from))
			*to++ = *from;
		else if (to[-1] != ' ')
			*to++ = ' ';
	}
	if (to[-1] != ' ')
		*to++ = ' ';
	free(folded);
	return out;
}

size_t
craft_chars(const struct rich *r)
{
	size_t at, n = 0;
	uint32_t ch;

	for (at = 0; at < r->text.len; n++)
		at += utf8_decode(r->text.s + at, r->text.len - at, &ch);
	return n;
}

const struct option *
craft_key(const struct item *it)
{
	size_t i;

	if (it->kind != ITEM_SINGLE)
		return NULL;
	for (i = 0; i < it->choice.n; i++) {
		if (it->choice.option[i].right)
			return &it->choice.option[i];
	}
	return NULL;
}

static void
prepare(struct craft *c, const struct item *it)
{
	struct crafted *own = &c->crafted[it->index];
	const char *lang = it->quiz->lang;
	int whole;

	own->stem = craft_words(c, it->stem.text.s, it->stem.text.len);
	own->written = strcmp(it->id, it->from) == 0;
	own->english = lang == NULL || strncmp(lang, "en", 2) == 0;
	if (c->article != NULL)
		own->section =
		    c->article->find(c->article->ctx, it->about.v[0], &whole);
}

void
craft_check(const struct bank *bank, const struct craft_article *article,
    struct diags *d)
{
	struct craft c = { .bank = bank, .article = article, .d = d };
	size_t i;

	arena_init(&c.arena);
	c.crafted =
	    arena_array(&c.arena, bank->items.n + 1, sizeof(*c.crafted));
	for (i = 0; i < bank->items.n; i++)
		prepare(&c, bank->items.v[i]);
	for (i = 0; i < bank->items.n; i++)
		craft_item(&c, bank->items.v[i]);
	craft_bank(&c);
	arena_release(&c.arena);
}

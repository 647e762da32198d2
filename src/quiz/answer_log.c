/* SPDX-License-Identifier: ISC */
/* Answers as they come back from the log. */
#include "config.h"

#include <string.h>

#include "quiz/answer.h"

/* The next word of *s, which moves behind it; 0: there is none. */
static size_t
next_word(const char **s, const char **word)
{
	size_t len;

	*word = *s + strspn(*s, " ");
	len = strcspn(*word, " ");
	*s = *word + len;
	return len;
}

static int
is_key(const char *key, const char *s, size_t len)
{
	return strlen(key) == len && memcmp(key, s, len) == 0;
}

/* The option of that key among n from the `first`, or -1. */
static int
option_of(
    const struct item *it, size_t first, size_t n, const char *s, size_t len)
{
	size_t i;

	for (i = first; i < first + n; i++) {
		if (is_key(it->choice.option[i].key, s, len))
			return (int)i;
	}
	return -1;
}

static int
restore_ticks(struct response *r, const struct item *it, const char *keys)
{
	uint32_t ticked = 0;
	const char *word;
	size_t len;
	int option;

	while ((len = next_word(&keys, &word)) > 0) {
		option = option_of(it, 0, it->choice.n, word, len);
		if (option == -1)
			return -1;
		ticked |= (uint32_t)1 << option;
	}
	return ticked == 0 ? -1 : answer_tick(r, it, ticked);
}

static int
restore_order(struct response *r, const struct item *it, const char *keys)
{
	unsigned char arranged[ITEM_OPTIONS_MAX];
	const char *word;
	size_t len, n = 0;
	int option;

	while ((len = next_word(&keys, &word)) > 0) {
		option = option_of(it, 0, it->choice.n, word, len);
		if (option == -1 || n == it->choice.n)
			return -1;
		arranged[n++] = (unsigned char)option;
	}
	return n == it->choice.n ? answer_arrange(r, it, arranged) : -1;
}

static int
restore_rubric(struct response *r, const struct item *it, const char *keys)
{
	const struct rubric *rubric = &it->rubric;
	const char *word;
	uint32_t met = 0;
	size_t len, i;

	if (strcmp(keys, "-") == 0)
		return answer_rubric(r, it, 0);
	while ((len = next_word(&keys, &word)) > 0) {
		for (i = 0; i < rubric->n; i++) {
			if (is_key(rubric->criterion[i].key, word, len))
				break;
		}
		if (i == rubric->n)
			return -1;
		met |= (uint32_t)1 << i;
	}
	return met == 0 ? -1 : answer_rubric(r, it, met);
}

static int
restore_grade(struct response *r, const struct item *it, const char *name)
{
	int g;

	for (g = MEMORY_AGAIN; g < MEMORY_RATING_COUNT; g++) {
		if (strcmp(name, memory_rating_name((enum memory_rating)g)) ==
		    0)
			return answer_grade(r, it, (enum memory_rating)g);
	}
	return -1;
}

/* Where "; key=" begins in `s`, or its end. */
static const char *
find_part(const char *s, const char *key)
{
	size_t len = strlen(key);
	const char *at;

	for (at = strstr(s, "; "); at != NULL; at = strstr(at + 1, "; ")) {
		if (strncmp(at + 2, key, len) == 0 && at[2 + len] == '=')
			return at;
	}
	return s + strlen(s);
}

/* What was said of part i; *s moves to what is said of the next. */
static int
take_part(
    struct answer_part *out, const struct item *it, size_t i, const char **s)
{
	const struct part *p = &it->parts.part[i];
	const char *end = *s + strlen(*s);

	out->option = -1;
	if (it->parts.n > 1) {
		size_t len = strlen(p->key);

		if (strncmp(*s, p->key, len) != 0 || (*s)[len] != '=')
			return -1;
		*s += len + 1;
		if (i + 1 < it->parts.n)
			end = find_part(*s, p[1].key);
	}
	out->s = *s;
	out->len = (size_t)(end - *s);
	*s = *end == '\0' ? end : end + 2;
	if (is_key("-", out->s, out->len))
		out->len = 0;
	else
		out->option = option_of(it, p->first, p->n, out->s, out->len);
	/* A text is none where only options are. */
	return out->len > 0 && out->option == -1 && p->typed.n_accept == 0 ? -1
									   : 0;
}

static int
restore_parts(struct response *r, const struct item *it, const char *s)
{
	struct answer_part part[ITEM_PARTS_MAX];
	size_t i;

	for (i = 0; i < it->parts.n; i++) {
		if (take_part(&part[i], it, i, &s) == -1)
			return -1;
	}
	return answer_parts(r, it, part);
}

int
answer_restore(struct response *r, const struct item *it, const char *text,
    const char *norm)
{
	switch (item_asks(it)) {
	case INPUT_ONE:
	case INPUT_MANY:
		return restore_ticks(r, it, text);
	case INPUT_PARTS:
		return restore_parts(r, it, text);
	case INPUT_ORDER:
		return restore_order(r, it, text);
	case INPUT_GRADE:
	case INPUT_RUBRIC:
		buf_reset(&r->draft);
		if (strcmp(text, norm) != 0)
			answer_draft(r, it, text, strlen(text));
		return item_asks(it) == INPUT_GRADE
		    ? restore_grade(r, it, norm)
		    : restore_rubric(r, it, norm);
	case INPUT_LINE:
	default:
		return answer_parse(r, it, NULL, text, strlen(text));
	}
}

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "doc/profile.h"

#include <stdlib.h>
#include <string.h>

/* DocBook 5.2, "effectivity attributes"; role is one for stylesheets, too. */
static const char *const attrs[] = { "arch", "audience", "condition",
	"conformance", "os", "outputformat", "revision", "revisionflag", "role",
	"security", "status", "userlevel", "vendor", "wordsize" };

enum { ATTRS = sizeof(attrs) / sizeof(*attrs) };

void
profile_init(struct profile *p)
{
	memset(p, 0, sizeof(*p));
	arena_init(&p->arena);
}

void
profile_release(struct profile *p)
{
	arena_release(&p->arena);
	vec_release(&p->words);
}

/* The next word of a value, its length in `len`; NULL if there is none. */
static const char *
next_word(const char *s, size_t *len)
{
	s += strspn(s, "; \t\n");
	*len = strcspn(s, ";");
	while (*len > 0 && strchr(" \t\n", s[*len - 1]) != NULL)
		--*len;
	return *len == 0 ? NULL : s;
}

int
profile_add(struct profile *p, const char *rule)
{
	size_t name = strcspn(rule, "="), len;
	struct profile_word word;
	const char *s;
	int i;

	for (i = 0; i < ATTRS; i++) {
		if (strlen(attrs[i]) == name &&
		    strncmp(attrs[i], rule, name) == 0)
			break;
	}
	if (i == ATTRS || rule[name] == '\0' ||
	    next_word(rule + name + 1, &len) == NULL)
		return -1;
	word.attr = attrs[i];
	for (s = rule + name + 1; (s = next_word(s, &len)) != NULL; s += len) {
		word.value = arena_strndup(&p->arena, s, len);
		vec_push(&p->words, word);
	}
	return 0;
}

static int
holds(const char *value, const char *wanted)
{
	size_t len;

	while ((value = next_word(value, &len)) != NULL) {
		if (strlen(wanted) == len && strncmp(value, wanted, len) == 0)
			return 1;
		value += len;
	}
	return 0;
}

int
profile_hides(const struct profile *p, const char *attr, const char *value)
{
	int named = 0;
	size_t i, len;

	if (next_word(value, &len) == NULL)
		return 0;
	for (i = 0; i < p->words.n; i++) {
		if (strcmp(p->words.v[i].attr, attr) != 0)
			continue;
		if (holds(value, p->words.v[i].value))
			return 0;
		named = 1;
	}
	return named;
}

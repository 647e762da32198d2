/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "doc/schema.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "base/xalloc.h"

enum { WORD = 64, WORDS = (ELEM_COUNT + WORD - 1) / WORD, NAME_MAX_LEN = 64 };

/* Elements, a bit each; ELEM_NONE stands for text. */
struct elems {
	uint64_t bit[WORDS];
};

struct attr_rule {
	const char *name;
	size_t len;
	const struct elems *on;
};

static const struct {
	const char *name, *content;
} sets[] = {
#define SET(name, content) { name, content },
#include "doc/schema_set.def"
#undef SET
};

enum { SETS = sizeof(sets) / sizeof(*sets) };

static const struct {
	enum elem elem;
	enum schema_version version;
	const char *content;
} rules[] = {
#define RULE(id, version, content) { ELEM_##id, SCHEMA_##version, content },
#include "doc/schema.def"
#undef RULE
};

static const struct {
	const char *attrs, *elems;
} attr_rules[] = {
#define ON(attrs, elems) { attrs, elems },
#include "doc/schema_attr.def"
#undef ON
};

struct schema {
	struct elems sets[SETS];
	struct elems holds[ELEM_COUNT]; /* what may stand in it */
	enum schema_version version[ELEM_COUNT];
	VEC(struct attr_rule) attrs;
	VEC(struct elems *) places; /* what the attributes point to */
};

static void
elems_add(struct elems *set, enum elem e)
{
	set->bit[e / WORD] |= UINT64_C(1) << e % WORD;
}

static int
elems_hold(const struct elems *set, enum elem e)
{
	return (int)(set->bit[e / WORD] >> e % WORD & 1);
}

/* The next word of a list: its length, and `*list` moved to it. */
static size_t
next_word(const char **list)
{
	*list += strspn(*list, " ");
	return strcspn(*list, " ");
}

static int
is_word(const char *s, size_t len, const char *word)
{
	return strlen(word) == len && memcmp(s, word, len) == 0;
}

static enum elem
elem_of(const char *s, size_t len)
{
	char name[NAME_MAX_LEN];
	enum elem e;

	assert(len < sizeof(name));
	memcpy(name, s, len);
	name[len] = '\0';
	e = elem_find(name);
	assert(e != ELEM_NONE);
	return e;
}

/* All elements of a list without sets. */
static void
add_names(struct elems *to, const char *list)
{
	size_t len;

	for (; (len = next_word(&list)) > 0; list += len)
		elems_add(to, elem_of(list, len));
}

static void
add_set(struct schema *s, struct elems *to, const char *name, size_t len)
{
	size_t i = 0, j;

	while (!is_word(name, len, sets[i].name)) {
		i++;
		assert(i < SETS);
	}
	for (j = 0; j < WORDS; j++)
		to->bit[j] |= s->sets[i].bit[j];
}

static void
add_content(struct schema *s, struct elems *to, const char *list)
{
	size_t len;

	for (; (len = next_word(&list)) > 0; list += len) {
		if (*list == '@')
			add_set(s, to, list + 1, len - 1);
		else if (*list == '#')
			elems_add(to, ELEM_NONE);
		else
			elems_add(to, elem_of(list, len));
	}
}

static void
add_attrs(struct schema *s, const char *attrs, const char *list)
{
	struct elems *on = xcalloc(1, sizeof(*on));
	size_t len;

	vec_push_ptr(&s->places, on);
	if (strcmp(list, "@any") == 0)
		memset(on, 0xff, sizeof(*on));
	else
		add_names(on, list);
	for (; (len = next_word(&attrs)) > 0; attrs += len) {
		struct attr_rule rule = { attrs, len, on };

		vec_push(&s->attrs, rule);
	}
}

struct schema *
schema_new(void)
{
	struct schema *s = xcalloc(1, sizeof(*s));
	size_t i;

	for (i = 0; i < SETS; i++)
		add_names(&s->sets[i], sets[i].content);
	for (i = 0; i < sizeof(rules) / sizeof(*rules); i++) {
		s->version[rules[i].elem] = rules[i].version;
		add_content(s, &s->holds[rules[i].elem], rules[i].content);
	}
	for (i = 0; i < sizeof(attr_rules) / sizeof(*attr_rules); i++)
		add_attrs(s, attr_rules[i].attrs, attr_rules[i].elems);
	return s;
}

void
schema_free(struct schema *s)
{
	size_t i;

	if (s == NULL)
		return;
	for (i = 0; i < s->places.n; i++)
		free(s->places.v[i]);
	vec_release(&s->places);
	vec_release(&s->attrs);
	free(s);
}

enum schema_version
schema_version(const struct schema *s, enum elem e)
{
	return s->version[e];
}

int
schema_allows(const struct schema *s, enum elem parent, enum elem child)
{
	return s->version[parent] == SCHEMA_NONE ||
	    s->version[child] == SCHEMA_NONE ||
	    elems_hold(&s->holds[parent], child);
}

int
schema_has_text(const struct schema *s, enum elem e)
{
	return s->version[e] == SCHEMA_NONE ||
	    elems_hold(&s->holds[e], ELEM_NONE);
}

enum elem
schema_between(const struct schema *s, enum elem parent, enum elem child)
{
	/* In the order in which one would think of them. */
	static const enum elem usual[] = { ELEM_PARA, ELEM_LISTITEM, ELEM_TITLE,
		ELEM_SECTION, ELEM_MEMBER, ELEM_STEP, ELEM_VARLISTENTRY,
		ELEM_TERM, ELEM_ENTRY, ELEM_ROW, ELEM_TBODY, ELEM_TGROUP,
		ELEM_TD, ELEM_TR, ELEM_CHAPTER, ELEM_PREFACE, ELEM_ANSWER,
		ELEM_QUESTION, ELEM_QANDAENTRY, ELEM_CALLOUT, ELEM_GLOSSDEF,
		ELEM_GLOSSENTRY, ELEM_REFSECT1, ELEM_INFO, ELEM_IMAGEOBJECT,
		ELEM_TEXTOBJECT, ELEM_MEDIAOBJECT, ELEM_PHRASE, ELEM_PRIMARY,
		ELEM_LINE };
	size_t i;

	for (i = 0; i < sizeof(usual) / sizeof(*usual); i++) {
		if (s->version[usual[i]] != SCHEMA_NONE &&
		    elems_hold(&s->holds[parent], usual[i]) &&
		    elems_hold(&s->holds[usual[i]], child))
			return usual[i];
	}
	return ELEM_NONE;
}

unsigned
schema_attr(const struct schema *s, const char *name)
{
	size_t i;

	for (i = 0; i < s->attrs.n; i++) {
		if (is_word(s->attrs.v[i].name, s->attrs.v[i].len, name))
			return (unsigned)i + 1;
	}
	return 0;
}

int
schema_attr_allows(const struct schema *s, unsigned attr, enum elem e)
{
	return attr != 0 && elems_hold(s->attrs.v[attr - 1].on, e);
}

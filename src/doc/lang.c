/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "doc/lang.h"

#include <stdlib.h>
#include <string.h>

enum { TAG_LEN = 16 }; /* [byte] with its NUL; none of ours is as long */

static const struct {
	const char *tag;
	enum lang parent;
} langs[LANG_COUNT] = {
#define LANG(id, tag, parent) [LANG_##id] = { tag, LANG_##parent },
#define ALIAS(id, tag)
#include "doc/lang.def"
#undef ALIAS
#undef LANG
};

struct tag {
	const char *tag;
	enum lang lang;
};

static const struct tag tags[] = {
#define LANG(id, tag, parent) { tag, LANG_##id },
#define ALIAS(id, tag)        { tag, LANG_##id },
#include "doc/lang.def"
#undef ALIAS
#undef LANG
};

static int
compare(const void *key, const void *row)
{
	return strcmp(key, ((const struct tag *)row)->tag);
}

static const struct tag *
tag_find(const char *s)
{
	return bsearch(
	    s, tags, sizeof(tags) / sizeof(*tags), sizeof(*tags), compare);
}

/* Copies the letters and digits at `s` in lower case, as many as there is room
 * for; returns how many there are. */
static size_t
subtag(const char *s, char *out, size_t room)
{
	size_t n;

	for (n = 0; (s[n] >= 'a' && s[n] <= 'z') ||
	     (s[n] >= 'A' && s[n] <= 'Z') || (s[n] >= '0' && s[n] <= '9');
	     n++) {
		if (n + 1 < room)
			out[n] = (char)(s[n] >= 'A' && s[n] <= 'Z' ? s[n] | 0x20
								   : s[n]);
	}
	out[n < room ? n : room - 1] = '\0';
	return n;
}

enum lang
lang_find(const char *tag)
{
	char key[2 * TAG_LEN];
	const struct tag *found;
	size_t n = subtag(tag, key, TAG_LEN), len = strlen(key);

	/* "zh-tw" for zh-TW, but for zh-cmn-TW as well. */
	for (tag += n; *tag != '\0'; tag += n) {
		key[len] = '-';
		n = subtag(++tag, key + len + 1, TAG_LEN);
		found = tag_find(key);
		if (found != NULL)
			return found->lang;
	}
	key[len] = '\0';
	found = tag_find(key);
	return found == NULL ? LANG_EN : found->lang;
}

const char *
lang_tag(enum lang lang)
{
	return langs[lang].tag;
}

enum lang
lang_parent(enum lang lang)
{
	return langs[lang].parent;
}

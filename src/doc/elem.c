/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "doc/elem.h"

#include <stdlib.h>
#include <string.h>

#include "text/rich.h"

const struct elem_info elem_info[ELEM_COUNT] = {
	[ELEM_NONE] = { "", CLASS_META, ROLE_HIDDEN, STYLE_BODY },
#define ELEM(id, name, class, role, style) \
 [ELEM_##id] = { (name), CLASS_##class, ROLE_##role, STYLE_##style },
#include "doc/elem.def"
#undef ELEM
	[ELEM_UNKNOWN] = { "", CLASS_OPEN, ROLE_PLAIN, STYLE_BODY },
	[ELEM_FOREIGN] = { "", CLASS_OPEN, ROLE_PLAIN, STYLE_BODY },
	[ELEM_MATH] = { "", CLASS_INLINE, ROLE_MATH, STYLE_BODY },
	[ELEM_SVG] = { "", CLASS_INLINE, ROLE_SVG, STYLE_BODY },
};

static const char *const attr_names[ATTR_COUNT] = {
#define ATTR(id, name) [ATTR_##id] = (name),
#include "doc/attr.def"
#undef ATTR
};

/* elem.def is sorted by name (a unit test holds it to that). */
enum elem
elem_find(const char *name)
{
	size_t low = ELEM_NONE + 1, high = ELEM_UNKNOWN;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int order = strcmp(name, elem_info[mid].name);

		if (order == 0)
			return (enum elem)mid;
		if (order < 0)
			high = mid;
		else
			low = mid + 1;
	}
	return ELEM_NONE;
}

enum attr
attr_find(const char *name)
{
	for (int a = ATTR_NONE + 1; a < ATTR_COUNT; a++) {
		if (strcmp(name, attr_names[a]) == 0)
			return (enum attr)a;
	}
	return ATTR_NONE;
}

const char *
attr_name(enum attr attr)
{
	return attr == ATTR_NONE ? "" : attr_names[attr];
}

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "quiz/kind.h"

#include <assert.h>
#include <string.h>

static const struct {
	const char *name;
	const struct kind_ops *ops;
} rows[ITEM_KIND_COUNT] = {
#define KIND(id, element) [ITEM_##id] = { #element, &kind_##element },
#include "quiz/kind.def"
#undef KIND
};

const char *
item_kind_name(enum item_kind kind)
{
	assert(kind < ITEM_KIND_COUNT);
	return rows[kind].name;
}

enum item_kind
kind_find(const char *element)
{
	int i;

	for (i = 0; i < ITEM_KIND_COUNT; i++) {
		if (strcmp(rows[i].name, element) == 0)
			break;
	}
	return (enum item_kind)i;
}

const struct kind_ops *
kind_ops(enum item_kind kind)
{
	assert(kind < ITEM_KIND_COUNT);
	return rows[kind].ops;
}

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "doc/numeration.h"

#include <string.h>

#include "base/buf.h"
#include "doc/doc.h"

enum { INHERIT_MAX = 8, NEAR_MAX = 200, ROMAN_MAX = 3999 };

/* a to z, aa to zz, ...: digits without a zero. */
static void
letters(struct buf *b, uint32_t number, char first)
{
	char s[8];
	size_t n = sizeof(s);

	for (; number > 0; number = (number - 1) / 26)
		s[--n] = (char)(first + (char)((number - 1) % 26));
	buf_add(b, s + n, sizeof(s) - n);
}

static void
roman(struct buf *b, uint32_t number, int lower)
{
	static const struct {
		uint32_t value;
		const char *upper, *lower;
	} digits[] = {
		{ 1000, "M", "m" },
		{ 900, "CM", "cm" },
		{ 500, "D", "d" },
		{ 400, "CD", "cd" },
		{ 100, "C", "c" },
		{ 90, "XC", "xc" },
		{ 50, "L", "l" },
		{ 40, "XL", "xl" },
		{ 10, "X", "x" },
		{ 9, "IX", "ix" },
		{ 5, "V", "v" },
		{ 4, "IV", "iv" },
		{ 1, "I", "i" },
	};
	size_t i;

	for (i = 0; i < sizeof(digits) / sizeof(*digits); i++) {
		for (; number >= digits[i].value; number -= digits[i].value)
			buf_adds(b, lower ? digits[i].lower : digits[i].upper);
	}
}

void
numeration_add(struct buf *b, uint32_t number, enum numeration numeration)
{
	int is_roman = numeration == NUMBER_LOWER_ROMAN ||
	    numeration == NUMBER_UPPER_ROMAN;

	if (number == 0 || numeration == NUMBER_ARABIC ||
	    (is_roman && number > ROMAN_MAX))
		buf_printf(b, "%u", number);
	else if (is_roman)
		roman(b, number, numeration == NUMBER_LOWER_ROMAN);
	else
		letters(
		    b, number, numeration == NUMBER_LOWER_ALPHA ? 'a' : 'A');
}

/* How many lists of its kind a list is in, itself included; where lists are in
 * one another without end, of those that are near. */
static unsigned
depth_of(const struct doc *doc, uint32_t list)
{
	enum elem_role role = doc_role(doc, list);
	unsigned depth = 0, i;

	for (i = 0; i < NEAR_MAX && list != DOC_NONE; i++) {
		depth += doc_role(doc, list) == role;
		list = doc_node(doc, list)->parent;
	}
	return depth;
}

static enum numeration
numeration_of(const struct doc *doc, uint32_t list)
{
	static const char *const names[NUMBER_COUNT] = { "arabic", "loweralpha",
		"lowerroman", "upperalpha", "upperroman" };
	const char *name = doc_attr(doc, list, ATTR_NUMERATION);

	for (int i = 0; name != NULL && i < NUMBER_COUNT; i++) {
		if (strcmp(name, names[i]) == 0)
			return (enum numeration)i;
	}
	return (enum numeration)((depth_of(doc, list) - 1) % NUMBER_COUNT);
}

/* The item that a list within an item inherits the number of, or DOC_NONE. */
static uint32_t
inherits(const struct doc *doc, uint32_t n)
{
	uint32_t list = doc_node(doc, n)->parent, up;
	const char *inherit =
	    list == DOC_NONE ? NULL : doc_attr(doc, list, ATTR_INHERITNUM);

	if (inherit == NULL || strcmp(inherit, "inherit") != 0)
		return DOC_NONE;
	up = doc_node(doc, list)->parent;
	if (up == DOC_NONE || doc_role(doc, up) != doc_role(doc, n) ||
	    doc_node(doc, up)->parent == DOC_NONE)
		return DOC_NONE;
	return up;
}

void
numeration_item(const struct doc *doc, uint32_t n, struct buf *b)
{
	uint32_t item[INHERIT_MAX];
	int i = 0;

	/* A fragment may begin with an item. */
	if (doc_node(doc, n)->parent == DOC_NONE) {
		buf_addc(b, '1');
		return;
	}
	for (; n != DOC_NONE && i < INHERIT_MAX; n = inherits(doc, n))
		item[i++] = n;
	while (i-- > 0) {
		numeration_add(b, doc_node(doc, item[i])->ordinal,
		    numeration_of(doc, doc_node(doc, item[i])->parent));
		if (i > 0)
			buf_addc(b, '.');
	}
}

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "doc/numeration.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "doc/doc.h"

enum { CHAIN_MAX = 50, INHERIT_MAX = 32, ROMAN_MAX = 3999 };

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

/* How many lists of its kind a list is in, itself included. */
static unsigned
depth_of(const struct doc *doc, uint32_t list)
{
	enum elem_role role = doc_role(doc, list);
	unsigned depth = 0;

	for (; list != DOC_NONE; list = doc_node(doc, list)->parent)
		depth += doc_role(doc, list) == role;
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

static uint32_t
number_attr(const struct doc *doc, uint32_t n, enum attr attr)
{
	const char *s = doc_attr(doc, n, attr);
	long value = s == NULL ? -1 : strtol(s, NULL, 10);

	return value < 0 || value > INT32_MAX ? UINT32_MAX : (uint32_t)value;
}

/* The number behind that of the last item of a list that begins with `next`. */
static uint32_t
number_after(const struct doc *doc, uint32_t list, uint32_t next)
{
	uint32_t c;

	for (c = doc_first_child(doc, list); c != DOC_NONE;
	     c = doc_next(doc, c)) {
		uint32_t own = number_attr(doc, c, ATTR_OVERRIDE);

		if (own != UINT32_MAX)
			next = own + 1;
		else if (doc_node(doc, c)->ordinal > 0)
			next++;
	}
	return next;
}

/* The ordered list that ended last before this one began. */
static uint32_t
list_before(const struct doc *doc, uint32_t list)
{
	uint32_t n;

	for (n = list - 1; n != DOC_NONE; n--) {
		if (doc_node(doc, n)->elem == doc_node(doc, list)->elem &&
		    doc_node(doc, n)->last < list)
			return n;
	}
	return DOC_NONE;
}

/* The list that this one continues, or DOC_NONE. */
static uint32_t
continued(const struct doc *doc, uint32_t list)
{
	const char *continues = doc_attr(doc, list, ATTR_CONTINUATION);

	if (number_attr(doc, list, ATTR_STARTINGNUMBER) != UINT32_MAX ||
	    continues == NULL || strcmp(continues, "continues") != 0)
		return DOC_NONE;
	return list_before(doc, list);
}

/* CHAIN_MAX ends a long row of lists that all continue. */
static uint32_t
first_number(const struct doc *doc, uint32_t list)
{
	uint32_t chain[CHAIN_MAX] = { list }, start;
	size_t n = 0;

	while (
	    n + 1 < CHAIN_MAX && (list = continued(doc, chain[n])) != DOC_NONE)
		chain[++n] = list;
	start = number_attr(doc, chain[n], ATTR_STARTINGNUMBER);
	if (start == UINT32_MAX)
		start = 1;
	for (; n > 0; n--)
		start = number_after(doc, chain[n], start);
	return start;
}

/* Counts from the last item before that has a number of its own. */
static uint32_t
number_of(const struct doc *doc, uint32_t n)
{
	uint32_t list = doc_node(doc, n)->parent, c, own;
	uint32_t number = first_number(doc, list);

	if (!(doc_node(doc, list)->flags & NODE_OVERRIDES))
		return number + doc_node(doc, n)->ordinal - 1;
	number--;
	for (c = doc_first_child(doc, list); c != DOC_NONE && c <= n;
	     c = doc_next(doc, c)) {
		own = number_attr(doc, c, ATTR_OVERRIDE);
		if (own != UINT32_MAX)
			number = own;
		else if (doc_node(doc, c)->ordinal > 0)
			number++;
	}
	return number;
}

/* The item whose number that of n begins with, or DOC_NONE. */
static uint32_t
inherited(const struct doc *doc, uint32_t n)
{
	uint32_t list = doc_node(doc, n)->parent, up;
	const char *inherit = doc_attr(doc, list, ATTR_INHERITNUM);

	up = doc_node(doc, list)->parent;
	if (inherit == NULL || strcmp(inherit, "inherit") != 0 ||
	    up == DOC_NONE || doc_role(doc, up) != doc_role(doc, n) ||
	    doc_node(doc, up)->parent == DOC_NONE)
		return DOC_NONE;
	return up;
}

void
numeration_item(const struct doc *doc, uint32_t n, struct buf *b)
{
	uint32_t path[INHERIT_MAX];
	size_t i = 0;

	/* A fragment may begin with an item. */
	if (doc_node(doc, n)->parent == DOC_NONE) {
		buf_adds(b, "1");
		return;
	}
	for (; n != DOC_NONE && i < INHERIT_MAX; n = inherited(doc, n))
		path[i++] = n;
	while (i-- > 0) {
		numeration_add(b, number_of(doc, path[i]),
		    numeration_of(doc, doc_node(doc, path[i])->parent));
		if (i > 0)
			buf_addc(b, '.');
	}
}

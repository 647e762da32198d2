/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "doc/para.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "doc/doc.h"

static int
is_counted(const struct doc *doc, size_t unit)
{
	const struct unit *u = doc_unit(doc, unit);

	return !u->note && u->end > u->start &&
	    doc_ancestor(doc, u->node, ROLE_TITLE) == DOC_NONE &&
	    doc_ancestor(doc, u->node, ROLE_SUBTITLE) == DOC_NONE;
}

/* The first unit of a section, and one behind its last. */
static size_t
section_units(const struct doc *doc, size_t section, size_t *end)
{
	size_t first = doc_unit_at(doc, doc_section(doc, section)->start);

	*end = section + 1 < doc_sections(doc)
	    ? doc_unit_at(doc, doc_section(doc, section + 1)->start)
	    : doc_units(doc);
	while (first < *end &&
	    doc_unit(doc, first)->start < doc_section(doc, section)->start)
		first++;
	return first;
}

int
para_number(const struct doc *doc, size_t unit)
{
	size_t i, end;
	int n = 0;

	if (doc_sections(doc) == 0 || !is_counted(doc, unit))
		return 0;
	i = section_units(
	    doc, doc_section_at(doc, doc_unit(doc, unit)->start), &end);
	for (; i <= unit; i++)
		n += is_counted(doc, i);
	return n;
}

/* The section that is called so; SIZE_MAX if none is. */
static size_t
find_label(const struct doc *doc, const char *label, size_t len)
{
	struct buf b = BUF_INIT;
	size_t i, n = doc_sections(doc), found = SIZE_MAX;

	for (i = 0; i < n && found == SIZE_MAX; i++) {
		buf_reset(&b);
		doc_label(doc, i, &b);
		if (b.len == len && memcmp(b.s, label, len) == 0)
			found = i;
	}
	buf_release(&b);
	return found;
}

/* The unit of that number in a section; SIZE_MAX if it has not so many. */
static size_t
find_unit(const struct doc *doc, size_t section, long n)
{
	size_t end, i = section_units(doc, section, &end);

	for (; i < end; i++) {
		n -= is_counted(doc, i);
		if (n == 0)
			return i;
	}
	return SIZE_MAX;
}

int
para_find(const struct doc *doc, const char *typed, size_t here, uint32_t *at)
{
	const char *sign = strchr(typed, '#');
	size_t section = here, unit;
	char *end;
	long n;

	if (sign == NULL || !isdigit((unsigned char)sign[1]) ||
	    doc_sections(doc) == 0)
		return 0;
	n = strtol(sign + 1, &end, 10);
	if (*end != '\0' || n < 1)
		return 0;
	if (sign != typed)
		section = find_label(doc, typed, (size_t)(sign - typed));
	if (section == SIZE_MAX)
		return 0;
	unit = find_unit(doc, section, n);
	if (unit == SIZE_MAX)
		return -1;
	*at = doc_unit(doc, unit)->start;
	return 1;
}

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "course/reading.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/xalloc.h"
#include "course/place.h"
#include "doc/doc.h"
#include "doc/gentext.h"

enum { FILE_MAX = 4 << 20 };

void
reading_release(struct reading *s)
{
	vec_release(&s->unit);
	vec_release(&s->sums);
}

static int
has_text(const struct doc *doc, size_t unit)
{
	return doc_unit(doc, unit)->end > doc_unit(doc, unit)->start;
}

/* Sections nest, and units do not go across where one begins. */
static size_t
section_of(const struct doc *doc, size_t unit)
{
	return doc_section_at(doc, doc_unit(doc, unit)->start);
}

void
reading_begin(struct reading *s, const struct doc *doc)
{
	static const struct reading_sum none = { 0, 0 };
	size_t i, at = 0;

	while (s->sums.n < doc_sections(doc))
		vec_push(&s->sums, none);
	while (s->unit.n < doc_units(doc))
		vec_push(&s->unit, 0);
	for (i = 0; i < s->unit.n && s->sums.n > 0; i++) {
		uint32_t start = doc_unit(doc, i)->start;

		while (at + 1 < s->sums.n &&
		    doc_section(doc, at + 1)->start <= start)
			at++;
		if (has_text(doc, i))
			s->sums.v[at].units++;
	}
}

static void
mark(struct reading *s, const struct doc *doc, size_t unit)
{
	if (unit >= s->unit.n || s->unit.v[unit] || !has_text(doc, unit))
		return;
	s->unit.v[unit] = 1;
	s->sums.v[section_of(doc, unit)].read++;
}

void
reading_add(
    struct reading *s, const struct doc *doc, uint32_t from, uint32_t to)
{
	size_t i;

	if (s->sums.n == 0)
		return;
	for (i = doc_unit_at(doc, from); i < s->unit.n; i++) {
		const struct unit *u = doc_unit(doc, i);

		if (u->start >= to)
			break;
		if (u->end > from && u->end <= to)
			mark(s, doc, i);
	}
}

enum reading_state
reading_section(const struct reading *s, const struct doc *doc, size_t section)
{
	struct reading_sum sum = { 0, 0 };
	size_t i = section;

	if (section >= s->sums.n)
		return READING_NOTHING;
	do {
		sum.units += s->sums.v[i].units;
		sum.read += s->sums.v[i].read;
	} while (++i < s->sums.n &&
	    doc_section(doc, i)->depth > doc_section(doc, section)->depth);
	if (sum.read == 0)
		return READING_NOTHING;
	return (uint64_t)sum.read * 10 >= (uint64_t)sum.units * 9
	    ? READING_ALL
	    : READING_PART;
}

/* ---- the file ---- */

/* What a section is called in the file; no blanks at its end, no newline. */
static void
section_key(const struct doc *doc, size_t section, struct buf *out)
{
	size_t around = section;
	const char *id;

	while ((id = doc_attr(doc, doc_section(doc, around)->node, ATTR_ID)) ==
		NULL &&
	    around > 0)
		around = doc_section(doc, around)->parent;
	buf_adds(out, id == NULL ? "" : id);
	if (around == section && id != NULL)
		return;
	buf_addc(out, '/');
	gentext_section(doc, section, out);
}

/* The units of a section, those in it left out: from `*unit` on. */
static int
next_unit(const struct doc *doc, size_t section, size_t *unit)
{
	uint32_t end = section + 1 < doc_sections(doc)
	    ? doc_section(doc, section + 1)->start
	    : doc_len(doc) + 1;

	for (; *unit < doc_units(doc) && doc_unit(doc, *unit)->start < end;
	     ++*unit) {
		if (has_text(doc, *unit) && section_of(doc, *unit) == section)
			return 1;
	}
	return 0;
}

static void
write_section(const struct reading *s, const struct doc *doc, size_t section,
    struct buf *out)
{
	size_t unit = doc_unit_at(doc, doc_section(doc, section)->start);
	int digit = 0, bit = 8;

	buf_printf(out, "%u ", s->sums.v[section].units);
	for (; next_unit(doc, section, &unit); unit++) {
		if (s->unit.v[unit])
			digit |= bit;
		if ((bit >>= 1) == 0) {
			buf_printf(out, "%x", (unsigned)digit);
			digit = 0;
			bit = 8;
		}
	}
	if (bit != 8)
		buf_printf(out, "%x", (unsigned)digit);
	buf_addc(out, ' ');
	section_key(doc, section, out);
	buf_addc(out, '\n');
}

static int
digit_of(char c)
{
	return c >= '0' && c <= '9' ? c - '0'
	    : c >= 'a' && c <= 'f'  ? c - 'a' + 10
				    : 0;
}

/* 1 if the digits say that all of `n` units were read, but for one in ten. */
static int
all_read(const char *digits, unsigned long n)
{
	unsigned long read = 0;

	for (; *digits != ' ' && *digits != '\0'; digits++)
		read += (unsigned long)__builtin_popcount(
		    (unsigned)digit_of(*digits));
	return n > 0 && read * 10 >= n * 9;
}

/* Takes over a line "UNITS DIGITS KEY" on the section. */
static void
read_section(
    struct reading *s, const struct doc *doc, size_t section, const char *line)
{
	size_t unit = doc_unit_at(doc, doc_section(doc, section)->start);
	char *digits;
	unsigned long n = strtoul(line, &digits, 10);
	int bit = 8, all;

	digits += *digits == ' ';
	all = n != s->sums.v[section].units && all_read(digits, n);
	for (; next_unit(doc, section, &unit); unit++) {
		if (all || digit_of(*digits) & bit)
			mark(s, doc, unit);
		if (*digits != ' ' && *digits != '\0' && (bit >>= 1) == 0) {
			bit = 8;
			digits++;
		}
	}
}

/* The third word of a line and what follows it. */
static const char *
key_of(const char *line)
{
	const char *at = strchr(line, ' ');

	at = at == NULL ? NULL : strchr(at + 1, ' ');
	return at == NULL ? "" : at + 1;
}

static int
by_key(const void *a, const void *b)
{
	char *const *x = a, *const *y = b;

	return strcmp(key_of(*x), key_of(*y));
}

static int
key_and_line(const void *key, const void *line)
{
	char *const *x = line;

	return strcmp(key, key_of(*x));
}

static void
read_lines(struct reading *s, const struct doc *doc, char *text)
{
	VEC(char *) lines = { 0 };
	struct buf key = BUF_INIT;
	size_t i;
	char *line, *rest = text, **found;

	while ((line = strsep(&rest, "\n")) != NULL) {
		if (*line >= '0' && *line <= '9')
			vec_push_ptr(&lines, line);
	}
	if (lines.n > 0)
		qsort(lines.v, lines.n, sizeof(*lines.v), by_key);
	for (i = 0; i < s->sums.n && lines.n > 0; i++) {
		buf_reset(&key);
		section_key(doc, i, &key);
		found = bsearch(
		    key.s, lines.v, lines.n, sizeof(*lines.v), key_and_line);
		if (found != NULL)
			read_section(s, doc, i, *found);
	}
	buf_release(&key);
	vec_release(&lines);
}

static char *
reading_path(const char *name, int make)
{
	return place_file(
	    xdg_path("XDG_STATE_HOME", ".local/state", "lectern/reading"), name,
	    make);
}

int
reading_load(struct reading *s, const struct doc *doc, const char *name)
{
	char *path = reading_path(name, 0);
	struct buf b = BUF_INIT;
	int status = -1;

	if (path != NULL)
		status = file_read(&b, path, FILE_MAX);
	if (status == 0)
		read_lines(s, doc, b.s);
	buf_release(&b);
	free(path);
	return status;
}

int
reading_save(struct reading *s, const struct doc *doc, const char *name)
{
	struct buf b = BUF_INIT;
	char *path;
	int status = -1;
	size_t i, any = 0;

	if (reading_load(s, doc, name) < 0 && errno != ENOENT)
		return -1;
	buf_adds(&b, "# lectern: what was read, by section\n");
	for (i = 0; i < s->sums.n; i++) {
		if (s->sums.v[i].read == 0)
			continue;
		write_section(s, doc, i, &b);
		any++;
	}
	path = any == 0 ? NULL : reading_path(name, 1);
	if (path != NULL)
		status = file_replace(path, b.s, b.len);
	buf_release(&b);
	free(path);
	return any == 0 ? 0 : status;
}

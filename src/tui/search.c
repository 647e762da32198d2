/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "tui/search.h"

#include <stdlib.h>
#include <string.h>

#include "doc/doc.h"

void
search_init(struct search *s)
{
	memset(s, 0, sizeof(*s));
	buf_init(&s->needle);
	buf_init(&s->fault);
}

void
search_release(struct search *s)
{
	buf_release(&s->needle);
	buf_release(&s->fault);
	vec_release(&s->found.all);
	vec_release(&s->sorted.all);
}

void
search_reset(struct search *s)
{
	buf_reset(&s->needle);
	buf_reset(&s->fault);
	s->found.all.n = s->sorted.all.n = s->current = 0;
}

static int
by_start(const void *a, const void *b)
{
	const struct match *x = a, *y = b;

	return x->start < y->start ? -1 : x->start > y->start;
}

/* Looks it up; a slash at the end makes an expression of it. */
static void
look_up(struct search *s, const struct text_index *ix, const char *needle)
{
	size_t n = strlen(needle), start = needle[0] == '/';

	buf_reset(&s->fault);
	s->regex = n > start + 1 && needle[n - 1] == '/';
	if (s->regex)
		index_regex(
		    ix, needle + start, n - start - 1, &s->found, &s->fault);
	else
		index_search(ix, needle, n, &s->found);
}

void
search_find(struct search *s, const struct text_index *ix, const char *needle)
{
	size_t i, n;
	int ordered = 1;

	buf_reset(&s->needle);
	buf_adds(&s->needle, needle);
	look_up(s, ix, needle);
	n = s->found.all.n;
	s->sorted.all.n = 0;
	for (i = 0; i < n; i++) {
		vec_push(&s->sorted.all, s->found.all.v[i]);
		if (i > 0 &&
		    s->found.all.v[i].start < s->found.all.v[i - 1].start)
			ordered = 0;
	}
	if (!ordered)
		qsort(s->sorted.all.v, n, sizeof(*s->sorted.all.v), by_start);
	s->current = n;
}

const struct match *
search_current(const struct search *s)
{
	return s->current < s->found.all.n ? &s->found.all.v[s->current] : NULL;
}

int
search_from(struct search *s, uint32_t at)
{
	size_t i, n = s->found.all.n;

	for (i = 0; i < n && s->found.all.v[i].start < at; i++)
		;
	s->current = i < n ? i : 0;
	return n == 0 ? -1 : i == n;
}

int
search_before(struct search *s, uint32_t at)
{
	size_t i, n = s->found.all.n;

	for (i = n; i > 0 && s->found.all.v[i - 1].start >= at; i--)
		;
	s->current = i > 0 ? i - 1 : n > 0 ? n - 1 : 0;
	return n == 0 ? -1 : i == 0;
}

int
search_step(struct search *s, int by)
{
	size_t n = s->found.all.n;

	if (n == 0)
		return -1;
	if (by > 0 && s->current + 1 >= n) {
		s->current = 0;
		return 1;
	}
	if (by < 0 && (s->current == 0 || s->current > n)) {
		s->current = n - 1;
		return 1;
	}
	s->current += by > 0 ? 1 : (size_t)-1;
	return 0;
}

void
search_count(const struct search *s, const struct doc *doc, struct buf *out)
{
	const struct match *m = s->found.all.v;
	size_t n = s->found.all.n, first = s->current, last = s->current;
	size_t section;

	if (s->fault.len > 0) {
		buf_adds(out, s->fault.s);
		return;
	}
	if (search_current(s) == NULL) {
		buf_adds(out, "no match");
		return;
	}
	section = doc_section_at(doc, m[s->current].start);
	while (first > 0 && doc_section_at(doc, m[first - 1].start) == section)
		first--;
	while (
	    last + 1 < n && doc_section_at(doc, m[last + 1].start) == section)
		last++;
	buf_printf(out, "%zu/%zu here, %zu in all", s->current - first + 1,
	    last - first + 1, n);
	if (s->found.any_case)
		buf_adds(out, ", any case");
}

void
search_count_apart(const struct search *s, const struct doc *doc,
    size_t section, struct buf *out)
{
	const struct match *m = search_current(s);
	size_t here;

	if (m == NULL || s->fault.len > 0 ||
	    doc_section_at(doc, m->start) == section) {
		search_count(s, doc, out);
		return;
	}
	here = search_in_section(s, doc, section, 0);
	if (here > 0)
		buf_printf(out, "%zu here, ", here);
	else
		buf_adds(out, "none here, ");
	buf_printf(out, "%zu in all", s->found.all.n);
	if (s->found.any_case)
		buf_adds(out, ", any case");
}

/* Matches that begin before `at`. */
static size_t
before(const struct search *s, uint32_t at)
{
	size_t low = 0, high = s->sorted.all.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (s->sorted.all.v[mid].start < at)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

size_t
search_in_section(
    const struct search *s, const struct doc *doc, size_t section, int whole)
{
	const struct section *from = doc_section(doc, section);
	size_t next = section + 1, n = doc_sections(doc);

	while (whole && next < n && doc_section(doc, next)->depth > from->depth)
		next++;
	return before(
		   s, next < n ? doc_section(doc, next)->start : UINT32_MAX) -
	    before(s, from->start);
}

/* SPDX-License-Identifier: ISC */
/*
 * number.c - the numbers of paragraphs, which a class can name
 *
 * Counted in each section from 1: paragraphs, listings, tables, items of lists;
 * neither titles nor footnotes.  They stand to the left of the text, and ":2.1#3"
 * goes to one, whether they are shown or not.
 */
#include "config.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "doc/doc.h"
#include "tui/page.h"
#include "tui/reader.h"

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

static int
number_of(const struct doc *doc, size_t unit)
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

int
page_number(struct page *p, struct layout_pos pos)
{
	struct lines lines = layout_unit(p->layout, pos.unit);
	size_t i;

	for (i = 0; i < lines.n && lines.line[i].n == 0; i++)
		;
	return i == pos.line && i < lines.n ? number_of(p->doc, pos.unit) : 0;
}

void
reader_numbers(struct view *v)
{
	struct reader *r = reader_of(v);
	struct canvas_rect area = r->page.area;

	reader_drop_link(r);
	r->page.numbers = !r->page.numbers;
	page_resize(&r->page, &area);
	if (r->page.numbers && r->page.gutter < PAGE_NUMBER_COLS)
		tui_say(v->tui, "There is no room for numbers.");
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

static void
go_number(struct reader *r, size_t section, long n)
{
	const struct doc *doc = r->page.doc;
	size_t end, i = section_units(doc, section, &end);

	for (; i < end; i++) {
		n -= is_counted(doc, i);
		if (n > 0 || !is_counted(doc, i))
			continue;
		reader_push_place(r);
		page_goto(&r->page, doc_unit(doc, i)->start);
		r->lit = (struct match){ doc_unit(doc, i)->start,
			doc_unit(doc, i)->start + 1 };
		return;
	}
	tui_say(r->view.tui, "That section has not so many paragraphs.");
}

int
reader_go_number(struct reader *r, const char *typed)
{
	const char *sign = strchr(typed, '#');
	size_t section;
	char *end;
	long n;

	if (sign == NULL || !isdigit((unsigned char)sign[1]) ||
	    doc_sections(r->page.doc) == 0)
		return 0;
	n = strtol(sign + 1, &end, 10);
	if (*end != '\0' || n < 1)
		return 0;
	section = sign == typed
	    ? reader_section(r)
	    : find_label(r->page.doc, typed, (size_t)(sign - typed));
	if (section == SIZE_MAX)
		return 0;
	go_number(r, section, n);
	return 1;
}

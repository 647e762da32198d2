/* SPDX-License-Identifier: ISC */
/*
 * plain_view.c - line by line: how the text is shown
 *
 * Wide tables, other widths, one paragraph at a time, hidden terms.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/xalloc.h"
#include "cli/plain_state.h"
#include "doc/doc.h"
#include "tui/closed.h"

/* The first table of the page, or what on it is too wide for its lines; 0. */
static int
find_wide(struct plain *p, int table, size_t *unit)
{
	struct layout_pos pos = p->top;
	enum unit_kind kind;

	for (; pos.unit <= p->next.unit && pos.unit < doc_units(p->doc);
	     pos.unit++) {
		kind = doc_unit(p->doc, pos.unit)->kind;
		*unit = pos.unit;
		if (kind == UNIT_TABLE &&
		    (table || layout_shape(p->layout, pos.unit).squeezed))
			return 1;
		if (kind == UNIT_VERBATIM && !table &&
		    layout_shape(p->layout, pos.unit).squeezed)
			return 1;
	}
	return 0;
}

/* As wide as it needs to be: there is no screen that it must fit. */
void
plain_wide(struct plain *p)
{
	struct layout_options opt = p->opt;
	struct layout *l;
	struct lines lines;
	struct buf b = BUF_INIT;
	size_t unit, i;

	if (!find_wide(p, 0, &unit) && !find_wide(p, 1, &unit)) {
		puts("No table and no wide listing on this page.");
		return;
	}
	l = layout_new(p->doc, &opt);
	layout_set_form(l, unit, LAYOUT_WIDE);
	lines = layout_unit(l, unit);
	for (i = 0; i < lines.n; i++) {
		line_text(&lines.line[i], &b);
		buf_addc(&b, '\n');
	}
	put_text(b.s);
	buf_release(&b);
	layout_free(l);
}

/* The table of the page, as cards or as a grid, and the page with it. */
void
plain_cards(struct plain *p)
{
	enum layout_form form;
	size_t unit;

	if (!find_wide(p, 1, &unit)) {
		puts("No table on this page.");
		return;
	}
	form = layout_form(p->layout, unit);
	if (form == LAYOUT_CARDS)
		form = LAYOUT_FIT;
	else if (form == LAYOUT_FIT && layout_shape(p->layout, unit).squeezed)
		form = LAYOUT_WIDE;
	else
		form = form == LAYOUT_WIDE ? LAYOUT_FIT : LAYOUT_CARDS;
	layout_set_form(p->layout, unit, form);
	plain_go_offset(p, doc_unit(p->doc, unit)->start);
}

void
plain_width(struct plain *p, int by)
{
	uint32_t at = plain_offset(p);
	int width = p->opt.width + by * plain_count(p, 1);

	p->opt.width = width < WIDTH_MIN ? WIDTH_MIN
	    : width > WIDTH_MAX          ? WIDTH_MAX
					 : width;
	layout_free(p->layout);
	p->layout = layout_new(p->doc, &p->opt);
	printf("Lines of at most %d columns.\n", p->opt.width);
	plain_go_offset(p, at);
}

/* The line at which the next unit that has lines begins. */
static struct layout_pos
next_unit(struct plain *p, struct layout_pos pos, int by)
{
	size_t unit = pos.unit;

	do {
		if (by < 0 && unit == 0)
			break;
		unit += by < 0 ? (size_t)-1 : 1;
	} while (
	    unit < doc_units(p->doc) && layout_unit(p->layout, unit).n == 0);
	return (struct layout_pos){ unit, 0 };
}

/* One paragraph, from the top of the page on. */
void
plain_paragraph(struct plain *p, int by)
{
	struct layout_pos end;

	if (by < 0) {
		p->next = next_unit(p, p->top, -1);
		p->at_end = 0;
	}
	if (p->at_end || p->next.unit >= doc_units(p->doc)) {
		puts("This is the end.");
		return;
	}
	end = next_unit(p, p->next, 1);
	if (end.unit >= doc_units(p->doc))
		end = (struct layout_pos){ doc_units(p->doc), 0 };
	plain_show(p, plain_lines_between(p, p->next, end));
}

void
plain_focus(struct plain *p)
{
	p->focus = !p->focus;
	puts(p->focus ? "An empty line shows the next paragraph."
		      : "An empty line shows the next page.");
}

/* ---- hidden terms ---- */

void
plain_close_book(struct plain *p)
{
	if (p->hidden.all.n > 0) {
		p->hidden.all.n = 0;
		puts("All terms are shown.");
		return;
	}
	plain_words(p);
	closed_terms(&p->vocab, p->doc, &p->hidden);
	if (p->hidden.all.n == 0)
		puts("This course marks no terms to hide.");
	else
		printf("%zu %s hidden from here on; o shows one.\n",
		    p->hidden.all.n,
		    p->hidden.all.n == 1 ? "term is" : "terms are");
}

/* The first one of the page, by name. */
void
plain_reveal(struct plain *p)
{
	uint32_t from = plain_offset(p), end = doc_len(p->doc);
	const struct line *line = layout_line(p->layout, p->next);
	struct buf b = BUF_INIT;
	size_t i;

	if (line != NULL && !p->at_end)
		end = line->offset;
	for (i = 0; i < p->hidden.all.n; i++) {
		const struct match *m = &p->hidden.all.v[i];

		if (m->start >= from && m->start < end)
			break;
	}
	if (i == p->hidden.all.n) {
		puts("Nothing is hidden on this page.");
		return;
	}
	buf_add(&b, doc_text(p->doc) + p->hidden.all.v[i].start,
	    p->hidden.all.v[i].end - p->hidden.all.v[i].start);
	plain_put_line(b.s);
	closed_show(&p->hidden, i);
	buf_release(&b);
}

static int
is_hidden(const struct plain *p, const struct span *s)
{
	size_t i;

	for (i = 0; i < p->hidden.all.n && s->offset != NO_OFFSET; i++) {
		if (p->hidden.all.v[i].start < s->offset + s->source_len &&
		    p->hidden.all.v[i].end > s->offset)
			return 1;
	}
	return 0;
}

void
plain_line(struct plain *p, const struct line *line, struct buf *out)
{
	struct buf blank = BUF_INIT;
	struct line copy = *line;
	struct span *spans;
	uint32_t i;

	if (p->hidden.all.n == 0 || line->n == 0) {
		line_text(line, out);
		return;
	}
	buf_fill(&blank, '_', line_cols(line));
	spans = xreallocarray(NULL, line->n, sizeof(*spans));
	for (i = 0; i < line->n; i++) {
		spans[i] = line->span[i];
		if (!is_hidden(p, &spans[i]))
			continue;
		spans[i].s = blank.s;
		spans[i].len = (uint32_t)spans[i].cols;
	}
	copy.span = spans;
	line_text(&copy, out);
	free(spans);
	buf_release(&blank);
}

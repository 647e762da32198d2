/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "layout/listing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "doc/doc.h"
#include "doc/ids.h"
#include "layout/builder.h"
#include "layout/context.h"
#include "layout/inline.h"
#include "layout/para.h"
#include "text/rich.h"
#include "text/utf8.h"
#include "text/width.h"

enum {
	TAB_COLS = 8,
	MARK_GAP = 2,      /* [col] between a line and its mark */
	WIDE_COLS = 10000, /* [col] longer lines are broken all the same */
	COL_MAX = 1000,    /* [col] no mark is set further right */
	NUMBER_LEN = 24,
};

/* A place in the listing that a callout explains. */
struct area {
	long line, col; /* from 1; col 0: behind the line */
	uint32_t node;
};

struct areas {
	VEC(struct area) all;
	size_t next; /* the first that has not been marked yet */
};

/* A listing while it is made ready. */
struct listing {
	struct inline_text *out;
	const struct doc *doc;
	struct areas areas;
	long line;      /* from 1 */
	int col;        /* [col] from 0, the number left out */
	int digits;     /* of line numbers; 0: there are none */
	uint32_t first; /* number of the first line */
};

/* The element whose white space counts around node n. */
static uint32_t
verbatim_around(const struct doc *doc, uint32_t n)
{
	while (n != DOC_NONE &&
	    elem_info[doc_node(doc, n)->elem].class != CLASS_VERBATIM)
		n = doc_node(doc, n)->parent;
	return n;
}

/* "line", "line column", or twice that for where it ends, too. */
static void
area_add(struct areas *areas, const struct doc *doc, uint32_t n)
{
	const char *coords = doc_attr(doc, n, ATTR_COORDS);
	const char *units = doc_attr(doc, n, ATTR_UNITS);
	struct area area = { .node = n };
	char *end;

	if (coords == NULL)
		return;
	area.line = strtol(coords, &end, 10);
	if (units == NULL || strcmp(units, "linerange") != 0)
		area.col = strtol(end, NULL, 10);
	if (area.col < 0 || area.col > COL_MAX)
		area.col = 0;
	if (area.line > 0)
		vec_push(&areas->all, area);
}

/* By line and column; those behind the line last. */
static int
area_order(const void *a, const void *b)
{
	const struct area *x = a, *y = b;

	if (x->line != y->line)
		return x->line < y->line ? -1 : 1;
	if (x->col != y->col)
		return x->col == 0 || (y->col != 0 && x->col > y->col) ? 1 : -1;
	return x->node < y->node ? -1 : x->node > y->node;
}

static void
areas_find(struct areas *areas, const struct doc *doc, uint32_t listing)
{
	uint32_t parent = doc_node(doc, listing)->parent, spec, n;

	if (parent == DOC_NONE)
		return;
	spec = doc_child(doc, parent, ELEM_AREASPEC);
	if (spec == DOC_NONE)
		return;
	for (n = spec + 1; n <= doc_node(doc, spec)->last; n++) {
		if (doc_node(doc, n)->elem == ELEM_AREA)
			area_add(areas, doc, n);
	}
	if (areas->all.n > 0)
		qsort(areas->all.v, areas->all.n, sizeof(*areas->all.v),
		    area_order);
}

/* A mark leads to what explains the area: it says so, or its set does. */
static uint32_t
explains(const struct doc *doc, uint32_t area)
{
	const char *id = doc_attr(doc, area, ATTR_LINKENDS);

	if (id == NULL)
		id = doc_attr(doc, doc_node(doc, area)->parent, ATTR_LINKENDS);
	return ids_first(doc, id);
}

/* Returns how many columns it takes. */
static int
mark_area(struct listing *l)
{
	const struct area *area = &l->areas.all.v[l->areas.next++];
	uint32_t link = explains(l->doc, area->node);
	char mark[NUMBER_LEN];

	snprintf(
	    mark, sizeof(mark), "(%u)", doc_node(l->doc, area->node)->ordinal);
	inline_link(l->out, mark,
	    STYLE_STRONG | (link == DOC_NONE ? 0 : STYLE_LINK), link);
	return (int)strlen(mark);
}

/* The next area of this line, or NULL. */
static const struct area *
area_here(const struct listing *l)
{
	const struct area *area;

	if (l->areas.next >= l->areas.all.n)
		return NULL;
	area = &l->areas.all.v[l->areas.next];
	return area->line == l->line ? area : NULL;
}

static void
blanks(struct listing *l, int n)
{
	while (n-- > 0)
		inline_add(l->out, " ", STYLE_BODY);
}

/* Text without tabs and newlines.  A mark within it would read like code: it
 * goes behind the line. */
static void
text_add(struct listing *l, const struct inline_text *t, const struct seg *seg,
    size_t from, size_t len)
{
	inline_part(l->out, t, seg, from, len);
	l->col += text_width(t->text.s + from, len);
}

static void
tab_add(struct listing *l, const struct inline_text *t, const struct seg *seg,
    size_t at)
{
	int cols = TAB_COLS - l->col % TAB_COLS;
	struct seg like = *seg;

	inline_part(l->out, t, &like, at, 1);
	l->out->text.s[l->out->text.len - 1] = ' ';
	buf_fill(&l->out->text, ' ', cols - 1);
	l->out->segs.v[l->out->segs.n - 1].len = (uint32_t)cols;
	l->col += cols;
}

/* The marks of a line: at their column, or behind it. */
static void
line_end(struct listing *l)
{
	const struct area *area;
	int end = l->col, gap;

	while ((area = area_here(l)) != NULL) {
		gap = l->col == end ? MARK_GAP : 1;
		if (area->col - 1 > l->col + gap)
			gap = (int)area->col - 1 - l->col;
		blanks(l, gap);
		l->col += gap + mark_area(l);
	}
}

static void
line_begin(struct listing *l)
{
	char number[NUMBER_LEN];

	l->col = 0;
	if (l->digits == 0)
		return;
	snprintf(number, sizeof(number), "%*lu  ", l->digits,
	    l->first + (unsigned long)l->line - 1);
	inline_add(l->out, number, STYLE_QUIET);
}

static void
seg_take(struct listing *l, const struct inline_text *t, const struct seg *seg)
{
	size_t at = seg->start, end = at + seg->len, n;

	while (at < end) {
		char c = t->text.s[at];

		for (n = 0; at + n < end && t->text.s[at + n] != '\t' &&
		     t->text.s[at + n] != '\n';
		     n++)
			;
		if (n > 0) {
			text_add(l, t, seg, at, n);
		} else if (c == '\t') {
			tab_add(l, t, seg, at);
		} else {
			line_end(l);
			inline_part(l->out, t, seg, at, 1);
			l->line++;
			line_begin(l);
		}
		at += n > 0 ? n : 1;
	}
}

static void
numbers_find(struct listing *l, const struct inline_text *t, uint32_t listing)
{
	const char *numbering = doc_attr(l->doc, listing, ATTR_LINENUMBERING);
	unsigned long last = doc_node(l->doc, listing)->ordinal;
	size_t i;

	if (numbering == NULL || strcmp(numbering, "numbered") != 0)
		return;
	l->first = doc_node(l->doc, listing)->ordinal;
	for (i = 0; i < t->text.len; i++)
		last += t->text.s[i] == '\n';
	for (l->digits = 1; last >= 10; last /= 10)
		l->digits++;
}

void
listing_set(struct builder *b, const struct inline_text *t,
    const struct place *p, const struct margin *margin)
{
	uint32_t listing = verbatim_around(p->doc, p->unit->node);
	struct listing l = { .doc = p->doc, .line = 1 };
	struct margin m = *margin;
	struct inline_text ready;
	size_t i;

	inline_init(&ready, t->ascii);
	l.out = &ready;
	/* The lines of a table in a listing are none of its own. */
	if (listing != DOC_NONE && p->root <= listing) {
		areas_find(&l.areas, p->doc, listing);
		numbers_find(&l, t, listing);
	}
	line_begin(&l);
	for (i = 0; i < t->segs.n; i++)
		seg_take(&l, t, &t->segs.v[i]);
	line_end(&l);
	m.hang = l.digits == 0 ? 0 : l.digits + MARK_GAP;
	para_set_verbatim(
	    b, &ready, p->form == LAYOUT_WIDE ? WIDE_COLS : p->width, &m);
	vec_release(&l.areas.all);
	inline_release(&ready);
}

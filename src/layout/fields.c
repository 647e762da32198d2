/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "doc/biblio.h"
#include "doc/doc.h"
#include "doc/gentext.h"
#include "layout/inline.h"
#include "layout/lines.h"
#include "layout/walk.h"
#include "text/rich.h"

enum { YEAR_LEN = 4 };

static enum elem
elem_of(const struct walk *w, uint32_t n)
{
	return n == DOC_NONE ? ELEM_NONE : (enum elem)doc_node(w->doc, n)->elem;
}

/* What parts two fields; `prev` is DOC_NONE before the first. */
typedef const char *between_fn(
    const struct walk *w, uint32_t prev, uint32_t next);

static int
is_blank(const struct walk *w, uint32_t from, uint32_t to)
{
	const char *s = doc_text(w->doc);

	for (; from < to; from++) {
		if (s[from] != ' ' && s[from] != '\n')
			return 0;
	}
	return 1;
}

/* A full stop is not said behind another. */
static void
part(struct walk *w, const char *between, struct look look)
{
	const struct buf *b = &w->out->text;
	struct look plain = { look.style, DOC_NONE };

	if (between[0] == '.' && b->len > 0 &&
	    strchr(".?!", b->s[b->len - 1]) != NULL)
		between++;
	walk_say(w, between, plain);
}

/*
 * The children of node n, parted as `between` says where the author wrote
 * nothing between them but blanks.
 */
static void
compose(struct walk *w, uint32_t n, struct look look, between_fn *between)
{
	uint32_t c, prev = DOC_NONE, at = walk_start(w, n);
	size_t whole, before, segs;

	for (c = walk_first(w, n); c != DOC_NONE; c = walk_next(w, c)) {
		const struct node *child = doc_node(w->doc, c);

		if (!is_blank(w, at, child->start)) {
			walk_source(w, at, child->start, look);
			prev = DOC_NONE;
		}
		at = child->end;
		if (child->flags & NODE_HIDDEN)
			continue;
		whole = w->out->text.len;
		segs = w->out->segs.n;
		part(w, between(w, prev, c), look);
		before = w->out->text.len;
		walk_node(w, c, look);
		if (w->out->text.len > before) {
			prev = c;
			continue;
		}
		/* Nothing came: nothing is to be parted. */
		buf_truncate(&w->out->text, whole);
		w->out->segs.n = segs;
	}
	if (!is_blank(w, at, walk_end(w, n)))
		walk_source(w, at, walk_end(w, n), look);
}

static const char *
between_words(const struct walk *w, uint32_t prev, uint32_t next)
{
	(void)w;
	(void)next;
	return prev == DOC_NONE ? "" : " ";
}

static const char *
between_list(const struct walk *w, uint32_t prev, uint32_t next)
{
	(void)w;
	(void)next;
	return prev == DOC_NONE ? "" : ", ";
}

/* The parts of a name in the order in which they are said; 0: no part. */
static int
name_rank(enum elem elem)
{
	switch ((int)elem) {
	case ELEM_HONORIFIC:
		return 1;
	case ELEM_FIRSTNAME:
	case ELEM_GIVENNAME:
		return 2;
	case ELEM_OTHERNAME:
		return 3;
	case ELEM_SURNAME:
		return 4;
	case ELEM_LINEAGE:
		return 5;
	default:
		return 0;
	}
}

/* Does the author want the family name first? */
static int
is_family_first(const struct walk *w, uint32_t n)
{
	const char *style = doc_attr(w->doc, n, ATTR_STYLE);

	if (style == NULL)
		style = doc_attr(w->doc, n, ATTR_ROLE);
	return style != NULL &&
	    (strcmp(style, "last-first") == 0 ||
		strcmp(style, "family-given") == 0);
}

/* The parts of rank `rank`; returns how many there were. */
static int
name_parts(struct walk *w, uint32_t n, struct look look, int rank)
{
	uint32_t c;
	int said = 0;

	for (c = walk_first(w, n); c != DOC_NONE; c = walk_next(w, c)) {
		if (name_rank(elem_of(w, c)) != rank)
			continue;
		if (rank == name_rank(ELEM_LINEAGE))
			walk_say(w, ",", look);
		walk_space(w);
		walk_node(w, c, look);
		said++;
	}
	return said;
}

/* Returns 0 if there are no parts of a name. */
static int
name(struct walk *w, uint32_t n, struct look look)
{
	int surname = name_rank(ELEM_SURNAME), said = 0, rank;
	int turned = is_family_first(w, n);

	if (turned && name_parts(w, n, look, surname) > 0) {
		said++;
		walk_say(w, ",", look);
	}
	for (rank = 1; rank <= name_rank(ELEM_LINEAGE); rank++) {
		if (rank != surname || !turned)
			said += name_parts(w, n, look, rank);
	}
	return said;
}

/* Is all of the text of node n that of a mail address? */
static int
is_mail(const struct walk *w, uint32_t n)
{
	const struct node *node = doc_node(w->doc, n);
	uint32_t i;

	for (i = n; i <= node->last; i++) {
		const struct node *in = doc_node(w->doc, i);

		if (in->start != node->start || in->end != node->end)
			return 0;
		if (in->elem == ELEM_EMAIL || in->elem == ELEM_URI)
			return 1;
	}
	return 0;
}

/* The details of somebody in the order in which they are said. */
enum detail {
	DETAIL_NAME,
	DETAIL_MAIL, /* in the line of the name */
	DETAIL_DONE, /* what was done, likewise */
	DETAIL_REST, /* parted from it */
	DETAIL_COUNT
};

static enum detail
detail_of(const struct walk *w, uint32_t n)
{
	if (is_mail(w, n))
		return DETAIL_MAIL;
	switch ((int)elem_of(w, n)) {
	case ELEM_CONTRIB:
		return DETAIL_DONE;
	case ELEM_ADDRESS:
	case ELEM_AFFILIATION:
		return DETAIL_REST;
	default:
		return DETAIL_NAME;
	}
}

static const char *
before_detail(const struct walk *w, enum detail detail)
{
	switch ((int)detail) {
	case DETAIL_MAIL:
		return " ";
	case DETAIL_DONE:
		return " \u2013 ";
	default:
		return w->lines ? "\n" : ", ";
	}
}

/* All details of a kind, but for the parts of the name, which are said. */
static int
details_add(
    struct walk *w, uint32_t n, enum detail detail, int said, struct look look)
{
	uint32_t c;

	for (c = walk_first(w, n); c != DOC_NONE; c = walk_next(w, c)) {
		if (detail_of(w, c) != detail ||
		    name_rank(elem_of(w, c)) != 0 ||
		    doc_node(w->doc, c)->flags & NODE_HIDDEN)
			continue;
		walk_say(w, said++ == 0 ? "" : before_detail(w, detail), look);
		walk_node(w, c, look);
	}
	return said;
}

void
fields_person(struct walk *w, uint32_t n, struct look look)
{
	int said = name(w, n, look), detail;

	if (said == 0 &&
	    (walk_first(w, n) == DOC_NONE ||
		elem_of(w, n) == ELEM_PERSONNAME)) {
		compose(w, n, look, between_words);
		return;
	}
	for (detail = 0; detail < DETAIL_COUNT; detail++)
		said = details_add(w, n, (enum detail)detail, said, look);
}

/* A year as a number, 0 if it is anything else. */
static int
year_of(const struct walk *w, uint32_t n)
{
	const struct node *node;
	uint32_t at;
	int year = 0;

	if (n == DOC_NONE)
		return 0;
	node = doc_node(w->doc, n);
	if (node->end - node->start != YEAR_LEN)
		return 0;
	for (at = node->start; at < node->end; at++) {
		char c = doc_text(w->doc)[at];

		if (c < '0' || c > '9')
			return 0;
		year = year * 10 + (c - '0');
	}
	return year;
}

static int
follows(const struct walk *w, uint32_t before, uint32_t year)
{
	return year_of(w, before) != 0 &&
	    year_of(w, before) + 1 == year_of(w, year);
}

/* The next child that is a year, from `c` on. */
static uint32_t
year_from(const struct walk *w, uint32_t c)
{
	while (c != DOC_NONE && elem_of(w, c) != ELEM_YEAR)
		c = walk_next(w, c);
	return c;
}

/* Years that follow one another become one stretch: 2003-2005. */
static void
years(struct walk *w, uint32_t n, struct look look)
{
	uint32_t c = year_from(w, walk_first(w, n)), prev = DOC_NONE, next;

	for (; c != DOC_NONE; prev = c, c = next) {
		next = year_from(w, walk_next(w, c));
		if (follows(w, prev, c) && follows(w, c, next))
			continue;
		walk_say(w,
		    prev == DOC_NONE          ? " "
			: follows(w, prev, c) ? "\u2013"
					      : ", ",
		    look);
		walk_children(w, c, look);
	}
}

static void
copyright(struct walk *w, uint32_t n, struct look look)
{
	uint32_t c;
	int holders = 0;

	walk_say(w, gentext_before(w->doc, n), look);
	if (walk_first(w, n) == DOC_NONE) {
		walk_space(w);
		walk_children(w, n, look);
	}
	years(w, n, look);
	for (c = walk_first(w, n); c != DOC_NONE; c = walk_next(w, c)) {
		if (elem_of(w, c) == ELEM_YEAR ||
		    doc_node(w->doc, c)->flags & NODE_HIDDEN)
			continue;
		walk_say(w, holders++ == 0 ? " " : ", ", look);
		walk_node(w, c, look);
	}
}

void
fields_credit(struct walk *w, uint32_t n, struct look look)
{
	switch ((int)elem_of(w, n)) {
	case ELEM_AUTHOR:
	case ELEM_EDITOR:
	case ELEM_OTHERCREDIT:
		fields_person(w, n, look);
		break;
	case ELEM_AFFILIATION:
	case ELEM_COLLAB:
		compose(w, n, look, between_list);
		break;
	case ELEM_COPYRIGHT:
		copyright(w, n, look);
		break;
	default:
		compose(w, n, look, between_words);
		break;
	}
}

void
fields_list(struct walk *w, uint32_t n, struct look look)
{
	compose(w, n, look, between_list);
}

/* The names of a page, and what it is for. */
static const char *
between_names(const struct walk *w, uint32_t prev, uint32_t next)
{
	if (prev == DOC_NONE)
		return "";
	if (elem_of(w, next) == ELEM_REFPURPOSE)
		return " \u2013 ";
	return elem_of(w, prev) == ELEM_REFDESCRIPTOR ? ": " : ", ";
}

void
fields_names(struct walk *w, uint32_t n, struct look look)
{
	compose(w, n, look, between_names);
}

static const char *
between_revision(const struct walk *w, uint32_t prev, uint32_t next)
{
	if (prev == DOC_NONE)
		return "";
	return elem_of(w, next) == ELEM_REVREMARK ? " \u2013 " : ", ";
}

/* Is what follows but a number?  Some write "Version 2" where it belongs. */
static int
is_number(const struct walk *w, uint32_t c)
{
	const struct node *node = doc_node(w->doc, c);

	return elem_of(w, c) == ELEM_REVNUMBER && node->end > node->start &&
	    isdigit((unsigned char)doc_text(w->doc)[node->start]);
}

void
fields_revision(struct walk *w, uint32_t n, struct look look)
{
	uint32_t first = walk_first(w, n);

	if (first != DOC_NONE && is_number(w, first)) {
		walk_say(w, gentext(w->doc, n, GENTEXT_REVISION), look);
		walk_say(w, " ", look);
	}
	compose(w, n, look, between_revision);
}

/* Numbers that say where in a series something stands are one field. */
static int
is_series_part(enum elem elem)
{
	return elem == ELEM_VOLUMENUM || elem == ELEM_ISSUENUM ||
	    elem == ELEM_PAGENUMS || elem == ELEM_ARTPAGENUMS ||
	    elem == ELEM_SERIESVOLNUMS;
}

static int
is_person(enum elem elem)
{
	return elem == ELEM_AUTHOR || elem == ELEM_EDITOR ||
	    elem == ELEM_OTHERCREDIT || elem == ELEM_PERSONNAME;
}

static const char *
between_biblio(const struct walk *w, uint32_t prev, uint32_t next)
{
	enum elem a = elem_of(w, prev), b = elem_of(w, next);

	if (prev == DOC_NONE)
		return "";
	if (a == ELEM_ABBREV)
		return " ";
	if ((is_series_part(a) && is_series_part(b)) ||
	    (is_person(a) && is_person(b)))
		return ", ";
	return b == ELEM_SUBTITLE ? ": " : ". ";
}

void
fields_biblioset(struct walk *w, uint32_t n, struct look look)
{
	compose(w, n, look, between_biblio);
}

/* The label of an entry that does not begin with it. */
static void
label(struct walk *w, uint32_t n, struct look look)
{
	struct buf b = BUF_INIT;

	if (walk_start(w, n) == doc_node(w->doc, n)->start &&
	    !biblio_shows_label(w->doc, n)) {
		buf_addc(&b, '[');
		biblio_label(w->doc, n, &b);
		buf_adds(&b, "] ");
		look.style |= STYLE_STRONG;
		walk_say(w, b.s, look);
	}
	buf_release(&b);
}

void
fields_biblioentry(struct walk *w, uint32_t n, struct look look)
{
	w->lines = 0;
	if (elem_of(w, n) == ELEM_BIBLIOMIXED) {
		label(w, n, look);
		w->as_written = 1;
		walk_run(w, look);
		return;
	}
	label(w, n, look);
	compose(w, n, look, between_biblio);
	part(w, ".", look);
}

/* Terms of one entry: in one line if they fit there. */
static const char *
between_terms(const struct walk *w, uint32_t prev, uint32_t next)
{
	(void)next;
	return prev == DOC_NONE ? "" : w->lines ? "\n" : ", ";
}

void
fields_terms(struct walk *w, uint32_t n, struct look look)
{
	w->out->flush = w->lines;
	compose(w, n, look, between_terms);
}

/* What stands for a term in short: in parentheses behind it. */
static const char *
between_glossed(const struct walk *w, uint32_t prev, uint32_t next)
{
	(void)w;
	(void)next;
	return prev == DOC_NONE ? "" : " ";
}

void
fields_glossentry(struct walk *w, uint32_t n, struct look look)
{
	compose(w, n, look, between_glossed);
}

/* References to other entries have their commas with them. */
static const char *
between_nothing(const struct walk *w, uint32_t prev, uint32_t next)
{
	(void)w;
	(void)prev;
	(void)next;
	return "";
}

void
fields_sees(struct walk *w, uint32_t n, struct look look)
{
	compose(w, n, look, between_nothing);
}

/* The number of something in a series, with what kind of number it is. */
void
fields_identifier(struct walk *w, uint32_t n, struct look look)
{
	static const struct {
		const char *class, *before;
	} rows[] = { { "doi", "DOI " }, { "isbn", "ISBN " },
		{ "issn", "ISSN " }, { "issuenum", "no. " },
		{ "volumenum", "vol. " } };
	const char *class = doc_attr(w->doc, n, ATTR_CLASS);
	const char *href = doc_attr(w->doc, n, ATTR_HREF);
	size_t i;

	if (elem_of(w, n) != ELEM_BIBLIOID)
		class = elem_info[elem_of(w, n)].name;
	for (i = 0; class != NULL && i < sizeof(rows) / sizeof(*rows); i++) {
		if (strcmp(class, rows[i].class) == 0)
			walk_say(w, rows[i].before, look);
	}
	if (href != NULL &&
	    doc_node(w->doc, n)->end == doc_node(w->doc, n)->start)
		walk_say(w, href, look);
	walk_children(w, n, look);
}

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/xalloc.h"
#include "doc/build.h"
#include "doc/gentext.h"
#include "doc/ids.h"
#include "doc/model.h"
#include "text/fold.h"

enum {
	LEVELS = 3,
	INDEXES_MAX = 100, /* more than these in a document stay empty */
	CJK_LEAD = 0xe3,   /* lead byte of U+3000 and above */
};

/* One line of the index to be: a term on all its levels, and a place. */
struct term {
	const char *text[LEVELS]; /* NULL: no such level */
	const char *key[LEVELS];  /* what it is sorted by, folded */
	uint32_t node;            /* the indexterm, or what it is said of ... */
	uint32_t end;             /* ... and where that ends, or DOC_NONE */
	uint32_t see; /* element that refers to another term, or DOC_NONE */
	int rank;     /* signs and digits, letters, all else */
};

/* An index while it is made. */
struct maker {
	struct docbook *b;
	const struct doc *doc;
	struct arena arena;
	VEC(struct term) terms;
	const char *open[LEVELS]; /* keys of the entry that is open */
	struct buf letter, label; /* of the last heading, the last place */
	int places;               /* of the open entry, so far */
	enum elem see; /* what is open in it of those that refer, or NONE */
};

static int
is_text(const char *a, const char *b)
{
	return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

static char *
fold_into(struct arena *a, const char *s)
{
	char *folded = fold_string(s, strlen(s));
	char *copy = arena_strdup(a, folded);

	free(folded);
	return copy;
}

/* What an element says, on one line; NULL if that is nothing. */
static const char *
plain(struct maker *m, uint32_t n)
{
	struct buf b = BUF_INIT;
	const char *s;

	doc_plain(m->doc, n, &b);
	s = b.len == 0 ? NULL : arena_strndup(&m->arena, b.s, b.len);
	buf_release(&b);
	return s;
}

/* Signs and digits come first and have no heading, nor have characters of
 * scripts that have no alphabet, which come last. */
static int
rank_of(const char *key)
{
	struct buf b = BUF_INIT;
	int rank;

	fold_initial(&b, key);
	rank = b.len > 0 ? 1 : (unsigned char)key[0] < CJK_LEAD ? 0 : 2;
	buf_release(&b);
	return rank;
}

static void
level_read(struct maker *m, struct term *t, uint32_t n, int level)
{
	const char *as = doc_attr(m->doc, n, ATTR_SORTAS);

	t->text[level] = plain(m, n);
	if (t->text[level] != NULL)
		t->key[level] =
		    fold_into(&m->arena, as != NULL ? as : t->text[level]);
}

/* The levels of an indexterm; 0 if it has none. */
static int
term_read(struct maker *m, struct term *t, uint32_t n)
{
	uint32_t c;

	memset(t, 0, sizeof(*t));
	t->node = n;
	for (c = doc_first_child(m->doc, n); c != DOC_NONE;
	     c = doc_next(m->doc, c)) {
		switch ((int)model_node(m->doc, c)->elem) {
		case ELEM_PRIMARY:
			level_read(m, t, c, 0);
			break;
		case ELEM_SECONDARY:
			level_read(m, t, c, 1);
			break;
		case ELEM_TERTIARY:
			level_read(m, t, c, 2);
			break;
		default:
			break;
		}
	}
	if (t->text[0] == NULL)
		return 0;
	t->rank = rank_of(t->key[0]);
	return 1;
}

/* The end of a range belongs to the term where it began. */
static void
range_end(struct maker *m, uint32_t n)
{
	const char *ref = doc_attr(m->doc, n, ATTR_STARTREF);
	uint32_t start = ref == NULL ? DOC_NONE : doc_find(m->doc, ref);
	size_t low = 0, high = m->terms.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (m->terms.v[mid].node < start)
			low = mid + 1;
		else
			high = mid;
	}
	if (low < m->terms.n && m->terms.v[low].node == start)
		m->terms.v[low].end = n;
}

/* A term that is said of other elements is found there. */
static void
zones_add(struct maker *m, const struct term *t, const char *zones)
{
	struct term place = *t;
	struct buf id = BUF_INIT;

	while (ids_next(&zones, &id)) {
		place.node = doc_find(m->doc, id.s);
		if (place.node != DOC_NONE)
			vec_push(&m->terms, place);
	}
	buf_release(&id);
}

/* References to other terms; 1 if one stands in place of a place. */
static int
sees_add(struct maker *m, const struct term *t, uint32_t n)
{
	struct term see = *t;
	int instead = 0;
	uint32_t c;

	for (c = doc_first_child(m->doc, n); c != DOC_NONE;
	     c = doc_next(m->doc, c)) {
		enum elem elem = (enum elem)model_node(m->doc, c)->elem;

		if (elem != ELEM_SEE && elem != ELEM_SEEALSO)
			continue;
		instead |= elem == ELEM_SEE;
		see.see = c;
		vec_push(&m->terms, see);
	}
	return instead;
}

static void
term_take(struct maker *m, uint32_t n)
{
	const char *class = doc_attr(m->doc, n, ATTR_CLASS);
	const char *zones = doc_attr(m->doc, n, ATTR_ZONE);
	struct term t;

	if (class != NULL && strcmp(class, "endofrange") == 0) {
		range_end(m, n);
		return;
	}
	if (!term_read(m, &t, n))
		return;
	/* The place comes first: a range is looked for by its node. */
	if (zones == NULL && doc_child(m->doc, n, ELEM_SEE) == DOC_NONE)
		vec_push(&m->terms, t);
	if (!sees_add(m, &t, n) && zones != NULL)
		zones_add(m, &t, zones);
}

/* Does a term belong into the index n?  One of a type has those of its type,
 * one of a role those of its role where terms have roles. */
static int
is_wanted(const struct doc *doc, uint32_t n, uint32_t term)
{
	const char *type = doc_attr(doc, n, ATTR_TYPE);
	const char *role = doc_attr(doc, n, ATTR_ROLE);
	const char *own = doc_attr(doc, term, ATTR_ROLE);

	if (type != NULL && !is_text(type, doc_attr(doc, term, ATTR_TYPE)))
		return 0;
	return role == NULL || own == NULL || strcmp(role, own) == 0;
}

/* What an index is of: the set, the book, or the whole document. */
static uint32_t
scope_of(const struct doc *doc, uint32_t n)
{
	int is_set = model_node(doc, n)->elem == ELEM_SETINDEX;

	for (n = model_node(doc, n)->parent; n != DOC_NONE;
	     n = model_node(doc, n)->parent) {
		enum elem_role role = model_role(doc, n);

		if (role == ROLE_SET || (role == ROLE_BOOK && !is_set) ||
		    model_node(doc, n)->parent == DOC_NONE)
			return n;
	}
	return DOC_NONE;
}

static int
order_of(const char *a, const char *b)
{
	if (a == NULL || b == NULL)
		return a == b ? 0 : a == NULL ? -1 : 1;
	return strcmp(a, b);
}

static int
by_key(const void *a, const void *b)
{
	const struct term *x = a, *y = b;
	int i, order = x->rank - y->rank;

	for (i = 0; i < LEVELS && order == 0; i++)
		order = order_of(x->key[i], y->key[i]);
	for (i = 0; i < LEVELS && order == 0; i++)
		order = order_of(x->text[i], y->text[i]);
	if (order != 0)
		return order;
	if ((x->see != DOC_NONE) != (y->see != DOC_NONE))
		return x->see != DOC_NONE ? 1 : -1;
	if (x->see != y->see)
		return x->see < y->see ? -1 : 1;
	return x->node < y->node ? -1 : x->node > y->node;
}

static void
say(struct maker *m, const char *s)
{
	build_text(m->b, s, strlen(s));
}

/* A heading where another letter begins. */
static void
letter_set(struct maker *m, const char *key)
{
	struct buf b = BUF_INIT;

	fold_initial(&b, key);
	if (b.len > 0 && strcmp(b.s, m->letter.s) != 0) {
		build_begin(m->b, ELEM_BRIDGEHEAD, DOC_NONE);
		say(m, b.s);
		build_end(m->b);
		buf_reset(&m->letter);
		buf_add(&m->letter, b.s, b.len);
	}
	buf_release(&b);
}

static void
see_end(struct maker *m)
{
	if (m->see != ELEM_NONE)
		build_end(m->b);
	m->see = ELEM_NONE;
}

static void
entry_end(struct maker *m)
{
	see_end(m);
	if (m->open[0] != NULL)
		build_end(m->b);
}

/* Opens the entry of a term, and what is above it where that is new. */
static void
entry_open(struct maker *m, const struct term *t)
{
	static const enum elem elems[LEVELS] = { ELEM_PRIMARYIE,
		ELEM_SECONDARYIE, ELEM_TERTIARYIE };
	int i, same = 1;

	for (i = 0; i < LEVELS && same; i++)
		same = is_text(m->open[i], t->text[i]);
	if (same)
		return;
	entry_end(m);
	if (!is_text(m->open[0], t->text[0]))
		letter_set(m, t->key[0]);
	for (i = 0, same = 1; i < LEVELS; i++) {
		same = same && is_text(m->open[i], t->text[i]);
		m->open[i] = t->text[i];
		if (same || t->text[i] == NULL)
			continue;
		build_begin(m->b, elems[i], DOC_NONE);
		say(m, t->text[i]);
		/* An entry that has others below it stands without places. */
		if (i + 1 < LEVELS && t->text[i + 1] != NULL)
			build_end(m->b);
	}
	m->places = 0;
	buf_reset(&m->label);
}

/* The number of the section that a place is in, or its title. */
static void
place_label(struct maker *m, uint32_t n, struct buf *b)
{
	size_t s;

	if (doc_sections(m->doc) == 0)
		return;
	s = doc_section_of(m->doc, n);
	doc_label(m->doc, s, b);
	if (b->len == 0)
		gentext_section(m->doc, s, b);
}

/* Places in one section are one place to a reader. */
static void
place_add(struct maker *m, const struct term *t)
{
	struct buf label = BUF_INIT, end = BUF_INIT;

	place_label(m, t->node, &label);
	if (t->end != DOC_NONE)
		place_label(m, t->end, &end);
	if (end.len > 0 && strcmp(end.s, label.s) != 0) {
		buf_adds(&label, "\u2013");
		buf_add(&label, end.s, end.len);
	}
	if (label.len > 0 &&
	    (m->places == 0 || strcmp(label.s, m->label.s) != 0)) {
		say(m, ", ");
		build_begin(m->b, ELEM_LINK, t->node);
		say(m, label.s);
		build_end(m->b);
		m->places++;
		buf_reset(&m->label);
		buf_add(&m->label, label.s, label.len);
	}
	buf_release(&label);
	buf_release(&end);
}

/* References of a kind stand in one line. */
static void
see_add(struct maker *m, const struct term *t)
{
	enum elem elem = model_node(m->doc, t->see)->elem == ELEM_SEE
	    ? ELEM_SEEIE
	    : ELEM_SEEALSOIE;
	const char *text = plain(m, t->see);

	if (text == NULL || is_text(text, m->label.s))
		return;
	if (m->see == elem) {
		say(m, ", ");
	} else {
		see_end(m);
		build_begin(m->b, elem, DOC_NONE);
		m->see = elem;
	}
	say(m, text);
	buf_reset(&m->label);
	buf_adds(&m->label, text);
}

static void
collect(struct maker *m, uint32_t n)
{
	uint32_t scope = scope_of(m->doc, n);
	size_t i;

	for (i = 0; i < m->b->indexterms.n; i++) {
		uint32_t term = m->b->indexterms.v[i];

		if (term >= scope && is_wanted(m->doc, n, term))
			term_take(m, term);
	}
	if (m->terms.n > 1)
		qsort(m->terms.v, m->terms.n, sizeof(*m->terms.v), by_key);
}

static void
fill(struct docbook *b, uint32_t n)
{
	struct maker m = { .b = b, .doc = b->doc };
	size_t i;

	arena_init(&m.arena);
	buf_init(&m.letter);
	buf_init(&m.label);
	collect(&m, n);
	b->indexes += m.terms.n > 0;
	for (i = 0; i < m.terms.n; i++) {
		entry_open(&m, &m.terms.v[i]);
		if (m.terms.v[i].see == DOC_NONE)
			place_add(&m, &m.terms.v[i]);
		else
			see_add(&m, &m.terms.v[i]);
	}
	entry_end(&m);
	vec_release(&m.terms);
	buf_release(&m.letter);
	buf_release(&m.label);
	arena_release(&m.arena);
}

/* Has the author written what an index holds? */
static int
is_authored(const struct doc *doc, uint32_t n)
{
	uint32_t c;

	for (c = doc_first_child(doc, n); c != DOC_NONE; c = doc_next(doc, c)) {
		uint16_t elem = model_node(doc, c)->elem;

		if (elem == ELEM_INDEXDIV || elem == ELEM_INDEXENTRY ||
		    elem == ELEM_SEGMENTEDLIST)
			return 1;
	}
	return 0;
}

void
build_index(struct docbook *b)
{
	uint32_t n = build_top(b)->node;
	uint16_t elem = model_node(b->doc, n)->elem;

	if ((elem != ELEM_INDEX && elem != ELEM_SETINDEX) ||
	    build_top(b)->hidden || b->indexes >= INDEXES_MAX ||
	    is_authored(b->doc, n))
		return;
	build_close_run(b);
	fill(b, n);
}

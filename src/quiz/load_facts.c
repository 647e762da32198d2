/* SPDX-License-Identifier: ISC */
/*
 * A table of facts, each with a name and columns.  Each cell of a column that
 * is asked makes a single: what has this name there?  Both ways, also: which
 * name has that there?  The second is made only where one fact has the value,
 * so that no question has two right answers; and nothing is offered of which
 * the table does not say that it is wrong.
 */
#include "config.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"
#include "quiz/form.h"
#include "quiz/load.h"
#include "text/utf8.h"

enum {
	FACTS_MAX = 1000,
	OPTIONS = 4, /* where nothing else is written */
};

struct cell {
	const char *text; /* NULL: empty */
	const char *form; /* the same as it is compared */
};

struct fact {
	struct place place;
	struct cell name;
	const char *slug;
	struct cell *cell; /* one for each of ask */
};

struct facts {
	struct item item; /* what all that are made have in common */
	struct names ask;
	int both_ways;
	int options;
	VEC(struct fact) all;
	size_t n_met; /* facts in the file, faulty ones too */
};

/* What is asked, and of which it is the answer. */
struct question {
	const struct facts *facts;
	const struct fact *fact;
	size_t column;
	int back; /* which name, not what is there */
};

static const struct attr_spec attrs[] = {
	{ "ask", ATTR_TOKENS, 1, offsetof(struct facts, ask), NULL, 0, 0 },
	{ "both-ways", ATTR_YESNO, 0, offsetof(struct facts, both_ways), NULL,
	    0, 0 },
	{ "options", ATTR_COUNT, 0, offsetof(struct facts, options), NULL, 2,
	    0 },
	{ .name = NULL },
};

static void
set_cell(struct load *l, struct cell *cell, const struct xml_attr *attr)
{
	static const char blanks[] = " \t\n\r";
	const char *s = attr->value + strspn(attr->value, blanks);
	size_t len = strlen(s);
	struct form f;

	while (len > 0 && strchr(blanks, s[len - 1]) != NULL)
		len--;
	if (len == 0)
		return;
	cell->text = arena_strndup(&l->bank->arena, s, len);
	form_init(&f, s, len, FORM_AUTHOR, l->quiz->lang);
	cell->form = arena_strdup(&l->bank->arena, f.text.s);
	form_release(&f);
}

/* The column of that name, or how many there are. */
static size_t
column_of(const struct facts *facts, const char *name)
{
	size_t i;

	for (i = 0; i < facts->ask.n; i++) {
		if (strcmp(facts->ask.v[i], name) == 0)
			break;
	}
	return i;
}

static void
read_attr(struct load *l, struct facts *facts, struct fact *fact,
    const struct xml_attr *attr)
{
	enum xml_ns ns = xml_name_ns(l->xml, attr->name);
	const char *name = xml_name(l->xml, attr->name);
	size_t column;

	if (ns == XML_NS_XML)
		return;
	if (ns != XML_NS_NONE) {
		load_fault(
		    l, &fact->place, DIAG_QUIZ_ATTR_UNKNOWN, "fact", name);
		return;
	}
	if (!text_is_clean(attr->value, attr->len) ||
	    attr->len > ITEM_TYPED_MAX) {
		load_fault(l, &fact->place, DIAG_QUIZ_ATTR, name, attr->value,
		    "fact", "one line of text, not over 1000 bytes");
		return;
	}
	column = column_of(facts, name);
	if (strcmp(name, "name") == 0)
		set_cell(l, &fact->name, attr);
	else if (column < facts->ask.n)
		set_cell(l, &fact->cell[column], attr);
}

static int
is_twice(const struct facts *facts, const char *slug)
{
	size_t i;

	for (i = 0; i < facts->all.n; i++) {
		if (strcmp(facts->all.v[i].slug, slug) == 0)
			return 1;
	}
	return 0;
}

static void
load_fact(struct load *l, struct facts *facts)
{
	struct fact fact = { .place = load_place(l) };
	size_t before = l->faults, i;

	if (load_is_too_many(l, facts->n_met++, FACTS_MAX))
		return;
	fact.cell =
	    arena_array(&l->bank->arena, facts->ask.n, sizeof(*fact.cell));
	for (i = 0; i < l->ev.n_attr; i++)
		read_attr(l, facts, &fact, &l->ev.attr[i]);
	load_children(l, NULL, NULL);
	if (l->faults != before)
		return;
	if (fact.name.text == NULL) {
		load_fault(
		    l, &fact.place, DIAG_QUIZ_ATTR_MISSING, "fact", "name");
		return;
	}
	fact.slug = load_made_id(l, NULL, fact.name.text);
	if (is_twice(facts, fact.slug))
		load_fault(
		    l, &fact.place, DIAG_QUIZ_FACT_TWICE, fact.name.text);
	else
		vec_push(&facts->all, fact);
}

static int
facts_child(struct load *l, void *ctx, const char *name)
{
	if (strcmp(name, "fact") != 0)
		return 0;
	load_fact(l, ctx);
	return 1;
}

/* The name of a column as it is spoken. */
static void
put_column(struct buf *b, const char *name)
{
	size_t start = b->len;

	buf_adds(b, name);
	for (; start < b->len; start++) {
		if (b->s[start] == '_' || b->s[start] == '-')
			b->s[start] = ' ';
	}
}

static void
ask_in_english(struct buf *b, const struct question *q)
{
	const struct cell *cell = &q->fact->cell[q->column];

	buf_adds(b, q->back ? "Which has this " : "What is the ");
	put_column(b, q->facts->ask.v[q->column]);
	if (q->back)
		buf_printf(b, ": %s?", cell->text);
	else
		buf_printf(b, " of %s?", q->fact->name.text);
}

/* Without a grammar to keep. */
static void
ask_in_any(struct buf *b, const struct question *q)
{
	if (!q->back)
		buf_printf(b, "%s: ", q->fact->name.text);
	put_column(b, q->facts->ask.v[q->column]);
	if (q->back)
		buf_printf(b, ": %s", q->fact->cell[q->column].text);
	buf_adds(b, q->back ? " \u2013 ?" : "?");
}

/* "Name - column: value", of one column or of all that are asked. */
static void
put_row(struct buf *b, const struct facts *facts, const struct fact *fact,
    size_t from, size_t to)
{
	const char *between = " \u2013 ";
	size_t i;

	buf_adds(b, fact->name.text);
	for (i = from; i < to; i++) {
		if (fact->cell[i].text == NULL)
			continue;
		buf_adds(b, between);
		put_column(b, facts->ask.v[i]);
		buf_printf(b, ": %s", fact->cell[i].text);
		between = "; ";
	}
}

static const struct cell *
answer_of(const struct question *q, const struct fact *fact)
{
	return q->back ? &fact->name : &fact->cell[q->column];
}

static void
offer(struct load *l, struct item *it, const struct question *q,
    const struct fact *fact)
{
	struct buf b = BUF_INIT;
	struct option *o = load_more_options(l, &it->choice);

	o->key = fact->slug;
	o->right = fact == q->fact;
	o->place = fact->place;
	bank_text(l->bank, &o->text, answer_of(q, fact)->text);
	if (!o->right) {
		put_row(&b, q->facts, fact, q->column, q->column + 1);
		buf_addc(&b, '.');
		bank_text(l->bank, &o->feedback, b.s);
	}
	buf_release(&b);
}

/* Texts that are offered, as they are compared. */
struct offered {
	const char *form[ITEM_OPTIONS_MAX];
	size_t n;
};

/* Adds a text; 0 when it is there already. */
static int
is_new(struct offered *o, const char *form)
{
	size_t i;

	for (i = 0; i < o->n; i++) {
		if (strcmp(o->form[i], form) == 0)
			return 0;
	}
	o->form[o->n++] = form;
	return 1;
}

/* The right one, then those of the next rows that differ, round the table. */
static void
offer_all(struct load *l, struct item *it, const struct question *q)
{
	const struct facts *facts = q->facts;
	size_t n = facts->all.n, at = (size_t)(q->fact - facts->all.v), i;
	const char *value = q->fact->cell[q->column].form;
	struct offered offered = { .n = 0 };

	is_new(&offered, answer_of(q, q->fact)->form);
	offer(l, it, q, q->fact);
	for (i = 1; i < n && it->choice.n < (size_t)facts->options; i++) {
		const struct fact *other = &facts->all.v[(at + i) % n];
		const struct cell *cell = &other->cell[q->column];

		if (cell->text != NULL && strcmp(cell->form, value) != 0 &&
		    is_new(&offered, answer_of(q, other)->form))
			offer(l, it, q, other);
	}
}

/* Has more than one fact the value? */
static int
is_ambiguous(const struct question *q)
{
	const struct facts *facts = q->facts;
	const char *value = q->fact->cell[q->column].form;
	size_t i, n = 0;

	for (i = 0; i < facts->all.n; i++) {
		const struct cell *cell = &facts->all.v[i].cell[q->column];

		n += cell->text != NULL && strcmp(cell->form, value) == 0;
	}
	return n > 1;
}

static const char *
id_of(struct load *l, const struct question *q)
{
	struct buf b = BUF_INIT;
	const char *id;

	buf_printf(&b, "%s/%s%s", q->fact->slug, q->facts->ask.v[q->column],
	    q->back ? "/name" : "");
	id = load_made_id(l, q->facts->item.id, b.s);
	buf_release(&b);
	return id;
}

static void
make(struct load *l, const struct question *q, size_t family)
{
	struct item *it = arena_alloc(&l->bank->arena, sizeof(*it));
	const char *lang = l->quiz->lang;
	struct buf b = BUF_INIT;

	*it = q->facts->item;
	it->id = id_of(l, q);
	it->from = q->facts->item.id;
	it->family = family;
	it->place = q->fact->place;
	if (lang == NULL || strncmp(lang, "en", 2) == 0)
		ask_in_english(&b, q);
	else
		ask_in_any(&b, q);
	bank_text(l->bank, &it->stem, b.s);
	buf_reset(&b);
	put_row(&b, q->facts, q->fact, 0, q->facts->ask.n);
	buf_addc(&b, '.');
	bank_text(l->bank, &it->why, b.s);
	buf_release(&b);
	offer_all(l, it, q);
	load_add(l, it);
}

/* A column needs two values: else there is nothing to choose. */
static void
check_column(struct load *l, const struct facts *facts, size_t column)
{
	const char *first = NULL;
	size_t i;

	for (i = 0; i < facts->all.n; i++) {
		const struct cell *cell = &facts->all.v[i].cell[column];

		if (cell->text == NULL)
			continue;
		if (first != NULL && strcmp(first, cell->form) != 0)
			return;
		first = cell->form;
	}
	if (first == NULL)
		load_fault(l, &facts->item.place, DIAG_QUIZ_REF, "ask",
		    facts->ask.v[column], "column", "table");
	else
		load_fault(l, &facts->item.place, DIAG_QUIZ_FACTS_SAME,
		    facts->ask.v[column]);
}

static void
make_all(struct load *l, const struct facts *facts)
{
	struct question q = { .facts = facts };
	size_t i, family;

	for (i = 0; i < facts->all.n; i++) {
		q.fact = &facts->all.v[i];
		for (q.column = 0; q.column < facts->ask.n; q.column++) {
			if (q.fact->cell[q.column].text == NULL)
				continue;
			family = load_family(l);
			q.back = 0;
			make(l, &q, family);
			q.back = 1;
			if (facts->both_ways && !is_ambiguous(&q))
				make(l, &q, family);
		}
	}
}

void
load_facts(struct load *l)
{
	struct facts facts = { .options = OPTIONS };
	size_t before = l->faults, errors = l->diags->errors, i;

	load_item_init(l, &facts.item, ITEM_SINGLE);
	load_attrs(l, load_item_attrs, attrs, &facts);
	if (facts.options > ITEM_OPTIONS_MAX)
		facts.options = ITEM_OPTIONS_MAX;
	load_children(l, facts_child, &facts);
	if (facts.all.n == 0 && l->diags->errors == errors)
		load_fault(l, &facts.item.place, DIAG_QUIZ_CHILD_MISSING,
		    "facts", facts.item.id, "fact");
	for (i = 0; i < facts.ask.n && l->diags->errors == errors; i++)
		check_column(l, &facts, i);
	if (l->faults == before && l->diags->errors == errors)
		make_all(l, &facts);
	vec_release(&facts.all);
}

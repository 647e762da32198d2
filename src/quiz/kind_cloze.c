/* SPDX-License-Identifier: ISC */
/* A text with gaps to fill, all at once or each as an item of its own. */
#include "config.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "quiz/answer.h"
#include "quiz/grade.h"
#include "quiz/kind.h"
#include "quiz/load.h"
#include "quiz/parts.h"

enum {
	BLANK_COLS = 5, /* [characters] where no size is written ... */
	BLANK_MAX = 40, /* ... and at most */
	ALL_GAPS = -1,
};

static const struct attr_spec attrs[] = {
	{ "cards", ATTR_WORD, 0, offsetof(struct item, several), "whole each",
	    0, 0 },
	{ .name = NULL },
};

/* What stands in a gap: elements, or text that is the accept. */
struct gap {
	struct item *it;
	size_t index;
	struct buf text;
	struct place text_at;
	size_t children;
	size_t faults; /* that there were before it */
};

static int
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Appends text with white space settled. */
static void
settle(struct buf *b, const char *s, size_t len)
{
	size_t i;

	for (i = 0; i < len; i++) {
		if (!is_blank(s[i]))
			buf_addc(b, s[i]);
		else if (b->len > 0 && b->s[b->len - 1] != ' ')
			buf_addc(b, ' ');
	}
}

static void
gap_text(struct load *l, struct gap *g)
{
	size_t before = g->text.len;

	settle(&g->text, l->ev.text, l->ev.len);
	if (before == 0 && g->text.len > 0)
		g->text_at = load_place(l);
}

static void
gap_child(struct load *l, struct gap *g)
{
	const char *name = load_name(l);
	struct item *it = g->it;
	struct typed *t = &it->parts.part[g->index].typed;

	g->children++;
	if (load_typed(l, t, name))
		return;
	if (strcmp(name, "option") == 0)
		load_option(l, &it->choice);
	else
		load_refuse(l, "gap");
}

/* Text alone is short for one accept. */
static void
gap_finish(struct load *l, struct gap *g)
{
	struct typed *t = &g->it->parts.part[g->index].typed;
	struct buf *b = &g->text;

	if (b->len > 0 && b->s[b->len - 1] == ' ')
		buf_truncate(b, b->len - 1);
	if (b->len == 0)
		return;
	if (g->children > 0) {
		if (l->faults == g->faults)
			load_fault(l, &g->text_at, DIAG_QUIZ_TEXT, "gap");
		return;
	}
	if (b->len > ITEM_TYPED_MAX) {
		load_fault(l, &g->text_at, DIAG_QUIZ_TOO_LONG, "gap", "1000");
		return;
	}
	t->accept = load_more(l, NULL, 0, sizeof(*t->accept));
	t->n_accept = 1;
	t->accept[0].credit = 1;
	bank_text(l->bank, &t->accept[0].text, b->s);
	rich_init(&t->accept[0].feedback);
}

static void
read_gap(struct load *l, void *ctx, size_t at)
{
	static const struct attr_spec specs[] = {
		{ "size", ATTR_COUNT, 0, offsetof(struct part, size), NULL, 1,
		    0 },
		{ .name = NULL },
	};
	struct item *it = ctx;
	struct parts *parts = &it->parts;
	struct gap g = { .it = it, .index = parts->n, .text = BUF_INIT };
	struct part *p = load_part(l, parts);

	if (p == NULL)
		return;
	p->at = at;
	p->first = it->choice.n;
	load_attrs(l, load_part_attrs, specs, p);
	g.faults = l->faults;
	for (load_next(l); l->ev.kind != XML_END && l->ev.kind != XML_DONE;
	     load_next(l)) {
		if (l->ev.kind == XML_TEXT)
			gap_text(l, &g);
		else
			gap_child(l, &g);
	}
	p->n = it->choice.n - p->first;
	gap_finish(l, &g);
	buf_release(&g.text);
}

static void
load_stem(struct load *l, struct item *it)
{
	struct load_hole hole = { "gap", read_gap, it };
	struct place here = load_place(l);

	if (it->stem.text.len > 0) {
		load_fault(l, &here, DIAG_QUIZ_TWICE, "stem");
		load_skip(l);
		return;
	}
	load_text_holes(l, &it->stem, &hole);
}

static int
child(struct load *l, struct item *it, const char *name)
{
	if (strcmp(name, "stem") != 0)
		return 0;
	load_stem(l, it);
	return 1;
}

static void
check_gap(struct load *l, const struct item *it, const struct part *p)
{
	if (p->n == 0) {
		load_check_typed(l, it, &p->typed, &p->place, "gap");
	} else if (p->typed.n_accept + p->typed.n_reject > 0) {
		load_fault(l, &p->place, DIAG_QUIZ_GAP_BOTH, p->key);
	} else {
		load_check_options_of(l, it, p->first, p->n, &p->place);
		load_check_single(l, it, p->first, p->n, &p->place);
	}
}

static void
check(struct load *l, struct item *it)
{
	size_t i;

	if (it->parts.n == 0 && it->stem.text.len > 0)
		load_fault(l, &it->place, DIAG_QUIZ_CHILD_MISSING, "cloze",
		    it->id, "gap");
	load_check_part_keys(l, it);
	for (i = 0; i < it->parts.n; i++)
		check_gap(l, it, &it->parts.part[i]);
}

/* "_____", or "(2) _____" where there are several. */
static void
add_blank(struct rich *out, struct part *p, size_t number)
{
	int cols = p->size == 0   ? BLANK_COLS
	    : p->size > BLANK_MAX ? BLANK_MAX
				  : p->size;
	struct buf b = BUF_INIT;

	if (number > 0)
		buf_printf(&b, "(%zu)\u00a0", number);
	buf_fill(&b, '_', cols);
	p->at = out->text.len;
	p->len = b.len;
	rich_add(out, b.s, b.len, STYLE_STRONG);
	buf_release(&b);
}

/* Sets the stem of `to` from that of `from`, which has holes: with blanks, or
 * with one blank and the other gaps filled in. */
static void
set_stem(struct load *l, struct item *to, const struct item *from, int which)
{
	const struct parts *gaps = &from->parts;
	size_t at = 0, i;
	struct rich stem;

	rich_init(&stem);
	for (i = 0; i < gaps->n; i++) {
		const struct part *p = &gaps->part[i];
		size_t hole = p->at;

		rich_add_range(&stem, &from->stem, at, hole);
		if (which == (int)i)
			add_blank(&stem, &to->parts.part[0], 0);
		else if (which == ALL_GAPS)
			add_blank(
			    &stem, &to->parts.part[i], gaps->n > 1 ? i + 1 : 0);
		else
			rich_append(&stem, parts_answer(from, p));
		at = hole + LOAD_HOLE_LEN;
	}
	rich_add_range(&stem, &from->stem, at, from->stem.text.len);
	bank_rich(l->bank, &to->stem, &stem);
	rich_release(&stem);
}

/* The item that asks gap `i` alone. */
static struct item *
one_gap(struct load *l, const struct item *it, size_t i)
{
	struct item *one = arena_alloc(&l->bank->arena, sizeof(*one));
	const struct part *p = &it->parts.part[i];

	*one = *it;
	one->from = it->id;
	one->id = load_made_id(l, it->id, p->key);
	one->parts.part = arena_alloc(&l->bank->arena, sizeof(*p));
	one->parts.part[0] = *p;
	one->parts.part[0].first = 0;
	one->parts.n = 1;
	one->choice.option =
	    it->choice.option == NULL ? NULL : it->choice.option + p->first;
	one->choice.n = p->n;
	set_stem(l, one, it, (int)i);
	return one;
}

static void
make(struct load *l, struct item *it)
{
	size_t i;

	if (!it->several) {
		struct item whole = *it;

		whole.parts.part = arena_array(
		    &l->bank->arena, it->parts.n, sizeof(*it->parts.part));
		memcpy(whole.parts.part, it->parts.part,
		    it->parts.n * sizeof(*it->parts.part));
		set_stem(l, it, &whole, ALL_GAPS);
		load_add(l, it);
		return;
	}
	it->family = load_family(l);
	for (i = 0; i < it->parts.n; i++)
		load_add(l, one_gap(l, it, i));
}

static void
say(struct buf *b, const struct verdict *v, const struct item *it)
{
	parts_say(b, v, it, "gap");
}

static void
prompt(struct buf *b, const struct item *it)
{
	const struct parts *parts = &it->parts;

	if (parts->n == 1 && parts->part[0].n == 0)
		buf_adds(b, "Type what is missing");
	else if (parts->n == 1)
		buf_printf(b, "Choose what is missing, a to %c",
		    'a' + (int)parts->part[0].n - 1);
	else if (parts_all_picked(it))
		buf_printf(b,
		    "Give each gap, 1 to %zu, a letter, as in \"1a 2b\"",
		    parts->n);
	else
		buf_printf(b, "Fill gaps 1 to %zu, a semicolon between two%s",
		    parts->n,
		    parts_any_picked(it) ? "; letters where given" : "");
}

static void
add_number(struct rich *out, size_t number, const char *between)
{
	struct buf b = BUF_INIT;

	if (out->text.len > 0)
		rich_adds(out, "\n", STYLE_BODY);
	buf_printf(&b, "(%zu)%s", number, between);
	rich_add(out, b.s, b.len, STYLE_STRONG);
	buf_release(&b);
}

static void
body(struct rich *out, const struct item *it, const unsigned char *order)
{
	size_t i;

	for (i = 0; i < it->parts.n; i++) {
		const struct part *p = &it->parts.part[i];

		if (p->n > 0 && it->parts.n > 1)
			add_number(out, i + 1, "  ");
		parts_add_options(out, it, p, order, "   ");
	}
}

static void
solution(struct rich *out, const struct item *it, const unsigned char *order)
{
	size_t i;

	for (i = 0; i < it->parts.n; i++) {
		const struct part *p = &it->parts.part[i];
		int option = parts_right(it, p);
		char label[] = "a  ";

		if (it->parts.n > 1)
			add_number(out, i + 1, "  ");
		if (option >= 0) {
			label[0] = (char)('a' + parts_place(p, order, option));
			rich_adds(out, label, STYLE_STRONG);
		}
		rich_append(out, parts_answer(it, p));
	}
}

const struct kind_ops kind_cloze = {
	.input = INPUT_PARTS,
	.attrs = attrs,
	.feedback = 1,
	.child = child,
	.check = check,
	.make = make,
	.parse = parts_parse,
	.grade = parts_grade,
	.say = say,
	.prompt = prompt,
	.body = body,
	.solution = solution,
};

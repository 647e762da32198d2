/* SPDX-License-Identifier: ISC */
/* quiz_told.c - the part of a sheet that tells the verdict */
#include "config.h"

#include "doc/doc.h"
#include "quiz/answer.h"
#include "quiz/grade.h"
#include "quiz/parts.h"
#include "text/rich.h"
#include "tui/crumbs.h"
#include "tui/quiz_sheet.h"

unsigned
sheet_outcome_style(const struct verdict *v)
{
	switch (v->outcome) {
	case VERDICT_RIGHT:
		return STYLE_RIGHT;
	case VERDICT_WRONG:
		return STYLE_WRONG;
	case VERDICT_PARTLY:
	default:
		return STYLE_STRONG;
	}
}

static void
add_rule(struct sheet *s)
{
	struct buf b = BUF_INIT;
	int i;

	for (i = 0; i < s->width; i++)
		buf_adds(&b, s->ascii ? "-" : "\u2500");
	sheet_add_string(s, b.s, STYLE_FRAME);
	buf_release(&b);
}

/*
 * Paragraphs of the verdict.  The first of them goes on behind the word RIGHT
 * or WRONG; `lead` holds that until it is used.
 */
struct told {
	struct sheet *sheet;
	const struct sheet_item *what;
	struct rich lead;
};

static void
tell(struct told *t, const struct rich *r)
{
	if (r->text.len == 0)
		return;
	rich_append(&t->lead, r);
	sheet_add(t->sheet, &t->lead);
	rich_reset(&t->lead);
}

static void
tell_string(struct told *t, const char *s, unsigned style)
{
	struct rich r;

	rich_init(&r);
	rich_adds(&r, s, style);
	tell(t, &r);
	rich_release(&r);
}

/* The word, and what there is to say of the points. */
static void
tell_word(struct told *t)
{
	const struct verdict *v = t->what->verdict;
	struct buf said = BUF_INIT;

	rich_adds(&t->lead, verdict_word(v), sheet_outcome_style(v));
	rich_adds(&t->lead, ".  ", sheet_outcome_style(v));
	verdict_say(&said, v, t->what->item);
	if (said.len > 0) {
		if (said.s[0] >= 'a' && said.s[0] <= 'z')
			said.s[0] = (char)(said.s[0] - 'a' + 'A');
		buf_addc(&said, '.');
		tell_string(t, said.s, STYLE_BODY);
	}
	buf_release(&said);
}

/* What comes of how sure the student was. */
static void
tell_sure(struct told *t)
{
	struct buf said = BUF_INIT;

	verdict_say_sure(&said, t->what->verdict, t->what->item);
	if (said.len > 0)
		tell_string(t, said.s, STYLE_BODY);
	buf_release(&said);
}

/* Of which option, or part, a reply is, where there are several: "a: ". */
static void
add_reply_label(const struct sheet_item *what,
    const struct verdict_reply *reply, struct buf *b)
{
	const struct item *it = what->item;
	int place = 0;

	if (reply->part >= 0 && it->parts.n > 1) {
		if (it->kind == ITEM_LABEL)
			buf_adds(b, it->parts.part[reply->part].key);
		else
			buf_printf(b, "%d", reply->part + 1);
		buf_adds(b, ": ");
	} else if (item_asks(it) == INPUT_MANY && reply->option >= 0) {
		while (what->order[place] != reply->option)
			place++;
		buf_printf(b, "%c: ", 'a' + place);
	}
}

/* With several of them, each reply names what it is to. */
static void
tell_replies(struct told *t)
{
	const struct verdict *v = t->what->verdict;
	struct buf label = BUF_INIT;
	struct rich r;
	size_t i;

	for (i = 0; i < v->n_reply; i++) {
		rich_init(&r);
		buf_reset(&label);
		add_reply_label(t->what, &v->reply[i], &label);
		rich_add(&r, label.s, label.len, STYLE_STRONG);
		rich_append(&r, v->reply[i].text);
		tell(t, &r);
		rich_release(&r);
	}
	buf_release(&label);
}

/* Of several options the letters will do: they are marked as right above. */
static void
add_letters(const struct sheet_item *what, struct rich *r)
{
	const struct choice *c = &what->item->choice;
	const char *between = "";
	struct buf b = BUF_INIT;
	size_t i;

	for (i = 0; i < c->n; i++) {
		if (!c->option[what->order[i]].right)
			continue;
		buf_printf(&b, "%s%c", between, 'a' + (int)i);
		between = ", ";
	}
	rich_adds(r, b.s, STYLE_STRONG);
	buf_release(&b);
}

static void
add_number(struct rich *r, size_t number)
{
	struct buf b = BUF_INIT;

	buf_printf(&b, "\n%zu\u00a0\u00a0", number);
	rich_add(r, b.s, b.len, STYLE_STRONG);
	buf_release(&b);
}

/* What belongs into the parts that were not right. */
static void
add_right_parts(const struct sheet_item *what, struct rich *r)
{
	const struct item *it = what->item;
	size_t i;

	for (i = 0; i < it->parts.n; i++) {
		const struct part *p = &it->parts.part[i];

		if (what->verdict->part[i].outcome == VERDICT_RIGHT)
			continue;
		if (it->kind == ITEM_LABEL) {
			rich_adds(r, "\n", STYLE_BODY);
			rich_adds(r, p->key, STYLE_STRONG);
			rich_adds(r, "\u00a0\u00a0", STYLE_BODY);
		} else if (it->parts.n > 1) {
			add_number(r, i + 1);
		}
		if (it->kind == ITEM_MATCH) {
			rich_append(r, &p->text);
			rich_adds(r, " \u2013 ", STYLE_BODY);
		}
		rich_append(r, parts_answer(it, p));
	}
}

static void
add_right_order(const struct item *it, struct rich *r)
{
	size_t i;

	for (i = 0; i < it->choice.n; i++) {
		add_number(r, i + 1);
		rich_append(r, &it->choice.option[i].text);
	}
}

static void
tell_solution(struct told *t)
{
	const struct sheet_item *what = t->what;
	struct rich r, solution;

	if (what->verdict->outcome == VERDICT_RIGHT ||
	    item_is_self_graded(what->item))
		return; /* it was seen */
	rich_init(&r);
	rich_adds(&r, "The answer: ", STYLE_BODY);
	switch ((int)item_asks(what->item)) {
	case INPUT_MANY:
		add_letters(what, &r);
		break;
	case INPUT_PARTS:
		add_right_parts(what, &r);
		break;
	case INPUT_ORDER:
		add_right_order(what->item, &r);
		break;
	default:
		rich_init(&solution);
		item_solution(&solution, what->item, what->order);
		rich_append(&r, &solution);
		rich_release(&solution);
		break;
	}
	tell(t, &r);
	rich_release(&r);
}

static void
tell_why(struct told *t)
{
	if (t->what->item->why.text.len > 0 && t->lead.text.len == 0)
		sheet_pause(t->sheet);
	tell(t, &t->what->item->why);
}

/* "From 2.2 Anatomy." */
static void
tell_where(struct told *t)
{
	const struct doc *doc = t->sheet->doc;
	uint32_t n = doc_find(doc, t->what->item->about.v[0]);
	struct buf b = BUF_INIT;

	if (n == DOC_NONE)
		return;
	buf_adds(&b, "From ");
	crumbs_title(doc, doc_section_of(doc, n), &b);
	buf_addc(&b, '.');
	if (t->what->next != NULL && t->what->next[0] != '\0')
		buf_printf(&b, "  %s", t->what->next);
	if (t->lead.text.len == 0)
		sheet_pause(t->sheet);
	tell_string(t, b.s, STYLE_QUIET);
	buf_release(&b);
}

void
sheet_add_verdict(struct sheet *s, const struct sheet_item *what)
{
	struct told t = { .sheet = s, .what = what };

	rich_init(&t.lead);
	sheet_pause(s);
	s->verdict.from = (int)s->lines.n;
	add_rule(s);
	tell_word(&t);
	tell_sure(&t);
	tell_replies(&t);
	if (what->verdict->danger)
		tell_string(
		    &t, "Careful: this mistake can do harm.", STYLE_WARN);
	tell_solution(&t);
	tell_why(&t);
	tell_where(&t);
	sheet_add(s, &t.lead);
	s->verdict.to = (int)s->lines.n;
	rich_release(&t.lead);
}

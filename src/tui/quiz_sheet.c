/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "tui/quiz_sheet.h"

#include <string.h>

#include "doc/doc.h"
#include "quiz/answer.h"
#include "quiz/grade.h"
#include "text/rich.h"
#include "tui/app.h"
#include "tui/page.h"

enum {
	WIDE = 60,   /* [col] a screen that has room for a margin */
	MARGIN = 3,  /* [col] there */
	OPTION = 2,  /* [col] where options begin, behind their mark */
	NARROW = 20, /* [col] a screen without any margin */
};

void
sheet_init(struct sheet *s, const struct tui *t)
{
	memset(s, 0, sizeof(*s));
	s->doc = t->doc;
	s->ascii = t->ascii;
	arena_init(&s->arena);
	sheet_resize(s, t);
	sheet_reset(s);
}

void
sheet_release(struct sheet *s)
{
	arena_release(&s->arena);
	vec_release(&s->lines);
}

int
sheet_col(const struct tui *t)
{
	return t->canvas.cols >= WIDE ? MARGIN : t->canvas.cols >= NARROW;
}

void
sheet_resize(struct sheet *s, const struct tui *t)
{
	int margin = sheet_col(t);

	s->width = t->canvas.cols - margin - (margin > 0);
	if (s->width > PAGE_MEASURE)
		s->width = PAGE_MEASURE;
	if (s->width < 1)
		s->width = 1;
	s->scroll.rows = tui_body(t).rows;
}

void
sheet_reset(struct sheet *s)
{
	static const struct sheet_part none = { -1, -1 };

	arena_reset(&s->arena);
	s->lines.n = 0;
	s->options = s->cursor = s->field = none;
	s->hint = s->verdict = s->sure = none;
	s->mark_line = -1;
	s->scroll.n = 0;
}

void
sheet_add_at(struct sheet *s, const struct rich *r, int first, int rest)
{
	struct lines set;
	size_t i;

	/* A hanging indent must leave room for words. */
	if (rest > s->width / 2)
		rest = first;
	set = lines_set(&s->arena, r, s->width, first, rest, s->ascii);
	for (i = 0; i < set.n; i++)
		vec_push(&s->lines, set.line[i]);
	s->scroll.n = (int)s->lines.n;
}

void
sheet_add(struct sheet *s, const struct rich *r)
{
	if (r->text.len > 0)
		sheet_add_at(s, r, 0, 0);
}

void
sheet_blank(struct sheet *s)
{
	struct line blank = { 0 };

	vec_push(&s->lines, blank);
	s->scroll.n = (int)s->lines.n;
}

void
sheet_pause(struct sheet *s)
{
	if (s->airy)
		sheet_blank(s);
}

void
sheet_add_string(struct sheet *s, const char *text, unsigned style)
{
	struct rich r;

	rich_init(&r);
	rich_adds(&r, text, style);
	sheet_add(s, &r);
	rich_release(&r);
}

/* What is said of an option once it was judged. */
static void
add_option_word(
    struct rich *r, const struct sheet_item *what, const struct option *o)
{
	const struct item *it = what->item;
	int ticked = (what->try->ticked >> (o - it->choice.option) & 1) != 0;

	if (what->verdict == NULL || (!ticked && !o->right))
		return;
	if (!ticked)
		rich_adds(r, "  (right)", STYLE_RIGHT);
	else if (o->right)
		rich_adds(r, "  (your\u00a0answer,\u00a0right)", STYLE_RIGHT);
	else if (item_asks(it) == INPUT_ONE &&
	    what->verdict->outcome == VERDICT_PARTLY)
		rich_adds(r, "  (your\u00a0answer,\u00a0partly\u00a0right)",
		    STYLE_STRONG);
	else
		rich_adds(r, "  (your\u00a0answer,\u00a0wrong)", STYLE_WRONG);
}

/* "> [x] b  Text of the option" */
static void
add_option(struct sheet *s, const struct sheet_item *what, int place)
{
	const struct item *it = what->item;
	size_t i = what->order[place];
	int ticked = (what->try->ticked >> i & 1) != 0, many, at_cursor;
	struct buf label = BUF_INIT;
	struct rich r;
	int from = (int)s->lines.n;

	many = item_input(it) == INPUT_MANY;
	at_cursor =
	    what->verdict != NULL ? ticked && !many : place == what->try->at;
	buf_adds(&label, at_cursor ? "> " : "");
	if (many)
		buf_adds(&label, ticked ? "[x] " : "[ ] ");
	buf_printf(&label, "%c  ", 'a' + place);
	rich_init(&r);
	rich_add(&r, label.s, label.len, at_cursor ? STYLE_STRONG : 0);
	rich_append(&r, &it->choice.option[i].text);
	add_option_word(&r, what, &it->choice.option[i]);
	sheet_add_at(
	    s, &r, at_cursor ? 0 : OPTION, OPTION + 3 + (many ? 4 : 0));
	if (place == what->try->at)
		s->cursor = (struct sheet_part){ from, (int)s->lines.n };
	rich_release(&r);
	buf_release(&label);
}

static void
add_options(struct sheet *s, const struct sheet_item *what)
{
	size_t i;

	s->options.from = (int)s->lines.n;
	for (i = 0; i < what->item->choice.n; i++)
		add_option(s, what, (int)i);
	s->options.to = (int)s->lines.n;
}

static const char *
typed_word(const struct verdict *v)
{
	switch (v->outcome) {
	case VERDICT_RIGHT:
		return "  (right)";
	case VERDICT_PARTLY:
		return "  (partly\u00a0right)";
	case VERDICT_WRONG:
	default:
		return "  (wrong)";
	}
}

static void
add_prompt(struct sheet *s, const struct sheet_item *what)
{
	struct buf b = BUF_INIT;

	item_prompt(&b, what->item);
	buf_addc(&b, ':');
	sheet_add_string(s, b.s, STYLE_QUIET);
	buf_release(&b);
}

/* An empty line to type in, or what was typed. */
static void
add_field(struct sheet *s, const struct sheet_item *what)
{
	const struct verdict *v = what->verdict;
	struct rich r;

	if (what->live && v == NULL) {
		add_prompt(s, what);
		s->field.from = (int)s->lines.n;
		sheet_blank(s);
		s->field.to = (int)s->lines.n;
		return;
	}
	rich_init(&r);
	rich_adds(&r, "> ", STYLE_STRONG);
	rich_adds(&r, what->try->typed[0].text.s, STYLE_STRONG);
	if (v != NULL)
		rich_adds(&r, typed_word(v), sheet_outcome_style(v));
	sheet_add_at(s, &r, 0, OPTION);
	rich_release(&r);
}

/* What must be seen of an item that is asked by a line. */
static void
add_body(struct sheet *s, const struct sheet_item *what)
{
	struct rich body;

	rich_init(&body);
	item_body(&body, what->item, what->order);
	sheet_add(s, &body);
	if (body.text.len > 0)
		sheet_blank(s);
	rich_release(&body);
}

static void
add_hints(struct sheet *s, const struct sheet_item *what)
{
	struct rich r;
	unsigned i;

	for (i = 0; i < what->hints && i < what->item->n_hint; i++) {
		if (i == 0)
			sheet_blank(s);
		s->hint.from = (int)s->lines.n;
		rich_init(&r);
		rich_adds(&r, "Hint: ", STYLE_STRONG);
		rich_append(&r, &what->item->hint[i].text);
		sheet_add(s, &r);
		rich_release(&r);
		s->hint.to = (int)s->lines.n;
	}
}

static void
add_answer(struct sheet *s, const struct sheet_item *what)
{
	switch ((int)item_asks(what->item)) {
	case INPUT_ONE:
	case INPUT_MANY:
		add_options(s, what);
		break;
	case INPUT_LINE:
		add_body(s, what);
		add_field(s, what);
		break;
	default:
		sheet_add_way(s, what);
		break;
	}
}

static void
add_sure(struct sheet *s, const struct sheet_item *what)
{
	int marks = what->item->quiz->settings.confidence == CONFIDENCE_MARKS;

	sheet_pause(s);
	s->sure.from = (int)s->lines.n;
	sheet_add_string(s,
	    "How sure are you?  1\u00a0not\u00a0sure  2\u00a0fairly\u00a0sure "
	    " 3\u00a0certain",
	    STYLE_STRONG);
	if (marks)
		sheet_add_string(s,
		    "Marks for a right answer: 1, 2 or 3; for a wrong one: 0, "
		    "-2 or -6.",
		    STYLE_QUIET);
	s->sure.to = (int)s->lines.n;
}

static void
set_all(struct sheet *s, const struct sheet_item *what)
{
	const struct item *it = what->item;

	sheet_reset(s);
	sheet_pause(s);
	if (what->note != NULL) {
		sheet_add_string(s, what->note, STYLE_STRONG);
		sheet_blank(s);
	}
	if (it->story != NULL) {
		sheet_add(s, &it->story->text);
		sheet_blank(s);
	}
	sheet_add_stem(s, what);
	sheet_blank(s);
	add_answer(s, what);
	add_hints(s, what);
	if (what->sure)
		add_sure(s, what);
	if (what->verdict != NULL)
		sheet_add_verdict(s, what);
}

void
sheet_set(struct sheet *s, const struct sheet_item *what)
{
	s->airy = 1;
	set_all(s, what);
	if (s->scroll.n > s->scroll.rows) {
		s->airy = 0;
		set_all(s, what);
	}
	list_settle(&s->scroll);
}

void
sheet_show(struct sheet *s, struct sheet_part part)
{
	struct list *l = &s->scroll;

	if (part.from < 0)
		return;
	if (part.to > l->top + l->rows)
		l->top = part.to - l->rows;
	if (part.from < l->top)
		l->top = part.from;
	list_settle(l);
}

int
sheet_sees(const struct sheet *s, struct sheet_part part)
{
	return part.from >= s->scroll.top &&
	    part.to <= s->scroll.top + s->scroll.rows;
}

int
sheet_row(const struct sheet *s, const struct tui *t, int line)
{
	int row = line - s->scroll.top;

	if (line < 0 || row < 0 || row >= s->scroll.rows)
		return -1;
	return tui_body(t).row + row;
}

void
sheet_draw(const struct sheet *s, struct tui *t, struct canvas *c)
{
	int i, row;

	for (i = s->scroll.top; i < s->scroll.n; i++) {
		row = sheet_row(s, t, i);
		if (row < 0)
			break;
		tui_line(c, row, sheet_col(t), &s->lines.v[i]);
	}
}

void
sheet_open_passage(struct tui *t, const struct item *item, const char *back)
{
	uint32_t n = doc_find(t->doc, item->about.v[0]);

	if (n == DOC_NONE)
		tui_say(t, "The passage is not in the text.");
	else
		tui_open_passage(t, n, back);
}

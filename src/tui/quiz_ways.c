/* SPDX-License-Identifier: ISC */
/* quiz_ways.c - the part of a sheet where answers are put together */
#include "config.h"

#include <string.h>

#include "quiz/answer.h"
#include "quiz/grade.h"
#include "quiz/number.h"
#include "text/rich.h"
#include "text/utf8.h"
#include "text/width.h"
#include "tui/quiz_sheet.h"

enum {
	MARK_COLS = 2,   /* "> " */
	BLANK_COLS = 10, /* of an answer that is not there yet */
	ALIGN_MIN = 40,  /* [col] a sheet where pairs stand in two columns */
};

/* No text of a quiz has these together: where the cursor is, and what of an
 * answer that is chosen it is on. */
enum {
	STYLE_TYPED = STYLE_STRONG,
	STYLE_CURSOR = STYLE_STRONG | STYLE_EMPH | STYLE_CODE,
	STYLE_CHOSEN = STYLE_STRONG | STYLE_CURRENT,
};

static int
is_judged(const struct sheet_item *what)
{
	return what->verdict != NULL;
}

/* Is row `i` the one at hand? */
static int
is_at(const struct sheet_item *what, size_t i)
{
	return !is_judged(what) && what->live && what->try->at == (int)i;
}

/* Text that is not broken at its blanks. */
static void
add_bound(struct rich *out, const char *s, size_t len, unsigned style)
{
	size_t i;

	for (i = 0; i < len; i++) {
		if (s[i] == ' ')
			rich_adds(out, "\u00a0", style);
		else
			rich_add(out, s + i, 1, style);
	}
}

static void
add_fill(struct rich *out, int cols, unsigned style)
{
	struct buf b = BUF_INIT;

	buf_fill(&b, '_', cols);
	rich_add(out, b.s, b.len, style);
	buf_release(&b);
}

/* What is typed, with the cursor in it. */
static void
add_edit(struct rich *out, const struct edit *e, int bound)
{
	const char *s = e->text.s;
	size_t cell = e->at < e->text.len
	    ? utf8_cluster(s + e->at, e->text.len - e->at)
	    : 0;
	int blank = cell == 0 || s[e->at] == ' ';

	if (bound)
		add_bound(out, s, e->at, STYLE_TYPED);
	else
		rich_add(out, s, e->at, STYLE_TYPED);
	if (blank)
		rich_adds(out, bound ? "_" : "\u00a0", STYLE_CURSOR);
	else
		rich_add(out, s + e->at, cell, STYLE_CURSOR);
	if (bound)
		add_bound(out, s + e->at + cell, e->text.len - e->at - cell,
		    STYLE_TYPED);
	else
		rich_adds(out, s + e->at + cell, STYLE_TYPED);
}

/* What a part has so far, in at least `cols` columns. */
static void
add_content(struct rich *out, const struct sheet_item *what, size_t i, int cols)
{
	const struct quiz_try *t = what->try;
	const struct part *p = &what->item->parts.part[i];
	int at = is_at(what, i), used;
	const struct buf *text = t->picked[i] >= 0
	    ? &what->item->choice.option[t->picked[i]].text.text
	    : t->typed[i].text.len > 0 ? &t->typed[i].text
				       : NULL;

	if (at && p->n == 0) {
		rich_adds(out, "[", STYLE_TYPED);
		add_edit(out, &t->typed[i], 1);
		used = text_width(t->typed[i].text.s, t->typed[i].text.len);
		add_fill(out, cols - used - 1, STYLE_TYPED);
		rich_adds(out, "]", STYLE_TYPED);
		return;
	}
	if (at)
		rich_adds(out, "[", STYLE_TYPED);
	if (text != NULL && what->item->kind == ITEM_CLOZE) {
		add_bound(
		    out, text->s, text->len, at ? STYLE_CHOSEN : STYLE_TYPED);
	} else if (text != NULL) {
		rich_add(
		    out, text->s, text->len, at ? STYLE_CHOSEN : STYLE_TYPED);
	} else {
		add_fill(out, cols, at ? STYLE_CHOSEN : STYLE_BODY);
	}
	if (at)
		rich_adds(out, "]", STYLE_TYPED);
}

static void
add_part_word(struct rich *out, const struct sheet_item *what, size_t i)
{
	if (!is_judged(what))
		return;
	switch (what->verdict->part[i].outcome) {
	case VERDICT_RIGHT:
		rich_adds(out, "\u00a0(right)", STYLE_RIGHT);
		break;
	case VERDICT_PARTLY:
		rich_adds(out, "\u00a0(partly\u00a0right)", STYLE_STRONG);
		break;
	case VERDICT_WRONG:
	default:
		rich_adds(out, "\u00a0(wrong)", STYLE_WRONG);
		break;
	}
}

/* The blank of a gap: so many underscores stand in the stem. */
static int
gap_cols(const struct item *it, const struct part *p)
{
	int cols = 0;
	size_t i;

	for (i = p->at; i < p->at + p->len; i++)
		cols += it->stem.text.s[i] == '_';
	return cols;
}

static void
add_gap(struct rich *out, const struct sheet_item *what, size_t i)
{
	const struct item *it = what->item;
	struct buf b = BUF_INIT;

	if (it->parts.n > 1)
		buf_printf(&b, "(%zu)\u00a0", i + 1);
	rich_add(out, b.s, b.len, STYLE_STRONG);
	add_content(out, what, i, gap_cols(it, &it->parts.part[i]));
	add_part_word(out, what, i);
	buf_release(&b);
}

void
sheet_add_stem(struct sheet *s, const struct sheet_item *what)
{
	const struct item *it = what->item;
	struct rich stem;
	size_t at = 0, i;
	int from = (int)s->lines.n;

	if (it->kind != ITEM_CLOZE) {
		sheet_add(s, &it->stem);
		return;
	}
	rich_init(&stem);
	for (i = 0; i < it->parts.n; i++) {
		const struct part *p = &it->parts.part[i];

		rich_add_range(&stem, &it->stem, at, p->at);
		add_gap(&stem, what, i);
		at = p->at + p->len;
	}
	rich_add_range(&stem, &it->stem, at, it->stem.text.len);
	sheet_add(s, &stem);
	s->cursor = (struct sheet_part){ from, (int)s->lines.n };
	rich_release(&stem);
}

/* "> 1  " and what hangs behind it, from column `hang` on. */
static void
add_hanging(struct sheet *s, const struct rich *text, int at, int hang)
{
	struct rich r;
	int from = (int)s->lines.n;

	rich_init(&r);
	rich_adds(&r, at ? "> " : "", STYLE_STRONG);
	rich_append(&r, text);
	sheet_add_at(s, &r, at ? 0 : MARK_COLS, hang);
	if (at)
		s->cursor = (struct sheet_part){ from, (int)s->lines.n };
	rich_release(&r);
}

static void
add_row(struct sheet *s, const struct rich *text, int at)
{
	add_hanging(s, text, at, MARK_COLS + 3);
}

/* The widest left of a match, where right answers can stand beside. */
static int
left_cols(const struct sheet *s, const struct item *it)
{
	int cols, most = 0;
	size_t i;

	for (i = 0; i < it->parts.n; i++) {
		const struct buf *left = &it->parts.part[i].text.text;

		cols = text_width(left->s, left->len);
		most = cols > most ? cols : most;
	}
	return s->width >= ALIGN_MIN && most <= s->width / 2 - 6 ? most : 0;
}

/* Where they cannot, a dash stands between. */
static void
add_left(struct rich *out, const struct part *p, int cols)
{
	int used = text_width(p->text.text.s, p->text.text.len);

	rich_append(out, &p->text);
	if (cols == 0) {
		rich_adds(out, " \u2013 ", STYLE_BODY);
		return;
	}
	for (; used < cols + 3; used++)
		rich_adds(out, "\u00a0", STYLE_BODY);
}

static void
add_part_rows(struct sheet *s, const struct sheet_item *what)
{
	const struct item *it = what->item;
	int cols = it->kind == ITEM_MATCH ? left_cols(s, it) : 0;
	struct buf b = BUF_INIT;
	struct rich row;
	size_t i;

	for (i = 0; i < it->parts.n; i++) {
		const struct part *p = &it->parts.part[i];

		rich_init(&row);
		buf_reset(&b);
		if (it->kind == ITEM_LABEL)
			buf_printf(&b, "%s\u00a0\u00a0", p->key);
		else
			buf_printf(&b, "%zu\u00a0\u00a0", i + 1);
		rich_add(&row, b.s, b.len, STYLE_STRONG);
		if (it->kind != ITEM_LABEL)
			add_left(&row, p, cols);
		add_content(&row, what, i, BLANK_COLS);
		add_part_word(&row, what, i);
		add_hanging(s, &row, is_at(what, i),
		    MARK_COLS + 3 + (cols > 0 ? cols + 3 : 0));
		rich_release(&row);
	}
	buf_release(&b);
}

/* "(1, 3)": which parts have this option, where all choose from the same. */
static void
add_users(struct rich *out, const struct sheet_item *what, int option)
{
	const struct item *it = what->item;
	struct buf b = BUF_INIT;
	size_t i;

	for (i = 0; i < it->parts.n && it->kind != ITEM_CLOZE; i++) {
		if (what->try->picked[i] != option)
			continue;
		buf_adds(&b, b.len == 0 ? "  (" : ", ");
		if (it->kind == ITEM_LABEL)
			buf_adds(&b, it->parts.part[i].key);
		else
			buf_printf(&b, "%zu", i + 1);
	}
	if (b.len > 0)
		buf_addc(&b, ')');
	rich_add(out, b.s, b.len, STYLE_QUIET);
	buf_release(&b);
}

/* What the part at hand can be. */
static void
add_part_options(struct sheet *s, const struct sheet_item *what)
{
	const struct item *it = what->item;
	const struct part *p =
	    is_judged(what) || !what->live ? NULL : try_part(what->try);
	char label[] = "a\u00a0\u00a0";
	size_t i, place = 0;
	struct rich row;
	int picked;

	if (p == NULL || p->n == 0)
		return;
	sheet_pause(s);
	s->options.from = (int)s->lines.n;
	for (i = 0; i < it->choice.n; i++) {
		size_t o = what->order == NULL ? i : what->order[i];

		if (o < p->first || o >= p->first + p->n)
			continue;
		rich_init(&row);
		label[0] = (char)('a' + place++);
		picked = what->try->picked[what->try->at] == (int)o;
		rich_adds(&row, picked ? "* " : "", STYLE_STRONG);
		rich_adds(&row, label, STYLE_STRONG);
		rich_append(&row, &it->choice.option[o].text);
		add_users(&row, what, (int)o);
		sheet_add_at(
		    s, &row, picked ? MARK_COLS : 2 * MARK_COLS, MARK_COLS + 5);
		rich_release(&row);
	}
	s->options.to = (int)s->lines.n;
}

/* A row of the drawing from column `skip` on, what is lit in a style of its
 * own. */
static void
add_drawn_row(
    struct rich *out, const struct sheet_item *what, int row, int skip)
{
	const struct part *lit = is_judged(what) || !what->live
	    ? NULL
	    : &what->item->parts.part[what->try->at];
	const char *s = what->item->diagram.line[row];
	int col = 0;

	if (lit != NULL && (row < lit->row || row >= lit->row + lit->rows))
		lit = NULL;
	while (*s != '\0') {
		size_t len = utf8_cluster(s, strlen(s));
		int on = lit != NULL && col >= lit->col &&
		    col < lit->col + lit->cols;
		unsigned style = on ? STYLE_MATCH | STYLE_CURRENT : STYLE_CODE;

		if (col >= skip)
			add_bound(out, s, len, style);
		col += text_width(s, len);
		s += len;
	}
}

/* Columns to leave out at the left so that what is lit is seen. */
static int
drawing_shift(const struct sheet *s, const struct sheet_item *what)
{
	const struct diagram *d = &what->item->diagram;
	const struct part *p =
	    &what->item->parts.part[what->try->at < 0 ? 0 : what->try->at];
	int shift = p->col + p->cols - s->width + 1;

	if (d->cols <= s->width || shift <= 0)
		return 0;
	return shift > d->cols - s->width ? d->cols - s->width : shift;
}

static void
add_drawing(struct sheet *s, const struct sheet_item *what)
{
	int shift = drawing_shift(s, what);
	struct rich row;
	size_t i;

	for (i = 0; i < what->item->diagram.n; i++) {
		int wide = s->width;

		rich_init(&row);
		add_drawn_row(&row, what, (int)i, shift);
		if (row.text.len == 0) {
			sheet_blank(s);
		} else {
			/* A row that is too wide is cut, not folded. */
			s->width = 10000;
			sheet_add(s, &row);
			s->width = wide;
		}
		rich_release(&row);
	}
	sheet_pause(s);
}

static void
add_parts(struct sheet *s, const struct sheet_item *what)
{
	if (what->item->kind == ITEM_LABEL)
		add_drawing(s, what);
	if (what->item->kind != ITEM_CLOZE)
		add_part_rows(s, what);
	add_part_options(s, what);
}

/* Where a step belongs, once that is told. */
static void
add_step_word(
    struct rich *out, const struct sheet_item *what, size_t place, size_t step)
{
	struct buf b = BUF_INIT;

	if (!is_judged(what)) {
		if (is_at(what, place) && what->try->grabbed)
			rich_adds(out, "\u00a0\u00a0(moving)", STYLE_STRONG);
		return;
	}
	if (step == place) {
		rich_adds(out, "\u00a0\u00a0(right)", STYLE_RIGHT);
	} else {
		buf_printf(
		    &b, "\u00a0\u00a0(belongs\u00a0at\u00a0%zu)", step + 1);
		rich_add(out, b.s, b.len, STYLE_WRONG);
	}
	buf_release(&b);
}

static void
add_steps(struct sheet *s, const struct sheet_item *what)
{
	const struct quiz_try *t = what->try;
	struct buf b = BUF_INIT;
	struct rich row;
	size_t i;

	s->options.from = (int)s->lines.n;
	for (i = 0; i < what->item->choice.n; i++) {
		size_t step = t->arranged[i];

		rich_init(&row);
		buf_reset(&b);
		buf_printf(&b, "%zu\u00a0\u00a0", i + 1);
		rich_add(&row, b.s, b.len, STYLE_STRONG);
		rich_append(&row, &what->item->choice.option[step].text);
		add_step_word(&row, what, i, step);
		add_row(s, &row, is_at(what, i));
		rich_release(&row);
	}
	s->options.to = (int)s->lines.n;
	buf_release(&b);
}

static void
add_quiet(struct sheet *s, const struct buf *text)
{
	sheet_add_string(s, text->s, STYLE_QUIET);
}

/* The answer to an item that its learner grades. */
static void
add_back(struct sheet *s, const struct item *it)
{
	struct rich r;

	rich_init(&r);
	rich_adds(&r, "The answer: ", STYLE_STRONG);
	rich_append(&r, &it->back);
	s->hint.from = (int)s->lines.n;
	sheet_add(s, &r);
	s->hint.to = (int)s->lines.n;
	rich_release(&r);
}

static void
add_grades(struct sheet *s, const struct sheet_item *what)
{
	struct buf b = BUF_INIT;

	if (!what->try->revealed) {
		buf_adds(&b, "Say the answer to yourself; Enter shows it.");
		add_quiet(s, &b);
		buf_release(&b);
		return;
	}
	add_back(s, what->item);
	if (is_judged(what)) {
		buf_adds(&b, "You said: ");
		buf_adds(&b, memory_rating_name(what->try->grade));
		buf_addc(&b, '.');
	} else {
		sheet_pause(s);
		buf_adds(&b,
		    "How well did you know it?  1\u00a0again  "
		    "2\u00a0hard  3\u00a0good  4\u00a0easy");
	}
	sheet_add_string(s, b.s, STYLE_STRONG);
	s->hint.to = (int)s->lines.n;
	buf_release(&b);
}

static int
count_words(const char *s)
{
	int words = 0;

	while (*(s += strspn(s, " ")) != '\0') {
		words++;
		s += strcspn(s, " ");
	}
	return words;
}

static void
add_draft(struct sheet *s, const struct sheet_item *what)
{
	const struct edit *e = &what->try->typed[0];
	struct buf b = BUF_INIT;
	struct rich r;

	item_draft_prompt(&b, what->item);
	buf_printf(&b, "; then Enter.  %d word%s so far.",
	    count_words(e->text.s), count_words(e->text.s) == 1 ? "" : "s");
	add_quiet(s, &b);
	buf_release(&b);
	rich_init(&r);
	rich_adds(&r, "> ", STYLE_STRONG);
	add_edit(&r, e, 0);
	s->cursor.from = (int)s->lines.n;
	sheet_add_at(s, &r, 0, MARK_COLS);
	s->cursor.to = (int)s->lines.n;
	rich_release(&r);
}

/* "> [x] a  Names two alternatives  (1 point)" */
static void
add_criterion(struct sheet *s, const struct sheet_item *what, size_t i)
{
	const struct criterion *c = &what->item->rubric.criterion[i];
	int met = (int)(what->try->ticked >> i & 1);
	struct buf b = BUF_INIT;
	struct rich row;

	rich_init(&row);
	buf_printf(&b, "%s\u00a0%c\u00a0\u00a0", met ? "[x]" : "[\u00a0]",
	    'a' + (int)i);
	rich_add(&row, b.s, b.len, STYLE_STRONG);
	rich_append(&row, &c->text);
	buf_reset(&b);
	buf_adds(&b, "  (");
	number_add(&b, c->points);
	buf_printf(&b, "\u00a0point%s%s)", c->points == 1 ? "" : "s",
	    c->must ? ", a\u00a0must" : "");
	rich_add(&row, b.s, b.len, STYLE_QUIET);
	add_row(s, &row, is_at(what, i));
	rich_release(&row);
	buf_release(&b);
}

static void
add_rubric(struct sheet *s, const struct sheet_item *what)
{
	const char *draft = what->try->typed[0].text.s;
	struct rich r;
	size_t i;

	if (!what->try->revealed) {
		add_draft(s, what);
		return;
	}
	rich_init(&r);
	if (draft[0] != '\0') {
		rich_adds(&r, "You wrote: ", STYLE_STRONG);
		rich_adds(&r, draft, STYLE_BODY);
		sheet_add(s, &r);
		sheet_pause(s);
	}
	rich_release(&r);
	add_back(s, what->item);
	sheet_pause(s);
	if (!is_judged(what))
		sheet_add_string(s,
		    "What of this does your answer have?  Be honest.",
		    STYLE_QUIET);
	s->options.from = (int)s->lines.n;
	for (i = 0; i < what->item->rubric.n; i++)
		add_criterion(s, what, i);
	s->options.to = (int)s->lines.n;
}

/* The span of a line that has the cursor, or is what is chosen; or NULL. */
static const struct span *
marked_span(const struct line *line)
{
	size_t i;

	for (i = 0; i < line->n; i++) {
		if (line->span[i].style == STYLE_CURSOR ||
		    line->span[i].style == STYLE_CHOSEN)
			return &line->span[i];
	}
	return NULL;
}

/* Finds it among the lines. */
static void
find_mark(struct sheet *s)
{
	const struct span *span = NULL;
	int i;

	for (i = 0; i < (int)s->lines.n && span == NULL; i++)
		span = marked_span(&s->lines.v[i]);
	if (span == NULL)
		return;
	s->cursor = (struct sheet_part){ i - 1, i };
	if (span->style == STYLE_CURSOR) {
		s->mark_line = i - 1;
		s->mark_col = span->col;
	}
}

void
sheet_add_way(struct sheet *s, const struct sheet_item *what)
{
	switch ((int)item_asks(what->item)) {
	case INPUT_PARTS:
		add_parts(s, what);
		break;
	case INPUT_ORDER:
		add_steps(s, what);
		break;
	case INPUT_GRADE:
		add_grades(s, what);
		break;
	case INPUT_RUBRIC:
	default:
		add_rubric(s, what);
		break;
	}
	find_mark(s);
}

/* SPDX-License-Identifier: ISC */
/*
 * recall.c - how well sections are remembered, for the contents, and what there
 * is to ask where one ends
 */
#include "config.h"

#include "course/progress.h"
#include "doc/doc.h"
#include "layout/lines.h"
#include "text/width.h"
#include "tui/reader.h"

/* What the hooks say of a section; all zero when they say nothing. */
static struct quiz_count
count(const struct reader *r, size_t section)
{
	struct quiz_count none = { 0 };
	struct tui *t = r->view.tui;
	const struct tui_hooks *hooks = t->opt->hooks;

	if (hooks == NULL || hooks->count == NULL || !doc_complete(t->doc))
		return none;
	return hooks->count(t, section, hooks->arg);
}

unsigned
reader_recall(const struct reader *r, size_t section, enum recall_form form,
    struct buf *out)
{
	struct quiz_count all = count(r, 0), n = count(r, section);
	enum progress_grade grade = (enum progress_grade)n.grade;

	/* Who has answered nothing is not told that all is new. */
	if (n.all == 0 || all.percent < 0)
		return STYLE_BODY;
	if (form == RECALL_DUE && n.due > 0)
		buf_printf(out, "%d due  ", n.due);
	if (form != RECALL_SIGN)
		buf_printf(out, "%*s ", form == RECALL_DUE ? 6 : 0,
		    progress_word(grade));
	buf_adds(out, progress_sign(grade, r->view.tui->ascii));
	if (grade == PROGRESS_WEAK)
		return STYLE_WRONG;
	return grade == PROGRESS_STRONG ? STYLE_RIGHT : STYLE_BODY;
}

void
reader_quiz_hint(
    const struct reader *r, size_t section, const char *where, struct buf *out)
{
	struct tui *t = r->view.tui;
	const struct tui_hooks *hooks = t->opt->hooks;
	struct quiz_count n = count(r, section);
	int asks = n.all == 0 ? 0 : hooks->asks(t, section, hooks->arg);

	if (asks == 0)
		return;
	tui_key(t, CMD_QUIZ, out);
	buf_printf(out, " %d", asks);
	if (t->canvas.cols >= 36)
		buf_adds(out, asks == 1 ? " question" : " questions");
	buf_adds(out, where);
	if (n.due > 0)
		buf_printf(out, ", %d due", n.due);
}

/* Section `a` is `b`, or part of it. */
static int
is_within(const struct doc *doc, size_t a, size_t b)
{
	while (a > b)
		a = doc_section(doc, a)->parent;
	return a == b;
}

/*
 * The row of the page below the last text of a section, if that ends on the
 * screen and the row is blank; or -1.
 */
static int
end_row(struct page *p, size_t section)
{
	struct layout_pos pos = p->top;
	int row, text = -1;

	for (row = 0; row < p->area.rows; row++) {
		const struct line *line = layout_line(p->layout, pos);

		if (line == NULL)
			return -1;
		if (line->n > 0 &&
		    !is_within(
			p->doc, doc_section_at(p->doc, line->offset), section))
			return text >= 0 && row - text > 1 ? text + 1 : -1;
		if (line->n > 0)
			text = row;
		if (layout_move(p->layout, &pos, 1) == 0)
			return row + 1 < p->area.rows ? row + 1 : -1;
	}
	return -1;
}

/* It stands at the right, so that nobody takes it for the author's words. */
void
reader_draw_end(struct reader *r, struct canvas *c)
{
	size_t section = reader_section(r);
	struct page *p = &r->page;
	struct buf b = BUF_INIT;
	int row, cols;

	if (section == 0 || r->passage != NULL)
		return;
	row = end_row(p, section);
	if (row == -1)
		return;
	reader_quiz_hint(r, section, "", &b);
	cols = text_width(b.s, b.len);
	if (cols <= p->width) {
		canvas_move(c, p->area.row + row, p->col + p->width - cols);
		canvas_put(c, b.s, b.len, STYLE_QUIET);
	}
	buf_release(&b);
}

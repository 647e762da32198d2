/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "tui/quiz_page.h"

#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/xalloc.h"
#include "quiz/answer.h"
#include "quiz/session.h"
#include "text/rich.h"
#include "tui/app.h"
#include "tui/bar.h"
#include "tui/quiz_sheet.h"

struct quiz_page {
	struct view view;
	struct sheet sheet;
	const struct session_result *result; /* or NULL */
	struct quiz_try try;                 /* its answer */
	int told;                            /* its verdict may be told */
	const struct diags *faults;          /* or NULL */
};

static struct quiz_page *
page_of(struct view *v)
{
	return (struct quiz_page *)v;
}

static void
set_result(struct quiz_page *p)
{
	const struct session_result *r = p->result;
	struct sheet_item what = { .item = r->item, .order = r->order };

	what.hints = r->hints;
	what.try = &p->try;
	if (p->told)
		what.verdict = &r->verdict;
	sheet_set(&p->sheet, &what);
}

static void
set_faults(struct quiz_page *p)
{
	const struct diags *d = p->faults;
	struct buf b = BUF_INIT;
	size_t i;

	sheet_reset(&p->sheet);
	buf_printf(&b, "%zu fault%s in the quiz files; all else can be asked.",
	    d->all.n, d->all.n == 1 ? "" : "s");
	sheet_add_string(&p->sheet, b.s, STYLE_STRONG);
	for (i = 0; i < d->all.n; i++) {
		const struct diag *fault = &d->all.v[i];

		buf_reset(&b);
		buf_printf(&b, "%s:%d:%d: %s",
		    fault->file == NULL ? "" : fault->file, fault->line,
		    fault->col, fault->text);
		sheet_blank(&p->sheet);
		sheet_add_string(&p->sheet, b.s, STYLE_BODY);
	}
	buf_release(&b);
}

static void
page_resize(struct view *v, int rows, int cols)
{
	struct quiz_page *p = page_of(v);

	(void)rows;
	(void)cols;
	sheet_resize(&p->sheet, v->tui);
	if (p->result != NULL)
		set_result(p);
	else
		set_faults(p);
	list_settle(&p->sheet.scroll);
}

static void
page_down(struct view *v)
{
	struct list *l = &page_of(v)->sheet.scroll;

	if (l->top + l->rows < l->n)
		list_command(l, CMD_LIST_PAGE_DOWN, 1);
	else
		tui_close(v);
}

static int
page_other(struct view *v, enum cmd_id cmd)
{
	struct list *l = &page_of(v)->sheet.scroll;

	switch ((int)cmd) {
	case CMD_NEXT_OPTION:
		return list_command(l, CMD_LIST_DOWN, 1);
	case CMD_PREV_OPTION:
		return list_command(l, CMD_LIST_UP, 1);
	case CMD_QUESTION_DOWN:
		return list_command(l, CMD_LIST_PAGE_DOWN, 1);
	case CMD_QUESTION_UP:
		return list_command(l, CMD_LIST_PAGE_UP, 1);
	default:
		return 0;
	}
}

static void
open_passage(struct view *v)
{
	const struct session_result *r = page_of(v)->result;

	if (r != NULL)
		sheet_open_passage(v->tui, r->item, "the question");
}

static void
page_draw(struct view *v, struct canvas *c)
{
	struct quiz_page *p = page_of(v);
	struct buf position = BUF_INIT;
	struct bar bar;

	sheet_draw(&p->sheet, v->tui, c);
	list_position(&p->sheet.scroll, &position);
	tui_header(v->tui,
	    p->result != NULL ? "The question again" : "Faults in quiz files",
	    position.s);
	bar_init(&bar, v->tui);
	if (p->result != NULL) {
		bar_add(&bar, CMD_PASSAGE, "passage");
		bar_end(&bar, CMD_CLOSE, "back");
	} else {
		bar_add(&bar, CMD_CHECK, "go on");
	}
	bar_show(&bar);
	buf_release(&position);
}

static void
page_close(struct view *v)
{
	struct quiz_page *p = page_of(v);

	sheet_release(&p->sheet);
	try_release(&p->try);
	free(p);
}

static const struct view_command commands[CMD_COUNT] = {
	[CMD_CHECK] = { tui_close },
	[CMD_TICK] = { page_down },
	[CMD_PASSAGE] = { open_passage },
};

static const struct view_ops page_ops = {
	.name = "question",
	.where = CMD_IN_QUIZ,
	.covers = 1,
	.commands = commands,
	.other = page_other,
	.resize = page_resize,
	.draw = page_draw,
	.close = page_close,
};

static struct quiz_page *
make_page(struct tui *t)
{
	struct quiz_page *p = xcalloc(1, sizeof(*p));

	p->view.ops = &page_ops;
	sheet_init(&p->sheet, t);
	try_init(&p->try);
	return p;
}

struct view *
quiz_page_result(struct tui *t, const struct session_result *result, int told)
{
	struct quiz_page *p = make_page(t);

	p->result = result;
	p->told = told;
	try_restore(&p->try, result);
	return &p->view;
}

struct view *
quiz_page_faults(struct tui *t, const struct diags *faults)
{
	struct quiz_page *p = make_page(t);

	p->faults = faults;
	return &p->view;
}

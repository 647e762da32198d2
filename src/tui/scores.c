/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "tui/scores.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "course/scorepage.h"
#include "layout/lines.h"
#include "text/rich.h"
#include "tui/app.h"
#include "tui/bar.h"
#include "tui/list.h"

/* [col] Blank at the left where there is room for it. */
enum { MARGIN = 3, ROOMY = 66, NARROW = 30 };

struct scores {
	struct view view;
	struct progress_scope scope;
	struct list list;
	struct arena arena; /* of the lines */
	VEC(struct line) lines;
	VEC(int) heads; /* lines that tables and charts begin on */
	int col;
};

static struct scores *
scores_of(struct view *v)
{
	return (struct scores *)v;
}

static void
take_line(void *ctx, const struct rich *line)
{
	struct scores *s = ctx;
	struct lines set = lines_set(&s->arena, line,
	    line->text.len > 0 ? 999 : 1, 0, 0, s->view.tui->ascii);
	struct line blank = { 0 };

	if (line->runs.n > 0 && line->runs.v[0].style == STYLE_HEAD2)
		vec_push(&s->heads, (int)s->lines.n);
	vec_push(&s->lines, set.n > 0 ? set.line[0] : blank);
}

static void
scores_resize(struct view *v, int rows, int cols)
{
	struct scores *s = scores_of(v);
	struct scorepage page = { .scope = s->scope, .line = take_line };

	(void)rows;
	s->col = cols >= ROOMY ? MARGIN : cols >= NARROW;
	page.cols = cols - s->col - (cols > SCOREPAGE_COLS_MIN);
	if (page.cols > SCOREPAGE_COLS)
		page.cols = SCOREPAGE_COLS;
	if (page.cols < SCOREPAGE_COLS_MIN)
		page.cols = SCOREPAGE_COLS_MIN;
	page.ascii = v->tui->ascii;
	page.ctx = s;
	arena_reset(&s->arena);
	s->lines.n = s->heads.n = 0;
	scorepage_write(&page);
	s->list.n = (int)s->lines.n;
	s->list.rows = tui_body(v->tui).rows;
	list_settle(&s->list);
}

static void
next_head(struct view *v)
{
	struct scores *s = scores_of(v);
	size_t i;

	for (i = 0; i < s->heads.n; i++) {
		if (s->heads.v[i] > s->list.top) {
			s->list.top = s->heads.v[i];
			break;
		}
	}
	list_settle(&s->list);
}

static void
previous_head(struct view *v)
{
	struct scores *s = scores_of(v);
	size_t i = s->heads.n;

	while (i > 0 && s->heads.v[i - 1] >= s->list.top)
		i--;
	s->list.top = i > 0 ? s->heads.v[i - 1] : 0;
	list_settle(&s->list);
}

static void
practise(struct view *v)
{
	const struct tui_hooks *hooks = v->tui->opt->hooks;

	if (hooks->quiz(v->tui, QUIZ_MENU, 0, hooks->arg) < 0)
		tui_say(v->tui, "There are no questions.");
}

static int
scores_other(struct view *v, enum cmd_id cmd)
{
	return list_command(&scores_of(v)->list, cmd, tui_count(v->tui, 1));
}

static void
draw_status(struct tui *t)
{
	struct bar bar;

	bar_init(&bar, t);
	bar_add(&bar, CMD_LIST_PAGE_DOWN, "more");
	bar_add(&bar, CMD_SCORES_NEXT, "next");
	bar_add(&bar, CMD_SCORES_QUIZ, "practise");
	bar_end(&bar, CMD_CLOSE, "back");
	bar_show(&bar);
}

static void
scores_draw(struct view *v, struct canvas *c)
{
	struct scores *s = scores_of(v);
	struct canvas_rect body = tui_body(v->tui);
	struct buf position = BUF_INIT;
	int row;

	for (row = 0; row < body.rows && s->list.top + row < s->list.n; row++)
		tui_line(
		    c, body.row + row, s->col, &s->lines.v[s->list.top + row]);
	list_position(&s->list, &position);
	tui_header(v->tui, "Scores", position.s);
	draw_status(v->tui);
	buf_release(&position);
}

static void
scores_close(struct view *v)
{
	struct scores *s = scores_of(v);

	arena_release(&s->arena);
	vec_release(&s->lines);
	vec_release(&s->heads);
	free(s);
}

static const struct view_command commands[CMD_COUNT] = {
	[CMD_SCORES_NEXT] = { next_head },
	[CMD_SCORES_PREV] = { previous_head },
	[CMD_SCORES_QUIZ] = { practise },
	[CMD_SCORES_CLOSE] = { tui_close },
	[CMD_CANCEL] = { tui_close },
};

static const struct view_ops scores_ops = {
	.name = "scores",
	.where = CMD_IN_SCORES,
	.covers = 1,
	.commands = commands,
	.other = scores_other,
	.resize = scores_resize,
	.draw = scores_draw,
	.close = scores_close,
};

struct view *
scores_new(struct tui *t, const struct progress_scope *scope)
{
	struct scores *s = xcalloc(1, sizeof(*s));

	s->view.ops = &scores_ops;
	s->view.tui = t;
	s->scope = *scope;
	arena_init(&s->arena);
	return &s->view;
}

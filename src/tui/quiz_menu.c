/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "tui/quiz_menu.h"

#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "base/xalloc.h"
#include "text/rich.h"
#include "text/utf8.h"
#include "text/width.h"
#include "tui/app.h"
#include "tui/bar.h"
#include "tui/list.h"

/* [col] What a cut text keeps at least, beside a note. */
enum { TEXT_MIN = 20 };

struct menu_row {
	int letter, id;
	char *text, *note;
};

struct menu {
	struct view view;
	char *title;
	menu_chosen_fn *chosen;
	void *arg;
	VEC(struct menu_row) rows;
	struct list list;
};

static struct menu *
menu_of(struct view *v)
{
	return (struct menu *)v;
}

static void
choose(struct menu *m, size_t i)
{
	tui_close(&m->view);
	m->chosen(m->view.tui, m->arg, m->rows.v[i].id);
}

static int
menu_key(struct view *v, int key)
{
	struct menu *m = menu_of(v);
	size_t i;

	for (i = 0; i < m->rows.n; i++) {
		if (m->rows.v[i].letter == key) {
			choose(m, i);
			return 1;
		}
	}
	return 0;
}

static int
menu_other(struct view *v, enum cmd_id cmd)
{
	struct menu *m = menu_of(v);

	if (cmd == CMD_CHOOSE) {
		choose(m, (size_t)m->list.at);
		return 1;
	}
	return list_command(&m->list, cmd, tui_count(v->tui, 1));
}

/* Rows above the choices: a rule and the title, where there is room. */
static int
head_rows(const struct menu *m, int room)
{
	int head = m->title[0] == '\0' ? 1 : 2;

	return room >= m->list.n + head ? head : 0;
}

static void
menu_resize(struct view *v, int rows, int cols)
{
	struct menu *m = menu_of(v);
	int room = tui_body(v->tui).rows;

	(void)rows;
	(void)cols;
	room -= head_rows(m, room);
	m->list.rows = room < m->list.n ? room : m->list.n;
	list_settle(&m->list);
}

static void
draw_head(struct menu *m, struct canvas *c, int row, int head)
{
	const char *rule = m->view.tui->ascii ? "-" : "\u2500";
	int i;

	if (head == 0)
		return;
	canvas_move(c, row, 0);
	for (i = 0; i < c->cols; i++)
		canvas_puts(c, rule, STYLE_FRAME);
	if (head > 1) {
		canvas_move(c, row + 1, 1);
		tui_put(m->view.tui, m->title, c->cols - 1, STYLE_BODY);
		canvas_style(c, row + 1, 0, c->cols, STYLE_STRONG);
	}
}

/* "> h  A hint                      F2" */
static void
draw_row(struct menu *m, struct canvas *c, int row, int i)
{
	const struct menu_row *r = &m->rows.v[i];
	int note = text_width(r->note, strlen(r->note));
	struct buf letter = BUF_INIT;
	int room, text;

	utf8_encode(&letter, (uint32_t)r->letter);
	buf_adds(&letter, "  ");
	canvas_move(c, row, tui_row_col(m->view.tui));
	canvas_puts(c, letter.s, STYLE_STRONG);
	/* The text gives way to the note, but not all the way. */
	room = c->cols - c->pen_col;
	text = text_width(r->text, strlen(r->text));
	if (text > TEXT_MIN)
		text = TEXT_MIN;
	if (note > 0 && text + note + 3 <= room)
		room -= note + 3;
	else
		note = 0;
	tui_put(m->view.tui, r->text, room, STYLE_BODY);
	if (note > 0) {
		canvas_move(c, row, c->cols - 1 - note);
		tui_put(m->view.tui, r->note, note, STYLE_BODY);
	}
	if (i == m->list.at)
		tui_select_row(m->view.tui, row);
	buf_release(&letter);
}

static void
menu_draw(struct view *v, struct canvas *c)
{
	struct menu *m = menu_of(v);
	struct canvas_rect area = tui_body(v->tui);
	int head = head_rows(m, area.rows), i, row;
	struct bar bar;

	row = area.row + area.rows - m->list.rows - head;
	area.rows -= row - area.row;
	area.row = row;
	canvas_fill(c, &area, STYLE_BODY);
	draw_head(m, c, row, head);
	for (i = 0; i < m->list.rows; i++)
		draw_row(m, c, row + head + i, m->list.top + i);
	bar_init(&bar, v->tui);
	bar_add(&bar, CMD_CHOOSE, "choose");
	bar_end(&bar, CMD_CANCEL, "back");
	bar_show(&bar);
}

static void
menu_close(struct view *v)
{
	struct menu *m = menu_of(v);
	size_t i;

	for (i = 0; i < m->rows.n; i++) {
		free(m->rows.v[i].text);
		free(m->rows.v[i].note);
	}
	vec_release(&m->rows);
	free(m->title);
	free(m);
}

static const struct view_ops menu_ops = {
	.name = "menu",
	.where = CMD_IN_MENU,
	.key = menu_key,
	.other = menu_other,
	.resize = menu_resize,
	.draw = menu_draw,
	.close = menu_close,
};

struct view *
menu_new(const char *title, menu_chosen_fn *chosen, void *arg)
{
	struct menu *m = xcalloc(1, sizeof(*m));

	m->view.ops = &menu_ops;
	m->title = xstrdup(title);
	m->chosen = chosen;
	m->arg = arg;
	m->list.select = 1;
	return &m->view;
}

void
menu_add(
    struct view *menu, int letter, int id, const char *text, const char *note)
{
	struct menu *m = menu_of(menu);
	struct menu_row row = { .letter = letter,
		.id = id,
		.text = xstrdup(text),
		.note = xstrdup(note) };

	vec_push(&m->rows, row);
	m->list.n = (int)m->rows.n;
}

void
menu_select(struct view *menu, int row)
{
	menu_of(menu)->list.at = row;
}

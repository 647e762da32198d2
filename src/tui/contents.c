/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "tui/contents.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "doc/doc.h"
#include "text/fold.h"
#include "text/match.h"
#include "text/rich.h"
#include "text/width.h"
#include "tui/bar.h"
#include "tui/crumbs.h"
#include "tui/list.h"
#include "tui/prompt.h"
#include "tui/reader.h"

/* A document with more sections than this opens folded. */
enum { OPEN_MAX = 120, LEVEL_ALL = 1000 };

struct contents {
	struct view view;
	struct reader *reader;
	size_t here;  /* the section that is being read ... */
	size_t shown; /* ... or, where that is hidden, what it is part of */
	struct list list;
	VEC(size_t) rows;    /* sections shown */
	VEC(uint8_t) folded; /* by section: what is below is hidden */
	char *filter;        /* folded words, or NULL */
	struct buf read;     /* how many were, which takes a while to count */
};

static struct contents *
contents_of(struct view *v)
{
	return (struct contents *)v;
}

static const struct doc *
doc_of(const struct contents *k)
{
	return k->view.tui->doc;
}

static int
has_parts(const struct doc *doc, size_t section)
{
	return section + 1 < doc_sections(doc) &&
	    doc_section(doc, section + 1)->depth >
	    doc_section(doc, section)->depth;
}

/* 1 if all words of the filter are in number and title. */
static int
passes(const struct contents *k, size_t section)
{
	struct buf title = BUF_INIT;
	const char *word = k->filter;
	char *folded;
	size_t n;
	int pass = 1;

	crumbs_title(doc_of(k), section, &title);
	folded = fold_string(title.s, title.len);
	for (; pass && *word != '\0'; word += n, word += *word == ' ') {
		n = strcspn(word, " ");
		pass = n == 0 ||
		    match_find(folded, strlen(folded), word, n) != NULL;
	}
	free(folded);
	buf_release(&title);
	return pass;
}

/* Lists what is neither folded away nor filtered out, and selects `section` or
 * the last one shown before it. */
static void
list_sections(struct contents *k, size_t section)
{
	const struct doc *doc = doc_of(k);
	size_t i, n = doc_sections(doc);
	int hidden = LEVEL_ALL, at = 0;

	k->rows.n = k->shown = 0;
	while (k->folded.n < n)
		vec_push(&k->folded, 0);
	for (i = 0; i < n; i++) {
		int depth = doc_section(doc, i)->depth;

		if (k->filter == NULL && depth > hidden)
			continue;
		hidden = k->folded.v[i] ? depth : LEVEL_ALL;
		if (k->filter != NULL && !passes(k, i))
			continue;
		if (i <= section)
			at = (int)k->rows.n;
		if (i <= k->here && (k->filter == NULL || i == k->here))
			k->shown = i;
		vec_push(&k->rows, i);
	}
	k->list.n = (int)k->rows.n;
	list_select(&k->list, at);
}

/* The selected section; there is none if the filter lets nothing pass. */
static size_t
selected(const struct contents *k)
{
	return k->rows.n == 0 ? k->here : k->rows.v[k->list.at];
}

/* Folds all that is `level` deep, except above the section being read. */
static void
fold_to(struct contents *k, int level)
{
	const struct doc *doc = doc_of(k);
	size_t i, n = doc_sections(doc);

	k->folded.n = 0;
	for (i = 0; i < n; i++)
		vec_push(&k->folded, doc_section(doc, i)->depth >= level);
}

static void
open_path(struct contents *k, size_t section)
{
	while (section > 0) {
		section = doc_section(doc_of(k), section)->parent;
		k->folded.v[section] = 0;
	}
}

static void
go(struct view *v)
{
	struct contents *k = contents_of(v);

	if (k->rows.n > 0)
		reader_jump_section(k->reader, selected(k));
	tui_close(v);
}

/* Folds the section; one that is folded or has no parts, its parent. */
static void
fold(struct view *v)
{
	struct contents *k = contents_of(v);
	size_t section = selected(k);

	if (k->filter != NULL)
		return;
	if (!has_parts(doc_of(k), section) || k->folded.v[section])
		section = doc_section(doc_of(k), section)->parent;
	if (section > 0)
		k->folded.v[section] = 1;
	list_sections(k, section);
}

static void
unfold(struct view *v)
{
	struct contents *k = contents_of(v);
	size_t section = selected(k);

	if (k->filter != NULL || !has_parts(doc_of(k), section))
		return;
	if (!k->folded.v[section])
		section++;
	else
		k->folded.v[section] = 0;
	list_sections(k, section);
}

static void
level(struct view *v, enum cmd_id cmd)
{
	struct contents *k = contents_of(v);

	fold_to(k, (int)(cmd - CMD_LEVEL_1) + 1);
	list_sections(k, selected(k));
}

static void
clear_filter(void *arg)
{
	struct contents *k = arg;
	size_t section = selected(k);

	free(k->filter);
	k->filter = NULL;
	open_path(k, section);
	list_sections(k, section);
}

/* The first time only takes the filter away. */
static void
cancel(struct view *v)
{
	if (contents_of(v)->filter != NULL)
		clear_filter(v);
	else
		tui_close(v);
}

static int
contents_other(struct view *v, enum cmd_id cmd)
{
	struct contents *k = contents_of(v);

	if (cmd >= CMD_LEVEL_1 && cmd <= CMD_LEVEL_6) {
		level(v, cmd);
		return 1;
	}
	return list_command(&k->list, cmd, tui_count(v->tui, 1));
}

static void
contents_resize(struct view *v, int rows, int cols)
{
	struct contents *k = contents_of(v);

	(void)rows;
	(void)cols;
	k->list.rows = tui_body(v->tui).rows;
	list_select(&k->list, k->list.at);
}

static void
contents_grown(struct view *v)
{
	struct contents *k = contents_of(v);

	buf_reset(&k->read);
	reader_seen_count(k->reader, &k->read);
	list_sections(k, selected(k));
}

/* What stands at the right edge: how many matches a search has in the section,
 * and where it is folded in all that it is made of; without a search, how well
 * what is in it is remembered.  Returns its style. */
static unsigned
say_right(struct contents *k, size_t section, struct buf *out)
{
	const struct search *s = &k->reader->search;
	int cols = k->view.tui->canvas.cols;
	size_t n;

	if (s->found.all.n == 0)
		return reader_recall(k->reader, section,
		    cols >= 60       ? RECALL_DUE
			: cols >= 40 ? RECALL_WORD
				     : RECALL_SIGN,
		    out);
	n = search_in_section(s, doc_of(k), section, k->folded.v[section]);
	if (n > 0)
		buf_printf(out, "%zu", n);
	return STYLE_BODY;
}

/* Draws that, and returns the column up to which there is room before it. */
static int
draw_right(struct contents *k, struct canvas *c, int row, size_t section)
{
	struct buf b = BUF_INIT;
	unsigned style = say_right(k, section, &b);
	int col = c->cols - (c->cols >= 30) - text_width(b.s, b.len);

	canvas_move(c, row, col);
	canvas_put(c, b.s, b.len, style);
	if (b.len > 0)
		col -= 2;
	buf_release(&b);
	return col;
}

/* How the section is shown before its title: "  - ", open and two deep. */
static void
draw_fold(struct contents *k, struct canvas *c, size_t section, unsigned style)
{
	int depth = doc_section(doc_of(k), section)->depth;

	if (k->filter != NULL)
		return;
	canvas_repeat(c, ' ', 2 * (depth > 0 ? depth - 1 : 0), style);
	canvas_puts(c,
	    !has_parts(doc_of(k), section) || section == 0 ? "  "
		: k->folded.v[section]                     ? "+ "
							   : "- ",
	    style);
}

/* "> - 2.2 Anatomy": read now, open, number and title. */
static void
draw_section(struct contents *k, struct canvas *c, int row, size_t section)
{
	char sign[] = { ' ',
		reader_mark_sign(k->reader, section, k->folded.v[section]),
		'\0' };
	int end = draw_right(k, c, row, section);
	unsigned style = doc_section(doc_of(k), section)->depth > 1
	    ? STYLE_BODY
	    : STYLE_STRONG;
	struct buf title = BUF_INIT;

	if (sign[1] != '\0')
		end -= 2;
	canvas_move(c, row, 0);
	if (c->cols >= 30)
		canvas_puts(
		    c, reader_seen_sign(k->reader, section), STYLE_RIGHT);
	canvas_puts(c, section == k->shown ? "> " : "  ", STYLE_STRONG);
	draw_fold(k, c, section, style);
	crumbs_title(doc_of(k), section, &title);
	tui_put(k->view.tui, title.s, end - c->pen_col, style);
	if (sign[1] != '\0')
		canvas_puts(c, sign, STYLE_STRONG);
	buf_release(&title);
}

static void
draw_status(struct tui *t)
{
	struct bar bar;

	bar_init(&bar, t);
	bar_add(&bar, CMD_CONTENTS_GO, "read");
	bar_add(&bar, CMD_FILTER, "filter");
	bar_add_both(&bar, CMD_FOLD, " ", CMD_UNFOLD, "fold");
	bar_add_both(&bar, CMD_LEVEL_1, "-", CMD_LEVEL_6, "levels");
	bar_end(&bar, CMD_CLOSE, "back");
	bar_show(&bar);
}

static void
contents_draw(struct view *v, struct canvas *c)
{
	struct contents *k = contents_of(v);
	struct canvas_rect body = tui_body(v->tui);
	struct buf position = BUF_INIT, title = BUF_INIT;
	int i, row;

	list_position(&k->list, &position);
	buf_adds(&title, "Contents");
	if (c->cols >= 40 && k->reader->search.found.all.n > 0)
		buf_printf(
		    &title, ", with matches of %s", k->reader->search.needle.s);
	else if (c->cols >= 40)
		buf_adds(&title, k->read.s);
	tui_header(v->tui, title.s, position.s);
	for (row = 0; row < body.rows; row++) {
		i = k->list.top + row;
		if (i >= k->list.n)
			break;
		draw_section(k, c, body.row + row, k->rows.v[i]);
		if (i == k->list.at)
			canvas_style(
			    c, body.row + row, 0, c->cols, STYLE_CURRENT);
	}
	if (k->list.n == 0) {
		canvas_move(c, body.row, tui_row_col(v->tui));
		canvas_puts(c, "No title has these words.", STYLE_BODY);
	}
	draw_status(v->tui);
	buf_release(&position);
	buf_release(&title);
}

static void
contents_close(struct view *v)
{
	struct contents *k = contents_of(v);

	vec_release(&k->rows);
	vec_release(&k->folded);
	buf_release(&k->read);
	free(k->filter);
	free(k);
}

static void open_filter(struct view *v);

static const struct view_command contents_commands[CMD_COUNT] = {
	[CMD_CONTENTS_GO] = { go },
	[CMD_CONTENTS_CLOSE] = { tui_close },
	[CMD_FOLD] = { fold },
	[CMD_UNFOLD] = { unfold },
	[CMD_FILTER] = { open_filter },
	[CMD_CANCEL] = { cancel },
};

static void
contents_click(struct view *v, int row, int col)
{
	(void)col;
	if (list_click(&contents_of(v)->list, row - tui_body(v->tui).row))
		go(v);
}

static const struct view_ops contents_ops = {
	.name = "contents",
	.where = CMD_IN_CONTENTS,
	.covers = 1,
	.commands = contents_commands,
	.click = contents_click,
	.other = contents_other,
	.resize = contents_resize,
	.grown = contents_grown,
	.draw = contents_draw,
	.close = contents_close,
};

struct view *
contents_new(struct reader *r)
{
	struct contents *k = xcalloc(1, sizeof(*k));
	size_t n = doc_sections(r->page.doc);

	k->view.ops = &contents_ops;
	k->view.tui = r->view.tui;
	k->reader = r;
	k->here = reader_section(r);
	buf_init(&k->read);
	reader_seen_count(r, &k->read);
	k->list.select = 1;
	k->list.rows = tui_body(r->view.tui).rows;
	fold_to(k, n > OPEN_MAX ? 1 : LEVEL_ALL);
	open_path(k, k->here);
	list_sections(k, k->here);
	return &k->view;
}

static void
filter_changed(void *arg, const char *text)
{
	struct contents *k = arg;

	free(k->filter);
	k->filter = fold_string(text, strlen(text));
	list_sections(k, k->here);
}

static void
filter_accept(struct tui *t, void *arg, const char *text)
{
	struct contents *k = arg;

	(void)t;
	(void)text;
	if (k->rows.n > 0)
		go(&k->view);
	else
		clear_filter(k);
}

static void
filter_step(void *arg, int by)
{
	struct contents *k = arg;

	list_command(&k->list, by > 0 ? CMD_LIST_DOWN : CMD_LIST_UP, 1);
}

static const struct prompt_ops filter_ops = {
	.does = "read",
	.accept = filter_accept,
	.undo = clear_filter,
	.changed = filter_changed,
	.step = filter_step,
};

static void
open_filter(struct view *v)
{
	tui_push(v->tui, prompt_new("Titles with: ", "", &filter_ops, v));
	filter_changed(v, "");
}

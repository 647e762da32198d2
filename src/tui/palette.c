/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "tui/palette.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/xalloc.h"
#include "doc/doc.h"
#include "doc/gentext.h"
#include "text/fold.h"
#include "text/match.h"
#include "text/rich.h"
#include "tui/bar.h"
#include "tui/crumbs.h"
#include "tui/edit.h"
#include "tui/list.h"
#include "tui/reader.h"

/* Rows shown, and how many of what fits can be stepped through. */
enum { ROWS_MAX = 8, CHOICES_MAX = 100 };

/* A number that is typed in full beats one that begins so, and that a title. */
enum { FITS_NUMBER = 1 << 30, BEGINS_NUMBER = 1 << 29 };

struct choice {
	int fit; /* higher is better */
	size_t section;
	enum cmd_id cmd;                 /* CMD_NONE: a section, or ... */
	const struct vocab_entry *entry; /* ... a word; else NULL */
};

struct palette {
	struct view view;
	struct reader *reader;
	enum palette_kind kind;
	const struct vocab *vocab; /* of the kinds with words */
	struct edit edit;
	struct list list;
	VEC(struct choice) choices;
	VEC(char *) titles; /* folded, by section */
	int stale;
};

static struct palette *
palette_of(struct view *v)
{
	return (struct palette *)v;
}

static const char *
folded_title(struct palette *p, size_t section)
{
	struct buf title = BUF_INIT;

	while (p->titles.n <= section) {
		buf_reset(&title);
		gentext_section(p->view.tui->doc, p->titles.n, &title);
		vec_push(&p->titles, fold_string(title.s, title.len));
	}
	buf_release(&title);
	return p->titles.v[section];
}

/* Labels are ASCII; `label` is room for one. */
static int
fit_number(
    const struct doc *doc, size_t section, const char *typed, struct buf *label)
{
	size_t n = strlen(typed);

	buf_reset(label);
	doc_label(doc, section, label);
	if (label->len == 0 || strncasecmp(label->s, typed, n) != 0)
		return 0;
	return label->len == n ? FITS_NUMBER : BEGINS_NUMBER;
}

static void
add_choice(struct palette *p, int fit, size_t section, enum cmd_id cmd)
{
	struct choice new = { fit, section, cmd, NULL };

	if (fit > 0)
		vec_push(&p->choices, new);
}

/* The best first; of equals the one that comes first. */
static int
by_fit(const void *a, const void *b)
{
	const struct choice *x = a, *y = b;

	if (x->fit != y->fit)
		return x->fit > y->fit ? -1 : 1;
	if ((x->cmd == CMD_NONE) != (y->cmd == CMD_NONE))
		return x->cmd == CMD_NONE ? -1 : 1;
	if (x->entry != NULL && y->entry != NULL)
		return x->entry < y->entry ? -1 : x->entry > y->entry;
	if (x->section != y->section)
		return x->section < y->section ? -1 : 1;
	return (int)x->cmd - (int)y->cmd;
}

static int
is_for_reader(enum cmd_id cmd)
{
	return cmd_info[cmd].where == CMD_IN_READER ||
	    cmd_info[cmd].where == CMD_IN_ANY;
}

/* Takes out the sections from number `n` on that are among the first `n`. */
static void
drop_twice(struct palette *p, size_t n)
{
	size_t i, k, kept = n;

	for (i = n, k = 0; i < p->choices.n; i++) {
		while (
		    k < n && p->choices.v[k].section < p->choices.v[i].section)
			k++;
		if (k == n ||
		    p->choices.v[k].section != p->choices.v[i].section)
			p->choices.v[kept++] = p->choices.v[i];
	}
	p->choices.n = kept;
}

static void
find_sections(struct palette *p, const char *typed)
{
	const struct doc *doc = p->view.tui->doc;
	size_t i, n = doc_sections(doc);
	struct buf label = BUF_INIT;

	for (i = 0; i < n; i++)
		add_choice(p, fit_number(doc, i, typed, &label), i, CMD_NONE);
	buf_release(&label);
	/* Who types a number that there is does not mean a title. */
	if (p->choices.n > 0 && typed[strspn(typed, "0123456789.")] == '\0')
		return;
	n = p->choices.n;
	for (i = 0; i < doc_sections(doc); i++)
		add_choice(
		    p, match_fuzzy(typed, folded_title(p, i)), i, CMD_NONE);
	drop_twice(p, n);
}

static void
find_places(struct palette *p, const char *typed)
{
	int cmd;

	if (typed[0] == '\0')
		return;
	find_sections(p, typed);
	for (cmd = CMD_NONE + 1; cmd < CMD_COUNT; cmd++) {
		if (is_for_reader((enum cmd_id)cmd))
			add_choice(p, match_fuzzy(typed, cmd_info[cmd].name), 0,
			    (enum cmd_id)cmd);
	}
}

/* What is typed in full comes first, then what begins so. */
static void
find_words(struct palette *p, const char *typed)
{
	const struct doc *doc = p->view.tui->doc;
	struct choice new = { 0 };
	size_t i, n = strlen(typed);

	for (i = 0; i < p->vocab->all.n; i++) {
		const struct vocab_entry *e = &p->vocab->all.v[i];

		if (p->kind == PALETTE_DEFINE
			? e->kind == VOCAB_INDEX
			: vocab_is_repeat(p->vocab, doc, i))
			continue;
		if (strncmp(e->folded, typed, n) == 0)
			new.fit =
			    e->folded[n] == '\0' ? FITS_NUMBER : BEGINS_NUMBER;
		else
			new.fit = match_fuzzy(typed, e->folded);
		new.entry = e;
		if (new.fit > 0)
			vec_push(&p->choices, new);
	}
}

static void
find_choices(struct view *v)
{
	struct palette *p = palette_of(v);
	char *typed;

	if (!p->stale)
		return;
	p->stale = 0;
	p->choices.n = 0;
	typed = fold_string(p->edit.text.s, p->edit.text.len);
	if (p->kind == PALETTE_GO)
		find_places(p, typed);
	else
		find_words(p, typed);
	free(typed);
	if (p->choices.n > 1)
		qsort(
		    p->choices.v, p->choices.n, sizeof(*p->choices.v), by_fit);
	p->list.n =
	    (int)(p->choices.n < CHOICES_MAX ? p->choices.n : CHOICES_MAX);
	p->list.rows = tui_body(v->tui).rows;
	if (p->list.rows > ROWS_MAX)
		p->list.rows = ROWS_MAX;
	p->list.at = p->list.top = 0;
	list_settle(&p->list);
}

/* "50%": returns 1 if it is that. */
static int
go_percent(struct palette *p)
{
	struct tui *t = p->view.tui;
	const char *s = p->edit.text.s;
	char *end;
	long n;

	if (!isdigit((unsigned char)*s))
		return 0;
	n = strtol(s, &end, 10);
	if (strcmp(end, "%") != 0 || n > 100)
		return 0;
	t->count = (int)n;
	tui_command(&p->reader->view, CMD_PERCENT);
	return 1;
}

/* To where a word of the index stands; the meaning of others is shown. */
static void
go_word(struct palette *p, const struct vocab_entry *e)
{
	if (p->kind == PALETTE_DEFINE)
		reader_peek_at(
		    p->reader, vocab_explained_by(p->view.tui->doc, e));
	else
		reader_jump(p->reader, e->node);
}

static void
choose(struct palette *p, const struct choice *c)
{
	if (c->entry != NULL)
		go_word(p, c->entry);
	else if (c->cmd == CMD_NONE)
		reader_jump_section(p->reader, c->section);
	else
		tui_command(&p->reader->view, c->cmd);
}

static void
accept(struct view *v)
{
	struct palette *p = palette_of(v);

	find_choices(v);
	tui_close(v);
	if (p->kind == PALETTE_GO &&
	    (p->edit.text.len == 0 || go_percent(p) ||
		reader_go_number(p->reader, p->edit.text.s)))
		return;
	if (p->choices.n > 0)
		choose(p, &p->choices.v[p->list.at]);
	else
		tui_say(v->tui, "Nothing is called \"%s\".", p->edit.text.s);
}

/* What is selected becomes what was typed. */
static void
complete(struct view *v)
{
	struct palette *p = palette_of(v);
	const struct choice *c;
	struct buf b = BUF_INIT;

	find_choices(v);
	if (p->choices.n == 0)
		return;
	c = &p->choices.v[p->list.at];
	if (c->entry != NULL)
		buf_adds(&b, c->entry->name);
	else if (c->cmd != CMD_NONE)
		buf_adds(&b, cmd_info[c->cmd].name);
	else
		gentext_section(v->tui->doc, c->section, &b);
	edit_set(&p->edit, b.s);
	p->stale = 1;
	buf_release(&b);
}

static void
step_next(struct view *v)
{
	find_choices(v);
	list_command(&palette_of(v)->list, CMD_LIST_DOWN, 1);
}

static void
step_prev(struct view *v)
{
	find_choices(v);
	list_command(&palette_of(v)->list, CMD_LIST_UP, 1);
}

static int
palette_key(struct view *v, int key)
{
	if (!edit_key(&palette_of(v)->edit, key))
		return 0;
	palette_of(v)->stale = 1;
	return 1;
}

static int
palette_other(struct view *v, enum cmd_id cmd)
{
	struct palette *p = palette_of(v);
	enum edit_result result;

	if (cmd == CMD_ERASE && p->edit.text.len == 0) {
		tui_close(v);
		return 1;
	}
	result = edit_command(&p->edit, cmd);
	if (result == EDIT_CHANGED)
		p->stale = 1;
	return result != EDIT_NOT;
}

/* Titles may be known now that were not when they were folded. */
static void
palette_grown(struct view *v)
{
	struct palette *p = palette_of(v);
	size_t i;

	for (i = 0; i < p->titles.n; i++)
		free(p->titles.v[i]);
	p->titles.n = 0;
	p->stale = 1;
}

static void
palette_resize(struct view *v, int rows, int cols)
{
	(void)rows;
	(void)cols;
	palette_of(v)->stale = 1;
}

/* "psoas major  1.1", or with the beginning of what it means. */
static void
describe_word(struct palette *p, const struct vocab_entry *e, struct buf *out)
{
	const struct doc *doc = p->view.tui->doc;

	buf_adds(out, e->name);
	buf_adds(out, p->kind == PALETTE_DEFINE ? ": " : "  ");
	if (p->kind == PALETTE_DEFINE)
		vocab_definition(doc, e, out);
	else if (doc_sections(doc) > 0)
		crumbs_title(doc,
		    doc_section_at(doc, doc_node(doc, e->node)->start), out);
}

static void
describe(struct palette *p, const struct choice *c, struct buf *out)
{
	struct tui *t = p->view.tui;

	if (c->entry != NULL) {
		describe_word(p, c->entry, out);
	} else if (c->cmd == CMD_NONE) {
		crumbs_title(t->doc, c->section, out);
	} else {
		buf_printf(out, "%s - %s  ", cmd_info[c->cmd].name,
		    cmd_info[c->cmd].help);
		bindings_keys(&t->bindings, c->cmd, out);
	}
}

static void
draw_choices(struct palette *p, struct canvas *c)
{
	int shown = p->list.n < p->list.rows ? p->list.n : p->list.rows;
	struct canvas_rect box = { c->rows - 1 - shown, 0, shown, c->cols };
	struct buf b = BUF_INIT;
	int i, row;

	canvas_fill(c, &box, STYLE_BODY);
	for (i = 0; i < shown; i++) {
		int n = p->list.top + i;

		row = box.row + i;
		buf_reset(&b);
		describe(p, &p->choices.v[n], &b);
		canvas_move(c, row, tui_row_col(p->view.tui));
		tui_put(p->view.tui, b.s,
		    c->cols - c->pen_col - (c->cols >= 30), STYLE_BODY);
		if (n == p->list.at)
			tui_select_row(p->view.tui, row);
	}
	buf_release(&b);
}

static void
palette_draw(struct view *v, struct canvas *c)
{
	struct palette *p = palette_of(v);
	static const char *const labels[] = { ":", "Index: ", "Define: " };
	static const char *const wants[] = { "number, title or command",
		"a word", "a word" };
	struct bar bar;

	draw_choices(p, c);
	bar_init(&bar, v->tui);
	bar_add(&bar, CMD_ACCEPT, "go");
	bar_add(&bar, CMD_UNDO, "undo");
	bar_add_both(&bar, CMD_STEP_NEXT, "/", CMD_STEP_PREV, "step");
	bar_add(&bar, CMD_COMPLETE, "complete");
	bar_type(&bar, &p->edit, labels[p->kind], wants[p->kind]);
}

static void
palette_close(struct view *v)
{
	struct palette *p = palette_of(v);

	palette_grown(v);
	vec_release(&p->titles);
	vec_release(&p->choices);
	edit_release(&p->edit);
	free(p);
}

static const struct view_command commands[CMD_COUNT] = {
	[CMD_ACCEPT] = { accept },
	[CMD_UNDO] = { tui_close },
	[CMD_STEP_NEXT] = { step_next },
	[CMD_STEP_PREV] = { step_prev },
	[CMD_COMPLETE] = { complete },
};

static void
palette_click(struct view *v, int row, int col)
{
	struct list *l = &palette_of(v)->list;
	int shown = l->n < l->rows ? l->n : l->rows;

	(void)col;
	if (list_click(l, row - (v->tui->canvas.rows - 1 - shown)))
		accept(v);
}

static const struct view_ops palette_ops = {
	.name = "palette",
	.where = CMD_IN_PROMPT,
	.pastes = 1,
	.commands = commands,
	.key = palette_key,
	.click = palette_click,
	.wheel_up = CMD_STEP_PREV,
	.wheel_down = CMD_STEP_NEXT,
	.other = palette_other,
	.resize = palette_resize,
	.grown = palette_grown,
	.prepare = find_choices,
	.draw = palette_draw,
	.close = palette_close,
};

struct view *
palette_new(struct reader *r, enum palette_kind kind)
{
	struct palette *p = xcalloc(1, sizeof(*p));

	p->view.ops = &palette_ops;
	p->reader = r;
	p->kind = kind;
	if (kind != PALETTE_GO)
		p->vocab = reader_vocab(r);
	p->list.select = 1;
	p->stale = 1;
	edit_init(&p->edit);
	return &p->view;
}

/* SPDX-License-Identifier: ISC */
/*
 * select.c - a passage of the text, to highlight, to note on, to copy
 *
 * A cursor goes from word to word over what the screen shows, and scrolls it.
 * From where `v` is typed the passage runs to the cursor, by words or by whole
 * lines.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "doc/doc.h"
#include "layout/lines.h"
#include "tui/bar.h"
#include "tui/reader.h"

/* A word as the screen shows it. */
struct word {
	uint32_t start, end; /* [byte] */
	int row, col;
};

struct selecting {
	struct view view;
	struct reader *reader;
	VEC(struct word) words; /* of the screen, in reading order */
	struct match from;      /* where the passage began; of no length: it
				 * has not */
	struct match at;        /* the word of the cursor */
	int lines;              /* 1: by whole lines */
};

static struct selecting *
selecting_of(struct view *v)
{
	return (struct selecting *)v;
}

/* ---- the words of the screen ---- */

/* A piece joins the word before it if nothing is between them. */
static void
add_word(struct selecting *s, struct word w)
{
	struct word *last =
	    s->words.n == 0 ? NULL : &s->words.v[s->words.n - 1];

	if (last != NULL && last->end == w.start && last->row == w.row)
		last->end = w.end;
	else
		vec_push(&s->words, w);
}

static void
add_span(struct selecting *s, const struct span *span, int row)
{
	uint32_t i = 0, n;

	if (span->offset == NO_OFFSET || span->source_len == 0)
		return;
	if (span->len != span->source_len) {
		add_word(s,
		    (struct word){ span->offset,
			span->offset + span->source_len, row, span->col });
		return;
	}
	while (i < span->len) {
		for (n = 0; i + n < span->len && span->s[i + n] != ' '; n++)
			;
		if (n > 0)
			add_word(s,
			    (struct word){ span->offset + i,
				span->offset + i + n, row,
				span->col + (int)i });
		i += n > 0 ? n : 1;
	}
}

static void
collect(struct selecting *s)
{
	struct page *p = &s->reader->page;
	struct layout_pos pos = p->top;
	const struct line *line;
	uint32_t i;
	int row;

	s->words.n = 0;
	for (row = 0; row < p->area.rows; row++) {
		line = layout_line(p->layout, pos);
		for (i = 0; line != NULL && i < line->n; i++)
			add_span(s, &line->span[i], row);
		if (layout_move(p->layout, &pos, 1) == 0)
			break;
	}
}

/* The word of the screen that holds `at`, or NULL. */
static const struct word *
word_at(const struct selecting *s, uint32_t at)
{
	size_t i;

	for (i = 0; i < s->words.n; i++) {
		if (at >= s->words.v[i].start && at < s->words.v[i].end)
			return &s->words.v[i];
	}
	return NULL;
}

/* ---- the passage ---- */

/* What the line of the place shows of the text. */
static struct match
line_of(struct selecting *s, uint32_t at)
{
	struct page *p = &s->reader->page;
	const struct line *line = layout_line(p->layout, page_find(p, at));
	struct match m = { at, at };
	uint32_t i;

	for (i = 0; line != NULL && i < line->n; i++) {
		const struct span *span = &line->span[i];

		if (span->offset == NO_OFFSET)
			continue;
		if (span->offset < m.start)
			m.start = span->offset;
		if (span->offset + span->source_len > m.end)
			m.end = span->offset + span->source_len;
	}
	return m;
}

static struct match
passage(struct selecting *s)
{
	struct match a = s->from.end > s->from.start ? s->from : s->at;
	struct match b = s->at;

	if (s->lines) {
		a = line_of(s, a.start);
		b = line_of(s, b.start);
	}
	return (struct match){ a.start < b.start ? a.start : b.start,
		a.end > b.end ? a.end : b.end };
}

/* The passage, or while it has not begun the cursor, shown in the text. */
static void
show(struct selecting *s)
{
	s->reader->chosen = passage(s);
}

static void
set_at(struct selecting *s, const struct word *w)
{
	s->at = (struct match){ w->start, w->end };
	show(s);
}

/* ---- moving ---- */

/* Is `w` behind the place in row and column, in the direction `by`? */
static int
is_beyond(const struct word *w, const struct word *from, int by, int rows)
{
	if (w->row != from->row)
		return by > 0 ? w->row > from->row : w->row < from->row;
	if (rows)
		return 0;
	return by > 0 ? w->start > from->start : w->start < from->start;
}

/* 1 if `w` is nearer to what is wanted than `best`: by rows the nearest row
 * and there the nearest column, else the next in reading order. */
static int
is_nearer(const struct word *w, const struct word *best,
    const struct word *from, int rows)
{
	int a = abs(w->row - from->row), b = abs(best->row - from->row);

	if (a != b)
		return a < b;
	if (rows)
		return abs(w->col - from->col) < abs(best->col - from->col);
	if (w->row > from->row)
		return w->start < best->start;
	if (w->row < from->row)
		return w->start > best->start;
	return w->start > from->start ? w->start < best->start
				      : w->start > best->start;
}

static const struct word *
find_next(const struct selecting *s, const struct word *from, int by, int rows)
{
	const struct word *best = NULL;
	size_t i;

	for (i = 0; i < s->words.n; i++) {
		const struct word *w = &s->words.v[i];

		if (is_beyond(w, from, by, rows) &&
		    (best == NULL || is_nearer(w, best, from, rows)))
			best = w;
	}
	return best;
}

/* To the next word, or with `rows` to one in the next row that has some; the
 * page scrolls as far as it takes. */
static void
move(struct view *v, int by, int rows)
{
	struct selecting *s = selecting_of(v);
	struct page *p = &s->reader->page;
	const struct word *next;
	struct word from;
	int gone, left = 2 * p->area.rows + 2;

	collect(s);
	if (word_at(s, s->at.start) == NULL)
		return;
	from = *word_at(s, s->at.start);
	while ((next = find_next(s, &from, by, rows)) == NULL && left-- > 0) {
		gone = page_scroll(p, by);
		if (gone == 0)
			return;
		from.row -= gone;
		collect(s);
	}
	if (next != NULL)
		set_at(s, next);
}

static void
repeat(struct view *v, int by, int rows)
{
	int n = tui_count(v->tui, 1);

	for (n = n > 1000 ? 1000 : n; n > 0; n--)
		move(v, by, rows);
}

static void
left(struct view *v)
{
	repeat(v, -1, 0);
}

static void
right(struct view *v)
{
	repeat(v, 1, 0);
}

static void
up(struct view *v)
{
	repeat(v, -1, 1);
}

static void
down(struct view *v)
{
	repeat(v, 1, 1);
}

/* To the first or the last word of the row. */
static void
to_edge(struct view *v, int by)
{
	struct selecting *s = selecting_of(v);
	const struct word *here, *best;
	size_t i;

	collect(s);
	here = best = word_at(s, s->at.start);
	for (i = 0; i < s->words.n && here != NULL; i++) {
		const struct word *w = &s->words.v[i];

		if (w->row == here->row &&
		    (by > 0 ? w->col > best->col : w->col < best->col))
			best = w;
	}
	if (best != NULL)
		set_at(s, best);
}

static void
line_start(struct view *v)
{
	to_edge(v, -1);
}

static void
line_end(struct view *v)
{
	to_edge(v, 1);
}

/* ---- what is done with it ---- */

static void
begin(struct view *v)
{
	struct selecting *s = selecting_of(v);

	s->from = s->at;
	s->lines = 0;
	show(s);
}

static void
by_lines(struct view *v)
{
	struct selecting *s = selecting_of(v);

	if (s->from.end == s->from.start)
		s->from = s->at;
	s->lines = !s->lines;
	show(s);
}

static void
other_end(struct view *v)
{
	struct selecting *s = selecting_of(v);
	struct match at = s->at;

	if (s->from.end == s->from.start)
		return;
	s->at = s->from;
	s->from = at;
	page_show(&s->reader->page, s->at.start, s->at.end);
	show(s);
}

static void
keep(struct view *v)
{
	struct selecting *s = selecting_of(v);

	if (margin_light(s->reader, passage(s)) == 0)
		tui_say(v->tui, "Highlighted.");
	tui_close(v);
}

static void
note(struct view *v)
{
	struct selecting *s = selecting_of(v);

	tui_close(v);
	reader_note_on(s->reader, passage(s));
}

static void
copy(struct view *v)
{
	struct selecting *s = selecting_of(v);
	struct match m = passage(s);
	struct buf text = BUF_INIT;

	notes_passage(v->tui->doc, m.start, m.end, &text);
	copy_text(v->tui, &text);
	buf_release(&text);
	tui_close(v);
}

static void
drop(struct view *v)
{
	struct selecting *s = selecting_of(v);

	if (margin_unlight(s->reader, passage(s)))
		tui_say(v->tui, "The highlight is gone.");
	else
		tui_say(v->tui, "Nothing is highlighted here.");
	tui_close(v);
}

static void
select_draw(struct view *v, struct canvas *c)
{
	struct selecting *s = selecting_of(v);
	struct bar bar;

	(void)c;
	bar_init(&bar, v->tui);
	bar_add(&bar, CMD_SELECT_FROM,
	    s->from.end > s->from.start ? "begin here" : "begin");
	bar_add(&bar, CMD_SELECT_KEEP, "highlight");
	bar_add(&bar, CMD_SELECT_LINES, "lines");
	bar_add(&bar, CMD_SELECT_NOTE, "note");
	bar_add(&bar, CMD_SELECT_COPY, "copy");
	bar_add(&bar, CMD_SELECT_DROP, "remove");
	bar_end(&bar, CMD_CANCEL, "undo");
	bar_show(&bar);
}

static void
select_close(struct view *v)
{
	struct selecting *s = selecting_of(v);

	s->reader->chosen = (struct match){ 0, 0 };
	vec_release(&s->words);
	free(s);
}

static const struct view_command commands[CMD_COUNT] = {
	[CMD_SELECT_LEFT] = { left },
	[CMD_SELECT_RIGHT] = { right },
	[CMD_SELECT_UP] = { up },
	[CMD_SELECT_DOWN] = { down },
	[CMD_SELECT_START] = { line_start },
	[CMD_SELECT_END] = { line_end },
	[CMD_SELECT_FROM] = { begin },
	[CMD_SELECT_LINES] = { by_lines },
	[CMD_SELECT_OTHER] = { other_end },
	[CMD_SELECT_KEEP] = { keep },
	[CMD_SELECT_NOTE] = { note },
	[CMD_SELECT_COPY] = { copy },
	[CMD_SELECT_DROP] = { drop },
};

/* The word may be elsewhere now. */
static void
select_resize(struct view *v, int rows, int cols)
{
	struct selecting *s = selecting_of(v);

	(void)rows;
	(void)cols;
	if (s->at.end > s->at.start)
		page_show(&s->reader->page, s->at.start, s->at.end);
}

static const struct view_ops select_ops = {
	.name = "select",
	.where = CMD_IN_SELECT,
	.counts = 1,
	.commands = commands,
	.wheel_up = CMD_SELECT_UP,
	.wheel_down = CMD_SELECT_DOWN,
	.resize = select_resize,
	.draw = select_draw,
	.close = select_close,
};

/* The first word at the place that is meant, or behind. */
static const struct word *
first_word(const struct selecting *s, uint32_t at)
{
	size_t i;

	if (word_at(s, at) != NULL)
		return word_at(s, at);
	for (i = 0; i < s->words.n; i++) {
		if (s->words.v[i].start >= at)
			return &s->words.v[i];
	}
	return s->words.n == 0 ? NULL : &s->words.v[0];
}

void
reader_select(struct view *v)
{
	struct reader *r = reader_of(v);
	struct selecting *s = xcalloc(1, sizeof(*s));
	const struct word *w;

	margin_load(r);
	reader_drop_link(r);
	s->view.ops = &select_ops;
	s->reader = r;
	collect(s);
	w = first_word(s, reader_place(r));
	if (w == NULL) {
		tui_say(v->tui, "There is no text on this screen.");
		vec_release(&s->words);
		free(s);
		return;
	}
	set_at(s, w);
	tui_push(v->tui, &s->view);
}

/* SPDX-License-Identifier: ISC */
/*
 * find.c - search: the line that is typed, and going from match to match
 *
 * The prompt is a view that covers nothing but the status line; the reader
 * below it shows the matches as they are typed.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "doc/index.h"
#include "term/canvas.h"
#include "text/rich.h"
#include "text/width.h"
#include "tui/bar.h"
#include "tui/edit.h"
#include "tui/reader.h"

struct finding {
	struct view view;
	struct reader *reader;
	struct edit edit;
	struct page_place origin;
	uint32_t from; /* where the search begins */
	char *old;     /* what was searched for before */
	size_t old_current;
	int stale; /* the text changed since it was looked for */
};

void
reader_find(struct reader *r, const char *needle, uint32_t from)
{
	search_find(&r->search, tui_index(r->view.tui), needle);
	search_from(&r->search, from);
}

void
reader_show_match(struct reader *r)
{
	const struct match *m = search_current(&r->search);

	if (m != NULL)
		page_show(&r->page, m->start, m->end);
}

static void
say_none(struct reader *r, const char *needle)
{
	const char *fault = r->search.fault.s;

	if (fault[0] != '\0')
		tui_say(
		    r->view.tui, "Not an expression to search for: %s.", fault);
	else
		tui_say(r->view.tui, "No match for \"%s\".", needle);
}

static struct finding *
finding_of(struct view *v)
{
	return (struct finding *)v;
}

/* Looks for what has been typed so far, from where the prompt was opened. */
static void
refresh(struct view *v)
{
	struct finding *p = finding_of(v);

	if (!p->stale)
		return;
	p->stale = 0;
	page_return(&p->reader->page, &p->origin);
	reader_find(p->reader, p->edit.text.s, p->from);
	reader_show_match(p->reader);
}

static void
undo(struct view *v)
{
	struct finding *p = finding_of(v);
	struct reader *r = p->reader;

	page_return(&r->page, &p->origin);
	search_find(&r->search, tui_index(v->tui), p->old);
	if (p->old_current < r->search.found.all.n)
		r->search.current = p->old_current;
	tui_close(v);
}

static void
step(struct view *v, int by)
{
	struct finding *p = finding_of(v);

	refresh(v);
	search_step(&p->reader->search, by);
	reader_show_match(p->reader);
}

static void
step_next(struct view *v)
{
	step(v, 1);
}

static void
step_prev(struct view *v)
{
	step(v, -1);
}

/* Keeps the search; where it moved the page, one can go back. */
static void
keep(struct reader *r, struct page_place origin)
{
	struct page_place found = page_here(&r->page);

	page_return(&r->page, &origin);
	reader_push_place(r);
	page_return(&r->page, &found);
	free(r->view.tui->search);
	r->view.tui->search = xstrdup(r->search.needle.s);
}

static void
accept(struct view *v)
{
	struct finding *p = finding_of(v);
	const char *old = v->tui->search;

	if (p->edit.text.len == 0 && old != NULL) {
		edit_set(&p->edit, old);
		p->stale = 1;
	}
	refresh(v);
	if (search_current(&p->reader->search) != NULL) {
		keep(p->reader, p->origin);
		tui_close(v);
	} else if (p->edit.text.len == 0) {
		undo(v);
	} else {
		say_none(p->reader, p->edit.text.s);
		undo(v);
	}
}

static const struct view_command commands[CMD_COUNT] = {
	[CMD_ACCEPT] = { accept },
	[CMD_UNDO] = { undo },
	[CMD_STEP_NEXT] = { step_next },
	[CMD_STEP_PREV] = { step_prev },
};

static int
prompt_key(struct view *v, int key)
{
	struct finding *p = finding_of(v);

	if (!edit_key(&p->edit, key))
		return 0;
	p->stale = 1;
	return 1;
}

/* Erasing in an empty line leaves it. */
static int
prompt_other(struct view *v, enum cmd_id cmd)
{
	struct finding *p = finding_of(v);
	enum edit_result result;

	if (cmd == CMD_ERASE && p->edit.text.len == 0) {
		undo(v);
		return 1;
	}
	result = edit_command(&p->edit, cmd);
	if (result == EDIT_CHANGED)
		p->stale = 1;
	return result != EDIT_NOT;
}

static void
prompt_grown(struct view *v)
{
	finding_of(v)->stale = 1;
}

static void
prompt_draw(struct view *v, struct canvas *c)
{
	struct finding *p = finding_of(v);
	struct bar bar;

	(void)c;
	bar_init(&bar, v->tui);
	if (p->edit.text.len > 0)
		search_count(&p->reader->search, v->tui->doc, &bar.place);
	if (tui_loading(v->tui))
		buf_adds(&bar.place, " so far");
	bar_add(&bar, CMD_ACCEPT, "keep");
	bar_add(&bar, CMD_UNDO, "undo");
	bar_add_both(&bar, CMD_STEP_NEXT, "/", CMD_STEP_PREV, "step");
	bar_type(&bar, &p->edit, "/", "");
}

static void
prompt_close(struct view *v)
{
	struct finding *p = finding_of(v);

	edit_release(&p->edit);
	free(p->old);
	free(p);
}

static const struct view_ops prompt_ops = {
	.name = "search",
	.where = CMD_IN_PROMPT,
	.pastes = 1,
	.commands = commands,
	.key = prompt_key,
	.other = prompt_other,
	.grown = prompt_grown,
	.prepare = refresh,
	.draw = prompt_draw,
	.close = prompt_close,
};

void
reader_search(struct view *v)
{
	struct reader *r = reader_of(v);
	struct finding *p = xcalloc(1, sizeof(*p));

	p->view.ops = &prompt_ops;
	p->reader = r;
	edit_init(&p->edit);
	p->origin = page_here(&r->page);
	p->from = page_offset(&r->page);
	p->old = xstrdup(r->search.needle.s);
	p->old_current = r->search.current;
	p->stale = 1;
	reader_drop_link(r);
	tui_want_index(v->tui);
	tui_push(v->tui, &p->view);
}

/* The match that one more step goes on from is the one on the screen. */
static int
take_step(struct reader *r, int by)
{
	const struct match *m = search_current(&r->search);
	uint32_t top = page_offset(&r->page);

	if (m != NULL && page_row_of(&r->page, m->start) >= 0)
		return search_step(&r->search, by);
	return by > 0 ? search_from(&r->search, top)
		      : search_before(&r->search, top);
}

void
reader_no_search(struct tui *t)
{
	struct buf key = BUF_INIT;

	tui_key(t, CMD_SEARCH, &key);
	tui_say(t, "Nothing to look for: %s begins a search.", key.s);
	buf_release(&key);
}

static void
next_match(struct view *v, int by)
{
	struct reader *r = reader_of(v);
	const char *needle = v->tui->search;
	int n = tui_count(v->tui, 1), wrapped = 0, result = 0;

	if (needle == NULL) {
		reader_no_search(v->tui);
		return;
	}
	if (r->search.needle.len == 0)
		search_find(&r->search, tui_index(v->tui), needle);
	while (n-- > 0 && (result = take_step(r, by)) >= 0) {
		wrapped |= result;
		reader_show_match(r);
	}
	if (result < 0)
		say_none(r, needle);
	else if (wrapped)
		tui_say(v->tui,
		    by > 0 ? "Past the end: on from the beginning."
			   : "Past the beginning: on from the end.");
}

void
reader_next_match(struct view *v)
{
	next_match(v, 1);
}

void
reader_prev_match(struct view *v)
{
	next_match(v, -1);
}

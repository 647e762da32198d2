/* SPDX-License-Identifier: ISC */
/*
 * marks.c - places marked with a letter
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "doc/doc.h"
#include "layout/lines.h"
#include "term/key.h"
#include "tui/crumbs.h"
#include "tui/margin.h"
#include "tui/picker.h"
#include "tui/reader.h"

static const char letters[] =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/* Waits for a letter; a view that covers nothing but the status line. */
struct ask_letter {
	struct view view;
	struct reader *reader;
	int go; /* 1: to the mark, 0: to set it */
};

static struct ask_letter *
ask_of(struct view *v)
{
	return (struct ask_letter *)v;
}

static int
free_letter(const struct notes *n)
{
	const char *s;

	for (s = letters; *s != '\0' && notes_find_mark(n, *s) != NULL; s++)
		;
	return *s;
}

static void
set_mark(struct reader *r, int letter)
{
	struct notes_change c = margin_change(r);
	int status =
	    notes_mark(&r->margin.notes, &c, letter, page_offset(&r->page));

	tui_say(r->view.tui, "Marked as %c.", letter);
	margin_changed(r, status);
}

static void
go_mark(struct reader *r, int letter)
{
	const struct note *note = notes_find_mark(&r->margin.notes, letter);

	if (note == NULL) {
		tui_say(r->view.tui, "There is no mark %c.", letter);
	} else if (note->found == PLACE_NOWHERE) {
		tui_say(r->view.tui, "What mark %c stood at is gone.", letter);
	} else {
		reader_push_place(r);
		page_goto(&r->page, note->at);
	}
}

/* Enter sets the next free letter; the quote twice goes back. */
static int
ask_key(struct view *v, int key)
{
	struct ask_letter *a = ask_of(v);
	struct reader *r = a->reader;

	if (bindings_find(&v->tui->bindings, CMD_IN_PROMPT, key) ==
		CMD_ACCEPT &&
	    !a->go)
		key = free_letter(&r->margin.notes);
	if (key > 0 && key < 128 && strchr(letters, key) != NULL) {
		if (a->go)
			go_mark(r, key);
		else
			set_mark(r, key);
	} else if (a->go && key == '\'') {
		reader_back(&r->view);
	} else if (bindings_find(&v->tui->bindings, CMD_IN_PROMPT, key) !=
	    CMD_UNDO) {
		tui_say(v->tui, "A mark is a letter or a digit.");
	}
	tui_close(v);
	return 1;
}

static void
ask_draw(struct view *v, struct canvas *c)
{
	struct ask_letter *a = ask_of(v);
	const struct notes *n = &a->reader->margin.notes;
	struct buf hint = BUF_INIT;
	const char *s, *before = " In use:";

	(void)c;
	if (a->go)
		buf_adds(&hint, "Go to mark:");
	else
		buf_printf(
		    &hint, "Mark with a letter (Enter: %c).", free_letter(n));
	for (s = letters; *s != '\0'; s++) {
		if (notes_find_mark(n, *s) == NULL)
			continue;
		buf_printf(&hint, "%s %c", a->go ? "" : before, *s);
		before = "";
	}
	tui_status(v->tui, hint.s, "");
	buf_release(&hint);
}

static void
ask_close(struct view *v)
{
	free(v);
}

static const struct view_ops ask_ops = {
	.name = "mark",
	.where = CMD_IN_PROMPT,
	.key = ask_key,
	.draw = ask_draw,
	.close = ask_close,
};

static void
ask(struct reader *r, int go)
{
	struct ask_letter *a = xcalloc(1, sizeof(*a));

	margin_load(r);
	a->view.ops = &ask_ops;
	a->reader = r;
	a->go = go;
	tui_push(r->view.tui, &a->view);
}

void
reader_mark(struct view *v)
{
	ask(reader_of(v), 0);
}

void
reader_go_mark(struct view *v)
{
	ask(reader_of(v), 1);
}

static void
add_mark(struct picker *p, size_t i)
{
	const struct tui *t = p->view.tui;
	const struct note *note = &p->reader->margin.notes.all.v[i];
	struct pick_row row = { .at = note->at, .link = (uint32_t)i };
	struct buf text = BUF_INIT, right = BUF_INIT;

	buf_printf(&text, "%c  %s", note->letter, note->place.text.s);
	if (note->found == PLACE_NOWHERE)
		row.at = NO_OFFSET;
	if (note->found >= PLACE_GONE)
		buf_adds(&text, "  (gone)");
	if (doc_sections(t->doc) > 0)
		doc_label(t->doc, doc_section_at(t->doc, note->at), &right);
	row.text = buf_detach(&text);
	row.right = buf_detach(&right);
	picker_add(p, row);
}

static void
fill(struct picker *p)
{
	const struct notes *n = &p->reader->margin.notes;
	size_t i;

	picker_clear(p);
	for (i = 0; i < n->all.n; i++) {
		if (n->all.v[i].kind == NOTE_MARK)
			add_mark(p, i);
	}
}

static void
remove_mark(struct picker *p, const struct pick_row *row)
{
	struct reader *r = p->reader;
	struct notes_change c = margin_change(r);

	margin_changed(r, notes_remove(&r->margin.notes, &c, row->link));
	fill(p);
}

static const struct pick_ops marks_ops = {
	.name = "marks",
	.title = "Marks",
	.empty = "No marks yet: m sets one.",
	.open = CMD_MARKS,
	.remove = remove_mark,
	.refill = fill,
};

void
reader_marks(struct view *v)
{
	struct reader *r = reader_of(v);
	struct picker *p;

	margin_load(r);
	p = picker_new(r, &marks_ops);
	fill(p);
	tui_push(v->tui, &p->view);
}

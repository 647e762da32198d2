/* SPDX-License-Identifier: ISC */
/*
 * jots.c - notes: typing one, and the list of all
 */
#include "config.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "course/course.h"
#include "doc/doc.h"
#include "doc/gentext.h"
#include "layout/lines.h"
#include "text/rich.h"
#include "tui/bar.h"
#include "tui/crumbs.h"
#include "tui/edit.h"
#include "tui/margin.h"
#include "tui/picker.h"
#include "tui/reader.h"

/* The line that a note is typed in; the text above shows where it will be. */
struct jot {
	struct view view;
	struct reader *reader;
	struct edit edit;
	uint32_t at;
	uint32_t end;        /* of a passage; the same as `at`: it is none */
	size_t old;          /* the note that is changed; JOT_NEW: none */
	struct match lit;    /* what the reader had marked before */
	struct picker *list; /* to be made anew afterwards, or NULL */
};

/* [col] of a highlight with a note on it, in the list */
enum { LIGHT_COLS = 30 };

#define JOT_NEW ((size_t)-1)

static struct jot *
jot_of(struct view *v)
{
	return (struct jot *)v;
}

static void
show_place(struct jot *k)
{
	k->reader->lit = (struct match){ k->at, k->at + 1 };
	if (k->end > k->at)
		k->reader->chosen = (struct match){ k->at, k->end };
}

/* The first line of the next block on the screen, or of the one before. */
static void
step(struct view *v, int by)
{
	struct jot *k = jot_of(v);
	uint32_t at;

	if (k->old == JOT_NEW && k->end == k->at &&
	    page_step_block(&k->reader->page, k->at, by, &at))
		k->at = k->end = at;
	show_place(k);
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

static void fill(struct picker *p);

static void
accept(struct view *v)
{
	struct jot *k = jot_of(v);
	struct reader *r = k->reader;
	struct notes_change c = margin_change(r);
	struct notes *n = &r->margin.notes;
	int status;

	struct notes_range range = { k->at, k->end };

	if (k->old == JOT_NEW && k->end > k->at)
		status = notes_light(n, &c, range, k->edit.text.s);
	else if (k->old == JOT_NEW)
		status = notes_add(n, &c, k->at, k->edit.text.s);
	else
		status = notes_edit(n, &c, k->old, k->edit.text.s);
	margin_changed(r, status);
	if (k->list != NULL)
		fill(k->list);
	/* What is typed stays, for when there is room; but the number of a note
	 * held only until the file was read anew. */
	if (status < 0) {
		k->old = JOT_NEW;
		return;
	}
	if (k->edit.text.len > 0)
		tui_say(v->tui, "Noted.");
	tui_close(v);
}

static int
jot_key(struct view *v, int key)
{
	return edit_key(&jot_of(v)->edit, key);
}

static int
jot_other(struct view *v, enum cmd_id cmd)
{
	return edit_command(&jot_of(v)->edit, cmd) != EDIT_NOT;
}

/* What the note is on shows even if another view let go of it. */
static void
jot_prepare(struct view *v)
{
	show_place(jot_of(v));
}

static void
jot_draw(struct view *v, struct canvas *c)
{
	struct jot *k = jot_of(v);
	struct bar bar;

	(void)c;
	bar_init(&bar, v->tui);
	bar_add(&bar, CMD_ACCEPT, "keep");
	bar_add(&bar, CMD_UNDO, "undo");
	if (k->old == JOT_NEW && k->end == k->at)
		bar_add_both(
		    &bar, CMD_STEP_NEXT, "/", CMD_STEP_PREV, "elsewhere");
	bar_type(&bar, &k->edit, "Note: ", "");
}

static void
jot_close(struct view *v)
{
	struct jot *k = jot_of(v);

	k->reader->lit = k->lit;
	k->reader->chosen = (struct match){ 0, 0 };
	edit_release(&k->edit);
	free(k);
}

static const struct view_command jot_commands[CMD_COUNT] = {
	[CMD_ACCEPT] = { accept },
	[CMD_UNDO] = { tui_close },
	[CMD_STEP_NEXT] = { step_next },
	[CMD_STEP_PREV] = { step_prev },
};

static const struct view_ops jot_ops = {
	.name = "note",
	.where = CMD_IN_PROMPT,
	.pastes = 1,
	.commands = jot_commands,
	.key = jot_key,
	.other = jot_other,
	.prepare = jot_prepare,
	.draw = jot_draw,
	.close = jot_close,
};

static struct jot *
jot_new(struct reader *r, struct match where, size_t old)
{
	struct jot *k = xcalloc(1, sizeof(*k));

	k->view.ops = &jot_ops;
	k->reader = r;
	k->at = where.start;
	k->end = where.end;
	k->old = old;
	k->lit = r->lit;
	edit_init(&k->edit);
	if (old != JOT_NEW)
		edit_set(&k->edit, r->margin.notes.all.v[old].body.s);
	show_place(k);
	return k;
}

uint32_t
reader_place(struct reader *r)
{
	const struct match *m = search_current(&r->search);

	if (m != NULL && page_row_of(&r->page, m->start) >= 0)
		return m->start;
	if (r->lit.end > r->lit.start &&
	    page_row_of(&r->page, r->lit.start) >= 0)
		return r->lit.start;
	return page_offset(&r->page);
}

void
reader_note_on(struct reader *r, struct match passage)
{
	margin_load(r);
	tui_push(r->view.tui, &jot_new(r, passage, JOT_NEW)->view);
}

void
reader_note(struct view *v)
{
	struct reader *r = reader_of(v);
	uint32_t at = reader_place(r);

	reader_note_on(r, (struct match){ at, at });
}

static void
add_head(struct picker *p, const struct note *note)
{
	const struct doc *doc = p->view.tui->doc;
	struct pick_row row = { .head = 1, .at = NO_OFFSET };
	struct buf b = BUF_INIT;
	size_t section;

	if (note->found >= PLACE_GONE) {
		buf_adds(&b, "Orphaned: the text that they stood at is gone");
	} else if (doc_sections(doc) > 0) {
		section = doc_section_at(doc, note->at);
		crumbs_title(doc, section, &b);
		row.at = doc_section(doc, section)->start;
	}
	row.text = buf_detach(&b);
	picker_add(p, row);
}

/* Of a highlight its beginning, in quotes, and the note on it. */
static char *
note_text(struct picker *p, const struct note *note)
{
	struct buf b = BUF_INIT, words = BUF_INIT;

	if (note->kind != NOTE_LIGHT)
		return xstrdup(note->body.s);
	if (note->end > note->at)
		notes_passage(p->view.tui->doc, note->at, note->end, &words);
	else
		buf_adds(&words, note->place.text.s);
	buf_addc(&b, '"');
	if (note->body.len > 0) {
		tui_fit(p->view.tui, words.s, LIGHT_COLS, &b);
		buf_printf(&b, "\" %s", note->body.s);
	} else {
		buf_printf(&b, "%s\"", words.s);
	}
	buf_release(&words);
	return buf_detach(&b);
}

static void
add_note(struct picker *p, size_t i)
{
	const struct note *note = &p->reader->margin.notes.all.v[i];
	struct pick_row row = { .at = note->at, .link = (uint32_t)i };
	struct buf ago = BUF_INIT;

	margin_ago(note->place.time, tui_now(p->view.tui), &ago);
	row.right = buf_detach(&ago);
	row.text = note_text(p, note);
	if (note->found == PLACE_NOWHERE)
		row.at = NO_OFFSET;
	picker_add(p, row);
}

/* One heading a section, the orphans under one of their own. */
static void
add_notes(struct picker *p, int orphans)
{
	const struct notes *n = &p->reader->margin.notes;
	const struct doc *doc = p->view.tui->doc;
	size_t i, section = 0, last = (size_t)-1;

	for (i = 0; i < n->all.n; i++) {
		const struct note *note = &n->all.v[i];

		if (note->kind == NOTE_MARK ||
		    (note->found >= PLACE_GONE) != orphans)
			continue;
		if (!orphans && doc_sections(doc) > 0)
			section = doc_section_at(doc, note->at);
		if (section != last)
			add_head(p, note);
		last = section;
		add_note(p, i);
	}
}

static void
fill(struct picker *p)
{
	picker_clear(p);
	add_notes(p, 0);
	add_notes(p, 1);
	if (p->rows.n > 1 && p->list.at == 0)
		picker_select(p, 1);
	list_settle(&p->list);
}

static void
remove_note(struct picker *p, const struct pick_row *row)
{
	struct reader *r = p->reader;
	struct notes_change c = margin_change(r);

	margin_changed(r, notes_remove(&r->margin.notes, &c, row->link));
	fill(p);
}

static void export(struct reader *r)
{
	struct tui *t = r->view.tui;
	struct notes_change c = margin_change(r);
	struct buf title = BUF_INIT;
	char *path;

	if (doc_sections(t->doc) > 0)
		gentext_section(t->doc, 0, &title);
	if (notes_export(&r->margin.notes, &c, title.s, &path) == 0)
		tui_say(t, "Written to %s", path);
	else
		tui_warn(t, "Not written: %s.", strerror(errno));
	free(path);
	buf_release(&title);
}

static void
change(struct picker *p)
{
	const struct pick_row *row = picker_selected(p);
	struct jot *k;

	if (row == NULL || row->head)
		return;
	k = jot_new(p->reader, (struct match){ row->at, row->at }, row->link);
	k->list = p;
	tui_push(p->view.tui, &k->view);
}

static int
notes_other(struct picker *p, enum cmd_id cmd)
{
	if (cmd == CMD_PLACE_EXPORT)
		export(p->reader);
	else if (cmd == CMD_PLACE_EDIT)
		change(p);
	else
		return 0;
	return 1;
}

static void
notes_hint(struct bar *bar)
{
	bar_add(bar, CMD_PLACE_EDIT, "change");
	bar_add(bar, CMD_PLACE_EXPORT, "write as Markdown");
}

static const struct pick_ops notes_ops = {
	.name = "notes",
	.title = "Notes and highlights",
	.empty = "No notes yet: a adds one, v highlights.",
	.open = CMD_NOTES,
	.remove = remove_note,
	.other = notes_other,
	.hint = notes_hint,
	.refill = fill,
};

void
reader_notes(struct view *v)
{
	struct reader *r = reader_of(v);
	struct picker *p;

	margin_load(r);
	p = picker_new(r, &notes_ops);
	fill(p);
	tui_push(v->tui, &p->view);
}

/* SPDX-License-Identifier: ISC */
/*
 * notes_text.c - passages of highlights, and notes as Markdown
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "course/notes.h"
#include "doc/doc.h"
#include "doc/gentext.h"
#include "layout/layout.h"

/* [col] Paragraphs are set in one line. */
enum { PASSAGE_WIDTH = 20000 };

/* A passage on its way into text. */
struct taker {
	const struct doc *doc;
	uint32_t from, end;
	struct buf *out;
	struct buf made; /* generated text, if more of the passage follows */
	int taken;       /* 1: some of the line is part of it */
	int32_t col;     /* [col] behind what came last */
};

/* The part of the span that is in the passage. */
static void
take_span(struct taker *t, const struct span *s)
{
	uint32_t a = 0, b = s->len;

	if (s->offset >= t->end || s->offset + s->source_len <= t->from)
		return;
	if (s->len == s->source_len) {
		a = t->from > s->offset ? t->from - s->offset : 0;
		b = t->end - s->offset < b ? t->end - s->offset : b;
	}
	if (t->taken)
		buf_add(t->out, t->made.s, t->made.len);
	if (t->taken && s->col > t->col && a == 0)
		buf_addc(t->out, ' ');
	buf_reset(&t->made);
	buf_add(t->out, s->s + a, b - a);
	t->taken = 1;
	t->col = s->col + s->cols;
}

/* References are made when lines are set; they are part of what is read, the
 * signs of footnotes are not. */
static void
take_made(struct taker *t, const struct span *s)
{
	int note =
	    s->link != DOC_NONE && doc_role(t->doc, s->link) == ROLE_FOOTNOTE;

	if (t->taken && !note && s->col > t->col)
		buf_addc(&t->made, ' ');
	if (t->taken && !note)
		buf_add(&t->made, s->s, s->len);
	t->col = s->col + s->cols;
}

static void
take_line(struct taker *t, const struct line *line)
{
	size_t before = t->out->len;
	uint32_t i;

	if (before > 0)
		buf_addc(t->out, '\n');
	t->taken = 0;
	buf_reset(&t->made);
	for (i = 0; i < line->n; i++) {
		if (line->span[i].offset == NO_OFFSET)
			take_made(t, &line->span[i]);
		else
			take_span(t, &line->span[i]);
	}
	if (!t->taken)
		buf_truncate(t->out, before);
}

void
notes_passage(
    const struct doc *doc, uint32_t from, uint32_t end, struct buf *out)
{
	struct layout_options opt = { .width = PASSAGE_WIDTH };
	struct taker t = { doc, from, end, out, BUF_INIT, 0, 0 };
	struct layout *l;
	struct lines lines;
	size_t i, k, first;

	if (doc_units(doc) == 0 || from >= end)
		return;
	l = layout_new(doc, &opt);
	first = doc_unit_at(doc, from);
	for (i = first; i < doc_units(doc); i++) {
		const struct unit *u = doc_unit(doc, i);

		if (u->start >= end && !u->note)
			break;
		if (i != first && u->note)
			continue;
		lines = layout_unit(l, i);
		for (k = 0; k < lines.n; k++)
			take_line(&t, &lines.line[k]);
	}
	buf_release(&t.made);
	layout_free(l);
}

/* Each line behind `prefix`; signs that Markdown takes for its own are
 * protected where the text is not the student's. */
static void
quote(struct buf *out, const char *prefix, const char *s, int protect)
{
	while (*s != '\0') {
		buf_adds(out, prefix);
		for (; *s != '\0' && *s != '\n'; s++) {
			if (protect && strchr("\\`*_[]<>#", *s) != NULL)
				buf_addc(out, '\\');
			buf_addc(out, *s);
		}
		buf_addc(out, '\n');
		s += *s == '\n';
	}
}

static void
add_title(const struct doc *doc, size_t section, struct buf *out)
{
	size_t before = out->len;

	doc_label(doc, section, out);
	if (out->len > before)
		buf_addc(out, ' ');
	gentext_section(doc, section, out);
}

/* "> -- Title, 1.2 What it does [#anatomy]" */
static void
add_citation(const struct note *note, const struct doc *doc, const char *title,
    struct buf *out)
{
	struct buf b = BUF_INIT;
	size_t section;

	buf_adds(&b, "\u2014 ");
	buf_adds(&b, title);
	section = doc_sections(doc) == 0 ? 0 : doc_section_at(doc, note->at);
	if (section > 0 && note->found < PLACE_GONE) {
		buf_adds(&b, ", ");
		add_title(doc, section, &b);
	}
	if (note->place.id.len > 0)
		buf_printf(&b, " (%s)", note->place.id.s);
	buf_adds(out, ">\n");
	quote(out, "> ", b.s, 1);
	buf_release(&b);
}

static void
add_note(const struct note *note, const struct doc *doc, const char *title,
    struct buf *out)
{
	struct buf words = BUF_INIT;

	if (note->kind == NOTE_LIGHT && note->found < PLACE_GONE)
		notes_passage(doc, note->at, note->end, &words);
	else
		buf_adds(&words, note->place.text.s);
	buf_addc(out, '\n');
	if (words.len > 0) {
		quote(out, "> ", words.s, 1);
		add_citation(note, doc, title, out);
	}
	if (note->body.len > 0) {
		buf_addc(out, '\n');
		quote(out, "", note->body.s, 0);
	}
	if (note->found >= PLACE_GONE)
		buf_adds(out, "\n(The text that this stood at is gone.)\n");
	buf_release(&words);
}

void
notes_markdown(const struct notes *n, const struct doc *doc, const char *title,
    struct buf *out)
{
	size_t i, section, last = (size_t)-1;

	buf_printf(out, "# Notes on %s\n", title);
	for (i = 0; i < n->all.n; i++) {
		const struct note *note = &n->all.v[i];

		if (note->kind == NOTE_MARK)
			continue;
		section = doc_sections(doc) == 0
		    ? last
		    : doc_section_at(doc, note->at);
		if (section != last) {
			buf_adds(out, "\n## ");
			add_title(doc, section, out);
			buf_addc(out, '\n');
		}
		last = section;
		add_note(note, doc, title, out);
	}
}

int
notes_export(const struct notes *n, const struct notes_change *c,
    const char *title, char **path)
{
	char *base = notes_path(c->name, 1);
	struct buf b = BUF_INIT;
	int status;

	*path = NULL;
	if (base == NULL)
		return -1;
	notes_markdown(n, c->doc, title, &b);
	*path = xasprintf("%s.md", base);
	status = file_replace(*path, b.s, b.len);
	free(base);
	buf_release(&b);
	return status;
}

void
notes_say(struct notes_told told, struct buf *out)
{
	if (told.moved + told.orphan == 0)
		return;
	buf_adds(out, "The text has changed: ");
	if (told.moved > 0)
		buf_printf(out, "%d %s moved%s", told.moved,
		    told.moved == 1 ? "note" : "notes",
		    told.orphan > 0 ? ", " : ".");
	if (told.moved > 0 && told.orphan > 0)
		buf_printf(out, "%d orphaned.", told.orphan);
	else if (told.orphan > 0)
		buf_printf(out, "%d %s orphaned.", told.orphan,
		    told.orphan == 1 ? "note is" : "notes are");
}

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "tui/margin.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "course/course.h"
#include "doc/doc.h"
#include "tui/reader.h"

enum {
	MINUTE = 60,
	HOUR = 60 * MINUTE,
	DAY = 24 * HOUR,
	MONTH = 30 * DAY,
	YEAR = 365 * DAY,
};

void
margin_release(struct margin *m)
{
	notes_release(&m->notes);
	vec_release(&m->signs);
	vec_release(&m->lights);
}

struct notes_change
margin_change(const struct reader *r)
{
	const struct tui *t = r->view.tui;

	return (
	    struct notes_change){ t->opt->course->keep, t->doc, tui_now(t) };
}

/* Signs in the order of the text; what is nowhere has none. */
static void
make_signs(struct margin *m)
{
	size_t i;

	m->signs.n = 0;
	for (i = 0; i < m->notes.all.n; i++) {
		const struct note *note = &m->notes.all.v[i];
		struct page_sign sign = { note->at, '|' };

		if (note->kind == NOTE_MARK)
			sign.sign = '*';
		/* A highlight is seen in the text; a note on it is not. */
		if (note->kind == NOTE_LIGHT && note->body.len == 0)
			continue;
		if (note->found != PLACE_NOWHERE)
			vec_push(&m->signs, sign);
	}
}

/* Those that overlap or touch become one. */
static void
make_lights(struct margin *m)
{
	size_t i;

	m->lights.n = 0;
	for (i = 0; i < m->notes.all.n; i++) {
		const struct note *note = &m->notes.all.v[i];
		struct match new = { note->at, note->end };
		struct match *last =
		    m->lights.n == 0 ? NULL : &m->lights.v[m->lights.n - 1];

		if (note->kind != NOTE_LIGHT || note->end == note->at)
			continue;
		if (last == NULL || new.start > last->end)
			vec_push(&m->lights, new);
		else if (new.end > last->end)
			last->end = new.end;
	}
}

static void
complain(struct reader *r, const char *what)
{
	const struct margin *m = &r->margin;
	int error = errno;
	char *path = notes_path(r->view.tui->opt->course->keep, 0);
	const char *shown = path == NULL ? "the file of notes" : path;

	if (m->notes.bad_line > 0)
		tui_warn(r->view.tui,
		    "%s:%d: this line makes no sense; nothing was written.",
		    shown, m->notes.bad_line);
	else
		tui_warn(r->view.tui, "Not %s: %s (%s).", what, strerror(error),
		    shown);
	free(path);
}

static void
say_moved(struct reader *r, struct notes_told told)
{
	struct buf b = BUF_INIT;

	notes_say(told, &b);
	if (b.len > 0)
		tui_say(r->view.tui, "%s", b.s);
	buf_release(&b);
}

void
margin_load(struct reader *r)
{
	struct tui *t = r->view.tui;
	struct margin *m = &r->margin;
	struct notes_change c;
	struct notes_told told;

	if (m->loaded || t->opt->forget)
		return;
	if (!doc_complete(t->doc))
		tui_load_all(t);
	m->loaded = 1;
	if (notes_load(&m->notes, t->opt->course->keep) < 0)
		complain(r, "read");
	told = notes_settle(&m->notes, t->doc);
	say_moved(r, told);
	c = margin_change(r);
	if (told.moved > 0 && notes_keep_moved(&m->notes, &c) < 0)
		complain(r, "kept");
	make_signs(m);
	make_lights(m);
}

void
margin_changed(struct reader *r, int status)
{
	if (status < 0)
		complain(r, "kept");
	notes_settle(&r->margin.notes, r->view.tui->doc);
	make_signs(&r->margin);
	make_lights(&r->margin);
}

int
margin_light(struct reader *r, struct match passage)
{
	struct notes_change c = margin_change(r);
	struct notes_range range = { passage.start, passage.end };
	int status = notes_light(&r->margin.notes, &c, range, "");

	margin_changed(r, status);
	return status;
}

int
margin_unlight(struct reader *r, struct match passage)
{
	struct notes *n = &r->margin.notes;
	struct notes_change c = margin_change(r);
	int status = 0, removed = 0;
	size_t i = 0;

	while (i < n->all.n && status == 0) {
		const struct note *note = &n->all.v[i];

		if (note->kind == NOTE_LIGHT && note->at < passage.end &&
		    note->end > passage.start) {
			status = notes_remove(n, &c, i);
			margin_changed(r, status);
			removed = 1;
			i = 0;
		} else {
			i++;
		}
	}
	return removed;
}

/* "3 days", "one hour" */
static void
add_span(int64_t n, const char *unit, struct buf *out)
{
	static const char *const words[] = { "no", "one", "two", "three",
		"four", "five", "six", "seven", "eight", "nine", "ten" };

	if (n < (int64_t)(sizeof(words) / sizeof(*words)))
		buf_adds(out, words[n]);
	else
		buf_printf(out, "%lld", (long long)n);
	buf_printf(out, " %s%s ago", unit, n == 1 ? "" : "s");
}

void
margin_ago(int64_t then, int64_t now, struct buf *out)
{
	int64_t s = now > then ? now - then : 0;

	if (s < (int64_t)2 * MINUTE)
		buf_adds(out, "just now");
	else if (s < (int64_t)2 * HOUR)
		add_span(s / MINUTE, "minute", out);
	else if (s < (int64_t)2 * DAY)
		add_span(s / HOUR, "hour", out);
	else if (s < (int64_t)2 * MONTH)
		add_span(s / DAY, "day", out);
	else if (s < (int64_t)2 * YEAR)
		add_span(s / MONTH, "month", out);
	else
		add_span(s / YEAR, "year", out);
}

/* SPDX-License-Identifier: ISC */
/*
 * plain_note.c - line by line: highlights, copies, the list of notes
 */
#include "config.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "cli/plain_state.h"
#include "doc/doc.h"
#include "doc/gentext.h"
#include "tui/copy.h"
#include "tui/crumbs.h"

/* What moved with its text is kept where it is now; said once. */
void
plain_load_notes(struct plain *p)
{
	struct notes_change c = plain_change(p);
	struct notes_told told;
	struct buf b = BUF_INIT;

	if (notes_load(&p->notes, c.name) < 0)
		printf("The notes cannot be read: %s.\n", strerror(errno));
	told = notes_settle(&p->notes, p->doc);
	notes_say(told, &b);
	if (b.len > 0)
		plain_put_line(b.s);
	if (told.moved > 0 && notes_keep_moved(&p->notes, &c) < 0)
		puts("Where they are now could not be kept.");
	buf_release(&b);
}

static int
is_listed(const struct note *note)
{
	return note->kind != NOTE_MARK;
}

/* "2  1.1 Anatomy: ask about T12" */
static void
say_note(const struct plain *p, const struct note *note, int number)
{
	struct buf b = BUF_INIT, words = BUF_INIT;

	buf_printf(&b, "%d  ", number);
	if (note->found >= PLACE_GONE)
		buf_adds(&b, "orphaned, the text that it stood at is gone");
	else
		crumbs_title(p->doc, doc_section_at(p->doc, note->at), &b);
	buf_adds(&b, ": ");
	if (note->kind == NOTE_LIGHT) {
		if (note->end > note->at)
			notes_passage(p->doc, note->at, note->end, &words);
		else
			buf_adds(&words, note->place.text.s);
		buf_printf(
		    &b, "\"%s\"%s", words.s, note->body.len > 0 ? " " : "");
	}
	buf_adds(&b, note->body.s);
	plain_put_line(b.s);
	buf_release(&words);
	buf_release(&b);
}

static void
list_all(const struct plain *p)
{
	size_t i;
	int n = 0;

	for (i = 0; i < p->notes.all.n; i++) {
		if (is_listed(&p->notes.all.v[i]))
			say_note(p, &p->notes.all.v[i], ++n);
	}
	puts(n == 0 ? "There are none."
		    : "A d 2 deletes one, A e 2 TEXT changes it, A w writes "
		      "all as Markdown.");
}

/* The number in `all` of note `n` of the list; all.n: there is none. */
static size_t
find_note(const struct plain *p, long n)
{
	size_t i;

	for (i = 0; i < p->notes.all.n; i++) {
		if (is_listed(&p->notes.all.v[i]) && --n == 0)
			break;
	}
	return i;
}

static void
write_all(struct plain *p)
{
	struct notes_change c = plain_change(p);
	struct buf title = BUF_INIT;
	char *path = NULL;

	gentext_section(p->doc, 0, &title);
	if (notes_export(&p->notes, &c, title.s, &path) == 0)
		printf("Written to %s\n", path);
	else
		printf("Not written: %s.\n", strerror(errno));
	free(path);
	buf_release(&title);
}

static void
change_note(struct plain *p, char what, const char *arg)
{
	struct notes_change c = plain_change(p);
	char *rest;
	size_t i = find_note(p, strtol(arg, &rest, 10));
	int status;

	rest += strspn(rest, " ");
	if (rest == arg || i == p->notes.all.n) {
		puts("There is no note of that number; A lists them.");
		return;
	}
	status = what == 'd' ? notes_remove(&p->notes, &c, i)
			     : notes_edit(&p->notes, &c, i, rest);
	puts(status < 0       ? "The note could not be kept."
		: what == 'd' ? "Deleted."
			      : "Noted.");
	notes_settle(&p->notes, p->doc);
}

void
plain_notes(struct plain *p, const char *arg)
{
	if (arg[0] == 'w' && arg[1] == '\0')
		write_all(p);
	else if ((arg[0] == 'd' || arg[0] == 'e') && arg[1] == ' ')
		change_note(p, arg[0], arg + 2 + strspn(arg + 2, " "));
	else
		list_all(p);
}

/* The first place of the words on the page; their case does not matter. */
static int
find_words(struct plain *p, const char *words, struct notes_range *range)
{
	uint32_t from = plain_offset(p), end = plain_end(p);
	struct search s;
	size_t i;
	int found = 0;

	plain_index(p);
	search_init(&s);
	search_find(&s, p->index, words);
	for (i = 0; i < s.sorted.all.n && !found; i++) {
		const struct match *m = &s.sorted.all.v[i];

		if (m->start < from || m->start >= end)
			continue;
		*range = (struct notes_range){ m->start, m->end };
		found = 1;
	}
	search_release(&s);
	return found;
}

/* "v the first words ... the last words" */
void
plain_highlight(struct plain *p, const char *arg)
{
	struct notes_change c = plain_change(p);
	const char *dots = strstr(arg, "...");
	struct notes_range first, last;
	char *words;
	int found;

	if (arg[0] == '\0') {
		puts("Write the words behind it: v the bone; or its first and "
		     "last: v the bone ... it.");
		return;
	}
	words =
	    xstrndup(arg, dots == NULL ? strlen(arg) : (size_t)(dots - arg));
	while (words[0] != '\0' && words[strlen(words) - 1] == ' ')
		words[strlen(words) - 1] = '\0';
	found = find_words(p, words, &first);
	last = first;
	if (found && dots != NULL)
		found = find_words(p, dots + 3 + strspn(dots + 3, " "), &last);
	free(words);
	if (!found || last.end <= first.at) {
		puts("These words are not on this page.");
		return;
	}
	first.end = last.end;
	puts(notes_light(&p->notes, &c, first, "") < 0
		? "The highlight could not be kept."
		: "Highlighted; A lists it.");
	notes_settle(&p->notes, p->doc);
}

/* The paragraph at the top of the page. */
void
plain_copy(struct plain *p)
{
	uint32_t n = copy_block_at(p->doc, plain_offset(p));
	struct buf text = BUF_INIT;
	char *path = NULL;

	if (n != DOC_NONE)
		doc_plain(p->doc, n, &text);
	buf_addc(&text, '\n');
	if (text.len == 1)
		puts("Nothing to copy here.");
	else if (copy_write(&text, &path) < 0)
		printf("Not copied: %s.\n", strerror(errno));
	else
		printf("Copied to %s\n", path);
	free(path);
	buf_release(&text);
}

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cli/plain_state.h"
#include "doc/doc.h"
#include "text/fold.h"
#include "tui/crumbs.h"

struct notes_change
plain_change(const struct plain *p)
{
	return (struct notes_change){ p->o->course.keep, p->doc,
		(int64_t)time(NULL) };
}

void
plain_mark(struct plain *p, const char *arg)
{
	struct notes_change c = plain_change(p);

	if (!isalnum((unsigned char)arg[0]) || arg[1] != '\0')
		puts("Write a letter behind it: ma");
	else if (notes_mark(&p->notes, &c, arg[0], plain_offset(p)) < 0)
		puts("The mark could not be kept.");
	else
		printf("Marked as %c.\n", arg[0]);
	notes_settle(&p->notes, p->doc);
}

void
plain_go_mark(struct plain *p, const char *arg)
{
	const struct note *note =
	    arg[0] == '\0' ? NULL : notes_find_mark(&p->notes, arg[0]);

	if (arg[0] == '\'')
		plain_back(p);
	else if (note == NULL || note->found == PLACE_NOWHERE)
		puts("There is no such mark.");
	else
		plain_jump(p, note->at);
}

void
plain_add_note(struct plain *p, const char *arg)
{
	struct notes_change c = plain_change(p);

	if (arg[0] == '\0')
		puts("Write the note behind it: a ask about this");
	else if (notes_add(&p->notes, &c, plain_offset(p), arg) < 0)
		puts("The note could not be kept.");
	else
		puts("Noted.");
	notes_settle(&p->notes, p->doc);
}

static void
list_marks(const struct plain *p)
{
	struct buf b = BUF_INIT;
	size_t i;

	for (i = 0; i < p->notes.all.n; i++) {
		const struct note *note = &p->notes.all.v[i];

		if (note->kind != NOTE_MARK)
			continue;
		crumbs_title(p->doc, doc_section_at(p->doc, note->at), &b);
		buf_printf(&b, ": %c, %s\n", note->letter, note->place.text.s);
	}
	put_text(b.len > 0 ? b.s : "There are none.\n");
	buf_release(&b);
}

/* "M d a" deletes mark a. */
void
plain_marks(struct plain *p, const char *arg)
{
	struct notes_change c = plain_change(p);
	const struct note *note;

	if (strncmp(arg, "d ", 2) != 0) {
		list_marks(p);
		return;
	}
	note = notes_find_mark(&p->notes, arg[2]);
	if (arg[2] == '\0' || note == NULL)
		puts("There is no such mark.");
	else if (notes_remove(&p->notes, &c, (size_t)(note - p->notes.all.v)) <
	    0)
		puts("The mark could not be deleted.");
	else
		puts("Deleted.");
	notes_settle(&p->notes, p->doc);
}

void
plain_define(struct plain *p, const char *arg)
{
	const struct vocab_entry *e;
	char *word = fold_string(arg, strlen(arg));
	struct buf b = BUF_INIT;

	plain_words(p);
	e = vocab_explain(&p->vocab, word);
	if (e == NULL) {
		puts("No such word is explained here.");
	} else {
		buf_printf(&b, "%s: ", e->name);
		vocab_definition(p->doc, e, &b);
		plain_put_line(b.s);
	}
	buf_release(&b);
	free(word);
}

void
plain_say_place(struct plain *p)
{
	struct buf b = BUF_INIT;
	uint32_t len = doc_len(p->doc);

	crumbs_title(p->doc, plain_section(p), &b);
	buf_printf(&b, ", section %zu of %zu, %u%%", plain_section(p),
	    doc_sections(p->doc) - 1,
	    len == 0 ? 0 : (unsigned)((uint64_t)plain_offset(p) * 100 / len));
	plain_put_line(b.s);
	buf_release(&b);
}

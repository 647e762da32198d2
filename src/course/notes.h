/* SPDX-License-Identifier: ISC */
/*
 * notes.h - what a student marked and noted in a course
 *
 * Layer course: may include score, quiz, layout, doc and what lies below.
 *
 * Marks and notes belong to places (place.h), so that they survive edits of
 * the document.  They are kept in one file of lines that a person can read and
 * change, $XDG_DATA_HOME/lectern/notes/NAME:
 *
 *	[mark a]
 *	id anatomy
 *	offset 120
 *	text The psoas major arises from
 *	time 1795000000
 *
 *	[note]
 *	id anatomy
 *	...
 *	| the note itself, each of its lines behind a bar
 *
 *	[highlight]
 *	id anatomy
 *	offset 120
 *	length 340
 *	text The psoas major arises from
 *	last the lesser trochanter.
 *	time 1795000000
 *	| and perhaps a note on it
 *
 * Each change reads the file anew, makes the one change and replaces the file,
 * so that two readers do not undo each other's notes.  A file with a line that
 * makes no sense is never written to.
 */
#ifndef LECTERN_COURSE_NOTES_H
#define LECTERN_COURSE_NOTES_H

#include <stdint.h>

#include "base/buf.h"
#include "base/vec.h"
#include "course/place.h"

struct doc;

enum note_kind { NOTE_MARK, NOTE_TEXT, NOTE_LIGHT /* a highlight */ };

/* A longer passage cannot be highlighted. [byte] */
enum { NOTE_LIGHT_MAX = 1 << 16 };

struct note {
	enum note_kind kind;
	int letter; /* of a mark: a to z, A to Z, 0 to 9 */
	struct read_place place;
	struct buf body; /* of a note; lines end with newlines but the last */
	uint32_t length; /* [byte] of a highlight */
	struct buf last; /* the words at its end, one line */
	uint32_t at;     /* where it is now; notes_settle */
	uint32_t end;    /* of a highlight: up to where; else the same */
	enum place_found found;
};

struct notes {
	VEC(struct note)
	all;          /* in the order of the file; settled, of
			       * the text */
	int bad_line; /* of the file, which makes no sense; 0: none */
};

/* What notes_settle saw. */
struct notes_told {
	int moved;  /* found, elsewhere than they were */
	int orphan; /* of which the text is gone */
};

/* Appends that in a sentence, or nothing. */
void notes_say(struct notes_told told, struct buf *out);

void notes_init(struct notes *n);
void notes_release(struct notes *n);
void notes_clear(struct notes *n);

/*
 * Reads the file of course `name`; one that is not there has no notes.  -1 with
 * errno on failure; EINVAL, and the line in `bad_line`, when it makes no sense:
 * then what comes before the line is there.
 */
int notes_load(struct notes *n, const char *name);

/* Finds all places in the document, which is complete, and sorts by them. */
struct notes_told notes_settle(struct notes *n, const struct doc *doc);

/* Changes, each to the file and to `n`; -1 with errno on failure, and then `n`
 * is as the file is.  Callers settle afterwards. */
struct notes_change {
	const char *name; /* of the course */
	const struct doc *doc;
	int64_t now; /* [s] since 1970 */
};

/* Sets a mark at text offset `at`; one of the same letter goes. */
int notes_mark(
    struct notes *n, const struct notes_change *c, int letter, uint32_t at);

/* Adds a note; an empty one is nothing. */
int notes_add(struct notes *n, const struct notes_change *c, uint32_t at,
    const char *body);

/* Highlights [at, end), perhaps with a note on it. */
struct notes_range {
	uint32_t at, end;
};
int notes_light(struct notes *n, const struct notes_change *c,
    struct notes_range range, const char *body);

/* Appends the text of [from, end) without footnotes in it, each paragraph a
 * line. */
void notes_passage(
    const struct doc *doc, uint32_t from, uint32_t end, struct buf *out);

/* Replaces the text of note number `i` of `all`; an empty one deletes it,
 * unless it is on a highlight. */
int notes_edit(
    struct notes *n, const struct notes_change *c, size_t i, const char *body);
int notes_remove(struct notes *n, const struct notes_change *c, size_t i);

/* Keeps places that moved where they are now, so that this is said once. */
int notes_keep_moved(struct notes *n, const struct notes_change *c);

/* The mark with that letter, or NULL. */
const struct note *notes_find_mark(const struct notes *n, int letter);

/*
 * Writes all notes and highlights as Markdown, by section, each below the words
 * that it stands at, with where they are from; `title` is that of the course.
 * (notes_text.c)
 */
void notes_markdown(const struct notes *n, const struct doc *doc,
    const char *title, struct buf *out);

/* Writes that beside the file of notes, with ".md" behind the name.  0, or -1
 * with errno; `*path`, to be freed, is where, or NULL. */
int notes_export(const struct notes *n, const struct notes_change *c,
    const char *title, char **path);

/* The path of the file, for messages; the caller frees it; may be NULL. */
char *notes_path(const char *name, int make);

/* notes_file.c: the format. */
void notes_write(const struct notes *n, struct buf *out);
int notes_parse(struct notes *n, const char *s);

/* A new note at the end of `all`, which it moves. */
struct note *notes_new(struct notes *n, enum note_kind kind);

#endif

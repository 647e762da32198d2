/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "course/notes.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "doc/doc.h"
#include "text/match.h"

enum { FILE_MAX = 8 << 20 };

void
notes_init(struct notes *n)
{
	memset(n, 0, sizeof(*n));
}

static void
note_release(struct note *note)
{
	place_release(&note->place);
	buf_release(&note->body);
	buf_release(&note->last);
}

void
notes_clear(struct notes *n)
{
	size_t i;

	for (i = 0; i < n->all.n; i++)
		note_release(&n->all.v[i]);
	n->all.n = 0;
	n->bad_line = 0;
}

void
notes_release(struct notes *n)
{
	notes_clear(n);
	vec_release(&n->all);
}

struct note *
notes_new(struct notes *n, enum note_kind kind)
{
	struct note note = { .kind = kind };

	place_init(&note.place);
	buf_init(&note.body);
	buf_init(&note.last);
	vec_push(&n->all, note);
	return &n->all.v[n->all.n - 1];
}

char *
notes_path(const char *name, int make)
{
	return place_file(
	    xdg_path("XDG_DATA_HOME", ".local/share", "lectern/notes"), name,
	    make);
}

int
notes_load(struct notes *n, const char *name)
{
	struct buf b = BUF_INIT;
	char *path = notes_path(name, 0);
	int status = -1;

	notes_clear(n);
	if (path != NULL)
		status = file_read(&b, path, FILE_MAX);
	if (status == 0)
		status = notes_parse(n, b.s);
	else if (errno == ENOENT)
		status = 0;
	buf_release(&b);
	free(path);
	return status;
}

static int
save(const struct notes *n, const char *name)
{
	struct buf b = BUF_INIT;
	char *path = notes_path(name, 1);
	int status = -1;

	if (path != NULL) {
		notes_write(n, &b);
		status = file_replace(path, b.s, b.len);
	}
	buf_release(&b);
	free(path);
	return status;
}

static int
by_place(const void *a, const void *b)
{
	const struct note *x = a, *y = b;

	if (x->at != y->at)
		return x->at < y->at ? -1 : 1;
	if (x->kind != y->kind)
		return x->kind < y->kind ? -1 : 1;
	if (x->place.time != y->place.time)
		return x->place.time < y->place.time ? -1 : 1;
	return x->letter - y->letter;
}

/* [byte] Fewer say nothing of where a passage ended. */
enum { LAST_MIN = 6 };

/* 1 if the last words of the highlight end at `end`. */
static int
ends_at(const struct note *note, const struct doc *doc, uint64_t end)
{
	return end <= doc_len(doc) && end >= note->last.len &&
	    memcmp(doc_text(doc) + end - note->last.len, note->last.s,
		note->last.len) == 0;
}

/* The end of the last `len` bytes of those words that is nearest to where the
 * highlight ended before; 0 if they are nowhere behind its beginning. */
static int
find_end(struct note *note, const struct doc *doc, size_t len)
{
	const char *text = doc_text(doc), *words, *found;
	uint64_t best = UINT64_MAX, wanted = (uint64_t)note->at + note->length;
	uint32_t from = note->at, left = doc_len(doc) - note->at;
	uint32_t stop =
	    note->at + (left < NOTE_LIGHT_MAX ? left : NOTE_LIGHT_MAX);

	words = note->last.s + note->last.len - len;
	while ((found = match_find(text + from, stop - from, words, len)) !=
	    NULL) {
		uint64_t end = (uint64_t)(found - text) + len;
		uint64_t far = end > wanted ? end - wanted : wanted - end;

		if (far >= best)
			break;
		best = far;
		note->end = (uint32_t)end;
		from = (uint32_t)(found - text) + 1;
	}
	return best != UINT64_MAX;
}

/* Where a highlight ends: as far from its beginning as before, else where its
 * last words are, or the last of these, else behind its first words.  Returns 1
 * if that changed. */
static int
settle_end(struct note *note, const struct doc *doc)
{
	uint64_t end = (uint64_t)note->at + note->length;
	size_t len;

	note->end = note->at;
	if (note->kind != NOTE_LIGHT || note->found >= PLACE_GONE)
		return 0;
	if (ends_at(note, doc, end)) {
		note->end = (uint32_t)end;
		return 0;
	}
	note->end = note->at + (uint32_t)note->place.text.len;
	for (len = note->last.len; len >= LAST_MIN; len /= 2) {
		if (find_end(note, doc, len))
			break;
	}
	return 1;
}

struct notes_told
notes_settle(struct notes *n, const struct doc *doc)
{
	struct notes_told told = { 0, 0 };
	size_t i;

	for (i = 0; i < n->all.n; i++) {
		struct note *note = &n->all.v[i];

		note->at = 0;
		note->found = place_look(&note->place, doc, &note->at);
		if (settle_end(note, doc) && note->found == PLACE_EXACT)
			note->found = PLACE_MOVED;
		told.moved += note->found == PLACE_MOVED;
		told.orphan += note->found >= PLACE_GONE;
	}
	if (n->all.n > 1)
		qsort(n->all.v, n->all.n, sizeof(*n->all.v), by_place);
	return told;
}

const struct note *
notes_find_mark(const struct notes *n, int letter)
{
	size_t i;

	for (i = 0; i < n->all.n; i++) {
		if (n->all.v[i].kind == NOTE_MARK &&
		    n->all.v[i].letter == letter)
			return &n->all.v[i];
	}
	return NULL;
}

static void
drop(struct notes *n, size_t i)
{
	note_release(&n->all.v[i]);
	memmove(n->all.v + i, n->all.v + i + 1,
	    (n->all.n - i - 1) * sizeof(*n->all.v));
	n->all.n--;
}

/* 1 if they are the same in the file. */
static int
same(const struct note *a, const struct note *b)
{
	return a->kind == b->kind && a->letter == b->letter &&
	    a->place.offset == b->place.offset &&
	    a->place.time == b->place.time && a->length == b->length &&
	    strcmp(a->place.id.s, b->place.id.s) == 0 &&
	    strcmp(a->body.s, b->body.s) == 0;
}

/* The number in `n` of what `wanted` was before; n->all.n: it is gone. */
static size_t
find_same(const struct notes *n, const struct note *wanted)
{
	size_t i;

	for (i = 0; i < n->all.n && !same(&n->all.v[i], wanted); i++)
		;
	return i;
}

/* Takes a note out of `n`, reads the file anew and finds it there. */
static int
reload_with(struct notes *n, const struct notes_change *c, size_t *i)
{
	struct note wanted = n->all.v[*i];
	int status;

	memmove(n->all.v + *i, n->all.v + *i + 1,
	    (n->all.n - *i - 1) * sizeof(*n->all.v));
	n->all.n--;
	status = notes_load(n, c->name);
	*i = find_same(n, &wanted);
	note_release(&wanted);
	return status;
}

int
notes_mark(
    struct notes *n, const struct notes_change *c, int letter, uint32_t at)
{
	struct note *note;
	size_t i;

	if (notes_load(n, c->name) < 0)
		return -1;
	for (i = n->all.n; i-- > 0;) {
		note = &n->all.v[i];
		if (note->kind == NOTE_MARK && note->letter == letter)
			drop(n, i);
	}
	note = notes_new(n, NOTE_MARK);
	note->letter = letter;
	place_take(&note->place, c->doc, at, c->now);
	return save(n, c->name);
}

int
notes_add(struct notes *n, const struct notes_change *c, uint32_t at,
    const char *body)
{
	struct note *note;

	if (body[0] == '\0')
		return 0;
	if (notes_load(n, c->name) < 0)
		return -1;
	note = notes_new(n, NOTE_TEXT);
	place_take(&note->place, c->doc, at, c->now);
	buf_adds(&note->body, body);
	return save(n, c->name);
}

/* Room for as many words as a place keeps of its beginning. */
enum { LAST_WORDS = 60 };

/* The words at the end of a highlight, from the beginning of a cluster on and
 * not across lines. */
static void
take_end(struct note *note, const struct doc *doc, struct notes_range range)
{
	const char *text = doc_text(doc);
	uint32_t from = range.end - range.at > LAST_WORDS
	    ? range.end - LAST_WORDS
	    : range.at;
	uint32_t i;

	for (i = from; i < range.end; i++) {
		if (text[i] == '\n')
			from = i + 1;
	}
	while (from < range.end && ((unsigned char)text[from] & 0xc0) == 0x80)
		from++;
	note->length = range.end - range.at;
	buf_reset(&note->last);
	buf_add(&note->last, text + from, range.end - from);
}

int
notes_light(struct notes *n, const struct notes_change *c,
    struct notes_range range, const char *body)
{
	struct note *note;

	if (range.end <= range.at || range.end > doc_len(c->doc) ||
	    range.end - range.at > NOTE_LIGHT_MAX) {
		errno = EINVAL;
		return -1;
	}
	if (notes_load(n, c->name) < 0)
		return -1;
	note = notes_new(n, NOTE_LIGHT);
	place_take(&note->place, c->doc, range.at, c->now);
	take_end(note, c->doc, range);
	buf_adds(&note->body, body);
	return save(n, c->name);
}

int
notes_edit(
    struct notes *n, const struct notes_change *c, size_t i, const char *body)
{
	if (body[0] == '\0' && n->all.v[i].kind != NOTE_LIGHT)
		return notes_remove(n, c, i);
	if (reload_with(n, c, &i) < 0)
		return -1;
	if (i == n->all.n)
		return 0;
	buf_reset(&n->all.v[i].body);
	buf_adds(&n->all.v[i].body, body);
	return save(n, c->name);
}

int
notes_remove(struct notes *n, const struct notes_change *c, size_t i)
{
	if (reload_with(n, c, &i) < 0)
		return -1;
	if (i == n->all.n)
		return 0;
	drop(n, i);
	return save(n, c->name);
}

int
notes_keep_moved(struct notes *n, const struct notes_change *c)
{
	struct notes_told told;
	size_t i;

	if (notes_load(n, c->name) < 0)
		return -1;
	told = notes_settle(n, c->doc);
	for (i = 0; i < n->all.n; i++) {
		struct note *note = &n->all.v[i];

		struct notes_range range = { note->at, note->end };

		if (note->found != PLACE_MOVED)
			continue;
		place_take(&note->place, c->doc, note->at, note->place.time);
		if (note->kind == NOTE_LIGHT)
			take_end(note, c->doc, range);
	}
	return told.moved > 0 ? save(n, c->name) : 0;
}

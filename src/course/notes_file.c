/* SPDX-License-Identifier: ISC */
/*
 * notes_file.c - notes as lines that a person can read
 */
#include "config.h"

#include <ctype.h>
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "course/notes.h"
#include "text/utf8.h"

static const char head[] =
    "# lectern: marks, notes, highlights.  A note's lines begin with a bar.\n";

static void
write_body(const struct note *note, struct buf *out)
{
	const char *s = note->body.s, *end;

	while (*s != '\0') {
		end = s + strcspn(s, "\n");
		buf_adds(out, "| ");
		buf_add(out, s, (size_t)(end - s));
		buf_addc(out, '\n');
		s = *end == '\n' ? end + 1 : end;
	}
}

void
notes_write(const struct notes *n, struct buf *out)
{
	size_t i;

	buf_adds(out, head);
	for (i = 0; i < n->all.n; i++) {
		const struct note *note = &n->all.v[i];

		if (note->kind == NOTE_MARK)
			buf_printf(out, "\n[mark %c]\n", note->letter);
		else
			buf_adds(out,
			    note->kind == NOTE_LIGHT ? "\n[highlight]\n"
						     : "\n[note]\n");
		buf_printf(out,
		    "id %s\noffset %" PRIu32 "\ntext %s\ntime %" PRId64 "\n",
		    note->place.id.s, note->place.offset, note->place.text.s,
		    note->place.time);
		if (note->kind == NOTE_LIGHT)
			buf_printf(out, "length %" PRIu32 "\nlast %s\n",
			    note->length, note->last.s);
		write_body(note, out);
	}
}

static int
begin(struct notes *n, const char *s, size_t len)
{
	static const char light[] = "[highlight]";
	struct note *note;

	if (len == sizeof(light) - 1 && memcmp(s, light, len) == 0) {
		notes_new(n, NOTE_LIGHT);
		return 0;
	}
	if (len == 6 && memcmp(s, "[note]", 6) == 0) {
		notes_new(n, NOTE_TEXT);
		return 0;
	}
	if (len != 8 || memcmp(s, "[mark ", 6) != 0 ||
	    !isalnum((unsigned char)s[6]) || s[7] != ']')
		return -1;
	note = notes_new(n, NOTE_MARK);
	note->letter = (unsigned char)s[6];
	return 0;
}

/* The value of "NAME VALUE", or NULL for another name. */
static const char *
value_of(const char *s, size_t len, const char *name)
{
	size_t n = strlen(name);

	if (len < n || memcmp(s, name, n) != 0)
		return NULL;
	if (len == n)
		return s + n;
	return s[n] == ' ' ? s + n + 1 : NULL;
}

static int
number(const char *s, const char *end, int64_t max, int64_t *out)
{
	int64_t value = 0;

	if (s == end)
		return -1;
	for (; s < end; s++) {
		if (!isdigit((unsigned char)*s) || value > (max - 9) / 10)
			return -1;
		value = value * 10 + (*s - '0');
	}
	*out = value;
	return 0;
}

/* Files are edited by hand: only what can be shown gets in. */
static void
set_text(struct buf *b, const char *s, const char *end)
{
	buf_reset(b);
	text_clean(b, s, (size_t)(end - s));
}

/* What only highlights have. */
static int
parse_light(struct note *note, const char *s, size_t len)
{
	const char *end = s + len, *v;
	int64_t n;

	if (note->kind != NOTE_LIGHT)
		return -1;
	if ((v = value_of(s, len, "last")) != NULL) {
		set_text(&note->last, v, end);
		return 0;
	}
	v = value_of(s, len, "length");
	if (v == NULL || number(v, end, NOTE_LIGHT_MAX + 9, &n) < 0)
		return -1;
	note->length = (uint32_t)n;
	return 0;
}

static int
parse_field(struct note *note, const char *s, size_t len)
{
	const char *end = s + len, *v;
	int64_t n;

	if ((v = value_of(s, len, "id")) != NULL) {
		set_text(&note->place.id, v, end);
	} else if ((v = value_of(s, len, "text")) != NULL) {
		set_text(&note->place.text, v, end);
	} else if ((v = value_of(s, len, "time")) != NULL) {
		return number(v, end, INT64_MAX, &note->place.time);
	} else if ((v = value_of(s, len, "offset")) != NULL) {
		if (number(v, end, UINT32_MAX, &n) < 0)
			return -1;
		note->place.offset = (uint32_t)n;
	} else if ((v = value_of(s, len, "|")) != NULL) {
		if (note->body.len > 0)
			buf_addc(&note->body, '\n');
		text_clean(&note->body, v, (size_t)(end - v));
	} else {
		return parse_light(note, s, len);
	}
	return 0;
}

static int
parse_line(struct notes *n, const char *s, size_t len)
{
	if (len > 0 && s[len - 1] == '\r')
		len--;
	if (len == 0 || s[0] == '#')
		return 0;
	if (s[0] == '[')
		return begin(n, s, len);
	return n->all.n == 0 ? -1
			     : parse_field(&n->all.v[n->all.n - 1], s, len);
}

int
notes_parse(struct notes *n, const char *s)
{
	size_t len;
	int line;

	for (line = 1; *s != '\0'; line++) {
		len = strcspn(s, "\n");
		if (parse_line(n, s, len) < 0) {
			n->bad_line = line;
			errno = EINVAL;
			return -1;
		}
		s += len + (s[len] == '\n');
	}
	return 0;
}

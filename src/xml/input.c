/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "xml/input.h"

#include <ctype.h>
#include <errno.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include <unistd.h>

enum { HEAD_SIZE = 1024, RAW_SIZE = 32768 };

static const char replacement[] = "\xef\xbf\xbd";

/* Appends up to `max` raw bytes to `to`; as read(2). */
static ssize_t
raw_read(struct input *in, struct buf *to, size_t max)
{
	ssize_t n;

	if (in->fd == -1) {
		size_t some = in->mem_len < max ? in->mem_len : max;

		buf_add(to, in->mem, some);
		in->mem += some;
		in->mem_len -= some;
		n = (ssize_t)some;
	} else {
		buf_reserve(to, max);
		do
			n = read(in->fd, to->s + to->len, max);
		while (n == -1 && errno == EINTR);
		if (n > 0) {
			to->len += (size_t)n;
			to->s[to->len] = '\0';
		}
	}
	if (n > 0)
		in->done += (uint64_t)n;
	return n;
}

/* The bytes of a file's first characters, and what they say (appendix F). */
static const struct {
	const char *bytes;
	size_t len, mark; /* `mark` bytes are no text */
	const char *encoding;
} marks[] = {
	{ "\xff\xfe\0\0", 4, 4, "UTF-32LE" },
	{ "\0\0\xfe\xff", 4, 4, "UTF-32BE" },
	{ "\xef\xbb\xbf", 3, 3, "UTF-8" },
	{ "\xff\xfe", 2, 2, "UTF-16LE" },
	{ "\xfe\xff", 2, 2, "UTF-16BE" },
	{ "<\0\0\0", 4, 0, "UTF-32LE" },
	{ "\0\0\0<", 4, 0, "UTF-32BE" },
	{ "<\0?\0", 4, 0, "UTF-16LE" },
	{ "\0<\0?", 4, 0, "UTF-16BE" },
	{ "\x4c\x6f\xa7\x94", 4, 0, "EBCDIC" },
};

static const char *
find_mark(const struct buf *raw, size_t *skip)
{
	size_t i;

	for (i = 0; i < sizeof(marks) / sizeof(*marks); i++) {
		if (raw->len < marks[i].len ||
		    memcmp(raw->s, marks[i].bytes, marks[i].len) != 0)
			continue;
		*skip = marks[i].mark;
		return marks[i].encoding;
	}
	*skip = 0;
	return NULL;
}

/* Length of "<?xml ... ?>" at the start of `s`, or 0. */
static size_t
declaration_length(const char *s, size_t len)
{
	const char *end;

	if (len < 6 || memcmp(s, "<?xml", 5) != 0 ||
	    !isspace((unsigned char)s[5]))
		return 0;
	end = memmem(s, len, "?>", 2);
	return end == NULL ? 0 : (size_t)(end - s) + 2;
}

/* Copies the EncName behind `p`, where one is well-formed (production 81). */
static void
copy_encoding(char to[INPUT_ENCODING_MAX], const char *p, const char *end)
{
	size_t n = 0;
	char quote;

	while (p < end && (isspace((unsigned char)*p) || *p == '='))
		p++;
	if (p == end || (*p != '"' && *p != '\''))
		return;
	quote = *p++;
	while (p + n < end && p[n] != quote)
		n++;
	if (n == 0 || n >= INPUT_ENCODING_MAX || p + n == end ||
	    strspn(p,
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
		"0123456789._:-") < n)
		return;
	memcpy(to, p, n);
	to[n] = '\0';
}

static void
declared_encoding(struct input *in, const char *s, size_t len)
{
	size_t decl = declaration_length(s, len);
	const char *p;

	if (decl == 0)
		return;
	p = memmem(s, decl, "encoding", 8);
	if (p != NULL)
		copy_encoding(in->encoding, p + 8, s + decl);
}

static int
is_utf8(const char *encoding)
{
	return strcasecmp(encoding, "UTF-8") == 0 ||
	    strcasecmp(encoding, "UTF8") == 0;
}

/* Encodings of two or four bytes a character: a file that could be read as
 * ASCII is in none of them, whatever it declares. */
static int
is_wide(const char *encoding)
{
	return strncasecmp(encoding, "UTF-16", 6) == 0 ||
	    strncasecmp(encoding, "UTF16", 5) == 0 ||
	    strncasecmp(encoding, "UTF-32", 6) == 0 ||
	    strncasecmp(encoding, "UCS-", 4) == 0 ||
	    strncasecmp(encoding, "ISO-10646", 9) == 0;
}

/*
 * Converts what it can of in->raw; a character cut at the end stays there.
 * With `peek` all stays there.
 */
static void
convert(struct input *in, struct buf *to, int peek)
{
	char *from = in->raw.s;
	size_t left = in->raw.len;

	while (left > 0) {
		/* Four bytes of UTF-8 at most come of one byte. */
		char *out = buf_reserve(to, 4 * left + 16);
		size_t room = 4 * left + 16, before = room, n;

		n = iconv(in->cd, &from, &left, &out, &room);
		to->len += before - room;
		to->s[to->len] = '\0';
		if (n != (size_t)-1 || errno == E2BIG)
			continue;
		if (errno == EINVAL && !in->eof)
			break;
		buf_add(to, replacement, 3);
		from++;
		left--;
	}
	if (peek)
		return;
	memmove(in->raw.s, from, left);
	buf_truncate(&in->raw, left);
}

/*
 * 1 when ASCII stands for itself.  UTF-7 writes '<' as "+ADw-", which hides
 * markup from everyone who looks at the file.
 */
static int
keeps_ascii(iconv_t cd)
{
	char text[] = "a+ADw-b", out[32], *from = text, *to = out;
	size_t left = sizeof(text) - 1, room = sizeof(out);
	int kept;

	iconv(cd, &from, &left, &to, &room);
	kept = left == 0 && (size_t)(to - out) == sizeof(text) - 1 &&
	    memcmp(out, text, sizeof(text) - 1) == 0;
	iconv(cd, NULL, NULL, NULL, NULL);
	return kept;
}

/* Sets the conversion up; 0, or -1 when there is none. */
static int
set_encoding(struct input *in, const char *encoding)
{
	if (encoding != in->encoding) {
		strncpy(in->encoding, encoding, sizeof(in->encoding) - 1);
		in->encoding[sizeof(in->encoding) - 1] = '\0';
	}
	if (encoding[0] == '\0' || is_utf8(encoding))
		return 0;
	in->cd = iconv_open("UTF-8", encoding);
	if ((intptr_t)in->cd == -1)
		return -1;
	in->converts = 1;
	return 0;
}

/* The same for a file that looks like ASCII. */
static int
set_ascii_encoding(struct input *in, const char *encoding)
{
	if (set_encoding(in, encoding) == -1)
		return -1;
	return !in->converts || keeps_ascii(in->cd) ? 0 : -1;
}

/* A file that begins with "<?xm" in EBCDIC: its declaration can be read as if
 * it were in IBM037, as all letters of a declaration are where they are there. */
static int
set_ebcdic(struct input *in)
{
	struct buf text = BUF_INIT;

	if (set_encoding(in, "IBM037") == -1)
		return -1;
	convert(in, &text, 1);
	iconv_close(in->cd);
	in->converts = 0;
	declared_encoding(in, text.s, text.len);
	buf_release(&text);
	return set_encoding(in, in->encoding);
}

static int
find_encoding(struct input *in, const char *fallback)
{
	size_t skip;
	const char *mark = find_mark(&in->raw, &skip);

	memmove(in->raw.s, in->raw.s + skip, in->raw.len - skip);
	buf_truncate(&in->raw, in->raw.len - skip);
	if (mark != NULL && strcmp(mark, "EBCDIC") == 0)
		return set_ebcdic(in);
	if (mark != NULL)
		return set_encoding(in, mark);
	declared_encoding(in, in->raw.s, in->raw.len);
	if (is_wide(in->encoding))
		return 0;
	if (in->encoding[0] != '\0' || fallback == NULL)
		return set_ascii_encoding(in, in->encoding);
	if (is_wide(fallback))
		return set_encoding(in, fallback);
	return set_ascii_encoding(in, fallback);
}

static void
input_init(struct input *in, int fd, const char *mem, size_t len)
{
	memset(in, 0, sizeof(*in));
	in->fd = fd;
	in->mem = mem;
	in->mem_len = len;
	buf_init(&in->raw);
	buf_init(&in->head);
}

enum input_result
input_open(
    struct input *in, int fd, const char *mem, size_t len, const char *encoding)
{
	struct stat st;
	ssize_t n = 1;

	input_init(in, fd, mem, len);
	in->all = len;
	if (fd != -1)
		in->all = fstat(fd, &st) == 0 ? (uint64_t)st.st_size : 0;
	while (n > 0 && in->raw.len < HEAD_SIZE)
		n = raw_read(in, &in->raw, HEAD_SIZE - in->raw.len);
	if (n == -1) {
		int error = errno;

		input_close(in);
		errno = error;
		return INPUT_UNREADABLE;
	}
	if (find_encoding(in, encoding) == -1) {
		input_close(in);
		return INPUT_ENCODING;
	}
	if (in->converts) {
		convert(in, &in->head, 0);
	} else {
		buf_release(&in->head);
		in->head = in->raw;
		buf_init(&in->raw);
	}
	return INPUT_OK;
}

void
input_open_plain(struct input *in, const char *mem, size_t len)
{
	input_init(in, -1, mem, len);
	in->all = len;
}

void
input_close(struct input *in)
{
	if (in->fd != -1)
		close(in->fd);
	if (in->converts)
		iconv_close(in->cd);
	in->fd = -1;
	in->converts = 0;
	buf_release(&in->raw);
	buf_release(&in->head);
}

size_t
input_declaration(const struct input *in)
{
	return declaration_length(in->head.s, in->head.len);
}

void
input_skip(struct input *in, size_t n)
{
	in->head_pos += n;
}

/* Converts one more raw piece into in->head; 0 at the end, -1 on failure. */
static int
refill(struct input *in)
{
	ssize_t n;

	buf_truncate(&in->head, 0);
	in->head_pos = 0;
	while (in->head.len == 0 && !in->eof) {
		n = raw_read(in, &in->raw, RAW_SIZE);
		if (n == -1)
			return -1;
		in->eof = n == 0;
		convert(in, &in->head, 0);
	}
	return in->head.len > 0;
}

ssize_t
input_read(struct input *in, struct buf *to, size_t max)
{
	size_t some;
	int more;

	if (in->head_pos == in->head.len) {
		if (!in->converts)
			return raw_read(in, to, max);
		more = refill(in);
		if (more != 1)
			return more;
	}
	some = in->head.len - in->head_pos;
	if (some > max)
		some = max;
	buf_add(to, in->head.s + in->head_pos, some);
	in->head_pos += some;
	return (ssize_t)some;
}

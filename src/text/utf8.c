/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/utf8.h"

#include <unictype.h>
#include <unigbrk.h>

#include "base/buf.h"

enum {
	REPLACEMENT = 0xfffd,
	BLOCK = 32, /* bytes looked at at once: the compiler makes it SIMD */
};

/*
 * Length of a sequence by its first byte, and the least second byte and the
 * number of them: the table of well-formed sequences in the Unicode Standard,
 * 3.9, which leaves out overlong forms, surrogates and all past U+10FFFF.
 */
static size_t
sequence(unsigned char first, unsigned *least, unsigned *span)
{
	*least = 0x80;
	*span = 0x40;
	if (first < 0xc2)
		return 1;
	if (first < 0xe0)
		return 2;
	if (first < 0xf0) {
		if (first == 0xe0) {
			*least = 0xa0;
			*span = 0x20;
		} else if (first == 0xed)
			*span = 0x20;
		return 3;
	}
	if (first == 0xf0) {
		*least = 0x90;
		*span = 0x30;
	} else if (first == 0xf4)
		*span = 0x10;
	return first <= 0xf4 ? 4 : 1;
}

size_t
utf8_decode(const char *s, size_t len, uint32_t *ch)
{
	const unsigned char *u = (const unsigned char *)s;
	unsigned least, span;
	uint32_t c;
	size_t n, i;

	*ch = u[0];
	if (u[0] < 0x80)
		return 1;
	*ch = REPLACEMENT;
	n = sequence(u[0], &least, &span);
	if (n == 1 || n > len || u[1] - least >= span)
		return 1;
	c = u[0] & (0x7fu >> n);
	c = c << 6 | (u[1] & 0x3f);
	for (i = 2; i < n; i++) {
		if ((u[i] & 0xc0) != 0x80)
			return 1;
		c = c << 6 | (u[i] & 0x3f);
	}
	*ch = c;
	return n;
}

void
utf8_encode(struct buf *b, uint32_t ch)
{
	unsigned char u[4];
	size_t n = 0;

	if (ch > 0x10ffff || (ch >= 0xd800 && ch < 0xe000))
		ch = REPLACEMENT;
	if (ch < 0x80) {
		u[n++] = (unsigned char)ch;
	} else if (ch < 0x800) {
		u[n++] = (unsigned char)(0xc0 | ch >> 6);
	} else if (ch < 0x10000) {
		u[n++] = (unsigned char)(0xe0 | ch >> 12);
		u[n++] = (unsigned char)(0x80 | (ch >> 6 & 0x3f));
	} else {
		u[n++] = (unsigned char)(0xf0 | ch >> 18);
		u[n++] = (unsigned char)(0x80 | (ch >> 12 & 0x3f));
		u[n++] = (unsigned char)(0x80 | (ch >> 6 & 0x3f));
	}
	if (ch >= 0x80)
		u[n++] = (unsigned char)(0x80 | (ch & 0x3f));
	buf_add(b, u, n);
}

static size_t
next_break(const char *s, size_t len)
{
	const uint8_t *u = (const uint8_t *)s;

	return (size_t)(u8_grapheme_next(u, u + len) - u);
}

/* 1 if a pictograph, marks and a joiner end at `n`: rule GB11 then looks on. */
static int
ends_in_joiner(const char *s, size_t n)
{
	return n > 3 && (unsigned char)s[n - 3] == 0xe2 &&
	    (unsigned char)s[n - 2] == 0x80 && (unsigned char)s[n - 1] == 0x8d;
}

/*
 * u8_grapheme_next of libunistring 1.0 looks at two characters at a time, so
 * flags (GB12) and joined pictographs (GB11) fall apart; put together here.
 */
size_t
utf8_cluster(const char *s, size_t len)
{
	uint32_t first, next;
	size_t n, used;

	if ((unsigned char)s[0] < 0x80 && s[0] != '\r' &&
	    (len == 1 || (unsigned char)s[1] < 0x80))
		return 1;
	used = utf8_decode(s, len, &first);
	n = next_break(s, len);
	if (n >= len)
		return len;
	if (uc_is_property_regional_indicator(first)) {
		utf8_decode(s + n, len - n, &next);
		if (n == used && uc_is_property_regional_indicator(next))
			n += next_break(s + n, len - n);
		return n;
	}
	if (!uc_is_property_extended_pictographic(first))
		return n;
	while (n < len && ends_in_joiner(s, n)) {
		utf8_decode(s + n, len - n, &next);
		if (!uc_is_property_extended_pictographic(next))
			break;
		n += next_break(s + n, len - n);
	}
	return n;
}

static int
block_is_plain(const unsigned char *s)
{
	unsigned char bad = 0;
	int i;

	for (i = 0; i < BLOCK; i++) {
		unsigned char c = s[i];

		bad |= (unsigned char)((c < 0x20 && c != '\t' && c != '\n') |
		    (c >= 0x7f));
	}
	return bad == 0;
}

static int
is_plain(unsigned char c)
{
	return (c >= 0x20 && c < 0x7f) || c == '\t' || c == '\n';
}

/* Bytes of plain ASCII at the start of the `len` bytes at `s`. */
static size_t
plain_run(const char *s, size_t len)
{
	const unsigned char *u = (const unsigned char *)s;
	size_t i = 0;

	while (len - i >= BLOCK && block_is_plain(u + i))
		i += BLOCK;
	while (i < len && is_plain(u[i]))
		i++;
	return i;
}

/*
 * What could turn text around, hide in it or mean anything to a program:
 * bidirectional marks, embeddings, overrides and isolates (UAX 9), tags,
 * interlinear annotations, byte order marks, non-characters.
 */
static int
is_left_out(uint32_t ch)
{
	if (ch < 0x061c)
		return 0;
	if (ch < 0xfdd0)
		return ch == 0x061c || ch == 0x200e || ch == 0x200f ||
		    (ch >= 0x202a && ch <= 0x202e) ||
		    (ch >= 0x2066 && ch <= 0x2069);
	return ch <= 0xfdef || ch == 0xfeff || (ch >= 0xfff9 && ch <= 0xfffb) ||
	    (ch & 0xfffe) == 0xfffe || (ch >= 0xe0000 && ch <= 0xe007f);
}

/* The character at `s` and its length; 0 if it may stay as it is. */
static size_t
unclean(const char *s, size_t len, uint32_t *ch, size_t *used)
{
	*used = utf8_decode(s, len, ch);
	if (*used == 1)
		return *ch >= 0x80 || !is_plain((unsigned char)s[0]);
	return *ch < 0xa0 || is_left_out(*ch);
}

/* Bytes at the start of the `len` bytes at `s` that may stay. */
static size_t
clean_run(const char *s, size_t len)
{
	size_t i = 0, used;
	uint32_t ch;

	for (;;) {
		i += plain_run(s + i, len - i);
		do {
			if (i == len || unclean(s + i, len - i, &ch, &used))
				return i;
			i += used;
		} while (i < len && (unsigned char)s[i] >= 0x80);
	}
}

/* Takes a run of carriage returns: left out before a newline, else replaced. */
static size_t
clean_returns(struct buf *b, const char *s, size_t len)
{
	size_t n = 0, i;

	while (n < len && s[n] == '\r')
		n++;
	if (n == len || s[n] != '\n')
		for (i = 0; i < n; i++)
			utf8_encode(b, REPLACEMENT);
	return n;
}

void
text_clean(struct buf *b, const char *s, size_t len)
{
	size_t i = 0, n, used;
	uint32_t ch;

	for (;;) {
		n = clean_run(s + i, len - i);
		buf_add(b, s + i, n);
		i += n;
		if (i == len)
			return;
		if (s[i] == '\r') {
			i += clean_returns(b, s + i, len - i);
			continue;
		}
		unclean(s + i, len - i, &ch, &used);
		i += used;
		if (!is_left_out(ch))
			utf8_encode(b, REPLACEMENT);
	}
}

int
text_is_clean(const char *s, size_t len)
{
	return clean_run(s, len) == len;
}

/* SPDX-License-Identifier: ISC */
/*
 * The lines that we wrote ourselves, read without building a tree: the fields
 * of field.def in their order, no white space, no escapes.  Anything else is
 * left to the parser, so this may give up on whatever is rare.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "score/day.h"
#include "score/event.h"
#include "score/field.h"
#include "text/utf8.h"

enum { EXACT_DIGITS = 15 }; /* a double holds every number of so many */

struct scan {
	char *p;
	struct event_decoder *d;
};

static int
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static int
is_utf8(const char *s, size_t len)
{
	uint32_t ch;

	while (len > 0) {
		size_t n = utf8_decode(s, len, &ch);

		if (n == 1 && ch == 0xfffd)
			return 0;
		s += n;
		len -= n;
	}
	return 1;
}

static uint64_t
word_at(const char *p)
{
	uint64_t word;

	memcpy(&word, p, sizeof(word));
	return word;
}

/*
 * Steps over bytes that are plain: ASCII, no control, no quote, no backslash;
 * eight at a time.  The top bit of a byte is set by a byte below 0x20 when that
 * is subtracted, and by 0 when 1 is.  A borrow sets it only in bytes after one
 * that has set it: where the first byte is the lowest it is found by that, and
 * elsewhere we stop early.
 */
static char *
skip_plain(char *p)
{
	const uint64_t ones = 0x0101010101010101U, tops = ones * 0x80;
	uint64_t v, odd;

	for (;; p += sizeof(v)) {
		v = word_at(p);
		odd = (v | (v - ones * 0x20) | ((v ^ ones * '"') - ones) |
			  ((v ^ ones * '\\') - ones)) &
		    tops;
		if (odd == 0)
			continue;
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
		p += __builtin_ctzll(odd) / 8;
#endif
		return p;
	}
}

/* A string without escapes, ended in place; NULL for any other. */
static char *
scan_string(struct scan *s, size_t *len)
{
	char *start = s->p + 1, *p;
	unsigned char all = 0;

	if (*s->p != '"')
		return NULL;
	for (p = skip_plain(start); *p != '"'; p++) {
		if ((unsigned char)*p < 0x20 || *p == '\\')
			return NULL;
		all |= (unsigned char)*p;
	}
	*len = (size_t)(p - start);
	if ((all & 0x80) != 0 && !is_utf8(start, *len))
		return NULL;
	*p = '\0';
	s->p = p + 1;
	return start;
}

/* A whole number; no leading zero, as in JSON, and no overflow. */
static int
scan_int(struct scan *s, int64_t *value)
{
	int minus = *s->p == '-';
	const char *start = s->p += minus;
	int64_t n = 0;

	if (*start == '0' && is_digit(start[1]))
		return -1;
	while (is_digit(*s->p) && n < INT64_MAX / 10)
		n = n * 10 + (*s->p++ - '0');
	*value = minus ? -n : n;
	return s->p == start || is_digit(*s->p) ? -1 : 0;
}

/*
 * A number without an exponent.  Few digits are exact as a whole number
 * divided by a power of ten; the division rounds once, as reading the decimal
 * would (Clinger 1990).
 */
static int
scan_number(struct scan *s, double *value)
{
	static const double tens[] = { 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7,
		1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15 };
	char *start = s->p, *dot, *end;
	int64_t n;

	if (scan_int(s, &n) == -1)
		return -1;
	*value = (double)n;
	if (*s->p != '.')
		return 0;
	for (dot = s->p++; is_digit(*s->p); s->p++)
		if (s->p - start <= EXACT_DIGITS)
			n = n * 10 + (*s->p - '0');
	if (s->p - dot == 1)
		return -1;
	if (*start != '-' && s->p - start <= EXACT_DIGITS + 1) {
		*value = (double)n / tens[s->p - dot - 1];
		return 0;
	}
	*value = strtod(start, &end);
	return end == s->p ? 0 : -1;
}

static int
scan_list(struct scan *s, const char *const **list)
{
	struct event_decoder *d = s->d;
	size_t len;

	if (*s->p++ != '[')
		return -1;
	if (*s->p == ']') {
		s->p++;
		return 0; /* no list, as where the field is missing */
	}
	*list = d->list + d->list_used;
	for (;;) {
		char *element = scan_string(s, &len);

		if (element == NULL)
			return -1;
		d->list[d->list_used++] = element;
		if (*s->p == ']')
			break;
		if (*s->p++ != ',')
			return -1;
	}
	s->p++;
	d->list[d->list_used++] = NULL;
	return 0;
}

static int
scan_flag(struct scan *s, int *flag)
{
	if (memcmp(s->p, "true", 4) != 0)
		return -1;
	s->p += 4;
	*flag = 1;
	return 0;
}

/* The types that stand in the file as a string of their own form. */
static int
scan_text(struct scan *s, enum field_type type, void *member)
{
	size_t len;
	char *text = scan_string(s, &len);

	if (text == NULL)
		return -1;
	if (type == FIELD_TIME)
		return day_get_time(text, len, member);
	if (type == FIELD_ZONE)
		return day_get_zone(text, len, member);
	if (type == FIELD_KIND) {
		*(enum event_kind *)member = event_kind_of(text, len);
		return *(enum event_kind *)member == EVENT_COUNT ? -1 : 0;
	}
	*(const char **)member = text;
	return 0;
}

static int
scan_value(struct scan *s, const struct field *f, void *member)
{
	switch (f->type) {
	case FIELD_INT:
		return scan_int(s, member);
	case FIELD_NUMBER:
		return scan_number(s, member);
	case FIELD_LIST:
		return scan_list(s, member);
	case FIELD_FLAG:
		return scan_flag(s, member);
	case FIELD_STRING:
	case FIELD_TIME:
	case FIELD_ZONE:
	case FIELD_KIND:
		return scan_text(s, f->type, member);
	}
	return -1;
}

/* Compares two words, of which what is beyond the key does not count: a loop
 * or a call would cost more, and keys are what a line has most of. */
static int
has_key(const char *p, const struct field *f)
{
	static const char count[2 * FIELD_KEY_MAX] =
	    "\xff\xff\xff\xff\xff\xff\xff\xff"
	    "\xff\xff\xff\xff\xff\xff\xff\xff";
	const char *mask = count + FIELD_KEY_MAX - f->key_len;
	const size_t next = sizeof(uint64_t);

	return (((word_at(p) ^ word_at(f->key)) & word_at(mask)) |
		   ((word_at(p + next) ^ word_at(f->key + next)) &
		       word_at(mask + next))) == 0;
}

int
event_scan(struct event_decoder *d, size_t len, struct event *e)
{
	struct scan s = { d->text, d };
	const struct field *f;

	if (len == 0 || *s.p != '{')
		return -1;
	*s.p = ','; /* so that the first field begins like the others */
	for (f = fields; f < fields + FIELD_COUNT; f++) {
		/* Up to "ev" every kind has every field. */
		uint32_t on = 1U << e->kind;

		if (((f->must | f->may) & on) == 0)
			continue;
		if (has_key(s.p, f)) {
			s.p += f->key_len;
			if (scan_value(&s, f, (char *)e + f->offset) == -1)
				return -1;
		} else if ((f->must & on) != 0) {
			return -1;
		}
	}
	return s.p == d->text + len ? 0 : -1;
}

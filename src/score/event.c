/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "score/event.h"

#include <assert.h>
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "base/buf.h"
#include "score/day.h"
#include "score/field.h"
#include "text/utf8.h"

/* clang-format off */
const struct field fields[FIELD_COUNT] = {
#define FIELD(name, member, type, must, may)                 \
	[FIELD_AT_##name] = { #name, ",\"" #name "\":",     \
		sizeof(",\"" #name "\":") - 1, FIELD_##type, \
		offsetof(struct event, member), must, may },
#include "score/field.def"
#undef FIELD
};
/* clang-format on */

static const char *const kind_names[EVENT_COUNT] = {
#define EVENT(id, name) [EVENT_##id] = (name),
#include "score/event.def"
#undef EVENT
};

static const char cut_mark[] = "\xe2\x80\xa6"; /* U+2026 */

const char *
event_kind_name(enum event_kind kind)
{
	return kind < EVENT_COUNT ? kind_names[kind] : NULL;
}

enum event_kind
event_kind_of(const char *name, size_t len)
{
	unsigned i;

	for (i = 0; i < EVENT_COUNT; i++)
		if (strlen(kind_names[i]) == len &&
		    memcmp(kind_names[i], name, len) == 0)
			break;
	return i;
}

/*
 * Characters that JSON lets stand and a terminal may obey: DEL, C1 controls,
 * line separators, bidirectional controls.  A file must be fit for cat(1).
 */
static int
must_escape(uint32_t ch)
{
	return ch < 0x20 || ch == '"' || ch == '\\' ||
	    (ch >= 0x7f && ch <= 0x9f) || (ch >= 0x2028 && ch <= 0x202e) ||
	    (ch >= 0x2066 && ch <= 0x2069);
}

static void
put_char(struct buf *b, uint32_t ch)
{
	if (ch == '"' || ch == '\\') {
		buf_addc(b, '\\');
		buf_addc(b, (char)ch);
	} else if (must_escape(ch)) {
		buf_printf(b, "\\u%04x", (unsigned)ch);
	} else {
		utf8_encode(b, ch);
	}
}

static void
put_string(struct buf *b, const char *s)
{
	size_t len = s == NULL ? 0 : strlen(s), start, before;
	uint32_t ch;

	buf_addc(b, '"');
	start = b->len;
	while (len > 0) {
		size_t n = utf8_decode(s, len, &ch);

		before = b->len;
		put_char(b, ch);
		if (b->len - start > EVENT_TEXT_MAX) {
			buf_truncate(b, before);
			buf_adds(b, cut_mark);
			break;
		}
		s += n;
		len -= n;
	}
	buf_addc(b, '"');
}

static void
put_list(struct buf *b, const char *const *list)
{
	size_t i;

	buf_addc(b, '[');
	for (i = 0; list != NULL && list[i] != NULL; i++) {
		if (i > 0)
			buf_addc(b, ',');
		put_string(b, list[i]);
	}
	buf_addc(b, ']');
}

/* The shortest of two forms that reads back as the same number. */
static void
put_number(struct buf *b, double x)
{
	char s[40], *p;

	assert(isfinite(x));
	snprintf(s, sizeof(s), "%.15g", x);
	if (strtod(s, NULL) != x)
		snprintf(s, sizeof(s), "%.17g", x);
	for (p = s; *p != '\0'; p++)
		if (*p == ',') /* a host program set LC_NUMERIC */
			*p = '.';
	buf_adds(b, s);
}

static int
is_empty(const struct field *f, const void *member)
{
	const char *const *list;

	switch (f->type) {
	case FIELD_INT:
	case FIELD_TIME:
		return *(const int64_t *)member == 0;
	case FIELD_NUMBER:
		return *(const double *)member == 0;
	case FIELD_STRING:
		return *(const char *const *)member == NULL;
	case FIELD_LIST:
		list = *(const char *const *const *)member;
		return list == NULL || *list == NULL;
	case FIELD_FLAG:
	case FIELD_ZONE:
		return *(const int *)member == 0;
	case FIELD_KIND:
		return 0;
	}
	return 0;
}

static void
put_value(struct buf *b, const struct field *f, const void *member)
{
	switch (f->type) {
	case FIELD_INT:
		buf_printf(b, "%lld", (long long)*(const int64_t *)member);
		break;
	case FIELD_NUMBER:
		put_number(b, *(const double *)member);
		break;
	case FIELD_STRING:
		put_string(b, *(const char *const *)member);
		break;
	case FIELD_LIST:
		put_list(b, *(const char *const *const *)member);
		break;
	case FIELD_FLAG:
		buf_adds(b, *(const int *)member ? "true" : "false");
		break;
	case FIELD_TIME:
		buf_addc(b, '"');
		day_put_time(b, *(const int64_t *)member);
		buf_addc(b, '"');
		break;
	case FIELD_ZONE:
		buf_addc(b, '"');
		day_put_zone(b, *(const int *)member);
		buf_addc(b, '"');
		break;
	case FIELD_KIND:
		put_string(b, kind_names[*(const enum event_kind *)member]);
		break;
	}
}

int
event_put_body(struct buf *b, const struct event *e)
{
	size_t start = b->len, i;
	uint32_t on = 1U << e->kind;

	assert(e->kind < EVENT_COUNT);
	for (i = FIELD_AT_n + 1; i < FIELD_COUNT; i++) {
		const struct field *f = &fields[i];
		const void *member = (const char *)e + f->offset;

		if ((f->must & on) == 0 &&
		    ((f->may & on) == 0 || is_empty(f, member)))
			continue;
		buf_add(b, f->key, f->key_len);
		put_value(b, f, member);
	}
	if (e->extra != NULL) {
		buf_addc(b, ',');
		buf_adds(b, e->extra);
	}
	if (b->len - start <= EVENT_LINE_MAX - 128)
		return 0;
	buf_truncate(b, start);
	errno = EMSGSIZE;
	return -1;
}

void
event_put_frame(struct buf *b, int64_t n, const char *body, size_t len)
{
	size_t start = b->len;
	uLong crc;

	buf_printf(b, "{\"v\":%d,\"n\":%lld", EVENT_VERSION, (long long)n);
	buf_add(b, body, len);
	crc = crc32(0, (const Bytef *)b->s + start, (uInt)(b->len - start));
	buf_printf(b, ",\"crc\":\"%08lx\"}\n", crc);
}

int
event_encode(struct buf *b, const struct event *e)
{
	struct buf body = BUF_INIT;
	int result = event_put_body(&body, e);

	if (result == 0)
		event_put_frame(b, e->n, body.s, body.len);
	buf_release(&body);
	return result;
}

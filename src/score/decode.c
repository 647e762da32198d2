/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "score/crc.h"
#include "score/day.h"
#include "score/event.h"
#include "score/field.h"

void
event_decoder_init(struct event_decoder *d)
{
	memset(d, 0, sizeof(*d));
}

static int
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

/*
 * Steps back over the text `part` at the end of the `*len` bytes, and over
 * white space behind it.
 */
static int
step_back(const char *line, size_t *len, const char *part)
{
	size_t n = *len, part_len = strlen(part);

	while (n > 0 && is_blank(line[n - 1]))
		n--;
	if (n < part_len || memcmp(line + n - part_len, part, part_len) != 0)
		return -1;
	*len = n - part_len;
	return 0;
}

/* Eight hexadecimal digits; no branch, for they cannot be foreseen. */
static int
get_hex(const char *s, uint32_t *value)
{
	unsigned ok = 1;
	int i;

	*value = 0;
	for (i = 0; i < 8; i++) {
		unsigned c = (unsigned char)s[i];
		unsigned digit = c - '0', letter = (c | 0x20) - 'a';
		unsigned is_digit = digit < 10, is_letter = letter < 6;

		ok &= is_digit | is_letter;
		*value = *value << 4 |
		    (is_digit * digit + is_letter * (letter + 10));
	}
	return ok ? 0 : -1;
}

/* The seal as we write it: ,"crc":"0f3a99c1"} */
static int
find_our_seal(const char *line, size_t len, struct event_seal *seal)
{
	static const char before[] = ",\"crc\":\"", after[] = "\"}";
	const size_t b = sizeof(before) - 1, a = sizeof(after) - 1;

	if (len < b + 8 + a)
		return -1;
	seal->body = len - (b + 8 + a);
	if (memcmp(line + seal->body, before, b) != 0 ||
	    memcmp(line + len - a, after, a) != 0)
		return -1;
	return get_hex(line + seal->body + b, &seal->crc);
}

int
event_find_seal(const char *line, size_t len, struct event_seal *seal)
{
	if (find_our_seal(line, len, seal) == 0)
		return 0;
	if (step_back(line, &len, "}") == -1 ||
	    step_back(line, &len, "\"") == -1 || len < 8 ||
	    get_hex(line + len - 8, &seal->crc) == -1)
		return -1;
	len -= 8;
	if (len == 0 || line[len - 1] != '"')
		return -1;
	len--;
	if (step_back(line, &len, ":") == -1 ||
	    step_back(line, &len, "\"crc\"") == -1 ||
	    step_back(line, &len, ",") == -1)
		return -1;
	seal->body = len;
	return 0;
}

void
event_reserve_lists(struct event_decoder *d, size_t len)
{
	/* An element takes two bytes and more; so does the end of a list. */
	size_t need = len / 2 + 2;

	d->list_used = 0;
	if (need <= d->list_cap)
		return;
	d->list = xreallocarray(d->list, need, sizeof(*d->list));
	d->list_cap = need;
}

const struct field *
event_bad_value(const struct event *e)
{
	if (e->v < 1)
		return &fields[FIELD_AT_v];
	if (e->n < 1 || e->n > FIELD_N_MAX)
		return &fields[FIELD_AT_n];
	if (e->frac < 0 || e->frac > 1)
		return &fields[FIELD_AT_frac];
	if (fabs(e->pts) > FIELD_NUMBER_MAX)
		return &fields[FIELD_AT_pts];
	if (e->max < 0 || e->max > FIELD_NUMBER_MAX)
		return &fields[FIELD_AT_max];
	return NULL;
}

static void
copy_text(struct event_decoder *d, const char *line, size_t len)
{
	size_t need = len + EVENT_SLACK;

	if (d->text_cap < need) {
		d->text_cap = need > 1024 ? need : 1024;
		d->text = xreallocarray(d->text, d->text_cap, 1);
	}
	memcpy(d->text, line, len);
	memset(d->text + len, 0, EVENT_SLACK);
}

enum event_status
event_decode(
    struct event_decoder *d, const char *line, size_t len, struct event *e)
{
	const struct field *bad;
	struct event_seal seal;
	enum event_status status;

	d->scanned = 0;
	d->lacks = NULL;
	if (len > EVENT_LINE_MAX || event_find_seal(line, len, &seal) == -1)
		return EVENT_TORN;
	if (crc_of(line, seal.body) != seal.crc)
		return EVENT_DAMAGED;
	memset(e, 0, sizeof(*e));
	event_reserve_lists(d, len);
	copy_text(d, line, seal.body);
	if (!d->no_scan && event_scan(d, seal.body, e) == 0) {
		d->scanned = 1;
	} else {
		status = event_parse(d, line, len, e);
		if (status != EVENT_OK)
			return status;
	}
	bad = event_bad_value(e);
	if (bad != NULL)
		d->lacks = bad->name;
	return bad == NULL ? EVENT_OK : EVENT_LACKS;
}

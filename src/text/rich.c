/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/rich.h"

#include <assert.h>
#include <string.h>

void
rich_init(struct rich *r)
{
	memset(r, 0, sizeof(*r));
	buf_init(&r->text);
}

void
rich_release(struct rich *r)
{
	buf_release(&r->text);
	vec_release(&r->runs);
}

void
rich_reset(struct rich *r)
{
	buf_reset(&r->text);
	r->runs.n = 0;
}

void
rich_add(struct rich *r, const char *s, size_t len, unsigned style)
{
	struct rich_run run = { (uint32_t)r->text.len, (uint32_t)len,
		(uint16_t)style };
	struct rich_run *last;

	assert(style <= UINT16_MAX);
	buf_add(&r->text, s, len);
	if (len == 0 || style == STYLE_BODY)
		return;
	if (r->runs.n > 0) {
		last = &r->runs.v[r->runs.n - 1];
		if (last->style == style &&
		    last->start + last->len == run.start) {
			last->len += run.len;
			return;
		}
	}
	vec_push(&r->runs, run);
}

void
rich_adds(struct rich *r, const char *s, unsigned style)
{
	rich_add(r, s, strlen(s), style);
}

void
rich_append(struct rich *r, const struct rich *more)
{
	uint32_t at = 0;
	size_t i;

	for (i = 0; i < more->runs.n; i++) {
		const struct rich_run *run = &more->runs.v[i];

		rich_add(r, more->text.s + at, run->start - at, STYLE_BODY);
		rich_add(r, more->text.s + run->start, run->len, run->style);
		at = run->start + run->len;
	}
	rich_add(r, more->text.s + at, more->text.len - at, STYLE_BODY);
}

void
rich_add_range(struct rich *r, const struct rich *more, size_t from, size_t to)
{
	size_t i, at = from, start, end;

	for (i = 0; i < more->runs.n && at < to; i++) {
		const struct rich_run *run = &more->runs.v[i];

		start = run->start;
		end = start + run->len;
		if (end <= at || start >= to)
			continue;
		if (start > at) {
			rich_add(r, more->text.s + at, start - at, STYLE_BODY);
			at = start;
		}
		end = end < to ? end : to;
		rich_add(r, more->text.s + at, end - at, run->style);
		at = end;
	}
	rich_add(r, more->text.s + at, to - at, STYLE_BODY);
}

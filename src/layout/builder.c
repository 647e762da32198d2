/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "layout/builder.h"

#include <string.h>

#include "doc/doc.h"
#include "text/rich.h"
#include "text/width.h"

void
builder_init(struct builder *b, struct arena *arena, uint32_t offset, int ascii)
{
	memset(b, 0, sizeof(*b));
	b->arena = arena;
	b->offset = offset;
	b->ascii = ascii;
}

void
builder_span(struct builder *b, const struct span *span)
{
	vec_push(&b->spans, *span);
}

void
builder_add(
    struct builder *b, int col, const char *s, size_t len, unsigned style)
{
	struct span span = { .offset = NO_OFFSET, .link = DOC_NONE };

	if (len == 0)
		return;
	span.s = arena_strndup(b->arena, s, len);
	span.len = (uint32_t)len;
	span.col = col;
	span.cols = text_width(s, len);
	span.style = (uint16_t)style;
	builder_span(b, &span);
}

void
builder_rule(struct builder *b, int col, const char *s, int n)
{
	struct span span = { .offset = NO_OFFSET, .style = STYLE_FRAME };
	size_t len = strlen(s), i;
	char *rule;

	if (n <= 0)
		return;
	rule = arena_alloc(b->arena, (size_t)n * len);
	for (i = 0; i < (size_t)n * len; i++)
		rule[i] = s[i % len];
	span.s = rule;
	span.len = (uint32_t)((size_t)n * len);
	span.col = col;
	span.cols = n;
	builder_span(b, &span);
}

void
builder_line_at(struct builder *b, int col, const struct line *line)
{
	for (uint32_t i = 0; i < line->n; i++) {
		struct span span = line->span[i];

		span.col += col;
		builder_span(b, &span);
	}
}

void
builder_end_line(struct builder *b)
{
	struct line line = { .n = (uint32_t)b->spans.n };
	struct span *spans;
	size_t i;

	spans = arena_array(b->arena, b->spans.n, sizeof(*spans));
	for (i = b->spans.n; i-- > 0;) {
		spans[i] = b->spans.v[i];
		if (spans[i].offset != NO_OFFSET)
			line.offset = spans[i].offset + 1;
	}
	if (line.offset != 0)
		b->offset = line.offset - 1;
	line.offset = b->offset;
	line.span = spans;
	vec_push(&b->lines, line);
	b->spans.n = 0;
}

struct lines
builder_finish(struct builder *b)
{
	struct lines lines = { .n = b->lines.n };
	struct line *copy;

	copy = arena_array(b->arena, b->lines.n, sizeof(*copy));
	if (b->lines.n > 0)
		memcpy(copy, b->lines.v, b->lines.n * sizeof(*copy));
	lines.line = copy;
	vec_release(&b->lines);
	vec_release(&b->spans);
	return lines;
}

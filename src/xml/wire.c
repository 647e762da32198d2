/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "xml/wire.h"

#include <assert.h>
#include <string.h>

enum { ALIGN = 4, HEAD = sizeof(struct wire_rec) };

/* Appends a head and room for `body` bytes, the padding zeroed. */
static char *
put(struct buf *w, struct wire_rec *rec, size_t body)
{
	size_t size = (HEAD + body + ALIGN - 1) / ALIGN * ALIGN;
	char *p = buf_reserve(w, size);

	assert(size <= WIRE_REC_MAX);
	rec->size = (uint32_t)size;
	memset(p + size - ALIGN, 0, ALIGN);
	memcpy(p, rec, HEAD);
	w->len += size;
	return p + HEAD;
}

void
wire_start(struct buf *w, struct wire_place at, unsigned name,
    const struct wire_attr *attr, size_t n)
{
	struct wire_rec rec = { .kind = WIRE_START,
		.n = (uint16_t)n,
		.a = name,
		.line = at.line,
		.col = at.col };
	size_t body = n * 2 * sizeof(uint32_t), i;
	char *p, *value;

	assert(n <= WIRE_ATTRS_MAX);
	for (i = 0; i < n; i++)
		body += attr[i].len + 1;
	p = put(w, &rec, body);
	value = p + n * 2 * sizeof(uint32_t);
	for (i = 0; i < n; i++) {
		uint32_t pair[2] = { attr[i].name, (uint32_t)attr[i].len };

		memcpy(p + i * sizeof(pair), pair, sizeof(pair));
		memcpy(value, attr[i].value, attr[i].len);
		value[attr[i].len] = '\0';
		value += attr[i].len + 1;
	}
}

void
wire_end(struct buf *w, struct wire_place at, unsigned name)
{
	struct wire_rec rec = {
		.kind = WIRE_END, .a = name, .line = at.line, .col = at.col
	};

	put(w, &rec, 0);
}

void
wire_text(struct buf *w, struct wire_place at, const char *text, size_t len)
{
	struct wire_rec rec = { .kind = WIRE_TEXT,
		.a = (uint32_t)len,
		.line = at.line,
		.col = at.col };

	memcpy(put(w, &rec, len), text, len);
}

void
wire_put(struct buf *w, enum wire_kind kind, uint32_t a, struct wire_place at,
    const char *s, size_t len)
{
	struct wire_rec rec = {
		.kind = (uint16_t)kind, .a = a, .line = at.line, .col = at.col
	};
	char *p = put(w, &rec, len + 1);

	memcpy(p, s, len);
	p[len] = '\0';
}

void
wire_diag(struct buf *w, struct wire_place at, enum diag_code code,
    const char *const *args)
{
	struct wire_rec rec = {
		.kind = WIRE_DIAG, .a = code, .line = at.line, .col = at.col
	};
	size_t body = 0, len[WIRE_ARGS_MAX], i;
	char *p;

	for (rec.n = 0; rec.n < WIRE_ARGS_MAX && args[rec.n] != NULL; rec.n++) {
		len[rec.n] = strlen(args[rec.n]) + 1;
		body += len[rec.n];
	}
	p = put(w, &rec, body);
	for (i = 0; i < rec.n; i++) {
		memcpy(p, args[i], len[i]);
		p += len[i];
	}
}

void
wire_progress(struct buf *w, uint64_t done, uint64_t all)
{
	struct wire_rec rec = { .kind = WIRE_PROGRESS };
	uint64_t pair[2] = { done, all };

	memcpy(put(w, &rec, sizeof(pair)), pair, sizeof(pair));
}

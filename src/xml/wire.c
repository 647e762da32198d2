/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "xml/wire.h"

#include <assert.h>
#include <string.h>

enum { ALIGN = 4, HEAD = sizeof(struct wire_rec) };

/*
 * Appends a head and room for `body` bytes, the padding zeroed; returns the
 * body.  All but `n`, which the caller sets.
 */
static inline __attribute__((always_inline)) char *
put(struct buf *w, enum wire_kind kind, uint32_t a, struct wire_place at,
    size_t body)
{
	size_t size = (HEAD + body + ALIGN - 1) / ALIGN * ALIGN;
	struct wire_rec *rec;
	char *p;

	assert(size <= WIRE_REC_MAX);
	p = buf_reserve(w, size);
	memset(p + size - ALIGN, 0, ALIGN);
	rec = (void *)p;
	rec->size = (uint32_t)size;
	rec->kind = (uint16_t)kind;
	rec->n = 0;
	rec->a = a;
	rec->line = at.line;
	rec->col = at.col;
	w->len += size;
	return p + HEAD;
}

static struct wire_rec *
head_of(char *body)
{
	return (void *)(body - HEAD);
}

void
wire_start(struct buf *w, struct wire_place at, unsigned name,
    const struct wire_attr *attr, size_t n)
{
	size_t body = n * 2 * sizeof(uint32_t), i;
	uint32_t *pair;
	char *p, *value;

	assert(n <= WIRE_ATTRS_MAX);
	for (i = 0; i < n; i++)
		body += attr[i].len + 1;
	p = put(w, WIRE_START, name, at, body);
	head_of(p)->n = (uint16_t)n;
	value = p + n * 2 * sizeof(uint32_t);
	pair = (void *)p;
	for (i = 0; i < n; i++) {
		*pair++ = attr[i].name;
		*pair++ = (uint32_t)attr[i].len;
		memcpy(value, attr[i].value, attr[i].len);
		value[attr[i].len] = '\0';
		value += attr[i].len + 1;
	}
}

void
wire_end(struct buf *w, struct wire_place at, unsigned name)
{
	put(w, WIRE_END, name, at, 0);
}

void
wire_text(struct buf *w, struct wire_place at, const char *text, size_t len)
{
	memcpy(put(w, WIRE_TEXT, (uint32_t)len, at, len), text, len);
}

static void
put_string(char *body, const char *s, size_t len)
{
	memcpy(body, s, len);
	body[len] = '\0';
}

void
wire_pi(struct buf *w, struct wire_place at, unsigned name, const char *text,
    size_t len)
{
	put_string(put(w, WIRE_PI, name, at, len + 1), text, len);
}

void
wire_put(
    struct buf *w, enum wire_kind kind, uint32_t a, const char *s, size_t len)
{
	const struct wire_place none = { 0, 0 };

	put_string(put(w, kind, a, none, len + 1), s, len);
}

void
wire_diag(struct buf *w, struct wire_place at, enum diag_code code,
    const char *const *args)
{
	size_t body = 0, len[WIRE_ARGS_MAX], i, n;
	char *p;

	for (n = 0; n < WIRE_ARGS_MAX && args[n] != NULL; n++) {
		len[n] = strlen(args[n]) + 1;
		body += len[n];
	}
	p = put(w, WIRE_DIAG, code, at, body);
	head_of(p)->n = (uint16_t)n;
	for (i = 0; i < n; i++) {
		memcpy(p, args[i], len[i]);
		p += len[i];
	}
}

void
wire_progress(struct buf *w, uint64_t done, uint64_t all)
{
	uint64_t pair[2] = { done, all };

	memcpy(put(w, WIRE_PROGRESS, 0, (struct wire_place){ 0 }, sizeof(pair)),
	    pair, sizeof(pair));
}

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/block.h"
#include "text/utf8.h"
#include "xml/wire.h"

enum { HEAD = sizeof(struct wire_rec) };
_Static_assert((int)HEAD >= BLOCK, "is_plain reads a block behind a head");

enum result {
	EVENT,    /* the event was filled */
	SILENT,   /* a record that is no event */
	MALFORMED /* not what a writer would write */
};

static const char *
body_of(const struct wire_rec *rec)
{
	return (const char *)rec + HEAD;
}

/* With the padding. */
static size_t
body_len(const struct wire_rec *rec)
{
	return rec->size - HEAD;
}

void
wire_reader_init(struct wire_reader *r, struct diags *d)
{
	memset(r, 0, sizeof(*r));
	buf_init(&r->clean);
	r->diags = d;
	r->unwind = SIZE_MAX;
}

void
wire_reader_release(struct wire_reader *r)
{
	size_t i;

	for (i = 0; i < r->names.n; i++)
		free(r->names.v[i].local);
	for (i = 0; i < r->files.n; i++)
		free(r->files.v[i]);
	vec_release(&r->names);
	vec_release(&r->files);
	vec_release(&r->open);
	vec_release(&r->attrs);
	buf_release(&r->clean);
}

static void
event_begin(const struct wire_reader *r, struct xml_event *ev,
    enum xml_kind kind, unsigned name)
{
	ev->kind = kind;
	ev->name = name;
	ev->text = "";
	ev->len = 0;
	ev->attr = NULL;
	ev->n_attr = 0;
	ev->file = r->file;
	ev->line = r->place.line;
	ev->col = r->place.col;
}

/* One of the ends that UNWIND, or the end of the document, asks for. */
static int
unwound(struct wire_reader *r, struct xml_event *ev)
{
	if (r->open.n <= r->unwind) {
		r->unwind = SIZE_MAX;
		return 0;
	}
	event_begin(r, ev, XML_END, r->open.v[--r->open.n]);
	return 1;
}

void
wire_give(struct wire_reader *r, const char *records, size_t len)
{
	r->p = records;
	r->left = len;
}

void
wire_cut(struct wire_reader *r)
{
	r->over = r->broken = 1;
	r->unwind = 0;
	r->left = 0;
}

/* The string at `p`, which has a NUL within `len` bytes; else NULL. */
static const char *
body_string(const char *p, size_t len)
{
	return memchr(p, '\0', len) != NULL ? p : NULL;
}

/*
 * 1 for most of the text there is; 0 says that it must be looked at.  `s` lies
 * in a record behind its head, so the block that ends with it can be read.
 */
static int
is_plain(const char *s, size_t len)
{
	const char *end = s + len;

	for (; end - s > BLOCK; s += BLOCK)
		if (block_strange(s) != 0)
			return 0;
	return block_strange(end - BLOCK) >> (BLOCK - (end - s)) == 0;
}

/* Text that has to be looked at, and perhaps changed. */
static __attribute__((noinline)) const char *
clean_text(struct wire_reader *r, const char *s, size_t *len)
{
	size_t start = r->clean.len;

	if (text_is_clean(s, *len))
		return s;
	text_clean(&r->clean, s, *len);
	*len = r->clean.len - start;
	buf_addc(&r->clean, '\0');
	return r->clean.s + start;
}

/* Text as it may be shown; what was in order stays where it is. */
static inline const char *
cleaned(struct wire_reader *r, const char *s, size_t *len)
{
	return is_plain(s, *len) ? s : clean_text(r, s, len);
}

/* Checks and takes the attributes; 0, or -1 when they do not hold.  Kept out
 * of wire_next, which is short for the records that are many. */
static __attribute__((noinline)) int
read_attrs(struct wire_reader *r, const struct wire_rec *rec)
{
	size_t n = rec->n, table = n * 2 * sizeof(uint32_t), i;
	const char *value = body_of(rec) + table;
	size_t left;

	if (n > WIRE_ATTRS_MAX || table > body_len(rec))
		return -1;
	left = body_len(rec) - table;
	/* Cleaning triples at most, so no value moves once it is cleaned. */
	buf_reserve(&r->clean, 3 * left + n);
	r->attrs.n = 0;
	for (i = 0; i < n; i++) {
		struct xml_attr attr;
		uint32_t pair[2];

		memcpy(pair, body_of(rec) + i * sizeof(pair), sizeof(pair));
		if (pair[0] >= r->names.n || pair[1] >= left ||
		    value[pair[1]] != '\0')
			return -1;
		attr.name = pair[0];
		attr.len = pair[1];
		attr.value = cleaned(r, value, &attr.len);
		vec_push(&r->attrs, attr);
		value += pair[1] + 1;
		left -= pair[1] + 1;
	}
	return 0;
}

static enum result
read_start(
    struct wire_reader *r, const struct wire_rec *rec, struct xml_event *ev)
{
	if (rec->a >= r->names.n || r->open.n >= WIRE_DEPTH_MAX ||
	    (r->seen_root && r->open.n == 0))
		return MALFORMED;
	event_begin(r, ev, XML_START, rec->a);
	if (rec->n > 0) {
		if (read_attrs(r, rec) == -1)
			return MALFORMED;
		ev->attr = r->attrs.v;
		ev->n_attr = r->attrs.n;
	}
	vec_push(&r->open, rec->a);
	r->seen_root = 1;
	return EVENT;
}

static enum result
read_end(
    struct wire_reader *r, const struct wire_rec *rec, struct xml_event *ev)
{
	if (r->open.n == 0 || r->open.v[r->open.n - 1] != rec->a)
		return MALFORMED;
	r->open.n--;
	event_begin(r, ev, XML_END, rec->a);
	return EVENT;
}

static enum result
read_text(
    struct wire_reader *r, const struct wire_rec *rec, struct xml_event *ev)
{
	if (rec->a > body_len(rec))
		return MALFORMED;
	if (r->open.n == 0)
		return SILENT;
	event_begin(r, ev, XML_TEXT, 0);
	ev->len = rec->a;
	ev->text = cleaned(r, body_of(rec), &ev->len);
	return ev->len > 0 ? EVENT : SILENT;
}

static enum result
read_pi(struct wire_reader *r, const struct wire_rec *rec, struct xml_event *ev)
{
	const char *s = body_string(body_of(rec), body_len(rec));

	if (s == NULL || rec->a >= r->names.n)
		return MALFORMED;
	event_begin(r, ev, XML_PI, rec->a);
	ev->len = strlen(s);
	ev->text = cleaned(r, s, &ev->len);
	return EVENT;
}

/* A name or a path, made fit to be shown. */
static char *
clean_copy(const char *s)
{
	struct buf b = BUF_INIT;

	text_clean(&b, s, strlen(s));
	return buf_detach(&b);
}

static enum result
read_definition(struct wire_reader *r, const struct wire_rec *rec)
{
	const char *s = body_string(body_of(rec), body_len(rec));

	if (s == NULL || rec->a >= XML_NS_COUNT)
		return MALFORMED;
	if (rec->kind == WIRE_FILE) {
		vec_push(&r->files, clean_copy(s));
	} else {
		struct wire_name name = { (enum xml_ns)rec->a, clean_copy(s) };

		vec_push(&r->names, name);
	}
	return SILENT;
}

static enum result
read_diag(struct wire_reader *r, const struct wire_rec *rec)
{
	char *args[WIRE_ARGS_MAX] = { NULL, NULL, NULL };
	const char *file = r->file < r->files.n ? r->files.v[r->file] : NULL;
	const char *p = body_of(rec);
	enum result result = SILENT;
	size_t left = body_len(rec), i;

	if (rec->a >= DIAG_COUNT || rec->n > WIRE_ARGS_MAX)
		return MALFORMED;
	for (i = 0; i < rec->n; i++) {
		if (body_string(p, left) == NULL)
			break;
		args[i] = clean_copy(p);
		left -= strlen(p) + 1;
		p += strlen(p) + 1;
	}
	if (i == rec->n)
		diag_add(r->diags, (enum diag_code)rec->a, file, rec->line,
		    rec->col, args[0], args[1], args[2]);
	else
		result = MALFORMED;
	for (i = 0; i < WIRE_ARGS_MAX; i++)
		free(args[i]);
	return result;
}

static enum result
read_progress(struct wire_reader *r, const struct wire_rec *rec)
{
	uint64_t pair[2];

	if (body_len(rec) < sizeof(pair))
		return MALFORMED;
	memcpy(pair, body_of(rec), sizeof(pair));
	r->done = pair[0];
	r->all = pair[1];
	return SILENT;
}

/* The records that steer the reader and hold one number. */
static enum result
read_number(struct wire_reader *r, const struct wire_rec *rec)
{
	uint32_t a = rec->a;

	switch (rec->kind) {
	case WIRE_AT:
		if (a >= r->files.n)
			return MALFORMED;
		r->file = a;
		return SILENT;
	case WIRE_UNWIND:
		if (a > r->open.n)
			return MALFORMED;
		r->unwind = a;
		return SILENT;
	case WIRE_DONE:
		r->over = 1;
		r->broken = a != 0 || r->open.n > 0;
		r->unwind = 0;
		return SILENT;
	default:
		return MALFORMED;
	}
}

/* The records that are few. */
static __attribute__((noinline)) enum result
read_other(
    struct wire_reader *r, const struct wire_rec *rec, struct xml_event *ev)
{
	switch (rec->kind) {
	case WIRE_PI:
		return read_pi(r, rec, ev);
	case WIRE_NAME:
	case WIRE_FILE:
		return read_definition(r, rec);
	case WIRE_DIAG:
		return read_diag(r, rec);
	case WIRE_PROGRESS:
		return read_progress(r, rec);
	default:
		return read_number(r, rec);
	}
}

/* Takes one record and moves on behind it; NULL when it cannot be one. */
static const struct wire_rec *
take(struct wire_reader *r)
{
	const struct wire_rec *rec = (const void *)r->p;

	if (r->left < HEAD || rec->size < HEAD || rec->size > r->left ||
	    rec->size % 4 != 0)
		return NULL;
	r->p += rec->size;
	r->left -= rec->size;
	if (rec->line > 0) {
		r->place.line = rec->line;
		r->place.col = rec->col;
	}
	return rec;
}

static enum result
read_record(
    struct wire_reader *r, const struct wire_rec *rec, struct xml_event *ev)
{
	switch (rec->kind) {
	case WIRE_START:
		return read_start(r, rec, ev);
	case WIRE_END:
		return read_end(r, rec, ev);
	case WIRE_TEXT:
		return read_text(r, rec, ev);
	default:
		return read_other(r, rec, ev);
	}
}

/* What comes before the next record: ends that are due, and the last event;
 * else 0. */
static __attribute__((noinline)) int
read_due(struct wire_reader *r, struct xml_event *ev)
{
	if (unwound(r, ev))
		return 1;
	if (r->over)
		event_begin(r, ev, XML_DONE, 0);
	return r->over;
}

int
wire_next(struct wire_reader *r, struct xml_event *ev)
{
	const struct wire_rec *rec;
	enum result result;

	if (r->clean.len > 0)
		buf_reset(&r->clean);
	for (;;) {
		if ((r->over || r->unwind != SIZE_MAX) && read_due(r, ev))
			return 1;
		if (r->left == 0)
			return 0;
		rec = take(r);
		result = rec != NULL ? read_record(r, rec, ev) : MALFORMED;
		if (result == EVENT)
			return 1;
		if (result == MALFORMED)
			wire_cut(r);
	}
}

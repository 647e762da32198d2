/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "text/utf8.h"
#include "xml/wire.h"

enum { HEAD = sizeof(struct wire_rec) };

/* One record whose head was checked. */
struct record {
	struct wire_rec head;
	const char *body;
	size_t len; /* of the body, with the padding */
};

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
	memset(ev, 0, sizeof(*ev));
	ev->kind = kind;
	ev->name = name;
	ev->text = "";
	ev->file = r->file;
	ev->line = r->place.line;
	ev->col = r->place.col;
}

int
wire_pending(struct wire_reader *r, struct xml_event *ev)
{
	if (r->unwind == SIZE_MAX)
		return 0;
	if (r->open.n <= r->unwind) {
		r->unwind = SIZE_MAX;
		return 0;
	}
	event_begin(r, ev, XML_END, r->open.v[--r->open.n]);
	return 1;
}

void
wire_cut(struct wire_reader *r)
{
	r->over = r->broken = 1;
	r->unwind = 0;
}

/* The string at `p`, which has a NUL within `len` bytes; else NULL. */
static const char *
body_string(const char *p, size_t len)
{
	return memchr(p, '\0', len) != NULL ? p : NULL;
}

/* Text as it may be shown; what was in order stays where it is. */
static const char *
cleaned(struct wire_reader *r, const char *s, size_t *len)
{
	size_t start = r->clean.len;

	if (text_is_clean(s, *len))
		return s;
	text_clean(&r->clean, s, *len);
	*len = r->clean.len - start;
	buf_addc(&r->clean, '\0');
	return r->clean.s + start;
}

/* Checks and takes the attributes; 0, or -1 when they do not hold. */
static int
read_attrs(struct wire_reader *r, const struct record *rec)
{
	size_t n = rec->head.n, table = n * 2 * sizeof(uint32_t), i;
	const char *value = rec->body + table;
	size_t left;

	if (n > WIRE_ATTRS_MAX || table > rec->len)
		return -1;
	left = rec->len - table;
	/* Cleaning triples at most, so no value moves once it is cleaned. */
	buf_reserve(&r->clean, 3 * left + n);
	r->attrs.n = 0;
	for (i = 0; i < n; i++) {
		struct xml_attr attr;
		uint32_t pair[2];

		memcpy(pair, rec->body + i * sizeof(pair), sizeof(pair));
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

static enum wire_result
read_start(
    struct wire_reader *r, const struct record *rec, struct xml_event *ev)
{
	if (rec->head.a >= r->names.n || r->open.n >= WIRE_DEPTH_MAX ||
	    (r->seen_root && r->open.n == 0))
		return WIRE_MALFORMED;
	event_begin(r, ev, XML_START, rec->head.a);
	if (rec->head.n > 0) {
		if (read_attrs(r, rec) == -1)
			return WIRE_MALFORMED;
		ev->attr = r->attrs.v;
		ev->n_attr = r->attrs.n;
	}
	vec_push(&r->open, rec->head.a);
	r->seen_root = 1;
	return WIRE_EVENT;
}

static enum wire_result
read_end(struct wire_reader *r, const struct record *rec, struct xml_event *ev)
{
	if (r->open.n == 0 || r->open.v[r->open.n - 1] != rec->head.a)
		return WIRE_MALFORMED;
	r->open.n--;
	event_begin(r, ev, XML_END, rec->head.a);
	return WIRE_EVENT;
}

static enum wire_result
read_text(struct wire_reader *r, const struct record *rec, struct xml_event *ev)
{
	if (rec->head.a > rec->len)
		return WIRE_MALFORMED;
	if (r->open.n == 0)
		return WIRE_SILENT;
	event_begin(r, ev, XML_TEXT, 0);
	ev->len = rec->head.a;
	ev->text = cleaned(r, rec->body, &ev->len);
	return ev->len > 0 ? WIRE_EVENT : WIRE_SILENT;
}

static enum wire_result
read_pi(struct wire_reader *r, const struct record *rec, struct xml_event *ev)
{
	const char *s = body_string(rec->body, rec->len);

	if (s == NULL || rec->head.a >= r->names.n)
		return WIRE_MALFORMED;
	event_begin(r, ev, XML_PI, rec->head.a);
	ev->len = strlen(s);
	ev->text = cleaned(r, s, &ev->len);
	return WIRE_EVENT;
}

/* A name or a path, made fit to be shown. */
static char *
clean_copy(const char *s)
{
	struct buf b = BUF_INIT;

	text_clean(&b, s, strlen(s));
	return buf_detach(&b);
}

static enum wire_result
read_definition(struct wire_reader *r, const struct record *rec)
{
	const char *s = body_string(rec->body, rec->len);

	if (s == NULL || rec->head.a >= XML_NS_COUNT)
		return WIRE_MALFORMED;
	if (rec->head.kind == WIRE_FILE) {
		vec_push(&r->files, clean_copy(s));
	} else {
		struct wire_name name = { (enum xml_ns)rec->head.a,
			clean_copy(s) };

		vec_push(&r->names, name);
	}
	return WIRE_SILENT;
}

static enum wire_result
read_diag(struct wire_reader *r, const struct record *rec)
{
	char *args[WIRE_ARGS_MAX] = { NULL, NULL, NULL };
	const char *file = r->file < r->files.n ? r->files.v[r->file] : NULL;
	const char *p = rec->body;
	enum wire_result result = WIRE_SILENT;
	size_t left = rec->len, i;

	if (rec->head.a >= DIAG_COUNT || rec->head.n > WIRE_ARGS_MAX)
		return WIRE_MALFORMED;
	for (i = 0; i < rec->head.n; i++) {
		if (body_string(p, left) == NULL)
			break;
		args[i] = clean_copy(p);
		left -= strlen(p) + 1;
		p += strlen(p) + 1;
	}
	if (i == rec->head.n)
		diag_add(r->diags, (enum diag_code)rec->head.a, file,
		    rec->head.line, rec->head.col, args[0], args[1], args[2]);
	else
		result = WIRE_MALFORMED;
	for (i = 0; i < WIRE_ARGS_MAX; i++)
		free(args[i]);
	return result;
}

static enum wire_result
read_progress(struct wire_reader *r, const struct record *rec)
{
	uint64_t pair[2];

	if (rec->len < sizeof(pair))
		return WIRE_MALFORMED;
	memcpy(pair, rec->body, sizeof(pair));
	r->done = pair[0];
	r->all = pair[1];
	return WIRE_SILENT;
}

/* The records that steer the reader and hold one number. */
static enum wire_result
read_number(struct wire_reader *r, const struct record *rec)
{
	uint32_t a = rec->head.a;

	switch (rec->head.kind) {
	case WIRE_AT:
		if (a >= r->files.n)
			return WIRE_MALFORMED;
		r->file = a;
		return WIRE_SILENT;
	case WIRE_UNWIND:
		if (a > r->open.n)
			return WIRE_MALFORMED;
		r->unwind = a;
		return WIRE_SILENT;
	case WIRE_DONE:
		r->over = 1;
		r->broken = a != 0 || r->open.n > 0;
		r->unwind = 0;
		return WIRE_SILENT;
	default:
		return WIRE_MALFORMED;
	}
}

static enum wire_result
read_record(
    struct wire_reader *r, const struct record *rec, struct xml_event *ev)
{
	switch (rec->head.kind) {
	case WIRE_START:
		return read_start(r, rec, ev);
	case WIRE_END:
		return read_end(r, rec, ev);
	case WIRE_TEXT:
		return read_text(r, rec, ev);
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

enum wire_result
wire_read(struct wire_reader *r, const char *p, size_t len, size_t *used,
    struct xml_event *ev)
{
	struct record rec;

	buf_truncate(&r->clean, 0);
	*used = 0;
	if (len < HEAD)
		return WIRE_MALFORMED;
	memcpy(&rec.head, p, HEAD);
	if (rec.head.size < HEAD || rec.head.size > len ||
	    rec.head.size % 4 != 0)
		return WIRE_MALFORMED;
	rec.body = p + HEAD;
	rec.len = rec.head.size - HEAD;
	*used = rec.head.size;
	if (rec.head.line > 0) {
		r->place.line = rec.head.line;
		r->place.col = rec.head.col;
	}
	return read_record(r, &rec, ev);
}

/* SPDX-License-Identifier: ISC */
/*
 * fuzz_xml.c - any bytes as a document; a target of libFuzzer
 *
 * Behind a line "%%%" lies b.xml, a file beside the document; behind the next
 * one b.ent.  How many bytes there are says in what pieces the parser gets
 * them.
 * Whatever the bytes are, names exist, elements nest, text is clean, places
 * are given, and a document without faults gives the same when the parser
 * gets it whole.
 */
#include "config.h"

#include <stdio.h>

#include <unistd.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/xalloc.h"
#include "fuzz.h"
#include "text/utf8.h"
#include "xml/stream.h"

enum { MARK_LEN = 5 };

/* FNV-1a over what an event says; texts may come in other pieces. */
static void
mix(uint64_t *hash, const char *s, size_t len)
{
	size_t i;

	for (i = 0; i < len; i++)
		*hash = (*hash ^ (unsigned char)s[i]) * UINT64_C(1099511628211);
}

static void
check_event(struct xml_stream *x, const struct xml_event *ev, uint64_t *hash)
{
	const char *name;
	size_t i;

	require(ev->line >= 1 && ev->col >= 1);
	require(text_is_clean(ev->text, ev->len));
	require(xml_file(x, ev->file)[0] != '\0');
	mix(hash, ev->text, ev->len);
	if (ev->kind == XML_TEXT)
		return;
	name = xml_name(x, ev->name);
	require(xml_name_ns(x, ev->name) < XML_NS_COUNT);
	mix(hash, name, strlen(name) + 1);
	for (i = 0; i < ev->n_attr; i++) {
		const struct xml_attr *a = &ev->attr[i];

		require(a->value[a->len] == '\0');
		require(text_is_clean(a->value, a->len));
		mix(hash, xml_name(x, a->name), 1);
		mix(hash, a->value, a->len);
	}
}

/* 1 when nothing was given up; else how much text came first is chance. */
static int
is_complete(const struct diags *d)
{
	size_t i;

	for (i = 0; i < d->all.n; i++)
		if (d->all.v[i].code == DIAG_XML_SYNTAX ||
		    d->all.v[i].code == DIAG_XML_LIMIT)
			return 0;
	return d->errors < DIAGS_MAX;
}

/* Reads the document, and says what it was in one number. */
static uint64_t
read_document(const char *path, const char *data, size_t len, size_t chunk)
{
	const struct xml_source src = {
		.path = path, .data = data, .len = len
	};
	const struct xml_options options = { .chunk = chunk };
	uint64_t hash = UINT64_C(14695981039346656037);
	struct xml_stream *x;
	struct xml_event ev;
	struct diags d;
	size_t open = 0;

	diags_init(&d);
	x = xml_open_with(&src, &options, &d);
	require(x != NULL || d.errors > 0);
	while (x != NULL) {
		xml_next(x, &ev);
		if (ev.kind == XML_DONE)
			break;
		require(ev.kind != XML_END || open > 0);
		open += ev.kind == XML_START;
		open -= ev.kind == XML_END;
		check_event(x, &ev, &hash);
	}
	require(open == 0);
	require(x == NULL || !xml_broken(x) || d.errors > 0);
	if (x == NULL || xml_broken(x) || !is_complete(&d))
		hash = 0;
	xml_close(x);
	diags_release(&d);
	return hash;
}

/* The folder with the document's other files, made once. */
static const char *
folder(void)
{
	static char *path;

	if (path == NULL) {
		path = xstrdup("/tmp/lectern-fuzz-XXXXXX");
		require(mkdtemp(path) != NULL);
	}
	return path;
}

/* Cuts what lies behind a line "%%%" off, into a file of the folder. */
static size_t
cut_file(const char *s, size_t len, const char *name)
{
	char *path;
	const char *p = memmem(s, len, "\n%%%\n", MARK_LEN);
	FILE *f;

	if (p == NULL)
		return len;
	path = path_join(folder(), name);
	f = fopen(path, "w");
	free(path);
	require(f != NULL);
	fwrite(p + MARK_LEN, 1, len - (size_t)(p + MARK_LEN - s), f);
	fclose(f);
	return (size_t)(p - s);
}

static void
remove_file(const char *name)
{
	char *path = path_join(folder(), name);

	unlink(path);
	free(path);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *s = (const char *)data;
	char *path;
	size_t len, rest, chunk;
	uint64_t whole;

	path = path_join(folder(), "a.xml");
	chunk = size % 64 + 1;
	len = cut_file(s, size, "b.xml");
	rest = len < size ? len + MARK_LEN : size;
	cut_file(s + rest, size - rest, "b.ent");
	whole = read_document(path, s, len, 65536);
	require(read_document(path, s, len, chunk) == whole);
	remove_file("b.xml");
	remove_file("b.ent");
	free(path);
	return 0;
}

/* SPDX-License-Identifier: ISC */
/*
 * Every encoding that documents come in, in the jailed child.  The C library
 * fetches a converter when it is first asked for, and the list of them as
 * well, so each file is read by a process that has not asked yet: the document
 * itself, which is opened before the child is, is in UTF-8, and includes the
 * other.  GCONV_PATH keeps the library from its cache of that list.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include <unistd.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/xalloc.h"
#include "unit.h"
#include "xml/stream.h"

/* A character of each encoding, in it and in UTF-8. */
static const struct {
	const char *encoding;
	const char *bytes;
	size_t len;
	const char *text;
} rows[] = {
#define ROW(encoding, bytes, text)         \
 {                                         \
  encoding, bytes, sizeof(bytes) - 1, text \
 }
	ROW("iso-8859-1", "\xe9", "\303\251"),
	ROW("ISO-8859-2", "\xb3", "\305\202"),
	ROW("iso-8859-3", "\xb1", "\304\247"),
	ROW("iso-8859-4", "\xf3", "\304\267"),
	ROW("iso-8859-5", "\xb6", "\320\226"),
	ROW("iso-8859-6", "\xc8", "\330\250"),
	ROW("iso-8859-7", "\xd9", "\316\251"),
	ROW("iso-8859-8", "\xf9", "\327\251"),
	ROW("iso-8859-9", "\xfe", "\305\237"),
	ROW("iso-8859-10", "\xf0", "\303\260"),
	ROW("iso-8859-11", "\xb7", "\340\270\227"),
	ROW("iso-8859-13", "\xfe", "\305\276"),
	ROW("iso-8859-14", "\xf0", "\305\265"),
	ROW("iso-8859-15", "\xa4", "\342\202\254"),
	ROW("iso-8859-16", "\xba", "\310\231"),
	ROW("koi8-r", "\xf6", "\320\226"),
	ROW("koi8-u", "\xad", "\322\221"),
	ROW("windows-1251", "\xc6", "\320\226"),
	ROW("windows-1252", "\x80", "\342\202\254"),
	ROW("euc-jp", "\xc6\xfc", "\346\227\245"),
	ROW("Shift_JIS", "\x93\xfa", "\346\227\245"),
	ROW("iso-2022-jp", "\x1b$BF|\x1b(B", "\346\227\245"),
	ROW("euc-kr", "\xc7\xd1", "\355\225\234"),
	ROW("gb18030", "\xd6\xd0", "\344\270\255"),
	ROW("big5", "\xa4\xa4", "\344\270\255"),
	ROW("tis-620", "\xb7", "\340\270\227"),
	ROW("UTF-16LE", "\xe5\x65", "\346\227\245"),
	ROW("UTF-16BE", "\x65\xe5", "\346\227\245"),
	ROW("UTF-16", "\xff\xfe\xe5\x65", "\346\227\245"),
	ROW("UTF-16", "\xfe\xff\x65\xe5", "\346\227\245"),
	ROW("UTF-8", "\xef\xbb\xbf\346\227\245", "\346\227\245"),
#undef ROW
};

static char *dir;

static void
write_in(const char *name, const char *s, size_t len)
{
	char *path = path_join(dir, name);

	assert_int_equal(file_replace(path, s, len), 0);
	free(path);
}

/* All text of a.xml, and its faults. */
static void
read_text(int child, struct buf *out)
{
	const struct xml_options options = { .chunk = 4096, .child = child };
	char *path = path_join(dir, "a.xml");
	struct xml_source src = { .path = path };
	struct xml_stream *x;
	struct xml_event ev;
	struct diags diags;
	size_t i;

	buf_reset(out);
	diags_init(&diags);
	x = xml_open_with(&src, &options, &diags);
	while (x != NULL) {
		xml_next(x, &ev);
		if (ev.kind == XML_DONE)
			break;
		if (ev.kind == XML_TEXT)
			buf_add(out, ev.text, ev.len);
	}
	xml_close(x);
	for (i = 0; i < diags.all.n; i++)
		buf_printf(out, "\n%s", diags.all.v[i].text);
	diags_release(&diags);
	free(path);
}

static void
include_row(size_t i, int child, struct buf *out)
{
	struct buf a = BUF_INIT;

	buf_printf(&a,
	    "<a xmlns:xi='http://www.w3.org/2001/XInclude'>"
	    "<xi:include href='t' parse='text' encoding='%s'/></a>",
	    rows[i].encoding);
	write_in("a.xml", a.s, a.len);
	write_in("t", rows[i].bytes, rows[i].len);
	read_text(child, out);
	buf_release(&a);
}

static void
includes_are_converted(int child)
{
	struct buf out = BUF_INIT;
	size_t i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		include_row(i, child, &out);
		if (strcmp(out.s, rows[i].text) != 0)
			fail_msg("%s: %s", rows[i].encoding, out.s);
	}
	buf_release(&out);
}

static int
has_child(void)
{
	const char *where = getenv("LECTERN_PARSER");

	return where == NULL || strcmp(where, "inside") != 0;
}

static void
a_child_finds_converters(void **state)
{
	(void)state;
	if (!has_child())
		skip();
	includes_are_converted(1);
}

static void
it_finds_them_without_the_cache(void **state)
{
	(void)state;
	if (!has_child())
		skip();
	setenv("GCONV_PATH", "/nonexistent", 1);
	includes_are_converted(1);
	unsetenv("GCONV_PATH");
}

/* From here on this process knows the list. */
static void
they_are_found_in_process(void **state)
{
	(void)state;
	includes_are_converted(0);
}

static void
documents_are_converted(void **state)
{
	struct buf a = BUF_INIT, out = BUF_INIT;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		if (strncmp(rows[i].encoding, "UTF-16", 6) == 0)
			continue; /* test_xml has these */
		buf_reset(&a);
		buf_printf(&a, "<?xml version='1.0' encoding='%s'?>\n<a>",
		    rows[i].encoding);
		buf_add(&a, rows[i].bytes, rows[i].len);
		buf_adds(&a, "</a>");
		if (strcmp(rows[i].encoding, "UTF-8") == 0)
			continue;
		write_in("a.xml", a.s, a.len);
		read_text(has_child(), &out);
		assert_string_equal(out.s, rows[i].text);
	}
	buf_release(&a);
	buf_release(&out);
}

static void
unknown_ones_are_told_in_a_line(void **state)
{
	static const char include[] =
	    "<a xmlns:xi='http://www.w3.org/2001/XInclude'>"
	    "<xi:include href='t' parse='text' encoding='klingon'/></a>";
	static const char entity[] =
	    "<!DOCTYPE a [<!ENTITY t SYSTEM 't'>]><a>&t;</a>";
	static const char part[] = "<?xml version='1.0' encoding='klingon'?>x";
	static const char want[] =
	    "\nunknown encoding \"klingon\"; save the file as UTF-8";
	struct buf out = BUF_INIT;

	(void)state;
	write_in("t", part, strlen(part));
	write_in("a.xml", include, strlen(include));
	read_text(has_child(), &out);
	assert_non_null(strstr(out.s, "[missing: "));
	assert_string_equal(strchr(out.s, '\n'), want);
	write_in("a.xml", entity, strlen(entity));
	read_text(has_child(), &out);
	assert_non_null(strstr(out.s, "[missing: "));
	assert_string_equal(strchr(out.s, '\n'), want);
	write_in("a.xml", part, strlen(part));
	read_text(has_child(), &out);
	assert_string_equal(out.s, want);
	buf_release(&out);
}

static int
set_up(void **state)
{
	(void)state;
	dir = xstrdup("/tmp/lectern-unit-XXXXXX");
	return mkdtemp(dir) == NULL ? -1 : 0;
}

static int
tear_down(void **state)
{
	static const char *const names[] = { "a.xml", "t" };
	size_t i;
	int status;

	(void)state;
	for (i = 0; i < 2; i++) {
		char *path = path_join(dir, names[i]);

		unlink(path);
		free(path);
	}
	status = rmdir(dir);
	free(dir);
	return status;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(it_finds_them_without_the_cache),
		cmocka_unit_test(a_child_finds_converters),
		cmocka_unit_test(they_are_found_in_process),
		cmocka_unit_test(documents_are_converted),
		cmocka_unit_test(unknown_ones_are_told_in_a_line),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "course/notes.h"
#include "read_doc.h"
#include "unit.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static const char before[] =
    "<article id='a'><title>Title</title><section id='one'><title>One</title>"
    "<para>The first paragraph stands here.</para>"
    "<para>The second one has other words.</para></section></article>";

static const char after[] =
    "<article id='a'><title>Title</title><section id='one'><title>One</title>"
    "<para>Something new came in.</para>"
    "<para>The second one has other words.</para></section></article>";

static char *
offset_text(const struct doc *doc, const char *word)
{
	return strstr(doc_text(doc), word);
}

static uint32_t
offset_of(const struct doc *doc, const char *word)
{
	return (uint32_t)(offset_text(doc, word) - doc_text(doc));
}

/* A folder of its own for the files of a test. */
static int
set_up(void **state)
{
	char *dir = strdup("/tmp/notes.XXXXXX");

	if (mkdtemp(dir) == NULL)
		return -1;
	setenv("XDG_DATA_HOME", dir, 1);
	*state = dir;
	return 0;
}

static int
tear_down(void **state)
{
	char *path = notes_path("c", 0);

	(void)remove(path);
	free(path);
	free(*state);
	return 0;
}

static void
notes_survive_edits(void **state)
{
	struct doc *doc = read_doc(before);
	struct notes_change c = { "c", doc, 100 };
	struct notes_told told;
	struct notes n;

	(void)state;
	notes_init(&n);
	assert_int_equal(notes_load(&n, "c"), 0);
	assert_int_equal(n.all.n, 0);
	notes_add(&n, &c, offset_of(doc, "The second"), "on the second");
	notes_add(&n, &c, offset_of(doc, "The first"), "on the first");
	notes_add(&n, &c, 0, "");
	assert_int_equal(
	    notes_mark(&n, &c, 'x', offset_of(doc, "The second")), 0);
	told = notes_settle(&n, doc);
	assert_int_equal(told.moved + told.orphan, 0);
	assert_int_equal(n.all.n, 3);
	assert_string_equal(n.all.v[0].body.s, "on the first");
	doc_free(doc);

	c.doc = doc = read_doc(after);
	assert_int_equal(notes_load(&n, "c"), 0);
	told = notes_settle(&n, doc);
	assert_int_equal(told.moved, 2);
	assert_int_equal(told.orphan, 1);
	assert_int_equal(
	    notes_find_mark(&n, 'x')->at, offset_of(doc, "The second"));
	assert_int_equal(notes_keep_moved(&n, &c), 0);
	assert_int_equal(notes_load(&n, "c"), 0);
	told = notes_settle(&n, doc);
	assert_int_equal(told.moved, 0);
	assert_int_equal(told.orphan, 1);
	doc_free(doc);
	notes_release(&n);
}

/* Two readers of the same course keep each other's notes. */
static void
changes_do_not_undo_others(void **state)
{
	struct doc *doc = read_doc(before);
	struct notes_change c = { "c", doc, 100 };
	struct notes a, b;

	(void)state;
	notes_init(&a);
	notes_init(&b);
	notes_add(&a, &c, 0, "from a");
	notes_load(&b, "c");
	notes_add(&b, &c, 0, "from b");
	notes_add(&a, &c, 0, "again a");
	assert_int_equal(a.all.n, 3);
	assert_int_equal(notes_edit(&b, &c, 0, "changed by b"), 0);
	assert_int_equal(b.all.n, 3);
	assert_int_equal(notes_remove(&a, &c, 0), 0);
	assert_int_equal(a.all.n, 3); /* it was another one by then */
	assert_int_equal(notes_edit(&a, &c, 1, ""), 0);
	assert_int_equal(a.all.n, 2);
	notes_mark(&a, &c, 'm', 0);
	notes_mark(&b, &c, 'm', 9);
	assert_int_equal(b.all.n, 3);
	notes_release(&a);
	notes_release(&b);
	doc_free(doc);
}

static void
files_are_what_was_noted(void **state)
{
	static const char file[] =
	    "# by hand\n\n[mark a]\r\nid one\noffset 3\ntext words\ntime 7\n"
	    "[note]\nid\ntext\n| two\n|\n| lines\n";
	struct notes n, again;
	struct buf b = BUF_INIT;

	(void)state;
	notes_init(&n);
	notes_init(&again);
	assert_int_equal(notes_parse(&n, file), 0);
	assert_int_equal(n.all.n, 2);
	assert_int_equal(n.all.v[0].letter, 'a');
	assert_int_equal(n.all.v[0].place.offset, 3);
	assert_string_equal(n.all.v[1].body.s, "two\n\nlines");
	notes_write(&n, &b);
	assert_int_equal(notes_parse(&again, b.s), 0);
	buf_reset(&b);
	notes_write(&again, &b);
	assert_non_null(strstr(b.s, "| two\n| \n| lines\n"));
	buf_release(&b);
	notes_release(&n);
	notes_release(&again);
}

static void
bad_files_are_left_alone(void **state)
{
	static const struct {
		const char *file;
		int line;
	} rows[] = {
		{ "id one\n", 1 },
		{ "[note]\nfoo bar\n", 2 },
		{ "[note]\n\n[mark]\n", 3 },
		{ "[mark !]\n", 1 },
		{ "[note]\noffset 99999999999\n", 2 },
		{ "[note]\noffset -1\n", 2 },
		{ "[note]\ntime 99999999999999999999\n", 2 },
		{ "[note]\n<<<<<<< HEAD\n", 2 },
	};
	struct doc *doc = read_doc(before);
	struct notes_change c = { "c", doc, 100 };
	char *path = notes_path("c", 1);
	struct buf b = BUF_INIT;
	struct notes n;
	size_t i;

	(void)state;
	notes_init(&n);
	for (i = 0; i < COUNT(rows); i++) {
		file_replace(path, rows[i].file, strlen(rows[i].file));
		assert_int_equal(notes_load(&n, "c"), -1);
		assert_int_equal(errno, EINVAL);
		assert_int_equal(n.bad_line, rows[i].line);
		assert_int_equal(notes_add(&n, &c, 0, "lost?"), -1);
		buf_reset(&b);
		assert_int_equal(file_read(&b, path, 1000), 0);
		assert_string_equal(b.s, rows[i].file);
	}
	free(path);
	buf_release(&b);
	notes_release(&n);
	doc_free(doc);
}

static void
markdown_has_sections_and_words(void **state)
{
	struct doc *doc = read_doc(before);
	struct notes_change c = { "c", doc, 100 };
	struct buf b = BUF_INIT;
	struct notes n;

	(void)state;
	notes_init(&n);
	notes_mark(&n, &c, 'q', 0);
	notes_add(&n, &c, offset_of(doc, "The second"), "ask about it");
	notes_settle(&n, doc);
	notes_markdown(&n, doc, "Title", &b);
	assert_string_equal(b.s,
	    "# Notes on Title\n\n## 1 One\n\n"
	    "> The second one has other words.\n"
	    ">\n> \u2014 Title, 1 One (one)\n\nask about it\n");
	buf_release(&b);
	notes_release(&n);
	doc_free(doc);
}

static struct notes_range
range_of(const struct doc *doc, const char *first, const char *last)
{
	return (struct notes_range){ offset_of(doc, first),
		offset_of(doc, last) + (uint32_t)strlen(last) };
}

#define BONE                                                              \
 "<para>The bone<footnote><para>Which?</para></footnote> of <xref "       \
 "linkend='two'/> carries most of what there is to carry in a body that " \
 "walks, and is a "
#define SECOND                                                                \
 "<para>The second one has other words, and goes on for longer than what is " \
 "kept of it, up to "

static const char lights_before[] =
    "<article id='a'><title>Title</title><section id='one'><title>One</title>" BONE
    "<emphasis>long</emphasis> *one*.</para>" SECOND "here.</para></section>"
    "<section id='two'><title>Two</title><para>Gone soon, all of it.</para>"
    "</section></article>";

/* The first is longer now and elsewhere, the second ends another way, the
 * third is gone with its section. */
static const char lights_after[] =
    "<article id='a'><title>Title</title><section id='one'><title>One</title>"
    "<para>Something new came in.</para>" BONE
    "very <emphasis>long</emphasis> *one*.</para>" SECOND
    "there and further.</para></section>"
    "<section id='two'><title>Two</title></section></article>";

#define CARRIES \
 " carries most of what there is to carry in a body that walks, and is a "

static void
highlights_survive_edits(void **state)
{
	struct doc *doc = read_doc(lights_before);
	struct notes_change c = { "c", doc, 100 };
	struct notes_told told;
	struct buf b = BUF_INIT;
	struct notes n;

	(void)state;
	notes_init(&n);
	assert_int_equal(
	    notes_light(&n, &c, range_of(doc, "The bone", "*one*"), "which?"),
	    0);
	assert_int_equal(
	    notes_light(&n, &c, range_of(doc, "second", "to here"), ""), 0);
	assert_int_equal(
	    notes_light(&n, &c, range_of(doc, "Gone soon", "all of it"), ""),
	    0);
	told = notes_settle(&n, doc);
	assert_int_equal(told.moved + told.orphan, 0);
	assert_int_equal(
	    n.all.v[0].end, range_of(doc, "The bone", "*one*").end);
	notes_passage(doc, n.all.v[0].at, n.all.v[0].end, &b);
	assert_string_equal(
	    b.s, "The bone of Section 2, Two" CARRIES "long *one*");
	buf_reset(&b);
	notes_passage(doc, n.all.v[0].at, n.all.v[1].end, &b);
	assert_string_equal(b.s,
	    "The bone of Section 2, Two" CARRIES "long *one*.\n"
	    "The second one has other words, and goes on for longer than what "
	    "is kept of it, up to here");
	doc_free(doc);

	c.doc = doc = read_doc(lights_after);
	assert_int_equal(notes_load(&n, "c"), 0);
	told = notes_settle(&n, doc);
	assert_int_equal(told.moved, 2);
	assert_int_equal(told.orphan, 1);
	assert_int_equal(n.all.v[0].at, offset_of(doc, "The bone"));
	assert_int_equal(
	    n.all.v[0].end, range_of(doc, "The bone", "*one*").end);
	assert_int_equal(notes_keep_moved(&n, &c), 0);
	assert_int_equal(notes_load(&n, "c"), 0);
	told = notes_settle(&n, doc);
	assert_int_equal(told.moved, 0);
	assert_int_equal(told.orphan, 1);
	buf_reset(&b);
	notes_markdown(&n, doc, "Title", &b);
	assert_non_null(strstr(b.s,
	    "> The bone of Section 2, Two" CARRIES "very long "
	    "\\*one\\*\n>\n> \u2014 Title, 1 One (one)"
	    "\n\nwhich?\n"));
	assert_non_null(strstr(b.s, "(The text that this stood at is gone.)"));
	buf_release(&b);
	notes_release(&n);
	doc_free(doc);
}

static void
highlights_keep_their_note_apart(void **state)
{
	struct doc *doc = read_doc(before);
	struct notes_change c = { "c", doc, 100 };
	struct notes_range none = { 5, 5 }, beyond = { 5, 1 << 30 };
	struct notes n;

	(void)state;
	notes_init(&n);
	assert_int_equal(notes_light(&n, &c, none, ""), -1);
	assert_int_equal(notes_light(&n, &c, beyond, ""), -1);
	notes_light(&n, &c, range_of(doc, "first", "stands"), "a note");
	assert_int_equal(notes_edit(&n, &c, 0, ""), 0);
	assert_int_equal(n.all.n, 1);
	assert_int_equal(notes_remove(&n, &c, 0), 0);
	assert_int_equal(n.all.n, 0);
	assert_int_equal(notes_parse(&n, "[note]\nlength 3\n"), -1);
	assert_int_equal(notes_parse(&n, "[highlight]\nlength 99999999\n"), -1);
	notes_release(&n);
	doc_free(doc);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    notes_survive_edits, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
		    changes_do_not_undo_others, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
		    highlights_survive_edits, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
		    highlights_keep_their_note_apart, set_up, tear_down),
		cmocka_unit_test(files_are_what_was_noted),
		cmocka_unit_test_setup_teardown(
		    bad_files_are_left_alone, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
		    markdown_has_sections_and_words, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

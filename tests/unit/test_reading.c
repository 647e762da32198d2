/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "course/reading.h"
#include "read_doc.h"
#include "unit.h"

static const char before[] =
    "<article id='a'><title>Title</title><section id='one'><title>One</title>"
    "<para>First.</para><para>Second<footnote><para>With a note."
    "</para></footnote> one.</para>"
    "<section><title>Within</title><para>Third.</para></section></section>"
    "<section id='two'><title>Two</title><para>Fourth.</para><para>Fifth.</para>"
    "</section></article>";

static const char after[] =
    "<article id='a'><title>Title</title><section id='new'><title>New</title>"
    "<para>Zeroth.</para></section><section id='one'><title>One</title>"
    "<para>First.</para><para>And a half.</para><para>Second.</para>"
    "<section><title>Within</title><para>Third.</para></section></section>"
    "<section id='two'><title>Two</title><para>Fourth.</para><para>Fifth.</para>"
    "</section></article>";

static uint32_t
offset_of(const struct doc *doc, const char *word)
{
	return (uint32_t)(strstr(doc_text(doc), word) - doc_text(doc));
}

/* The state of each section, as a digit. */
static void
check_states(const struct reading *s, const struct doc *doc, const char *want)
{
	char got[16] = "";
	size_t i;

	for (i = 0; i < doc_sections(doc); i++)
		got[i] = (char)('0' + (int)reading_section(s, doc, i));
	assert_string_equal(got, want);
}

static void
sections_are_read_bit_by_bit(void **state)
{
	struct doc *doc = read_doc(before);
	struct reading s = { 0 };

	(void)state;
	check_states(&s, doc, "0000");
	reading_add(&s, doc, 0, offset_of(doc, "Fourth"));
	check_states(&s, doc, "0000");
	reading_begin(&s, doc);
	check_states(&s, doc, "0000");
	reading_add(&s, doc, offset_of(doc, "One"), offset_of(doc, "Second"));
	check_states(&s, doc, "1100");
	/* In the middle of a paragraph, that is not read yet. */
	reading_add(
	    &s, doc, offset_of(doc, "Second"), offset_of(doc, " one.") + 2);
	check_states(&s, doc, "1100");
	reading_add(
	    &s, doc, offset_of(doc, " one.") + 2, offset_of(doc, "Third"));
	check_states(&s, doc, "1110");
	reading_add(&s, doc, offset_of(doc, "Third"), offset_of(doc, "Two"));
	check_states(&s, doc, "1220");
	reading_add(&s, doc, offset_of(doc, "Two"), doc_len(doc) + 1);
	check_states(&s, doc, "2222");
	reading_release(&s);
	doc_free(doc);
}

static void
they_survive_edits(void **state)
{
	struct doc *doc = read_doc(before), *edited = read_doc(after);
	struct reading s = { 0 }, t = { 0 };

	(void)state;
	reading_begin(&s, doc);
	reading_add(&s, doc, offset_of(doc, "One"), offset_of(doc, "Fifth"));
	check_states(&s, doc, "1221");
	assert_int_equal(reading_save(&s, doc, "c"), 0);
	reading_begin(&t, edited);
	assert_int_equal(reading_load(&t, edited, "c"), 0);
	check_states(&t, edited, "10221");
	/* What another reader has kept meanwhile is not lost. */
	reading_add(
	    &t, edited, offset_of(edited, "Fifth"), doc_len(edited) + 1);
	assert_int_equal(reading_save(&t, edited, "c"), 0);
	assert_int_equal(reading_save(&s, doc, "c"), 0);
	reading_release(&t);
	reading_release(&s);
	reading_begin(&t, edited);
	assert_int_equal(reading_load(&t, edited, "c"), 0);
	check_states(&t, edited, "10222");
	reading_release(&t);
	doc_free(edited);
	doc_free(doc);
}

/* Whatever stands in the file. */
static void
files_may_be_bad(void **state)
{
	static const char *const texts[] = { "", "\n\n", "1", "1 ", "1 f",
		"1 f ", "99999999999999999999 f one", "4 zz one",
		"4 ffffffffff one", "-1 f one", "0 f one", "4  one",
		"4 f\xff one\n4 0 one" };
	struct doc *doc = read_doc(before);
	char path[200];
	size_t i;

	snprintf(path, sizeof(path), "%s/lectern/reading/c", (char *)*state);
	for (i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct reading s = { 0 };

		assert_int_equal(
		    file_replace(path, texts[i], strlen(texts[i])), 0);
		reading_begin(&s, doc);
		assert_int_equal(reading_load(&s, doc, "c"), 0);
		reading_release(&s);
	}
	(void)remove(path);
	{
		struct reading s = { 0 };

		reading_begin(&s, doc);
		errno = 0;
		assert_int_equal(reading_load(&s, doc, "c"), -1);
		assert_int_equal(errno, ENOENT);
		assert_int_equal(reading_save(&s, doc, "c"), 0);
		assert_int_equal(access(path, F_OK), -1);
		reading_release(&s);
	}
	doc_free(doc);
}

/* A folder of its own for the files of a test. */
static int
set_up(void **state)
{
	char *dir = strdup("/tmp/lectern-reading.XXXXXX");

	if (mkdtemp(dir) == NULL)
		return -1;
	setenv("XDG_STATE_HOME", dir, 1);
	*state = dir;
	return 0;
}

static int
tear_down(void **state)
{
	static const char *const parts[] = { "/lectern/reading/c",
		"/lectern/reading", "/lectern", "" };
	char path[200];
	size_t i;

	for (i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		snprintf(path, sizeof(path), "%s%s", (char *)*state, parts[i]);
		(void)remove(path);
	}
	free(*state);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sections_are_read_bit_by_bit),
		cmocka_unit_test(they_survive_edits),
		cmocka_unit_test(files_may_be_bad),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}

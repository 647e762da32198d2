/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "course/place.h"
#include "read_doc.h"
#include "unit.h"

static const char before[] =
    "<article id='a'><title>T</title><para id='one'>First paragraph.</para>"
    "<para>The words that were read last stand here.</para>"
    "<para id='two'>Another one.</para></article>";

/* The same with some text put in and an id lost. */
static const char after[] =
    "<article id='a'><title>T</title><para id='one'>First paragraph, now "
    "longer.</para><para>And a new one.</para>"
    "<para>The words that were read last stand here.</para></article>";

static const char rewritten[] =
    "<article id='a'><title>T</title><para id='zero'>New.</para>"
    "<para id='one'>All of it was rewritten.</para></article>";

static const char other[] =
    "<article id='b'><title>T</title><para>Something else.</para></article>";

static uint32_t
offset_of(const struct doc *doc, const char *word)
{
	return (uint32_t)(strstr(doc_text(doc), word) - doc_text(doc));
}

static void
places_survive_edits(void **state)
{
	static const struct {
		const char *xml, *word;
	} t[] = {
		{ before, "words that" },
		{ after, "words that" },
		{ rewritten, "All of it" },
		{ other, NULL },
	};
	struct doc *doc = read_doc(before);
	struct read_place p;
	uint32_t at;
	size_t i;

	(void)state;
	place_init(&p);
	place_take(&p, doc, offset_of(doc, "words that"), 1000);
	assert_string_equal(p.id.s, "one");
	assert_string_equal(p.text.s, "words that were read last stand here.");
	doc_free(doc);
	for (i = 0; i < sizeof(t) / sizeof(*t); i++) {
		doc = read_doc(t[i].xml);
		assert_int_equal(
		    place_find(&p, doc, &at), t[i].word == NULL ? -1 : 0);
		if (t[i].word != NULL)
			assert_int_equal(at, offset_of(doc, t[i].word));
		doc_free(doc);
	}
	place_release(&p);
}

/* Any place at all is found again in the same document. */
static void
all_places_come_back(void **state)
{
	struct doc *doc = read_doc(before);
	struct read_place p;
	uint32_t at, i;

	(void)state;
	place_init(&p);
	for (i = 0; i <= doc_len(doc); i++) {
		place_take(&p, doc, i, 0);
		assert_int_equal(place_find(&p, doc, &at), 0);
		assert_int_equal(at, i);
	}
	place_release(&p);
	doc_free(doc);
}

static char *
make_state_dir(void)
{
	char *dir = strdup("/tmp/lectern-unit-XXXXXX");

	assert_non_null(mkdtemp(dir));
	setenv("XDG_STATE_HOME", dir, 1);
	return dir;
}

static void
remove_state_dir(char *dir)
{
	struct buf cmd = BUF_INIT;

	buf_printf(&cmd, "rm -rf '%s'", dir);
	assert_int_equal(system(cmd.s), 0);
	buf_release(&cmd);
	free(dir);
}

static void
places_are_kept(void **state)
{
	char *dir = make_state_dir();
	struct doc *doc = read_doc(before);
	struct read_place p, q;
	struct stat st;
	char *path;

	(void)state;
	place_init(&p);
	place_init(&q);
	assert_int_equal(place_load(&q, "psoas"), -1);
	assert_int_equal(errno, ENOENT);
	place_take(&p, doc, offset_of(doc, "read last"), 1767225600);
	assert_int_equal(place_save(&p, "psoas"), 0);
	assert_int_equal(place_load(&q, "psoas"), 0);
	assert_string_equal(q.id.s, "one");
	assert_int_equal(q.offset, p.offset);
	assert_string_equal(q.text.s, p.text.s);
	assert_int_equal(q.time, 1767225600);

	/* A name never leaves the folder. */
	assert_int_equal(place_save(&p, "../../x"), 0);
	path = path_join(dir, "lectern/places/_._.._x");
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 077, 0);
	free(path);
	place_release(&p);
	place_release(&q);
	doc_free(doc);
	remove_state_dir(dir);
}

static void
faulty_files_are_no_places(void **state)
{
	static const struct {
		const char *text;
		int status;
	} t[] = {
		{ "", -1 },
		{ "\n\n\n", -1 },
		{ "offset x\n", -1 },
		{ "offset -1\n", -1 },
		{ "offset 99999999999\n", -1 },
		{ "offset 5", 0 },
		{ "id a\noffset 5\nnext version\ntext t", 0 },
		{ "offset 5\ntime soon", -1 },
	};
	char *dir = make_state_dir(), *path;
	struct read_place p;
	size_t i;

	(void)state;
	place_init(&p);
	path = path_join(dir, "lectern/places");
	assert_int_equal(mkdir_all(path, 0700), 0);
	free(path);
	path = path_join(dir, "lectern/places/psoas");
	for (i = 0; i < sizeof(t) / sizeof(*t); i++) {
		assert_int_equal(
		    file_replace(path, t[i].text, strlen(t[i].text)), 0);
		errno = 0;
		assert_int_equal(place_load(&p, "psoas"), t[i].status);
		assert_int_equal(errno, t[i].status < 0 ? EINVAL : 0);
	}
	free(path);
	place_release(&p);
	remove_state_dir(dir);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(places_survive_edits),
		cmocka_unit_test(all_places_come_back),
		cmocka_unit_test(places_are_kept),
		cmocka_unit_test(faulty_files_are_no_places),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdlib.h>

#include "base/buf.h"
#include "doc/index.h"
#include "read_doc.h"
#include "unit.h"

static const char xml[] =
    "<article><title>The psoas</title>"
    "<para>It ends on the\n   lesser <emphasis>troch</emphasis>anter, a "
    "knob<indexterm><primary>hidden</primary></indexterm>by"
    "<footnote><para>a foot note</para></footnote> the bone.</para>"
    "<para>Caf\xc3\xa9 na\xc3\xafve Stra\xc3\x9f"
    "e</para>"
    "<informaltable><tgroup cols='1'><tbody><row><entry>in a cell</entry>"
    "</row></tbody></tgroup></informaltable></article>";

static void
places_are_found(void **state)
{
	static const struct {
		const char *needle;
		size_t count;
		const char *at; /* the text there begins so */
	} rows[] = {
		{ "lesser trochanter", 1, "lesser troch" },
		{ "lesser  trochanter", 1, "lesser troch" },
		{ "ends on the lesser", 1, "ends on" },
		{ "knobby the", 1, "knob" },
		{ "foot note", 1, "foot note" },
		{ "cafe", 1, "Caf" },
		{ "strasse", 1, "Stra" },
		{ "in a cell", 1, "in a cell" },
		{ "bone. caf", 0, NULL },
		{ "hidden", 0, NULL },
		{ "e", 13, NULL },
		{ "", 0, NULL },
	};
	struct doc *doc = read_doc(xml);
	struct text_index *ix = index_new(doc);
	struct matches found = { 0 };
	size_t i;

	(void)state;
	while (index_update(ix, 1))
		;
	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		index_search(
		    ix, rows[i].needle, strlen(rows[i].needle), &found);
		assert_int_equal(found.all.n, rows[i].count);
		if (rows[i].at != NULL)
			assert_memory_equal(
			    doc_text(doc) + found.all.v[0].start, rows[i].at,
			    strlen(rows[i].at));
	}
	vec_release(&found.all);
	index_free(ix);
	doc_free(doc);
}

/* Neither a footnote nor what is hidden is part of the word that has it. */
static void
matches_end_before_what_is_passed_over(void **state)
{
	static const char *const words[] = { "knob", "knobby", "bone.",
		"cell" };
	struct doc *doc = read_doc(xml);
	struct text_index *ix = index_new(doc);
	struct matches found = { 0 };
	const char *text = doc_text(doc);
	size_t i;

	(void)state;
	while (index_update(ix, 1))
		;
	for (i = 0; i < sizeof(words) / sizeof(*words); i++) {
		const char *w = words[i];
		uint32_t end;

		index_search(ix, w, strlen(w), &found);
		assert_int_equal(found.all.n, 1);
		end = found.all.v[0].end;
		assert_int_equal(text[end - 1], w[strlen(w) - 1]);
	}
	vec_release(&found.all);
	index_free(ix);
	doc_free(doc);
}

static const char capitals[] =
    "<article><title>T</title><para>Caf\xc3\xa9 cafe CAFE\xcc\x81 caf\xc3\xa8 "
    "cafe\xcc\x81 Stra\xc3\x9f"
    "e STRASSE</para><para>the <emphasis>Psoas</emphasis> and the psoas, "
    "\xc2\xab\xce\xa3\xce\xaf\xcf\x83\xcf\x85\xcf\x86\xce\xbf\xcf\x82\xc2\xbb"
    "</para></article>";

/* What is typed with a capital or an accent is meant so. */
static void
capitals_and_accents_count(void **state)
{
	static const struct {
		const char *needle;
		size_t count;
		int any_case;
	} rows[] = {
		{ "cafe", 5, 0 },
		{ "caf\xc3\xa9", 3, 0 },
		{ "cafe\xcc\x81", 3, 0 },
		{ "Caf\xc3\xa9", 1, 0 },
		{ "CAF\xc3\x89", 1, 0 },
		{ "caf\xc3\xaa", 0, 0 },
		{ "caf\xc3\xa8", 1, 0 },
		{ "Psoas", 1, 0 },
		{ "psoas", 2, 0 },
		{ "PSOAS", 2, 1 },
		{ "strasse", 2, 0 },
		{ "Strasse", 1, 0 },
		{ "STRASSE", 1, 0 },
		{ "\"\xce\xa3\xce\xb9", 1, 0 },
		{ "\xcf\x83\xce\xb9\xcf\x83\xcf\x85\xcf\x86\xce\xbf\xcf\x83", 1,
		    0 },
		{ "the \nPsoas", 1, 0 },
	};
	struct doc *doc = read_doc(capitals);
	struct text_index *ix = index_new(doc);
	struct matches found = { 0 };
	size_t i;

	(void)state;
	while (index_update(ix, 1))
		;
	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		index_search(
		    ix, rows[i].needle, strlen(rows[i].needle), &found);
		assert_int_equal(found.all.n, rows[i].count);
		assert_int_equal(found.any_case, rows[i].any_case);
	}
	vec_release(&found.all);
	index_free(ix);
	doc_free(doc);
}

static void
expressions_are_found(void **state)
{
	static const struct {
		const char *pattern;
		size_t count;
		const char *at;
	} rows[] = {
		{ "tro\\w+", 1, "troch" },
		{ "knob\\w+ the", 1, "knob" },
		{ "foot|cell", 2, "foot note" },
		{ "hidden", 0, NULL },
		{ "^in a cell$", 1, "in a cell" },
		{ "bone.*caf", 0, NULL },
	};
	struct doc *doc = read_doc(xml);
	struct text_index *ix = index_new(doc);
	struct matches found = { 0 };
	struct buf why = BUF_INIT;
	size_t i;

	(void)state;
	while (index_update(ix, 1))
		;
	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		assert_int_equal(index_regex(ix, rows[i].pattern,
				     strlen(rows[i].pattern), &found, &why),
		    0);
		assert_int_equal(found.all.n, rows[i].count);
		if (rows[i].at != NULL)
			assert_memory_equal(
			    doc_text(doc) + found.all.v[0].start, rows[i].at,
			    strlen(rows[i].at));
	}
	assert_int_equal(index_regex(ix, "a(", 2, &found, &why), -1);
	assert_int_equal(found.all.n, 0);
	assert_true(why.len > 0);
	vec_release(&found.all);
	buf_release(&why);
	index_free(ix);
	doc_free(doc);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(places_are_found),
		cmocka_unit_test(matches_end_before_what_is_passed_over),
		cmocka_unit_test(capitals_and_accents_count),
		cmocka_unit_test(expressions_are_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdlib.h>

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
		{ "LESSER  Trochanter", 1, "lesser troch" },
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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(places_are_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

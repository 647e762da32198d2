/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <string.h>

#include "base/buf.h"
#include "base/diag.h"
#include "doc/doc.h"
#include "doc/docbook.h"
#include "doc/profile.h"
#include "unit.h"
#include "xml/xml.h"

static void
rules_are_understood(void **state)
{
	static const struct {
		const char *rule;
		int result;
		size_t words;
	} rows[] = {
		{ "os=linux", 0, 1 },
		{ "os=linux;bsd; mac ", 0, 3 },
		{ "condition=a b", 0, 1 },
		{ "wordsize=64", 0, 1 },
		{ "os", -1, 0 },
		{ "os=", -1, 0 },
		{ "os= ; ", -1, 0 },
		{ "=linux", -1, 0 },
		{ "", -1, 0 },
		{ "colour=red", -1, 0 },
		{ "o=linux", -1, 0 },
		{ "osx=linux", -1, 0 },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct profile p;

		profile_init(&p);
		assert_int_equal(profile_add(&p, rows[i].rule), rows[i].result);
		assert_int_equal(p.words.n, rows[i].words);
		profile_release(&p);
	}
}

static void
values_are_held_against_rules(void **state)
{
	static const struct {
		const char *attr, *value;
		int hidden;
	} rows[] = {
		{ "os", "linux", 0 },
		{ "os", "windows", 1 },
		{ "os", "windows;linux", 0 },
		{ "os", " linux ; windows", 0 },
		{ "os", "linuxx", 1 },
		{ "os", "", 0 },
		{ "os", ";", 0 },
		{ "os", "bsd", 0 },
		{ "arch", "x86", 0 },
		{ "condition", "draft", 1 },
	};
	struct profile p;
	size_t i;

	(void)state;
	profile_init(&p);
	assert_int_equal(profile_add(&p, "os=linux"), 0);
	assert_int_equal(profile_add(&p, "os=bsd"), 0);
	assert_int_equal(profile_add(&p, "condition=final"), 0);
	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		assert_int_equal(profile_hides(&p, rows[i].attr, rows[i].value),
		    rows[i].hidden);
	profile_release(&p);
}

/* The document as `rule` has it, NULL for all of it. */
static struct doc *
read_profiled(const char *xml, const char *rule)
{
	struct xml_source src = { .path = "test.xml", .data = xml };
	struct docbook_options how = { .profile = NULL };
	struct profile profile;
	struct diags diags;
	struct doc *doc;

	src.len = strlen(xml);
	diags_init(&diags);
	profile_init(&profile);
	if (rule != NULL) {
		assert_int_equal(profile_add(&profile, rule), 0);
		how.profile = &profile;
	}
	doc = docbook_read(&src, &how, &diags);
	profile_release(&profile);
	diags_release(&diags);
	return doc;
}

/* What is left out is not counted, not found, and leaves no blank. */
static void
what_is_left_out_is_not_there(void **state)
{
	static const char xml[] =
	    "<article><title>T</title>"
	    "<section os='mac' id='mac'><title>M</title><para>m</para>"
	    "</section><section><title>L</title><para>one "
	    "<phrase os='mac'>two</phrase> three"
	    "<footnote os='mac'><para>f</para></footnote></para>"
	    "<orderedlist><listitem os='mac'><para>a</para></listitem>"
	    "<listitem><para>b</para></listitem></orderedlist></section>"
	    "</article>";
	struct doc *all = read_profiled(xml, NULL);
	struct doc *some = read_profiled(xml, "os=linux");
	struct buf b = BUF_INIT;

	(void)state;
	assert_int_equal(doc_sections(all), 3);
	assert_int_equal(doc_sections(some), 2);
	assert_int_not_equal(doc_find(all, "mac"), DOC_NONE);
	assert_int_equal(doc_find(some, "mac"), DOC_NONE);
	doc_label(some, 1, &b);
	assert_string_equal(b.s, "1");
	assert_non_null(strstr(doc_text(all), "one two three"));
	assert_non_null(strstr(doc_text(some), "one three"));
	assert_null(strchr(doc_text(some), 'f'));
	doc_free(all);
	doc_free(some);
	buf_release(&b);
}

/* The root stays: there must be a document. */
static void
the_root_is_never_left_out(void **state)
{
	struct doc *doc = read_profiled(
	    "<article os='mac'><para>x</para></article>", "os=linux");

	(void)state;
	assert_int_equal(doc_units(doc), 1);
	doc_free(doc);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rules_are_understood),
		cmocka_unit_test(values_are_held_against_rules),
		cmocka_unit_test(what_is_left_out_is_not_there),
		cmocka_unit_test(the_root_is_never_left_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

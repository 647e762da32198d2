/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include <unistd.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/xalloc.h"
#include "doc/check.h"
#include "doc/doc.h"
#include "doc/docbook.h"
#include "doc/elem.h"
#include "doc/schema.h"
#include "doc/valid.h"
#include "unit.h"
#include "xml/xml.h"

#define NS    "xmlns='http://docbook.org/ns/docbook'"
#define XLINK "xmlns:xlink='http://www.w3.org/1999/xlink'"

/* A document, and what is said of it: "line:col text", a line each. */
struct valid_case {
	const char *in, *want;
};

static void
print_faults(struct diags *d, struct buf *out)
{
	size_t i;

	diags_sort(d);
	for (i = 0; i < d->all.n; i++)
		buf_printf(out, "%d:%d %s\n", d->all.v[i].line, d->all.v[i].col,
		    d->all.v[i].text);
}

static void
check(const struct valid_case *cases, size_t n)
{
	struct buf out = BUF_INIT;
	struct diags d;
	size_t i;

	for (i = 0; i < n; i++) {
		struct xml_source src = { .path = "t.xml",
			.data = cases[i].in,
			.len = strlen(cases[i].in) };

		buf_reset(&out);
		diags_init(&d);
		doc_valid(&src, &d);
		print_faults(&d, &out);
		assert_string_equal(out.s, cases[i].want);
		diags_release(&d);
	}
	buf_release(&out);
}

#define CHECK(table) check(table, sizeof(table) / sizeof(*(table)))

/* clang-format off */
static const struct valid_case sound[] = {
	{ "<article " NS " version='5.0'><info><title>T</title></info>"
	  "<para>a<footnote><para>b</para></footnote></para>"
	  "<section xml:id='s'><title>S</title><para/></section></article>",
	  "" },
	{ "<article id='a' lang='de'><title>T</title><articleinfo>"
	  "<date>1999</date></articleinfo><para><ulink url='h'>x</ulink>"
	  "<programlisting>y</programlisting></para>"
	  "<sect1><title>S</title><para/></sect1><appendix><title>A</title>"
	  "<para/></appendix></article>",
	  "" },
	/* A fragment has nothing around it that could be wrong. */
	{ "<listitem><para>x</para></listitem>", "" },
	{ "<row><entry>x</entry></row>", "" },
	/* Other vocabularies in the info, and MathML where it belongs. */
	{ "<article " NS "><info><title>T</title>"
	  "<dc:creator xmlns:dc='urn:dc'>x<dc:y/></dc:creator></info>"
	  "<equation><m:math xmlns:m='http://www.w3.org/1998/Math/MathML'>"
	  "<m:mi>x</m:mi></m:math></equation></article>",
	  "" },
	/* What could not be had has been told by the XML layer. */
	{ "<!DOCTYPE book [<!ENTITY c SYSTEM 'no.xml'>]>"
	  "<book><title>T</title>&c;</book>",
	  "" },
	{ "<book><title>T</title>&nope;</book>", "" },
	/* Nor is it a fault that a file was put in. */
	{ "<textobject><textdata entityref='x'>words</textdata></textobject>",
	  "" },
	{ "<article><title>T</title><para>x<anchor id='a' role='r'/></para>"
	  "<table frame='all'><title>T</title><tgroup cols='1'><tbody><row>"
	  "<entry>x</entry></row></tbody></tgroup></table></article>",
	  "" },
};

static const struct valid_case places[] = {
	{ "<article><title>T</title>\n"
	  "<para>x<section><title>S</title></section></para></article>",
	  "2:8 <section> does not belong in <para>; move it, or use another "
	  "element\n" },
	{ "<article>\n<title>a <para>b</para></title></article>",
	  "2:10 <para> does not belong in <title>; move it, or use another "
	  "element\n" },
	{ "<itemizedlist>\n<para>x</para></itemizedlist>", "" },
	{ "<itemizedlist><listitem>\n <emphasis>x</emphasis></listitem>"
	  "</itemizedlist>",
	  "2:2 <emphasis> does not belong in <listitem>; put a <para> around "
	  "it\n" },
	{ "<orderedlist><listitem><para/></listitem>\n<step/></orderedlist>",
	  "2:1 <step> does not belong in <orderedlist>; move it, or use another "
	  "element\n" },
	{ "<variablelist><varlistentry>\n<para/></varlistentry>"
	  "</variablelist>",
	  "2:1 <para> does not belong in <varlistentry>; put a <listitem> "
	  "around it\n" },
	{ "<section><title>T</title>\n  words\n</section>",
	  "2:3 text in <section>, where only elements belong; put a <para> "
	  "around it\n" },
	/* Once an element. */
	{ "<section><title>T</title>a<para/>b</section>",
	  "1:26 text in <section>, where only elements belong; put a <para> "
	  "around it\n" },
	{ "<table>\n<row/></table>",
	  "2:1 <row> does not belong in <table>; put a <tbody> around it\n" },
	{ "<article><title>T</title><frob>x</frob><Para/></article>",
	  "1:26 unknown element <frob>; its text is shown as it stands\n"
	  "1:40 unknown element <Para>; its text is shown as it stands\n" },
	{ "<article " NS "><title>T</title>"
	  "<x:a xmlns:x='urn:x'/><x:a xmlns:x='urn:x'/></article>",
	  "1:64 unknown element <a>; its text is shown as it stands\n" },
};

static const struct valid_case orders[] = {
	{ "<section><para/>\n<title>T</title></section>",
	  "2:1 <title> stands behind other parts of <section>; move it to "
	  "the beginning\n" },
	{ "<article><title>T</title><section><title>S</title><para/></section>"
	  "\n<para/><section><title>U</title><para/></section></article>",
	  "2:1 <para> stands behind the sections of <article>; move it before "
	  "or into one\n" },
	{ "<article><title>T</title>\n<section><para/></section></article>",
	  "2:1 <section> has no title; give it a <title>\n" },
};

static const struct valid_case versions[] = {
	{ "<article " NS " " XLINK "><title>T</title>\n"
	  "<para><ulink url='h'/><ulink url='i'/>"
	  "<link xlink:href='h'/></para></article>",
	  "2:7 DocBook 5 has no <ulink>; use <link xlink:href=\"...\">\n" },
	{ "<article " NS ">\n<articleinfo><title>T</title></articleinfo>"
	  "<para id='x'/></article>",
	  "2:1 DocBook 5 has no <articleinfo>; use <info>\n"
	  "2:44 DocBook 5 has no attribute id on <para>; write xml:id\n" },
	{ "<article>\n<info><title>T</title></info></article>",
	  "2:1 DocBook 4 has no <info>; use another element, or give the root "
	  "element xmlns=\"http://docbook.org/ns/docbook\" version=\"5.0\"\n" },
};

static const struct valid_case attributes[] = {
	{ "<article>\n<para rol='x' role='y'/>\n<para url='h'/>"
	  "<link linkend='x'/></article>",
	  "2:1 <para> has no attribute rol; remove it or correct its name\n"
	  "3:1 <para> has no attribute url; remove it or correct its name\n"
	  "3:16 <link> does not belong in <article>; put a <para> around "
	  "it\n" },
	{ "<callout arearefs='x' xml:lang='en' x:y='z' "
	  "xmlns:x='urn:x'><para/></callout>",
	  "" },
};

static const struct valid_case pictures[] = {
	{ "<mediaobject><imageobject><imagedata entityref='x'/></imageobject>"
	  "<textobject><phrase>x</phrase></textobject></mediaobject>",
	  "" },
	{ "<mediaobject><alt>x</alt><imageobject><imagedata entityref='x'/>"
	  "</imageobject></mediaobject>",
	  "" },
	{ "<equation><title>T</title><alt>x</alt><mediaobject><imageobject>"
	  "<imagedata entityref='x'/></imageobject></mediaobject></equation>"
	  "<para><inlineequation><alt>x</alt><graphic entityref='x'/>"
	  "</inlineequation></para>",
	  "" },
	{ "<para><inlinemediaobject><imageobject><imagedata entityref='x'/>"
	  "</imageobject></inlinemediaobject></para>",
	  "1:7 no text stands for the picture in <inlinemediaobject>; add a "
	  "<textobject> with a <phrase>\n" },
	{ "<figure><title>T</title>\n<graphic entityref='x'/></figure>",
	  "2:1 no text stands for the picture in <graphic>; add a <textobject> "
	  "with a <phrase>\n" },
};
/* clang-format on */

static void
what_is_sound_is_silent(void **state)
{
	(void)state;
	CHECK(sound);
}

static void
elements_have_their_place(void **state)
{
	(void)state;
	CHECK(places);
}

static void
parts_have_an_order(void **state)
{
	(void)state;
	CHECK(orders);
}

static void
versions_are_told_apart(void **state)
{
	(void)state;
	CHECK(versions);
}

static void
attributes_have_their_place(void **state)
{
	(void)state;
	CHECK(attributes);
}

static void
pictures_have_a_text(void **state)
{
	(void)state;
	CHECK(pictures);
}

/* Beside the document, or beside the file that names them. */
static void
pictures_have_a_file(void **state)
{
	static const struct valid_case rows[] = {
		{ "pic.png", "" },
		{ "there.png",
		    "1:10 there is no file there.png; add it or "
		    "correct the name\n" },
		{ "suffix-comes-later", "" },
		{ "http://h/x.png", "" },
		{ "../outside/x.png", "" },
	};
	char dir[] = "/tmp/lectern-unit-XXXXXX", *picture, *path;
	struct buf out = BUF_INIT;
	size_t i;

	(void)state;
	assert_non_null(mkdtemp(dir));
	picture = path_join(dir, "pic.png");
	path = path_join(dir, "a.xml");
	assert_int_equal(file_replace(picture, "x", 1), 0);
	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct xml_source src = { .path = path };
		struct diags d;
		char *text = xasprintf("<article><mediaobject><textobject/>"
				       "<imageobject><imagedata fileref='%s'/>"
				       "</imageobject></mediaobject></article>",
		    rows[i].in);

		assert_int_equal(file_replace(path, text, strlen(text)), 0);
		buf_reset(&out);
		diags_init(&d);
		doc_valid(&src, &d);
		print_faults(&d, &out);
		assert_string_equal(out.s, rows[i].want);
		diags_release(&d);
		free(text);
	}
	unlink(picture);
	unlink(path);
	rmdir(dir);
	free(picture);
	free(path);
	buf_release(&out);
}

static void
check_references_of(const char *in, const char *want)
{
	struct xml_source src = { .path = "t.xml", .data = in };
	struct buf out = BUF_INIT;
	struct diags d;
	struct doc *doc;

	src.len = strlen(in);
	diags_init(&d);
	doc = docbook_read(&src, NULL, &d);
	doc_check(doc, &d);
	print_faults(&d, &out);
	assert_string_equal(out.s, want);
	doc_free(doc);
	diags_release(&d);
	buf_release(&out);
}

static void
references_have_targets(void **state)
{
	static const char in[] =
	    "<article id='a'><para id='b'><xref linkend='a'/>\n"
	    "<xref linkend='x' endterm='y'/><co id='c' linkends='a\n z'/>\n"
	    "<indexterm zone='a q' startref='r'/></para>\n"
	    "<calloutlist><callout arearefs='c  w'><para/></callout>"
	    "</calloutlist>\n<glosssee otherterm='v'/><para id='b'/>\n"
	    "<annotation id='n' annotates='a p'/><para annotations='n m'/>\n"
	    "<link xmlns:l='http://www.w3.org/1999/xlink' l:href='#u'/>"
	    "</article>";
	static const char want[] =
	    "2:1 linkend=\"x\" names no id in this document\n"
	    "2:1 endterm=\"y\" names no id in this document\n"
	    "2:32 linkends=\"z\" names no id in this document\n"
	    "4:1 startref=\"r\" names no id in this document\n"
	    "4:1 zone=\"q\" names no id in this document\n"
	    "5:14 arearefs=\"w\" names no id in this document\n"
	    "6:1 otherterm=\"v\" names no id in this document\n"
	    "6:26 id \"b\" is used before, at line 1; give each element its "
	    "own\n"
	    "7:1 annotates=\"p\" names no id in this document\n"
	    "7:37 annotations=\"m\" names no id in this document\n"
	    "8:1 href=\"#u\" names no id in this document\n";

	(void)state;
	check_references_of(in, want);
	/* What breaks off has its targets elsewhere. */
	check_references_of("<article><xref linkend='x'/><para id='b'/>"
			    "<para id='b'>",
	    "1:43 id \"b\" is used before, at line 1; give each element its "
	    "own\n1:56 not well-formed: the file ends before </para>\n");
}

/* Each element of elem.def that is DocBook's has a rule, and can stand
 * somewhere. */
static void
the_tables_are_whole(void **state)
{
	struct schema *s = schema_new();
	int e, parent, n = 0;

	(void)state;
	for (e = ELEM_NONE + 1; e < ELEM_UNKNOWN; e++) {
		if (schema_version(s, (enum elem)e) == SCHEMA_NONE)
			continue;
		n++;
		for (parent = ELEM_NONE + 1; parent < ELEM_UNKNOWN; parent++) {
			if (schema_version(s, (enum elem)parent) !=
				SCHEMA_NONE &&
			    schema_allows(s, (enum elem)parent, (enum elem)e))
				break;
		}
		if (parent == ELEM_UNKNOWN && e != ELEM_SET)
			fail_msg("<%s> has no parent", elem_info[e].name);
	}
	assert_true(n > 440);
	assert_true(schema_attr(s, "linkend") != 0);
	assert_int_equal(schema_attr(s, "linken"), 0);
	assert_int_equal(schema_attr(s, "linkendd"), 0);
	schema_free(s);
	schema_free(NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_tables_are_whole),
		cmocka_unit_test(what_is_sound_is_silent),
		cmocka_unit_test(elements_have_their_place),
		cmocka_unit_test(parts_have_an_order),
		cmocka_unit_test(versions_are_told_apart),
		cmocka_unit_test(attributes_have_their_place),
		cmocka_unit_test(pictures_have_a_text),
		cmocka_unit_test(pictures_have_a_file),
		cmocka_unit_test(references_have_targets),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "doc/gentext.h"
#include "read_doc.h"
#include "unit.h"

/* The units of a document, one a line: "kind:text", notes with a '!'. */
static void
units(const struct doc *doc, struct buf *b)
{
	static const char kinds[] = "TVBME";
	size_t i;

	for (i = 0; i < doc_units(doc); i++) {
		const struct unit *u = doc_unit(doc, i);

		buf_printf(b, "%c%s:", kinds[u->kind], u->note ? "!" : "");
		buf_add(b, doc_text(doc) + u->start, u->end - u->start);
		buf_addc(b, '|');
	}
}

static void
text_is_settled_into_units(void **state)
{
	static const struct {
		const char *xml, *want;
	} rows[] = {
		{ "<article><para>  one\n two  </para></article>",
		    "T:one two|" },
		{ "<para>a <emphasis> b </emphasis> c</para>", "T:a b c|" },
		{ "<para><emphasis> b </emphasis>c</para>", "T:b c|" },
		{ "<para>see <xref linkend='x'/> and</para>", "T:see  and|" },
		{ "<para>a<itemizedlist><listitem><para>b</para></listitem>"
		  "</itemizedlist>c</para>",
		    "T:a|T:b|T:c|" },
		{ "<screen>\n a\n  b\n\n</screen>", "V: a\n  b|" },
		{ "<para>x<footnote><para>note</para></footnote> y</para>",
		    "T:xnote\n y|T!:note|" },
		{ "<section><title>t</title>bare</section>", "T:t|T:bare|" },
		{ "<article><info><title>t</title><keywordset><keyword>k"
		  "</keyword></keywordset></info></article>",
		    "T:t|" },
		{ "<mediaobject><imageobject><imagedata fileref='f'/>"
		  "</imageobject></mediaobject>",
		    "M:|" },
		{ "<mediaobject><textobject><para>t</para></textobject>"
		  "</mediaobject>",
		    "T:t|" },
		{ "<mediaobject><textobject><textdata fileref='f'/>"
		  "</textobject></mediaobject>",
		    "V:[missing: f]|" },
		{ "<mediaobject><textobject><phrase>t</phrase></textobject>"
		  "<textobject><phrase>u</phrase></textobject>"
		  "</mediaobject>",
		    "T:t|" },
		{ "<classsynopsis><ooclass><classname>C</classname></ooclass>"
		  "</classsynopsis>",
		    "T:C|E:|" },
		{ "<varlistentry><term>a</term>\n<term>b</term><listitem>"
		  "<para>c</para></listitem></varlistentry>",
		    "T:a b|T:c|" },
		{ "<citerefentry><refentrytitle>ls</refentrytitle>\n"
		  "<manvolnum>1</manvolnum></citerefentry>",
		    "T:ls(1)|" },
		{ "<para>a<nonsense>b</nonsense></para>", "T:ab|" },
		{ "<article><nonsense>b</nonsense></article>", "T:b|" },
		{ "<para/>", "" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct doc *doc = read_doc(rows[i].xml);
		struct buf b = BUF_INIT;

		units(doc, &b);
		assert_string_equal(b.s, rows[i].want);
		buf_release(&b);
		doc_free(doc);
	}
}

static void
numbering_is_contiguous(void **state)
{
	struct doc *doc = read_doc("<article><section><para/><para/></section>"
				   "<section/></article>");

	(void)state;
	assert_int_equal(doc_nodes(doc), 5);
	assert_int_equal(doc_first_child(doc, 1), 2);
	assert_int_equal(doc_next(doc, 2), 5);
	assert_int_equal(doc_next(doc, 3), 4);
	assert_int_equal(doc_next(doc, 4), DOC_NONE);
	assert_int_equal(doc_next(doc, 5), DOC_NONE);
	assert_int_equal(doc_first_child(doc, 4), DOC_NONE);
	assert_int_equal(doc_node(doc, 2)->last, 4);
	doc_free(doc);
}

static void
ids_are_found(void **state)
{
	struct buf xml = BUF_INIT;
	struct doc *doc;
	char id[16];
	int i;

	(void)state;
	buf_adds(&xml, "<article>");
	for (i = 0; i < 500; i++)
		buf_printf(&xml, "<para id='p%d'/>", i);
	buf_adds(&xml, "<para id='p7'/></article>");
	doc = read_doc(xml.s);
	for (i = 0; i < 500; i++) {
		snprintf(id, sizeof(id), "p%d", i);
		assert_int_equal(doc_find(doc, id), i + 2);
	}
	assert_int_equal(doc_find(doc, "q"), DOC_NONE);
	doc_free(doc);
	buf_release(&xml);
}

static void
sections_are_numbered(void **state)
{
	static const struct {
		const char *xml, *want;
	} rows[] = {
		{ "<article><title>A</title><section><title>x</title>"
		  "<section><title>y</title></section></section>"
		  "<section><title>z</title></section>"
		  "<appendix><title>q</title><section><title>r</title>"
		  "</section></appendix></article>",
		    ":A|1:x|1.1:y|2:z|A:q|A.1:r|" },
		{ "<book><title>B</title><preface><section><title>p</title>"
		  "</section></preface><part><title>I</title><chapter>"
		  "<title>c</title></chapter></part><part><title>II</title>"
		  "<chapter><title>d</title><sect1><title>s</title></sect1>"
		  "</chapter></part></book>",
		    ":B|:Preface|:p|I:I|1:c|II:II|2:d|2.1:s|" },
		{ "<section label='7'><title>root</title><section>"
		  "<title>x</title></section></section>",
		    "7:root|1:x|" },
	};
	size_t i, j;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct doc *doc = read_doc(rows[i].xml);
		struct buf b = BUF_INIT;

		for (j = 0; j < doc_sections(doc); j++) {
			doc_label(doc, j, &b);
			buf_addc(&b, ':');
			gentext_section(doc, j, &b);
			buf_addc(&b, '|');
		}
		assert_string_equal(b.s, rows[i].want);
		buf_release(&b);
		doc_free(doc);
	}
}

static void
places_lead_to_units_and_sections(void **state)
{
	struct doc *doc =
	    read_doc("<article><title>A</title><section>"
		     "<title>x</title><para>one<footnote><para>two"
		     "</para></footnote> three</para></section>"
		     "<para>tail</para></article>");
	const char *text = doc_text(doc);
	uint32_t three = (uint32_t)(strstr(text, "three") - text);
	uint32_t two = (uint32_t)(strstr(text, "two") - text);
	uint32_t tail = (uint32_t)(strstr(text, "tail") - text);

	(void)state;
	assert_int_equal(doc_unit_at(doc, 0), 0);
	assert_int_equal(doc_unit_at(doc, three), 2);
	assert_int_equal(doc_unit_at(doc, two), 3);
	assert_int_equal(doc_unit_at(doc, tail + 1), 4);
	assert_int_equal(doc_unit_at(doc, UINT32_MAX - 1), 4);
	assert_int_equal(doc_section_at(doc, 0), 0);
	assert_int_equal(doc_section_at(doc, three), 1);
	assert_int_equal(doc_section_at(doc, tail), 0);
	doc_free(doc);
}

/* At each step what was there stays as it was. */
static void
a_growing_document_only_grows(void **state)
{
	static const char xml[] =
	    "<article><title>T</title><section><title>x</title>"
	    "<para>one <emphasis>two</emphasis> three</para>"
	    "<table><title>t</title><tgroup cols='1'><tbody><row><entry>c"
	    "</entry></row></tbody></tgroup></table><para>four</para>"
	    "</section></article>";
	struct xml_source src = { .path = "t.xml", .data = xml };
	struct buf before = BUF_INIT, now = BUF_INIT;
	struct docbook *b;
	struct diags diags;
	size_t n = 0;

	(void)state;
	src.len = sizeof(xml) - 1;
	diags_init(&diags);
	b = docbook_open(&src, &diags);
	while (docbook_step(b, 1)) {
		const struct doc *doc = docbook_doc(b);

		assert_true(doc_units(doc) >= n);
		n = doc_units(doc);
		buf_reset(&now);
		units(doc, &now);
		assert_memory_equal(now.s, before.s, before.len);
		buf_reset(&before);
		buf_add(&before, now.s, now.len);
	}
	assert_int_equal(doc_units(docbook_doc(b)), 5);
	assert_true(doc_complete(docbook_doc(b)));
	assert_false(doc_broken(docbook_doc(b)));
	doc_free(docbook_finish(b));
	diags_release(&diags);
	buf_release(&before);
	buf_release(&now);
}

static void
references_are_worded(void **state)
{
	struct doc *doc = read_doc(
	    "<book><chapter id='c'><title>Chap</title><table id='t'>"
	    "<title>Tab</title></table><sect1 id='s'><title>Sec</title>"
	    "<para id='p' xreflabel='Lab'>x</para><para id='q'>y</para>"
	    "</sect1></chapter></book>");
	static const struct {
		const char *id, *want;
	} rows[] = { { "c", "Chapter 1, Chap" }, { "t", "Table 1.1, Tab" },
		{ "s", "Section 1.1, Sec" }, { "p", "Lab" },
		{ "q", "Section 1.1, Sec" } };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct buf b = BUF_INIT;

		gentext_xref(doc, doc_find(doc, rows[i].id), DOC_NONE, &b);
		assert_string_equal(b.s, rows[i].want);
		buf_release(&b);
	}
	doc_free(doc);
}

/* What is trimmed from the end of a listing is not in what ended there. */
static void
nothing_ends_behind_the_text(void **state)
{
	static const char *const cases[] = {
		"<screen><emphasis>x\n\n\n\n</emphasis></screen>",
		"<article><screen>x<b>y\n \n<c> \n</c></b></screen><para/></article>",
		"<screen><x><y>a\n\n\n</y>\n</x>\n</screen>",
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct doc *doc = read_doc(cases[i]);
		const struct unit *u = doc_unit(doc, 0);
		uint32_t n;

		for (n = 1; n <= doc_nodes(doc); n++) {
			const struct node *node = doc_node(doc, n);

			if (node->elem == ELEM_PARA)
				break;
			assert_true(node->start <= node->end);
			assert_true(node->end <= doc_len(doc));
			assert_true(n < u->first || node->end <= u->end);
		}
		doc_free(doc);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_is_settled_into_units),
		cmocka_unit_test(numbering_is_contiguous),
		cmocka_unit_test(ids_are_found),
		cmocka_unit_test(sections_are_numbered),
		cmocka_unit_test(places_lead_to_units_and_sections),
		cmocka_unit_test(a_growing_document_only_grows),
		cmocka_unit_test(references_are_worded),
		cmocka_unit_test(nothing_ends_behind_the_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

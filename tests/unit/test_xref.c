/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "doc/gentext.h"
#include "read_doc.h"
#include "text/utf8.h"
#include "unit.h"

/* What may be referred to; the reference stands at %s. */
static const char targets[] =
    "<book xml:id='book'><title>Bones &amp; <quote>more</quote></title>"
    "<preface xml:id='pre'><para xml:id='prepara'>p</para></preface>"
    "<part xml:id='part'><title>All</title><chapter xml:id='ch'>"
    "<title>One<footnote><para>n</para></footnote></title>"
    "<titleabbrev xml:id='abbr'>1st</titleabbrev><para>%s</para>"
    "<section xml:id='s'><title xml:id='st'>Sec</title>"
    "<para xml:id='p'><anchor xml:id='a'/>x <phrase xml:id='phr'>words"
    "</phrase></para><section xml:id='bare'><para/></section></section>"
    "<table xml:id='t'><title>Tab</title><tgroup cols='1'><tbody>"
    "<row><entry xml:id='cell'>c</entry></row></tbody></tgroup></table>"
    "<equation xml:id='eq'><mathphrase>e</mathphrase></equation>"
    "<example xml:id='ex' xreflabel='Label X'><title>E</title></example>"
    "<informaltable xml:id='it'><tgroup cols='1'><tbody><row><entry>i"
    "</entry></row></tbody></tgroup></informaltable>"
    "<procedure><step/><step xml:id='s2'><substeps><step xml:id='s2a'/>"
    "<step xml:id='s2b'/></substeps></step></procedure>"
    "<procedure xml:id='proc'><title>Do</title><step/></procedure>"
    "<orderedlist><listitem/><listitem xml:id='li2'><para><orderedlist>"
    "<listitem/><listitem xml:id='li2b'/></orderedlist></para></listitem>"
    "</orderedlist><itemizedlist><listitem xml:id='bullet'/></itemizedlist>"
    "<variablelist><varlistentry xml:id='vle'><term xml:id='term'>-a</term>"
    "<term>--all</term><listitem xml:id='vli'/></varlistentry></variablelist>"
    "<para><footnote xml:id='fn'><para>n</para></footnote>"
    "<firstterm xml:id='ft' baseform='psoas'>psoas muscles</firstterm></para>"
    "<programlisting>a<co xml:id='co1'/> b<co xml:id='co2' linkends='c2'/>"
    "</programlisting><calloutlist><callout arearefs='co1'/>"
    "<callout xml:id='c2' arearefs='co2'/></calloutlist>"
    "<qandaset><qandaentry><question><para>q</para></question><answer/>"
    "</qandaentry><qandaentry xml:id='qa'><question xml:id='q'><para>q"
    "</para></question><answer xml:id='an'/></qandaentry><qandaentry "
    "xml:id='ql'><question><label>Why 3</label></question></qandaentry>"
    "</qandaset><qandaset><qandadiv><qandaentry/></qandadiv><qandadiv>"
    "<qandaentry xml:id='qd'/></qandadiv></qandaset>"
    "<productionset><production xml:id='prod'><lhs>expr</lhs><rhs>x</rhs>"
    "</production></productionset><note xml:id='note'><para>n</para></note>"
    "<note xml:id='nt'><title>Mind</title></note>"
    "<bridgehead xml:id='bh'>Bridge</bridgehead>"
    "<cmdsynopsis xml:id='cmd'><command>ls</command></cmdsynopsis>"
    "<blockquote><title xml:id='bq'>Quoted</title></blockquote>"
    "</chapter></part>"
    "<reference><refentry xml:id='ref'><refmeta><refentrytitle>ls"
    "</refentrytitle>\n<manvolnum>1</manvolnum></refmeta><refnamediv "
    "xml:id='rn'><refname>ls</refname></refnamediv></refentry>"
    "<refentry xml:id='ref2'><refnamediv><refname>cp</refname></refnamediv>"
    "</refentry></reference>"
    "<appendix xml:id='app'><title>More</title></appendix>"
    "<glossary xml:id='gl'><glossentry xml:id='ge'><glossterm>Psoas"
    "</glossterm><glossdef xml:id='gd'><para/></glossdef></glossentry>"
    "</glossary><bibliography><biblioentry xml:id='b1'><abbrev>ABC</abbrev>"
    "</biblioentry><biblioentry xml:id='b2'/><bibliomixed xml:id='b3'>"
    "<abbrev>[X]</abbrev></bibliomixed></bibliography></book>";

struct reference_row {
	const char *elem, *want;
};

static void
check_reference(const struct reference_row *row)
{
	struct buf xml = BUF_INIT, got = BUF_INIT;
	struct doc *doc;
	uint32_t n;

	buf_add(&xml, targets, (size_t)(strstr(targets, "%s") - targets));
	buf_adds(&xml, row->elem);
	buf_adds(&xml, strstr(targets, "%s") + 2);
	doc = read_doc(xml.s);
	for (n = 1; n <= doc_nodes(doc) && doc_role(doc, n) != ROLE_XREF &&
	     doc_role(doc, n) != ROLE_LINK && doc_role(doc, n) != ROLE_OLINK &&
	     doc_role(doc, n) != ROLE_ULINK &&
	     doc_role(doc, n) != ROLE_BIBLIOREF;
	     n++)
		;
	gentext_reference(doc, n, &got);
	if (strcmp(got.s, row->want) != 0)
		fail_msg("%s: \"%s\"", row->elem, got.s);
	buf_release(&xml);
	buf_release(&got);
	doc_free(doc);
}

static void
each_kind_of_target_has_its_name(void **state)
{
	static const struct {
		const char *id, *want;
	} rows[] = {
		{ "book", "Bones & “more”" },
		{ "pre", "Preface" },
		{ "prepara", "Preface" },
		{ "part", "Part I, All" },
		{ "ch", "Chapter 1, One" },
		{ "abbr", "Chapter 1, One" },
		{ "s", "Section 1.1, Sec" },
		{ "st", "Section 1.1, Sec" },
		{ "p", "Section 1.1, Sec" },
		{ "a", "Section 1.1, Sec" },
		{ "phr", "words" },
		{ "bare", "Section 1.1.1" },
		{ "t", "Table 1.1, Tab" },
		{ "cell", "Table 1.1, Tab" },
		{ "eq", "Equation 1.1" },
		{ "ex", "Label X" },
		{ "it", "Chapter 1, One" },
		{ "s2", "step 2" },
		{ "s2b", "step 2.b" },
		{ "proc", "Procedure 1.1, Do" },
		{ "li2", "2" },
		{ "li2b", "2.b" },
		{ "bullet", "Chapter 1, One" },
		{ "vle", "-a, --all" },
		{ "term", "-a" },
		{ "vli", "-a, --all" },
		{ "fn", "[2]" },
		{ "ft", "psoas" },
		{ "co2", "(2)" },
		{ "c2", "(2)" },
		{ "qa", "Q: 2" },
		{ "q", "Q: 2" },
		{ "an", "A: 2" },
		{ "ql", "Why 3" },
		{ "qd", "Q: 2.1" },
		{ "prod", "expr" },
		{ "note", "Chapter 1, One" },
		{ "nt", "Mind" },
		{ "bh", "Bridge" },
		{ "cmd", "ls" },
		{ "bq", "Quoted" },
		{ "ref", "ls(1)" },
		{ "rn", "Name" },
		{ "ref2", "cp" },
		{ "app", "Appendix A, More" },
		{ "gl", "Glossary" },
		{ "ge", "Psoas" },
		{ "gd", "Psoas" },
		{ "b1", "[ABC]" },
		{ "b2", "[b2]" },
		{ "b3", "[X]" },
	};
	struct reference_row row;
	char elem[64];
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		snprintf(
		    elem, sizeof(elem), "<xref linkend='%s'/>", rows[i].id);
		row.elem = elem;
		row.want = rows[i].want;
		check_reference(&row);
	}
}

static void
references_follow_their_style(void **state)
{
	static const struct reference_row rows[] = {
		{ "<xref linkend='t' xrefstyle='select: label'/>",
		    "Table 1.1" },
		{ "<xref linkend='t' xrefstyle='select: labelnumber'/>",
		    "1.1" },
		{ "<xref linkend='t' xrefstyle='select: labelname'/>",
		    "Table" },
		{ "<xref linkend='t' xrefstyle='select: title'/>", "Tab" },
		{ "<xref linkend='t' xrefstyle='select:quotedtitle'/>",
		    "“Tab”" },
		{ "<xref linkend='t' xrefstyle='select: label quotedtitle'/>",
		    "Table 1.1, “Tab”" },
		{ "<xref linkend='t' xrefstyle='select: labelnumber title'/>",
		    "1.1, Tab" },
		{ "<xref linkend='t' "
		  "xrefstyle='select: label title pagenumber'/>",
		    "Table 1.1, Tab" },
		{ "<xref linkend='t' xrefstyle='select: nopage'/>",
		    "Table 1.1, Tab" },
		{ "<xref linkend='pre' xrefstyle='select: label'/>",
		    "Preface" },
		{ "<xref linkend='eq' xrefstyle='select: title'/>",
		    "Equation 1.1" },
		{ "<xref linkend='ch' xrefstyle='select: titleabbrev'/>",
		    "1st" },
		{ "<xref linkend='ch' xrefstyle='select: label abbrev'/>",
		    "Chapter 1, 1st" },
		{ "<xref linkend='ch' xrefstyle='template:no. %n: %t'/>",
		    "no. 1: One" },
		{ "<xref linkend='ch' xrefstyle='template: 100%% %t, p. %p'/>",
		    "100% One, p." },
		{ "<xref linkend='ch' xrefstyle='template:%'/>", "%" },
		{ "<xref linkend='ch' xrefstyle='template:a&#10;b'/>", "a b" },
		{ "<xref linkend='ch' xrefstyle='%c'/>", "One" },
		{ "<xref linkend='ch' xrefstyle='%l'/>", "1" },
		{ "<xref linkend='ch' xrefstyle='%label (%c)'/>",
		    "Chapter 1 (One)" },
		{ "<xref linkend='ch' xrefstyle='xrefstyle: %c'/>", "One" },
		{ "<xref linkend='ch' xrefstyle='%p'/>", "Chapter 1, One" },
		{ "<xref linkend='ch' xrefstyle='title'/>", "One" },
		{ "<xref linkend='ch' xrefstyle='nonsense'/>",
		    "Chapter 1, One" },
		{ "<xref linkend='ch' role='title'/>", "One" },
		{ "<xref linkend='ch' role='.'/>", "Chapter 1, One" },
		{ "<xref linkend='ch' role='template:%t'/>", "One" },
		{ "<xref linkend='ex' xrefstyle='select: title'/>", "Label X" },
		{ "<xref linkend='ch' endterm='st'/>", "Sec" },
		{ "<xref linkend='ch' endterm='abbr'/>", "1st" },
		{ "<xref linkend='ch' endterm='nowhere'/>", "Chapter 1, One" },
		{ "<xref lang='de' linkend='ch'/>", "Kapitel 1, One" },
		{ "<xref lang='ja' linkend='ch'/>", "第 1 章「One」" },
		{ "<xref lang='ja' linkend='ch' "
		  "xrefstyle='select: label quotedtitle'/>",
		    "第 1 章「One」" },
		{ "<xref lang='ja' linkend='ch' "
		  "xrefstyle='select: quotedtitle'/>",
		    "「One」" },
		{ "<xref lang='hu' linkend='ch' "
		  "xrefstyle='select: labelname'/>",
		    "fejezet" },
		{ "<xref lang='zh-TW' linkend='t' "
		  "xrefstyle='select: label'/>",
		    "表 1.1" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		check_reference(&rows[i]);
}

static void
references_lead_where_they_say(void **state)
{
	static const struct reference_row rows[] = {
		{ "<xref linkend='gone'/>", "[?gone]" },
		{ "<xref/>", "[?]" },
		{ "<xref linkends=' ch  t gone '/>",
		    "Chapter 1, One, Table 1.1, Tab, [?gone]" },
		{ "<link linkend='ch'/>", "Chapter 1, One" },
		{ "<link xmlns:x='http://www.w3.org/1999/xlink' "
		  "x:href='#ch'/>",
		    "Chapter 1, One" },
		{ "<link xmlns:x='http://www.w3.org/1999/xlink' "
		  "x:href='http://e/'/>",
		    "http://e/" },
		{ "<ulink url='http://e/'/>", "http://e/" },
		{ "<link/>", "" },
		{ "<olink targetdoc='other' targetptr='ch'/>", "[other#ch]" },
		{ "<olink targetdoc='book' targetptr='ch'/>",
		    "Chapter 1, One" },
		{ "<olink targetptr='ch'/>", "Chapter 1, One" },
		{ "<olink targetdoc='other'/>", "[other]" },
		{ "<biblioref linkend='b1'/>", "[ABC]" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		check_reference(&rows[i]);
}

/* Titles that refer to each other, and to themselves. */
static void
references_come_to_an_end(void **state)
{
	struct doc *doc = read_doc(
	    "<article><section id='a'><title>A <xref linkend='b'/></title>"
	    "</section><section id='b'><title><xref linkend='a'/> B "
	    "<xref linkend='b'/></title></section></article>");
	struct buf b = BUF_INIT;

	(void)state;
	gentext_section(doc, 1, &b);
	assert_string_equal(b.s, "A Section 2, B");
	buf_reset(&b);
	gentext_section(doc, 2, &b);
	assert_string_equal(b.s, "Section 1, A B Section 2, B");
	doc_free(doc);
	doc = read_doc("<refentry id='r'><refnamediv><refname>ls "
		       "<xref linkend='r'/></refname></refnamediv></refentry>");
	buf_reset(&b);
	gentext_section(doc, 0, &b);
	assert_string_equal(b.s, "ls");
	buf_release(&b);
	doc_free(doc);
}

static void
references_have_a_bound(void **state)
{
	struct buf xml = BUF_INIT, b = BUF_INIT;
	struct doc *doc;
	int i;

	(void)state;
	buf_adds(&xml, "<article><section id='a'><title>");
	for (i = 0; i < 1000; i++)
		buf_adds(&xml, "é");
	buf_adds(&xml, "</title></section><para><xref linkend='a'/><xref ");
	buf_adds(&xml, "linkend='a' xrefstyle='template:");
	for (i = 0; i < 1000; i++)
		buf_adds(&xml, "%t");
	buf_adds(&xml, "'/></para></article>");
	doc = read_doc(xml.s);
	gentext_reference(doc, 5, &b);
	assert_true(b.len > GENTEXT_XREF_MAX / 2);
	assert_true(b.len < GENTEXT_XREF_MAX + 8);
	assert_true(text_is_clean(b.s, b.len));
	buf_reset(&b);
	gentext_reference(doc, 6, &b);
	assert_true(b.len > GENTEXT_XREF_MAX / 2);
	assert_true(b.len < GENTEXT_XREF_MAX + 8);
	buf_release(&xml);
	buf_release(&b);
	doc_free(doc);
}

/* A fragment may consist of what elsewhere stands in something. */
static void
any_root_can_be_referred_to(void **state)
{
	static const char *const roots[] = { "para", "step", "listitem", "term",
		"title", "callout", "question", "answer", "co", "footnote",
		"glossdef", "refmeta", "row", "xref", "info", "qandaentry",
		"biblioentry", "indexterm", "phrase", "equation", "note" };
	struct buf xml = BUF_INIT, b = BUF_INIT;
	struct doc *doc;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(roots) / sizeof(*roots); i++) {
		buf_reset(&xml);
		buf_reset(&b);
		buf_printf(&xml, "<%s id='a' linkend='a'/>", roots[i]);
		doc = read_doc(xml.s);
		gentext_label(doc, 1, &b);
		gentext_reference(doc, 1, &b);
		assert_true(b.len > 0);
		doc_free(doc);
	}
	buf_release(&xml);
	buf_release(&b);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_kind_of_target_has_its_name),
		cmocka_unit_test(references_follow_their_style),
		cmocka_unit_test(references_lead_where_they_say),
		cmocka_unit_test(references_come_to_an_end),
		cmocka_unit_test(references_have_a_bound),
		cmocka_unit_test(any_root_can_be_referred_to),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

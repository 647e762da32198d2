/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "doc/gentext.h"
#include "doc/gentext_parts.h"
#include "read_doc.h"
#include "text/utf8.h"
#include "unit.h"

static void
tags_are_sorted_and_found(void **state)
{
	static const struct {
		const char *tag;
		enum lang lang;
	} rows[] = {
#define LANG(id, tag, parent) { tag, LANG_##id },
#define ALIAS(id, tag)        { tag, LANG_##id },
#include "doc/lang.def"
#undef ALIAS
#undef LANG
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		assert_int_equal(lang_find(rows[i].tag), rows[i].lang);
		if (i > 0)
			assert_true(strcmp(rows[i - 1].tag, rows[i].tag) < 0);
	}
	assert_true(LANG_COUNT >= 40);
}

static void
tags_are_taken_in_any_form(void **state)
{
	static const struct {
		const char *tag;
		enum lang want;
	} rows[] = {
		{ "en_GB", LANG_EN },
		{ "EN-us", LANG_EN },
		{ "de-AT", LANG_DE },
		{ "de_CH", LANG_DE_CH },
		{ "de_DE.UTF-8", LANG_DE },
		{ "pt-br", LANG_PT_BR },
		{ "pt_BR.ISO8859-1", LANG_PT_BR },
		{ "pt-PT", LANG_PT },
		{ "zh", LANG_ZH },
		{ "zh_CN", LANG_ZH },
		{ "zh-Hans", LANG_ZH },
		{ "zh-Hans-TW", LANG_ZH },
		{ "zh_tw", LANG_ZH_TW },
		{ "zh-Hant", LANG_ZH_TW },
		{ "zh-Hant-HK", LANG_ZH_TW },
		{ "zh-cmn-TW", LANG_ZH_TW },
		{ "sr", LANG_SR },
		{ "sr-YU", LANG_SR },
		{ "sr-Latn-RS", LANG_SR_LATN },
		{ "sr_RS@latin", LANG_SR_LATN },
		{ "sr@latin", LANG_SR_LATN },
		{ "no", LANG_NB },
		{ "nn_NO", LANG_NN },
		{ "xh", LANG_EN },
		{ "", LANG_EN },
		{ "-", LANG_EN },
		{ "--de", LANG_EN },
		{ "d", LANG_EN },
		{ "\xc3\xa9", LANG_EN },
		{ "averyveryveryverylongtag-de-withmanyparts-inside", LANG_EN },
		{ "ja-averyveryveryverylongsubtag", LANG_JA },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		if (lang_find(rows[i].tag) != rows[i].want)
			fail_msg("%s: %s", rows[i].tag,
			    lang_tag(lang_find(rows[i].tag)));
	}
}

/* Patterns that most languages share with English. */
static int
is_common(enum gentext id)
{
	return id == GENTEXT_NUMBER_TITLE || id == GENTEXT_HEADING ||
	    id == GENTEXT_COLON;
}

/* 1 if the language has the word, or its parent but English. */
static int
has_word(enum lang lang, enum gentext id)
{
	for (; lang != LANG_EN; lang = lang_parent(lang)) {
		if (gentext_own_word(lang, id) != NULL)
			return 1;
	}
	return 0;
}

static int
count(const char *s, const char *part)
{
	int n = 0;

	for (; (s = strstr(s, part)) != NULL; s += strlen(part))
		n++;
	return n;
}

static void
check_word(enum lang lang, enum gentext id)
{
	const char *s = gentext_word(lang, id);
	const char *english = gentext_word(LANG_EN, id);
	size_t len = strlen(s);

	if (len == 0 || s[0] == ' ' || s[len - 1] == ' ' ||
	    !text_is_clean(s, len) || strchr(s, '\n') != NULL)
		fail_msg("%s, word %d: \"%s\"", lang_tag(lang), id, s);
	if (count(s, "%n") != count(english, "%n") ||
	    count(s, "%t") != count(english, "%t") ||
	    count(s, "%") != count(english, "%"))
		fail_msg("%s, pattern %d: \"%s\"", lang_tag(lang), id, s);
	if (lang != LANG_EN && !is_common(id) && !has_word(lang, id))
		fail_msg("%s lacks \"%s\"", lang_tag(lang), english);
}

static void
every_language_is_complete(void **state)
{
	int lang, id;

	(void)state;
	for (lang = 0; lang < LANG_COUNT; lang++) {
		for (id = 0; id < GENTEXT_COUNT; id++)
			check_word((enum lang)lang, (enum gentext)id);
	}
}

static void
words_are_those_of_the_language(void **state)
{
	static const struct {
		const char *tag;
		enum gentext id;
		const char *want;
	} rows[] = {
		{ "en", GENTEXT_CHAPTER, "Chapter %n" },
		{ "de", GENTEXT_CHAPTER, "Kapitel %n" },
		{ "de", GENTEXT_UNTITLED, "(ohne Titel)" },
		{ "de-ch", GENTEXT_QUOTE_OPEN, "«" },
		{ "de-ch", GENTEXT_NOTE, "Anmerkung" },
		{ "fr", GENTEXT_QUOTE_OPEN, "«\u00a0" },
		{ "fr", GENTEXT_TABLE, "Tableau %n" },
		{ "hu", GENTEXT_CHAPTER, "%n. fejezet" },
		{ "ja", GENTEXT_CHAPTER, "第 %n 章" },
		{ "ja", GENTEXT_QUOTE_CLOSE, "」" },
		{ "zh-hk", GENTEXT_APPENDIX, "附錄 %n" },
		{ "ru", GENTEXT_FIGURE, "Рисунок %n" },
		{ "ru", GENTEXT_INNER_OPEN, "„" },
		{ "ar", GENTEXT_NOTE, "ملاحظة" },
		{ "th", GENTEXT_CHAPTER, "บทที่ %n" },
		{ "he", GENTEXT_CHAPTER, "פרק %n" },
		{ "sv", GENTEXT_WARNING, "Varning" },
		{ "pt-br", GENTEXT_SECTION, "Seção %n" },
		{ "pt-br", GENTEXT_FIGURE, "Figura %n" },
		{ "bs", GENTEXT_TABLE, "Tabela %n" },
		{ "bs", GENTEXT_NOTE, "Napomena" },
		{ "bs", GENTEXT_HEADING, "%n." },
		{ "xh", GENTEXT_TIP, "Tip" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		assert_string_equal(
		    gentext_word(lang_find(rows[i].tag), rows[i].id),
		    rows[i].want);
}

static void
the_nearest_language_counts(void **state)
{
	struct doc *doc = read_doc("<book lang='de'><chapter id='a'/>"
				   "<chapter xml:lang='fr' id='b'>"
				   "<note id='c'/><note lang='' id='d'/>"
				   "</chapter><chapter id='e'/></book>");
	static const struct {
		const char *id, *want;
	} rows[] = { { "a", "Anmerkung" }, { "b", "Note" }, { "c", "Note" },
		{ "d", "Note" }, { "e", "Anmerkung" } };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		assert_string_equal(
		    gentext(doc, doc_find(doc, rows[i].id), GENTEXT_NOTE),
		    rows[i].want);
	doc_free(doc);
}

/* All labels of a document, a stroke behind each. */
static void
labels(const struct doc *doc, struct buf *b)
{
	uint32_t n;
	size_t before;

	for (n = 1; n <= doc_nodes(doc); n++) {
		before = b->len;
		gentext_label(doc, n, b);
		if (b->len > before)
			buf_addc(b, '|');
	}
}

#define FIG  "<figure><title>f</title></figure>"
#define SECT "<section><title>s</title></section>"

static void
things_are_numbered(void **state)
{
	static const struct {
		const char *xml, *want;
	} rows[] = {
		{ "<article>" SECT SECT "</article>", "1|2|" },
		{ "<article><section>" SECT SECT "</section>" SECT "</article>",
		    "1|1.1|1.2|2|" },
		{ "<article>" FIG "<section>" FIG "</section></article>",
		    "Figure 1.|1|Figure 2.|" },
		{ "<article>" FIG "<appendix>" FIG SECT "</appendix>"
		  "<appendix/>" FIG "</article>",
		    "Figure 1.|Appendix A.|Figure A.1.|A.1|Appendix B.|"
		    "Figure 2.|" },
		{ "<book><preface>" FIG SECT "</preface><chapter>" FIG FIG
		  "</chapter><chapter>" FIG "</chapter></book>",
		    "Figure 1.|Chapter 1.|Figure 1.1.|Figure 1.2.|"
		    "Chapter 2.|Figure 2.1.|" },
		{ "<book><part><chapter/><chapter/></part>"
		  "<part><partintro>" SECT "</partintro><chapter/>"
		  "<appendix/></part><reference/><appendix/></book>",
		    "Part I.|Chapter 1.|Chapter 2.|Part II.|Chapter 3.|"
		    "Appendix A.|Reference I.|Appendix B.|" },
		{ "<set><book><part><chapter>" FIG "</chapter></part></book>"
		  "<book><preface>" FIG "</preface><part><chapter/>"
		  "</part></book></set>",
		    "Part I.|Chapter 1.|Figure 1.1.|Figure 1.|Part I.|"
		    "Chapter 1.|" },
		{ "<book><article>" SECT FIG "<appendix/></article>"
		  "<article>" SECT FIG "<appendix/></article><appendix/>"
		  "</book>",
		    "1|Figure 1.|Appendix A.|1|Figure 1.|Appendix A.|"
		    "Appendix A.|" },
		{ "<book><chapter/><reference><refentry><refsect1>" FIG
		  "</refsect1></refentry></reference><preface>" FIG
		  "</preface></book>",
		    "Chapter 1.|Reference I.|Figure 1.|Figure 2.|" },
		{ "<chapter label='X'>" SECT FIG "</chapter>",
		    "Chapter X.|X.1|Figure X.1.|" },
		{ "<chapter label=''>" SECT FIG "</chapter>", "1|Figure 1.|" },
		{ "<article><section label='S7'>" SECT "</section></article>",
		    "S7|S7.1|" },
		{ "<article><figure label='7a'/><table label='t'/></article>",
		    "Figure 7a.|Table t.|" },
		{ "<article><procedure><step/></procedure><procedure>"
		  "<title>p</title></procedure><procedure><info><title>q"
		  "</title></info></procedure></article>",
		    "Procedure 1.|Procedure 2.|" },
		{ "<article><informaltable/><informalequation/>"
		  "<equation/><example/><table/></article>",
		    "Equation 1.|Example 1.|Table 1.|" },
		{ "<article><bridgehead>b</bridgehead><simplesect/>" SECT
		  "</article>",
		    "1|" },
		{ "<article><note><title>n</title></note><warning/></article>",
		    "Note:|Warning:|" },
		{ "<article><glossary>" SECT "</glossary></article>", "" },
		{ "<preface>" SECT "</preface>", "" },
		{ "<section>" SECT SECT "</section>", "1|2|" },
		{ "<book lang='hu'><chapter>" FIG SECT "</chapter></book>",
		    "1. fejezet.|1.1. ábra.|1.1|" },
		{ "<book lang='ja'><part><chapter>" FIG "</chapter></part>"
		  "<appendix/></book>",
		    "第 I 部|第 1 章|図 1.1|付録 A|" },
		{ "<book lang='fr'><chapter><note/></chapter></book>",
		    "Chapitre 1.|Note\u00a0:|" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct doc *doc = read_doc(rows[i].xml);
		struct buf b = BUF_INIT;

		labels(doc, &b);
		assert_string_equal(b.s, rows[i].want);
		buf_release(&b);
		doc_free(doc);
	}
}

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

static void
titles_are_plain_text(void **state)
{
	static const struct {
		const char *title, *want;
	} rows[] = {
		{ "The <quote>muscle</quote>", "The “muscle”" },
		{ "<quote>a <quote>b <quote>c</quote></quote></quote>",
		    "“a ‘b “c”’”" },
		{ "<quote lang='de'>a <quote>b</quote></quote>", "„a ‚b‘“" },
		{ "A<footnote><para>n</para></footnote> b", "A b" },
		{ "A<indexterm><primary>p</primary></indexterm> b", "A b" },
		{ "<trademark>X</trademark> <trademark class='registered'>Y"
		  "</trademark>",
		    "X™ Y®" },
		{ "<citerefentry><refentrytitle>ls</refentrytitle>\n"
		  "<manvolnum>1</manvolnum></citerefentry>",
		    "ls(1)" },
		{ "<menuchoice><shortcut><keycap>F1</keycap></shortcut>"
		  "<guimenu>File</guimenu> <guimenuitem>Quit</guimenuitem>"
		  "</menuchoice>",
		    "F1 (File > Quit)" },
		{ "<menuchoice><guimenu>File</guimenu> <shortcut><keycap>F1"
		  "</keycap></shortcut></menuchoice>",
		    "File (F1)" },
		{ "<menuchoice><shortcut>F1</shortcut></menuchoice>", "F1" },
		{ "<keycombo action='seq'><keycap>a</keycap><keycap>b</keycap>"
		  "</keycombo>",
		    "a b" },
		{ "<keycombo><keycap>a</keycap><keycap>b</keycap></keycombo>",
		    "a+b" },
		{ "<tag>p</tag> <tag class='endtag'>p</tag> "
		  "<sgmltag class='genentity'>e</sgmltag>",
		    "<p> </p> &e;" },
		{ "x<superscript>2</superscript> y<superscript>q!"
		  "</superscript>",
		    "x² y^q!" },
		{ "<optional>o</optional> <email>e</email>", "[o] <e>" },
		{ "See <xref linkend='other'/> too",
		    "See Section 2, Other too" },
		{ "<ulink url='http://e/'/> <ulink url='u'>text</ulink>",
		    "http://e/ text" },
		{ "A <inlinemediaobject><imageobject/><alt>pic</alt>"
		  "</inlinemediaobject> b",
		    "A [pic] b" },
		{ "A <inlinemediaobject><textobject><phrase>text</phrase>"
		  "</textobject></inlinemediaobject>",
		    "A text" },
		{ " a \n b ", "a b" },
	};
	struct buf xml = BUF_INIT, got = BUF_INIT;
	struct doc *doc;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		buf_reset(&xml);
		buf_reset(&got);
		buf_printf(&xml,
		    "<article><section><title>%s</title></section>"
		    "<section id='other'><title>Other</title></section>"
		    "</article>",
		    rows[i].title);
		doc = read_doc(xml.s);
		gentext_section(doc, 1, &got);
		assert_string_equal(got.s, rows[i].want);
		doc_free(doc);
	}
	buf_release(&xml);
	buf_release(&got);
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

static void
missing_titles_are_generated(void **state)
{
	static const struct {
		const char *xml, *want;
	} rows[] = {
		{ "<preface/>", "Preface" },
		{ "<preface lang='de'/>", "Vorwort" },
		{ "<preface><title>Own</title></preface>", "" },
		{ "<preface><info><title>Own</title></info></preface>", "" },
		{ "<abstract lang='ru'/>", "Аннотация" },
		{ "<abstract><title>Own</title></abstract>", "" },
		{ "<tip lang='es'/>", "Sugerencia" },
		{ "<note><title>Own</title></note>", "" },
		{ "<lot role='tables'/>", "List of Tables" },
		{ "<toc/>", "Contents" },
		{ "<refentry><refnamediv><refname>ls</refname></refnamediv>"
		  "</refentry>",
		    "ls" },
		{ "<revhistory lang='fr'/>", "Historique des versions" },
		{ "<taskprerequisites/>", "Prerequisites" },
		{ "<chapter/>", "" },
		{ "<para/>", "" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct doc *doc = read_doc(rows[i].xml);
		struct buf b = BUF_INIT;

		assert_int_equal(
		    gentext_default_title(doc, 1, &b), rows[i].want[0] != '\0');
		assert_string_equal(b.s, rows[i].want);
		buf_release(&b);
		doc_free(doc);
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(tags_are_sorted_and_found),
		cmocka_unit_test(tags_are_taken_in_any_form),
		cmocka_unit_test(every_language_is_complete),
		cmocka_unit_test(words_are_those_of_the_language),
		cmocka_unit_test(the_nearest_language_counts),
		cmocka_unit_test(things_are_numbered),
		cmocka_unit_test(each_kind_of_target_has_its_name),
		cmocka_unit_test(references_follow_their_style),
		cmocka_unit_test(references_lead_where_they_say),
		cmocka_unit_test(titles_are_plain_text),
		cmocka_unit_test(references_come_to_an_end),
		cmocka_unit_test(references_have_a_bound),
		cmocka_unit_test(any_root_can_be_referred_to),
		cmocka_unit_test(missing_titles_are_generated),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

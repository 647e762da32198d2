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

/* Documents, and the labels that things in them have. */
static const struct {
	const char *xml, *want;
} numbered[] = {
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
	  "</refsect1></refentry></reference><preface>" FIG "</preface></book>",
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
	{ "<article><bridgehead>b</bridgehead><simplesect/>" SECT "</article>",
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

static void
things_are_numbered(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(numbered) / sizeof(*numbered); i++) {
		struct doc *doc = read_doc(numbered[i].xml);
		struct buf b = BUF_INIT;

		labels(doc, &b);
		assert_string_equal(b.s, numbered[i].want);
		buf_release(&b);
		doc_free(doc);
	}
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
		    "File > Quit (F1)" },
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
		{ "A <inlinemediaobject><imageobject><imagedata "
		  "fileref='f.png'/></imageobject></inlinemediaobject>",
		    "A [image: f.png]" },
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

static void
untitled_objects_have_names(void **state)
{
	static const struct {
		const char *xml, *want;
	} rows[] = {
		{ "<equation/>", "Equation 1" },
		{ "<equation lang='ja'/>", "式 1" },
		{ "<equation label='E'/>", "Equation E" },
		{ "<equation label=''/>", "" },
		{ "<figure><title>f</title></figure>", "" },
		{ "<figure><info><title>f</title></info></figure>", "" },
		{ "<table><caption>c</caption></table>", "" },
		{ "<table/>", "Table 1" },
		{ "<informaltable/>", "" },
		{ "<procedure/>", "" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct doc *doc = read_doc(rows[i].xml);
		struct buf b = BUF_INIT;

		assert_int_equal(
		    gentext_name(doc, 1, &b), rows[i].want[0] != '\0');
		assert_string_equal(b.s, rows[i].want);
		buf_release(&b);
		doc_free(doc);
	}
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

static void
sections_without_a_title_are_known_by_their_words(void **state)
{
	static const struct {
		const char *xml, *want;
	} rows[] = {
		{ "<section><title>Own</title><para>T</para></section>",
		    "Own" },
		{ "<preface><para>T</para></preface>", "Preface" },
		{ "<section><title/><para>A few words.</para></section>",
		    "A few words." },
		{ "<section><note><title/><para>In it</para></note></section>",
		    "In it" },
		{ "<section><para>Cut where a word ends, and not within the "
		  "next</para></section>",
		    "Cut where a word ends, and not within\u2026" },
		{ "<section><para>\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9"
		  "\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9"
		  "\u00e9\u00e9\u00e9\u00e9\u00e9</para></section>",
		    "\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9"
		    "\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9"
		    "\u00e9\u00e9\u2026" },
		{ "<section><screen>no words</screen></section>",
		    "(untitled)" },
		{ "<section><section><title>Sub</title></section></section>",
		    "(untitled)" },
		{ "<section/>", "(untitled)" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct doc *doc = read_doc(rows[i].xml);
		struct buf b = BUF_INIT;

		gentext_section(doc, 0, &b);
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
		cmocka_unit_test(titles_are_plain_text),
		cmocka_unit_test(untitled_objects_have_names),
		cmocka_unit_test(missing_titles_are_generated),
		cmocka_unit_test(
		    sections_without_a_title_are_known_by_their_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

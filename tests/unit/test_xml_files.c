/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <unistd.h>

#include "base/diag.h"
#include "base/file.h"
#include "base/xalloc.h"
#include "unit.h"
#include "xml/folder.h"
#include "xml_dump.h"

enum { FILES_MAX = 5 };

#define XI "xmlns:xi='http://www.w3.org/2001/XInclude'"

/*
 * Documents of several files, the first of which is read; a name that begins
 * with "->" is a link.  The folder is new and the working folder; it holds
 * nothing else but `outside/secret`, beside the folder `in` with the files.
 */
struct tree_case {
	const char *files[FILES_MAX][2];
	const char *want;
};

/* clang-format off */
static const struct tree_case entity_cases[] = {
	{ { { "in/a.xml",
	      "<!DOCTYPE a [<!ENTITY b SYSTEM 'sub/b.xml'>]>\n"
	      "<a>1&b;2</a>" },
	    { "in/sub/b.xml",
	      "<?xml version='1.0'\n encoding='UTF-8'?>\nx<b/>\n <c>y</c>" } },
	  "2:1 <a>\n2:4 [1\\nx]\nin/sub/b.xml:3:2 <b>\nin/sub/b.xml:3:2 </b>\n"
	  "in/sub/b.xml:3:6 [\\n ]\nin/sub/b.xml:4:2 <c>\n"
	  "in/sub/b.xml:4:5 [y]\nin/sub/b.xml:4:6 </c>\n2:8 [2]\n2:9 </a>\n" },
	/* The namespaces in force hold in an entity. */
	{ { { "in/a.xml",
	      "<!DOCTYPE a [<!ENTITY b SYSTEM 'b.xml'>]>\n"
	      "<a xmlns='http://docbook.org/ns/docbook'"
	      " xmlns:x='http://www.w3.org/1999/xlink'>&b;</a>" },
	    { "in/b.xml", "<b x:href='h'/>" } },
	  "2:1 <a@1>\nin/b.xml:1:1 <b@1 href@4=\"h\">\nin/b.xml:1:1 </b@1>\n"
	  "2:84 </a@1>\n" },
	{ { { "in/a.xml",
	      "<!DOCTYPE a [<!ENTITY b SYSTEM 'no.xml'>]><a>1&b;2</a>" } },
	  "1:43 <a>\n1:46 [1[missing: no.xml]2]\n1:51 </a>\n"
	  "! in/a.xml:1:47: cannot open no.xml: No such file or directory\n" },
	{ { { "in/a.xml",
	      "<!DOCTYPE a [<!ENTITY b SYSTEM '../outside/secret'>]>"
	      "<a>&b;</a>" } },
	  "1:54 <a>\n1:57 [[missing: ../outside/secret]]\n1:60 </a>\n"
	  "! in/a.xml:1:57: ../outside/secret lies outside the course folder; "
	  "it is not read\n" },
	{ { { "in/a.xml",
	      "<!DOCTYPE a [<!ENTITY b SYSTEM 'http://h/b.xml'>]><a>&b;</a>" } },
	  "1:51 <a>\n1:54 [[missing: http://h/b.xml]]\n1:57 </a>\n"
	  "! in/a.xml:1:54: http://h/b.xml lies outside the course folder; it "
	  "is not read\n" },
	/* A part that breaks off ends its own elements; the rest is read. */
	{ { { "in/a.xml",
	      "<!DOCTYPE a [<!ENTITY b SYSTEM 'b.xml'>]><a>&b;2</a>" },
	    { "in/b.xml", "<b><c>x</b>" } },
	  "1:42 <a>\nin/b.xml:1:1 <b>\nin/b.xml:1:4 <c>\nin/b.xml:1:7 [x]\n"
	  "in/b.xml:1:8 </c>\nin/b.xml:1:8 </b>\n1:48 [2]\n1:49 </a>\n"
	  "! in/b.xml:1:8: not well-formed: </b> where </c> should be, for the "
	  "<c> of line 1\n" },
	{ { { "in/a.xml",
	      "<!DOCTYPE a [<!ENTITY b SYSTEM 'b.xml'>]><a>&b;2</a>" },
	    { "in/b.xml", "<b>&b;</b>" } },
	  "1:42 <a>\nin/b.xml:1:1 <b>\nin/b.xml:1:4 </b>\nin/b.xml:1:4 </a>\n"
	  "! in/b.xml:1:4: not well-formed: the entity &b; contains itself\n"
	  "broken\n" },
	/* Declarations in files, with conditional sections, and relative to
	 * the file in which they are. */
	{ { { "in/a.xml",
	      "<!DOCTYPE a SYSTEM 'http://h/docbook.dtd' [\n"
	      "<!ENTITY % g SYSTEM 'ent/g.ent'>\n%g;]>\n<a>&v;&b;</a>" },
	    { "in/ent/g.ent",
	      "<?xml encoding='UTF-8'?>\n<!ENTITY % on 'INCLUDE'>\n"
	      "<![%on;[<!ENTITY v 'yes'>]]>\n<![IGNORE[<!ENTITY v 'no'>]]>\n"
	      "<!ENTITY b SYSTEM 'b.xml'>" },
	    { "in/ent/b.xml", "B" } },
	  "4:1 <a>\n4:4 [yesB]\n4:10 </a>\n" },
	{ { { "in/a.xml",
	      "<!DOCTYPE a [<!ENTITY % g SYSTEM 'g.ent'>\n%g;\n"
	      "<!ENTITY v 'V'>]><a>&v;</a>" } },
	  "3:18 <a>\n3:21 [V]\n3:24 </a>\n"
	  "! in/a.xml:2:4: cannot open in/g.ent: No such file or directory\n" },
	{ { { "in/a.xml",
	      "<!DOCTYPE a [<!ENTITY % g SYSTEM 'g.ent'>%g;]><a/>" },
	    { "in/g.ent", "<!ENTITY x 'X'>\n<!ENTITY y>" } },
	  "1:47 <a>\n1:47 </a>\n"
	  "! in/g.ent:2:11: not well-formed: Space required after the entity "
	  "name; the declarations from here on are left out\n" },
	/* A quote that is missing swallows the next declaration; neither is
	 * known, but what was before and what comes in other files. */
	{ { { "in/a.xml",
	      "<!DOCTYPE a [\n<!ENTITY % g SYSTEM 'g.ent'>\n%g;\n"
	      "<!ENTITY % h SYSTEM 'h.ent'>%h;]>\n<?p q?>\n<a>&x;&y;&h;</a>" },
	    { "in/g.ent",
	      "<!ENTITY x 'X'>\n<!ENTITY y \"Y>\n<!ENTITY z \"Z\">" },
	    { "in/h.ent", "<!ENTITY h 'H'>" } },
	  "6:1 <a>\n6:4 [X&y;H]\n6:13 </a>\n"
	  "! in/g.ent:3:13: not well-formed: entity y not terminated; the "
	  "declarations from here on are left out\n"
	  "! in/a.xml:6:7: the entity &y; is not declared here, nor in the "
	  "parameter entities used; it is shown as it stands\n" },
	/* A file that ends too early, and one within a section. */
	{ { { "in/a.xml",
	      "<!DOCTYPE a [<!ENTITY % g SYSTEM 'g.ent'>%g;"
	      "<!ENTITY % h SYSTEM 'h.ent'>%h;]><a>&x;&h;</a>" },
	    { "in/g.ent",
	      "<?xml encoding='UTF-8'?>\n<!-- ' -->\n<?p \"?>\n"
	      "<![INCLUDE[<!ENTITY x 'X'>]]>\n <!ENTITY y '>'" },
	    { "in/h.ent",
	      "<!ENTITY h 'H'>\n<![INCLUDE[<!ENTITY i 'I'>" } },
	  "1:78 <a>\n1:81 [XH]\n1:87 </a>\n"
	  "! in/g.ent:5:2: not well-formed: the file ends in this declaration; "
	  "the declarations from here on are left out\n"
	  "! in/h.ent:2:1: not well-formed: the file ends in this declaration; "
	  "the declarations from here on are left out\n" },
	/* A fault within a section takes all of that. */
	{ { { "in/a.xml",
	      "<!DOCTYPE a [<!ENTITY % g SYSTEM 'g.ent'>%g;]><a>&x;&i;</a>" },
	    { "in/g.ent",
	      "<!ENTITY x 'X'><![IGNORE[ it's <!ENTITY ]]>\n"
	      "<![INCLUDE[<!ENTITY i 'I'>\n<!ENTITY>]]>" } },
	  "1:47 <a>\n1:50 [X&i;]\n1:56 </a>\n"
	  "! in/g.ent:3:9: not well-formed: Space required after '<!ENTITY'; the "
	  "declarations from here on are left out\n"
	  "! in/a.xml:1:53: the entity &i; is not declared here, nor in the "
	  "parameter entities used; it is shown as it stands\n" },
	/* Each file that uses it goes on; it is told once. */
	{ { { "in/a.xml",
	      "<!DOCTYPE a [<!ENTITY % g SYSTEM 'g.ent'>%g;]><a " XI
	      ">&x;<xi:include href='b.xml'/></a>" },
	    { "in/b.xml",
	      "<!DOCTYPE b SYSTEM 'g.ent'>\n<b>&x;</b>" },
	    { "in/g.ent", "<!ENTITY x 'X'>\nY\n<!ENTITY z 'Z'>" } },
	  "1:47 <a>\n1:93 [X]\nin/b.xml:2:1 <b>\nin/b.xml:2:4 [X]\n"
	  "in/b.xml:2:7 </b>\n1:122 </a>\n"
	  "! in/g.ent:2:1: not well-formed: here stands what is no declaration, "
	  "or a parameter entity that expands too far; the declarations from "
	  "here on are left out\n" },
	/* A fault of the document's own ends it. */
	{ { { "in/a.xml",
	      "<!DOCTYPE a [<!ENTITY % g SYSTEM 'g.ent'>%g;\n<!X>]><a/>" },
	    { "in/g.ent", "<!ENTITY x 'X'>" } },
	  "! in/a.xml:2:1: not well-formed: the DOCTYPE has something that is no "
	  "declaration, or a parameter entity that expands too far\nbroken\n" },
	/* What is not declared is left out. */
	{ { { "in/a.xml",
	      "<!DOCTYPE a [%x;<!ENTITY % g SYSTEM 'g.ent'>\n%g;%x;"
	      "<!ENTITY w 'W'>]><a>&v;&w;</a>" },
	    { "in/g.ent", "\n%y;<!ENTITY v 'V'>" } },
	  "2:24 <a>\n2:27 [VW]\n2:33 </a>\n"
	  "! in/a.xml:1:17: the parameter entity %x; is not declared before "
	  "this; it is left out\n"
	  "! in/g.ent:2:4: the parameter entity %y; is not declared before "
	  "this; it is left out\n" },
	/* Names that are no URIs. */
	{ { { "in/a.xml",
	      "<!DOCTYPE a [<!ENTITY % g SYSTEM 'b \303\251.ent'>%g;\n"
	      "<!ENTITY\n%\nh SYSTEM '..\\h'> %h; <!ENTITY c SYSTEM '<c c'>]>"
	      "<a>&v;&c;</a>" },
	    { "in/b \303\251.ent", "<!ENTITY v 'V'>" },
	    { "in/<c c", "C" } },
	  "4:49 <a>\n4:52 [VC]\n4:58 </a>\n"
	  "! in/a.xml:4:21: cannot open in/..\\h: No such file or directory\n" },
	/* An external subset that lies with the document. */
	{ { { "in/a.xml", "<!DOCTYPE a SYSTEM 'a.dtd'>\n<a>&v;</a>" },
	    { "in/a.dtd", "<!ENTITY v 'V'>" } },
	  "2:1 <a>\n2:4 [V]\n2:7 </a>\n" },
};

static const struct tree_case include_cases[] = {
	{ { { "in/a.xml", "<a " XI ">\n<xi:include href='sub/b.xml'/>z</a>" },
	    { "in/sub/b.xml",
	      "<!DOCTYPE b [<!ENTITY v 'V'>]>\n<b>&v;"
	      "<xi:include href='c.xml' " XI "/></b>" },
	    { "in/sub/c.xml", "<c/>" } },
	  "1:1 <a>\n1:47 [\\n]\nin/sub/b.xml:2:1 <b>\nin/sub/b.xml:2:4 [V]\n"
	  "in/sub/c.xml:1:1 <c>\nin/sub/c.xml:1:1 </c>\n"
	  "in/sub/b.xml:2:76 </b>\n2:31 [z]\n2:32 </a>\n" },
	{ { { "in/a.xml",
	      "<a " XI "><xi:include href='t%20.txt' parse='text'/></a>" },
	    { "in/t .txt", "1 < 2 &amp; <b>\n\303\251" } },
	  "1:1 <a>\nin/t .txt:1:1 [1 < 2 &amp; <b>\\n\303\251]\n1:89 </a>\n" },
	/* Lines may end as in any system, wherever a piece ends. */
	{ { { "in/a.xml", "<a " XI "><xi:include href='t' parse='text'/></a>" },
	    { "in/t", "1\r\n\r\n2\r\n" } },
	  "1:1 <a>\nin/t:1:1 [1\\n\\n2\\n]\n1:82 </a>\n" },
	/* Lines of a text, counted as RFC 5147 does; an id as XInclude 1.1
	 * names it. */
	{ { { "in/a.xml",
	      "<a " XI "><xi:include href='t' parse='text' fragid='line=1,3'/>\n"
	      "<xi:include href='t' parse='text' fragid='line=,1;length=9'/>\n"
	      "<xi:include href='t' parse='text' fragid='line=3,'/>\n"
	      "<xi:include href='t' parse='text' fragid='search=/x/'/>\n"
	      "<xi:include href='b.xml' fragid='b'/></a>" },
	    { "in/t", "one\r\ntwo\nthree\nfour" },
	    { "in/b.xml", "<b><c/><d id='b'/></b>" } },
	  "1:1 <a>\nin/t:2:1 [two\\nthree\\n\\none\\n\\nfour\\n"
	  "one\\ntwo\\nthree\\nfour\\n]\n"
	  "in/b.xml:1:8 <d id=\"b\">\nin/b.xml:1:8 </d>\n5:38 </a>\n" },
	{ { { "in/a.xml",
	      "<a " XI "><xi:include href='t' parse='text'"
	      " encoding='iso-8859-1'/></a>" },
	    { "in/t", "\351" } },
	  "1:1 <a>\nin/t:1:1 [\303\251]\n1:104 </a>\n" },
	{ { { "in/a.xml",
	      "<a " XI "><xi:include href='no.xml'><xi:fallback>"
	      "<b>plan &amp; B</b></xi:fallback></xi:include></a>" } },
	  "1:1 <a>\n1:86 <b>\n1:89 [plan & B]\n1:101 </b>\n1:132 </a>\n" },
	/* What is missing where nothing is shown is not missed. */
	{ { { "in/a.xml",
	      "<a " XI "><xi:include href='b.xml' xpointer='x'/></a>" },
	    { "in/b.xml",
	      "<!DOCTYPE b [<!ENTITY n SYSTEM 'no.xml'>]><b><p>&n;</p>"
	      "<q id='x'/>&n;</b>" } },
	  "1:1 <a>\nin/b.xml:1:56 <q id=\"x\">\nin/b.xml:1:56 </q>\n"
	  "1:86 </a>\n" },
	/* What was had hides the fallback, and what is in it. */
	{ { { "in/a.xml",
	      "<a " XI "><xi:include href='b.xml'> x <y/><xi:fallback>"
	      "<xi:include href='no.xml'/></xi:fallback></xi:include></a>" },
	    { "in/b.xml", "<b/>" } },
	  "1:1 <a>\nin/b.xml:1:1 <b>\nin/b.xml:1:1 </b>\n1:146 </a>\n" },
	{ { { "in/a.xml",
	      "<a " XI "><xi:include href='no.xml'><xi:fallback>1"
	      "<xi:include href='no2.xml'><xi:fallback>2</xi:fallback>"
	      "</xi:include></xi:fallback></xi:include></a>" } },
	  "1:1 <a>\n1:86 [12]\n1:182 </a>\n" },
	{ { { "in/a.xml", "<a " XI "><xi:include href='b.xml'/></a>" },
	    { "in/b.xml", "<?xml version='1.0' encoding='klingon'?><b/>" } },
	  "1:1 <a>\n1:47 [[missing: b.xml]]\n1:73 </a>\n"
	  "! in/a.xml:1:47: unknown encoding \"klingon\"; save the file as "
	  "UTF-8\n" },
	{ { { "in/a.xml", "<a " XI "><xi:include href='no.xml'/></a>" } },
	  "1:1 <a>\n1:47 [[missing: no.xml]]\n1:74 </a>\n"
	  "! in/a.xml:1:47: cannot open no.xml: No such file or directory\n" },
	{ { { "in/a.xml", "<a><xi:include href='b.xml'/></a>" },
	    { "in/b.xml", "<b/>" } },
	  "1:1 <a>\nin/b.xml:1:1 <b>\nin/b.xml:1:1 </b>\n1:30 </a>\n"
	  "! in/a.xml:1:4: the prefix \"xi\" is not declared; add xmlns:xi to "
	  "the root element\n" },
	{ { { "in/a.xml", "<a " XI "><xi:include href='a.xml'/></a>" } },
	  "1:1 <a>\n1:47 [[missing: a.xml]]\n1:73 </a>\n"
	  "! in/a.xml:1:47: a.xml includes itself; it is left out\n" },
	{ { { "in/a.xml", "<a " XI "><xi:include href='b.xml'/></a>" },
	    { "in/b.xml", "<b " XI "><xi:include href='a.xml'/></b>" } },
	  "1:1 <a>\nin/b.xml:1:1 <b>\nin/b.xml:1:47 [[missing: a.xml]]\n"
	  "in/b.xml:1:73 </b>\n1:73 </a>\n"
	  "! in/b.xml:1:47: a.xml includes itself; it is left out\n" },
	{ { { "in/a.xml",
	      "<a " XI "><xi:include href='../outside/secret' parse='text'/>"
	      "</a>" } },
	  "1:1 <a>\n1:47 [[missing: ../outside/secret]]\n1:98 </a>\n"
	  "! in/a.xml:1:47: ../outside/secret lies outside the course folder; "
	  "it is not read\n" },
	{ { { "in/a.xml", "<a " XI "><xi:include href='l'/></a>" },
	    { "->in/l", "../outside/secret" } },
	  "1:1 <a>\n1:47 [[missing: l]]\n1:69 </a>\n"
	  "! in/a.xml:1:47: l lies outside the course folder; it is not read\n" },
	{ { { "in/a.xml",
	      "<a " XI " xml:base='sub/'><xi:include href='b.xml'/>"
	      "<b xml:base='http://h/'><xi:include href='b.xml'/></b></a>" },
	    { "in/sub/b.xml", "<b/>" } },
	  "1:1 <a base@3=\"sub/\">\nin/sub/b.xml:1:1 <b>\n"
	  "in/sub/b.xml:1:1 </b>\n1:89 <b base@3=\"http://h/\">\n"
	  "1:113 [[missing: b.xml]]\n1:139 </b>\n1:143 </a>\n"
	  "! in/a.xml:1:113: b.xml lies outside the course folder; it is not "
	  "read\n" },
	{ { { "in/a.xml", "<a " XI "><xi:include href='b.xml'/></a>" },
	    { "in/b.xml", "no markup" } },
	  "1:1 <a>\n1:47 [[missing: in/b.xml]]\n1:73 </a>\n"
	  "! in/b.xml:1:1: not well-formed: there is no element where the "
	  "first should be\n" },
	{ { { "in/a.xml",
	      "<!DOCTYPE a [<!ENTITY e \"<xi:include href='b.xml' "
	      "xmlns:xi='http://www.w3.org/2003/XInclude'/>\">]><a>&e;</a>" },
	    { "in/b.xml", "<b/>" } },
	  "1:99 <a>\nin/b.xml:1:1 <b>\nin/b.xml:1:1 </b>\n1:105 </a>\n" },
};

/* The part of b.xml that each pointer names. */
static const struct {
	const char *xpointer, *want;
} pointer_cases[] = {
	{ "two", "<p>" "\n[2]\n</p>\n" },
	{ "sub", "<s>\n<p>\n[3]\n</p>\n[x]\n<p>\n[4]\n</p>\n</s>\n" },
	{ "element(sub/2)", "<p>\n[4]\n</p>\n" },
	{ "element(/1/2)", "<p>\n[2]\n</p>\n" },
	{ "element(two)", "<p>\n[2]\n</p>\n" },
	{ "xpointer(id('two'))", "<p>\n[2]\n</p>\n" },
	{ "xpointer(id(\"sub\")/p[2])", "<p>\n[4]\n</p>\n" },
	{ "xpointer(/b/s[1]/p[1])", "<p>\n[3]\n</p>\n" },
	{ "xpointer(/b/x:p)", "<p>\n[1]\n</p>\n<p>\n[2]\n</p>\n" },
	{ "xpointer(//p[1])", "<p>\n[1]\n</p>\n<p>\n[3]\n</p>\n" },
	{ "xpointer(//*[@id='two'])", "<p>\n[2]\n</p>\n<p2>\n</p2>\n" },
	{ "xpointer(//s[@xml:id='sub']/*)",
	  "<p>\n[3]\n</p>\n<p>\n[4]\n</p>\n" },
	{ "xpointer(/b/s/node())", "<p>\n[3]\n</p>\n[x]\n<p>\n[4]\n</p>\n" },
	{ "xmlns(x=http://x) xpointer(//x:s//p[@r='1'])", "<p>\n[4]\n</p>\n" },
	{ "xpointer( id('two') | //d )", "<p>\n[2]\n</p>\n<d>\n[5]\n</d>\n" },
	{ "xpointer(id('two') | id('deep') | //*[@id = 'two'])",
	  "<p>\n[2]\n</p>\n<d>\n[5]\n</d>\n<p2>\n</p2>\n" },
	{ "xpointer(/b/p | /b/p[1])", "<p>\n[1]\n</p>\n<p>\n[2]\n</p>\n" },
	{ "xpointer(/b/*[@id])", "<p>\n[2]\n</p>\n<s>\n<p>\n[3]\n</p>\n[x]\n<p>\n"
	  "[4]\n</p>\n</s>\n<p2>\n</p2>\n" },
	{ "xpointer(/b/*[@id and not(self::s)])",
	  "<p>\n[2]\n</p>\n<p2>\n</p2>\n" },
	{ "xpointer(/b/*[@id!='two'] [position() &lt; 2]/p[not(@r='1')])",
	  "<p>\n[3]\n</p>\n" },
	{ "xpointer(/b/*[local-name()='p'][position()>1])", "<p>\n[2]\n</p>\n" },
	{ "xpointer(/b/p[position() &lt;= 1])", "<p>\n[1]\n</p>\n" },
	{ "xpointer(/child::b/descendant::p[@r])", "<p>\n[4]\n</p>\n" },
	{ "xpointer(/b/p[last()])", "[[missing: xpointer(/b/p[last()])]]\n" },
	{ "xpointer(/b/p[2][@id])", "[[missing: xpointer(/b/p[2][@id])]]\n" },
	{ "xpointer(//p |)", "[[missing: xpointer(//p |)]]\n" },
	/* In an entity of the document that is included. */
	{ "deep", "<d>\n[5]\n</d>\n" },
	{ "xpointer(/b/e/d)", "<d>\n[5]\n</d>\n" },
	{ "none", "[[missing: in/b.xml]]\n" },
	{ "xpointer(count(//*))", "[[missing: xpointer(count(//*))]]\n" },
	{ "element(/0)", "[[missing: element(/0)]]\n" },
	{ "a b", "[[missing: a b]]\n" },
};
/* clang-format on */

static const char pointer_target[] =
    "<!DOCTYPE b [<!ENTITY e '<e>&#60;f/>&#38;#38;<d id=\"deep\">5</d></e>'>]>"
    "<b><p>1</p><p id='two'>2</p><s xml:id='sub'><p>3</p>x<p r='1'>4</p></s>"
    "&e;<p2 id='two'/></b>";

static char *top;

static void
write_file(const char *name, const char *text)
{
	char *slash, *dir;

	if (strncmp(name, "->", 2) == 0) {
		assert_int_equal(symlink(text, name + 2), 0);
		return;
	}
	dir = xstrdup(name);
	slash = strrchr(dir, '/');
	*slash = '\0';
	assert_int_equal(mkdir_all(dir, 0700), 0);
	free(dir);
	assert_int_equal(file_replace(name, text, strlen(text)), 0);
}

static int
remove_one(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	(void)st;
	(void)type;
	(void)ftw;
	return remove(path);
}

static void
remove_tree(const char *path)
{
	nftw(path, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

/* A new working folder, below /tmp or where TMPDIR says. */
static int
set_up(void **state)
{
	const char *tmp = getenv("TMPDIR");

	(void)state;
	top = xasprintf("%s/lectern-unit-XXXXXX", tmp != NULL ? tmp : "/tmp");
	if (mkdtemp(top) == NULL || chdir(top) == -1)
		return -1;
	write_file("outside/secret", "SECRET");
	return 0;
}

static int
tear_down(void **state)
{
	int status = chdir("/");

	(void)state;
	remove_tree(top);
	free(top);
	return status;
}

static void
dump(struct buf *b, const char *path, const struct xml_options *options)
{
	const struct xml_source src = { .path = path };

	buf_reset(b);
	xml_dump(b, &src, options);
}

/* Ways to read a document; a child is not to be had under valgrind. */
static const struct xml_options ways[] = {
	{ .chunk = 65536 },
	{ .chunk = 1, .walk = 1 },
	{ .chunk = 7 },
	{ .chunk = 65536, .child = 1 },
	{ .chunk = 3, .walk = 1, .child = 1 },
};

static size_t
n_ways(void)
{
	const char *where = getenv("LECTERN_PARSER");

	return where != NULL && strcmp(where, "inside") == 0 ? 3 : 5;
}

static void
check(const struct tree_case *cases, size_t n)
{
	struct buf b = BUF_INIT;
	size_t i, j;

	for (i = 0; i < n; i++) {
		remove_tree("in");
		for (j = 0; j < FILES_MAX && cases[i].files[j][0]; j++)
			write_file(cases[i].files[j][0], cases[i].files[j][1]);
		for (j = 0; j < n_ways(); j++) {
			dump(&b, cases[i].files[0][0], &ways[j]);
			assert_string_equal(b.s, cases[i].want);
		}
	}
	buf_release(&b);
}

static void
entities_may_be_files(void **state)
{
	(void)state;
	check(entity_cases, sizeof(entity_cases) / sizeof(*entity_cases));
}

static void
includes_take_their_place(void **state)
{
	(void)state;
	check(include_cases, sizeof(include_cases) / sizeof(*include_cases));
}

/* Takes the places away, and the lines of the including document. */
static void
strip(struct buf *b)
{
	struct buf kept = BUF_INIT;
	char *line;

	strtok(b->s, "\n");
	while ((line = strtok(NULL, "\n")) != NULL) {
		if (line[0] == '!' || strstr(line, "</a>") != NULL)
			continue;
		line = strpbrk(line, "<[");
		if (line[0] == '<')
			line[strcspn(line, " >")] = '\0';
		buf_printf(&kept, "%s%s\n", line, line[0] == '<' ? ">" : "");
	}
	buf_release(b);
	*b = kept;
}

static void
pointers_select(void **state)
{
	struct buf b = BUF_INIT;
	size_t i;

	(void)state;
	write_file("in/b.xml", pointer_target);
	for (i = 0; i < sizeof(pointer_cases) / sizeof(*pointer_cases); i++) {
		char *text = xasprintf("<a " XI "><xi:include href='b.xml'"
				       " xpointer=\"%s\"/></a>",
		    pointer_cases[i].xpointer);
		char *quote = strstr(text, "id(\"");

		/* One case has double quotes. */
		while (quote != NULL &&
		    (quote = strchr(quote, '"')) < strrchr(text, '"'))
			*quote = '\'';
		write_file("in/a.xml", text);
		free(text);
		dump(&b, "in/a.xml", &ways[i % n_ways()]);
		strip(&b);
		assert_string_equal(b.s, pointer_cases[i].want);
	}
	buf_release(&b);
}

/* Beyond the limit each is named in its place, and the limit told once. */
static void
too_many_includes_are_left_out(void **state)
{
	struct buf b = BUF_INIT;
	int i;

	(void)state;
	buf_adds(&b, "<a " XI ">");
	for (i = 0; i < 25002; i++)
		buf_adds(&b, "<xi:include href='t' parse='text'/>");
	buf_adds(&b, "</a>");
	write_file("in/a.xml", b.s);
	write_file("in/t", "t");
	buf_reset(&b);
	dump(&b, "in/a.xml", &ways[0]);
	assert_non_null(strstr(b.s, "[missing: t]"));
	assert_string_equal(strrchr(b.s, '!'),
	    "! in/a.xml:1:875047: too large or too deep: more than 25000 files "
	    "included\n");
	assert_ptr_equal(strchr(b.s, '!'), strrchr(b.s, '!'));
	buf_release(&b);
}

static int
try_open(struct folder *f, const char *uri)
{
	char *path = folder_resolve(f->doc, uri);
	struct file_id id;
	int fd = folder_open(f, path, &id);

	free(path);
	if (fd == -1)
		return errno;
	close(fd);
	return 0;
}

static void
make_special_files(void)
{
	write_file("in/sub/b", "B");
	write_file("->in/good", "sub/b");
	write_file("->in/up", "../outside/secret");
	write_file("->in/dir", "sub");
	write_file("->in/out", "../outside");
	write_file("->in/loop", "loop");
	write_file("->in/root", "/etc/passwd");
	write_file("->in/proc", "/proc/self/environ");
	assert_int_equal(mkfifo("in/fifo", 0600), 0);
}

static void
files_open_below_the_folder_only(void **state)
{
	/* With openat2, and walking, which follows no link at all. */
	static const struct {
		const char *uri;
		int error, walk_error;
	} cases[] = {
		{ "sub/b", 0, 0 },
		{ "sub/../sub/b", 0, 0 },
		{ "good", 0, EXDEV },
		{ "dir/b", 0, ENOTDIR },
		{ "up", EXDEV, EXDEV },
		{ "out/secret", EXDEV, ENOTDIR },
		{ "root", EXDEV, EXDEV },
		{ "proc", EXDEV, EXDEV },
		{ "loop", ELOOP, EXDEV },
		{ "fifo", EINVAL, EINVAL },
		{ "sub", EISDIR, EISDIR },
		{ "none", ENOENT, ENOENT },
		{ "../outside/secret", EXDEV, EXDEV },
		{ "../in", EXDEV, EXDEV },
		{ "/etc/passwd", EXDEV, EXDEV },
		{ "/dev/zero", EXDEV, EXDEV },
	};
	struct folder f;
	size_t i;

	(void)state;
	remove_tree("in");
	write_file("in/a.xml", "<a/>");
	make_special_files();
	assert_int_equal(folder_init(&f, "in/a.xml", NULL), 0);
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		int error;

		f.walk = 0;
		error = try_open(&f, cases[i].uri);
		if (!f.walk)
			assert_int_equal(error, cases[i].error);
		f.walk = 1;
		assert_int_equal(
		    try_open(&f, cases[i].uri), cases[i].walk_error);
	}
	folder_release(&f);
	assert_int_equal(folder_init(&f, "in/a.xml", "nowhere"), -1);
	assert_int_equal(try_open(&f, "sub/b"), EXDEV);
	folder_release(&f);
}

/* --root: the folder may be another than the document's. */
static void
the_folder_may_be_wider(void **state)
{
	const struct xml_options options = { .chunk = 100 };
	struct xml_source src = { .path = "in/sub/a.xml", .root = "in" };
	struct buf b = BUF_INIT;

	(void)state;
	remove_tree("in");
	write_file("in/b.xml", "<b/>");
	write_file("in/sub/a.xml",
	    "<a " XI "><xi:include href='../b.xml'/>"
	    "<xi:include href='../../outside/secret'/></a>");
	xml_dump(&b, &src, &options);
	assert_string_equal(b.s,
	    "1:1 <a>\nin/b.xml:1:1 <b>\nin/b.xml:1:1 </b>\n"
	    "1:76 [[missing: ../../outside/secret]]\n1:117 </a>\n"
	    "! in/sub/a.xml:1:76: ../../outside/secret lies outside the course "
	    "folder; it is not read\n");
	buf_reset(&b);
	src.root = NULL;
	xml_dump(&b, &src, &options);
	assert_non_null(strstr(b.s, "[missing: ../b.xml]"));
	buf_reset(&b);
	src.root = "nowhere";
	xml_dump(&b, &src, &options);
	assert_string_equal(
	    b.s, "! nowhere: cannot open nowhere: No such file or directory\n");
	buf_release(&b);
}

static void
the_document_may_be_a_link_but_no_fifo(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	remove_tree("in");
	write_file("in/b.xml", "<b/>");
	write_file("->in/a.xml", "../other/real.xml");
	write_file(
	    "other/real.xml", "<a " XI "><xi:include href='b.xml'/></a>");
	dump(&b, "in/a.xml", &ways[0]);
	assert_string_equal(
	    b.s, "1:1 <a>\nin/b.xml:1:1 <b>\nin/b.xml:1:1 </b>\n1:73 </a>\n");
	assert_int_equal(mkfifo("in/fifo", 0600), 0);
	dump(&b, "in/fifo", &ways[0]);
	assert_string_equal(
	    b.s, "! in/fifo: cannot open in/fifo: it is no regular file\n");
	dump(&b, "in/none", &ways[0]);
	assert_string_equal(
	    b.s, "! in/none: cannot open in/none: No such file or directory\n");
	buf_release(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(files_open_below_the_folder_only),
		cmocka_unit_test(entities_may_be_files),
		cmocka_unit_test(includes_take_their_place),
		cmocka_unit_test(too_many_includes_are_left_out),
		cmocka_unit_test(pointers_select),
		cmocka_unit_test(the_folder_may_be_wider),
		cmocka_unit_test(the_document_may_be_a_link_but_no_fifo),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}

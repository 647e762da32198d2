/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "unit.h"
#include "xml_dump.h"

enum { CHUNK = 65536 };

/* A document and the events that it must give; see xml_dump.h. */
struct doc_case {
	const char *in, *want;
};

static void
dump(struct buf *b, const char *in, size_t len, size_t chunk)
{
	const struct xml_source src = {
		.path = "t.xml", .data = in, .len = len
	};
	const struct xml_options options = { .chunk = chunk };

	xml_dump(b, &src, &options);
}

/* Each case in pieces of every size gives the same. */
static void
check(const struct doc_case *cases, size_t n)
{
	static const size_t chunks[] = { CHUNK, 1, 2, 3, 5, 16 };
	struct buf b = BUF_INIT;
	size_t i, j;

	for (i = 0; i < n; i++) {
		for (j = 0; j < sizeof(chunks) / sizeof(*chunks); j++) {
			buf_reset(&b);
			dump(&b, cases[i].in, strlen(cases[i].in), chunks[j]);
			assert_string_equal(b.s, cases[i].want);
		}
	}
	buf_release(&b);
}

/* clang-format off */
static const struct doc_case places[] = {
	{ "<a/>",
	  "1:1 <a>\n1:1 </a>\n" },
	{ "<?xml version=\"1.0\"?>\n<!-- c -->\n <a>t</a>\n",
	  "3:2 <a>\n3:5 [t]\n3:6 </a>\n" },
	{ "<a>\n\tx<b\n c='1'\n d='2'\n>y</b\n></a>",
	  "1:1 <a>\n1:4 [\\n\\tx]\n2:3 <b c=\"1\" d=\"2\">\n5:2 [y]\n5:3 </b>\n"
	  "6:2 </a>\n" },
	{ "<a>\303\251\303\251<b/>\344\270\255<c x='\303\251'/><d/></a>",
	  "1:1 <a>\n1:4 [\303\251\303\251]\n1:6 <b>\n1:6 </b>\n"
	  "1:10 [\344\270\255]\n1:11 <c x=\"\303\251\">\n1:11 </c>\n"
	  "1:21 <d>\n1:21 </d>\n1:25 </a>\n" },
	{ "<a>\r\n<b>x\r\ny</b>\r\n<c/></a>",
	  "1:1 <a>\n1:4 [\\n]\n2:1 <b>\n2:4 [x\\ny]\n3:2 </b>\n3:6 [\\n]\n"
	  "4:1 <c>\n4:1 </c>\n4:5 </a>\n" },
	{ "<a b='x>y' c=\"'>'\">z</a>",
	  "1:1 <a b=\"x>y\" c=\"'>'\">\n1:20 [z]\n1:21 </a>\n" },
	{ "<a><![CDATA[<\303\251&]]><b/></a>",
	  "1:1 <a>\n1:13 [<\303\251&]\n1:19 <b>\n1:19 </b>\n1:23 </a>\n" },
	{ "<a><?p q?>x<?r?></a>",
	  "1:1 <a>\n1:4 <?p q?>\n1:11 [x]\n1:12 <?r ?>\n1:17 </a>\n" },
	{ "<a>1&lt;2 &#65;&#x42;</a>",
	  "1:1 <a>\n1:4 [1<2 AB]\n1:22 </a>\n" },
};

static const struct doc_case spaces[] = {
	{ "<a xmlns='http://docbook.org/ns/docbook' xml:id='i'"
	  " xmlns:x='http://www.w3.org/1999/xlink' x:href='h'/>",
	  "1:1 <a@1 id@3=\"i\" href@4=\"h\">\n1:1 </a@1>\n" },
	{ "<q:a xmlns:q='urn:lectern:quiz:1'><q:b xmlns:q='urn:x'/></q:a>",
	  "1:1 <a@2>\n1:35 <b@9>\n1:35 </b@9>\n1:57 </a@2>\n" },
	{ "<a><x:b/><x:c y:d='1'/></a>",
	  "1:1 <a>\n1:4 <b@9>\n1:4 </b@9>\n1:10 <c@9 d@9=\"1\">\n"
	  "1:10 </c@9>\n1:24 </a>\n"
	  "! t.xml:1:4: the prefix \"x\" is not declared; add xmlns:x to the "
	  "root element\n"
	  "! t.xml:1:10: the prefix \"y\" is not declared; add xmlns:y to the "
	  "root element\n" },
};

static const struct doc_case entities[] = {
	{ "<a b='&mdash;&amp;&#38;'>&eacute;&hellip;</a>",
	  "1:1 <a b=\"\342\200\224&&\">\n1:26 [\303\251\342\200\246]\n"
	  "1:42 </a>\n" },
	{ "<a>&nope; &nope;</a>",
	  "1:1 <a>\n1:4 [&nope; &nope;]\n1:17 </a>\n"
	  "! t.xml:1:4: the entity &nope; is not declared; it is shown as it "
	  "stands\n" },
	{ "<!DOCTYPE a [<!ENTITY n 'N'><!ENTITY t 'T&n;'>\n"
	  "<!ENTITY mdash '-'>]>\n<a b='&t;'>&t;&mdash;</a>",
	  "3:1 <a b=\"TN\">\n3:12 [TN-]\n3:22 </a>\n" },
	{ "<!DOCTYPE a [<!ENTITY m 'x<b>&#38;n;</b>y'><!ENTITY n 'N'>]>\n"
	  "<a>1&m;2</a>",
	  "2:1 <a>\n2:4 [1x]\n2:5 <b>\n2:5 [N]\n2:5 </b>\n2:5 [y2]\n"
	  "2:9 </a>\n" },
	{ "<!DOCTYPE a [<!ENTITY % p \"<!ENTITY q 'Q'>\">%p;]><a>&q;</a>",
	  "1:50 <a>\n1:53 [Q]\n1:56 </a>\n" },
	{ "<!DOCTYPE a [<!ATTLIST a b CDATA 'v&amp;'>]><a/>",
	  "1:45 <a b=\"v&\">\n1:45 </a>\n" },
	{ "<!DOCTYPE a PUBLIC '-//x' 'http://h/x.dtd'><a>&nbsp;&x;</a>",
	  "1:44 <a>\n1:47 [\302\240&x;]\n1:56 </a>\n"
	  "! t.xml:1:53: the entity &x; is not declared; it is shown as it "
	  "stands\n" },
	{ "<!DOCTYPE a [<!NOTATION n SYSTEM 'n'>"
	  "<!ENTITY p SYSTEM 'p.png' NDATA n>]><a>&p;</a>",
	  "1:74 <a>\n1:77 [&p;]\n1:80 </a>\n"
	  "! t.xml:1:77: the entity &p; is no text; it is shown as it stands"
	  "\n" },
};

static const struct doc_case broken[] = {
	{ "<a><b>x</a>",
	  "1:1 <a>\n1:4 <b>\n1:7 [x]\n1:8 </b>\n1:8 </a>\n"
	  "! t.xml:1:8: not well-formed: </a> where </b> should be, for the "
	  "<b> of line 1\nbroken\n" },
	{ "<a><b>x</b>",
	  "1:1 <a>\n1:4 <b>\n1:7 [x]\n1:8 </b>\n1:12 </a>\n"
	  "! t.xml:1:12: not well-formed: the file ends before </a>\nbroken\n" },
	{ "",
	  "! t.xml:1:1: not well-formed: there is no element where the first "
	  "should be\nbroken\n" },
	{ "<!DOCTYPE a [<!ENTITY a 'x&b;'><!ENTITY b 'y&a;'>]><a>1&a;2</a>",
	  "1:52 <a>\n1:55 [1xy]\n1:56 </a>\n"
	  "! t.xml:1:56: not well-formed: the entity &a; contains itself\n"
	  "broken\n" },
	{ "<!DOCTYPE a [<!ENTITY a '<b>&a;</b>'>]><a>&a;2</a>",
	  "1:40 <a>\n1:43 <b>\n1:43 </b>\n1:43 </a>\n"
	  "! t.xml:1:43: not well-formed: the entity &a; contains itself\n"
	  "broken\n" },
	{ "<!DOCTYPE a [<!ENTITY a '<b>x'>]><a>1&a;2</a>",
	  "1:34 <a>\n1:37 [1]\n1:38 <b>\n1:38 [x]\n1:38 </b>\n1:41 [2]\n"
	  "1:42 </a>\n"
	  "! t.xml:1:38: not well-formed: the entity &a; ends before </b>\n" },
	{ "<!DOCTYPE a [<!ENTITY a '<b/>'>]><a b='&a;'/>",
	  "! t.xml:1:34: not well-formed: the entity &a; holds markup or names "
	  "a file; an attribute takes neither\nbroken\n" },
	{ "<a>\377</a>",
	  "1:1 <a>\n1:4 </a>\n"
	  "! t.xml:1:4: not well-formed: the text is not UTF-8; name its "
	  "encoding in an XML declaration\nbroken\n" },
};
/* clang-format on */

#define CHECK(table) check(table, sizeof(table) / sizeof(*(table)))

static void
places_are_exact(void **state)
{
	(void)state;
	CHECK(places);
}

static void
namespaces_become_numbers(void **state)
{
	(void)state;
	CHECK(spaces);
}

static void
entities_are_expanded(void **state)
{
	(void)state;
	CHECK(entities);
}

static void
broken_documents_end_with_one_fault(void **state)
{
	(void)state;
	CHECK(broken);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(places_are_exact),
		cmocka_unit_test(namespaces_become_numbers),
		cmocka_unit_test(entities_are_expanded),
		cmocka_unit_test(broken_documents_end_with_one_fault),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

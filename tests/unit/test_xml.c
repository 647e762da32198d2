/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "unit.h"
#include "xml/entities.h"
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

/* In a child, but under valgrind, where none is to be had. */
static void
dump_in_child(struct buf *b, const char *in)
{
	const struct xml_source src = {
		.path = "t.xml", .data = in, .len = strlen(in)
	};
	struct xml_options options = { .chunk = CHUNK, .child = 1 };
	const char *where = getenv("LECTERN_PARSER");

	if (where != NULL && strcmp(where, "inside") == 0)
		options.child = 0;
	xml_dump(b, &src, &options);
}

/* Each case in pieces of every size, and from a child, gives the same. */
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
		buf_reset(&b);
		dump_in_child(&b, cases[i].in);
		assert_string_equal(b.s, cases[i].want);
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
	/* What all mean by it, and where the DTD may declare it. */
	{ "<a xlink:href='h'/>",
	  "1:1 <a href@4=\"h\">\n1:1 </a>\n"
	  "! t.xml:1:1: the prefix \"xlink\" is not declared; add xmlns:xlink "
	  "to the root element\n" },
	{ "<!DOCTYPE a PUBLIC '-//x' 'http://h/x.dtd'><a><mml:b/><x:c/></a>",
	  "1:44 <a>\n1:47 <b@6>\n1:47 </b@6>\n1:55 <c@9>\n1:55 </c@9>\n"
	  "1:61 </a>\n"
	  "! t.xml:1:55: the prefix \"x\" is not declared; add xmlns:x to the "
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
	{ "<!DOCTYPE a [<!ENTITY % p \"<!ENTITY q 'Q'>\">%p;]><a>&r;</a>",
	  "1:50 <a>\n1:53 [&r;]\n1:56 </a>\n"
	  "! t.xml:1:53: the entity &r; is not declared here, nor in the "
	  "parameter entities used; it is shown as it stands\n" },
	{ "<!DOCTYPE a [<!ATTLIST a b CDATA 'v&amp;'>]><a/>",
	  "1:45 <a b=\"v&\">\n1:45 </a>\n" },
	{ "<!DOCTYPE a PUBLIC '-//x' 'http://h/x.dtd'><a>&nbsp;&x;</a>",
	  "1:44 <a>\n1:47 [\302\240&x;]\n1:56 </a>\n"
	  "! t.xml:1:53: the entity &x; is declared nowhere but perhaps in "
	  "the DTD, which is not read; it is shown as it stands\n" },
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

/* Moves on over the text from `done`, counting as a reader would. */
static void
count_places(const struct buf *in, size_t done, int *line, int *col)
{
	for (; done < in->len; done++) {
		if (in->s[done] == '\n') {
			++*line;
			*col = 1;
		} else if ((in->s[done] & 0xc0) != 0x80) {
			++*col;
		}
	}
}

/* A document of bits in any order, and where its <b/> are. */
static void
make_any_text(struct buf *in, struct buf *want)
{
	static const char *const bits[] = { "\n", "\r\n", "\t", "a", "\303\251",
		"\344\270\255\344\270\255", "\360\237\230\200", " ",
		"0123456789abcdef", "<!-- \303\251\n<x> -->",
		"<![CDATA[\303\251<]]>", "<?p \303\251?>", "&amp;", "&#233;",
		"<c d='\303\251\n>'\n/>" };
	int line = 1, col = 1, i;
	unsigned seed = 1;
	size_t done = 0;

	buf_adds(in, "<a>");
	for (i = 0; i < 3000; i++) {
		seed = seed * 1103515245 + 12345;
		buf_adds(in, bits[(seed >> 16) % 15]);
		count_places(in, done, &line, &col);
		done = in->len;
		if (seed >> 28 > 3)
			continue;
		buf_adds(in, "<b/>");
		buf_printf(want, "%d:%d <b>\n", line, col);
	}
	buf_adds(in, "</a>");
}

/* Keeps the lines of <b> only. */
static void
keep_starts(struct buf *b)
{
	char *p, *end;
	size_t len = 0;

	for (p = b->s; *p != '\0'; p = end) {
		end = strchr(p, '\n') + 1;
		if (end - p < 4 || memcmp(end - 4, "<b>\n", 4) != 0)
			continue;
		memmove(b->s + len, p, (size_t)(end - p));
		len += (size_t)(end - p);
	}
	buf_truncate(b, len);
}

static void
places_hold_in_any_text(void **state)
{
	struct buf in = BUF_INIT, want = BUF_INIT, got = BUF_INIT;
	size_t chunk;

	(void)state;
	make_any_text(&in, &want);
	for (chunk = 1; chunk < 3000; chunk = chunk * 7 + 3) {
		buf_reset(&got);
		dump(&got, in.s, in.len, chunk);
		keep_starts(&got);
		assert_string_equal(got.s, want.s);
	}
	buf_release(&in);
	buf_release(&want);
	buf_release(&got);
}

/* An internal subset is thrown away while it is read; its lines count. */
static void
places_hold_behind_a_subset(void **state)
{
	struct buf in = BUF_INIT, got = BUF_INIT;
	size_t chunk;
	int i;

	(void)state;
	buf_adds(&in, "<!DOCTYPE a [\n<!ENTITY % p '<!ENTITY e \"1\">'>\n");
	for (i = 0; i < 100; i++)
		buf_printf(
		    &in, "<!-- %d --><!NOTATION n%d SYSTEM 'n'>\n", i, i);
	buf_adds(&in, "<!-- ");
	for (i = 0; i < 1000; i++)
		buf_adds(&in, "a long comment\n");
	buf_adds(&in, "-->%p;\n<?pi?>]>\n<a>&e;<b/></a>");
	for (chunk = 1; chunk < 30000; chunk = chunk * 7 + 3) {
		buf_reset(&got);
		dump(&got, in.s, in.len, chunk);
		keep_starts(&got);
		assert_string_equal(got.s, "1105:7 <b>\n");
	}
	buf_release(&in);
	buf_release(&got);
}

/* Documents by their bytes, since some hold zeros. */
static void
encodings_are_found(void **state)
{
#define BYTES(s) s, sizeof(s) - 1
	static const struct {
		const char *in;
		size_t len;
		const char *want;
	} cases[] = {
		{ BYTES("\xef\xbb\xbf<a>\303\251</a>"), "[\303\251]" },
		{ BYTES("<?xml version='1.0' encoding='ISO-8859-1'?>"
			"<a>\351</a>"),
		    "[\303\251]" },
		{ BYTES("<?xml version=\"1.0\" encoding = \"koi8-r\"?>"
			"<a>\301</a>"),
		    "[\320\260]" },
		{ BYTES("<?xml version='1.0' encoding='euc-jp'?>"
			"<a>\306\374</a>"),
		    "[\346\227\245]" },
		{ BYTES("\xff\xfe<\0a\0>\0\351\0<\0/\0a\0>\0"), "[\303\251]" },
		{ BYTES("\xfe\xff\0<\0a\0>\0\351\0<\0/\0a\0>"), "[\303\251]" },
		{ BYTES("\0<\0?\0x\0m\0l\0 \0v\0e\0r\0s\0i\0o\0n\0=\0'\0001\0."
			"\0000\0'\0?\0>\0<\0a\0>\0\351\0<\0/\0a\0>"),
		    "[\303\251]" },
		/* Says what it cannot be. */
		{ BYTES("<?xml version='1.0' encoding='UTF-16'?><a>x</a>"),
		    "[x]" },
		/* A byte that the encoding does not have. */
		{ BYTES("<?xml version='1.0' encoding='US-ASCII'?>"
			"<a>x\351y</a>"),
		    "[x\357\277\275y]" },
		{ BYTES("<?xml version='1.0' encoding='klingon'?><a/>"),
		    "! t.xml:1:1: unknown encoding \"klingon\"; save the "
		    "file as UTF-8\n" },
		{ BYTES("<?xml version='1.0' encoding='UTF-7'?><a/>"),
		    "! t.xml:1:1: unknown encoding \"UTF-7\"; save the "
		    "file as UTF-8\n" },
		{ BYTES("<a>\0</a>"), "broken" },
		{ BYTES("\xff\xfe"), "broken" },
		/* libxml2 takes it for UCS-4, and then stops without a word. */
		{ BYTES("\xef\xbb\xbf\0\0\0<\342\224\202\n"), "broken" },
		{ BYTES("\xef\xbb\xbfLo\247\224\0\0\0\0\0-xqq\0\0\b<"),
		    "broken" },
	};
	static const size_t chunks[] = { CHUNK, 1, 3 };
	struct buf b = BUF_INIT;
	size_t i, j;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		for (j = 0; j < 3; j++) {
			buf_reset(&b);
			dump(&b, cases[i].in, cases[i].len, chunks[j]);
			if (strstr(b.s, cases[i].want) == NULL)
				assert_string_equal(b.s, cases[i].want);
		}
	}
	buf_release(&b);
}

/* What a reader would see of control and bidirectional characters. */
static void
text_is_made_harmless(void **state)
{
	static const struct doc_case cases[] = {
		/* NOLINTNEXTLINE(misc-misleading-bidirectional) */
		{ "<a b='x\302\233\177y'>\302\205\342\200\256z&#x202e;</a>",
		    "1:1 <a b=\"x\357\277\275\357\277\275y\">\n"
		    "1:13 [\357\277\275z]\n1:24 </a>\n" },
	};

	(void)state;
	CHECK(cases);
}

/* `n` times `s`, between `before` and `after`. */
static void
make(struct buf *b, const char *before, const char *s, int n, const char *after)
{
	buf_reset(b);
	buf_adds(b, before);
	while (n-- > 0)
		buf_adds(b, s);
	buf_adds(b, after);
}

/* Reads a document to its end: its elements, bytes of text, and faults. */
struct sums {
	size_t elements, text, faults;
	int broken;
	char fault[200]; /* the first */
};

static struct sums
read_all(const struct buf *in)
{
	const struct xml_source src = {
		.path = "t.xml", .data = in->s, .len = in->len
	};
	struct sums sums = { 0 };
	struct xml_stream *x;
	struct xml_event ev;
	struct diags d;
	size_t open = 0;

	diags_init(&d);
	x = xml_open(&src, &d);
	do {
		xml_next(x, &ev);
		open += ev.kind == XML_START;
		open -= ev.kind == XML_END;
		sums.elements += ev.kind == XML_START;
		sums.text += ev.kind == XML_TEXT ? ev.len : 0;
	} while (ev.kind != XML_DONE);
	assert_int_equal(open, 0);
	sums.broken = xml_broken(x);
	sums.faults = d.all.n;
	if (d.all.n > 0)
		snprintf(sums.fault, sizeof(sums.fault), "%s", d.all.v[0].text);
	xml_close(x);
	diags_release(&d);
	return sums;
}

static void
honest_amounts_pass(void **state)
{
	static const struct {
		const char *before, *s;
		int n;
		const char *after;
		size_t elements, text;
	} cases[] = {
		{ "<!DOCTYPE a [<!ENTITY e 'Product &n;'><!ENTITY n 'X'>]><a>",
		    "&e; ", 20000, "</a>", 1, 200000 },
		{ "<!DOCTYPE a [<!ENTITY e 'x<b>y</b>'>]><a>", "&e;", 20000,
		    "</a>", 20001, 40000 },
		{ "<a>", "<b>line of text</b>\n", 100000, "</a>", 100001,
		    1300000 },
		{ "<a>", "&nbsp;", 50000, "</a>", 1, 100000 },
		{ "<a><![CDATA[", "0123456789", 300000, "]]></a>", 1, 3000000 },
		{ "<a><!--", "0123456789", 300000, "--></a>", 1, 0 },
		{ "", "<a>", 1000, "", 1000, 0 },
	};
	struct buf b = BUF_INIT;
	struct sums sums;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		make(&b, cases[i].before, cases[i].s, cases[i].n,
		    cases[i].after);
		if (cases[i].before[0] == '\0')
			while (b.len < 7000)
				buf_adds(&b, "</a>");
		sums = read_all(&b);
		assert_string_equal(sums.fault, "");
		assert_int_equal(sums.elements, cases[i].elements);
		assert_int_equal(sums.text, cases[i].text);
		assert_int_equal(sums.broken, 0);
	}
	buf_release(&b);
}

/* Each ends soon, with one line that says why. */
static void
explosions_end_with_one_line(void **state)
{
	static const struct {
		const char *before, *s;
		int n;
		const char *after, *fault;
	} cases[] = {
		{ "<!DOCTYPE a [<!ENTITY l0 'haha'>"
		  "<!ENTITY l1 '&l0;&l0;&l0;&l0;&l0;&l0;&l0;&l0;&l0;&l0;'>"
		  "<!ENTITY l2 '&l1;&l1;&l1;&l1;&l1;&l1;&l1;&l1;&l1;&l1;'>"
		  "<!ENTITY l3 '&l2;&l2;&l2;&l2;&l2;&l2;&l2;&l2;&l2;&l2;'>"
		  "<!ENTITY l4 '&l3;&l3;&l3;&l3;&l3;&l3;&l3;&l3;&l3;&l3;'>"
		  "<!ENTITY l5 '&l4;&l4;&l4;&l4;&l4;&l4;&l4;&l4;&l4;&l4;'>"
		  "<!ENTITY l6 '&l5;&l5;&l5;&l5;&l5;&l5;&l5;&l5;&l5;&l5;'>"
		  "<!ENTITY l7 '&l6;&l6;&l6;&l6;&l6;&l6;&l6;&l6;&l6;&l6;'>]>"
		  "<a b='x",
		    "", 0, "&l7;'>y</a>", "entities that add up" },
		{ "<!DOCTYPE a [<!ENTITY l0 '<b/>'>"
		  "<!ENTITY l1 '&l0;&l0;&l0;&l0;&l0;&l0;&l0;&l0;&l0;&l0;'>"
		  "<!ENTITY l2 '&l1;&l1;&l1;&l1;&l1;&l1;&l1;&l1;&l1;&l1;'>"
		  "<!ENTITY l3 '&l2;&l2;&l2;&l2;&l2;&l2;&l2;&l2;&l2;&l2;'>"
		  "<!ENTITY l4 '&l3;&l3;&l3;&l3;&l3;&l3;&l3;&l3;&l3;&l3;'>"
		  "<!ENTITY l5 '&l4;&l4;&l4;&l4;&l4;&l4;&l4;&l4;&l4;&l4;'>]>"
		  "<a>",
		    "&l4;&l5;", 9, "</a>", "more than 100000 entities" },
		{ "<!DOCTYPE a [<!ENTITY % p0 '<!-- ha -->'>"
		  "<!ENTITY % p1 '&#37;p0;&#37;p0;&#37;p0;&#37;p0;&#37;p0;'>"
		  "<!ENTITY % p2 '&#37;p1;&#37;p1;&#37;p1;&#37;p1;&#37;p1;'>"
		  "<!ENTITY % p3 '&#37;p2;&#37;p2;&#37;p2;&#37;p2;&#37;p2;'>"
		  "<!ENTITY % p4 '&#37;p3;&#37;p3;&#37;p3;&#37;p3;&#37;p3;'>"
		  "<!ENTITY % p5 '&#37;p4;&#37;p4;&#37;p4;&#37;p4;&#37;p4;'>"
		  "<!ENTITY % p6 '&#37;p5;&#37;p5;&#37;p5;&#37;p5;&#37;p5;'>"
		  "<!ENTITY % p7 '&#37;p6;&#37;p6;&#37;p6;&#37;p6;&#37;p6;'>"
		  "<!ENTITY % p8 '&#37;p7;&#37;p7;&#37;p7;&#37;p7;&#37;p7;'>"
		  "<!ENTITY % p9 '&#37;p8;&#37;p8;&#37;p8;&#37;p8;&#37;p8;'>\n"
		  "%p9;",
		    "", 0, "]><a/>", "" },
		{ "", "<a>", 10000, "", "elements nested more than 4096" },
		{ "<a", " b", 200000, "", "not well-formed" },
		{ "<!DOCTYPE a [<!ATTLIST a ", "b CDATA '' ", 5000, ">]><a/>",
		    "more than 1000 attributes declared" },
		{ "<a><!--", "0123456789", 2000000, "--></a>",
		    "of more than 10 MB" },
	};
	struct buf b = BUF_INIT;
	struct sums sums;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		make(&b, cases[i].before, cases[i].s, cases[i].n,
		    cases[i].after);
		sums = read_all(&b);
		assert_int_equal(sums.broken, 1);
		assert_int_equal(sums.faults, 1);
		if (strstr(sums.fault, cases[i].fault) == NULL)
			assert_string_equal(sums.fault, cases[i].fault);
	}
	buf_release(&b);
}

/* A tag whose attributes all differ; libxml2 alone burns a minute on it. */
static void
too_many_attributes_end_soon(void **state)
{
	struct buf b = BUF_INIT;
	struct sums sums;
	int i;

	(void)state;
	buf_adds(&b, "<a");
	for (i = 0; i < 200000; i++)
		buf_printf(&b, " a%d='='", i);
	buf_adds(&b, "/>");
	sums = read_all(&b);
	assert_string_equal(sums.fault,
	    "too large or too deep: more than 1000 attributes on one element");
	buf_reset(&b);
	buf_adds(&b, "<a");
	for (i = 0; i < 1000; i++)
		buf_printf(&b, " a%d='='", i);
	buf_adds(&b, "/>");
	sums = read_all(&b);
	assert_int_equal(sums.faults, 0);
	assert_int_equal(sums.elements, 1);
	buf_release(&b);
}

static void
too_many_names_end_soon(void **state)
{
	static const char *const parts[][2] = { { "<x", "/>" },
		{ "<?x", " y?>" }, { "&x", ";" }, { "<x", ":b/>" } };
	struct buf b = BUF_INIT;
	struct sums sums;
	size_t i;
	int j;

	(void)state;
	for (i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		buf_reset(&b);
		buf_adds(&b, "<a>");
		for (j = 0; j < 300000; j++)
			buf_printf(&b, "%s%d%s", parts[i][0], j, parts[i][1]);
		buf_adds(&b, "</a>");
		sums = read_all(&b);
		assert_int_equal(sums.broken, 1);
		assert_true(sums.faults >= 1);
	}
	buf_release(&b);
}

/* The table is searched by halves, so its order matters. */
static void
character_entities_are_found(void **state)
{
	static const struct {
		const char *name, *text;
	} rows[] = {
#define CHARACTER(name, text) { name, text },
#include "xml/entities.def"
#undef CHARACTER
	};
	size_t n = sizeof(rows) / sizeof(*rows), i;

	(void)state;
	assert_true(n > 1000);
	for (i = 0; i < n; i++) {
		assert_string_equal(
		    character_entity(rows[i].name, strlen(rows[i].name)),
		    rows[i].text);
		/* None has a reference left in it. */
		assert_true(strlen(rows[i].text) == 1 ||
		    strpbrk(rows[i].text, "%&;") == NULL);
		if (i > 0)
			assert_true(strcmp(rows[i - 1].name, rows[i].name) < 0);
	}
	assert_null(character_entity("eacut", 5));
	assert_null(character_entity("eacutes", 7));
	assert_null(character_entity("", 0));
	assert_null(character_entity("AAAA", 4));
	assert_null(character_entity("zzzz", 4));
}

static void
progress_reaches_the_end(void **state)
{
	struct xml_source src = {
		.path = "t.xml", .data = "<a>x</a>", .len = 8
	};
	size_t done = 1, all = 1;
	struct xml_stream *x;
	struct xml_event ev;
	struct diags d;

	(void)state;
	diags_init(&d);
	x = xml_open(&src, &d);
	xml_progress(x, &done, &all);
	assert_int_equal(done, 0);
	do
		xml_next(x, &ev);
	while (ev.kind != XML_DONE);
	xml_next(x, &ev);
	assert_int_equal(ev.kind, XML_DONE);
	xml_progress(x, &done, &all);
	assert_int_equal(done, 8);
	assert_int_equal(all, 8);
	assert_string_equal(xml_file(x, 0), "t.xml");
	xml_close(x);
	/* Closed in the middle. */
	x = xml_open(&src, &d);
	xml_next(x, &ev);
	xml_close(x);
	xml_close(NULL);
	diags_release(&d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(places_are_exact),
		cmocka_unit_test(places_hold_in_any_text),
		cmocka_unit_test(places_hold_behind_a_subset),
		cmocka_unit_test(namespaces_become_numbers),
		cmocka_unit_test(entities_are_expanded),
		cmocka_unit_test(character_entities_are_found),
		cmocka_unit_test(broken_documents_end_with_one_fault),
		cmocka_unit_test(encodings_are_found),
		cmocka_unit_test(text_is_made_harmless),
		cmocka_unit_test(honest_amounts_pass),
		cmocka_unit_test(explosions_end_with_one_line),
		cmocka_unit_test(too_many_attributes_end_soon),
		cmocka_unit_test(too_many_names_end_soon),
		cmocka_unit_test(progress_reaches_the_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

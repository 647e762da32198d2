/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <locale.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "layout/layout.h"
#include "read_doc.h"
#include "text/rich.h"
#include "unit.h"

static const char xml[] =
    "<article><title>T</title><section><title>Sec</title>"
    "<para>The psoas major arises from the lumbar vertebrae, L1 to L5, and "
    "the iliacus from the iliac fossa; they meet and end together on the "
    "lesser trochanter of the femur.</para><itemizedlist><listitem>"
    "<para>an item that is longer than the line at a narrow width</para>"
    "</listitem></itemizedlist><programlisting>a\tb\n  c</programlisting>"
    "<informaltable><tgroup cols='2'><tbody><row><entry>left</entry>"
    "<entry>right</entry></row></tbody></tgroup></informaltable></section>"
    "</article>";

static struct layout *
lay(const struct doc *doc, int width)
{
	struct layout_options opt = { .width = width };

	return layout_new(doc, &opt);
}

/* Every byte of the source that a span stands for is the byte it shows. */
static void
spans_know_their_source(void **state)
{
	static const int widths[] = { 1, 2, 7, 20, 40, 72, 200 };
	struct doc *doc = read_doc(xml);
	size_t w, u, i, j;

	(void)state;
	for (w = 0; w < sizeof(widths) / sizeof(*widths); w++) {
		struct layout *l = lay(doc, widths[w]);

		for (u = 0; u < doc_units(doc); u++) {
			struct lines lines = layout_unit(l, u);

			for (i = 0; i < lines.n; i++) {
				for (j = 0; j < lines.line[i].n; j++) {
					const struct span *s =
					    &lines.line[i].span[j];

					if (s->offset == NO_OFFSET ||
					    s->source_len != s->len ||
					    doc_text(doc)[s->offset] == '\t')
						continue;
					assert_memory_equal(s->s,
					    doc_text(doc) + s->offset, s->len);
				}
			}
		}
		layout_free(l);
	}
	doc_free(doc);
}

static void
a_word_stays_found_at_any_width(void **state)
{
	static const int widths[] = { 80, 40, 120, 20, 9, 80 };
	struct doc *doc = read_doc(xml);
	uint32_t at =
	    (uint32_t)(strstr(doc_text(doc), "lesser") - doc_text(doc));
	size_t w;

	(void)state;
	for (w = 0; w < sizeof(widths) / sizeof(*widths); w++) {
		struct layout *l = lay(doc, widths[w]);
		struct layout_pos pos = layout_find(l, at);
		struct buf b = BUF_INIT;

		line_text(layout_line(l, pos), &b);
		assert_non_null(strstr(b.s, "lesser"));
		buf_release(&b);
		layout_free(l);
	}
	doc_free(doc);
}

static void
moving_down_and_up_again_ends_where_it_began(void **state)
{
	struct doc *doc = read_doc(xml);
	struct layout *l = lay(doc, 30);
	struct layout_pos pos = { 0, 0 }, last = layout_last(l);
	int n;

	(void)state;
	n = layout_move(l, &pos, 100000);
	assert_int_equal(pos.unit, last.unit);
	assert_int_equal(pos.line, last.line);
	assert_int_equal(layout_move(l, &pos, 1), 0);
	assert_int_equal(layout_move(l, &pos, -100000), -n);
	assert_int_equal(pos.unit, 0);
	assert_int_equal(pos.line, 0);
	assert_int_equal(layout_move(l, &pos, 5), 5);
	assert_int_equal(layout_move(l, &pos, -5), -5);
	layout_free(l);
	doc_free(doc);
}

static void
an_empty_document_has_no_lines(void **state)
{
	struct doc *doc = read_doc("<article/>");
	struct layout *l = lay(doc, 30);
	struct layout_pos pos = layout_find(l, 12);

	(void)state;
	assert_null(layout_line(l, pos));
	assert_int_equal(layout_move(l, &pos, 3), 0);
	assert_null(layout_line(l, layout_last(l)));
	layout_free(l);
	doc_free(doc);
}

static void
rich_text_is_set_with_a_hanging_indent(void **state)
{
	static const char *const want[] = { "  one two", "    three", "    x" };
	struct arena a;
	struct rich r;
	struct lines lines;
	size_t i;

	(void)state;
	arena_init(&a);
	rich_init(&r);
	rich_adds(&r, "one ", STYLE_BODY);
	rich_adds(&r, "two", STYLE_STRONG);
	rich_adds(&r, " three\nx", STYLE_BODY);
	lines = lines_set(&a, &r, 10, 2, 4, 0);
	assert_int_equal(lines.n, 3);
	for (i = 0; i < 3; i++) {
		struct buf b = BUF_INIT;

		line_text(&lines.line[i], &b);
		assert_string_equal(b.s, want[i]);
		buf_release(&b);
	}
	assert_int_equal(lines.line[0].span[1].style, STYLE_STRONG);
	rich_release(&r);
	arena_release(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(spans_know_their_source),
		cmocka_unit_test(a_word_stays_found_at_any_width),
		cmocka_unit_test(moving_down_and_up_again_ends_where_it_began),
		cmocka_unit_test(an_empty_document_has_no_lines),
		cmocka_unit_test(rich_text_is_set_with_a_hanging_indent),
	};

	setlocale(LC_CTYPE, "");
	return cmocka_run_group_tests(tests, NULL, NULL);
}

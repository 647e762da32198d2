/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <string.h>

#include "base/buf.h"
#include "read_doc.h"
#include "tui/page.h"
#include "unit.h"

enum { PARAS = 12 };

/* Twelve paragraphs of some lines, each with its number in words. */
static struct doc *
long_doc(void)
{
	struct buf b = BUF_INIT;
	struct doc *doc;
	int i;

	buf_adds(&b, "<article><title>T</title>");
	for (i = 0; i < PARAS; i++)
		buf_printf(&b,
		    "<para id='p%d'>Paragraph %d begins. It is followed by "
		    "enough words to make some lines of it, whatever the "
		    "width of the screen, marker%d, and more words.</para>",
		    i, i, i);
	buf_adds(&b,
	    "<informaltable><tgroup cols='2'><tbody><row>"
	    "<entry>left cell with many words that wrap</entry>"
	    "<entry>right</entry></row></tbody></tgroup></informaltable>"
	    "</article>");
	doc = read_doc(b.s);
	buf_release(&b);
	return doc;
}

static void
set_size(struct page *p, int rows, int cols)
{
	struct canvas_rect area = { 0, 0, rows, cols };

	page_resize(p, &area);
}

static uint32_t
offset_of(const struct doc *doc, const char *word)
{
	return (uint32_t)(strstr(doc_text(doc), word) - doc_text(doc));
}

static void
place_survives_widths(void **state)
{
	static const int widths[] = { 40, 120, 20, 13, 80 };
	struct doc *doc = long_doc();
	struct page p;
	struct page_place first;
	uint32_t word = offset_of(doc, "marker5");
	size_t i;

	(void)state;
	page_init(&p, doc, 0);
	set_size(&p, 10, 80);
	page_goto(&p, word);
	first = page_here(&p);
	for (i = 0; i < sizeof(widths) / sizeof(*widths); i++) {
		set_size(&p, 10, widths[i]);
		assert_int_equal(page_row_of(&p, word), 0);
	}
	assert_memory_equal(&first.top, &p.top, sizeof(first.top));
	page_release(&p);
	doc_free(doc);
}

static void
scrolling_stops_at_the_ends(void **state)
{
	struct doc *doc = long_doc();
	struct page p;
	struct layout_pos top;
	int gone = 0, n;

	(void)state;
	page_init(&p, doc, 0);
	set_size(&p, 10, 40);
	assert_int_equal(page_scroll(&p, -1), 0);
	while ((n = page_scroll(&p, 3)) > 0)
		gone += n;
	assert_true(page_at_end(&p));
	assert_true(page_row_of(&p, offset_of(doc, "right")) > 4);
	top = p.top;
	page_goto_end(&p);
	assert_memory_equal(&top, &p.top, sizeof(top));
	assert_int_equal(page_scroll(&p, -10000), -gone);
	assert_int_equal(p.top.unit, 0);
	assert_int_equal(p.top.line, 0);

	/* Behind a jump to the last paragraph there is nothing to scroll. */
	page_goto_node(&p, doc_find(doc, "p11"));
	assert_int_equal(page_row_of(&p, offset_of(doc, "Paragraph 11")), 0);
	set_size(&p, 60, 40);
	assert_int_equal(page_scroll(&p, 1), 0);
	page_release(&p);
	doc_free(doc);
}

static void
blocks_are_stepped(void **state)
{
	struct doc *doc = long_doc();
	struct page p;

	(void)state;
	page_init(&p, doc, 0);
	set_size(&p, 10, 40);
	page_goto_node(&p, doc_find(doc, "p3"));
	page_scroll(&p, 1);
	assert_int_equal(page_prev_block(&p), 1);
	assert_int_equal(page_row_of(&p, offset_of(doc, "Paragraph 3")), 0);
	assert_int_equal(page_prev_block(&p), 1);
	assert_int_equal(page_row_of(&p, offset_of(doc, "Paragraph 2")), 0);
	assert_int_equal(page_next_block(&p), 1);
	assert_int_equal(page_next_block(&p), 1);
	assert_int_equal(page_row_of(&p, offset_of(doc, "Paragraph 4")), 0);
	page_goto(&p, 0);
	assert_int_equal(page_prev_block(&p), 0);
	page_goto_end(&p);
	while (page_next_block(&p))
		;
	assert_int_equal(page_next_block(&p), 0);
	page_release(&p);
	doc_free(doc);
}

static void
shows_without_moving_if_it_can(void **state)
{
	struct doc *doc = long_doc();
	struct page p;
	uint32_t near = offset_of(doc, "marker0");
	uint32_t far = offset_of(doc, "marker9"), cell;
	struct page_place here;

	(void)state;
	page_init(&p, doc, 0);
	set_size(&p, 9, 60);
	here = page_here(&p);
	page_show(&p, near, near + 7);
	assert_memory_equal(&here.top, &p.top, sizeof(here.top));
	page_show(&p, far, far + 7);
	assert_int_equal(page_row_of(&p, far), 3);
	page_return(&p, &here);
	assert_true(page_row_of(&p, near) > 0);

	/* In a table a later text may stand on an earlier line. */
	page_goto(&p, 0);
	set_size(&p, 3, 30);
	cell = offset_of(doc, "right");
	page_show(&p, cell, cell + 5);
	assert_int_equal(page_row_of(&p, cell), 1);
	page_release(&p);
	doc_free(doc);
}

static void
draws_matches_and_marks(void **state)
{
	struct doc *doc = long_doc();
	struct match all[2];
	struct page_marks marks = { .match = all, .n_match = 2 };
	struct buf row = BUF_INIT;
	struct canvas c;
	struct page p;

	(void)state;
	all[0].start = offset_of(doc, "Paragraph 2");
	all[0].end = all[0].start + 9;
	all[1].start = all[0].start + 12;
	all[1].end = all[1].start + 6;
	marks.current = all[1];
	canvas_init(&c);
	canvas_resize(&c, 4, 40);
	page_init(&p, doc, 0);
	set_size(&p, 4, 40);
	page_goto_node(&p, doc_find(doc, "p2"));
	page_draw(&p, &c, &marks);
	canvas_row_styles(&c, 0, &row);
	assert_memory_equal(row.s, "s.mmmmmmmmm...>>>>>>....", 24);
	buf_reset(&row);
	canvas_row_text(&c, 0, &row);
	assert_memory_equal(row.s, "> Paragraph 2 begins.", 21);
	buf_reset(&row);
	canvas_row_text(&c, 1, &row);
	assert_int_equal(row.s[0], ' ');
	buf_release(&row);
	page_release(&p);
	canvas_release(&c);
	doc_free(doc);
}

static void
any_size_is_drawn(void **state)
{
	struct doc *doc = long_doc(), *empty = read_doc("<article/>");
	struct page_marks marks = { 0 };
	struct canvas c;
	struct page p;
	int rows, cols;

	(void)state;
	canvas_init(&c);
	page_init(&p, doc, 1);
	for (rows = 1; rows < 6; rows++) {
		for (cols = 1; cols < 40; cols++) {
			canvas_resize(&c, rows, cols);
			set_size(&p, rows, cols);
			page_goto_end(&p);
			page_draw(&p, &c, &marks);
			page_scroll(&p, -3);
			page_draw(&p, &c, &marks);
		}
	}
	page_release(&p);
	page_init(&p, empty, 0);
	set_size(&p, 5, 20);
	assert_int_equal(page_scroll(&p, 1), 0);
	assert_int_equal(page_scroll(&p, -1), 0);
	assert_int_equal(page_next_block(&p), 0);
	page_goto_end(&p);
	page_goto(&p, 10);
	page_show(&p, 0, 1);
	page_draw(&p, &c, &marks);
	page_release(&p);
	canvas_release(&c);
	doc_free(empty);
	doc_free(doc);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(place_survives_widths),
		cmocka_unit_test(scrolling_stops_at_the_ends),
		cmocka_unit_test(blocks_are_stepped),
		cmocka_unit_test(shows_without_moving_if_it_can),
		cmocka_unit_test(draws_matches_and_marks),
		cmocka_unit_test(any_size_is_drawn),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

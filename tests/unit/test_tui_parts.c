/* SPDX-License-Identifier: ISC */
/* The parts that views are made of: line editor, list, path, search. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "doc/index.h"
#include "read_doc.h"
#include "term/canvas.h"
#include "term/key.h"
#include "text/rich.h"
#include "text/utf8.h"
#include "tui/crumbs.h"
#include "tui/edit.h"
#include "tui/list.h"
#include "tui/search.h"
#include "unit.h"

static void
type(struct edit *e, const char *s)
{
	uint32_t ch;

	while (*s != '\0') {
		s += utf8_decode(s, strlen(s), &ch);
		assert_int_equal(edit_key(e, (int)ch), 1);
	}
}

static void
lines_are_edited(void **state)
{
	struct edit e;

	(void)state;
	edit_init(&e);
	assert_int_equal(edit_command(&e, CMD_ERASE), EDIT_MOVED);
	type(&e, "na\u00efve e\u0301tude");
	edit_command(&e, CMD_CURSOR_START);
	edit_command(&e, CMD_CURSOR_RIGHT);
	assert_int_equal(edit_command(&e, CMD_ERASE_NEXT), EDIT_CHANGED);
	assert_string_equal(e.text.s, "n\u00efve e\u0301tude");
	edit_command(&e, CMD_CURSOR_END);
	edit_command(&e, CMD_ERASE_WORD);
	assert_string_equal(e.text.s, "n\u00efve ");
	type(&e, "e\u0301");
	edit_command(&e, CMD_CURSOR_LEFT);
	type(&e, "<");
	assert_string_equal(e.text.s, "n\u00efve <e\u0301");
	edit_command(&e, CMD_CURSOR_END);
	edit_command(&e, CMD_ERASE);
	assert_string_equal(e.text.s, "n\u00efve <");
	assert_int_equal(edit_command(&e, CMD_ERASE_LINE), EDIT_CHANGED);
	assert_string_equal(e.text.s, "");
	assert_int_equal(edit_command(&e, CMD_ACCEPT), EDIT_NOT);
	edit_release(&e);
}

static void
nothing_harmful_is_typed(void **state)
{
	struct edit e;
	int i;

	(void)state;
	edit_init(&e);
	assert_int_equal(edit_key(&e, 0x1b), 0);
	assert_int_equal(edit_key(&e, TKEY_UP), 0);
	assert_int_equal(edit_key(&e, 0x9b), 0);
	assert_int_equal(edit_key(&e, 0x202e), 1);
	assert_int_equal(e.text.len, 0);
	for (i = 0; i < 2 * EDIT_MAX; i++)
		edit_key(&e, 'x');
	assert_int_equal(e.text.len, EDIT_MAX);
	edit_set(&e, "a\nb");
	edit_release(&e);
}

/* The end of a long line is what one sees, with the cursor. */
static void
fields_show_the_cursor(void **state)
{
	struct edit_field f = { 0, 0, 10, "/", STYLE_BODY };
	struct buf row = BUF_INIT;
	struct canvas c;
	struct edit e;

	(void)state;
	canvas_init(&c);
	canvas_resize(&c, 1, 20);
	edit_init(&e);
	edit_set(&e, "trochanter major");
	edit_draw(&e, &c, &f);
	canvas_row_text(&c, 0, &row);
	assert_string_equal(row.s, "ter major");
	assert_int_equal(c.cursor_col, 9);
	edit_command(&e, CMD_CURSOR_START);
	canvas_clear(&c);
	edit_draw(&e, &c, &f);
	buf_reset(&row);
	canvas_row_text(&c, 0, &row);
	assert_string_equal(row.s, "/trochante");
	assert_int_equal(c.cursor_col, 1);
	buf_release(&row);
	edit_release(&e);
	canvas_release(&c);
}

static void
lists_keep_within_bounds(void **state)
{
	static const struct {
		int n, rows, at;
		enum cmd_id cmd;
		int count;
		int at_after, top_after;
	} t[] = {
		{ 0, 5, 0, CMD_LIST_DOWN, 1, 0, 0 },
		{ 3, 5, 0, CMD_LIST_DOWN, 9, 2, 0 },
		{ 30, 5, 4, CMD_LIST_DOWN, 1, 5, 1 },
		{ 30, 5, 0, CMD_LIST_UP, 1, 0, 0 },
		{ 30, 5, 0, CMD_LIST_BOTTOM, 1, 29, 25 },
		{ 30, 5, 29, CMD_LIST_TOP, 1, 0, 0 },
		{ 30, 5, 0, CMD_LIST_PAGE_DOWN, 1, 4, 4 },
		{ 30, 5, 29, CMD_LIST_PAGE_DOWN, 1, 29, 25 },
		{ 30, 1, 3, CMD_LIST_HALF_DOWN, 1, 4, 4 },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(t) / sizeof(*t); i++) {
		struct list l = { .n = t[i].n,
			.rows = t[i].rows,
			.at = t[i].at,
			.select = 1 };

		list_settle(&l);
		assert_int_equal(list_command(&l, t[i].cmd, t[i].count), 1);
		assert_int_equal(l.at, t[i].at_after);
		assert_int_equal(l.top, t[i].top_after);
	}
}

static const char book[] =
    "<article><title>On the hip: a survey of all there is</title>"
    "<section><title>First</title><para>one two one</para>"
    "<section><title>Deeper part</title><para>one"
    "<footnote><para>one below</para></footnote> and one</para></section>"
    "</section><section><title>Second</title><para>one</para></section>"
    "</article>";

static void
paths_keep_their_tail(void **state)
{
	static const struct {
		size_t section;
		int cols;
		const char *path;
	} t[] = {
		{ 0, 80, "On the hip: a survey of all there is" },
		{ 2, 80,
		    "On the hip: a survey of all there is > 1 First > 1.1 "
		    "Deeper part" },
		{ 2, 50, "On the hip > 1 First > 1.1 Deeper part" },
		{ 2, 34, "... > 1 First > 1.1 Deeper part" },
		{ 2, 30, "... > 1.1 Deeper part" },
		{ 2, 20, "1.1 Deeper part" },
		{ 2, 3, "1.1 Deeper part" },
		{ 0, 24, "On the hip" },
		{ 0, 5, "On the hip: a survey of all there is" },
	};
	struct doc *doc = read_doc(book);
	struct buf b = BUF_INIT;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(t) / sizeof(*t); i++) {
		buf_reset(&b);
		crumbs_path(doc, t[i].section, t[i].cols, &b);
		assert_string_equal(b.s, t[i].path);
	}
	buf_release(&b);
	doc_free(doc);
}

static void
expect_count(const struct search *s, const struct doc *doc, const char *text)
{
	struct buf b = BUF_INIT;

	search_count(s, doc, &b);
	assert_string_equal(b.s, text);
	buf_release(&b);
}

static void
matches_are_counted_and_stepped(void **state)
{
	struct doc *doc = read_doc(book);
	struct text_index *ix = index_new(doc);
	struct search s;
	size_t i;

	(void)state;
	while (index_update(ix, 1))
		;
	search_init(&s);
	search_find(&s, ix, "one");
	assert_int_equal(s.found.all.n, 6);
	for (i = 1; i < 6; i++)
		assert_true(
		    s.sorted.all.v[i - 1].start < s.sorted.all.v[i].start);
	/* The footnote is shown behind the paragraph that it is in. */
	assert_true(s.found.all.v[4].start < s.found.all.v[3].start);

	expect_count(&s, doc, "no match");
	assert_int_equal(search_from(&s, 0), 0);
	expect_count(&s, doc, "1/2 here, 6 in all");
	assert_int_equal(search_step(&s, -1), 1);
	expect_count(&s, doc, "1/1 here, 6 in all");
	assert_int_equal(search_step(&s, 1), 1);
	assert_int_equal(search_step(&s, 1), 0);
	assert_int_equal(search_step(&s, 1), 0);
	expect_count(&s, doc, "1/3 here, 6 in all");
	assert_int_equal(search_from(&s, doc_len(doc)), 1);
	assert_int_equal(search_before(&s, doc_len(doc)), 0);
	expect_count(&s, doc, "1/1 here, 6 in all");
	search_find(&s, ix, "three");
	assert_int_equal(search_from(&s, 0), -1);
	assert_int_equal(search_step(&s, 1), -1);
	assert_null(search_current(&s));
	search_release(&s);
	index_free(ix);
	doc_free(doc);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_are_edited),
		cmocka_unit_test(nothing_harmful_is_typed),
		cmocka_unit_test(fields_show_the_cursor),
		cmocka_unit_test(lists_keep_within_bounds),
		cmocka_unit_test(paths_keep_their_tail),
		cmocka_unit_test(matches_are_counted_and_stepped),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

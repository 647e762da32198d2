/* SPDX-License-Identifier: ISC */
/* Answers that are put together by keys, for every way of asking. */
#include "config.h"

#include <string.h>

#include "quiz_fixture.h"
#include "tui/quiz_try.h"
#include "unit.h"

static const unsigned char order[] = { 2, 0, 1 };

struct scene {
	struct bank *bank;
	struct quiz_try try;
	struct response response;
};

static void
begin(struct scene *s, const char *body)
{
	s->bank = fixture_bank(body);
	try_init(&s->try);
	response_init(&s->response);
	try_begin(&s->try, s->bank->items.v[0], order);
	assert_true(try_is_blank(&s->try) || s->try.item->kind == ITEM_OPEN);
}

static void
end(struct scene *s)
{
	response_release(&s->response);
	try_release(&s->try);
	bank_free(s->bank);
}

static void
expect(struct scene *s, const char *text)
{
	assert_int_equal(try_read(&s->try, &s->response), 0);
	assert_string_equal(s->response.text.s, text);
}

static const char three[] = "<stem>?</stem><option key='x' right='yes'>X"
			    "</option><option key='y'>Y</option>"
			    "<option key='z'>Z</option>";

static void
options(void **state)
{
	struct scene s;
	struct buf b = BUF_INIT;

	(void)state;
	buf_printf(&b, "<single xml:id='a' about='p'>%s</single>", three);
	begin(&s, b.s);
	assert_int_equal(s.try.at, -1);
	assert_int_equal(try_line(&s.try), -1);
	try_pick(&s.try, 0);
	expect(&s, "z");
	try_pick(&s.try, 1);
	expect(&s, "x");
	assert_false(try_is_blank(&s.try));
	end(&s);
	buf_reset(&b);
	buf_printf(&b, "<multi xml:id='a' about='p'>%s</multi>", three);
	begin(&s, b.s);
	try_pick(&s.try, 0);
	try_pick(&s.try, 1);
	expect(&s, "x z");
	try_pick(&s.try, 0);
	expect(&s, "x");
	try_pick(&s.try, 1);
	assert_true(try_is_blank(&s.try));
	assert_int_equal(try_read(&s.try, &s.response), -1);
	end(&s);
	buf_release(&b);
}

static void
parts(void **state)
{
	struct scene s;

	(void)state;
	begin(&s,
	    "<match xml:id='m' about='p'><stem>?</stem>"
	    "<pair key='1'><left>A</left><right>one</right></pair>"
	    "<pair key='2'><left>B</left><right>two</right></pair>"
	    "<extra>three</extra></match>");
	assert_int_equal(try_rows(&s.try), 2);
	try_pick(&s.try, 1); /* option 0; on to what is open */
	assert_int_equal(s.try.at, 1);
	assert_false(try_is_open(&s.try, 0));
	assert_true(try_is_open(&s.try, 1));
	try_turn(&s.try, -1);
	assert_int_equal(s.try.picked[1], 1);
	try_turn(&s.try, 1);
	assert_int_equal(s.try.picked[1], 2);
	assert_int_equal(try_place(&s.try, try_part(&s.try), 2), 0);
	assert_false(try_next_open(&s.try));
	assert_int_equal(try_read(&s.try, &s.response), 0);
	end(&s);
}

static void
gaps(void **state)
{
	struct scene s;

	(void)state;
	begin(&s,
	    "<cloze xml:id='c' about='p'><stem>A <gap key='1'><accept>b"
	    "</accept></gap> c <gap key='2'><option key='x' right='yes'>d"
	    "</option><option key='y'>e</option></gap>.</stem></cloze>");
	try_begin(&s.try, s.bank->items.v[0], NULL);
	assert_int_equal(try_line(&s.try), 0);
	edit_set(&s.try.typed[0], "b");
	assert_true(try_next_open(&s.try));
	assert_int_equal(try_line(&s.try), -1);
	/* A turn before the first option is picked begins at an end. */
	try_turn(&s.try, -1);
	assert_int_equal(s.try.picked[1], 1);
	assert_int_equal(try_read(&s.try, &s.response), 0);
	end(&s);
}

static void
steps(void **state)
{
	struct scene s;

	(void)state;
	begin(&s,
	    "<order xml:id='o' about='p'><stem>?</stem><step key='a'>A</step>"
	    "<step key='b'>B</step><step key='c'>C</step></order>");
	expect(&s, "c a b");
	assert_false(try_move_step(&s.try, -1));
	assert_true(try_is_blank(&s.try));
	assert_true(try_move_step(&s.try, 1));
	assert_true(try_move_step(&s.try, 1));
	assert_false(try_move_step(&s.try, 1));
	assert_int_equal(s.try.at, 2);
	expect(&s, "a b c");
	end(&s);
}

static void
rubric(void **state)
{
	struct scene s;

	(void)state;
	begin(&s,
	    "<open xml:id='o' about='p'><stem>?</stem><model>M</model>"
	    "<criterion key='k'>K</criterion><criterion key='l'>L"
	    "</criterion></open>");
	assert_int_equal(try_line(&s.try), 0);
	assert_int_equal(try_rows(&s.try), 0);
	assert_true(s.try.typed[0].max > EDIT_MAX);
	s.try.revealed = 1;
	assert_int_equal(try_line(&s.try), -1);
	assert_int_equal(try_rows(&s.try), 2);
	try_pick(&s.try, 1);
	assert_int_equal(try_read(&s.try, &s.response), 0);
	assert_string_equal(s.response.norm.s, "l");
	end(&s);
}

/* What was answered is put together again, for who looks or changes it. */
static void
restored(void **state)
{
	struct scene s;
	struct session *session;

	(void)state;
	begin(&s,
	    "<order xml:id='o' about='p'><stem>?</stem><step key='a'>A</step>"
	    "<step key='b'>B</step><step key='c'>C</step></order>");
	session = fixture_begin(s.bank, SESSION_EXAM, 1);
	try_begin(&s.try, session_item(session), session_order(session));
	try_move_step(&s.try, 1);
	assert_int_equal(try_read(&s.try, &s.response), 0);
	session_answer(session, &s.response);
	try_begin(&s.try, session_item(session), session_order(session));
	try_restore(&s.try, session_last(session));
	try_resume(&s.try);
	assert_int_equal(s.try.at, 0);
	assert_false(try_is_blank(&s.try));
	assert_int_equal(
	    memcmp(s.try.arranged, session_last(session)->arranged, 3), 0);
	session_free(session);
	end(&s);
}

/* What is too long is not cut, it is refused. */
static void
too_long(void **state)
{
	static const char *const bodies[] = {
		"<short xml:id='a' about='p'><stem>?</stem>"
		"<accept>A</accept></short>",
		"<cloze xml:id='a' about='p'><stem><gap key='a'>A</gap></stem>"
		"</cloze>",
	};
	static const int letters[] = { 'x', 0x3b1, 0x10330 };
	struct scene s;
	size_t i;
	int n;

	(void)state;
	for (i = 0; i < 6; i++) {
		begin(&s, bodies[i / 3]);
		for (n = 0; n < ANSWER_MAX; n++)
			edit_key(&s.try.typed[0], letters[i % 3]);
		assert_int_equal(try_read(&s.try, &s.response), 0);
		for (n = 0; n < 9 * ANSWER_MAX; n++)
			edit_key(&s.try.typed[0], letters[i % 3]);
		assert_int_equal(try_read(&s.try, &s.response), -1);
		assert_non_null(strstr(s.response.reason.s, "more than"));
		end(&s);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(options),
		cmocka_unit_test(parts),
		cmocka_unit_test(gaps),
		cmocka_unit_test(steps),
		cmocka_unit_test(rubric),
		cmocka_unit_test(restored),
		cmocka_unit_test(too_long),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

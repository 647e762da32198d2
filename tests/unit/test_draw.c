/* SPDX-License-Identifier: ISC */
/* Which items a session draws, and in what order. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/diag.h"
#include "quiz/session.h"
#include "quiz_fixture.h"
#include "unit.h"

static void
items_keep_their_order_where_told(void **state)
{
	struct bank *bank = fixture_plain(9, "<settings shuffle='options'/>");
	struct session *s = fixture_begin(bank, SESSION_EXAM, 3);
	size_t i;

	(void)state;
	for (i = 0; i < 9; i++) {
		assert_int_equal(session_item(s)->index, i);
		fixture_answer(s, "t");
		session_next(s);
	}
	assert_null(session_item(s));
	session_free(s);
	bank_free(bank);
}

static int
about_even(void *ctx, const char *about)
{
	(void)ctx;
	return about[0] == 'p' && (about[1] - '0') % 2 == 0;
}

static void
a_session_may_be_of_some_sections(void **state)
{
	struct bank *bank = fixture_plain(10, "");
	struct session_setup setup = {
		.bank = bank, .seed = 4, .wants = about_even
	};
	struct session *s = session_new(&setup);
	struct session_score score;

	(void)state;
	session_score(s, &score);
	assert_int_equal(score.items, 5);
	for (; session_item(s) != NULL; session_skip(s))
		assert_int_equal(session_item(s)->index % 2, 0);
	session_free(s);
	setup.count = 3;
	s = session_new(&setup);
	session_score(s, &score);
	assert_int_equal(score.items, 3);
	session_free(s);
	bank_free(bank);
}

static void
enemies_never_meet(void **state)
{
	struct buf b = BUF_INIT;
	struct bank *bank;
	uint64_t seed;
	unsigned seen = 0;

	(void)state;
	fixture_item(&b, "a", "p", "");
	fixture_item(&b, "b", "q", "");
	fixture_item(&b, "c", "r", "");
	fixture_item(&b, "d", "s", "");
	buf_adds(&b, "<enemies items='a b gone'/><enemies items='b c'/>");
	bank = fixture_bank(b.s);
	for (seed = 0; seed < 50; seed++) {
		struct session *s = fixture_begin(bank, SESSION_LEARN, seed);
		unsigned met = 0;

		for (; session_item(s) != NULL; session_skip(s))
			met |= 1U << session_item(s)->index;
		/* a, c and d; or b and d. */
		assert_true(met == 13 || met == 10);
		seen |= met;
		session_free(s);
	}
	assert_int_equal(seen, 15);
	bank_free(bank);
	buf_release(&b);
}

/* Whichever file names them, and whichever is read first. */
static void
enemies_may_be_of_another_file(void **state)
{
	struct buf one = BUF_INIT, other = BUF_INIT;
	const struct item *a, *b, *c;
	struct bank *bank;
	struct diags d;

	(void)state;
	fixture_item(&one, "a", "p", "");
	buf_adds(&one, "<enemies items='a c'/>");
	fixture_item(&other, "b", "q", "");
	fixture_item(&other, "c", "r", "");
	buf_adds(&other, "<enemies items='b c'/>");
	bank = fixture_bank(one.s);
	diags_init(&d);
	fixture_load(bank, "other.xml", other.s, &d);
	assert_int_equal(d.all.n, 0);
	a = bank_item(bank, "a");
	b = bank_item(bank, "b");
	c = bank_item(bank, "c");
	assert_true(bank_are_enemies(bank, a, c));
	assert_true(bank_are_enemies(bank, c, b));
	assert_false(bank_are_enemies(bank, a, b));
	diags_release(&d);
	bank_free(bank);
	buf_release(&one);
	buf_release(&other);
}

static void
use_says_where_an_item_belongs(void **state)
{
	struct buf b = BUF_INIT;
	struct bank *bank;
	struct session *s;

	(void)state;
	fixture_item(&b, "drill", "p", "use='drill'");
	fixture_item(&b, "exam", "q", "use='exam'");
	bank = fixture_bank(b.s);
	s = fixture_begin(bank, SESSION_LEARN, 1);
	assert_string_equal(session_item(s)->id, "drill");
	session_free(s);
	s = fixture_begin(bank, SESSION_EXAM, 1);
	assert_string_equal(session_item(s)->id, "exam");
	session_free(s);
	bank_free(bank);
	buf_release(&b);
}

static void
an_exam_picks_from_groups(void **state)
{
	struct buf b = BUF_INIT;
	struct bank *bank;
	struct session_score score;
	struct session *s;
	char id[8];
	int i;

	(void)state;
	buf_adds(&b, "<group xml:id='g' pick='2'>");
	for (i = 0; i < 6; i++) {
		snprintf(id, sizeof(id), "i%d", i);
		fixture_item(&b, id, id, "");
	}
	buf_adds(&b, "</group>");
	fixture_item(&b, "x", "x", "");
	bank = fixture_bank(b.s);
	s = fixture_begin(bank, SESSION_EXAM, 1);
	session_score(s, &score);
	assert_int_equal(score.items, 3);
	session_free(s);
	s = fixture_begin(bank, SESSION_LEARN, 1);
	session_score(s, &score);
	assert_int_equal(score.items, 7);
	session_free(s);
	bank_free(bank);
	buf_release(&b);
}

/* The places, from 0, at which the items of a bank come up. */
static void
places(const struct bank *bank, uint64_t seed, size_t *place)
{
	struct session *s = fixture_begin(bank, SESSION_EXAM, seed);
	size_t at;

	for (at = 0; session_item(s) != NULL; at++) {
		place[session_item(s)->index] = at;
		fixture_answer(s, "t");
		session_next(s);
	}
	session_free(s);
}

static void
items_of_a_case_stay_together(void **state)
{
	struct buf b = BUF_INIT;
	struct bank *bank;
	uint64_t seed;
	char id[8];
	int i;

	(void)state;
	buf_adds(&b, "<case xml:id='c'>A story.</case>");
	for (i = 0; i < 9; i++) {
		snprintf(id, sizeof(id), "i%d", i);
		fixture_item(&b, id, id, i % 3 == 1 ? "case='c'" : "");
	}
	bank = fixture_bank(b.s);
	for (seed = 0; seed < 30; seed++) {
		size_t place[9];

		places(bank, seed, place);
		assert_int_equal(place[4], place[1] + 1);
		assert_int_equal(place[7], place[1] + 2);
	}
	assert_string_equal(bank->items.v[1]->story->text.text.s, "A story.");
	bank_free(bank);
	buf_release(&b);
}

static void
prerequisites_come_first(void **state)
{
	struct buf b = BUF_INIT;
	struct bank *bank;
	uint64_t seed;

	(void)state;
	fixture_item(&b, "a", "p", "after='c'");
	fixture_item(&b, "b", "q", "after='a gone'");
	fixture_item(&b, "c", "r", "");
	fixture_item(&b, "d", "s", "after='e'");
	fixture_item(&b, "e", "t", "after='d'");
	bank = fixture_bank(b.s);
	for (seed = 0; seed < 50; seed++) {
		size_t place[5];

		places(bank, seed, place);
		assert_true(place[2] < place[0]);
		assert_true(place[0] < place[1]);
	}
	bank_free(bank);
	buf_release(&b);
}

/* A chain of any length must not use up the stack. */
static void
a_long_chain_is_borne(void **state)
{
	struct buf b = BUF_INIT;
	struct bank *bank;
	struct session_score score;
	struct session *s;
	char id[16], attrs[32];
	int i;

	(void)state;
	buf_adds(&b, "<settings shuffle='no'/>");
	for (i = 0; i < 5000; i++) {
		snprintf(id, sizeof(id), "i%d", i);
		snprintf(attrs, sizeof(attrs), "after='i%d'", i + 1);
		fixture_item(&b, id, "p", attrs);
	}
	bank = fixture_bank(b.s);
	s = fixture_begin(bank, SESSION_EXAM, 1);
	session_score(s, &score);
	assert_int_equal(score.items, 5000);
	session_free(s);
	bank_free(bank);
	buf_release(&b);
}

static void
passages_take_turns(void **state)
{
	struct buf b = BUF_INIT;
	struct bank *bank;
	uint64_t seed;
	size_t neighbours = 0;
	char id[8], about[8];
	int i;

	(void)state;
	for (i = 0; i < 24; i++) {
		snprintf(id, sizeof(id), "i%d", i);
		snprintf(about, sizeof(about), "p%d", i / 6);
		fixture_item(&b, id, about, "");
	}
	bank = fixture_bank(b.s);
	for (seed = 0; seed < 20; seed++) {
		size_t place[24], at[24];

		places(bank, seed, place);
		for (i = 0; i < 24; i++)
			at[place[i]] = (size_t)i / 6;
		for (i = 1; i < 24; i++)
			neighbours += at[i] == at[i - 1];
	}
	/* Left to chance there would be 100. */
	assert_true(neighbours < 25);
	bank_free(bank);
	buf_release(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(items_keep_their_order_where_told),
		cmocka_unit_test(a_session_may_be_of_some_sections),
		cmocka_unit_test(enemies_never_meet),
		cmocka_unit_test(enemies_may_be_of_another_file),
		cmocka_unit_test(use_says_where_an_item_belongs),
		cmocka_unit_test(an_exam_picks_from_groups),
		cmocka_unit_test(items_of_a_case_stay_together),
		cmocka_unit_test(prerequisites_come_first),
		cmocka_unit_test(a_long_chain_is_borne),
		cmocka_unit_test(passages_take_turns),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

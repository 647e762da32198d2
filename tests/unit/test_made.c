/* SPDX-License-Identifier: ISC */
/* Elements that make several items: facts, gaps asked one by one, cards both
 * ways; and how these meet in a session. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "quiz_fixture.h"
#include "unit.h"
#include "xml/xml.h"

static const char facts[] =
    "<facts xml:id='f' about='#a #b' ask='insertion origin_of' "
    "both-ways='yes' options='3' points='2' level='remember'>"
    "<fact name='Psoas major' origin_of='L1-L5' insertion='Lesser "
    "trochanter'/>"
    "<fact name='Iliacus' origin_of='Iliac fossa' insertion='lesser "
    "trochanter'/>"
    "<fact name='Piriformis' origin_of='Sacrum' insertion='Greater "
    "trochanter' nerve='S1'/>"
    "<fact name='Sartorius' insertion='Tibia'/></facts>";

static const struct option *
option_at(const struct item *it, size_t i)
{
	assert_true(i < it->choice.n);
	return &it->choice.option[i];
}

static void
assert_option(const struct item *it, size_t i, const char *text, int right)
{
	assert_string_equal(option_at(it, i)->text.text.s, text);
	assert_int_equal(option_at(it, i)->right, right);
}

static void
facts_make_singles(void **state)
{
	struct bank *bank = fixture_bank(facts);
	const struct item *it = bank_item(bank, "f/Psoas-major/insertion");
	struct verdict v;

	(void)state;
	assert_non_null(it);
	assert_int_equal(it->kind, ITEM_SINGLE);
	assert_string_equal(it->from, "f");
	assert_string_equal(it->about.v[1], "b");
	assert_true(it->points == 2);
	assert_int_equal(it->level, LEVEL_REMEMBER);
	assert_string_equal(
	    it->stem.text.s, "What is the insertion of Psoas major?");
	assert_string_equal(it->why.text.s,
	    "Psoas major \u2013 insertion: Lesser trochanter; "
	    "origin of: L1-L5.");
	/* What another fact has in common is no wrong answer. */
	assert_int_equal(it->choice.n, 3);
	assert_option(it, 0, "Lesser trochanter", 1);
	assert_option(it, 1, "Greater trochanter", 0);
	assert_option(it, 2, "Tibia", 0);
	assert_string_equal(option_at(it, 1)->key, "Piriformis");
	fixture_grade(&v, bank, it->index, "b");
	assert_string_equal(v.reply[0].text->text.s,
	    "Piriformis \u2013 insertion: Greater trochanter.");
	assert_int_equal(v.outcome, VERDICT_WRONG);
	fixture_grade(&v, bank, it->index, "a");
	assert_int_equal(v.outcome, VERDICT_RIGHT);
	assert_true(v.points == 2);
	bank_free(bank);
}

static void
facts_are_asked_back_where_one_fits(void **state)
{
	struct bank *bank = fixture_bank(facts);
	const struct item *it = bank_item(bank, "f/Piriformis/insertion/name");

	(void)state;
	assert_non_null(it);
	assert_string_equal(
	    it->stem.text.s, "Which has this insertion: Greater trochanter?");
	assert_option(it, 0, "Piriformis", 1);
	assert_option(it, 1, "Sartorius", 0);
	assert_option(it, 2, "Psoas major", 0);
	assert_null(bank_item(bank, "f/Psoas-major/insertion/name"));
	assert_null(bank_item(bank, "f/Iliacus/insertion/name"));
	/* Nothing is known of Sartorius' origin: it is neither asked nor
	 * offered. */
	assert_null(bank_item(bank, "f/Sartorius/origin_of"));
	it = bank_item(bank, "f/Psoas-major/origin_of/name");
	assert_int_equal(it->choice.n, 3);
	assert_option(it, 1, "Iliacus", 0);
	assert_option(it, 2, "Piriformis", 0);
	/* 4 + 3 there, 2 + 3 back. */
	assert_int_equal(bank->items.n, 12);
	bank_free(bank);
}

static void
other_languages_have_no_grammar(void **state)
{
	static const char body[] =
	    "<quiz xmlns='urn:lectern:quiz:1' xml:lang='de'>"
	    "<facts xml:id='f' about='#a' ask='Ursprung' both-ways='yes'>"
	    "<fact name='Iliacus' Ursprung='Fossa iliaca'/>"
	    "<fact name='Psoas' Ursprung='L1-L5'/></facts></quiz>";
	struct xml_source source = { .path = "x.xml", .data = body };
	struct bank *bank = bank_new();
	struct diags d;

	(void)state;
	source.len = strlen(body);
	diags_init(&d);
	assert_int_equal(bank_load_source(bank, &source, &d), 0);
	assert_int_equal(d.all.n, 0);
	assert_string_equal(
	    bank->items.v[0]->stem.text.s, "Iliacus: Ursprung?");
	assert_string_equal(
	    bank->items.v[1]->stem.text.s, "Ursprung: Fossa iliaca \u2013 ?");
	diags_release(&d);
	bank_free(bank);
}

static const char each[] =
    "<cloze xml:id='c' about='#a' cards='each' points='3'><stem>"
    "One <gap key='x' size='7'>two</gap>, <emphasis>three "
    "<gap key='y'><option key='a'>five</option>"
    "<option key='b' right='yes'>four</option></gap></emphasis>, "
    "<gap key='z'>six</gap>.</stem><why>So.</why></cloze>";

static void
gaps_may_be_asked_one_by_one(void **state)
{
	struct bank *bank = fixture_bank(each);
	const struct item *it = bank_item(bank, "c/x");
	struct verdict v;

	(void)state;
	assert_int_equal(bank->items.n, 3);
	assert_null(bank_item(bank, "c"));
	assert_string_equal(it->stem.text.s, "One _______, three four, six.");
	assert_string_equal(it->from, "c");
	assert_string_equal(it->why.text.s, "So.");
	assert_int_equal(it->parts.n, 1);
	assert_int_equal(it->choice.n, 0);
	assert_int_equal(it->parts.part[0].at, 4);
	assert_int_equal(it->parts.part[0].len, 7);
	fixture_grade(&v, bank, it->index, "two");
	assert_true(v.points == 3);
	it = bank_item(bank, "c/y");
	assert_string_equal(it->stem.text.s, "One two, three _____, six.");
	assert_int_equal(it->choice.n, 2);
	fixture_grade(&v, bank, it->index, "b");
	assert_int_equal(v.outcome, VERDICT_RIGHT);
	fixture_grade(&v, bank, it->index, "a");
	assert_int_equal(v.outcome, VERDICT_WRONG);
	assert_string_equal(
	    bank_item(bank, "c/z")->stem.text.s, "One two, three four, _____.");
	bank_free(bank);
}

/* The words in between keep their styles. */
static void
gaps_leave_styles_alone(void **state)
{
	struct bank *bank = fixture_bank(each);
	const struct rich *stem = &bank_item(bank, "c/x")->stem;

	(void)state;
	assert_int_equal(stem->runs.n, 2);
	assert_int_equal(stem->runs.v[0].style, STYLE_STRONG);
	assert_int_equal(stem->runs.v[1].style, STYLE_EMPH);
	assert_int_equal(stem->runs.v[1].start, strlen("One _______, "));
	assert_int_equal(stem->runs.v[1].len, strlen("three "));
	bank_free(bank);
}

static void
cards_may_be_asked_both_ways(void **state)
{
	struct bank *bank = fixture_bank(
	    "<card xml:id='c' about='#a' both-ways='yes'>"
	    "<front>F</front><back>B</back></card>"
	    "<card xml:id='d' about='#a'><front>F</front><back>B</back>"
	    "</card>");
	const struct item *it = bank_item(bank, "c/back");
	struct item *const *made;
	size_t n;

	(void)state;
	assert_int_equal(bank->items.n, 3);
	assert_string_equal(bank_item(bank, "c")->stem.text.s, "F");
	assert_string_equal(it->stem.text.s, "B");
	assert_string_equal(it->back.text.s, "F");
	made = bank_made(bank, "c", &n);
	assert_int_equal(n, 2);
	assert_ptr_equal(made[1], it);
	bank_made(bank, "d", &n);
	assert_int_equal(n, 1);
	assert_null(bank_made(bank, "e", &n));
	assert_int_equal(n, 0);
	bank_free(bank);
}

/* How many of a session's items came from an element. */
static size_t
drawn_from(const struct bank *bank, uint64_t seed, const char *from)
{
	struct session *s = fixture_begin(bank, SESSION_EXAM, seed);
	const struct item *it;
	size_t n = 0;

	while ((it = session_item(s)) != NULL) {
		n += strcmp(it->from, from) == 0;
		session_skip(s);
		if (n > 100)
			break;
	}
	session_free(s);
	return n / 2; /* each is skipped twice */
}

static void
one_of_a_family_at_a_time(void **state)
{
	struct buf b = BUF_INIT;
	struct bank *bank;
	uint64_t seed;

	(void)state;
	buf_printf(&b, "%s%s", facts, each);
	bank = fixture_bank(b.s);
	for (seed = 0; seed < 30; seed++) {
		assert_int_equal(drawn_from(bank, seed, "c"), 1);
		/* Each fact and column one way or the other. */
		assert_int_equal(drawn_from(bank, seed, "f"), 7);
	}
	bank_free(bank);
	buf_release(&b);
}

static void
enemies_and_after_mean_all_that_were_made(void **state)
{
	struct buf b = BUF_INIT;
	struct bank *bank;
	uint64_t seed;

	(void)state;
	buf_printf(&b, "<enemies items='c one'/>%s", each);
	fixture_item(&b, "one", "p", "");
	fixture_item(&b, "two", "p", "after='c'");
	bank = fixture_bank(b.s);
	for (seed = 0; seed < 60; seed++) {
		struct session *s = fixture_begin(bank, SESSION_EXAM, seed);
		int cloze = 0, one = 0, two = 0;

		while (cloze + one + two < 2) {
			const struct item *it = session_item(s);

			cloze += strcmp(it->from, "c") == 0;
			one += strcmp(it->id, "one") == 0;
			two += strcmp(it->id, "two") == 0;
			/* What was made of the cloze comes first. */
			assert_true(strcmp(it->from, "c") != 0 || two == 0);
			session_skip(s);
		}
		assert_int_equal(cloze + one, 1);
		assert_int_equal(two, 1);
		session_free(s);
	}
	bank_free(bank);
	buf_release(&b);
}

/* The options of a gap stay its own when they are shuffled. */
static void
gaps_shuffle_among_themselves(void **state)
{
	struct bank *bank = fixture_bank(
	    "<cloze xml:id='c' about='#a'><stem>"
	    "<gap key='x'><option key='a' right='yes'>1</option>"
	    "<option key='b'>2</option><option key='c'>3</option></gap> "
	    "<gap key='y'><option key='d' right='yes'>1</option>"
	    "<option key='e'>2</option></gap></stem></cloze>");
	unsigned first[5] = { 0 };
	uint64_t seed;
	size_t i;

	(void)state;
	for (seed = 0; seed < 200; seed++) {
		struct session *s = fixture_begin(bank, SESSION_EXAM, seed);
		const unsigned char *order = session_order(s);

		for (i = 0; i < 5; i++)
			assert_int_equal(order[i] < 3, i < 3);
		first[order[0]]++;
		first[order[3]]++;
		session_free(s);
	}
	for (i = 0; i < 5; i++)
		assert_true(first[i] > 40);
	bank_free(bank);
}

static void
results_keep_the_parts(void **state)
{
	struct bank *bank = fixture_bank(
	    "<settings shuffle='no'/>"
	    "<cloze xml:id='c' about='#a'><stem><gap key='x'>one</gap> "
	    "<gap key='y'><option key='d' right='yes'>1</option>"
	    "<option key='e'>2</option></gap></stem></cloze>");
	struct session *s = fixture_begin(bank, SESSION_LEARN, 1);
	const struct session_result *r;

	(void)state;
	fixture_answer(s, "one; b");
	r = session_last(s);
	assert_string_equal(r->text, "x=one; y=e");
	assert_string_equal(r->typed[0], "one");
	assert_null(r->typed[1]);
	assert_int_equal(r->picked[1].option, 1);
	session_free(s);
	bank_free(bank);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(facts_make_singles),
		cmocka_unit_test(facts_are_asked_back_where_one_fits),
		cmocka_unit_test(other_languages_have_no_grammar),
		cmocka_unit_test(gaps_may_be_asked_one_by_one),
		cmocka_unit_test(gaps_leave_styles_alone),
		cmocka_unit_test(cards_may_be_asked_both_ways),
		cmocka_unit_test(one_of_a_family_at_a_time),
		cmocka_unit_test(enemies_and_after_mean_all_that_were_made),
		cmocka_unit_test(gaps_shuffle_among_themselves),
		cmocka_unit_test(results_keep_the_parts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: ISC */
/* What the loader makes of sound files, and what the bank tells. */
#include "config.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "quiz/ids.h"
#include "quiz/number.h"
#include "quiz/rng.h"
#include "quiz_fixture.h"
#include "unit.h"

/* The numbers that the author of the generator publishes for this seed. */
static void
rng_is_pcg32(void **state)
{
	static const uint32_t want[] = { 0xa15c02b7, 0x7b47f409, 0xba1d3330,
		0x83d2f293, 0xbfa4784b, 0xcbed606e };
	struct rng r;
	size_t i;

	(void)state;
	rng_init(&r, 42, 54);
	for (i = 0; i < sizeof(want) / sizeof(want[0]); i++)
		assert_int_equal(rng_next(&r), want[i]);
}

static void
rng_is_even(void **state)
{
	unsigned seen[7] = { 0 };
	struct rng r;
	int i;

	(void)state;
	rng_init(&r, 1, 1);
	for (i = 0; i < 70000; i++) {
		uint32_t x = rng_below(&r, 7);

		assert_true(x < 7);
		seen[x]++;
	}
	for (i = 0; i < 7; i++)
		assert_true(seen[i] > 9600 && seen[i] < 10400);
	assert_int_equal(rng_below(&r, 1), 0);
}

static void
ids_find_what_was_added(void **state)
{
	static char name[2000][16];
	struct ids t;
	size_t i;

	(void)state;
	ids_init(&t);
	assert_null(ids_find(&t, "a"));
	for (i = 0; i < 2000; i++) {
		snprintf(name[i], sizeof(name[i]), "id-%zu", i);
		assert_null(ids_find(&t, name[i]));
		ids_add(&t, name[i], &name[i]);
	}
	for (i = 0; i < 2000; i++)
		assert_ptr_equal(ids_find(&t, name[i]), &name[i]);
	assert_null(ids_find(&t, "id-2000"));
	ids_release(&t);
}

static void
numbers_are_written_short(void **state)
{
	static const struct {
		double x;
		const char *want;
	} cases[] = {
		{ 0, "0" },
		{ 1, "1" },
		{ 100, "100" },
		{ 2.5, "2.5" },
		{ 1.0 / 3, "0.33" },
		{ -0.001, "0" },
		{ -1.5, "-1.5" },
		{ 0.999, "1" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct buf b = BUF_INIT;

		number_add(&b, cases[i].x);
		assert_string_equal(b.s, cases[i].want);
		buf_release(&b);
	}
}

static void
check_item_one(const struct bank *bank)
{
	const struct item *it = bank_item(bank, "one");

	assert_int_equal(it->kind, ITEM_SINGLE);
	assert_string_equal(item_kind_name(it->kind), "single");
	assert_int_equal(it->about.n, 2);
	assert_string_equal(it->about.v[0], "here");
	assert_string_equal(it->about.v[1], "there");
	assert_true(it->points == 2.5);
	assert_int_equal(it->rev, 3);
	assert_int_equal(it->level, LEVEL_APPLY);
	assert_int_equal(it->tags.n, 2);
	assert_int_equal(it->use, USE_DRILL);
	assert_int_equal(it->shuffle, 0);
	assert_string_equal(it->story->text.text.s, "First.\n\nSecond.");
	assert_string_equal(it->after.v[0], "two");
	assert_ptr_equal(it->group, bank_group(bank, "g"));
	assert_int_equal(it->group->pick, 2);
	assert_string_equal(it->stem.text.s, "Which?");
	assert_string_equal(it->why.text.s, "Because.");
	assert_int_equal(it->n_hint, 2);
	assert_true(it->hint[0].cost == 0.5 && it->hint[1].cost == 0);
	assert_int_equal(it->place.line, 15);
	assert_int_equal(it->place.col, 5);
}

static void
check_options(const struct bank *bank)
{
	const struct item *it = bank_item(bank, "one");
	const struct option *o = it->choice.option;

	assert_int_equal(it->choice.n, 2);
	assert_string_equal(o[0].key, "a");
	assert_int_equal(o[0].right, 1);
	assert_true(isnan(o[0].credit));
	assert_string_equal(o[0].text.text.s, "A");
	assert_string_equal(o[0].feedback.text.s, "Yes.");
	assert_int_equal(o[1].right, 0);
	assert_true(o[1].credit == 0.25);
	assert_int_equal(o[1].danger, 1);
	assert_int_equal(o[1].fixed, 1);
	assert_string_equal(o[1].misconception, "mixed-up");
	assert_string_equal(o[1].feedback.text.s, "");
	it = bank_item(bank, "three");
	assert_string_equal(it->choice.option[0].key, "true");
	assert_int_equal(it->choice.option[0].right, 0);
	assert_int_equal(it->choice.option[1].right, 1);
	assert_string_equal(it->choice.option[0].feedback.text.s, "No.");
	assert_int_equal(bank_item(bank, "two")->choice.score, SCORE_EACH);
}

static void
check_typed(const struct bank *bank)
{
	const struct item *it = bank_item(bank, "four");

	assert_int_equal(it->typed.typos, TYPOS_1);
	assert_int_equal(it->typed.case_matters, 1);
	assert_int_equal(it->typed.n_accept, 2);
	assert_true(it->typed.accept[0].credit == 1);
	assert_int_equal(it->typed.accept[1].match, ACCEPT_GLOB);
	assert_string_equal(it->typed.accept[1].text.text.s, "*t*");
	assert_string_equal(it->typed.reject[0].feedback.text.s, "No.");
	assert_string_equal(it->feedback.text.s, "Not at all.");
	it = bank_item(bank, "five");
	assert_true(it->numeric.unit_penalty == 0.1);
	assert_int_equal(it->numeric.n_answer, 2);
	assert_true(it->numeric.answer[0].value == -150);
	assert_int_equal(it->numeric.answer[0].toltype, TOL_REL);
	assert_string_equal(it->numeric.answer[0].unit, "cm");
	assert_true(it->numeric.unit[1].factor == 100);
}

static void
every_attribute_is_kept(void **state)
{
	struct bank *bank = bank_new();
	const struct quiz *q;
	struct diags d;

	(void)state;
	diags_init(&d);
	assert_int_equal(
	    bank_load(bank, TOP_SRCDIR "/tests/golden/quiz/every-kind.quiz.xml",
		NULL, &d),
	    0);
	assert_int_equal(d.errors, 0);
	q = bank->quizzes.v[0];
	assert_string_equal(q->id, "every-kind");
	assert_string_equal(q->lang, "en");
	assert_int_equal(q->version, 3);
	assert_string_equal(q->title.text.s, "Every kind");
	assert_true(q->settings.pass == 0.7);
	assert_int_equal(q->settings.time, 5400);
	assert_int_equal(q->settings.shuffle, SHUFFLE_ITEMS | SHUFFLE_OPTIONS);
	assert_int_equal(q->settings.confidence, CONFIDENCE_ASK);
	assert_int_equal(q->settings.criterion, 2);
	assert_int_equal(bank->enemies.v[0].items.n, 2);
	check_item_one(bank);
	check_options(bank);
	check_typed(bank);
	diags_release(&d);
	bank_free(bank);
}

static const char *
label(void *ctx, const char *id)
{
	return strcmp(id, "anatomy") == 0 ? ctx : NULL;
}

static void
white_space_and_markup_settle(void **state)
{
	static const struct {
		const char *markup, *text;
	} cases[] = {
		{ " one\n\ttwo  ", "one two" },
		{ "<para>one</para> <para>two</para>", "one\n\ntwo" },
		{ "a <emphasis> b </emphasis> c", "a b c" },
		{ "a<emphasis>b</emphasis>c", "abc" },
		{ "say <quote>this <quote>and</quote> that </quote> now",
		    "say \u201cthis \u2018and\u2019 that\u201d now" },
		{ "H<subscript>2</subscript>O", "H\u2082O" },
		{ "x<superscript>2</superscript> + y<superscript>-10"
		  "</superscript>",
		    "x\u00b2 + y\u207b\u00b9\u2070" },
		{ "x<superscript>k</superscript>", "x^k" },
		{ "x<subscript> i j </subscript> y", "x_(ij) y" },
		{ "see <xref linkend=\"anatomy\"/>.", "see 1.1 Anatomy." },
		{ "see <xref linkend=\"risks\"/>", "see risks" },
		{ "see <link linkend=\"anatomy\">there</link>", "see there" },
		{ "see <link linkend=\"anatomy\"/>", "see 1.1 Anatomy" },
		{ "see <link href=\"https://x.example/\">it</link>.",
		    "see it (https://x.example/)." },
		{ "see <link href=\"https://x.example/\"/>",
		    "see https://x.example/" },
		{ "1&#xa0;mm", "1\u00a0mm" },
		{ "<literal>a  b</literal>", "a b" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct bank *bank = bank_new();
		struct buf b = BUF_INIT;
		struct diags d;
		char where[] = "1.1 Anatomy";

		diags_init(&d);
		bank->label = label;
		bank->label_ctx = where;
		buf_printf(&b,
		    "<truefalse xml:id='a' about='#b' answer='true'>"
		    "<stem>%s</stem></truefalse>",
		    cases[i].markup);
		fixture_load(bank, "t.xml", b.s, &d);
		assert_int_equal(d.all.n, 0);
		assert_string_equal(
		    bank->items.v[0]->stem.text.s, cases[i].text);
		buf_release(&b);
		diags_release(&d);
		bank_free(bank);
	}
}

static void
styles_are_runs(void **state)
{
	struct bank *bank = fixture_bank(
	    "<truefalse xml:id='a' about='#b' answer='true'><stem>a "
	    "<emphasis>bb</emphasis> <emphasis role='bold'>cc</emphasis> "
	    "<literal>d</literal> <link linkend='x'>e</link></stem>"
	    "</truefalse>");
	const struct rich *r = &bank->items.v[0]->stem;
	static const struct rich_run want[] = {
		{ 2, 2, STYLE_EMPH },
		{ 5, 2, STYLE_STRONG },
		{ 8, 1, STYLE_CODE },
		{ 10, 1, STYLE_LINK },
	};
	size_t i;

	(void)state;
	assert_string_equal(r->text.s, "a bb cc d e");
	assert_int_equal(r->runs.n, 4);
	for (i = 0; i < 4; i++) {
		assert_int_equal(r->runs.v[i].start, want[i].start);
		assert_int_equal(r->runs.v[i].len, want[i].len);
		assert_int_equal(r->runs.v[i].style, want[i].style);
	}
	assert_int_equal(bank->refs.n, 2);
	assert_string_equal(bank->refs.v[1].id, "x");
	bank_free(bank);
}

static void
ids_are_one_over_all_files(void **state)
{
	static const char body[] =
	    "<truefalse xml:id='a' about='#b' answer='true'>"
	    "<stem>Is it?</stem></truefalse>";
	struct bank *bank = bank_new();
	struct diags d;

	(void)state;
	diags_init(&d);
	fixture_load(bank, "one.xml", body, &d);
	assert_int_equal(d.all.n, 0);
	fixture_load(bank, "two.xml", body, &d);
	assert_int_equal(d.all.n, 1);
	assert_int_equal(d.all.v[0].code, DIAG_ID_DUPLICATE);
	assert_string_equal(d.all.v[0].file, "two.xml");
	assert_non_null(strstr(d.all.v[0].text, "line 1 of one.xml"));
	assert_int_equal(bank->items.n, 1);
	assert_string_equal(bank_item(bank, "a")->quiz->file, "one.xml");
	assert_int_equal(bank->quizzes.n, 2);
	assert_null(bank_item(bank, "b"));
	diags_release(&d);
	bank_free(bank);
}

/* A hundred thousand ids must not take quadratic time. */
static void
a_long_file_is_read(void **state)
{
	struct buf b = BUF_INIT;
	struct bank *bank;
	size_t i, n = 20000;

	(void)state;
	for (i = 0; i < n; i++)
		buf_printf(&b,
		    "<truefalse xml:id='i%zu' about='#b' answer='true'>"
		    "<stem>Is it?</stem></truefalse>",
		    i);
	bank = fixture_bank(b.s);
	assert_int_equal(bank->items.n, n);
	assert_string_equal(bank_item(bank, "i19999")->id, "i19999");
	assert_int_equal(bank_item(bank, "i19999")->index, n - 1);
	bank_free(bank);
	buf_release(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rng_is_pcg32),
		cmocka_unit_test(rng_is_even),
		cmocka_unit_test(ids_find_what_was_added),
		cmocka_unit_test(numbers_are_written_short),
		cmocka_unit_test(every_attribute_is_kept),
		cmocka_unit_test(white_space_and_markup_settle),
		cmocka_unit_test(styles_are_runs),
		cmocka_unit_test(ids_are_one_over_all_files),
		cmocka_unit_test(a_long_file_is_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

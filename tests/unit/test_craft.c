/* SPDX-License-Identifier: ISC */
/* Each rule of the craft: what it finds, and what it must not find. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "quiz/craft.h"
#include "quiz_fixture.h"
#include "unit.h"

/* A single with three options, `right` (0 to 2) the right one; nothing to find
 * fault with but what the arguments say. */
static void
add_single(struct buf *b, const char *id, const char *stem,
    const char *const text[3], int right)
{
	int i;

	buf_printf(b,
	    "<single xml:id='%s' about='#%s' level='apply'><stem>%s</stem>", id,
	    id, stem);
	for (i = 0; i < 3; i++)
		buf_printf(b,
		    "<option key='%c'%s>%s<feedback>Because.</feedback>"
		    "</option>",
		    'a' + i, i == right ? " right='yes'" : "", text[i]);
	buf_adds(b, "<why>So it is.</why></single>");
}

static const char *const plain[3] = { "red", "blue", "grey" };

/* Sections 0 "whole" with 1 "one" and 2 "two" in it; an item about its own id
 * is in the section that its id begins with. */
static size_t
find(void *ctx, const char *id, int *whole)
{
	(void)ctx;
	*whole = strcmp(id, "whole") == 0;
	if (strncmp(id, "one", 3) == 0)
		return 1;
	return strncmp(id, "two", 3) == 0 ? 2 : 0;
}

static const struct craft_section sections[] = {
	{ .title = "Whole", .place = { "article.xml", 1, 1 } },
	{ .title = "One", .place = { "article.xml", 2, 1 }, .asks = 1 },
	{ .title = "Two", .place = { "article.xml", 3, 1 }, .asks = 1 },
};
static const struct craft_article article = { sections, 3, find, NULL };

/* The findings on a quiz with this body, as their ids' texts. */
static void
look(struct diags *d, const char *body, const struct craft_article *about)
{
	struct bank *bank = fixture_bank(body);

	diags_init(d);
	craft_check(bank, about, d);
	bank_free(bank);
}

static void
expect(const char *body, const struct craft_article *about, size_t n,
    enum diag_code code)
{
	struct diags d;
	size_t i;

	look(&d, body, about);
	if (d.all.n != n)
		diags_print(&d, stderr);
	assert_int_equal(d.all.n, n);
	assert_int_equal(d.errors, 0);
	for (i = 0; i < n; i++) {
		assert_int_equal(d.all.v[i].code, code);
		assert_true(d.all.v[i].line > 0);
	}
	diags_release(&d);
}

/* One single on its own. */
static void
expect_single(
    const char *stem, const char *const text[3], int n, enum diag_code code)
{
	struct buf b = BUF_INIT;

	add_single(&b, "one", stem, text, 0);
	expect(b.s, NULL, (size_t)n, code);
	buf_release(&b);
}

static void
finds_nothing_in_a_good_item(void **state)
{
	(void)state;
	expect_single("Which colour is it?", plain, 0, DIAG_CRAFT_WHY);
}

static void
finds_what_is_missing(void **state)
{
	(void)state;
	expect("<truefalse xml:id='i' about='#p' answer='true' level='apply'>"
	       "<stem>It is.</stem><feedback for='false'>No.</feedback>"
	       "</truefalse>",
	    NULL, 1, DIAG_CRAFT_WHY);
	expect("<truefalse xml:id='i' about='#p' answer='true' level='apply'>"
	       "<stem>It is.</stem><why>So.</why></truefalse>",
	    NULL, 1, DIAG_CRAFT_FEEDBACK);
	expect("<truefalse xml:id='i' about='#p' answer='true'>"
	       "<stem>It is.</stem><feedback for='false'>No.</feedback>"
	       "<why>So.</why></truefalse>",
	    NULL, 1, DIAG_CRAFT_LEVEL);
}

static void
finds_a_right_option_by_its_length(void **state)
{
	static const char *const telling[3] = {
		"a muscle from the spine to the thigh", "a bone", "a nerve"
	};
	static const char *const little[3] = { "a ligament here", "a bone here",
		"a nerve" };

	(void)state;
	expect_single("What is it?", telling, 1, DIAG_CRAFT_LONGEST);
	expect_single("What is it?", little, 0, DIAG_CRAFT_LONGEST);
}

static void
finds_options_that_say_the_same(void **state)
{
	static const char *const same[3] = { "red", "Blue.", "blue" };
	static const char *const all[3] = { "red", "All of the above.",
		"blue" };

	(void)state;
	expect_single("Which?", same, 1, DIAG_CRAFT_OPTIONS);
	expect_single("Which?", all, 1, DIAG_CRAFT_ALL);
}

static void
finds_negative_questions(void **state)
{
	static const struct {
		const char *stem;
		int n;
	} t[] = {
		{ "Which of these is not a muscle?", 1 },
		{ "Which is least likely?", 1 },
		{ "Which of these is <emphasis>not</emphasis> a muscle?", 0 },
		{ "A man does not sleep. Which muscle is at work?", 0 },
		{ "Which needs at least two hands?", 0 },
		{ "Which knot is it?", 0 },
		{ "Which needs at least two hands, but not three?", 1 },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(t) / sizeof(t[0]); i++)
		expect_single(t[i].stem, plain, t[i].n, DIAG_CRAFT_NEGATIVE);
}

static void
finds_what_is_about_too_much(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	add_single(&b, "whole", "Which?", plain, 0);
	add_single(&b, "one", "What?", plain, 1);
	add_single(&b, "two", "Where?", plain, 2);
	expect(b.s, &article, 1, DIAG_CRAFT_ABOUT);
	buf_release(&b);
}

static void
finds_sections_without_items(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	add_single(&b, "two", "Which?", plain, 0);
	expect(b.s, &article, 1, DIAG_CRAFT_SECTION);
	buf_release(&b);
}

static void
finds_stems_in_the_same_words(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	add_single(&b, "one", "Which colour is it?", plain, 0);
	add_single(&b, "two", "Which colour, is it ...", plain, 1);
	expect(b.s, NULL, 1, DIAG_CRAFT_STEM);
	buf_release(&b);
}

/* The second question names what the first one asks for. */
static void
add_giveaway(struct buf *b, const char *second)
{
	static const char *const text[3] = { "the lesser trochanter",
		"the greater trochanter", "the medial epicondyle" };

	add_single(b, "one", "Where does it end?", text, 0);
	add_single(
	    b, second, "What holds on to the lesser trochanter?", plain, 0);
}

static void
finds_giveaways(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	add_giveaway(&b, "one-b");
	expect(b.s, NULL, 1, DIAG_CRAFT_GIVEAWAY);
	buf_adds(&b, "<enemies items='one one-b'/>");
	expect(b.s, NULL, 0, DIAG_CRAFT_GIVEAWAY);
	buf_reset(&b);
	add_giveaway(&b, "two");
	expect(b.s, &article, 0, DIAG_CRAFT_GIVEAWAY);
	buf_release(&b);
}

/* Twelve singles, the right option at `right` or, below 0, at each in turn;
 * the right one longest if `longest` is 1, a wrong one if it is -1. */
static void
add_dozen(struct buf *b, int right, int longest)
{
	static const char *const longer[3][3] = { { "grey one", "two", "red" },
		{ "red", "grey one", "two" }, { "red", "two", "grey one" } };
	static const char *const level[3][3] = { { "ten", "two", "red" },
		{ "red", "ten", "two" }, { "red", "two", "ten" } };
	static const char *const shorter[3][3] = { { "ten", "grey one", "red" },
		{ "red", "ten", "grey one" }, { "grey one", "two", "ten" } };
	const char *const(*texts)[3] = longest > 0 ? longer
	    : longest < 0                          ? shorter
						   : level;
	char id[16], stem[32];
	int i, at;

	for (i = 0; i < 12; i++) {
		at = right < 0 ? i % 3 : right;
		snprintf(id, sizeof(id), "i%d", i);
		snprintf(stem, sizeof(stem), "Which is %d?", i);
		add_single(b, id, stem, texts[at], at);
	}
}

static void
finds_habits_of_the_author(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	add_dozen(&b, -1, 0);
	expect(b.s, NULL, 0, DIAG_CRAFT_POSITION);
	buf_reset(&b);
	add_dozen(&b, 1, 0);
	expect(b.s, NULL, 1, DIAG_CRAFT_POSITION);
	buf_reset(&b);
	add_dozen(&b, -1, 1);
	expect(b.s, NULL, 1, DIAG_CRAFT_LONGEST_ALL);
	buf_reset(&b);
	add_dozen(&b, -1, -1);
	expect(b.s, NULL, 1, DIAG_CRAFT_LONGEST_NONE);
	buf_reset(&b);
	add_dozen(&b, -1, 0);
	expect(b.s, NULL, 0, DIAG_CRAFT_LONGEST_NONE);
	buf_release(&b);
}

/* So many statements, of which the first `n_true` are true. */
static void
add_statements(struct buf *b, int n, int n_true, const char *level)
{
	int i;

	for (i = 0; i < n; i++)
		buf_printf(b,
		    "<truefalse xml:id='t%d' about='#p' answer='%s' level='%s'>"
		    "<stem>It is %d.</stem><feedback for='%s'>No.</feedback>"
		    "<why>So.</why></truefalse>",
		    i, i < n_true ? "true" : "false", level, i,
		    i < n_true ? "false" : "true");
}

static void
finds_lopsided_banks(void **state)
{
	struct buf b = BUF_INIT;

	(void)state;
	add_statements(&b, 8, 7, "apply");
	expect(b.s, NULL, 1, DIAG_CRAFT_TRUE);
	buf_reset(&b);
	add_statements(&b, 8, 4, "apply");
	expect(b.s, NULL, 0, DIAG_CRAFT_TRUE);
	buf_reset(&b);
	add_statements(&b, 12, 6, "remember");
	expect(b.s, NULL, 1, DIAG_CRAFT_SPREAD);
	buf_release(&b);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_nothing_in_a_good_item),
		cmocka_unit_test(finds_what_is_missing),
		cmocka_unit_test(finds_a_right_option_by_its_length),
		cmocka_unit_test(finds_options_that_say_the_same),
		cmocka_unit_test(finds_negative_questions),
		cmocka_unit_test(finds_what_is_about_too_much),
		cmocka_unit_test(finds_sections_without_items),
		cmocka_unit_test(finds_stems_in_the_same_words),
		cmocka_unit_test(finds_giveaways),
		cmocka_unit_test(finds_habits_of_the_author),
		cmocka_unit_test(finds_lopsided_banks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

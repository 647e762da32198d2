/* SPDX-License-Identifier: ISC */
/* When a typed answer is the one that was meant. */
#include "config.h"

#include <string.h>

#include "base/buf.h"
#include "quiz/form.h"
#include "quiz/typed.h"
#include "quiz_fixture.h"
#include "unit.h"

/* A short item with typos="auto" unless the attributes say otherwise. */
static struct bank *
short_item(const char *attrs, const char *children)
{
	struct buf b = BUF_INIT;
	struct bank *bank;

	buf_printf(&b,
	    "<short xml:id='s' about='#a' %s><stem>?</stem>%s</short>", attrs,
	    children);
	bank = fixture_bank(b.s);
	buf_release(&b);
	return bank;
}

struct typed_case {
	const char *typed;
	enum verdict_by by;
	double credit;
	int typo;
};

static void
check_cases(const struct bank *bank, const struct typed_case *c, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		struct verdict v;

		fixture_grade(&v, bank, 0, c[i].typed);
		if (v.by != c[i].by || v.credit != c[i].credit ||
		    v.typo != c[i].typo)
			fail_msg("\"%s\": by %s, credit %g, typo %d",
			    c[i].typed, verdict_by_name(&v), v.credit, v.typo);
	}
}

#define CHECK(bank, cases) \
 check_cases(bank, cases, sizeof(cases) / sizeof((cases)[0]))

static void
the_insertion_of_the_psoas(void **state)
{
	static const struct typed_case cases[] = {
		{ "lesser trochanter", BY_EXACT, 1, 0 },
		{ "  Lesser   TROCHANTER ", BY_EXACT, 1, 0 },
		{ "the lesser trochanter.", BY_EXACT, 1, 0 },
		{ "lesser-trochanter", BY_EXACT, 1, 0 },
		{ "lesser\u2013trochanter", BY_EXACT, 1, 0 },
		{ "les\u00adser trochanter", BY_EXACT, 1, 0 },
		{ "lesser\u00a0trochanter", BY_EXACT, 1, 0 },
		{ "trochanter, lesser", BY_WORDS, 1, 0 },
		{ "trochanter lesser", BY_WORDS, 1, 0 },
		{ "trochanter minor", BY_EXACT, 1, 0 },
		{ "leser trochanter", BY_TYPO, 1, 1 },
		{ "lesser trocanter", BY_TYPO, 1, 1 },
		{ "lesser trohcanter", BY_TYPO, 1, 1 },
		{ "leser trocanter", BY_TYPO, 1, 2 },
		{ "lesser trocantr", BY_TYPO, 1, 2 },
		{ "leser trocantr", BY_NOTHING, 0, 0 },
		{ "lessertrochanter", BY_TYPO, 1, 1 },
		{ "lesser tro chanter", BY_TYPO, 1, 1 },
		{ "femur", BY_EXACT, .5, 0 },
		{ "Femur.", BY_EXACT, .5, 0 },
		{ "femr", BY_TYPO, .5, 1 },
		{ "greater trochanter", BY_REJECT, 0, 0 },
		{ "The Greater Trochanter", BY_REJECT, 0, 0 },
		{ "trochanter greater", BY_REJECT, 0, 0 },
		{ "greter trochanter", BY_REJECT, 0, 0 },
		{ "trochanter", BY_NOTHING, 0, 0 },
		{ "lesser", BY_NOTHING, 0, 0 },
		{ "iliac crest", BY_NOTHING, 0, 0 },
		{ "lesser trochanter of the femur", BY_NOTHING, 0, 0 },
		{ ".", BY_NOTHING, 0, 0 },
		{ "the", BY_NOTHING, 0, 0 },
	};
	struct bank *bank = short_item("",
	    "<accept>lesser trochanter</accept>"
	    "<accept>trochanter minor</accept>"
	    "<accept credit='0.5'>femur<feedback>Where?</feedback></accept>"
	    "<reject>greater trochanter<feedback>The other one.</feedback>"
	    "</reject>");

	(void)state;
	CHECK(bank, cases);
	bank_free(bank);
}

static void
digits_are_never_a_slip(void **state)
{
	static const struct typed_case cases[] = {
		{ "L4", BY_EXACT, 1, 0 },
		{ "l4", BY_EXACT, 1, 0 },
		{ "L.4", BY_EXACT, 1, 0 },
		{ "L-4", BY_NOTHING, 0, 0 },
		{ "L5", BY_NOTHING, 0, 0 },
		{ "L44", BY_NOTHING, 0, 0 },
		{ "vertebra L4", BY_EXACT, 1, 0 },
		{ "vertbra L4", BY_TYPO, 1, 1 },
		{ "vertebra L5", BY_NOTHING, 0, 0 },
		{ "vertebra10", BY_NOTHING, 0, 0 },
		{ "1.5 mm", BY_EXACT, 1, 0 },
		{ "15 mm", BY_NOTHING, 0, 0 },
		{ "1,5 mm", BY_NOTHING, 0, 0 },
		{ "-5", BY_EXACT, 1, 0 },
		{ "\u22125", BY_EXACT, 1, 0 },
		{ "5", BY_NOTHING, 0, 0 },
		{ "L1-L5", BY_EXACT, 1, 0 },
		{ "L1 \u2013 L5", BY_EXACT, 1, 0 },
		{ "L1 L5", BY_EXACT, 1, 0 },
		{ "L1-L4", BY_NOTHING, 0, 0 },
	};
	struct bank *bank = short_item("",
	    "<accept>L4</accept><accept>vertebra L4</accept>"
	    "<accept>1.5 mm</accept><accept>-5</accept>"
	    "<accept>L1-L5</accept>");

	(void)state;
	CHECK(bank, cases);
	bank_free(bank);
}

static void
short_words_are_as_written(void **state)
{
	static const struct typed_case cases[] = {
		{ "hip", BY_EXACT, 1, 0 },
		{ "hop", BY_NOTHING, 0, 0 },
		{ "bone", BY_EXACT, 1, 0 },
		{ "bon", BY_NOTHING, 0, 0 },
		{ "psoas", BY_EXACT, 1, 0 },
		{ "psaos", BY_TYPO, 1, 1 },
		{ "psas", BY_TYPO, 1, 1 },
		{ "psas s", BY_NOTHING, 0, 0 },
		{ "soa", BY_NOTHING, 0, 0 },
		{ "iliopsoas", BY_EXACT, 1, 0 },
		{ "ilio-psoas", BY_EXACT, 1, 0 },
		{ "ilio psoas", BY_TYPO, 1, 1 },
		{ "illiopsoas", BY_TYPO, 1, 1 },
		{ "illiopsaos", BY_TYPO, 1, 2 },
		{ "illiopsaoss", BY_NOTHING, 0, 0 },
	};
	struct bank *bank = short_item("",
	    "<accept>hip</accept><accept>bone</accept><accept>psoas</accept>"
	    "<accept>iliopsoas</accept>");

	(void)state;
	CHECK(bank, cases);
	bank_free(bank);
}

static void
an_opposite_is_no_slip(void **state)
{
	static const struct typed_case cases[] = {
		{ "abduction", BY_EXACT, 1, 0 },
		{ "adduction", BY_NOTHING, 0, 0 },
		{ "aduction", BY_NOTHING, 0, 0 },
		{ "abductoin", BY_TYPO, 1, 1 },
		{ "hypotension", BY_EXACT, 1, 0 },
		{ "hypertension", BY_NOTHING, 0, 0 },
		{ "hypotention", BY_TYPO, 1, 1 },
		{ "ilium", BY_EXACT, 1, 0 },
		{ "ileum", BY_NOTHING, 0, 0 },
		{ "illium", BY_TYPO, 1, 1 },
	};
	struct bank *bank = short_item("",
	    "<accept>abduction</accept><accept>hypotension</accept>"
	    "<accept>ilium</accept>");

	(void)state;
	CHECK(bank, cases);
	bank_free(bank);
}

static void
a_reject_as_near_wins(void **state)
{
	static const struct typed_case cases[] = {
		{ "medial", BY_EXACT, 1, 0 },
		{ "median", BY_REJECT, 0, 0 },
		{ "mediap", BY_REJECT, 0, 0 },
		{ "medail", BY_TYPO, 1, 1 },
	};
	struct bank *bank =
	    short_item("", "<accept>medial</accept><reject>median</reject>");

	(void)state;
	CHECK(bank, cases);
	bank_free(bank);
}

static void
typos_may_be_set(void **state)
{
	static const struct typed_case none[] = {
		{ "trochanter", BY_EXACT, 1, 0 },
		{ "trocanter", BY_NOTHING, 0, 0 },
	};
	static const struct typed_case one[] = {
		{ "trocanter", BY_TYPO, 1, 1 },
		{ "trocantr", BY_NOTHING, 0, 0 },
		{ "hop", BY_TYPO, 1, 1 },
		{ "ho", BY_NOTHING, 0, 0 },
		{ "y", BY_NOTHING, 0, 0 },
		{ "L5", BY_NOTHING, 0, 0 },
	};
	static const struct typed_case two[] = {
		{ "trocantr", BY_TYPO, 1, 2 },
		{ "trocntr", BY_NOTHING, 0, 0 },
	};
	static const char children[] =
	    "<accept>trochanter</accept><accept>hip</accept>"
	    "<accept>x</accept><accept>L4</accept>";
	struct bank *bank;

	(void)state;
	bank = short_item("typos='0'", children);
	CHECK(bank, none);
	bank_free(bank);
	bank = short_item("typos='1'", children);
	CHECK(bank, one);
	bank_free(bank);
	bank = short_item("typos='2'", children);
	CHECK(bank, two);
	bank_free(bank);
}

static void
case_may_matter(void **state)
{
	static const struct typed_case cases[] = {
		{ "pH", BY_EXACT, 1, 0 },
		{ "ph", BY_NOTHING, 0, 0 },
		{ "The pH", BY_EXACT, 1, 0 },
	};
	struct bank *bank =
	    short_item("case-matters='yes'", "<accept>pH</accept>");

	(void)state;
	CHECK(bank, cases);
	bank_free(bank);
}

static void
accepts_say_how_they_match(void **state)
{
	static const struct typed_case cases[] = {
		{ "origin before insertion", BY_EXACT, 1, 0 },
		{ "insertion before origin", BY_NOTHING, 0, 0 },
		{ "origin before insertio", BY_NOTHING, 0, 0 },
		{ "anything with a leg in it", BY_GLOB, .5, 0 },
		{ "leg", BY_GLOB, .5, 0 },
		{ "Legs", BY_GLOB, .5, 0 },
		{ "lg", BY_NOTHING, 0, 0 },
	};
	struct bank *bank = short_item("",
	    "<accept match='exact'>origin before insertion</accept>"
	    "<accept match='glob' credit='.5'>*leg*</accept>");

	(void)state;
	CHECK(bank, cases);
	bank_free(bank);
}

static void
articles_go_and_letters_stay(void **state)
{
	static const struct typed_case cases[] = {
		{ "vitamin A", BY_EXACT, 1, 0 },
		{ "vitamin a", BY_EXACT, 1, 0 },
		{ "the vitamin A", BY_EXACT, 1, 0 },
		{ "vitamin", BY_NOTHING, 0, 0 },
		{ "A band", BY_EXACT, 1, 0 },
		{ "a band", BY_EXACT, 1, 0 },
		{ "band", BY_NOTHING, 0, 0 },
		{ "a hip flexor", BY_EXACT, 1, 0 },
		{ "hip flexor", BY_EXACT, 1, 0 },
		{ "Hepatitis A virus", BY_EXACT, 1, 0 },
		{ "hepatitis a virus", BY_EXACT, 1, 0 },
		{ "hepatitis B virus", BY_NOTHING, 0, 0 },
	};
	struct bank *bank = short_item("",
	    "<accept>vitamin A</accept><accept>A band</accept>"
	    "<accept>a hip flexor</accept><accept>hepatitis A virus</accept>");

	(void)state;
	CHECK(bank, cases);
	bank_free(bank);
}

static void
articles_are_those_of_the_language(void **state)
{
	struct form f;

	(void)state;
	form_init(&f, "der Kopf des Femurs", 19, 0, "de");
	assert_string_equal(f.text.s, "kopf femurs");
	form_release(&f);
	form_init(&f, "der Kopf the Femurs", 19, 0, NULL);
	assert_string_equal(f.text.s, "der kopf femurs");
	form_release(&f);
	form_init(&f, "the A", 5, 0, "xx");
	assert_string_equal(f.text.s, "the a");
	form_release(&f);
	form_init(&f, "le grand a", 10, 0, "fr-CA");
	assert_string_equal(f.text.s, "grand a");
	form_release(&f);
}

/* From the unit tests of Moodle's short answer type, re-tabled. */
static void
globs_do_what_moodles_do(void **state)
{
	static const struct {
		const char *typed, *pattern;
		int fold, match;
	} cases[] = {
		{ "Frog", "Frog", 0, 1 },
		{ "Frog", "frog", 0, 0 },
		{ "   Frog   ", "Frog", 0, 1 },
		{ "Frogs", "Frog", 0, 0 },
		{ "Frog", "frog", 1, 1 },
		{ "   FROG   ", "Frog", 1, 1 },
		{ "Frogs", "Frog", 1, 0 },
		{ "Frog", "F*og", 0, 1 },
		{ "Fog", "F*og", 0, 1 },
		{ "   Fat dog   ", "F*og", 0, 1 },
		{ "Frogs", "F*og", 0, 0 },
		{ "Fg", "F*og", 0, 0 },
		{ "frog", "F*og", 0, 0 },
		{ "   fat dog   ", "F*og", 0, 0 },
		{ "Fog", "F*og", 1, 1 },
		{ "   Fat dog   ", "F*og", 1, 1 },
		{ "Frogs", "F*og", 1, 0 },
		{ "Fg", "F*og", 1, 0 },
		{ "frog", "F*og", 1, 1 },
		{ "   fat dog   ", "F*og", 1, 1 },
		{ "   *   ", "\\*", 0, 1 },
		{ "*", "\\*", 0, 1 },
		{ "x", "\\*", 0, 0 },
		{ "Frog*toad", "Frog\\*toad", 0, 1 },
		{ "Frogxtoad", "Frog\\*toad", 0, 0 },
		{ "a", "[a-z]", 0, 0 },
		{ "[a-z]", "[a-z]", 0, 1 },
		{ "\\{}/", "\\{}/", 1, 1 },
		{ "IT\u00c1LIE", "It\u00e1lie", 1, 1 },
		{ "d\u00e9part", "D\u00c9PART", 1, 1 },
		{ "d\u00e9part", "D\u00c9PART", 0, 0 },
		{ "d\u00e9part", "de\u0301part", 0, 1 },
		{ "d\u00e9part", "DE\u0301PART", 1, 1 },
		{ "depart", "d\u00e9part", 1, 0 },
		{ "0", "0", 0, 1 },
		{ "0", "0*", 0, 1 },
		{ "0", "*0", 0, 1 },
		{ "0", "*0*", 0, 1 },
		{ "<em></em>",
		    "***********************************<em>"
		    "***********************************</em>",
		    0, 1 },
		{ "the frog", "f*g", 1, 1 },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct accept accept = { .credit = 1, .match = ACCEPT_GLOB };
		struct typed t = { .accept = &accept, .n_accept = 1 };
		struct typed_answer a = { cases[i].typed,
			strlen(cases[i].typed), NULL };
		int got;

		t.case_matters = !cases[i].fold;
		rich_init(&accept.text);
		rich_adds(&accept.text, cases[i].pattern, STYLE_BODY);
		got = typed_match(&t, &a).how == TYPED_GLOB;
		if (got != cases[i].match)
			fail_msg("%s ~ %s", cases[i].typed, cases[i].pattern);
		rich_release(&accept.text);
	}
}

/* A pattern made to be slow meets a text made for it. */
static void
globs_take_no_time(void **state)
{
	struct buf pattern = BUF_INIT, text = BUF_INIT;
	int i;

	(void)state;
	for (i = 0; i < 300; i++)
		buf_adds(&pattern, "*a");
	buf_addc(&pattern, 'b');
	buf_fill(&text, 'a', 1000);
	for (i = 0; i < 1000; i++)
		assert_int_equal(form_glob(pattern.s, text.s), 0);
	buf_release(&pattern);
	buf_release(&text);
}

static void
feedback_goes_with_the_match(void **state)
{
	static const struct {
		const char *typed, *feedback;
	} cases[] = {
		{ "femur", "Half." },
		{ "femr", "Half." },
		{ "tibia", "Below." },
		{ "tibai", "Below." },
		{ "skull", "No." },
		{ "hip", NULL },
	};
	struct bank *bank = short_item("",
	    "<accept>hip</accept>"
	    "<accept credit='0.5'>femur<feedback>Half.</feedback></accept>"
	    "<reject>tibia<feedback>Below.</feedback></reject>"
	    "<feedback>No.</feedback>");
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct verdict v;

		fixture_grade(&v, bank, 0, cases[i].typed);
		assert_int_equal(v.n_reply, cases[i].feedback != NULL);
		if (v.n_reply > 0)
			assert_string_equal(
			    v.reply[0].text->text.s, cases[i].feedback);
	}
	bank_free(bank);
}

static void
the_log_sees_the_form_compared(void **state)
{
	struct bank *bank = short_item("", "<accept>x</accept>");
	struct response r;

	(void)state;
	response_init(&r);
	assert_int_equal(answer_parse(&r, bank->items.v[0], NULL,
			     " The Lesser-Trochanter. ", 24),
	    0);
	assert_string_equal(r.text.s, "The Lesser-Trochanter.");
	assert_string_equal(r.norm.s, "lesser trochanter");
	response_release(&r);
	bank_free(bank);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_insertion_of_the_psoas),
		cmocka_unit_test(digits_are_never_a_slip),
		cmocka_unit_test(short_words_are_as_written),
		cmocka_unit_test(an_opposite_is_no_slip),
		cmocka_unit_test(a_reject_as_near_wins),
		cmocka_unit_test(typos_may_be_set),
		cmocka_unit_test(case_may_matter),
		cmocka_unit_test(accepts_say_how_they_match),
		cmocka_unit_test(articles_go_and_letters_stay),
		cmocka_unit_test(articles_are_those_of_the_language),
		cmocka_unit_test(globs_do_what_moodles_do),
		cmocka_unit_test(globs_take_no_time),
		cmocka_unit_test(feedback_goes_with_the_match),
		cmocka_unit_test(the_log_sees_the_form_compared),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

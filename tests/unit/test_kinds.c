/* SPDX-License-Identifier: ISC */
/* The kinds that ask for several things, and those one grades oneself. */
#include "config.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "quiz/kind.h"
#include "quiz_fixture.h"
#include "unit.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static const char quiz[] =
    "<cloze xml:id='cloze' about='#a'><stem>From <gap key='a'>"
    "<accept>L1-L5<feedback>All five.</feedback></accept>"
    "<accept credit='.5'>lumbar vertebrae</accept>"
    "<reject>L1-S1<feedback>Too far.</feedback></reject></gap> to the "
    "<gap key='b' size='3'><option key='lt' right='yes'>lesser</option>"
    "<option key='gt' danger='yes' misconception='swapped'>greater"
    "<feedback>No.</feedback></option>"
    "<option key='ht' credit='.25'>third</option></gap> trochanter of the "
    "<emphasis>left <gap key='c'>femur</gap></emphasis>.</stem></cloze>"

    "<cloze xml:id='one' about='#a'><stem>A <gap key='a'>psoas; major</gap>."
    "</stem></cloze>"

    "<cloze xml:id='picked' about='#a'><stem><gap key='a'>"
    "<option key='x' right='yes'>X</option><option key='y'>Y</option></gap> "
    "and <gap key='b'><option key='x'>X</option>"
    "<option key='z' right='yes'>Z</option></gap></stem></cloze>"

    "<match xml:id='match' about='#a'><stem>?</stem>"
    "<pair key='p'><left>Psoas</left><right>Lesser trochanter</right></pair>"
    "<pair key='q'><left>Piriformis</left><right>Greater trochanter</right>"
    "</pair>"
    "<pair key='r'><left>Iliacus</left><right>Lesser trochanter</right>"
    "</pair><extra>Linea aspera</extra></match>"

    "<match xml:id='exact' about='#a' score='exact'><stem>?</stem>"
    "<pair key='p'><left>A</left><right>B</right></pair>"
    "<pair key='q'><left>C</left><right>D</right></pair></match>"

    "<label xml:id='label' about='#a'><stem>?</stem>"
    "<diagram alt='Two\n      ends.'>\n    [A]--\\\n      \\--[B]  \n\n</diagram>"
    "<region key='A' row='1' col='4'><accept>spine</accept></region>"
    "<region key='B' row='2' col='9'><accept>lesser trochanter</accept>"
    "<accept>trochanter minor</accept>"
    "<reject>greater trochanter</reject></region></label>"

    "<label xml:id='offered' about='#a'><stem>?</stem>"
    "<diagram alt='Two.'>A B</diagram>"
    "<region key='A' row='0' col='0'><accept>psoas major</accept>"
    "<accept>psoas</accept></region>"
    "<region key='B' row='0' col='2'><accept>iliacus</accept></region>"
    "<extra>piriformis</extra></label>"

    "<card xml:id='card' about='#a' points='2'><front>F</front>"
    "<back>B</back></card>"

    "<open xml:id='open' about='#a' min-words='3'><stem>?</stem>"
    "<model>The model.</model><criterion key='r1' points='1'>One</criterion>"
    "<criterion key='r2' points='3'>Two</criterion>"
    "<criterion key='r3' points='1' must='yes'>Three</criterion></open>";

static struct bank *bank;

/* Grades what was typed; the text for the log, or NULL when it was refused
 * (then the reason is not empty), lives until the next call. */
static const char *
answer(struct verdict *v, const char *id, const char *typed)
{
	static struct buf text = BUF_INIT;
	const struct item *it = bank_item(bank, id);
	struct response r;
	int rc;

	assert_non_null(it);
	response_init(&r);
	rc = answer_parse(&r, it, NULL, typed, strlen(typed));
	buf_release(&text);
	if (rc == 0) {
		grade(v, it, &r, 0);
		buf_adds(&text, r.text.s);
	} else {
		assert_true(r.reason.len > 0);
	}
	response_release(&r);
	return rc == 0 ? text.s : NULL;
}

static void
release_text(void)
{
	struct verdict v;

	/* What is refused leaves nothing. */
	assert_null(answer(&v, "card", "?"));
}

/* What was read, as the log has it; NULL: refused. */
static const struct {
	const char *id, *typed, *text;
} readings[] = {
	{ "cloze", "L1-L5; a; femur", "a=L1-L5; b=lt; c=femur" },
	{ "cloze", "L1-L5\nB\nfemur", "a=L1-L5; b=gt; c=femur" },
	{ "cloze", " L1-L5 ;a; femur ; ", "a=L1-L5; b=lt; c=femur" },
	{ "cloze", "x; Lesser; y z", "a=x; b=lt; c=y z" },
	{ "cloze", "x; the greater; y", "a=x; b=gt; c=y" },
	{ "cloze", "3: femur; 1: L1; 2: c", "a=L1; b=ht; c=femur" },
	{ "cloze", "b=a; c=femur; a=L1", "a=L1; b=lt; c=femur" },
	{ "cloze", "2b; x; y", NULL },
	{ "cloze", "x; 2b; y", "a=x; b=gt; c=y" },
	{ "cloze", "x; 2; y", "a=x; b=gt; c=y" },
	{ "cloze", "-; -; y", "a=-; b=-; c=y" },
	{ "cloze", "-; -; -", NULL },
	{ "cloze", "x; a", NULL },
	{ "cloze", "x; a; y; z", NULL },
	{ "cloze", "x; d; y", NULL },
	{ "cloze", "x; least; y", NULL },
	{ "cloze", "x;; y", NULL },
	{ "cloze", "1: x; 1: y; 2: a", NULL },
	{ "cloze", "x", NULL },
	{ "cloze", ";", NULL },
	{ "one", "psoas; major", "psoas; major" },
	{ "one", "1: x", "x" },
	{ "one", "a", "a" },
	{ "picked", "a b", "a=x; b=z" },
	{ "picked", "ab", "a=x; b=z" },
	{ "picked", "1b 2a", "a=y; b=x" },
	{ "picked", "2a 1b", "a=y; b=x" },
	{ "picked", "1-b, 2 - a", "a=y; b=x" },
	{ "picked", "1) b 2) a", "a=y; b=x" },
	{ "picked", "1=b;2=a", "a=y; b=x" },
	{ "picked", "b-a", "a=y; b=x" },
	{ "picked", "x; z", "a=x; b=z" },
	{ "picked", "- b", "a=-; b=z" },
	{ "picked", "2b 1-", "a=-; b=z" },
	{ "picked", "2b 1 -", "a=-; b=z" },
	{ "picked", "a", NULL },
	{ "picked", "a b a", NULL },
	{ "picked", "1a 1b", NULL },
	{ "picked", "3a", NULL },
	{ "picked", "0a 1b", NULL },
	{ "picked", "a 2", NULL },
	{ "picked", "a c", NULL },
	{ "picked", "1 2", NULL },
	{ "picked", "99999999999999999999a b", NULL },
	{ "picked", "a?", NULL },
	{ "picked", "- -", NULL },
	{ "picked", "z; x", NULL },
	{ "match", "1a 2b 3a", "p=p; q=q; r=p" },
	{ "match", "abc", "p=p; q=q; r=+3" },
	{ "match", "3c2b1a", "p=p; q=q; r=+3" },
	{ "match", "lesser trochanter; b; -", "p=p; q=q; r=-" },
	{ "match", "1a 2b", NULL },
	{ "match", "1d 2b 3a", NULL },
	{ "label", "spine; lesser trochanter", "A=spine; B=lesser trochanter" },
	{ "label", "B: x; A: y", "A=y; B=x" },
	{ "label", "spine", NULL },
	{ "offered", "b a", "A=A; B=+1" },
	{ "offered", "psoas; iliacus", "A=psoas; B=B" },
	{ "offered", "Psoas Major; c", "A=A; B=B" },
	{ "offered", "A=b; B=c", "A=A; B=B" },
	{ "offered", "d a", NULL },
};

static void
answers_to_parts_are_read(void **state)
{
	struct verdict v;
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(readings); i++) {
		const char *text =
		    answer(&v, readings[i].id, readings[i].typed);

		if ((text == NULL) != (readings[i].text == NULL) ||
		    (text != NULL && strcmp(text, readings[i].text) != 0))
			fail_msg("%s, \"%s\": %s", readings[i].id,
			    readings[i].typed, text == NULL ? "refused" : text);
	}
	release_text();
}

static void
parts_earn_alike(void **state)
{
	static const struct {
		const char *id, *typed;
		double credit;
		const char *said;
	} cases[] = {
		{ "cloze", "L1-L5; a; femur", 1, "" },
		{ "cloze", "l1 l5; a; femur", 1, "" },
		{ "cloze", "L1-L5; a; femir", 1,
		    "accepted: femur (1 letter off)" },
		{ "cloze", "lumbar vertebrae; a; femur", 2.5 / 3,
		    "2 of 3 gaps right (2, 3); 0.83 of 1 point" },
		{ "cloze", "L1-S1; b; tibia", 0, "0 of 3 gaps right" },
		{ "cloze", "-; c; -", .25 / 3,
		    "0 of 3 gaps right; 0.08 of 1 point" },
		{ "cloze", "-; -; femir", 1. / 3,
		    "1 of 3 gaps right (3); accepted: femur (1 letter off); "
		    "0.33 of 1 point" },
		{ "one", "major psoas", 1, "" },
		{ "one", "minor", 0, "" },
		{ "match", "1a 2b 3a", 1, "" },
		{ "match", "1a 2a 3a", 2. / 3,
		    "2 of 3 pairs right (1, 3); 0.67 of 1 point" },
		{ "match", "1c 2c 3c", 0, "0 of 3 pairs right" },
		{ "exact", "1a 2b", 1, "" },
		{ "exact", "1a 2a", 0, "1 of 2 pairs right (1)" },
		{ "label", "spine; trochanter minor", 1, "" },
		{ "label", "spine; greater trochanter", .5,
		    "1 of 2 labels right (A); 0.5 of 1 point" },
		{ "offered", "b; c", 1, "" },
		{ "offered", "psoas; iliacis", 1,
		    "accepted: iliacus (1 letter off)" },
		{ "offered", "a; c", .5,
		    "1 of 2 labels right (B); 0.5 of 1 point" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		struct buf said = BUF_INIT;
		struct verdict v;

		assert_non_null(answer(&v, cases[i].id, cases[i].typed));
		if (fabs(v.credit - cases[i].credit) > 1e-6)
			fail_msg("%s, \"%s\": %g", cases[i].id, cases[i].typed,
			    v.credit);
		assert_string_equal(verdict_by_name(&v), "parts");
		verdict_say(&said, &v, bank_item(bank, cases[i].id));
		assert_string_equal(said.s, cases[i].said);
		buf_release(&said);
	}
	release_text();
}

static void
parts_have_their_verdicts_and_replies(void **state)
{
	struct verdict v;

	(void)state;
	answer(&v, "cloze", "L1-S1; b; femir");
	assert_int_equal(v.right, 1);
	assert_int_equal(v.of, 3);
	assert_int_equal(v.part[0].by, BY_REJECT);
	assert_int_equal(v.part[0].outcome, VERDICT_WRONG);
	assert_int_equal(v.part[1].by, BY_OPTION);
	assert_int_equal(v.part[1].accept, 1);
	assert_int_equal(v.part[2].by, BY_TYPO);
	assert_int_equal(v.part[2].typo, 1);
	assert_int_equal(v.part[2].outcome, VERDICT_RIGHT);
	assert_int_equal(v.n_reply, 2);
	assert_string_equal(v.reply[0].text->text.s, "Too far.");
	assert_int_equal(v.reply[0].part, 0);
	assert_int_equal(v.reply[0].option, -1);
	assert_string_equal(v.reply[1].text->text.s, "No.");
	assert_int_equal(v.reply[1].part, 1);
	assert_int_equal(v.reply[1].option, 1);
	assert_int_equal(v.danger, 1);
	assert_int_equal(v.n_misc, 1);
	assert_string_equal(v.misc[0], "swapped");
	answer(&v, "cloze", "lumbar vertebrae; c; x");
	assert_int_equal(v.part[0].outcome, VERDICT_PARTLY);
	assert_int_equal(v.part[1].outcome, VERDICT_PARTLY);
	release_text();
}

static void
faces_answer_part_by_part(void **state)
{
	const struct item *it = bank_item(bank, "cloze");
	const struct answer_part given[] = {
		{ -1, " L1-L5\n", 7 },
		{ 1, NULL, 0 },
		{ -1, NULL, 0 },
	};
	const struct answer_part open[] = { { -1, NULL, 0 }, { -1, "  ", 2 },
		{ -1, "", 0 } };
	const struct answer_part bad[] = { { -1, "a\033b", 3 }, { 0, NULL, 0 },
		{ -1, "x", 1 } };
	struct response r;

	(void)state;
	response_init(&r);
	assert_int_equal(answer_parts(&r, it, given), 0);
	assert_string_equal(r.text.s, "a=L1-L5; b=gt; c=-");
	assert_string_equal(r.norm.s, "a=l1 l5; b=gt; c=-");
	assert_int_equal(answer_parts(&r, it, open), -1);
	assert_string_equal(r.reason.s, "no answer was given");
	assert_int_equal(answer_parts(&r, it, bad), -1);
	assert_int_equal(answer_parts(&r, it, given), 0);
	assert_string_equal(r.reason.s, "");
	response_release(&r);
}

/* What faces need to draw. */
static void
items_say_how_they_are_asked(void **state)
{
	static const struct {
		const char *id;
		enum kind_input asks, input;
		int choice, self;
		const char *prompt;
	} cases[] = {
		{ "cloze", INPUT_PARTS, INPUT_LINE, 0, 0,
		    "Fill gaps 1 to 3, a semicolon between two; letters where "
		    "given" },
		{ "one", INPUT_PARTS, INPUT_LINE, 0, 0,
		    "Type what is missing" },
		{ "picked", INPUT_PARTS, INPUT_LINE, 1, 0,
		    "Give each gap, 1 to 2, a letter, as in \"1a 2b\"" },
		{ "match", INPUT_PARTS, INPUT_LINE, 1, 0,
		    "Give each number a letter, a to c, as in "
		    "\"1b 2c 3a\"" },
		{ "label", INPUT_PARTS, INPUT_LINE, 0, 0,
		    "Name A, B, a semicolon between two" },
		{ "offered", INPUT_PARTS, INPUT_LINE, 1, 0,
		    "Name A, B, a semicolon between two; letters will do" },
		{ "card", INPUT_GRADE, INPUT_LINE, 0, 1,
		    "Grade yourself: 1 again, 2 hard, 3 good, 4 easy" },
		{ "open", INPUT_RUBRIC, INPUT_LINE, 0, 1,
		    "Say of each criterion if your answer meets it: "
		    "\"y n y\"" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		const struct item *it = bank_item(bank, cases[i].id);

		fixture_asks(it, cases[i].input, cases[i].prompt);
		assert_int_equal(item_asks(it), cases[i].asks);
		assert_int_equal(item_is_choice(it), cases[i].choice);
		assert_int_equal(item_is_self_graded(it), cases[i].self);
	}
}

static void
assert_text(const struct rich *got, const char *want)
{
	assert_string_equal(got->text.s, want);
}

static void
assert_body(const char *id, const unsigned char *order, const char *want)
{
	struct rich out;

	rich_init(&out);
	item_body(&out, bank_item(bank, id), order);
	assert_text(&out, want);
	rich_release(&out);
}

static void
assert_solution(const char *id, const unsigned char *order, const char *want)
{
	struct rich out;

	rich_init(&out);
	item_solution(&out, bank_item(bank, id), order);
	assert_text(&out, want);
	rich_release(&out);
}

static void
stems_bodies_and_solutions_are_texts(void **state)
{
	static const unsigned char mixed[] = { 2, 0, 1 },
				   gaps[] = { 1, 0, 2, 3 };
	const struct item *it = bank_item(bank, "cloze");
	struct rich out;

	(void)state;
	assert_text(&it->stem,
	    "From (1)\u00a0_____ to the (2)\u00a0___ trochanter of the left "
	    "(3)\u00a0_____.");
	assert_int_equal(
	    strncmp(it->stem.text.s + it->parts.part[1].at, "(2)", 3), 0);
	assert_int_equal(it->parts.part[1].len, strlen("(2)\u00a0___"));
	assert_text(&bank_item(bank, "one")->stem, "A _____.");
	assert_body("cloze", mixed, "(2)  a  third   b  lesser   c  greater");
	assert_body("picked", gaps, "(1)  a  Y   b  X\n(2)  a  X   b  Z");
	assert_body("match", mixed,
	    "1  Psoas\n2  Piriformis\n3  Iliacus\n\n"
	    "a  Linea aspera\nb  Lesser trochanter\nc  Greater trochanter");
	assert_body("label", NULL,
	    "Drawing: Two ends.\n\n[A]--\\\n\u00a0\u00a0\\--[B]");
	assert_body("card", NULL, "");
	assert_solution("cloze", mixed,
	    "(1)  L1-L5\n(2)  b  lesser\n"
	    "(3)  femur");
	assert_solution("one", NULL, "psoas; major");
	assert_solution("match", mixed,
	    "1b  Psoas \u2013 Lesser trochanter\n"
	    "2c  Piriformis \u2013 Greater trochanter\n"
	    "3b  Iliacus \u2013 Lesser trochanter");
	assert_solution("label", NULL, "A  spine\nB  lesser trochanter");
	assert_solution("offered", mixed, "A  psoas major\nB  iliacus");
	assert_solution("card", NULL, "B");
	assert_solution("open", NULL, "The model.");
	rich_init(&out);
	item_reveal(&out, bank_item(bank, "open"));
	assert_text(&out, "The model.\n\n1  One\n2  Two\n3  Three (a must)");
	rich_reset(&out);
	item_reveal(&out, bank_item(bank, "match"));
	assert_text(&out, "");
	rich_release(&out);
}

/* Rows and columns count in the file, and then in the drawing alone. */
static void
drawings_lose_their_margins(void **state)
{
	const struct item *it = bank_item(bank, "label");
	const struct part *p = it->parts.part;

	(void)state;
	assert_int_equal(it->diagram.n, 2);
	assert_string_equal(it->diagram.alt, "Two ends.");
	assert_string_equal(it->diagram.line[0], "[A]--\\");
	assert_string_equal(it->diagram.line[1], "  \\--[B]");
	assert_int_equal(it->diagram.cols, 8);
	assert_int_equal(p[0].row, 0);
	assert_int_equal(p[0].col, 0);
	assert_int_equal(p[0].cols, 3);
	assert_int_equal(p[1].row, 1);
	assert_int_equal(p[1].col, 5);
	assert_int_equal(p[1].rows, 1);
	assert_int_equal(p[1].cols, 3);
	assert_int_equal(bank_item(bank, "offered")->parts.part[1].cols, 1);
}

/* Cards. */

static void
cards_are_graded_by_the_learner(void **state)
{
	static const struct {
		const char *typed;
		double credit;
		enum memory_rating own; /* UNRATED: refused */
	} cases[] = {
		{ "1", 0, MEMORY_AGAIN },
		{ "2", .75, MEMORY_HARD },
		{ "3", 1, MEMORY_GOOD },
		{ "4", 1, MEMORY_EASY },
		{ "again", 0, MEMORY_AGAIN },
		{ "Hard", .75, MEMORY_HARD },
		{ "g", 1, MEMORY_GOOD },
		{ " E ", 1, MEMORY_EASY },
		{ "0", 0, MEMORY_UNRATED },
		{ "5", 0, MEMORY_UNRATED },
		{ "33", 0, MEMORY_UNRATED },
		{ "goo", 0, MEMORY_UNRATED },
		{ "goods", 0, MEMORY_UNRATED },
		{ "yes", 0, MEMORY_UNRATED },
		{ "", 0, MEMORY_UNRATED },
	};
	const struct item *it = bank_item(bank, "card");
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		struct verdict v;
		int refused = answer(&v, "card", cases[i].typed) == NULL;

		assert_int_equal(refused, cases[i].own == MEMORY_UNRATED);
		if (refused)
			continue;
		assert_true(v.credit == cases[i].credit);
		assert_true(v.points == 2 * cases[i].credit);
		assert_int_equal(v.own, cases[i].own);
		assert_int_equal(verdict_rating(&v, it), cases[i].own);
		assert_string_equal(verdict_by_name(&v), "self");
	}
	release_text();
}

static void
drafts_wait_for_the_grade(void **state)
{
	const struct item *card = bank_item(bank, "card");
	const struct item *open = bank_item(bank, "open");
	struct buf b = BUF_INIT, prompt = BUF_INIT;
	struct response r;

	(void)state;
	response_init(&r);
	assert_int_equal(answer_draft(&r, card, " the back ", 10), 0);
	assert_int_equal(answer_parse(&r, card, NULL, "?", 1), -1);
	assert_int_equal(answer_parse(&r, card, NULL, "3", 1), 0);
	assert_string_equal(r.text.s, "the back");
	assert_string_equal(r.norm.s, "good");
	assert_int_equal(r.draft.len, 0);
	assert_int_equal(answer_grade(&r, card, MEMORY_EASY), 0);
	assert_string_equal(r.text.s, "easy");

	assert_int_equal(answer_draft(&r, open, "only two", 8), -1);
	assert_string_equal(r.reason.s, "write 3 words or more; these are 2");
	assert_int_equal(answer_draft(&r, open, "now\nthese three", 15), 0);
	assert_int_equal(answer_rubric(&r, open, 5), 0);
	assert_string_equal(r.text.s, "now\nthese three");
	assert_string_equal(r.norm.s, "r1 r3");
	assert_int_equal(answer_rubric(&r, open, 0), 0);
	assert_string_equal(r.text.s, "-");
	buf_fill(&b, 'x', DRAFT_MAX + 1);
	assert_int_equal(answer_draft(&r, open, b.s, b.len), -1);
	assert_int_equal(answer_draft(&r, open, "a b c\033", 6), -1);
	item_draft_prompt(&prompt, open);
	assert_string_equal(prompt.s, "Write your answer, 3 words or more");
	response_release(&r);
	buf_release(&b);
	buf_release(&prompt);
}

static void
rubrics_are_read_and_summed(void **state)
{
	static const struct {
		const char *typed;
		double credit; /* -1: refused */
		const char *said;
	} cases[] = {
		{ "y y y", 1, "" },
		{ "yyy", 1, "" },
		{ "Yes, no, yes", .4, "2 of 3 criteria met; 0.4 of 1 point" },
		{ "n y y", .8, "2 of 3 criteria met; 0.8 of 1 point" },
		{ "y y n", 0, "2 of 3 criteria met, 3 is a must" },
		{ "nnn", 0, "0 of 3 criteria met, 3 is a must" },
		{ "nNy", .2, "1 of 3 criteria met; 0.2 of 1 point" },
		{ "y y", -1, NULL },
		{ "y y y y", -1, NULL },
		{ "yesno y", -1, NULL },
		{ "1 2", -1, NULL },
		{ "maybe", -1, NULL },
	};
	size_t i;

	(void)state;
	for (i = 0; i < COUNT(cases); i++) {
		struct buf said = BUF_INIT;
		struct verdict v;

		if (answer(&v, "open", cases[i].typed) == NULL) {
			assert_true(cases[i].credit == -1);
			continue;
		}
		if (fabs(v.credit - cases[i].credit) > 1e-6)
			fail_msg("\"%s\": %g", cases[i].typed, v.credit);
		verdict_say(&said, &v, bank_item(bank, "open"));
		assert_string_equal(said.s, cases[i].said);
		buf_release(&said);
	}
	release_text();
}

/* Answers to an item as it was once need not be answers to it now. */
static void
old_answers_may_be_none(void **state)
{
	static const struct {
		const char *id, *text, *norm;
		int rc;
	} cases[] = {
		{ "cloze", "a=L1; b=gt; c=x; y", "", 0 },
		{ "cloze", "a=L1; b=gt", "", -1 },
		{ "cloze", "a=L1; b=gone; c=x", "", -1 },
		{ "cloze", "L1", "", -1 },
		{ "cloze", "a=-; b=-; c=-", "", -1 },
		{ "one", "x; y", "", 0 },
		{ "match", "p=p; q=q; r=+3", "", 0 },
		{ "match", "p=p; q=q; r=+9", "", -1 },
		{ "card", "said", "good", 0 },
		{ "card", "said", "fine", -1 },
		{ "open", "what I wrote", "r1 r3", 0 },
		{ "open", "what I wrote", "r9", -1 },
		{ "open", "-", "-", 0 },
	};
	struct response r;
	size_t i;

	(void)state;
	response_init(&r);
	for (i = 0; i < COUNT(cases); i++) {
		int rc = answer_restore(&r, bank_item(bank, cases[i].id),
		    cases[i].text, cases[i].norm);

		if (rc != cases[i].rc)
			fail_msg("%s, \"%s\"", cases[i].id, cases[i].text);
		if (rc == 0)
			assert_string_equal(r.text.s, cases[i].text);
	}
	response_release(&r);
}

static int
load_all(void **state)
{
	(void)state;
	bank = fixture_bank(quiz);
	return 0;
}

static int
free_all(void **state)
{
	(void)state;
	bank_free(bank);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(answers_to_parts_are_read),
		cmocka_unit_test(parts_earn_alike),
		cmocka_unit_test(parts_have_their_verdicts_and_replies),
		cmocka_unit_test(faces_answer_part_by_part),
		cmocka_unit_test(items_say_how_they_are_asked),
		cmocka_unit_test(stems_bodies_and_solutions_are_texts),
		cmocka_unit_test(drawings_lose_their_margins),
		cmocka_unit_test(cards_are_graded_by_the_learner),
		cmocka_unit_test(drafts_wait_for_the_grade),
		cmocka_unit_test(rubrics_are_read_and_summed),
		cmocka_unit_test(old_answers_may_be_none),
	};

	return cmocka_run_group_tests(tests, load_all, free_all);
}

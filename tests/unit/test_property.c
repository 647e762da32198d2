/* SPDX-License-Identifier: ISC */
/*
 * What holds for every kind of item, whatever is written and answered: each
 * fraction is within 0 and 1, all right gives 1, nothing right gives nothing
 * where nothing is given for that, and the order of ticking does not matter.
 * Items are made by chance, each kind with every attribute that grading reads.
 */
#include "config.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "quiz/kind.h"
#include "quiz/parts.h"
#include "quiz/rng.h"
#include "quiz/typed.h"
#include "quiz_fixture.h"
#include "unit.h"

enum { ROUNDS = 120, ANSWERS = 60 };

static const char *
pick(struct rng *rng, const char *const *of, uint32_t n)
{
	return of[rng_below(rng, n)];
}

/* "credit='-0.35'", or nothing. */
static void
put_credit(struct buf *b, struct rng *rng, int most)
{
	if (rng_below(rng, 3) == 0)
		return;
	buf_printf(b, " credit='%.2f'",
	    (double)(int)rng_below(rng, (uint32_t)(100 + most)) / 100 - 1);
}

static void
put_head(struct buf *b, struct rng *rng, const char *kind, const char *attr)
{
	buf_printf(b, "<%s xml:id='%s' about='#a' points='%u' %s><stem>?", kind,
	    kind, rng_below(rng, 5), attr);
}

static void
put_tail(struct buf *b, struct rng *rng, const char *kind)
{
	uint32_t n = rng_below(rng, 3);

	while (n-- > 0)
		buf_printf(
		    b, "<hint cost='0.%u'>Hint</hint>", rng_below(rng, 10));
	buf_printf(b, "</%s>", kind);
}

static void
put_choice(struct buf *b, struct rng *rng, int multi)
{
	static const char *const scores[] = { "score='minus'", "score='exact'",
		"score='each'", "score='sum'" };
	const char *kind = multi ? "multi" : "single";
	uint32_t n = 2 + rng_below(rng, 6), right = rng_below(rng, n), i;

	put_head(b, rng, kind, multi ? pick(rng, scores, 4) : "");
	buf_adds(b, "</stem>");
	for (i = 0; i < n; i++) {
		int is = i == right || (multi && rng_below(rng, 2) == 0);

		buf_printf(
		    b, "<option key='k%u' right='%s'", i, is ? "yes" : "no");
		if (!is)
			put_credit(b, rng, multi ? 101 : 99);
		buf_printf(b, ">Option %u<feedback>F</feedback></option>", i);
	}
	put_tail(b, rng, kind);
}

static void
put_typed(struct buf *b, struct rng *rng)
{
	uint32_t n = rng_below(rng, 3), i;

	buf_adds(b, "<accept>alphabet</accept>");
	for (i = 0; i < n; i++) {
		buf_adds(b, "<accept");
		put_credit(b, rng, 101);
		buf_printf(b, ">other%u words</accept>", i);
	}
	buf_adds(b, "<reject>alphabets</reject>");
}

static void
put_cloze(struct buf *b, struct rng *rng)
{
	uint32_t n = 1 + rng_below(rng, 4), i;

	put_head(b, rng, "cloze", "");
	for (i = 0; i < n; i++) {
		buf_printf(b, " <gap key='g%u'>", i);
		if (rng_below(rng, 2) == 0) {
			put_typed(b, rng);
		} else {
			buf_adds(b,
			    "<option key='a' right='yes'>A</option>"
			    "<option key='b'");
			put_credit(b, rng, 99);
			buf_adds(b, ">B</option>");
		}
		buf_adds(b, "</gap>");
	}
	buf_adds(b, "</stem>");
	put_tail(b, rng, "cloze");
}

static void
put_match(struct buf *b, struct rng *rng)
{
	static const char *const scores[] = { "score='each'", "score='exact'" };
	uint32_t n = 2 + rng_below(rng, 5), i;

	put_head(b, rng, "match", pick(rng, scores, 2));
	buf_adds(b, "</stem>");
	for (i = 0; i < n; i++)
		buf_printf(b,
		    "<pair key='p%u'><left>L%u</left><right>R%u</right></pair>",
		    i, i, i < 2 ? i : rng_below(rng, n));
	if (rng_below(rng, 2) == 0)
		buf_adds(b, "<extra>X</extra>");
	put_tail(b, rng, "match");
}

static void
put_order(struct buf *b, struct rng *rng)
{
	static const char *const scores[] = { "score='pairs'", "score='exact'",
		"score='place'", "score='run'" };
	uint32_t n = 2 + rng_below(rng, 7), i;

	put_head(b, rng, "order", pick(rng, scores, 4));
	buf_adds(b, "</stem>");
	for (i = 0; i < n; i++)
		buf_printf(b, "<step key='s%u'>S%u</step>", i, i);
	put_tail(b, rng, "order");
}

static void
put_label(struct buf *b, struct rng *rng)
{
	uint32_t n = 1 + rng_below(rng, 3), i;

	put_head(b, rng, "label", "");
	buf_adds(b, "</stem><diagram alt='D'>ABCD</diagram>");
	for (i = 0; i < n; i++) {
		buf_printf(
		    b, "<region key='%c' row='0' col='%u'>", 'A' + (int)i, i);
		put_typed(b, rng);
		buf_adds(b, "</region>");
	}
	if (rng_below(rng, 2) == 0)
		buf_adds(b, "<extra>X</extra>");
	put_tail(b, rng, "label");
}

static void
put_open(struct buf *b, struct rng *rng)
{
	uint32_t n = 1 + rng_below(rng, 5), i;

	put_head(b, rng, "open", "");
	buf_adds(b, "</stem><model>M</model>");
	for (i = 0; i < n; i++)
		buf_printf(b,
		    "<criterion key='c%u' points='%u.5' must='%s'>C"
		    "</criterion>",
		    i, rng_below(rng, 3),
		    rng_below(rng, 4) == 0 ? "yes" : "no");
	put_tail(b, rng, "open");
}

static void
put_rest(struct buf *b, struct rng *rng)
{
	put_head(b, rng, "truefalse",
	    rng_below(rng, 2) == 0 ? "answer='true'" : "answer='false'");
	buf_adds(b, "</stem>");
	put_tail(b, rng, "truefalse");
	put_head(b, rng, "short", "");
	buf_adds(b, "</stem>");
	put_typed(b, rng);
	put_tail(b, rng, "short");
	put_head(b, rng, "numeric", "unit-penalty='0.3'");
	buf_adds(b, "</stem><answer value='-5' tol='1' unit='cm'");
	put_credit(b, rng, 101);
	buf_adds(b,
	    "/><answer value='7' unit='cm'/>"
	    "<unit name='cm' factor='1'/><unit name='m' "
	    "factor='100'/>");
	put_tail(b, rng, "numeric");
	buf_printf(b,
	    "<card xml:id='card' about='#a' points='%u'><front>F</front>"
	    "<back>B</back></card>",
	    rng_below(rng, 3));
}

static struct bank *
any_bank(struct rng *rng)
{
	struct buf b = BUF_INIT;
	struct bank *bank;

	put_choice(&b, rng, 0);
	put_choice(&b, rng, 1);
	put_cloze(&b, rng);
	put_match(&b, rng);
	put_order(&b, rng);
	put_label(&b, rng);
	put_open(&b, rng);
	put_rest(&b, rng);
	bank = fixture_bank(b.s);
	buf_release(&b);
	return bank;
}

/* Answers by chance. */

static uint32_t
any_bits(struct rng *rng, size_t n)
{
	return rng_next(rng) & (((uint32_t)1 << n) - 1);
}

static void
any_parts(struct response *r, const struct item *it, struct rng *rng)
{
	static const char *const words[] = { "alphabet", "alphabets", "alphabt",
		"other0 words", "words other1", "x", "" };
	struct answer_part part[ITEM_PARTS_MAX];
	size_t i;

	do {
		for (i = 0; i < it->parts.n; i++) {
			const struct part *p = &it->parts.part[i];

			part[i].option = -1;
			part[i].s = pick(rng, words, 7);
			part[i].len = strlen(part[i].s);
			if (p->n > 0 &&
			    (p->typed.n_accept == 0 || rng_below(rng, 2) == 0))
				part[i].option = (int)(p->first +
				    rng_below(rng, (uint32_t)p->n));
		}
	} while (answer_parts(r, it, part) == -1);
}

static void
any_order(struct response *r, const struct item *it, struct rng *rng)
{
	unsigned char a[ITEM_OPTIONS_MAX];
	size_t i;

	for (i = 0; i < it->choice.n; i++) {
		size_t j = rng_below(rng, (uint32_t)i + 1);

		a[i] = a[j];
		a[j] = (unsigned char)i;
	}
	assert_int_equal(answer_arrange(r, it, a), 0);
}

static void
any_line(struct response *r, const struct item *it, struct rng *rng)
{
	static const char *const numbers[] = { "-5 cm", "-5", "7", "-0.05 m",
		"7 kg", "7 cm", "0", "1/2", "-6" };
	static const char *const words[] = { "alphabet", "alphabets", "alphabt",
		"other0 words", "words other1", "x" };
	const char *s = it->kind == ITEM_NUMERIC ? pick(rng, numbers, 9)
						 : pick(rng, words, 6);

	assert_int_equal(answer_parse(r, it, NULL, s, strlen(s)), 0);
}

static void
any_answer(struct response *r, const struct item *it, struct rng *rng)
{
	size_t n = it->choice.n;

	switch (item_asks(it)) {
	case INPUT_ONE:
		answer_tick(r, it, (uint32_t)1 << rng_below(rng, (uint32_t)n));
		break;
	case INPUT_MANY:
		while (answer_tick(r, it, any_bits(rng, n)) == -1)
			continue;
		break;
	case INPUT_PARTS:
		any_parts(r, it, rng);
		break;
	case INPUT_ORDER:
		any_order(r, it, rng);
		break;
	case INPUT_GRADE:
		answer_grade(
		    r, it, (enum memory_rating)(1 + rng_below(rng, 4)));
		break;
	case INPUT_RUBRIC:
		answer_rubric(r, it, any_bits(rng, it->rubric.n));
		break;
	case INPUT_LINE:
	default:
		any_line(r, it, rng);
		break;
	}
}

/* The answer that is right in all it says. */

static void
right_parts(struct response *r, const struct item *it)
{
	struct answer_part part[ITEM_PARTS_MAX];
	size_t i;

	for (i = 0; i < it->parts.n; i++) {
		const struct part *p = &it->parts.part[i];
		const struct rich *text = parts_answer(it, p);

		part[i].option = parts_right(it, p);
		part[i].s = text->text.s;
		part[i].len = text->text.len;
	}
	assert_int_equal(answer_parts(r, it, part), 0);
}

static void
right_answer(struct response *r, const struct item *it)
{
	unsigned char a[ITEM_OPTIONS_MAX];
	const char *s = it->kind == ITEM_NUMERIC ? "7 cm" : "Alphabet";
	uint32_t right = 0;
	size_t i;

	for (i = 0; i < it->choice.n; i++) {
		right |= (uint32_t)(it->choice.option[i].right != 0) << i;
		a[i] = (unsigned char)i;
	}
	switch (item_asks(it)) {
	case INPUT_ONE:
	case INPUT_MANY:
		assert_int_equal(answer_tick(r, it, right), 0);
		break;
	case INPUT_PARTS:
		right_parts(r, it);
		break;
	case INPUT_ORDER:
		assert_int_equal(answer_arrange(r, it, a), 0);
		break;
	case INPUT_GRADE:
		answer_grade(r, it, MEMORY_GOOD);
		break;
	case INPUT_RUBRIC:
		answer_rubric(r, it, ((uint32_t)1 << it->rubric.n) - 1);
		break;
	case INPUT_LINE:
	default:
		assert_int_equal(answer_parse(r, it, NULL, s, strlen(s)), 0);
		break;
	}
}

static void
for_all(void (*holds)(const struct item *it, struct rng *rng))
{
	struct rng rng;
	size_t round, i;

	rng_init(&rng, 20261122, 1);
	for (round = 0; round < ROUNDS; round++) {
		struct bank *bank = any_bank(&rng);

		assert_int_equal(bank->items.n, ITEM_KIND_COUNT);
		for (i = 0; i < bank->items.n; i++)
			holds(bank->items.v[i], &rng);
		bank_free(bank);
	}
}

static void
assert_bounds(const struct verdict *v, const struct item *it)
{
	size_t i;

	assert_true(v->credit >= 0 && v->credit <= 1);
	assert_true(v->fraction >= 0 && v->fraction <= v->credit);
	assert_true(v->points >= 0 && v->points <= it->points);
	assert_true(v->max == it->points);
	assert_int_equal(v->outcome == VERDICT_RIGHT, v->credit == 1);
	assert_int_equal(v->outcome == VERDICT_WRONG, v->credit == 0);
	for (i = 0; i < ITEM_PARTS_MAX; i++)
		assert_true(v->part[i].credit >= 0 && v->part[i].credit <= 1);
	assert_int_equal(
	    verdict_rating(v, it) == MEMORY_AGAIN, v->fraction < .6);
	assert_true(
	    !item_is_choice(it) || verdict_rating(v, it) != MEMORY_EASY);
}

static void
keeps_bounds(const struct item *it, struct rng *rng)
{
	struct response r;
	struct verdict v;
	size_t i;

	response_init(&r);
	for (i = 0; i < ANSWERS; i++) {
		any_answer(&r, it, rng);
		grade(&v, it, &r, rng_below(rng, (uint32_t)it->n_hint + 1));
		assert_bounds(&v, it);
	}
	response_release(&r);
}

static void
every_fraction_is_within_0_and_1(void **state)
{
	(void)state;
	for_all(keeps_bounds);
}

static void
is_full_when_right(const struct item *it, struct rng *rng)
{
	struct response r;
	struct verdict v;

	(void)rng;
	response_init(&r);
	right_answer(&r, it);
	grade(&v, it, &r, 0);
	if (v.credit != 1 || v.fraction != 1)
		fail_msg("%s: %.17g", it->id, v.credit);
	assert_true(v.points == it->points);
	assert_int_equal(v.outcome, VERDICT_RIGHT);
	assert_int_equal(verdict_rating(&v, it), MEMORY_GOOD);
	response_release(&r);
}

static void
all_right_gives_1(void **state)
{
	(void)state;
	for_all(is_full_when_right);
}

/* The same answer again, and with what it consists of in another order. */

static void
shuffle_words(struct buf *b, const char *const *word, size_t n,
    const char *between, struct rng *rng)
{
	size_t at[ITEM_PARTS_MAX], i;

	for (i = 0; i < n; i++) {
		size_t j = rng_below(rng, (uint32_t)i + 1);

		at[i] = at[j];
		at[j] = i;
	}
	buf_reset(b);
	for (i = 0; i < n; i++)
		buf_printf(b, "%s%s", i > 0 ? between : "", word[at[i]]);
}

static void
same_verdict(const struct item *it, const char *s, const struct verdict *want)
{
	struct response r;
	struct verdict v;

	response_init(&r);
	if (answer_parse(&r, it, NULL, s, strlen(s)) == -1)
		fail_msg("%s, \"%s\": %s", it->id, s, r.reason.s);
	grade(&v, it, &r, 0);
	assert_true(v.credit == want->credit);
	assert_int_equal(v.outcome, want->outcome);
	assert_int_equal(v.n_reply, want->n_reply);
	response_release(&r);
}

/* "2: b", or what was typed; an open one is a hyphen. */
static void
put_part(char *out, size_t size, const struct response *r,
    const struct item *it, size_t i)
{
	const struct response_part *p = &r->part[i];
	size_t first = it->parts.part[i].first;

	if (p->option >= 0)
		snprintf(out, size, "%zu: %c", i + 1,
		    'a' + (int)((size_t)p->option - first));
	else
		snprintf(out, size, "%zu: %s", i + 1,
		    p->len > 0 ? r->typed.s + p->at : "-");
}

static void
is_blind_to_order(const struct item *it, struct rng *rng)
{
	char text[ITEM_PARTS_MAX][64];
	const char *word[ITEM_PARTS_MAX];
	struct buf b = BUF_INIT;
	struct response r;
	struct verdict v;
	size_t i, n = 0;
	int many = item_asks(it) == INPUT_MANY;

	if (!many && (item_asks(it) != INPUT_PARTS || it->parts.n < 2))
		return;
	response_init(&r);
	any_answer(&r, it, rng);
	grade(&v, it, &r, 0);
	for (i = 0; many && i < it->choice.n; i++) {
		if (r.ticked >> i & 1)
			snprintf(text[n++], 64, "%c", 'a' + (int)i);
	}
	for (i = 0; !many && i < it->parts.n; i++)
		put_part(text[n++], 64, &r, it, i);
	for (i = 0; i < n; i++)
		word[i] = text[i];
	for (i = 0; i < 10; i++) {
		shuffle_words(&b, word, n, many ? " " : "; ", rng);
		same_verdict(it, b.s, &v);
	}
	buf_release(&b);
	response_release(&r);
}

static void
the_order_of_ticking_is_irrelevant(void **state)
{
	(void)state;
	for_all(is_blind_to_order);
}

/* What the log has of an answer is that answer. */
static void
comes_back_from_the_log(const struct item *it, struct rng *rng)
{
	struct response r, back;
	struct verdict v, again;
	size_t i;

	response_init(&r);
	response_init(&back);
	for (i = 0; i < ANSWERS / 4; i++) {
		if (item_is_self_graded(it) && rng_below(rng, 2) == 0)
			answer_draft(&r, it, "What I said", 11);
		any_answer(&r, it, rng);
		grade(&v, it, &r, 0);
		if (answer_restore(&back, it, r.text.s, r.norm.s) == -1)
			fail_msg("%s: \"%s\"", it->id, r.text.s);
		assert_string_equal(back.text.s, r.text.s);
		assert_string_equal(back.norm.s, r.norm.s);
		grade(&again, it, &back, 0);
		assert_true(again.credit == v.credit);
		assert_int_equal(again.own, v.own);
		assert_int_equal(again.n_reply, v.n_reply);
	}
	response_release(&r);
	response_release(&back);
}

static void
answers_come_back_from_the_log(void **state)
{
	(void)state;
	for_all(comes_back_from_the_log);
}

/* Bytes that nobody meant crash nothing, and what is refused says why. */
static void
takes_any_bytes(const struct item *it, struct rng *rng)
{
	static const char alphabet[] =
	    "aAbBcC123 ;:=)(-,.?yn\n\t\0\033\xc3\xbc\xe2\x80\x99\xff";
	struct response r;
	struct verdict v;
	char s[24];
	size_t i, j, len;

	response_init(&r);
	for (i = 0; i < ANSWERS; i++) {
		len = rng_below(rng, sizeof(s));
		for (j = 0; j < len; j++)
			s[j] = alphabet[rng_below(
			    rng, (uint32_t)sizeof(alphabet) - 1)];
		if (answer_parse(&r, it, NULL, s, len) == 0) {
			grade(&v, it, &r, 0);
			assert_bounds(&v, it);
			assert_true(r.text.len > 0);
		} else {
			assert_true(r.reason.len > 0);
		}
		/* Nor do such bytes in a log. */
		s[len < sizeof(s) ? len : sizeof(s) - 1] = '\0';
		answer_restore(&r, it, s, s + len / 2);
	}
	response_release(&r);
}

static void
nonsense_is_refused_in_words(void **state)
{
	(void)state;
	for_all(takes_any_bytes);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_fraction_is_within_0_and_1),
		cmocka_unit_test(all_right_gives_1),
		cmocka_unit_test(the_order_of_ticking_is_irrelevant),
		cmocka_unit_test(answers_come_back_from_the_log),
		cmocka_unit_test(nonsense_is_refused_in_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

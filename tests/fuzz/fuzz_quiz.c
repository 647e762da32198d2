/* SPDX-License-Identifier: ISC */
/*
 * fuzz_quiz.c - any bytes as a quiz, and as answers to it; a target of
 * libFuzzer
 *
 * Behind a line "%%%" lie answers, one a line, which are given in turn; how
 * many bytes there are says the seed and the mode.  Whatever the bytes are, what an item
 * shows is clean, an answer is understood or refused with a reason, what it is
 * worth lies within 0 and 1, and a sitting ends.
 */
#include "config.h"

#include "base/buf.h"
#include "base/diag.h"
#include "fuzz.h"
#include "quiz/answer.h"
#include "quiz/bank.h"
#include "quiz/grade.h"
#include "quiz/session.h"
#include "text/rich.h"
#include "text/utf8.h"
#include "xml/xml.h"

enum { QUESTIONS_MOST = 200 };

/* Answers, and where in them we are. */
struct answers {
	const char *s;
	size_t len, at;
};

static const char *
next_answer(struct answers *a, size_t *len)
{
	const char *s = a->s + a->at, *end = memchr(s, '\n', a->len - a->at);

	*len = end == NULL ? a->len - a->at : (size_t)(end - s);
	a->at += *len + 1;
	if (a->at >= a->len)
		a->at = 0;
	return s;
}

static void
check_rich(const struct rich *r)
{
	require(text_is_clean(r->text.s, r->text.len));
}

static void
check_item(const struct item *it, const unsigned char *order)
{
	struct rich text;
	struct buf b = BUF_INIT;

	rich_init(&text);
	item_body(&text, it, order);
	item_reveal(&text, it);
	item_solution(&text, it, order);
	check_rich(&text);
	item_prompt(&b, it);
	item_draft_prompt(&b, it);
	require(text_is_clean(b.s, b.len));
	rich_release(&text);
	buf_release(&b);
}

/* One question. */
static void
ask(struct session *s, struct answers *answers)
{
	const struct item *it = session_item(s);
	const struct verdict *v;
	struct response r;
	const char *typed;
	size_t len;

	check_item(it, session_order(s));
	response_init(&r);
	typed = next_answer(answers, &len);
	if (len > 0 && typed[0] == '?')
		session_hint(s);
	if (answer_parse(&r, it, session_order(s), typed, len) == -1) {
		require(r.reason.len > 0);
		require(text_is_clean(r.reason.s, r.reason.len));
		session_skip(s);
	} else {
		v = session_answer(s, &r);
		require(v->fraction >= 0 && v->fraction <= 1);
		require(v->credit >= 0 && v->credit <= 1);
		session_next(s);
	}
	response_release(&r);
}

static void
sit(const struct session_setup *setup, struct answers *answers)
{
	struct session *s = session_new(setup);
	struct session_score score;
	int i;

	for (i = 0; i < QUESTIONS_MOST && session_item(s) != NULL; i++)
		ask(s, answers);
	session_score(s, &score);
	require(score.points <= score.max + 1e-9 && score.points >= 0);
	session_free(s);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const enum session_mode modes[] = { SESSION_LEARN, SESSION_EXAM,
		SESSION_PRETEST, SESSION_CRAM };
	struct xml_source src = { .path = "fuzz.xml" };
	struct session_setup setup = { 0 };
	struct answers answers = { 0 };
	struct bank *bank;
	struct diags d;

	answers.s = src.data = (const char *)data;
	answers.len = size;
	src.len = take_part(&answers.s, &answers.len);
	diags_init(&d);
	setup.bank = bank = bank_new();
	setup.seed = size;
	setup.mode = modes[size % 4];
	bank_load_source(bank, &src, &d);
	bank_check_refs(bank, &d);
	sit(&setup, &answers);
	bank_free(bank);
	diags_release(&d);
	return 0;
}

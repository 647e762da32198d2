/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "quiz_fixture.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "unit.h"
#include "xml/xml.h"

void
fixture_load(
    struct bank *bank, const char *file, const char *body, struct diags *d)
{
	struct buf b = BUF_INIT;
	struct xml_source source = { .path = file };

	buf_printf(&b, "<quiz xmlns=\"urn:lectern:quiz:1\">%s</quiz>", body);
	source.data = b.s;
	source.len = b.len;
	assert_int_equal(bank_load_source(bank, &source, d), 0);
	buf_release(&b);
}

struct bank *
fixture_bank(const char *body)
{
	struct bank *bank = bank_new();
	struct diags d;

	diags_init(&d);
	fixture_load(bank, "fixture.xml", body, &d);
	diags_print(&d, stderr);
	assert_int_equal(d.all.n, 0);
	diags_release(&d);
	return bank;
}

void
fixture_grade(struct verdict *v, const struct bank *bank, size_t index,
    const char *answer)
{
	const struct item *it = bank->items.v[index];
	struct response r;

	response_init(&r);
	if (answer_parse(&r, it, NULL, answer, strlen(answer)) != 0)
		fail_msg("%s: %s", answer, r.reason.s);
	grade(v, it, &r, 0);
	response_release(&r);
}

void
fixture_item(
    struct buf *b, const char *id, const char *about, const char *attrs)
{
	buf_printf(b,
	    "<truefalse xml:id='%s' about='#%s' answer='true' %s>"
	    "<stem>?</stem></truefalse>",
	    id, about, attrs);
}

struct bank *
fixture_plain(size_t n, const char *settings)
{
	struct buf b = BUF_INIT;
	struct bank *bank;
	char id[32], about[32];
	size_t i;

	buf_adds(&b, settings);
	for (i = 0; i < n; i++) {
		snprintf(id, sizeof(id), "i%zu", i);
		snprintf(about, sizeof(about), "p%zu", i);
		fixture_item(&b, id, about, "");
	}
	bank = fixture_bank(b.s);
	buf_release(&b);
	return bank;
}

struct session *
fixture_begin(const struct bank *bank, enum session_mode mode, uint64_t seed)
{
	struct session_setup setup = {
		.bank = bank, .mode = mode, .seed = seed
	};

	return session_new(&setup);
}

const struct verdict *
fixture_answer(struct session *s, const char *typed)
{
	const struct verdict *v;
	struct response r;

	response_init(&r);
	assert_int_equal(answer_parse(&r, session_item(s), session_order(s),
			     typed, strlen(typed)),
	    0);
	v = session_answer(s, &r);
	response_release(&r);
	return v;
}

void
fixture_asks(const struct item *it, enum kind_input input, const char *prompt)
{
	struct buf b = BUF_INIT;

	item_prompt(&b, it);
	assert_string_equal(b.s, prompt);
	assert_int_equal(item_input(it), input);
	buf_release(&b);
}

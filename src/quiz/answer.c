/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "quiz/answer.h"

#include <string.h>

#include "quiz/choice.h"
#include "quiz/kind.h"
#include "text/utf8.h"

void
response_init(struct response *r)
{
	memset(r, 0, sizeof(*r));
	r->unit = UNIT_NONE;
	buf_init(&r->text);
	buf_init(&r->norm);
	buf_init(&r->reason);
}

void
response_release(struct response *r)
{
	buf_release(&r->text);
	buf_release(&r->norm);
	buf_release(&r->reason);
}

static void
response_reset(struct response *r)
{
	r->ticked = 0;
	r->number = 0;
	r->unit = UNIT_NONE;
	buf_reset(&r->text);
	buf_reset(&r->norm);
	buf_reset(&r->reason);
}

static int
is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static size_t
characters(const char *s, size_t len)
{
	size_t i, n = 0;

	for (i = 0; i < len; i++)
		n += ((unsigned char)s[i] & 0xc0) != 0x80;
	return n;
}

int
answer_parse(struct response *r, const struct item *it,
    const unsigned char *order, const char *s, size_t len)
{
	struct buf line = BUF_INIT;
	int rc = -1;

	response_reset(r);
	for (; len > 0 && is_blank(*s); s++)
		len--;
	while (len > 0 && is_blank(s[len - 1]))
		len--;
	if (characters(s, len) > ANSWER_MAX) {
		buf_printf(&r->reason,
		    "the answer has more than %d characters; give a shorter one",
		    ANSWER_MAX);
	} else if (memchr(s, '\0', len) != NULL || !text_is_clean(s, len)) {
		buf_adds(&r->reason,
		    "the answer holds control characters; type it again");
	} else if (len == 0) {
		buf_adds(&r->reason, "no answer was given");
	} else {
		buf_add(&line, s, len);
		rc = kind_ops(it->kind)->parse(r, it, order, line.s);
	}
	buf_release(&line);
	return rc;
}

int
answer_tick(struct response *r, const struct item *it, uint32_t ticked)
{
	response_reset(r);
	return choice_tick(r, it, ticked);
}

enum kind_input
item_input(const struct item *it)
{
	return kind_ops(it->kind)->input;
}

void
item_prompt(struct buf *b, const struct item *it)
{
	kind_ops(it->kind)->prompt(b, it);
}

void
item_solution(
    struct rich *out, const struct item *it, const unsigned char *order)
{
	kind_ops(it->kind)->solution(out, it, order);
}

/* SPDX-License-Identifier: ISC */
/*
 * Pairs to be found.  The options are the rights, each text once, and the
 * extras; the key of an option is that of the first pair it belongs to.
 */
#include "config.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "quiz/answer.h"
#include "quiz/grade.h"
#include "quiz/kind.h"
#include "quiz/load.h"
#include "quiz/parts.h"

static const struct attr_spec attrs[] = {
	{ "score", ATTR_WORD, 0, offsetof(struct item, parts.exact),
	    "each exact", 0, 0 },
	{ .name = NULL },
};

struct pair {
	struct part *part;
	struct rich right;
};

static int
pair_child(struct load *l, void *ctx, const char *name)
{
	struct pair *pair = ctx;

	if (strcmp(name, "left") == 0)
		load_text_once(l, &pair->part->text, 0);
	else if (strcmp(name, "right") == 0)
		load_text_once(l, &pair->right, 0);
	else
		return 0;
	return 1;
}

static void
load_pair(struct load *l, struct item *it)
{
	static const struct attr_spec specs[] = {
		{ "key", ATTR_TOKEN, 1, offsetof(struct part, key), NULL, 0,
		    0 },
		{ .name = NULL },
	};
	size_t before = l->diags->errors;
	struct part *p = load_part(l, &it->parts);
	struct pair pair = { .part = p };

	if (p == NULL)
		return;
	rich_init(&pair.right);
	load_attrs(l, specs, NULL, p);
	load_children(l, pair_child, &pair);
	if (l->diags->errors != before)
		return;
	if (p->text.text.len == 0)
		load_fault(l, &p->place, DIAG_QUIZ_CHILD_MISSING, "pair",
		    p->key, "left");
	if (pair.right.text.len == 0)
		load_fault(l, &p->place, DIAG_QUIZ_CHILD_MISSING, "pair",
		    p->key, "right");
	else
		p->right = (int)load_named_option(
		    l, &it->choice, p->key, &pair.right, &p->place);
}

static int
child(struct load *l, struct item *it, const char *name)
{
	if (strcmp(name, "pair") == 0)
		load_pair(l, it);
	else if (strcmp(name, "extra") == 0)
		load_extra(l, it);
	else
		return 0;
	return 1;
}

/* All parts have the same options. */
static void
check(struct load *l, struct item *it)
{
	size_t i, j;

	load_check_few(l, it, it->parts.n, 2, "pair");
	load_check_part_keys(l, it);
	for (i = 0; i < it->parts.n; i++) {
		struct part *p = &it->parts.part[i];

		for (j = 0; j < i; j++) {
			if (strcmp(p->text.text.s,
				it->parts.part[j].text.text.s) == 0)
				break;
		}
		if (j < i)
			load_fault(
			    l, &p->place, DIAG_QUIZ_SAME, "left", it->id);
	}
	if (it->parts.n >= 2 && it->choice.n < 2)
		load_fault(l, &it->place, DIAG_QUIZ_SAME, "right", it->id);
	load_check_extras(l, it);
	load_share_options(it);
}

static void
say(struct buf *b, const struct verdict *v, const struct item *it)
{
	parts_say(b, v, it, "pair");
}

static void
prompt(struct buf *b, const struct item *it)
{
	size_t i, n = it->parts.n;

	buf_printf(b, "Give each number a letter, a to %c, as in \"",
	    'a' + (int)it->choice.n - 1);
	for (i = 0; i < n && i < 3; i++)
		buf_printf(b, "%s%zu%c", i > 0 ? " " : "", i + 1,
		    'a' + (int)((i + 1) % it->choice.n));
	buf_adds(b, n > 3 ? " ...\"" : "\"");
}

static void
add_label(struct rich *out, const struct buf *label)
{
	if (out->text.len > 0)
		rich_adds(out, "\n", STYLE_BODY);
	rich_add(out, label->s, label->len, STYLE_STRONG);
}

static void
body(struct rich *out, const struct item *it, const unsigned char *order)
{
	struct buf b = BUF_INIT;
	size_t i;

	for (i = 0; i < it->parts.n; i++) {
		buf_reset(&b);
		buf_printf(&b, "%zu  ", i + 1);
		add_label(out, &b);
		rich_append(out, &it->parts.part[i].text);
	}
	rich_adds(out, "\n\n", STYLE_BODY);
	parts_add_options(out, it, &it->parts.part[0], order, "\n");
	buf_release(&b);
}

/* "1b  Left - right" */
static void
solution(struct rich *out, const struct item *it, const unsigned char *order)
{
	struct buf b = BUF_INIT;
	size_t i;

	for (i = 0; i < it->parts.n; i++) {
		const struct part *p = &it->parts.part[i];

		buf_reset(&b);
		buf_printf(&b, "%zu%c  ", i + 1,
		    'a' + (int)parts_place(p, order, p->right));
		add_label(out, &b);
		rich_append(out, &p->text);
		rich_adds(out, " \u2013 ", STYLE_BODY);
		rich_append(out, parts_answer(it, p));
	}
	buf_release(&b);
}

const struct kind_ops kind_match = {
	.input = INPUT_PARTS,
	.attrs = attrs,
	.feedback = 1,
	.child = child,
	.check = check,
	.parse = parts_parse,
	.grade = parts_grade,
	.say = say,
	.prompt = prompt,
	.body = body,
	.solution = solution,
};

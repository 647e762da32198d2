/* SPDX-License-Identifier: ISC */
/* What several kinds of items are made of. */
#include "config.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "quiz/load.h"

enum { ACCEPTS_MAX = 200 };

/* Skips one part too many, and says so at the first. */
static int
is_too_many(struct load *l, size_t n, size_t max)
{
	struct place here = load_place(l);
	char text[32];

	if (n < max)
		return 0;
	if (n == max) {
		snprintf(text, sizeof(text), "%zu", max);
		load_fault(l, &here, DIAG_QUIZ_TOO_MANY, text, load_name(l));
	}
	load_skip(l);
	return 1;
}

/* A part without text is a fault, unless there was one in it already. */
static void
check_written(struct load *l, const struct rich *text, const char *name,
    const struct place *at, size_t errors)
{
	if (text->text.len == 0 && l->diags->errors == errors)
		load_fault(l, at, DIAG_QUIZ_NO_TEXT, name);
}

void
load_option(struct load *l, struct choice *c)
{
	static const struct attr_spec specs[] = {
		{ "key", ATTR_TOKEN, 1, offsetof(struct option, key), NULL, 0,
		    0 },
		{ "right", ATTR_YESNO, 0, offsetof(struct option, right), NULL,
		    0, 0 },
		{ "credit", ATTR_NUMBER, 0, offsetof(struct option, credit),
		    NULL, -1, 1 },
		{ "danger", ATTR_YESNO, 0, offsetof(struct option, danger),
		    NULL, 0, 0 },
		{ "fixed", ATTR_YESNO, 0, offsetof(struct option, fixed), NULL,
		    0, 0 },
		{ "misconception", ATTR_TOKEN, 0,
		    offsetof(struct option, misconception), NULL, 0, 0 },
		{ .name = NULL },
	};
	struct option *o;
	size_t errors;

	if (is_too_many(l, c->n, ITEM_OPTIONS_MAX)) {
		c->n++;
		return;
	}
	c->option = load_more(l, c->option, c->n, sizeof(*c->option));
	o = &c->option[c->n++];
	o->credit = NAN;
	o->place = load_place(l);
	rich_init(&o->feedback);
	load_attrs(l, specs, NULL, o);
	errors = l->diags->errors;
	load_text(l, &o->text, 0, &o->feedback);
	check_written(l, &o->text, "option", &o->place, errors);
}

void
load_accept(struct load *l, struct accept **v, size_t *n)
{
	static const struct attr_spec accept_specs[] = {
		{ "credit", ATTR_NUMBER, 0, offsetof(struct accept, credit),
		    NULL, -1, 1 },
		{ "match", ATTR_WORD, 0, offsetof(struct accept, match),
		    "words exact glob", 0, 0 },
		{ .name = NULL },
	};
	static const struct attr_spec reject_specs[] = { { .name = NULL } };
	const char *name = load_name(l);
	struct place at = load_place(l);
	struct accept *a;
	size_t errors;
	char max[32];

	if (is_too_many(l, *n, ACCEPTS_MAX)) {
		++*n;
		return;
	}
	*v = load_more(l, *v, *n, sizeof(**v));
	a = &(*v)[(*n)++];
	a->credit = 1;
	rich_init(&a->feedback);
	errors = l->diags->errors;
	load_attrs(l, *name == 'a' ? accept_specs : reject_specs, NULL, a);
	load_text(l, &a->text, 0, &a->feedback);
	check_written(l, &a->text, name, &at, errors);
	snprintf(max, sizeof(max), "%d", ITEM_TYPED_MAX);
	if (a->text.text.len > ITEM_TYPED_MAX)
		load_fault(l, &at, DIAG_QUIZ_TOO_LONG, name, max);
}

void
load_hint(struct load *l, struct item *it)
{
	static const struct attr_spec specs[] = {
		{ "cost", ATTR_NUMBER, 0, offsetof(struct hint, cost), NULL, 0,
		    1 },
		{ .name = NULL },
	};
	struct place at = load_place(l);
	struct hint *h;
	size_t errors;

	it->hint = load_more(l, it->hint, it->n_hint, sizeof(*it->hint));
	h = &it->hint[it->n_hint++];
	errors = l->diags->errors;
	load_attrs(l, specs, NULL, h);
	load_text(l, &h->text, 0, NULL);
	check_written(l, &h->text, "hint", &at, errors);
}

void
load_check_options(struct load *l, const struct item *it)
{
	const struct choice *c = &it->choice;
	size_t i, j;

	if (c->n < 2)
		load_fault(l, &it->place, DIAG_QUIZ_ONE_OPTION, it->id);
	for (i = 1; i < c->n; i++) {
		for (j = 0; j < i; j++) {
			if (strcmp(c->option[i].key, c->option[j].key) == 0)
				break;
		}
		if (j < i)
			load_fault(l, &c->option[i].place, DIAG_QUIZ_KEY_TWICE,
			    c->option[i].key, it->id);
	}
}

void
load_check_full(
    struct load *l, const struct item *it, double best, const char *element)
{
	if (best < 1)
		load_fault(l, &it->place, DIAG_QUIZ_NO_FULL, it->id, element);
}

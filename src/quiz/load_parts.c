/* SPDX-License-Identifier: ISC */
/* What several kinds of items are made of. */
#include "config.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "quiz/load.h"
#include "quiz/typed.h"

enum { ACCEPTS_MAX = 200 };

const struct attr_spec load_part_attrs[] = {
	{ "key", ATTR_TOKEN, 1, offsetof(struct part, key), NULL, 0, 0 },
	{ "typos", ATTR_WORD, 0, offsetof(struct part, typed.typos),
	    "auto 0 1 2", 0, 0 },
	{ "case-matters", ATTR_YESNO, 0,
	    offsetof(struct part, typed.case_matters), NULL, 0, 0 },
	{ .name = NULL },
};

int
load_is_too_many(struct load *l, size_t n, size_t max)
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

void
load_check_written(struct load *l, const struct rich *text, const char *name,
    const struct place *at, size_t errors)
{
	if (text->text.len == 0 && l->diags->errors == errors)
		load_fault(l, at, DIAG_QUIZ_NO_TEXT, name);
}

static struct option *
new_option(struct load *l, struct choice *c)
{
	struct option *o;

	c->option = load_more(l, c->option, c->n, sizeof(*c->option));
	o = &c->option[c->n++];
	o->credit = NAN;
	rich_init(&o->text);
	rich_init(&o->feedback);
	return o;
}

struct option *
load_more_options(struct load *l, struct choice *c)
{
	struct option *o;

	if (load_is_too_many(l, c->n, ITEM_OPTIONS_MAX)) {
		c->n++;
		return NULL;
	}
	o = new_option(l, c);
	o->place = load_place(l);
	return o;
}

void
load_extra(struct load *l, struct item *it)
{
	static const struct attr_spec specs[] = { { .name = NULL } };
	struct option *o = load_more_options(l, &it->choice);
	size_t errors;

	if (o == NULL)
		return;
	o->key = arena_printf(&l->bank->arena, "+%zu", it->choice.n);
	load_attrs(l, specs, NULL, NULL);
	errors = l->diags->errors;
	load_text(l, &o->text, 0, NULL);
	load_check_written(l, &o->text, "extra", &o->place, errors);
}

size_t
load_named_option(struct load *l, struct choice *c, const char *key,
    const struct rich *text, const struct place *at)
{
	struct option *o;
	size_t i;

	for (i = 0; i < c->n && i < ITEM_OPTIONS_MAX; i++) {
		if (c->option[i].right &&
		    strcmp(c->option[i].text.text.s, text->text.s) == 0)
			return i;
	}
	if (c->n >= ITEM_OPTIONS_MAX) {
		load_fault(l, at, DIAG_QUIZ_TOO_MANY, "26", "right");
		return 0;
	}
	o = new_option(l, c);
	o->key = key;
	o->right = 1;
	o->text = *text;
	o->place = *at;
	return c->n - 1;
}

void
load_check_extras(struct load *l, const struct item *it)
{
	const struct option *o = it->choice.option;
	size_t i, j;

	for (i = 0; i < it->choice.n; i++) {
		for (j = 0; j < it->choice.n; j++) {
			if (i != j && !o[i].right && (o[j].right || j < i) &&
			    strcmp(o[i].text.text.s, o[j].text.text.s) == 0)
				break;
		}
		if (j < it->choice.n)
			load_fault(l, &o[i].place, DIAG_QUIZ_EXTRA,
			    o[i].text.text.s, it->id);
	}
}

struct part *
load_part(struct load *l, struct parts *parts)
{
	struct part *p;

	if (load_is_too_many(l, parts->n, ITEM_PARTS_MAX)) {
		parts->n++;
		return NULL;
	}
	parts->part = load_more(l, parts->part, parts->n, sizeof(*p));
	p = &parts->part[parts->n++];
	p->place = load_place(l);
	p->right = -1;
	rich_init(&p->text);
	return p;
}

void
load_share_options(struct item *it)
{
	size_t i;

	for (i = 0; i < it->parts.n; i++) {
		it->parts.part[i].first = 0;
		it->parts.part[i].n = it->choice.n;
	}
}

void
load_check_part_keys(struct load *l, const struct item *it)
{
	const struct part *p = it->parts.part;
	size_t i, j;

	for (i = 1; i < it->parts.n; i++) {
		for (j = 0; j < i; j++) {
			if (strcmp(p[i].key, p[j].key) == 0)
				break;
		}
		if (j < i)
			load_fault(l, &p[i].place, DIAG_QUIZ_KEY_TWICE,
			    p[i].key, it->id);
	}
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
	struct option *o = load_more_options(l, c);
	size_t errors;

	if (o == NULL)
		return;
	load_attrs(l, specs, NULL, o);
	errors = l->diags->errors;
	load_text(l, &o->text, 0, &o->feedback);
	load_check_written(l, &o->text, "option", &o->place, errors);
}

static void
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

	if (load_is_too_many(l, *n, ACCEPTS_MAX)) {
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
	load_check_written(l, &a->text, name, &at, errors);
	snprintf(max, sizeof(max), "%d", ITEM_TYPED_MAX);
	if (a->text.text.len > ITEM_TYPED_MAX)
		load_fault(l, &at, DIAG_QUIZ_TOO_LONG, name, max);
}

int
load_typed(struct load *l, struct typed *t, const char *name)
{
	if (strcmp(name, "accept") == 0)
		load_accept(l, &t->accept, &t->n_accept);
	else if (strcmp(name, "reject") == 0)
		load_accept(l, &t->reject, &t->n_reject);
	else
		return 0;
	return 1;
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
	load_check_written(l, &h->text, "hint", &at, errors);
}

void
load_check_options_of(struct load *l, const struct item *it, size_t first,
    size_t n, const struct place *at)
{
	const struct option *o;
	size_t i, j;

	if (n < 2) {
		load_fault(l, at, DIAG_QUIZ_ONE_OPTION, it->id);
		return;
	}
	o = &it->choice.option[first];
	for (i = 1; i < n; i++) {
		for (j = 0; j < i; j++) {
			if (strcmp(o[i].key, o[j].key) == 0)
				break;
		}
		if (j < i)
			load_fault(l, &o[i].place, DIAG_QUIZ_KEY_TWICE,
			    o[i].key, it->id);
	}
}

void
load_check_options(struct load *l, const struct item *it)
{
	load_check_options_of(l, it, 0, it->choice.n, &it->place);
}

/* Written credit must leave the right option the only one of full worth. */
static void
check_credit(struct load *l, const struct option *o)
{
	if (isnan(o->credit) || o->right == (o->credit == 1))
		return;
	if (o->right)
		load_fault(l, &o->place, DIAG_QUIZ_CREDIT_OPTION, "right",
		    o->key, "exactly 1; leave the credit out");
	else if (o->credit >= 1)
		load_fault(l, &o->place, DIAG_QUIZ_CREDIT_OPTION, "wrong",
		    o->key, "less than 1, or mark it right=\"yes\"");
}

void
load_check_single(struct load *l, const struct item *it, size_t first, size_t n,
    const struct place *at)
{
	const struct option *o;
	size_t i, right = 0;
	char count[32];

	if (n == 0)
		return;
	o = &it->choice.option[first];
	for (i = 0; i < n; i++)
		right += o[i].right != 0;
	if (n >= 2 && right == 0)
		load_fault(l, at, DIAG_QUIZ_NO_RIGHT, it->id);
	if (right > 1) {
		snprintf(count, sizeof(count), "%zu", right);
		load_fault(l, at, DIAG_QUIZ_TWO_RIGHT, it->id, count);
		return;
	}
	for (i = 0; i < n; i++)
		check_credit(l, &o[i]);
}

void
load_check_few(struct load *l, const struct item *it, size_t n, size_t least,
    const char *element)
{
	char text[32];

	snprintf(text, sizeof(text), "%zu", least);
	if (n < least)
		load_fault(
		    l, &it->place, DIAG_QUIZ_TOO_FEW, it->id, text, element);
}

/* The form in which each of `n` texts is compared. */
static char **
norms_of(const struct item *it, const struct typed *t, const struct accept *a,
    size_t n)
{
	char **norms = xcalloc(n, sizeof(*norms));
	size_t i;

	for (i = 0; i < n; i++) {
		struct typed_answer own = { a[i].text.text.s,
			a[i].text.text.len, it->quiz->lang };
		struct buf b = BUF_INIT;

		typed_norm(&b, t, &own);
		norms[i] = xstrdup(b.s);
		buf_release(&b);
	}
	return norms;
}

static void
free_norms(char **norms, size_t n)
{
	while (n > 0)
		free(norms[--n]);
	free(norms);
}

/* An accept that is a reject as well can never be right. */
static void
check_rejects(struct load *l, const struct item *it, const struct typed *t,
    const struct place *at)
{
	char **yes = norms_of(it, t, t->accept, t->n_accept);
	char **no = norms_of(it, t, t->reject, t->n_reject);
	size_t i, j;

	for (i = 0; i < t->n_accept; i++) {
		if (t->accept[i].match == ACCEPT_GLOB)
			continue;
		for (j = 0; j < t->n_reject; j++) {
			if (strcmp(yes[i], no[j]) == 0)
				break;
		}
		if (j < t->n_reject)
			load_fault(l, at, DIAG_QUIZ_REJECTED, it->id,
			    t->accept[i].text.text.s);
	}
	free_norms(yes, t->n_accept);
	free_norms(no, t->n_reject);
}

void
load_check_typed(struct load *l, const struct item *it, const struct typed *t,
    const struct place *at, const char *element)
{
	if (t->n_accept == 0)
		load_fault(
		    l, at, DIAG_QUIZ_CHILD_MISSING, element, it->id, "accept");
	else if (typed_best(t)->credit < 1)
		load_fault(l, at, DIAG_QUIZ_NO_FULL, it->id, "accept");
	if (t->n_reject > 0)
		check_rejects(l, it, t, at);
}

void
load_check_full(
    struct load *l, const struct item *it, double best, const char *element)
{
	if (best < 1)
		load_fault(l, &it->place, DIAG_QUIZ_NO_FULL, it->id, element);
}

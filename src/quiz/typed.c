/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "quiz/typed.h"

#include <stdio.h>
#include <string.h>

#include "quiz/form.h"
#include "quiz/item.h"
#include "text/match.h"

enum {
	TYPO_MAX = 2,
	READINGS = 4, /* of an answer: articles and hyphens either way */
	MEANINGS = 2, /* of an accept: hyphens either way */
	WORD_MAX = 200,
};

/* Words that one letter or two make the opposite: no typing errors these. */
static const char *const opposites[][2] = {
	{ "ab", "ad" },
	{ "hyper", "hypo" },
	{ "inter", "intra" },
	{ "infra", "intra" },
	{ "ante", "anti" },
	{ "ili", "ile" },
	{ "peron", "perin" },
};

struct matcher {
	const struct typed *typed;
	const char *lang;
	unsigned flags; /* FORM_CASE or 0 */
	struct form reading[READINGS];
	struct form whole; /* for globs */
};

/* How an accept is understood. */
struct meaning {
	struct form form[MEANINGS];
};

static void
matcher_init(
    struct matcher *m, const struct typed *t, const struct typed_answer *answer)
{
	static const unsigned readings[READINGS] = { 0, FORM_JOIN,
		FORM_ARTICLES, FORM_ARTICLES | FORM_JOIN };
	size_t i;

	m->typed = t;
	m->lang = answer->lang;
	m->flags = t->case_matters ? FORM_CASE : 0;
	for (i = 0; i < READINGS; i++)
		form_init(&m->reading[i], answer->s, answer->len,
		    m->flags | readings[i], m->lang);
	form_init(
	    &m->whole, answer->s, answer->len, m->flags | FORM_WHOLE, m->lang);
}

static void
matcher_release(struct matcher *m)
{
	size_t i;

	for (i = 0; i < READINGS; i++)
		form_release(&m->reading[i]);
	form_release(&m->whole);
}

static void
meaning_init(struct meaning *g, const struct matcher *m, const struct accept *a)
{
	size_t i;

	for (i = 0; i < MEANINGS; i++)
		form_init(&g->form[i], a->text.text.s, a->text.text.len,
		    m->flags | FORM_AUTHOR | (i == 1 ? FORM_JOIN : 0), m->lang);
}

static void
meaning_release(struct meaning *g)
{
	size_t i;

	for (i = 0; i < MEANINGS; i++)
		form_release(&g->form[i]);
}

static int
is_exact(const struct form *answer, const struct form *accept)
{
	return strcmp(answer->text.s, accept->text.s) == 0;
}

/* Does `same` hold for any reading of the answer and of the accept? */
static int
any_reading(const struct matcher *m, const struct accept *a,
    int (*same)(const struct form *answer, const struct form *accept))
{
	struct meaning g;
	size_t i;
	int hit = 0;

	meaning_init(&g, m, a);
	for (i = 0; i < (size_t)READINGS * MEANINGS && !hit; i++)
		hit = same(&m->reading[i / MEANINGS], &g.form[i % MEANINGS]);
	meaning_release(&g);
	return hit;
}

static int
fits_glob(const struct matcher *m, const struct accept *a)
{
	struct form pattern;
	size_t i;
	int hit;

	form_init(&pattern, a->text.text.s, a->text.text.len,
	    m->flags | FORM_WHOLE, m->lang);
	hit = form_glob(pattern.text.s, m->whole.text.s);
	for (i = 0; i < READINGS && !hit; i++)
		hit = form_glob(pattern.text.s, m->reading[i].text.s);
	form_release(&pattern);
	return hit;
}

static int
fits(const struct matcher *m, const struct accept *a, enum typed_how how)
{
	if ((a->match == ACCEPT_GLOB) != (how == TYPED_GLOB))
		return 0;
	if (how == TYPED_GLOB)
		return fits_glob(m, a);
	if (how == TYPED_EXACT)
		return any_reading(m, a, is_exact);
	return a->match == ACCEPT_WORDS && any_reading(m, a, form_same_words);
}

static int
find_reject(const struct matcher *m, enum typed_how how)
{
	size_t i;

	for (i = 0; i < m->typed->n_reject; i++) {
		if (fits(m, &m->typed->reject[i], how))
			return (int)i;
	}
	return -1;
}

static int
find_accept(const struct matcher *m, enum typed_how how)
{
	const struct accept *a = m->typed->accept;
	size_t i;
	int best = -1;

	for (i = 0; i < m->typed->n_accept; i++) {
		if (fits(m, &a[i], how) &&
		    (best == -1 || a[i].credit > a[best].credit))
			best = (int)i;
	}
	return best;
}

static int
letters(const char *s)
{
	int n = 0;

	for (; *s != '\0'; s++)
		n += ((unsigned char)*s & 0xc0) != 0x80;
	return n;
}

static int
has_digit(const char *s)
{
	return s[strcspn(s, "0123456789")] != '\0';
}

/* Errors forgiven in a word of so many letters. */
static int
word_limit(enum typos typos, int n)
{
	int limit = (int)typos - (int)TYPOS_0;

	if (typos == TYPOS_AUTO)
		return n < 5 ? 0 : n < 9 ? 1 : TYPO_MAX;
	return limit < n / 2 ? limit : n / 2;
}

/* Is `typed` as near to the word that a prefix makes of `meant` as it is, with
 * `distance`, to that? */
static int
is_opposite(const char *typed, const char *meant, const char *from,
    const char *to, int distance)
{
	char other[WORD_MAX];
	size_t cut = strlen(from);
	int n;

	if (strncmp(meant, from, cut) != 0)
		return 0;
	n = snprintf(other, sizeof(other), "%s%s", to, meant + cut);
	return n < WORD_MAX &&
	    match_distance(typed, other, distance) <= distance;
}

static int
has_opposite(const char *typed, const char *meant, int distance)
{
	size_t i;

	for (i = 0; i < sizeof(opposites) / sizeof(opposites[0]); i++) {
		const char *a = opposites[i][0], *b = opposites[i][1];

		if (is_opposite(typed, meant, a, b, distance) ||
		    is_opposite(typed, meant, b, a, distance))
			return 1;
	}
	return 0;
}

/* Letters off in one word, or -1 when it is another one. */
static int
word_distance(const char *typed, const char *meant, enum typos typos)
{
	int limit, d;

	if (strcmp(typed, meant) == 0)
		return 0;
	if (has_digit(typed) || has_digit(meant))
		return -1;
	limit = word_limit(typos, letters(meant));
	d = limit == 0 ? 1 : match_distance(typed, meant, limit);
	return d > limit || has_opposite(typed, meant, d) ? -1 : d;
}

/* The words without the blanks between them. */
static void
joined(struct buf *b, const struct form *f)
{
	size_t i;

	for (i = 0; i < f->word.n; i++)
		buf_adds(b, f->word.v[i]);
}

/* 1 when a blank too many or too few is all that is wrong, or -1. */
static int
blank_distance(
    const struct form *typed, const struct form *meant, enum typos typos)
{
	struct buf a = BUF_INIT, b = BUF_INIT;
	int d = -1;

	joined(&a, typed);
	joined(&b, meant);
	if (strcmp(a.s, b.s) == 0 && !has_digit(b.s) &&
	    word_limit(typos, letters(b.s)) > 0)
		d = 1;
	buf_release(&a);
	buf_release(&b);
	return d;
}

/* Letters off in all words, or -1 when they are others. */
static int
form_distance(
    const struct form *typed, const struct form *meant, enum typos typos)
{
	int total = 0, most = typos == TYPOS_AUTO ? TYPO_MAX : (int)typos - 1;
	size_t i, n = typed->word.n;

	if (n + 1 == meant->word.n || n == meant->word.n + 1)
		return blank_distance(typed, meant, typos);
	if (n != meant->word.n)
		return -1;
	for (i = 0; i < n; i++) {
		int d =
		    word_distance(typed->word.v[i], meant->word.v[i], typos);

		if (d == -1 || total + d > most)
			return -1;
		total += d;
	}
	return total;
}

/* The smallest distance over all readings, or -1. */
static int
accept_distance(
    const struct matcher *m, const struct accept *a, enum typos typos)
{
	struct meaning g;
	size_t i;
	int best = -1;

	if (a->match != ACCEPT_WORDS || typos == TYPOS_0)
		return -1;
	meaning_init(&g, m, a);
	for (i = 0; i < (size_t)READINGS * MEANINGS; i++) {
		int d = form_distance(
		    &m->reading[i / MEANINGS], &g.form[i % MEANINGS], typos);

		if (d != -1 && (best == -1 || d < best))
			best = d;
	}
	meaning_release(&g);
	return best;
}

/* The nearest accept but for typing errors, the one with most credit first. */
static void
find_typo(const struct matcher *m, struct typed_hit *hit)
{
	const struct accept *a = m->typed->accept;
	size_t i;

	for (i = 0; i < m->typed->n_accept; i++) {
		int d = accept_distance(m, &a[i], m->typed->typos);

		if (d == -1)
			continue;
		if (hit->how == TYPED_TYPO &&
		    (d > hit->typo ||
			(d == hit->typo &&
			    a[i].credit <= a[hit->accept].credit)))
			continue;
		hit->how = TYPED_TYPO;
		hit->accept = (int)i;
		hit->typo = d;
	}
}

/* A reject as near as the accept found takes its place; where there is no
 * accept it is the reject that was meant. */
static void
find_near_reject(const struct matcher *m, struct typed_hit *hit)
{
	enum typos typos = m->typed->typos;
	size_t i;

	if (hit->how == TYPED_TYPO)
		typos = hit->typo >= 2 ? TYPOS_2 : TYPOS_1;
	for (i = 0; i < m->typed->n_reject; i++) {
		int d = accept_distance(m, &m->typed->reject[i], typos);

		if (d == -1)
			continue;
		hit->how = TYPED_NOT;
		hit->accept = -1;
		hit->reject = (int)i;
		hit->typo = 0;
		return;
	}
}

static int
set_reject(struct typed_hit *hit, int reject)
{
	hit->reject = reject;
	return reject != -1;
}

static int
set_accept(struct typed_hit *hit, enum typed_how how, int accept)
{
	hit->accept = accept;
	if (accept != -1)
		hit->how = how;
	return accept != -1;
}

static void
match_all(const struct matcher *m, struct typed_hit *hit)
{
	if (set_reject(hit, find_reject(m, TYPED_EXACT)) ||
	    set_accept(hit, TYPED_EXACT, find_accept(m, TYPED_EXACT)) ||
	    set_accept(hit, TYPED_GLOB, find_accept(m, TYPED_GLOB)) ||
	    set_reject(hit, find_reject(m, TYPED_WORDS)) ||
	    set_accept(hit, TYPED_WORDS, find_accept(m, TYPED_WORDS)))
		return;
	find_typo(m, hit);
	find_near_reject(m, hit);
}

struct typed_hit
typed_match(const struct typed *t, const struct typed_answer *answer)
{
	struct typed_hit hit = { TYPED_NOT, -1, -1, 0 };
	struct matcher m;

	matcher_init(&m, t, answer);
	if (m.whole.text.len > 0)
		match_all(&m, &hit);
	matcher_release(&m);
	return hit;
}

static int
is_better(const struct accept *a, const struct accept *b)
{
	if (a->credit != b->credit)
		return a->credit > b->credit;
	return a->match != ACCEPT_GLOB && b->match == ACCEPT_GLOB;
}

const struct accept *
typed_best(const struct typed *t)
{
	size_t i, at = 0;

	for (i = 1; i < t->n_accept; i++) {
		if (is_better(&t->accept[i], &t->accept[at]))
			at = i;
	}
	return &t->accept[at];
}

void
typed_say(struct buf *b, const struct accept *a, int typo)
{
	buf_printf(b, "accepted: %s (%d letter%s off)", a->text.text.s, typo,
	    typo == 1 ? "" : "s");
}

void
typed_norm(
    struct buf *b, const struct typed *t, const struct typed_answer *answer)
{
	struct form f;

	form_init(&f, answer->s, answer->len, t->case_matters ? FORM_CASE : 0,
	    answer->lang);
	buf_add(b, f.text.s, f.text.len);
	form_release(&f);
}

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "course/sitting.h"

#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>

#include <unistd.h>

#include "base/vec.h"
#include "base/xalloc.h"
#include "doc/doc.h"
#include "quiz/answer.h"
#include "quiz/bank.h"
#include "score/event.h"
#include "score/log.h"

/* A list as events have them: pointers, the last one NULL. */
struct list {
	VEC(const char *) all;
};

struct scope {
	const struct doc *doc;
	uint32_t node;
};

struct sitting {
	struct session *session;
	struct score_log *log;
	struct scope scope;
	struct sitting_setup setup; /* numbers only: strings may be gone */
	char *course;
	int begun;        /* the session is in the log */
	int64_t shown_ms; /* when the item at hand was shown */
};

static int
is_within(void *ctx, const char *about)
{
	const struct scope *scope = ctx;
	uint32_t n;

	if (scope->node == DOC_NONE)
		return 1;
	n = doc_find(scope->doc, about);
	return n >= scope->node && n <= doc_node(scope->doc, scope->node)->last;
}

/* A clock that does not go back, for the time an answer took. */
static int64_t
steady_ms(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return (int64_t)ts.tv_sec * 1000 + ts.tv_nsec / 1000000;
}

uint64_t
sitting_seed(void)
{
	uint64_t seed;

	if (getrandom(&seed, sizeof(seed), 0) != (ssize_t)sizeof(seed))
		seed = (uint64_t)steady_ms() * 1000003 + (uint64_t)getpid();
	return seed & INT64_MAX; /* the log has signed numbers */
}

struct sitting *
sitting_new(const struct sitting_setup *setup)
{
	struct sitting *s = xcalloc(1, sizeof(*s));
	struct score_log_options log = { .scores = setup->scores };
	struct session_setup session = { .bank = setup->bank };

	s->setup = *setup;
	s->course = xstrdup(setup->course);
	s->scope.doc = setup->doc;
	s->scope.node = setup->node;
	log.course = setup->course;
	log.learner = setup->learner;
	s->log = score_log_new(&log);
	session.mode = setup->mode;
	session.seed = setup->seed;
	session.count = setup->count;
	session.wants = is_within;
	session.ctx = &s->scope;
	s->session = session_new(&session);
	return s;
}

struct session *
sitting_session(struct sitting *s)
{
	return s->session;
}

/* The session stands in the log once a question was shown in it. */
static void
log_begin(struct sitting *s)
{
	static const char *const modes[SESSION_MODE_COUNT] = {
		[SESSION_LEARN] = "learn",
		[SESSION_EXAM] = "exam",
	};
	struct event e = { .kind = EVENT_SESSION };

	if (s->begun)
		return;
	s->begun = 1;
	e.quiz = s->course;
	e.mode = modes[s->setup.mode];
	e.seed = (int64_t)s->setup.seed;
	e.count = (int64_t)s->setup.count;
	score_log_note(s->log, &e);
}

static void
list_names(struct list *list, const struct names *names)
{
	for (size_t i = 0; i < names->n; i++)
		vec_push(&list->all, names->v[i]);
	vec_push(&list->all, NULL);
}

static void
list_order(struct list *list, const struct item *it, const unsigned char *order)
{
	for (size_t i = 0; order != NULL && i < it->choice.n; i++)
		vec_push(&list->all, it->choice.option[order[i]].key);
	vec_push(&list->all, NULL);
}

/* The order of the options goes into the log before the answer: who is cut
 * off here finds the question as it was. */
void
sitting_show(struct sitting *s)
{
	const struct item *it = session_item(s->session);
	struct event e = { .kind = EVENT_SHOWN };
	struct list perm = { 0 };

	log_begin(s);
	e.item = it->id;
	e.rev = it->rev;
	list_order(&perm, it, session_order(s->session));
	e.perm = perm.all.v;
	score_log_note(s->log, &e);
	vec_release(&perm.all);
	s->shown_ms = steady_ms();
}

static void
log_answer(struct sitting *s, const struct session_result *r)
{
	const struct verdict *v = &r->verdict;
	struct event e = { .kind = EVENT_ANSWER, .item = r->item->id };
	struct list about = { 0 }, misc = { 0 };

	list_names(&about, &r->item->about);
	for (size_t i = 0; i < v->n_misc; i++)
		vec_push(&misc.all, v->misc[i]);
	vec_push(&misc.all, NULL);
	e.rev = r->item->rev;
	e.type = item_kind_name(r->item->kind);
	e.resp = r->text;
	e.norm = r->norm;
	e.match = verdict_by_name(v);
	e.typo = v->typo;
	e.frac = v->fraction;
	e.pts = v->points;
	e.max = v->max;
	e.hints = r->hints;
	e.try = r->try;
	e.ms = steady_ms() - s->shown_ms;
	e.about = about.all.v;
	e.misc = misc.all.v;
	e.danger = v->danger;
	score_log_append(s->log, &e);
	vec_release(&about.all);
	vec_release(&misc.all);
}

const struct verdict *
sitting_answer(struct sitting *s, const struct response *r)
{
	const struct verdict *v;

	v = session_answer(s->session, r);
	log_answer(s, session_last(s->session));
	return v;
}

const char *
sitting_unsaved(struct sitting *s)
{
	return score_log_reason(s->log);
}

int
sitting_retry(struct sitting *s)
{
	return score_log_retry(s->log);
}

int
sitting_save_to(struct sitting *s, const char *scores)
{
	return score_log_save_to(s->log, scores);
}

int
sitting_finish(struct sitting *s, const char *how)
{
	struct event e = { .kind = EVENT_FINISH, .how = how };
	struct session_score score;

	if (!s->begun)
		return 0;
	session_score(s->session, &score);
	e.pts = score.points;
	e.max = score.max;
	score_log_append(s->log, &e);
	return score_log_close(s->log);
}

void
sitting_free(struct sitting *s)
{
	if (s == NULL)
		return;
	score_log_free(s->log);
	session_free(s->session);
	free(s->course);
	free(s);
}

static int
is_about(const struct item *it, struct scope *scope)
{
	size_t i;

	for (i = 0; i < it->about.n; i++) {
		if (is_within(scope, it->about.v[i]))
			return 1;
	}
	return 0;
}

size_t
sitting_count(const struct bank *bank, const struct doc *doc, uint32_t n)
{
	struct scope scope = { doc, n };
	size_t i, count = 0;

	for (i = 0; i < bank->items.n; i++)
		count += (size_t)is_about(bank->items.v[i], &scope);
	return count;
}

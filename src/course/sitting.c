/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "course/sitting.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/buf.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "course/broken.h"
#include "course/history.h"
#include "course/sitting_state.h"
#include "doc/doc.h"
#include "quiz/answer.h"
#include "quiz/bank.h"
#include "score/day.h"
#include "score/event.h"
#include "score/log.h"

/* [ms] How much of an exam's time a lost line gives back at most. */
enum { BEAT_MS = 20000 };

/* A list as events have them: pointers, the last one NULL. */
struct list {
	VEC(const char *) all;
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

/* The section that an id is in. */
static size_t
section_of(void *ctx, const char *about)
{
	const struct scope *scope = ctx;
	uint32_t n = doc_find(scope->doc, about);

	return n == DOC_NONE ? 0 : doc_section_of(scope->doc, n);
}

static int64_t
today(void)
{
	int64_t now = day_now(NULL);

	return day_number(now, day_zone(now));
}

/* [ms] The time of all quizzes that have items in a session; 0 when one of them
 * has no limit. */
static int64_t
limit_of(const struct session *s)
{
	int64_t sum = 0;
	size_t i, j;

	for (i = 0; i < session_size(s); i++) {
		const struct quiz *quiz = session_item_at(s, i)->quiz;

		for (j = 0; j < i; j++) {
			if (session_item_at(s, j)->quiz == quiz)
				break;
		}
		if (j < i)
			continue;
		if (quiz->settings.time == 0)
			return 0;
		sum += (int64_t)quiz->settings.time * 1000;
	}
	return sum;
}

int64_t
sitting_time_left(const struct sitting *s)
{
	int64_t used = s->used_ms;

	if (s->limit_ms == 0)
		return -1;
	if (s->begun)
		used += steady_ms() - s->begun_ms;
	return used < s->limit_ms ? s->limit_ms - used : 0;
}

/* Events of a sitting that goes on are its own. */
static int
append(struct sitting *s, struct event *e)
{
	e->sess = s->sess;
	return score_log_append(s->log, e);
}

static void
note(struct sitting *s, struct event *e)
{
	e->sess = s->sess;
	score_log_note(s->log, e);
}

void
sitting_beat(struct sitting *s)
{
	struct event e = { .kind = EVENT_MARK, .mark = "time" };

	if (!s->begun || s->limit_ms == 0 || steady_ms() - s->beat_ms < BEAT_MS)
		return;
	s->beat_ms = steady_ms();
	note(s, &e);
}

static uint64_t
seed_of(const struct sitting_setup *setup, const struct history *known)
{
	return setup->seeded ? setup->seed : history_seed(known);
}

/* What a sitting asks of the session; `scope` and `known` are its own. */
static struct session_setup
session_of(const struct sitting_setup *setup, struct scope *scope,
    struct history_known *known)
{
	struct session_setup session = { .bank = setup->bank };

	session.mode = setup->mode;
	session.seed = seed_of(setup, known->history);
	session.count = setup->count;
	session.wants = is_within;
	session.section = section_of;
	session.ctx = scope;
	session.known = history_known;
	session.known_ctx = known;
	session.today = known->today;
	session.exam_day =
	    setup->exam_day == 0 ? known->today : setup->exam_day;
	return session;
}

size_t
sitting_count(
    const struct sitting_setup *setup, const struct history_known *known)
{
	struct scope scope = { setup->doc, setup->node };
	struct history_known own = *known;
	struct session_setup session = session_of(setup, &scope, &own);

	return session_count(&session);
}

/* The session copies what it learns of the items. */
static void
begin_session(struct sitting *s)
{
	struct history_known known = { s->history, s->day };
	struct session_setup session = session_of(&s->setup, &s->scope, &known);

	s->session = session_new(&session);
	if (s->setup.mode == SESSION_EXAM)
		s->limit_ms = limit_of(s->session);
}

static struct sitting *
make(const struct sitting_setup *setup, const struct broken *b)
{
	struct sitting *s = xcalloc(1, sizeof(*s));
	struct score_log_options log = { .scores = setup->scores };

	s->setup = *setup;
	s->course = xstrdup(setup->course);
	s->scope.doc = setup->doc;
	s->scope.node = setup->node;
	log.course = setup->course;
	log.learner = setup->learner;
	s->log = score_log_new(&log);
	s->broken = b;
	s->day = b == NULL ? today() : b->day;
	s->history = history_new(setup->bank);
	if (b != NULL)
		history_without(s->history, b->sess);
	history_read(
	    s->history, setup->scores, setup->course, setup->learner, NULL);
	s->setup.seed = seed_of(setup, s->history);
	s->setup.seeded = 1;
	begin_session(s);
	return s;
}

struct sitting *
sitting_new(const struct sitting_setup *setup)
{
	return make(setup, NULL);
}

struct sitting *
sitting_resume(const struct sitting_setup *setup, const struct broken *b)
{
	struct sitting_setup again = *setup;
	struct sitting *s;

	again.mode = b->mode;
	again.seeded = 1;
	again.seed = b->seed;
	again.count = b->count;
	again.node =
	    b->about == NULL ? DOC_NONE : doc_find(setup->doc, b->about);
	if ((b->about != NULL && again.node == DOC_NONE) ||
	    broken_is_held(b, setup->scores, setup->course, setup->learner))
		return NULL;
	s = make(&again, b);
	s->sess = xstrdup(b->sess);
	s->used_ms = b->used_ms;
	s->begun = 1;
	s->begun_ms = s->beat_ms = steady_ms();
	score_log_hold(s->log, s->sess);
	if (sitting_replay(s, b) == 0 && session_item(s->session) != NULL)
		return s;
	sitting_free(s);
	return NULL;
}

const char *
sitting_nothing(enum session_mode mode)
{
	if (mode == SESSION_REVIEW)
		return "Nothing is due today";
	if (mode == SESSION_MISTAKES)
		return "Nothing was wrong last";
	return "There is nothing to ask: it is put away, or comes after what "
	       "is not known yet";
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
	const char *about[2] = { NULL, NULL };
	struct event e = { .kind = EVENT_SESSION };

	if (s->begun)
		return;
	s->begun = 1;
	s->begun_ms = s->beat_ms = steady_ms();
	score_log_hold(s->log, score_log_writer(s->log));
	e.quiz = s->course;
	e.mode = session_mode_info(s->setup.mode)->name;
	e.seed = (int64_t)s->setup.seed;
	e.count = (int64_t)s->setup.count;
	if (s->setup.node != DOC_NONE)
		about[0] = doc_attr(s->setup.doc, s->setup.node, ATTR_ID);
	e.about = about;
	note(s, &e);
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
	note(s, &e);
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
	e.rating = v->own == MEMORY_UNRATED ? MEMORY_UNRATED : r->rating;
	e.conf = r->confidence;
	e.hints = r->hints;
	e.try = r->try;
	e.ms = steady_ms() - s->shown_ms;
	e.about = about.all.v;
	e.misc = misc.all.v;
	e.danger = v->danger;
	append(s, &e);
	s->answer_id = e.id;
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

int
sitting_undo(struct sitting *s)
{
	struct event e = { .kind = EVENT_UNDO, .ref = s->answer_id };

	if (session_undo(s->session) == -1)
		return -1;
	append(s, &e);
	s->shown_ms = steady_ms();
	return 0;
}

/* What was known before the sitting, and all answers in it. */
int64_t
sitting_days(const struct sitting *s)
{
	const struct session_result *last = session_last(s->session);
	struct memory_model model;
	struct memory m;
	size_t i;

	if (last == NULL || !session_mode_info(s->setup.mode)->schedules)
		return -1;
	memory_model_init(&model, last->item->quiz->settings.retention);
	m = history_item(s->history, last->item)->memory;
	for (i = 0; i < session_results(s->session); i++) {
		const struct session_result *r = session_result(s->session, i);

		if (r->item == last->item)
			memory_review(&m, &model, r->rating, s->day);
	}
	return m.due - s->day;
}

void
sitting_say_days(const struct sitting *s, struct buf *b)
{
	int64_t days = sitting_days(s);

	if (days == 1)
		buf_adds(b, "Next review tomorrow.");
	else if (days > 1)
		buf_printf(b, "Next review in %lld days.", (long long)days);
}

const struct hint *
sitting_hint(struct sitting *s)
{
	const struct hint *hint = session_hint(s->session);
	struct event e = { .kind = EVENT_MARK, .mark = "hint" };

	if (hint == NULL)
		return NULL;
	log_begin(s);
	e.item = session_item(s->session)->id;
	e.rev = session_item(s->session)->rev;
	note(s, &e);
	return hint;
}

void
sitting_easy(struct sitting *s)
{
	const struct session_result *r = session_last(s->session);
	struct event e = { .kind = EVENT_GRADE, .ref = s->answer_id };

	session_easy(s->session);
	e.item = r->item->id;
	e.rev = r->item->rev;
	e.frac = r->verdict.fraction;
	e.pts = r->verdict.points;
	e.max = r->verdict.max;
	e.rating = MEMORY_EASY;
	e.by = score_log_learner(s->log);
	append(s, &e);
}

void
sitting_mark(
    struct sitting *s, enum sitting_mark mark, int off, const char *note)
{
	static const char *const names[SITTING_MARK_COUNT] = {
		[SITTING_FLAG] = "flag",
		[SITTING_SUSPEND] = "suspend",
		[SITTING_BURY] = "bury",
		[SITTING_WRONG] = "wrong",
	};
	const struct item *it = session_item(s->session);
	struct event e = { .kind = EVENT_MARK, .mark = names[mark] };

	log_begin(s);
	e.item = it->id;
	e.rev = it->rev;
	e.off = off;
	e.note = note;
	append(s, &e);
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
	e.ms = s->used_ms + steady_ms() - s->begun_ms;
	append(s, &e);
	return score_log_close(s->log);
}

void
sitting_free(struct sitting *s)
{
	if (s == NULL)
		return;
	score_log_free(s->log);
	session_free(s->session);
	history_free(s->history);
	free(s->sess);
	free(s->last_id);
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
sitting_items(const struct bank *bank, const struct doc *doc, uint32_t n)
{
	struct scope scope = { doc, n };
	size_t i, count = 0;

	for (i = 0; i < bank->items.n; i++)
		count += (size_t)is_about(bank->items.v[i], &scope);
	return count;
}

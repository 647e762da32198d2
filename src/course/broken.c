/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "course/broken.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/xalloc.h"
#include "score/day.h"
#include "score/event.h"
#include "score/held.h"
#include "score/log.h"
#include "score/name.h"
#include "score/replay.h"

enum {
	SECOND = 1000, /* [ms] */
	MINUTE = 60 * SECOND,
	HOUR = 60 * MINUTE,
	DAY = 24 * HOUR,
};

/* The last sitting met so far. */
struct finding {
	struct broken *b; /* NULL: none, or it was ended */
	char *writer;     /* of its last event */
	int shown;
};

static const char *
copy(struct broken *b, const char *s)
{
	return s == NULL ? NULL : arena_strdup(&b->arena, s);
}

void
broken_free(struct broken *b)
{
	if (b == NULL)
		return;
	vec_release(&b->steps);
	arena_release(&b->arena);
	free(b);
}

static void
forget(struct finding *f)
{
	broken_free(f->b);
	f->b = NULL;
	free(f->writer);
	f->writer = NULL;
	f->shown = 0;
}

static void
begin(struct finding *f, const struct event *e)
{
	enum session_mode mode;
	struct broken *b;

	forget(f);
	if (e->mode == NULL || session_mode_find(e->mode, &mode) == -1 ||
	    e->sess == NULL)
		return;
	b = xcalloc(1, sizeof(*b));
	arena_init(&b->arena);
	b->sess = copy(b, e->sess);
	b->about = e->about == NULL ? NULL : copy(b, e->about[0]);
	b->mode = mode;
	b->seed = (uint64_t)e->seed;
	b->count = e->count > 0 ? (size_t)e->count : 0;
	b->day = e->day;
	b->last_ms = e->ts;
	f->b = b;
}

static const char *const *
copy_list(struct broken *b, const char *const *list)
{
	const char **out;
	size_t n = 0, i;

	while (list != NULL && list[n] != NULL)
		n++;
	out = arena_array(&b->arena, n + 1, sizeof(*out));
	for (i = 0; i < n; i++)
		out[i] = copy(b, list[i]);
	out[n] = NULL;
	return out;
}

static struct broken_step *
add_step(struct broken *b, enum broken_kind kind, const struct event *e)
{
	struct broken_step step = { .kind = kind };

	step.item = copy(b, e->item);
	step.id = copy(b, e->id);
	vec_push(&b->steps, step);
	return &b->steps.v[b->steps.n - 1];
}

static void
add_answer(struct broken *b, const struct event *e)
{
	struct broken_step *step = add_step(b, BROKEN_ANSWER, e);

	step->text = copy(b, e->resp == NULL ? "" : e->resp);
	step->norm = copy(b, e->norm == NULL ? "" : e->norm);
	step->hints = (int)e->hints;
	step->confidence = e->conf >= 1 && e->conf <= 3 ? (int)e->conf : 0;
	b->answers++;
}

static void
add_mark(struct broken *b, const struct event *e)
{
	if (strcmp(e->mark, "hint") == 0)
		add_step(b, BROKEN_HINT, e);
	else if (strcmp(e->mark, "suspend") == 0 ||
	    strcmp(e->mark, "bury") == 0)
		add_step(b, BROKEN_DROP, e);
	else if (strcmp(e->mark, "flag") == 0)
		add_step(b, e->off ? BROKEN_UNFLAG : BROKEN_FLAG, e);
}

static void
add_event(struct finding *f, const struct event *e)
{
	struct broken *b = f->b;

	switch ((int)e->kind) {
	case EVENT_SHOWN:
		add_step(b, BROKEN_SHOWN, e)->perm = copy_list(b, e->perm);
		f->shown = 1;
		break;
	case EVENT_ANSWER:
		add_answer(b, e);
		break;
	case EVENT_UNDO:
		add_step(b, BROKEN_UNDO, e);
		b->answers -= b->answers > 0;
		break;
	case EVENT_GRADE:
		if (e->rating == MEMORY_EASY)
			add_step(b, BROKEN_EASY, e);
		break;
	case EVENT_MARK:
		add_mark(b, e);
		break;
	default:
		break;
	}
}

/* Time passes between events of one writer; until another goes on, none. */
static void
add_time(struct finding *f, const struct event *e)
{
	const char *dash = strrchr(e->id, '-');
	size_t len = dash == NULL ? strlen(e->id) : (size_t)(dash - e->id);
	int same = f->writer != NULL && strlen(f->writer) == len &&
	    strncmp(f->writer, e->id, len) == 0;

	if (same && e->ts > f->b->last_ms)
		f->b->used_ms += e->ts - f->b->last_ms;
	if (!same) {
		free(f->writer);
		f->writer = xstrndup(e->id, len);
	}
	f->b->last_ms = e->ts;
}

static int
take_event(void *ctx, const struct event *e)
{
	struct finding *f = ctx;

	if (e->kind == EVENT_SESSION)
		begin(f, e);
	if (f->b == NULL || e->sess == NULL || strcmp(e->sess, f->b->sess) != 0)
		return 0;
	add_time(f, e);
	if (e->kind != EVENT_FINISH)
		add_event(f, e);
	else if (e->how == NULL || strcmp(e->how, "hangup") != 0)
		forget(f);
	return 0;
}

int
broken_is_held(const struct broken *b, const char *scores, const char *course,
    const char *learner)
{
	char *who = learner == NULL ? name_learner() : xstrdup(learner);
	char *folder = name_folder(scores, course);
	int held = folder != NULL && held_find(folder, who, b->sess);

	free(folder);
	free(who);
	return held;
}

struct broken *
broken_find(const char *scores, const char *course, const char *learner)
{
	char *who = learner == NULL ? name_learner() : xstrdup(learner);
	char *folder = name_folder(scores, course);
	struct finding f = { NULL, NULL, 0 };
	struct replay r = { folder, who, take_event, &f, NULL };

	if (folder != NULL)
		replay_run(&r, NULL);
	if (f.b != NULL &&
	    (!f.shown || (f.b->answers == 0 && f.b->mode != SESSION_EXAM) ||
		day_now(NULL) - f.b->last_ms > (int64_t)BROKEN_DAYS * DAY ||
		held_find(folder, who, f.b->sess)))
		forget(&f);
	free(f.writer);
	free(folder);
	free(who);
	return f.b;
}

static void
add_count(struct buf *out, int64_t n, const char *what)
{
	buf_printf(out, "%lld %s%s", (long long)n, what, n == 1 ? "" : "s");
}

void
broken_say(const struct broken *b, int64_t now, struct buf *out)
{
	int64_t ago = now > b->last_ms ? now - b->last_ms : 0;

	if (b->mode == SESSION_LEARN)
		buf_adds(out, "A quiz was broken off ");
	else if (b->mode == SESSION_EXAM)
		buf_adds(out, "An exam was broken off ");
	else
		buf_printf(out, "A quiz (%s) was broken off ",
		    session_mode_info(b->mode)->name);
	if (ago >= DAY)
		add_count(out, ago / DAY, "day");
	else if (ago >= HOUR)
		add_count(out, ago / HOUR, "hour");
	else if (ago >= MINUTE)
		add_count(out, ago / MINUTE, "minute");
	else
		buf_adds(out, "a moment");
	buf_adds(out, " ago, after ");
	add_count(out, (int64_t)b->answers, "answer");
}

void
broken_give_up(const struct broken *b, const char *scores, const char *course,
    const char *learner)
{
	struct score_log_options opt = {
		.scores = scores, .course = course, .learner = learner
	};
	struct event e = { .kind = EVENT_FINISH, .how = "left" };
	struct score_log *log;

	if (broken_is_held(b, scores, course, learner))
		return;
	log = score_log_new(&opt);
	e.sess = b->sess;
	score_log_append(log, &e);
	score_log_free(log);
}

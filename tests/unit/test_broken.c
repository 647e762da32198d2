/* SPDX-License-Identifier: ISC */
/* What the score files say of a sitting that was broken off. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "course/broken.h"
#include "score/event.h"
#include "score/log.h"
#include "score_fixture.h"
#include "unit.h"

static const char *const perm[] = { "b", "a", NULL };

static int64_t
fake_now(void *ctx)
{
	return *(const int64_t *)ctx;
}

/* A process that writes to the log of ada. */
static struct score_log *
begin_log(const char *dir, int64_t *now)
{
	struct score_log_options o = { .scores = dir,
		.course = "psoas",
		.learner = "ada",
		.host = "lab1" };

	o.clock.now = fake_now;
	o.clock.ctx = now;
	return score_log_new(&o);
}

static void
put(struct score_log *log, enum event_kind kind, const char *item,
    const char *how)
{
	struct event e = { .kind = kind, .item = item, .how = how };

	e.sess = "s1";
	e.mode = "exam";
	e.seed = 7;
	e.count = 5;
	e.resp = "a";
	e.norm = "a";
	e.perm = perm;
	e.hints = 1;
	e.conf = 2;
	assert_int_equal(score_log_append(log, &e), 0);
}

/* A session, two items shown and one answered, with 10 s between events. */
static void
put_some(struct score_log *log, int64_t *now)
{
	put(log, EVENT_SESSION, NULL, NULL);
	*now += 10000;
	put(log, EVENT_SHOWN, "i1", NULL);
	*now += 10000;
	put(log, EVENT_ANSWER, "i1", NULL);
	*now += 10000;
	put(log, EVENT_SHOWN, "i2", NULL);
}

static void
time_and_steps(void **state)
{
	int64_t now = day_now(NULL) - 7200000;
	char *dir = fixture_dir();
	struct score_log *log = begin_log(dir, &now);
	struct buf said = BUF_INIT;
	struct broken *b;

	(void)state;
	put_some(log, &now);
	score_log_free(log);
	now += 3600000; /* a break does not count, in another process */
	log = begin_log(dir, &now);
	put(log, EVENT_SHOWN, "i2", NULL);
	now += 5000;
	put(log, EVENT_FINISH, NULL, "hangup");
	score_log_free(log);
	b = broken_find(dir, "psoas", "ada");
	assert_non_null(b);
	assert_int_equal(b->mode, SESSION_EXAM);
	assert_int_equal(b->seed, 7);
	assert_int_equal(b->count, 5);
	assert_int_equal(b->used_ms, 35000);
	assert_int_equal(b->answers, 1);
	assert_int_equal(b->steps.n, 4);
	assert_int_equal(b->steps.v[1].kind, BROKEN_ANSWER);
	assert_string_equal(b->steps.v[1].item, "i1");
	assert_int_equal(b->steps.v[1].hints, 1);
	assert_int_equal(b->steps.v[1].confidence, 2);
	assert_string_equal(b->steps.v[2].perm[0], "b");
	assert_null(b->steps.v[2].perm[2]);
	broken_say(b, b->last_ms + 125000, &said);
	assert_string_equal(
	    said.s, "An exam was broken off 2 minutes ago, after 1 answer");
	buf_release(&said);
	assert_null(broken_find(dir, "psoas", "ben"));
	broken_give_up(b, dir, "psoas", "ada");
	broken_free(b);
	assert_null(broken_find(dir, "psoas", "ada"));
	fixture_remove(dir);
}

static void
what_is_none(void **state)
{
	static const struct {
		int64_t ago; /* [ms] */
		const char *how;
		int found;
	} cases[] = {
		{ 60000, NULL, 1 },
		{ 60000, "hangup", 1 },
		{ 60000, "done", 0 },
		{ 60000, "left", 0 },
		{ 60000, "time", 0 },
		{ INT64_C(86400000) * (BROKEN_DAYS + 1), NULL, 0 },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		int64_t now = day_now(NULL) - cases[i].ago;
		char *dir = fixture_dir();
		struct score_log *log = begin_log(dir, &now);
		struct broken *b;

		put_some(log, &now);
		if (cases[i].how != NULL)
			put(log, EVENT_FINISH, NULL, cases[i].how);
		score_log_free(log);
		b = broken_find(dir, "psoas", "ada");
		assert_int_equal(b != NULL, cases[i].found);
		broken_free(b);
		fixture_remove(dir);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(time_and_steps),
		cmocka_unit_test(what_is_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

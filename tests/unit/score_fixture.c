/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "score_fixture.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/xalloc.h"
#include "score/event.h"
#include "score/log.h"
#include "unit.h"

char *
fixture_dir(void)
{
	const char *tmp = getenv("TMPDIR");
	char *dir =
	    path_join(tmp != NULL ? tmp : "/tmp", "lectern-score-XXXXXX");

	assert_non_null(mkdtemp(dir));
	return dir;
}

static int
remove_one(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	(void)st;
	(void)type;
	(void)ftw;
	return remove(path);
}

void
fixture_remove(char *dir)
{
	nftw(dir, remove_one, 16, FTW_DEPTH | FTW_PHYS);
	free(dir);
}

struct score_log *
fixture_log(const char *dir, const struct score_sys *sys)
{
	struct score_log_options o = {
		.scores = dir,
		.course = "psoas",
		.learner = "ada",
		.host = "lab1",
		.sys = sys,
	};

	return score_log_new(&o);
}

int
fixture_answer(struct score_log *log, const char *item)
{
	struct event e = {
		.kind = EVENT_ANSWER,
		.item = item,
		.rev = 1,
		.type = "single",
		.resp = "lt",
		.frac = 1,
		.pts = 1,
		.max = 1,
	};

	return score_log_append(log, &e);
}

int
fixture_note(struct score_log *log, const char *item)
{
	struct event e = { .kind = EVENT_SHOWN, .item = item };

	return score_log_note(log, &e);
}

const char *
fixture_path(const char *dir, const char *name)
{
	static char path[512];

	snprintf(path, sizeof(path), "%s/psoas/%s", dir, name);
	return path;
}

void
fixture_write(const char *dir, const char *name, const void *data, size_t len)
{
	FILE *f;

	assert_int_equal(mkdir_all(fixture_path(dir, ""), 0700), 0);
	f = fopen(fixture_path(dir, name), "w");
	assert_non_null(f);
	assert_int_equal(fwrite(data, 1, len, f), len);
	assert_int_equal(fclose(f), 0);
}

void
fixture_read(const char *dir, const char *name, struct buf *b)
{
	buf_reset(b);
	assert_int_equal(
	    file_read(b, fixture_path(dir, name), (size_t)1 << 30), 0);
}

void
fixture_line(struct buf *b, int n, const char *id, const char *item)
{
	struct event e = {
		.v = EVENT_VERSION,
		.n = n,
		.id = id,
		.ts = INT64_C(1795372987123) + n,
		.day = 20779,
		.who = "ada",
		.kind = EVENT_ANSWER,
		.item = item,
		.type = "single",
		.frac = 1,
		.pts = 1,
		.max = 1,
	};

	assert_int_equal(event_encode(b, &e), 0);
}

static int
keep(void *ctx, const struct event *e)
{
	struct replayed *r = ctx;

	vec_push(&r->all,
	    xasprintf("%s %s", e->id, e->item == NULL ? "-" : e->item));
	return 0;
}

void
fixture_replay(const char *dir, const char *who, struct replayed *r)
{
	struct replay replay = {
		.folder = fixture_path(dir, ""),
		.who = who,
		.event = keep,
		.ctx = r,
		.diags = &r->diags,
	};

	memset(r, 0, sizeof(*r));
	diags_init(&r->diags);
	assert_int_equal(replay_run(&replay, &r->totals), 0);
	assert_int_equal(r->totals.events, r->all.n);
}

void
replayed_release(struct replayed *r)
{
	size_t i;

	for (i = 0; i < r->all.n; i++)
		free(r->all.v[i]);
	vec_release(&r->all);
	diags_release(&r->diags);
}

int
replayed_count(const struct replayed *r, const char *item)
{
	size_t i;
	int n = 0;

	for (i = 0; i < r->all.n; i++)
		n += strcmp(strrchr(r->all.v[i], ' ') + 1, item) == 0;
	return n;
}

int
replayed_faults(const struct replayed *r, enum diag_code code)
{
	size_t i;
	int n = 0;

	for (i = 0; i < r->diags.all.n; i++)
		n += r->diags.all.v[i].code == code;
	return n;
}

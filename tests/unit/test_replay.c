/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <zlib.h>

#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "score/event.h"
#include "score/log.h"
#include "score/replay.h"
#include "score/seen.h"
#include "score_fixture.h"
#include "unit.h"

#define MAIN "ada@lab1.jsonl"

static void
damage_is_told_and_passed_over(void **state)
{
	char *dir = fixture_dir();
	struct buf b = BUF_INIT;
	struct replayed r;
	size_t at;

	(void)state;
	fixture_line(&b, 1, "w-1", "a"); /* line 1 */
	at = b.len;
	fixture_line(&b, 2, "w-2", "b"); /* 2: a flipped bit */
	b.s[at + 40] ^= 1;
	fixture_line(&b, 3, "w-3", "c");        /* 3 */
	buf_adds(&b, "{\"v\":1,\"n\":4,\"i\n"); /* 4: torn, sealed */
	fixture_line(&b, 5, "w-5", "d");        /* 5 */
	fixture_line(&b, 8, "w-8", "e");        /* 6: two missing */
	buf_fill(&b, 'x', EVENT_LINE_MAX * 5);
	buf_adds(&b, "\n"); /* 7: too long */
	buf_fill(&b, '\0', 300000);
	fixture_line(&b, 10, "w-10", "f"); /* 8: behind a hole */
	buf_adds(&b, "\n");                /* 9: empty */
	fixture_line(&b, 4, "w-4", "g");   /* 10: goes back */
	buf_adds(&b, "\x01\xff garbage");  /* 11: at the end */
	fixture_write(dir, MAIN, b.s, b.len);
	fixture_replay(dir, "ada", &r);
	assert_int_equal(r.totals.events, 6);
	assert_int_equal(r.totals.damaged, 4);
	assert_int_equal(r.totals.missing, 2);
	assert_int_equal(r.diags.all.n, 7);
	assert_int_equal(replayed_faults(&r, DIAG_SCORE_DAMAGED), 1);
	assert_int_equal(replayed_faults(&r, DIAG_SCORE_TORN), 2);
	assert_int_equal(r.diags.all.v[0].line, 2);
	assert_string_equal(r.diags.all.v[0].file, fixture_path(dir, MAIN));
	assert_int_equal(r.diags.all.v[1].line, 4);
	assert_int_equal(r.diags.all.v[2].code, DIAG_SCORE_MISSING);
	assert_int_equal(r.diags.all.v[2].line, 6);
	assert_non_null(strstr(r.diags.all.v[2].text, "6 to 7"));
	assert_int_equal(r.diags.all.v[3].code, DIAG_SCORE_LONG);
	assert_int_equal(r.diags.all.v[3].line, 7);
	assert_int_equal(r.diags.all.v[4].code, DIAG_SCORE_NULS);
	assert_int_equal(r.diags.all.v[4].line, 8);
	assert_int_equal(r.diags.all.v[5].code, DIAG_SCORE_ORDER);
	assert_int_equal(r.diags.all.v[5].line, 10);
	assert_int_equal(r.diags.all.v[6].line, 11);
	replayed_release(&r);
	buf_release(&b);
	fixture_remove(dir);
}

/* `body` with its seal, as a line. */
static void
add_sealed(struct buf *b, const char *body)
{
	buf_printf(b, "%s,\"crc\":\"%08lx\"}\n", body,
	    crc32(0, (const Bytef *)body, (uInt)strlen(body)));
}

static void
what_is_unknown_is_passed_over(void **state)
{
	char *dir = fixture_dir();
	struct buf b = BUF_INIT;
	struct replayed r;

	(void)state;
	fixture_line(&b, 1, "w-1", "a");
	add_sealed(&b,
	    "{\"v\":1,\"n\":2,\"id\":\"w-2\",\"ts\":"
	    "\"2026-11-22T00:00:00Z\",\"who\":\"ada\",\"ev\":\"dance\"");
	add_sealed(&b,
	    "{\"v\":7,\"n\":3,\"id\":\"w-3\",\"ts\":"
	    "\"2026-11-22T00:00:00Z\",\"who\":\"ada\",\"ev\":\"answer\","
	    "\"item\":\"b\",\"frac\":1,\"pts\":1,\"max\":1,\"why\":{}");
	add_sealed(&b,
	    "{\"v\":7,\"n\":4,\"id\":\"w-4\",\"ts\":"
	    "\"2026-11-22T00:00:00Z\",\"who\":\"ada\",\"ev\":\"answer\"");
	add_sealed(&b, "{\"v\":[1");
	fixture_write(dir, MAIN, b.s, b.len);
	fixture_replay(dir, NULL, &r);
	assert_int_equal(r.totals.events, 2);
	assert_int_equal(r.totals.unknown, 1);
	assert_int_equal(r.totals.damaged, 2);
	assert_int_equal(r.diags.all.n, 3);
	assert_int_equal(r.diags.all.v[0].code, DIAG_SCORE_NEWER);
	assert_int_equal(r.diags.all.v[1].code, DIAG_SCORE_FIELD);
	assert_non_null(strstr(r.diags.all.v[1].text, "\"item\""));
	assert_int_equal(r.diags.all.v[2].code, DIAG_SCORE_JSON);
	replayed_release(&r);
	buf_release(&b);
	fixture_remove(dir);
}

static void
copies_count_once(void **state)
{
	char *dir = fixture_dir();
	struct buf b = BUF_INIT;
	struct replayed r;
	char id[40];
	int i;

	(void)state;
	for (i = 1; i <= 2000; i++) {
		snprintf(id, sizeof(id), "ada@lab1-k-%d", i);
		fixture_line(&b, i, id, "a");
	}
	fixture_write(dir, MAIN, b.s, b.len);
	fixture_write(dir, "ada@lab1.sync-conflict.jsonl", b.s, b.len / 2);
	/* one again under another number, as after a failed fdatasync */
	fixture_line(&b, 2001, "ada@lab1-k-7", "a");
	fixture_write(dir, "ada@lab1-k.jsonl", b.s, b.len);
	fixture_replay(dir, "ada", &r);
	assert_int_equal(r.totals.events, 2000);
	assert_int_equal(r.totals.files, 3);
	assert_in_range(r.totals.duplicates, 2900, 3100);
	replayed_release(&r);
	buf_release(&b);
	fixture_remove(dir);
}

static void
files_are_merged_in_time(void **state)
{
	/* file, n, ms, id; "c" went back in time within its file */
	static const struct {
		int file, n, ms;
		const char *id;
	} lines[] = {
		{ 0, 1, 10, "a" },
		{ 0, 2, 40, "d" },
		{ 0, 3, 20, "c" },
		{ 0, 4, 50, "g" },
		{ 1, 1, 10, "b" },
		{ 1, 2, 45, "f" },
		{ 2, 1, 41, "e" },
	};
	static const char want[] = "abdcefg";
	char *dir = fixture_dir(), name[40];
	struct buf b[3] = { BUF_INIT, BUF_INIT, BUF_INIT };
	struct replayed r;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(lines) / sizeof(*lines); i++) {
		struct event e = { .v = 1,
			.n = lines[i].n,
			.id = lines[i].id,
			.ts = lines[i].ms,
			.who = "ada",
			.kind = EVENT_READ };

		assert_int_equal(event_encode(&b[lines[i].file], &e), 0);
	}
	for (i = 0; i < 3; i++) {
		snprintf(name, sizeof(name), "ada@lab%d.jsonl", (int)i);
		fixture_write(dir, name, b[i].s, b[i].len);
		buf_release(&b[i]);
	}
	fixture_replay(dir, "ada", &r);
	assert_int_equal(r.all.n, strlen(want));
	for (i = 0; i < strlen(want); i++)
		assert_int_equal(r.all.v[i][0], want[i]);
	assert_int_equal(r.diags.all.n, 0);
	replayed_release(&r);
	fixture_remove(dir);
}

/* Learners come one after another; foreign files are not touched. */
static void
only_score_files_are_read(void **state)
{
	static const char *const names[] = { "ada@lab1.jsonl", "ada@lab2.jsonl",
		"ben@lab1.jsonl", "adam@lab1.jsonl", "joined.jsonl", ".jsonl",
		".ada@lab1.jsonl", "ada@lab1.jsonl~", "notes.txt" };
	char *dir = fixture_dir(), id[40], path[300];
	struct buf b = BUF_INIT;
	struct replayed r;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(names) / sizeof(*names); i++) {
		buf_reset(&b);
		snprintf(id, sizeof(id), "w%d-1", (int)i);
		fixture_line(&b, 1, id, names[i]);
		fixture_write(dir, names[i], b.s, b.len);
	}
	fixture_write(dir, "target", b.s, b.len);
	snprintf(path, sizeof(path), "%s/psoas/target", dir);
	assert_int_equal(symlink(path, fixture_path(dir, "ada@link.jsonl")), 0);
	assert_int_equal(mkfifo(fixture_path(dir, "ada@pipe.jsonl"), 0600), 0);
	assert_int_equal(mkdir(fixture_path(dir, "ada@dir.jsonl"), 0700), 0);

	fixture_replay(dir, "ada", &r);
	assert_int_equal(r.totals.events, 2);
	assert_int_equal(r.diags.all.n, 3);
	assert_int_equal(replayed_faults(&r, DIAG_FILE_READ), 3);
	replayed_release(&r);
	fixture_replay(dir, NULL, &r);
	assert_int_equal(r.totals.events, 5);
	assert_non_null(strstr(r.all.v[0], "ada@lab1"));
	assert_non_null(strstr(r.all.v[1], "ada@lab2"));
	replayed_release(&r);
	fixture_replay(dir, "../psoas/ada", &r);
	assert_int_equal(r.totals.events, 0);
	replayed_release(&r);
	buf_release(&b);
	fixture_remove(dir);
}

static int
stop_at_two(void *ctx, const struct event *e)
{
	(void)e;
	return ++*(int *)ctx == 2;
}

static void
a_replay_can_be_stopped(void **state)
{
	char *dir = fixture_dir();
	struct buf b = BUF_INIT;
	int seen = 0;
	struct replay r = { .event = stop_at_two, .ctx = &seen };

	(void)state;
	fixture_line(&b, 1, "w-1", "a");
	fixture_line(&b, 2, "w-2", "a");
	fixture_line(&b, 3, "w-3", "a");
	fixture_write(dir, MAIN, b.s, b.len);
	r.folder = fixture_path(dir, "");
	assert_int_equal(replay_run(&r, NULL), 0);
	assert_int_equal(seen, 2);
	r.folder = "/nowhere/at/all";
	assert_int_equal(replay_run(&r, NULL), -1);
	assert_int_equal(errno, ENOENT);
	buf_release(&b);
	fixture_remove(dir);
}

static uint64_t
next_random(uint64_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 7;
	*seed ^= *seed << 17;
	return *seed;
}

/*
 * Blows at random: whatever is broken, no event comes that was never written,
 * and those on untouched lines all come.
 */
static void
broken_files_invent_nothing(void **state)
{
	enum { LINES = 40, BLOWS = 6 };
	char *dir = fixture_dir(), id[40], item[20];
	struct buf good = BUF_INIT, bad = BUF_INIT;
	uint64_t seed = 1234567;
	int round, i;

	(void)state;
	for (i = 1; i <= LINES; i++) {
		snprintf(id, sizeof(id), "w-%d", i);
		snprintf(item, sizeof(item), "item%d", i);
		fixture_line(&good, i, id, item);
	}
	for (round = 0; round < 300; round++) {
		struct replayed r;

		buf_reset(&bad);
		buf_add(&bad, good.s, good.len);
		for (i = 0; i < BLOWS; i++) {
			uint64_t x = next_random(&seed);
			size_t at = (x >> 8) % bad.len, len = x % 60;

			if (at + len > bad.len)
				len = bad.len - at;
			if (x % 3 == 0)
				memset(bad.s + at, 0, len);
			else if (x % 3 == 1)
				bad.s[at] = (char)(x >> 40);
			else
				memmove(bad.s + at, bad.s, len);
		}
		buf_truncate(&bad, bad.len - next_random(&seed) % 200);
		fixture_write(dir, MAIN, bad.s, bad.len);
		fixture_replay(dir, NULL, &r);
		/* a blow spoils 2 lines at most, the cut 2 more */
		assert_in_range(r.totals.events, LINES - BLOWS * 2 - 2, LINES);
		for (i = 0; i < (int)r.all.n; i++) {
			int n = atoi(strrchr(r.all.v[i], ' ') + 5);

			assert_in_range(n, 1, LINES);
			snprintf(id, sizeof(id), "w-%d item%d", n, n);
			assert_string_equal(r.all.v[i], id);
		}
		replayed_release(&r);
	}
	buf_release(&good);
	buf_release(&bad);
	fixture_remove(dir);
}

static void
seen_tells_ids_apart(void **state)
{
	static const char *const ids[] = { "", "0", "00", "1", "01", "a", "a0",
		"a1", "a01", "a10", "a-1", "a-01", "a511", "a512", "a513",
		"a999999999999999999", "a1999999999999999999",
		"a9999999999999999999", "b1", "1a" };
	struct seen s;
	char id[40];
	int i, round;

	(void)state;
	seen_init(&s);
	for (round = 0; round < 2; round++)
		for (i = 0; i < (int)(sizeof(ids) / sizeof(*ids)); i++)
			assert_int_equal(seen_add(&s, ids[i]), round == 0);
	for (round = 0; round < 2; round++)
		for (i = 5000; i > 0; i--) {
			snprintf(id, sizeof(id), "%d-k%d", i % 70, i);
			assert_int_equal(seen_add(&s, id), round == 0);
		}
	seen_release(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(damage_is_told_and_passed_over),
		cmocka_unit_test(what_is_unknown_is_passed_over),
		cmocka_unit_test(copies_count_once),
		cmocka_unit_test(files_are_merged_in_time),
		cmocka_unit_test(only_score_files_are_read),
		cmocka_unit_test(a_replay_can_be_stopped),
		cmocka_unit_test(broken_files_invent_nothing),
		cmocka_unit_test(seen_tells_ids_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

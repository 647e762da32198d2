/* SPDX-License-Identifier: ISC */
/* Processes that append to one file at once, and processes that are killed. */
#include "config.h"

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>

#include <unistd.h>

#include "base/buf.h"
#include "score/event.h"
#include "score/log.h"
#include "score_fixture.h"
#include "unit.h"

enum { WRITERS = 4, APPENDS = 50, ROUNDS = 20 };

/* Appends w<writer>-<i>, tells of each that is acknowledged, and ends. */
static void
write_answers(const char *dir, int writer, int n, int pipe)
{
	struct score_log *log = fixture_log(dir, NULL);
	char item[32];
	int i;

	for (i = 0; i < n; i++) {
		snprintf(item, sizeof(item), "w%d-%d", writer, i);
		if (fixture_answer(log, item) == -1)
			_exit(1);
		if (pipe != -1 && write(pipe, &i, sizeof(i)) != sizeof(i))
			_exit(2);
	}
	score_log_free(log);
	_exit(0);
}

static pid_t
start(const char *dir, int writer, int n, int pipe)
{
	pid_t pid = fork();

	assert_true(pid != -1);
	if (pid == 0)
		write_answers(dir, writer, n, pipe);
	return pid;
}

static void
writers_share_a_file(void **state)
{
	char *dir = fixture_dir(), item[32];
	struct replayed r;
	pid_t pids[WRITERS];
	int i, k, status;

	(void)state;
	for (i = 0; i < WRITERS; i++)
		pids[i] = start(dir, i, APPENDS, -1);
	for (i = 0; i < WRITERS; i++) {
		assert_int_equal(waitpid(pids[i], &status, 0), pids[i]);
		assert_int_equal(status, 0);
	}
	fixture_replay(dir, "ada", &r);
	/* Numbers without gap, nothing torn or doubled.  On a very slow disk
	 * one may have given up waiting for the lock. */
	assert_in_range(r.totals.files, 1, WRITERS);
	assert_int_equal(r.totals.events, WRITERS * APPENDS);
	assert_int_equal(r.totals.duplicates, 0);
	assert_int_equal(r.diags.all.n, 0);
	for (i = 0; i < WRITERS; i++)
		for (k = 0; k < APPENDS; k++) {
			snprintf(item, sizeof(item), "w%d-%d", i, k);
			assert_int_equal(replayed_count(&r, item), 1);
		}
	replayed_release(&r);
	fixture_remove(dir);
}

static void
rest(long us)
{
	struct timespec ts = { us / 1000000, us % 1000000 * 1000 };

	nanosleep(&ts, NULL);
}

/* Kills a pair of writers; adds what they acknowledged to `acked`. */
static void
kill_pair(const char *dir, int round, long us, int acked[2])
{
	int pipes[2][2], i, status, got;
	pid_t pids[2];

	for (i = 0; i < 2; i++) {
		assert_int_equal(pipe(pipes[i]), 0);
		pids[i] = start(dir, round * 2 + i, 1000000, pipes[i][1]);
		close(pipes[i][1]);
	}
	/* Not before the first has begun, or nothing would be tested. */
	assert_int_equal(
	    read(pipes[0][0], &got, sizeof(got)), (ssize_t)sizeof(got));
	acked[0] = 1;
	acked[1] = 0;
	rest(us);
	for (i = 0; i < 2; i++)
		assert_int_equal(kill(pids[i], SIGKILL), 0);
	for (i = 0; i < 2; i++) {
		while (read(pipes[i][0], &got, sizeof(got)) == sizeof(got))
			acked[i] = got + 1;
		close(pipes[i][0]);
		assert_int_equal(waitpid(pids[i], &status, 0), pids[i]);
		assert_true(WIFSIGNALED(status));
	}
}

static void
sigkill_loses_no_answer(void **state)
{
	char *dir = fixture_dir(), item[32];
	int acked[ROUNDS][2], round, i, k, sum = 0;
	struct replayed r;

	(void)state;
	srand(7);
	for (round = 0; round < ROUNDS; round++) {
		kill_pair(dir, round, rand() % 4000, acked[round]);
		sum += acked[round][0] + acked[round][1];
	}
	fixture_replay(dir, "ada", &r);
	for (round = 0; round < ROUNDS; round++)
		for (i = 0; i < 2; i++)
			for (k = 0; k < acked[round][i]; k++) {
				snprintf(item, sizeof(item), "w%d-%d",
				    round * 2 + i, k);
				assert_int_equal(replayed_count(&r, item), 1);
			}
	/* One more at most of each: it was killed before it could tell. */
	assert_in_range(r.totals.events, sum, sum + ROUNDS * 2);
	assert_int_equal(r.totals.missing, 0);
	assert_int_equal(replayed_faults(&r, DIAG_SCORE_DAMAGED), 0);
	replayed_release(&r);
	fixture_remove(dir);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(writers_share_a_file),
		cmocka_unit_test(sigkill_loses_no_answer),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

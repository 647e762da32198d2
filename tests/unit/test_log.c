/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/xalloc.h"
#include "score/event.h"
#include "score/held.h"
#include "score/log.h"
#include "score/sys.h"
#include "score_fixture.h"
#include "unit.h"

#define MAIN "ada@lab1.jsonl"

/* The names in the course's folder but for "." and "..": how many. */
static int
count_files(const char *dir)
{
	DIR *d = opendir(fixture_path(dir, ""));
	const struct dirent *entry;
	int n = 0;

	if (d == NULL)
		return 0;
	while ((entry = readdir(d)) != NULL)
		n += entry->d_name[0] != '.';
	closedir(d);
	return n;
}

static mode_t
mode_of(const char *path)
{
	struct stat st;

	assert_int_equal(stat(path, &st), 0);
	return st.st_mode & 07777;
}

static int64_t
fixed_now(void *ctx)
{
	return *(int64_t *)ctx;
}

static void
an_answer_is_a_line(void **state)
{
	char *dir = fixture_dir(), *below = path_join(dir, "new/scores");
	int64_t now = INT64_C(1795372987123);
	struct score_log_options o = { .scores = below,
		.course = "psoas",
		.learner = "ada",
		.host = "lab1",
		.clock = { fixed_now, &now } };
	struct score_log *log = score_log_new(&o);
	struct event e = { .kind = EVENT_UNDO, .ref = "that" }, out;
	struct event_decoder d;
	struct buf b = BUF_INIT;

	(void)state;
	event_decoder_init(&d);
	assert_int_equal(count_files(below), 0);
	assert_int_equal(score_log_append(log, &e), 0);
	assert_int_equal(score_log_unsaved(log), 0);
	assert_null(score_log_reason(log));
	fixture_read(below, MAIN, &b);
	assert_int_equal(event_decode(&d, b.s, b.len - 1, &out), EVENT_OK);
	assert_int_equal(out.n, 1);
	assert_int_equal(e.n, 1);
	assert_string_equal(out.id, e.id);
	assert_true(strncmp(out.id, "ada@lab1-", 9) == 0);
	assert_int_equal(out.ts, now);
	assert_int_equal(out.day, day_number(now, day_zone(now)));
	assert_string_equal(out.who, "ada");
	assert_string_equal(out.sess, score_log_writer(log));
	assert_string_equal(out.ref, "that");
	assert_int_equal(mode_of(fixture_path(below, MAIN)), 0600);
	assert_int_equal(mode_of(fixture_path(below, "")), 0700);
	assert_string_equal(score_log_path(log), fixture_path(below, MAIN));
	assert_int_equal(score_log_close(log), 0);
	score_log_free(log);
	event_decoder_release(&d);
	buf_release(&b);
	free(below);
	fixture_remove(dir);
}

static void
numbers_go_on_over_logs(void **state)
{
	char *dir = fixture_dir(), item[8];
	struct score_log *a = fixture_log(dir, NULL);
	struct score_log *b = fixture_log(dir, NULL);
	struct replayed r;
	int i;

	(void)state;
	for (i = 0; i < 40; i++) {
		snprintf(item, sizeof(item), "i%d", i);
		assert_int_equal(fixture_answer(i % 3 ? a : b, item), 0);
	}
	score_log_free(a);
	score_log_free(b);
	a = fixture_log(dir, NULL);
	assert_int_equal(fixture_answer(a, "last"), 0);
	score_log_free(a);
	fixture_replay(dir, "ada", &r);
	assert_int_equal(r.all.n, 41);
	assert_int_equal(r.diags.all.n, 0);
	assert_int_equal(r.totals.files, 1);
	for (i = 0; i < 40; i++) {
		snprintf(item, sizeof(item), " i%d", i);
		assert_non_null(strstr(r.all.v[i], item));
	}
	replayed_release(&r);
	fixture_remove(dir);
}

/* What stands at the end of the file, and what follows it. */
static void
a_torn_tail_is_sealed(void **state)
{
	static const struct {
		int lines;        /* whole ones */
		const char *tail; /* and then */
		size_t len;
		int n;    /* of the next line */
		int seal; /* it begins with a newline */
		int damaged;
	} cases[] = {
		{ 0, "", 0, 1, 0, 0 },
		{ 3, "", 0, 4, 0, 0 },
		{ 3, "{\"v\":1,\"n\":4,\"id", 15, 5, 1, 1 },
		{ 0, "{", 1, 2, 1, 1 },
		{ 3, "{\"v\":1}\n", 8, 5, 0, 1 },
		{ 3, "x\ny\nz", 5, 7, 1, 3 },
		{ 3, "\0\0\0\0", 4, 4, 1, 0 },
		{ 3, "\n\n", 2, 4, 0, 0 },
	};
	struct buf before = BUF_INIT, after = BUF_INIT, want = BUF_INIT;
	char id[40], *newline;
	struct replayed r;
	size_t i;
	int k;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char *dir = fixture_dir();
		struct score_log *log = fixture_log(dir, NULL);
		struct event e = { .kind = EVENT_READ };

		buf_reset(&before);
		for (k = 1; k <= cases[i].lines; k++) {
			snprintf(id, sizeof(id), "old-%d", k);
			fixture_line(&before, k, id, "x");
		}
		buf_add(&before, cases[i].tail, cases[i].len);
		fixture_write(dir, MAIN, before.s, before.len);
		assert_int_equal(score_log_append(log, &e), 0);
		assert_int_equal(e.n, cases[i].n);
		score_log_free(log);
		fixture_read(dir, MAIN, &after);
		assert_memory_equal(after.s, before.s, before.len);
		newline = after.s + before.len;
		assert_int_equal(*newline == '\n', cases[i].seal);
		buf_reset(&want);
		buf_printf(&want, "{\"v\":1,\"n\":%d,", cases[i].n);
		assert_memory_equal(newline + cases[i].seal, want.s, want.len);
		fixture_replay(dir, "ada", &r);
		assert_int_equal(r.totals.events, cases[i].lines + 1);
		assert_int_equal(r.totals.damaged, cases[i].damaged);
		assert_int_equal(r.totals.missing, 0);
		replayed_release(&r);
		fixture_remove(dir);
	}
	buf_release(&before);
	buf_release(&after);
	buf_release(&want);
}

/* A whole line that lacks its newline counts, and is sealed. */
static void
a_line_without_newline_counts(void **state)
{
	char *dir = fixture_dir();
	struct score_log *log = fixture_log(dir, NULL);
	struct buf b = BUF_INIT;
	struct replayed r;

	(void)state;
	fixture_line(&b, 1, "one", "x");
	fixture_line(&b, 2, "two", "x");
	fixture_write(dir, MAIN, b.s, b.len - 1);
	fixture_replay(dir, NULL, &r);
	assert_int_equal(r.totals.events, 2);
	replayed_release(&r);
	assert_int_equal(fixture_answer(log, "y"), 0);
	fixture_replay(dir, NULL, &r);
	assert_int_equal(r.totals.events, 3);
	assert_int_equal(r.diags.all.n, 0);
	replayed_release(&r);
	score_log_free(log);
	buf_release(&b);
	fixture_remove(dir);
}

/* The log must not write to MAIN, and must save the answer all the same. */
static void
expect_own_file(const char *dir, const struct score_sys *sys)
{
	struct score_log *log = fixture_log(dir, sys);
	int before = count_files(dir);

	assert_int_equal(fixture_answer(log, "first"), 0);
	assert_int_equal(fixture_answer(log, "second"), 0);
	assert_int_equal(count_files(dir), before + 1);
	assert_non_null(strstr(score_log_path(log), score_log_writer(log)));
	assert_int_equal(mode_of(score_log_path(log)), 0600);
	score_log_free(log);
}

static void
unfit_files_are_left_alone(void **state)
{
	char *dir = fixture_dir(), *target = path_join(dir, "target");
	struct buf b = BUF_INIT, after = BUF_INIT;
	struct replayed r;

	(void)state;
	fixture_write(dir, "x", "", 0);
	assert_int_equal(unlink(fixture_path(dir, "x")), 0);

	/* a link, to a file and to none */
	assert_int_equal(symlink(target, fixture_path(dir, MAIN)), 0);
	expect_own_file(dir, NULL);
	assert_int_equal(access(target, F_OK), -1);
	assert_int_equal(file_replace(target, "safe", 4), 0);
	expect_own_file(dir, NULL);
	assert_int_equal(file_read(&b, target, 100), 0);
	assert_string_equal(b.s, "safe");
	unlink(fixture_path(dir, MAIN));

	/* no file at all */
	assert_int_equal(mkfifo(fixture_path(dir, MAIN), 0600), 0);
	expect_own_file(dir, NULL);
	unlink(fixture_path(dir, MAIN));
	assert_int_equal(mkdir(fixture_path(dir, MAIN), 0700), 0);
	expect_own_file(dir, NULL);
	rmdir(fixture_path(dir, MAIN));

	/* of a later version; the line's checksum is right */
	buf_reset(&b);
	buf_adds(&b,
	    "{\"v\":2,\"n\":1,\"id\":\"x\",\"ts\":\"2026-11-22T00:00:00Z\","
	    "\"who\":\"ada\",\"ev\":\"read\",\"crc\":\"40dbe9d1\"}\n");
	fixture_write(dir, MAIN, b.s, b.len);
	expect_own_file(dir, NULL);
	fixture_read(dir, MAIN, &after);
	assert_string_equal(after.s, b.s);

	/* beyond repair: no sound line in the last 128 KiB */
	buf_reset(&b);
	buf_fill(&b, 'x', 140000);
	fixture_write(dir, MAIN, b.s, b.len);
	expect_own_file(dir, NULL);
	fixture_read(dir, MAIN, &after);
	assert_int_equal(after.len, b.len);

	fixture_replay(dir, "ada", &r);
	assert_int_equal(replayed_count(&r, "first"), 6);
	assert_int_equal(replayed_count(&r, "second"), 6);
	replayed_release(&r);
	buf_release(&b);
	buf_release(&after);
	free(target);
	fixture_remove(dir);
}

static void
a_linked_folder_is_refused(void **state)
{
	char *dir = fixture_dir(), *other = fixture_dir();
	struct score_log *log = fixture_log(dir, NULL);
	struct replayed r;
	char path[300];

	(void)state;
	snprintf(path, sizeof(path), "%s/psoas", dir);
	assert_int_equal(symlink(other, path), 0);
	assert_int_equal(fixture_answer(log, "a"), -1);
	assert_int_equal(score_log_unsaved(log), 1);
	assert_string_equal(score_log_reason(log),
	    "NOT SAVED: the scores folder is a link or no folder");
	assert_int_equal(rmdir(other), 0); /* it is empty */
	assert_int_equal(unlink(path), 0);
	assert_int_equal(fixture_answer(log, "b"), 0);
	assert_int_equal(score_log_unsaved(log), 0);
	fixture_replay(dir, "ada", &r);
	assert_int_equal(replayed_count(&r, "a"), 1);
	assert_int_equal(replayed_count(&r, "b"), 1);
	replayed_release(&r);
	score_log_free(log);
	free(other);
	fixture_remove(dir);
}

static void
a_replaced_file_is_noticed(void **state)
{
	char *dir = fixture_dir();
	struct score_log *log = fixture_log(dir, NULL);
	struct buf b = BUF_INIT;
	struct replayed r;

	(void)state;
	assert_int_equal(fixture_answer(log, "a"), 0);
	fixture_line(&b, 1, "one", "x");
	fixture_line(&b, 2, "two", "x");
	fixture_write(dir, "copy", b.s, b.len);
	/* as a restore from a backup does it */
	{
		char *from = xstrdup(fixture_path(dir, "copy"));

		assert_int_equal(rename(from, fixture_path(dir, MAIN)), 0);
		free(from);
	}
	assert_int_equal(fixture_answer(log, "b"), 0);
	unlink(fixture_path(dir, MAIN));
	assert_int_equal(fixture_answer(log, "c"), 0);
	fixture_replay(dir, NULL, &r);
	assert_int_equal(r.totals.events, 1);
	assert_int_equal(replayed_count(&r, "c"), 1);
	replayed_release(&r);
	score_log_free(log);
	buf_release(&b);
	fixture_remove(dir);
}

/* A clock that runs only while the log sleeps. */
static int64_t fake_ms;
static int sleeps;

static int64_t
fake_clock(void)
{
	return fake_ms;
}

static void
fake_sleep(int ms)
{
	assert_in_range(ms, 1, 100);
	fake_ms += ms;
	sleeps++;
}

static void
a_lock_is_not_waited_for_long(void **state)
{
	char *dir = fixture_dir();
	struct score_sys sys = score_sys_real;
	struct score_log *log;
	struct replayed r;
	int fd;

	(void)state;
	sys.clock_ms = fake_clock;
	sys.sleep_ms = fake_sleep;
	log = fixture_log(dir, NULL);
	assert_int_equal(fixture_answer(log, "a"), 0);
	score_log_free(log);
	fd = open(fixture_path(dir, MAIN), O_RDWR);
	assert_int_equal(score_sys_real.lock(fd, F_WRLCK), 0);
	fake_ms = 0;
	sleeps = 0;
	expect_own_file(dir, &sys);
	assert_in_range(fake_ms, LOG_LOCK_MS, LOG_LOCK_MS + 100);
	assert_in_range(sleeps, 20, 400);
	close(fd);
	fixture_replay(dir, NULL, &r);
	assert_int_equal(r.totals.events, 3);
	replayed_release(&r);
	fixture_remove(dir);
}

static int writes, syncs;

static ssize_t
count_write(int fd, const void *data, size_t len)
{
	assert_int_equal(((const char *)data)[len - 1], '\n');
	writes++;
	return write(fd, data, len);
}

static int
count_sync(int fd)
{
	syncs++;
	return fdatasync(fd);
}

static void
an_append_is_one_write_and_one_sync(void **state)
{
	char *dir = fixture_dir();
	struct score_sys sys = score_sys_real;
	struct score_log *log;
	int i;

	(void)state;
	sys.write = count_write;
	sys.fdatasync = count_sync;
	log = fixture_log(dir, &sys);
	writes = syncs = 0;
	for (i = 1; i <= 5; i++) {
		assert_int_equal(fixture_answer(log, "a"), 0);
		assert_int_equal(writes, i);
		assert_int_equal(syncs, i);
	}
	/* A note is written at once, and synced along with the next. */
	assert_int_equal(fixture_note(log, "b"), 0);
	assert_int_equal(writes, 6);
	assert_int_equal(syncs, 5);
	assert_int_equal(score_log_unsaved(log), 0);
	assert_int_equal(fixture_answer(log, "b"), 0);
	assert_int_equal(writes, 7);
	assert_int_equal(syncs, 6);
	assert_int_equal(fixture_note(log, "c"), 0);
	assert_int_equal(score_log_close(log), 0);
	assert_int_equal(syncs, 7);
	score_log_free(log);
	assert_int_equal(writes, 8);
	fixture_remove(dir);
}

static void
a_class_folder_gives_its_mode(void **state)
{
	char *dir = fixture_dir();
	struct score_log *log = fixture_log(dir, NULL);
	struct score_log_options o = { .scores = dir,
		.course = "psoas",
		.learner = "ben",
		.host = "lab1",
		.mode = 0664 };
	mode_t mask = umask(077);

	(void)state;
	assert_int_equal(chmod(dir, 02770), 0);
	assert_int_equal(fixture_answer(log, "a"), 0);
	assert_int_equal(mode_of(fixture_path(dir, "")), 02770);
	assert_int_equal(mode_of(fixture_path(dir, MAIN)), 0640);
	score_log_free(log);
	log = score_log_new(&o);
	assert_int_equal(fixture_answer(log, "a"), 0);
	assert_int_equal(mode_of(fixture_path(dir, "ben@lab1.jsonl")), 0664);
	score_log_free(log);
	umask(mask);
	fixture_remove(dir);
}

/* Exit status of `run` in a child that is no superuser. */
static int
as_nobody(const char *dir, int (*run)(const char *dir))
{
	int status = -1;
	pid_t pid;

	if (geteuid() == 0)
		assert_int_equal(chown(dir, 65534, 65534), 0);
	pid = fork();
	assert_true(pid != -1);
	if (pid == 0) {
		if (geteuid() == 0 &&
		    (setgid(65534) == -1 || setuid(65534) == -1))
			_exit(99);
		_exit(run(dir));
	}
	waitpid(pid, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static int
save_in_vain(const char *dir)
{
	struct score_log *log = fixture_log(dir, NULL);
	int result = 0;

	if (fixture_answer(log, "a") != -1 || errno != EACCES)
		result = 1;
	else if (score_log_reason(log) == NULL ||
	    strcmp(score_log_reason(log), "NOT SAVED: no permission") != 0)
		result = 2;
	else if (chmod(dir, 0700) == -1 || fixture_answer(log, "b") == -1 ||
	    score_log_unsaved(log) != 0)
		result = 3;
	score_log_free(log);
	return result;
}

static int
save_unseen(const char *dir)
{
	struct score_log *log = fixture_log(dir, NULL);
	int result = fixture_answer(log, "a");

	score_log_free(log);
	return result;
}

static void
permissions_are_told_of(void **state)
{
	char *dir = fixture_dir();
	struct replayed r;

	(void)state;
	assert_int_equal(chmod(dir, 0500), 0);
	assert_int_equal(as_nobody(dir, save_in_vain), 0);
	fixture_replay(dir, NULL, &r);
	assert_int_equal(r.totals.events, 2);
	replayed_release(&r);

	/* A folder to drop files into: it can be neither listed nor synced. */
	unlink(fixture_path(dir, MAIN));
	assert_int_equal(chmod(fixture_path(dir, ""), 0300), 0);
	assert_int_equal(as_nobody(dir, save_unseen), 0);
	assert_int_equal(chmod(fixture_path(dir, ""), 0700), 0);
	fixture_replay(dir, NULL, &r);
	assert_int_equal(r.totals.events, 1);
	replayed_release(&r);
	fixture_remove(dir);
}

/* A limit of the kernel's makes real short writes. */
static void
a_full_disk_is_outlived(void **state)
{
	char *dir = fixture_dir();
	struct score_log *log = fixture_log(dir, NULL);
	struct rlimit old, limit;
	struct replayed r;
	struct stat st;

	(void)state;
	signal(SIGXFSZ, SIG_IGN);
	getrlimit(RLIMIT_FSIZE, &old);
	assert_int_equal(fixture_answer(log, "a"), 0);
	stat(fixture_path(dir, MAIN), &st);
	limit = old;
	limit.rlim_cur = (rlim_t)st.st_size + 20;
	setrlimit(RLIMIT_FSIZE, &limit);
	assert_int_equal(fixture_answer(log, "b"), -1);
	assert_int_equal(fixture_answer(log, "c"), -1);
	assert_int_equal(score_log_retry(log), -1);
	assert_int_equal(score_log_unsaved(log), 2);
	assert_non_null(score_log_reason(log));
	setrlimit(RLIMIT_FSIZE, &old);
	assert_int_equal(fixture_answer(log, "d"), 0);
	assert_int_equal(score_log_unsaved(log), 0);
	assert_int_equal(score_log_close(log), 0);
	score_log_free(log);
	fixture_replay(dir, "ada", &r);
	assert_int_equal(r.totals.events, 4);
	assert_true(r.totals.damaged >= 1);
	assert_int_equal(r.totals.missing, 0);
	replayed_release(&r);
	signal(SIGXFSZ, SIG_DFL);
	fixture_remove(dir);
}

static void
another_place_takes_what_is_unsaved(void **state)
{
	char *dir = fixture_dir(), *other = fixture_dir();
	char *blocked = path_join(dir, "file");
	struct score_log *log = fixture_log(blocked, NULL);
	struct replayed r;

	(void)state;
	assert_int_equal(file_replace(blocked, "", 0), 0);
	assert_int_equal(fixture_answer(log, "a"), -1);
	assert_int_equal(fixture_answer(log, "b"), -1);
	assert_int_equal(score_log_close(log), -1);
	assert_int_equal(score_log_save_to(log, blocked), -1);
	assert_int_equal(score_log_unsaved(log), 2);
	assert_int_equal(score_log_save_to(log, other), 0);
	assert_int_equal(score_log_unsaved(log), 0);
	assert_int_equal(fixture_answer(log, "c"), 0);
	assert_int_equal(score_log_close(log), 0);
	assert_int_equal(fixture_answer(log, "d"), 0);
	score_log_free(log);
	fixture_replay(other, "ada", &r);
	assert_int_equal(r.totals.events, 4);
	assert_int_equal(r.diags.all.n, 0);
	replayed_release(&r);
	free(blocked);
	fixture_remove(other);
	fixture_remove(dir);
}

static void
what_fits_no_line_is_refused(void **state)
{
	char *dir = fixture_dir(), *text = malloc(20001);
	struct score_log *log = fixture_log(dir, NULL);
	const char *about[] = { text, text, text, text, text, text, NULL };
	struct event e = { .kind = EVENT_READ, .about = about };

	(void)state;
	memset(text, 'x', 20000);
	text[20000] = '\0';
	assert_int_equal(score_log_append(log, &e), -1);
	assert_int_equal(errno, EMSGSIZE);
	assert_int_equal(score_log_unsaved(log), 0);
	assert_int_equal(fixture_answer(log, "a"), 0);
	score_log_free(log);
	free(text);
	fixture_remove(dir);
}

static void
a_sitting_is_held_until_its_log_is_closed(void **state)
{
	char *dir = fixture_dir(), *folder = xstrdup(fixture_path(dir, ""));
	struct score_log *log = fixture_log(dir, NULL), *other;
	int fd;

	(void)state;
	assert_int_equal(held_find(folder, "ada", "s1"), 0);
	score_log_hold(log, "s1");
	assert_int_equal(fixture_answer(log, "a"), 0);
	assert_int_equal(held_find(folder, "ada", "s1"), 1);
	assert_int_equal(held_find(folder, "ada", "s2"), 0);
	assert_int_equal(held_find(folder, "ad", "s1"), 0);

	/* It is in nobody's way, and goes along to another file. */
	other = fixture_log(dir, NULL);
	assert_int_equal(fixture_answer(other, "b"), 0);
	score_log_free(other);
	assert_int_equal(count_files(dir), 1);
	assert_int_equal(unlink(fixture_path(dir, MAIN)), 0);
	assert_int_equal(fixture_answer(log, "c"), 0);
	assert_int_equal(held_find(folder, "ada", "s1"), 1);

	fd = open(fixture_path(dir, MAIN), O_RDONLY);
	score_log_free(log);
	assert_int_equal(held_find(folder, "ada", "s1"), 0);
	close(fd);
	free(folder);
	fixture_remove(dir);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_answer_is_a_line),
		cmocka_unit_test(numbers_go_on_over_logs),
		cmocka_unit_test(a_torn_tail_is_sealed),
		cmocka_unit_test(a_line_without_newline_counts),
		cmocka_unit_test(unfit_files_are_left_alone),
		cmocka_unit_test(a_linked_folder_is_refused),
		cmocka_unit_test(a_replaced_file_is_noticed),
		cmocka_unit_test(a_lock_is_not_waited_for_long),
		cmocka_unit_test(an_append_is_one_write_and_one_sync),
		cmocka_unit_test(a_class_folder_gives_its_mode),
		cmocka_unit_test(permissions_are_told_of),
		cmocka_unit_test(a_full_disk_is_outlived),
		cmocka_unit_test(another_place_takes_what_is_unsaved),
		cmocka_unit_test(what_fits_no_line_is_refused),
		cmocka_unit_test(a_sitting_is_held_until_its_log_is_closed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

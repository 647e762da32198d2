/* SPDX-License-Identifier: ISC */
/*
 * The log on a disk that fails.
 *
 * A simulated machine stands between the log and the real files: it lets any
 * system call fail at any time, or the process die in it, and it knows which
 * bytes a disk would still have after a power cut.  It forgets what was never
 * synced, and, as Linux does, what a failed fdatasync has dropped, even if a
 * later one succeeds.
 *
 * What must hold after each run: every event that was acknowledged is found
 * by a replay, exactly once; no event is found that was not appended.
 */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/xalloc.h"
#include "score/log.h"
#include "score/sys.h"
#include "score_fixture.h"
#include "unit.h"

#define MAIN "ada@lab1.jsonl"

enum call {
	CALL_MKDIRS,
	CALL_MKDIRAT,
	CALL_OPENAT,
	CALL_FSTAT,
	CALL_FCHMOD,
	CALL_PREAD,
	CALL_WRITE,
	CALL_FDATASYNC,
	CALL_FSYNC,
	CALL_SYNCFS,
	CALL_UNLINKAT,
	CALL_CLOSE,
	CALL_LOCK,
	CALL_COUNT
};

enum {
	FILES = 32,  /* that one run may make */
	RANGES = 64, /* writes to one of them */
	APPENDS = 6,
	POSITIONS = 9,
};

/* Bytes of a file that a write put there. */
struct range {
	off_t from, to;
	enum { DIRTY, DURABLE, DROPPED } state;
};

struct disk_file {
	ino_t ino;
	char name[128];
	int entry; /* its name is durable */
	int n;
	struct range ranges[RANGES];
};

/* The machine.  One test uses one after another. */
static struct sim {
	enum call fail; /* which call fails, */
	int at, times;  /* from its at-th use on, so many times, */
	int error;      /* with this, */
	size_t part;    /* a write after so many bytes */
	int used[CALL_COUNT];
	int total;  /* of all calls, */
	int die_at; /* in the die_at-th of which the process ends */
	int dead;
	int hit;        /* the fault was met */
	int late;       /* only close tells if bytes are durable, as over NFS */
	uint32_t storm; /* not 0: any call fails by chance */
	int64_t ms;
	int n;
	struct disk_file files[FILES];
} sim;

static const int errors[] = { ENOSPC, EDQUOT, EIO, EROFS, EINTR, EAGAIN, ENOLCK,
	EACCES };

/* 1 with errno if this call is to fail. */
static int
fails(enum call call)
{
	int use = ++sim.used[call];

	if (sim.die_at != 0 && ++sim.total >= sim.die_at) {
		sim.hit = sim.dead = 1;
		errno = EIO;
		return 1;
	}
	if (sim.storm != 0 && sim.times != 0) {
		sim.storm = sim.storm * 1664525 + 1013904223;
		sim.error = errors[sim.storm >> 8 & 7];
		sim.part = sim.storm >> 16 & 255;
		errno = sim.error;
		return sim.storm >> 28 < 4;
	}
	if (sim.die_at != 0 || call != sim.fail || use < sim.at ||
	    use >= sim.at + sim.times)
		return 0;
	sim.hit = 1;
	errno = sim.error;
	return 1;
}

static struct disk_file *
file_of(int fd)
{
	struct stat st;
	int i;

	assert_int_equal(fstat(fd, &st), 0);
	for (i = 0; i < sim.n; i++)
		if (sim.files[i].ino == st.st_ino)
			return &sim.files[i];
	return NULL;
}

static int
sim_mkdirs(const char *path, mode_t mode)
{
	return fails(CALL_MKDIRS) ? -1 : mkdir_all(path, mode);
}

static int
sim_mkdirat(int dir, const char *name, mode_t mode)
{
	return fails(CALL_MKDIRAT) ? -1 : mkdirat(dir, name, mode);
}

static int
sim_openat(int dir, const char *name, int flags, mode_t mode)
{
	struct stat st;
	int fd;

	if (fails(CALL_OPENAT))
		return -1;
	fd = openat(dir, name, flags, mode);
	if (fd == -1 || (flags & O_CREAT) == 0)
		return fd;
	assert_true(sim.n < FILES);
	assert_int_equal(fstat(fd, &st), 0);
	memset(&sim.files[sim.n], 0, sizeof(*sim.files));
	sim.files[sim.n].ino = st.st_ino;
	snprintf(sim.files[sim.n].name, sizeof(sim.files->name), "%s", name);
	sim.n++;
	return fd;
}

static int
sim_fstat(int fd, struct stat *st)
{
	return fails(CALL_FSTAT) ? -1 : fstat(fd, st);
}

static int
sim_fchmod(int fd, mode_t mode)
{
	return fails(CALL_FCHMOD) ? -1 : fchmod(fd, mode);
}

static ssize_t
sim_pread(int fd, void *data, size_t len, off_t at)
{
	return fails(CALL_PREAD) ? -1 : pread(fd, data, len, at);
}

static ssize_t
real_write(int fd, const void *data, size_t len)
{
	struct disk_file *f = file_of(fd);
	struct stat st;
	ssize_t n;

	assert_int_equal(fstat(fd, &st), 0);
	n = write(fd, data, len);
	assert_int_equal(n, len);
	if (f != NULL) {
		assert_true(f->n < RANGES);
		f->ranges[f->n].from = st.st_size;
		f->ranges[f->n].to = st.st_size + n;
		f->ranges[f->n++].state = DIRTY;
	}
	return n;
}

static ssize_t
sim_write(int fd, const void *data, size_t len)
{
	if (!fails(CALL_WRITE))
		return real_write(fd, data, len);
	/* A part gets through: the error comes with the next call. */
	if (sim.part == 0 || (sim.dead && sim.total > sim.die_at))
		return -1;
	len = sim.part < len ? sim.part : len - 1;
	real_write(fd, data, len);
	if (sim.dead) {
		errno = EIO;
		return -1;
	}
	return (ssize_t)len;
}

static void
settle(struct disk_file *f, int ok)
{
	int i;

	for (i = 0; f != NULL && i < f->n; i++)
		if (f->ranges[i].state == DIRTY)
			f->ranges[i].state = ok ? DURABLE : DROPPED;
}

static int
sim_fdatasync(int fd)
{
	int ok = !fails(CALL_FDATASYNC);

	if (!sim.late && !sim.dead && (ok || sim.error != EINTR))
		settle(file_of(fd), ok);
	return ok ? 0 : -1;
}

static void
settle_entries(void)
{
	int i;

	for (i = 0; i < sim.n; i++)
		sim.files[i].entry = 1;
}

static int
sim_fsync(int fd)
{
	(void)fd;
	if (fails(CALL_FSYNC))
		return -1;
	settle_entries();
	return 0;
}

static int
sim_syncfs(int fd)
{
	(void)fd;
	if (fails(CALL_SYNCFS))
		return -1;
	settle_entries();
	return 0;
}

/* The inode may come again, as that of another file. */
static int
sim_unlinkat(int dir, const char *name, int flags)
{
	int i;

	if (fails(CALL_UNLINKAT))
		return -1;
	for (i = 0; i < sim.n; i++)
		if (strcmp(sim.files[i].name, name) == 0)
			sim.files[i].ino = 0;
	return unlinkat(dir, name, flags);
}

/* Closes in any case, as Linux does; the error tells of lost data. */
static int
sim_close(int fd)
{
	int error, result = fails(CALL_CLOSE) ? -1 : 0;

	error = errno;
	if (sim.late)
		settle(file_of(fd), result == 0);
	close(fd);
	errno = error;
	return result;
}

static int
sim_lock(int fd, int type)
{
	return fails(CALL_LOCK) ? -1 : score_sys_real.lock(fd, type);
}

static int
sim_hold(int fd, off_t at)
{
	return fails(CALL_LOCK) ? -1 : score_sys_real.hold(fd, at);
}

static int64_t
sim_clock(void)
{
	return sim.ms;
}

static void
sim_sleep(int ms)
{
	sim.ms += ms;
}

static const struct score_sys sim_sys = {
	sim_mkdirs,
	sim_mkdirat,
	sim_openat,
	sim_fstat,
	sim_fchmod,
	sim_pread,
	sim_write,
	sim_fdatasync,
	sim_fsync,
	sim_syncfs,
	sim_unlinkat,
	sim_close,
	sim_lock,
	sim_hold,
	sim_clock,
	sim_sleep,
};

/*
 * The power goes: a name that was not synced is gone, bytes that were not are
 * NULs or, at the end of a file, not there.
 */
static void
cut_power(const char *dir)
{
	static const char nuls[4096];
	int i, k, fd;

	for (i = 0; i < sim.n; i++) {
		struct disk_file *f = &sim.files[i];
		const char *path = fixture_path(dir, f->name);

		if (!f->entry) {
			unlink(path);
			continue;
		}
		fd = open(path, O_WRONLY);
		if (fd == -1)
			continue; /* discarded */
		for (k = f->n - 1; k >= 0; k--) {
			const struct range *r = &f->ranges[k];
			size_t len = (size_t)(r->to - r->from);
			struct stat st;

			if (r->state == DURABLE)
				continue;
			assert_true(len <= sizeof(nuls));
			assert_int_equal(fstat(fd, &st), 0);
			if (st.st_size == r->to && k % 2 == 0)
				assert_int_equal(
				    ftruncate(fd, r->from + (off_t)len / 2), 0);
			else
				assert_int_equal(
				    pwrite(fd, nuls, len, r->from), len);
		}
		close(fd);
	}
}

/* One run: which events were acknowledged, and how it ended. */
struct run {
	char *dir;
	int acked[APPENDS + 1]; /* on the disk */
	int noted[APPENDS + 1]; /* or at least out of the process */
	int appended;
};

enum variant {
	FRESH,     /* no file yet */
	TORN_TAIL, /* two lines and a torn one */
	CLASS,     /* a class's folder, which needs fchmod */
	VARIANT_COUNT
};

static void
prepare(struct run *run, enum variant variant)
{
	struct buf b = BUF_INIT;

	memset(run, 0, sizeof(*run));
	run->dir = fixture_dir();
	if (variant == CLASS)
		assert_int_equal(chmod(run->dir, 02770), 0);
	if (variant != TORN_TAIL)
		return;
	fixture_line(&b, 1, "old-1", "old");
	fixture_line(&b, 2, "old-2", "old");
	buf_adds(&b, "{\"v\":1,\"n\":3");
	fixture_write(run->dir, MAIN, b.s, b.len);
	buf_release(&b);
}

/*
 * Appends event `i`; what is acknowledged takes all before it along.  Every
 * third is a note.
 */
static void
append(struct run *run, struct score_log *log, int i)
{
	char item[16];
	int k, result, note = i % 3 == 1;

	snprintf(item, sizeof(item), "item%d", i);
	run->appended = i + 1;
	result = note ? fixture_note(log, item) : fixture_answer(log, item);
	if (sim.dead)
		return;
	assert_int_equal(result == 0, score_log_unsaved(log) == 0);
	assert_int_equal(result == 0, score_log_reason(log) == NULL);
	for (k = 0; k <= i && result == 0; k++) {
		run->noted[k] = 1;
		run->acked[k] |= !note;
	}
}

static int
check(const struct run *run, enum variant variant, int power)
{
	const int *safe = power ? run->acked : run->noted;
	struct replayed r;
	char item[16];
	int i, found = 0, old;

	if (access(fixture_path(run->dir, ""), F_OK) == -1)
		return safe[0] ? -1 : 0;
	fixture_replay(run->dir, NULL, &r);
	for (i = 0; i <= APPENDS; i++) {
		int n;

		snprintf(item, sizeof(item), "item%d", i);
		n = replayed_count(&r, item);
		found += n;
		if (n > (i < run->appended) || n < safe[i])
			break;
	}
	old = replayed_count(&r, "old");
	if (i > APPENDS && old == (variant == TORN_TAIL ? 2 : 0) &&
	    (int)r.all.n == found + old) {
		replayed_release(&r);
		return 0;
	}
	print_error("call %d at %d x %d, error %d, part %zu, die at %d, "
		    "variant %d, storm %u, event %d\n",
	    sim.fail, sim.at, sim.times, sim.error, sim.part, sim.die_at,
	    variant, sim.storm, i);
	replayed_release(&r);
	return -1;
}

/*
 * Appends under the fault that `sim` holds.  `heal`: the fault passes, and one
 * more append must save everything.  `power`: in the end it is cut.  0 if the
 * fault was never met.
 */
static int
do_run(enum variant variant, int heal, int power)
{
	struct score_log *log;
	struct run run;
	int i, hit;

	prepare(&run, variant);
	log = fixture_log(run.dir, &sim_sys);
	for (i = 0; i < APPENDS && !sim.dead; i++)
		append(&run, log, i);
	if (heal) {
		sim.times = 0;
		append(&run, log, i);
		assert_int_equal(score_log_unsaved(log), 0);
	}
	if (!sim.dead && !power)
		score_log_close(log);
	/* A note in doubt is back in memory, and the learner is told. */
	if (score_log_unsaved(log) > 0)
		memcpy(run.noted, run.acked, sizeof(run.noted));
	if (power)
		cut_power(run.dir);
	if (check(&run, variant, power) == -1)
		fail();
	hit = sim.hit;
	sim.dead = 1;
	sim.die_at = 1;
	score_log_free(log);

	/* The next session goes on from what is there. */
	memset(&sim, 0, sizeof(sim));
	log = fixture_log(run.dir, &sim_sys);
	assert_int_equal(fixture_answer(log, "next"), 0);
	score_log_free(log);
	fixture_remove(run.dir);
	return hit;
}

struct fault {
	enum call call;
	int at, times, error;
	size_t part;
};

static void
set_fault(const struct fault *f)
{
	memset(&sim, 0, sizeof(sim));
	sim.fail = f->call;
	sim.at = f->at;
	sim.times = f->times;
	sim.error = f->error;
	sim.part = f->part;
}

/* All variants and endings of one fault; 0 if it was never met. */
static int
try_fault(const struct fault *f)
{
	int variant, ending, hit = 0;
	/* A class's folder differs in these alone. */
	int class = f->call == CALL_MKDIRAT || f->call == CALL_OPENAT ||
	    f->call == CALL_FCHMOD;

	for (variant = 0; variant < CLASS + class; variant++)
		for (ending = 0; ending < 4; ending++) {
			set_fault(f);
			hit |= do_run(
			    (enum variant)variant, ending & 1, ending >> 1);
		}
	return hit;
}

/* Lets a call fail at each of its uses; returns how many were tried. */
static int
try_positions(struct fault f)
{
	for (f.at = 1; f.at <= POSITIONS; f.at++)
		if (!try_fault(&f))
			break;
	return f.at - 1;
}

static void
no_fault_loses_an_answer(void **state)
{
	struct fault f = { 0 };
	size_t e;
	int call;

	(void)state;
	for (call = 0; call < CALL_COUNT; call++)
		for (e = 0; e < sizeof(errors) / sizeof(*errors); e++)
			for (f.times = 1; f.times <= 4; f.times += 3) {
				f.call = (enum call)call;
				f.error = errors[e];
				if (call == CALL_MKDIRS ||
				    call == CALL_SYNCFS ||
				    call == CALL_UNLINKAT)
					try_positions(f);
				else
					assert_true(try_positions(f) > 0);
			}
}

static void
no_short_write_loses_an_answer(void **state)
{
	static const size_t parts[] = { 1, 2, 7, 100, 200, 4000 };
	struct fault f = { .call = CALL_WRITE, .error = ENOSPC };
	size_t p;

	(void)state;
	for (p = 0; p < sizeof(parts) / sizeof(*parts); p++)
		for (f.times = 1; f.times <= 5; f.times += 2) {
			f.part = parts[p];
			assert_true(try_positions(f) >= APPENDS);
		}
}

/* What only close tells of is written again, to another file. */
static void
no_late_error_loses_an_answer(void **state)
{
	struct score_log *log;
	struct run run;
	int at, i, hit = 0;

	(void)state;
	for (at = 1; at <= POSITIONS; at++) {
		struct fault f = { CALL_CLOSE, at, 1, EDQUOT, 0 };

		set_fault(&f);
		sim.late = 1;
		prepare(&run, FRESH);
		log = fixture_log(run.dir, &sim_sys);
		for (i = 0; i < APPENDS; i++)
			append(&run, log, i);
		assert_int_equal(score_log_close(log), 0);
		cut_power(run.dir);
		assert_int_equal(check(&run, FRESH, 1), 0);
		hit += sim.hit && sim.n > 1;
		score_log_free(log);
		fixture_remove(run.dir);
	}
	assert_true(hit > 0);

	/* When it fails twice, the answers are still there to be saved. */
	memset(&sim, 0, sizeof(sim));
	prepare(&run, FRESH);
	log = fixture_log(run.dir, &sim_sys);
	for (i = 0; i < APPENDS; i++)
		append(&run, log, i);
	sim.fail = CALL_CLOSE;
	sim.at = 1;
	sim.times = 100;
	sim.error = EDQUOT;
	sim.late = 1;
	assert_int_equal(score_log_close(log), -1);
	assert_int_equal(errno, EDQUOT);
	assert_int_equal(score_log_unsaved(log), APPENDS);
	assert_string_equal(score_log_reason(log), "NOT SAVED: quota used up");
	sim.times = 0;
	assert_int_equal(score_log_retry(log), 0);
	assert_int_equal(score_log_close(log), 0);
	score_log_free(log);
	cut_power(run.dir);
	assert_int_equal(check(&run, FRESH, 1), 0);
	fixture_remove(run.dir);
}

/* SIGKILL, or with `power` the plug, in each system call. */
static void
no_death_loses_an_answer(void **state)
{
	static const size_t parts[] = { 0, 1, 150, 4000 };
	size_t p;
	int variant, power, at;

	(void)state;
	for (variant = 0; variant < VARIANT_COUNT; variant++)
		for (p = 0; p < sizeof(parts) / sizeof(*parts); p++)
			for (power = 0; power < 2; power++)
				for (at = 1; at <= 60; at++) {
					memset(&sim, 0, sizeof(sim));
					sim.die_at = at;
					sim.part = parts[p];
					sim.error = EIO;
					do_run((enum variant)variant, 0, power);
				}
}

/* Many faults at a time. */
static void
no_storm_loses_an_answer(void **state)
{
	uint32_t i;

	(void)state;
	for (i = 1; i <= 1200; i++) {
		memset(&sim, 0, sizeof(sim));
		sim.storm = i * 2654435761U;
		sim.times = 1;
		do_run((enum variant)(i % VARIANT_COUNT), i / 3 & 1, i / 6 & 1);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_fault_loses_an_answer),
		cmocka_unit_test(no_short_write_loses_an_answer),
		cmocka_unit_test(no_late_error_loses_an_answer),
		cmocka_unit_test(no_death_loses_an_answer),
		cmocka_unit_test(no_storm_loses_an_answer),
	};

	/* The disk is simulated: real files may as well lie in memory. */
	if (access("/dev/shm", W_OK) == 0)
		setenv("TMPDIR", "/dev/shm", 1);
	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "score/sys.h"

#include <fcntl.h>
#include <time.h>

#include <unistd.h>

#include "base/file.h"
#include "score/held.h"

static int
real_openat(int dir, const char *name, int flags, mode_t mode)
{
	return openat(dir, name, flags, mode);
}

static int
real_lock(int fd, int type)
{
	struct flock lock = { .l_type = (short)type, .l_whence = SEEK_SET };

	lock.l_len = HELD_FROM;
	return fcntl(fd, F_OFD_SETLK, &lock);
}

static int
real_hold(int fd, off_t at)
{
	struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

	lock.l_start = at;
	lock.l_len = 1;
	return fcntl(fd, F_OFD_SETLK, &lock);
}

static int64_t
real_clock_ms(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return (int64_t)ts.tv_sec * 1000 + ts.tv_nsec / 1000000;
}

static void
real_sleep_ms(int ms)
{
	struct timespec ts = { ms / 1000, ms % 1000 * 1000000L };

	nanosleep(&ts, NULL);
}

const struct score_sys score_sys_real = {
	.mkdirs = mkdir_all,
	.mkdirat = mkdirat,
	.openat = real_openat,
	.fstat = fstat,
	.fchmod = fchmod,
	.pread = pread,
	.write = write,
	.fdatasync = fdatasync,
	.fsync = fsync,
	.syncfs = syncfs,
	.unlinkat = unlinkat,
	.close = close,
	.lock = real_lock,
	.hold = real_hold,
	.clock_ms = real_clock_ms,
	.sleep_ms = real_sleep_ms,
};

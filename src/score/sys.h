/* SPDX-License-Identifier: ISC */
/*
 * sys.h - the system calls of the score log
 *
 * Layer score.  The log calls the system through this table alone, so that a
 * test can let any call fail at any time.  Each behaves as its namesake in
 * section 2 of the manual: -1 and errno on failure.
 */
#ifndef LECTERN_SCORE_SYS_H
#define LECTERN_SCORE_SYS_H

#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/types.h>

struct score_sys {
	int (*mkdirs)(const char *path, mode_t mode); /* mkdir_all */
	int (*mkdirat)(int dir, const char *name, mode_t mode);
	int (*openat)(int dir, const char *name, int flags, mode_t mode);
	int (*fstat)(int fd, struct stat *st);
	int (*fchmod)(int fd, mode_t mode);
	ssize_t (*pread)(int fd, void *data, size_t len, off_t at);
	ssize_t (*write)(int fd, const void *data, size_t len);
	int (*fdatasync)(int fd);
	int (*fsync)(int fd);
	int (*syncfs)(int fd);
	int (*unlinkat)(int dir, const char *name, int flags);
	int (*close)(int fd);

	/* What is written in the file, by F_OFD_SETLK: F_WRLCK or F_UNLCK;
	 * never waits. */
	int (*lock)(int fd, int type);

	/* A byte beyond that, which is given back when the file is closed. */
	int (*hold)(int fd, off_t at);

	/* A clock that only goes forward, and a rest, in ms. */
	int64_t (*clock_ms)(void);
	void (*sleep_ms)(int ms);
};

/* The system itself. */
extern const struct score_sys score_sys_real;

#endif

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "score/logfile.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>

#include <unistd.h>

#include "base/buf.h"
#include "base/xalloc.h"
#include "score/event.h"
#include "score/log.h"
#include "score/sys.h"
#include "score/tail.h"

enum {
	FILE_FLAGS =
	    O_RDWR | O_APPEND | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY,
	DIR_FLAGS = O_DIRECTORY | O_CLOEXEC,
	OWN_MAX = 1000, /* files of its own that a log tries to make */
};

void
log_file_set_name(struct log_file *f)
{
	free(f->name);
	if (!f->own)
		f->name = xasprintf("%s.jsonl", f->stem);
	else if (f->number < 2)
		f->name = xasprintf("%s-%s.jsonl", f->stem, f->writer);
	else
		f->name =
		    xasprintf("%s-%s-%d.jsonl", f->stem, f->writer, f->number);
}

/* openat, gone on with after EINTR. */
static int
open_at(const struct log_file *f, int dir, const char *name, int flags)
{
	int fd;

	do
		fd = f->sys->openat(dir, name, flags, 0600);
	while (fd == -1 && errno == EINTR);
	return fd;
}

static void
close_quietly(const struct log_file *f, int fd)
{
	int error = errno;

	f->sys->close(fd);
	errno = error;
}

static int
fstat_or_close(const struct log_file *f, int fd, struct stat *st)
{
	int result;

	do
		result = f->sys->fstat(fd, st);
	while (result == -1 && errno == EINTR);
	if (result == -1)
		close_quietly(f, fd);
	return result;
}

/*
 * Makes the course's folder.  Below a class's folder (setgid) it gets the
 * same permissions, whatever the umask: the class is to write in it.
 */
static int
make_dir(struct log_file *f, int scores, const struct stat *st)
{
	int class = (st->st_mode & S_ISGID) != 0, fd;

	if (f->sys->mkdirat(
		scores, f->course, class ? st->st_mode & 0777 : 0700) == -1)
		return errno == EEXIST || errno == EINTR ? 0 : -1;
	f->made_dir = 1;
	if (!class)
		return 0;
	fd = open_at(f, scores, f->course, O_RDONLY | O_NOFOLLOW | DIR_FLAGS);
	if (fd == -1)
		return 0; /* then it is a folder with the umask's mode */
	f->sys->fchmod(fd, st->st_mode & (0777 | S_ISGID | S_ISVTX));
	close_quietly(f, fd);
	return 0;
}

static int
open_dir(struct log_file *f)
{
	struct stat st;
	int scores, result;

	if (f->scores == NULL) {
		errno = ENOENT;
		return -1;
	}
	scores = open_at(f, AT_FDCWD, f->scores, O_PATH | DIR_FLAGS);
	if (scores == -1 && errno == ENOENT &&
	    f->sys->mkdirs(f->scores, 0700) == 0)
		scores = open_at(f, AT_FDCWD, f->scores, O_PATH | DIR_FLAGS);
	if (scores == -1 || fstat_or_close(f, scores, &st) == -1)
		return -1;
	result = make_dir(f, scores, &st);
	if (result == 0)
		f->dir = open_at(
		    f, scores, f->course, O_PATH | O_NOFOLLOW | DIR_FLAGS);
	close_quietly(f, scores);
	if (f->dir == -1 || fstat_or_close(f, f->dir, &st) == -1) {
		f->dir = -1;
		return -1;
	}
	f->shared_dir = (st.st_mode & (S_IWGRP | S_IWOTH)) != 0;
	f->set_mode = f->mode != 0 || (st.st_mode & S_ISGID) != 0;
	f->new_mode = f->mode != 0   ? f->mode & 0666
	    : (st.st_mode & S_ISGID) ? 0640
				     : 0600;
	return 0;
}

/* A file of its own is a new one: the next name that is free. */
static int
open_own(struct log_file *f)
{
	int fd;

	for (;;) {
		log_file_set_name(f);
		fd = open_at(f, f->dir, f->name, FILE_FLAGS | O_CREAT | O_EXCL);
		if (fd != -1 || errno != EEXIST || f->number >= OWN_MAX)
			return fd;
		f->number++;
	}
}

/* Opens or makes the shared file, which may come and go meanwhile. */
static int
open_shared(struct log_file *f, int *made)
{
	int fd, i;

	log_file_set_name(f);
	for (i = 0, fd = -1; i < 3 && fd == -1; i++) {
		*made = 0;
		fd = open_at(f, f->dir, f->name, FILE_FLAGS);
		if (fd != -1 || errno != ENOENT)
			break;
		*made = 1;
		fd = open_at(f, f->dir, f->name, FILE_FLAGS | O_CREAT | O_EXCL);
		if (fd == -1 && errno != EEXIST)
			break;
	}
	return fd;
}

/*
 * EINVAL if the descriptor is of no regular file, EPERM if it is somebody
 * else's in a folder where he could have put it for us.
 */
static int
check_file(const struct log_file *f, int fd)
{
	struct stat st;

	if (fstat_or_close(f, fd, &st) == -1)
		return -1;
	errno = 0;
	if (!S_ISREG(st.st_mode))
		errno = EINVAL;
	else if (f->shared_dir && st.st_uid != geteuid())
		errno = EPERM;
	if (errno == 0)
		return 0;
	close_quietly(f, fd);
	return -1;
}

int
log_file_open(struct log_file *f)
{
	int fd, made = 1;

	if (f->dir == -1 && open_dir(f) == -1)
		return -1;
	fd = f->own ? open_own(f) : open_shared(f, &made);
	if (fd == -1 || check_file(f, fd) == -1)
		return -1;
	if (made && f->set_mode)
		f->sys->fchmod(fd, f->new_mode);
	f->fd = fd;
	f->n = 0;
	f->size = -1;
	f->dir_synced = 0;
	log_file_hold(f);
	return 0;
}

void
log_file_hold(struct log_file *f)
{
	int error = errno;

	if (f->fd != -1 && f->hold != 0)
		f->sys->hold(f->fd, f->hold);
	errno = error;
}

/* 5 to 36 ms, so that two that wait do not ask at the same time. */
static int
jitter_ms(struct log_file *f)
{
	f->rnd = f->rnd * 1664525 + 1013904223; /* Numerical Recipes' LCG */
	return 5 + (int)(f->rnd >> 27);
}

int
log_file_lock(struct log_file *f)
{
	int64_t end;

	if (f->own)
		return 0;
	end = f->sys->clock_ms() + LOG_LOCK_MS;
	while (f->sys->lock(f->fd, F_WRLCK) == -1) {
		if (errno != EAGAIN && errno != EACCES && errno != EINTR)
			return -1;
		if (f->sys->clock_ms() >= end) {
			errno = ETIMEDOUT;
			return -1;
		}
		f->sys->sleep_ms(jitter_ms(f));
	}
	return 0;
}

int
log_file_unlock(struct log_file *f)
{
	return f->own || f->fd == -1 ? 0 : f->sys->lock(f->fd, F_UNLCK);
}

int
log_file_find_end(struct log_file *f)
{
	struct stat st;
	struct tail t;
	int result;

	do
		result = f->sys->fstat(f->fd, &st);
	while (result == -1 && errno == EINTR);
	if (result == -1)
		return -1;
	if (st.st_nlink == 0) {
		errno = ESTALE;
		return -1;
	}
	if (st.st_size == f->size)
		return 0;
	if (tail_read(f->sys, f->fd, st.st_size, &t) == -1)
		return -1;
	if (t.version > EVENT_VERSION) {
		errno = EPROTONOSUPPORT;
		return -1;
	}
	f->size = st.st_size;
	f->n = t.n;
	f->torn = t.torn;
	return 0;
}

static int
write_whole(struct log_file *f, const char *data, size_t len)
{
	ssize_t n;

	while (len > 0) {
		n = f->sys->write(f->fd, data, len);
		if (n == -1 && errno == EINTR)
			continue;
		if (n == 0)
			errno = ENOSPC;
		if (n <= 0)
			return -1;
		data += n;
		len -= (size_t)n;
	}
	return 0;
}

int
log_file_write(
    struct log_file *f, struct buf *line, const char *body, size_t len)
{
	buf_reset(line);
	if (f->torn)
		buf_addc(line, '\n');
	event_put_frame(line, f->n + 1, body, len);
	if (write_whole(f, line->s, line->len) == -1) {
		f->size = -1; /* a part may be there */
		return -1;
	}
	f->n++;
	f->size += (off_t)line->len;
	f->torn = 0;
	return 0;
}

static int
sync_fd(int (*sync)(int fd), int fd)
{
	int result;

	do
		result = sync(fd);
	while (result == -1 && errno == EINTR);
	return result;
}

/* Syncs a folder by its name below the course's; EACCES if unreadable. */
static int
sync_dir(const struct log_file *f, const char *name)
{
	int fd = open_at(f, f->dir, name, O_RDONLY | DIR_FLAGS), result;

	if (fd == -1)
		return -1;
	result = sync_fd(f->sys->fsync, fd);
	close_quietly(f, fd);
	return result;
}

/*
 * The folder's entry for the file.  All of the disk is synced where the folder
 * cannot be, as one that a class may write in but not list, and once in its
 * life for a folder that we made, with any number of new ones above it.
 */
static int
sync_entry(const struct log_file *f)
{
	if (f->made_dir)
		return sync_fd(f->sys->syncfs, f->fd);
	if (sync_dir(f, ".") == 0) {
		/* Another process may have made it and be dead by now. */
		if (sync_dir(f, "..") == 0 || errno == EACCES)
			return 0;
	} else if (errno == EACCES || errno == EINVAL) {
		return sync_fd(f->sys->syncfs, f->fd);
	}
	return -1;
}

int
log_file_sync(struct log_file *f)
{
	if (sync_fd(f->sys->fdatasync, f->fd) == -1)
		return -1;
	if (!f->dir_synced && sync_entry(f) == -1)
		return -1;
	f->dir_synced = 1;
	return 0;
}

int
log_file_close(struct log_file *f)
{
	int fd = f->fd;

	f->fd = -1;
	f->size = -1;
	if (fd == -1 || f->sys->close(fd) == 0)
		return 0;
	return errno == EINTR ? 0 : -1; /* Linux has closed it */
}

void
log_file_discard(struct log_file *f)
{
	log_file_close(f);
	f->sys->unlinkat(f->dir, f->name, 0);
}

void
log_file_leave(struct log_file *f)
{
	log_file_close(f);
	if (f->dir != -1)
		f->sys->close(f->dir);
	f->dir = -1;
}

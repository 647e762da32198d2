/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <unistd.h>

#include "base/buf.h"
#include "base/xalloc.h"

int
write_all(int fd, const void *data, size_t len)
{
	const char *p = data;
	ssize_t n;

	while (len > 0) {
		n = write(fd, p, len);
		if (n == -1 && errno != EINTR)
			return -1;
		if (n > 0) {
			p += n;
			len -= (size_t)n;
		}
	}
	return 0;
}

static int
read_all(struct buf *b, int fd, size_t max)
{
	size_t start = b->len;
	ssize_t n;

	for (;;) {
		n = read(fd, buf_reserve(b, 65536), 65536);
		if (n == 0)
			return 0;
		if (n == -1 && errno == EINTR)
			continue;
		if (n == -1)
			return -1;
		b->len += (size_t)n;
		b->s[b->len] = '\0';
		if (b->len - start > max) {
			errno = EFBIG;
			return -1;
		}
	}
}

int
file_read(struct buf *b, const char *path, size_t max)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	size_t start = b->len;
	struct stat st;
	int error = 0;

	if (fd == -1)
		return -1;
	if (fstat(fd, &st) == -1) {
		error = errno;
	} else if (!S_ISREG(st.st_mode)) {
		error = S_ISDIR(st.st_mode) ? EISDIR : EINVAL;
	} else if (read_all(b, fd, max) == -1) {
		error = errno;
		buf_truncate(b, start);
	}
	close(fd);
	errno = error;
	return error == 0 ? 0 : -1;
}

const char *
file_error(int error)
{
	return error == EINVAL ? "it is no regular file" : strerror(error);
}

int
file_replace(const char *path, const void *data, size_t len)
{
	char *tmp = xasprintf("%s.XXXXXX", path);
	int fd = mkostemp(tmp, O_CLOEXEC), error = 0;

	if (fd == -1 || write_all(fd, data, len) == -1 || fsync(fd) == -1)
		error = errno;
	if (fd != -1 && close(fd) == -1 && error == 0)
		error = errno;
	if (error == 0 && rename(tmp, path) == -1)
		error = errno;
	if (fd != -1 && error != 0)
		unlink(tmp);
	free(tmp);
	errno = error;
	return error == 0 ? 0 : -1;
}

int
mkdir_all(const char *path, mode_t mode)
{
	char *copy = xstrdup(path), *p;
	int result = 0, error = 0;

	for (p = copy + 1; result == 0 && *p != '\0'; p++) {
		if (*p != '/')
			continue;
		*p = '\0';
		if (mkdir(copy, mode) == -1 && errno != EEXIST)
			result = -1;
		*p = '/';
	}
	if (result == 0 && mkdir(copy, mode) == -1 && errno != EEXIST)
		result = -1;
	error = errno;
	free(copy);
	errno = error;
	return result;
}

char *
path_join(const char *dir, const char *name)
{
	size_t len = strlen(dir);

	return xasprintf(
	    "%s%s%s", dir, len > 0 && dir[len - 1] == '/' ? "" : "/", name);
}

const char *
path_base(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash == NULL ? path : slash + 1;
}

char *
path_typed(const char *s)
{
	const char *home = getenv("HOME");

	if (strncmp(s, "~/", 2) == 0 && home != NULL)
		return path_join(home, s + 2);
	return xstrdup(s);
}

char *
xdg_path(const char *var, const char *fallback, const char *below)
{
	const char *dir = getenv(var), *home = getenv("HOME");

	if (dir != NULL && dir[0] == '/')
		return path_join(dir, below);
	if (home == NULL || home[0] != '/')
		return NULL;
	return xasprintf("%s/%s/%s", home, fallback, below);
}

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "xml/folder.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <sys/syscall.h>

#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/xalloc.h"

enum { OPEN_FLAGS = O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK };

/* The folder part of a path, without the last '/'; "/" and "." where needed. */
static char *
dir_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	if (slash == NULL)
		return xstrdup(".");
	if (slash == path)
		return xstrdup("/");
	return xstrndup(path, (size_t)(slash - path));
}

/* Takes "." and ".." out of an absolute path, in place. */
static void
normalize(char *path)
{
	char *from = path, *to = path, *end;

	while (*from != '\0') {
		while (*from == '/')
			from++;
		end = from + strcspn(from, "/");
		if (end == from || (end - from == 1 && from[0] == '.')) {
			from = end;
		} else if (end - from == 2 && memcmp(from, "..", 2) == 0) {
			while (to > path && *--to != '/')
				;
			from = end;
		} else {
			*to++ = '/';
			memmove(to, from, (size_t)(end - from));
			to += end - from;
			from = end;
		}
	}
	if (to == path)
		*to++ = '/';
	*to = '\0';
}

int
folder_init(struct folder *f, const char *path, const char *root)
{
	char *dir = dir_of(path), *real;
	int error;

	memset(f, 0, sizeof(*f));
	f->fd = -1;
	f->doc_name = xstrdup(path);
	f->root_name = xstrdup(root != NULL ? root : dir);
	real = realpath(dir, NULL);
	f->doc = path_join(real != NULL ? real : "/", path_base(path));
	free(real);
	free(dir);
	f->root = realpath(f->root_name, NULL);
	if (f->root != NULL)
		f->fd = open(f->root, O_PATH | O_DIRECTORY | O_CLOEXEC);
	error = errno;
	if (f->root == NULL)
		f->root = xstrdup("/");
	errno = error;
	return f->fd == -1 ? -1 : 0;
}

void
folder_release(struct folder *f)
{
	if (f->fd != -1)
		close(f->fd);
	f->fd = -1;
	free(f->root);
	free(f->root_name);
	free(f->doc);
	free(f->doc_name);
}

/* What is behind "file:" and an empty or local host; NULL for any other
 * scheme. */
static const char *
strip_scheme(const char *uri)
{
	size_t n = 0;

	if (isalpha((unsigned char)uri[0]))
		while (isalnum((unsigned char)uri[n]) ||
		    (uri[n] != '\0' && strchr("+-.", uri[n]) != NULL))
			n++;
	if (n == 0 || uri[n] != ':')
		return uri;
	if (n != 4 || strncasecmp(uri, "file", 4) != 0)
		return NULL;
	uri += 5;
	if (strncmp(uri, "//", 2) != 0)
		return uri;
	uri += 2;
	if (strncasecmp(uri, "localhost/", 10) == 0)
		uri += 9;
	return uri[0] == '/' ? uri : NULL;
}

static int
hex_value(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c = (char)(c | 0x20);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Appends `uri` with %xx decoded; -1 for an escaped NUL. */
static int
add_decoded(struct buf *b, const char *uri)
{
	int high, low;

	for (; *uri != '\0'; uri++) {
		high = uri[0] == '%' ? hex_value(uri[1]) : -1;
		low = high != -1 ? hex_value(uri[2]) : -1;
		if (low == -1) {
			buf_addc(b, *uri);
			continue;
		}
		if (high == 0 && low == 0)
			return -1;
		buf_addc(b, (char)(high * 16 + low));
		uri += 2;
	}
	return 0;
}

char *
folder_resolve(const char *base, const char *uri)
{
	struct buf b = BUF_INIT;
	char *dir;

	uri = strip_scheme(uri);
	if (uri == NULL)
		return NULL;
	if (uri[0] == '\0')
		return xstrdup(base);
	if (uri[0] != '/') {
		dir = dir_of(base);
		buf_adds(&b, dir);
		buf_addc(&b, '/');
		free(dir);
	}
	if (add_decoded(&b, uri) == -1) {
		buf_release(&b);
		return NULL;
	}
	normalize(b.s);
	return buf_detach(&b);
}

/* `path` behind "dir/", or NULL when it does not lie below it. */
static const char *
below(const char *path, const char *dir)
{
	size_t n = strcmp(dir, "/") == 0 ? 0 : strlen(dir);

	if (strncmp(path, dir, n) != 0 || path[n] != '/' || path[n + 1] == '\0')
		return NULL;
	return path + n + 1;
}

int
folder_holds(const struct folder *f, const char *path)
{
	return f->fd != -1 && below(path, f->root) != NULL;
}

/* The kernel refuses to leave the folder, by "..", by links, by /proc. */
static int
open_beneath(int dir, const char *path)
{
	struct open_how how = { .flags = OPEN_FLAGS,
		.resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS };

	return (int)syscall(SYS_openat2, dir, path, &how, sizeof(how));
}

/* One step after the other, no link followed. */
static int
open_walking(int dir, const char *path)
{
	char *copy = xstrdup(path), *step = copy, *slash;
	int fd = fcntl(dir, F_DUPFD_CLOEXEC, 0), next, error;

	while (fd != -1 && step != NULL) {
		slash = strchr(step, '/');
		if (slash != NULL)
			*slash = '\0';
		next = openat(fd, step,
		    slash != NULL
			? O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
			: OPEN_FLAGS | O_NOFOLLOW);
		error = errno;
		close(fd);
		errno = error == ELOOP ? EXDEV : error;
		fd = next;
		step = slash != NULL ? slash + 1 : NULL;
	}
	error = errno;
	free(copy);
	errno = error;
	return fd;
}

/* Keeps `fd` if it is a regular file, and says which. */
static int
regular(int fd, struct file_id *id)
{
	struct stat st;
	int error = 0;

	if (fd == -1)
		return -1;
	if (fstat(fd, &st) == -1)
		error = errno;
	else if (!S_ISREG(st.st_mode))
		error = S_ISDIR(st.st_mode) ? EISDIR : EINVAL;
	if (error != 0) {
		close(fd);
		errno = error;
		return -1;
	}
	id->dev = st.st_dev;
	id->ino = st.st_ino;
	return fd;
}

int
folder_open(struct folder *f, const char *path, struct file_id *id)
{
	const char *rest = below(path, f->root);
	int fd;

	if (f->fd == -1 || rest == NULL) {
		errno = EXDEV;
		return -1;
	}
	fd = f->walk ? -1 : open_beneath(f->fd, rest);
	if (fd == -1 && !f->walk && (errno == ENOSYS || errno == EPERM))
		f->walk = 1;
	if (f->walk)
		fd = open_walking(f->fd, rest);
	return regular(fd, id);
}

int
folder_open_document(const char *path, struct file_id *id)
{
	return regular(open(path, OPEN_FLAGS), id);
}

char *
folder_name(const struct folder *f, const char *path)
{
	char *dir, *name = NULL;
	const char *rest;
	size_t typed;

	if (strcmp(path, f->doc) == 0)
		return xstrdup(f->doc_name);
	dir = dir_of(f->doc);
	rest = below(path, dir);
	if (rest != NULL) {
		typed = strlen(f->doc_name) - strlen(path_base(f->doc_name));
		name = xasprintf("%.*s%s", (int)typed, f->doc_name, rest);
	} else if ((rest = below(path, f->root)) != NULL) {
		name = path_join(f->root_name, rest);
	}
	free(dir);
	return name != NULL ? name : xstrdup(path);
}

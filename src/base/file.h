/* SPDX-License-Identifier: ISC */
/*
 * file.h - files and paths
 *
 * Layer base.  Functions return 0 or a value on success; on failure -1 or NULL
 * with errno set, and the caller adds the path to its message.
 */
#ifndef LECTERN_BASE_FILE_H
#define LECTERN_BASE_FILE_H

#include <stddef.h>
#include <sys/types.h>

struct buf;

/* Writes all `len` bytes, going on after short writes and EINTR. */
int write_all(int fd, const void *data, size_t len);

/*
 * Appends the whole regular file at `path` to `b`; EFBIG when it has more than
 * `max` bytes, EINVAL when it is no regular file.  `b` is as it was on error.
 */
int file_read(struct buf *b, const char *path, size_t max);

/* What errno says of a file that could not be read; of EINVAL, that it is none.
 */
const char *file_error(int error);

/*
 * Replaces the file at `path` by `len` bytes at `data`, all or nothing: a
 * reader, or a crash at any point, sees the old file or the new one.
 */
int file_replace(const char *path, const void *data, size_t len);

/* Makes a folder and its parents with `mode`; one that exists is fine. */
int mkdir_all(const char *path, mode_t mode);

/* "dir/name"; the caller frees it. */
char *path_join(const char *dir, const char *name);

/* The part behind the last '/'; points into `path`. */
const char *path_base(const char *path);

/* What somebody typed as a path, a leading "~/" replaced as a shell would; the
 * caller frees it. */
char *path_typed(const char *s);

/*
 * A folder of the user by the XDG base directory rules: $`var` when it is an
 * absolute path, else $HOME/`fallback`; "/" + `below` is appended.  NULL when
 * there is no HOME either.  The caller frees it.
 */
char *xdg_path(const char *var, const char *fallback, const char *below);

#endif

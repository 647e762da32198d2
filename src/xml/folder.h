/* SPDX-License-Identifier: ISC */
/*
 * folder.h - the folder below which a document may open files
 *
 * Layer xml; libc only.  Every file that a document names is opened here and
 * nowhere else.  It must be a regular file below the folder; the kernel holds
 * the line (openat2 with RESOLVE_BENEATH), and where it cannot, a walk that
 * follows no link does.  Nothing is fetched.
 *
 * Inside this layer a file is named by its absolute path, without "." and
 * "..", links not followed.
 */
#ifndef LECTERN_XML_FOLDER_H
#define LECTERN_XML_FOLDER_H

#include <sys/types.h>

struct folder {
	int fd;          /* the folder; -1: nothing may be opened */
	char *root;      /* its absolute path */
	char *root_name; /* as the user would name it */
	char *doc;       /* absolute path of the document itself */
	char *doc_name;
	int walk; /* do without openat2: the kernel has none, or in tests */
};

/*
 * For the document at `path` and the folder `root`, or where that is NULL the
 * folder of `path`.  -1 with errno when there is no such folder: then nothing
 * can be opened below it, and folder_release is still to be called.
 */
int folder_init(struct folder *f, const char *path, const char *root);
void folder_release(struct folder *f);

/*
 * The absolute path that `uri` means when it stands in the file `base`; the
 * caller frees it.  NULL for what is no file: other schemes, other hosts, bad
 * escapes.
 */
char *folder_resolve(const char *base, const char *uri);

/* 1 when the path lies below the folder, by its name. */
int folder_holds(const struct folder *f, const char *path);

/* A file, told apart from others whatever its name. */
struct file_id {
	dev_t dev;
	ino_t ino;
};

/*
 * Opens a regular file below the folder.  -1 with errno: EXDEV when it, or a
 * link on the way to it, lies outside; EINVAL when it is no regular file.
 */
int folder_open(struct folder *f, const char *path, struct file_id *id);

/* Opens the document itself, which may lie anywhere. */
int folder_open_document(const char *path, struct file_id *id);

/* The path as messages name it; the caller frees it. */
char *folder_name(const struct folder *f, const char *path);

#endif

/* SPDX-License-Identifier: ISC */
/*
 * logfile.h - one open score file
 *
 * Layer score, for log.c only.  Each function takes one step and says -1 and
 * errno; log.c decides what follows.
 */
#ifndef LECTERN_SCORE_LOGFILE_H
#define LECTERN_SCORE_LOGFILE_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct buf;
struct score_sys;

struct log_file {
	const struct score_sys *sys;
	char *scores, *course; /* folder, and the folder in it */
	char *stem;            /* WHO@HOST */
	const char *writer;    /* borrowed */
	mode_t mode;           /* as configured, or 0 */

	int own;    /* 1: in a file of its own, without a lock */
	int number; /* of that file */
	char *name; /* of the file in its folder */

	int dir;         /* O_PATH descriptor of the course's folder, or -1 */
	int shared_dir;  /* others may write in it */
	int made_dir;    /* it is new, perhaps those above it too */
	int dir_synced;  /* the entry of the present file is on the disk */
	mode_t new_mode; /* of new files */
	int set_mode;    /* against the umask */

	off_t hold;   /* byte to hold while it is open; 0: none */
	int fd;       /* or -1 */
	int64_t n;    /* number of the last line */
	off_t size;   /* where that ends; -1 not known */
	int torn;     /* the last line lacks its newline */
	uint32_t rnd; /* for the jitter */
};

/* The name of the file that log_file_open would open. */
void log_file_set_name(struct log_file *f);

/*
 * Opens the folders and the file, made if they are missing, none of them by a
 * link.  A file of its own is always a new one.
 */
int log_file_open(struct log_file *f);

/* Holds the byte f->hold of the open file; where that cannot be, nothing. */
void log_file_hold(struct log_file *f);

/* Takes the lock, waiting LOG_LOCK_MS at most; then ETIMEDOUT. */
int log_file_lock(struct log_file *f);
int log_file_unlock(struct log_file *f);

/*
 * Learns n, size and torn if anybody else has appended.  ESTALE: the file was
 * unlinked or replaced; EPROTONOSUPPORT: a later version wrote in it; EBADMSG:
 * it is too damaged to number on.
 */
int log_file_find_end(struct log_file *f);

/* Appends one line, sealing a torn one before it; `line` is scratch. */
int log_file_write(
    struct log_file *f, struct buf *line, const char *body, size_t len);

/* The data, then once the folder's entry. */
int log_file_sync(struct log_file *f);

/* -1 if close(2) fails; closed it is. */
int log_file_close(struct log_file *f);

/* Closes the file and removes it: none of it counts. */
void log_file_discard(struct log_file *f);

/* Closes the folder too. */
void log_file_leave(struct log_file *f);

#endif

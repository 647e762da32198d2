/* SPDX-License-Identifier: ISC */
/*
 * log.h - keeping events safe
 *
 * Layer score: may include base and text.  The file of one learner, machine
 * and course, SCORES/COURSE/WHO@HOST.jsonl, to which events are appended.
 * What score_log_append returned 0 for is on the disk and stays there, come
 * SIGKILL, a full disk or a power cut; what it returned -1 for is kept in
 * memory and tried again with each later append.
 *
 * Two processes may append to one file: each append is one write on an
 * O_APPEND descriptor under an OFD lock, followed by fdatasync.  Where there
 * is no lock to be had within LOG_LOCK_MS, or the file is not fit to be
 * written to (a link, somebody else's, of a later version, too damaged to
 * number on), the log goes on in a file of its own, WHO@HOST-WRITER.jsonl.  So
 * it does after a failed fdatasync, for the kernel then drops what it could
 * not write and a second fdatasync would call that saved (Rebello et al.,
 * "Can applications recover from fsync failures?", USENIX ATC 2020).
 *
 * An event's id is WHO@HOST-WRITER-NUMBER, where WRITER is drawn by chance for
 * each log: it stays the event's own if that is written twice, if a file is
 * restored from a copy, and if two machines have one name.  So merging files
 * needs nothing but the ids.
 */
#ifndef LECTERN_SCORE_LOG_H
#define LECTERN_SCORE_LOG_H

#include <stddef.h>
#include <sys/types.h>

#include "score/day.h"

struct event;
struct score_log;
struct score_sys;

/* How long an append waits for another process, in ms. */
enum { LOG_LOCK_MS = 2000 };

/* All zero is fine but for the course; strings are copied. */
struct score_log_options {
	const char *scores;  /* folder; NULL: $XDG_STATE_HOME/lectern/scores */
	const char *course;  /* name of the course's folder in there */
	const char *learner; /* NULL: the account, by the kernel's uid */
	const char *host;    /* NULL: the machine's name */

	/*
	 * Mode of new files.  0 for 0600, or 0640 where the course's folder
	 * has the setgid bit: there the group reads what a class answers.
	 */
	mode_t mode;

	struct day_clock clock;      /* zero for the machine's */
	const struct score_sys *sys; /* NULL for the real one */
};

/* Opens nothing yet: a log that gets no event leaves no trace. */
struct score_log *score_log_new(const struct score_log_options *o);

/* Closes the log; what is not saved by now is lost. */
void score_log_free(struct score_log *log);

/*
 * Appends an event.  Fills in v, n, id, who, and where they are 0 or NULL
 * ts with tz and day, and sess.  The id lives as long as the log; n is 0 if
 * the event is not saved.
 *
 * 0 when this event and all before it are on the disk.  -1 with errno when
 * they are not: they stay in memory, score_log_reason says why.  EMSGSIZE,
 * alone, means that the event is too large for a line, and it is not kept.
 */
int score_log_append(struct score_log *log, struct event *e);

/*
 * The same for what an answer's sync may take along, as the event that an item
 * was shown: it is written at once, so it outlives the process, but it is on
 * the disk only with the next append, retry or close.
 */
int score_log_note(struct score_log *log, struct event *e);

/*
 * Lets others see that the sitting `sess` is going on, until the log is closed
 * (score/held.h).
 */
void score_log_hold(struct score_log *log, const char *sess);

/* Tries once more to save what is in memory.  As score_log_append. */
int score_log_retry(struct score_log *log);

/* How many events are in memory only. */
size_t score_log_unsaved(const struct score_log *log);

/* Why, for the status line: "NOT SAVED: no space left"; NULL if all is. */
const char *score_log_reason(struct score_log *log);

/*
 * Puts what is not saved, and all that comes, below another scores folder,
 * which is made if it is missing, in a file of its own.  -1 with errno if that
 * fails too; the log then stays where it was.
 */
int score_log_save_to(struct score_log *log, const char *scores);

/*
 * Tries once more and closes the file.  -1 if something is not saved, also
 * when only close(2) says so, as over NFS: then score_log_retry, _save_to and
 * even _append may follow.
 */
int score_log_close(struct score_log *log);

/* The file that was written to last, or would be; for messages. */
const char *score_log_path(struct score_log *log);

const char *score_log_learner(const struct score_log *log);

/* The writer's name, which is also the default of `sess`. */
const char *score_log_writer(const struct score_log *log);

#endif

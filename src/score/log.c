/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "score/log.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "score/event.h"
#include "score/held.h"
#include "score/logfile.h"
#include "score/name.h"
#include "score/sys.h"

enum { TRIES = 3 }; /* files that one append tries */

/* An event but for its frame, which numbers it in its file. */
struct record {
	char *body;
	size_t len;
};

struct score_log {
	struct log_file file;
	struct day_clock clock;
	char writer[NAME_WRITER_LEN + 1];
	char *who;
	int64_t last_id; /* number in the last event's id */
	struct arena ids;

	/*
	 * The first `written` were written through the present descriptor,
	 * the first `synced` of them are on the disk.  Those are kept too
	 * until it is closed, for close(2) may still say that they are lost.
	 */
	VEC(struct record) records;
	size_t synced, written;

	int error; /* why they are not */
	struct buf line, reason, path;
};

/* How an attempt to save went. */
enum outcome {
	SAVED,
	WAIT,      /* the next append tries the same again */
	REOPEN,    /* the file is no longer the one of its name */
	ELSEWHERE, /* it needs another file */
};

struct score_log *
score_log_new(const struct score_log_options *o)
{
	struct score_log *log = xcalloc(1, sizeof(*log));
	struct log_file *f = &log->file;
	char *host, *part;

	assert(o->course != NULL);
	name_writer(log->writer);
	log->who = o->learner != NULL ? xstrdup(o->learner) : name_learner();
	log->clock = o->clock;
	if (log->clock.now == NULL)
		log->clock.now = day_now;
	arena_init(&log->ids);
	buf_init(&log->line);
	buf_init(&log->reason);
	buf_init(&log->path);

	f->sys = o->sys != NULL ? o->sys : &score_sys_real;
	f->scores = name_scores(o->scores);
	f->course = name_for_file(o->course);
	host = o->host != NULL ? xstrdup(o->host) : name_host();
	part = name_for_file(host);
	free(host);
	host = part;
	part = name_for_file(log->who);
	f->stem = xasprintf("%s@%s", part, host);
	free(part);
	free(host);
	f->writer = log->writer;
	f->mode = o->mode;
	f->number = 1;
	f->dir = f->fd = -1;
	memcpy(&f->rnd, log->writer, sizeof(f->rnd));
	return log;
}

/* Forgets the records that are known to be safe. */
static void
drop_synced(struct score_log *log)
{
	size_t i;

	for (i = 0; i < log->synced; i++)
		free(log->records.v[i].body);
	log->records.n -= log->synced;
	if (log->records.n > 0)
		memmove(log->records.v, log->records.v + log->synced,
		    log->records.n * sizeof(*log->records.v));
	log->synced = 0;
}

/* Closes the file; on failure all that went through it is in doubt. */
static int
close_file(struct score_log *log)
{
	int result = log_file_close(&log->file);

	if (result == 0)
		drop_synced(log);
	log->synced = log->written = 0;
	return result;
}

void
score_log_free(struct score_log *log)
{
	struct log_file *f;

	if (log == NULL)
		return;
	f = &log->file;
	log_file_leave(f);
	log->synced = log->records.n;
	drop_synced(log);
	vec_release(&log->records);
	free(f->scores);
	free(f->course);
	free(f->stem);
	free(f->name);
	free(log->who);
	arena_release(&log->ids);
	buf_release(&log->line);
	buf_release(&log->reason);
	buf_release(&log->path);
	free(log);
}

/* A file that will never do; any other error may pass. */
static enum outcome
judge_open(const struct log_file *f, int error)
{
	if (f->own || f->dir == -1)
		return WAIT;
	switch (error) {
	case ELOOP:
	case EISDIR:
	case EINVAL:
	case ENXIO:
	case ENODEV:
	case EACCES:
	case EPERM:
		return ELSEWHERE;
	default:
		return WAIT;
	}
}

static enum outcome
write_locked(struct score_log *log, int sync)
{
	struct log_file *f = &log->file;
	int error = 0;

	if (log_file_find_end(f) == -1)
		return errno == ESTALE ? REOPEN : ELSEWHERE;
	while (log->written < log->records.n && error == 0) {
		const struct record *r = &log->records.v[log->written];

		if (log_file_write(f, &log->line, r->body, r->len) == -1)
			error = errno;
		else
			log->written++;
	}
	if (sync && log->synced < log->written) {
		if (log_file_sync(f) == -1)
			return ELSEWHERE;
		log->synced = log->written;
	}
	errno = error;
	if (error == 0)
		return SAVED;
	return error == EIO ? ELSEWHERE : WAIT;
}

static enum outcome
write_out(struct score_log *log, int sync)
{
	struct log_file *f = &log->file;
	enum outcome o;
	int error;

	if (f->fd == -1 && log_file_open(f) == -1)
		return judge_open(f, errno);
	if (log_file_lock(f) == -1)
		return ELSEWHERE;
	o = write_locked(log, sync);
	error = errno;
	if (log_file_unlock(f) == -1 && o == SAVED) {
		if (close_file(log) == -1) { /* that unlocks too */
			error = errno;
			o = ELSEWHERE;
		} else if (log->written < log->records.n) {
			o = REOPEN;
		}
	}
	errno = error;
	return o;
}

static void
go_elsewhere(struct score_log *log)
{
	struct log_file *f = &log->file;

	/* Nothing in a file of our own counts unless it was synced. */
	if (f->own && f->fd != -1 && log->synced == 0) {
		log_file_discard(f);
		log->written = 0;
	} else {
		close_file(log);
	}
	f->number += f->own;
	f->own = 1;
}

/*
 * Writes what is not written, and with `sync` sees it to the disk; errno and
 * log->error say why not.
 */
static int
flush(struct score_log *log, int sync)
{
	enum outcome o = WAIT;
	int i;

	for (i = 0; i < TRIES; i++) {
		o = write_out(log, sync);
		log->error = errno;
		if (o == SAVED || o == WAIT)
			break;
		if (o == REOPEN)
			close_file(log);
		else
			go_elsewhere(log);
	}
	if (o == SAVED) {
		log->error = 0;
		return 0;
	}
	errno = log->error;
	return -1;
}

static void
complete(struct score_log *log, struct event *e)
{
	int64_t now = log->clock.now(log->clock.ctx);

	e->v = EVENT_VERSION;
	e->n = 0;
	e->id = arena_printf(&log->ids, "%s-%s-%lld", log->file.stem,
	    log->writer, (long long)++log->last_id);
	e->who = log->who;
	if (e->sess == NULL)
		e->sess = log->writer;
	if (e->ts != 0)
		return;
	if (now < DAY_TIME_MIN || now > DAY_TIME_MAX)
		now = 0;
	e->ts = now;
	e->tz = day_zone(now);
	e->day = day_number(now, e->tz);
}

static int
add(struct score_log *log, struct event *e, int sync)
{
	struct buf body = BUF_INIT;
	struct record r;

	complete(log, e);
	if (event_put_body(&body, e) == -1) {
		buf_release(&body);
		errno = EMSGSIZE;
		return -1;
	}
	r.len = body.len;
	r.body = buf_detach(&body);
	vec_push(&log->records, r);
	if (flush(log, sync) == -1)
		return -1;
	e->n = log->file.n;
	return 0;
}

int
score_log_append(struct score_log *log, struct event *e)
{
	return add(log, e, 1);
}

int
score_log_note(struct score_log *log, struct event *e)
{
	return add(log, e, 0);
}

void
score_log_hold(struct score_log *log, const char *sess)
{
	log->file.hold = held_at(sess);
	log_file_hold(&log->file);
}

int
score_log_retry(struct score_log *log)
{
	return log->synced == log->records.n ? 0 : flush(log, 1);
}

size_t
score_log_unsaved(const struct score_log *log)
{
	return log->records.n - log->written;
}

int
score_log_close(struct score_log *log)
{
	struct log_file *f = &log->file;
	int tries;

	for (tries = 0; tries < 2; tries++) {
		score_log_retry(log);
		if (f->own && f->fd != -1 && f->n == 0)
			log_file_discard(f); /* nothing got into it */
		if (close_file(log) == 0)
			break;
		log->error = errno;
		f->own = 1;
	}
	log_file_leave(f);
	if (score_log_unsaved(log) == 0)
		return 0;
	errno = log->error;
	return -1;
}

int
score_log_save_to(struct score_log *log, const char *scores)
{
	struct log_file *f = &log->file;
	char *old = f->scores;
	int own = f->own, number = f->number, error;

	close_file(log);
	log_file_leave(f);
	f->scores = xstrdup(scores);
	f->made_dir = 0;
	f->own = 1;
	f->number = 1;
	if (flush(log, 1) == 0) {
		free(old);
		return 0;
	}
	error = errno;
	close_file(log);
	log_file_leave(f);
	free(f->scores);
	f->scores = old;
	f->own = own;
	f->number = number;
	errno = error;
	return -1;
}

static const char *
say(int error)
{
	switch (error) {
	case ENOSPC:
		return "no space left";
	case EDQUOT:
		return "quota used up";
	case EIO:
		return "disk error";
	case EROFS:
		return "the disk is read-only";
	case EACCES:
	case EPERM:
		return "no permission";
	case ELOOP:
	case ENOTDIR:
		return "the scores folder is a link or no folder";
	case ENOENT:
		return "there is no scores folder";
	default:
		return strerror(error);
	}
}

const char *
score_log_reason(struct score_log *log)
{
	if (score_log_unsaved(log) == 0)
		return NULL;
	buf_reset(&log->reason);
	buf_printf(&log->reason, "NOT SAVED: %s", say(log->error));
	return log->reason.s;
}

const char *
score_log_path(struct score_log *log)
{
	struct log_file *f = &log->file;

	if (f->name == NULL)
		log_file_set_name(f);
	buf_reset(&log->path);
	buf_printf(&log->path, "%s/%s/%s", f->scores == NULL ? "" : f->scores,
	    f->course, f->name);
	return log->path.s;
}

const char *
score_log_learner(const struct score_log *log)
{
	return log->who;
}

const char *
score_log_writer(const struct score_log *log)
{
	return log->writer;
}

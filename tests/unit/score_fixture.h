/* SPDX-License-Identifier: ISC */
/*
 * score_fixture.h - what the tests of score files share
 *
 * A temporary folder, a log in it with known names, and a replay into memory.
 */
#ifndef LECTERN_TESTS_SCORE_FIXTURE_H
#define LECTERN_TESTS_SCORE_FIXTURE_H

#include <stddef.h>

#include "base/diag.h"
#include "base/vec.h"
#include "score/replay.h"

struct buf;
struct event;
struct score_log;
struct score_sys;

/* Events that a replay handed on, as "ID ITEM". */
struct replayed {
	VEC(char *) all;
	struct replay_totals totals;
	struct diags diags;
};

/* Makes a temporary folder and returns its path, which the caller frees. */
char *fixture_dir(void);

/* Removes it and all that is in it. */
void fixture_remove(char *dir);

/* A log for ada on lab1, course psoas, below `dir`. */
struct score_log *fixture_log(const char *dir, const struct score_sys *sys);

/* Appends an answer to `item`. */
int fixture_answer(struct score_log *log, const char *item);

/* Notes that `item` was shown. */
int fixture_note(struct score_log *log, const char *item);

/* The path of a file of the course; valid until the next call. */
const char *fixture_path(const char *dir, const char *name);

/* Replaces a file of the course, whose folder is made, by some bytes. */
void fixture_write(
    const char *dir, const char *name, const void *data, size_t len);
void fixture_read(const char *dir, const char *name, struct buf *b);

/* A line as lectern would write it. */
void fixture_line(struct buf *b, int n, const char *id, const char *item);

/* Reads the course's folder; assert that it can be read. */
void fixture_replay(const char *dir, const char *who, struct replayed *r);
void replayed_release(struct replayed *r);

/* How many events have this item. */
int replayed_count(const struct replayed *r, const char *item);

/* How many faults have this code. */
int replayed_faults(const struct replayed *r, enum diag_code code);

#endif

/* SPDX-License-Identifier: ISC */
/*
 * replay.h - all events of a course, in order
 *
 * Layer score: may include base and text.  Scores, schedule, statistics and
 * an unfinished sitting are all read off a replay; nothing else is stored.
 *
 * A line that is cut off or damaged is reported and passed over; every other
 * line counts.  Memory does not grow with the length of the files.
 */
#ifndef LECTERN_SCORE_REPLAY_H
#define LECTERN_SCORE_REPLAY_H

#include <stdint.h>

struct diags;
struct event;

struct replay_totals {
	int64_t files;
	int64_t events;     /* handed on */
	int64_t duplicates; /* with an id met before, not handed on */
	int64_t unknown;    /* of a kind that this program knows not */
	int64_t damaged;    /* lines that do not count */
	int64_t missing;    /* numbers without a line */
};

struct replay {
	const char *folder; /* of the course, see name_folder */
	const char *who;    /* only this learner's files; NULL for all */

	/*
	 * Takes an event, which is valid until it returns; other than 0 ends
	 * the replay.  Events of kinds or versions unknown to this program do
	 * not get here, unknown fields do (struct event, extra).
	 */
	int (*event)(void *ctx, const struct event *e);
	void *ctx;

	struct diags *diags; /* what is damaged, by file and line; or NULL */
};

/*
 * Reads every WHO@*.jsonl of the folder, or every *.jsonl, and hands on the
 * events: learner by learner in the order of their files' names; the events
 * of one file in the order of the file; those of one learner's files by time,
 * then by id.  An event that stands in several files is handed on once.
 *
 * Fills `totals` unless that is NULL.  -1 with errno if the folder cannot be
 * read, ENOENT if there are no scores yet.
 */
int replay_run(const struct replay *r, struct replay_totals *totals);

#endif

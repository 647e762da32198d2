/* SPDX-License-Identifier: ISC */
/*
 * pace.h - how fast somebody reads
 *
 * Layer course: may include score, quiz, layout, doc and what lies below.
 *
 * Measured from one move forward to the next.  What took too short to have
 * been read, or so long that nobody was there, is left out, and so are jumps.
 * Until enough has been measured a usual pace counts as well.
 */
#ifndef LECTERN_COURSE_PACE_H
#define LECTERN_COURSE_PACE_H

#include <stdint.h>

struct buf;

struct pace {
	int64_t bytes, ms; /* of text read, and how long that took */
	int64_t last_ms;   /* when the screen last moved; 0: not yet */
};

/*
 * The screen moved: `bytes` of text left it at its top, 0 or less for a jump
 * or a way back; `now_ms` is any clock that does not go backward.
 */
void pace_move(struct pace *p, int64_t bytes, int64_t now_ms);

/* How many bytes can be read in that time, at three times the usual pace: what
 * goes faster is leafing. */
int64_t pace_bytes(int64_t ms);

/* Minutes that so many bytes will take, rounded, at least 1 of any text. */
int pace_minutes(const struct pace *p, int64_t bytes);

/* Appends so many minutes as a reader counts them: "5 min", "84 h". */
void pace_say(int minutes, struct buf *out);

#endif

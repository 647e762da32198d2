/* SPDX-License-Identifier: ISC */
/*
 * stream.h - the sound events of one score file
 *
 * Layer score, for replay.c only.
 */
#ifndef LECTERN_SCORE_STREAM_H
#define LECTERN_SCORE_STREAM_H

#include <stddef.h>
#include <stdint.h>

#include "score/event.h"
#include "score/lines.h"

struct diags;
struct replay_totals;

struct stream {
	struct lines lines;
	struct event_decoder decoder;
	struct event e; /* the present one */
	char *path;     /* for messages */
	int64_t last;   /* number of the event before */
	int64_t bad;    /* damaged lines since then; each may have had one */
	int newer;      /* a later version was reported */
	struct diags *diags;
	struct replay_totals *totals;
};

/* Opens `folder`/`name`, `dir` being the folder.  -1 with errno. */
int stream_open(struct stream *s, const char *folder, int dir, const char *name,
    size_t piece);
void stream_close(struct stream *s);

/* Goes to the next event: 1, or 0 at the end. */
int stream_next(struct stream *s);

#endif

/* SPDX-License-Identifier: ISC */
/*
 * place.h - where reading stopped
 *
 * Layer course: may include doc and what lies below.
 *
 * A place is kept so that it survives edits of the document: as the nearest
 * element with an id, the distance from its beginning, and the words that
 * stood there.  It is a small file of lines that a person can read,
 * $XDG_STATE_HOME/lectern/places/NAME.
 */
#ifndef LECTERN_COURSE_PLACE_H
#define LECTERN_COURSE_PLACE_H

#include <stdint.h>

#include "base/buf.h"
#include "course/pace.h"

struct doc;

struct read_place {
	struct buf id;    /* of an element at the place or before; "": the
			  * beginning of the document */
	uint32_t offset;  /* [byte] from where that begins */
	struct buf text;  /* the words that stand there, one line */
	int64_t time;     /* [s] since 1970, when it was left */
	struct pace pace; /* of whoever reads there */
};

void place_init(struct read_place *p);
void place_release(struct read_place *p);

/* Fills in the place at text offset `at`. */
void place_take(
    struct read_place *p, const struct doc *doc, uint32_t at, int64_t now);

/* How well a place was found again. */
enum place_found {
	PLACE_EXACT,   /* where it was, with its words */
	PLACE_MOVED,   /* its words stand elsewhere now */
	PLACE_GONE,    /* its words are gone; where its element begins */
	PLACE_NOWHERE, /* the element is gone as well, or has not come yet */
};

/* Where the place is now, in `*at` unless it is nowhere. */
enum place_found place_look(
    const struct read_place *p, const struct doc *doc, uint32_t *at);

/*
 * Where the place is now.  By its id and distance if the words are there;
 * else, once the document is complete, where they are nearest to that; else
 * where the element begins.  Returns 0, or -1 if it is nowhere (yet).
 */
int place_find(const struct read_place *p, const struct doc *doc, uint32_t *at);

/* Keeps it under the name of a course; -1 with errno on failure. */
int place_save(const struct read_place *p, const char *name);

/* Reads it; -1 with errno when there is none (ENOENT) or it makes no sense
 * (EINVAL). */
int place_load(struct read_place *p, const char *name);

/* 1 if lectern has never kept anything for this user. */
int place_is_new(void);

/*
 * The path of a file for a course in `dir`, which is taken; with `make` the
 * folder is made.  NULL with errno on failure, or where `dir` is NULL.
 */
char *place_file(char *dir, const char *name, int make);

#endif

/* SPDX-License-Identifier: ISC */
/*
 * picture.h - have pictures a text, and are their files there?
 *
 * Layer doc: may include xml, text and base.  For valid.c.
 */
#ifndef LECTERN_DOC_PICTURE_H
#define LECTERN_DOC_PICTURE_H

#include "doc/elem.h"
#include "xml/folder.h"

struct diags;

/* Where something stands. */
struct source_place {
	const char *file;
	int line, col;
};

/* A media object that is open, or a picture by itself. */
struct picture {
	struct source_place at;
	int images, texts; /* ways to show it */
	int found;         /* one of its files is there */
	char *missing;     /* else the first that is not; heap */
};

/* Is it an element with a picture of its own? */
int picture_is(enum elem e);

void picture_init(struct picture *p, const struct source_place *at);
void picture_release(struct picture *p);

/*
 * An element with this fileref (or NULL) begins in the picture, or is it; the
 * file that it stands in, and the document itself, are where it may lie.
 * A name with a scheme, or without a suffix, which formatters add, is not
 * looked for.
 */
void picture_add(struct picture *p, enum elem e, const char *fileref,
    const char *file, struct folder *folder);

/* It is over: tells what is wrong with it. */
void picture_tell(const struct picture *p, enum elem e, struct diags *d);

#endif

/* SPDX-License-Identifier: ISC */
/*
 * reading.h - which sections of a course were read
 *
 * Layer course: may include score, quiz, layout, doc and what lies below.
 *
 * Kept by unit of the document (a paragraph, a table), summed up by section.
 * Between two readings it is a file of lines,
 * $XDG_STATE_HOME/lectern/reading/NAME, one a section: its id (or where it has none, the nearest one around it and
 * its title), how many units it has, and which of them were read, as
 * hexadecimal digits.  Where an edit changed their number, a section that had
 * been read still counts as read.
 */
#ifndef LECTERN_COURSE_READING_H
#define LECTERN_COURSE_READING_H

#include <stddef.h>
#include <stdint.h>

#include "base/vec.h"

struct doc;

/* How much of a section was read, with all that it is made of. */
enum reading_state { READING_NOTHING, READING_PART, READING_ALL };

struct reading_sum {
	uint32_t units, read;
};

/* All zero bytes is one of which nothing is known. */
struct reading {
	VEC(uint8_t) unit;            /* 1: was read; by unit */
	VEC(struct reading_sum) sums; /* by section, without those in it */
};

void reading_release(struct reading *s);

/* Counts the units of a document that is complete; the others are for then. */
void reading_begin(struct reading *s, const struct doc *doc);

/* The text from offset `from` up to `to` was read: so were the units that end
 * there. */
void reading_add(
    struct reading *s, const struct doc *doc, uint32_t from, uint32_t to);

/* READING_ALL when nine in ten units were. */
enum reading_state reading_section(
    const struct reading *s, const struct doc *doc, size_t section);

/* Adds what the file of course `name` says; -1 with errno on failure, where
 * there is no file as well. */
int reading_load(struct reading *s, const struct doc *doc, const char *name);

/* Writes the file, with what another reader has added; nothing if nothing was
 * read.  -1 with errno on failure. */
int reading_save(struct reading *s, const struct doc *doc, const char *name);

#endif

/* SPDX-License-Identifier: ISC */
/*
 * profile.h - which parts of a document are for this reader
 *
 * Layer doc: may include xml, text and base.  DocBook's profiling attributes
 * (os, arch, audience, condition ...) say for whom an element is; a value holds
 * one word or several, parted by semicolons.  A profile names the words that
 * are wanted of some attributes: an element that has such an attribute and
 * none of the wanted words in it is left out, with all that is in it, as if it
 * were not in the source.  What the profile does not name is not looked at.
 */
#ifndef LECTERN_DOC_PROFILE_H
#define LECTERN_DOC_PROFILE_H

#include "base/arena.h"
#include "base/vec.h"

/* A word that is wanted of an attribute. */
struct profile_word {
	const char *attr, *value;
};

struct profile {
	struct arena arena;
	VEC(struct profile_word) words;
};

void profile_init(struct profile *p);
void profile_release(struct profile *p);

/*
 * Adds "os=linux" or "os=linux;bsd"; more of one attribute are alternatives.
 * Returns -1, and adds nothing, if it is not a profiling attribute of DocBook,
 * an '=' and a word at least.
 */
int profile_add(struct profile *p, const char *rule);

/* 1 if an element with this attribute is left out. */
int profile_hides(const struct profile *p, const char *attr, const char *value);

#endif

/* SPDX-License-Identifier: ISC */
/*
 * craft.h - what can be proved of how well questions are written
 *
 * Layer quiz: may include base, text and xml.  The bank is sound already; here
 * the rules of the craft are held against it: those that a program can judge
 * without reading the text as a person would.  They follow the guidelines for
 * writing multiple-choice items that Haladyna, Downing and Rodriguez put
 * together (Applied Measurement in Education 15, 2002).
 *
 * Each finding is a warning with its place, one of DIAG_CRAFT_*.  A rule whose
 * words are English ("all of the above") looks only at quizzes that are in
 * English or name no language.
 */
#ifndef LECTERN_QUIZ_CRAFT_H
#define LECTERN_QUIZ_CRAFT_H

#include <stddef.h>

#include "quiz/item.h"

struct bank;
struct diags;

/* A section of the article, in the order of the text. */
struct craft_section {
	const char *title;
	struct place place;
	int asks; /* a section that ought to have items: text, and no
		   * sections of its own */
};

/* The article as far as craft must know it; all borrowed. */
struct craft_article {
	const struct craft_section *section;
	size_t n;

	/* The innermost section that the element with an id is or stands in;
	 * `n` where there is none.  *whole: the id is that of a section with
	 * sections of its own. */
	size_t (*find)(void *ctx, const char *id, int *whole);
	void *ctx;
};

/*
 * Holds all rules against the bank.  `article` may be NULL: then nothing is
 * said of sections, and any two items may meet in one sitting.
 */
void craft_check(const struct bank *bank, const struct craft_article *article,
    struct diags *d);

#endif

/* SPDX-License-Identifier: ISC */
/*
 * typed.h - is what was typed what was meant?
 *
 * Layer quiz: may include base and text.  The rules for typed answers, in the
 * order in which they are tried: exactly a reject; exactly an accept; a glob;
 * the words of a reject, of an accept in any order; an accept but for typing
 * errors, unless a reject is as near.
 *
 * Typing errors are counted by Damerau's distance, word by word: none in a
 * word under 5 letters or with a digit in it, 1 from 5 letters, 2 from 9, and
 * no more than 2 in all; a blank too many or too few is one.  With `typos`
 * written, that number for all words but those with a digit and those that
 * would lose half their letters.  A word whose opposite differs by a prefix
 * (abduction, adduction) is not forgiven what could make it the other.
 */
#ifndef LECTERN_QUIZ_TYPED_H
#define LECTERN_QUIZ_TYPED_H

#include <stddef.h>

struct accept;
struct buf;
struct typed;

enum typed_how {
	TYPED_NOT,
	TYPED_EXACT,
	TYPED_GLOB,
	TYPED_WORDS,
	TYPED_TYPO,
};

struct typed_hit {
	enum typed_how how; /* TYPED_NOT: no accept */
	int accept;         /* its index; -1 */
	int reject;         /* the reject that it is, or is near to; -1 */
	int typo;           /* letters off; 0 */
};

/* What was typed. */
struct typed_answer {
	const char *s; /* valid UTF-8 */
	size_t len;
	const char *lang; /* of the item; or NULL */
};

/* Holds an answer against the accepts and rejects.  Where several accepts fit
 * equally the one with the most credit is the hit, then the first. */
struct typed_hit typed_match(
    const struct typed *t, const struct typed_answer *answer);

/* The accept of most credit, the first of several; no pattern if avoidable. */
const struct accept *typed_best(const struct typed *t);

/* Appends "accepted: lesser trochanter (1 letter off)". */
void typed_say(struct buf *b, const struct accept *a, int typo);

/* Appends the form in which the answer is compared, for the log. */
void typed_norm(
    struct buf *b, const struct typed *t, const struct typed_answer *answer);

#endif

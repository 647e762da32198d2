/* SPDX-License-Identifier: ISC */
/*
 * exact.h - what of a needle is meant exactly
 *
 * Layer text: may include base.  Search is blind to case and accents (fold.h),
 * but a student who types a capital or an accent means it: then case counts,
 * and a letter with a mark stands for that letter with that mark.  A letter
 * without one still stands for all.
 *
 * A match is found in the folded text first.  Then each folded byte of it is
 * held against the one of the needle, by the characters that both came from.
 */
#ifndef LECTERN_TEXT_EXACT_H
#define LECTERN_TEXT_EXACT_H

#include <stddef.h>
#include <stdint.h>

struct fold;

struct exact {
	size_t n;        /* bytes of the folded needle, trimmed */
	char *folded;    /* the needle */
	uint32_t *trait; /* by folded byte */
	int has_case;    /* 1: it has a capital */
	int has_marks;   /* 1: it has a mark that folding drops */
};

/* The needle as typed. */
void exact_init(struct exact *e, const char *needle, size_t len);
void exact_release(struct exact *e);

/*
 * 1 if the text fits at folded byte `at` of `f`, the folded form of `text`,
 * of `len` bytes, where exact_folded() is known to be.  `with_case`: 0 leaves
 * capitals out of account.
 */
struct exact_text {
	const struct fold *f;
	const char *text;
	size_t len;
};

int exact_fits(const struct exact *e, const struct exact_text *t, size_t at,
    int with_case);

#endif

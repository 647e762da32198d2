/* SPDX-License-Identifier: ISC */
/*
 * fold.h - text as search sees it
 *
 * Layer text: may include base.  Folding makes alike what a reader takes for
 * the same: case (full folding, so that sharp s is ss and final sigma sigma),
 * accents and composition (NFKD, marks dropped), curly and straight quotes,
 * the dashes, no-break and other blanks, compatibility forms; soft hyphens and
 * zero-width characters are dropped; runs of blanks become one.  A newline
 * stays: it parts blocks, and no match goes across it.
 *
 * The marks that are dropped are those of Latin, Greek, Cyrillic, Hebrew and
 * Arabic.  Marks that make another letter stay: the voicing of kana, vowels
 * and tones of Thai, viramas and nuktas.  Folding folded text changes nothing.
 */
#ifndef LECTERN_TEXT_FOLD_H
#define LECTERN_TEXT_FOLD_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/vec.h"

/* From folded byte `folded` on, source bytes run in step from `source`. */
struct fold_step {
	uint32_t folded;
	uint32_t source;
};

struct fold_cache;

struct fold {
	struct buf text; /* the folded text */
	VEC(struct fold_step)
	steps;                    /* ascending; one a discontinuity, two
				      * where fold_add went on elsewhere */
	uint32_t end;             /* of what was added last */
	struct fold_cache *cache; /* of fold_add; NULL until it needs one */
};

void fold_init(struct fold *f);
void fold_release(struct fold *f);

/*
 * Appends the folded form of the `len` bytes of valid UTF-8 at `s`, which
 * stand at offset `source` of the whole text.  ASCII is folded in blocks, and
 * without runs of blanks makes no step.
 */
void fold_add(struct fold *f, const char *s, size_t len, uint32_t source);

/* 1 for marks that folding drops, for soft hyphens and what is invisible. */
int fold_drops(uint32_t ch);

/* Ends a block: appends a newline, which no needle holds. */
void fold_break(struct fold *f, uint32_t source);

/*
 * The source offset of the character that folded byte `at` came from: of its
 * first byte.  For `at` == text.len, where the source went on.
 */
uint32_t fold_source(const struct fold *f, size_t at);

/*
 * The source offset at which what is before folded byte `at` ends: a match of
 * `n` bytes at `at` is source bytes [fold_source(at), fold_source_end(at + n)),
 * marks and soft hyphens behind its last letter included, but not what fold_add
 * passed over; where it ends within what one character became (the first s of a
 * sharp s), without that character.
 */
uint32_t fold_source_end(const struct fold *f, size_t at);

/*
 * A needle or an answer, folded, newlines as blanks, trimmed of blanks; the
 * caller frees it.
 */
char *fold_string(const char *s, size_t len);

/*
 * Appends the first letter of a folded string, in upper case; nothing if the
 * string does not begin with a letter, or with one of a script that has too
 * many to be a heading in an index.
 */
void fold_initial(struct buf *b, const char *folded);

#endif

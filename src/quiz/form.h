/* SPDX-License-Identifier: ISC */
/*
 * form.h - a typed answer without what does not matter
 *
 * Layer quiz: may include base and text.  Answers and what they are held
 * against go through the same mill: NFC; full stops, hyphens and commas
 * dropped; articles dropped; blanks trimmed and squeezed; case folded.  What
 * could change the meaning stays: the point in "1.5", the minus in "-5", a word
 * that is all there is.
 */
#ifndef LECTERN_QUIZ_FORM_H
#define LECTERN_QUIZ_FORM_H

#include <stddef.h>

#include "base/buf.h"
#include "base/vec.h"

enum form_flag {
	FORM_CASE = 1 << 0,     /* case matters */
	FORM_ARTICLES = 1 << 1, /* articles stay */
	FORM_JOIN = 1 << 2,     /* a hyphen between letters joins them; else
				   it parts words */
	FORM_AUTHOR = 1 << 3, /* "A" is a letter, as in "vitamin A deficiency",
				   for an author knows how to write */
	FORM_WHOLE = 1 << 4,  /* nothing is dropped but idle blanks */
};

/* One reading of a text. */
struct form {
	struct buf text;    /* the words, a blank between two */
	VEC(char *) word;   /* each with a NUL behind it ... */
	struct buf storage; /* ... in here */
};

/*
 * Reads the `len` bytes of valid UTF-8 at `s`.  `lang` is the language of the
 * articles, as xml:lang has it; NULL is English.  Give the form back with
 * form_release.
 */
void form_init(struct form *f, const char *s, size_t len, unsigned flags,
    const char *lang);
void form_release(struct form *f);

/* 1 when both have the same words, in whatever order. */
int form_same_words(const struct form *a, const struct form *b);

/* 1 when `text` as a whole fits `pattern`, where `*` stands for anything and
 * `\*` for an asterisk. */
int form_glob(const char *pattern, const char *text);

#endif

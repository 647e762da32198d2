/* SPDX-License-Identifier: ISC */
/*
 * kind.h - what one kind of item does differently
 *
 * Layer quiz.  To add a kind: make its row in kind.def a KIND, write
 * kind_ELEMENT.c with `const struct kind_ops kind_ELEMENT`, and give struct
 * item (item.h) and struct response (answer.h) what it needs to hold.
 */
#ifndef LECTERN_QUIZ_KIND_H
#define LECTERN_QUIZ_KIND_H

#include <stddef.h>

#include "quiz/item.h"

struct attr_spec;
struct buf;
struct load;
struct response;
struct verdict;

/* What the learner does; the faces draw by this. */
enum kind_input {
	INPUT_ONE,  /* picks one of item->choice */
	INPUT_MANY, /* ticks any of item->choice */
	INPUT_LINE, /* types a line */
};

struct kind_ops {
	enum kind_input input;

	/* The element's own attributes, into struct item; NULL: none. */
	const struct attr_spec *attrs;

	/* Sets what is not all zero before anything is read; NULL: nothing. */
	void (*prepare)(struct load *l, struct item *it);

	/* Reads a child of the element that is no common one; 0: not ours. */
	int (*child)(struct load *l, struct item *it, const char *name);

	/* Reports what is wrong with the item as a whole, when all of it was
	 * read and nothing else is wrong. */
	void (*check)(struct load *l, struct item *it);

	/* Reads `s`, clean, without blanks at its ends and not empty, into
	 * *r; or -1 with r->reason. */
	int (*parse)(struct response *r, const struct item *it,
	    const unsigned char *order, const char *s);

	/* Sets credit, by, replies and the like; grade() does the rest. */
	void (*grade)(
	    struct verdict *v, const struct item *it, const struct response *r);

	/* Adds to what verdict_say says; NULL: nothing. */
	void (*say)(
	    struct buf *b, const struct verdict *v, const struct item *it);

	/* Appends how to answer, in a few words: "Choose one, a to c". */
	void (*prompt)(struct buf *b, const struct item *it);

	/* Appends the right answer. */
	void (*solution)(struct rich *out, const struct item *it,
	    const unsigned char *order);
};

#define KIND(id, element) extern const struct kind_ops kind_##element;
#define KIND_LATER(id, element)
#include "quiz/kind.def"
#undef KIND
#undef KIND_LATER

/* The kind whose element has that name, or ITEM_KIND_COUNT. */
enum item_kind kind_find(const char *element);

/* NULL for a kind that this version does not ask. */
const struct kind_ops *kind_ops(enum item_kind kind);

#endif

/* SPDX-License-Identifier: ISC */
/*
 * kind.h - what one kind of item does differently
 *
 * Layer quiz.  To add a kind: give it a row in kind.def, write kind_ELEMENT.c
 * with `const struct kind_ops kind_ELEMENT`, and give struct item (item.h) and
 * struct response (answer.h) what it needs to hold.
 *
 * There are few ways of asking, so that faces stay few.  All that a face needs
 * to know of an item is its way, and the members of struct item named here:
 *
 *	way            the learner                    the answer goes to
 *	INPUT_ONE      picks one of item.choice       answer_tick
 *	INPUT_MANY     ticks any of item.choice       answer_tick
 *	INPUT_LINE     types a line                   answer_parse
 *	INPUT_PARTS    answers each of item.parts:    answer_parts
 *	               picks one of its options, or
 *	               types a line where it has none
 *	INPUT_ORDER    puts all of item.choice in     answer_arrange
 *	               order
 *	INPUT_GRADE    recalls; sees item.back;       answer_draft,
 *	               grades himself                 answer_grade
 *	INPUT_RUBRIC   writes; sees item.back and     answer_draft,
 *	               item.rubric; says of each      answer_rubric
 *	               criterion if it is met
 *
 * A face may also ask for any of them by a line, as line mode does: it shows
 * the stem, item_body and item_prompt, and gives the line to answer_parse.
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

enum kind_input {
	INPUT_ONE,
	INPUT_MANY,
	INPUT_LINE,
	INPUT_PARTS,
	INPUT_ORDER,
	INPUT_GRADE,
	INPUT_RUBRIC,
};

struct kind_ops {
	enum kind_input input;

	/* The child that holds the question; NULL: stem.  Others than a stem
	 * are read by `child`, into item.stem. */
	const char *stem;

	/* It may have a <feedback>, which is read into item.feedback. */
	int feedback;

	/* The element's own attributes, into struct item; NULL: none. */
	const struct attr_spec *attrs;

	/* Sets what is not all zero before anything is read; NULL: nothing. */
	void (*prepare)(struct load *l, struct item *it);

	/* Reads a child of the element that is no common one; 0: not ours. */
	int (*child)(struct load *l, struct item *it, const char *name);

	/* Reports what is wrong with the item as a whole, when all of it was
	 * read and nothing else is wrong. */
	void (*check)(struct load *l, struct item *it);

	/* Adds what is asked of a sound element to the bank, by load_add; NULL:
	 * the item as it is. */
	void (*make)(struct load *l, struct item *it);

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

	/* Appends what a face that asks by a line shows beneath the stem; NULL:
	 * nothing, or item.choice where that is INPUT_ONE or INPUT_MANY. */
	void (*body)(struct rich *out, const struct item *it,
	    const unsigned char *order);

	/* Appends the right answer. */
	void (*solution)(struct rich *out, const struct item *it,
	    const unsigned char *order);
};

#define KIND(id, element) extern const struct kind_ops kind_##element;
#include "quiz/kind.def"
#undef KIND

/* The kind whose element has that name, or ITEM_KIND_COUNT. */
enum item_kind kind_find(const char *element);

/* Never NULL. */
const struct kind_ops *kind_ops(enum item_kind kind);

#endif

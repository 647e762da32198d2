/* SPDX-License-Identifier: ISC */
/*
 * gentext_parts.h - what the files of gentext share
 *
 * Layer doc, private to gentext: gentext.c has the words, gentext_label.c
 * numbers and names, gentext_target.c finds what is referred to,
 * gentext_subject.c what can be said of it, gentext_xref.c says it in a style,
 * gentext_inline.c has what inline elements add to their text, and
 * gentext_plain.c goes by it.
 */
#ifndef LECTERN_DOC_GENTEXT_PARTS_H
#define LECTERN_DOC_GENTEXT_PARTS_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "doc/elem.h"
#include "doc/gentext.h"
#include "doc/lang.h"

/* What can be said of what a reference leads to. */
struct gentext_subject {
	const struct doc *doc;
	enum lang lang;    /* of the place that refers */
	uint32_t node;     /* what is named: the target or what it is part of */
	struct buf number; /* "2.1" */
	struct buf label;  /* "Table 2.1" */
	struct buf title;
	int label_does; /* it goes without the title */
};

void gentext_subject_init(
    struct gentext_subject *s, const struct doc *doc, enum lang lang);
void gentext_subject_release(struct gentext_subject *s);

/* Fills it in; where nothing names the target, for what that is in. */
void gentext_subject_find(struct gentext_subject *s, uint32_t target);

/* A word that a language has itself, or NULL. */
const char *gentext_own_word(enum lang lang, enum gentext id);

/* 1 if node n is a division that is shown, a row of the contents; its number
 * there goes to `*section`. */
int gentext_is_section(const struct doc *doc, uint32_t n, size_t *section);

/* The element with the title of n, in itself or in its info, or DOC_NONE. */
uint32_t gentext_title_node(const struct doc *doc, uint32_t n);

/*
 * The child of n, or of the info in it, that is an `elem`; or DOC_NONE.  Titles,
 * labels and names stand at the front: no more than GENTEXT_NEAR children are
 * looked at, however many there are.
 */
enum { GENTEXT_NEAR = 64 };
uint32_t gentext_child(const struct doc *doc, uint32_t n, enum elem elem);

/* The pattern that names n by its number, NULL for what has none. */
const char *gentext_name_pattern(
    const struct doc *doc, uint32_t n, enum lang lang);

/* Appends `pattern` with `number` for %n and `title` for %t. */
void gentext_expand(
    struct buf *b, const char *pattern, const char *number, const char *title);

/*
 * doc_plain (doc.h) with bounds: no more than about `max` bytes, and if not
 * `refs`, nothing for an xref, so that titles that refer to each other come to
 * an end.
 */
void gentext_plain(
    const struct doc *doc, uint32_t n, size_t max, int refs, struct buf *b);

#endif

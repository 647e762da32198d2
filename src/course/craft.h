/* SPDX-License-Identifier: ISC */
/*
 * craft.h - the craft of a course's questions, held against its article
 *
 * Layer course: may include score, quiz, layout, doc and what lies below.
 * Tells quiz/craft.h what it must know of the article.
 */
#ifndef LECTERN_COURSE_CRAFT_H
#define LECTERN_COURSE_CRAFT_H

struct bank;
struct diags;
struct doc;

/* Warnings about the questions in `bank` go to `d`; `whole` says that these
 * are all questions of the course, so that a section without any is one. */
void course_craft(
    const struct doc *doc, const struct bank *bank, int whole, struct diags *d);

#endif

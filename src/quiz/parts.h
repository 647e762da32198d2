/* SPDX-License-Identifier: ISC */
/*
 * parts.h - items that ask several things at once
 *
 * Layer quiz: may include base and text.  What cloze, match and label share:
 * each part is picked from options or typed, and earns as much as any other.
 * `order` is as in answer.h.
 */
#ifndef LECTERN_QUIZ_PARTS_H
#define LECTERN_QUIZ_PARTS_H

#include <stddef.h>

#include "quiz/item.h"

struct answer_part;
struct buf;
struct response;
struct verdict;

/* Sets the answer to part `i`: an option, or what was typed, clean and without
 * blanks at its ends. */
void parts_set(struct response *r, const struct item *it, size_t i,
    const struct answer_part *given);

/* Writes down for the log what was set; -1 with r->reason if it is nothing. */
int parts_finish(struct response *r, const struct item *it);

/* Reads a line, by the rules of answer_parse. */
int parts_parse(struct response *r, const struct item *it,
    const unsigned char *order, const char *s);

void parts_grade(
    struct verdict *v, const struct item *it, const struct response *r);

/* "1 of 2 gaps right (2)", and what typing errors were forgiven; `noun` is
 * "gap". */
void parts_say(struct buf *b, const struct verdict *v, const struct item *it,
    const char *noun);

/* 1 when all parts are picked from options, or any is. */
int parts_all_picked(const struct item *it);
int parts_any_picked(const struct item *it);

/* Where an option of a part stands, from 0. */
size_t parts_place(
    const struct part *p, const unsigned char *order, int option);

/* The option that is right for a part, the first of several; -1: it is typed. */
int parts_right(const struct item *it, const struct part *p);

/* What is right for a part: the text of that option, or of the best accept. */
const struct rich *parts_answer(const struct item *it, const struct part *p);

/* Appends rows "a  text", the options of a part, with `between` two. */
void parts_add_options(struct rich *out, const struct item *it,
    const struct part *p, const unsigned char *order, const char *between);

/* The options of an order as they were put, which may be any bytes: -1 with
 * r->reason unless each is there once. */
int order_arrange(
    struct response *r, const struct item *it, const unsigned char *arranged);

#endif

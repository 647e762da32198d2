/* SPDX-License-Identifier: ISC */
/*
 * choice.h - picking options, for the kinds that have them
 *
 * Layer quiz: may include base and text.  `order` is as in answer.h.
 */
#ifndef LECTERN_QUIZ_CHOICE_H
#define LECTERN_QUIZ_CHOICE_H

#include <stddef.h>
#include <stdint.h>

#include "quiz/item.h"

struct response;
struct verdict;

/* Sets what was ticked, or -1 with r->reason when it is nothing, or several of
 * an item that takes one. */
int choice_tick(struct response *r, const struct item *it, uint32_t ticked);

/* Reads letters and digits. */
int choice_parse(struct response *r, const struct item *it,
    const unsigned char *order, const char *s);

/* Notes the feedback, the misconception and the danger of an option. */
void choice_reply(struct verdict *v, const struct item *it, size_t option);

/* The same for all that were ticked. */
void choice_replies(
    struct verdict *v, const struct item *it, const struct response *r);

/* Appends the right options with their letters, one a line. */
void choice_solution(
    struct rich *out, const struct item *it, const unsigned char *order);

/* The place, from 0 to below n, that a letter or a digit stands for, or -1. */
int choice_place(char c, size_t n);

/* Which option stands at a place. */
size_t choice_at(const unsigned char *order, size_t place);

/* How many options are right. */
size_t choice_right(const struct item *it);

#endif

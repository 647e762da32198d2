/* SPDX-License-Identifier: ISC */
/*
 * putaway.h - questions that a learner put away, and wants to be asked again
 *
 * Layer course.  What is suspended, or buried for the day, stands in the
 * learner's score file as a mark (course/sitting.h); here it is taken back.
 */
#ifndef LECTERN_COURSE_PUTAWAY_H
#define LECTERN_COURSE_PUTAWAY_H

struct history_known;
struct sitting_setup;

/*
 * Takes back all such marks on items of the bank; `known` is what the score
 * files say of them.  How many items that are, or -1 with errno when it could
 * not be saved.  Of `setup` only bank, course, learner and scores count.
 */
int putaway_return(
    const struct sitting_setup *setup, const struct history_known *known);

#endif

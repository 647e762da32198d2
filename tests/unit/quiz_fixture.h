/* SPDX-License-Identifier: ISC */
/* quiz_fixture.h - banks, answers and verdicts for the tests of the quiz */
#ifndef LECTERN_TESTS_QUIZ_FIXTURE_H
#define LECTERN_TESTS_QUIZ_FIXTURE_H

#include "base/diag.h"
#include "quiz/answer.h"
#include "quiz/bank.h"
#include "quiz/grade.h"

/* Reads what would stand between <quiz> and </quiz>; faults go to `d`. */
void fixture_load(
    struct bank *bank, const char *file, const char *body, struct diags *d);

/* A bank of this body, which has no faults. */
struct bank *fixture_bank(const char *body);

/* The verdict on an answer typed to the item at `index`, with options in the
 * order of the file; fails the test when the answer is refused. */
void fixture_grade(struct verdict *v, const struct bank *bank, size_t index,
    const char *answer);

#endif

/* SPDX-License-Identifier: ISC */
/* quiz_fixture.h - banks, answers and verdicts for the tests of the quiz */
#ifndef LECTERN_TESTS_QUIZ_FIXTURE_H
#define LECTERN_TESTS_QUIZ_FIXTURE_H

#include "base/buf.h"
#include "base/diag.h"
#include "quiz/answer.h"
#include "quiz/bank.h"
#include "quiz/grade.h"
#include "quiz/kind.h"
#include "quiz/session.h"

/* Reads what would stand between <quiz> and </quiz>; faults go to `d`. */
void fixture_load(
    struct bank *bank, const char *file, const char *body, struct diags *d);

/* A bank of this body, which has no faults. */
struct bank *fixture_bank(const char *body);

/* The verdict on an answer typed to the item at `index`, with options in the
 * order of the file; fails the test when the answer is refused. */
void fixture_grade(struct verdict *v, const struct bank *bank, size_t index,
    const char *answer);

/* Checks how an item says that it is answered. */
void fixture_asks(
    const struct item *it, enum kind_input input, const char *prompt);

/* Appends a truefalse, true, with attributes of its own. */
void fixture_item(
    struct buf *b, const char *id, const char *about, const char *attrs);

/* A bank of items i0, i1, ..., each about a passage p0, p1, ... of its own. */
struct bank *fixture_plain(size_t n, const char *settings);

/* A session of all items. */
struct session *fixture_begin(
    const struct bank *bank, enum session_mode mode, uint64_t seed);

/* Answers the question at hand. */
const struct verdict *fixture_answer(struct session *s, const char *typed);

#endif

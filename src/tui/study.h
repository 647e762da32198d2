/* SPDX-License-Identifier: ISC */
/*
 * study.h - questions for the full-screen reader
 *
 * Layer tui.  Answers the reader's hooks (tui.h) with the quizzes of a course,
 * and can make the program one quiz from start to end:
 *
 *	struct study *s = study_new(&setup);
 *	options.hooks = study_hooks(s);
 *	end = tui_run(&options);
 *	... study_refused(s), study_lost(s) ...
 *	study_free(s);
 */
#ifndef LECTERN_TUI_STUDY_H
#define LECTERN_TUI_STUDY_H

#include <stddef.h>
#include <stdint.h>

#include "quiz/session.h"

struct course;
struct study;
struct tui_hooks;

struct study_setup {
	const struct course *course; /* borrowed */
	const char *learner;         /* NULL: the account */
	const char *scores;          /* folder; NULL: the usual one */
	int seeded; /* 0: a new seed with each quiz; see history_seed */
	uint64_t seed;
	size_t count;           /* questions in a quiz; 0: all there are */
	enum session_mode mode; /* of quizzes on a section */
	int64_t exam_day;       /* cram, as in struct sitting_setup */

	/* 1: begins with a quiz, and ends when that is left; its questions are
	 * those on the element with the id `section`, NULL: on everything. */
	int alone;
	const char *section;
};

/* Copies the strings.  The quizzes are read when the document is complete. */
struct study *study_new(const struct study_setup *setup);

/* After tui_run has returned.  NULL is fine. */
void study_free(struct study *s);

const struct tui_hooks *study_hooks(struct study *s);

/* Why there was no quiz at the start, a sentence without a full stop, or
 * NULL. */
const char *study_refused(const struct study *s);

/* Why answers were lost at the end ("NOT SAVED: no space left"), or NULL. */
const char *study_lost(const struct study *s);

#endif

/* SPDX-License-Identifier: ISC */
/* classbook_state.h - what classbook.c collects, and classbook_items.c weighs */
#ifndef LECTERN_COURSE_CLASSBOOK_STATE_H
#define LECTERN_COURSE_CLASSBOOK_STATE_H

#include "base/buf.h"
#include "base/vec.h"
#include "course/classbook.h"
#include "score/corrections.h"
#include "score/map.h"

/* The first answer of a learner to an item. */
struct class_cell {
	uint32_t learner, item;
	double mark;
};

/* A wrong answer. */
struct class_wrong {
	size_t item;
	const char *text;
	unsigned n;
};

struct classbook {
	struct progress_scope scope; /* without a history */
	int64_t until;
	struct map strings;
	struct map ids;
	VEC(struct class_item) items; /* by number in `ids`, then by id */
	VEC(struct class_learner) learners;
	VEC(struct class_remark) remarks;
	struct class_section *sections;
	VEC(struct class_cell) cells;
	struct map wrong_keys; /* item and answer */
	struct buf key;        /* of the answer at hand */
	VEC(struct class_wrong) wrong;
	struct corrections corrections; /* of all files */
	int corrected;                  /* there are some by others */
	struct teststats test;
	/* The learner whose events are coming, or NULL. */
	char *who;
	struct history *history;
};

/* Works out the figures of the items and of the test, and sorts. */
void classbook_settle(struct classbook *c);

#endif

/* SPDX-License-Identifier: ISC */
/*
 * bank.h - the questions of a course
 *
 * Layer quiz: may include base, text and xml.  A bank takes in any number of
 * quiz files.  What is faulty is named in the diagnostics, each fault once and
 * at its place, and left out; the other items of the same file still count.
 * Read-only once it is loaded.
 */
#ifndef LECTERN_QUIZ_BANK_H
#define LECTERN_QUIZ_BANK_H

#include <stddef.h>

#include "base/arena.h"
#include "base/vec.h"
#include "quiz/ids.h"
#include "quiz/item.h"

struct diags;
struct xml_source;

/* Items of which a session may have one. */
struct enemies {
	struct names items;
	struct place place;
};

/*
 * That an item is in a set, of which a session has one item at most: an
 * <enemies>, whose number is that in `enemies`, or a family, behind them.
 */
struct enemy {
	size_t set;
	size_t next; /* of the same item; ENEMY_NONE: no more */
};

#define ENEMY_NONE ((size_t)-1)

/* An id that a text or an attribute names in the course's article. */
struct bank_ref {
	const char *attr; /* "about" or "linkend" */
	const char *id;
	struct place place;
};

/* The items that one element of a file made: usually one. */
struct made {
	size_t first, n; /* items.v[first] and on */
};

struct bank {
	struct arena arena; /* all that the bank holds, but the arrays */
	VEC(struct item *) items;
	VEC(struct quiz_group *) groups;
	VEC(struct quiz_case *) cases;
	VEC(struct quiz *) quizzes;
	VEC(struct enemies) enemies;
	VEC(struct enemy) enemy;   /* item.enemy is the first of an item */
	VEC(struct bank_ref) refs; /* to the article */
	struct ids ids;            /* every xml:id met -> struct place */
	struct ids item_ids;       /* -> struct item */
	struct ids made_ids;       /* xml:id of an element -> struct made */
	struct ids group_ids;      /* -> struct quiz_group */
	struct ids case_ids;       /* -> struct quiz_case */
	struct ids strings;        /* file names -> themselves */
	size_t n_families;         /* the highest item.family */

	/* What an <xref> to an id of the article shows, as "1.1 Anatomy"; set it
	 * before loading.  NULL, or a NULL result: the id itself. */
	const char *(*label)(void *ctx, const char *id);
	void *label_ctx;
};

struct bank *bank_new(void);

/* NULL is fine. */
void bank_free(struct bank *bank);

/*
 * Reads the quiz file at `path`; it may include nothing from above `root`
 * (NULL: its own folder).  Faults go to `d`.  0 when the file is a quiz, even
 * if all its items are faulty; -1 when it cannot be opened or is none.
 */
int bank_load(
    struct bank *bank, const char *path, const char *root, struct diags *d);

/* The same for any source that xml.h can read. */
int bank_load_source(
    struct bank *bank, const struct xml_source *source, struct diags *d);

/* NULL when there is none of that id.  A cloze with an item for each gap, a
 * table of facts and the back of a card make items with ids of their own, as
 * "cloze/key". */
const struct item *bank_item(const struct bank *bank, const char *id);
/* The items made by the element of that xml:id, *n of them; NULL: none. */
struct item *const *bank_made(
    const struct bank *bank, const char *id, size_t *n);

const struct quiz_group *bank_group(const struct bank *bank, const char *id);
const struct quiz_case *bank_case(const struct bank *bank, const char *id);

/*
 * Reports each id in an about or linkend that `known` (0: no) does not know,
 * where the article ought to have it.  Say so after the article was read.
 */
void bank_check_about(const struct bank *bank,
    int (*known)(void *ctx, const char *id), void *ctx, struct diags *d);

/* Reports items that are to come after themselves, a fault for each circle that
 * is closed.  They are asked all the same. */
void bank_check_after(const struct bank *bank, struct diags *d);

/* Lets all quizzes ask for this retention; 0: each for its own. */
void bank_retain(struct bank *bank, double retention);

/* Reports settings that have no effect, for who writes them. */
void bank_check_settings(const struct bank *bank, struct diags *d);

/* Reports ids in after and enemies that no item of the course has.  For when
 * all files of the course are loaded. */
void bank_check_refs(const struct bank *bank, struct diags *d);

/* How many sets of enemies there are. */
size_t bank_sets(const struct bank *bank);

/* 1 when the two never meet in a session. */
int bank_are_enemies(
    const struct bank *bank, const struct item *a, const struct item *b);

/* For the loader: puts all items into their sets. */
void bank_settle_enemies(struct bank *bank);

/* For the loader and the kinds: a plain text in the bank's arena. */
void bank_text(struct bank *bank, struct rich *out, const char *s);

/* The same for a text with styles, which stays the caller's. */
void bank_rich(struct bank *bank, struct rich *out, const struct rich *in);

/* A copy of a string that many places share. */
const char *bank_string(struct bank *bank, const char *s);

#endif

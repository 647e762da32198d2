/* SPDX-License-Identifier: ISC */
/*
 * search.h - what was searched for, and where it is
 *
 * Layer tui.  Matches are in the order of the text as it is shown, in which a
 * footnote stands behind its paragraph; for drawing there is a second list, by
 * offset.
 */
#ifndef LECTERN_TUI_SEARCH_H
#define LECTERN_TUI_SEARCH_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "doc/index.h"

struct doc;

struct search {
	struct buf needle; /* as typed; empty: nothing is searched for */
	struct matches found;
	struct matches sorted;
	size_t current;   /* number in `found`; found.all.n: none */
	int regex;        /* 1: it is a regular expression */
	struct buf fault; /* why a regular expression is none, or "" */
};

void search_init(struct search *s);
void search_release(struct search *s);

/* Nothing is searched for any more. */
void search_reset(struct search *s);

/*
 * Finds all places of `needle`; none of them is the current one.  With a slash
 * at its end, and perhaps at its beginning, it is a regular expression.
 */
void search_find(
    struct search *s, const struct text_index *ix, const char *needle);

/* The current match, or NULL. */
const struct match *search_current(const struct search *s);

/*
 * Makes the first match at offset `at` or later the current one, or without
 * such the first of all.  Returns 1 if it had to begin anew, -1 if there is
 * no match, else 0.
 */
int search_from(struct search *s, uint32_t at);

/* The same for the last match before `at`. */
int search_before(struct search *s, uint32_t at);

/* One match on, or back for `by` < 0; returns like search_from. */
int search_step(struct search *s, int by);

/* Appends "2/4 here, 17 in all": here is the section of the current match. */
void search_count(
    const struct search *s, const struct doc *doc, struct buf *out);

/* The same for who reads section `section`, where the current match is not:
 * "4 here, 17 in all". */
void search_count_apart(const struct search *s, const struct doc *doc,
    size_t section, struct buf *out);

/* How many of the matches are in section `section`, and with `whole` in what
 * it is made of. */
size_t search_in_section(
    const struct search *s, const struct doc *doc, size_t section, int whole);

#endif

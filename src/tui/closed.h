/* SPDX-License-Identifier: ISC */
/*
 * closed.h - the terms of a closed book
 *
 * Layer tui.
 */
#ifndef LECTERN_TUI_CLOSED_H
#define LECTERN_TUI_CLOSED_H

#include <stddef.h>

#include "base/vec.h"
#include "doc/index.h"

struct doc;
struct vocab;

/* What is hidden: ranges of the text, ascending. */
struct closed {
	VEC(struct match) all;
};

/* Hides all terms where the text introduces them. */
void closed_terms(
    const struct vocab *vocab, const struct doc *doc, struct closed *out);

/* Shows number `i` again. */
void closed_show(struct closed *c, size_t i);

#endif

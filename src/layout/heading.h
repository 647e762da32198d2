/* SPDX-License-Identifier: ISC */
/*
 * heading.h - rules below headings
 *
 * Layer layout, private to it.
 */
#ifndef LECTERN_LAYOUT_HEADING_H
#define LECTERN_LAYOUT_HEADING_H

#include <stddef.h>

#include "layout/context.h"

struct builder;

/* Adds a rule at column `col` as wide as the lines from number `first` on, for
 * the two upper ranks. */
void heading_rule(
    struct builder *b, enum heading heading, int col, size_t first);

#endif

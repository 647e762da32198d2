/* SPDX-License-Identifier: ISC */
/*
 * builder.h - lines while they are made
 *
 * Layer layout, private to it.
 */
#ifndef LECTERN_LAYOUT_BUILDER_H
#define LECTERN_LAYOUT_BUILDER_H

#include "base/arena.h"
#include "base/vec.h"
#include "layout/lines.h"

/*
 * Spans are added to the line that is open; line_end closes it.  All that the
 * finished lines point to is in `arena`; the builder itself holds two arrays
 * that builder_finish frees.
 */
struct builder {
	struct arena *arena;
	VEC(struct span) spans; /* of the open line */
	VEC(struct line) lines;
	uint32_t offset; /* of the last span that had one */
	int ascii;
	int squeezed;          /* 1: something was broken to fit */
	size_t head, head_end; /* lines of the first grid's head */
	size_t grid, grid_end; /* lines of all grids; the same: there is none */
};

/* `offset` is that of lines before the first span that has one. */
void builder_init(
    struct builder *b, struct arena *arena, uint32_t offset, int ascii);

/* A copy of generated text at column `col`; clusters in `s` are not checked. */
void builder_add(
    struct builder *b, int col, const char *s, size_t len, unsigned style);

/* `n` times the rule character of `s` (one cluster, one column wide). */
void builder_rule(struct builder *b, int col, const char *s, int n);

/* A span as it stands; its text must live as long as the arena. */
void builder_span(struct builder *b, const struct span *span);

/* The spans of a finished line moved right by `col` columns. */
void builder_line_at(struct builder *b, int col, const struct line *line);

void builder_end_line(struct builder *b);

/* The lines; frees what the builder holds beside them. */
struct lines builder_finish(struct builder *b);

#endif

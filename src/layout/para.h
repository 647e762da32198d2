/* SPDX-License-Identifier: ISC */
/*
 * para.h - inline text cut into lines
 *
 * Layer layout, private to it.
 */
#ifndef LECTERN_LAYOUT_PARA_H
#define LECTERN_LAYOUT_PARA_H

struct builder;
struct inline_text;

/* What stands left of each line; see context.h. */
struct margin;

/*
 * Wraps the text into lines of at most `width` columns, margin included, and
 * adds them to the builder.
 */
void para_set(struct builder *b, const struct inline_text *t, int width,
    const struct margin *m);

/*
 * The same for a listing without tabs: lines are kept, and one that is too
 * long goes on below, set in by the margin's hang, with a mark at the break.
 */
void para_set_verbatim(struct builder *b, const struct inline_text *t,
    int width, const struct margin *m);

#endif

/* SPDX-License-Identifier: ISC */
/*
 * listing.h - listings: tabs, line numbers, marks of callouts
 *
 * Layer layout, private to it.
 */
#ifndef LECTERN_LAYOUT_LISTING_H
#define LECTERN_LAYOUT_LISTING_H

struct builder;
struct inline_text;
struct margin;
struct place;

/*
 * Adds the lines of the listing at `p`, whose text is `t`.  Tabs go to columns
 * of eight.  A listing that asks for it has its lines numbered; areas that an
 * areaspec beside it names are marked with their number.
 */
void listing_set(struct builder *b, const struct inline_text *t,
    const struct place *p, const struct margin *m);

#endif

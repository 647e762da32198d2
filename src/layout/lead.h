/* SPDX-License-Identifier: ISC */
/*
 * lead.h - names of elements that have no title
 *
 * Layer layout, private to it.  A note says "Note", a glossary without a title
 * "Glossary", on a line of its own above its first unit; so does a step that
 * is optional and does not begin with text.
 */
#ifndef LECTERN_LAYOUT_LEAD_H
#define LECTERN_LAYOUT_LEAD_H

struct builder;
struct context;
struct place;

/* Finds the leads of the unit at `p`; c->block and c->step are known. */
void leads_find(struct context *c, const struct place *p);

/* Adds them; marks that are shown there are taken out of c->margin. */
void leads_set(struct builder *b, const struct place *p, struct context *c);

#endif

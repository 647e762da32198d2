/* SPDX-License-Identifier: ISC */
/*
 * deferred.h - events kept for later
 *
 * Layer doc, private to the builder.  Some elements stand in the source before
 * what a reader should see first: the attribution of a quotation, the info of
 * a chapter before its title.  Their events are kept and played when it is
 * their turn, so that the document is in the order in which it is read.
 */
#ifndef LECTERN_DOC_DEFERRED_H
#define LECTERN_DOC_DEFERRED_H

#include <stddef.h>

struct deferred;
struct xml_event;

struct deferred *deferred_new(void);
void deferred_free(struct deferred *d);

/* Keeps a copy of the event. */
void deferred_add(struct deferred *d, const struct xml_event *ev);

size_t deferred_count(const struct deferred *d);

/* Event number `i`, good as long as `d` and until more is added. */
const struct xml_event *deferred_event(const struct deferred *d, size_t i);

#endif

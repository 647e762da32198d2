/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "doc/deferred.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "xml/xml.h"

struct deferred {
	struct arena arena;
	VEC(struct xml_event) events;
};

struct deferred *
deferred_new(void)
{
	return xcalloc(1, sizeof(struct deferred));
}

void
deferred_free(struct deferred *d)
{
	if (d == NULL)
		return;
	arena_release(&d->arena);
	vec_release(&d->events);
	free(d);
}

void
deferred_add(struct deferred *d, const struct xml_event *ev)
{
	struct xml_event copy = *ev;
	struct xml_attr *attr;
	size_t i;

	attr = arena_array(&d->arena, ev->n_attr, sizeof(*attr));
	for (i = 0; i < ev->n_attr; i++) {
		attr[i] = ev->attr[i];
		attr[i].value = arena_strndup(
		    &d->arena, ev->attr[i].value, ev->attr[i].len);
	}
	copy.attr = attr;
	copy.text =
	    arena_strndup(&d->arena, ev->len == 0 ? "" : ev->text, ev->len);
	vec_push(&d->events, copy);
}

size_t
deferred_count(const struct deferred *d)
{
	return d->events.n;
}

const struct xml_event *
deferred_event(const struct deferred *d, size_t i)
{
	return &d->events.v[i];
}

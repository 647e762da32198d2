/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <stdlib.h>

#include "doc/build.h"
#include "doc/deferred.h"
#include "xml/xml.h"

/* Elements that have waited may hold others that must; not without end. */
enum { REPLAY_DEPTH = 4 };

/*
 * What is known of a division comes behind its title, the attribution behind
 * what is quoted, the fine print and the history behind all that is known, what
 * is told of somebody behind the name, and the callouts of a picture behind
 * the text that stands for it.
 */
static int
must_wait(struct docbook *b, enum elem elem)
{
	enum elem_role parent = build_parent_role(b);

	if (b->due || b->replaying >= REPLAY_DEPTH || build_top(b)->hidden)
		return 0;
	switch ((int)elem_info[elem].role) {
	case ROLE_INFO:
		return build_top(b)->class == CLASS_DIVISION &&
		    !build_top(b)->titled;
	case ROLE_ATTRIBUTION:
		return parent == ROLE_QUOTE || parent == ROLE_EPIGRAPH;
	case ROLE_LEGAL:
	case ROLE_REVHISTORY:
		return parent == ROLE_INFO && build_top(b)->class == CLASS_INFO;
	case ROLE_BLURB:
		return parent == ROLE_CREDIT;
	case ROLE_MEDIACO:
		return parent == ROLE_MEDIA;
	default:
		return 0;
	}
}

static void
put_off(struct docbook *b, const struct xml_event *ev)
{
	deferred_add(b->putting_off, ev);
	b->put_off_depth += ev->kind == XML_START;
	b->put_off_depth -= ev->kind == XML_END;
	if (b->put_off_depth == 0)
		b->putting_off = NULL;
}

static void
begin_putting_off(struct docbook *b, const struct xml_event *ev)
{
	struct frame *f = build_top(b);

	if (f->deferred == NULL)
		f->deferred = deferred_new();
	b->putting_off = f->deferred;
	b->put_off_depth = 0;
	put_off(b, ev);
}

int
build_wait(struct docbook *b, const struct xml_event *ev)
{
	if (b->putting_off == NULL || ev->kind == XML_DONE)
		return 0;
	put_off(b, ev);
	return 1;
}

void
build_wait_end(struct docbook *b)
{
	struct deferred *d = build_top(b)->deferred;
	size_t i, depth = 0;

	if (d == NULL)
		return;
	build_top(b)->deferred = NULL;
	b->replaying++;
	for (i = 0; i < deferred_count(d); i++) {
		const struct xml_event *ev = deferred_event(d, i);

		b->due = depth == 0;
		depth += ev->kind == XML_START;
		depth -= ev->kind == XML_END;
		build_take(b, ev);
	}
	b->due = 0;
	b->replaying--;
	deferred_free(d);
}

int
build_wait_child(struct docbook *b, const struct xml_event *ev, enum elem elem)
{
	enum elem_role role = elem_info[elem].role;
	int is_heading = role == ROLE_TITLE || role == ROLE_SUBTITLE;

	if (b->stack.n == 0)
		return 0;
	if (must_wait(b, elem)) {
		begin_putting_off(b, ev);
		return 1;
	}
	if (build_top(b)->class == CLASS_DIVISION && !is_heading && !b->due)
		build_wait_end(b);
	b->due = 0;
	if (role == ROLE_TITLE)
		build_top(b)->titled = 1;
	return 0;
}

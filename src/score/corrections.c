/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "score/corrections.h"

#include <string.h>

#include "score/event.h"

void
corrections_init(struct corrections *c)
{
	memset(c, 0, sizeof(*c));
	map_init(&c->undone);
	map_init(&c->graded);
	buf_init(&c->key);
}

void
corrections_release(struct corrections *c)
{
	map_release(&c->undone);
	map_release(&c->graded);
	vec_release(&c->grades);
	buf_release(&c->key);
}

/* Nobody takes back an answer of somebody else. */
static const char *
undo_key(struct corrections *c, const char *id, const char *who)
{
	buf_reset(&c->key);
	buf_printf(&c->key, "%s\n%s", id, who);
	return c->key.s;
}

static void
grade(struct corrections *c, const char *id, const struct event *e)
{
	struct correction as = { e->frac, e->rating };
	size_t i = map_add(&c->graded, id);

	if (i == c->grades.n)
		vec_push(&c->grades, as);
	c->grades.v[i] = as;
}

int
corrections_note(struct corrections *c, const struct event *e)
{
	size_t i;

	switch ((int)e->kind) {
	case EVENT_UNDO:
		map_add(&c->undone,
		    undo_key(c, e->ref, e->who == NULL ? "" : e->who));
		return 1;
	case EVENT_GRADE:
		grade(c, e->ref, e);
		return 1;
	case EVENT_REGRADE:
		for (i = 0; e->refs != NULL && e->refs[i] != NULL; i++)
			grade(c, e->refs[i], e);
		return 1;
	default:
		return 0;
	}
}

int
corrections_undone(struct corrections *c, const char *id, const char *who)
{
	return c->undone.keys.n > 0 &&
	    map_find(&c->undone, undo_key(c, id, who)) != -1;
}

const struct correction *
corrections_find(const struct corrections *c, const char *id)
{
	ptrdiff_t i = c->graded.keys.n == 0 ? -1 : map_find(&c->graded, id);

	return i == -1 ? NULL : &c->grades.v[i];
}

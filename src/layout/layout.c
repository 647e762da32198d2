/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "layout/layout.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "doc/doc.h"
#include "layout/builder.h"
#include "layout/context.h"
#include "layout/unit.h"

struct slot {
	struct arena arena;
	struct lines lines;
	struct layout_shape shape;
	size_t unit; /* the one that is set here, + 1; 0: none */
};

struct formed {
	size_t unit;
	enum layout_form form;
};

struct layout {
	const struct doc *doc;
	struct layout_options opt;
	VEC(struct formed) forms;      /* of units that have not LAYOUT_FIT */
	struct slot slot[LAYOUT_KEPT]; /* unit u is in slot u % LAYOUT_KEPT */
};

struct layout *
layout_new(const struct doc *doc, const struct layout_options *opt)
{
	struct layout *l = xcalloc(1, sizeof(*l));

	assert(opt->width > 0);
	l->doc = doc;
	l->opt = *opt;
	return l;
}

void
layout_free(struct layout *l)
{
	size_t i;

	if (l == NULL)
		return;
	for (i = 0; i < LAYOUT_KEPT; i++)
		arena_release(&l->slot[i].arena);
	vec_release(&l->forms);
	free(l);
}

enum layout_form
layout_form(const struct layout *l, size_t unit)
{
	size_t i;

	for (i = 0; i < l->forms.n; i++) {
		if (l->forms.v[i].unit == unit)
			return l->forms.v[i].form;
	}
	return LAYOUT_FIT;
}

void
layout_set_form(struct layout *l, size_t unit, enum layout_form form)
{
	struct formed new = { unit, form };
	struct slot *slot = &l->slot[unit % LAYOUT_KEPT];
	size_t i;

	if (slot->unit == unit + 1)
		slot->unit = 0;
	for (i = 0; i < l->forms.n; i++) {
		if (l->forms.v[i].unit == unit) {
			l->forms.v[i].form = form;
			return;
		}
	}
	if (form != LAYOUT_FIT)
		vec_push(&l->forms, new);
}

static void
shape_find(struct slot *slot, const struct builder *b, int table)
{
	struct layout_shape *shape = &slot->shape;
	size_t i;

	*shape = (struct layout_shape){ .squeezed = b->squeezed,
		.table = table,
		.head = b->head,
		.head_end = b->head_end,
		.wide = table ? b->grid : 0,
		.wide_end = table ? b->grid_end : slot->lines.n };
	for (i = 0; i < slot->lines.n; i++) {
		int cols = line_cols(&slot->lines.line[i]);

		shape->cols = cols > shape->cols ? cols : shape->cols;
	}
}

struct layout_shape
layout_shape(struct layout *l, size_t unit)
{
	(void)layout_unit(l, unit);
	return l->slot[unit % LAYOUT_KEPT].shape;
}

static void
slot_set(struct layout *l, struct slot *slot, size_t unit)
{
	struct place p = { .doc = l->doc, .width = l->opt.width };
	struct builder b;

	p.unit = doc_unit(l->doc, unit);
	p.before = unit == 0 ? NULL : doc_unit(l->doc, unit - 1);
	p.ascii = l->opt.ascii;
	p.form = layout_form(l, unit);
	arena_reset(&slot->arena);
	builder_init(&b, &slot->arena, p.unit->start, l->opt.ascii);
	unit_set(&b, &p);
	slot->lines = builder_finish(&b);
	shape_find(slot, &b, p.unit->kind == UNIT_TABLE);
	slot->unit = unit + 1;
}

struct lines
layout_unit(struct layout *l, size_t unit)
{
	struct slot *slot = &l->slot[unit % LAYOUT_KEPT];

	assert(unit < doc_units(l->doc));
	if (slot->unit != unit + 1)
		slot_set(l, slot, unit);
	return slot->lines;
}

struct layout_pos
layout_find(struct layout *l, uint32_t offset)
{
	struct layout_pos pos = { 0, 0 };
	struct lines lines;
	size_t i;

	if (doc_units(l->doc) == 0)
		return pos;
	pos.unit = doc_unit_at(l->doc, offset);
	lines = layout_unit(l, pos.unit);
	/* The last line that begins at the offset or before; blank lines above
	 * the text begin with it, and are passed over. */
	for (i = 0; i < lines.n; i++) {
		if (lines.line[i].offset <= offset && lines.line[i].n > 0)
			pos.line = i;
		if (lines.line[i].offset > offset)
			break;
	}
	while (pos.line > 0 && lines.line[pos.line - 1].n > 0 &&
	    lines.line[pos.line - 1].offset == lines.line[pos.line].offset)
		pos.line--;
	return pos;
}

const struct line *
layout_line(struct layout *l, struct layout_pos pos)
{
	struct lines lines;

	if (pos.unit >= doc_units(l->doc))
		return NULL;
	lines = layout_unit(l, pos.unit);
	return pos.line < lines.n ? &lines.line[pos.line] : NULL;
}

/* A unit may have no lines at all: such are passed over. */
static int
step_forward(struct layout *l, struct layout_pos *pos)
{
	size_t unit;

	if (pos->line + 1 < layout_unit(l, pos->unit).n) {
		pos->line++;
		return 1;
	}
	for (unit = pos->unit + 1; unit < doc_units(l->doc); unit++) {
		if (layout_unit(l, unit).n > 0) {
			pos->unit = unit;
			pos->line = 0;
			return 1;
		}
	}
	return 0;
}

static int
step_back(struct layout *l, struct layout_pos *pos)
{
	size_t unit;

	if (pos->line > 0) {
		pos->line--;
		return 1;
	}
	for (unit = pos->unit; unit-- > 0;) {
		size_t n = layout_unit(l, unit).n;

		if (n > 0) {
			pos->unit = unit;
			pos->line = n - 1;
			return 1;
		}
	}
	return 0;
}

int
layout_move(struct layout *l, struct layout_pos *pos, int n)
{
	int gone = 0;

	if (doc_units(l->doc) == 0)
		return 0;
	while (gone < n && step_forward(l, pos))
		gone++;
	while (gone > n && step_back(l, pos))
		gone--;
	return gone;
}

struct layout_pos
layout_last(struct layout *l)
{
	struct layout_pos pos = { 0, 0 };
	size_t n = doc_units(l->doc);

	if (n == 0)
		return pos;
	pos.unit = n - 1;
	pos.line = layout_unit(l, pos.unit).n;
	if (pos.line > 0)
		pos.line--;
	else
		step_back(l, &pos);
	return pos;
}

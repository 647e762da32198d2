/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "doc/build.h"

static int
is_media(enum elem_role role)
{
	return role == ROLE_MEDIA || role == ROLE_MEDIACO ||
	    role == ROLE_GRAPHIC || role == ROLE_INLINEMEDIA;
}

/* Callouts within a picture go with the one that it is part of. */
static int
is_part_of_media(const struct docbook *b, const struct frame *f)
{
	uint32_t parent = model_node(b->doc, f->node)->parent;

	return f->role == ROLE_MEDIACO && parent != DOC_NONE &&
	    is_media(model_role(b->doc, parent));
}

/* A picture shows as a unit of its own unless a text stands for it. */
static void
settle(struct docbook *b, struct frame *f)
{
	if (f->has_text)
		return;
	f->has_text = 1;
	if (f->class == CLASS_INLINE || is_part_of_media(b, f))
		return;
	build_unit(b, UNIT_MEDIA, f->node);
	build_separator(b);
}

void
build_media_child(struct docbook *b, enum elem_role role)
{
	struct frame *top = build_top(b);

	if (!is_media(build_parent_role(b)) || top->hidden)
		return;
	/* A graphic shows itself. */
	if (role == ROLE_TEXTOBJECT || role == ROLE_GRAPHIC)
		top->has_text = 1;
	else if (role == ROLE_CAPTION || role == ROLE_CALLOUTS ||
	    role == ROLE_MEDIACO)
		settle(b, top);
}

/* A text for a picture that is empty is none; a picture that is the text of
 * another file is one. */
void
build_media_part_end(struct docbook *b, const struct frame *f)
{
	struct frame *media;

	if (b->stack.n < 2 || f->class == CLASS_INLINE)
		return;
	media = &b->stack.v[b->stack.n - 2];
	if (!is_media(media->role))
		return;
	if (build_units(b) > f->units)
		media->has_text = 1;
	else if (f->role == ROLE_TEXTOBJECT)
		media->has_text = 0;
}

/* A formula that is only said in words shows those. */
static int
is_in_words(struct docbook *b, const struct frame *f)
{
	return f->role == ROLE_EQUATION && !f->hidden &&
	    build_units(b) == f->units + f->titled &&
	    doc_child(b->doc, f->node, ELEM_ALT) != DOC_NONE;
}

void
build_media_end(struct docbook *b, struct frame *f)
{
	if (is_in_words(b, f))
		settle(b, f);
	if (f->class != CLASS_INLINE && is_media(f->role))
		settle(b, f);
}

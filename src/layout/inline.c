/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "layout/inline.h"

#include <stdlib.h>
#include <string.h>

#include "doc/annotation.h"
#include "doc/doc.h"
#include "layout/lines.h"
#include "layout/walk.h"
#include "text/ascii.h"
#include "text/rich.h"
#include "text/utf8.h"

/* Elements deeper in one another than this are text, and no more. */
enum { DEPTH_MAX = 100 };

void
inline_init(struct inline_text *t, int ascii)
{
	memset(t, 0, sizeof(*t));
	buf_init(&t->text);
	t->ascii = ascii;
}

void
inline_release(struct inline_text *t)
{
	buf_release(&t->text);
	vec_release(&t->segs);
}

void
inline_reset(struct inline_text *t)
{
	buf_reset(&t->text);
	t->segs.n = 0;
}

static void
seg_add(
    struct inline_text *t, const char *s, size_t len, const struct seg *like)
{
	struct seg seg = *like;

	seg.start = (uint32_t)t->text.len;
	seg.len = (uint32_t)len;
	buf_add(&t->text, s, len);
	vec_push(&t->segs, seg);
}

/* In ASCII each character that changes is a segment of its own, so that the
 * others keep their offsets. */
static void
seg_ascii(struct inline_text *t, const char *s, size_t len, struct seg like)
{
	struct buf plain = BUF_INIT;
	uint32_t ch, base = like.offset;
	size_t i, step, from = 0;

	for (i = 0; i < len; i += step) {
		step = utf8_decode(s + i, len - i, &ch);
		if (ch < 0x80)
			continue;
		like.offset =
		    base == NO_OFFSET ? NO_OFFSET : base + (uint32_t)from;
		like.source_len = (uint32_t)(i - from);
		if (i > from)
			seg_add(t, s + from, i - from, &like);
		buf_reset(&plain);
		text_to_ascii(&plain, s + i, step);
		like.offset =
		    base == NO_OFFSET ? NO_OFFSET : base + (uint32_t)i;
		like.source_len = (uint32_t)step;
		seg_add(t, plain.s, plain.len, &like);
		from = i + step;
	}
	like.offset = base == NO_OFFSET ? NO_OFFSET : base + (uint32_t)from;
	like.source_len = (uint32_t)(len - from);
	if (len > from)
		seg_add(t, s + from, len - from, &like);
	buf_release(&plain);
}

static void
add(struct inline_text *t, const char *s, size_t len, struct seg like)
{
	if (len == 0)
		return;
	like.source_len = (uint32_t)len;
	if (t->ascii)
		seg_ascii(t, s, len, like);
	else
		seg_add(t, s, len, &like);
}

static void
add_generated(struct inline_text *t, const char *s, struct look look)
{
	struct seg like = { .offset = NO_OFFSET, .link = look.link };

	like.style = (uint16_t)look.style;
	add(t, s, strlen(s), like);
}

void
inline_add(struct inline_text *t, const char *s, unsigned style)
{
	add_generated(t, s, (struct look){ style, DOC_NONE });
}

void
inline_link(struct inline_text *t, const char *s, unsigned style, uint32_t link)
{
	add_generated(t, s, (struct look){ style, link });
}

void
inline_part(struct inline_text *t, const struct inline_text *other,
    const struct seg *seg, size_t from, size_t len)
{
	struct seg piece = *seg;

	if (seg->offset != NO_OFFSET && seg->source_len == seg->len) {
		piece.offset = seg->offset + (uint32_t)(from - seg->start);
		piece.source_len = (uint32_t)len;
	}
	seg_add(t, other->text.s + from, len, &piece);
}

void
inline_rich(struct inline_text *t, const struct rich *r)
{
	struct seg like = { .offset = NO_OFFSET, .link = DOC_NONE };
	size_t i, at = 0;

	for (i = 0; i < r->runs.n; i++) {
		const struct rich_run *run = &r->runs.v[i];

		like.style = STYLE_BODY;
		add(t, r->text.s + at, run->start - at, like);
		like.style = run->style;
		add(t, r->text.s + run->start, run->len, like);
		at = run->start + run->len;
	}
	like.style = STYLE_BODY;
	add(t, r->text.s + at, r->text.len - at, like);
}

void
walk_source(struct walk *w, uint32_t from, uint32_t to, struct look look)
{
	struct seg like = { .offset = from, .link = look.link };

	like.style = (uint16_t)look.style;
	if (to > from)
		add(w->out, doc_text(w->doc) + from, to - from, like);
}

void
walk_replace(
    struct walk *w, uint32_t from, uint32_t to, const char *s, struct look look)
{
	struct seg like = { .offset = from, .link = look.link };

	like.source_len = to - from;
	like.style = (uint16_t)look.style;
	seg_add(w->out, s, strlen(s), &like);
}

void
walk_space(struct walk *w)
{
	const struct buf *b = &w->out->text;

	if (b->len > 0 && strchr(" \n([{", b->s[b->len - 1]) == NULL)
		add_generated(w->out, " ", (struct look){ STYLE_BODY, 0 });
}

void
walk_say(struct walk *w, const char *s, struct look look)
{
	add_generated(w->out, s, look);
}

uint32_t
walk_start(const struct walk *w, uint32_t n)
{
	uint32_t start = doc_node(w->doc, n)->start;

	return start < w->start ? w->start : start;
}

uint32_t
walk_end(const struct walk *w, uint32_t n)
{
	const struct node *node = doc_node(w->doc, n);

	return node->flags & NODE_OPEN || node->end > w->end ? w->end
							     : node->end;
}

/* Node c if it is in the run and a child of node n.  An element may be behind
 * the text of the run and not in it: what parts the runs is in between. */
static uint32_t
child_in_run(const struct walk *w, uint32_t n, uint32_t c)
{
	if (c > doc_nodes(w->doc) || doc_node(w->doc, c)->parent != n ||
	    doc_node(w->doc, c)->start > w->end)
		return DOC_NONE;
	return c;
}

uint32_t
walk_first(const struct walk *w, uint32_t n)
{
	return child_in_run(w, n, n < w->first ? w->first : n + 1);
}

uint32_t
walk_next(const struct walk *w, uint32_t c)
{
	const struct node *node = doc_node(w->doc, c);

	return child_in_run(w, node->parent, node->last + 1);
}

void
walk_node(struct walk *w, uint32_t n, struct look look)
{
	const struct node *node = doc_node(w->doc, n);
	const struct elem_info *info = &elem_info[node->elem];
	struct look around = look;

	if (node->flags & NODE_HIDDEN)
		return;
	if (info->class == CLASS_NOTE) {
		if (!annotation_is_elsewhere(w->doc, n))
			link_footnote(w, n, look);
		return;
	}
	look.style |= info->style;
	if (w->depth >= DEPTH_MAX) {
		walk_source(w, walk_start(w, n), walk_end(w, n), look);
		return;
	}
	w->depth++;
	walk_element(w, n, info->role, look);
	w->depth--;
	link_annotations(w, n, around);
}

void
walk_children(struct walk *w, uint32_t n, struct look look)
{
	uint32_t at = walk_start(w, n), c;

	for (c = walk_first(w, n); c != DOC_NONE; c = walk_next(w, c)) {
		const struct node *child = doc_node(w->doc, c);

		walk_source(w, at, child->start, look);
		walk_node(w, c, look);
		at = child->end < w->end ? child->end : w->end;
	}
	walk_source(w, at, walk_end(w, n), look);
}

/* An element in the line may end before the run that began in it does: so the
 * elements are followed by number, not from parent to child. */
void
walk_run(struct walk *w, struct look look)
{
	uint32_t n = w->first, nodes = doc_nodes(w->doc), at = w->start;

	while (n <= nodes && doc_node(w->doc, n)->start <= w->end) {
		const struct node *node = doc_node(w->doc, n);

		walk_source(w, at, node->start, look);
		walk_node(w, n, look);
		at = node->end < w->end && !(node->flags & NODE_OPEN)
		    ? node->end
		    : w->end;
		n = node->last + 1;
	}
	walk_source(w, at, w->end, look);
}

/* The style that the elements around a run give it, up to its block. */
static unsigned
style_around(const struct doc *doc, uint32_t n)
{
	unsigned style = STYLE_BODY;

	for (; n != DOC_NONE; n = doc_node(doc, n)->parent) {
		style |= elem_info[doc_node(doc, n)->elem].style;
		if (doc_node(doc, n)->flags & NODE_BLOCK)
			break;
	}
	return style;
}

void
inline_unit(struct inline_text *t, const struct doc *doc, const struct unit *u,
    unsigned style)
{
	struct walk w = { .out = t, .doc = doc };
	struct look look = { style | style_around(doc, u->node), DOC_NONE };

	w.first = u->first;
	w.start = u->start;
	w.end = u->end;
	buf_reserve(&t->text, u->end - u->start);
	w.lines = t->room > 0 && u->end - u->start > (uint32_t)t->room;
	if (u->kind == UNIT_TAIL)
		walk_tail(&w, u->node, look);
	else
		walk_block(&w, u->node, look);
}

void
inline_annotations(
    struct inline_text *t, const struct doc *doc, uint32_t n, unsigned style)
{
	struct walk w = { .out = t, .doc = doc };

	link_annotations(&w, n, (struct look){ style, DOC_NONE });
}

/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "layout/inline.h"

#include <stdlib.h>
#include <string.h>

#include "doc/doc.h"
#include "doc/gentext.h"
#include "layout/lines.h"
#include "layout/walk.h"
#include "text/ascii.h"
#include "text/rich.h"
#include "text/utf8.h"

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

	if (b->len > 0 && strchr(" \n([", b->s[b->len - 1]) == NULL)
		add_generated(w->out, " ", (struct look){ STYLE_BODY, 0 });
}

void
walk_say(struct walk *w, const char *s, struct look look)
{
	add_generated(w->out, s, look);
}

void
walk_node(struct walk *w, uint32_t n, struct look look)
{
	const struct node *node = doc_node(w->doc, n);
	const struct elem_info *info = &elem_info[node->elem];

	if (info->role == ROLE_FOOTNOTE && !(node->flags & NODE_HIDDEN)) {
		link_footnote(w, n, look);
		return;
	}
	if (node->flags & NODE_HIDDEN || info->class == CLASS_NOTE)
		return;
	look.style |= info->style;
	walk_element(w, n, info->role, look);
}

/* The text from `at` to `end` and the elements in it, numbered from n on. */
static void
walk_range(
    struct walk *w, uint32_t n, uint32_t at, uint32_t end, struct look look)
{
	uint32_t nodes = doc_nodes(w->doc);

	while (n <= nodes && doc_node(w->doc, n)->start <= end) {
		const struct node *node = doc_node(w->doc, n);

		walk_source(w, at, node->start, look);
		walk_node(w, n, look);
		at = node->end < end && !(node->flags & NODE_OPEN) ? node->end
								   : end;
		n = node->last + 1;
	}
	walk_source(w, at, end, look);
}

/* Elements behind the last child begin at the same offset when they are
 * empty, so the children are bounded by number, not by place. */
void
walk_children(struct walk *w, uint32_t n, struct look look)
{
	const struct node *node = doc_node(w->doc, n);
	uint32_t end =
	    node->flags & NODE_OPEN || node->end > w->end ? w->end : node->end;
	uint32_t at = node->start, c;

	for (c = n + 1; c <= node->last;) {
		const struct node *child = doc_node(w->doc, c);

		if (child->start > end)
			break;
		walk_source(w, at, child->start, look);
		walk_node(w, c, look);
		at = child->end < end ? child->end : end;
		c = child->last + 1;
	}
	walk_source(w, at, end, look);
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

/* What a block says before its text, where that begins. */
static void
before_block(struct walk *w, const struct unit *u, struct look look)
{
	const char *s = gentext_before(w->doc, u->node);

	if (u->start != doc_node(w->doc, u->node)->start || *s == '\0')
		return;
	walk_say(w, s, look);
	walk_say(w, " ", look);
}

/* A block whose one run is not just its text: a synopsis, a reference. */
static int
whole_block(struct walk *w, const struct unit *u, struct look look)
{
	const struct node *node = doc_node(w->doc, u->node);
	enum elem_role role = elem_info[node->elem].role;

	if (u->start != node->start || u->end + 1 < node->end)
		return 0;
	if (role == ROLE_FUNCPROTOTYPE)
		synopsis_prototype(w, u->node, look);
	else if (role == ROLE_METHODSYNOPSIS)
		synopsis_member(w, u->node, look);
	else if (role == ROLE_GLOSSSEE)
		link_see(w, u->node, look);
	else
		return 0;
	return 1;
}

void
inline_unit(struct inline_text *t, const struct doc *doc, const struct unit *u,
    unsigned style)
{
	struct walk w = { .out = t, .doc = doc, .end = u->end };
	struct look look = { style | style_around(doc, u->node), DOC_NONE };

	before_block(&w, u, look);
	if (whole_block(&w, u, look))
		return;
	walk_range(&w, u->first, u->start, u->end, look);
}

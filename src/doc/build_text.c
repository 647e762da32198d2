/* SPDX-License-Identifier: ISC */
#include "config.h"

#include <assert.h>
#include <string.h>

#include "base/block.h"
#include "doc/build.h"

struct unit *
build_open_unit(struct docbook *b)
{
	return b->unit_inner ? &b->doc->inner.v[b->unit]
			     : &b->doc->units.v[b->unit];
}

uint32_t
build_units(const struct docbook *b)
{
	return (uint32_t)(b->doc->units.n + b->doc->inner.n);
}

uint32_t
build_unit(struct docbook *b, enum unit_kind kind, uint32_t node)
{
	struct unit u = { .node = node, .kind = (uint8_t)kind };

	u.first = (uint32_t)b->doc->nodes.n + 1;
	u.start = u.end = (uint32_t)b->doc->text.len;
	u.note = b->notes > 0;
	if (b->tables > 0) {
		vec_push(&b->doc->inner, u);
		return (uint32_t)b->doc->inner.n - 1;
	}
	vec_push(&b->doc->units, u);
	return (uint32_t)b->doc->units.n - 1;
}

/* It is the last of its kind: what comes within it is no unit. */
void
build_drop_run(struct docbook *b)
{
	if (b->unit_inner)
		b->doc->inner.n = b->unit;
	else
		b->doc->units.n = b->unit;
	b->unit = NO_UNIT;
	b->space = 0;
}

void
build_separator(struct docbook *b)
{
	buf_addc(&b->doc->text, '\n');
}

void
build_open_run(struct docbook *b, uint32_t node)
{
	b->unit =
	    build_unit(b, b->verbatim > 0 ? UNIT_VERBATIM : UNIT_TEXT, node);
	b->unit_inner = b->tables > 0;
	b->space = b->solid = 0;
}

static void
trim_end(struct docbook *b, uint32_t start)
{
	struct buf *t = &b->doc->text;
	size_t len = t->len;

	while (len > start && (t->s[len - 1] == '\n' || t->s[len - 1] == ' '))
		len--;
	buf_truncate(t, len);
}

/* How far back the open run may be trimmed: not beyond an empty element at its
 * end, such as the number of a callout. */
static uint32_t
trim_floor(struct docbook *b, const struct unit *u)
{
	uint32_t n = (uint32_t)b->doc->nodes.n;
	const struct node *last = model_node(b->doc, n);

	return n >= u->first && last->start == last->end ? last->end : u->start;
}

static void
trim_node(struct node *node, uint32_t len)
{
	if (node->start > len)
		node->start = len;
	if (node->end > len)
		node->end = len;
}

/* Elements in a run, and those around it that ended in it, must not end behind
 * the text that is left. */
static void
trim_nodes(struct docbook *b, const struct unit *u)
{
	uint32_t len = (uint32_t)b->doc->text.len, n;

	for (n = (uint32_t)b->doc->nodes.n; n >= u->first && n > 0; n--)
		trim_node(build_node(b, n), len);
	for (n = u->node; n != DOC_NONE; n = build_node(b, n)->parent) {
		if (build_node(b, n)->flags & NODE_OPEN)
			break;
		trim_node(build_node(b, n), len);
	}
}

void
build_close_run(struct docbook *b)
{
	struct unit *u;

	b->space = 0;
	if (b->unit == NO_UNIT)
		return;
	u = build_open_unit(b);
	if (u->kind == UNIT_VERBATIM) {
		trim_end(b, trim_floor(b, u));
		trim_nodes(b, u);
	}
	u->end = (uint32_t)b->doc->text.len;
	b->unit = NO_UNIT;
	build_separator(b);
}

/* Is this place right behind the tag of a name, a number or an argument? */
static int
begins_field(struct docbook *b)
{
	const struct frame *top;

	if (b->stack.n == 0)
		return 0;
	top = build_top(b);
	return top->fields && top->class == CLASS_INLINE &&
	    model_node(b->doc, top->node)->start == b->doc->text.len;
}

/* Not where the run or a field begins, nor behind another blank. */
void
build_settle_space(struct docbook *b)
{
	if (b->space && b->unit != NO_UNIT && b->solid && !begins_field(b)) {
		buf_adds(&b->doc->text,
		    b->space & SPACE_EMPTY       ? "\u2028\u2028"
			: b->space & SPACE_BREAK ? "\u2028"
						 : " ");
		b->solid = 0;
	}
	b->space = 0;
}

/* Text has no control characters but newlines and tabs. */
static int
is_space(char c)
{
	return (unsigned char)c <= ' ';
}

/* Where in the block at `i` something stands that cannot be copied. */
static unsigned
stops(const char *s, size_t i, size_t len)
{
	unsigned blanks = block_blanks(s + i), spaces = block_spaces(s + i);
	unsigned next = i + BLOCK == len || is_space(s[i + BLOCK]);

	return (blanks ^ spaces) |
	    (spaces & (blanks >> 1 | next << (BLOCK - 1)));
}

/* The end of a stretch that can be copied as it is: single blanks within it,
 * none at its end. */
static size_t
stretch_end(const char *s, size_t i, size_t len)
{
	unsigned bits;
	size_t at;

	for (; len >= BLOCK && i < len; i = at + BLOCK) {
		at = len - i < BLOCK ? len - BLOCK : i;
		bits = stops(s, at, len) >> (i - at);
		if (bits != 0)
			return i + (unsigned)__builtin_ctz(bits);
	}
	for (; i < len; i++) {
		if (is_space(s[i]) &&
		    (s[i] != ' ' || i + 1 == len || is_space(s[i + 1])))
			break;
	}
	return i;
}

/* The end of the blanks that begin before `i`. */
static size_t
blanks_end(const char *s, size_t i, size_t len)
{
	unsigned others = 0;

	while (len - i >= BLOCK && others == 0) {
		others = BLOCK_ALL & ~block_blanks(s + i);
		i += others == 0 ? BLOCK : (unsigned)__builtin_ctz(others);
	}
	while (others == 0 && i < len && is_space(s[i]))
		i++;
	return i;
}

static void
add_collapsed(struct docbook *b, const char *s, size_t len)
{
	size_t i = 0, from;

	while (i < len) {
		if (is_space(s[i])) {
			b->space |= SPACE_BLANK;
			i = blanks_end(s, i + 1, len);
			continue;
		}
		from = i;
		i = stretch_end(s, i, len);
		if (b->unit == NO_UNIT)
			build_open_run(b, build_top(b)->node);
		if (b->space)
			build_settle_space(b);
		buf_add(&b->doc->text, s + from, i - from);
		b->solid = 1;
	}
}

/* A newline right behind the start tag of a listing is not part of it. */
static void
add_verbatim(struct docbook *b, const char *s, size_t len)
{
	if (b->line_start && len > 0 && s[0] == '\n') {
		s++;
		len--;
	}
	if (len == 0)
		return;
	b->line_start = 0;
	if (b->unit == NO_UNIT)
		build_open_run(b, build_top(b)->node);
	buf_add(&b->doc->text, s, len);
}

void
build_text(struct docbook *b, const char *s, size_t len)
{
	if (b->stack.n == 0 || b->doc->text.len + len >= TEXT_LIMIT)
		return;
	if (build_top(b)->hidden) {
		buf_add(&b->doc->text, s, len);
		return;
	}
	if (b->verbatim > 0)
		add_verbatim(b, s, len);
	else
		add_collapsed(b, s, len);
}

void
build_break(struct docbook *b)
{
	if (b->unit == NO_UNIT)
		return;
	if (b->verbatim > 0)
		add_verbatim(b, "\n", 1);
	else
		b->space |= b->space & SPACE_BREAK ? SPACE_EMPTY : SPACE_BREAK;
}

void
build_say(struct docbook *b, const char *s)
{
	buf_adds(&b->doc->text, s);
	b->solid = 1;
}

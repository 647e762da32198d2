/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "tui/edit.h"

#include <string.h>

#include "term/canvas.h"
#include "term/key.h"
#include "text/utf8.h"
#include "text/width.h"

void
edit_init(struct edit *e)
{
	buf_init(&e->text);
	e->at = 0;
	e->max = EDIT_MAX;
}

void
edit_release(struct edit *e)
{
	buf_release(&e->text);
}

void
edit_set(struct edit *e, const char *s)
{
	buf_reset(&e->text);
	text_clean(&e->text, s, strlen(s));
	e->at = e->text.len;
}

static void
insert(struct edit *e, const char *s, size_t len)
{
	struct buf *t = &e->text;

	buf_reserve(t, len);
	memmove(t->s + e->at + len, t->s + e->at, t->len - e->at);
	memcpy(t->s + e->at, s, len);
	t->len += len;
	t->s[t->len] = '\0';
	e->at += len;
}

static void
erase(struct edit *e, size_t from, size_t to)
{
	struct buf *t = &e->text;

	memmove(t->s + from, t->s + to, t->len - to);
	buf_truncate(t, t->len - (to - from));
	e->at = from;
}

int
edit_key(struct edit *e, int key)
{
	struct buf raw = BUF_INIT, b = BUF_INIT;

	if (!key_is_text(key))
		return 0;
	utf8_encode(&raw, (uint32_t)key);
	text_clean(&b, raw.s, raw.len);
	if (e->text.len + b.len <= e->max)
		insert(e, b.s, b.len);
	buf_release(&raw);
	buf_release(&b);
	return 1;
}

static size_t
next_cluster(const struct edit *e, size_t at)
{
	if (at >= e->text.len)
		return e->text.len;
	return at + utf8_cluster(e->text.s + at, e->text.len - at);
}

static size_t
prev_cluster(const struct edit *e, size_t at)
{
	size_t from = 0, next;

	while (from < at && (next = next_cluster(e, from)) < at)
		from = next;
	return from;
}

static size_t
prev_word(const struct edit *e)
{
	size_t at = e->at;

	while (at > 0 && e->text.s[at - 1] == ' ')
		at--;
	while (at > 0 && e->text.s[at - 1] != ' ')
		at--;
	return at;
}

static enum edit_result
cut(struct edit *e, size_t from, size_t to)
{
	if (from == to)
		return EDIT_MOVED;
	erase(e, from, to);
	return EDIT_CHANGED;
}

static enum edit_result
move(struct edit *e, size_t to)
{
	e->at = to;
	return EDIT_MOVED;
}

enum edit_result
edit_command(struct edit *e, enum cmd_id cmd)
{
	switch ((int)cmd) {
	case CMD_ERASE:
		return cut(e, prev_cluster(e, e->at), e->at);
	case CMD_ERASE_NEXT:
		return cut(e, e->at, next_cluster(e, e->at));
	case CMD_ERASE_WORD:
		return cut(e, prev_word(e), e->at);
	case CMD_ERASE_LINE:
		return cut(e, 0, e->at);
	case CMD_CURSOR_LEFT:
		return move(e, prev_cluster(e, e->at));
	case CMD_CURSOR_RIGHT:
		return move(e, next_cluster(e, e->at));
	case CMD_CURSOR_START:
		return move(e, 0);
	case CMD_CURSOR_END:
		return move(e, e->text.len);
	default:
		return EDIT_NOT;
	}
}

void
edit_draw(const struct edit *e, struct canvas *c, const struct edit_field *f)
{
	struct canvas_rect clip = c->clip;
	struct canvas_rect field = { f->row, f->col, 1, f->cols };
	int label = text_width(f->label, strlen(f->label));
	int before = text_width(e->text.s, e->at), shift;

	/* The label gives way when the cursor would not be seen. */
	shift = label + before + 1 - f->cols;
	if (shift < 0)
		shift = 0;
	canvas_fill(c, &field, f->style);
	canvas_clip(c, &field);
	canvas_move(c, f->row, f->col - shift);
	canvas_puts(c, f->label, f->style);
	canvas_put(c, e->text.s, e->text.len, f->style);
	canvas_clip(c, &clip);
	canvas_cursor(c, f->row, f->col - shift + label + before);
}

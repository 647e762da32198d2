/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "term/osc8.h"

#include <string.h>
#include <strings.h>

#include "base/buf.h"

/* The Linux console, screen, older rxvt and hardware are not among them. */
int
osc8_is_safe(const char *type)
{
	static const char *const kinds[] = { "xterm", "tmux", "foot",
		"alacritty", "kitty", "wezterm", "vte" };
	size_t i;

	for (i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		if (strncmp(type, kinds[i], strlen(kinds[i])) == 0)
			return 1;
	}
	return 0;
}

int
osc8_url(struct buf *out, const char *url)
{
	static const char *const schemes[] = { "http://", "https://",
		"mailto:" };
	size_t i, before = out->len;

	for (i = 0; i < sizeof(schemes) / sizeof(*schemes); i++) {
		if (strncasecmp(url, schemes[i], strlen(schemes[i])) == 0)
			break;
	}
	if (i == sizeof(schemes) / sizeof(*schemes))
		return 0;
	for (; *url != '\0'; url++) {
		unsigned char c = (unsigned char)*url;

		if (c > ' ' && c < 0x7f && strchr("\"<>\\^`{|}", c) == NULL)
			buf_addc(out, *url);
		else
			buf_printf(out, "%%%02X", c);
		if (out->len - before > OSC8_MAX) {
			buf_truncate(out, before);
			return 0;
		}
	}
	return 1;
}

void
osc8_forget(struct osc8 *o)
{
	memset(o->linked, 0, sizeof(o->linked));
}

/* The links of a row, one after the other; `i` begins with 0. */
static const struct canvas_link *
link_of(const struct canvas *c, int row, size_t *i)
{
	while (*i < c->links.n) {
		const struct canvas_link *l = &c->links.v[(*i)++];

		if (l->row == row)
			return l;
	}
	return NULL;
}

/* 1 if two rows have the same links in the same cells. */
static int
same_links(const struct canvas *a, int row_a, const struct canvas *b, int row_b)
{
	const struct canvas_link *l, *m;
	size_t i = 0, k = 0;

	do {
		l = link_of(a, row_a, &i);
		m = link_of(b, row_b, &k);
		if ((l == NULL) != (m == NULL))
			return 0;
		if (l != NULL &&
		    (l->col != m->col || l->cols != m->cols ||
			strcmp(l->url, m->url) != 0))
			return 0;
	} while (l != NULL);
	return 1;
}

/*
 * Was the row on the screen before, with its links, there or elsewhere?  Then
 * the terminal kept it or moved it.  Where curses wrote it anew instead, the
 * links are missing, which harms nobody.
 */
static int
is_there(const struct osc8 *o, const struct canvas *before,
    const struct canvas *now, int row)
{
	size_t len = (size_t)now->cols * sizeof(struct cell);
	int i;

	if (before->cols != now->cols)
		return 0;
	for (i = 0; i < before->rows; i++) {
		if (o->linked[i] &&
		    memcmp(canvas_cell(before, i, 0), canvas_cell(now, row, 0),
			len) == 0 &&
		    same_links(before, i, now, row))
			return 1;
	}
	return 0;
}

static void
add_color(struct buf *out, int color, enum look_depth depth, int base)
{
	if (color < 0)
		return;
	if (depth == LOOK_256)
		buf_printf(out, ";%d;5;%d", base + 8, color);
	else
		buf_printf(out, ";%d",
		    color < 8 ? base + color : base + 60 + color - 8);
}

/* Select Graphic Rendition (ECMA-48), from nothing on. */
static void
add_look(struct buf *out, unsigned style, struct osc8_look how)
{
	struct look look = look_of(style, how.depth, how.theme);

	buf_adds(out, "\033[0");
	buf_adds(out, look.attr & LOOK_BOLD ? ";1" : "");
	buf_adds(out, look.attr & LOOK_ITALIC ? ";3" : "");
	buf_adds(out, look.attr & LOOK_UNDERLINE ? ";4" : "");
	buf_adds(out, look.attr & LOOK_REVERSE ? ";7" : "");
	add_color(out, look.fg, how.depth, 30);
	add_color(out, look.bg, how.depth, 40);
	buf_addc(out, 'm');
}

static void
add_link(struct buf *out, const struct canvas *c, const struct canvas_link *l,
    struct osc8_look look)
{
	struct buf url = BUF_INIT;
	int col, style = -1;

	if (!osc8_url(&url, l->url)) {
		buf_release(&url);
		return;
	}
	buf_printf(
	    out, "\033[%d;%dH\033]8;;%s\033\\", l->row + 1, l->col + 1, url.s);
	for (col = l->col; col < l->col + l->cols; col++) {
		const struct cell *cell = canvas_cell(c, l->row, col);

		if (cell == NULL || cell->cols == 0)
			continue;
		if (cell->style != style)
			add_look(out, cell->style, look);
		style = cell->style;
		buf_add(out, cell->s, cell->len);
	}
	buf_adds(out, "\033]8;;\033\\");
	buf_release(&url);
}

/* The cursor and what curses believes to be set are saved and come back. */
void
osc8_show(struct osc8 *o, const struct canvas *before, const struct canvas *now,
    struct osc8_look look, struct buf *out)
{
	unsigned char linked[CANVAS_MAX] = { 0 };
	size_t i, empty;

	buf_adds(out, "\0337");
	empty = out->len;
	for (i = 0; i < now->links.n; i++) {
		const struct canvas_link *l = &now->links.v[i];

		if (linked[l->row] == 0)
			linked[l->row] =
			    is_there(o, before, now, l->row) ? 2 : 1;
		if (linked[l->row] == 1)
			add_link(out, now, l, look);
	}
	if (out->len == empty)
		buf_truncate(out, empty - 2);
	else
		buf_adds(out, "\0338");
	memcpy(o->linked, linked, sizeof(linked));
}

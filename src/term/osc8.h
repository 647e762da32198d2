/* SPDX-License-Identifier: ISC */
/*
 * osc8.h - links that the terminal itself can open
 *
 * Layer term: may include base and text.  The sequence is OSC 8, as set down by
 * Egmont Koblinger for VTE and taken up since: ESC ] 8 ; ; URL ESC \ before the
 * text and the same without a URL behind it.  curses knows nothing of it, so
 * links are written over what curses has put on the screen, and only where they
 * are not there yet: what the terminal scrolls keeps its links.
 *
 * A URL is of a document by a stranger.  Only http, https and mailto are sent,
 * and nothing in it but printable ASCII.
 */
#ifndef LECTERN_TERM_OSC8_H
#define LECTERN_TERM_OSC8_H

#include "term/canvas.h"
#include "term/look.h"

struct buf;

/* A longer URL is not sent. [byte] */
enum { OSC8_MAX = 1000 };

/* 1 if a terminal of this terminfo name swallows the sequence at least. */
int osc8_is_safe(const char *type);

/* Appends the URL as it may be sent; 0 if it may not be. */
int osc8_url(struct buf *out, const char *url);

struct osc8 {
	int on;
	unsigned char linked[CANVAS_MAX]; /* rows whose links are there */
};

/*
 * Appends what puts the links of `now` on the screen, which showed `before`
 * and shows `now` without links.  Colours as look_of() has them.
 */
struct osc8_look {
	enum look_depth depth;
	enum look_theme theme;
};
void osc8_show(struct osc8 *o, const struct canvas *before,
    const struct canvas *now, struct osc8_look look, struct buf *out);

/* The screen was cleared: no links are there. */
void osc8_forget(struct osc8 *o);

#endif

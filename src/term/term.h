/* SPDX-License-Identifier: ISC */
/*
 * term.h - where a canvas is shown and keys come from
 *
 * Layer term: may include base and text.  Two backends: a terminal, through
 * curses (curses.c), and a script of keys that writes what it is shown to a
 * file (script.c), so that most tests of the screen need no terminal.
 *
 * The loop of a program:
 *
 *	struct term_probe probe;
 *	struct term_options opt = TERM_OPTIONS_INIT;
 *	if (!term_probe(&probe))
 *		... line mode; probe.text says why ...
 *	t = term_open_curses(&opt, &probe);
 *	for (;;) {
 *		if (!term_pending(t)) {
 *			term_size(t, &rows, &cols);
 *			... draw ...
 *			term_show(t, &canvas);
 *		}
 *		key = term_key(t, -1);
 *		if (key == TKEY_HANGUP)
 *			break;
 *	}
 *	term_close(t);
 *
 * The locale (LC_CTYPE) must be set before.  One terminal is open at a time.
 */
#ifndef LECTERN_TERM_TERM_H
#define LECTERN_TERM_TERM_H

#include <stdint.h>
#include <stdio.h>

#include "term/look.h"

struct canvas;
struct term;

/* What a full-screen program would find; see term_probe(). */
struct term_probe {
	int usable;
	char type[64];  /* terminfo name to use, "" if not usable */
	char text[200]; /* not usable: why; a stand-in is used: that it is;
			 * else "".  A sentence without a full stop. */
};

/*
 * Can there be a full screen?  Not if standard input or output is no terminal,
 * TERM is unset or dumb, or the terminal cannot move its cursor.  A TERM that
 * terminfo does not know is replaced by one that is alike (termtype.h).
 * Returns `usable`.  Writes nothing to the terminal.
 */
int term_probe(struct term_probe *p);

struct term_options {
	enum look_theme theme;
	int color;        /* -1: unless NO_COLOR is set; 0: no; 1: yes */
	int esc_delay_ms; /* -1: $ESCDELAY, else 200 over SSH, else 50 */
	int mouse;        /* 1: clicks and the wheel are keys */
	int links;        /* 1: links outside are given to terminals that can
			   * open them (osc8.h) */
};

/* clang-format off */
#define TERM_OPTIONS_INIT { LOOK_AUTO, -1, -1, 0, 0 }
/* clang-format on */

/* 1 if the locale's characters are UTF-8; else everything shows in ASCII. */
int term_locale_utf8(void);

/*
 * Takes over the terminal on standard input and output, as `probe` found it.
 * NULL when curses cannot start after all.  From here to term_close(), signals
 * are those of guard.h, and a crash or exit(3) restores the terminal.
 */
struct term *term_open_curses(
    const struct term_options *opt, const struct term_probe *probe);

/*
 * A terminal of rows x cols cells that is not there: keys come from `keys`,
 * screens go to `out` (script.h has the format).  Borrows both files.
 */
struct term *term_open_script(FILE *keys, FILE *out, int rows, int cols);

/* Puts the terminal back as it was and frees `t`, which may be NULL. */
void term_close(struct term *t);

void term_size(struct term *t, int *rows, int *cols);

/*
 * Makes the screen look like `c`.  Only what differs from what was shown last
 * is sent.  Pictures of another size than the screen are clipped.
 */
void term_show(struct term *t, const struct canvas *c);

/*
 * The next key (key.h), waiting up to `timeout_ms` (-1: for ever, without
 * waking up), or one of these, which are keys as well:
 *
 * TKEY_RESIZE   the size changed or the screen must be shown anew: draw.
 * TKEY_TIMEOUT  the time is over.
 * TKEY_WATCH    the watched file descriptor can be read, or is at its end.
 * TKEY_HANGUP   the line is dead, or TERM, HUP or INT came: save and leave.
 *               Every later call says so again, at once.
 * TKEY_PASTE_BEGIN, TKEY_PASTE_END  around pasted characters, where the
 *               terminal tells them from keys; they are no commands.
 *
 * ^Z and TSTP suspend the program within the call.
 */
int term_key(struct term *t, int timeout_ms);

/*
 * 1 if term_key() would return at once with a key, a new size or a hang-up: a
 * view then skips its painting, so that what was typed ahead is painted once.
 */
int term_pending(struct term *t);

/*
 * Lets term_key() also wait for `fd` to have something to read; -1: no more.
 * Keys come first.  A script gives no key while a descriptor is watched, so
 * that it finds a document loaded however long that took.
 */
void term_watch(struct term *t, int fd);

/* Changes the colours; takes effect with the next term_show(). */
void term_theme(struct term *t, enum look_theme theme);

/*
 * Hands text to the clipboard of the terminal (osc52.h).  Returns 1 if it was
 * sent, 0 where that is not safe or the text too long; whether the terminal
 * took it cannot be known.
 */
int term_copy(struct term *t, const char *s, size_t len);

/* The next term_show() sends everything, whatever the terminal may show. */
void term_redraw(struct term *t);

void term_beep(struct term *t);

/* Back to the shell until continued, as ^Z; TKEY_RESIZE follows. */
void term_suspend(struct term *t);

/* What was chosen, for whoever wants to know ("lectern doctor"). */
struct term_info {
	const char *type; /* terminfo name, or "script"; lives with `t` */
	enum look_depth depth;
	enum look_theme theme;
	int utf8;         /* 0: everything is shown in ASCII */
	int line_drawing; /* boxes are drawn with lines, not with + - | */
	int esc_delay_ms;
};

void term_info(const struct term *t, struct term_info *out);

/*
 * For backends: the functions above, one by one.  A backend's own struct has
 * a struct term as its first member.
 */
/* [ms] of a clock that does not go backward; in a script it stands still, at 0,
 * but for ":wait". */
int64_t term_clock_ms(struct term *t);

struct term_ops {
	void (*close)(struct term *t);
	void (*size)(struct term *t, int *rows, int *cols);
	void (*show)(struct term *t, const struct canvas *c);
	int (*key)(struct term *t, int timeout_ms);
	int (*pending)(struct term *t);
	int64_t (*clock_ms)(struct term *t); /* NULL: the system's */
	void (*watch)(struct term *t, int fd);
	void (*theme)(struct term *t, enum look_theme theme);
	int (*copy)(
	    struct term *t, const char *s, size_t len); /* may be NULL */
	void (*redraw)(struct term *t);
	void (*beep)(struct term *t);
	void (*suspend)(struct term *t);
	void (*info)(const struct term *t, struct term_info *out);
};

struct term {
	const struct term_ops *ops;
};

#endif

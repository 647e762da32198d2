/* SPDX-License-Identifier: ISC */
/*
 * keyboard.h - bytes from a terminal become keys
 *
 * Layer term: may include base and text.  No I/O and no clock: bytes and the
 * time in milliseconds (of any steady clock) come in, keys (key.h) go out.
 *
 * curses has a decoder of its own, but it hands out the rest of an escape
 * sequence that was late as if it had been typed.  Here a sequence is read by
 * the grammar of ECMA-48, known or not, and never falls apart into letters
 * that could be commands:
 *
 * - ESC with nothing behind it for `esc_delay_ms` is the Esc key.
 * - ESC and a character at once is Esc, then the character: no key needs Alt.
 * - A complete sequence is looked up in what terminfo says, then
 *   in a table of usual ones; an unknown one (a focus report, an answer to
 *   somebody else's question) is dropped.
 * - A report of a mouse in the form of SGR is a key where mice are wanted, if
 *   it is the wheel or the first button going down; all others are dropped.
 * - An incomplete one is dropped after KEYBOARD_LATE_MS.
 * - What looks like the tail of a sequence within KEYBOARD_LATE_MS after an Esc
 *   key is dropped: the line held back the rest.
 *
 * Between the brackets of a paste there are only characters: newlines and
 * tabs come as blanks, other controls not at all, so that pasted text can
 * never run a command; whoever takes no text drops all of it.
 */
#ifndef LECTERN_TERM_KEYBOARD_H
#define LECTERN_TERM_KEYBOARD_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/vec.h"

enum { KEYBOARD_LATE_MS = 1000 };

/* A paste without its end is over after so long a silence. */
enum { KEYBOARD_PASTE_MS = 2000 };

enum keyboard_state {
	KEYBOARD_GROUND,
	KEYBOARD_ESC,     /* ESC */
	KEYBOARD_CSI,     /* ESC [ ... */
	KEYBOARD_SS3,     /* ESC O ... */
	KEYBOARD_MOUSE,   /* ESC [ M and three bytes */
	KEYBOARD_OPENING, /* ESC ] or ESC P or ESC _: a report, or keys */
	KEYBOARD_REPORT,  /* within one, up to BEL or ESC \ */
	KEYBOARD_UTF8,    /* within a character */
	KEYBOARD_TAIL,    /* [ or O soon after an Esc key */
};

struct keyboard_sequence {
	char *s; /* owned */
	int key;
};

struct keyboard {
	int esc_delay_ms;
	int mouse_wanted;
	enum keyboard_state state;
	struct buf seq;   /* bytes of the sequence under way */
	int64_t deadline; /* when the state ends by itself, in ms */
	int64_t tail_end; /* until then a tail may come */
	int64_t paste_end;
	int in_paste;
	int drop; /* the sequence under way is a late tail */
	int left; /* bytes of a mouse report or a report to come */
	VEC(int) keys;
	size_t taken; /* how many of `keys` were handed out */
	VEC(struct keyboard_sequence) known;
};

void keyboard_init(struct keyboard *k, int esc_delay_ms);
void keyboard_release(struct keyboard *k);

/* The terminal sends `seq`, which begins with ESC (else ignored), for `key`;
 * copied. */
void keyboard_define(struct keyboard *k, const char *seq, int key);

/* Takes `len` bytes that were read at time `now_ms`. */
void keyboard_feed(
    struct keyboard *k, const char *s, size_t len, int64_t now_ms);

/*
 * Time has passed, and nothing is there to read: ends what waited for more.
 * Look for bytes first: they came in time if it was the program that was late.
 */
void keyboard_tick(struct keyboard *k, int64_t now_ms);

/* Milliseconds until keyboard_tick() has something to do; -1: never. */
int keyboard_wait(const struct keyboard *k, int64_t now_ms);

/* 1 if a key is ready. */
int keyboard_ready(const struct keyboard *k);

/* The next key, or -1. */
int keyboard_next(struct keyboard *k);

#endif

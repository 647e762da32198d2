/* SPDX-License-Identifier: ISC */
/*
 * input.h - bytes from a terminal become keys
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
 * - A complete sequence is looked up in what terminfo says (input_define), then
 *   in a table of usual ones; an unknown one (a mouse, a focus report, an answer
 *   to somebody else's question) is dropped.
 * - An incomplete one is dropped after INPUT_LATE_MS.
 * - What looks like the tail of a sequence within INPUT_LATE_MS after an Esc
 *   key is dropped: the line held back the rest.
 *
 * Between the brackets of a paste there are only characters: newlines and
 * tabs come as blanks, other controls not at all, so that pasted text can
 * never run a command.  Unless pastes were asked for, all of it is dropped.
 */
#ifndef LECTERN_TERM_INPUT_H
#define LECTERN_TERM_INPUT_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/vec.h"

enum { INPUT_LATE_MS = 1000 };

/* A paste without its end is over after so long a silence. */
enum { INPUT_PASTE_MS = 2000 };

enum input_state {
	INPUT_GROUND,
	INPUT_ESC,     /* ESC */
	INPUT_CSI,     /* ESC [ ... */
	INPUT_SS3,     /* ESC O ... */
	INPUT_MOUSE,   /* ESC [ M and three bytes */
	INPUT_OPENING, /* ESC ] or ESC P or ESC _: a report, or keys */
	INPUT_REPORT,  /* within one, up to BEL or ESC \ */
	INPUT_UTF8,    /* within a character */
	INPUT_TAIL,    /* [ or O soon after an Esc key */
};

struct input_sequence {
	char *s; /* owned */
	int key;
};

struct input {
	int esc_delay_ms;
	int paste_wanted;
	enum input_state state;
	struct buf seq;   /* bytes of the sequence under way */
	int64_t deadline; /* when the state ends by itself, in ms */
	int64_t tail_end; /* until then a tail may come */
	int64_t paste_end;
	int in_paste;
	int drop; /* the sequence under way is a late tail */
	int left; /* bytes of a mouse report or a report to come */
	VEC(int) keys;
	size_t taken; /* how many of `keys` were handed out */
	VEC(struct input_sequence) known;
};

void input_init(struct input *in, int esc_delay_ms);
void input_release(struct input *in);

/* The terminal sends `seq`, which begins with ESC (else ignored), for `key`;
 * copied. */
void input_define(struct input *in, const char *seq, int key);

/* Takes `len` bytes that were read at time `now_ms`. */
void input_feed(struct input *in, const char *s, size_t len, int64_t now_ms);

/*
 * Time has passed, and nothing is there to read: ends what waited for more.
 * Look for bytes first: they came in time if it was the program that was late.
 */
void input_tick(struct input *in, int64_t now_ms);

/* Milliseconds until input_tick() has something to do; -1: never. */
int input_wait(const struct input *in, int64_t now_ms);

/* 1 if a key is ready. */
int input_ready(const struct input *in);

/* The next key, or -1. */
int input_next(struct input *in);

#endif

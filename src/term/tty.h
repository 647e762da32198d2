/* SPDX-License-Identifier: ISC */
/*
 * tty.h - waiting for keys at a terminal device
 *
 * Layer term: may include base and text.  Joins the device, the decoder
 * (keyboard.h), signals (guard.h) and one more file descriptor into one wait
 * without races and without wake-ups while nothing happens.
 */
#ifndef LECTERN_TERM_TTY_H
#define LECTERN_TERM_TTY_H

#include <stdint.h>

#include "term/keyboard.h"

struct tty {
	int fd;
	int watch_fd; /* also waited for; -1: none */
	int hung_up;  /* the device is gone; it is not read again */
	struct keyboard keyboard;
};

void tty_init(struct tty *t, int fd, int esc_delay_ms);
void tty_release(struct tty *t);

/* Milliseconds of a steady clock. */
int64_t tty_now(void);

/*
 * The next key, TKEY_WATCH, or from the time `end` on (-1: never) TKEY_TIMEOUT.
 * -1 when a signal came or the device hung up: look at guard_take() and
 * `hung_up`, and call again.
 */
int tty_event(struct tty *t, int64_t end);

/* 1 if a key is ready; reads what is there, and may find it hung up. */
int tty_ready(struct tty *t);

/*
 * How long ESC may wait for the rest of a sequence: `wanted` if not negative,
 * else $ESCDELAY, else 200 ms over SSH and 50 ms on this machine.
 */
int tty_esc_delay(int wanted);

#endif
